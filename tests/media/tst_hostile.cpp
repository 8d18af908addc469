#include <QTest>

#include <random>

#include "core/media/color.h"
#include "core/media/write.h"
#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

// Damaged files of every format: each must end in an Error or in a picture that can be used, and
// under the sanitizers in nothing else.
namespace {

struct Seed {
  const char* name;
  Bytes file;
};

Picture decorated(int channels, Sample sample) {
  Picture picture = gradient(40, 30, channels, sample);
  picture.iccProfile = channels >= 3 ? srgbProfile() : std::vector<std::byte>();
  picture.exif = exifWithOrientation(1);
  picture.xmp =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
      "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>";
  return picture;
}

Bytes bmpSeed() {
  Bytes file = bytesOf("BM");
  for (const std::uint32_t value :
       {0U, 0U, 54U, 40U, 8U, 8U, 0x00180001U, 0U, 0U, 0U, 0U, 0U, 0U}) {
    appendLittle(file, value);
  }
  file.resize(54 + 8 * 24);
  return file;
}

std::vector<Seed> seeds() {
  return {{"PNG", encodePicture(decorated(4, Sample::U16), Format::Png)},
          {"JPEG", encodePicture(decorated(3, Sample::U8), Format::Jpeg)},
          {"grey JPEG", encodePicture(decorated(1, Sample::U8), Format::Jpeg)},
          {"TIFF", encodePicture(decorated(4, Sample::U16), Format::Tiff)},
          {"WebP", encodePicture(decorated(4, Sample::U8), Format::WebP)},
          {"lossless WebP",
           encodePicture(decorated(3, Sample::U8), Format::WebP, {.webpQuality = 101})},
          {"BMP", bmpSeed()},
          {"PPM", bytesOf("P3 3 2 255 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18")}};
}

// Reads, and where that gives a picture also converts and writes it, as a program would.
bool endsWell(const Bytes& file) {
  try {
    const Picture picture = readBytes(file, 100'000);
    (void)encodePicture(toSrgb(picture), Format::Jpeg);
  } catch (const refscale::Error& error) {
    return error.kind() == Kind::BadInput || error.kind() == Kind::Unsupported ||
           error.kind() == Kind::OutOfMemory;
  }
  return true;
}

} // namespace

class TstHostile : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void cutFilesEndWell_data() {
    QTest::addColumn<int>("seed");
    const auto all = seeds();
    for (int i = 0; i < static_cast<int>(all.size()); ++i) QTest::newRow(all[i].name) << i;
  }
  void cutFilesEndWell() {
    QFETCH(int, seed);
    const Bytes file = seeds()[seed].file;
    for (std::size_t size = 0; size < file.size(); size += 1 + file.size() / 300) {
      const Bytes part(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      QVERIFY2(endsWell(part), qPrintable(QString("cut to %1 bytes").arg(size)));
    }
  }
  void flippedBitsEndWell_data() { cutFilesEndWell_data(); }
  void flippedBitsEndWell() {
    QFETCH(int, seed);
    const Bytes file = seeds()[seed].file;
    std::mt19937 random(20210);
    for (int round = 0; round < 400; ++round) {
      Bytes damaged = file;
      for (unsigned i = 0; i <= random() % 4; ++i) {
        damaged[random() % damaged.size()] ^= static_cast<std::byte>(1U << (random() % 8));
      }
      QVERIFY2(endsWell(damaged), qPrintable(QString("round %1").arg(round)));
    }
  }
  // The header holds the sizes, offsets and counts; extreme values belong there.
  void extremeBytesInTheHeaderEndWell_data() { cutFilesEndWell_data(); }
  void extremeBytesInTheHeaderEndWell() {
    QFETCH(int, seed);
    const Bytes file = seeds()[seed].file;
    for (std::size_t at = 0; at < std::min<std::size_t>(file.size(), 120); ++at) {
      for (const std::byte value :
           {std::byte{0}, std::byte{0x7f}, std::byte{0x80}, std::byte{0xff}}) {
        Bytes damaged = file;
        for (std::size_t i = at; i < std::min(at + 4, file.size()); ++i) damaged[i] = value;
        QVERIFY2(endsWell(damaged), qPrintable(QString("%1 at %2").arg(int(value)).arg(at)));
      }
    }
  }
  // A TIFF's directory often stands at its end.
  void extremeBytesAtTheEndEndWell_data() { cutFilesEndWell_data(); }
  void extremeBytesAtTheEndEndWell() {
    QFETCH(int, seed);
    const Bytes file = seeds()[seed].file;
    const std::size_t tail = std::min<std::size_t>(file.size(), 300);
    for (std::size_t at = file.size() - tail; at < file.size(); ++at) {
      for (const std::byte value : {std::byte{0}, std::byte{0xff}}) {
        Bytes damaged = file;
        damaged[at] = value;
        QVERIFY2(endsWell(damaged), qPrintable(QString("%1 at %2").arg(int(value)).arg(at)));
      }
    }
  }
  void damagedProfilesEndWell() {
    std::mt19937 random(77);
    for (int round = 0; round < 300; ++round) {
      Picture picture = gradient(8, 8, 3, Sample::U8);
      picture.iccProfile = srgbProfile();
      for (unsigned i = 0; i <= random() % 8; ++i) {
        picture.iccProfile[random() % picture.iccProfile.size()] = static_cast<std::byte>(random());
      }
      QVERIFY(toSrgb(picture).iccProfile.empty());
    }
  }
};

QTEST_GUILESS_MAIN(TstHostile)
#include "tst_hostile.moc"
