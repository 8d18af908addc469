// The colours of both themes by the names that the design gives them. Widgets never write a colour;
// they take one from here through Theme, or by its name in style.qss.
#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <utility>
#include <vector>

namespace refscale::ui {

struct Tokens {
  QColor window, panel, raised, hover, input, title, line, lineStrong, surround;
  QColor text, textSecond, textDisabled;
  QColor accent; // focus, icons, lines; never text
  QColor accentFill, accentText;
  QColor selection, selectionText;
  QColor good, fair, weak;
  std::array<QColor, 4> reference;  // R1..R4; R5 to R8 repeat them with a ring
  QColor referenceText;             // on a reference's colour
  QColor tag, tagText;              // labels on pictures
  QColor mark, markCasing, markInk; // lines and handles on pictures; signs on handles
  QColor borrowed, invented;        // tints of these two classes on pictures

  // Name in the style sheet -> colour.
  [[nodiscard]] std::vector<std::pair<QString, QColor>> named() const;
};

[[nodiscard]] const Tokens& darkTokens();
[[nodiscard]] const Tokens& lightTokens();
[[nodiscard]] QColor midSurround(); // around pictures, for who wants neither dark nor light

// Contrast of two opaque colours by WCAG 2: 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace refscale::ui
