#include "core/train/pack.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <span>

#include "core/base/error.h"
#include "core/media/resample.h"
#include "core/weights/safetensors.h"

namespace refscale::train {
namespace {

using Json = nlohmann::json;
using weights::DType;
using weights::TensorSet;
using weights::TensorView;

constexpr int kCell = 4;
constexpr int kLargestInput = 4096;
constexpr const char* kFormat = "refscale-pack";
constexpr const char* kVersion = "2";
static_assert(std::endian::native == std::endian::little, "the format is little-endian");

[[noreturn]] void refuse(const std::string& why) {
  throw Error(Kind::BadInput,
              "The file is no usable pack: " + why + "; make it again with `refscale pack`.");
}

std::string pictureKey(std::size_t index) {
  std::string digits = std::to_string(index);
  constexpr std::size_t kDigits = 6;
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return "picture." + digits;
}

template <typename T>
std::vector<std::byte> bytesOf(const std::vector<T>& values) {
  std::vector<std::byte> bytes(values.size() * sizeof(T));
  if (!bytes.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

template <typename T>
std::vector<T> valuesOf(const TensorView& view) {
  std::vector<T> values(view.bytes.size() / sizeof(T));
  if (!values.empty()) std::memcpy(values.data(), view.bytes.data(), values.size() * sizeof(T));
  return values;
}

// The part of a table [N, ...] that belongs to one sample, into `out`, which has its size.
template <typename T>
void copyRow(const TensorView& table, int sample, std::vector<T>& out) {
  const std::size_t bytes = out.size() * sizeof(T);
  std::memcpy(static_cast<void*>(out.data()),
              table.bytes.data() + bytes * static_cast<std::size_t>(sample), bytes);
}

bool inside(const Area& area, int width, int height) {
  return area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0 &&
         area.x <= width - area.width && area.y <= height - area.height;
}

const TensorView& table(const TensorSet& set, const std::string& name, DType type,
                        const std::vector<std::int64_t>& shape) {
  const auto found = set.tensors.find(name);
  if (found == set.tensors.end()) refuse("it has no table \"" + name + "\"");
  if (found->second.type != type || found->second.shape != shape) {
    refuse("the table \"" + name + "\" has another type or shape than its version says");
  }
  return found->second;
}

std::string entry(const TensorSet& set, const std::string& key) {
  const auto found = set.metadata.find(key);
  return found == set.metadata.end() ? std::string() : found->second;
}

// --- writing
// --------------------------------------------------------------------------------------

void addPictures(const PackContent& content, TensorSet& set) {
  Json list = Json::array();
  for (std::size_t i = 0; i < content.pictures.size(); ++i) {
    const PackPicture& p = content.pictures[i];
    if (p.picture.channels() != 3 || p.picture.sample() != media::Sample::U8) {
      throw Error(Kind::Internal, "A pack takes 8-bit RGB pictures alone; report this.", p.name);
    }
    const auto bytes = p.picture.bytes();
    set.tensors[pictureKey(i)] = weights::makeTensor(
        DType::U8, {p.picture.height(), p.picture.width(), 3}, {bytes.begin(), bytes.end()});
    list.push_back({{"name", p.name}, {"licence", p.licence}});
  }
  set.metadata["pictures"] = list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void addSamples(const PackContent& content, TensorSet& set) {
  const auto n = static_cast<std::int64_t>(content.samples.size());
  std::vector<std::uint8_t> kind, split;
  std::vector<std::int32_t> input, reference, carried;
  std::vector<double> homography;
  for (const PackSample& s : content.samples) {
    kind.push_back(static_cast<std::uint8_t>(s.kind));
    split.push_back(static_cast<std::uint8_t>(s.split));
    input.insert(input.end(), {s.input.picture, s.input.x, s.input.y});
    const auto add = [](std::vector<std::int32_t>& to, const Area& a) {
      to.insert(to.end(), {a.picture, a.x, a.y, a.width, a.height});
    };
    add(reference, s.reference);
    add(carried, s.carried);
    Matrix3 unknown;
    unknown.fill(std::numeric_limits<double>::quiet_NaN());
    const Matrix3 matrix = s.homography.value_or(unknown);
    homography.insert(homography.end(), matrix.begin(), matrix.end());
  }
  set.tensors["kind"] = weights::makeTensor(DType::U8, {n}, bytesOf(kind));
  set.tensors["split"] = weights::makeTensor(DType::U8, {n}, bytesOf(split));
  set.tensors["input"] = weights::makeTensor(DType::I32, {n, 3}, bytesOf(input));
  set.tensors["reference"] = weights::makeTensor(DType::I32, {n, 5}, bytesOf(reference));
  set.tensors["carried"] = weights::makeTensor(DType::I32, {n, 5}, bytesOf(carried));
  set.tensors["homography"] = weights::makeTensor(DType::F64, {n, 3, 3}, bytesOf(homography));
}

void addReduced(const PackContent& content, TensorSet& set) {
  std::vector<std::byte> all;
  for (const media::Picture& p : content.reduced) {
    all.insert(all.end(), p.bytes().begin(), p.bytes().end());
  }
  const std::int64_t side = content.inputSize / kCell;
  set.tensors["lr"] = weights::makeTensor(
      DType::U8, {static_cast<std::int64_t>(content.reduced.size()), side, side, 3}, all);
}

void addMatches(const PackContent& content, TensorSet& set) {
  std::vector<float> flow, score, agreement;
  for (const PackMatches& m : content.matches) {
    for (const Vec2f v : m.pixels.values) flow.insert(flow.end(), {v.x, v.y});
    score.insert(score.end(), m.score.values.begin(), m.score.values.end());
    agreement.insert(agreement.end(), m.agreement.values.begin(), m.agreement.values.end());
  }
  const auto n = static_cast<std::int64_t>(content.matches.size());
  const std::int64_t side = content.inputSize / kCell;
  set.tensors["flow"] = weights::makeTensor({n, side, side, 2}, flow);
  set.tensors["score"] = weights::makeTensor({n, side, side}, score);
  set.tensors["agreement"] = weights::makeTensor({n, side, side}, agreement);
  set.metadata["matcher"] = content.matcher;
}

} // namespace

void writePack(const PackContent& content, const std::filesystem::path& path) {
  for (const PackSample& s : content.samples) {
    for (const Area* area : {&s.input, &s.reference, &s.carried}) {
      if (area->picture < 0 && area != &s.input) continue;
      const media::Picture& p = content.pictures.at(area->picture).picture;
      if (!inside(*area, p.width(), p.height())) {
        throw Error(Kind::Internal, "A window of a pack lies outside its picture; report this.",
                    content.pictures[area->picture].name);
      }
    }
  }
  TensorSet set;
  set.metadata["format"] = kFormat;
  set.metadata["version"] = kVersion;
  set.metadata["input_size"] = std::to_string(content.inputSize);
  set.metadata["card"] = content.card.empty() ? "{}" : content.card;
  addPictures(content, set);
  addSamples(content, set);
  if (!content.reduced.empty()) addReduced(content, set);
  if (!content.matches.empty()) addMatches(content, set);
  weights::writeSafetensors(set, path);
}

// --- reading
// --------------------------------------------------------------------------------------

Pack::Pack(const std::filesystem::path& path) {
  const TensorSet set = weights::readSafetensors(path);
  if (entry(set, "format") != kFormat) refuse("it is a .safetensors file of another kind");
  if (entry(set, "version") != kVersion) refuse("its version is not known here");
  const std::string side = entry(set, "input_size");
  std::from_chars(side.data(), side.data() + side.size(), inputSize_);
  if (inputSize_ < 4 * kCell || inputSize_ > kLargestInput || inputSize_ % kCell != 0) {
    refuse("its input size cannot be");
  }
  card_ = entry(set, "card");
  for (std::size_t i = 0; set.tensors.contains(pictureKey(i)); ++i) {
    const TensorView& view = set.tensors.at(pictureKey(i));
    if (view.type != DType::U8 || view.shape.size() != 3 || view.shape[2] != 3 ||
        view.elements() == 0 || view.shape[0] > 1 << 20 || view.shape[1] > 1 << 20) {
      refuse("picture " + std::to_string(i) + " is no 8-bit RGB picture");
    }
    pictures_.push_back(view);
  }
  readTables(set);
  readOptional(set);
  for (int i = 0; i < size(); ++i) checkSample(samples_[i], i);
}

void Pack::readTables(const TensorSet& set) {
  const Json list = Json::parse(entry(set, "pictures"), nullptr, /*allow_exceptions=*/false);
  for (std::size_t i = 0; i < pictures_.size(); ++i) {
    const bool known = list.is_array() && i < list.size() && list[i].is_object();
    names_.push_back(known ? list[i].value("name", std::string()) : std::string());
    licences_.push_back(known ? list[i].value("licence", std::string()) : std::string());
  }
  const auto kinds = set.tensors.find("kind");
  if (kinds == set.tensors.end() || kinds->second.shape.size() != 1 ||
      kinds->second.type != DType::U8) {
    refuse("it has no table \"kind\"");
  }
  const std::int64_t n = kinds->second.shape[0];
  const auto kind = valuesOf<std::uint8_t>(kinds->second);
  const auto split = valuesOf<std::uint8_t>(table(set, "split", DType::U8, {n}));
  const auto input = valuesOf<std::int32_t>(table(set, "input", DType::I32, {n, 3}));
  const auto reference = valuesOf<std::int32_t>(table(set, "reference", DType::I32, {n, 5}));
  const auto carried = valuesOf<std::int32_t>(table(set, "carried", DType::I32, {n, 5}));
  std::vector<double> homography;
  if (set.tensors.contains("homography")) {
    homography = valuesOf<double>(table(set, "homography", DType::F64, {n, 3, 3}));
  }
  for (std::size_t i = 0; i < kind.size(); ++i) {
    PackSample sample;
    if (kind[i] >= kPairKindNames.size() || split[i] > 1) refuse("a pair is of no known kind");
    sample.kind = static_cast<PairKind>(kind[i]);
    sample.split = static_cast<Split>(split[i]);
    sample.input = {input[3 * i], input[3 * i + 1], input[3 * i + 2], inputSize_, inputSize_};
    const auto area = [&](const std::vector<std::int32_t>& from) {
      const auto* a = &from[5 * i];
      return Area{a[0], a[1], a[2], a[3], a[4]};
    };
    sample.reference = area(reference);
    sample.carried = area(carried);
    if (!homography.empty() && std::isfinite(homography[9 * i])) {
      sample.homography.emplace();
      std::copy_n(&homography[9 * i], 9, sample.homography->begin());
    }
    samples_.push_back(sample);
  }
}

void Pack::readOptional(const TensorSet& set) {
  const std::int64_t n = size();
  const std::int64_t side = inputSize_ / kCell;
  if (set.tensors.contains("lr")) reduced_ = table(set, "lr", DType::U8, {n, side, side, 3});
  if (set.tensors.contains("flow")) {
    flow_ = table(set, "flow", DType::F32, {n, side, side, 2});
    score_ = table(set, "score", DType::F32, {n, side, side});
    agreement_ = table(set, "agreement", DType::F32, {n, side, side});
  }
}

void Pack::checkSample(const PackSample& sample, int index) const {
  const auto fits = [&](const Area& area) {
    if (area.picture < 0 || area.picture >= pictures()) return false;
    const auto& shape = pictures_[area.picture].shape;
    return inside(area, static_cast<int>(shape[1]), static_cast<int>(shape[0]));
  };
  const auto ofCells = [&](const Area& area) {
    return fits(area) && area.width % kCell == 0 && area.height % kCell == 0 &&
           area.width >= 4 * kCell && area.height >= 4 * kCell;
  };
  const bool none = sample.reference.picture < 0;
  const bool good = fits(sample.input) &&
                    (none ? sample.kind == PairKind::None : ofCells(sample.reference)) &&
                    (sample.carried.picture < 0 || (!none && ofCells(sample.carried)));
  if (!good) refuse("pair " + std::to_string(index) + " lies outside its pictures");
}

media::Picture Pack::pixels(const Area& area) const {
  const TensorView& view = pictures_.at(area.picture);
  const auto width = static_cast<std::size_t>(view.shape[1]);
  media::Picture out(area.width, area.height, 3, media::Sample::U8);
  for (int y = 0; y < area.height; ++y) {
    const std::size_t first = (static_cast<std::size_t>(area.y + y) * width + area.x) * 3;
    std::memcpy(out.row<std::byte>(y), view.bytes.data() + first, out.stride());
  }
  return out;
}

media::Picture Pack::picture(int index) const {
  const auto& shape = pictures_.at(index).shape;
  return pixels({index, 0, 0, static_cast<int>(shape[1]), static_cast<int>(shape[0])});
}

media::Picture Pack::reduced(int sample) const {
  const int side = inputSize_ / kCell;
  if (!reduced_) return media::resizeBicubicU8(pixels(samples_.at(sample).input), side, side);
  media::Picture out(side, side, 3, media::Sample::U8);
  std::memcpy(out.bytes().data(),
              reduced_->bytes.data() + out.bytes().size() * static_cast<std::size_t>(sample),
              out.bytes().size());
  return out;
}

PackMatches Pack::matches(int sample) const {
  PackMatches m;
  if (!flow_) return m;
  const int side = inputSize_ / kCell;
  m.pixels = Field<Vec2f>(side, side, kCell);
  m.score = Field<float>(side, side, kCell);
  m.agreement = Field<float>(side, side, kCell);
  copyRow(*flow_, sample, m.pixels.values);
  copyRow(*score_, sample, m.score.values);
  copyRow(*agreement_, sample, m.agreement.values);
  return m;
}

} // namespace refscale::train
