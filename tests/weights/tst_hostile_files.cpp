// Broken and malicious files of every format: each ends in Error or in a set that can be read to
// its last byte, and none takes memory out of proportion to its size.
#include <sys/resource.h>

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <random>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/checkpoint.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/weights/checkpoint_files.h"

#include <malloc.h>

namespace {

// Bytes that operator new has given and not taken back, and the most there ever were.
std::atomic<std::size_t> allocated{0};
std::atomic<std::size_t> peak{0};

} // namespace

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true; // the sanitizer has an operator new of its own
#else
constexpr bool kSanitized = false;

void* operator new(std::size_t size) {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  const auto now = allocated += malloc_usable_size(block);
  if (now > peak) peak = now;
  return block;
}

void operator delete(void* block) noexcept {
  if (block != nullptr) allocated -= malloc_usable_size(block);
  std::free(block);
}

void operator delete(void* block, std::size_t) noexcept {
  operator delete(block);
}
#endif

using namespace refscale::weights;
using refscale::Error;
using refscale::Kind;
using refscale::test::Bytes;
using refscale::test::TensorClaim;

namespace {

using Parser = TensorSet (*)(std::span<const std::byte>, const std::string&);

TensorSet parseSafe(std::span<const std::byte> file, const std::string& name) {
  return parseSafetensors(file, name);
}

// What came of a file: "accepted" or the message. Every byte of what was accepted is looked at.
std::string outcome(Parser parse, const Bytes& file) {
  constexpr std::size_t kFloor = 4 << 20; // the least that copies of views may take, and buffers
  constexpr std::size_t kPerByte = 200;   // a value of the pickle for every byte of it
  const std::size_t before = allocated;
  peak = before;
  std::string text = "accepted";
  try {
    const TensorSet set = parse(file, "hostile");
    unsigned sum = 0;
    for (const auto& [name, tensor] : set.tensors) {
      const auto count = checkedElements(tensor.shape);
      if (!count ||
          static_cast<std::size_t>(*count) * dtypeBytes(tensor.type) != tensor.bytes.size()) {
        return "unsound: " + name;
      }
      for (const auto byte : tensor.bytes) sum += std::to_integer<unsigned>(byte);
    }
    if (sum == 0xffffffffu) text += "!"; // keeps the loop
  } catch (const Error& error) {
    text = error.kind() == Kind::BadInput ? error.what() : "wrong kind of error";
  }
  if (peak - before > kFloor + kPerByte * file.size()) text = "took too much memory";
  return text;
}

bool isFine(const std::string& text) {
  return text == "accepted" || text.find("no checkpoint") != std::string::npos ||
         text.find("no sound .safetensors") != std::string::npos;
}

Bytes safetensorsSeed() {
  const refscale::test::TemporaryFolder folder;
  const std::vector<float> values = {1, 2, 3, 4};
  TensorSet set;
  set.tensors["a"] = makeTensor({2, 2}, values);
  set.tensors["b"] = makeTensor({4}, values, DType::F16);
  set.metadata["licence"] = "CC0";
  writeSafetensors(set, folder / "m");
  return refscale::readFile(folder / "m");
}

Bytes writtenSeed() {
  const refscale::test::TemporaryFolder folder;
  const std::vector<float> values = {1, 2, 3, 4};
  TensorSet set;
  set.tensors["a"] = makeTensor({2, 2}, values);
  writeCheckpoint(set, folder / "m.pth");
  return refscale::readFile(folder / "m.pth");
}

void addSeeds() {
  QTest::addColumn<int>("seed");
  QTest::newRow("safetensors") << 0;
  QTest::newRow("zip") << 1;
  QTest::newRow("zip of ours") << 2;
  QTest::newRow("legacy") << 3;
}

std::pair<Parser, Bytes> seedOf(int number) {
  switch (number) {
    case 0:
      return {parseSafe, safetensorsSeed()};
    case 1:
      return {parseCheckpoint, refscale::test::zipCheckpoint(refscale::test::soundPickle())};
    case 2:
      return {parseCheckpoint, writtenSeed()};
    default:
      return {parseCheckpoint, refscale::test::legacyCheckpoint(refscale::test::soundPickle())};
  }
}

std::string tensorDict(const TensorClaim& claim) {
  return refscale::test::pickledDict({{"weight", refscale::test::pickledTensor(claim)}});
}

TensorClaim claim(std::vector<std::int64_t> shape, std::vector<std::int64_t> strides,
                  std::int64_t offset = 0, std::int64_t elements = 6) {
  return {"0", "FloatStorage", elements, offset, std::move(shape), std::move(strides)};
}

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

} // namespace

class TstHostileFiles : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSeedsThemselvesAreSound_data() { addSeeds(); }
  void theSeedsThemselvesAreSound() {
    QFETCH(int, seed);
    const auto [parse, file] = seedOf(seed);
    QCOMPARE(outcome(parse, file), std::string("accepted"));
    const TensorSet set = parse(file, "seed");
    if (seed == 1 || seed == 3) {
      QCOMPARE(toFloats(set.tensors.at("b.transposed")), (std::vector<float>{0, 3, 1, 4, 2, 5}));
      QCOMPARE(toFloats(set.tensors.at("c.expanded")),
               (std::vector<float>{0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2}));
    }
  }
  void aFileCutOffAnywhereIsRefused_data() { addSeeds(); }
  void aFileCutOffAnywhereIsRefused() {
    QFETCH(int, seed);
    const auto [parse, file] = seedOf(seed);
    for (std::size_t length = 0; length < file.size(); ++length) {
      const auto text =
          outcome(parse, Bytes(file.begin(), file.begin() + static_cast<long>(length)));
      QVERIFY2(isFine(text) && text != "accepted", (std::to_string(length) + text).c_str());
    }
  }
  void flippedBitsAreRefusedOrHarmless_data() { addSeeds(); }
  void flippedBitsAreRefusedOrHarmless() {
    QFETCH(int, seed);
    const auto [parse, file] = seedOf(seed);
    std::mt19937 random(20211u + static_cast<unsigned>(seed)); // NOLINT(cert-msc51-cpp): repeatable
    for (int round = 0; round < 4000; ++round) {
      Bytes broken = file;
      for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
        broken[random() % broken.size()] ^= std::byte{1} << (random() % 8);
      }
      const auto text = outcome(parse, broken);
      QVERIFY2(isFine(text), (std::to_string(round) + text).c_str());
    }
  }
  void extremeNumbersAnywhereAreRefusedOrHarmless_data() { addSeeds(); }
  void extremeNumbersAnywhereAreRefusedOrHarmless() {
    QFETCH(int, seed);
    const auto [parse, file] = seedOf(seed);
    for (const std::uint64_t number : {std::uint64_t{0}, ~std::uint64_t{0}, std::uint64_t{1} << 31,
                                       std::uint64_t{1} << 62, ~(std::uint64_t{1} << 63)}) {
      for (const std::size_t width : {4, 8}) {
        for (std::size_t at = 0; at + width <= file.size(); ++at) {
          Bytes broken = file;
          std::memcpy(broken.data() + at, &number, width);
          const auto text = outcome(parse, broken);
          QVERIFY2(isFine(text), (std::to_string(at) + text).c_str());
        }
      }
    }
  }

  void maliciousPicklesAreRefusedWithTheReason_data() {
    using refscale::test::pickledDict;
    using refscale::test::pickledInteger;
    using refscale::test::pickledTensor;
    using refscale::test::pickledText;
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& pickle, const char* reason) {
      QTest::newRow(name) << QByteArray::fromStdString(pickle) << QString(reason);
    };
    const std::string begin = "\x80\x02";
    const std::int64_t huge = std::int64_t{1} << 62;
    row("expanded without measure", tensorDict(claim({1 << 30}, {0})), "far beyond");
    {
      std::vector<std::pair<std::string, std::string>> many;
      for (int i = 0; i < 200; ++i) {
        many.emplace_back(std::to_string(i), pickledTensor(claim({1 << 14}, {0})));
      }
      row("many expanded", pickledDict(many), "far beyond");
    }
    row("offset outside", tensorDict(claim({2}, {1}, 5)), "outside of its storage");
    row("negative offset", tensorDict(claim({2}, {1}, -1)), "outside of its storage");
    row("negative stride", tensorDict(claim({2}, {-1}, 3)), "outside of its storage");
    row("stride outside", tensorDict(claim({2, 3}, {4, 1})), "outside of its storage");
    row("stride overflows", tensorDict(claim({3, 1}, {huge, 1})), "outside of its storage");
    row("sum overflows", tensorDict(claim({2, 2}, {huge, huge}, huge)), "outside of its storage");
    row("size overflows", tensorDict(claim({huge, 8}, {1, 1})), "impossible shape");
    row("negative size", tensorDict(claim({-2}, {1})), "impossible shape");
    row("too few strides", tensorDict(claim({2, 3}, {1})), "impossible shape");
    row("17 dimensions", tensorDict(claim(std::vector<std::int64_t>(17, 1), {1})),
        "impossible shape");
    row("more than there is", tensorDict(claim({7}, {1}, 0, 7)), "not all there");
    row("storage of another size", tensorDict(claim({2}, {1}, 0, huge)), "not all there");
    row("negative storage", tensorDict(claim({2}, {1}, 0, -6)), "no known type or size");
    row("unknown storage", tensorDict({"9", "FloatStorage", 6, 0, {2}, {1}}), "missing");
    row("storage of no type", tensorDict({"0", "Size", 6, 0, {2}, {1}}), "no known type");
    row("the same name twice",
        pickledDict({{"w", pickledTensor({})}, {"module.w", pickledTensor({})}}), "twice");
    row("no tensors", pickledDict({{"w", pickledInteger(1)}}), "no tensors");
    row("a list", begin + "].", "no dictionary");
    row("a whole network",
        begin + "(" + pickledText("module") + "ccollections\nOrderedDict\n" + pickledText("a.py") +
            pickledText("source") + "tQ.",
        "whole network");
    row("deep lists", begin + repeated("]", 70000) + repeated("a", 69999) + ".", "without measure");
    row("deep tuples", begin + ")" + repeated("\x85", 300000) + ".", "no dictionary");
    row("marks", begin + std::string(200000, '('), "without measure");
    row("recalls",
        begin + "}q" + std::string(1, '\0') + repeated(std::string("h") + '\0', 100000) + ".",
        "without measure");
    row("many values", begin + "]" + repeated("]a", 1 << 20) + ".", "too many values");
    row("copied dictionaries",
        begin + "](" + repeated("NN\x86", 30000) + "eq" + std::string(1, '\0') +
            repeated("ccollections\nOrderedDict\nh" + std::string(1, '\0') + "\x85R", 400) + ".",
        "too many values");
    row("memory of everything", begin + "}r\xff\xff\xff\xff.", "remembers too many");
    row("memory of nothing", begin + "h\x07.", "not remembered");
    row("not remembered in a gap", begin + "}q\x09h\x03.", "not remembered");
    row("takes below a mark", begin + "N(a.", "not given");
    row("sets below a mark", begin + "}N(Ns.", "not given");
    row("no mark", begin + "}u.", "misses a mark");
    row("key without value", begin + "}(Nu.", "without a value");
    row("appends to a dictionary", begin + "}Na.", "no list or dictionary");
    row("calls a text", begin + pickledText("x") + ")R.", "cannot be called");
    row("calls a storage type", begin + "ctorch\nFloatStorage\n)R.", "cannot be called");
    row("calls with a list", begin + "ccollections\nOrderedDict\n]R.", "malformed");
    row("state of a tensor", pickledDict({{"w", pickledTensor({}) + "}b"}}), "no dictionary");
    row("half a tensor", begin + "ctorch._utils\n_rebuild_tensor_v2\n)R.", "malformed tensor");
    row("half a parameter", begin + "ctorch._utils\n_rebuild_parameter\n)R.",
        "malformed parameter");
    row("half a size", begin + "ctorch\nSize\n)R.", "malformed size");
    row("name without end", begin + "ctorch", "without an end");
    row("long name", begin + "c" + std::string(100000, 'x') + "\ny\n.", "without an end");
    row("forbidden name", begin + "cposix\nsystem\n.", "posix.system");
    row("name of escape codes", begin + "c\x1b[2J\nx\n.", "\\x1b[2J.x");
    row("protocol 0 text", "S'x'\n.", "opcode 83");
    row("extension code", begin + "\x82\x01.", "opcode 130");
    row("newer protocol", "\x80\x06}.", "newer protocol");
    row("values left over", begin + "}}.", "leaves values over");
    row("nothing", begin + ".", "not given");
  }
  void maliciousPicklesAreRefusedWithTheReason() {
    QFETCH(QByteArray, pickle);
    QFETCH(QString, reason);
    const std::string wanted = reason.toStdString();
    for (const auto& file : {refscale::test::zipCheckpoint(pickle.toStdString()),
                             refscale::test::legacyCheckpoint(pickle.toStdString())}) {
      const auto text = outcome(parseCheckpoint, file);
      QVERIFY2(text.find(wanted) != std::string::npos, text.c_str());
    }
  }

  void maliciousArchivesAreRefusedWithTheReason_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("reason");
    const std::string pickle = tensorDict({});
    const std::string storage(24, 'x');
    const auto row = [](const char* name, const std::vector<refscale::test::Member>& members,
                        const char* reason) {
      const Bytes file = refscale::test::zipOf(members);
      QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(file.data()),
                                        static_cast<int>(file.size()))
                          << QString(reason);
    };
    row("sound", {{"m/data.pkl", pickle}, {"m/data/0", storage}}, "accepted");
    row("compressed", {{"m/data.pkl", pickle}, {"m/data/0", std::string(9999, 'x'), true}},
        "compressed");
    row("path upwards", {{"m/data.pkl", pickle}, {"m/../../x", "x"}}, "leads out");
    row("path from the root", {{"m/data.pkl", pickle}, {"/etc/x", "x"}}, "leads out");
    row("path of Windows", {{"m/data.pkl", pickle}, {"m\\..\\x", "x"}}, "leads out");
    row("two pickles", {{"m/data.pkl", pickle}, {"n/data.pkl", pickle}}, "two pickles");
    row("no pickle", {{"m/data/0", storage}}, "not one of PyTorch");
    row("a program", {{"m/data.pkl", pickle}, {"m/constants.pkl", ""}}, "TorchScript");
    row("big-endian", {{"m/data.pkl", pickle}, {"m/byteorder", "big"}}, "big-endian");
    row("storage elsewhere",
        {{"m/data.pkl", tensorDict({"../version", "FloatStorage", 6, 0, {2}, {1}})},
         {"m/version", storage}},
        "leads out");
  }
  void maliciousArchivesAreRefusedWithTheReason() {
    QFETCH(QByteArray, file);
    QFETCH(QString, reason);
    const auto bytes = std::as_bytes(std::span(file.constData(), static_cast<size_t>(file.size())));
    const auto text = outcome(parseCheckpoint, Bytes(bytes.begin(), bytes.end()));
    QVERIFY2(text.find(reason.toStdString()) != std::string::npos, text.c_str());
  }
  // A 64-bit end record that claims 2^40 entries.
  void aDirectoryThatClaimsToBeHugeTakesNoMemory() {
    Bytes file(98);
    const auto set = [&](std::size_t at, std::uint64_t value, std::size_t width) {
      std::memcpy(file.data() + at, &value, width);
    };
    set(0, 0x04034b50, 4); // the beginning of an archive, then 56 + 20 + 22 bytes of end records
    const std::size_t end64 = 0;
    set(end64, 0x06064b50, 4);
    set(end64 + 4, 44, 8);
    set(end64 + 24, std::uint64_t{1} << 40, 8);
    set(end64 + 32, std::uint64_t{1} << 40, 8);
    set(56, 0x07064b50, 4);
    set(56 + 8, 4, 8);
    set(56 + 16, 1, 4);
    set(76, 0x06054b50, 4);
    set(76 + 8, 0xffffffff, 4);
    file.insert(file.begin(), 4, std::byte{0});
    std::memcpy(file.data(), "PK\3\4", 4);
    const auto text = outcome(parseCheckpoint, file);
    QVERIFY2(text.find("zip directory is broken") != std::string::npos, text.c_str());
  }
  void aLegacyFileOfAnotherMachineOrProtocolIsRefused() {
    const std::string sound = refscale::test::soundPickle();
    Bytes file = refscale::test::legacyCheckpoint(sound);
    file[18] = std::byte{0xea}; // protocol 1002
    QVERIFY(outcome(parseCheckpoint, file).find("another protocol") != std::string::npos);
    file = refscale::test::legacyCheckpoint(sound);
    const auto flag = std::ranges::find(file, std::byte{0x88});
    *flag = std::byte{0x89};
    QVERIFY(outcome(parseCheckpoint, file).find("big-endian") != std::string::npos);
  }
  // C libraries take memory without operator new: the whole process, after all of the above.
  void theProcessHasStayedSmall() {
    if (kSanitized) QSKIP("the sanitizer's own memory counts here");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QVERIFY2(usage.ru_maxrss < 400 * 1024, std::to_string(usage.ru_maxrss).c_str());
  }
};

QTEST_GUILESS_MAIN(TstHostileFiles)
#include "tst_hostile_files.moc"
