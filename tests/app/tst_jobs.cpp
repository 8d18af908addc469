// The commands that compute, with the shipped model on small pictures.
#include <signal.h>

#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/files.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/app/program.h"
#include "tests/support/support.h"

using nlohmann::json;
using refscale::media::Picture;
using refscale::test::Outcome;
using refscale::test::runProgram;
using refscale::test::TemporaryFolder;

namespace {

// Rings of changing width and colour: something to match.
void makeScene(const std::filesystem::path& path, int width, int height, double scale) {
  Picture picture(width, height, 3, refscale::media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const double u = x * scale;
      const double v = y * scale;
      row[x * 3] = static_cast<std::uint8_t>(128 + 100 * std::sin(0.002 * (u * u + v * v)));
      row[x * 3 + 1] = static_cast<std::uint8_t>(128 + 90 * std::sin(0.11 * u + 0.001 * v * v));
      row[x * 3 + 2] = static_cast<std::uint8_t>(128 + 80 * std::cos(0.09 * v));
    }
  }
  refscale::media::writePicture(picture, path, refscale::media::Format::Png);
}

json readJson(const std::filesystem::path& path) {
  std::ifstream file(path);
  return json::parse(file);
}

// Whether it comes to say that while it is at work.
bool saysSoon(QProcess& process, const QByteArray& words) {
  QByteArray said;
  while (!said.contains(words)) {
    if (!process.waitForReadyRead(120'000)) return false;
    said += process.readAllStandardError();
  }
  return true;
}

int filesIn(const std::filesystem::path& folder) {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

class TstJobs : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aPictureAndItsReferenceGiveFourTimesThePictureAndAReport() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 24, 20, 4);
    makeScene(home / "better.png", 96, 80, 1);
    const Outcome outcome =
        runProgram(home.path(), {"upscale", "small.png", "--reference", "better.png", "-o",
                                 "out.png", "--report", "report.json"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString("out.png\n"));
    const auto info = refscale::media::readInfo(home / "out.png");
    QCOMPARE(info.width, 96);
    QCOMPARE(info.height, 80);
    const json report = readJson(home / "report.json");
    QCOMPARE(report.at("schema").get<int>(), 1);
    QCOMPARE(report.at("model").get<std::string>(), std::string("photo"));
    QCOMPARE(report.at("output").at("width").get<int>(), 96);
    QCOMPARE(report.at("references").size(), std::size_t{1});
    QCOMPARE(report.at("options").at("strength").get<std::string>(), std::string("1"));
    QVERIFY(report.contains("warnings"));
  }
  void withoutAReferenceItSaysSoAndEnlarges() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 24, 20, 4);
    const Outcome outcome = runProgram(home.path(), {"upscale", "small.png", "-o", "out.webp"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(outcome.err.contains("No --reference"));
    QCOMPARE(refscale::media::readInfo(home / "out.webp").width, 96);
  }
  void aBrokenFileDoesNotStopTheOthers() {
    const TemporaryFolder home;
    std::filesystem::create_directories(home / "in");
    makeScene(home / "in/a.png", 20, 20, 4);
    std::ofstream(home / "in/b.png") << "this is no picture";
    makeScene(home / "in/c.png", 20, 20, 3);
    // The header is whole, the pixels are cut off: found only when it is decoded.
    auto bytes = refscale::readFile(home / "in/a.png");
    std::ofstream(home / "in/d.png", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size() / 2));
    const Outcome outcome = runProgram(
        home.path(),
        {"upscale", "in", "-o", "out", "--name", "{name}-{width}.png", "--report", "r.json", "-q"});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString("out/a-80.png\nout/c-80.png\n"));
    QVERIFY(outcome.err.contains("2 of 4 pictures failed"));
    QVERIFY(outcome.err.contains("in/b.png: "));
    QVERIFY(outcome.err.contains("in/d.png: "));
    QCOMPARE(filesIn(home / "out"), 2);
    const json report = readJson(home / "r.json");
    QCOMPARE(report.at("schema").get<int>(), 1);
    QCOMPARE(report.at("files").size(), std::size_t{4});
    QVERIFY(report.at("files")[0].contains("report"));
    QVERIFY(report.at("files")[1].at("error").contains("message"));
  }
  void onAFullDiskTheRestIsNotComputedForNothing() {
    const TemporaryFolder home;
    std::filesystem::create_directories(home / "in");
    std::filesystem::create_directories(home / "out");
    for (const char* name : {"a.png", "b.png", "c.png"}) makeScene(home / "in" / name, 64, 64, 4);
    // A disk of its own, with room for the first picture (about 90 KiB) and not for the second.
    QProcess process;
    refscale::test::prepare(process, home.path());
    process.start(
        "unshare",
        {"-rm", "sh", "-c",
         "mount -t tmpfs -o size=160k none out || exit 99; \"$0\" \"$@\"; code=$?; ls out; "
         "exit $code",
         REFSCALE_PROGRAM, "upscale", "in", "-o", "out", "--report", "r.json", "-q"});
    if (!process.waitForStarted()) QSKIP("there is no unshare");
    const Outcome outcome = refscale::test::collect(process);
    if (outcome.err.contains("unshare") || outcome.code == 99) QSKIP("no disk can be made here");
    QVERIFY2(outcome.code == 1, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("2 of 3 pictures failed"), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("c.png: Not begun"), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString("out/a_x4.png\na_x4.png\n")); // nothing half-written is left
    QCOMPARE(readJson(home / "r.json").at("files").size(), std::size_t{3});
  }
  void aStopLeavesNothingHalfWritten() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 240, 240, 1);
    makeScene(home / "better.png", 960, 960, 0.25);
    QProcess process;
    refscale::test::prepare(process, home.path());
    process.setReadChannel(QProcess::StandardError);
    process.start(REFSCALE_PROGRAM, {"upscale", "small.png", "-r", "better.png", "-o", "out.png",
                                     "--report", "report.json"});
    QVERIFY(saysSoon(process, "small.png: ")); // it is at work as soon as it names a stage
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Outcome outcome = refscale::test::collect(process);
    QCOMPARE(outcome.code, 130);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains("nothing was written"), qPrintable(outcome.err));
    QCOMPARE(filesIn(home.path()), 2); // the two pictures, no hidden file beside them
  }
  void aSecondStopEndsItAtOnceAndLeavesNoEmptyFolder() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 240, 240, 1);
    makeScene(home / "better.png", 960, 960, 0.25);
    QProcess process;
    refscale::test::prepare(process, home.path());
    process.setReadChannel(QProcess::StandardError);
    process.start(REFSCALE_PROGRAM, {"upscale", "small.png", "-r", "better.png", "-o", "out/"});
    QVERIFY(saysSoon(process, "small.png: match"));
    QVERIFY(std::filesystem::exists(home / "out"));
    // Two at once: the run has no time to end by itself between them.
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QCOMPARE(refscale::test::collect(process).code, 130);
    QCOMPARE(filesIn(home.path()), 2);
  }
  void aStopWhileMapsAreDrawnLeavesNoneOfThem() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 96, 96, 2);
    makeScene(home / "better.png", 384, 384, 0.5);
    QProcess process;
    refscale::test::prepare(process, home.path());
    process.setReadChannel(QProcess::StandardError);
    process.start(REFSCALE_PROGRAM, {"match", "small.png", "-r", "better.png", "-o", "maps"});
    QVERIFY(saysSoon(process, "small.png: write"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Outcome outcome = refscale::test::collect(process);
    QVERIFY2(outcome.code == 130, qPrintable(outcome.out + outcome.err));
    QVERIFY2(outcome.err.contains("nothing was written"), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(filesIn(home.path()), 2);
  }
  void aMatchThatCouldNotBeWrittenIsNoHindranceForTheNext() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 24, 20, 4);
    makeScene(home / "better.png", 96, 80, 1);
    const QStringList match = {"match", "small.png",     "-r", "better.png", "-o",
                               "maps",  "--matches-only"};
    // A disk with room for the numbers, which come first, and not for the pictures.
    const auto withoutRoom = [&] {
      QProcess shell;
      refscale::test::prepare(shell, home.path());
      shell.start("bash", QStringList{"-c", "trap '' XFSZ; ulimit -f 32; exec \"$0\" \"$@\"",
                                      REFSCALE_PROGRAM} +
                              match);
      return refscale::test::collect(shell);
    };
    Outcome outcome = withoutRoom();
    QVERIFY2(outcome.code == 1, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("could not be written"), qPrintable(outcome.err));
    QVERIFY(!std::filesystem::exists(home / "maps"));
    outcome = runProgram(home.path(), match);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const int files = filesIn(home / "maps");
    const auto before = refscale::readFile(home / "maps/matches.png");
    // What is there is left whole, and known as its own afterwards.
    QCOMPARE(withoutRoom().code, 1);
    QCOMPARE(filesIn(home / "maps"), files);
    QVERIFY(refscale::readFile(home / "maps/matches.png") == before);
    outcome = runProgram(home.path(), match);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
  }
  void withoutStrengthTheReferenceIsLeftAsideAndThatIsSaid() {
    const TemporaryFolder home;
    std::filesystem::create_directory(home / "in");
    makeScene(home / "in/a.png", 24, 20, 4);
    makeScene(home / "in/b.png", 20, 24, 4);
    makeScene(home / "better.png", 96, 80, 1);
    const Outcome outcome =
        runProgram(home.path(), {"upscale", "in", "-r", "better.png", "--strength", "0", "-o",
                                 "out", "--report", "report.json", "-q"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(
        outcome.err,
        QString("warning: --strength 0 borrows nothing: what --reference names is left aside\n"));
    const json report = readJson(home / "report.json");
    for (const json& file : report.at("files")) {
      QVERIFY(file.at("report").at("references").empty());
      QVERIFY(file.at("report").at("warnings").dump().find("left aside") != std::string::npos);
    }
    QCOMPARE(runProgram(home.path(), {"upscale", "in", "-o", "alone"}).code, 0);
    QVERIFY(refscale::readFile(home / "out/a_x4.png") ==
            refscale::readFile(home / "alone/a_x4.png"));
  }
  void noCommandWritesOverWhatItReads() {
    const TemporaryFolder home;
    makeScene(home / "confidence.png", 24, 20, 4);
    makeScene(home / "truth.png", 96, 80, 1);
    const auto before = refscale::readFile(home / "confidence.png");
    Outcome outcome = runProgram(home.path(), {"match", "confidence.png", "--reference",
                                               "truth.png", "-o", ".", "--matches-only"});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("would replace"), qPrintable(outcome.err));
    QVERIFY(refscale::readFile(home / "confidence.png") == before);
    outcome = runProgram(home.path(), {"demo", "-o", "."});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("not from an earlier demo"), qPrintable(outcome.err));
    std::ofstream(home / "report.json") << R"({"report": "of something else"})";
    outcome = runProgram(home.path(), {"demo", "-o", "."});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("not from an earlier demo"), qPrintable(outcome.err));
    outcome =
        runProgram(home.path(), {"match", "nothing.png", "--reference", "truth.png", "-o", "maps"});
    QVERIFY(outcome.code != 0);
    QVERIFY(!std::filesystem::exists(home / "maps"));
  }
  void matchesAreDrawnAndSaved() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 24, 20, 4);
    makeScene(home / "better.png", 112, 80, 1);
    const Outcome outcome =
        runProgram(home.path(), {"match", "small.png", "-r", "better.png", "-o", "maps", "--json"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const json summary = json::parse(outcome.out.toStdString());
    QCOMPARE(summary.at("schema").get<int>(), 1);
    QCOMPARE(summary.at("grid").at("width").get<int>(), 24);
    for (const char* name :
         {"matches.png", "confidence.png", "uniqueness.png", "forward_backward.png",
          "offset_length_relu2_1.png", "offset_direction_relu1_1.png", "mask_relu1_1.png"}) {
      QVERIFY2(refscale::media::readInfo(home / "maps" / name).width > 100, name);
    }
    const auto field = refscale::readFile(home / "maps/field.safetensors");
    const std::string header(reinterpret_cast<const char*>(field.data()) + 8, 2000);
    for (const char* name :
         {"cells", "pixels", "confidence", "relu2_1.learned_offset", "[20,24,2]"}) {
      QVERIFY2(header.find(name) != std::string::npos, name);
    }
  }
  void anotherMatchReplacesItsOwnFilesAndNobodyElses() {
    const TemporaryFolder home;
    makeScene(home / "small.png", 24, 20, 4);
    makeScene(home / "better.png", 112, 80, 1);
    const QStringList whole = {"match", "small.png", "-r", "better.png", "-o", "maps", "-q"};
    QCOMPARE(runProgram(home.path(), whole).code, 0);
    std::ofstream(home / "maps/mask_mine.png") << "drawn by hand";
    QVERIFY(std::filesystem::exists(home / "maps/mask_relu1_1.png"));
    QCOMPARE(runProgram(home.path(), QStringList(whole) << "--matches-only").code, 0);
    // What the second did not make again would be taken for its own.
    QVERIFY(!std::filesystem::exists(home / "maps/mask_relu1_1.png"));
    QVERIFY(std::filesystem::exists(home / "maps/mask_mine.png"));
  }
  void theBenchGivesNumbers() {
    const TemporaryFolder home;
    const Outcome outcome =
        runProgram(home.path(), {"bench", "--sizes", "24x16", "--json", "bench.json"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("24 x 16"));
    const json numbers = readJson(home / "bench.json");
    QCOMPARE(numbers.at("schema").get<int>(), 1);
    QVERIFY(numbers.at("peak").at("conv_gflops").get<double>() > 0);
    QCOMPARE(numbers.at("runs").size(), std::size_t{3});
    double parts = 0;
    for (const json& run : numbers.at("runs")) {
      QCOMPARE(run.at("width").get<int>(), 24);
      const double seconds = run.at("seconds").get<double>();
      QVERIFY(seconds > 0);
      if (run.at("stage") == "whole") {
        QVERIFY(seconds >= parts);
        QVERIFY(run.at("gflops").is_null());
      } else {
        parts += seconds;
        QVERIFY(run.at("fraction").get<double>() > 0);
      }
    }
    QCOMPARE(runProgram(home.path(), {"bench", "--sizes", "24"}).code, 2);
  }
  void theDoctorFindsEverythingWell() {
    const TemporaryFolder home;
    const Outcome outcome = runProgram(home.path(), {"doctor", "--json"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.out + outcome.err));
    const json report = json::parse(outcome.out.toStdString());
    QCOMPARE(report.at("schema").get<int>(), 1);
    QVERIFY(!report.at("checks").empty());
    QVERIFY(!report.at("devices").empty());
    QVERIFY(report.at("libraries").contains("LibTorch"));
  }
};

QTEST_GUILESS_MAIN(TstJobs)
#include "tst_jobs.moc"
