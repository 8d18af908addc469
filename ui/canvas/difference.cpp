#include "ui/canvas/difference.h"

#include <algorithm>
#include <cstdint>

namespace refscale::ui {

QImage absoluteDifference(const QImage& a, const QImage& b, int gain) {
  QImage out(a.size(), QImage::Format_RGB32);
  const int bytes = 4 * a.width();
  const auto factor = static_cast<std::uint16_t>(gain);
  for (int y = 0; y < a.height(); ++y) {
    const uchar* rowA = a.constScanLine(y);
    const uchar* rowB = b.constScanLine(y);
    uchar* row = out.scanLine(y);
    for (int i = 0; i < bytes; ++i) { // simple enough for the compiler's vectors: many at a time
      const uchar difference = std::max(rowA[i], rowB[i]) - std::min(rowA[i], rowB[i]);
      const auto enlarged = static_cast<std::uint16_t>(difference * factor);
      row[i] = static_cast<uchar>(std::min<std::uint16_t>(255, enlarged));
    }
    for (int i = 3; i < bytes; i += 4) row[i] = 255;
  }
  return out;
}

} // namespace refscale::ui
