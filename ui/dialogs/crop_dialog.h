// Choosing a part of a picture: a rectangle drawn on it, or typed as numbers. Changes nothing
// itself.
#pragma once

#include <QDialog>
#include <QRect>

#include "ui/worker/messages.h"

class QPushButton;
class QSpinBox;

namespace refscale::ui {

class Theme;

// The picture, fitted, and the rectangle on it: drawn anew, moved, or pulled at a corner.
class CropCanvas : public QWidget {
  Q_OBJECT
 public:
  CropCanvas(PyramidHandle picture, const Theme& theme);

  [[nodiscard]] const QRect& area() const { return area_; } // picture pixels
  void setArea(const QRect& area);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QPointF toWidget(QPointF picture) const;

 Q_SIGNALS:
  void areaChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] QRectF frame() const; // of the picture in the widget
  [[nodiscard]] QPointF toPicture(QPointF widget) const;
  [[nodiscard]] int cornerAt(QPointF widget) const; // 0..3, clockwise from the upper left; -1: none

  PyramidHandle picture_;
  const Theme& theme_;
  QRect area_;
  QPointF fixed_;   // the corner that stays while one is pulled, picture pixels
  QPointF grabbed_; // of the area from its upper left corner, while it is moved
  bool moves_ = false;
};

class CropDialog : public QDialog {
  Q_OBJECT
 public:
  CropDialog(const PictureHandle& picture, const Theme& theme, QWidget* parent = nullptr);

  [[nodiscard]] QRect area() const;
  [[nodiscard]] bool wantsWhole() const { return whole_; } // back to the picture as it was read

 private:
  void showArea();
  void takeNumbers();

  CropCanvas* canvas_;
  QSpinBox* left_;
  QSpinBox* top_;
  QSpinBox* width_;
  QSpinBox* height_;
  QPushButton* accept_;
  QSize size_;
  bool whole_ = false;
};

} // namespace refscale::ui
