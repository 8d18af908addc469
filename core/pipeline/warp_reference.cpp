#include "core/pipeline/warp_reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/media/color.h"

namespace refscale::pipeline {
namespace {

constexpr float kAlike = 1.5F; // cells: what moves by more is another thing, not the same surface

class Warp {
 public:
  Warp(const media::Picture& reference, const Correspondence& matches, float sure)
      : reference_(media::rgbBytes(reference)),
        matches_(matches),
        step_(matches.pixels.step),
        scaleX_(reference_.width() / (matches.referenceWidth * step_)),
        scaleY_(reference_.height() / (matches.referenceHeight * step_)),
        sure_(sure) {}

  void row(int y, std::uint8_t* to, int width) const {
    for (int x = 0; x < width; ++x, to += 4) {
      const auto offset = offsetAt(x + 0.5, y + 0.5);
      if (!offset) continue; // zero: transparent
      const double atX = (x + 0.5 + offset->x) * scaleX_;
      const double atY = (y + 0.5 + offset->y) * scaleY_;
      if (atX < 0 || atY < 0 || atX > reference_.width() || atY > reference_.height()) continue;
      sample(atX - 0.5, atY - 0.5, to);
      to[3] = 255;
    }
  }

 private:
  [[nodiscard]] bool isSure(int cellX, int cellY) const {
    return matches_.confidence.at(cellX, cellY) >= sure_;
  }

  // Of an output place: between the offsets of the four cells around it, as far as these are sure
  // and move with the cell that the place lies in.
  [[nodiscard]] std::optional<Vec2f> offsetAt(double x, double y) const {
    const Field<Vec2f>& offsets = matches_.pixels;
    const int ownX = std::min(static_cast<int>(x / step_), offsets.width - 1);
    const int ownY = std::min(static_cast<int>(y / step_), offsets.height - 1);
    if (!isSure(ownX, ownY)) return std::nullopt;
    const Vec2f own = offsets.at(ownX, ownY);
    const double gridX = x / step_ - 0.5;
    const double gridY = y / step_ - 0.5;
    const int left = static_cast<int>(std::floor(gridX));
    const int top = static_cast<int>(std::floor(gridY));
    const auto partX = static_cast<float>(gridX - left);
    const auto partY = static_cast<float>(gridY - top);
    const float most = kAlike * static_cast<float>(step_);
    Vec2f sum;
    float weights = 0;
    for (int i = 0; i < 4; ++i) {
      const int cellX = std::clamp(left + i % 2, 0, offsets.width - 1);
      const int cellY = std::clamp(top + i / 2, 0, offsets.height - 1);
      const Vec2f d = offsets.at(cellX, cellY);
      if (!isSure(cellX, cellY) || std::hypot(d.x - own.x, d.y - own.y) > most) continue;
      const float weight = (i % 2 == 1 ? partX : 1 - partX) * (i / 2 == 1 ? partY : 1 - partY);
      sum.x += weight * d.x;
      sum.y += weight * d.y;
      weights += weight;
    }
    // The cell's own weight is at least a quarter.
    return Vec2f{sum.x / weights, sum.y / weights};
  }

  void sample(double x, double y, std::uint8_t* to) const {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const auto partX = static_cast<float>(x - left);
    const auto partY = static_cast<float>(y - top);
    std::array<float, 3> sum{};
    for (int i = 0; i < 4; ++i) {
      const int px = std::clamp(left + i % 2, 0, reference_.width() - 1);
      const int py = std::clamp(top + i / 2, 0, reference_.height() - 1);
      const float weight = (i % 2 == 1 ? partX : 1 - partX) * (i / 2 == 1 ? partY : 1 - partY);
      const auto* from = reference_.row<std::uint8_t>(py) + 3 * static_cast<std::ptrdiff_t>(px);
      for (std::size_t c = 0; c < 3; ++c) sum.at(c) += weight * static_cast<float>(from[c]);
    }
    for (std::size_t c = 0; c < 3; ++c) to[c] = static_cast<std::uint8_t>(sum.at(c) + 0.5F);
  }

  media::Picture reference_;
  const Correspondence& matches_;
  double step_;
  double scaleX_, scaleY_; // pixels of the reference for one of the size it was matched in
  float sure_;
};

} // namespace

media::Picture warpReference(const media::Picture& reference, const Correspondence& matches,
                             float sure) {
  const auto side = [&](int cells) {
    return static_cast<int>(std::lround(cells * matches.pixels.step));
  };
  media::Picture warped(side(matches.pixels.width), side(matches.pixels.height), 4,
                        media::Sample::U8);
  const Warp warp(reference, matches, sure);
  for (int y = 0; y < warped.height(); ++y) {
    warp.row(y, warped.row<std::uint8_t>(y), warped.width());
  }
  return warped;
}

} // namespace refscale::pipeline
