// Training of the restoration, small: the loss falls, a stopped training goes on to the last bit,
// NaN leads back, and what comes out is a model.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

#include <QTest>
#include <cmath>

#include "core/train/engine/restoration_task.h"
#include "core/train/engine/run.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/support/tensors.h"
#include "tests/train/painted.h"
#include "tests/train/runs.h"

using namespace refscale;
using namespace refscale::train;

class TstRestorationTraining : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    at::set_num_threads(1); // tests run beside each other
    pack_ = folder_ / "pack.safetensors";
    writePack(test::paintedPack(10), pack_);
  }

  void theNetworkInTrainingIsTheNetworkInUse() {
    // The same windows through the batch of two and one by one.
    const RestorationTask task(settings("same"), {});
    const c10::NoGradGuard fixed;
    View a;
    a.sample = 0;
    a.window = 16;
    View b = a;
    b.sample = 1;
    b.flipX = true;
    b.transpose = true;
    const Pack pack(pack_);
    const at::Tensor both = task.run(makeBatch(pack, {a, b}), task.tensors());
    const at::Tensor first = task.run(makeBatch(pack, {a}), task.tensors());
    const at::Tensor second = task.run(makeBatch(pack, {b}), task.tensors());
    QVERIFY(test::largestDifference(both.narrow(0, 0, 1), first) < 1e-5);
    QVERIFY(test::largestDifference(both.narrow(0, 1, 1), second) < 1e-5);
  }

  void flippedPairsStayAligned() {
    // The painted references hold the truth itself: carried along its flow, the reference is the
    // window's truth, however it is turned.
    const Pack pack(pack_);
    for (int turn = 0; turn < 8; ++turn) {
      View view;
      view.sample = 2;
      view.window = 8;
      view.left = 5;
      view.top = 3;
      view.flipX = (turn & 1) != 0;
      view.flipY = (turn & 2) != 0;
      view.transpose = (turn & 4) != 0;
      const RestorationBatch batch = makeBatch(pack, {view});
      const auto dx = static_cast<std::int64_t>(batch.flow[0][0][0][0].item<float>());
      const auto dy = static_cast<std::int64_t>(batch.flow[0][0][0][1].item<float>());
      const at::Tensor carried = batch.reference.narrow(2, dy, 32).narrow(3, dx, 32);
      QVERIFY2(carried.equal(batch.truth), qPrintable(QString::number(turn)));
    }
  }

  void gradientsReachOffsetsAndMasks() {
    RestorationTask task(settings("gradients"), {});
    // Where all taps of an offset convolution are zero nothing flows further back: move them off.
    const c10::NoGradGuard fixed;
    for (const auto& [key, tensor] : task.tensors()) {
      if (key.find("conv_offset_mask.weight") != std::string::npos) {
        at::Tensor(tensor).add_(1e-3);
      }
    }
    c10::AutoGradMode on(true);
    task.prepare(0, 0);
    (void)task.backward(0, 1);
    for (const auto& [key, tensor] : task.tensors()) {
      QVERIFY2(tensor.grad().defined(), key.c_str());
      QVERIFY2(tensor.grad().abs().max().item<double>() > 0, key.c_str());
    }
  }

  void anotherScaleOfTheBaseFeatureComputesTheSame() {
    TrainConfig config = settings("scale");
    config.baseFeatureScale = 1.0 / 64;
    const RestorationTask old(config, {});
    config.baseFeatureScale = 1;
    const RestorationTask mended(config, {});
    const c10::NoGradGuard fixed;
    View view;
    view.window = 16;
    const RestorationBatch batch = makeBatch(Pack(pack_), {view});
    QVERIFY(test::largestDifference(old.run(batch, old.tensors()),
                                    mended.run(batch, mended.tensors())) < 1e-5);
  }

  void theLossFallsAndAModelComesOut() {
    TrainConfig config = settings("falls");
    config.scratch = true;
    config.steps = 24;
    config.validateEvery = 24;
    config.logEvery = 6;
    const TrainResult result = makeTrainer()->train(config, {});
    QCOMPARE(result.steps, 24);
    const auto log = test::readLog(config.output);
    const std::vector<double> losses = test::stepValues(config.output, "loss");
    QCOMPARE(losses.size(), std::size_t{4});
    QVERIFY2(losses.back() < 0.95 * losses.front(),
             qPrintable(QString("%1 -> %2").arg(losses.front()).arg(losses.back())));
    QCOMPARE(test::countOf(log, "validation"), 1);
    QCOMPARE(test::countOf(log, "done"), 1);
    QVERIFY(
        std::filesystem::exists(std::filesystem::path(config.output) / "sheets" / "0000024.png"));
    const auto model = weights::readSafetensors(result.model);
    const auto architecture = weights::describeModel(model);
    QCOMPARE(architecture.restoration->baseFeatureScale, 1.0);
    QCOMPARE(architecture.restoration->layout, weights::Layout::Aligned);
    QVERIFY(architecture.restoration->refinesMatches);
    for (const char* key :
         {"architecture", "data", "steps", "hours", "machine", "parents", "licence", "scores"}) {
      QVERIFY2(model.metadata.contains(key), key);
    }
    QVERIFY(model.metadata.at("data").find("CC0-1.0") != std::string::npos);
  }

  void aStoppedTrainingGoesOnToTheLastBit() {
    const std::string different =
        test::differsWhenStopped(settings("stopped"), folder_ / "stopped");
    QVERIFY2(different.empty(), different.c_str());
    QCOMPARE(test::countOf(test::readLog(folder_ / "stopped" / "halves"), "resume"), 1);
  }

  void otherSettingsDoNotGoOnFromACheckpoint() {
    TrainConfig config = settings("other");
    config.steps = 1;
    (void)makeTrainer()->train(config, {});
    config.learningRate *= 2;
    QVERIFY_EXCEPTION_THROWN((void)makeTrainer()->train(config, {}), Error);
  }

  void aLossThatIsNaNLeadsBackToTheCheckpoint() {
    // A task whose third step fails once.
    class Failing final : public Task {
     public:
      Failing() { tensors_["w"] = at::ones({2}, at::kFloat).set_requires_grad(true); }
      [[nodiscard]] const nets::NamedTensors& tensors() const override { return tensors_; }
      void prepare(int, int attempt) override { attempt_ = attempt; }
      Figures backward(int step, double) override {
        if (step == 3 && attempt_ == 0) return {{"loss", std::nan("")}};
        const at::Tensor loss = tensors_.at("w").square().sum();
        loss.backward();
        return {{"loss", loss.item<double>()}};
      }
      [[nodiscard]] double waitedSeconds() const override { return 0; }
      Figures validate(const nets::NamedTensors&, const std::filesystem::path&) override {
        return {};
      }
      void writeModel(const nets::NamedTensors&, const TrainingFacts& facts,
                      const std::filesystem::path&) override {
        steps_ = facts.steps;
      }
      int steps_ = 0;

     private:
      nets::NamedTensors tensors_;
      int attempt_ = 0;
    };
    Failing task;
    TrainConfig config = settings("nan");
    config.steps = 6;
    config.checkpointMinutes = 0;
    std::string warning;
    RunContext context;
    context.logSink = [&](LogLevel level, std::string_view text) {
      if (level == LogLevel::Warning) warning = text;
    };
    (void)runTraining(task, config, "test", context);
    QCOMPARE(task.steps_, 6);
    QVERIFY(warning.find("NaN at step 3") != std::string::npos);
    const auto log = test::readLog(config.output);
    QCOMPARE(test::countOf(log, "rollback"), 1);
    QCOMPARE(test::lastState(config.output).attempt, 1);
  }

 private:
  [[nodiscard]] TrainConfig settings(const char* name) {
    return test::shortRun(pack_, folder_ / name);
  }

  test::TemporaryFolder folder_;
  std::filesystem::path pack_;
};

QTEST_GUILESS_MAIN(TstRestorationTraining)
#include "tst_restoration_training.moc"
