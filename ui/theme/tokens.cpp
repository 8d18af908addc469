#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace refscale::ui {
namespace {

double linear(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

std::vector<std::pair<QString, QColor>> Tokens::named() const {
  return {{"window", window},
          {"panel", panel},
          {"raised", raised},
          {"hover", hover},
          {"input", input},
          {"title", title},
          {"line", line},
          {"lineStrong", lineStrong},
          {"surround", surround},
          {"text", text},
          {"textSecond", textSecond},
          {"textDisabled", textDisabled},
          {"accent", accent},
          {"accentFill", accentFill},
          {"accentText", accentText},
          {"selection", selection},
          {"selectionText", selectionText},
          {"good", good},
          {"fair", fair},
          {"weak", weak}};
}

const Tokens& darkTokens() {
  static const Tokens tokens{.window = 0x212121,
                             .panel = 0x282828,
                             .raised = 0x363636,
                             .hover = 0x3c3c3c,
                             .input = 0x1b1b1b,
                             .title = 0x1b1b1b,
                             .line = 0x3b3b3b,
                             .lineStrong = 0x848484,
                             .surround = 0x191919,
                             .text = 0xe8e8e8,
                             .textSecond = 0xb6b6b6,
                             .textDisabled = 0x8e8e8e,
                             .accent = 0x5b9fe3,
                             .accentFill = 0x2b6cb0,
                             .accentText = 0xffffff,
                             .selection = 0x293b52,
                             .selectionText = 0xe8e8e8,
                             .good = 0x62c394,
                             .fair = 0xe3bd55,
                             .weak = 0xf28c7c,
                             .reference = {0xf0a83c, 0xb79cf0, 0x4cc3b8, 0xef8fc0},
                             .referenceText = 0x121212,
                             .tag = QColor(0x12, 0x12, 0x12, 209),
                             .tagText = 0xf0f0f0,
                             .mark = 0xffffff,
                             .markCasing = QColor(0, 0, 0, 170),
                             .markInk = 0x121212,
                             .borrowed = 0x5b8fc9,
                             .invented = 0xe09a3a};
  return tokens;
}

const Tokens& lightTokens() {
  static const Tokens tokens{.window = 0xe9e9e9,
                             .panel = 0xf4f4f4,
                             .raised = 0xffffff,
                             .hover = 0xe2e2e2,
                             .input = 0xffffff,
                             .title = 0xdedede,
                             .line = 0xd0d0d0,
                             .lineStrong = 0x7c7c7c,
                             .surround = 0xc6c6c6,
                             .text = 0x1b1b1b,
                             .textSecond = 0x505050,
                             .textDisabled = 0x757575,
                             .accent = 0x1c63ad,
                             .accentFill = 0x1c63ad,
                             .accentText = 0xffffff,
                             .selection = 0xd3e4f6,
                             .selectionText = 0x1b1b1b,
                             .good = 0x156b46,
                             .fair = 0x7d5600,
                             .weak = 0xb02a1e,
                             .reference = {0x8a5300, 0x6a45b8, 0x0d6e66, 0xa0306f},
                             .referenceText = 0xffffff,
                             .tag = QColor(0x12, 0x12, 0x12, 209),
                             .tagText = 0xf0f0f0,
                             .mark = 0xffffff,
                             .markCasing = QColor(0, 0, 0, 170),
                             .markInk = 0x121212,
                             .borrowed = 0x5b8fc9,
                             .invented = 0xe09a3a};
  return tokens;
}

QColor midSurround() {
  return {"#777777"};
}

double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace refscale::ui
