#include <QTest>

#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/weights/checkpoint.h"
#include "core/weights/model_store.h"
#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

using namespace refscale::weights;
using refscale::Error;
using refscale::Kind;

namespace {

ModelArchitecture small() {
  RestorationArchitecture restoration;
  restoration.ngf = 8;
  restoration.contentBlocks = 2;
  const std::array<int, 3> reference = {256, 128, 64};
  for (std::size_t i = 0; i < 3; ++i) {
    auto& scale = restoration.scales[i];
    scale.aggregates = true;
    scale.referenceChannels = reference[i];
    scale.aggregatedChannels = scale.offsetChannels = 8;
    scale.groups = 8;
    scale.blocks = 1;
  }
  return {.hasExtractor = true, .hasVgg = true, .baseChannels = 0, .restoration = restoration};
}

// The model by its recipe, and the same as three published files.
struct Published {
  TensorSet model;
  TensorSet restoration;
  TensorSet extractor;
  TensorSet vgg; // vgg.vgg_net.*, mean, std
};

Published publish() {
  Published files;
  for (const auto& [key, shape] : expectedKeys(small())) {
    const auto bare = key.starts_with("vgg.") ? key : key.substr(key.find('.') + 1);
    const auto tensor = refscale::test::oracleTensor(bare, shape);
    files.model.tensors[key] = tensor;
    auto& part = key.starts_with("restoration.") ? files.restoration
                 : key.starts_with("extractor.") ? files.extractor
                                                 : files.vgg;
    part.tensors[bare] = tensor;
  }
  return files;
}

// torchvision's vgg19: sixteen convolutions in `features`, three layers in `classifier`. Those that
// nobody reads have one value here.
TensorSet asTorchvision(const TensorSet& vgg) {
  const std::map<int, const char*> used = {
      {0, "conv1_1"}, {2, "conv1_2"}, {5, "conv2_1"}, {7, "conv2_2"}, {10, "conv3_1"}};
  const float nothing = 0;
  TensorSet file;
  for (const int layer : {0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34}) {
    for (const std::string kind : {".weight", ".bias"}) {
      const auto at = used.find(layer);
      file.tensors["features." + std::to_string(layer) + kind] =
          at == used.end() ? makeTensor({1}, std::span(&nothing, 1))
                           : vgg.tensors.at(std::string("vgg.vgg_net.") + at->second + kind);
    }
  }
  for (const char* layer : {"0", "3", "6"}) {
    for (const char* kind : {".weight", ".bias"}) {
      file.tensors[std::string("classifier.") + layer + kind] =
          makeTensor({1}, std::span(&nothing, 1));
    }
  }
  return file;
}

TensorSet asPlain(const TensorSet& vgg) { // conv1_1.weight ..., no mean and std
  TensorSet file;
  for (const auto& [key, tensor] : vgg.tensors) {
    if (key.starts_with("vgg.vgg_net.")) file.tensors[key.substr(12)] = tensor;
  }
  return file;
}

void compareTensors(const TensorSet& got, const TensorSet& wanted) {
  QCOMPARE(got.tensors.size(), wanted.tensors.size());
  for (const auto& [name, tensor] : wanted.tensors) {
    QVERIFY2(got.tensors.contains(name), name.c_str());
    const auto& other = got.tensors.at(name);
    QVERIFY2(other.shape == tensor.shape && std::ranges::equal(other.bytes, tensor.bytes),
             name.c_str());
  }
}

std::string messageOf(const ImportRequest& request, const std::filesystem::path& folder) {
  try {
    (void)importModel(request, folder, {});
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

} // namespace

class TstModelStore : public QObject {
  Q_OBJECT

  refscale::test::TemporaryFolder files_;
  Published published_ = publish();

  [[nodiscard]] ImportRequest request(const std::string& name) const {
    return {.restoration = files_ / "restoration.pth",
            .extractor = files_ / "extractor.pth",
            .vgg = files_ / "vgg_published.pth",
            .name = name,
            .card = {}};
  }

 private Q_SLOTS:
  void initTestCase() {
    writeCheckpoint(published_.restoration, files_ / "restoration.pth");
    writeCheckpoint(published_.extractor, files_ / "extractor.pth");
    writeCheckpoint(published_.vgg, files_ / "vgg_published.pth");
    writeCheckpoint(asTorchvision(published_.vgg), files_ / "vgg_torchvision.pth");
    writeCheckpoint(asPlain(published_.vgg), files_ / "vgg_plain.pth");
    writeSafetensors(asTorchvision(published_.vgg), files_ / "vgg_safetensors");
    writeSafetensors(published_.model, files_ / "shipped.safetensors");
  }

  void everyNamingOfVggGivesTheSameModel_data() {
    QTest::addColumn<QString>("vgg");
    for (const char* name :
         {"vgg_published.pth", "vgg_torchvision.pth", "vgg_plain.pth", "vgg_safetensors", ""}) {
      QTest::newRow(*name == '\0' ? "shipped" : name) << QString(name);
    }
  }
  void everyNamingOfVggGivesTheSameModel() {
    QFETCH(QString, vgg);
    const refscale::test::TemporaryFolder folder;
    auto import = request("mine");
    import.vgg.reset();
    if (!vgg.isEmpty()) import.vgg = files_ / vgg.toStdString();
    const auto path = importModel(import, folder / "new/models", files_ / "shipped.safetensors");
    QCOMPARE(path, folder / "new/models/mine.safetensors");
    compareTensors(readSafetensors(path), published_.model);
  }
  void theSharedVggFileIsTaken() {
    const auto vgg = refscale::test::sharedFile("weights/vgg19_to_conv3_1.pth");
    if (!vgg) QSKIP("../shared/weights is not there");
    const refscale::test::TemporaryFolder folder;
    auto import = request("real");
    import.vgg = vgg;
    const auto model = readSafetensors(importModel(import, folder.path(), {}));
    QVERIFY(model.tensors.contains("vgg.vgg_net.conv3_1.weight"));
    QCOMPARE(toFloats(model.tensors.at("vgg.std")), (std::vector<float>{0.229f, 0.224f, 0.225f}));
  }
  void theOfficialNetworkIsImported() {
    using refscale::test::oracleKeys;
    using refscale::test::oracleTensors;
    const refscale::test::TemporaryFolder folder;
    writeCheckpoint(oracleTensors(oracleKeys("restoration")), folder / "r.pth");
    writeCheckpoint(oracleTensors(oracleKeys("feature_extractor")), folder / "e.pth");
    writeCheckpoint(oracleTensors(oracleKeys("correspondence_vgg19")), folder / "v.pth");
    const auto path = importModel({.restoration = folder / "r.pth",
                                   .extractor = folder / "e.pth",
                                   .vgg = folder / "v.pth",
                                   .name = "official",
                                   .card = {}},
                                  folder.path(), {});
    compareTensors(readSafetensors(path), refscale::test::oracleModel());
    QCOMPARE(listModels({folder.path()}).at(0).architecture,
             std::string("published, ngf 64, blocks 16+16/16/16"));
  }
  void theCardTellsWhereAModelCameFrom() {
    const refscale::test::TemporaryFolder folder;
    auto import = request("mine");
    import.card = {{"licence", "MIT"}, { "url", "example.org" }};
    const auto card = readSafetensors(importModel(import, folder.path(), {})).metadata;
    QCOMPARE(card.at("name"), std::string("mine"));
    QCOMPARE(card.at("licence"), std::string("MIT"));
    QCOMPARE(card.at("url"), std::string("example.org"));
    QCOMPARE(card.at("source_restoration"),
             "restoration.pth sha256:" + refscale::sha256File(files_ / "restoration.pth"));
    QVERIFY(card.at("source_vgg").starts_with("vgg_published.pth sha256:"));
    QVERIFY(card.at("imported_by").starts_with("RefScale "));
  }

  void namesThatAreNoNamesAreRefused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"", ".", "..", "../x", "a/b", "/tmp/x", ".hidden", "-x", "a b", "a\\b", "\xc3\xa4"}) {
      QTest::newRow(name) << QString::fromUtf8(name);
    }
    QTest::newRow("long") << QString(101, 'a');
    QTest::newRow("nul") << QString("a") + QChar(0) + "b";
  }
  void namesThatAreNoNamesAreRefused() {
    QFETCH(QString, name);
    const refscale::test::TemporaryFolder folder;
    const auto message = messageOf(request(name.toStdString()), folder / "models");
    QVERIFY2(message.find("cannot be named") != std::string::npos, message.c_str());
    QVERIFY(!std::filesystem::exists(folder / "models"));
  }
  void swappedFilesAreRefusedAndNothingIsWritten() {
    const refscale::test::TemporaryFolder folder;
    auto import = request("mine");
    std::swap(import.restoration, import.extractor);
    const auto message = messageOf(import, folder / "models");
    QVERIFY2(message.find("holds the correspondence extractor") != std::string::npos,
             message.c_str());
    QVERIFY(!std::filesystem::exists(folder / "models"));
  }
  void aFailedImportLeavesTheOldModel() {
    const refscale::test::TemporaryFolder folder;
    const auto path = importModel(request("mine"), folder.path(), {});
    const auto before = refscale::readFile(path);
    auto broken = request("mine");
    broken.extractor = files_ / "vgg_plain.pth";
    broken.overwrite = true;
    QVERIFY(messageOf(broken, folder.path()) != "accepted");
    QVERIFY(refscale::readFile(path) == before);
  }

  void modelsAreListedByNameAndTheFirstFolderWins() {
    const refscale::test::TemporaryFolder user;
    const refscale::test::TemporaryFolder shipped;
    TensorSet model = published_.model;
    model.metadata = {{"licence", "user's"}};
    writeSafetensors(model, user / "b.safetensors");
    model.metadata = {{"licence", "shipped"}};
    writeSafetensors(model, shipped / "b.safetensors");
    writeSafetensors(model, shipped / "a.safetensors");
    std::ofstream(user / "c.safetensors") << "rubbish";
    std::ofstream(user / "notes.txt") << "no model";
    std::filesystem::create_directory(user / "d.safetensors");
    const auto list = listModels({user.path(), user / "none", shipped.path()});
    QCOMPARE(list.size(), std::size_t{3});
    QCOMPARE(list[0].name, std::string("a"));
    QCOMPARE(list[1].name, std::string("b"));
    QCOMPARE(list[1].card.at("licence"), std::string("user's"));
    QCOMPARE(list[1].architecture, std::string("published, ngf 8, blocks 2+1/1/1"));
    QCOMPARE(list[1].bytes, std::uint64_t{std::filesystem::file_size(user / "b.safetensors")});
    QVERIFY(list[1].parameters > 1'000'000 && list[1].problem.empty());
    QCOMPARE(list[2].name, std::string("c"));
    QVERIFY(!list[2].problem.empty());
  }
  void aModelIsFoundByNameAndByFile() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors(published_.model, folder / "a.safetensors");
    const auto path = folder / "a.safetensors";
    QCOMPARE(findModel("a", {folder / "none", folder.path()}), path);
    QCOMPARE(findModel("a.safetensors", {folder.path()}), path);
    QCOMPARE(findModel(path.string(), {}), path);
    for (const char* name : {"b", "", "../a", "..", "."}) {
      try {
        (void)findModel(name, {folder.path()});
        QFAIL(name);
      } catch (const Error& error) {
        QCOMPARE(error.kind(), Kind::NotFound);
        QVERIFY2(std::string(error.what()).find("choose one of: a.") != std::string::npos,
                 error.what());
      }
    }
  }
};

QTEST_GUILESS_MAIN(TstModelStore)
#include "tst_model_store.moc"
