// The curves of known scales and rotations, over an engine whose errors are known.
#include <QTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/evaluate/robustness.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "tests/support/support.h"

using namespace refscale;
using namespace refscale::evaluate;

namespace {

// Matches each place with the one that lies there when the reference is the picture enlarged about
// its corner; `off` pixels to the right of it.
class ScaleKnower : public pipeline::Upscaler {
 public:
  double off = 0;
  int runs = 0;

  pipeline::UpscaleResult run(const pipeline::UpscaleRequest& request, const RunContext&) override {
    ++runs;
    const media::Picture& input = *request.input;
    const media::Picture& reference = *request.references.at(0).picture;
    const double scale = reference.width() / (4.0 * input.width());
    Correspondence c;
    c.pixels = Field<Vec2f>(input.width(), input.height(), 4);
    for (int y = 0; y < input.height(); ++y) {
      for (int x = 0; x < input.width(); ++x) {
        const double right = (4 * x + 2) * scale - 0.5 + off;
        const double down = (4 * y + 2) * scale - 0.5;
        c.pixels.at(x, y) = {static_cast<float>(right - 4 * x - 1.5),
                             static_cast<float>(down - 4 * y - 1.5)};
      }
    }
    pipeline::UpscaleResult result;
    result.picture = media::resizeBicubicU8(input, 4 * input.width(), 4 * input.height());
    result.correspondences = {c};
    return result;
  }
  pipeline::UpscaleResult match(const pipeline::UpscaleRequest& request,
                                const RunContext& context) override {
    return run(request, context);
  }
  [[nodiscard]] std::string device() const override { return "cpu"; }
  [[nodiscard]] std::string precision() const override { return "fp32"; }
};

} // namespace

class TstRobustness : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void knownErrorsAreMeasured() {
    const test::TemporaryFolder folder;
    media::Picture picture(90, 61, 3, media::Sample::U8);
    for (std::size_t i = 0; i < picture.bytes().size(); ++i) {
      picture.bytes()[i] = static_cast<std::byte>((i * 37 + i / 270 * 11) % 251);
    }
    media::writePicture(picture, folder / "a.png", media::Format::Png);
    ScaleKnower upscaler;
    const Robustness exact = measureRobustness(upscaler, {folder / "a.png"}, {}, {});
    QCOMPARE(upscaler.runs, 3 * 14);
    QCOMPARE(exact.scale.size(), std::size_t{3});
    for (const RobustnessCurve& curve : exact.scale) {
      QCOMPARE(curve.points.front().amount, 1.0);
      QCOMPARE(curve.points.back().amount, 2.5);
      for (const RobustnessPoint& p : curve.points) {
        // The canvas has whole pixels: up to half of one is lost on each side.
        QVERIFY2(p.endPointError < 0.8, qPrintable(QString::number(p.endPointError)));
        QCOMPARE(p.withinCell, 1.0);
        QVERIFY(p.psnrY > 5 && p.psnrY < 60);
      }
    }
    // What knows nothing of turns is right at none, and the more wrong the more it is turned.
    const auto& turned = exact.rotation.front().points;
    QVERIFY(turned.front().endPointError < 0.01);
    for (std::size_t i = 1; i < turned.size(); ++i) {
      QVERIFY(turned[i].endPointError > turned[i - 1].endPointError);
    }
    upscaler.off = 3;
    const Robustness off = measureRobustness(upscaler, {folder / "a.png"}, {}, {});
    QVERIFY(std::abs(off.scale[0].points[0].endPointError - 3) < 0.01);
    QCOMPARE(off.scale[0].points[0].withinCell, 1.0);
    upscaler.off = 5;
    const Robustness far = measureRobustness(upscaler, {folder / "a.png"}, {}, {});
    QCOMPARE(far.scale[0].points[0].withinCell, 0.0);     // a cell is four pixels
    QVERIFY(far.scale[0].points.back().withinCell > 0.9); // and ten where it is enlarged so much

    const auto json = nlohmann::json::parse(toJson(far, "start"));
    QCOMPARE(json["rotation"][2]["method"].get<std::string>(), std::string("carried"));
    QCOMPARE(json["scale"][0]["points"].size(), std::size_t{7});
    QVERIFY(toTable(far).find("carried") != std::string::npos);
  }

  void aPictureOfNoUseIsRefused() {
    const test::TemporaryFolder folder;
    media::writePicture(media::Picture(20, 40, 3, media::Sample::U8), folder / "thin.png",
                        media::Format::Png);
    ScaleKnower upscaler;
    QVERIFY_THROWS_EXCEPTION(Error,
                             (void)measureRobustness(upscaler, {folder / "thin.png"}, {}, {}));
  }
};

QTEST_GUILESS_MAIN(TstRobustness)
#include "tst_robustness.moc"
