// One reference: small picture, letter, name, what the last match found in it, and whether it is
// used.
#pragma once

#include <QFrame>

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
  [[nodiscard]] QString matchText(const ReferenceItem& item) const;

  Document& document_;
  int id_;
};

// "R1" for 0.
[[nodiscard]] QString referenceLetter(int index);

} // namespace refscale::ui
