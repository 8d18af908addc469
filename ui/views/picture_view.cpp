#include "ui/views/picture_view.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "ui/actions.h"
#include "ui/models/document.h"
#include "ui/models/mask_editor.h"
#include "ui/models/reference_words.h"
#include "ui/panels/parts.h"
#include "ui/panels/segments.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kZooms[] = {0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32};
constexpr int kGains[] = {1, 2, 4, 8};
constexpr int kLoupes[] = {2, 4, 8};
constexpr int kUsualGain = 2;   // index: x4
constexpr int kUsualLoupe = 1;  // index: x4
constexpr int kNameLetters = 8; // room in the boxes; longer names are shortened
constexpr int kNumberLetters = 3;
constexpr int kZoomLetters = 11; // "Fit (131 %)" in all languages

QComboBox* makeCombo(const char* name, const QString& accessible, int letters) {
  auto* combo = new QComboBox;
  combo->setObjectName(QString::fromLatin1(name));
  combo->setAccessibleName(accessible);
  combo->setToolTip(accessible);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(letters);
  tellWholeText(*combo);
  return combo;
}

} // namespace

PictureView::PictureView(const Parts& parts)
    : document_(parts.document),
      mask_(parts.mask),
      actions_(parts.actions),
      theme_(parts.theme),
      bar_(new QFrame),
      canvas_(new CompareCanvas(parts.theme)) {
  setObjectName("viewPicture");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(canvas_);
  makeBar();
  connectActions();
  connectBrush();
  connect(&document_, &Document::stateChanged, this, &PictureView::showState);
  connect(&document_, &Document::resultChanged, this, &PictureView::showState);
  connect(&document_, &Document::preflightChanged, this, &PictureView::showReach);
  connect(&document_, &Document::finishedRowsChanged, this, &PictureView::showRows);
  connect(&theme_, &Theme::changed, canvas_, qOverload<>(&QWidget::update));
  connect(canvas_, &CompareCanvas::viewChanged, this, &PictureView::showZoom);
  connect(&meter_, &DifferenceMeter::measured, this,
          [this](const std::optional<DifferenceFigures>& figures) {
            const bool looked = canvas_->mode() == CompareMode::Difference;
            Q_EMIT differenceShown(
                looked ? std::optional(ShownDifference{canvas_->layerA().name,
                                                       canvas_->layerB().name, figures})
                       : std::nullopt);
          });
  showState();
}

void PictureView::makeBar() {
  bar_->setProperty("role", "bar");
  bar_->setMinimumHeight(metrics::kViewBar + 2 * metrics::kGap);
  bar_->setMinimumWidth(metrics::kCanvasLeastWidth); // it goes compact where it is narrow
  bar_->installEventFilter(this);
  modes_ = makeSegments({&actions_[ActionId::Split], &actions_[ActionId::SideBySide],
                         &actions_[ActionId::Difference], &actions_[ActionId::Blink],
                         &actions_[ActionId::Loupe]});
  modes_->setObjectName("compareMode");
  modes_->setAccessibleName(tr("Ways of comparing"));
  labelA_ = makeText("second", tr("A"));
  labelB_ = makeText("second", tr("B"));
  sourceA_ = makeCombo("sourceA", tr("Source of A"), kNameLetters);
  sourceB_ = makeCombo("sourceB", tr("Source of B"), kNameLetters);
  gain_ = makeCombo("differenceGain", tr("Gain of the difference"), kNumberLetters);
  for (const int gain : kGains) gain_->addItem(tr("×%1").arg(QLocale().toString(gain)), gain);
  gain_->setCurrentIndex(kUsualGain);
  signed_ = new QCheckBox(tr("Signed"));
  signed_->setObjectName("differenceSigned");
  signed_->setAccessibleName(tr("Signed difference"));
  signed_->setToolTip(tr("A minus B: orange where A is brighter, blue where B is"));
  loupe_ = makeCombo("loupeMagnification", tr("Magnification of the loupe"), kNumberLetters);
  for (const int times : kLoupes) loupe_->addItem(tr("×%1").arg(QLocale().toString(times)), times);
  loupe_->setCurrentIndex(kUsualLoupe);
  zoom_ = makeCombo("zoom", tr("Zoom"), kZoomLetters);
  zoom_->addItem(tr("Fit"), 0.0);
  for (const double zoom : kZooms) {
    zoom_->addItem(tr("%1 %").arg(QLocale().toString(zoom * 100)), zoom);
  }
  reach_ = new QCheckBox(tr("Show where the reference reaches"));
  reach_->setObjectName("showReach");
  reach_->setAccessibleName(reach_->text());
  reach_->setChecked(true);
  connect(reach_, &QCheckBox::toggled, this, [this](bool on) {
    reachWanted_ = on;
    if (!on) Q_EMIT reachPutAway();
    showReach();
  });
  auto* row = new QHBoxLayout(bar_);
  row->setContentsMargins(2 * metrics::kGap, metrics::kGap, 2 * metrics::kGap, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(modes_);
  row->addWidget(gain_);
  row->addWidget(signed_);
  row->addWidget(loupe_);
  row->addWidget(reach_);
  row->addStretch();
  row->addWidget(labelA_);
  row->addWidget(sourceA_);
  row->addWidget(labelB_);
  row->addWidget(sourceB_);
  row->addWidget(zoom_);
  for (QComboBox* combo : {sourceA_, sourceB_}) {
    connect(combo, &QComboBox::activated, this, [this, combo] {
      showLayers();
      wantReferenceOff(*combo);
    });
  }
  connect(gain_, &QComboBox::activated, this, &PictureView::showDifference);
  connect(signed_, &QCheckBox::toggled, this, &PictureView::showDifference);
  connect(loupe_, &QComboBox::activated, this,
          [this] { canvas_->setLoupe(loupe_->currentData().toInt()); });
  connect(zoom_, &QComboBox::activated, this, [this] {
    const double zoom = zoom_->currentData().toDouble();
    if (zoom == 0) {
      canvas_->fit();
    } else {
      canvas_->zoomTo(zoom);
    }
  });
}

bool PictureView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == bar_ && event->type() == QEvent::Resize) fitBar();
  return QWidget::eventFilter(watched, event);
}

void PictureView::fitBar() {
  int needed = 0;
  for (int i = 0; i < bar_->layout()->count(); ++i) {
    const QWidget* part = bar_->layout()->itemAt(i)->widget();
    if (part == nullptr || part == modes_ || part->isHidden()) continue;
    needed += part->sizeHint().width() + 2 * metrics::kGap;
  }
  const auto buttons = modes_->findChildren<QToolButton*>();
  for (QToolButton* button : buttons) {
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    needed += button->sizeHint().width() + metrics::kGap;
  }
  if (needed + 4 * metrics::kGap <= bar_->width()) return;
  for (QToolButton* button : buttons) button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void PictureView::connectActions() {
  const auto on = [this](ActionId id, const auto& work) {
    connect(&actions_[id], &QAction::triggered, this, work);
  };
  const auto onShown = [this, on](ActionId id, const auto& work) {
    on(id, [this, work] { // another view has the same keys
      if (isVisible()) work();
    });
  };
  on(ActionId::Single, [this] { chooseMode(CompareMode::Single); });
  on(ActionId::Split, [this] { chooseMode(CompareMode::Split); });
  on(ActionId::SideBySide, [this] { chooseMode(CompareMode::SideBySide); });
  on(ActionId::Difference, [this] { chooseMode(CompareMode::Difference); });
  on(ActionId::Blink, [this] { chooseMode(CompareMode::Blink); });
  on(ActionId::Loupe, [this] { chooseMode(CompareMode::Loupe); });
  on(ActionId::SwapSides, [this] { swapSides(); });
  on(ActionId::TurnSplit, [this] { canvas_->turnSplit(); });
  onShown(ActionId::Fit, [this] { canvas_->fit(); });
  onShown(ActionId::ActualSize, [this] { canvas_->zoomTo(1); });
  onShown(ActionId::ZoomIn, [this] { canvas_->zoomStep(1); });
  onShown(ActionId::ZoomOut, [this] { canvas_->zoomStep(-1); });
}

void PictureView::showState() {
  const DocumentState& state = document_.state();
  if (state.input) {
    canvas_->setFrame(QSize(state.input->srgb->width(), state.input->srgb->height()) * kScale);
  } else if (!state.references.empty()) {
    canvas_->setFrame(state.references.front().picture->pyramid->size());
  }
  showSources(); // before the mode: it shows layers
  showMask();
  showRows();
  const bool result = document_.result() != nullptr;
  if (result && splitChosenFor_ != state.input.get()) {
    splitChosenFor_ = state.input.get();
    actions_[ActionId::Split].setChecked(true); // not triggered: that would leave another view
    chooseMode(CompareMode::Split);
  } else if (!result && canvas_->mode() != CompareMode::Single) {
    splitChosenFor_ = nullptr; // when it comes back by undo, so does the split
    actions_[ActionId::Single].setChecked(true);
    chooseMode(CompareMode::Single);
  }
}

void PictureView::showSources() {
  const auto items = availableSources(document_);
  if (items != sources_) {
    const auto wasChosen = [this](const QComboBox& combo, Source usual) {
      const auto index = static_cast<std::size_t>(std::max(0, combo.currentIndex()));
      return index < sources_.size() ? sources_[index] : SourceItem{usual, 0, {}};
    };
    const bool first = std::none_of(sources_.begin(), sources_.end(),
                                    [](const SourceItem& i) { return i.source == Source::Result; });
    const SourceItem a =
        first ? SourceItem{Source::Bicubic, 0, {}} : wasChosen(*sourceA_, Source::Bicubic);
    const SourceItem b =
        first ? SourceItem{Source::Result, 0, {}} : wasChosen(*sourceB_, Source::Result);
    sources_ = items;
    const auto fill = [this](QComboBox& combo, const SourceItem& wanted) {
      combo.clear();
      for (const SourceItem& item : sources_) combo.addItem(item.name);
      // The list may be wider than its box.
      combo.view()->setMinimumWidth(combo.view()->sizeHintForColumn(0) + 2 * metrics::kPadding);
      const auto found = std::find_if(sources_.begin(), sources_.end(), [&](const SourceItem& i) {
        return i.source == wanted.source && i.id == wanted.id;
      });
      combo.setCurrentIndex(found == sources_.end() ? 0
                                                    : static_cast<int>(found - sources_.begin()));
    };
    fill(*sourceA_, a);
    fill(*sourceB_, b);
  }
  showLayers();
}

void PictureView::showLayers() {
  const bool result = document_.result() != nullptr;
  const bool single = canvas_->mode() == CompareMode::Single;
  modes_->setVisible(result);
  const bool difference = result && canvas_->mode() == CompareMode::Difference;
  gain_->setVisible(difference);
  signed_->setVisible(difference);
  loupe_->setVisible(result && canvas_->mode() == CompareMode::Loupe);
  labelA_->setVisible(result && !single);
  labelB_->setVisible(result && !single);
  sourceB_->setVisible(result);
  sourceA_->setVisible(result && !single); // the canvas names the only layer itself
  fitBar();
  if (sources_.empty()) {
    canvas_->setLayers({}, {});
    measureDifference();
    return;
  }
  if (result) {
    // One picture alone shows B, the result, and A while Space is held.
    canvas_->setLayers(layerOf(document_, chosen(*sourceA_)),
                       layerOf(document_, chosen(*sourceB_)));
  } else {
    CanvasLayer only = layerOf(document_, chosen(*sourceA_));
    if (!document_.finishedRows().empty())
      only.name = tr("Bicubic, and the rows that are finished");
    canvas_->setLayers(std::move(only), {});
  }
  wantWarped();
  measureDifference();
}

void PictureView::showDifference() {
  canvas_->setDifference(signed_->isChecked() ? DifferenceKind::Signed : DifferenceKind::Absolute,
                         gain_->currentData().toInt());
}

// Only where it is looked at: it costs a pass over both pictures.
void PictureView::measureDifference() {
  const bool looked = canvas_->mode() == CompareMode::Difference && canvas_->layerB().pyramid;
  meter_.measure(looked ? canvas_->layerA().pyramid : nullptr,
                 looked ? canvas_->layerB().pyramid : nullptr,
                 canvas_->transform().frame().toSize());
}

void PictureView::connectBrush() {
  connect(canvas_, &CompareCanvas::strokePainted, &mask_, &MaskEditor::stroke);
  connect(canvas_, &CompareCanvas::brushPutAway, &mask_, [this] { mask_.setBrush(std::nullopt); });
  connect(&mask_, &MaskEditor::brushChanged, this, [this] {
    canvas_->setBrush(mask_.brush(), mask_.size());
    showMask();
  });
}

// Over a result it would hide what there is to see, unless one paints.
void PictureView::showMask() {
  const bool shown = mask_.brush().has_value() || document_.result() == nullptr;
  canvas_->setMask(shown ? document_.state().mask : nullptr);
}

void PictureView::showReach() {
  const ReferenceItem* asked = document_.reference(document_.reachOf());
  const ReferenceItem* best = asked != nullptr                ? asked
                              : document_.result() == nullptr ? bestUsedReference(document_)
                                                              : nullptr;
  const PreflightHandle found = best != nullptr ? document_.preflightOf(best->picture) : nullptr;
  const bool shown = found != nullptr && (asked != nullptr || document_.finishedRows().empty());
  reach_->setVisible(shown);
  const QSignalBlocker quiet(reach_);
  reach_->setChecked(asked != nullptr || reachWanted_);
  canvas_->setReach(shown && reach_->isChecked() ? found->reach : nullptr);
  fitBar();
}

// Rows of the result replace the bicubic picture as they are finished; the hatching goes with it.
void PictureView::showRows() {
  std::vector<CanvasRows> rows;
  for (const ResultRows& made : document_.finishedRows()) rows.push_back({made.top, made.pyramid});
  canvas_->setRows(std::move(rows));
  showLayers();
  showReach();
}

void PictureView::showZoom() {
  const double zoom = canvas_->transform().zoom();
  const QString percent = tr("%1 %").arg(QLocale().toString(qRound(zoom * 100)));
  zoom_->setItemText(0, canvas_->transform().isFit() ? tr("Fit (%1)").arg(percent) : tr("Fit"));
  constexpr int kFixed = 1 + static_cast<int>(std::size(kZooms));
  while (zoom_->count() > kFixed) zoom_->removeItem(kFixed);
  if (canvas_->transform().isFit()) {
    zoom_->setCurrentIndex(0);
  } else if (const int known = zoom_->findData(zoom); known > 0) {
    zoom_->setCurrentIndex(known);
  } else {
    zoom_->addItem(percent, zoom); // between the steps
    zoom_->setCurrentIndex(kFixed);
  }
}

void PictureView::chooseMode(CompareMode mode) {
  canvas_->setMode(mode);
  showLayers();
}

const SourceItem& PictureView::chosen(const QComboBox& combo) const {
  return sources_[static_cast<std::size_t>(std::max(0, combo.currentIndex()))];
}

void PictureView::wantReferenceOff(const QComboBox& combo) {
  const SourceItem& item = chosen(combo);
  if (item.source == Source::ReferenceOff && !isComputed(document_, item)) {
    Q_EMIT referenceOffWanted();
  }
}

// Quickly made: also by itself, for the next result and after a change of what is sure.
void PictureView::wantWarped() {
  for (const QComboBox* combo : {sourceA_, sourceB_}) {
    const SourceItem& item = chosen(*combo);
    if (item.source == Source::Warped && !isComputed(document_, item)) {
      Q_EMIT warpedWanted(item.index);
    }
  }
}

void PictureView::swapSides() {
  const int a = sourceA_->currentIndex();
  sourceA_->setCurrentIndex(sourceB_->currentIndex());
  sourceB_->setCurrentIndex(a);
  showLayers();
}

} // namespace refscale::ui
