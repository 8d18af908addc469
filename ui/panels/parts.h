// Small pieces that panels share: texts in their roles, rules between sections, rows of a label and
// a control.
#pragma once

#include <QString>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QScrollArea;
class QWidget;

namespace refscale::ui {

// A label in one of the style sheet's roles: "second", "heading", "strong", "title", ...
[[nodiscard]] QLabel* makeText(const char* role, const QString& text = {});
[[nodiscard]] QFrame* makeRule();

// A panel that scrolls when it is higher than its dock; `layout` receives its sections.
[[nodiscard]] QScrollArea* makePanel(const QString& name, QBoxLayout*& layout);

// The panel in a frame that is never narrower than `least`, and wider where the panel needs it.
[[nodiscard]] QWidget* atLeast(int least, QWidget* panel);

// A heading, and below it the section's own layout with the panel's padding.
[[nodiscard]] QBoxLayout* addSection(QBoxLayout& panel, const QString& heading);

// A check box whose text wraps where there is no room; a click on the text counts as well.
[[nodiscard]] QWidget* wrapping(QCheckBox& box);

// Keeps a box's tool tip saying what it is and what it shows: long entries are shortened in it.
void tellWholeText(QComboBox& box);

// Takes a widget out of sight for good while one of its buttons may still be at work: hidden, its
// names free for its successor, deleted when that is safe.
void retire(QWidget& widget);

// Sets a dynamic property and shows what the style sheet makes of it.
void setStyleProperty(QWidget& widget, const char* name, const QVariant& value);

// Shown in a tool tip: the text without mnemonic and ellipsis.
[[nodiscard]] QString plainActionText(QString text);

} // namespace refscale::ui
