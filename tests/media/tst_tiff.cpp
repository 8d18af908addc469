#include <tiffio.h>

#include <QTest>

#include <cstring>

#include <algorithm>
#include <limits>

#include "core/base/files.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"
#include "tests/support/support.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

struct Variant {
  int channels = 3;
  Sample sample = Sample::U8;
  bool tiled = false;
  bool apart = false; // one plane a channel
  int compression = COMPRESSION_NONE;
  const char* mode = "w";
  int photometric = -1;
  int alpha = EXTRASAMPLE_UNASSALPHA;
  const char* artist = nullptr;
};

void setTags(TIFF* tiff, const Picture& picture, const Variant& variant) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, picture.width());
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, picture.height());
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, static_cast<int>(sampleBytes(variant.sample) * 8));
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, variant.channels);
  TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT,
               variant.sample == Sample::F32 ? SAMPLEFORMAT_IEEEFP : SAMPLEFORMAT_UINT);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
               variant.apart ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, variant.compression);
  const int usual = variant.channels <= 2 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB;
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, variant.photometric < 0 ? usual : variant.photometric);
  if (variant.channels % 2 == 0 && variant.photometric != PHOTOMETRIC_SEPARATED) {
    const auto kind = static_cast<std::uint16_t>(variant.alpha);
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
  }
  if (variant.artist != nullptr) TIFFSetField(tiff, TIFFTAG_ARTIST, variant.artist);
  if (variant.tiled) {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 32);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
  } else {
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 7);
  }
}

// One plane (or all channels, for plane -1) of a rectangle, black outside of the picture.
Bytes cut(const Picture& picture, int plane, int x, int y, int width, int height) {
  const std::size_t bytes = sampleBytes(picture.sample());
  Bytes result;
  for (int row = y; row < y + height; ++row) {
    for (int column = x; column < x + width; ++column) {
      for (int c = 0; c < picture.channels(); ++c) {
        if (plane >= 0 && c != plane) continue;
        const bool inside = row < picture.height() && column < picture.width();
        if (inside) {
          append(result, picture.row<std::byte>(row) + bytes * (column * picture.channels() + c),
                 bytes);
        } else {
          result.resize(result.size() + bytes);
        }
      }
    }
  }
  return result;
}

Bytes tiffFile(const Picture& picture, const Variant& variant) {
  const TemporaryFolder folder;
  TIFF* tiff = TIFFOpen((folder / "a.tif").c_str(), variant.mode);
  setTags(tiff, picture, variant);
  for (int plane = variant.apart ? 0 : -1; plane < (variant.apart ? variant.channels : 0);
       ++plane) {
    const auto sample = static_cast<std::uint16_t>(std::max(plane, 0));
    for (int y = 0; y < picture.height(); y += variant.tiled ? 16 : 1) {
      if (!variant.tiled) {
        Bytes row = cut(picture, plane, 0, y, picture.width(), 1);
        TIFFWriteScanline(tiff, row.data(), y, sample);
        continue;
      }
      for (int x = 0; x < picture.width(); x += 32) {
        Bytes tile = cut(picture, plane, x, y, 32, 16);
        TIFFWriteTile(tiff, tile.data(), x, y, 0, sample);
      }
    }
  }
  TIFFClose(tiff);
  return refscale::readFile(folder / "a.tif");
}

} // namespace

class TstTiff : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyLayoutGivesItsPixels_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("compression");
    QTest::addColumn<QByteArray>("mode");
    for (int channels = 1; channels <= 4; ++channels) {
      for (const Sample sample : {Sample::U8, Sample::U16, Sample::F32}) {
        for (const int compression :
             {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS}) {
          for (const char* mode : {"wl", "wb", "w8"}) {
            QTest::addRow("%d channels, %zu bytes, compression %d, %s", channels,
                          sampleBytes(sample), compression, mode)
                << channels << static_cast<int>(sample) << compression << QByteArray(mode);
          }
        }
      }
    }
  }
  void everyLayoutGivesItsPixels() {
    QFETCH(int, channels);
    QFETCH(int, sample);
    QFETCH(int, compression);
    QFETCH(QByteArray, mode);
    const Picture picture = gradient(45, 37, channels, static_cast<Sample>(sample));
    for (const bool tiled : {false, true}) {
      for (const bool apart : {false, true}) {
        const Variant variant{.channels = channels,
                              .sample = picture.sample(),
                              .tiled = tiled,
                              .apart = apart,
                              .compression = compression,
                              .mode = mode.constData()};
        QVERIFY(samePixels(readBytes(tiffFile(picture, variant)), picture));
      }
    }
  }
  void whiteIsZeroIsTurnedRound() {
    Picture stored = gradient(9, 9, 1, Sample::U16);
    const Picture read = readBytes(tiffFile(
        stored, {.channels = 1, .sample = Sample::U16, .photometric = PHOTOMETRIC_MINISWHITE}));
    QCOMPARE(read.row<std::uint16_t>(4)[2] + stored.row<std::uint16_t>(4)[2], 65535);
  }
  void coloursMultipliedByAlphaAreDividedAgain() {
    Picture picture(4, 4, 4, Sample::U8);
    for (int i = 0; i < 16; ++i) std::memcpy(picture.row<char>(0) + 4 * i, "\x20\x40\x60\x80", 4);
    const Picture read =
        readBytes(tiffFile(picture, {.channels = 4, .alpha = EXTRASAMPLE_ASSOCALPHA}));
    QCOMPARE(QByteArray(read.row<char>(0), 4), QByteArray("\x40\x80\xbf\x80"));
  }
  void pixelsThatAreNoNumbersAreRefused() {
    const float infinite = std::numeric_limits<float>::infinity();
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), infinite, -infinite}) {
      for (int channels = 1; channels <= 4; ++channels) {
        Picture picture = gradient(9, 7, channels, Sample::F32);
        picture.row<float>(6)[picture.channels() * 9 - 1] = value;
        const Bytes file =
            tiffFile(picture, {.channels = channels, .sample = Sample::F32, .tiled = true});
        QCOMPARE(kindOf([&] { (void)readBytes(file); }), Kind::BadInput);
        const auto message = messageOf([&] { (void)readBytes(file); });
        QVERIFY(message.find("not numbers") != std::string::npos);
      }
    }
  }
  void floatsOutsideTheRangeAreClippedWithANote() {
    Picture picture = gradient(9, 7, 3, Sample::F32);
    const Variant variant{.sample = Sample::F32};
    picture.row<float>(0)[0] = 1.000001F; // what rounding leaves is not worth a word
    QVERIFY(readBytes(tiffFile(picture, variant)).notes.empty());
    QCOMPARE(readBytes(tiffFile(picture, variant)).row<float>(0)[0], 1.0F);
    picture.row<float>(0)[0] = 7.5F;
    picture.row<float>(3)[4] = -0.25F;
    const Picture read = readBytes(tiffFile(picture, variant));
    QVERIFY(hasNote(read, "clipped"));
    QCOMPARE(read.row<float>(0)[0], 1.0F);
    QCOMPARE(read.row<float>(3)[4], 0.0F);
    picture.row<float>(0)[0] = 1.0F;
    picture.row<float>(3)[4] = 0.0F;
    QVERIFY(samePixels(read, picture)); // nothing else changed
  }
  void coloursDividedByNextToNoAlphaAreClipped() {
    Picture picture = gradient(9, 7, 4, Sample::F32);
    picture.row<float>(3)[4 * 4 + 1] = 1.0F;
    picture.row<float>(3)[4 * 4 + 3] = 1e-40F;
    const Picture read = readBytes(
        tiffFile(picture, {.channels = 4, .sample = Sample::F32, .alpha = EXTRASAMPLE_ASSOCALPHA}));
    QCOMPARE(read.row<float>(3)[4 * 4 + 1], 1.0F);
  }
  void inksBecomeSrgbWithANote() {
    Picture inks(5, 5, 4, Sample::U8);
    for (int i = 0; i < 25; ++i) std::memcpy(inks.row<char>(0) + 4 * i, "\xff\x33\x00\x33", 4);
    const Picture read =
        readBytes(tiffFile(inks, {.channels = 4, .photometric = PHOTOMETRIC_SEPARATED}));
    QVERIFY(hasNote(read, "CMYK"));
    QCOMPARE(QByteArray(read.row<char>(0), 3), QByteArray("\x00\xa3\xcc", 3));
  }
  void unspecifiedChannelsAreLeftOutWithANote() {
    const Picture read = readBytes(
        tiffFile(gradient(9, 9, 4, Sample::U8), {.channels = 4, .alpha = EXTRASAMPLE_UNSPECIFIED}));
    QVERIFY(hasNote(read, "extra channels"));
    QVERIFY(samePixels(read, withoutAlpha(gradient(9, 9, 4, Sample::U8))));
  }
  void jpegInsideTiffIsRead() {
    const Picture picture = gradient(64, 32, 3, Sample::U8);
    const Picture read =
        readBytes(tiffFile(picture, {.tiled = true, .compression = COMPRESSION_JPEG}));
    QVERIFY(difference(read, picture) < 3);
  }
  void palettesAndFewBitsAreExpanded() {
    const TemporaryFolder folder;
    const auto path = folder / "a.tif";
    for (const int bits : {1, 2, 4, 8}) {
      TIFF* tiff = TIFFOpen(path.c_str(), "w");
      TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 3);
      TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 1);
      TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
      TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
      TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_PALETTE);
      std::vector<std::uint16_t> map(1U << bits, 0x4000);
      std::vector<std::uint16_t> green(1U << bits, 0xffff);
      TIFFSetField(tiff, TIFFTAG_COLORMAP, map.data(), green.data(), map.data());
      char row[3] = {0, 0, 0};
      TIFFWriteScanline(tiff, row, 0, 0);
      TIFFClose(tiff);
      const Picture read = refscale::media::readPicture(path);
      QVERIFY(hasNote(read, "palette"));
      QCOMPARE(QByteArray(read.row<char>(0), 9),
               QByteArray("\x40\xff\x40\x40\xff\x40\x40\xff\x40"));
    }
  }
  void exifOfABigTiffIsLeftOutWithANote() {
    const Picture picture = gradient(9, 9, 3, Sample::U8);
    QVERIFY(readBytes(tiffFile(picture, {.mode = "w8"})).notes.empty());
    const Picture read = readBytes(tiffFile(picture, {.mode = "w8", .artist = "A painter"}));
    QVERIFY(hasNote(read, "BigTIFF"));
    QVERIFY(read.exif.empty());
    const Picture plain = readBytes(tiffFile(picture, {.artist = "A painter"}));
    QVERIFY(plain.notes.empty());
    QVERIFY(!plain.exif.empty());
  }
  void ofSeveralPagesTheFirstIsTakenWithANote() {
    const TemporaryFolder folder;
    const auto path = folder / "a.tif";
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    for (int page = 0; page < 2; ++page) {
      const Picture picture = gradient(8 + page, 8, 3, Sample::U8);
      setTags(tiff, picture, {});
      for (int y = 0; y < 8; ++y) {
        Bytes row = cut(picture, -1, 0, y, picture.width(), 1);
        TIFFWriteScanline(tiff, row.data(), y, 0);
      }
      TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
    const Picture read = refscale::media::readPicture(path);
    QCOMPARE(read.width(), 8);
    QVERIFY(hasNote(read, "pages"));
  }
  void hugeHeadersAndTilesAreRefused() {
    // A directory of one entry after the other: tag, type, count, value.
    const auto file = [](std::uint32_t width, std::uint32_t height, std::uint32_t tile) {
      const std::uint32_t entries[][3] = {
          {0x100, 4, width}, {0x101, 4, height}, {0x102, 3, 8},    {0x103, 3, 1}, {0x106, 3, 1},
          {0x115, 3, 1},     {0x142, 4, tile},   {0x143, 4, tile}, {0x144, 4, 8}, {0x145, 4, 4}};
      Bytes bytes = bytesOf(std::string_view("II\x2a\0\x08\0\0\0", 8));
      appendLittle<std::uint16_t>(bytes, std::size(entries));
      for (const auto& entry : entries) {
        appendLittle(bytes, static_cast<std::uint16_t>(entry[0]));
        appendLittle(bytes, static_cast<std::uint16_t>(entry[1]));
        appendLittle<std::uint32_t>(bytes, 1);
        appendLittle(bytes, entry[2]);
      }
      appendLittle<std::uint32_t>(bytes, 0);
      return bytes;
    };
    QCOMPARE(kindOf([&] { (void)readBytes(file(0x7fffffff, 0x7fffffff, 16)); }), Kind::BadInput);
    QCOMPARE(kindOf([&] { (void)readBytes(file(0, 10, 16)); }), Kind::BadInput);
    QCOMPARE(kindOf([&] { (void)readBytes(file(10, 10, 1U << 30)); }), Kind::BadInput);
    QCOMPARE(kindOf([&] { (void)readBytes(file(10, 10, 0xfffffff0)); }), Kind::BadInput);
  }
  void oldStyleJpegIsUnsupported() {
    Bytes file = tiffFile(gradient(8, 8, 1, Sample::U8), {.channels = 1});
    // The entry of the compression: tag 0x103, SHORT, one value.
    const Bytes entry = bytesOf(std::string_view("\x03\x01\x03\0\x01\0\0\0", 8));
    const auto found = std::search(file.begin(), file.end(), entry.begin(), entry.end());
    QVERIFY(found != file.end());
    *(found + 8) = std::byte{COMPRESSION_OJPEG};
    const auto kind = kindOf([&] { (void)readBytes(file); });
    QVERIFY(kind == Kind::Unsupported || kind == Kind::BadInput);
  }
  void aFileCutBeforeItsPixelsEndIsBroken() {
    // The directory comes first only when it is written first; so the pixels are shortened instead.
    for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE,
                                  COMPRESSION_PACKBITS, COMPRESSION_JPEG}) {
      const Bytes file = tiffFile(gradient(64, 48, 3, Sample::U8), {.compression = compression});
      for (std::size_t size = 8; size < file.size(); size += 13) {
        const Bytes part(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
        QVERIFY(kindOf([&] { (void)readBytes(part); }) == Kind::BadInput);
      }
    }
  }
};

QTEST_GUILESS_MAIN(TstTiff)
#include "tst_tiff.moc"
