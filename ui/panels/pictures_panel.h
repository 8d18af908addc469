// The left dock: the picture to enlarge, and the references as cards. Drops on its parts replace
// the picture or add references.
#pragma once

#include <QStringList>
#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/models/drop_rules.h"
#include "ui/panels/reference_card.h"

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;

namespace refscale::ui {

class Actions;
class Document;
class ElidedLabel;
class Theme;

class PicturesPanel : public QWidget {
  Q_OBJECT
 public:
  PicturesPanel(Document& document, const Actions& actions, const Theme& theme);

 Q_SIGNALS:
  void filesDropped(const std::vector<std::filesystem::path>& paths,
                    refscale::ui::DropTarget target);
  void imageDropped(const QImage& image, refscale::ui::DropTarget target);
  void commanded(int reference, refscale::ui::ReferenceCommand command);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeInputSection(QBoxLayout& panel);
  void makeReferenceSection(QBoxLayout& panel);
  void showState();
  void showInput();
  void showReferences();
  [[nodiscard]] QStringList cardTexts() const;
  void addCard(const ReferenceItem& reference, int index);
  void moveCard(int id, int place);
  // Between which cards a dragged one would come, and the line that shows it.
  [[nodiscard]] int gapAt(const QPoint& global) const;
  void showGap(const QPoint& global);
  void dropCard(int id, const QPoint& global);

  Document& document_;
  const Actions& actions_;
  const Theme& theme_;
  QFrame* inputCard_;
  QLabel* inputThumbnail_;
  ElidedLabel* inputName_;
  QLabel* inputSize_;
  QLabel* inputFormat_;
  QPushButton* inputOpen_;
  QWidget* references_;
  QBoxLayout* cards_;
  QFrame* gap_;       // the line, over the cards
  QStringList shown_; // what the cards say
  QPushButton* addReference_;
};

} // namespace refscale::ui
