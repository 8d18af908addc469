#include "ui/dialogs/crop_dialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/worker/picture_edits.h"

namespace refscale::ui {
namespace {

constexpr QSize kCanvas(560, 380);
constexpr double kShade = 0.6; // of what is cut away
constexpr double kHandle = 4;  // half a side
constexpr double kReach = 14;  // of the pointer to a corner

std::array<QPointF, 4> cornersOf(const QRectF& r) {
  return {r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft()};
}

// Inside the picture and not too small.
QRect fitted(QRect area, const QSize& size) {
  const int width = std::clamp(area.width(), std::min(kLeastCrop, size.width()), size.width());
  const int height = std::clamp(area.height(), std::min(kLeastCrop, size.height()), size.height());
  return {std::clamp(area.x(), 0, size.width() - width),
          std::clamp(area.y(), 0, size.height() - height), width, height};
}

} // namespace

CropCanvas::CropCanvas(PyramidHandle picture, const Theme& theme)
    : picture_(std::move(picture)), theme_(theme), area_(QPoint(0, 0), picture_->size()) {
  setObjectName("cropCanvas");
  setAccessibleName(tr("Part of the picture"));
  setMinimumSize(kCanvas / 2);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setCursor(Qt::CrossCursor);
}

QSize CropCanvas::sizeHint() const {
  return kCanvas;
}

void CropCanvas::setArea(const QRect& area) {
  const QRect next = fitted(area, picture_->size());
  if (next == area_) return;
  area_ = next;
  update();
  Q_EMIT areaChanged();
}

QRectF CropCanvas::frame() const {
  const QRectF room = QRectF(rect()).adjusted(kHandle, kHandle, -kHandle, -kHandle);
  const QSizeF size = QSizeF(picture_->size()).scaled(room.size(), Qt::KeepAspectRatio);
  return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QPointF CropCanvas::toWidget(QPointF picture) const {
  const QRectF f = frame();
  return f.topLeft() + picture * (f.width() / picture_->size().width());
}

QPointF CropCanvas::toPicture(QPointF widget) const {
  const QRectF f = frame();
  const QSize size = picture_->size();
  const QPointF p = (widget - f.topLeft()) * (size.width() / f.width());
  return {std::clamp(p.x(), 0.0, double(size.width())),
          std::clamp(p.y(), 0.0, double(size.height()))};
}

int CropCanvas::cornerAt(QPointF widget) const {
  const auto corners = cornersOf(QRectF(area_));
  for (int i = 0; i < 4; ++i) {
    const QPointF away = toWidget(corners.at(static_cast<std::size_t>(i))) - widget;
    if (std::hypot(away.x(), away.y()) <= kReach) return i;
  }
  return -1;
}

void CropCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const QPointF at = toPicture(event->position());
  const bool whole = area_.size() == picture_->size();
  const int corner = cornerAt(event->position());
  moves_ = corner < 0 && !whole && QRectF(area_).contains(at);
  if (corner >= 0) {
    fixed_ = cornersOf(QRectF(area_)).at(static_cast<std::size_t>((corner + 2) % 4));
  } else if (moves_) {
    grabbed_ = at - area_.topLeft();
  } else {
    fixed_ = at;
  }
}

void CropCanvas::mouseMoveEvent(QMouseEvent* event) {
  if ((event->buttons() & Qt::LeftButton) == 0) return;
  const QPointF at = toPicture(event->position());
  if (moves_) {
    setArea(QRect((at - grabbed_).toPoint(), area_.size()));
  } else {
    setArea(QRectF(fixed_, at).normalized().toRect());
  }
}

void CropCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& t = theme_.tokens();
  painter.fillRect(rect(), t.surround);
  const QRectF f = frame();
  drawPyramid(painter, f, *picture_, QRectF(QPointF(0, 0), QSizeF(picture_->size())));
  const QRectF kept(toWidget(area_.topLeft()),
                    toWidget(QPointF(area_.topLeft()) + QPointF(area_.width(), area_.height())));
  QPainterPath cut;
  cut.addRect(f);
  cut.addRect(kept);
  QColor shade = t.markCasing;
  shade.setAlphaF(kShade);
  painter.fillPath(cut, shade);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(t.markCasing, 3));
  painter.drawRect(kept);
  painter.setPen(QPen(t.mark, 1));
  painter.drawRect(kept);
  painter.setBrush(t.mark);
  painter.setPen(QPen(t.markCasing, 1));
  for (const QPointF& corner : cornersOf(kept)) {
    painter.drawRect(QRectF(corner, QSizeF(0, 0)).adjusted(-kHandle, -kHandle, kHandle, kHandle));
  }
}

CropDialog::CropDialog(const PictureHandle& picture, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      canvas_(new CropCanvas(picture->pyramid, theme)),
      size_(picture->pyramid->size()) {
  setObjectName("cropDialog");
  setWindowTitle(tr("Crop %1").arg(picture->name));
  auto* numbers = new QHBoxLayout;
  numbers->setSpacing(2 * metrics::kGap);
  const auto number = [&](const char* name, const QString& text, const QString& spoken, int most) {
    auto* box = new QSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(spoken);
    box->setRange(0, most);
    box->setSuffix(tr(" px"));
    box->setKeyboardTracking(false);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto* label = makeText("second", text);
    label->setBuddy(box);
    numbers->addWidget(label);
    numbers->addWidget(box);
    connect(box, &QSpinBox::valueChanged, this, &CropDialog::takeNumbers);
    return box;
  };
  left_ = number("cropLeft", tr("Left"), tr("Left edge"), size_.width());
  top_ = number("cropTop", tr("Top"), tr("Upper edge"), size_.height());
  width_ = number("cropWidth", tr("Width"), tr("Width"), size_.width());
  height_ = number("cropHeight", tr("Height"), tr("Height"), size_.height());
  numbers->addStretch();
  auto* buttons = new QDialogButtonBox;
  accept_ = buttons->addButton(tr("Crop"), QDialogButtonBox::AcceptRole);
  accept_->setObjectName("cropAccept");
  accept_->setProperty("primary", true);
  auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  for (QPushButton* button : {accept_, cancel}) button->setAccessibleName(button->text());
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  if (!picture->edits.crop.isNull()) {
    auto* whole = buttons->addButton(tr("Whole picture"), QDialogButtonBox::ResetRole);
    whole->setObjectName("cropWhole");
    whole->setAccessibleName(whole->text());
    connect(whole, &QPushButton::clicked, this, [this] {
      whole_ = true;
      accept();
    });
  }
  auto* hint =
      makeText("second", tr("Draw the part to keep; pull a corner, or drag it as a whole."));
  hint->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(metrics::kPadding);
  column->addWidget(hint);
  column->addWidget(canvas_, 1);
  column->addLayout(numbers);
  column->addWidget(buttons);
  connect(canvas_, &CropCanvas::areaChanged, this, &CropDialog::showArea);
  showArea();
}

QRect CropDialog::area() const {
  return canvas_->area();
}

void CropDialog::showArea() {
  const QRect& a = canvas_->area();
  for (const auto& [box, value] : {std::pair(left_, a.x()), std::pair(top_, a.y()),
                                   std::pair(width_, a.width()), std::pair(height_, a.height())}) {
    const QSignalBlocker quiet(box);
    box->setValue(value);
  }
  accept_->setEnabled(a.size() != size_);
}

void CropDialog::takeNumbers() {
  canvas_->setArea(QRect(left_->value(), top_->value(), width_->value(), height_->value()));
  showArea(); // what did not fit
}

} // namespace refscale::ui
