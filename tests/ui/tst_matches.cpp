#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/models/match_lines.h"
#include "ui/session.h"
#include "ui/theme/color_maps.h"
#include "ui/views/exploration.h"
#include "ui/views/matches_view.h"
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

class TstMatches : public QObject {
  Q_OBJECT
 private Q_SLOTS:
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
    QVERIFY(!canvas.choice().lines.empty());
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
    QVERIFY(canvas.choice().lines.size() <= 10);
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Tab);
    QCOMPARE(canvas.marked().size(), std::size_t{1});

    script->holdRestore = false;
    QTRY_VERIFY(desk.document().result() != nullptr);
    desk.actions()[ActionId::CloseAll].trigger(); // nothing to look at: back to the start page
    QVERIFY(!canvas.isVisible());
    QVERIFY(!matches.isEnabled());
  }
};

QTEST_MAIN(TstMatches)
#include "tst_matches.moc"
