#include "tests/weights/checkpoint_files.h"

#include <zip.h>

#include <array>
#include <cstring>
#include <stdexcept>

#include "core/base/files.h"
#include "tests/support/support.h"

namespace refscale::test {
namespace {

template <typename T>
std::string raw(T value) {
  return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

std::string floats() {
  std::string bytes;
  for (int i = 0; i < 6; ++i) bytes += raw(static_cast<float>(i));
  return bytes;
}

std::string halves() {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += raw(static_cast<std::uint16_t>(0x3c00 + i));
  return bytes;
}

Bytes asBytes(const std::string& text) {
  const auto view = std::as_bytes(std::span(text));
  return {view.begin(), view.end()};
}

} // namespace

std::string pickledText(const std::string& text) {
  return "X" + raw(static_cast<std::uint32_t>(text.size())) + text;
}

std::string pickledInteger(std::int64_t value) {
  return "\x8a\x08" + raw(value);
}

std::string pickledTuple(const std::vector<std::int64_t>& values) {
  std::string text = "(";
  for (const auto value : values) text += pickledInteger(value);
  return text + "t";
}

std::string pickledTensor(const TensorClaim& claim) {
  return "ctorch._utils\n_rebuild_tensor_v2\n((" + pickledText("storage") + "ctorch\n" +
         claim.type + "\n" + pickledText(claim.key) + pickledText("cpu") +
         pickledInteger(claim.elements) + "tQ" + pickledInteger(claim.offset) +
         pickledTuple(claim.shape) + pickledTuple(claim.strides) +
         "\x89"
         "ccollections\nOrderedDict\n)RtR";
}

std::string pickledDict(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string text = "\x80\x02}(";
  for (const auto& [name, piece] : entries) text += pickledText(name) + piece;
  return text + "u.";
}

Bytes zipOf(const std::vector<Member>& members) {
  const TemporaryFolder folder;
  const auto path = folder / "made.zip";
  int code = 0;
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (zip == nullptr) throw std::runtime_error("libzip cannot write here");
  for (const auto& member : members) {
    zip_source_t* source = zip_source_buffer(zip, member.content.data(), member.content.size(), 0);
    const auto index = zip_file_add(zip, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index),
                             member.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) throw std::runtime_error("libzip cannot write here");
  return readFile(path);
}

Bytes zipCheckpoint(const std::string& pickle) {
  return zipOf({{"m/data.pkl", pickle},
                {"m/byteorder", "little"},
                {"m/data/0", floats()},
                {"m/data/1", halves()},
                {"m/version", "3\n"}});
}

Bytes legacyCheckpoint(const std::string& pickle) {
  const std::string magic = "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";
  const std::string machine = "\x80\x02}(" + pickledText("little_endian") + "\x88u.";
  // PyTorch lists exactly the storages that the pickle refers to.
  std::string keys = "\x80\x02](";
  std::string storages;
  if (pickle.find("FloatStorage\n" + pickledText("0")) != std::string::npos) {
    keys += pickledText("0");
    storages += raw(std::int64_t{6}) + floats();
  }
  if (pickle.find("HalfStorage\n" + pickledText("1")) != std::string::npos) {
    keys += pickledText("1");
    storages += raw(std::int64_t{4}) + halves();
  }
  return asBytes(magic + "\x80\x02M\xe9\x03." + machine + pickle + keys + "e." + storages);
}

std::string soundPickle() {
  TensorClaim transposed;
  transposed.shape = {3, 2};
  transposed.strides = {1, 3};
  TensorClaim expanded;
  expanded.shape = {4, 3};
  expanded.strides = {0, 1};
  const TensorClaim halfClaim{"1", "HalfStorage", 4, 0, {4}, {1}};
  return pickledDict({{"a.weight", pickledTensor({})},
                      {"b.transposed", pickledTensor(transposed)},
                      {"c.expanded", pickledTensor(expanded)},
                      {"d.half", pickledTensor(halfClaim)},
                      {"epoch", pickledInteger(3)}});
}

} // namespace refscale::test
