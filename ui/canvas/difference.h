// What differs between two pictures of the same size, made visible. For what is on the screen, not
// for whole pictures.
#pragma once

#include <QImage>

namespace refscale::ui {

// |a - b| x gain a channel, clamped; both RGB32 and of the same size.
[[nodiscard]] QImage absoluteDifference(const QImage& a, const QImage& b, int gain);

} // namespace refscale::ui
