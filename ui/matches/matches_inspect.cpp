#include "ui/matches/matches_inspect.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <limits>

#include "ui/inspection/inspection.h"
#include "ui/matches/match_canvas.h"
#include "ui/panels/parts.h"
#include "ui/plots/confidence_plot.h"
#include "ui/plots/offset_frame.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/color_maps.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kLeastLines = 10, kMostLines = 400, kUsualLines = 60;
constexpr int kMostLength = 20'000, kMostBack = 400; // output pixels; 0 stands for any
constexpr int kSeeds = 9999;

QSpinBox* makeNumber(const char* name, const QString& accessible, int least, int most) {
  auto* box = new QSpinBox;
  box->setObjectName(QString::fromLatin1(name));
  box->setAccessibleName(accessible);
  box->setRange(least, most);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  box->setKeyboardTracking(false);
  return box;
}

QHBoxLayout* rowOf(const QString& text, std::initializer_list<QWidget*> controls) {
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * metrics::kGap);
  auto* label = new QLabel(text);
  label->setMinimumWidth(metrics::kLabelColumn);
  label->setBuddy(*controls.begin());
  row->addWidget(label);
  bool first = true;
  for (QWidget* control : controls) {
    row->addWidget(control, first ? 1 : 0);
    first = false;
  }
  return row;
}

} // namespace

// The colours of the lines: from unsure to sure with the two ends in numbers, or around the circle
// with an arrow at each quarter.
class LineColours : public QWidget {
 public:
  explicit LineColours(const Theme& theme) : theme_(theme) {
    setMinimumHeight(metrics::kControlSmall);
    setColour(LineColour::Confidence);
  }

  void setColour(LineColour colour) {
    colour_ = colour;
    setAccessibleName(colour == LineColour::Confidence
                          ? MatchesInspect::tr("Colours of confidence, from 0 to 1")
                          : MatchesInspect::tr("Colours of direction"));
    setToolTip(accessibleName());
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const bool confidence = colour_ == LineColour::Confidence;
    const int inset = QFontMetrics(font()).horizontalAdvance('0') + 2 * metrics::kGap;
    const QRect bar(inset, height() / 2 - metrics::kGap, width() - 2 * inset, 2 * metrics::kGap);
    for (int x = 0; x < bar.width(); ++x) {
      const double place = static_cast<double>(x) / bar.width();
      painter.fillRect(bar.left() + x, bar.top(), 1, bar.height(),
                       confidence ? confidenceColour(place) : directionColour(place));
    }
    painter.setPen(theme_.tokens().textSecond);
    if (confidence) {
      painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(0));
      painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(1));
      return;
    }
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("→"));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("→"));
    painter.setPen(theme_.tokens().markInk);
    const QString quarters[] = {QStringLiteral("↑"), QStringLiteral("←"), QStringLiteral("↓")};
    for (int i = 0; i < 3; ++i) {
      const QRect box(bar.left() + bar.width() * (i + 1) / 4 - inset, 0, 2 * inset, height());
      painter.drawText(box, Qt::AlignCenter, quarters[i]);
    }
  }

 private:
  const Theme& theme_;
  LineColour colour_ = LineColour::Confidence;
};

MatchesInspect::MatchesInspect(Inspection& inspection, MatchCanvas& canvas, const Theme& theme)
    : inspection_(inspection), canvas_(canvas) {
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("matchesInspect", panel);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(area);
  makeLines(*panel);
  makeFilters(*panel, theme);
  PlotFrame* offsets = makeOffsetFrame(tr("Where the matches point"), inspection, theme);
  addSection(*panel, {})->addWidget(offsets);
  panel->addStretch();
  connect(offsets, &PlotFrame::told, this, &MatchesInspect::told);
  connect(confidence_, &PlotFrame::told, this, &MatchesInspect::told);
  connect(&canvas_, &MatchCanvas::chosen, this, &MatchesInspect::showChoice);
  connect(&inspection_, &Inspection::filterChanged, this, &MatchesInspect::showFilter);
  showChoice();
  showFilter();
}

void MatchesInspect::makeLines(QBoxLayout& panel) {
  slider_ = new QSlider(Qt::Horizontal);
  slider_->setObjectName("lineSlider");
  slider_->setAccessibleName(tr("Number of lines"));
  slider_->setRange(kLeastLines, kMostLines);
  slider_->setMinimumHeight(metrics::kControlSmall);
  number_ = makeNumber("lineCount", tr("Number of lines"), kLeastLines, kMostLines);
  number_->setValue(kUsualLines);
  slider_->setValue(kUsualLines);
  order_ = new QComboBox;
  order_->setObjectName("lineOrder");
  order_->setAccessibleName(tr("Which matches are drawn"));
  order_->addItem(tr("Evenly spread"), static_cast<int>(LineOrder::EvenlySpread));
  order_->addItem(tr("Best"), static_cast<int>(LineOrder::Best));
  order_->addItem(tr("Worst"), static_cast<int>(LineOrder::Worst));
  order_->addItem(tr("Random"), static_cast<int>(LineOrder::Random));
  seed_ = makeNumber("lineSeed", tr("Seed of the random choice"), 1, kSeeds);
  colour_ = new QComboBox;
  colour_->setObjectName("lineColour");
  colour_->setAccessibleName(tr("Colour of the lines"));
  colour_->addItem(tr("Confidence"), static_cast<int>(LineColour::Confidence));
  colour_->addItem(tr("Direction"), static_cast<int>(LineColour::Direction));
  auto* rings = new QCheckBox(tr("Ring where nothing is sure"));
  rings->setObjectName("rings");
  rings->setAccessibleName(rings->text());
  rings->setChecked(true);
  count_ = makeText("second");
  count_->setWordWrap(true);
  QBoxLayout* section = addSection(panel, tr("Lines"));
  section->addWidget(count_);
  section->addLayout(rowOf(tr("Number"), {slider_, number_}));
  section->addLayout(rowOf(tr("Choose"), {order_, seed_}));
  section->addLayout(rowOf(tr("Colour by"), {colour_}));
  section->addWidget(rings);
  connect(slider_, &QSlider::valueChanged, number_, &QSpinBox::setValue);
  connect(number_, &QSpinBox::valueChanged, slider_, &QSlider::setValue);
  connect(number_, &QSpinBox::valueChanged, &canvas_, &MatchCanvas::setLineCount);
  connect(rings, &QCheckBox::toggled, &canvas_, &MatchCanvas::setRings);
  const auto reorder = [this] {
    const auto order = static_cast<LineOrder>(order_->currentData().toInt());
    seed_->setVisible(order == LineOrder::Random);
    canvas_.setOrder(order, static_cast<unsigned>(seed_->value()));
  };
  connect(order_, &QComboBox::currentIndexChanged, this, reorder);
  connect(seed_, &QSpinBox::valueChanged, this, reorder);
  connect(colour_, &QComboBox::currentIndexChanged, this, [this] {
    const auto colour = static_cast<LineColour>(colour_->currentData().toInt());
    canvas_.setColour(colour);
    colours_->setColour(colour);
  });
  seed_->hide();
}

void MatchesInspect::makeFilters(QBoxLayout& panel, const Theme& theme) {
  confidence_ = new PlotFrame({}, new ConfidencePlot(inspection_, theme), theme);
  confidence_->plot().setMinimumHeight(theme.fontPixels(metrics::kPlotLow));
  length_ = makeNumber("filterLength", tr("Longest offset in pixels"), 0, kMostLength);
  back_ = makeNumber("filterBack", tr("Largest distance there and back in pixels"), 0, kMostBack);
  for (QSpinBox* box : {length_, back_}) {
    box->setSpecialValueText(tr("any"));
    box->setSuffix(tr(" px"));
    connect(box, &QSpinBox::valueChanged, this, &MatchesInspect::readFilter);
  }
  pins_ = new QCheckBox(tr("Pins only"));
  pins_->setObjectName("pinsOnly");
  pins_->setAccessibleName(pins_->text());
  connect(pins_, &QCheckBox::clicked, this, &MatchesInspect::readFilter);
  QBoxLayout* section = addSection(panel, {});
  section->addWidget(confidence_);
  colours_ = new LineColours(theme);
  section->addWidget(colours_);
  section->addLayout(rowOf(tr("Offset up to"), {length_}));
  section->addLayout(rowOf(tr("Back within"), {back_}));
  section->addWidget(pins_);
}

void MatchesInspect::showChoice() {
  const Correspondence* matches = inspection_.correspondence();
  const double sure = inspection_.sureShareHere();
  const auto all = matches != nullptr ? matches->confidence.values.size() : 0;
  count_->setText(tr("%1 of %2 sure matches are drawn")
                      .arg(QLocale().toString(static_cast<int>(canvas_.choice().lines.size())),
                           QLocale().toString(qRound64(sure * static_cast<double>(all)))));
}

void MatchesInspect::showFilter() {
  const MatchFilter& filter = inspection_.filter();
  confidence_->setHeading(
      tr("Show only confidence above %1").arg(QLocale().toString(filter.leastConfidence, 'f', 2)));
  const QSignalBlocker blockers[] = {QSignalBlocker(length_), QSignalBlocker(back_)};
  constexpr double kAny = std::numeric_limits<double>::infinity();
  length_->setValue(filter.mostLength == kAny ? 0 : qRound(filter.mostLength));
  back_->setValue(filter.mostForwardBackward == kAny ? 0 : qRound(filter.mostForwardBackward));
  pins_->setChecked(filter.pinsOnly);
}

void MatchesInspect::readFilter() {
  constexpr double kAny = std::numeric_limits<double>::infinity();
  MatchFilter filter = inspection_.filter();
  filter.mostLength = length_->value() == 0 ? kAny : length_->value();
  filter.mostForwardBackward = back_->value() == 0 ? kAny : back_->value();
  filter.pinsOnly = pins_->isChecked();
  inspection_.setFilter(filter);
}

} // namespace refscale::ui
