#include <ATen/ATen.h>

#include <QTest>

#include "core/base/paths.h"
#include "core/pipeline/engine/mirrored.h"

using namespace refscale;
using namespace refscale::pipeline;

namespace {

constexpr int kWidth = 6; // cells
constexpr int kHeight = 4;
constexpr int kCell = 4;

nets::RestorationInputs someInputs() {
  at::manual_seed(3);
  nets::RestorationInputs inputs;
  inputs.lr = at::rand({1, 3, kHeight, kWidth});
  inputs.up = at::rand({1, 3, kCell * kHeight, kCell * kWidth});
  inputs.reference = at::rand({1, 3, 20, 36});
  inputs.lowReference = at::rand({1, 3, 20, 36});
  inputs.flow = at::rand({kHeight, kWidth, 2}) * 8 - 4;
  inputs.score = at::rand({kHeight, kWidth});
  inputs.agreement = at::rand({kHeight, kWidth});
  return inputs;
}

} // namespace

class TstMirrored : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { model_ = loadModel(resourcesDir() / "models" / "start.safetensors", {}); }

  void theLastOfThePassesIsAsItIs() {
    for (const int count : {1, 2, 4}) {
      const auto all = mirrors(count);
      QCOMPARE(all.size(), static_cast<std::size_t>(count));
      QVERIFY(!all.back().leftRight && !all.back().upDown);
    }
  }

  // Every pixel leads to the place of the reference that it led to before.
  void matchesLeadToTheSamePlaces() {
    const auto inputs = someInputs();
    for (const Mirror mirror : mirrors(4)) {
      const auto turned = mirrored(inputs, mirror, model_);
      const auto seen = [](int at, int size, bool turnedAround) {
        return turnedAround ? size - 1 - at : at;
      };
      for (int y = 0; y < kCell * kHeight; ++y) {
        for (int x = 0; x < kCell * kWidth; ++x) {
          const auto from = inputs.flow[y / kCell][x / kCell];
          const int mx = seen(x, kCell * kWidth, mirror.leftRight);
          const int my = seen(y, kCell * kHeight, mirror.upDown);
          const auto to = turned.flow[my / kCell][mx / kCell];
          const float rx = x + from[0].item<float>();
          const float ry = y + from[1].item<float>();
          const float wantedX = mirror.leftRight ? 35 - rx : rx;
          const float wantedY = mirror.upDown ? 19 - ry : ry;
          QVERIFY(std::abs(mx + to[0].item<float>() - wantedX) < 1e-4F);
          QVERIFY(std::abs(my + to[1].item<float>() - wantedY) < 1e-4F);
        }
      }
    }
  }

  void twiceMirroredIsAsItWas() {
    const auto inputs = someInputs();
    for (const Mirror mirror : mirrors(4)) {
      const auto back = mirrored(mirrored(inputs, mirror, model_), mirror, model_);
      QVERIFY(at::equal(back.lr, inputs.lr));
      QVERIFY(at::equal(back.reference, inputs.reference));
      QVERIFY(at::equal(back.score, inputs.score));
      QVERIFY(at::allclose(back.flow, inputs.flow, 1e-5, 1e-5));
    }
  }

 private:
  Model model_;
};

QTEST_GUILESS_MAIN(TstMirrored)
#include "tst_mirrored.moc"
