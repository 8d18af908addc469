// The paper's light version (C2-Matching-light, supplement section C): the official code cannot
// build it, so there is no oracle of its own. Filled by the oracle's recipe it has the published
// size, goes the whole way, and gives what the full network, which has an oracle, gives where its
// additional parts add nothing.
#include <QTest>
#include <cstring>

#include "core/media/resample.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/weights/checkpoint.h"
#include "core/weights/model_store.h"
#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using media::Picture;
using media::Sample;

constexpr const char* kScales = "restoration.dyn_agg_restore.";

std::int64_t parametersOf(const test::KeyShapes& keys) {
  std::int64_t sum = 0;
  for (const auto& [key, shape] : keys) {
    std::int64_t count = 1;
    for (const auto size : shape) count *= size;
    sum += count;
  }
  return sum;
}

weights::TensorView zerosLike(const weights::TensorView& tensor) {
  return weights::makeTensor(tensor.shape,
                             std::vector<float>(static_cast<std::size_t>(tensor.elements())));
}

// The content's part of the head, and zeros for what is aggregated.
weights::TensorView widened(const weights::TensorView& light,
                            const std::vector<std::int64_t>& shape) {
  constexpr std::size_t kTaps = 9;
  const auto outputs = static_cast<std::size_t>(shape[0]);
  const auto from = static_cast<std::size_t>(light.shape[1]) * kTaps;
  const auto to = static_cast<std::size_t>(shape[1]) * kTaps;
  std::vector<float> values(outputs * to);
  for (std::size_t o = 0; o < outputs; ++o) {
    std::memcpy(values.data() + o * to, light.bytes.data() + o * from * sizeof(float),
                from * sizeof(float));
  }
  return weights::makeTensor(shape, values);
}

// The full network with the light one inside: what the head takes of relu3_1 and what the
// additional residual blocks add is zero.
weights::TensorSet fullAround(const weights::TensorSet& light) {
  weights::TensorSet full = test::oracleModel();
  const std::string head = std::string(kScales) + "head_small.0.weight";
  for (auto& [key, tensor] : full.tensors) {
    const auto kept = light.tensors.find(key);
    if (key == head) {
      tensor = widened(kept->second, tensor.shape);
    } else if (kept != light.tensors.end()) {
      tensor = kept->second;
    } else if (key.find(".conv2.") != std::string::npos) {
      tensor = zerosLike(tensor); // x + conv2(relu(conv1(x))) is x
    }
  }
  return full;
}

EngineOptions exact() {
  return {"cpu", Precision::Fp32, 0};
}

} // namespace

class TstLightVersion : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    engine_ = makeEngine();
    light_ = test::oracleModel(test::lightKeys());
    const auto oracle = weights::readSafetensors(test::dataFile("oracle/c2/case.safetensors"));
    const auto read = [&](const char* name) {
      const auto& view = oracle.tensors.at(name);
      Picture p(static_cast<int>(view.shape[1]), static_cast<int>(view.shape[0]), 3, Sample::U8);
      std::memcpy(p.bytes().data(), view.bytes.data(), view.bytes.size());
      return std::make_shared<const Picture>(std::move(p));
    };
    request_.input = read("lr_u8");
    request_.references = {{"reference", read("ref_u8"), {}}};
    request_.options.wantMaps = true;
  }

  void itHasTheSizeThatThePaperTells() {
    QCOMPARE(parametersOf(test::oracleKeys("restoration")), std::int64_t{8'865'547}); // 8.9 M
    QCOMPARE(parametersOf(test::lightKeys()), std::int64_t{4'825'395});               // 4.8 M
    const auto architecture = weights::describeModel(light_);
    QCOMPARE(weights::architectureText(architecture),
             std::string("published, ngf 64, blocks 16+16/8/4, no aggregation at small"));
  }

  void asCheckpointsItIsImportedAndGoesTheWholeWay() {
    const test::TemporaryFolder folder;
    const auto save = [&](const test::KeyShapes& keys, const char* name) {
      weights::writeCheckpoint(test::oracleTensors(keys), folder / name);
    };
    save(test::lightKeys(), "light.pth");
    save(test::oracleKeys("feature_extractor"), "extractor.pth");
    save(test::oracleKeys("correspondence_vgg19"), "vgg.pth");
    weights::ImportRequest import;
    import.restoration = folder / "light.pth";
    import.extractor = folder / "extractor.pth";
    import.vgg = folder / "vgg.pth";
    import.name = "light";
    const auto path = weights::importModel(import, folder / "models", folder / "none/start");
    const auto upscaler = engine_->load(path, exact());
    const UpscaleResult result = upscaler->run(request_, {});
    QCOMPARE(result.picture.width(), request_.input->width() * 4);
    QCOMPARE(result.picture.height(), request_.input->height() * 4);
    QCOMPARE(result.maps.size(), size_t{2});
    QCOMPARE(result.maps[0].scale, std::string("relu2_1"));
    QCOMPARE(result.maps[1].scale, std::string("relu1_1"));
    // It borrows: without the reference it is another picture.
    UpscaleRequest none = request_;
    none.references.clear();
    QVERIFY(differing(result.picture, upscaler->run(none, {}).picture) > 1000);
  }

  void itGivesWhatTheFullNetworkGivesWhoseOtherPartsAddNothing() {
    const UpscaleResult light = run(light_);
    const UpscaleResult full = run(fullAround(light_));
    QCOMPARE(full.maps.size(), size_t{3}); // it does look at relu3_1
    // Sums of other length: a value in a thousand may differ by its last bit.
    QVERIFY(differing(light.picture, full.picture) * 1000 <=
            static_cast<int>(light.picture.bytes().size()));
    for (std::size_t i = 0; i < light.picture.bytes().size(); ++i) {
      QVERIFY(std::abs(int(light.picture.bytes()[i]) - int(full.picture.bytes()[i])) <= 1);
    }
    // And the filled parts do add something: the oracle's own picture is another one.
    QVERIFY(differing(light.picture, run(test::oracleModel()).picture) > 1000);
  }

 private:
  UpscaleResult run(const weights::TensorSet& model) {
    const test::TemporaryFolder folder;
    weights::writeSafetensors(model, folder / "model.safetensors");
    return engine_->load(folder / "model.safetensors", exact())->run(request_, {});
  }

  static int differing(const Picture& a, const Picture& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.bytes().size(); ++i)
      count += a.bytes()[i] != b.bytes()[i] ? 1 : 0;
    return count;
  }

  std::unique_ptr<Engine> engine_;
  weights::TensorSet light_;
  UpscaleRequest request_;
};

QTEST_GUILESS_MAIN(TstLightVersion)
#include "tst_light_version.moc"
