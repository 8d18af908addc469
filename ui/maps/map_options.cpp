#include "ui/maps/map_options.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr double kMostValue = 100'000;

QDoubleSpinBox* makeNumber(const char* name, const QString& accessible) {
  auto* box = new QDoubleSpinBox;
  box->setObjectName(QString::fromLatin1(name));
  box->setAccessibleName(accessible);
  box->setRange(0, kMostValue);
  box->setDecimals(2);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  box->setKeyboardTracking(false);
  return box;
}

} // namespace

MapOptions::MapOptions()
    : opacity_(new QSlider(Qt::Horizontal)),
      rule_(new QComboBox),
      low_(makeNumber("mapLow", tr("Lowest value"))),
      high_(makeNumber("mapHigh", tr("Highest value"))),
      logarithmic_(new QCheckBox(tr("Logarithmic"))),
      share_(new QCheckBox(tr("Panes with the same map share a range"))) {
  setProperty("role", "panel");
  opacity_->setObjectName("mapOpacity");
  opacity_->setAccessibleName(tr("How much the map covers the picture"));
  opacity_->setRange(0, 100);
  opacity_->setMinimumHeight(metrics::kControlSmall);
  rule_->setObjectName("mapRange");
  rule_->setAccessibleName(tr("Range of the colours"));
  rule_->addItem(tr("Usual"), static_cast<int>(RangeRule::Usual));
  rule_->addItem(tr("1st to 99th percentile"), static_cast<int>(RangeRule::Percentiles));
  rule_->addItem(tr("Typed"), static_cast<int>(RangeRule::Typed));
  logarithmic_->setObjectName("mapLogarithmic");
  share_->setObjectName("mapShareRange");
  for (QCheckBox* box : {logarithmic_, share_}) box->setAccessibleName(box->text());
  auto* ends = new QHBoxLayout;
  ends->addWidget(low_);
  ends->addWidget(makeText("second", tr("to")));
  ends->addWidget(high_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                             metrics::kPadding);
  column->setSpacing(2 * metrics::kGap);
  column->addWidget(makeText("heading", tr("Over the picture")));
  column->addWidget(opacity_);
  column->addWidget(makeText("heading", tr("Range")));
  column->addWidget(rule_);
  column->addLayout(ends);
  column->addWidget(logarithmic_);
  column->addWidget(share_);
  connect(opacity_, &QSlider::valueChanged, this, &MapOptions::read);
  connect(rule_, &QComboBox::activated, this, &MapOptions::read);
  for (QDoubleSpinBox* box : {low_, high_}) {
    connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
      rule_->setCurrentIndex(rule_->findData(static_cast<int>(RangeRule::Typed)));
      read();
    });
  }
  connect(logarithmic_, &QCheckBox::clicked, this, &MapOptions::read);
  connect(share_, &QCheckBox::clicked, this, &MapOptions::shareChanged);
}

void MapOptions::show(const PaneWish& wish, const MapRange& range) {
  wish_ = wish;
  const QSignalBlocker blockers[] = {QSignalBlocker(opacity_), QSignalBlocker(low_),
                                     QSignalBlocker(high_)};
  const MapKind kind = wish.choice.kind;
  opacity_->setValue(qRound(wish.opacity * 100));
  rule_->setCurrentIndex(rule_->findData(static_cast<int>(wish.rule)));
  low_->setValue(range.low);
  high_->setValue(range.high);
  logarithmic_->setChecked(wish.typed.logarithmic);
  for (QWidget* w : {static_cast<QWidget*>(rule_), static_cast<QWidget*>(low_),
                     static_cast<QWidget*>(high_), static_cast<QWidget*>(share_)}) {
    w->setEnabled(hasRange(kind));
  }
  logarithmic_->setEnabled(mayBeLogarithmic(kind));
}

bool MapOptions::sharesRange() const {
  return share_->isChecked();
}

void MapOptions::read() {
  wish_.opacity = opacity_->value() / 100.0;
  wish_.rule = static_cast<RangeRule>(rule_->currentData().toInt());
  wish_.typed = {low_->value(), high_->value(), logarithmic_->isChecked()};
  Q_EMIT changed(wish_);
}

} // namespace refscale::ui
