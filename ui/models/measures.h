// How PSNR and SSIM are written everywhere: two and three digits, in the language's numbers.
#pragma once

#include <QString>

namespace refscale::ui {

[[nodiscard]] QString decibelText(double psnr); // "26.06"; equal pictures have no bound: "∞"
[[nodiscard]] QString similarityText(double ssim);

} // namespace refscale::ui
