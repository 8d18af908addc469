#include "ui/panels/help_texts.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>
#include <iterator>

namespace refscale::ui {
namespace {

struct Text {
  const char* name; // of the widget
  const char* words;
};

constexpr Text kTexts[] = {
    // Areas.
    {"mainToolBar",
     QT_TRANSLATE_NOOP("Help",
                       "Open pictures here, choose between the picture, its matches and its "
                       "maps, and export the result.")},
    {"startPage",
     QT_TRANSLATE_NOOP("Help",
                       "Drop the picture to enlarge on the left and a better picture of the "
                       "same thing on the right. The sample shows what comes of it.")},
    {"picturesPanel",
     QT_TRANSLATE_NOOP("Help",
                       "The picture that is enlarged, the references that detail is borrowed "
                       "from, and the true picture, if you have one to compare with.")},
    {"settingsPanel",
     QT_TRANSLATE_NOOP("Help",
                       "How the picture is enlarged. The usual values serve well; a dot marks "
                       "what differs from them, a double-click on its name takes it back.")},
    {"inspectPanel",
     QT_TRANSLATE_NOOP("Help",
                       "What is known of the references before a run, and of the result after "
                       "it: how much was borrowed, what was checked, how long it took.")},
    {"runBar",
     QT_TRANSLATE_NOOP("Help",
                       "Says how things stand and offers the next step. Upscale 4× needs a "
                       "picture alone; with a reference it borrows detail from it.")},
    {"viewMatches",
     QT_TRANSLATE_NOOP("Help",
                       "Lines lead from places of the picture to the places of the reference "
                       "that show the same. Rings stand where no match is sure.")},
    {"viewMaps",
     QT_TRANSLATE_NOOP("Help",
                       "Each pane colours every place of the picture by one number. The same "
                       "place is under the crosshair in all panes.")},
    // Parts of them.
    {"inputCard",
     QT_TRANSLATE_NOOP("Help",
                       "The picture that is enlarged. Drop another one here to replace it.")},
    {"referenceList",
     QT_TRANSLATE_NOOP("Help",
                       "References show the same thing as the picture, sharper or closer. The "
                       "bars say how much each of them can give; unchecked ones are not used.")},
    {"trueCard",
     QT_TRANSLATE_NOOP("Help",
                       "What the result should look like, where that is known: four times as "
                       "large as the picture. PSNR and SSIM are then measured against it.")},
    {"canvas",
     QT_TRANSLATE_NOOP("Help",
                       "Wheel or + and − zoom, dragging and the arrow keys move. S, D, F, B "
                       "and L choose how two pictures are compared; hold Space to see A alone.")},
    {"compareMode",
     QT_TRANSLATE_NOOP("Help",
                       "Ways to compare A with B: a line between both, side by side, their "
                       "difference, blinking, or a loupe that shows both.")},
    {"sourceA", QT_TRANSLATE_NOOP("Help",
                                  "What is shown as A: bicubic is the picture enlarged without any "
                                  "model, reference off is what the model alone makes of it.")},
    {"sourceB",
     QT_TRANSLATE_NOOP("Help", "What is shown as B, usually the result. X swaps A and B.")},
    {"showReach",
     QT_TRANSLATE_NOOP("Help",
                       "Hatching covers what no reference reaches: there the model invents.")},
    {"matchCanvas",
     QT_TRANSLATE_NOOP("Help",
                       "Point at a place to see its match on the other side. Tab steps through "
                       "the lines, P pins one; drag for a region, with Shift for a free one.")},
    {"patchStrip",
     QT_TRANSLATE_NOOP("Help",
                       "The place under the pointer, its match and its result, enlarged, with "
                       "their numbers; beside them what you have pinned.")},
    {"lineOrder",
     QT_TRANSLATE_NOOP("Help",
                       "Evenly spread shows the best match of each part of the picture. Best "
                       "and worst go by confidence times uniqueness.")},
    {"offsetPlot",
     QT_TRANSLATE_NOOP("Help",
                       "How far and where to the matches lie from their places. Drag a "
                       "rectangle to mark the places with these offsets in all views.")},
    {"confidencePlot",
     QT_TRANSLATE_NOOP("Help",
                       "How many matches are how sure. Drag the handle, or press the arrow "
                       "keys, to show only those above it.")},
    {"mapScale",
     QT_TRANSLATE_NOOP("Help",
                       "The scale at which the network reads the reference: relu3_1 has one "
                       "place for 4 × 4 pixels of the result, relu1_1 one for each.")},
    {"mapPart",
     QT_TRANSLATE_NOOP("Help",
                       "An offset is what the match found plus what the network learned to "
                       "add. Total is both together.")},
    {"model", QT_TRANSLATE_NOOP(
                  "Help", "The trained network. Models lists all of them with their licences.")},
    {"device",
     QT_TRANSLATE_NOOP("Help", "Where it is computed. Auto takes a GPU where there is one.")},
    {"precision",
     QT_TRANSLATE_NOOP("Help",
                       "How exactly it is computed. Auto takes the fastest that gives the same "
                       "picture.")},
    {"strength",
     QT_TRANSLATE_NOOP("Help",
                       "How much is borrowed. Below 100 % unsure places go first; at 0 % "
                       "nothing is borrowed. The matches are kept.")},
    {"gate",
     QT_TRANSLATE_NOOP("Help",
                       "Where a match is unsure less of it is taken, so that wrong detail does "
                       "not get in.")},
    {"maskSection",
     QT_TRANSLATE_NOOP("Help",
                       "Paint over what the references show differently, such as people who "
                       "moved: nothing is borrowed there.")},
    {"truthTable",
     QT_TRANSLATE_NOOP("Help",
                       "How near each picture comes to the true one: a higher PSNR and an SSIM "
                       "nearer to 1 are better.")},
    {"stagePlot", QT_TRANSLATE_NOOP("Help", "How long each stage of the last run took.")},
    {"mainWindow",
     QT_TRANSLATE_NOOP("Help",
                       "Drop a picture, drop a better one of the same thing, press Upscale 4×. "
                       "F6 goes from area to area, F1 explains where you are.")},
};

} // namespace

QString helpOn(const QWidget* widget) {
  for (const QWidget* at = widget; at != nullptr; at = at->parentWidget()) {
    const auto found = std::find_if(std::begin(kTexts), std::end(kTexts), [at](const Text& text) {
      return at->objectName() == QLatin1String(text.name);
    });
    if (found != std::end(kTexts)) return QCoreApplication::translate("Help", found->words);
  }
  return {};
}

} // namespace refscale::ui
