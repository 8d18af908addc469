// The demo as a user runs it: that a reference helps is not only shown but so.
#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/media/read.h"
#include "tests/app/program.h"
#include "tests/support/support.h"

using nlohmann::json;
using refscale::test::Outcome;
using refscale::test::runProgram;
using refscale::test::TemporaryFolder;

class TstDemo : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theReferenceHelps() {
    const TemporaryFolder home;
    const Outcome outcome = runProgram(home.path(), {"demo", "-o", "demo"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    std::ifstream file(home / "demo/report.json");
    const json report = json::parse(file);
    QCOMPARE(report.at("schema").get<int>(), 1);
    const auto psnr = [&](const char* method) {
      return report.at(method).at("psnr_y").get<double>();
    };
    const QString scores = QString("bicubic %1, none %2, reference %3")
                               .arg(psnr("bicubic"))
                               .arg(psnr("none"))
                               .arg(psnr("reference"));
    QVERIFY2(psnr("reference") >= psnr("bicubic") + 3, qPrintable(scores));
    QVERIFY2(psnr("reference") >= psnr("none") + 1, qPrintable(scores));
    for (const char* name : {"truth.png", "input.png", "reference.png", "bicubic.png", "none.png",
                             "reference_result.png", "sheet.png"}) {
      QVERIFY2(refscale::media::readInfo(home / "demo" / name).width >= 100, name);
      QCOMPARE(std::distance(std::filesystem::directory_iterator(home / "demo"), {}), 8);
    }
  }
  void thatTheReferenceIsLeftAsideIsSaid() {
    const TemporaryFolder home;
    const Outcome outcome =
        runProgram(home.path(), {"demo", "-o", "demo", "--strength", "0", "-q", "--json"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.err,
             QString("warning: --strength 0 borrows nothing: the second view is left aside\n"));
    const json report = json::parse(outcome.out.toStdString());
    QVERIFY(report.at("reference") == report.at("none"));
  }
};

QTEST_GUILESS_MAIN(TstDemo)
#include "tst_demo.moc"
