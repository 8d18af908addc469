#include <QTest>

#include <cstring>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"

using namespace refscale::weights;
using refscale::Error;
using refscale::Kind;

namespace {

std::vector<std::byte> fileOf(const std::string& header, std::size_t dataBytes) {
  const std::uint64_t length = header.size();
  std::vector<std::byte> file(8 + header.size() + dataBytes);
  std::memcpy(file.data(), &length, 8);
  std::memcpy(file.data() + 8, header.data(), header.size());
  return file;
}

std::string refusal(std::span<const std::byte> file) {
  try {
    (void)parseSafetensors(file, "test");
  } catch (const Error& error) {
    return error.kind() == Kind::BadInput ? error.what() : "wrong kind";
  }
  return "accepted";
}

TensorSet mixedSet() {
  const std::vector<float> values = {1.5f, -2.0f, 0.25f, 3.0f};
  TensorSet set;
  set.tensors["a.bytes"] = makeTensor(DType::U8, {3}, std::vector<std::byte>(3, std::byte{7}));
  set.tensors["b.half"] = makeTensor({2, 2}, values, DType::F16);
  set.tensors["c.float"] = makeTensor({4}, values);
  set.tensors["d.empty"] = makeTensor(DType::F32, {0, 3}, {});
  set.tensors["e.scalar"] = makeTensor({}, std::span(values).first(1));
  set.tensors["f.long"] = makeTensor(DType::I64, {1}, std::vector<std::byte>(8, std::byte{1}));
  set.metadata = {{"licence", "CC0 \"quoted\" \n \xc3\xa4"}, {"architecture", "{\"ngf\": 64}"}};
  return set;
}

void compareSets(const TensorSet& got, const TensorSet& wanted) {
  QCOMPARE(got.metadata, wanted.metadata);
  QCOMPARE(got.tensors.size(), wanted.tensors.size());
  for (const auto& [name, tensor] : wanted.tensors) {
    QVERIFY2(got.tensors.contains(name), name.c_str());
    const TensorView& other = got.tensors.at(name);
    QCOMPARE(other.type, tensor.type);
    QCOMPARE(other.shape, tensor.shape);
    QVERIFY2(std::ranges::equal(other.bytes, tensor.bytes), name.c_str());
  }
}

} // namespace

class TstSafetensors : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatIsWrittenIsReadBack() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors(mixedSet(), folder / "m.safetensors");
    compareSets(readSafetensors(folder / "m.safetensors"), mixedSet());
  }
  void everyTensorIsAlignedToItsType() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors(mixedSet(), folder / "m.safetensors");
    const auto set = readSafetensors(folder / "m.safetensors");
    for (const auto& [name, tensor] : set.tensors) {
      const auto address = reinterpret_cast<std::uintptr_t>(tensor.bytes.data());
      QVERIFY2(address % dtypeBytes(tensor.type) == 0, name.c_str());
    }
  }
  void theSameSetGivesTheSameBytes() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors(mixedSet(), folder / "a");
    writeSafetensors(mixedSet(), folder / "b");
    QVERIFY(refscale::readFile(folder / "a") == refscale::readFile(folder / "b"));
  }
  void tensorsOutliveTheSetThatMappedThem() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors(mixedSet(), folder / "m");
    TensorView kept;
    {
      const auto set = readSafetensors(folder / "m");
      kept = set.tensors.at("c.float");
    }
    QCOMPARE(toFloats(kept), (std::vector<float>{1.5f, -2.0f, 0.25f, 3.0f}));
  }
  void anEmptySetIsAFileToo() {
    const refscale::test::TemporaryFolder folder;
    writeSafetensors({}, folder / "m");
    QVERIFY(readSafetensors(folder / "m").tensors.empty());
  }
  void namesThatAreNoTextAreNotWritten() {
    const refscale::test::TemporaryFolder folder;
    TensorSet set;
    set.tensors["\xff\xfe"] = makeTensor({0}, std::span<const float>{});
    QVERIFY_EXCEPTION_THROWN(writeSafetensors(set, folder / "m"), Error);
    QVERIFY(!std::filesystem::exists(folder / "m"));
  }
  void aMissingFileIsNamed() {
    const refscale::test::TemporaryFolder folder;
    try {
      (void)readSafetensors(folder / "none");
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::NotFound);
    }
  }

  void unsoundFilesAreRefusedWithTheReason_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& header, int bytes, const char* reason) {
      QTest::newRow(name) << header << bytes << QByteArray(reason);
    };
    const QByteArray good = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    row("sound", good, 8, "accepted");
    row("padded", good + "   ", 8, "accepted");
    row("not json", "{\"a\"", 0, "no valid JSON");
    row("space first", " " + good, 8, "begin with");
    row("a list", "[1]", 0, "begin with");
    row("rubbish behind", good + "x", 8, "no valid JSON");
    row("no text", "{\"\xff\":{}}", 0, "no valid JSON");
    row("same tensor twice",
        R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)"
        R"("a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})",
        0, "twice");
    row("same field twice", R"({"a":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}})",
        0, "twice");
    row("same card entry twice", R"({"__metadata__":{"x":"1","x":"2"}})", 0, "twice");
    row("two cards", R"({"__metadata__":{},"__metadata__":{}})", 0, "two model cards");
    row("card of numbers", R"({"__metadata__":{"x":1}})", 0, "number in the wrong place");
    row("card of objects", R"({"__metadata__":{"x":{}}})", 0, "object in the wrong place");
    row("unknown type", R"({"a":{"dtype":"F33","shape":[0],"data_offsets":[0,0]}})", 0,
        "unknown type");
    row("unknown field", R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"x":[]}})", 0,
        "unknown field");
    row("no shape", R"({"a":{"dtype":"U8","data_offsets":[0,0]}})", 0, "incomplete");
    row("tensor is a number", R"({"a":3})", 0, "number in the wrong place");
    row("tensor is null", R"({"a":null})", 0, "null");
    row("shape is a text", R"({"a":{"dtype":"U8","shape":"3","data_offsets":[0,0]}})", 0,
        "text in the wrong place");
    row("negative size", R"({"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,0]}})", 0,
        "negative");
    row("fractional size", R"({"a":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]}})", 1,
        "whole number");
    row("size above 64 bit",
        R"({"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1]}})", 1,
        "whole number");
    row("size of 64 bit",
        R"({"a":{"dtype":"U8","shape":[18446744073709551615],"data_offsets":[0,1]}})", 1,
        "too large");
    row("product overflows",
        R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", 0,
        "impossible shape");
    row("bytes overflow",
        R"({"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}})", 0,
        "impossible shape");
    row("behind the end", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 7,
        "inside the file");
    row("offsets turned", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}})", 1,
        "inside the file");
    row("one offset", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}})", 1, "no pair");
    row("other size", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,7]}})", 7,
        "another number of bytes");
    row("overlap",
        R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},)"
        R"("b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}})",
        6, "overlap");
    row("hole", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", 2, "hole");
    row("left over", good, 9, "left over");
    row("too many dimensions",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[1" + QByteArray(",1").repeated(1000) +
            "],\"data_offsets\":[0,1]}}",
        1, "too many dimensions");
    row("nested lists", "{\"a\":" + QByteArray(5000000, '['), 0, "list in the wrong place");
    row("nested objects", "{\"a\":" + QByteArray("{\"dtype\":").repeated(1000000), 0,
        "object in the wrong place");
    row("escape codes in a name", "{\"\\u001b[2J\":3}", 0, "\\x1b[2J");
  }
  void unsoundFilesAreRefusedWithTheReason() {
    QFETCH(QByteArray, header);
    QFETCH(int, bytes);
    QFETCH(QByteArray, reason);
    const auto message = refusal(fileOf(header.toStdString(), static_cast<std::size_t>(bytes)));
    QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
  }
  void aHeaderLengthThatCannotBeIsRefused() {
    for (const std::uint64_t length : {std::uint64_t{3}, std::uint64_t{1} << 63, ~std::uint64_t{0},
                                       std::uint64_t{100'000'001}}) {
      std::vector<std::byte> file(10);
      std::memcpy(file.data(), &length, 8);
      QVERIFY(refusal(file) != "accepted");
    }
    for (std::size_t size = 0; size < 8; ++size) {
      QVERIFY(refusal(std::vector<std::byte>(size)) != "accepted");
    }
  }

  void theStartModelIsReadWithItsCard() {
    const auto path = refscale::test::sharedFile("weights/start.safetensors");
    if (!path) QSKIP("../shared/weights/start.safetensors is not there");
    const auto set = readSafetensors(*path);
    std::int64_t values = 0;
    for (const auto& [name, tensor] : set.tensors) values += tensor.elements();
    QCOMPARE(values, std::int64_t{2679994});
    QVERIFY(set.metadata.at("licence").find("SPAN") != std::string::npos);
    QCOMPARE(toFloats(set.tensors.at("vgg.mean")), (std::vector<float>{0.485f, 0.456f, 0.406f}));
  }
};

QTEST_GUILESS_MAIN(TstSafetensors)
#include "tst_safetensors.moc"
