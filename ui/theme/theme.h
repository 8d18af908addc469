// The look of the program: which tokens hold at the moment, icons in their colours, and the style
// sheet made from them. Switching tells everybody by changed(); nothing is restarted.
#pragma once

#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include "ui/theme/tokens.h"

class QApplication;

namespace refscale::ui {

enum class ThemeChoice { System, Dark, Light };
enum class Surround { OfTheme, Dark, Mid, Light }; // of pictures

class Theme : public QObject {
  Q_OBJECT
 public:
  explicit Theme(QObject* parent = nullptr);

  [[nodiscard]] ThemeChoice choice() const noexcept { return choice_; }
  void setChoice(ThemeChoice choice);

  void setSurround(Surround surround);

  [[nodiscard]] const Tokens& tokens() const noexcept { return tokens_; }
  [[nodiscard]] QString styleSheet() const;

  // An icon of resources/icons by its file name without extension, drawn in the text colour, the
  // disabled colour where the control is disabled.
  [[nodiscard]] QIcon icon(const QString& name) const;
  [[nodiscard]] QPixmap pixmap(const QString& name, int size, const QColor& colour,
                               double devicePixelRatio) const;
  [[nodiscard]] QColor referenceColour(int index) const; // 0: R1
  // A font size of metrics.h, larger where the system's font is.
  [[nodiscard]] int fontPixels(int usual) const;

  // Palette, style and style sheet of the whole program, now and after each change. The palette and
  // the font that it has until then are the system's: a palette of high contrast wins over every
  // choice, and fonts above 10 pt enlarge all texts, up to twice.
  void applyTo(QApplication& application);
  [[nodiscard]] bool isHighContrast() const noexcept { return highContrast_; }

 Q_SIGNALS:
  void changed();

 private:
  ThemeChoice choice_ = ThemeChoice::Dark;
  void choose();

  Surround surround_ = Surround::OfTheme;
  Tokens tokens_;
  bool dark_ = true;
  QApplication* application_ = nullptr;
  bool systemIsDark_ = true;
  bool highContrast_ = false;
  double textScale_ = 1;
  QPalette system_;
};

} // namespace refscale::ui
