// Networks over a large picture in strips of rows: the same numbers as in one piece.
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>

#include <QTest>
#include <cmath>

#include "core/base/paths.h"
#include "core/base/run_context.h"
#include "core/nets/repeated_rows.h"
#include "core/nets/restoration.h"
#include "core/nets/strips.h"
#include "core/nets/vgg.h"
#include "core/weights/architecture.h"
#include "core/weights/safetensors.h"

using namespace refscale;

namespace {

// With gradients nothing is cut, and nothing here asks for any.
template <typename Work>
auto inOnePiece(const Work& work) {
  const c10::AutoGradMode on(true);
  return work();
}

template <typename Work>
auto inStrips(const Work& work) {
  const c10::AutoGradMode off(false);
  return work();
}

double difference(const at::Tensor& a, const at::Tensor& b) {
  if (a.sizes() != b.sizes()) return HUGE_VAL;
  return (a - b).abs().max().item<double>() / b.abs().max().item<double>();
}

constexpr int kWidth = 4096; // strips of 128 rows
constexpr int kHeight = 200;

} // namespace

class TstStrips : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void stripsGiveWhatOnePieceGives_data() {
    QTest::addColumn<int>("height");
    QTest::newRow("several strips") << 420;
    QTest::newRow("a last strip of four rows") << 388;
    QTest::newRow("one strip") << 190;
  }
  void stripsGiveWhatOnePieceGives() {
    QFETCH(int, height);
    const c10::InferenceMode inference;
    at::manual_seed(4);
    const nets::Conv conv{at::randn({2, 3, 3, 3}), at::randn({2})};
    const at::Tensor x = at::randn({1, 3, height, 4096});
    const auto work = [&](const at::Tensor& part) {
      return at::max_pool2d(conv(conv(part).repeat({1, 2, 1, 1}).narrow(1, 0, 3)), 2, 2);
    };
    int parts = 0;
    const at::Tensor made = nets::Strips(x, 4).map([&](const nets::Strip& strip) {
      ++parts;
      return work(strip.x);
    });
    QCOMPARE(parts, height == 190 ? 1 : (height + 127) / 128);
    QCOMPARE(nets::stripCount(x, height, 4096), parts);
    QVERIFY((made - work(x)).abs().max().item<double>() < 1e-4);
  }
  void aSmallerBudgetCutsSmallerStripsOfTheSameNumbers() {
    const c10::InferenceMode inference;
    at::manual_seed(4);
    const nets::Conv conv{at::randn({2, 3, 3, 3}), at::randn({2})};
    const at::Tensor x = at::randn({1, 3, 420, kWidth});
    const auto work = [&](const nets::Strip& strip) { return conv(strip.x); };
    RunContext context;
    const StopScope scope(context);
    const std::int64_t usual = nets::stripRows(x, 420, kWidth);
    const at::Tensor before = nets::Strips(x, 4).map(work);
    context.memoryBudget = kUsualBudget / 2;
    QCOMPARE(2 * nets::stripRows(x, 420, kWidth), usual);
    QVERIFY((nets::Strips(x, 4).map(work) - before).abs().max().item<double>() < 1e-4);
    context.memoryBudget = 1; // there is an end to it
    QVERIFY(nets::stripRows(x, 420, kWidth) >= 16);
  }
  void aStripOfWhatIsBorrowedThatComesTwiceIsFound() {
    at::manual_seed(7);
    const at::Tensor input = at::rand({1, 3, 64, 40});
    at::Tensor borrowed = at::randn({1, 3, 256, 160});
    QVERIFY(!nets::findRepeatedRows(borrowed, input));
    borrowed.narrow(2, 192, 64).copy_(borrowed.narrow(2, 64, 64).clone());
    const auto found = nets::findRepeatedRows(borrowed, input);
    QVERIFY(found.has_value());
    QCOMPARE(found->earlier, std::int64_t{64});
    QCOMPARE(found->top, std::int64_t{192});
    QCOMPARE(found->rows, std::int64_t{64});
    QVERIFY(!nets::findRepeatedRows(at::zeros_like(borrowed), input)); // nothing is borrowed
  }
  void featuresAreThoseOfTheWholePicture() {
    const auto set = weights::readSafetensors(resourcesDir() / "models" / "start.safetensors");
    const nets::VggTrunk vgg(nets::Parameters(set, "vgg.", {}), "vgg_net.");
    at::manual_seed(5);
    const at::Tensor picture = at::rand({1, 3, kHeight, kWidth});
    const auto conv = [&] { return vgg.conv3_1(picture); };
    QVERIFY(difference(inStrips(conv), inOnePiece(conv)) < 1e-4);
    const auto levels = [&] { return vgg.levels(picture, true); };
    const nets::VggTrunk::Levels parts = inStrips(levels);
    const nets::VggTrunk::Levels whole = inOnePiece(levels);
    QVERIFY(difference(parts.relu1_1, whole.relu1_1) < 1e-4);
    QVERIFY(difference(parts.relu2_1, whole.relu2_1) < 1e-4);
    QVERIFY(difference(parts.relu3_1, whole.relu3_1) < 1e-4);
  }

  void theRestorationAndItsMapsAreThoseOfTheWholePicture() {
    const auto set = weights::readSafetensors(resourcesDir() / "models" / "start.safetensors");
    const auto network =
        nets::makeRestoration(set, "restoration.", *weights::describeModel(set).restoration, {});
    const nets::VggTrunk vgg(nets::Parameters(set, "vgg.", {}), "vgg_net.");
    at::manual_seed(6);
    const std::int64_t h = kHeight / 4;
    const std::int64_t w = kWidth / 4;
    nets::RestorationInputs inputs;
    inputs.lr = at::rand({1, 3, h, w});
    inputs.up = at::upsample_bilinear2d(inputs.lr, {kHeight, kWidth}, false);
    inputs.reference = at::rand({1, 3, 160, 240});
    inputs.lowReference = at::rand({1, 3, 160, 240});
    inputs.features = vgg.levels(inputs.reference, false);
    // Everywhere into the reference, and beyond its borders.
    const at::Tensor x = at::arange(w).mul(4).expand({h, w});
    const at::Tensor y = at::arange(h).mul(4).unsqueeze(1).expand({h, w});
    const at::Tensor there = at::rand({h, w, 2}) * at::tensor({280.F, 200.F}) - 20;
    inputs.flow = there - at::stack({x, y}, 2);
    inputs.score = at::rand({h, w});
    inputs.agreement = at::rand({h, w});
    inputs.base = nets::Span::Output{inputs.up, at::rand({1, 48, h, w})};
    nets::RestorationOptions options;
    options.wantMaps = true;
    int steps = 0;
    int total = 0;
    options.stepped = [&](int done, int all) {
      steps = done;
      total = all;
    };
    at::Tensor shown = at::zeros({1, 3, kHeight, kWidth});
    std::int64_t next = 0;
    options.rowsReady = [&](std::int64_t top, const at::Tensor& rows) {
      QCOMPARE(top, next);
      next += rows.size(2);
      shown.narrow(2, top, rows.size(2)).copy_(rows);
    };
    const auto run = [&] { return network->run(inputs, options); };
    const nets::RestorationOutput parts = inStrips(run);
    QCOMPARE(next, std::int64_t{kHeight});
    QVERIFY(shown.equal(parts.picture)); // told row by row what it then gave
    options.rowsReady = {};
    QCOMPARE(steps, total);
    const int stepsInStrips = total;
    const nets::RestorationOutput whole = inOnePiece(run);
    QCOMPARE(steps, total);
    QVERIFY(stepsInStrips > total); // it was cut
    QVERIFY(difference(parts.picture, whole.picture) < 1e-4);
    for (std::size_t s = 1; s < 3; ++s) {
      QVERIFY(difference(parts.scales[s]->matchOffset, whole.scales[s]->matchOffset) < 1e-4);
      QVERIFY(difference(parts.scales[s]->learnedOffset, whole.scales[s]->learnedOffset) < 1e-3);
      QVERIFY(difference(parts.scales[s]->maskWeight, whole.scales[s]->maskWeight) < 1e-4);
    }
  }
};

QTEST_GUILESS_MAIN(TstStrips)
#include "tst_strips.moc"
