// The matches view: the canvas with its lines, the bar over it, the strip below. Observes document
// and inspection; the matches are there before the restoration ends.
#pragma once

#include <QFrame>
#include <QWidget>
#include <filesystem>

#include "ui/matches/match_canvas.h"
#include "ui/worker/background.h"

class QComboBox;
class QPushButton;
class QToolButton;

namespace refscale::ui {

class Actions;
class BarFit;
class Document;
class ElidedLabel;
class PatchStrip;

enum class TableScope { AllSure, Shown, Pins };

class MatchesView : public QWidget {
  Q_OBJECT
 public:
  MatchesView(const Document& document, Inspection& inspection, const Actions& actions,
              const Theme& theme);

  [[nodiscard]] QWidget* bar() const { return bar_; } // shown above the view by its owner
  [[nodiscard]] MatchCanvas& canvas() const { return *canvas_; }
  [[nodiscard]] PatchStrip& strip() const { return *strip_; }

  // The matches that a table of this scope has, by cell: reading order, pins as they were pinned.
  [[nodiscard]] std::vector<std::size_t> cellsFor(TableScope scope) const;
  // Writes such a table; told() follows. The dialog asks for a path first.
  void save(TableScope scope, const std::filesystem::path& path);

 Q_SIGNALS:
  void told(const QString& sentence);

 private:
  void makeBar();
  [[nodiscard]] QToolButton* makeSaveButton();
  void showMatches();
  void showPictures();
  void showRegion();
  void askAndSave(TableScope scope);
  [[nodiscard]] std::vector<std::string> notes() const;

  const Document& document_;
  Inspection& inspection_;
  const Theme& theme_;
  QFrame* bar_;
  MatchCanvas* canvas_;
  PatchStrip* strip_;
  QComboBox* reference_ = nullptr;
  QPushButton* whole_ = nullptr;
  ElidedLabel* count_ = nullptr;
  BarFit* fit_ = nullptr;
  Background background_; // last: joined before what its results go to is gone
};

} // namespace refscale::ui
