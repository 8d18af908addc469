// The brush in the hand: which kind, how large, and what becomes of the painted area of the
// document with each stroke or command, every one a step of undo.
#pragma once

#include <QObject>
#include <optional>

#include "ui/models/mask.h"

namespace refscale::ui {

class Document;

class MaskEditor : public QObject {
  Q_OBJECT
 public:
  static constexpr int kLeastSize = 4, kMostSize = 512, kUsualSize = 48; // output pixels

  explicit MaskEditor(Document& document, QObject* parent = nullptr);

  [[nodiscard]] std::optional<BrushKind> brush() const { return brush_; }
  void setBrush(std::optional<BrushKind> brush); // nothing: the hand is empty
  [[nodiscard]] int size() const { return size_; }
  void setSize(int size);
  void grow(int steps); // by about a quarter each; negative shrinks

  void stroke(const QPolygonF& path); // output pixels
  void add(const QImage& cells);      // of the picture's size, white where to paint
  void invert();
  void clear();

 Q_SIGNALS:
  void brushChanged(); // kind or size

 private:
  [[nodiscard]] QSize inputSize() const;

  Document& document_;
  std::optional<BrushKind> brush_;
  int size_ = kUsualSize;
};

} // namespace refscale::ui
