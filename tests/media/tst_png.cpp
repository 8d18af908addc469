#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <limits>

#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/media/png_chunks.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

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
  void aHeaderAloneMakesNoRoomForRows() {
    Bytes file = pngStart();
    appendHeader(file, 0x7fffffff, 1, 16, 6); // a row of 16 GiB
    appendPixels(file, Bytes(100));
    const TemporaryFolder folder;
    std::ofstream(folder / "a.png", std::ios::binary)
        .write(reinterpret_cast<const char*>(file.data()),
               static_cast<std::streamsize>(file.size()));
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_AS, &before), 0);
    if (!kSanitized) { // the sanitizer's own addresses count here
      rlimit tight = before;
      tight.rlim_cur = rlim_t{4} << 30;
      QCOMPARE(setrlimit(RLIMIT_AS, &tight), 0);
    }
    const PictureInfo info =
        readInfo(folder / "a.png", {.pixelLimit = std::numeric_limits<std::uint64_t>::max()});
    QCOMPARE(setrlimit(RLIMIT_AS, &before), 0);
    QCOMPARE(info.channels, 4);
    QCOMPARE(info.width, 0x7fffffff);
  }
  void exifAsOlderProgramsWriteItIsRead_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("exif") << QByteArray("Raw profile type exif");
    QTest::newRow("APP1") << QByteArray("Raw profile type APP1");
  }
  void exifAsOlderProgramsWriteItIsRead() {
    QFETCH(QByteArray, key);
    // Big-endian TIFF structure with one entry: orientation 6.
    const std::string exif(
        "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
    std::string text = key.toStdString() + std::string("\0\nexif\n      32\n", 16);
    text += QByteArray::fromStdString(exif).toHex().toStdString() + "\n";
    Bytes file = pngStart();
    appendHeader(file, 4, 2, 8, 0);
    appendChunk(file, "tEXt", bytesOf(text));
    appendPixels(file, Bytes(10, std::byte{0}));
    appendChunk(file, "IEND", {});
    const Picture picture = readBytes(file);
    QCOMPARE(picture.width(), 2); // turned upright
    QCOMPARE(picture.height(), 4);
    QVERIFY(picture.notes.empty());
  }
  void aProfileOfOtherChannelsIsIgnoredWithANote() {
    Picture grey = gradient(8, 8, 1, Sample::U8);
    Bytes file = encodePicture(grey, Format::Tiff); // it embeds a grey profile
    grey.iccProfile = readBytes(file).iccProfile;
    QVERIFY(!grey.iccProfile.empty());
    Bytes packed(compressBound(grey.iccProfile.size()));
    uLongf size = packed.size();
    compress(reinterpret_cast<Bytef*>(packed.data()), &size,
             reinterpret_cast<const Bytef*>(grey.iccProfile.data()), grey.iccProfile.size());
    packed.resize(size);
    Bytes profile = bytesOf(std::string_view("name\0\0", 6));
    append(profile, packed.data(), packed.size());
    Bytes colour = pngStart();
    appendHeader(colour, 1, 1, 8, 2);
    appendChunk(colour, "iCCP", profile);
    appendPixels(colour, Bytes(4, std::byte{0}));
    appendChunk(colour, "IEND", {});
    QVERIFY(hasNote(readBytes(colour), "profile ignored"));
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
