// The look of the program: which tokens hold at the moment, icons in their colours, and the style
// sheet made from them. Switching tells everybody by changed(); nothing is restarted.
#pragma once

#include <QIcon>
#include <QObject>
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

  // Palette, style and style sheet of the whole program, now and after each change.
  void applyTo(QApplication& application);

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
};

} // namespace refscale::ui
