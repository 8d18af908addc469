// The canvas of the matches view: input left, reference right (one above the other where it is
// higher than wide), lines between what matches, and the match of what is under the pointer, both
// ways. A drag marks a region (with Shift a lasso), a click pins; wheel and middle button move the
// pane under the pointer.
#pragma once

#include <QPolygonF>
#include <QTimer>
#include <QWidget>
#include <array>
#include <memory>
#include <vector>

#include "core/base/correspondence.h"
#include "ui/canvas/pyramid.h"
#include "ui/canvas/view_transform.h"
#include "ui/models/match_lines.h"
#include "ui/worker/background.h"

namespace refscale::ui {

class Inspection;
class Theme;

// What is compared. The correspondence is shared with the result that it belongs to.
struct MatchScene {
  QString inputName, referenceName;
  PyramidHandle input, reference;
  QSize outputSize;           // the input's frame
  QSize matchedReferenceSize; // the reference's frame: its size as it was matched
  std::shared_ptr<const Correspondence> matches;
};

enum class LineColour { Confidence, Direction };

class MatchCanvas : public QWidget {
  Q_OBJECT
 public:
  MatchCanvas(Inspection& inspection, const Theme& theme, QWidget* parent = nullptr);

  void setScene(MatchScene scene);
  void setLineCount(int count); // 10 to 400
  void setOrder(LineOrder order, unsigned seed);
  void setColour(LineColour colour);
  void setRings(bool shown);
  void setZoomTogether(bool together); // the reference follows the input
  void fit();
  void zoomTo(double zoom);        // both panes, about their middles
  void zoomBySteps(int steps);     // inwards
  void centreOn(std::size_t cell); // both panes on a match
  void pinMarked();                // the match that is lit up

  [[nodiscard]] const MatchScene& scene() const { return scene_; }
  [[nodiscard]] const LineChoice& choice() const { return choice_; }
  [[nodiscard]] bool isChoosing() const { return choosing_.isBusy(); } // chosen() follows
  [[nodiscard]] const std::vector<MatchLine>& marked() const { return marked_; }
  [[nodiscard]] QPointF inputToWidget(QPointF output) const;
  [[nodiscard]] QPointF referenceToWidget(QPointF reference) const;
  [[nodiscard]] Q_INVOKABLE QString valueSentence() const; // for screen readers

 Q_SIGNALS:
  // What is under the pointer, in words; empty outside of both pictures.
  void pointerAt(const QString& position, const QString& values);
  void chosen(); // other lines are drawn
  void markedChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override; // chooses what changed while nobody looked
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  struct Pane {
    QRectF rect;
    ViewTransform transform;
  };
  enum class Drag { None, Pan, Rectangle, Lasso };

  [[nodiscard]] bool isReady() const { return scene_.matches != nullptr; }
  [[nodiscard]] std::size_t paneAt(QPointF widget) const;
  void layOut();
  void rechoose();
  void moved(std::size_t pane); // zoomed or panned
  void mark(std::vector<MatchLine> lines, const QString& position);
  void markUnder(QPointF widget);
  void takeRegion();
  void drawPane(QPainter& painter, const Pane& pane, const PyramidHandle& pyramid,
                const QString& name) const;
  void drawLines(QPainter& painter) const;
  void drawRings(QPainter& painter) const;
  void drawMarked(QPainter& painter) const;
  void drawPins(QPainter& painter) const;
  void drawRegion(QPainter& painter) const;
  [[nodiscard]] QColor colourOf(const MatchLine& line) const;

  Inspection& inspection_;
  const Theme& theme_;
  MatchScene scene_;
  std::array<Pane, 2> panes_; // input, reference
  int count_ = 60;
  LineOrder order_ = LineOrder::EvenlySpread;
  unsigned seed_ = 1;
  LineColour colour_ = LineColour::Confidence;
  bool rings_ = true;
  bool together_ = false;
  LineChoice choice_;
  std::vector<MatchLine> marked_;
  std::optional<std::size_t> stepped_; // cell of the line that Tab went to last
  QTimer rechoose_;
  Drag drag_ = Drag::None;
  QPointF dragFrom_;
  QPolygonF region_;    // being dragged, widget
  NewestOnly choosing_; // last: joined before what its results go to is gone
};

} // namespace refscale::ui
