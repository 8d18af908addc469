#include <fcntl.h>
#include <unistd.h>
#include <QTest>

#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/support/support.h"

using refscale::AtomicFile;
using refscale::Error;
using refscale::Kind;

namespace {

std::string contents(const std::filesystem::path& path) {
  const auto bytes = refscale::readFile(path);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

int filesIn(const std::filesystem::path& folder) {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

class TstFiles : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aCommittedFileReplacesTheOldOne() {
    const refscale::test::TemporaryFolder folder;
    std::ofstream(folder / "a.txt") << "old";
    AtomicFile file(folder / "a.txt");
    file.write("new content");
    QCOMPARE(contents(folder / "a.txt"), std::string("old"));
    file.commit();
    QCOMPARE(contents(folder / "a.txt"), std::string("new content"));
    QCOMPARE(filesIn(folder.path()), 1);
  }
  void everyNameThatTheDiskTakesIsWritten_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("one letter") << QByteArray("a");
    QTest::newRow("about as long as the least that is kept") << QByteArray(47, 'a');
    QTest::newRow("250 letters") << QByteArray(250, 'a');
    QTest::newRow("255 letters") << QByteArray(255, 'a');
    // Of three bytes each: one place after the other would split a character.
    for (int i = 0; i < 3; ++i) {
      QTest::addRow("84 characters after %d letters", i)
          << QByteArray(i, 'a') + QByteArray("\xe5\x86\x99").repeated(84);
    }
  }
  void everyNameThatTheDiskTakesIsWritten() {
    QFETCH(QByteArray, name);
    const refscale::test::TemporaryFolder folder;
    AtomicFile file(folder / name.toStdString());
    const std::string temporary = file.temporaryPath().filename().string();
    QCOMPARE(QString::fromUtf8(temporary.c_str()).toUtf8().toStdString(), temporary); // valid UTF-8
    QVERIFY(temporary.starts_with('.'));
    file.write("content");
    file.commit();
    QCOMPARE(contents(folder / name.toStdString()), std::string("content"));
    QCOMPARE(filesIn(folder.path()), 1);
  }
  void anUncommittedFileLeavesNothingBehind() {
    const refscale::test::TemporaryFolder folder;
    {
      AtomicFile file(folder / "a.txt");
      file.write("half");
    }
    QCOMPARE(filesIn(folder.path()), 0);
  }
  void aFileThatCameMeanwhileIsKeptWhenAskedFor() {
    const refscale::test::TemporaryFolder folder;
    AtomicFile file(folder / "a.txt", refscale::Existing::Keep);
    file.write("ours");
    std::ofstream(folder / "a.txt") << "theirs";
    QVERIFY_EXCEPTION_THROWN(file.commit(), Error);
    QCOMPARE(contents(folder / "a.txt"), std::string("theirs"));
    QVERIFY_EXCEPTION_THROWN(AtomicFile(folder / "a.txt", refscale::Existing::Keep), Error);
    AtomicFile other(folder / "b.txt", refscale::Existing::Keep);
    other.write("fresh");
    other.commit();
    QCOMPARE(contents(folder / "b.txt"), std::string("fresh"));
  }
  void aSymbolicLinkIsWrittenThrough() {
    const refscale::test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "far");
    std::filesystem::create_symlink("far/real.txt", folder / "link.txt");
    for (const char* text : {"first", "second"}) { // first the target is not there yet
      AtomicFile file(folder / "link.txt");
      file.write(text);
      file.commit();
      QVERIFY(std::filesystem::is_symlink(folder / "link.txt"));
      QCOMPARE(contents(folder / "far/real.txt"), std::string(text));
    }
  }
  void aDeviceIsNoTarget() {
    if (!std::filesystem::exists("/dev/null")) QSKIP("this system has no /dev/null");
    QVERIFY_EXCEPTION_THROWN(AtomicFile("/dev/null"), Error);
    QVERIFY(std::filesystem::is_character_file("/dev/null"));
  }
  void aMissingFolderIsNamedInTheError() {
    const refscale::test::TemporaryFolder folder;
    try {
      const AtomicFile file(folder / "no/such/a.txt");
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::NotFound);
      QVERIFY(std::string(error.what()).find("no/such") != std::string::npos);
    }
  }
  void aFullDiskIsAnErrorOfItsOwn() {
    if (!std::filesystem::exists("/dev/full")) QSKIP("this system has no /dev/full");
    const refscale::test::TemporaryFolder folder;
    AtomicFile file(folder / "a.txt");
    // The descriptor of the file in the making is replaced by one that is always full.
    const auto name = std::filesystem::canonical(file.temporaryPath());
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
      std::error_code gone;
      if (std::filesystem::read_symlink(entry.path(), gone) == name) {
        const int full = ::open("/dev/full", O_WRONLY);
        ::dup2(full, std::stoi(entry.path().filename().string()));
        ::close(full);
        break;
      }
    }
    try {
      file.write("more");
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::NoSpace);
    }
  }
  void aFolderOrAMissingFileCannotBeRead() {
    const refscale::test::TemporaryFolder folder;
    QVERIFY_EXCEPTION_THROWN((void)refscale::readFile(folder.path()), Error);
    QVERIFY_EXCEPTION_THROWN((void)refscale::readFile(folder / "none"), Error);
    QVERIFY_EXCEPTION_THROWN(refscale::MappedFile(folder / "none"), Error);
  }
  void aFileOverTheLimitIsRefusedBeforeItIsRead() {
    const refscale::test::TemporaryFolder folder;
    std::ofstream(folder / "a.txt") << "0123456789";
    QVERIFY_EXCEPTION_THROWN((void)refscale::readFile(folder / "a.txt", 9), Error);
    QCOMPARE(refscale::readFile(folder / "a.txt", 10).size(), size_t{10});
  }
  void aMappedFileHoldsTheSameBytes() {
    const refscale::test::TemporaryFolder folder;
    std::ofstream(folder / "a.txt") << "0123456789";
    const refscale::MappedFile mapped(folder / "a.txt");
    QCOMPARE(mapped.bytes().size(), size_t{10});
    QCOMPARE(static_cast<char>(mapped.bytes()[3]), '3');
  }
};

QTEST_GUILESS_MAIN(TstFiles)
#include "tst_files.moc"
