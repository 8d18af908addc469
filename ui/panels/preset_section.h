// Choosing settings by a name, and keeping the present ones under one. Files of settings are read
// and written here as well: they are small, and nothing else is in them.
#pragma once

#include <QWidget>

#include "ui/worker/background.h"

class QAction;
class QComboBox;
class QMenu;

namespace refscale::ui {

class Document;
class Presets;

class PresetSection : public QWidget {
  Q_OBJECT
 public:
  PresetSection(Document& document, Presets& presets);

 private:
  void fillMenu(QMenu& menu);
  void showPresets();
  void save();
  void rename();
  void remove();
  void importFile();
  void exportFile();
  void read(const QString& file);
  void write(const QString& file);

  Document& document_;
  Presets& presets_;
  QComboBox* combo_;
  QAction* rename_ = nullptr;
  QAction* remove_ = nullptr;
  Background background_; // last: joins first
};

} // namespace refscale::ui
