// Writing the zip container. By hand rather than with libzip: PyTorch maps storages in place and
// wants each at a multiple of 64 bytes, which needs padding that depends on the position.
#include <array>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/checkpoint.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::uint32_t>::max();

constexpr std::array<std::uint32_t, 256> crcTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1) ^ ((value & 1u) != 0 ? 0xedb88320u : 0u);
    table[i] = value;
  }
  return table;
}

std::uint32_t crc32(std::span<const std::byte> bytes) {
  static constexpr auto kTable = crcTable();
  std::uint32_t sum = ~0u;
  for (const auto byte : bytes) {
    sum = kTable[(sum ^ std::to_integer<std::uint32_t>(byte)) & 0xffu] ^ (sum >> 8);
  }
  return ~sum;
}

template <typename T>
void put(std::string& out, std::uint64_t value) {
  const T number = static_cast<T>(value);
  out.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

// Stored members, then the directory. Sizes stay below 4 GiB: no 64-bit records.
class ZipWriter {
 public:
  explicit ZipWriter(const std::filesystem::path& path) : path_(path), file_(path) {}
  void add(const std::string& name, std::span<const std::byte> bytes);
  void add(const std::string& name, const std::string& text) {
    add(name, std::as_bytes(std::span(text)));
  }
  void finish();

 private:
  void write(const std::string& text) {
    file_.write(text);
    at_ += text.size();
  }
  void checkSize(std::uint64_t more) const;

  std::filesystem::path path_;
  AtomicFile file_;
  std::uint64_t at_ = 0;
  std::uint16_t count_ = 0;
  std::string directory_;
};

void ZipWriter::checkSize(std::uint64_t more) const {
  if (at_ + more <= kLargest && count_ < std::numeric_limits<std::uint16_t>::max()) return;
  throw Error(Kind::Unsupported, "The weights are too large for " + inQuotes(path_.string()) +
                                     "; write them as .safetensors.");
}

void ZipWriter::add(const std::string& name, std::span<const std::byte> bytes) {
  constexpr std::size_t kLocalHeader = 30;
  constexpr std::size_t kExtraHeader = 4;
  constexpr std::uint64_t kAlignment = 64;
  constexpr std::uint16_t kVersion = 20;
  constexpr std::uint16_t kFirstDay = 33; // 1 January 1980: the same set gives the same bytes
  checkSize(bytes.size() + kLocalHeader + kExtraHeader + name.size() + kAlignment);
  const std::uint64_t begin = at_ + kLocalHeader + name.size() + kExtraHeader;
  const auto padding = (kAlignment - begin % kAlignment) % kAlignment;

  std::string common;
  put<std::uint16_t>(common, kVersion);
  put<std::uint16_t>(common, 0); // flags
  put<std::uint16_t>(common, 0); // stored
  put<std::uint16_t>(common, 0); // time
  put<std::uint16_t>(common, kFirstDay);
  put<std::uint32_t>(common, crc32(bytes));
  put<std::uint32_t>(common, bytes.size());
  put<std::uint32_t>(common, bytes.size());
  put<std::uint16_t>(common, name.size());

  put<std::uint32_t>(directory_, 0x02014b50);
  put<std::uint16_t>(directory_, kVersion);
  directory_ += common;
  directory_.append(12, '\0'); // no extra field, comment, disk or attributes
  put<std::uint32_t>(directory_, at_);
  directory_ += name;

  std::string header;
  put<std::uint32_t>(header, 0x04034b50);
  header += common;
  put<std::uint16_t>(header, kExtraHeader + padding);
  header += name + "FB"; // the padding field of PyTorch's own writer
  put<std::uint16_t>(header, padding);
  header.append(static_cast<std::size_t>(padding), 'Z');
  write(header);
  file_.write(bytes);
  at_ += bytes.size();
  ++count_;
}

void ZipWriter::finish() {
  checkSize(directory_.size());
  const std::uint64_t begin = at_;
  write(directory_);
  std::string end;
  put<std::uint32_t>(end, 0x06054b50);
  put<std::uint32_t>(end, 0); // disks
  put<std::uint16_t>(end, count_);
  put<std::uint16_t>(end, count_);
  put<std::uint32_t>(end, directory_.size());
  put<std::uint32_t>(end, begin);
  put<std::uint16_t>(end, 0);
  write(end);
  file_.commit();
}

const char* storageName(DType type) {
  switch (type) {
    case DType::F64:
      return "DoubleStorage";
    case DType::F32:
      return "FloatStorage";
    case DType::F16:
      return "HalfStorage";
    case DType::BF16:
      return "BFloat16Storage";
    case DType::I64:
      return "LongStorage";
    case DType::I32:
      return "IntStorage";
    case DType::I16:
      return "ShortStorage";
    case DType::I8:
      return "CharStorage";
    case DType::U8:
      return "ByteStorage";
    case DType::Bool:
      return "BoolStorage";
  }
  return "FloatStorage";
}

void putText(std::string& out, const std::string& text) {
  out += 'X';
  put<std::uint32_t>(out, text.size());
  out += text;
}

void putInteger(std::string& out, std::int64_t value) { // LONG1 of eight bytes
  out += "\x8a\x08";
  put<std::int64_t>(out, static_cast<std::uint64_t>(value));
}

void putIntegers(std::string& out, std::span<const std::int64_t> values) {
  out += '(';
  for (const auto value : values) putInteger(out, value);
  out += 't';
}

// torch._utils._rebuild_tensor_v2(storage, 0, shape, strides, False, OrderedDict())
void putTensor(std::string& out, const TensorView& tensor, const std::string& key) {
  std::vector<std::int64_t> strides(tensor.shape.size(), 1);
  for (std::size_t i = strides.size(); i-- > 1;) strides[i - 1] = strides[i] * tensor.shape[i];
  out += "ctorch._utils\n_rebuild_tensor_v2\n((";
  putText(out, "storage");
  out += std::string("ctorch\n") + storageName(tensor.type) + "\n";
  putText(out, key);
  putText(out, "cpu");
  putInteger(out, tensor.elements());
  out += "tQ";
  putInteger(out, 0);
  putIntegers(out, tensor.shape);
  putIntegers(out, strides);
  out +=
      "\x89"
      "ccollections\nOrderedDict\n)RtR";
}

} // namespace

void writeCheckpoint(const TensorSet& set, const std::filesystem::path& path) {
  std::string text = "\x80\x02}("; // protocol 2, a dictionary
  std::size_t number = 0;
  for (const auto& [name, tensor] : set.tensors) {
    putText(text, name);
    putTensor(text, tensor, std::to_string(number++));
  }
  text += "u.";

  const std::string root = path.stem().string() + "/";
  ZipWriter zip(path);
  zip.add(root + "data.pkl", text);
  zip.add(root + "byteorder", std::string("little"));
  number = 0;
  for (const auto& item : set.tensors) {
    zip.add(root + "data/" + std::to_string(number++), item.second.bytes);
  }
  zip.add(root + "version", std::string("3\n"));
  zip.finish();
}

} // namespace refscale::weights
