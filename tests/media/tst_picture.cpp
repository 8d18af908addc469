#include <QTest>

#include <algorithm>

#include <cmath>
#include <functional>
#include <limits>

#include "core/base/error.h"
#include "core/media/picture.h"

using refscale::Error;
using refscale::Kind;
using namespace refscale::media; // NOLINT(google-build-using-namespace)

namespace {

Kind kindOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  return Kind::Internal;
}

Picture counting(int width, int height, int channels) {
  Picture picture(width, height, channels, Sample::U8);
  int i = 0;
  for (std::byte& value : picture.bytes()) value = static_cast<std::byte>(i++);
  picture.xmp = "<x/>";
  picture.iccProfile.assign(3, std::byte{7});
  return picture;
}

} // namespace

class TstPicture : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aNewPictureIsBlackAndRowsFollowEachOther() {
    Picture picture(5, 3, 3, Sample::U16);
    QCOMPARE(picture.stride(), size_t{30});
    QCOMPARE(picture.bytes().size(), size_t{90});
    QVERIFY(std::ranges::all_of(picture.bytes(), [](std::byte b) { return b == std::byte{0}; }));
    picture.row<std::uint16_t>(2)[14] = 0x0101;
    QCOMPARE(picture.bytes().back(), std::byte{1});
  }
  void impossibleSizesAreErrors() {
    QCOMPARE(kindOf([] { (void)Picture(0, 3, 3, Sample::U8); }), Kind::BadInput);
    QCOMPARE(kindOf([] { (void)Picture(3, -1, 3, Sample::U8); }), Kind::BadInput);
    QCOMPARE(kindOf([] { (void)Picture(3, 3, 0, Sample::U8); }), Kind::BadInput);
    QCOMPARE(kindOf([] { (void)Picture(3, 3, 5, Sample::U8); }), Kind::BadInput);
    const int most = std::numeric_limits<int>::max();
    QCOMPARE(kindOf([most] { (void)Picture(most, most, 4, Sample::F32); }), Kind::OutOfMemory);
  }
  void everyEightBitValueSurvivesTheWayThroughWiderSamples() {
    Picture all(256, 1, 1, Sample::U8);
    for (int i = 0; i < 256; ++i) all.row<std::uint8_t>(0)[i] = static_cast<std::uint8_t>(i);
    for (const Sample wide : {Sample::U16, Sample::F32}) {
      const Picture back = converted(converted(all, wide), Sample::U8);
      QVERIFY(std::ranges::equal(back.bytes(), all.bytes()));
    }
    const Picture viaBoth =
        converted(converted(converted(all, Sample::U16), Sample::F32), Sample::U8);
    QVERIFY(std::ranges::equal(viaBoth.bytes(), all.bytes()));
  }
  void sixteenBitValuesRoundToTheNearestEight() {
    Picture wide(65536, 1, 1, Sample::U16);
    for (int i = 0; i < 65536; ++i) wide.row<std::uint16_t>(0)[i] = static_cast<std::uint16_t>(i);
    const Picture narrow = converted(wide, Sample::U8);
    for (int i = 0; i < 65536; ++i) {
      QCOMPARE(static_cast<long>(narrow.row<std::uint8_t>(0)[i]), std::lround(i / 257.0));
    }
  }
  void floatsOutOfRangeAreClampedAndNanIsBlack() {
    Picture real(5, 1, 1, Sample::F32);
    const float values[] = {-2.0F, 7.0F, std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity(), 0.5F};
    std::copy_n(values, 5, real.row<float>(0));
    const Picture narrow = converted(real, Sample::U8);
    const std::uint8_t expected[] = {0, 255, 0, 255, 128};
    for (int i = 0; i < 5; ++i) QCOMPARE(narrow.row<std::uint8_t>(0)[i], expected[i]);
  }
  void alphaComesOffAndGoesBackOn() {
    for (const int channels : {2, 4}) {
      const Picture picture = counting(4, 3, channels);
      const Picture colour = withoutAlpha(picture);
      const Picture alpha = alphaOf(picture);
      QCOMPARE(colour.channels(), channels - 1);
      QCOMPARE(static_cast<int>(alpha.bytes()[0]), channels - 1);
      const Picture whole = withAlpha(colour, alpha);
      QVERIFY(std::ranges::equal(whole.bytes(), picture.bytes()));
      QCOMPARE(whole.xmp, picture.xmp);
    }
    QCOMPARE(withoutAlpha(counting(4, 3, 3)).channels(), 3);
    QVERIFY_EXCEPTION_THROWN((void)alphaOf(counting(4, 3, 3)), Error);
    QVERIFY_EXCEPTION_THROWN((void)withAlpha(counting(4, 3, 3), counting(3, 4, 1)), Error);
  }
  void greyBecomesRgbAndBack() {
    const Picture grey = counting(4, 3, 2);
    const Picture rgb = greyToRgb(grey);
    QCOMPARE(rgb.channels(), 4);
    QCOMPARE(static_cast<int>(rgb.row<std::uint8_t>(0)[6]), 2);
    QCOMPARE(static_cast<int>(rgb.row<std::uint8_t>(0)[7]), 3);
    QVERIFY(std::ranges::equal(rgbToGrey(rgb).bytes(), grey.bytes()));
    QVERIFY(rgb.iccProfile.empty());
    QVERIFY_EXCEPTION_THROWN((void)greyToRgb(counting(4, 3, 3)), Error);
    QVERIFY_EXCEPTION_THROWN((void)rgbToGrey(counting(4, 3, 1)), Error);
  }
  void greyIsTheLumaOfBt709() {
    Picture rgb(1, 1, 3, Sample::F32);
    rgb.row<float>(0)[0] = 1.0F;
    rgb.row<float>(0)[1] = 0.5F;
    QVERIFY(std::abs(rgbToGrey(rgb).row<float>(0)[0] - (0.2126F + 0.5F * 0.7152F)) < 1e-6F);
  }
  void aCutHoldsItsPixelsAndWhatTravelsBesideThem() {
    const Picture picture = counting(6, 5, 3);
    const Picture cut = cropped(picture, 2, 1, 3, 4);
    for (int y = 0; y < 4; ++y) {
      for (int i = 0; i < 9; ++i) {
        QCOMPARE(cut.row<std::uint8_t>(y)[i], picture.row<std::uint8_t>(y + 1)[i + 6]);
      }
    }
    QCOMPARE(cut.xmp, picture.xmp);
    QCOMPARE(kindOf([&] { (void)cropped(picture, 4, 0, 3, 1); }), Kind::BadInput);
    QCOMPARE(kindOf([&] { (void)cropped(picture, -1, 0, 3, 1); }), Kind::BadInput);
    const int most = std::numeric_limits<int>::max();
    QCOMPARE(kindOf([&] { (void)cropped(picture, 1, 1, most, most); }), Kind::BadInput);
  }
  void quartersOfATurnGoClockwise() {
    Picture picture(3, 2, 1, Sample::U8); // 1 2 3 / 4 5 6
    for (int i = 0; i < 6; ++i) {
      picture.row<std::uint8_t>(i / 3)[i % 3] = static_cast<std::uint8_t>(i + 1);
    }
    const auto values = [](const Picture& p) {
      std::vector<int> all;
      for (const std::byte b : p.bytes()) all.push_back(static_cast<int>(b));
      return all;
    };
    const Picture right = turned(picture, 1);
    QCOMPARE(right.width(), 2);
    QCOMPARE(values(right), (std::vector<int>{4, 1, 5, 2, 6, 3}));
    QCOMPARE(values(turned(picture, -1)), (std::vector<int>{3, 6, 2, 5, 1, 4}));
    QCOMPARE(values(turned(picture, 2)), (std::vector<int>{6, 5, 4, 3, 2, 1}));
    QCOMPARE(values(turned(right, 3)), values(picture));
  }
};

QTEST_GUILESS_MAIN(TstPicture)
#include "tst_picture.moc"
