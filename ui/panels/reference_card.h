// One reference: small picture, letter, name, what the last match found in it, whether it is used,
// and a menu of what can be done with it. Dragged up and down it says where it is; what comes of
// that, and of commands that need more than the document, is decided elsewhere.
#pragma once

#include <QFrame>
#include <QPoint>
#include <optional>

class QAction;
class QBoxLayout;
class QMenu;

namespace refscale::ui {

class Document;
class Theme;
struct ReferenceItem;

enum class ReferenceCommand {
  ShowReach,
  HideReach,
  OpenInMatches,
  TurnLeft,
  TurnRight,
  Crop,
  Replace,
  RankFolder
};

class ReferenceCard : public QFrame {
  Q_OBJECT
 public:
  ReferenceCard(Document& document, const ReferenceItem& item, int index, const Theme& theme);

  [[nodiscard]] int id() const { return id_; }

 Q_SIGNALS:
  void commanded(int id, refscale::ui::ReferenceCommand command);
  void moveWanted(int id, int place); // among all references, as it is now; may lie outside
  void dragged(int id, const QPoint& global);
  void dropped(int id, const QPoint& global);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  // What is known of it, as the last lines of the card: bars and verdict, then place or size.
  void addFit(QBoxLayout& words, QBoxLayout& last, const ReferenceItem& item);
  void fillMenu();
  void updateMenu(); // what can be done now

  Document& document_;
  const Theme& theme_;
  int id_;
  int index_;
  QMenu* menu_;
  QAction* reach_ = nullptr;
  QAction* matches_ = nullptr;
  QAction* up_ = nullptr;
  QAction* down_ = nullptr;
  std::optional<QPoint> pressed_; // where the left button went down
  bool drags_ = false;
};

// "R1" for 0.
[[nodiscard]] QString referenceLetter(int index);

} // namespace refscale::ui
