#include "ui/panels/settings_panel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/panels/mask_section.h"
#include "ui/panels/memory_section.h"
#include "ui/panels/parts.h"
#include "ui/panels/preset_section.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kScaleMergeKey = 2;
constexpr int kStrengthMergeKey = 1; // a drag of the slider is one step of undo

QComboBox* makeCombo(const char* name, const QString& accessible) {
  auto* combo = new QComboBox;
  combo->setObjectName(QString::fromLatin1(name));
  combo->setAccessibleName(accessible);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(8);
  return combo;
}

QHBoxLayout* rowOf(QLabel* label, std::initializer_list<QWidget*> controls) {
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(label);
  bool first = true;
  for (QWidget* control : controls) {
    row->addWidget(control, first ? 1 : 0);
    first = false;
  }
  return row;
}

} // namespace

SettingsPanel::SettingsPanel(Document& document, MaskEditor& mask, Presets& presets,
                             const Actions& actions, const QStringList& models)
    : document_(document) {
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("settingsPanel", panel);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(area);
  makeModelSection(*panel, models);
  makeBorrowingSection(*panel);
  addSection(*panel, {})->addWidget(new MaskSection(document_, mask, actions));
  addSection(*panel, {})->addWidget(new MemorySection(document_));
  addSection(*panel, {})->addWidget(new PresetSection(document_, presets));
  panel->addStretch();
  connect(&document_, &Document::stateChanged, this, &SettingsPanel::showSettings);
  connect(&document_, &Document::engineChanged, this, &SettingsPanel::showDevices);
  showDevices();
}

QLabel* SettingsPanel::makeLabel(const QString& text, QWidget& buddy,
                                 void (*reset)(Settings& settings)) {
  auto* label = new QLabel(text);
  label->setMinimumWidth(metrics::kLabelColumn);
  label->setBuddy(&buddy);
  label->setToolTip(tr("Double-click brings back the usual value"));
  label->installEventFilter(this);
  rows_.push_back({label, &buddy, text, reset});
  return label;
}

void SettingsPanel::makeModelSection(QBoxLayout& panel, const QStringList& models) {
  model_ = makeCombo("model", tr("Model"));
  model_->addItems(models);
  device_ = makeCombo("device", tr("Device"));
  precision_ = makeCombo("precision", tr("Precision"));
  for (const auto precision : {pipeline::Precision::Auto, pipeline::Precision::Fp32,
                               pipeline::Precision::Bf16, pipeline::Precision::Fp16}) {
    const bool automatic = precision == pipeline::Precision::Auto;
    precision_->addItem(
        automatic ? tr("Auto") : QString::fromLatin1(pipeline::precisionName(precision)),
        static_cast<int>(precision));
  }
  QBoxLayout* section = addSection(panel, tr("Model and device"));
  section->addLayout(rowOf(
      makeLabel(tr("Model"), *model_, [](Settings& s) { s.model = Settings().model; }), {model_}));
  section->addLayout(
      rowOf(makeLabel(tr("Device"), *device_, [](Settings& s) { s.device = Settings().device; }),
            {device_}));
  section->addLayout(rowOf(makeLabel(tr("Precision"), *precision_,
                                     [](Settings& s) { s.precision = Settings().precision; }),
                           {precision_}));
  connect(model_, &QComboBox::activated, this, [this] {
    Settings next = document_.state().settings;
    next.model = model_->currentText();
    document_.setSettings(tr("Change model"), next);
  });
  connect(device_, &QComboBox::activated, this, [this] {
    Settings next = document_.state().settings;
    next.device = device_->currentData().toString();
    document_.setSettings(tr("Change device"), next);
  });
  connect(precision_, &QComboBox::activated, this, [this] {
    Settings next = document_.state().settings;
    next.precision = static_cast<pipeline::Precision>(precision_->currentData().toInt());
    document_.setSettings(tr("Change precision"), next);
  });
}

void SettingsPanel::makeBorrowingSection(QBoxLayout& panel) {
  strength_ = new QSlider(Qt::Horizontal);
  strength_->setObjectName("strength");
  strength_->setAccessibleName(tr("Strength"));
  strength_->setRange(0, 100);
  strength_->setPageStep(10);
  strength_->setMinimumSize(metrics::kControl, metrics::kControlSmall); // gives way first
  strengthNumber_ = new QSpinBox;
  strengthNumber_->setObjectName("strengthNumber");
  strengthNumber_->setAccessibleName(tr("Strength in percent"));
  strengthNumber_->setRange(0, 100);
  strengthNumber_->setSuffix(tr(" %"));
  strengthNumber_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  strengthNumber_->setAlignment(Qt::AlignRight);
  strengthNumber_->setKeyboardTracking(false);
  gate_ = new QCheckBox(tr("Borrow less where the match is unsure"));
  gate_->setObjectName("gate");
  gate_->setAccessibleName(gate_->text());
  QBoxLayout* section = addSection(panel, tr("Borrowing"));
  section->addLayout(rowOf(
      makeLabel(tr("Strength"), *strength_,
                [](Settings& s) { s.options.strength = pipeline::UpscaleOptions().strength; }),
      {strength_, strengthNumber_}));
  QWidget* gateRow = wrapping(*gate_);
  section->addWidget(gateRow);
  // Clicked twice it is what it was: there is nothing to bring back, but a mark to show.
  rows_.push_back({gateRow->findChild<QLabel*>(), gate_, gate_->accessibleName(),
                   [](Settings& s) { s.options.gate = pipeline::UpscaleOptions().gate; }});
  makeScaleRow(*section);
  makeRestoringRows(*section);
  connect(strength_, &QSlider::valueChanged, this, &SettingsPanel::changeStrength);
  connect(strength_, &QSlider::sliderReleased, &document_, &Document::endMerge);
  connect(strengthNumber_, &QSpinBox::valueChanged, this, &SettingsPanel::changeStrength);
  connect(gate_, &QCheckBox::clicked, this, [this](bool on) {
    Settings next = document_.state().settings;
    next.options.gate = on;
    document_.setSettings(on ? tr("Borrow less where unsure") : tr("Borrow everywhere"), next);
  });
}

void SettingsPanel::makeScaleRow(QBoxLayout& section) {
  scale_ = new QDoubleSpinBox;
  scale_->setObjectName("referenceScale");
  scale_->setAccessibleName(tr("Reference scale"));
  scale_->setToolTip(
      tr("By what references are resized before they are matched: 0.25 to 4, or 0 for Auto"));
  scale_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  scale_->setRange(0, kMostReferenceScale); // 0 stands for Auto
  scale_->setSingleStep(kLeastReferenceScale);
  scale_->setSpecialValueText(tr("Auto"));
  scale_->setSuffix(QStringLiteral("×"));
  scale_->setKeyboardTracking(false);
  section.addLayout(
      rowOf(makeLabel(tr("Ref. scale"), *scale_,
                      [](Settings& s) { s.referenceScale = Settings().referenceScale; }),
            {scale_}));
  connect(scale_, &QDoubleSpinBox::valueChanged, this, &SettingsPanel::changeScale);
}

void SettingsPanel::makeRestoringRows(QBoxLayout& section) {
  combine_ = makeCombo("combine", tr("Of several references"));
  combine_->setToolTip(
      tr("Every: at each place from those that match there most surely. Best: from one alone"));
  combine_->addItem(tr("Every one lends"), static_cast<int>(pipeline::Combine::Every));
  combine_->addItem(tr("Only the best"), static_cast<int>(pipeline::Combine::Best));
  passes_ = makeCombo("passes", tr("Passes"));
  passes_->setToolTip(
      tr("Restores so many times on mirrored pictures and averages: more accurate, and slower"));
  for (const int passes : {1, 2, 4}) passes_->addItem(QLocale().toString(passes), passes);
  section.addLayout(
      rowOf(makeLabel(tr("References"), *combine_,
                      [](Settings& s) { s.options.combine = pipeline::UpscaleOptions().combine; }),
            {combine_}));
  section.addLayout(rowOf(makeLabel(tr("Passes"), *passes_,
                                    [](Settings& s) {
                                      s.options.selfEnsemble =
                                          pipeline::UpscaleOptions().selfEnsemble;
                                    }),
                          {passes_}));
  connect(combine_, &QComboBox::activated, this, [this] {
    Settings next = document_.state().settings;
    next.options.combine = static_cast<pipeline::Combine>(combine_->currentData().toInt());
    document_.setSettings(tr("Change who lends"), next);
  });
  connect(passes_, &QComboBox::activated, this, [this] {
    Settings next = document_.state().settings;
    next.options.selfEnsemble = passes_->currentData().toInt();
    document_.setSettings(tr("Change passes"), next);
  });
}

void SettingsPanel::changeScale(double scale) {
  Settings next = document_.state().settings;
  next.referenceScale = scale <= 0 ? 0 : std::max(kLeastReferenceScale, scale);
  document_.setSettings(tr("Change the reference scale"), next, kScaleMergeKey);
  showSettings(); // what was typed may lie below the least
}

void SettingsPanel::setModels(const QStringList& names) {
  model_->clear();
  model_->addItems(names);
  showSettings();
}

void SettingsPanel::changeStrength(int percent) {
  Settings next = document_.state().settings;
  next.options.strength = percent / 100.0;
  document_.setSettings(tr("Change strength"), next, kStrengthMergeKey);
}

void SettingsPanel::showDevices() {
  device_->clear();
  device_->addItem(tr("Auto"), "auto");
  if (document_.engine()) {
    for (const auto& device : document_.engine()->devices) {
      const QString name = QString::fromStdString(device.name);
      device_->addItem(
          name == "cpu"
              ? tr("CPU")
              : tr("GPU %1, %2").arg(name.section(':', 1), QString::fromStdString(device.hardware)),
          name);
    }
  }
  showSettings();
}

void SettingsPanel::showSettings() {
  const Settings& now = document_.state().settings;
  const QSignalBlocker slider(strength_);
  const QSignalBlocker number(strengthNumber_);
  if (model_->findText(now.model) < 0) model_->addItem(now.model);
  model_->setCurrentText(now.model);
  if (device_->findData(now.device) < 0) device_->addItem(now.device, now.device);
  device_->setCurrentIndex(device_->findData(now.device));
  precision_->setCurrentIndex(precision_->findData(static_cast<int>(now.precision)));
  strength_->setValue(qRound(now.options.strength * 100));
  strengthNumber_->setValue(strength_->value());
  gate_->setChecked(now.options.gate);
  const QSignalBlocker scale(scale_);
  scale_->setValue(now.referenceScale);
  combine_->setCurrentIndex(combine_->findData(static_cast<int>(now.options.combine)));
  passes_->setCurrentIndex(passes_->findData(now.options.selfEnsemble));
  markChanged();
}

// A dot for the eye, and the same in words.
void SettingsPanel::markChanged() {
  const Settings& now = document_.state().settings;
  for (const Row& row : rows_) {
    Settings usual = now;
    row.reset(usual);
    const bool changed = !(usual == now);
    row.label->setText(changed ? tr("%1 •").arg(row.text) : row.text);
    row.control->setAccessibleDescription(changed ? tr("Not the usual value") : QString());
  }
}

bool SettingsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonDblClick) {
    for (const Row& row : rows_) {
      if (row.label != watched) continue;
      Settings next = document_.state().settings;
      row.reset(next);
      document_.setSettings(tr("Reset %1").arg(row.text), next);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace refscale::ui
