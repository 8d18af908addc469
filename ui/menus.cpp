#include "ui/menus.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <initializer_list>

#include "ui/actions.h"

namespace refscale::ui {
namespace {

struct MenuTexts {
  Q_DECLARE_TR_FUNCTIONS(Menus)
};

} // namespace

void fillMenus(QMenuBar& bar, const Actions& actions) {
  const auto add = [&actions](QMenu& menu, std::initializer_list<ActionId> ids) {
    if (!menu.isEmpty()) menu.addSeparator();
    for (const ActionId id : ids) menu.addAction(&actions[id]);
  };
  using enum ActionId;
  QMenu& file = *bar.addMenu(MenuTexts::tr("&File"));
  add(file, {Open, Recent, OpenSample, CloseAll});
  add(file, {SaveJob, SaveJobAs, Export});
  add(file, {Quit});
  QMenu& edit = *bar.addMenu(MenuTexts::tr("&Edit"));
  add(edit, {Undo, Redo});
  add(edit, {Paste});
  QMenu& mask = *edit.addMenu(MenuTexts::tr("Do not &borrow here"));
  add(mask, {Brush, Erase, BrushSmaller, BrushLarger});
  add(mask, {PaintRegion, InvertMask, ClearMask});
  add(mask, {LoadMask, SaveMask});
  add(edit, {Preferences});
  QMenu& view = *bar.addMenu(MenuTexts::tr("&View"));
  add(view, {ShowPicture, ShowMatches, ShowMaps});
  add(view, {MapsOne, MapsTwo, MapsFour, Pin});
  add(view, {Single, Split, SideBySide, Difference, Blink, Loupe});
  add(view, {SwapSides, TurnSplit, KeepSnapshot});
  add(view, {Fit, ActualSize, ZoomIn, ZoomOut});
  add(view, {TogglePictures, ToggleRight, ToggleAll});
  view.addSeparator();
  add(*view.addMenu(MenuTexts::tr("T&heme")), {ThemeSystem, ThemeDark, ThemeLight});
  add(view, {NextArea, PreviousArea, ResetLayout});
  add(*bar.addMenu(MenuTexts::tr("&Reference")), {AddReference, RankFolder, SetTruth});
  add(*bar.addMenu(MenuTexts::tr("R&un")),
      {Upscale, UpscaleWithout, Pause, Resume, Cancel, ShuffledControl, FailureDetails, Models});
  add(*bar.addMenu(MenuTexts::tr("&Help")), {HelpHere, About});
}

} // namespace refscale::ui
