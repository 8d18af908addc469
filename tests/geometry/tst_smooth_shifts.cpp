#include <QTest>
#include <cmath>

#include "core/geometry/smooth_shifts.h"

using namespace refscale;
using geometry::smoothShifts;

namespace {

constexpr int kWidth = 48;
constexpr int kHeight = 36;

// What a slanted wall does.
Vec2f slanted(int x, int y) {
  return {static_cast<float>(20 + 0.3 * x - 0.1 * y), static_cast<float>(-7 + 0.2 * y)};
}

Field<Vec2f> wall() {
  Field<Vec2f> shifts(kWidth, kHeight, 4);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) shifts.at(x, y) = slanted(x, y);
  }
  return shifts;
}

double error(Vec2f a, Vec2f b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

class TstSmoothShifts : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aSlantedWallStaysAsItIs() {
    const auto smooth = smoothShifts(wall(), Field<float>(kWidth, kHeight, 4, 0.9F), 0.5F);
    // The stiffness pulls a little where matches lie on one side alone.
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        QVERIFY(error(smooth.shifts.at(x, y), slanted(x, y)) < 0.2);
        QVERIFY(smooth.support.at(x, y) > 0.85F);
      }
    }
  }
  void sureMatchesThatLieOffAreLeftOut() {
    Field<Vec2f> shifts = wall();
    for (int y = 2; y < kHeight; y += 5) {
      for (int x = 3; x < kWidth; x += 4) shifts.at(x, y) = {150, -90};
    }
    const auto smooth = smoothShifts(shifts, Field<float>(kWidth, kHeight, 4, 0.9F), 0.5F);
    QVERIFY(error(smooth.shifts.at(23, 17), slanted(23, 17)) < 0.3);
    QVERIFY(error(smooth.shifts.at(3, 2), slanted(3, 2)) < 0.6);
  }
  void whatIsNotSureIsFilledFromAround() {
    Field<Vec2f> shifts = wall();
    Field<float> confidence(kWidth, kHeight, 4, 0.9F);
    for (int y = 14; y < 20; ++y) {
      for (int x = 20; x < 26; ++x) {
        shifts.at(x, y) = {-300, 300};
        confidence.at(x, y) = 0.1F;
      }
    }
    const auto smooth = smoothShifts(shifts, confidence, 0.5F);
    QVERIFY(error(smooth.shifts.at(23, 17), slanted(23, 17)) < 0.3);
    QVERIFY(smooth.support.at(23, 17) < smooth.support.at(5, 5));
  }
  void farFromEverySureMatchThereIsNoSupport() {
    Field<float> confidence(kWidth, kHeight, 4, 0.0F);
    for (int y = 0; y < 10; ++y) {
      for (int x = 0; x < 10; ++x) confidence.at(x, y) = 0.9F;
    }
    const auto smooth = smoothShifts(wall(), confidence, 0.5F);
    QVERIFY(smooth.support.at(1, 1) > 0.3F);
    QVERIFY(smooth.support.at(kWidth - 2, kHeight - 2) < 0.001F);
  }
  void withoutASureMatchEverythingIsFinite() {
    const auto smooth = smoothShifts(wall(), Field<float>(kWidth, kHeight, 4, 0.2F), 0.5F);
    for (std::size_t i = 0; i < smooth.shifts.values.size(); ++i) {
      QVERIFY(std::isfinite(smooth.shifts.values[i].x));
      QCOMPARE(smooth.support.values[i], 0.0F);
    }
  }
};

QTEST_GUILESS_MAIN(TstSmoothShifts)
#include "tst_smooth_shifts.moc"
