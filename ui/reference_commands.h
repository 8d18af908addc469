// What the menu of a reference's card asks for beyond the document: pixels turned and cropped,
// files to choose, views to open.
#pragma once

#include <QObject>

#include "ui/panels/reference_card.h"
#include "ui/window_parts.h"

class QWidget;

namespace refscale::ui {

class Exploration;
class PictureView;

class ReferenceCommands : public QObject {
  Q_OBJECT
 public:
  ReferenceCommands(QWidget& window, const WindowParts& parts, Exploration& exploration,
                    const PictureView& view);

  void run(int id, ReferenceCommand command);

 private:
  void showReach(int id);
  void openInMatches(int id);
  void crop(int id);
  void replace(int id);

  QWidget& window_;
  WindowParts p_;
  Exploration& exploration_;
};

} // namespace refscale::ui
