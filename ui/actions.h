// Every action of the window, defined once: text, icon, shortcut, and when it can be used. Menus,
// tool bar, run bar and tests take them from here.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <map>

namespace refscale::ui {

class Document;
class Theme;

enum class ActionId {
  Open,
  AddReference,
  RankFolder,
  SetTruth,
  OpenSample,
  Recent,
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
  PaintRegion,
  InvertMask,
  ClearMask,
  LoadMask,
  SaveMask,
  UpscaleWithout,
  UseBetter,
  ShuffledControl,
  Pause,
  Resume,
  Cancel,
  UseCpu,
  UseSmallerReferences,
  UseFp32,
  WhyNoGpu,
  FailureDetails,
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
  Loupe,
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
  HelpHere,
  About
};

class Actions : public QObject {
  Q_OBJECT
 public:
  Actions(Document& document, const Theme& theme, QObject* parent = nullptr);

  [[nodiscard]] QAction& operator[](ActionId id) const { return *actions_.at(id); }
  [[nodiscard]] QList<QAction*> all() const;
  // Whether single characters act, and what is not the usual key: portable text by object name.
  void setKeys(bool letters, const std::map<QString, QString>& own);
  [[nodiscard]] QKeySequence keyOf(const QString& name) const; // also where it does not act now
  [[nodiscard]] static QKeySequence usualKeyOf(const QString& name);

 private:
  void make();
  void makeGroups();
  void retouch(); // icons, after a change of theme
  void update();  // what can be used now

  Document& document_;
  const Theme& theme_;
  std::map<ActionId, QAction*> actions_;
  std::map<QString, QString> ownKeys_;
};

} // namespace refscale::ui
