#include "ui/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <initializer_list>

#include "ui/models/document.h"
#include "ui/models/reference_words.h"
#include "ui/panels/parts.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

struct Definition {
  ActionId id;
  const char* name; // object name, the same in every language
  const char* text;
  const char* icon;     // empty: none
  const char* shortcut; // empty: none
  bool checkable = false;
};

constexpr Definition kDefinitions[] = {
    {ActionId::Open, "open", QT_TRANSLATE_NOOP("Actions", "&Open…"), "open", "Ctrl+O"},
    {ActionId::AddReference, "addReference", QT_TRANSLATE_NOOP("Actions", "Add &reference…"),
     "add-reference", "Ctrl+R"},
    {ActionId::RankFolder, "rankFolder",
     QT_TRANSLATE_NOOP("Actions", "Find references in a &folder…"), "", ""},
    {ActionId::SetTruth, "setTruth", QT_TRANSLATE_NOOP("Actions", "Set &true picture…"), "", ""},
    {ActionId::OpenSample, "openSample", QT_TRANSLATE_NOOP("Actions", "Try the &sample"), "", ""},
    {ActionId::Recent, "recent", QT_TRANSLATE_NOOP("Actions", "Recent &pictures…"), "", ""},
    {ActionId::Paste, "paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), "", "Ctrl+V"},
    {ActionId::SaveJob, "saveJob", QT_TRANSLATE_NOOP("Actions", "Save &job"), "", "Ctrl+S"},
    {ActionId::SaveJobAs, "saveJobAs", QT_TRANSLATE_NOOP("Actions", "Save job &as…"), "",
     "Ctrl+Shift+S"},
    {ActionId::CloseAll, "closeAll", QT_TRANSLATE_NOOP("Actions", "&Close"), "", "Ctrl+W"},
    {ActionId::Export, "export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "export", "Ctrl+E"},
    {ActionId::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},
    {ActionId::Undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z"},
    {ActionId::Redo, "redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "Ctrl+Shift+Z"},
    {ActionId::Upscale, "upscale", QT_TRANSLATE_NOOP("Actions", "&Upscale 4×"), "", "Ctrl+Return"},
    {ActionId::KeepSnapshot, "keepSnapshot", QT_TRANSLATE_NOOP("Actions", "&Keep as snapshot"), "",
     "Ctrl+K"},
    {ActionId::Brush, "brush", QT_TRANSLATE_NOOP("Actions", "&Brush"), "brush", "Q", true},
    {ActionId::Erase, "erase", QT_TRANSLATE_NOOP("Actions", "&Erase"), "erase", "E", true},
    {ActionId::BrushSmaller, "brushSmaller", QT_TRANSLATE_NOOP("Actions", "&Smaller brush"), "",
     "["},
    {ActionId::BrushLarger, "brushLarger", QT_TRANSLATE_NOOP("Actions", "&Larger brush"), "", "]"},
    {ActionId::PaintRegion, "paintRegion", QT_TRANSLATE_NOOP("Actions", "&Paint the marked region"),
     "", ""},
    {ActionId::InvertMask, "invertMask", QT_TRANSLATE_NOOP("Actions", "&Invert the painted area"),
     "", ""},
    {ActionId::ClearMask, "clearMask", QT_TRANSLATE_NOOP("Actions", "&Clear the painted area"), "",
     ""},
    {ActionId::LoadMask, "loadMask", QT_TRANSLATE_NOOP("Actions", "&Load a painted area…"), "", ""},
    {ActionId::SaveMask, "saveMask", QT_TRANSLATE_NOOP("Actions", "&Save the painted area…"), "",
     ""},
    {ActionId::UpscaleWithout, "upscaleWithout",
     QT_TRANSLATE_NOOP("Actions", "Enlarge &without reference"), "", ""},
    {ActionId::UseBetter, "useBetter", QT_TRANSLATE_NOOP("Actions", "Use the &better reference"),
     "", ""},
    {ActionId::ShuffledControl, "shuffledControl",
     QT_TRANSLATE_NOOP("Actions", "S&huffled-reference control"), "", ""},
    {ActionId::Pause, "pause", QT_TRANSLATE_NOOP("Actions", "Pau&se"), "", ""},
    {ActionId::Resume, "resume", QT_TRANSLATE_NOOP("Actions", "&Resume"), "", ""},
    {ActionId::Cancel, "cancel", QT_TRANSLATE_NOOP("Actions", "&Cancel"), "", "Esc"},
    {ActionId::FailureDetails, "failureDetails", QT_TRANSLATE_NOOP("Actions", "What &happened…"),
     "", ""},
    {ActionId::UseCpu, "useCpu", QT_TRANSLATE_NOOP("Actions", "Use the C&PU"), "", ""},
    {ActionId::UseSmallerReferences, "useSmallerReferences",
     QT_TRANSLATE_NOOP("Actions", "Use smaller references"), "", ""},
    {ActionId::UseFp32, "useFp32", QT_TRANSLATE_NOOP("Actions", "Compute in fp32"), "", ""},
    {ActionId::WhyNoGpu, "whyNoGpu", QT_TRANSLATE_NOOP("Actions", "Why is no GPU used?"), "", ""},
    {ActionId::ShowPicture, "showPicture", QT_TRANSLATE_NOOP("Actions", "&Picture"), "picture", "1",
     true},
    {ActionId::ShowMatches, "showMatches", QT_TRANSLATE_NOOP("Actions", "&Matches"), "matches", "2",
     true},
    {ActionId::ShowMaps, "showMaps", QT_TRANSLATE_NOOP("Actions", "M&aps"), "maps", "3", true},
    {ActionId::MapsOne, "mapsOne", QT_TRANSLATE_NOOP("Actions", "One map"), "maps-one", "Alt+1",
     true},
    {ActionId::MapsTwo, "mapsTwo", QT_TRANSLATE_NOOP("Actions", "Two maps"), "maps-two", "Alt+2",
     true},
    {ActionId::MapsFour, "mapsFour", QT_TRANSLATE_NOOP("Actions", "Four maps"), "maps", "Alt+4",
     true},
    {ActionId::Pin, "pinMatch", QT_TRANSLATE_NOOP("Actions", "P&in the match"), "pin", "P"},
    {ActionId::Single, "single", QT_TRANSLATE_NOOP("Actions", "&One picture"), "picture", "A",
     true},
    {ActionId::Split, "split", QT_TRANSLATE_NOOP("Actions", "&Split"), "split", "S", true},
    {ActionId::SideBySide, "sideBySide", QT_TRANSLATE_NOOP("Actions", "Si&de by side"),
     "side-by-side", "D", true},
    {ActionId::Difference, "difference", QT_TRANSLATE_NOOP("Actions", "Di&fference"), "difference",
     "F", true},
    {ActionId::Blink, "blink", QT_TRANSLATE_NOOP("Actions", "&Blink"), "blink", "B", true},
    {ActionId::Loupe, "loupe", QT_TRANSLATE_NOOP("Actions", "&Loupe"), "loupe", "L", true},
    {ActionId::SwapSides, "swapSides", QT_TRANSLATE_NOOP("Actions", "S&wap A and B"), "swap", "X"},
    {ActionId::TurnSplit, "turnSplit", QT_TRANSLATE_NOOP("Actions", "&Turn the split"), "", "V"},
    {ActionId::Fit, "fit", QT_TRANSLATE_NOOP("Actions", "&Fit"), "", "Ctrl+0"},
    {ActionId::ActualSize, "actualSize", QT_TRANSLATE_NOOP("Actions", "&100 %"), "", "Ctrl+1"},
    {ActionId::ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "zoom-in", "+"},
    {ActionId::ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "zoom-out", "-"},
    {ActionId::TogglePictures, "togglePictures", QT_TRANSLATE_NOOP("Actions", "&Pictures panel"),
     "", "F7", true},
    {ActionId::ToggleRight, "toggleRight", QT_TRANSLATE_NOOP("Actions", "&Settings and Inspect"),
     "", "F8", true},
    {ActionId::ToggleAll, "toggleAll", QT_TRANSLATE_NOOP("Actions", "&All panels"), "", "F11"},
    {ActionId::NextArea, "nextArea", QT_TRANSLATE_NOOP("Actions", "&Next area"), "", "F6"},
    {ActionId::PreviousArea, "previousArea", QT_TRANSLATE_NOOP("Actions", "Pre&vious area"), "",
     "Shift+F6"},
    {ActionId::ThemeSystem, "themeSystem", QT_TRANSLATE_NOOP("Actions", "As the &system"), "", "",
     true},
    {ActionId::ThemeDark, "themeDark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", "", true},
    {ActionId::ThemeLight, "themeLight", QT_TRANSLATE_NOOP("Actions", "&Light"), "", "", true},
    {ActionId::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Actions", "&Reset layout"), "", ""},
    {ActionId::Preferences, "preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…"), "",
     "Ctrl+,"},
    {ActionId::Models, "models", QT_TRANSLATE_NOOP("Actions", "&Models…"), "", ""},
    {ActionId::HelpHere, "helpHere", QT_TRANSLATE_NOOP("Actions", "&Help on this part"), "", "F1"},
    {ActionId::About, "about", QT_TRANSLATE_NOOP("Actions", "&About RefScale"), "", ""},
};

} // namespace

Actions::Actions(Document& document, const Theme& theme, QObject* parent)
    : QObject(parent), document_(document), theme_(theme) {
  make();
  makeGroups();
  retouch();
  connect(&theme_, &Theme::changed, this, &Actions::retouch);
  connect(&document_, &Document::stateChanged, this, &Actions::update);
  connect(&document_, &Document::resultChanged, this, &Actions::update);
  connect(&document_, &Document::jobChanged, this, &Actions::update);
  connect(&document_, &Document::preflightChanged, this, &Actions::update);
  connect(&document_.undoStack(), &QUndoStack::indexChanged, this, &Actions::update);
  connect(&(*this)[ActionId::Undo], &QAction::triggered, &document_.undoStack(), &QUndoStack::undo);
  connect(&(*this)[ActionId::Redo], &QAction::triggered, &document_.undoStack(), &QUndoStack::redo);
  update();
}

void Actions::make() {
  for (const Definition& d : kDefinitions) {
    const QString text = QCoreApplication::translate("Actions", d.text);
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(d.name));
    action->setCheckable(d.checkable);
    // Buttons show neither mnemonics nor the letters that stand for them.
    const QString plain = plainActionText(text);
    action->setIconText(text.endsWith(QStringLiteral("…")) ? plain + "…" : plain);
    actions_[d.id] = action;
  }
  setKeys(true, {});
}

QKeySequence Actions::usualKeyOf(const QString& name) {
  for (const Definition& d : kDefinitions) {
    if (name == QLatin1String(d.name)) return QKeySequence(QString::fromLatin1(d.shortcut));
  }
  return {};
}

QKeySequence Actions::keyOf(const QString& name) const {
  const auto own = ownKeys_.find(name);
  return own == ownKeys_.end() ? usualKeyOf(name)
                               : QKeySequence(own->second, QKeySequence::PortableText);
}

void Actions::setKeys(bool letters, const std::map<QString, QString>& own) {
  ownKeys_ = own;
  for (const auto& [id, action] : actions_) {
    const QKeySequence key = keyOf(action->objectName());
    const bool acts = letters || key.toString(QKeySequence::PortableText).size() != 1;
    QList<QKeySequence> keys;
    if (acts && !key.isEmpty()) keys += key;
    // Also reached without Shift on keyboards where "+" needs it.
    if (acts && key == QKeySequence("+")) keys += QKeySequence("=");
    action->setShortcuts(keys);
    QString tip = plainActionText(action->text());
    if (!keys.isEmpty()) {
      tip += QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText));
    }
    action->setToolTip(tip);
  }
}

void Actions::makeGroups() {
  using Ids = std::initializer_list<ActionId>;
  for (const Ids& ids : {Ids{ActionId::ShowPicture, ActionId::ShowMatches, ActionId::ShowMaps},
                         Ids{ActionId::MapsOne, ActionId::MapsTwo, ActionId::MapsFour},
                         Ids{ActionId::Single, ActionId::Split, ActionId::SideBySide,
                             ActionId::Difference, ActionId::Blink, ActionId::Loupe},
                         Ids{ActionId::ThemeSystem, ActionId::ThemeDark, ActionId::ThemeLight}}) {
    auto* group = new QActionGroup(this);
    for (const ActionId id : ids) group->addAction(actions_.at(id));
  }
  actions_.at(ActionId::ShowPicture)->setChecked(true);
  actions_.at(ActionId::Single)->setChecked(true);
  actions_.at(ActionId::MapsFour)->setChecked(true);
}

void Actions::retouch() {
  for (const Definition& d : kDefinitions) {
    if (*d.icon != '\0') actions_.at(d.id)->setIcon(theme_.icon(QString::fromLatin1(d.icon)));
  }
}

void Actions::update() {
  const bool input = document_.state().input != nullptr;
  const bool idle = document_.job().phase == JobPhase::Idle;
  const bool result = document_.result() != nullptr;
  const auto enable = [this](std::initializer_list<ActionId> ids, bool enabled) {
    for (const ActionId id : ids) actions_.at(id)->setEnabled(enabled);
  };
  const bool again = !result || document_.changeSinceResult().rerun != Rerun::Nothing ||
                     document_.failure().has_value();
  enable({ActionId::Upscale}, input && idle && again);
  const bool runs = document_.job().phase == JobPhase::Running;
  enable({ActionId::Pause}, runs);
  enable({ActionId::Resume}, (document_.job().goesOn() && !runs) ||
                                 (input && idle && document_.cancelled() != nullptr));
  enable({ActionId::Cancel}, document_.job().goesOn());
  enable({ActionId::UseCpu, ActionId::UseSmallerReferences, ActionId::UseFp32,
          ActionId::UpscaleWithout},
         input && idle);
  enable({ActionId::FailureDetails}, document_.failure().has_value());
  enable({ActionId::UseBetter}, idle && bestUnusedReference(document_) != nullptr);
  enable({ActionId::ShuffledControl}, idle && result && document_.state().truth &&
                                          !document_.result()->shuffled.result &&
                                          !document_.result()->made.usedReferences().empty());
  enable({ActionId::Export, ActionId::KeepSnapshot}, result);
  enable({ActionId::SetTruth, ActionId::RankFolder, ActionId::Brush, ActionId::Erase,
          ActionId::BrushSmaller, ActionId::BrushLarger, ActionId::InvertMask, ActionId::LoadMask},
         input);
  enable({ActionId::ClearMask, ActionId::SaveMask}, document_.state().mask != nullptr);
  enable({ActionId::CloseAll, ActionId::SaveJob, ActionId::SaveJobAs}, !document_.isEmpty());
  enable({ActionId::Undo}, document_.undoStack().canUndo());
  enable({ActionId::Redo}, document_.undoStack().canRedo());
  enable({ActionId::ShowPicture, ActionId::Fit, ActionId::ActualSize, ActionId::ZoomIn,
          ActionId::ZoomOut, ActionId::TogglePictures, ActionId::ToggleRight, ActionId::ToggleAll},
         !document_.isEmpty());
  const ResultHandle matches = document_.matches();
  enable({ActionId::ShowMatches, ActionId::ShowMaps, ActionId::MapsOne, ActionId::MapsTwo,
          ActionId::MapsFour, ActionId::Pin},
         matches && !matches->correspondences.empty());
  enable({ActionId::Split, ActionId::SideBySide, ActionId::Difference, ActionId::Blink,
          ActionId::Loupe, ActionId::SwapSides, ActionId::TurnSplit, ActionId::Single},
         result);
}

QList<QAction*> Actions::all() const {
  QList<QAction*> list;
  for (const auto& [id, action] : actions_) list += action;
  return list;
}

} // namespace refscale::ui
