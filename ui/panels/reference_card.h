// One reference: small picture, letter, name, what the last match found in it, and whether it is
// used.
#pragma once

#include <QFrame>

class QBoxLayout;

namespace refscale::ui {

class Document;
class Theme;
struct ReferenceItem;

class ReferenceCard : public QFrame {
  Q_OBJECT
 public:
  ReferenceCard(Document& document, const ReferenceItem& item, int index, const Theme& theme);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // What is known of it, as the last lines of the card: bars and verdict, then place or size.
  void addFit(QBoxLayout& words, QBoxLayout& last, const ReferenceItem& item);

  Document& document_;
  const Theme& theme_;
  int id_;
};

// "R1" for 0.
[[nodiscard]] QString referenceLetter(int index);

} // namespace refscale::ui
