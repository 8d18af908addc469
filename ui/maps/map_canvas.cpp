#include "ui/maps/map_canvas.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <utility>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/linked_view.h"
#include "ui/inspection/inspection.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kSteer = 1, kSteerFast = 10; // output pixels
constexpr QSize kLeast(64, 80);
constexpr double kLeastRegion = 4; // view pixels: less was a click

} // namespace

MapCanvas::MapCanvas(Inspection& inspection, LinkedView& view, const Theme& theme, QWidget* parent)
    : QWidget(parent), inspection_(inspection), view_(view), theme_(theme) {
  installCanvasAccessibility();
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(kLeast);
  connect(&view_, &LinkedView::changed, this, qOverload<>(&QWidget::update));
  connect(&inspection_, &Inspection::positionChanged, this, [this] {
    update();
    announceCanvasValue(*this, valueSentence());
  });
  connect(&inspection_, &Inspection::brushChanged, this, qOverload<>(&QWidget::update));
  connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MapCanvas::setMap(MapHandle map) {
  map_ = std::move(map);
  update();
}

void MapCanvas::setPhoto(PyramidHandle photo) {
  photo_ = std::move(photo);
  update();
}

void MapCanvas::setOpacity(double opacity) {
  opacity_ = opacity;
  update();
}

void MapCanvas::setLetters(std::vector<QString> letters) {
  letters_ = std::move(letters);
  update();
}

QString MapCanvas::chipText() const {
  const auto at = inspection_.position();
  return at && map_ ? valueText(map_->field, *at) : QString();
}

QString MapCanvas::valueSentence() const {
  if (!map_) return tr("No map");
  const auto at = inspection_.position();
  QString title = mapTitle(map_->field.choice.kind);
  if (!at) return title;
  return tr("%1 at %2, %3: %4")
      .arg(title, QLocale().toString(static_cast<int>(at->x())),
           QLocale().toString(static_cast<int>(at->y())), chipText());
}

QRectF MapCanvas::target() const {
  const QRectF seen = view_.transform().visibleFrame();
  return {view_.transform().toView(seen.topLeft()), view_.transform().toView(seen.bottomRight())};
}

void MapCanvas::resizeEvent(QResizeEvent*) {
  Q_EMIT sizeChanged();
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
  view_.zoomBySteps(event->angleDelta().y() / 120.0, event->position());
  event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
  const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
  drag_ = shift && event->button() == Qt::LeftButton ? Drag::Region : Drag::Pan;
  dragFrom_ = event->position();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ == Drag::Pan) {
    view_.panBy(event->position() - dragFrom_);
    dragFrom_ = event->position();
  } else if (drag_ == Drag::Region) {
    region_ = QRectF(dragFrom_, event->position()).normalized();
    update();
  }
  const QPointF at = view_.transform().toFrame(event->position());
  const bool inside =
      view_.transform().isValid() && QRectF(QPointF(0, 0), view_.transform().frame()).contains(at);
  inspection_.setPosition(inside ? std::optional(at) : std::nullopt);
}

void MapCanvas::mouseReleaseEvent(QMouseEvent*) {
  drag_ = Drag::None;
  if (!region_) return;
  const QRectF box = *std::exchange(region_, std::nullopt);
  update();
  const Correspondence* matches = inspection_.correspondence();
  if (matches == nullptr || box.width() < kLeastRegion || box.height() < kLeastRegion) return;
  const QRectF frame(view_.transform().toFrame(box.topLeft()),
                     view_.transform().toFrame(box.bottomRight()));
  inspection_.setBrush(cellsInside(*matches, frame));
}

void MapCanvas::leaveEvent(QEvent*) {
  inspection_.setPosition({});
}

bool MapCanvas::crosshairKey(const QKeyEvent& event) {
  const QPointF direction = arrowDirection(event.key());
  if (!steering_ || direction.isNull() || !view_.transform().isValid()) return false;
  const bool fast = (event.modifiers() & Qt::ShiftModifier) != 0;
  const QPointF from = inspection_.position().value_or(view_.transform().visibleFrame().center());
  const QPointF to = from + direction * (fast ? kSteerFast : kSteer);
  const QSizeF frame = view_.transform().frame();
  inspection_.setPosition(QPointF(std::clamp(to.x(), 0.0, frame.width() - 1),
                                  std::clamp(to.y(), 0.0, frame.height() - 1)));
  return true;
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier) {
    steering_ = true;
  } else if (!crosshairKey(*event) && !view_.panByKey(*event)) {
    QWidget::keyPressEvent(event);
  }
}

void MapCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_C && !event->isAutoRepeat()) steering_ = false;
  QWidget::keyReleaseEvent(event);
}

void MapCanvas::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  steering_ = false;
  Q_EMIT used();
}

} // namespace refscale::ui
