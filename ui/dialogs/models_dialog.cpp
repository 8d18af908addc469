#include "ui/dialogs/models_dialog.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include "ui/dialogs/import_dialog.h"
#include "ui/model_shelf.h"
#include "ui/models/document.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 640, kHeight = 520;
constexpr int kLongestNote = 300; // letters of a card's text that are shown

QLabel* wrapped(const char* role, const QString& text) {
  QLabel* label = makeText(role, text);
  label->setWordWrap(true);
  return label;
}

} // namespace

ModelsDialog::ModelsDialog(Document& document, ModelShelf& shelf, QWidget* parent)
    : QDialog(parent), document_(document), shelf_(shelf), area_(new QScrollArea) {
  setObjectName("modelsDialog");
  setWindowTitle(tr("Models"));
  resize(kWidth, kHeight);
  area_->setWidgetResizable(true);
  area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* import = new QPushButton(tr("Import…"));
  import->setObjectName("importModelButton");
  import->setAccessibleName(tr("Import a published model"));
  connect(import, &QPushButton::clicked, this, &ModelsDialog::openImport);
  auto* close = new QPushButton(tr("Close"));
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* last = new QHBoxLayout;
  last->addWidget(import);
  last->addStretch();
  last->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                             metrics::kPadding);
  column->addWidget(area_, 1);
  column->addLayout(last);
  connect(&shelf_, &ModelShelf::changed, this, &ModelsDialog::showModels);
  connect(&document_, &Document::stateChanged, this, &ModelsDialog::showModels);
  showModels();
  shelf_.refresh();
}

void ModelsDialog::showModels() {
  auto* list = new QWidget;
  list->setProperty("role", "panel");
  list->setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout(list);
  column->setSpacing(metrics::kPadding);
  int number = 0;
  for (const auto& model : shelf_.models()) column->addWidget(makeCard(model, ++number));
  if (number == 0) column->addWidget(makeText("second", tr("Looking for models…")));
  column->addStretch();
  if (QWidget* old = area_->takeWidget(); old != nullptr) {
    old->setParent(this); // not a window of its own until it is gone
    retire(*old);
  }
  area_->setWidget(list);
}

QWidget* ModelsDialog::makeCard(const pipeline::ModelInfo& model, int number) {
  const QString name = QString::fromStdString(model.name);
  auto* card = new QFrame;
  card->setProperty("role", "card");
  card->setObjectName(QStringLiteral("modelCard%1").arg(number));
  card->setAccessibleName(tr("Model %1").arg(name));
  auto* column = new QVBoxLayout(card);
  column->setSpacing(metrics::kGap);
  const bool used = document_.state().settings.model == name;
  column->addWidget(makeText("strong", used ? tr("%1 (in use)").arg(name) : name));
  if (!model.problem.empty()) {
    column->addWidget(wrapped("weak", QString::fromStdString(model.problem)));
  } else {
    const QLocale locale;
    column->addWidget(wrapped("second", QString::fromStdString(model.architecture)));
    column->addWidget(
        wrapped("second", tr("Enlarges 4×, %1 parameters, %2, %3")
                              .arg(locale.toString(static_cast<qlonglong>(model.parameters)),
                                   locale.formattedDataSize(static_cast<qint64>(model.bytes), 1,
                                                            QLocale::DataSizeSIFormat),
                                   model.shipped ? tr("came with RefScale") : tr("imported"))));
    if (const auto licence = model.card.find("licence"); licence != model.card.end()) {
      const QString text = QString::fromStdString(licence->second);
      column->addWidget(wrapped("second", tr("Licence: %1").arg(text.left(kLongestNote))));
    }
  }
  if (const QString trial = shelf_.trialOf(model.path); !trial.isEmpty()) {
    column->addWidget(wrapped("second", trial));
  }
  auto* buttons = new QHBoxLayout;
  const auto add = [&](const QString& text, const QString& accessible, const char* object) {
    auto* button = new QPushButton(text);
    button->setObjectName(QStringLiteral("%1%2").arg(QString::fromLatin1(object)).arg(number));
    button->setAccessibleName(accessible);
    buttons->addWidget(button);
    return button;
  };
  if (model.problem.empty()) {
    auto* use = add(tr("Use"), tr("Use %1").arg(name), "modelUse");
    use->setEnabled(!used);
    connect(use, &QPushButton::clicked, &document_, [this, name] {
      Settings next = document_.state().settings;
      next.model = name;
      document_.setSettings(tr("Change model"), next);
    });
    auto* test = add(tr("Test"), tr("Try %1 out on a small picture").arg(name), "modelTest");
    connect(test, &QPushButton::clicked, &shelf_,
            [this, path = model.path] { shelf_.tryOut(path); });
  }
  if (!model.shipped && !used) {
    auto* remove = add(tr("Move to trash"), tr("Move %1 to the trash").arg(name), "modelRemove");
    connect(remove, &QPushButton::clicked, &shelf_,
            [this, path = model.path] { shelf_.remove(path); });
  }
  buttons->addStretch();
  column->addLayout(buttons);
  return card;
}

void ModelsDialog::openImport() {
  auto* dialog = new ImportDialog(shelf_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

} // namespace refscale::ui
