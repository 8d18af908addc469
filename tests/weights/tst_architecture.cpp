#include <QTest>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/weights/architecture.h"
#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

using namespace refscale::weights;
using refscale::Error;
using refscale::Kind;

namespace {

ScaleArchitecture publishedScale(int reference, int blocks) {
  ScaleArchitecture scale;
  scale.aggregates = true;
  scale.referenceChannels = scale.aggregatedChannels = scale.offsetChannels = reference;
  scale.groups = 8;
  scale.blocks = blocks;
  return scale;
}

ModelArchitecture published(int ngf = 64, int blocks = 16) {
  RestorationArchitecture restoration;
  restoration.ngf = ngf;
  restoration.contentBlocks = blocks;
  restoration.scales = {publishedScale(256, blocks), publishedScale(128, blocks),
                        publishedScale(64, blocks)};
  return {.hasExtractor = true, .hasVgg = true, .baseChannels = 0, .restoration = restoration};
}

// TPAMI paper: "setting the number of the third and the fourth residual blocks to 8 and 4 ... and
// removing the first dynamic aggregation module".
ModelArchitecture light() {
  auto architecture = published();
  architecture.restoration->scales[0] = {};
  architecture.restoration->scales[0].blocks = 16;
  architecture.restoration->scales[1].blocks = 8;
  architecture.restoration->scales[2].blocks = 4;
  return architecture;
}

std::int64_t restorationParameters(const ModelArchitecture& architecture) {
  std::int64_t sum = 0;
  for (const auto& [key, shape] : expectedKeys(architecture)) {
    if (key.starts_with("restoration.")) sum += checkedElements(shape).value();
  }
  return sum;
}

// A model of these keys whose tensors all share one buffer of zeros.
TensorSet modelOf(const ModelArchitecture& architecture) {
  TensorSet set;
  for (const auto& [key, shape] : expectedKeys(architecture)) {
    TensorView tensor;
    tensor.shape = shape;
    set.tensors.emplace(key, tensor); // describeModel looks at shapes alone
  }
  return set;
}

std::string refusal(const TensorSet& set) {
  try {
    (void)describeModel(set);
  } catch (const Error& error) {
    return error.kind() == Kind::BadInput ? error.what() : "wrong kind";
  }
  return "accepted";
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

const std::string kOffsets = "restoration.dyn_agg_restore.medium_offset_conv1.weight";

} // namespace

class TstArchitecture : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void thePublishedNetworkHasThePublishedKeys() {
    std::map<std::string, std::vector<std::int64_t>> keys;
    for (const auto& [key, shape] : refscale::test::oracleKeys("restoration")) {
      keys["restoration." + key] = shape;
    }
    for (const auto& [key, shape] : refscale::test::oracleKeys("feature_extractor")) {
      keys["extractor." + key] = shape;
    }
    keys.merge(refscale::test::oracleKeys("correspondence_vgg19"));
    QVERIFY(expectedKeys(published()) == keys);
  }
  // Table 4 of the TPAMI paper: 8.9 and 4.8 million.
  void theTwoSizesOfThePaperHaveItsParameterCounts() {
    const auto hundredThousands = [](std::int64_t count) { return (count + 50'000) / 100'000; };
    QCOMPARE(hundredThousands(restorationParameters(published())), std::int64_t{89});
    QCOMPARE(hundredThousands(restorationParameters(light())), std::int64_t{48});
  }

  void whatIsDescribedIsWhatWasBuilt_data() {
    QTest::addColumn<int>("ngf");
    QTest::addColumn<int>("groups");
    QTest::addColumn<bool>("isLight");
    QTest::newRow("published") << 64 << 8 << false;
    QTest::newRow("light") << 64 << 8 << true;
    QTest::newRow("small, few groups") << 16 << 2 << false;
    QTest::newRow("one group") << 32 << 1 << true;
  }
  void whatIsDescribedIsWhatWasBuilt() {
    QFETCH(int, ngf);
    QFETCH(int, groups);
    QFETCH(bool, isLight);
    auto wanted = isLight ? light() : published();
    wanted.restoration->ngf = ngf;
    for (auto& scale : wanted.restoration->scales) {
      if (scale.aggregates) scale.groups = groups;
    }
    const auto got = describeModel(modelOf(wanted));
    QVERIFY(got.hasExtractor && got.hasVgg && got.baseChannels == 0);
    QVERIFY(got.restoration->layout == Layout::Published);
    QCOMPARE(got.restoration->ngf, ngf);
    QCOMPARE(got.restoration->contentInputs, 3);
    QCOMPARE(got.restoration->contentBlocks, 16);
    for (std::size_t i = 0; i < 3; ++i) {
      QCOMPARE(got.restoration->scales[i].aggregates, wanted.restoration->scales[i].aggregates);
      QCOMPARE(got.restoration->scales[i].blocks, wanted.restoration->scales[i].blocks);
      QCOMPARE(got.restoration->scales[i].groups, wanted.restoration->scales[i].groups);
      QCOMPARE(got.restoration->scales[i].guideChannels, 0);
    }
    QVERIFY(expectedKeys(got) == expectedKeys(wanted));
  }
  void theStartModelIsDescribedFromItsCardAndShapes() {
    const auto path = refscale::test::sharedFile("weights/start.safetensors");
    if (!path) QSKIP("../shared/weights is not there");
    auto model = readSafetensors(*path);
    const auto architecture = describeModel(model);
    const auto& restoration = *architecture.restoration;
    QVERIFY(restoration.layout == Layout::Aligned);
    QVERIFY(architecture.hasExtractor && architecture.hasVgg && restoration.hasBase);
    QVERIFY(restoration.refinesMatches);
    QCOMPARE(restoration.ngf, 32);
    QCOMPARE(restoration.contentBlocks, 2);
    QCOMPARE(restoration.contentInputs, 51);
    QCOMPARE(restoration.baseChannels, 48);
    QCOMPARE(restoration.baseFeatureScale, 1.0 / 64);
    QCOMPARE(restoration.featureScale, 1.0);
    const auto& [small, medium, large] = restoration.scales;
    QVERIFY(!small.aggregates && medium.aggregates && large.aggregates);
    QCOMPARE(medium.groups, 4);
    QCOMPARE(large.groups, 2);
    QCOMPARE(medium.guideChannels, 3);
    QCOMPARE(large.guideChannels, 12);
    QCOMPARE(medium.offsetChannels, 48);
    QCOMPARE(medium.aggregatedChannels, 64);
    QCOMPARE(large.aggregatedChannels, 32);
    QCOMPARE(large.blocks, 3);
    QCOMPARE(medium.featureScale, 0.7848);
    QCOMPARE(large.featureScale, 2.0306);
    QCOMPARE(architectureText(architecture),
             std::string("aligned, ngf 32, blocks 2+1/2/3, no aggregation at small, base SPAN 48"));

    model.metadata.clear(); // by its shapes alone
    const auto bare = describeModel(model);
    QVERIFY(bare.restoration->layout == Layout::Aligned);
    QCOMPARE(bare.restoration->baseFeatureScale, 1.0);
    QVERIFY(!bare.restoration->refinesMatches);
  }
  void spanAloneIsAModel() {
    const auto path = refscale::test::sharedFile("weights/span_x4_ch48.safetensors");
    if (!path) QSKIP("../shared/weights is not there");
    TensorSet model;
    const auto file = readSafetensors(*path);
    model.metadata = file.metadata; // its architecture entry is plain words
    for (const auto& [key, tensor] : file.tensors) model.tensors["base." + key] = tensor;
    const auto architecture = describeModel(model);
    QCOMPARE(architecture.baseChannels, 48);
    QVERIFY(!architecture.restoration && !architecture.hasVgg && !architecture.hasExtractor);
    QCOMPARE(architectureText(architecture), std::string("base SPAN 48"));
  }
  void oneFactorForAllScalesMayStandInTheCard() {
    auto model = modelOf(published());
    model.metadata["architecture"] = R"({"variant": "published", "feat_scale": 0.5})";
    QCOMPARE(describeModel(model).restoration->featureScale, 0.5);
    QCOMPARE(describeModel(model).restoration->scales[1].featureScale, 1.0);
  }

  void missingSurplusAndMisshapenKeysAreListedTogether() {
    auto model = modelOf(published());
    model.tensors.erase("vgg.vgg_net.conv2_2.bias");
    model.tensors["restoration.step\x1b"] = {};
    model.tensors["restoration.dyn_agg_restore.tail_large.2.bias"].shape = {4};
    model.tensors["vgg.mean"].type = DType::I32;
    const auto message = refusal(model);
    for (const char* part :
         {"1 key is missing (vgg.vgg_net.conv2_2.bias)", "1 key is not known",
          "restoration.step\\x1b", "2 have another shape", "tail_large.2.bias: 4, needs 3",
          "vgg.mean: type I32", "published, ngf 64"}) {
      QVERIFY2(says(message, part), message.c_str());
    }
  }
  void aBaseThatIsNotThereIsListed() {
    auto model = refscale::weights::readSafetensors(refscale::resourcesDir() / "models" /
                                                    "start.safetensors");
    std::erase_if(model.tensors, [](const auto& item) { return item.first.starts_with("base."); });
    const auto message = refusal(model);
    QVERIFY2(says(message, "keys are missing"), message.c_str());
    QVERIFY2(says(message, "base.block_1."), message.c_str());
    QVERIFY2(!says(message, "another shape"), message.c_str());
  }
  void longListsAreCutToADozen() {
    auto model = modelOf(published());
    std::erase_if(model.tensors, [](const auto& item) {
      return item.first.starts_with("extractor.") && item.first.ends_with(".weight");
    });
    for (int i = 0; i < 20; ++i) model.tensors["x" + std::to_string(i)] = {};
    const auto message = refusal(model);
    QVERIFY2(says(message, "10 keys are missing"), message.c_str());
    QVERIFY2(says(message, "20 keys are not known"), message.c_str());
    QVERIFY2(says(message, "and 8 more"), message.c_str());
    QVERIFY(message.size() < 4000);
  }
  void aGapInTheBlockNumbersIsFound() {
    auto model = modelOf(published());
    for (const char* key : {"conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias"}) {
      auto node = model.tensors.extract(std::string("restoration.content_extractor.body.3.") + key);
      node.key() = std::string("restoration.content_extractor.body.999999999.") + key;
      model.tensors.insert(std::move(node));
    }
    const auto message = refusal(model);
    QVERIFY2(says(message, "4 keys are missing"), message.c_str());
    QVERIFY2(says(message, "999999999"), message.c_str());
  }

  void widthsThatCannotWorkAreRefused_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<qint64>>("shape");
    const QByteArray prefix = "restoration.dyn_agg_restore.";
    QTest::newRow("no groups") << prefix + "medium_dyn_agg.conv_offset_mask.weight"
                               << QList<qint64>{26, 128, 3, 3};
    QTest::newRow("groups that do not divide")
        << prefix + "medium_dyn_agg.conv_offset_mask.weight" << QList<qint64>{81, 128, 3, 3};
    QTest::newRow("other reference")
        << prefix + "medium_dyn_agg.weight" << QList<qint64>{128, 120, 3, 3};
    QTest::newRow("nothing") << prefix + "medium_offset_conv1.weight" << QList<qint64>{0, 0, 3, 3};
    QTest::newRow("huge") << prefix + "medium_offset_conv1.weight"
                          << QList<qint64>{1ll << 40, 1ll << 15, 1, 1};
    QTest::newRow("flat") << QByteArray("restoration.content_extractor.conv_first.weight")
                          << QList<qint64>{64};
    QTest::newRow("no channels") << QByteArray("restoration.content_extractor.conv_first.weight")
                                 << QList<qint64>{0, 3, 3, 3};
  }
  void widthsThatCannotWorkAreRefused() {
    QFETCH(QByteArray, key);
    QFETCH(QList<qint64>, shape);
    auto model = modelOf(published());
    model.tensors.at(key.toStdString()).shape.assign(shape.begin(), shape.end());
    QVERIFY(refusal(model) != "accepted");
  }
  void aNetworkOfNoChannelsIsRefusedThoughItsKeysFit() {
    auto architecture = published();
    architecture.restoration->ngf = 0;
    const auto message = refusal(modelOf(architecture));
    QVERIFY2(says(message, "content channels"), message.c_str());
  }
  void aModelWithoutKnownPartsIsRefused() { QVERIFY(says(refusal({}), "import-model")); }

  void cardsThatCannotBeUsedAreRefused_data() {
    QTest::addColumn<QByteArray>("card");
    QTest::newRow("broken") << QByteArray("{\"variant\"");
    QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(100000, '[');
    QTest::newRow("unknown variant") << QByteArray(R"({"variant": "folded"})");
    QTest::newRow("variant of another type") << QByteArray(R"({"variant": 3})");
    QTest::newRow("scale of another type") << QByteArray(R"({"feat_scale": "x"})");
    QTest::newRow("negative scale") << QByteArray(R"({"feat_scale": {"large": -1}})");
    QTest::newRow("zero divisor") << QByteArray(R"({"content_input": "feature / 0"})");
    QTest::newRow("too long") << QByteArray("{") + QByteArray(2 << 20, ' ') + "}";
  }
  void cardsThatCannotBeUsedAreRefused() {
    QFETCH(QByteArray, card);
    auto model = modelOf(published());
    model.metadata["architecture"] = card.toStdString();
    const auto message = refusal(model);
    QVERIFY2(says(message, "model card"), message.c_str());
  }
  void aCardThatSaysPublishedDoesNotLetGuidesPass() {
    auto model = modelOf(published());
    model.tensors.at(kOffsets).shape[1] += 3;
    model.metadata["architecture"] = R"({"variant": "published"})";
    QVERIFY(says(refusal(model), kOffsets));
  }
};

QTEST_GUILESS_MAIN(TstArchitecture)
#include "tst_architecture.moc"
