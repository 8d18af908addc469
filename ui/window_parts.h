// What a window works on, handed to it and to the dialogs it opens. Owned by the workspace.
#pragma once

class QSettings;

namespace refscale::ui {

class Actions;
class Document;
class FolderRanking;
class MaskEditor;
class ModelShelf;
class Preferences;
class Presets;
class RecentFiles;
class ReferenceEditor;
class Session;
class Theme;

struct WindowParts {
  Document& document;
  Session& session;
  MaskEditor& mask;
  ModelShelf& shelf;
  Preferences& preferences;
  Actions& actions;
  Theme& theme;
  RecentFiles& recent;
  FolderRanking& ranking;
  ReferenceEditor& editor;
  Presets& presets;
  QSettings& settings;
};

} // namespace refscale::ui
