// Training of the full model, small: L1 first, then perceptual and adversarial losses with a
// discriminator whose state is part of the checkpoint.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QTest>
#include <cmath>

#include "core/train/engine/restoration_task.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/train/painted.h"
#include "tests/train/runs.h"

using namespace refscale;
using namespace refscale::train;

namespace {

// A VGG-19 up to conv5_1 with random weights: what its features mean does not matter here.
void writeRandomVgg(const std::filesystem::path& path) {
  constexpr std::array kCounts = {2, 2, 4, 4, 1};
  constexpr std::array<std::int64_t, 5> kChannels = {8, 16, 32, 64, 64}; // narrow: seconds count
  at::manual_seed(1);
  weights::TensorSet set;
  std::int64_t in = 3;
  for (std::size_t level = 0; level < kCounts.size(); ++level) {
    for (int i = 1; i <= kCounts[level]; ++i) {
      const std::string name = "conv" + std::to_string(level + 1) + "_" + std::to_string(i);
      const auto out = kChannels[level];
      const double deviation = std::sqrt(2.0 / (9.0 * static_cast<double>(in)));
      set.tensors[name + ".weight"] = viewOf(at::randn({out, in, 3, 3}) * deviation);
      set.tensors[name + ".bias"] = viewOf(at::zeros({out}));
      in = out;
    }
  }
  weights::writeSafetensors(set, path);
}

} // namespace

class TstFullTraining : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    at::set_num_threads(1); // tests run beside each other
    pack_ = folder_ / "pack.safetensors";
    writePack(test::paintedPack(6), pack_);
    vgg_ = folder_ / "vgg.safetensors";
    writeRandomVgg(vgg_);
  }

  void theFirstStepsAreReconstructionAlone() {
    RestorationTask task(settings("first"), {});
    task.prepare(0, 0);
    QVERIFY(!task.backward(0, 1).contains("perceptual"));
    for (const auto& item : task.tensors()) at::Tensor(item.second).mutable_grad() = at::Tensor();
    (void)task.backward(1, 1);
    const Figures full = task.backward(2, 1);
    for (const char* name : {"perceptual", "adversarial", "d_real", "d_fake", "penalty"}) {
      QVERIFY2(full.contains(name) && std::isfinite(full.at(name)), name);
    }
    const double sum = full.at("l1") + full.at("perceptual") + full.at("adversarial");
    QVERIFY(std::abs(full.at("loss") - sum) < 1e-6);
  }

  void theDiscriminatorsLossFallsOnOneBatch() {
    TrainConfig config = settings("game");
    config.reconstructionOnly = 0;
    config.window = 16; // batch norm needs more than a handful of values at the last layer
    config.batch = 4;
    RestorationTask task(config, {});
    std::vector<double> losses;
    for (int i = 0; i < 14; ++i) {
      task.prepare(0, 0); // the same batch again
      const Figures f = task.backward(0, 1);
      losses.push_back(f.at("d_fake") - f.at("d_real") + f.at("penalty"));
    }
    QVERIFY2(losses.back() < 0.5 * losses.front(),
             qPrintable(QString("%1 -> %2").arg(losses.front()).arg(losses.back())));
  }

  void aStoppedTrainingGoesOnToTheLastBit() {
    const std::string different =
        test::differsWhenStopped(settings("stopped"), folder_ / "stopped");
    QVERIFY2(different.empty(), different.c_str());
    const auto state = test::lastState(folder_ / "stopped" / "whole");
    QVERIFY(state.tensors.contains("stage.discriminator.conv_block1.0.weight"));
  }

 private:
  [[nodiscard]] TrainConfig settings(const char* name) {
    TrainConfig config = test::shortRun(pack_, folder_ / name);
    config.stage = "full";
    config.window = 8;
    config.perceptual = 1e-4;
    config.adversarial = 1e-6;
    config.perceptualNetwork = vgg_.string();
    config.reconstructionOnly = 2;
    config.discriminatorWidth = 4;
    config.discriminatorRate = 3e-4;
    return config;
  }

  test::TemporaryFolder folder_;
  std::filesystem::path pack_;
  std::filesystem::path vgg_;
};

QTEST_GUILESS_MAIN(TstFullTraining)
#include "tst_full_training.moc"
