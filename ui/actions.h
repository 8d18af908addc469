// Every action of the window, defined once: text, icon, shortcut, and when it can be used. Menus,
// tool bar, run bar and tests take them from here.
#pragma once

#include <QAction>
#include <QObject>
#include <map>

namespace refscale::ui {

class Document;
class Theme;

enum class ActionId {
  Open,
  AddReference,
  SetTruth,
  OpenSample,
  Paste,
  SaveJob,
  SaveJobAs,
  CloseAll,
  Export,
  Quit,
  Undo,
  Redo,
  Upscale,
  KeepSnapshot,
  Brush,
  Erase,
  BrushSmaller,
  BrushLarger,
  InvertMask,
  ClearMask,
  LoadMask,
  SaveMask,
  UpscaleWithout,
  UseBetter,
  Cancel,
  UseCpu,
  ShowPicture,
  ShowMatches,
  ShowMaps,
  MapsOne,
  MapsTwo,
  MapsFour,
  Pin,
  Single,
  Split,
  SideBySide,
  Difference,
  Blink,
  SwapSides,
  TurnSplit,
  Fit,
  ActualSize,
  ZoomIn,
  ZoomOut,
  TogglePictures,
  ToggleRight,
  ToggleAll,
  NextArea,
  PreviousArea,
  ThemeSystem,
  ThemeDark,
  ThemeLight,
  ResetLayout,
  Preferences,
  Models,
  About
};

class Actions : public QObject {
  Q_OBJECT
 public:
  Actions(Document& document, const Theme& theme, QObject* parent = nullptr);

  [[nodiscard]] QAction& operator[](ActionId id) const { return *actions_.at(id); }
  [[nodiscard]] QList<QAction*> all() const;
  void setLetterKeys(bool on); // whether single characters act as shortcuts

 private:
  void make();
  void makeGroups();
  void retouch(); // icons, after a change of theme
  void update();  // what can be used now

  Document& document_;
  const Theme& theme_;
  std::map<ActionId, QAction*> actions_;
};

} // namespace refscale::ui
