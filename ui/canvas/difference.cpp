#include "ui/canvas/difference.h"

#include <algorithm>
#include <cstdlib>

namespace refscale::ui {

QImage absoluteDifference(const QImage& a, const QImage& b, int gain) {
  QImage out(a.size(), QImage::Format_RGB32);
  for (int y = 0; y < a.height(); ++y) {
    const uchar* rowA = a.constScanLine(y);
    const uchar* rowB = b.constScanLine(y);
    uchar* row = out.scanLine(y);
    for (int i = 0; i < 4 * a.width(); ++i) {
      row[i] = static_cast<uchar>(std::min(255, std::abs(rowA[i] - rowB[i]) * gain));
    }
    for (int x = 0; x < a.width(); ++x) row[4 * x + 3] = 255;
  }
  return out;
}

} // namespace refscale::ui
