#include <QTest>
#include <fstream>
#include <iterator>

#include "core/base/error.h"
#include "core/base/file_set.h"
#include "core/base/run_context.h"
#include "tests/support/support.h"

using refscale::Error;
using refscale::FileSet;
using refscale::Kind;
using refscale::test::TemporaryFolder;

namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int filesIn(const std::filesystem::path& folder) {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

class TstFileSet : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void allFilesAppearTogether() {
    const TemporaryFolder folder;
    std::ofstream(folder / "a") << "old";
    FileSet set;
    set.add(folder / "a").write("first");
    set.add(folder / "b").write("second");
    QCOMPARE(contents(folder / "a"), std::string("old"));
    QVERIFY(!std::filesystem::exists(folder / "b"));
    set.commit();
    QCOMPARE(contents(folder / "a"), std::string("first"));
    QCOMPARE(contents(folder / "b"), std::string("second"));
    QCOMPARE(filesIn(folder.path()), 2);
    QCOMPARE(set.targets().size(), size_t{2});
    QCOMPARE(set.targets().front(), folder / "a");
  }
  void withoutACommitEverythingStaysAsItWas() {
    const TemporaryFolder folder;
    std::ofstream(folder / "a") << "old";
    {
      FileSet set;
      set.add(folder / "a").write("first");
      set.add(folder / "b").write("half of the sec");
    }
    QCOMPARE(contents(folder / "a"), std::string("old"));
    QCOMPARE(filesIn(folder.path()), 1);
  }
  void aFileThatCannotBeWrittenKeepsTheOthersBack() {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "b");
    {
      FileSet set;
      set.add(folder / "a").write("first");
      QVERIFY_EXCEPTION_THROWN((void)set.add(folder / "b"), Error);
    }
    QCOMPARE(filesIn(folder.path()), 1);
  }
  void aStopIsHeededUntilTheFirstFileAppears() {
    const TemporaryFolder folder;
    std::stop_source source;
    refscale::RunContext context;
    context.stop = source.get_token();
    const refscale::StopScope scope(context);
    {
      FileSet set;
      set.add(folder / "a").write("first");
      set.add(folder / "b").write("second");
      source.request_stop();
      try {
        set.commit();
        QFAIL("no error");
      } catch (const Error& error) {
        QCOMPARE(error.kind(), Kind::Cancelled);
      }
    }
    QCOMPARE(filesIn(folder.path()), 0);
  }
};

QTEST_GUILESS_MAIN(TstFileSet)
#include "tst_file_set.moc"
