#include "ui/views/matches_view.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/panels/reference_card.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kLeastLines = 10, kMostLines = 400, kUsualLines = 60;
constexpr int kNameLetters = 12; // room for a name; longer ones are shortened

} // namespace

MatchesView::MatchesView(const Document& document, const Theme& theme)
    : document_(document), bar_(new QFrame), canvas_(new MatchCanvas(theme)) {
  setObjectName("viewMatches");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(canvas_);
  makeBar();
  connect(&document_, &Document::stateChanged, this, &MatchesView::showMatches);
  connect(&document_, &Document::resultChanged, this, &MatchesView::showMatches);
  connect(&theme, &Theme::changed, canvas_, qOverload<>(&QWidget::update));
  showMatches();
}

void MatchesView::makeBar() {
  bar_->setProperty("role", "bar");
  bar_->setMinimumHeight(metrics::kViewBar + 2 * metrics::kGap);
  bar_->setMinimumWidth(metrics::kCanvasLeastWidth);
  reference_ = new QComboBox;
  reference_->setObjectName("matchReference");
  reference_->setAccessibleName(tr("Reference"));
  reference_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  reference_->setMinimumContentsLength(kNameLetters);
  lines_ = new QSpinBox;
  lines_->setObjectName("lineCount");
  lines_->setAccessibleName(tr("Number of lines"));
  lines_->setRange(kLeastLines, kMostLines);
  lines_->setSingleStep(kLeastLines);
  lines_->setValue(kUsualLines);
  lines_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  rings_ = new QCheckBox(tr("Rings"));
  rings_->setObjectName("rings");
  rings_->setToolTip(tr("A ring where there is no sure match"));
  rings_->setAccessibleName(rings_->toolTip());
  rings_->setChecked(true);
  count_ = new ElidedLabel;
  count_->setProperty("role", "second");
  count_->setObjectName("sureMatches");
  auto* row = new QHBoxLayout(bar_);
  row->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(makeText("second", tr("Reference")));
  row->addWidget(reference_);
  row->addSpacing(metrics::kPadding);
  row->addWidget(makeText("second", tr("Lines")));
  row->addWidget(lines_);
  row->addSpacing(metrics::kPadding);
  row->addWidget(rings_);
  row->addWidget(count_, 1);
  connect(reference_, &QComboBox::activated, this, &MatchesView::showReference);
  connect(lines_, &QSpinBox::valueChanged, canvas_, &MatchCanvas::setLineCount);
  connect(rings_, &QCheckBox::toggled, canvas_, &MatchCanvas::setRings);
}

void MatchesView::showMatches() {
  const ResultHandle matches = document_.matches();
  if (matches.get() == shown_) return;
  shown_ = matches.get();
  const int before = std::max(0, reference_->currentIndex());
  reference_->clear();
  if (matches) {
    const auto used = document_.matchesMadeFrom().usedReferences();
    const auto& all = document_.matchesMadeFrom().references;
    for (const ReferenceItem& item : used) {
      const auto place = std::find(all.begin(), all.end(), item);
      reference_->addItem(tr("%1  %2").arg(referenceLetter(static_cast<int>(place - all.begin())),
                                           item.picture->name));
    }
    reference_->setCurrentIndex(std::min(before, reference_->count() - 1));
  }
  showReference();
}

void MatchesView::showReference() {
  const ResultHandle matches = document_.matches();
  const auto index = static_cast<std::size_t>(std::max(0, reference_->currentIndex()));
  const DocumentState& made = document_.matchesMadeFrom();
  const auto used = made.usedReferences();
  if (!matches || index >= matches->correspondences.size() || index >= used.size()) {
    canvas_->setScene({});
    count_->setWholeText({});
    return;
  }
  const Correspondence& c = matches->correspondences[index];
  MatchScene scene;
  scene.inputName = tr("Input, bicubic 4×");
  scene.referenceName = reference_->currentText();
  scene.input = document_.bicubic() ? document_.bicubic() : made.input->pyramid;
  scene.reference = used[index].picture->pyramid;
  scene.outputSize = QSize(made.input->srgb->width(), made.input->srgb->height()) * kScale;
  const int step = qRound(c.pixels.step);
  scene.matchedReferenceSize = QSize(c.referenceWidth, c.referenceHeight) * step;
  scene.matches = std::shared_ptr<const Correspondence>(matches, &c);
  const auto sure = std::count_if(c.confidence.values.begin(), c.confidence.values.end(),
                                  [](float v) { return v >= kSureConfidence; });
  count_->setWholeText(
      tr("%1 of %2 positions have a sure match")
          .arg(QLocale().toString(static_cast<qlonglong>(sure)),
               QLocale().toString(static_cast<qulonglong>(c.confidence.values.size()))));
  canvas_->setScene(std::move(scene));
}

} // namespace refscale::ui
