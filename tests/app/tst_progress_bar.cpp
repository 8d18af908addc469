#include <QTest>
#include <sstream>

#include "app/progress_bar.h"

using refscale::LogLevel;
using refscale::Stage;
using namespace refscale::app;

class TstProgressBar : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theWholeJobGrowsFromStageToStage_data() {
    QTest::addColumn<int>("borrowing");
    QTest::newRow("with a reference") << static_cast<int>(Borrowing::Yes);
    QTest::newRow("alone") << static_cast<int>(Borrowing::No);
  }
  void theWholeJobGrowsFromStageToStage() {
    QFETCH(int, borrowing);
    double before = -1;
    for (const Stage stage :
         {Stage::Read, Stage::Match, Stage::Align, Stage::Restore, Stage::Check, Stage::Write}) {
      for (int done = 0; done <= 4; ++done) {
        const double now = overallFraction({stage, done, 4}, static_cast<Borrowing>(borrowing));
        QVERIFY(now >= before);
        before = now;
      }
    }
    QVERIFY(before > 0.999 && before < 1.001);
  }
  void anEmptyStageIsNoDivisionByZero() {
    QVERIFY(overallFraction({Stage::Match, 0, 0}, Borrowing::Yes) < 0.02);
  }
  void theBarFitsTheTerminal_data() {
    QTest::addColumn<int>("columns");
    for (const int columns : {20, 40, 60, 80, 120, 300}) {
      QTest::addRow("%d columns", columns) << columns;
    }
  }
  void theBarFitsTheTerminal() {
    QFETCH(int, columns);
    const std::string bar =
        formatBar("a picture with a very long name indeed.jpg", Stage::Restore, 0.5, 75, columns);
    // Below 40 columns the figures themselves are what is left.
    QVERIFY2(static_cast<int>(bar.size()) <= std::max(columns, 30), bar.c_str());
    QVERIFY(bar.find("50 %") != std::string::npos);
    QVERIFY(bar.find("1:15 left") != std::string::npos);
  }
  void anUnknownRestIsNotShown() {
    QVERIFY(formatBar("a", Stage::Read, 0, -1, 80).find("left") == std::string::npos);
  }
  void withoutATerminalEveryStageIsOneLine() {
    std::ostringstream stream;
    ProgressBar bar(stream, ProgressBar::Style::Lines, LogLevel::Warning);
    bar.begin("a.png");
    bar.update({Stage::Match, 0, 10});
    bar.update({Stage::Match, 5, 10});
    bar.update({Stage::Restore, 0, 10});
    QCOMPARE(stream.str(), std::string("a.png: match\na.png: restore\n"));
  }
  void warningsComeThroughWhenQuietAndLesserThingsDoNot() {
    std::ostringstream stream;
    ProgressBar bar(stream, ProgressBar::Style::Quiet, LogLevel::Warning);
    bar.update({Stage::Match, 0, 10});
    bar.say("hello");
    bar.log(LogLevel::Info, "detail");
    bar.log(LogLevel::Warning, "the reference is small");
    QCOMPARE(stream.str(), std::string("warning: the reference is small\n"));
  }
};

QTEST_GUILESS_MAIN(TstProgressBar)
#include "tst_progress_bar.moc"
