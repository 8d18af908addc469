#include <QTest>

#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

class TstPpm : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void textAndBinaryGiveTheSamePixels() {
    const Picture text = readBytes(bytesOf("P3\n# a comment\n2 1 255\n97 98 99 100 101 102"));
    const Picture binary = readBytes(bytesOf("P6 2 1 255\nabcdef"));
    QVERIFY(samePixels(text, binary));
    QCOMPARE(QByteArray(binary.row<char>(0), 6), QByteArray("abcdef"));
  }
  void largeMaximaGiveSixteenBits() {
    const Picture picture =
        readBytes(bytesOf(std::string_view("P5 2 1 65535 \x12\x34\xff\xff", 17)));
    QCOMPARE(picture.sample(), Sample::U16);
    QCOMPARE(picture.row<std::uint16_t>(0)[0], std::uint16_t{0x1234});
    QCOMPARE(picture.row<std::uint16_t>(0)[1], std::uint16_t{0xffff});
  }
  void oddMaximaAreSpreadWithANote() {
    const Picture picture = readBytes(bytesOf("P2 3 1 15 0 7 15"));
    QVERIFY(hasNote(picture, "15"));
    QCOMPARE(QByteArray(picture.row<char>(0), 3), QByteArray("\x00\x77\xff", 3));
  }
  void brokenFilesAreErrors_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing after the kind") << QByteArray("P6");
    QTest::newRow("cut pixels") << QByteArray("P6 2 1 255\nabcde");
    QTest::newRow("cut text") << QByteArray("P3 2 1 255 1 2 3 4 5");
    QTest::newRow("huge") << QByteArray("P6 2000000000 2000000000 255\nabcdef");
    QTest::newRow("larger than int") << QByteArray("P6 99999999999999999999 1 255\nabcdef");
    QTest::newRow("no width") << QByteArray("P6 0 1 255\n");
    QTest::newRow("no maximum") << QByteArray("P6 1 1 0\nabc");
    QTest::newRow("maximum too large") << QByteArray("P6 1 1 65536\nabcdef");
    QTest::newRow("value over the maximum") << QByteArray("P5 1 1 10\nz");
    QTest::newRow("letters") << QByteArray("P6 one 1 255\nabc");
    QTest::newRow("endless comment") << QByteArray("P6 #");
  }
  void brokenFilesAreErrors() {
    QFETCH(QByteArray, file);
    QCOMPARE(kindOf([&] { (void)readBytes(bytesOf(file.toStdString())); }), Kind::BadInput);
  }
};

QTEST_GUILESS_MAIN(TstPpm)
#include "tst_ppm.moc"
