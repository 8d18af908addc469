#include <QCheckBox>
#include <QFile>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>
#include <cmath>
#include <numbers>
#include <set>

#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/matches/matches_view.h"
#include "ui/matches/patch_strip.h"
#include "ui/models/document.h"
#include "ui/models/match_lines.h"
#include "ui/session.h"
#include "ui/theme/color_maps.h"
#include "ui/views/exploration.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

// A field in which confidence and uniqueness differ from cell to cell, by a fixed rule.
Correspondence makeField(int width, int height) {
  Correspondence c;
  c.referenceWidth = width;
  c.referenceHeight = height;
  c.pixels = Field<Vec2f>(width, height, 4);
  c.confidence = Field<float>(width, height, 4);
  c.uniqueness = Field<float>(width, height, 4);
  for (std::size_t i = 0; i < c.pixels.values.size(); ++i) {
    c.pixels.values[i] = {static_cast<float>(i % 7), -static_cast<float>(i % 5)};
    c.confidence.values[i] = static_cast<float>((i * 37) % 100) / 100;
    c.uniqueness.values[i] = static_cast<float>((i * 53) % 30) / 100;
  }
  return c;
}

} // namespace

namespace {

// A window with a finished run whose matches are shown.
struct Desk {
  QTemporaryDir folder;
  QSettings settings{folder.filePath("s.ini"), QSettings::IniFormat};
  std::shared_ptr<test::Script> script = std::make_shared<test::Script>();
  Workspace workspace{[script = script] { return test::makeScriptedEngine(script); },
                      test::makeScriptedFiles(std::make_shared<test::Written>()), settings};

  Desk() {
    workspace.window().show();
    workspace.session().open({"small-40x30.png", "better-120x100.png"}, DropTarget::Window);
    QVERIFY(QTest::qWaitFor([this] { return workspace.document().bicubic() != nullptr; }));
    workspace.document().clearNotices();
    workspace.session().run();
    QVERIFY(QTest::qWaitFor([this] { return workspace.document().result() != nullptr; }));
    workspace.actions()[ActionId::ShowMatches].trigger();
    settle();
  }
  // Laid out, and what is worked out beside the window's thread has arrived.
  void settle() {
    QTest::qWait(20);
    QVERIFY(QTest::qWaitFor([this] { return !canvas().isChoosing(); }));
  }
  Exploration& exploration() { return workspace.window().exploration(); }
  Inspection& inspection() { return exploration().inspection(); }
  MatchCanvas& canvas() { return exploration().matchesView().canvas(); }
  const Correspondence& matches() { return *inspection().correspondence(); }
  static void drag(QWidget& widget, const std::vector<QPoint>& way,
                   Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, way.front());
    for (const QPoint& at : way) QTest::mouseMove(&widget, at);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, way.back());
  }
};

} // namespace

class TstMatches : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theMarkedRegionCanBePainted() {
    Desk desk;
    QAction& paint = desk.workspace.actions()[ActionId::PaintRegion];
    QVERIFY(!paint.isEnabled());
    desk.inspection().setBrush(
        cellsInside(desk.matches(), QPolygonF(QRectF(0, 0, 80, 60)))); // 20 x 15 cells
    QVERIFY(paint.isEnabled());
    paint.trigger();
    const MaskHandle& mask = desk.workspace.document().state().mask;
    QVERIFY(mask != nullptr);
    QCOMPARE(paintedShare(mask), 20.0 * 15 / (40 * 30));
    QCOMPARE(mask->pixelColor(19, 14).red(), 255);
    QCOMPARE(mask->pixelColor(20, 14).red(), 0);
  }

  void aHandDrawnRegionIsThePolygon() {
    Desk desk;
    QPolygonF star; // many corners: painted once instead of asked for each cell
    for (int i = 0; i < 24; ++i) {
      const double angle = i * std::numbers::pi / 12;
      const double radius = i % 2 == 0 ? 50 : 30;
      star << QPointF(80 + radius * std::cos(angle), 60 + radius * std::sin(angle));
    }
    const CellSet set = cellsInside(desk.matches(), star);
    const CellSet asked = cellsWhere(desk.matches(), [&](std::size_t cell) {
      return star.containsPoint(lineOf(desk.matches(), cell).from, Qt::OddEvenFill);
    });
    std::size_t other = 0;
    for (std::size_t i = 0; i < set.flags.size(); ++i) other += set.flags[i] != asked.flags[i];
    QVERIFY2(asked.count() > 200 && other <= asked.count() / 50, QByteArray::number(int(other)));
  }

  void theZoomKeysReachTheMatches() {
    Desk desk;
    const QPointF before = desk.canvas().inputToWidget({0, 0});
    desk.workspace.actions()[ActionId::ZoomIn].trigger();
    QVERIFY(desk.canvas().inputToWidget({0, 0}) != before);
    desk.workspace.actions()[ActionId::Fit].trigger();
    QCOMPARE(desk.canvas().inputToWidget({0, 0}), before);
  }

  void linesAreEvenlySpreadAndAlwaysTheSame_data() {
    QTest::addColumn<int>("count");
    for (const int count : {10, 37, 60, 400}) QTest::addRow("%d", count) << count;
  }
  void linesAreEvenlySpreadAndAlwaysTheSame() {
    QFETCH(int, count);
    const Correspondence c = makeField(64, 48);
    const LineRule rule{.count = count, .threshold = 0.5F, .visible = QRectF(0, 0, 256, 192)};
    const LineChoice choice = chooseLines(c, rule);
    QVERIFY(!choice.lines.empty());
    QVERIFY(static_cast<int>(choice.lines.size()) <= count);
    QVERIFY(static_cast<int>(choice.lines.size() + choice.rings.size()) <= count);
    const LineChoice again = chooseLines(c, rule);
    QCOMPARE(again.lines.size(), choice.lines.size());
    for (std::size_t i = 0; i < choice.lines.size(); ++i) {
      QCOMPARE(again.lines[i].cell, choice.lines[i].cell);
      QVERIFY(choice.lines[i].confidence >= 0.5F);
      if (i > 0) QVERIFY(choice.lines[i - 1].confidence <= choice.lines[i].confidence);
    }
  }

  void noGridCellHoldsTwoLines() {
    const Correspondence c = makeField(64, 64);
    const LineChoice choice =
        chooseLines(c, {.count = 64, .threshold = 0.5F, .visible = QRectF(0, 0, 256, 256)});
    std::set<std::pair<int, int>> cells; // the grid is 8 x 8
    for (const MatchLine& line : choice.lines) {
      QVERIFY(
          cells.emplace(static_cast<int>(line.from.x() / 32), static_cast<int>(line.from.y() / 32))
              .second);
    }
  }

  void theBestOfACellIsTakenAndTheFirstOfEquals() {
    Correspondence c = makeField(4, 4);
    std::fill(c.confidence.values.begin(), c.confidence.values.end(), 0.6F);
    std::fill(c.uniqueness.values.begin(), c.uniqueness.values.end(), 0.1F);
    const LineRule rule{.count = 1, .threshold = 0.5F, .visible = QRectF(0, 0, 16, 16)};
    QCOMPARE(chooseLines(c, rule).lines.front().cell, std::size_t{0});
    c.uniqueness.values[9] = 0.3F;
    QCOMPARE(chooseLines(c, rule).lines.front().cell, std::size_t{9});
  }

  void filtersOnlyRemove() {
    const Correspondence c = makeField(40, 30);
    std::size_t before = 1000;
    for (const float threshold : {0.0F, 0.5F, 0.9F, 1.5F}) {
      const LineChoice choice =
          chooseLines(c, {.count = 50, .threshold = threshold, .visible = QRectF(0, 0, 160, 120)});
      QVERIFY(choice.lines.size() <= before);
      before = choice.lines.size();
    }
    QCOMPARE(before, std::size_t{0});
  }

  void onlyTheVisiblePartHasLines() {
    const QRectF visible(40, 20, 60, 50);
    const LineChoice choice =
        chooseLines(makeField(64, 48), {.count = 60, .threshold = 0, .visible = visible});
    QVERIFY(!choice.lines.empty());
    for (const MatchLine& line : choice.lines) QVERIFY(visible.contains(line.from));
  }

  void bothWaysFindTheSameMatch() {
    const Correspondence c = makeField(20, 20);
    const MatchLine line = lineAt(c, {31, 14}); // cell 7, 3
    QCOMPARE(line.cell, std::size_t{3 * 20 + 7});
    QCOMPARE(line.from, QPointF(30, 14));
    const auto back = linesTo(c, line.to, 8, 0);
    QVERIFY(std::any_of(back.begin(), back.end(),
                        [&](const MatchLine& other) { return other.cell == line.cell; }));
    for (const MatchLine& other : back) {
      QVERIFY(QLineF(other.to, line.to).length() <= 8);
    }
    std::size_t near = 0;
    for (std::size_t i = 0; i < c.pixels.values.size(); ++i) {
      if (QLineF(lineOf(c, i).to, line.to).length() <= 8) ++near;
    }
    QCOMPARE(back.size(), near);
  }

  void theColoursOfConfidenceAreViridis() {
    QCOMPARE(viridis(0), QColor(0x44, 0x01, 0x54));
    QCOMPARE(viridis(1), QColor(0xfd, 0xe7, 0x25));
    QCOMPARE(viridis(0.5), QColor(0x21, 0x91, 0x8c));
    QVERIFY(confidenceColour(0).lightness() > viridis(0).lightness());
  }

  void theOtherOrdersTakeTheEndsOrADraw() {
    const Correspondence c = makeField(64, 48);
    const auto choose = [&](LineOrder order, unsigned seed = 1) {
      return chooseLines(c, {.count = 20,
                             .threshold = 0.3F,
                             .visible = QRectF(0, 0, 256, 192),
                             .order = order,
                             .seed = seed})
          .lines;
    };
    const auto worth = [&](const MatchLine& line) {
      return c.confidence.values[line.cell] * c.uniqueness.values[line.cell];
    };
    const auto cellsOf = [](const std::vector<MatchLine>& lines) {
      std::set<std::size_t> cells;
      for (const MatchLine& line : lines) cells.insert(line.cell);
      return cells;
    };
    const auto best = choose(LineOrder::Best);
    const auto worst = choose(LineOrder::Worst);
    QCOMPARE(best.size(), std::size_t{20});
    for (const MatchLine& good : best) {
      for (const MatchLine& bad : worst) QVERIFY(worth(good) >= worth(bad));
    }
    QVERIFY(cellsOf(choose(LineOrder::Random, 7)) == cellsOf(choose(LineOrder::Random, 7)));
    QVERIFY(cellsOf(choose(LineOrder::Random, 7)) != cellsOf(choose(LineOrder::Random, 8)));
  }

  void furtherFiltersAreHeeded() {
    const Correspondence c = makeField(40, 30);
    const auto lines = chooseLines(c, {.count = 400,
                                       .threshold = 0,
                                       .visible = QRectF(0, 0, 160, 120),
                                       .allows = [](std::size_t cell) { return cell % 2 == 0; }})
                           .lines;
    QVERIFY(!lines.empty());
    for (const MatchLine& line : lines) QCOMPARE(line.cell % 2, std::size_t{0});
    MatchFilter filter;
    filter.leastConfidence = 0;
    QVERIFY(passes(filter, c, 13));
    filter.mostLength = 1;
    QVERIFY(!passes(filter, c, 13)); // 6 right, 3 up
  }

  void matchesOpenDuringTheRestorationAndFollowThePointer() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    auto script = std::make_shared<test::Script>();
    script->holdRestore = true;
    Workspace desk([script] { return test::makeScriptedEngine(script); },
                   test::makeScriptedFiles(std::make_shared<test::Written>()), settings);
    desk.window().show();
    QAction& matches = desk.actions()[ActionId::ShowMatches];
    QVERIFY(!matches.isEnabled());
    desk.session().open({"small-40x30.png", "better-160x120.png"}, DropTarget::Window);
    QTRY_VERIFY(!desk.document().state().references.empty());
    desk.session().run();
    QTRY_VERIFY(matches.isEnabled());
    QVERIFY(desk.document().result() == nullptr); // the restoration goes on
    matches.trigger();
    QTest::qWait(20);
    MatchCanvas& canvas = desk.window().exploration().matchesView().canvas();
    QVERIFY(canvas.isVisible());
    QTRY_VERIFY(!canvas.choice().lines.empty());
    QVERIFY(!canvas.choice().rings.empty()); // the script is unsure on the right

    QSignalSpy pointer(&canvas, &MatchCanvas::pointerAt);
    const Correspondence& c = desk.document().matches()->correspondences.front();
    QTest::mouseMove(&canvas, canvas.inputToWidget({30, 50}).toPoint());
    QTRY_COMPARE(canvas.marked().size(), std::size_t{1});
    QVERIFY(!pointer.isEmpty());
    const MatchLine hovered = canvas.marked().front();
    QCOMPARE(hovered.cell, lineAt(c, hovered.from).cell);
    QTest::mouseMove(&canvas, canvas.referenceToWidget(hovered.to).toPoint());
    QTRY_VERIFY(canvas.marked().size() > 1);
    QVERIFY(pointer.back()[1].toString().contains("positions match here"));

    auto* count = desk.window().findChild<QSpinBox*>("lineCount");
    count->setValue(10);
    QTRY_VERIFY(canvas.choice().lines.size() <= 10);
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Tab);
    QCOMPARE(canvas.marked().size(), std::size_t{1});

    script->holdRestore = false;
    QTRY_VERIFY(desk.document().result() != nullptr);
    desk.actions()[ActionId::CloseAll].trigger(); // nothing to look at: back to the start page
    QVERIFY(!canvas.isVisible());
    QVERIFY(!matches.isEnabled());
  }

  void regionsAreDraggedOnEitherSide() {
    Desk desk;
    const QPoint from = desk.canvas().inputToWidget({8, 8}).toPoint();
    const QPoint to = desk.canvas().inputToWidget({72, 72}).toPoint();
    Desk::drag(desk.canvas(), {from, (from + to) / 2, to});
    const std::size_t inside = desk.inspection().brush().count();
    QVERIFY(inside >= 200 && inside <= 320); // 16 x 16 cells, about
    desk.settle();
    QVERIFY(!desk.canvas().choice().lines.empty());
    for (const MatchLine& line : desk.canvas().choice().lines) {
      QVERIFY(desk.inspection().brush().contains(line.cell));
    }
    auto* whole = desk.workspace.window().findChild<QPushButton*>("wholePicture");
    QTest::mouseClick(whole, Qt::LeftButton);
    QVERIFY(!desk.inspection().brush().isSet());
    // A triangle takes about half of its box.
    const QPoint corner(to.x(), from.y());
    Desk::drag(desk.canvas(), {from, corner, to}, Qt::ShiftModifier);
    const std::size_t half = desk.inspection().brush().count();
    QVERIFY(half > inside / 4 && half < 3 * inside / 4);
    // On the reference: what matches into it.
    const QPoint a = desk.canvas().referenceToWidget({4, 4}).toPoint();
    const QPoint b = desk.canvas().referenceToWidget({50, 80}).toPoint();
    Desk::drag(desk.canvas(), {a, (a + b) / 2, b});
    QVERIFY(desk.inspection().brush().isSet());
    for (std::size_t cell = 0; cell < desk.inspection().brush().flags.size(); ++cell) {
      if (!desk.inspection().brush().contains(cell)) continue;
      const MatchLine line = lineOf(desk.matches(), cell);
      QVERIFY(QRectF(2, 2, 50, 80).contains(line.to) && line.confidence >= 0.5F);
    }
    desk.canvas().setFocus();
    QTest::keyClick(&desk.canvas(), Qt::Key_Escape);
    QVERIFY(!desk.inspection().brush().isSet());
  }

  void aClickPinsAndPDoesUpToTwenty() {
    Desk desk;
    const QPoint at = desk.canvas().inputToWidget({30, 50}).toPoint();
    QTest::mouseMove(&desk.canvas(), at + QPoint(1, 1));
    QTest::mouseClick(&desk.canvas(), Qt::LeftButton, {}, at);
    const std::size_t cell = lineAt(desk.matches(), {30, 50}).cell;
    QCOMPARE(desk.inspection().pins(), std::vector<std::size_t>{cell});
    auto* table = desk.workspace.window().findChild<QTableView*>("pins");
    QCOMPARE(table->model()->rowCount(), 1);
    desk.workspace.actions()[ActionId::Pin].trigger(); // the same again: taken out
    QVERIFY(desk.inspection().pins().empty());
    for (std::size_t i = 0; i < 25; ++i) desk.inspection().togglePin(i);
    QCOMPARE(desk.inspection().pins().size(), kMostPins);
    QCOMPARE(table->model()->rowCount(), static_cast<int>(kMostPins));
    auto* only = desk.workspace.window().findChild<QCheckBox*>("pinsOnly");
    only->click();
    QVERIFY(desk.inspection().filter().pinsOnly);
    desk.settle();
    for (const MatchLine& line : desk.canvas().choice().lines) QVERIFY(line.cell < kMostPins);
  }

  void theStripFollowsThePointer() {
    Desk desk;
    QTest::mouseMove(&desk.canvas(), desk.canvas().inputToWidget({30, 50}).toPoint());
    QTRY_COMPARE(desk.canvas().marked().size(), std::size_t{1});
    const MatchLine line = desk.canvas().marked().front();
    PatchStrip& strip = desk.exploration().matchesView().strip();
    // Where the pointer is, as the numbers beside say it, and as far from there as the match leads.
    const QPointF here = *desk.inspection().position();
    QVERIFY(QLineF(here, line.from).length() < 4);
    QCOMPARE(*strip.input().place(), here);
    QCOMPARE(*strip.match().place() - here, line.to - line.from);
    QCOMPARE(*strip.result().place(), here);
    QVERIFY(desk.canvas().valueSentence().contains("confidence"));
  }

  void theTableListsTheMatchThatIsHoveredInTheCLocale() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    Desk desk;
    desk.workspace.session().makeMaps(); // so that the learned columns are filled
    QTRY_VERIFY(!desk.inspection().matches()->maps.empty());
    MatchesView& view = desk.exploration().matchesView();
    QSignalSpy told(&view, &MatchesView::told);
    const QString name = desk.folder.filePath("matches.csv");
    view.save(TableScope::AllSure, name.toStdString());
    QVERIFY(told.wait());
    QTest::mouseMove(&desk.canvas(), desk.canvas().inputToWidget({30, 50}).toPoint());
    QTRY_COMPARE(desk.canvas().marked().size(), std::size_t{1});
    const MatchLine hovered = desk.canvas().marked().front();
    QLocale::setDefault(before);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList rows = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    QVERIFY(rows.front().startsWith("# RefScale"));
    while (rows.front().startsWith('#')) rows.removeFirst();
    QCOMPARE(rows.takeFirst(),
             QString("input_x,input_y,ref_id,ref_x,ref_y,confidence,uniqueness,fb_error_px,"
                     "match_dx,match_dy,learned_dx,learned_dy,mask"));
    QCOMPARE(rows.size(), static_cast<qsizetype>(view.cellsFor(TableScope::AllSure).size()));
    bool found = false;
    for (const QString& row : rows) {
      const QStringList cells = row.split(',');
      QCOMPARE(cells.size(), 13);
      QCOMPARE(cells[2], QString("R1"));
      for (int i = 0; i < 13; ++i) {
        bool fine = i == 2;
        if (!fine) (void)cells[i].toDouble(&fine);
        QVERIFY2(fine, qPrintable(row));
      }
      if (QPointF(cells[0].toDouble(), cells[1].toDouble()) != hovered.from) continue;
      found = true;
      QVERIFY(std::abs(cells[3].toDouble() - hovered.to.x()) < 0.01);
      QVERIFY(std::abs(cells[4].toDouble() - hovered.to.y()) < 0.01);
      QVERIFY(std::abs(cells[5].toDouble() - static_cast<double>(hovered.confidence)) < 1e-3);
    }
    QVERIFY(found);
    desk.inspection().togglePin(5);
    QCOMPARE(view.cellsFor(TableScope::Pins), std::vector<std::size_t>{5});
    MatchFilter filter;
    filter.leastConfidence = 0.9F;
    desk.inspection().setFilter(filter);
    QVERIFY(view.cellsFor(TableScope::Shown).size() < static_cast<std::size_t>(rows.size()));
  }

  void linesOfAnotherPictureAreNeverShown() {
    Desk desk;
    QSignalSpy chosen(&desk.canvas(), &MatchCanvas::chosen);
    desk.canvas().setLineCount(400); // under way when the picture goes
    QVERIFY(desk.canvas().isChoosing());
    desk.canvas().setScene({});
    QVERIFY(desk.canvas().choice().lines.empty());
    QTRY_VERIFY(!desk.canvas().isChoosing());
    QVERIFY(desk.canvas().choice().lines.empty());
    QVERIFY(!chosen.isEmpty()); // who counts them is told
  }

  void aHandleThatIsDraggedQueuesNothing() {
    QObject receiver;
    std::atomic<int> worked = 0;
    std::vector<int> shown;
    {
      NewestOnly newest(receiver);
      for (int i = 0; i < 50; ++i) {
        newest.start(
            [&worked, i] {
              ++worked;
              QThread::msleep(2);
              return i;
            },
            [&shown](int value) { shown.push_back(value); });
      }
      QTRY_VERIFY(!newest.isBusy());
      QCOMPARE(worked.load(), 2); // the first, and the last that waited
      QCOMPARE(shown, (std::vector{0, 49}));
      newest.start([] { return 7; }, [&shown](int value) { shown.push_back(value); });
      newest.drop();
      QTRY_VERIFY(!newest.isBusy());
      QCOMPARE(shown.back(), 49); // what was dropped is not shown
    }
  }

  void theReferenceFollowsWhenBothZoom() {
    Desk desk;
    QTest::mouseClick(desk.workspace.window().findChild<QCheckBox*>("zoomTogether"), Qt::LeftButton,
                      {}, QPoint(8, 8));
    desk.canvas().centreOn(lineAt(desk.matches(), {40, 60}).cell);
    const QPointF from = desk.canvas().inputToWidget({40, 60});
    QTest::keyClick(&desk.canvas(), Qt::Key_Right);
    QVERIFY(desk.canvas().inputToWidget({40, 60}).x() < from.x()); // moved on
  }
};

QTEST_MAIN(TstMatches)
#include "tst_matches.moc"
