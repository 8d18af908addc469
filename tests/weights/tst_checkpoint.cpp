#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/checkpoint.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"

using namespace refscale::weights;
using refscale::Error;
using refscale::Kind;

namespace {

const std::string kFolder = "oracle/c2/wrapped_keys/";

nlohmann::json manifest() {
  return nlohmann::json::parse(std::ifstream(refscale::test::dataFile(kFolder + "manifest.json")));
}

// One row for every file of the oracle that is to be taken (`accept`) or refused (`refuse`).
void addRows(const std::string& expectation) {
  QTest::addColumn<QString>("file");
  const auto files = manifest();
  for (const auto& [name, entry] : files.items()) {
    if (entry.at("expect") == expectation) {
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
  }
}

// The value as PyTorch's half() makes it.
TensorView asHalf(const TensorView& tensor) {
  return makeTensor(tensor.shape, toFloats(tensor), DType::F16);
}

TensorView halved(const TensorView& tensor) {
  auto values = toFloats(tensor);
  for (float& value : values) value *= 0.5f;
  return makeTensor(tensor.shape, values);
}

TensorSet expectedFor(const QString& file) {
  const std::string name = file.startsWith("views") ? "views_expected" : "plain_expected";
  auto set = readSafetensors(refscale::test::dataFile(kFolder + name + ".safetensors"));
  for (auto& item : set.tensors) {
    if (file.startsWith("fp16")) item.second = asHalf(item.second);
    if (file.startsWith("params_ema")) item.second = halved(item.second);
  }
  return set;
}

void compareTensors(const TensorSet& got, const TensorSet& wanted) {
  QCOMPARE(got.tensors.size(), wanted.tensors.size());
  for (const auto& [name, tensor] : wanted.tensors) {
    QVERIFY2(got.tensors.contains(name), name.c_str());
    const auto& other = got.tensors.at(name);
    QCOMPARE(other.type, tensor.type);
    QCOMPARE(other.shape, tensor.shape);
    QVERIFY2(std::ranges::equal(other.bytes, tensor.bytes), name.c_str());
  }
}

} // namespace

class TstCheckpoint : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyWrappingGivesTheExpectedValues_data() { addRows("accept"); }
  void everyWrappingGivesTheExpectedValues() {
    QFETCH(QString, file);
    const auto set = readCheckpoint(refscale::test::dataFile(kFolder + file.toStdString()));
    if (file.startsWith("mmedit")) {
      // Its values are not stored with the oracle; its names and shapes are known.
      QCOMPARE(set.tensors.size(), std::size_t{4});
      QCOMPARE(set.tensors.at("conv_last.bias").shape, (std::vector<std::int64_t>{3}));
      QCOMPARE(toFloats(set.tensors.at("net_extractor.feature_extraction_image1.mean")).size(),
               std::size_t{3});
      QVERIFY(set.tensors.contains("spynet.basic_module.0.basic_module.4.conv.bias"));
      QVERIFY(set.tensors.contains("step_counter"));
      return;
    }
    compareTensors(set, expectedFor(file));
  }

  void everyHostileFileIsRefusedAndNothingOfItIsRun_data() { addRows("refuse"); }
  void everyHostileFileIsRefusedAndNothingOfItIsRun() {
    QFETCH(QString, file);
    try {
      (void)readCheckpoint(refscale::test::dataFile(kFolder + file.toStdString()));
      QFAIL("accepted");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::BadInput);
      QVERIFY2(std::string(error.what()).find("no checkpoint") != std::string::npos, error.what());
    }
    QVERIFY(!std::filesystem::exists("/tmp/PWNED"));
  }
  void allFilesOfTheOracleWereLookedAt() {
    const auto files = manifest();
    int accepted = 0;
    int refused = 0;
    for (const auto& [name, entry] : files.items()) {
      (entry.at("expect") == "accept" ? accepted : refused) += 1;
    }
    QCOMPARE(accepted, 18);
    QCOMPARE(refused, 23);
  }

  void theLegacyVggFilesAreRead() {
    const auto path = refscale::test::sharedFile("weights/vgg19_to_conv3_1.pth");
    const auto compressed = refscale::test::sharedFile("weights/vgg19_16x_to_relu5_1.pth");
    if (!path || !compressed) QSKIP("../shared/weights is not there");
    const auto set = readCheckpoint(*path);
    std::int64_t parameters = 0;
    for (const auto& item : set.tensors) parameters += item.second.elements();
    QCOMPARE(parameters, std::int64_t{555328});
    // The start model carries the same layers in half precision.
    const auto start = refscale::test::sharedFile("weights/start.safetensors");
    if (start) {
      const auto model = readSafetensors(*start);
      const auto& half = model.tensors.at("vgg.vgg_net.conv2_1.weight");
      for (const auto& [name, tensor] : set.tensors) {
        if (tensor.shape != half.shape) continue;
        QVERIFY2(std::ranges::equal(asHalf(tensor).bytes, half.bytes), name.c_str());
      }
    }
    QVERIFY(readCheckpoint(*compressed).tensors.contains("conv51_aux.weight"));
  }

  void whatIsWrittenIsReadBack() {
    const refscale::test::TemporaryFolder folder;
    const std::vector<float> values = {1.5f, -2.0f, 0.25f, 3.0f, 5.0f, 6.0f};
    TensorSet set;
    set.tensors["a.weight"] = makeTensor({2, 3}, values);
    set.tensors["b.half"] = makeTensor({6, 1, 1}, values, DType::F16);
    set.tensors["c.bfloat"] = makeTensor({6}, values, DType::BF16);
    set.tensors["d.scalar"] = makeTensor({}, std::span(values).first(1));
    set.tensors["e.empty"] = makeTensor({0, 3}, std::span<const float>());
    for (const auto type :
         {DType::F64, DType::I64, DType::I32, DType::I16, DType::I8, DType::U8, DType::Bool}) {
      set.tensors[std::string("f.") + dtypeName(type)] =
          makeTensor(type, {2}, std::vector<std::byte>(2 * dtypeBytes(type), std::byte{1}));
    }
    writeCheckpoint(set, folder / "model.pth");
    compareTensors(readCheckpoint(folder / "model.pth"), set);
  }
  void storagesAreAlignedAsPyTorchWantsThem() {
    const refscale::test::TemporaryFolder folder;
    std::vector<float> marker(16, 1234.5678f);
    TensorSet set;
    set.tensors["odd"] = makeTensor(DType::U8, {3}, std::vector<std::byte>(3));
    set.tensors["x"] = makeTensor({16}, marker);
    writeCheckpoint(set, folder / "model.pth");
    const auto file = refscale::readFile(folder / "model.pth");
    const auto found = std::ranges::search(file, std::as_bytes(std::span(marker)));
    QVERIFY(!found.empty());
    QCOMPARE(std::distance(file.begin(), found.begin()) % 64, std::ptrdiff_t{0});
  }
  void otherFilesAreRefused() {
    const refscale::test::TemporaryFolder folder;
    std::ofstream(folder / "a.pth") << "just text";
    std::ofstream(folder / "b.pth") << "";
    QVERIFY_EXCEPTION_THROWN((void)readCheckpoint(folder / "a.pth"), Error);
    QVERIFY_EXCEPTION_THROWN((void)readCheckpoint(folder / "b.pth"), Error);
    QVERIFY_EXCEPTION_THROWN((void)readCheckpoint(folder / "none.pth"), Error);
  }
  void aFlippedBitInAStoredTensorIsNoticed() {
    const refscale::test::TemporaryFolder folder;
    const std::vector<float> ones(64, 1.0f);
    TensorSet set;
    set.tensors["x"] = makeTensor({64}, ones);
    writeCheckpoint(set, folder / "model.pth");
    auto file = refscale::readFile(folder / "model.pth");
    const auto values = std::ranges::search(file, std::as_bytes(std::span(ones)));
    *values.begin() ^= std::byte{1};
    QVERIFY_EXCEPTION_THROWN((void)parseCheckpoint(file, "flipped"), Error);
  }
};

QTEST_GUILESS_MAIN(TstCheckpoint)
#include "tst_checkpoint.moc"
