// The canvas of the matches view: input left, reference right (one above the other where it is
// higher than wide), lines between what matches, and the match of what is under the pointer, both
// ways. Wheel and drag move the pane under the pointer.
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <memory>
#include <vector>

#include "core/base/correspondence.h"
#include "ui/canvas/pyramid.h"
#include "ui/canvas/view_transform.h"
#include "ui/models/match_lines.h"

namespace refscale::ui {

class Theme;

// What is compared. The correspondence is shared with the result that it belongs to.
struct MatchScene {
  QString inputName, referenceName;
  PyramidHandle input, reference;
  QSize outputSize;           // the input's frame
  QSize matchedReferenceSize; // the reference's frame: its size as it was matched
  std::shared_ptr<const Correspondence> matches;
};

class MatchCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit MatchCanvas(const Theme& theme, QWidget* parent = nullptr);

  void setScene(MatchScene scene);
  void setLineCount(int count); // 10 to 400
  void setRings(bool shown);
  void fit();

  [[nodiscard]] const LineChoice& choice() const { return choice_; }
  [[nodiscard]] const std::vector<MatchLine>& marked() const { return marked_; }
  [[nodiscard]] QPointF inputToWidget(QPointF output) const;
  [[nodiscard]] QPointF referenceToWidget(QPointF reference) const;

 Q_SIGNALS:
  // What is under the pointer, in words; empty outside of both pictures.
  void pointerAt(const QString& position, const QString& values);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  struct Pane {
    QRectF rect;
    ViewTransform transform;
  };
  [[nodiscard]] bool isReady() const { return scene_.matches != nullptr; }
  [[nodiscard]] std::size_t paneAt(QPointF widget) const;
  void layOut();
  void rechoose();
  void mark(std::vector<MatchLine> lines, const QString& position);
  void markUnder(QPointF widget);
  void drawPane(QPainter& painter, const Pane& pane, const PyramidHandle& pyramid,
                const QString& name) const;
  void drawLines(QPainter& painter) const;
  void drawRings(QPainter& painter) const;
  void drawMarked(QPainter& painter) const;

  const Theme& theme_;
  MatchScene scene_;
  std::array<Pane, 2> panes_; // input, reference
  int count_ = 60;
  bool rings_ = true;
  LineChoice choice_;
  std::vector<MatchLine> marked_;
  std::size_t stepped_ = 0; // the next line that Tab goes to
  QTimer rechoose_;
  QPointF dragFrom_;
};

} // namespace refscale::ui
