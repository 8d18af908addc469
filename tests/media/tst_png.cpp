#include <QTest>

#include <algorithm>

#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/media/png_chunks.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

// Two by two pixels: indices 0 1 / 2 0 of two bits.
Bytes paletteFile(bool transparent) {
  Bytes file = pngStart();
  appendHeader(file, 2, 2, 2, 3);
  appendChunk(file, "PLTE", bytesOf("abcdefghi"));
  if (transparent) appendChunk(file, "tRNS", bytesOf("\x80"));
  appendPixels(file, bytesOf(std::string_view("\0\x10\0\x80", 4)));
  appendChunk(file, "IEND", {});
  return file;
}

} // namespace

class TstPng : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void palettesBecomeRgbWithANote() {
    const Picture picture = readBytes(paletteFile(false));
    QCOMPARE(picture.channels(), 3);
    QVERIFY(hasNote(picture, "palette"));
    QCOMPARE(QByteArray(picture.row<char>(0), 12), QByteArray("abcdefghiabc"));
  }
  void transparentPaletteEntriesBecomeAlpha() {
    const Picture picture = readBytes(paletteFile(true));
    QCOMPARE(picture.channels(), 4);
    QCOMPARE(QByteArray(picture.row<char>(0), 8), QByteArray("abc\x80"
                                                             "def\xff"));
  }
  void greyOfFewBitsBecomesEight_data() {
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("packed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("1") << 1 << 0xA0 << QByteArray("\xff\x00\xff\x00", 4);
    QTest::newRow("2") << 2 << 0x1B << QByteArray("\x00\x55\xaa\xff", 4);
    QTest::newRow("4") << 4 << 0x1F2E << QByteArray("\x11\xff\x22\xee", 4);
  }
  void greyOfFewBitsBecomesEight() {
    QFETCH(int, depth);
    QFETCH(int, packed);
    QFETCH(QByteArray, expected);
    Bytes file = pngStart();
    appendHeader(file, 4, 1, depth, 0);
    Bytes row{std::byte{0}};
    if (depth == 4) row.push_back(static_cast<std::byte>(packed >> 8));
    row.push_back(static_cast<std::byte>(packed));
    appendPixels(file, row);
    appendChunk(file, "IEND", {});
    const Picture picture = readBytes(file);
    QCOMPARE(picture.channels(), 1);
    QVERIFY(hasNote(picture, "bit grey"));
    QCOMPARE(QByteArray(picture.row<char>(0), 4), expected);
  }
  void aTransparentColourOfSixteenBitsBecomesAlpha() {
    Bytes file = pngStart();
    appendHeader(file, 2, 1, 16, 2);
    appendChunk(file, "tRNS", bytesOf("\x01\x02\x03\x04\x05\x06"));
    appendPixels(
        file, bytesOf(std::string_view("\0\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c", 13)));
    appendChunk(file, "IEND", {});
    const Picture picture = readBytes(file);
    QCOMPARE(picture.channels(), 4);
    QCOMPARE(picture.sample(), Sample::U16);
    const std::uint16_t expected[] = {0x0102, 0x0304, 0x0506, 0, 0x0708, 0x090a, 0x0b0c, 0xffff};
    QVERIFY(std::equal(std::begin(expected), std::end(expected), picture.row<std::uint16_t>(0)));
  }
  void ofAnAnimationTheFirstPictureIsTakenWithANote() {
    Bytes file = pngStart();
    appendHeader(file, 1, 1, 8, 0);
    appendChunk(file, "acTL", Bytes(8, std::byte{1}));
    appendPixels(file, Bytes(2, std::byte{0}));
    appendChunk(file, "IEND", {});
    QVERIFY(hasNote(readBytes(file), "animation"));
  }
  void hugeHeadersAreRefusedByTheLimit() {
    Bytes file = pngStart();
    appendHeader(file, 0x7fffffff, 0x7fffffff, 16, 6);
    appendPixels(file, Bytes(100));
    QCOMPARE(kindOf([&] { (void)readBytes(file, 200'000'000); }), Kind::BadInput);
    const auto message = messageOf([&] { (void)readBytes(file, 200'000'000); });
    QVERIFY(message.find("--pixel-limit") != std::string::npos);
  }
  void aHeaderThatPromisesMoreThanTheFileCanHoldIsBroken() {
    Bytes file = pngStart();
    appendHeader(file, 14000, 14000, 8, 2);
    appendPixels(file, Bytes(100));
    appendChunk(file, "IEND", {});
    QCOMPARE(kindOf([&] { (void)readBytes(file, 200'000'000); }), Kind::BadInput);
  }
  void aBrokenProfileDoesNotKeepThePictureFromBeingWritten() {
    Picture picture = gradient(8, 8, 3, Sample::U8);
    picture.iccProfile.assign(200, std::byte{0x55});
    const TemporaryFolder folder;
    const auto losses = writePicture(picture, folder / "a.png", Format::Png);
    QVERIFY(samePixels(readPicture(folder / "a.png"), picture));
    QCOMPARE(losses.size(), std::size_t{1});
    QVERIFY(losses[0].starts_with("colour profile left out"));
  }
  void everyPacketIsWrittenOnce() { // PNG 1.2 extensions: at most one eXIf chunk
    Picture picture = gradient(8, 8, 3, Sample::U8);
    picture.exif = exifWithOrientation(1);
    picture.xmp =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='A camera'/></rdf:RDF>"
        "</x:xmpmeta>";
    const Bytes file = encodePicture(picture, Format::Png);
    for (const char* type : {"eXIf", "iTXt", "sRGB", "IEND"}) {
      QVERIFY2(countChunks(file, type) == 1, type);
    }
  }
  void zeroSizesAreErrors() {
    Bytes file = pngStart();
    appendHeader(file, 0, 5, 8, 2);
    appendPixels(file, Bytes(100));
    QCOMPARE(kindOf([&] { (void)readBytes(file); }), Kind::BadInput);
  }
  void aPictureWithoutItsEndIsBroken() {
    Bytes file = encodePicture(gradient(20, 10, 3, Sample::U8), Format::Png);
    file.resize(file.size() - 12); // the IEND chunk
    QCOMPARE(kindOf([&] { (void)readBytes(file); }), Kind::BadInput);
  }
};

QTEST_GUILESS_MAIN(TstPng)
#include "tst_png.moc"
