#include "core/weights/safetensors.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/run_context.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeader = 100'000'000; // the format's own limit
constexpr std::size_t kMaxTensors = 200'000;
constexpr std::size_t kMaxMetadata = 10'000;
constexpr const char* kMetadataKey = "__metadata__";

constexpr std::array kTypes = {DType::F64, DType::F32, DType::F16, DType::BF16, DType::I64,
                               DType::I32, DType::I16, DType::I8,  DType::U8,   DType::Bool};

struct Entry {
  std::string name;
  std::optional<DType> type;
  std::optional<std::vector<std::int64_t>> shape;
  bool hasOffsets = false;
  std::int64_t begin = 0; // behind the header
  std::int64_t end = 0;
};

// Takes the header as it is parsed, without building a document: what does not fit the format ends
// the parse at once, so neither nesting nor size of a hostile header costs anything. The three
// functions named by nlohmann's SAX interface keep its names.
class HeaderReader : public nlohmann::json_sax<Json> {
 public:
  std::vector<Entry> entries;
  std::map<std::string, std::string> metadata;
  std::string problem;

  bool null() override { return fail("a null"); }
  bool boolean(bool) override { return fail("a boolean"); }
  bool number_integer(number_integer_t) override { return fail("a negative number"); }
  bool number_float(number_float_t, const string_t&) override {
    return fail("a number that is no whole number");
  }
  bool binary(binary_t&) override { return fail("binary data"); }
  bool number_unsigned(number_unsigned_t value) override;
  bool string(string_t& value) override;
  bool key(string_t& name) override;
  bool start_object(std::size_t) override;
  bool end_object() override;
  bool start_array(std::size_t) override;
  bool end_array() override;
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    return fail("no valid JSON (byte " + std::to_string(position) + ")");
  }

 private:
  enum class Place { Outside, Top, Metadata, Tensor, Array, End };

  bool fail(const std::string& what) {
    if (problem.empty()) {
      problem = "its header holds " + what;
      if (!where_.empty()) problem += " at " + inQuotes(where_);
    }
    return false;
  }
  bool topKey(const std::string& name);

  Place place_ = Place::Outside;
  bool seenMetadata_ = false;
  std::string where_; // the last key
  std::vector<std::int64_t> array_;
};

bool HeaderReader::number_unsigned(number_unsigned_t value) {
  if (place_ != Place::Array) return fail("a number in the wrong place");
  if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return fail("a number that is too large");
  }
  if (array_.size() >= kMaxDimensions) return fail("too many dimensions");
  array_.push_back(static_cast<std::int64_t>(value));
  return true;
}

bool HeaderReader::string(string_t& value) {
  if (place_ == Place::Metadata) {
    metadata[where_] = std::move(value);
    return true;
  }
  if (place_ != Place::Tensor || where_ != "dtype") return fail("a text in the wrong place");
  const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                  [&](DType type) { return value == dtypeName(type); });
  if (found == kTypes.end()) return fail("the unknown type " + inQuotes(value));
  entries.back().type = *found;
  return true;
}

bool HeaderReader::topKey(const std::string& name) {
  if (name == kMetadataKey) {
    if (std::exchange(seenMetadata_, true)) return fail("two model cards");
    return true;
  }
  if (entries.size() >= kMaxTensors) return fail("too many tensors");
  entries.push_back({name, {}, {}});
  return true;
}

bool HeaderReader::key(string_t& name) {
  where_ = name;
  switch (place_) {
    case Place::Top:
      return topKey(name);
    case Place::Metadata:
      if (metadata.size() >= kMaxMetadata) return fail("too many card entries");
      return !metadata.contains(name) || fail("the same card entry twice");
    case Place::Tensor: {
      const Entry& entry = entries.back();
      const bool twice = (name == "dtype" && entry.type) || (name == "shape" && entry.shape) ||
                         (name == "data_offsets" && entry.hasOffsets);
      if (twice) return fail("the same field twice");
      return name == "dtype" || name == "shape" || name == "data_offsets" ||
             fail("an unknown field");
    }
    default:
      return fail("a key in the wrong place");
  }
}

bool HeaderReader::start_object(std::size_t) {
  if (place_ == Place::Outside) {
    place_ = Place::Top;
  } else if (place_ == Place::Top) {
    place_ = where_ == kMetadataKey ? Place::Metadata : Place::Tensor;
  } else {
    return fail("an object in the wrong place");
  }
  return true;
}

bool HeaderReader::end_object() {
  if (place_ == Place::Tensor) {
    const Entry& entry = entries.back();
    if (!entry.type || !entry.shape || !entry.hasOffsets) {
      where_ = entry.name;
      return fail("an incomplete tensor");
    }
  }
  place_ = place_ == Place::Top ? Place::End : Place::Top;
  return true;
}

bool HeaderReader::start_array(std::size_t) {
  if (place_ != Place::Tensor || where_ == "dtype") return fail("a list in the wrong place");
  place_ = Place::Array;
  array_.clear();
  return true;
}

bool HeaderReader::end_array() {
  place_ = Place::Tensor;
  Entry& entry = entries.back();
  if (where_ == "shape") {
    entry.shape = array_;
    return true;
  }
  if (array_.size() != 2) return fail("offsets that are no pair");
  entry.hasOffsets = true;
  entry.begin = array_[0];
  entry.end = array_[1];
  return true;
}

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
  throw Error(Kind::BadInput, inQuotes(name) + " is no sound .safetensors file: " + why +
                                  "; fetch or export it again.");
}

// Sizes against offsets, and the data area covered without overlaps, holes or leftovers.
void checkEntries(std::vector<Entry>& entries, std::uint64_t dataBytes, const std::string& name) {
  for (const auto& entry : entries) {
    const auto count = checkedElements(*entry.shape);
    if (!count) refuse(name, inQuotes(entry.name) + " claims an impossible shape");
    if (entry.begin > entry.end || static_cast<std::uint64_t>(entry.end) > dataBytes) {
      refuse(name, "the bytes of " + inQuotes(entry.name) + " do not lie inside the file");
    }
    const auto bytes = static_cast<std::uint64_t>(*count) * dtypeBytes(*entry.type);
    if (bytes != static_cast<std::uint64_t>(entry.end - entry.begin)) {
      refuse(name, inQuotes(entry.name) + " has another number of bytes than its shape needs");
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::int64_t end = 0;
  for (const auto& entry : entries) {
    if (entry.begin != end) {
      refuse(name, "before " + inQuotes(entry.name) + " tensors overlap or leave a hole");
    }
    end = entry.end;
  }
  if (static_cast<std::uint64_t>(end) != dataBytes) {
    refuse(name, "bytes are left over behind its last tensor");
  }
}

HeaderReader readHeader(std::span<const std::byte> text, const std::string& name) {
  const auto* begin = reinterpret_cast<const char*>(text.data());
  if (text.empty() || *begin != '{') refuse(name, "its header does not begin with \"{\"");
  HeaderReader reader;
  if (!Json::sax_parse(begin, begin + text.size(), &reader)) refuse(name, reader.problem);
  return reader;
}

std::string headerText(const TensorSet& set,
                       const std::vector<const std::pair<const std::string, TensorView>*>& order) {
  std::string text = "{";
  if (!set.metadata.empty()) text += Json(kMetadataKey).dump() + ":" + Json(set.metadata).dump();
  std::uint64_t at = 0;
  for (const auto* item : order) {
    const auto& [name, tensor] = *item;
    if (text.size() > 1) text += ",";
    text += Json(name).dump() + ":{\"dtype\":\"" + dtypeName(tensor.type) +
            "\",\"shape\":" + Json(tensor.shape).dump() + ",\"data_offsets\":[" +
            std::to_string(at) + "," + std::to_string(at + tensor.bytes.size()) + "]}";
    at += tensor.bytes.size();
  }
  text += "}";
  text.resize((text.size() + 7) / 8 * 8, ' '); // the data begins aligned
  return text;
}

} // namespace

TensorSet parseSafetensors(std::span<const std::byte> file, const std::string& name,
                           std::shared_ptr<const void> owner) {
  if (file.size() < kLengthBytes) refuse(name, "it is too short");
  std::uint64_t length = 0;
  std::memcpy(&length, file.data(), sizeof(length));
  if (length > kMaxHeader || length > file.size() - kLengthBytes) {
    refuse(name, "its header claims to be larger than it can be");
  }
  const auto data = file.subspan(kLengthBytes + length);
  HeaderReader header = readHeader(file.subspan(kLengthBytes, length), name);
  checkEntries(header.entries, data.size(), name);

  const auto kept = std::move(owner);
  TensorSet set;
  set.metadata = std::move(header.metadata);
  for (auto& entry : header.entries) {
    const auto bytes = data.subspan(static_cast<std::size_t>(entry.begin),
                                    static_cast<std::size_t>(entry.end - entry.begin));
    TensorView tensor{*entry.type, std::move(*entry.shape), bytes, kept};
    if (!set.tensors.emplace(entry.name, std::move(tensor)).second) {
      refuse(name, "it holds " + inQuotes(entry.name) + " twice");
    }
  }
  return set;
}

TensorSet readSafetensors(const std::filesystem::path& path) {
  auto mapped = std::make_shared<const MappedFile>(path);
  const auto bytes = mapped->bytes();
  return parseSafetensors(bytes, path.string(), std::move(mapped));
}

void writeSafetensors(const TensorSet& set, const std::filesystem::path& path, Existing existing) {
  AtomicFile file(path, existing);
  writeSafetensors(set, file);
  file.commit();
}

void writeSafetensors(const TensorSet& set, AtomicFile& file) {
  std::vector<const std::pair<const std::string, TensorView>*> order;
  for (const auto& item : set.tensors) {
    const auto count = checkedElements(item.second.shape);
    if (item.first == kMetadataKey || !count ||
        static_cast<std::uint64_t>(*count) * dtypeBytes(item.second.type) !=
            item.second.bytes.size()) {
      throw Error(Kind::Internal, "A tensor cannot be written as it is; report this.",
                  inQuotes(item.first) + " " + shapeText(item.second.shape));
    }
    order.push_back(&item);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return dtypeBytes(a->second.type) > dtypeBytes(b->second.type);
  });

  std::string header;
  try {
    header = headerText(set, order);
  } catch (const Json::exception& error) {
    throw Error(Kind::BadInput,
                "A name or card entry is not valid UTF-8 and cannot be written to " +
                    inQuotes(file.target().string()) + "; rename it.",
                error.what());
  }
  const std::uint64_t length = header.size();
  file.write(std::as_bytes(std::span(&length, 1)));
  file.write(header);
  for (const auto* item : order) {
    StopScope::check();
    file.write(item->second.bytes);
  }
}

} // namespace refscale::weights
