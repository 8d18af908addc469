// The maps that a pane can show, and their values as numbers: what is read under the pointer, what
// is coloured, counted and saved. Knows no colour and no widget.
#pragma once

#include <QPointF>
#include <QString>
#include <optional>

#include "core/pipeline/result.h"
#include "ui/models/mask.h"

namespace refscale::ui {

enum class MapKind {
  Confidence,
  Uniqueness,
  ForwardBackward,
  OffsetLength,
  OffsetDirection,
  MaskWeight,
  Borrowed,
  WhichReference
};
inline constexpr int kMapKinds = 8;

enum class OffsetPart { Total, Match, Learned }; // total = match + learned

inline constexpr int kMapScales = 3;
[[nodiscard]] const char* mapScaleName(int scale); // 0: "relu3_1" (4 output pixels), 1, 2

struct MapChoice {
  MapKind kind = MapKind::Confidence;
  int scale = 0; // for offsets and mask weight
  OffsetPart part = OffsetPart::Match;

  [[nodiscard]] bool hasScale() const;
  [[nodiscard]] bool hasPart() const;
  friend bool operator==(const MapChoice&, const MapChoice&) = default;
};

// Why a map can or cannot be shown at once.
enum class MapState {
  Ready,
  NeedsRestoring,  // the restoration did not keep what the aggregation did
  OtherReference,  // the aggregation read another reference
  NothingBorrowed, // the result was made without a reference
  NotInModel       // the matcher or the model has nothing of the kind
};
[[nodiscard]] MapState mapState(const pipeline::UpscaleResult& result, int reference,
                                const MapChoice& choice);

struct MapField {
  MapChoice choice;
  // Confidence, uniqueness, mask weight as they are; forward-backward in output pixels; lengths in
  // pixels of the scale; directions in degrees, right is 0 and up is 90; Borrowed 1 or 0; which
  // reference its index. NaN: there is no value.
  Field<float> values;
  Field<Vec2f> vectors;         // of directions: what they are directions of
  Field<float> learned;         // of offsets where known: length of the learned part, same grid
  Field<float> certainty;       // confidence on the match grid, for words beside the value
  float sure = kSureConfidence; // from which confidence on a place counts as borrowed
};

// Throws nothing; empty values where the map's state is not Ready. Where `painted` is, nothing was
// borrowed.
[[nodiscard]] MapField makeMapField(const pipeline::UpscaleResult& result, int reference,
                                    const MapChoice& choice, float sure = kSureConfidence,
                                    const MaskHandle& painted = {});

// Of the cell that an output pixel lies in; NaN outside.
[[nodiscard]] float valueAt(const Field<float>& field, QPointF output);

// In the language's numbers: "0.94", "52 px", "66°", "Borrowed, 0.88".
[[nodiscard]] QString valueText(const MapField& field, QPointF output);
[[nodiscard]] QString numberText(MapKind kind, double value); // "0.94", "52 px", "66°"

[[nodiscard]] QString mapTitle(MapKind kind);               // "Match confidence"
[[nodiscard]] QString mapDetail(const MapChoice& choice);   // "relu3_1 · total", may be empty
[[nodiscard]] QString mapUnit(const MapChoice& choice);     // over the colour bar
[[nodiscard]] QString mapFileName(const MapChoice& choice); // "offset-length-relu3_1-total"

} // namespace refscale::ui
