#include "ui/dialogs/preferences_dialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QThread>

#include "ui/dialogs/shortcuts_page.h"
#include "ui/models/preferences.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 640, kHeight = 400, kListWidth = 150;

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, const Actions& actions,
                                     QWidget* parent)
    : QDialog(parent), preferences_(preferences) {
  setObjectName("preferencesDialog");
  setWindowTitle(tr("Preferences"));
  resize(kWidth, kHeight);
  auto* list = new QListWidget;
  list->setObjectName("preferencePages");
  list->setAccessibleName(tr("Pages of the preferences"));
  list->setMinimumWidth(kListWidth);
  list->setMaximumWidth(2 * kListWidth);
  list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  auto* pages = new QStackedWidget;
  list->addItems({tr("General"), tr("Matching"), tr("Processor"), tr("Display"), tr("Shortcuts")});
  fillGeneral(*addPage(*pages));
  fillMatching(*addPage(*pages));
  fillDevices(*addPage(*pages));
  fillDisplay(*addPage(*pages));
  pages->addWidget(new ShortcutsPage(preferences, actions));
  connect(list, &QListWidget::currentRowChanged, pages, &QStackedWidget::setCurrentIndex);
  list->setCurrentRow(0);
  auto* close = new QPushButton(tr("Close"));
  close->setObjectName("preferencesClose");
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(2 * metrics::kPadding);
  middle->addWidget(list);
  middle->addWidget(pages, 1);
  auto* last = new QHBoxLayout;
  auto* hint = makeText("second", tr("Changes act at once."));
  last->addWidget(hint, 1);
  last->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                             2 * metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  column->addLayout(middle, 1);
  column->addLayout(last);
}

QFormLayout* PreferencesDialog::addPage(QStackedWidget& pages) {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  form->setContentsMargins(0, 0, 0, 0);
  form->setSpacing(metrics::kPadding);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  pages.addWidget(page);
  return form;
}

template <typename T>
QComboBox* PreferencesDialog::addChoice(QFormLayout& form, const QString& label, const char* name,
                                        T PreferenceValues::*member,
                                        const std::vector<std::pair<QString, T>>& choices) {
  auto* combo = new QComboBox;
  combo->setObjectName(QString::fromLatin1(name));
  combo->setAccessibleName(label);
  int chosen = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    combo->addItem(choices[i].first);
    if (preferences_.values().*member == choices[i].second) chosen = static_cast<int>(i);
  }
  combo->setCurrentIndex(chosen);
  connect(combo, &QComboBox::activated, this, [this, member, choices](int index) {
    PreferenceValues next = preferences_.values();
    next.*member = choices[static_cast<std::size_t>(index)].second;
    preferences_.set(next);
  });
  form.addRow(label, combo);
  return combo;
}

void PreferencesDialog::addCheck(QFormLayout& form, const QString& text, const char* name,
                                 bool PreferenceValues::*member) {
  auto* box = new QCheckBox(text);
  box->setObjectName(QString::fromLatin1(name));
  box->setAccessibleName(text);
  box->setChecked(preferences_.values().*member);
  connect(box, &QCheckBox::clicked, this, [this, member](bool on) {
    PreferenceValues next = preferences_.values();
    next.*member = on;
    preferences_.set(next);
  });
  form.addRow(wrapping(*box));
}

void PreferencesDialog::fillGeneral(QFormLayout& form) {
  // Languages are named in themselves, so that everybody finds their own.
  addChoice<QString>(form, tr("Language"), "preferenceLanguage", &PreferenceValues::language,
                     {{tr("As the system"), QString()},
                      {QStringLiteral("English"), QStringLiteral("en")},
                      {QStringLiteral("Deutsch"), QStringLiteral("de")},
                      {QStringLiteral("简体中文"), QStringLiteral("zh_CN")},
                      {QStringLiteral("日本語"), QStringLiteral("ja")}});
  addChoice<ThemeChoice>(form, tr("Theme"), "preferenceTheme", &PreferenceValues::theme,
                         {{tr("As the system"), ThemeChoice::System},
                          {tr("Dark"), ThemeChoice::Dark},
                          {tr("Light"), ThemeChoice::Light}});
  addChoice<Surround>(form, tr("Around pictures"), "preferenceSurround",
                      &PreferenceValues::surround,
                      {{tr("As the theme"), Surround::OfTheme},
                       {tr("Dark"), Surround::Dark},
                       {tr("Middle grey"), Surround::Mid},
                       {tr("Light"), Surround::Light}});
  addCheck(form, tr("Single letters act as shortcuts"), "preferenceLetterKeys",
           &PreferenceValues::letterKeys);
}

void PreferencesDialog::fillMatching(QFormLayout& form) {
  auto* sure = new QDoubleSpinBox;
  sure->setObjectName("preferenceSure");
  sure->setAccessibleName(tr("A match is sure from a confidence of"));
  sure->setRange(0.05, 0.95);
  sure->setSingleStep(0.05);
  sure->setDecimals(2);
  sure->setKeyboardTracking(false);
  sure->setValue(preferences_.values().sure);
  connect(sure, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    PreferenceValues next = preferences_.values();
    next.sure = value;
    preferences_.set(next);
  });
  form.addRow(tr("A match is sure from a confidence of"), sure);
  auto* hint = makeText("second", tr("Decides what counts as borrowed and what the hatching shows. "
                                     "It changes no pixel of a result."));
  hint->setWordWrap(true);
  form.addRow(hint);
  addCheck(form, tr("Look at references by itself"), "preferencePreflight",
           &PreferenceValues::preflight);
}

void PreferencesDialog::fillDevices(QFormLayout& form) {
  std::vector<std::pair<QString, int>> choices = {{tr("All"), 0}};
  for (int n = 1; n < QThread::idealThreadCount(); ++n) {
    choices.emplace_back(QLocale().toString(n), n);
  }
  addChoice<int>(form, tr("Processor cores to use"), "preferenceThreads",
                 &PreferenceValues::threads, choices);
  auto* hint = makeText("second", tr("Fewer leave room for other programs; a run takes longer."));
  hint->setWordWrap(true);
  form.addRow(hint);
}

void PreferencesDialog::fillDisplay(QFormLayout& form) {
  auto* blink = new QSpinBox;
  blink->setObjectName("preferenceBlink");
  blink->setAccessibleName(tr("Blink every"));
  blink->setRange(200, 2000);
  blink->setSingleStep(100);
  blink->setSuffix(tr(" ms"));
  blink->setKeyboardTracking(false);
  blink->setValue(preferences_.values().blinkMillis);
  connect(blink, &QSpinBox::valueChanged, this, [this](int value) {
    PreferenceValues next = preferences_.values();
    next.blinkMillis = value;
    preferences_.set(next);
  });
  form.addRow(tr("Blink every"), blink);
}

} // namespace refscale::ui
