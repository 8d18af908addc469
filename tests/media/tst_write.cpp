#include <QTest>

#include <fstream>

#include "core/base/files.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

class TstWrite : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void losslessFormatsGiveBackEveryPixel_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sample");
    for (const Format format : {Format::Png, Format::Tiff, Format::WebP}) {
      for (int channels = 1; channels <= 4; ++channels) {
        for (const Sample sample : {Sample::U8, Sample::U16, Sample::F32}) {
          QTest::addRow("%s, %d channels, %zu bytes", formatExtension(format), channels,
                        sampleBytes(sample))
              << static_cast<int>(format) << channels << static_cast<int>(sample);
        }
      }
    }
  }
  void losslessFormatsGiveBackEveryPixel() {
    QFETCH(int, format);
    QFETCH(int, channels);
    QFETCH(int, sample);
    const auto target = static_cast<Format>(format);
    const Picture picture = gradient(61, 47, channels, static_cast<Sample>(sample));
    const Picture read = readBytes(encodePicture(picture, target, {.webpQuality = 101}));
    Picture expected =
        converted(picture, sample == 0 || !holdsSixteenBit(target) ? Sample::U8 : Sample::U16);
    if (target == Format::WebP && expected.isGrey()) expected = greyToRgb(expected);
    QVERIFY(samePixels(read, expected));
    QVERIFY(read.notes.empty());
  }
  void lossyFormatsGiveNearlyThePicture_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    for (const Format format : {Format::Jpeg, Format::WebP}) {
      for (int channels = 1; channels <= 4; ++channels) {
        QTest::addRow("%s, %d channels", formatExtension(format), channels)
            << static_cast<int>(format) << channels;
      }
    }
  }
  void lossyFormatsGiveNearlyThePicture() {
    QFETCH(int, format);
    QFETCH(int, channels);
    const auto target = static_cast<Format>(format);
    Picture expected = gradient(64, 48, channels, Sample::U16);
    if (expected.hasAlpha()) { // opaque, so that JPEG needs no background
      for (int i = channels - 1; i < 64 * 48 * channels; i += channels) {
        expected.row<std::uint16_t>(0)[i] = 65535;
      }
    }
    const Picture read = readBytes(encodePicture(expected, target));
    QVERIFY(read.sample() == Sample::U8);
    if (!holdsAlpha(target)) expected = withoutAlpha(expected);
    if (target == Format::WebP && expected.isGrey()) expected = greyToRgb(expected);
    if (target == Format::WebP) expected = withoutAlpha(expected); // opaque: dropped by WebP
    QVERIFY(difference(read, expected) < 3);
  }
  void whatAFormatCannotHoldIsSaid_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sample");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, Format format, int channels, Sample sample,
                        const QStringList& words) {
      QTest::newRow(name) << static_cast<int>(format) << channels << static_cast<int>(sample)
                          << words;
    };
    row("nothing", Format::Png, 4, Sample::U16, {});
    row("floats", Format::Png, 3, Sample::F32, {"16 bits"});
    row("floats in TIFF", Format::Tiff, 1, Sample::F32, {"16 bits"});
    row("floats and alpha", Format::Jpeg, 4, Sample::F32, {"8 bits", "transparency"});
    row("16 bits", Format::WebP, 4, Sample::U16, {"8 bits"});
    row("nothing of a JPEG", Format::Jpeg, 1, Sample::U8, {});
  }
  void whatAFormatCannotHoldIsSaid() {
    QFETCH(int, format);
    QFETCH(int, channels);
    QFETCH(int, sample);
    QFETCH(QStringList, words);
    const TemporaryFolder folder;
    const auto losses = writePicture(gradient(8, 8, channels, static_cast<Sample>(sample)),
                                     folder / "a", static_cast<Format>(format));
    QCOMPARE(losses.size(), static_cast<std::size_t>(words.size()));
    for (std::size_t i = 0; i < losses.size(); ++i) {
      QVERIFY(QString::fromStdString(losses[i]).contains(words[static_cast<int>(i)]));
    }
  }
  void theSamePictureGivesTheSameBytes() {
    const Picture picture = gradient(40, 30, 3, Sample::U8);
    for (const Format format : {Format::Png, Format::Jpeg, Format::Tiff, Format::WebP}) {
      QVERIFY(encodePicture(picture, format) == encodePicture(picture, format));
    }
  }
  void compressionChangesTheSizeAndNotThePixels() {
    const Picture picture = gradient(200, 200, 3, Sample::U8);
    const Bytes stored = encodePicture(picture, Format::Png, {.pngCompression = 0});
    const Bytes packed = encodePicture(picture, Format::Png, {.pngCompression = 9});
    QVERIFY(packed.size() * 2 < stored.size());
    QVERIFY(samePixels(readBytes(stored), readBytes(packed)));
  }
  void aFailedWriteLeavesTheOldFileAndNothingElse() {
    const TemporaryFolder folder;
    std::ofstream(folder / "a.webp") << "old";
    const Picture tooWide(17000, 1, 3, Sample::U8);
    QCOMPARE(kindOf([&] { writePicture(tooWide, folder / "a.webp", Format::WebP); }),
             Kind::BadInput);
    QCOMPARE(refscale::readFile(folder / "a.webp"), bytesOf("old"));
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path()), {}),
             std::ptrdiff_t{1});
    writePicture(gradient(4, 4, 3, Sample::U8), folder / "a.webp", Format::WebP);
    QCOMPARE(readPicture(folder / "a.webp").width(), 4);
  }
  void aMissingFolderIsAnError() {
    const TemporaryFolder folder;
    QCOMPARE(kindOf([&] {
               writePicture(gradient(4, 4, 3, Sample::U8), folder / "no/a.png", Format::Png);
             }),
             Kind::NotFound);
  }
  void optionsOutOfRangeAreErrors_data() {
    QTest::addColumn<int>("jpeg");
    QTest::addColumn<int>("png");
    QTest::addColumn<int>("webp");
    QTest::newRow("JPEG too low") << 0 << 6 << 95;
    QTest::newRow("JPEG too high") << 101 << 6 << 95;
    QTest::newRow("PNG too low") << 95 << -1 << 95;
    QTest::newRow("PNG too high") << 95 << 10 << 95;
    QTest::newRow("WebP too low") << 95 << 6 << 0;
    QTest::newRow("WebP too high") << 95 << 6 << 102;
  }
  void optionsOutOfRangeAreErrors() {
    QFETCH(int, jpeg);
    QFETCH(int, png);
    QFETCH(int, webp);
    const WriteOptions options{.jpegQuality = jpeg, .pngCompression = png, .webpQuality = webp};
    QCOMPARE(
        kindOf([&] { (void)encodePicture(gradient(4, 4, 3, Sample::U8), Format::Png, options); }),
        Kind::BadInput);
  }
  void noPictureIsAnError() {
    QCOMPARE(kindOf([] { (void)encodePicture(Picture(), Format::Png); }), Kind::BadInput);
  }
  void namesAndExtensionsGiveTheFormat() {
    QVERIFY(formatFromPath("a/b.c/d.PNG") == Format::Png);
    QVERIFY(formatFromPath("d.jpeg") == Format::Jpeg);
    QVERIFY(formatFromName("tiff") == Format::Tiff);
    QVERIFY(formatFromName(".WebP") == Format::WebP);
    QCOMPARE(kindOf([] { (void)formatFromPath("a.gif"); }), Kind::Unsupported);
    QVERIFY(messageOf([] { (void)formatFromPath("a"); }).find("webp") != std::string::npos);
    for (const Format format : {Format::Png, Format::Jpeg, Format::Tiff, Format::WebP}) {
      QVERIFY(formatFromName(formatExtension(format)) == format);
    }
  }
};

QTEST_GUILESS_MAIN(TstWrite)
#include "tst_write.moc"
