// What opens in front of the window: files to choose, export, jobs, preferences, models, the
// question before something is lost. Connects the actions for it; holds nothing but what they need.
#pragma once

#include <QObject>
#include <QPointer>
#include <filesystem>
#include <functional>
#include <vector>

#include "ui/canvas/comparison.h"
#include "ui/models/drop_rules.h"
#include "ui/session.h"
#include "ui/window_parts.h"

class QDialog;
class QWidget;

namespace refscale::ui {

class WindowDialogs : public QObject {
  Q_OBJECT
 public:
  WindowDialogs(QWidget& window, const WindowParts& parts);

  void cancelRun();              // asks where much would be lost
  [[nodiscard]] bool mayLeave(); // asks where something would be lost
  void openPreferences();
  // What the picture view compares at the moment; exported with the result where it is wanted.
  void setComparison(std::function<Comparison()> comparison) {
    comparison_ = std::move(comparison);
  }
  [[nodiscard]] bool showsPreferences() const;

 private:
  void connectFileActions();
  void connectMaskActions();
  void connectOthers();
  void chooseFiles(DropTarget target);
  void paste();
  void openExport();
  void openModels();
  void saveJob(bool askForName);
  void chooseFolder();
  void rankFolder(const std::filesystem::path& folder);
  void askForMissing(const std::filesystem::path& job,
                     const std::vector<std::filesystem::path>& missing, Session::JobOrigin origin);
  void loadMask();
  void saveMask();

  QWidget& window_;
  WindowParts p_;
  std::function<Comparison()> comparison_;
  QPointer<QDialog> preferences_;
  QPointer<QDialog> models_;
};

} // namespace refscale::ui
