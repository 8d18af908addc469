#include "core/pipeline/engine/view.h"

#include <algorithm>
#include <cmath>

namespace refscale::pipeline {

using geometry::Point;

namespace {

// Sets the values of cells whose match leads to a place that does not show the source to 0.
void clearBackground(const View& view, Field<float>& values) {
  if (view.here.empty()) return;
  for (int y = 0; y < values.height; ++y) {
    for (int x = 0; x < values.width; ++x) {
      const Vec2f cell = view.matches.cells.at(x, y);
      if (view.here.at(x + static_cast<int>(cell.x), y + static_cast<int>(cell.y)) == 0) {
        values.at(x, y) = 0;
      }
    }
  }
}

} // namespace

void forgetBackground(View& view) {
  clearBackground(view, view.matches.confidence);
}

void keepToSource(const View& view, Field<float>& weights) {
  clearBackground(view, weights);
}

Correspondence inSource(const View& view, int width, int height) {
  Correspondence result = view.matches;
  if (!view.toSource) return result;
  result.referenceWidth = width;
  result.referenceHeight = height;
  const auto cell = [](double offset, int at, int size) {
    const int whole = at + static_cast<int>(std::lround(offset / kScale));
    return static_cast<float>(std::clamp(whole, 0, size - 1) - at);
  };
  for (int y = 0; y < result.cells.height; ++y) {
    for (int x = 0; x < result.cells.width; ++x) {
      const Vec2f shift = view.matches.pixels.at(x, y);
      const Point middle{x * kScale + geometry::kMiddle, y * kScale + geometry::kMiddle};
      const Point there = (*view.toSource)({middle.x + shift.x, middle.y + shift.y});
      // Never outside the source: a mapping goes on beyond its borders.
      const double dx = std::clamp(there.x, 0.0, width * double{kScale} - 1) - middle.x;
      const double dy = std::clamp(there.y, 0.0, height * double{kScale} - 1) - middle.y;
      result.pixels.at(x, y) = {static_cast<float>(dx), static_cast<float>(dy)};
      result.cells.at(x, y) = {cell(dx, x, width), cell(dy, y, height)};
    }
  }
  // Where nothing of the reference is seen the input was matched with itself: that tells nothing of
  // the reference.
  const auto nowhere = static_cast<float>(std::hypot(width, height));
  Field<float> seen(result.cells.width, result.cells.height, kScale, 1.0F);
  clearBackground(view, seen);
  for (std::size_t i = 0; i < seen.values.size(); ++i) {
    if (seen.values[i] != 0) continue;
    for (Field<float>* field : {&result.score, &result.uniqueness, &result.agreement}) {
      if (!field->empty()) field->values[i] = 0;
    }
    if (!result.forwardBackward.empty()) result.forwardBackward.values[i] = nowhere;
  }
  return result;
}

void showInSource(const View& view, std::vector<AggregationMap>& maps) {
  if (!view.toSource) return;
  for (AggregationMap& map : maps) {
    const double step = map.matchOffset.step; // output pixels
    for (int y = 0; y < map.matchOffset.height; ++y) {
      for (int x = 0; x < map.matchOffset.width; ++x) {
        Vec2f& match = map.matchOffset.at(x, y);
        Vec2f& learned = map.learnedOffset.at(x, y);
        const Point here{(x + 0.5) * step - 0.5, (y + 0.5) * step - 0.5};
        const Point seen{here.x + match.x * step, here.y + match.y * step};
        const Point there = (*view.toSource)(seen);
        const Point moved =
            (*view.toSource)({seen.x + learned.x * step, seen.y + learned.y * step});
        match = {static_cast<float>((there.x - here.x) / step),
                 static_cast<float>((there.y - here.y) / step)};
        learned = {static_cast<float>((moved.x - there.x) / step),
                   static_cast<float>((moved.y - there.y) / step)};
      }
    }
  }
}

media::Picture maskSeen(const View& view, const media::Picture& mask) {
  if (!view.toSource) return mask;
  bool anyFree = false;
  const media::Picture& shape = view.reference->picture;
  media::Picture seen(shape.width(), shape.height(), 1, media::Sample::U8);
  for (int y = 0; y < seen.height(); ++y) {
    auto* row = seen.row<std::uint8_t>(y);
    for (int x = 0; x < seen.width(); ++x) {
      if (view.here.at(x / kScale, y / kScale) == 0) continue;
      const Point there = (*view.toSource)({static_cast<double>(x), static_cast<double>(y)});
      if (there.x < 0 || there.y < 0 || there.x > mask.width() - 1 || there.y > mask.height() - 1) {
        continue;
      }
      // Every pixel that bilinear sampling there would read.
      for (const double sy : {std::floor(there.y), std::ceil(there.y)}) {
        for (const double sx : {std::floor(there.x), std::ceil(there.x)}) {
          row[x] |= mask.row<std::uint8_t>(static_cast<int>(sy))[static_cast<int>(sx)];
        }
      }
      anyFree = anyFree || row[x] == 0;
    }
  }
  if (!anyFree) std::fill(seen.bytes().begin(), seen.bytes().end(), std::byte{255});
  return seen;
}

} // namespace refscale::pipeline
