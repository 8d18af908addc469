#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>
#include <numeric>

#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/maps/maps_inspect.h"
#include "ui/models/document.h"
#include "ui/plots/confidence_plot.h"
#include "ui/plots/offset_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/plots/stage_plot.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/views/picture_view.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

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
    workspace.actions()[ActionId::ShowMaps].trigger();
    settle();
  }
  // Laid out, drawn, and what is counted beside the window's thread has arrived.
  void settle() {
    QTest::qWait(20);
    QVERIFY(
        QTest::qWaitFor([this] { return !offsets().isCounting() && !confidence().isCounting(); }));
  }
  Exploration& exploration() { return workspace.window().exploration(); }
  Inspection& inspection() { return exploration().inspection(); }
  const Correspondence& matches() { return *inspection().correspondence(); }
  OffsetPlot& offsets() {
    return static_cast<OffsetPlot&>(exploration().mapsInspect().offsets().plot());
  }
  ConfidencePlot& confidence() {
    return static_cast<ConfidencePlot&>(exploration().mapsInspect().confidence().plot());
  }
};

QPoint pixelOf(const Plot& plot, QPointF at) {
  return {qRound(plot.xAxis->coordToPixel(at.x())), qRound(plot.yAxis->coordToPixel(at.y()))};
}

void drag(QWidget& widget, QPoint from, QPoint to) {
  QTest::mousePress(&widget, Qt::LeftButton, {}, from);
  QTest::mouseMove(&widget, (from + to) / 2);
  QTest::mouseMove(&widget, to);
  QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

// All streams of a PDF, unpacked.
QByteArray unpacked(const QByteArray& pdf) {
  QByteArray all;
  for (qsizetype at = 0; (at = pdf.indexOf("stream\n", at)) >= 0;) {
    const qsizetype from = at + 7;
    const qsizetype end = pdf.indexOf("endstream", from);
    if (end < 0) break;
    // qUncompress wants the length in front; it is only a hint.
    all += qUncompress(QByteArray::fromHex("00010000") + pdf.mid(from, end - from));
    at = end + 9;
  }
  return all;
}

} // namespace

class TstPlots : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void offsetsAreCountedUpwardsInPixelsOfRelu3() {
    Correspondence c;
    c.pixels = Field<Vec2f>(100, 1, 4, Vec2f{40, -80}); // 10 right, 20 up
    c.confidence = Field<float>(100, 1, 4, 1);
    QCOMPARE(plottedOffset(c, 3), QPointF(10, 20));
    const OffsetHistogram h = offsetHistogram(c, {});
    QCOMPARE(std::accumulate(h.counts.begin(), h.counts.end(), 0), 100);
    QVERIFY(h.area.contains(QPointF(0, 0)));
    const auto full = std::max_element(h.counts.begin(), h.counts.end()) - h.counts.begin();
    const QPointF middle =
        h.middleOf(static_cast<int>(full % h.columns), static_cast<int>(full / h.columns));
    QVERIFY(std::abs(middle.x() - 10) <= h.bin && std::abs(middle.y() - 20) <= h.bin);
  }

  void confidencesFallIntoFortyBins() {
    QCOMPARE(confidenceBin(0), std::size_t{0});
    QCOMPARE(confidenceBin(0.0251F), std::size_t{1});
    QCOMPARE(confidenceBin(1), std::size_t{39});
    Desk desk;
    const auto& h = desk.confidence().histogram();
    QCOMPARE(h.counts.size(), std::size_t{40});
    QCOMPARE(std::accumulate(h.counts.begin(), h.counts.end(), 0), 40 * 30);
    double all = 0;
    for (std::size_t i = 0; i < h.counts.size(); ++i) all += h.percentOf(i);
    QVERIFY(std::abs(all - 100) < 1e-9);
  }

  void brushingTheOffsetsMarksExactlyThePositionsInside() {
    Desk desk;
    OffsetPlot& plot = desk.offsets();
    const QRectF area = desk.offsets().histogram().area;
    const QPoint from = pixelOf(plot, area.center());
    const QPoint to = pixelOf(plot, area.topRight());
    drag(plot, from, to);
    const QRectF chosen =
        QRectF(QPointF(plot.xAxis->pixelToCoord(from.x()), plot.yAxis->pixelToCoord(from.y())),
               QPointF(plot.xAxis->pixelToCoord(to.x()), plot.yAxis->pixelToCoord(to.y())))
            .normalized();
    const CellSet& brush = desk.inspection().brush();
    QVERIFY(brush.isSet() && brush.count() > 0 && brush.count() < 1200);
    for (std::size_t cell = 0; cell < brush.flags.size(); ++cell) {
      QCOMPARE(brush.contains(cell), chosen.contains(plottedOffset(desk.matches(), cell)));
    }
    // The other plot counts the marked ones; this one keeps all.
    desk.settle();
    QCOMPARE(desk.confidence().histogram().all, static_cast<int>(brush.count()));
    const auto& counts = plot.histogram().counts;
    QVERIFY(std::accumulate(counts.begin(), counts.end(), 0) > static_cast<int>(brush.count()));
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(!desk.inspection().brush().isSet());
    QTRY_COMPARE(desk.confidence().histogram().all, 1200);
  }

  void atMostTwentyThousandPointsAreDrawn() {
    Correspondence c;
    c.pixels = Field<Vec2f>(300, 200, 4);
    c.confidence = Field<float>(300, 200, 4, 1);
    for (std::size_t i = 0; i < c.pixels.values.size(); ++i) {
      c.pixels.values[i] = {static_cast<float>(i % 300), static_cast<float>(i / 300)};
    }
    const auto points = offsetPoints(c, {});
    QCOMPARE(points.size(), kMostOffsetPoints); // every third of 60,000
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](QPointF a, QPointF b) { return a.x() < b.x(); }));
    const CellSet few = cellsInside(c, QRectF(0, 0, 40, 40));
    QCOMPARE(offsetPoints(c, few).size(), few.count());
  }

  void singlePointsAreBrushedLikeCounts() {
    Desk desk;
    OffsetPlot& plot = desk.offsets();
    auto* choice = desk.exploration().mapsInspect().findChild<QToolButton*>("offsetPoints");
    QVERIFY(!choice->accessibleName().isEmpty());
    QTest::mouseClick(choice, Qt::LeftButton);
    desk.settle();
    QCOMPARE(plot.look(), OffsetLook::Points);
    QCOMPARE(plot.points().size(), std::size_t{1200});
    QCOMPARE(plot.csv().count('\n'), 1201); // a row a point, and the names
    const QRectF area = plot.histogram().area;
    drag(plot, pixelOf(plot, area.center()), pixelOf(plot, area.topRight()));
    const CellSet& brush = desk.inspection().brush();
    QVERIFY(brush.isSet() && brush.count() > 0 && brush.count() < 1200);
    desk.settle();
    QCOMPARE(plot.points().size(), std::size_t{1200}); // its own brush takes none away
    desk.inspection().setBrush(cellsInside(desk.matches(), QRectF(0, 0, 40, 40)));
    desk.settle();
    QCOMPARE(plot.points().size(), std::size_t{100});
    QTest::mouseClick(choice, Qt::LeftButton);
    desk.settle();
    QVERIFY(plot.points().empty());
    QCOMPARE(plot.csv().count('\n'), static_cast<int>(plot.histogram().counts.size()) + 1);
  }

  void aRegionOfThePictureIsAllThatIsCounted() {
    Desk desk;
    desk.inspection().setBrush(cellsInside(desk.matches(), QRectF(0, 0, 40, 40)));
    QCOMPARE(desk.inspection().brush().count(), std::size_t{100});
    desk.settle();
    QCOMPARE(desk.confidence().histogram().all, 100);
    const auto& counts = desk.offsets().histogram().counts;
    QVERIFY(std::accumulate(counts.begin(), counts.end(), 0) <= 100);
    QTest::mouseClick(&desk.offsets(), Qt::LeftButton, {},
                      pixelOf(desk.offsets(), desk.offsets().histogram().area.center()));
    QVERIFY(!desk.inspection().brush().isSet()); // a click takes it back
  }

  void theThresholdIsDraggedAndMovedByKeys() {
    Desk desk;
    ConfidencePlot& plot = desk.confidence();
    QCOMPARE(desk.inspection().filter().leastConfidence, kSureConfidence);
    const QPoint from = plot.handle().toPoint();
    drag(plot, from, QPoint(pixelOf(plot, {0.8, 0}).x(), from.y()));
    QVERIFY(std::abs(desk.inspection().filter().leastConfidence - 0.8) < 0.02);
    QVERIFY(!desk.inspection().brush().isSet());
    const float before = desk.inspection().filter().leastConfidence;
    QTest::keyClick(&plot, Qt::Key_Left);
    QTest::keyClick(&plot, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(desk.inspection().filter().leastConfidence - (before - 0.11F)) < 1e-4);
    QVERIFY(plot.valueSentence().contains("0."));
  }

  void theWheelZoomsWithLimitsAndADoubleClickResets() {
    Desk desk;
    OffsetPlot& plot = desk.offsets();
    const QCPRange whole = plot.xAxis->range();
    const QPointF middle = plot.axisRect()->rect().center();
    const auto wheel = [&](int notches) {
      for (int i = 0; i < std::abs(notches); ++i) {
        QWheelEvent event(middle, plot.mapToGlobal(middle), {}, {0, notches > 0 ? 120 : -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
      }
    };
    wheel(100);
    QVERIFY(plot.xAxis->range().size() >= plot.histogram().bin * 0.999);
    QVERIFY(plot.xAxis->range().size() < whole.size() / 10);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, middle.toPoint());
    QVERIFY(std::abs(plot.xAxis->range().size() - whole.size()) < 1e-6);
    wheel(-10);
    QVERIFY(plot.xAxis->range().size() <= whole.size() * 1.001);
  }

  void numbersAreWrittenInTheCLocaleWithOneRowABin_data() {
    QTest::addColumn<bool>("offsets");
    QTest::newRow("offsets") << true;
    QTest::newRow("confidence") << false;
  }
  void numbersAreWrittenInTheCLocaleWithOneRowABin() {
    QFETCH(bool, offsets);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    Desk desk;
    const Plot& plot = offsets ? static_cast<Plot&>(desk.offsets()) : desk.confidence();
    const QStringList rows = plot.csv().split('\n', Qt::SkipEmptyParts);
    QLocale::setDefault(before);
    const auto bins = static_cast<qsizetype>(offsets ? desk.offsets().histogram().counts.size()
                                                     : desk.confidence().histogram().counts.size());
    QCOMPARE(rows.size(), bins + 1); // and the names
    const qsizetype columns = rows.front().split(',').size();
    for (qsizetype i = 1; i < rows.size(); ++i) {
      const QStringList cells = rows[i].split(',');
      QCOMPARE(cells.size(), columns);
      for (const QString& cell : cells) {
        bool fine = false;
        cell.toDouble(&fine);
        QVERIFY2(fine, qPrintable(cell));
      }
    }
  }

  void aPlotIsExportedWithTextAsText() {
    Desk desk;
    PlotFrame& frame = desk.exploration().mapsInspect().confidence();
    QSignalSpy told(&frame, &PlotFrame::told);
    const QString name = desk.folder.filePath("plot");
    frame.save(PlotFile::Pdf, (name + ".pdf").toStdString());
    frame.save(PlotFile::Png1, (name + ".png").toStdString());
    frame.save(PlotFile::Png2, (name + "2.png").toStdString());
    frame.save(PlotFile::Csv, (name + ".csv").toStdString());
    frame.save(PlotFile::Csv, (desk.folder.filePath("nowhere/plot.csv")).toStdString());
    QCOMPARE(told.size(), 5);
    QVERIFY(told.back().front().toString().startsWith("Not saved"));
    QFile file(name + ".pdf");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("/Type /Font"));
    QVERIFY(unpacked(pdf).contains("Tj")); // shows text, not outlines
    const QImage once(name + ".png");
    const QImage twice(name + "2.png");
    QCOMPARE(twice.width(), 2 * once.width());
    // Dark on the screen, light on paper.
    QCOMPARE(once.pixelColor(2, 2), lightTokens().panel);
    QCOMPARE(desk.confidence().grab().toImage().pixelColor(2, 2), darkTokens().panel);
    QCOMPARE(QString::fromUtf8([&] {
               QFile csv(name + ".csv");
               return csv.open(QIODevice::ReadOnly) ? csv.readAll() : QByteArray();
             }()),
             desk.confidence().csv());
  }

  void aNameOfTheAxisThatIsTooLongIsShortenedAndTold() {
    Desk desk;
    ConfidencePlot& plot = desk.confidence();
    plot.resize(2000, 300);
    const QString whole = plot.xAxis->label();
    QVERIFY(plot.toolTip().isEmpty());
    plot.resize(170, 160);
    QVERIFY(plot.xAxis->label().endsWith(u'\u2026'));
    QCOMPARE(plot.toolTip(), whole);
    const int width = QFontMetrics(plot.xAxis->labelFont()).horizontalAdvance(plot.xAxis->label());
    QVERIFY2(width <= plot.width(), qPrintable(QString::number(width)));
  }

  void aPlotFloatsAndComesBack() {
    Desk desk;
    PlotFrame& frame = desk.exploration().mapsInspect().offsets();
    QTest::mouseClick(frame.findChild<QToolButton*>("floatPlot"), Qt::LeftButton);
    QVERIFY(frame.isFloating());
    QVERIFY(frame.plot().window() != &desk.workspace.window());
    frame.plot().window()->close();
    QVERIFY(!frame.isFloating());
    QCOMPARE(frame.plot().window(), &desk.workspace.window());
    frame.setFloating(true); // and is taken along when the program ends
  }

  void theTimesOfTheStagesAreBars() {
    Desk desk;
    desk.workspace.actions()[ActionId::ShowPicture].trigger();
    auto* plot = desk.workspace.window().findChild<StagePlot*>("stagePlot");
    QVERIFY(plot != nullptr);
    const QStringList rows = plot->csv().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.front(), QString("stage,seconds"));
    QVERIFY(rows.contains("restore,1.400"));
    QVERIFY(plot->valueSentence().contains("Restore"));
  }

  void thePlotsFollowTheTheme() {
    Desk desk;
    desk.workspace.actions()[ActionId::ThemeLight].trigger();
    QTest::qWait(20);
    QCOMPARE(desk.confidence().grab().toImage().pixelColor(2, 2), lightTokens().panel);
  }
};

QTEST_MAIN(TstPlots)
#include "tst_plots.moc"
