#include "ui/panels/drop_overlay.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kDimming = 0.85;

} // namespace

DropOverlay::DropOverlay(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName("dropOverlay");
  // Drags go to the page below, which asks here.
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
}

void DropOverlay::open(const DropSituation& situation, int files) {
  zones_.clear();
  if (!situation.hasInput) {
    zones_.push_back({DropTarget::Window, files == 1 ? tr("Drop it to enlarge it")
                                                     : tr("Drop them: the smallest is enlarged, "
                                                          "the others are references")});
  } else if (files == 1 && situation.references > 0) {
    zones_.push_back({DropTarget::Input, tr("Enlarge this picture instead")});
    zones_.push_back({DropTarget::References, tr("Add as a reference")});
  } else {
    zones_.push_back({DropTarget::Window,
                      files == 1 ? tr("Drop it as the reference") : tr("Drop them as references")});
  }
  under_ = 0;
  setGeometry(parentWidget()->rect());
  raise();
  show();
}

std::size_t DropOverlay::zoneAt(QPointF position) const {
  const auto count = static_cast<double>(zones_.size());
  const double part = position.x() / std::max(1, width()) * count;
  return static_cast<std::size_t>(std::clamp(part, 0.0, count - 1));
}

DropTarget DropOverlay::targetAt(QPointF position) const {
  return zones_.empty() ? DropTarget::Window : zones_[zoneAt(position)].target;
}

void DropOverlay::setPointer(QPointF position) {
  under_ = zoneAt(position);
  update();
}

QRectF DropOverlay::zoneRect(std::size_t index) const {
  const double gap = metrics::kPadding;
  const auto count = static_cast<double>(zones_.size());
  const double each = (width() - gap * (count + 1)) / count;
  return {gap + static_cast<double>(index) * (each + gap), gap, each, height() - 2 * gap};
}

void DropOverlay::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = theme_.tokens();
  QColor dim = t.window;
  dim.setAlphaF(kDimming);
  painter.fillRect(rect(), dim);
  QFont font = painter.font();
  font.setPixelSize(theme_.fontPixels(metrics::kFontTitle));
  painter.setFont(font);
  for (std::size_t i = 0; i < zones_.size(); ++i) {
    const bool chosen = i == under_;
    const QRectF zone = zoneRect(i);
    painter.setPen(QPen(chosen ? t.accent : t.lineStrong, chosen ? 2 : 1));
    painter.setBrush(chosen ? t.selection : t.panel);
    painter.drawRoundedRect(zone, metrics::kRadius, metrics::kRadius);
    painter.setPen(chosen ? t.text : t.textSecond);
    painter.drawText(zone.adjusted(metrics::kPadding, 0, -metrics::kPadding, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, zones_[i].sentence);
  }
}

} // namespace refscale::ui
