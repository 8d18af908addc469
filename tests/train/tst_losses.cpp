// The losses of all stages against what the official functions gave (../shared/oracle/c2): values
// and gradients.
#include <ATen/ATen.h>

#include <QTest>
#include <array>
#include <cmath>

#include "core/train/losses/adversarial.h"
#include "core/train/losses/correspondence.h"
#include "core/train/losses/perceptual.h"
#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"
#include "tests/support/tensors.h"

using namespace refscale;
using namespace refscale::train;

namespace {

// Relative to the largest stored value, as the oracle's tolerances are.
bool near(const at::Tensor& value, const at::Tensor& wanted, double relative = 1e-5) {
  const double largest = wanted.abs().max().item<double>();
  const double difference = test::largestDifference(value.reshape(wanted.sizes()), wanted);
  if (difference <= std::max(1e-6, relative * largest)) return true;
  qWarning("differs by %g of %g", difference, largest);
  return false;
}

nets::NamedTensors oracleDiscriminator() {
  nets::NamedTensors tensors;
  for (const auto& [key, view] : test::oracleTensors(test::oracleKeys("discriminator")).tensors) {
    if (key.ends_with("num_batches_tracked")) continue;
    const bool statistic = key.find("running_") != std::string::npos;
    tensors[key] = nets::toTensor(view).set_requires_grad(!statistic);
  }
  return tensors;
}

test::KeyShapes vgg19Keys() {
  constexpr std::array kCounts = {2, 2, 4, 4, 1};
  constexpr std::array<std::int64_t, 5> kChannels = {64, 128, 256, 512, 512};
  test::KeyShapes keys;
  std::int64_t in = 3;
  for (std::size_t level = 0; level < kCounts.size(); ++level) {
    for (int i = 1; i <= kCounts[level]; ++i) {
      const std::string name =
          "vgg.vgg_net.conv" + std::to_string(level + 1) + "_" + std::to_string(i);
      keys[name + ".weight"] = {kChannels[level], in, 3, 3};
      keys[name + ".bias"] = {kChannels[level]};
      in = kChannels[level];
    }
  }
  return keys;
}

} // namespace

class TstLosses : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    oracle_ = weights::readSafetensors(test::dataFile("oracle/c2/losses.safetensors"));
    for (std::int64_t b = 0; b < 2; ++b) {
      known_.push_back(knownCells(stored("margin.transformed_coordinate")[b]));
    }
  }

  void knownCellsAreTheOraclesInOrder() {
    for (std::size_t b = 0; b < 2; ++b) {
      const std::string number = std::to_string(b);
      QVERIFY(known_[b].first.equal(stored("margin.valid_ids." + number).to(at::kLong)));
      QVERIFY(known_[b].second.equal(stored("margin.fmap_pos2." + number).to(at::kLong)));
    }
  }

  void theMarginLossHasTheOraclesValueAndGradients() {
    const at::Tensor f1 = stored("margin.dense_features1").set_requires_grad(true);
    const at::Tensor f2 = stored("margin.dense_features2").set_requires_grad(true);
    const CorrespondenceLoss loss = marginLoss(f1, f2, known_, {});
    QCOMPARE(loss.pairs, 2);
    QVERIFY(near(loss.loss, stored("margin.loss")));
    loss.loss.backward();
    QVERIFY(near(f1.grad(), stored("margin.grad_features1")));
    QVERIFY(near(f2.grad(), stored("margin.grad_features2")));
  }

  void pairsWithFewKnownCellsAreLeftOut() {
    const at::Tensor none = at::full({80, 80, 3}, -1000.0, at::kDouble);
    const CorrespondenceLoss loss =
        marginLoss(stored("margin.dense_features1"), stored("margin.dense_features2"),
                   {known_[0], knownCells(none)}, {});
    QCOMPARE(loss.pairs, 1);
    QVERIFY(near(loss.loss, stored("margin.loss_second_pair_skipped")));
    const CorrespondenceLoss nothing =
        marginLoss(stored("margin.dense_features1"), stored("margin.dense_features2"),
                   {knownCells(none), knownCells(none)}, {});
    QCOMPARE(nothing.pairs, 0);
    QVERIFY(!nothing.loss.defined());
  }

  void distillationHasTheOraclesValueAndGradients() {
    const at::Tensor f1 = stored("margin.dense_features1").set_requires_grad(true);
    const at::Tensor f2 = stored("margin.dense_features2").set_requires_grad(true);
    const CorrespondenceLoss loss = distilledLoss(f1, f2, stored("distill.teacher_features1"),
                                                  stored("distill.teacher_features2"), known_, {});
    QVERIFY(near(loss.divergence, stored("distill.kl")));
    QVERIFY(near(loss.loss, stored("distill.total_loss")));
    loss.loss.backward();
    QVERIFY(near(f1.grad(), stored("distill.grad_features1")));
    QVERIFY(near(f2.grad(), stored("distill.grad_features2")));
  }

  void thePixelLossIsTheMeanAbsoluteDifference() {
    const at::Tensor output = stored("img.pred").set_requires_grad(true);
    const at::Tensor loss = at::l1_loss(output, stored("img.target"));
    QVERIFY(near(loss, stored("pixel.l1")));
    loss.backward();
    QVERIFY(near(output.grad(), stored("pixel.l1.grad")));
  }

  void thePerceptualLossHasTheOraclesValueAndGradient() {
    const PerceptualNetwork network(test::oracleTensors(vgg19Keys()), "vgg.vgg_net.", {});
    const at::Tensor output = stored("img.pred").narrow(0, 0, 1).clone().set_requires_grad(true);
    const at::Tensor truth = stored("img.target").narrow(0, 0, 1);
    QVERIFY(near(network.relu5_1(output), stored("perceptual.relu5_1_pred")));
    QVERIFY(near(network.relu5_1(truth), stored("perceptual.relu5_1_target")));
    const at::Tensor loss = network.loss(output, truth);
    QVERIFY(near(loss, stored("perceptual.fro")));
    loss.backward();
    QVERIFY(near(output.grad(), stored("perceptual.fro.grad"), 1e-4));
  }

  void aFileWithoutAVggIsRefused() {
    QVERIFY_EXCEPTION_THROWN(PerceptualNetwork(weights::TensorSet{}, "", {}), std::runtime_error);
  }

  void theDiscriminatorJudgesAsTheOracles() {
    const auto tensors = oracleDiscriminator();
    const Discriminator discriminator(tensors);
    QVERIFY(near(discriminator(stored("disc.real"), Statistics::Running), stored("disc.out_eval")));
    QVERIFY(near(discriminator(stored("disc.real"), Statistics::Batch), stored("disc.out_train")));
    for (const char* key : {"conv_block1.1", "conv_block5.4"}) {
      const std::string name = key;
      QVERIFY(near(tensors.at(name + ".running_mean"),
                   stored("disc.train.running_mean_after." + name)));
      QVERIFY(
          near(tensors.at(name + ".running_var"), stored("disc.train.running_var_after." + name)));
    }
  }

  void theGradientPenaltyHasTheOraclesValueAndGradients_data() {
    QTest::addColumn<QString>("mode");
    QTest::newRow("batch statistics") << "train";
    QTest::newRow("running statistics") << "eval";
  }

  void theGradientPenaltyHasTheOraclesValueAndGradients() {
    QFETCH(QString, mode);
    const std::string prefix = "gp." + mode.toStdString();
    const auto tensors = oracleDiscriminator();
    const at::Tensor penalty = gradientPenalty(
        Discriminator(tensors), stored("disc.real"), stored("disc.fake"), stored("gp.alpha"),
        mode == "train" ? Statistics::Batch : Statistics::Running);
    QVERIFY(near(penalty, stored(prefix)));
    penalty.backward();
    for (const char* key : {"conv_block1.0.weight", "conv_block3.1.weight", "conv_block5.4.weight",
                            "out_block.3.weight"}) {
      QVERIFY2(near(tensors.at(key).grad(), stored(prefix + ".grad." + key), 1e-4), key);
    }
  }

  void aStepOfTheDiscriminatorAndOneOfTheGeneratorAreTheOracles() {
    const auto tensors = oracleDiscriminator();
    const Discriminator discriminator(tensors);
    const DiscriminatorLoss loss = discriminatorLoss(discriminator, stored("disc.real"),
                                                     stored("disc.fake"), stored("gp.alpha"));
    QVERIFY(near(loss.real, stored("dstep.real")));
    QVERIFY(near(loss.fake, stored("dstep.fake")));
    QVERIFY(near(loss.penalty, stored("dstep.gp10")));
    QVERIFY(near(loss.total(), stored("dstep.total")));
    loss.total().backward();
    for (const char* key : {"conv_block1.0.weight", "out_block.3.weight"}) {
      QVERIFY2(near(tensors.at(key).grad(), stored(std::string("dstep.grad.") + key), 1e-4), key);
    }
    const at::Tensor predicted = stored("gan.pred_fake").set_requires_grad(true);
    const at::Tensor generator = generatorLoss(predicted);
    QVERIFY(test::largestDifference(generator.view({1}), stored("gan.wgan.g")) < 1e-12);
    generator.backward();
    QVERIFY(test::largestDifference(predicted.grad(), stored("gan.wgan.g.grad")) < 1e-12);
  }

  void aFreshDiscriminatorIsDrawnFromItsSeed() {
    const auto a = Discriminator::fresh(4, 1);
    const auto b = Discriminator::fresh(4, 1);
    const auto c = Discriminator::fresh(4, 2);
    QVERIFY(a.at("conv_block2.0.weight").equal(b.at("conv_block2.0.weight")));
    QVERIFY(!a.at("conv_block2.0.weight").equal(c.at("conv_block2.0.weight")));
    QVERIFY(std::abs(a.at("conv_block5.3.weight").std().item<double>() - 0.02) < 1e-3);
    const at::Tensor judged = Discriminator(a)(at::full({2, 3, 32, 32}, 0.5), Statistics::Running);
    QCOMPARE(judged.sizes(), at::IntArrayRef({2, 1, 1, 1}));
  }

 private:
  [[nodiscard]] at::Tensor stored(const std::string& name) const {
    return test::stored(oracle_, name);
  }
  weights::TensorSet oracle_;
  std::vector<KnownCells> known_;
};

QTEST_GUILESS_MAIN(TstLosses)
#include "tst_losses.moc"
