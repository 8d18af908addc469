#include <QTest>

#include <cmath>

#include "core/pipeline/shuffled.h"
#include "core/pipeline/warp_reference.h"
#include "tests/support/support.h"

using namespace refscale;           // NOLINT(google-build-using-namespace)
using namespace refscale::pipeline; // NOLINT(google-build-using-namespace)

namespace {

constexpr int kCells = 12;
constexpr int kSide = 4 * kCells; // output pixels

media::Picture ramp(int width, int height) {
  media::Picture picture(width, height, 3, media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      row[3 * x] = static_cast<std::uint8_t>(2 * x);
      row[3 * x + 1] = static_cast<std::uint8_t>(2 * y);
      row[3 * x + 2] = 77;
    }
  }
  return picture;
}

// Every cell at `offset`, all of them sure.
Correspondence evenMatches(Vec2f offset, int referenceCells = kCells + 6) {
  Correspondence c;
  c.referenceWidth = c.referenceHeight = referenceCells;
  c.pixels = Field<Vec2f>(kCells, kCells, 4, offset);
  c.confidence = Field<float>(kCells, kCells, 4, 0.9F);
  return c;
}

const std::uint8_t* pixel(const media::Picture& picture, int x, int y) {
  return picture.row<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(picture.channels()) * x;
}

} // namespace

class TstWarpReference : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void eachPixelHasTheColourOfItsMatch() {
    const media::Picture warped = warpReference(ramp(72, 72), evenMatches({7, 3}), 0.5F);
    QCOMPARE(warped.width(), kSide);
    QCOMPARE(warped.channels(), 4);
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(13, 5), std::pair(47, 47)}) {
      QCOMPARE(pixel(warped, x, y)[0], static_cast<std::uint8_t>(2 * (x + 7)));
      QCOMPARE(pixel(warped, x, y)[1], static_cast<std::uint8_t>(2 * (y + 3)));
      QCOMPARE(pixel(warped, x, y)[3], std::uint8_t{255});
    }
  }

  void fractionsAreBetweenPixels() {
    const media::Picture warped = warpReference(ramp(72, 72), evenMatches({2.5F, 0}), 0.5F);
    QCOMPARE(pixel(warped, 10, 10)[0], std::uint8_t{25}); // between 24 and 26
  }

  void aReferenceInAnotherSizeIsReadAtTheSamePlaces() {
    // Matched at half its size: the colours are those of twice the place.
    const media::Picture warped = warpReference(ramp(120, 120), evenMatches({4, 0}, 15), 0.5F);
    QVERIFY(std::abs(pixel(warped, 10, 10)[0] - 2 * 29 / 1) <= 2); // (10.5 + 4) * 2 - 0.5 = 28.5
  }

  void whatIsNotSurelyMatchedIsTransparent() {
    Correspondence matches = evenMatches({0, 0});
    matches.confidence.at(3, 4) = 0.49F;
    const media::Picture warped = warpReference(ramp(72, 72), matches, 0.5F);
    QCOMPARE(pixel(warped, 13, 17)[3], std::uint8_t{0});
    QCOMPARE(pixel(warped, 13, 15)[3], std::uint8_t{255}); // the cell above
    QCOMPARE(pixel(warpReference(ramp(72, 72), matches, 0.4F), 13, 17)[3], std::uint8_t{255});
  }

  void placesOutsideTheReferenceAreTransparent() {
    const media::Picture warped = warpReference(ramp(72, 72), evenMatches({-8, 0}), 0.5F);
    QCOMPARE(pixel(warped, 3, 20)[3], std::uint8_t{0});
    QCOMPARE(pixel(warped, 20, 20)[3], std::uint8_t{255});
  }

  void twoSurfacesAreNotMixedAtTheirBorder() {
    Correspondence matches = evenMatches({0, 0});
    for (int y = 0; y < kCells; ++y) {
      for (int x = kCells / 2; x < kCells; ++x) matches.pixels.at(x, y) = {20, 0};
    }
    const media::Picture warped = warpReference(ramp(72, 72), matches, 0.5F);
    QCOMPARE(pixel(warped, 23, 8)[0], std::uint8_t{2 * 23});
    QCOMPARE(pixel(warped, 24, 8)[0], std::uint8_t{2 * 44});
  }

  void offsetsThatChangeLittleAreFollowedBetweenCells() {
    Correspondence matches = evenMatches({0, 0});
    for (int y = 0; y < kCells; ++y) {
      for (int x = 0; x < kCells; ++x) matches.pixels.at(x, y) = {static_cast<float>(x), 0};
    }
    const media::Picture warped = warpReference(ramp(72, 72), matches, 0.5F);
    // At 20 (centre 20.5) between the middles of cells 4 (18) and 5 (22): offset 4.625.
    QVERIFY(std::abs(pixel(warped, 20, 8)[0] - 2 * 24.625) <= 1);
  }

  void aShuffledPictureKeepsItsColoursAndLosesItsPlaces() {
    const media::Picture picture = ramp(72, 40);
    const media::Picture shuffled = shuffledInBlocks(picture);
    QCOMPARE(shuffled.width(), 72);
    std::vector<int> before(256), after(256);
    int same = 0;
    for (int y = 0; y < 40; ++y) {
      for (int x = 0; x < 72; ++x) {
        ++before.at(pixel(picture, x, y)[0]);
        ++after.at(pixel(shuffled, x, y)[0]);
        const bool kept = pixel(picture, x, y)[0] == pixel(shuffled, x, y)[0] &&
                          pixel(picture, x, y)[1] == pixel(shuffled, x, y)[1];
        same += kept ? 1 : 0;
      }
    }
    QCOMPARE(after, before);
    QVERIFY(same < 72 * 40 / 10);
    const media::Picture again = shuffledInBlocks(picture);
    QVERIFY(std::ranges::equal(again.bytes(), shuffled.bytes()));
  }

  void whatIsNoWholeBlockStays() {
    const media::Picture picture = ramp(11, 9);
    const media::Picture shuffled = shuffledInBlocks(picture);
    QVERIFY(std::ranges::equal(shuffled.bytes(), picture.bytes())); // one block
  }
};

QTEST_GUILESS_MAIN(TstWarpReference)
#include "tst_warp_reference.moc"
