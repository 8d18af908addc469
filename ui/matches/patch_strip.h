// Below the matches: the place under the pointer enlarged in the picture, in the reference and in
// the result, its numbers, and the pins.
#pragma once

#include <QFrame>
#include <array>

#include "ui/canvas/pyramid.h"

class QAbstractItemModel;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace refscale::ui {

class Inspection;
class PinsModel;
class Theme;

// A square cut-out of a picture around a place, enlarged, cells as cells.
class Patch : public QWidget {
  Q_OBJECT
 public:
  Patch(const QString& name, const Theme& theme);

  void setPicture(PyramidHandle picture, QSizeF frame); // frame: in which places are given
  void setPlace(std::optional<QPointF> place);
  void setName(const QString& name);
  [[nodiscard]] std::optional<QPointF> place() const { return place_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QLabel* label_;
  QString name_;
  PyramidHandle picture_;
  QSizeF frame_;
  std::optional<QPointF> place_;
};

class PatchStrip : public QFrame {
  Q_OBJECT
 public:
  PatchStrip(Inspection& inspection, const Theme& theme);

  // As high as it must be: all the rest is the canvas's.
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override; // what has no room is left out

  [[nodiscard]] Patch& input() const { return *patches_[0]; }
  [[nodiscard]] Patch& match() const { return *patches_[1]; }
  [[nodiscard]] Patch& result() const { return *patches_[2]; }

 Q_SIGNALS:
  void pinWanted();
  void centreWanted(std::size_t cell);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QWidget* makeNumbers();
  [[nodiscard]] QWidget* makePins();
  void follow(); // to the place under the pointer
  void showPins();

  Inspection& inspection_;
  const Theme& theme_;
  std::array<Patch*, 3> patches_{};
  PinsModel* model_;
  QWidget* numbers_;
  QWidget* pins_;
  QTableView* table_ = nullptr;
  QLabel* count_ = nullptr;
  QPushButton* clear_ = nullptr;
};

} // namespace refscale::ui
