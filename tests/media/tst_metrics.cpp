#include <QTest>

#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/media/metrics.h"
#include "tests/media/oracle.h"
#include "tests/support/support.h"

using refscale::media::MetricChannels;
using refscale::media::Picture;
using refscale::media::psnr;
using refscale::media::Sample;
using refscale::media::ssim;

namespace {

Picture plusOne(Picture picture) {
  for (std::byte& value : picture.bytes()) {
    if (value != std::byte{255}) value = static_cast<std::byte>(static_cast<int>(value) + 1);
  }
  return picture;
}

Picture pattern(int width, int height) {
  Picture picture(width, height, 3, Sample::U8);
  int i = 0;
  for (std::byte& value : picture.bytes()) value = static_cast<std::byte>(i++ * 37 % 200);
  return picture;
}

} // namespace

class TstMetrics : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // The official functions work in 32-bit floats: their own rounding is about 1e-6.
  void thePapersNumbersAreReproduced_data() {
    QTest::addColumn<QString>("pair");
    for (const char* pair : {"bicubic_up_vs_gt", "output_vs_gt", "ref_vs_gt", "gt_vs_gt_plus1"}) {
      QTest::newRow(pair) << QString(pair);
    }
  }
  void thePapersNumbersAreReproduced() {
    QFETCH(QString, pair);
    const auto file = refscale::test::dataFile("oracle/c2/case.safetensors");
    std::ifstream text(file.parent_path() / "metrics.json");
    const auto expected = nlohmann::json::parse(text).at(pair.toStdString());
    const Picture truth = refscale::test::oraclePicture(file, "gt_u8");
    const Picture other = pair == "gt_vs_gt_plus1" ? plusOne(truth)
                          : pair == "output_vs_gt"
                              ? refscale::test::oraclePicture(file, "output_u8")
                          : pair == "ref_vs_gt" ? refscale::test::oraclePicture(file, "ref_u8")
                                                : refscale::test::oraclePicture(file, "up_u8");
    const auto agrees = [&](const char* key, double value) {
      const double difference = std::abs(value - expected.at(key).get<double>());
      if (difference > 1e-5) qWarning("%s: %.9f, differs by %g", key, value, difference);
      return difference <= 1e-5;
    };
    QVERIFY(agrees("psnr_y_crop4", psnr(other, truth)));
    QVERIFY(agrees("ssim_y_crop4", ssim(other, truth)));
    QVERIFY(agrees("psnr_rgb_crop4", psnr(other, truth, MetricChannels::Rgb)));
    QVERIFY(agrees("ssim_rgb_crop4_mean_of_3_channels", ssim(other, truth, MetricChannels::Rgb)));
    QVERIFY(agrees("psnr_y_crop0", psnr(other, truth, MetricChannels::Y, 0)));
    QVERIFY(agrees("ssim_y_crop0", ssim(other, truth, MetricChannels::Y, 0)));
    QVERIFY(agrees("psnr_rgb_crop0", psnr(other, truth, MetricChannels::Rgb, 0)));
    QVERIFY(agrees("ssim_rgb_crop0", ssim(other, truth, MetricChannels::Rgb, 0)));
  }
  void equalPicturesAreInfinitelyGood() {
    const Picture picture = pattern(40, 30);
    QVERIFY(std::isinf(psnr(picture, picture)));
    QVERIFY(std::abs(ssim(picture, picture) - 1.0) < 1e-12);
  }
  void aKnownErrorGivesItsKnownPsnr() {
    const Picture a = pattern(40, 30);
    Picture b = a;
    for (std::byte& value : b.bytes()) value = static_cast<std::byte>(static_cast<int>(value) + 5);
    QVERIFY(std::abs(psnr(a, b, MetricChannels::Rgb) - 20 * std::log10(255.0 / 5.0)) < 1e-9);
    const double lumaStep = 5 * (65.481 + 128.553 + 24.966) / 255;
    QVERIFY(std::abs(psnr(a, b) - 20 * std::log10(255.0 / lumaStep)) < 1e-9);
  }
  void onlyTheBorderDiffers() {
    const Picture a = pattern(40, 30);
    Picture b = a;
    b.row<std::uint8_t>(3)[20] ^= 64;
    QVERIFY(std::isinf(psnr(a, b)));
    QVERIFY(!std::isinf(psnr(a, b, MetricChannels::Y, 3)));
  }
  void picturesThatCannotBeComparedAreErrors() {
    const Picture a = pattern(40, 30);
    QVERIFY_EXCEPTION_THROWN((void)psnr(a, pattern(30, 40)), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)ssim(a, Picture(40, 30, 4, Sample::U8)), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)psnr(a, Picture(40, 30, 3, Sample::U16)), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)psnr(a, a, MetricChannels::Y, 15), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)psnr(a, a, MetricChannels::Y, -1), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)ssim(a, a, MetricChannels::Y, 10), refscale::Error);
    QVERIFY_EXCEPTION_THROWN((void)psnr(Picture(), Picture()), refscale::Error);
  }
};

QTEST_GUILESS_MAIN(TstMetrics)
#include "tst_metrics.moc"
