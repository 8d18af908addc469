// What a new window shows: two places to drop pictures on, and what was open lately.
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/models/drop_rules.h"

class QBoxLayout;
class QFrame;
class QLabel;

namespace refscale::ui {

class Actions;
class RecentFiles;
class Theme;

class StartPage : public QWidget {
  Q_OBJECT
 public:
  StartPage(const Actions& actions, RecentFiles& recent, const Theme& theme);

 Q_SIGNALS:
  void filesDropped(const std::vector<std::filesystem::path>& paths,
                    refscale::ui::DropTarget target);
  void imageDropped(const QImage& image, refscale::ui::DropTarget target);
  void recentChosen(const std::vector<std::filesystem::path>& paths);

 private:
  struct ZoneText {
    const char* name;
    const char* icon;
    QString number, title, hint;
  };
  [[nodiscard]] QFrame* makeZone(const ZoneText& text, QAction& action, DropTarget target);
  void retouch();
  void showRecent();
  [[nodiscard]] QWidget* makeSample();

  const Actions& actions_;
  RecentFiles& recent_;
  const Theme& theme_;
  std::vector<std::pair<QLabel*, QString>> icons_;
  QWidget* recentPart_;
  QBoxLayout* recentCards_;
};

} // namespace refscale::ui
