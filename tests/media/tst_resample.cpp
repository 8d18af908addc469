#include <QTest>

#include <cmath>
#include <random>

#include "core/base/error.h"
#include "core/media/resample.h"
#include "tests/media/oracle.h"
#include "tests/support/support.h"

using refscale::media::Picture;
using refscale::media::resizeBicubic;
using refscale::media::resizeBicubicU8;
using refscale::media::Sample;

namespace {

bool sameBytes(const Picture& a, const Picture& b) {
  return a.width() == b.width() && a.height() == b.height() && a.channels() == b.channels() &&
         a.sample() == b.sample() && std::ranges::equal(a.bytes(), b.bytes());
}

Picture noise(int width, int height, int channels) {
  Picture picture(width, height, channels, Sample::U8);
  std::mt19937 random(7);
  for (std::byte& value : picture.bytes()) value = static_cast<std::byte>(random());
  return picture;
}

} // namespace

class TstResample : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theEightBitFormGivesPillowsBytes() {
    const auto file = refscale::test::dataFile("oracle/c2/case.safetensors");
    const Picture truth = refscale::test::oraclePicture(file, "gt_u8");
    const Picture small = resizeBicubicU8(truth, 40, 40);
    QVERIFY(sameBytes(small, refscale::test::oraclePicture(file, "lr_u8")));
    QVERIFY(
        sameBytes(resizeBicubicU8(small, 160, 160), refscale::test::oraclePicture(file, "up_u8")));
  }
  // Values of Pillow 13.0.0: Image.fromarray(row).resize((n, 1), Image.BICUBIC).
  void aSingleRowGivesPillowsBytes_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("4 to 16") << QByteArray::fromHex("79fff221")
                             << QByteArray::fromHex("6a7284a5cef4fffffffedfa36432160a");
    QTest::newRow("16 to 4") << QByteArray::fromHex("ff8400f0ff004dc70700fffff2c6ff00")
                             << QByteArray::fromHex("9a6b92c5");
    QTest::newRow("7 to 5") << QByteArray::fromHex("00000084dfffc5")
                            << QByteArray::fromHex("00007df4d8");
    QTest::newRow("5 to 12") << QByteArray::fromHex("b3d0ffff53")
                             << QByteArray::fromHex("b0b5bfcee2f8fffffbad6142");
    QTest::newRow("1 to 3") << QByteArray::fromHex("a7") << QByteArray::fromHex("a7a7a7");
    QTest::newRow("9 to 1") << QByteArray::fromHex("356cff00f6000000ff")
                            << QByteArray::fromHex("64");
  }
  void aSingleRowGivesPillowsBytes() {
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    Picture row(static_cast<int>(input.size()), 1, 1, Sample::U8);
    std::memcpy(row.bytes().data(), input.constData(), row.bytes().size());
    const Picture result = resizeBicubicU8(row, static_cast<int>(expected.size()), 1);
    QCOMPARE(QByteArray(result.row<char>(0), expected.size()), expected);
  }
  void channelsAreResizedOnTheirOwn_data() {
    QTest::addColumn<int>("channels");
    for (int channels = 2; channels <= 4; ++channels) QTest::addRow("%d", channels) << channels;
  }
  void channelsAreResizedOnTheirOwn() {
    QFETCH(int, channels);
    const Picture picture = noise(37, 150, channels);
    const Picture whole = resizeBicubicU8(picture, 61, 75);
    for (int c = 0; c < channels; ++c) {
      Picture one(37, 150, 1, Sample::U8);
      for (std::size_t i = 0; i < one.bytes().size(); ++i) {
        one.bytes()[i] = picture.bytes()[i * channels + c];
      }
      const Picture resized = resizeBicubicU8(one, 61, 75);
      for (std::size_t i = 0; i < resized.bytes().size(); ++i) {
        QCOMPARE(whole.bytes()[i * channels + c], resized.bytes()[i]);
      }
    }
  }
  void theSameSizeChangesNothing() {
    const Picture picture = noise(33, 70, 3);
    QVERIFY(sameBytes(resizeBicubicU8(picture, 33, 70), picture));
    QVERIFY(sameBytes(resizeBicubic(picture, 33, 70), picture));
  }
  void theFloatFormAgreesWithTheEightBitFormToRounding() {
    // Of middling contrast, so that the 8-bit form clips nothing between its passes.
    Picture picture = noise(50, 90, 3);
    for (std::byte& value : picture.bytes()) value = (value >> 1) | std::byte{0x40};
    for (const auto& [width, height] : {std::pair{200, 360}, {13, 23}, {51, 22}}) {
      const Picture exact = resizeBicubicU8(picture, width, height);
      const Picture real = resizeBicubic(picture, width, height);
      for (std::size_t i = 0; i < exact.bytes().size(); ++i) {
        QVERIFY(std::abs(static_cast<int>(exact.bytes()[i]) - static_cast<int>(real.bytes()[i])) <=
                1);
      }
    }
  }
  void floatsAreNotClampedAndRampsStayRamps() {
    Picture ramp(16, 8, 1, Sample::F32);
    for (int y = 0; y < 8; ++y) {
      for (int x = 0; x < 16; ++x) ramp.row<float>(y)[x] = static_cast<float>(x) - 4.0F;
    }
    const Picture large = resizeBicubic(ramp, 64, 32);
    // Keys' cubic reproduces straight lines away from the borders.
    for (int x = 8; x < 56; ++x) {
      const double expected = (x + 0.5) / 4.0 - 0.5 - 4.0;
      QVERIFY(std::abs(large.row<float>(16)[x] - expected) < 1e-4);
    }
    QVERIFY(large.row<float>(16)[8] < 0.0F);
    QVERIFY(large.row<float>(16)[50] > 1.0F);
  }
  void constantPicturesStayConstant_data() {
    QTest::addColumn<int>("sample");
    QTest::newRow("8 bit") << static_cast<int>(Sample::U8);
    QTest::newRow("16 bit") << static_cast<int>(Sample::U16);
  }
  void constantPicturesStayConstant() {
    QFETCH(int, sample);
    Picture white(9, 9, 2, static_cast<Sample>(sample));
    std::ranges::fill(white.bytes(), std::byte{0xff});
    for (const auto& [width, height] : {std::pair{36, 200}, {1, 1}, {2, 40}}) {
      const Picture result = resizeBicubic(white, width, height);
      QCOMPARE(result.sample(), white.sample());
      QVERIFY(
          std::ranges::all_of(result.bytes(), [](std::byte b) { return b == std::byte{0xff}; }));
    }
  }
  void whatTravelsBesideThePixelsIsKept() {
    Picture picture = noise(8, 8, 3);
    picture.xmp = "<x/>";
    picture.iccProfile.assign(4, std::byte{1});
    QCOMPARE(resizeBicubic(picture, 4, 4).xmp, picture.xmp);
    QCOMPARE(resizeBicubicU8(picture, 4, 4).iccProfile.size(), picture.iccProfile.size());
  }
  void wrongSizesAndSamplesAreErrors() {
    const Picture picture = noise(8, 8, 3);
    QVERIFY_EXCEPTION_THROWN((void)resizeBicubic(picture, 0, 4), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)resizeBicubicU8(picture, 4, -1), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)resizeBicubicU8(Picture(4, 4, 1, Sample::U16), 2, 2),
                             refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)resizeBicubic(Picture(), 2, 2), refscale::Error);
  }
};

QTEST_GUILESS_MAIN(TstResample)
#include "tst_resample.moc"
