#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/paths.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "core/weights/safetensors.h"
#include "tests/app/program.h"
#include "tests/support/support.h"

using refscale::test::Outcome;
using refscale::test::runProgram;
using refscale::test::TemporaryFolder;

namespace {

void makePicture(const std::filesystem::path& path) {
  const refscale::media::Picture picture(16, 16, 3, refscale::media::Sample::U8);
  refscale::media::writePicture(picture, path, refscale::media::Format::Png);
}

// What bash offers after these words, the last of which is being typed.
QStringList completions(const std::filesystem::path& home, const QStringList& words) {
  QProcess bash;
  refscale::test::prepare(bash, home);
  const QString script =
      QString(
          "source <('%1' completion bash)\n"
          "COMP_WORDS=(%2)\nCOMP_CWORD=%3\n_refscale\nprintf '%s\\n' \"${COMPREPLY[@]}\"")
          .arg(REFSCALE_PROGRAM, words.join(' '))
          .arg(words.size() - 1);
  bash.start("bash", {"--norc", "-c", script});
  return refscale::test::collect(bash).out.split('\n', Qt::SkipEmptyParts);
}

} // namespace

class TstCommandLine : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void mistakesEndInOneLineAndTheRightCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says"); // a part of the message that names what is wrong
    const auto row = [](const char* name, const QStringList& arguments, int code,
                        const char* says) { QTest::newRow(name) << arguments << code << says; };
    row("no such command", {"upscal"}, 2, "upscal");
    row("nothing to enlarge", {"upscale"}, 2, "--help");
    row("no output", {"upscale", "a.png"}, 2, "--output");
    row("unknown option", {"upscale", "a.png", "-o", "b.png", "--bogus"}, 2, "--bogus");
    row("no such input", {"upscale", "none.png", "-o", "b.png"}, 1, "none.png");
    row("a mask that is a folder",
        {"upscale", "a.png", "-o", "b.png", "-r", "a.png", "--exclude", "folder"}, 2, "\"folder\"");
    row("a reference that is no picture",
        {"upscale", "a.png", "a.png", "-o", "folder", "-r", "text.png"}, 1, "\"text.png\"");
    row("no name for the output", {"upscale", "a.png", "-o", ""}, 2, "--output");
    row("no name for the input", {"upscale", "", "-o", "b.png"}, 2, "inputs");
    row("an output where nobody may write", {"upscale", "a.png", "-o", "/sys/b.png"}, 1,
        "\"/sys/b.png\"");
    row("a name that would break the line", {"upscale", "no\nsuch\x1b[2J.png", "-o", "b.png"}, 1,
        "no?such?[2J.png");
    row("no such reference", {"upscale", "a.png", "--reference", "none.png", "-o", "b.png"}, 1,
        "none.png");
    row("no such folder", {"upscale", "a.png", "-o", "no/such/b.png"}, 1, "no/such");
    row("no such format", {"upscale", "a.png", "-o", "b.xyz"}, 1, ".xyz");
    row("strength out of range", {"upscale", "a.png", "-o", "b.png", "--strength", "1.5"}, 2,
        "--strength is \"1.5\"");
    row("strength no number", {"upscale", "a.png", "-o", "b.png", "--strength", "much"}, 2, "much");
    row("no such matcher", {"upscale", "a.png", "-o", "b.png", "--matcher", "magic"}, 2, "magic");
    row("no such precision", {"upscale", "a.png", "-o", "b.png", "--precision", "fp8"}, 2, "fp8");
    row("no such device", {"upscale", "a.png", "-o", "b.png", "--device", "tpu"}, 2, "tpu");
    row("endless pixel limit", {"upscale", "a.png", "-o", "b.png", "--pixel-limit", "1e30"}, 2,
        "--pixel-limit");
    row("quality out of range", {"upscale", "a.png", "-o", "b.jpg", "--jpeg-quality", "0"}, 2,
        "--jpeg-quality");
    row("mask without reference", {"upscale", "a.png", "-o", "b.png", "--exclude", "m.png"}, 2,
        "--reference");
    row("more masks than references",
        {"upscale", "none.png", "-o", "b.png", "-r", "a.png", "--exclude", "m.png", "--exclude",
         "m.png"},
        2, "--exclude");
    row("report is a folder",
        {"upscale", "a.png", "-o", "b.png", "--report", "folder", "--overwrite"}, 2, "folder");
    row("report in a folder that is not there",
        {"upscale", "a.png", "-o", "b.png", "--report", "no/such/r.json"}, 1, "no/such");
    // Not even root may write there.
    row("report where nobody may write",
        {"upscale", "a.png", "-o", "b.png", "--report", "/sys/refscale.json"}, 1,
        "/sys/refscale.json");
    row("report is a device",
        {"upscale", "a.png", "-o", "b.png", "--report", "/dev/null", "--overwrite"}, 1,
        "/dev/null");
    row("numbers of a bench where nobody may write", {"bench", "--json", "/sys/refscale.json"}, 1,
        "/sys/refscale.json");
    row("a pack where nobody may write",
        {"pack", "--photos", ".", "-o", "/sys/refscale.safetensors"}, 1, "/sys/");
    row("unknown word in a template", {"upscale", "a.png", "-o", "out/", "--name", "{nam}.png"}, 2,
        "{nam}");
    row("no such model", {"upscale", "a.png", "-o", "b.png", "--model", "none"}, 1, "start");
    row("output is there", {"upscale", "a.png", "-o", "old.png"}, 2, "--overwrite");
    row("output is the input", {"upscale", "a.png", "-o", "a.png", "--overwrite"}, 2, "a.png");
    row("match without reference", {"match", "a.png", "-o", "maps"}, 2, "--reference");
    row("match has nothing to combine",
        {"match", "a.png", "-r", "a.png", "-o", "maps", "--combine", "best"}, 2, "--combine");
    row("match of nothing", {"match", "-q", "none.png", "-r", "a.png", "-o", "maps"}, 1,
        "none.png");
    row("import of nothing", {"import-model", "a.pth", "b.pth", "--name", "x"}, 1, "a.pth");
    row("import without a name", {"import-model", "a.pth", "b.pth"}, 2, "--name");
    row("demo without folder", {"demo"}, 2, "--output");
    row("an option instead of a value",
        {"upscale", "a.png", "-o", "b.png", "--report", "--overwrite"}, 2, "--overwrite");
    row("completion of no shell", {"completion", "csh"}, 2, "csh");
  }
  void mistakesEndInOneLineAndTheRightCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const TemporaryFolder home;
    makePicture(home / "a.png");
    makePicture(home / "old.png");
    std::filesystem::create_directory(home / "folder");
    std::ofstream(home / "text.png") << "no picture";
    const Outcome outcome = runProgram(home.path(), arguments);
    QVERIFY2(outcome.code == code, qPrintable(outcome.err));
    QVERIFY2(outcome.out.isEmpty(), qPrintable(outcome.out));
    const auto lines = outcome.err.split('\n', Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty());
    QVERIFY2(lines.last().startsWith("refscale"), qPrintable(outcome.err));
    QVERIFY2(lines.last().contains(says), qPrintable(outcome.err));
    QVERIFY2(lines.size() == 1, qPrintable(outcome.err));
    QVERIFY(!std::filesystem::exists(home / "b.png"));
  }
  void whatCannotBePrintedIsAFailure_data() {
    QTest::addColumn<QString>("arguments");
    QTest::newRow("help") << "--help";
    QTest::newRow("help of a command") << "upscale --help";
    QTest::newRow("version") << "--version";
    QTest::newRow("models") << "models";
    QTest::newRow("models as JSON") << "models --json";
    QTest::newRow("completion") << "completion bash";
  }
  void whatCannotBePrintedIsAFailure() {
    QFETCH(QString, arguments);
    if (!std::filesystem::exists("/dev/full")) QSKIP("this system has no /dev/full");
    const TemporaryFolder home;
    // A full disk, and a stream that is closed.
    for (const char* where : {">/dev/full", ">&-"}) {
      QProcess shell;
      refscale::test::prepare(shell, home.path());
      shell.start("sh", {"-c", QString("'%1' %2 %3").arg(REFSCALE_PROGRAM, arguments, where)});
      const Outcome outcome = refscale::test::collect(shell);
      QCOMPARE(outcome.code, 1);
      QVERIFY2(outcome.err.contains("refscale: What was to be printed could not be written"),
               qPrintable(outcome.err));
    }
  }
  void withClosedStreamsNothingIsPrintedIntoAResult() {
    const TemporaryFolder home;
    makePicture(home / "a.png");
    QProcess shell;
    refscale::test::prepare(shell, home.path());
    // The message of a failure would otherwise land in the first file that is opened.
    shell.start("sh", {"-c", QString("'%1' upscale a.png -o b.png --network base --report r.json "
                                     "<&- >&- 2>&-")
                                 .arg(REFSCALE_PROGRAM)});
    const Outcome outcome = refscale::test::collect(shell);
    QCOMPARE(outcome.code, 1); // its name could not be printed
    QCOMPARE(refscale::media::readInfo(home / "b.png").width, 64);
    std::ifstream report(home / "r.json");
    QVERIFY(nlohmann::json::parse(report).contains("schema"));
  }
  void anOutputThatIsThereStaysAsItIs() {
    const TemporaryFolder home;
    makePicture(home / "a.png");
    std::ofstream(home / "old.png") << "mine";
    QCOMPARE(runProgram(home.path(), {"upscale", "a.png", "-o", "old.png"}).code, 2);
    std::string left;
    std::ifstream(home / "old.png") >> left;
    QCOMPARE(left, std::string("mine"));
  }
  void everyCommandExplainsItself_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("the program") << QStringList{};
    for (const char* name : {"upscale", "match", "models", "import-model", "demo", "pack", "train",
                             "doctor", "bench", "completion"}) {
      QTest::newRow(name) << QStringList{name};
    }
  }
  void everyCommandExplainsItself() {
    QFETCH(QStringList, command);
    const TemporaryFolder home;
    const Outcome outcome = runProgram(home.path(), command + QStringList{"--help"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.err.isEmpty());
    QVERIFY(outcome.out.contains("Usage: refscale"));
  }
  void theVersionNamesWhatItWasBuiltWith() {
    const TemporaryFolder home;
    const Outcome outcome = runProgram(home.path(), {"--version"});
    QCOMPARE(outcome.code, 0);
    for (const char* name : {"LibTorch 2", "CUDA", "Qt 6", "OpenCV 4", "FFmpeg", "Exiv2 0",
                             "Little CMS 2", "GPL-3.0-or-later"}) {
      QVERIFY2(outcome.out.contains(name), name);
    }
    QVERIFY(outcome.out.contains(QRegularExpression("^RefScale \\d+\\.\\d+\\.\\d+ \\(.+\\)")));
  }
  void modelsAreListedAsJson() {
    const TemporaryFolder home;
    const Outcome outcome = runProgram(home.path(), {"models", "--json"});
    QCOMPARE(outcome.code, 0);
    const auto json = nlohmann::json::parse(outcome.out.toStdString());
    QCOMPARE(json.at("schema").get<int>(), 1);
    bool found = false;
    for (const auto& model : json.at("models")) {
      if (model.at("name") != "start") continue;
      found = true;
      QCOMPARE(model.at("sha256").get<std::string>().size(), std::size_t{64});
      QVERIFY(model.at("problem").is_null());
      QVERIFY(model.at("card").contains("licence"));
    }
    QVERIFY(found);
  }
  void aBrokenModelIsListedWithItsProblem() {
    const TemporaryFolder home;
    std::filesystem::create_directories(home / "data/refscale/models");
    std::ofstream(home / "data/refscale/models/bad.safetensors") << "nothing of the kind";
    const Outcome outcome = runProgram(home.path(), {"models"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("bad"));
    QVERIFY(outcome.out.contains("cannot be used"));
  }
  void aForeignCardCannotSteerTheTerminal() {
    const TemporaryFolder home;
    std::filesystem::create_directories(home / "data/refscale/models");
    auto model = refscale::weights::readSafetensors(refscale::resourcesDir() / "models" /
                                                    "start.safetensors");
    model.metadata["title"] = "\x1b[2J\x1b]0;mine\x07 gone";
    model.metadata["ke\x1b[31my"] = "value\rover";
    refscale::weights::writeSafetensors(model, home / "data/refscale/models/foreign.safetensors");
    const Outcome outcome = runProgram(home.path(), {"models"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains("gone"));
    QVERIFY(outcome.out.contains("over"));
    for (const QChar c : outcome.out) QVERIFY(c >= ' ' || c == '\n');
  }
  void aWindowWithoutADisplayIsRefusedInWords() {
    const TemporaryFolder home;
    QProcess process;
    refscale::test::prepare(process, home.path());
    auto environment = process.processEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
      environment.remove(name);
    }
    process.setProcessEnvironment(environment);
    process.start(REFSCALE_PROGRAM, QStringList{});
    const Outcome outcome = refscale::test::collect(process);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.startsWith("refscale: There is no display"), qPrintable(outcome.err));
  }
  void bashCompletesCommandsOptionsAndValues() {
    if (QStandardPaths::findExecutable("bash").isEmpty()) QSKIP("this system has no bash");
    const TemporaryFolder home;
    makePicture(home / "photo.png");
    QCOMPARE(completions(home.path(), {"refscale", "ups"}), QStringList{"upscale"});
    QVERIFY(completions(home.path(), {"refscale", "upscale", "--ref"}).contains("--reference"));
    QCOMPARE(completions(home.path(), {"refscale", "upscale", "--precision", "b"}),
             QStringList{"bf16"});
    QCOMPARE(completions(home.path(), {"refscale", "upscale", "--reference", "pho"}),
             QStringList{"photo.png"});
    QCOMPARE(completions(home.path(), {"refscale", "completion", "z"}), QStringList{"zsh"});
    // A number is the user's own: no file names are offered for it. A model is one of those there.
    QCOMPARE(completions(home.path(), {"refscale", "upscale", "--strength", "pho"}), QStringList{});
    QCOMPARE(completions(home.path(), {REFSCALE_PROGRAM, "upscale", "--model", "sta"}),
             QStringList{"start"});
    QVERIFY(completions(home.path(), {"refscale", "doctor", "--"}).contains("--json"));
    QVERIFY(!completions(home.path(), {"refscale", "doctor", "--"}).contains("--reference"));
  }
  void zshAndFishScriptsNameEveryCommand() {
    const TemporaryFolder home;
    for (const char* shell : {"zsh", "fish"}) {
      const Outcome outcome = runProgram(home.path(), {"completion", shell});
      QCOMPARE(outcome.code, 0);
      for (const char* name : {"upscale", "match", "models", "import-model", "demo", "doctor"}) {
        QVERIFY2(outcome.out.contains(name), name);
      }
      // Help texts name commands in backquotes: a shell would run them in double quotes.
      const auto lines = outcome.out.split('\n');
      for (const QString& line : lines) {
        if (line.contains('`'))
          QVERIFY2(line.count('\'') >= 2 && !line.contains('"'), qPrintable(line));
      }
    }
  }
};

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_command_line.moc"
