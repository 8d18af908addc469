// The canvas of the picture view: two layers, A and B, under one transform, in the ways of
// comparing them. Takes layers and shows them; knows nothing of documents or files.
#pragma once

#include <QBasicTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/canvas/comparison.h"
#include "ui/canvas/pyramid.h"
#include "ui/canvas/reach.h"
#include "ui/canvas/view_transform.h"
#include "ui/inspection/cell_overlay.h"
#include "ui/models/mask.h"

namespace refscale::ui {

class Theme;

// A part of the frame's whole width that covers the layer below it: rows of a result that is still
// being made.
struct CanvasRows {
  int top = 0; // frame
  PyramidHandle pyramid;
};

// Single shows B where there is one (the result), and like every mode A alone while Space is held.
// Loupe shows what Single does, and in a box the same place of A and of B, enlarged.
class CompareCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit CompareCanvas(const Theme& theme, QWidget* parent = nullptr);

  // The frame keeps zoom and position as long as its size stays.
  void setFrame(QSize frame);
  void setLayers(CanvasLayer a, CanvasLayer b);
  void setRows(std::vector<CanvasRows> rows); // over a layer that is shown alone
  void setReach(ReachHandle reach);           // hatched over a single layer; null: nothing is
  void setMask(MaskHandle mask);              // drawn over all layers; null: none
  // With a brush in hand the left button paints; nothing: it pans. Size in frame pixels.
  void setBrush(std::optional<BrushKind> brush, int size);
  void setMode(CompareMode mode);
  void setDifference(DifferenceKind kind, int gain); // gain: 1, 2, 4, 8
  void setBlinkInterval(int millis);                 // 200 to 2000
  void setReducedMotion(bool reduced);               // nothing blinks by itself: Space steps
  void setLoupe(int magnification);                  // device pixels a frame pixel: 2, 4, 8
  void setMarked(const CellSet& cells); // outlined, the others dimmed; an empty set: none

  [[nodiscard]] CompareMode mode() const { return mode_; }
  [[nodiscard]] const CanvasLayer& layerA() const { return a_; }
  [[nodiscard]] const CanvasLayer& layerB() const { return b_; }
  [[nodiscard]] const ReachHandle& reach() const { return reach_; }
  [[nodiscard]] double splitPosition() const { return split_; } // 0..1
  [[nodiscard]] bool splitIsHorizontal() const { return horizontal_; }
  [[nodiscard]] bool showsOnlyA() const { return spaceHeld_; }
  [[nodiscard]] bool blinks() const { return blink_.isActive(); }
  [[nodiscard]] bool blinkShowsB() const { return blinkShowsB_; }
  [[nodiscard]] Comparison comparison() const; // for a picture of it
  // What the loupe enlarges, in frame pixels: the pointer's place or the last one; the middle of
  // the view after it was moved by keys; or the place where it is pinned.
  [[nodiscard]] QPointF loupePlace() const;
  [[nodiscard]] bool loupeIsPinned() const { return loupePinned_; }
  [[nodiscard]] const ViewTransform& transform() const { return transform_; }
  [[nodiscard]] Q_INVOKABLE QString valueSentence() const; // for screen readers

  void fit();
  void zoomTo(double zoom); // about the middle of the view, or the pointer when it is inside
  void zoomStep(int steps); // + in, - out
  void setSplitPosition(double position);
  void turnSplit();
  void pinLoupe(bool pinned); // where it is; Shift+click and Enter do so too

 Q_SIGNALS:
  void viewChanged(); // zoom or position
  void splitChanged();
  void strokePainted(const QPolygonF& path); // frame pixels
  void brushPutAway();                       // by Escape
  // The frame pixel under the pointer and the layers' values there; empty text outside.
  void pointerAt(const QString& position, const QString& values);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void timerEvent(QTimerEvent* event) override;

 private:
  enum class Drag { None, Pan, Split, Paint };

  [[nodiscard]] QRectF paneA() const; // the whole widget but for side by side
  [[nodiscard]] QRectF paneB() const;
  [[nodiscard]] CompareMode shownMode() const; // Space and missing layers considered
  [[nodiscard]] const CanvasLayer& singleLayer() const {
    return b_.pyramid && !spaceHeld_ ? b_ : a_;
  }
  [[nodiscard]] QPointF inPane(QPointF widget) const;
  [[nodiscard]] double splitCoordinate() const; // view pixels along the split's axis
  [[nodiscard]] bool isOnSplit(QPointF position) const;
  void layOut();
  void letBlink(); // where it may
  void changed();
  void announceLoupe();
  void reportPointer(QPointF position);
  void showCursor(QPointF position);
  [[nodiscard]] bool splitKey(const QKeyEvent& event);
  [[nodiscard]] bool panKey(const QKeyEvent& event);
  [[nodiscard]] bool loupeKey(const QKeyEvent& event);

  void drawLayer(QPainter& painter, const QRectF& pane, const CanvasLayer& layer) const;
  // The part `part` of the frame, filling `target`.
  void drawPart(QPainter& painter, const QRectF& target, const CanvasLayer& layer,
                const QRectF& part) const;
  void drawRows(QPainter& painter) const;
  void drawSplit(QPainter& painter) const;
  void drawSideBySide(QPainter& painter) const;
  void drawDifference(QPainter& painter) const;
  [[nodiscard]] QImage rendered(const CanvasLayer& layer, const QRect& part) const;
  void drawLoupe(QPainter& painter) const;
  void drawLabel(QPainter& painter, const QRectF& room, const QString& text,
                 Qt::Alignment side) const;
  void drawReachAndLegend(QPainter& painter) const;
  void drawPaint(QPainter& painter) const;
  void drawNavigator(QPainter& painter) const;
  void drawCrosshair(QPainter& painter, const QRectF& pane) const;

  const Theme& theme_;
  CanvasLayer a_, b_;
  std::vector<CanvasRows> rows_;
  ReachHandle reach_;
  MaskHandle mask_;
  std::optional<BrushKind> brush_;
  int brushSize_ = 1;
  QPolygonF stroke_; // frame, while it is made
  CellOverlay marked_;
  CompareMode mode_ = CompareMode::Single;
  ViewTransform transform_;
  double split_ = 0.5;
  bool horizontal_ = false;
  DifferenceKind difference_ = DifferenceKind::Absolute;
  int gain_ = 4;
  bool spaceHeld_ = false;
  bool blinkShowsB_ = false;
  int blinkMillis_ = 600;
  bool reducedMotion_ = false;
  QBasicTimer blink_;
  int loupe_ = 4;
  bool loupePinned_ = false;
  std::optional<QPointF> loupeAt_; // frame
  Drag drag_ = Drag::None;
  Qt::MouseButton dragButton_ = Qt::NoButton;
  QPointF paneOrigin_; // of the pane that a stroke began in
  QPointF dragFrom_;
  std::optional<QPointF> pointer_; // frame
};

} // namespace refscale::ui
