// What the picture view can show as A and as B: which pictures there are at the moment, under which
// names, and each as a layer. Reads the document alone.
#pragma once

#include <QString>
#include <vector>

#include "ui/canvas/comparison.h"

namespace refscale::ui {

class Document;

enum class Source {
  Bicubic,
  Result,
  PreviousResult,
  ReferenceOff,
  Warped,
  Truth,
  Snapshot,
  Reference
};

struct SourceItem {
  Source source;
  int index; // of the reference (of those the result was made with, for a warped one) or snapshot
  QString name; // short: for a box; a layer may have a longer one
  int id = 0;   // of the snapshot or reference, whatever comes and goes before it
  friend bool operator==(const SourceItem&, const SourceItem&) = default;
};

[[nodiscard]] std::vector<SourceItem> availableSources(const Document& document);

// Whether the picture itself is there; Reference off and warped references are made when asked for.
[[nodiscard]] bool isComputed(const Document& document, const SourceItem& item);

// While it is not computed, what is shown instead, and says so in its name.
[[nodiscard]] CanvasLayer layerOf(const Document& document, const SourceItem& item);

} // namespace refscale::ui
