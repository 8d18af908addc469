// refscale-shots: drives the real window through its states over a scripted engine and writes what
// it looks like as PNGs, to be looked at beside the mock-ups. The scripted result is the true
// picture: nothing in these shots is output of a model, unless --engine has the real one work.
//
//   refscale-shots [--engine] PICTURE REFERENCE FOLDER
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <cstdio>

#include "core/media/resample.h"
#include "core/media/write.h"
#include "core/pipeline/engine.h"
#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/maps/maps_inspect.h"
#include "ui/maps/maps_view.h"
#include "ui/matches/matches_view.h"
#include "ui/models/document.h"
#include "ui/models/mask_editor.h"
#include "ui/models/preferences.h"
#include "ui/plots/offset_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/views/picture_view.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

class Photographer {
 public:
  Photographer(const std::filesystem::path& picture, std::filesystem::path reference,
               QString folder, EngineClient::Factory engine)
      : reference_(std::move(reference)),
        folder_(std::move(folder)),
        settings_(scratch_.filePath("settings.ini"), QSettings::IniFormat),
        workspace_(
            engine ? engine : [script = script_] { return test::makeScriptedEngine(script); },
            productFileAccess(), settings_) {
    const auto truth = pipeline::readSource(picture, {}).srgb;
    auto cropped = std::make_shared<media::Picture>(
        media::cropped(*truth, 0, 0, truth->width() / 4 * 4, truth->height() / 4 * 4));
    small_ = scratch_.filePath(QString::fromStdString(picture.stem().string()) + "-small.png")
                 .toStdString();
    media::writePicture(
        media::resizeBicubicU8(*cropped, cropped->width() / 4, cropped->height() / 4), small_,
        media::Format::Png);
    script_->setResult(cropped);
    script_->tiles = 12;
    workspace_.window().resize(1440, 900);
    workspace_.window().show();
    workspace_.engine().load();
  }

  // The views of what was found, with what the engine really finds.
  void takeViews() {
    workspace_.session().open({small_}, DropTarget::Window);
    until([this] { return workspace_.document().bicubic() != nullptr; });
    workspace_.session().open({reference_}, DropTarget::Window);
    untilLookedAt();
    trigger(ActionId::Upscale);
    until([this] { return workspace_.document().result() != nullptr; });
    shot("19-result");
    trigger(ActionId::ShowMatches);
    takeMatches();
    trigger(ActionId::ShowMaps);
    takeMaps("20");
    workspace_.session().makeMaps();
    until([this] { return !workspace_.document().result()->result->maps.empty(); });
    takeMaps("21");
    auto& offsets = static_cast<OffsetPlot&>(exploration().mapsInspect().offsets().plot());
    offsets.brush(QRectF(-20, -20, 40, 40));
    takeMaps("26");
    trigger(ActionId::ShowPicture);
    shot("27-picture-marked");
    trigger(ActionId::ShowMaps);
    exploration().inspection().clearBrush();
    trigger(ActionId::ThemeLight);
    takeMaps("22");
    trigger(ActionId::ThemeDark);
    workspace_.window().resize(1100, 700);
    takeMaps("23");
    workspace_.window().resize(1440, 900);
    takeMaps("23b");
    trigger(ActionId::MapsOne);
    exploration().mapsView().choose(0, {MapKind::WhichReference, 0, {}});
    takeMaps("24");
    exploration().mapsView().choose(0, {MapKind::OffsetDirection, 0, OffsetPart::Total});
    exploration().mapsView().linkedView().zoomTo(2);
    takeMaps("25");
  }

  void takeAll() {
    shot("01-start");
    workspace_.session().open({small_}, DropTarget::Window);
    until([this] { return workspace_.document().bicubic() != nullptr; });
    shot("02-picture-only");
    workspace_.session().open({reference_}, DropTarget::Window);
    until([this] { return !workspace_.document().state().references.empty(); });
    shot("03-ready");
    takeRun();
    takeComparisons();
    takeRest();
    takeFlows();
    takeReferences();
    takeRemedies();
  }

 private:
  void takeRun() {
    script_->holdRestore = true;
    trigger(ActionId::Upscale);
    until([this] { return workspace_.document().job().progress.done == 6; });
    shot("04-running");
    script_->holdRestore = false;
    until([this] { return workspace_.document().result() != nullptr; });
    inspect(true);
    shot("05-finished-split");
  }

  void takeComparisons() {
    trigger(ActionId::ActualSize);
    shot("06-split-100");
    trigger(ActionId::SideBySide);
    shot("07-side-by-side");
    trigger(ActionId::Difference);
    shot("08-difference");
    auto* isSigned = workspace_.window().findChild<QCheckBox*>("differenceSigned");
    isSigned->setChecked(true);
    shot("08-difference-signed");
    trigger(ActionId::ThemeLight);
    shot("08-difference-signed-light");
    trigger(ActionId::ThemeDark);
    isSigned->setChecked(false);
    trigger(ActionId::SideBySide);
    trigger(ActionId::Fit);
    takeWarped();
    trigger(ActionId::ActualSize);
    trigger(ActionId::Blink);
    shot("09-blink");
    trigger(ActionId::Loupe);
    trigger(ActionId::Fit);
    shot("09-loupe");
    trigger(ActionId::ShowMatches);
    shot("16-matches");
    trigger(ActionId::Split);
  }

  // The reference as its matches place it.
  void takeWarped() {
    auto* source = workspace_.window().findChild<QComboBox*>("sourceA");
    const int before = source->currentIndex();
    source->setCurrentIndex(source->findText("R1 warped"));
    Q_EMIT source->activated(source->currentIndex());
    until([this] { return workspace_.document().warpedReference(0) != nullptr; });
    shot("08-warped");
    source->setCurrentIndex(before);
    Q_EMIT source->activated(before);
  }

  // The export dialog as it opens and with everything that it has to say, in the theme of now.
  void takeExport(const QString& theme) {
    trigger(ActionId::Export);
    QTest::qWait(50);
    auto* dialog = workspace_.window().findChildren<QWidget*>("exportDialog").back();
    save(dialog->grab(), "15-export" + theme);
    QFile there(scratch_.filePath("a_b.jpg"));
    if (!there.open(QIODevice::WriteOnly)) qFatal("cannot write there");
    dialog->findChild<QLineEdit*>("exportFolder")->setText(scratch_.path());
    dialog->findChild<QLineEdit*>("exportTemplate")->setText("a/b.jpg");
    dialog->findChild<QCheckBox*>("exportSidecar")->setChecked(true);
    QTest::qWait(50);
    save(dialog->grab(), "15-export-there" + theme);
    dialog->close();
    QTest::qWait(50);
  }

  void takeRest() {
    inspect(false);
    workspace_.window().findChild<QSlider*>("strength")->setValue(80);
    shot("10-changed");
    trigger(ActionId::ThemeLight);
    shot("11-changed-light");
    trigger(ActionId::SideBySide);
    shot("12-side-by-side-light");
    trigger(ActionId::ThemeDark);
    script_->failWith(Error(Kind::OutOfMemory,
                            "There is not enough memory for this picture; close "
                            "other programs, use a smaller reference, or "
                            "enlarge the picture in parts."));
    trigger(ActionId::Upscale);
    until([this] { return workspace_.document().failure().has_value(); });
    workspace_.session().open({scratch_.filePath("notes.txt").toStdString()}, DropTarget::Window);
    until([this] { return !workspace_.document().notices().empty(); });
    shot("13-failed");
    workspace_.window().resize(1100, 700);
    shot("14-small");
    trigger(ActionId::ToggleRight);
    workspace_.window().findChild<QSlider*>("strength")->setFocus();
    trigger(ActionId::HelpHere);
    shot("14-small-panels-help");
    trigger(ActionId::HelpHere);
    trigger(ActionId::ToggleRight);
    workspace_.window().resize(1440, 900);
    workspace_.document().clearNotices();
    takeExport({});
    trigger(ActionId::ThemeLight);
    takeExport("-light");
    trigger(ActionId::ThemeDark);
  }

  void takeFlows() {
    // What a reference that hardly fits looks like, and one that does not.
    trigger(ActionId::CloseAll);
    script_->failWith({});
    script_->covers = 0.07;
    workspace_.session().open({small_, reference_}, DropTarget::Window);
    untilLookedAt();
    workspace_.document().clearNotices();
    inspect(true);
    shot("20-weak");
    trigger(ActionId::CloseAll);
    script_->covers = 0;
    workspace_.session().open({small_, reference_}, DropTarget::Window);
    untilLookedAt();
    workspace_.document().clearNotices();
    shot("21-wrong");
    trigger(ActionId::CloseAll);
    script_->covers = 0.54;
    takeRanking();
    trigger(ActionId::CloseAll);
    trigger(ActionId::OpenSample);
    untilLookedAt();
    inspect(false);
    trigger(ActionId::Brush);
    workspace_.mask().stroke({{100, 120}, {180, 200}, {260, 180}});
    shot("22-painted");
    trigger(ActionId::Brush);
    trigger(ActionId::Upscale);
    until([this] { return workspace_.document().result() != nullptr; });
    workspace_.session().runReferenceOff();
    until([this] {
      const ResultItem& item = *workspace_.document().result();
      return item.off.result && workspace_.document().scoreOf(item.off.result);
    });
    workspace_.session().runShuffledControl();
    until([this] {
      const ResultItem& item = *workspace_.document().result();
      return item.shuffled.result && workspace_.document().scoreOf(item.shuffled.result);
    });
    trigger(ActionId::KeepSnapshot);
    inspect(true);
    shot("23-measured");
    for (const auto& [language, theme] :
         {std::pair("de", ThemeChoice::Dark), std::pair("zh_CN", ThemeChoice::Light),
          std::pair("ja", ThemeChoice::Dark), std::pair("en", ThemeChoice::Light)}) {
      takeLanguage(language, theme);
    }
  }

  // Several references, their menu, a crop; in both themes.
  void takeReferences() {
    trigger(ActionId::CloseAll);
    QDir(scratch_.path()).mkdir("many");
    std::vector<std::filesystem::path> files;
    for (const char* name : {"many/closer.png", "many/a long name of a portal in the evening.png",
                             "many/elsewhere.png"}) {
      QFile::copy(QString::fromStdString(reference_.string()), scratch_.filePath(name));
      files.emplace_back(scratch_.filePath(name).toStdString());
    }
    workspace_.session().open({small_}, DropTarget::Window);
    until([this] { return workspace_.document().bicubic() != nullptr; });
    workspace_.session().open(files, DropTarget::References);
    until([this] {
      const auto& all = workspace_.document().state().references;
      return all.size() == 3 && workspace_.document().wasLookedAt(all[2].picture);
    });
    workspace_.document().clearNotices();
    inspect(false);
    for (const auto theme : {ActionId::ThemeLight, ActionId::ThemeDark}) {
      trigger(theme);
      const QString name = theme == ActionId::ThemeLight ? "light" : "dark";
      shot("40-references-" + name);
      auto* menu = workspace_.window().findChild<QMenu*>("referenceActions2");
      menu->popup(workspace_.window().mapToGlobal(QPoint(200, 400)));
      QTest::qWait(50);
      save(menu->grab(), "40-menu-" + name);
      menu->findChild<QAction*>("crop")->trigger();
      menu->close();
      auto* crop = workspace_.window().findChild<QDialog*>("cropDialog");
      crop->findChild<QSpinBox*>("cropWidth")->setValue(300);
      crop->findChild<QSpinBox*>("cropHeight")->setValue(200);
      crop->findChild<QSpinBox*>("cropLeft")->setValue(80);
      crop->findChild<QSpinBox*>("cropTop")->setValue(60);
      QTest::qWait(50);
      save(crop->grab(), "41-crop-" + name);
      crop->close();
      QTest::qWait(50);
    }
    workspace_.window().resize(1100, 700);
    shot("40-references-small");
    trigger(ActionId::ToggleRight);
    shot("40-settings-small");
    workspace_.window().resize(1440, 900);
  }

  void takeRemedies() {
    for (const auto theme : {ActionId::ThemeLight, ActionId::ThemeDark}) {
      trigger(theme);
      const QString name = theme == ActionId::ThemeLight ? "light" : "dark";
      script_->failWith({});
      changeStrength(theme == ActionId::ThemeLight ? 55 : 65);
      script_->holdRestore = true;
      trigger(ActionId::Upscale);
      until([this] { return workspace_.document().job().progress.done == 6; });
      trigger(ActionId::Cancel);
      until([this] { return workspace_.document().job().phase == JobPhase::Idle; });
      shot("42-cancelled-" + name);
      script_->failWith(Error(Kind::OutOfMemory, "There is not enough memory."), 1);
      script_->holdRestore = false;
      script_->holdFrugal = true;
      trigger(ActionId::Resume);
      until([this] { return workspace_.document().job().frugal; });
      shot("43-retried-" + name);
      script_->peakBytes = 400'000'000'000; // more than any machine has
      script_->holdFrugal = false;
      until([this] { return workspace_.document().job().phase == JobPhase::Idle; });
      shot("44-memory-tight-" + name);
      script_->failWith(Error(Kind::CheckFailed, "A part of the result came out blank."));
      changeStrength(40);
      trigger(ActionId::Upscale);
      until([this] { return workspace_.document().failure().has_value(); });
      shot("45-check-failed-" + name);
      script_->failWith(Error(Kind::OutOfMemory, "There is not enough memory for this picture."));
      trigger(ActionId::Upscale);
      until([this] {
        return workspace_.document().failure() &&
               workspace_.document().failure()->kind == Kind::OutOfMemory;
      });
      shot("46-out-of-memory-" + name);
      workspace_.document().clearNotices();
      auto* presets = workspace_.window().findChild<QMenu*>("presetMenu");
      presets->popup(workspace_.window().mapToGlobal(QPoint(1200, 700)));
      QTest::qWait(50);
      save(presets->grab(), "47-presets-" + name);
      presets->findChild<QAction*>("presetSave")->trigger();
      presets->close();
      auto* dialog = workspace_.window().findChild<QDialog*>("nameDialog");
      dialog->findChild<QLineEdit*>("nameEdit")->setText("Half borrowed");
      QTest::qWait(50);
      save(dialog->grab(), "47-name-" + name);
      dialog->accept();
      QTest::qWait(50);
    }
    script_->failWith({}, 0);
    script_->peakBytes = 1'900'000'000;
    script_->matchSeconds = 200;
    openAgain(); // or its matches would be kept, and their time not be learnt
    trigger(ActionId::Upscale);
    until([this] { return workspace_.document().result() != nullptr; });
    script_->matchSeconds = 1.2;
    openAgain();
    workspace_.document().clearNotices();
    shot("48-no-gpu");
  }

  // The same pictures as if they were others.
  void openAgain() {
    const DocumentState now = workspace_.document().state();
    workspace_.document().replaceAll(std::make_shared<LoadedPicture>(*now.input),
                                     {now.references[0].picture});
    untilLookedAt();
  }

  void changeStrength(int percent) {
    workspace_.window().findChild<QSlider*>("strength")->setValue(percent);
  }

  void takeRanking() {
    QDir(scratch_.path()).mkdir("trip");
    for (const char* name :
         {"trip/morning.png", "trip/elsewhere.png", "trip/from the bridge.png"}) {
      QFile::copy(QString::fromStdString(reference_.string()), scratch_.filePath(name));
    }
    QFile torn(scratch_.filePath("trip/torn.png"));
    if (!torn.open(QIODevice::WriteOnly)) qFatal("cannot write there");
    workspace_.session().open({small_}, DropTarget::Window);
    until([this] { return workspace_.document().bicubic() != nullptr; });
    workspace_.session().open({scratch_.filePath("trip").toStdString()}, DropTarget::Window);
    auto* dialog = workspace_.window().findChild<QWidget*>("rankingDialog");
    auto* list = dialog->findChild<QTreeWidget*>("rankingList");
    until([list] { return list->topLevelItemCount() == 4; });
    QTest::qWait(50);
    save(dialog->grab(), "21-ranking");
    dialog->close();
    QTest::qWait(50);
  }

  void takeLanguage(const QString& language, ThemeChoice theme) {
    PreferenceValues values = workspace_.preferences().values();
    values.language = language;
    values.theme = theme;
    workspace_.preferences().set(values);
    QTest::qWait(50);
    workspace_.window().resize(1440, 900);
    QTest::qWait(300); // texts that wrapped have room now
    shot("30-measured-" + language);
    trigger(ActionId::CloseAll);
    workspace_.window().resize(1100, 700);
    shot("31-start-" + language);
    trigger(ActionId::Undo);
    inspect(false);
    shot("32-small-" + language);
    trigger(ActionId::Preferences);
    QTest::qWait(50);
    auto* preferences = workspace_.window().findChild<QWidget*>("preferencesDialog");
    save(preferences->grab(), "33-preferences-" + language);
    preferences->findChild<QListWidget*>("preferencePages")->setCurrentRow(4);
    QTest::qWait(50);
    save(preferences->grab(), "33-shortcuts-" + language);
    preferences->close();
    trigger(ActionId::Models);
    QTest::qWait(300);
    auto* models = workspace_.window().findChild<QWidget*>("modelsDialog");
    save(models->grab(), "34-models-" + language);
    models->close();
    QTest::qWait(50);
  }

  void untilLookedAt() {
    until([this] {
      const DocumentState& state = workspace_.document().state();
      return state.input && !state.references.empty() &&
             workspace_.document().wasLookedAt(state.references[0].picture);
    });
  }

  void takeMatches() {
    MatchCanvas& canvas = exploration().matchesView().canvas();
    const QSize output = exploration().inspection().outputSize();
    const Correspondence& matches = *exploration().inspection().correspondence();
    QTest::qWait(300);
    for (const double x : {0.2, 0.5, 0.8}) {
      const MatchLine line = lineAt(matches, QPointF(x * output.width(), 0.22 * output.height()));
      exploration().inspection().togglePin(line.cell);
    }
    const QPoint at =
        canvas.inputToWidget(QPointF(0.8 * output.width(), 0.22 * output.height())).toPoint();
    QTest::mouseMove(&canvas, at);
    QTest::qWait(300);
    shot("30-matches");
    trigger(ActionId::ThemeLight);
    workspace_.window().resize(1100, 700);
    QTest::qWait(300);
    shot("31-matches-small-light");
    workspace_.window().resize(1440, 900);
    trigger(ActionId::ThemeDark);
    exploration().inspection().setBrush(
        cellsInside(matches, QRectF(0.1 * output.width(), 0.1 * output.height(),
                                    0.4 * output.width(), 0.5 * output.height())));
    workspace_.window().findChild<QComboBox*>("lineColour")->setCurrentIndex(1);
    QTest::qWait(300);
    shot("32-matches-region");
    exploration().inspection().clearBrush();
  }

  Exploration& exploration() { return workspace_.window().exploration(); }
  void takeMaps(const QString& number) {
    const QSize output = exploration().inspection().outputSize();
    exploration().inspection().setPosition(QPointF(output.width() * 0.6, output.height() * 0.55));
    QTest::qWait(600); // colouring
    shot(number + "-maps");
  }

  void inspect(bool on) {
    workspace_.window().findChild<QDockWidget*>(on ? "inspectDock" : "settingsDock")->raise();
  }
  void trigger(ActionId id) { workspace_.actions()[id].trigger(); }
  template <typename Condition>
  void until(const Condition& condition) {
    if (!QTest::qWaitFor(condition, 300'000)) qFatal("the window did not get there");
  }
  void shot(const QString& name) {
    QTest::qWait(50);
    save(workspace_.window().grab(), name);
  }
  void save(const QPixmap& picture, const QString& name) const {
    if (!picture.save(QDir(folder_).filePath(name + ".png"))) qFatal("cannot write there");
  }

  std::shared_ptr<test::Script> script_ = std::make_shared<test::Script>();
  std::filesystem::path small_;
  std::filesystem::path reference_;
  QString folder_;
  QTemporaryDir scratch_;
  QSettings settings_;
  Workspace workspace_;
};

} // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QStringList arguments = QApplication::arguments();
  const bool real = arguments.removeAll("--engine") > 0;
  if (arguments.size() != 4 || !QDir().mkpath(arguments[3])) {
    std::fputs("usage: refscale-shots [--engine] PICTURE REFERENCE FOLDER\n", stderr);
    return 2;
  }
  Photographer photographer(arguments[1].toStdString(), arguments[2].toStdString(), arguments[3],
                            real ? EngineClient::Factory(pipeline::loadEngine) : nullptr);
  if (real) {
    photographer.takeViews();
  } else {
    photographer.takeAll();
  }
  return 0;
}
