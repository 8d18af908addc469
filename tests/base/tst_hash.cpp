#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/run_context.h"
#include "tests/support/support.h"

class TstHash : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // NIST's examples.
  void theSumOfKnownTextsIsTheStandardOne_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("empty")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
  void theSumOfKnownTextsIsTheStandardOne() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sum);
    const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<size_t>(text.size())));
    QCOMPARE(QByteArray::fromStdString(refscale::sha256(bytes)), sum);
  }
  void aLargeFileIsSummedInParts() {
    const refscale::test::TemporaryFolder folder;
    const std::vector<std::byte> bytes((std::size_t{33} << 20) + 7, std::byte{'a'});
    std::ofstream(folder / "large", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    QCOMPARE(refscale::sha256File(folder / "large"), refscale::sha256(bytes));
    std::ofstream(folder / "empty").close();
    QCOMPARE(refscale::sha256File(folder / "empty"), refscale::sha256({}));
  }
  void aStopIsHeededInBetween() {
    const refscale::test::TemporaryFolder folder;
    std::ofstream(folder / "a") << "abc";
    std::stop_source source;
    refscale::RunContext context;
    context.stop = source.get_token();
    const refscale::StopScope scope(context);
    (void)refscale::sha256File(folder / "a");
    source.request_stop();
    QVERIFY_EXCEPTION_THROWN((void)refscale::sha256File(folder / "a"), refscale::Error);
  }
};

QTEST_GUILESS_MAIN(TstHash)
#include "tst_hash.moc"
