#include <QTest>

#include <array>

#include <cmath>

#include <cstdio>
// jpeglib.h needs stdio.
#include <jpeglib.h>

#include "core/media/write.h"
#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

enum class Inks { Plain, Adobe };

// Sixteen by sixteen pixels of one colour in four inks. Adobe's files are YCCK and inverted.
Bytes inkFile(Inks inks, const std::array<int, 4>& cmyk) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &buffer, &size);
  jpeg.image_width = 16;
  jpeg.image_height = 16;
  jpeg.input_components = 4;
  jpeg.in_color_space = JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 100, TRUE);
  if (inks == Inks::Adobe) jpeg_set_colorspace(&jpeg, JCS_YCCK);
  jpeg.write_Adobe_marker = inks == Inks::Adobe ? TRUE : FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  JSAMPLE row[64];
  for (int i = 0; i < 64; ++i) {
    row[i] = static_cast<JSAMPLE>(inks == Inks::Adobe ? 255 - cmyk[i % 4] : cmyk[i % 4]);
  }
  JSAMPROW rows[] = {row};
  while (jpeg.next_scanline < 16) jpeg_write_scanlines(&jpeg, rows, 1);
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  Bytes file;
  append(file, buffer, size);
  std::free(buffer); // NOLINT(cppcoreguidelines-no-malloc)
  return file;
}

} // namespace

class TstJpeg : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void inksBecomeSrgbWithANote_data() {
    QTest::addColumn<bool>("adobe");
    QTest::newRow("plain") << false;
    QTest::newRow("Adobe's, inverted") << true;
  }
  void inksBecomeSrgbWithANote() {
    QFETCH(bool, adobe);
    const Picture picture = readBytes(inkFile(adobe ? Inks::Adobe : Inks::Plain, {255, 51, 0, 51}));
    QCOMPARE(picture.channels(), 3);
    QVERIFY(hasNote(picture, "CMYK"));
    const int expected[] = {0, 163, 204};
    for (int c = 0; c < 3; ++c) {
      QVERIFY(std::abs(picture.row<std::uint8_t>(8)[24 + c] - expected[c]) <= 3);
    }
  }
  void aFileCutAnywhereIsBrokenAndNeverGrey() {
    const Bytes file = encodePicture(gradient(64, 48, 3, Sample::U8), Format::Jpeg);
    for (std::size_t size = 4; size < file.size(); ++size) {
      const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      const auto kind = kindOf([&] { (void)readBytes(cut); });
      QVERIFY2(kind == Kind::BadInput, qPrintable(QString("cut to %1 bytes").arg(size)));
    }
  }
  void sizesOverTheFormatsLimitAreErrorsThatNameIt() {
    const Picture wide(65501, 1, 1, Sample::U8);
    QCOMPARE(kindOf([&] { (void)encodePicture(wide, Format::Jpeg); }), Kind::BadInput);
    QVERIFY(messageOf([&] { (void)encodePicture(wide, Format::Jpeg); }).find("65500") !=
            std::string::npos);
    const Picture widest(65500, 1, 1, Sample::U8);
    QCOMPARE(readBytes(encodePicture(widest, Format::Jpeg)).width(), 65500);
  }
  void qualityDecidesSizeAndError() {
    const Picture picture = gradient(64, 64, 3, Sample::U8);
    const Bytes low = encodePicture(picture, Format::Jpeg, {.jpegQuality = 20});
    const Bytes high = encodePicture(picture, Format::Jpeg, {.jpegQuality = 98});
    QVERIFY(low.size() < high.size());
    QVERIFY(difference(readBytes(low), picture) > difference(readBytes(high), picture));
  }
  void chromaIsSharpFromQualityNinetyOn() {
    Picture stripes(32, 32, 3, Sample::U8); // red and blue columns of about equal luma
    for (int y = 0; y < 32; ++y) {
      for (int x = 0; x < 32; ++x) {
        stripes.row<std::uint8_t>(y)[3 * x + (x % 2 == 0 ? 0 : 2)] = x % 2 == 0 ? 76 : 200;
      }
    }
    const Bytes sharp = encodePicture(stripes, Format::Jpeg, {.jpegQuality = 90});
    const Bytes blurred = encodePicture(stripes, Format::Jpeg, {.jpegQuality = 89});
    QVERIFY(difference(readBytes(sharp), stripes) * 3 < difference(readBytes(blurred), stripes));
  }
  void alphaIsLaidOverWhite() {
    Picture picture(16, 16, 4, Sample::U8); // transparent black
    const Picture read = readBytes(encodePicture(picture, Format::Jpeg));
    QCOMPARE(read.channels(), 3);
    QVERIFY(static_cast<int>(read.bytes()[0]) >= 254);
  }
};

QTEST_GUILESS_MAIN(TstJpeg)
#include "tst_jpeg.moc"
