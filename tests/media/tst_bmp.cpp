#include <QTest>

#include <limits>

#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

struct BmpHeader {
  std::int32_t width = 2;
  std::int32_t height = 2;
  int bits = 24;
  int compression = 0;
};

// `afterHeader`: masks or palette, then rows.
Bytes bmpFile(const BmpHeader& header, const Bytes& afterHeader, const Bytes& rows) {
  Bytes file = bytesOf("BM");
  appendLittle<std::uint32_t>(file, 0);
  appendLittle<std::uint32_t>(file, 0);
  appendLittle(file, static_cast<std::uint32_t>(54 + afterHeader.size()));
  appendLittle<std::uint32_t>(file, 40);
  appendLittle(file, header.width);
  appendLittle(file, header.height);
  appendLittle<std::uint16_t>(file, 1);
  appendLittle(file, static_cast<std::uint16_t>(header.bits));
  appendLittle(file, static_cast<std::uint32_t>(header.compression));
  file.resize(54);
  append(file, afterHeader.data(), afterHeader.size());
  append(file, rows.data(), rows.size());
  return file;
}

const Bytes kRows = bytesOf(std::string_view("cbafed\0\0ihglkj\0\0", 16));

} // namespace

class TstBmp : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rowsStandBottomUpAndColoursBlueFirst() {
    const Picture picture = readBytes(bmpFile({}, {}, kRows));
    QCOMPARE(QByteArray(picture.row<char>(0), 12), QByteArray("ghijklabcdef"));
  }
  void aNegativeHeightMeansTopDown() {
    const Picture picture = readBytes(bmpFile({.height = -2}, {}, kRows));
    QCOMPARE(QByteArray(picture.row<char>(0), 12), QByteArray("abcdefghijkl"));
  }
  void palettesBecomeRgbWithANote() {
    const Bytes palette = bytesOf(std::string_view("cba\0fed\0", 8));
    const Bytes rows = bytesOf(std::string_view("\x40\0\0\0\x80\0\0\0", 8));
    const Picture picture = readBytes(bmpFile({.bits = 1}, palette, rows));
    QVERIFY(hasNote(picture, "palette"));
    QCOMPARE(QByteArray(picture.row<char>(0), 12), QByteArray("defabcabcdef"));
  }
  void masksSayWhereTheChannelsAre() {
    Bytes masks;
    for (const std::uint32_t mask : {0xF800U, 0x07E0U, 0x001FU}) appendLittle(masks, mask);
    Bytes rows;
    for (const int pixel : {0xF800, 0x07E0, 0x001F, 0xFFFF}) {
      appendLittle(rows, static_cast<std::uint16_t>(pixel));
    }
    const Picture picture = readBytes(bmpFile({.bits = 16, .compression = 3}, masks, rows));
    QCOMPARE(QByteArray(picture.row<char>(1), 6), QByteArray("\xff\0\0\0\xff\0", 6));
    QCOMPARE(QByteArray(picture.row<char>(0), 6), QByteArray("\0\0\xff\xff\xff\xff", 6));
  }
  void runLengthsAreUnsupported() {
    QCOMPARE(kindOf([] { (void)readBytes(bmpFile({.bits = 8, .compression = 1}, {}, kRows)); }),
             Kind::Unsupported);
  }
  void cutAndHugeFilesAreErrors() {
    const Bytes file = bmpFile({}, {}, kRows);
    for (std::size_t size = 2; size + 2 < file.size(); ++size) { // 2: the last row's padding
      const Bytes part(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      QVERIFY(kindOf([&] { (void)readBytes(part); }).has_value());
    }
    constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
    constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
    for (const auto& [width, height] :
         {std::pair{kMost, kMost}, {kMost, kLeast}, {0, 5}, {-1, -1}}) {
      QCOMPARE(kindOf([&, w = width, h = height] {
                 (void)readBytes(bmpFile({.width = w, .height = h}, {}, kRows));
               }),
               Kind::BadInput);
    }
  }
  void pixelsOutsideThePaletteAreErrors() {
    Bytes file = bmpFile({.width = 1, .height = 1, .bits = 8}, bytesOf("abcdefgh"), bytesOf("\5"));
    file[46] = std::byte{2}; // colours in the palette
    QCOMPARE(kindOf([&] { (void)readBytes(file); }), Kind::BadInput);
  }
};

QTEST_GUILESS_MAIN(TstBmp)
#include "tst_bmp.moc"
