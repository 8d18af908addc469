// The aligned layout on its single-image base, against one stored run of the start model: each
// stage is fed the stored input of that stage.
#include <ATen/ATen.h>

#include <QTest>

#include "core/match/matcher.h"
#include "core/match/refine.h"
#include "core/nets/layouts.h"
#include "core/nets/restoration.h"
#include "core/nets/span.h"
#include "core/nets/vgg.h"
#include "core/weights/architecture.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/support/tensors.h"

namespace {

using namespace refscale;

match::Luma lumaOf(const weights::TensorSet& set, const char* name) {
  const at::Tensor rgb = test::picture(set, name)[0];
  const at::Tensor y = (rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114).contiguous();
  match::Luma luma(static_cast<int>(y.size(1)), static_cast<int>(y.size(0)), 1);
  std::copy_n(y.const_data_ptr<float>(), y.numel(), luma.values.begin());
  return luma;
}

} // namespace

class TstAligned : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    const auto model = test::sharedFile("weights/start.safetensors");
    const auto run = test::sharedFile("weights/start_io.safetensors");
    if (!model || !run) QSKIP("the start model's stored run (../shared/weights) is not here");
    model_ = weights::readSafetensors(*model);
    run_ = weights::readSafetensors(*run);
  }

  void theBaseIsSpan() {
    const nets::Span span(model_, "base.", at::kCPU);
    const auto out = span(test::picture(run_, "lr_u8"));
    QVERIFY(test::largestDifference(out.picture[0], test::stored(run_, "base_output")) < 2e-5);
    QVERIFY(test::largestDifference(out.feature[0], test::stored(run_, "base_feature")) < 1e-4);
  }

  void theMatchingFeaturesAndMatchesAreTheStoredOnes() {
    const nets::ContrastiveExtractor extractor(model_, "extractor.", {});
    const at::Tensor input = extractor.inputFeatures(test::picture(run_, "up_u8"));
    const at::Tensor reference = extractor.referenceFeatures(test::picture(run_, "ref_u8"));
    const at::Tensor stored1 = test::stored(run_, "feat1").to(at::kFloat);
    const at::Tensor stored2 = test::stored(run_, "feat2").to(at::kFloat);
    // Stored in half precision: half a unit in the last of eleven bits.
    QVERIFY(test::largestDifference(input, stored1) < stored1.abs().max().item<double>() / 2000);
    QVERIFY(test::largestDifference(reference, stored2) <
            stored2.abs().max().item<double>() / 2000);

    const auto found = match::findMatches("contrastive", nets::unitVectors(input),
                                          nets::unitVectors(reference), {});
    const at::Tensor offset = test::stored(run_, "match_offset");
    const at::Tensor score = test::stored(run_, "score");
    int same = 0;
    for (int y = 0; y < 24; ++y) {
      for (int x = 0; x < 24; ++x) {
        const Vec2f cell = found.cells.at(x, y);
        same += 4 * cell.x == offset[y][x][0].item<float>() &&
                4 * cell.y == offset[y][x][1].item<float>();
        QVERIFY(std::abs(found.score.at(x, y) - score[y][x].item<float>()) < 1e-4);
      }
    }
    QVERIFY2(same >= 574, qPrintable(QString("%1 of 576").arg(same)));
  }

  void theRefinementFollowsTheStoredMatches() {
    Correspondence c;
    c.cells = Field<Vec2f>(24, 24, 4);
    const at::Tensor offset = test::stored(run_, "match_offset");
    for (int y = 0; y < 24; ++y) {
      for (int x = 0; x < 24; ++x) {
        c.cells.at(x, y) = {offset[y][x][0].item<float>() / 4, offset[y][x][1].item<float>() / 4};
      }
    }
    match::refineMatches(c, lumaOf(run_, "up_u8"), lumaOf(run_, "reflow_u8"), {}, {});
    const at::Tensor flow = test::stored(run_, "flow");
    const at::Tensor zncc = test::stored(run_, "zncc");
    int same = 0;
    for (int y = 0; y < 24; ++y) {
      for (int x = 0; x < 24; ++x) {
        const Vec2f v = c.pixels.at(x, y);
        // The stored run took variances from sums of squares in fp32: good to about 1e-4 in flat
        // places.
        same += std::abs(v.x - flow[y][x][0].item<float>()) < 1e-2 &&
                std::abs(v.y - flow[y][x][1].item<float>()) < 1e-2 &&
                std::abs(c.agreement.at(x, y) - zncc[y][x].item<float>()) < 1e-3;
      }
    }
    QVERIFY2(same >= 574, qPrintable(QString("%1 of 576").arg(same)));
  }

  void theRestorationFollowsTheStoredFlow() {
    const auto architecture = weights::describeModel(model_);
    QCOMPARE(architecture.restoration->layout, weights::Layout::Aligned);
    const auto network =
        nets::makeRestoration(model_, "restoration.", *architecture.restoration, {});
    const nets::VggTrunk vgg(nets::Parameters(model_, "vgg.", {}), "vgg_net.");
    nets::RestorationInputs inputs;
    inputs.lr = test::picture(run_, "lr_u8");
    inputs.up = test::picture(run_, "up_u8");
    inputs.reference = test::picture(run_, "ref_u8");
    inputs.lowReference = test::picture(run_, "reflow_u8");
    inputs.features = vgg.levels(inputs.reference, false);
    inputs.flow = test::stored(run_, "flow");
    inputs.score = test::stored(run_, "score");
    inputs.agreement = test::stored(run_, "zncc");
    inputs.base = nets::Span::Output{test::stored(run_, "base_output").unsqueeze(0),
                                     test::stored(run_, "base_feature").unsqueeze(0)};
    std::map<std::string, at::Tensor> steps;
    nets::RestorationOptions options;
    options.trace = [&](std::string_view name, const at::Tensor& value) {
      steps[std::string(name)] = value.clone();
    };
    const at::Tensor output = network->run(inputs, options).picture[0];
    const auto near = [&](const char* step, const char* name, double relative) {
      const at::Tensor wanted = test::stored(run_, name).to(at::kFloat);
      return test::largestDifference(steps.at(step)[0].to(at::kFloat), wanted) <=
             relative * wanted.abs().max().item<double>();
    };
    QVERIFY(near("guide_large", "guide_large", 1e-5));
    QVERIFY(near("aligned_medium", "aligned_medium", 1e-3)); // the rest is stored in half precision
    QVERIFY(near("medium.offset_mask_raw", "offset_mask_medium", 1e-3));
    QVERIFY(near("medium.dyn_agg", "dyn_agg_medium", 1e-3));
    QVERIFY(near("large.offset_mask_raw", "offset_mask_large", 1e-3));
    QVERIFY(near("large.dyn_agg", "dyn_agg_large", 1e-3));
    QVERIFY(test::largestDifference(output, test::stored(run_, "output")) < 2e-5);
  }

 private:
  weights::TensorSet model_;
  weights::TensorSet run_;
};

QTEST_GUILESS_MAIN(TstAligned)
#include "tst_aligned.moc"
