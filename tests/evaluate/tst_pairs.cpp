// Lists and folders of pairs, and the choice of a wrong reference.
#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/evaluate/pairs.h"
#include "tests/support/support.h"

using namespace refscale;
using evaluate::EvaluationPair;
using evaluate::readPairs;
using test::TemporaryFolder;

namespace {

void write(const std::filesystem::path& path, const char* text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

std::string messageOf(const std::filesystem::path& source) {
  try {
    (void)readPairs(source);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

} // namespace

class TstPairs : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aListNamesATruthAndItsReferences() {
    const TemporaryFolder folder;
    write(folder / "list.txt", "# street\n\na.png b.png c.png # two references\nsub/d.png e.png\n");
    const auto pairs = readPairs(folder / "list.txt");
    QCOMPARE(pairs.size(), std::size_t{2});
    QCOMPARE(pairs[0].name, std::string("a.png <- b.png c.png"));
    QCOMPARE(pairs[0].references.size(), std::size_t{2});
    QVERIFY(pairs[1].truth == folder / "sub/d.png");
    QVERIFY(pairs[1].level.empty());
  }
  void otherFoldersHoldThePicturesOfAList() {
    const TemporaryFolder folder;
    write(folder / "list.txt", "001.png 001_ref.png\n");
    const auto pairs = readPairs(folder / "list.txt", {"/in", "/ref"});
    QVERIFY(pairs[0].truth == "/in/001.png");
    QVERIFY(pairs[0].references[0] == "/ref/001_ref.png");
    QVERIFY(readPairs(folder / "list.txt", {"/in", {}})[0].references[0] == "/in/001_ref.png");
  }
  void levelsAreReadOffCufedsNames() {
    const TemporaryFolder folder;
    write(folder / "CUFED5_pairs.txt", "000_0.png 000_1.png\n001_0.png 002_5.png\n");
    const auto pairs = readPairs(folder / "CUFED5_pairs.txt");
    QCOMPARE(pairs[0].level, std::string("L1"));
    QVERIFY(pairs[1].level.empty()); // of another scene: no level of similarity
  }
  void aFolderOfCufedGivesAPairForEachReference() {
    const TemporaryFolder folder;
    for (const char* name : {"000_0.png", "000_1.png", "000_5.png", "007_0.png", "007_2.png"}) {
      write(folder / name, "");
    }
    const auto pairs = readPairs(folder.path());
    QCOMPARE(pairs.size(), std::size_t{3});
    QCOMPARE(pairs[1].name, std::string("000_0.png <- 000_5.png"));
    QCOMPARE(pairs[1].level, std::string("L5"));
    QCOMPARE(pairs[2].level, std::string("L2"));
  }
  void inputAndRefFoldersArePairedByName() {
    const TemporaryFolder folder;
    for (const char* name : {"input/001.png", "input/002.png", "ref/001_ref.jpg", "ref/002.png"}) {
      write(folder / name, "");
    }
    const auto pairs = readPairs(folder.path());
    QCOMPARE(pairs.size(), std::size_t{2});
    QVERIFY(pairs[0].references[0] == folder / "ref/001_ref.jpg");
    QVERIFY(pairs[1].references[0] == folder / "ref/002.png");
  }
  void whatNamesNoPairsIsRefusedInWords() {
    const TemporaryFolder folder;
    QVERIFY(messageOf(folder / "none.txt").find("none.txt") != std::string::npos);
    QVERIFY(messageOf(folder.path()).find("holds no pairs") != std::string::npos);
    write(folder / "a.txt", "a.png b.png\nlonely.png\n");
    QVERIFY(messageOf(folder / "a.txt").find("Line 2") != std::string::npos);
    write(folder / "b.txt", "# nothing\n");
    QVERIFY(messageOf(folder / "b.txt").find("names no pairs") != std::string::npos);
  }
  void theWrongReferenceIsOfAnotherScene() {
    const auto pair = [](const char* truth, const char* reference) {
      return EvaluationPair{"", truth, {reference}, {}};
    };
    const std::vector<EvaluationPair> scenes = {pair("a/1", "a/2"), pair("a/3", "a/4"),
                                                pair("b/1", "b/2")};
    QVERIFY(*evaluate::wrongReference(scenes, 0) == "b/2");
    QVERIFY(evaluate::wrongReference(scenes, 2)->parent_path() == "a");
    // One folder: neither a picture of the pair itself nor one of the same truth.
    const std::vector<EvaluationPair> one = {pair("a/1", "a/2"), pair("a/1", "a/5"),
                                             pair("a/2", "a/1"), pair("a/8", "a/9")};
    QVERIFY(*evaluate::wrongReference(one, 0) == "a/9");
    QVERIFY(!evaluate::wrongReference({pair("a/1", "a/2")}, 0));
  }
};

QTEST_GUILESS_MAIN(TstPairs)
#include "tst_pairs.moc"
