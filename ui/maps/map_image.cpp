#include "ui/maps/map_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace refscale::ui {
namespace {

constexpr std::array<QRgb, 2> kChecks = {0xff8a8a8a, 0xff6e6e6e};
constexpr std::size_t kMostContour = 50'000; // more would be a texture, not a line
constexpr int kBlocks = 8;                   // a side: how coarsely areas are looked for
constexpr double kMajority = 0.6;
constexpr int kBorrowedAlpha = 255;

QRgb checkAt(int x, int y) {
  return kChecks.at(static_cast<std::size_t>((x ^ y) & 1));
}

template <typename Colour>
QImage painted(const Field<float>& values, const Colour& colour) {
  QImage image(values.width, values.height, QImage::Format_ARGB32_Premultiplied);
  for (int y = 0; y < values.height; ++y) {
    auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < values.width; ++x) row[x] = colour(values.at(x, y), x, y);
  }
  return image;
}

QImage scaled(const MapField& field, const MapRange& range) {
  const auto& table = colorTable(colorMapOf(field.choice.kind));
  return painted(field.values, [&](float value, int x, int y) {
    const double place = placeOf(range, value);
    const bool below = place < 0 && !range.logarithmic;
    if (!std::isfinite(value) || below || place > 1) return checkAt(x, y);
    return table.at(static_cast<std::size_t>(std::lround(std::clamp(place, 0.0, 1.0) * 255)));
  });
}

QImage classes(const MapField& field, const MapColours& colours) {
  if (field.choice.kind == MapKind::Borrowed) {
    QColor borrowed = colours.borrowed;
    borrowed.setAlpha(kBorrowedAlpha);
    const QRgb tint = qPremultiply(borrowed.rgba());
    return painted(field.values, [tint](float v, int, int) { return v > 0 ? tint : 0; });
  }
  return painted(field.values, [&](float v, int x, int y) {
    if (!std::isfinite(v)) return checkAt(x, y);
    return colours.references.at(static_cast<std::size_t>(v)).rgb();
  });
}

// Edges between cells on either side of the limit, in output pixels.
std::vector<QLineF> contourOf(const Field<float>& learned) {
  std::vector<QLineF> lines;
  const auto over = [&](int x, int y) { return learned.at(x, y) > kLearnedLimit; };
  const double s = learned.step;
  for (int y = 0; y < learned.height && lines.size() < kMostContour; ++y) {
    for (int x = 0; x < learned.width; ++x) {
      if (x > 0 && over(x, y) != over(x - 1, y)) {
        lines.emplace_back(x * s, y * s, x * s, (y + 1) * s);
      }
      if (y > 0 && over(x, y) != over(x, y - 1)) {
        lines.emplace_back(x * s, y * s, (x + 1) * s, y * s);
      }
    }
  }
  if (lines.size() >= kMostContour) lines.clear();
  return lines;
}

// The reference that most cells of a block come from, or -1.
int majorityOf(const Field<float>& values, const QRect& block) {
  std::map<int, int> counts;
  for (int y = block.top(); y <= block.bottom(); ++y) {
    for (int x = block.left(); x <= block.right(); ++x) {
      if (std::isfinite(values.at(x, y))) ++counts[static_cast<int>(values.at(x, y))];
    }
  }
  const int needed = static_cast<int>(kMajority * block.width() * block.height());
  for (const auto& [reference, count] : counts) {
    if (count > 0 && count >= needed) return reference;
  }
  return -1;
}

// One letter for each connected group of blocks, on the block nearest to the group's middle.
class LetterPlaces {
 public:
  explicit LetterPlaces(const Field<float>& values) : values_(values) {
    for (int i = 0; i < kBlocks * kBlocks; ++i) {
      owner_.at(static_cast<std::size_t>(i)) = majorityOf(values, rectOf(i));
    }
  }

  [[nodiscard]] std::vector<MapLetter> find() {
    std::vector<MapLetter> letters;
    for (int i = 0; i < kBlocks * kBlocks; ++i) {
      const int reference = owner_.at(static_cast<std::size_t>(i));
      if (reference < 0) continue;
      group_.clear();
      take(i, reference);
      letters.push_back({middle(), reference});
    }
    return letters;
  }

 private:
  [[nodiscard]] QRect rectOf(int block) const {
    const int x = block % kBlocks;
    const int y = block / kBlocks;
    const QPoint from(x * values_.width / kBlocks, y * values_.height / kBlocks);
    const QPoint to((x + 1) * values_.width / kBlocks, (y + 1) * values_.height / kBlocks);
    return {from, QSize(to.x() - from.x(), to.y() - from.y())};
  }

  void take(int block, int reference) {
    if (owner_.at(static_cast<std::size_t>(block)) != reference) return;
    owner_.at(static_cast<std::size_t>(block)) = -1;
    group_.push_back(block);
    const int x = block % kBlocks;
    if (x > 0) take(block - 1, reference);
    if (x + 1 < kBlocks) take(block + 1, reference);
    if (block >= kBlocks) take(block - kBlocks, reference);
    if (block + kBlocks < kBlocks * kBlocks) take(block + kBlocks, reference);
  }

  [[nodiscard]] QPointF middle() const {
    QPointF sum;
    for (const int block : group_) sum += QRectF(rectOf(block)).center();
    const QPointF mean = sum / static_cast<double>(group_.size());
    const auto away = [&](int block) {
      return QLineF(QRectF(rectOf(block)).center(), mean).length();
    };
    const int best = *std::min_element(group_.begin(), group_.end(),
                                       [&](int a, int b) { return away(a) < away(b); });
    return QRectF(rectOf(best)).center() * values_.step;
  }

  const Field<float>& values_;
  std::array<int, static_cast<std::size_t>(kBlocks) * kBlocks> owner_{};
  std::vector<int> group_;
};

} // namespace

ColorMap colorMapOf(MapKind kind) {
  switch (kind) {
    case MapKind::ForwardBackward:
      return ColorMap::Magma;
    case MapKind::OffsetLength:
      return ColorMap::Inferno;
    case MapKind::OffsetDirection:
      return ColorMap::Twilight;
    case MapKind::MaskWeight:
      return ColorMap::Cividis;
    default:
      return ColorMap::Viridis;
  }
}

MapImage colourMap(const MapField& field, const MapRange& range, const MapColours& colours) {
  MapImage image;
  if (field.values.empty()) return image;
  const MapKind kind = field.choice.kind;
  const bool byClass = kind == MapKind::Borrowed || kind == MapKind::WhichReference;
  image.cells = makePyramid(byClass ? classes(field, colours) : scaled(field, range));
  if (kind == MapKind::Borrowed) {
    image.hatched = makePyramid(painted(
        field.values, [](float v, int, int) { return v > 0 ? QRgb{0} : qRgba(0, 0, 0, 255); }));
  }
  if (kind == MapKind::WhichReference) image.letters = LetterPlaces(field.values).find();
  if (!field.learned.empty()) image.contour = contourOf(field.learned);
  return image;
}

} // namespace refscale::ui
