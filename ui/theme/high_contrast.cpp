#include "ui/theme/high_contrast.h"

#include <QPalette>

namespace refscale::ui {
namespace {

constexpr double kExtremes = 20; // black on white is 21

} // namespace

bool isHighContrast(const QPalette& system) {
  using Role = QPalette::ColorRole;
  const auto extreme = [&system](Role text, Role ground) {
    return contrast(system.color(QPalette::Active, text), system.color(QPalette::Active, ground)) >=
           kExtremes;
  };
  return extreme(QPalette::WindowText, QPalette::Window) && extreme(QPalette::Text, QPalette::Base);
}

Tokens highContrastTokens(const QPalette& system) {
  const auto colour = [&system](QPalette::ColorRole role) {
    return system.color(QPalette::Active, role);
  };
  const QColor ground = colour(QPalette::Window);
  const QColor text = colour(QPalette::WindowText);
  const QColor highlight = colour(QPalette::Highlight);
  Tokens t = darkTokens(); // marks on pictures stay: they bring their own casing
  for (QColor* surface :
       {&t.window, &t.panel, &t.raised, &t.hover, &t.title, &t.surround, &t.tag}) {
    *surface = ground;
  }
  t.input = colour(QPalette::Base);
  for (QColor* sign :
       {&t.text, &t.textSecond, &t.line, &t.lineStrong, &t.good, &t.fair, &t.weak, &t.tagText}) {
    *sign = text;
  }
  t.textDisabled = system.color(QPalette::Disabled, QPalette::WindowText);
  t.accent = t.accentFill = t.selection = highlight;
  t.accentText = t.selectionText = colour(QPalette::HighlightedText);
  t.reference.fill(text); // told apart by their letters
  t.referenceText = ground;
  return t;
}

} // namespace refscale::ui
