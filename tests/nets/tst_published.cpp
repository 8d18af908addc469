// The published network against the oracle's numbers, step by step: every stage is fed the stored
// match, so that one different tie does not spoil what follows.
#include <ATen/ATen.h>

#include <QTest>

#include "core/base/run_context.h"
#include "core/match/matcher.h"
#include "core/nets/layouts.h"
#include "core/nets/restoration.h"
#include "core/nets/vgg.h"
#include "core/weights/architecture.h"
#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"
#include "tests/support/tensors.h"

namespace {

using namespace refscale;

constexpr double kFeatureTolerance = 1e-5; // of the largest value
constexpr double kOutputTolerance = 2e-5;  // absolute, output in 0..1

struct Case {
  weights::TensorSet oracle;
  weights::TensorSet model;
};

Case load(const char* file) {
  return {weights::readSafetensors(test::dataFile(std::string("oracle/c2/") + file)),
          test::oracleModel()};
}

// Index into the patches of a reference -> whole-cell flow at the patches' top-left cells.
at::Tensor flowOf(const at::Tensor& index, std::int64_t patchesPerRow) {
  const at::Tensor q = index.to(at::kLong);
  const at::Tensor x = q.remainder(patchesPerRow) - at::arange(q.size(1));
  const at::Tensor y = q.floor_divide(patchesPerRow) - at::arange(q.size(0)).unsqueeze(1);
  return at::constant_pad_nd(at::stack({x, y}, 2), {0, 0, 0, 2, 0, 2}).to(at::kFloat);
}

// Runs the network and compares each traced step that the oracle has under prefix + name.
QStringList differences(const Case& c, const std::string& prefix,
                        const nets::RestorationInputs& inputs, int* compared) {
  const auto architecture = weights::describeModel(c.model);
  const auto network =
      nets::makeRestoration(c.model, "restoration.", *architecture.restoration, {});
  QStringList wrong;
  nets::RestorationOptions options;
  options.trace = [&](std::string_view step, const at::Tensor& value) {
    const std::string name = prefix + std::string(step);
    if (!test::has(c.oracle, name) && !test::has(c.oracle, name + "@probe")) return;
    ++*compared;
    const std::string difference =
        test::differsFromOracle(c.oracle, name, value, kFeatureTolerance);
    if (!difference.empty()) wrong << QString::fromStdString(difference);
  };
  const at::Tensor output = network->run(inputs, options).picture;
  const at::Tensor expected = test::stored(c.oracle, prefix + "output");
  if (!(test::largestDifference(output, expected) <= kOutputTolerance)) {
    wrong << QString("output: differs by %1").arg(test::largestDifference(output, expected));
  }
  const at::Tensor bytes =
      output.clamp(0, 1).mul(255).round().to(at::kByte).squeeze(0).permute({1, 2, 0});
  const at::Tensor off =
      (bytes.to(at::kInt) - test::stored(c.oracle, prefix + "output_u8").to(at::kInt)).abs();
  if (off.max().item<int>() > 1 || off.sum().item<std::int64_t>() * 1000 > off.numel()) {
    wrong << QString("output_u8: %1 values differ").arg(off.sum().item<std::int64_t>());
  }
  return wrong;
}

nets::RestorationInputs inputsOf(const Case& c, const std::string& lr, const at::Tensor& flow) {
  const nets::VggTrunk vgg(nets::Parameters(c.model, "vgg.", {}), "vgg_net.");
  nets::RestorationInputs inputs;
  inputs.lr = test::picture(c.oracle, lr);
  inputs.features = vgg.levels(test::picture(c.oracle, "ref_u8"), true);
  inputs.flow = flow;
  return inputs;
}

} // namespace

class TstPublished : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { case_ = load("case.safetensors"); }

  void theMatchingFeaturesAreTheOfficialOnes() {
    const nets::ContrastiveExtractor extractor(case_.model, "extractor.", {});
    const at::Tensor up = extractor.inputFeatures(test::picture(case_.oracle, "up_u8"));
    const at::Tensor reference = extractor.referenceFeatures(test::picture(case_.oracle, "ref_u8"));
    QCOMPARE(test::differsFromOracle(case_.oracle, "dense_features1", up.unsqueeze(0),
                                     kFeatureTolerance),
             "");
    QCOMPARE(test::differsFromOracle(case_.oracle, "dense_features2", reference.unsqueeze(0),
                                     kFeatureTolerance),
             "");
  }

  void theReferenceFeaturesAreTheOfficialOnes() {
    const nets::VggTrunk vgg(nets::Parameters(case_.model, "vgg.", {}), "vgg_net.");
    const auto levels = vgg.levels(test::picture(case_.oracle, "ref_u8"), true);
    const auto same = [&](const char* name, const at::Tensor& value) {
      return test::differsFromOracle(case_.oracle, name, value, kFeatureTolerance);
    };
    QCOMPARE(same("vgg19.relu1_1", levels.relu1_1), "");
    QCOMPARE(same("vgg19.relu2_1", levels.relu2_1), "");
    QCOMPARE(same("vgg19.relu3_1", levels.relu3_1), "");
  }

  void everyMatchIsTheOfficialOneWhereItIsUnique() {
    const nets::ContrastiveExtractor extractor(case_.model, "extractor.", {});
    const auto found = match::findMatches(
        "contrastive",
        nets::unitVectors(extractor.inputFeatures(test::picture(case_.oracle, "up_u8"))),
        nets::unitVectors(extractor.referenceFeatures(test::picture(case_.oracle, "ref_u8"))), {});
    const at::Tensor flow = test::stored(case_.oracle, "flow_relu3")[0].to(at::kFloat);
    const at::Tensor margin = test::stored(case_.oracle, "match_margin");
    const at::Tensor score = test::stored(case_.oracle, "match_score");
    const at::Tensor mine = match::patchFlow(found);
    int unique = 0;
    for (int y = 0; y < margin.size(0); ++y) {
      for (int x = 0; x < margin.size(1); ++x) {
        QVERIFY(std::abs(found.score.at(x + 1, y + 1) - score[y][x].item<float>()) <= 1e-5);
        if (margin[y][x].item<float>() < 1e-5) continue;
        ++unique;
        QVERIFY2(at::equal(mine[y][x], flow[y][x]),
                 qPrintable(QString("cell %1, %2").arg(x).arg(y)));
      }
    }
    QCOMPARE(unique, 1441);
  }

  void thePreOffsetsAreTheNineShiftedFlows() {
    const at::Tensor flow = test::stored(case_.oracle, "flow_relu3")[0];
    for (const auto& [name, s] : {std::pair{"relu3_1", 1}, {"relu2_1", 2}, {"relu1_1", 4}}) {
      const at::Tensor expected = test::stored(case_.oracle, std::string("pre_offset.") + name);
      QCOMPARE(test::largestDifference(nets::preOffsets(flow, s), expected), 0.0);
    }
  }

  void everyStepOfTheRestorationIsTheOfficialOne() {
    const at::Tensor flow = flowOf(test::stored(case_.oracle, "match_index"), 38);
    QVERIFY(at::equal(flow, test::stored(case_.oracle, "flow_relu3")[0].to(at::kFloat)));
    int compared = 0;
    const QStringList wrong = differences(case_, "", inputsOf(case_, "lr_u8", flow), &compared);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("; ")));
    QVERIFY2(compared >= 29, qPrintable(QString::number(compared)));
  }

  void inputAndReferenceOfDifferentSizesKeepTheirOwnGrids() {
    const Case sizes = load("sizes.safetensors");
    const at::Tensor index = test::stored(sizes.oracle, "own.match_index");
    const at::Tensor flow = flowOf(index, 112 / 4 - 2);
    QVERIFY(at::equal(flow, test::stored(sizes.oracle, "own.flow_relu3")[0].to(at::kFloat)));
    int compared = 0;
    const QStringList wrong =
        differences(sizes, "own.", inputsOf(sizes, "own.lr_u8", flow), &compared);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join("; ")));
    QVERIFY(compared >= 12);
  }

  void matchesOfDifferentSizesAreDecodedWithTheReferencesWidth() {
    const Case sizes = load("sizes.safetensors");
    const nets::ContrastiveExtractor extractor(sizes.model, "extractor.", {});
    const auto found = match::findMatches(
        "contrastive",
        nets::unitVectors(extractor.inputFeatures(test::picture(sizes.oracle, "own.up_u8"))),
        nets::unitVectors(extractor.referenceFeatures(test::picture(sizes.oracle, "ref_u8"))), {});
    const at::Tensor mine = match::patchFlow(found);
    const at::Tensor expected = test::stored(sizes.oracle, "own.flow_relu3")[0].to(at::kFloat);
    const at::Tensor margin = test::stored(sizes.oracle, "own.match_margin");
    const at::Tensor unique = at::constant_pad_nd(margin >= 1e-5, {0, 2, 0, 2}).unsqueeze(2);
    QVERIFY(at::equal(mine * unique, expected * unique));
    QVERIFY(unique.sum().item<int>() > 1200);
    const at::Tensor defective =
        test::stored(sizes.oracle, "own.flow_relu3_defective_decoding")[0].to(at::kFloat);
    QVERIFY(!at::equal(mine, defective));
  }

  void theLightVersionLeavesOutTheSmallScale() {
    // No oracle: what is checked is that the network can be built from its keys alone and that its
    // small scale does not look at relu3_1.
    auto model = case_.model;
    std::erase_if(model.tensors, [](const auto& entry) {
      return entry.first.find("small_") != std::string::npos &&
             entry.first.find("restoration.") == 0 &&
             entry.first.find("_small") == std::string::npos;
    });
    auto& head = model.tensors.at("restoration.dyn_agg_restore.head_small.0.weight");
    head = test::oracleTensor("dyn_agg_restore.head_small.0.weight", {64, 64, 3, 3});
    const auto architecture = weights::describeModel(model);
    QVERIFY(!architecture.restoration->scales[0].aggregates);
    const auto network =
        nets::makeRestoration(model, "restoration.", *architecture.restoration, {});
    auto inputs = inputsOf(case_, "lr_u8", flowOf(test::stored(case_.oracle, "match_index"), 38));
    inputs.features.relu3_1 = at::Tensor();
    const auto output = network->run(inputs, {});
    QCOMPARE(output.picture.size(3), std::int64_t{160});
    QVERIFY(at::isfinite(output.picture).all().item<bool>());
  }

  void theMapsAddUpToTheTotalOffset() {
    const auto architecture = weights::describeModel(case_.model);
    const auto network =
        nets::makeRestoration(case_.model, "restoration.", *architecture.restoration, {});
    const auto inputs =
        inputsOf(case_, "lr_u8", flowOf(test::stored(case_.oracle, "match_index"), 38));
    std::map<std::string, at::Tensor> steps;
    nets::RestorationOptions options;
    options.wantMaps = true;
    options.trace = [&](std::string_view name, const at::Tensor& value) {
      steps[std::string(name)] = value.clone();
    };
    const auto output = network->run(inputs, options);
    for (std::size_t s = 0; s < 3; ++s) {
      const std::string name = nets::kScaleNames[s];
      const at::Tensor mask = steps.at(name + ".mask")[0].reshape({72, -1}).to(at::kDouble);
      const at::Tensor total =
          steps.at(name + ".offset_total")[0].reshape({72, 2, -1}).to(at::kDouble);
      const at::Tensor mean = (total * mask.unsqueeze(1)).sum(0) / mask.sum(0); // [2, H W], (y, x)
      const auto& maps = *output.scales[s];
      const at::Tensor sum = (maps.matchOffset + maps.learnedOffset).reshape({-1, 2}).flip({1}).t();
      QVERIFY(test::largestDifference(sum, mean) < 0.01);
    }
  }

 private:
  Case case_;
};

QTEST_GUILESS_MAIN(TstPublished)
#include "tst_published.moc"
