// The snapshots of the present picture: names that can be changed in place, and for each the way
// back to its settings and to removing it.
#pragma once

#include <QWidget>

namespace refscale::ui {

class Document;
class Theme;

class SnapshotList : public QWidget {
  Q_OBJECT
 public:
  SnapshotList(Document& document, const Theme& theme);
};

} // namespace refscale::ui
