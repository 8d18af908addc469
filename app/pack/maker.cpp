#include "app/pack/maker.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/landmarks.h"
#include "core/media/color.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "core/pipeline/file_job.h"
#include "core/train/random.h"
#include "core/train/synthetic.h"

namespace refscale::app::pack {
namespace {

namespace fs = std::filesystem;
using train::Area;
using train::PackSample;
using train::PairKind;
using train::Random;
using train::Split;

constexpr int kCell = 4;
// Where windows are placed it does not matter to the pixel.
constexpr int kLandmarkSide = 560;
constexpr int kLandmarks = 1500;
constexpr int kSyntheticSize = 256; // of a transformed reference

// Streams of random numbers, one a purpose: changing one count leaves the others as they are.
enum Stream : std::uint64_t {
  kScenes = 1,
  kWalk,
  kValidation,
  kSynthetic,
  kUnrelated,
  kNone,
  kReduce
};

std::vector<fs::path> somePicturesIn(const fs::path& folder) {
  std::vector<fs::path> files = media::picturesIn(folder);
  if (files.empty()) {
    throw Error(Kind::NotFound,
                "There are no pictures in \"" + folder.string() + "\"; check the folder's name.");
  }
  return files;
}

class Maker {
 public:
  Maker(const PackOptions& options, const RunContext& context)
      : options_(options), context_(context) {
    content_.inputSize = options.inputSize;
    if (options.inputSize % kCell != 0 || options.inputSize < 4 * kCell ||
        options.referenceSize % kCell != 0) {
      throw Error(Kind::BadInput, "Sizes of windows and areas are to be multiples of 4.");
    }
    readLicences();
  }

  train::PackContent make();

 private:
  void readLicences();
  [[nodiscard]] std::string licenceOf(const std::string& name) const;
  int picture(const fs::path& path, const std::string& name); // its index, read on first use
  const geometry::Landmarks& landmarks(int picture);
  [[nodiscard]] Random random(Stream stream) const {
    return {static_cast<std::uint64_t>(options_.seed), stream};
  }
  // A window anywhere; nothing fits into small pictures.
  [[nodiscard]] bool fits(int picture) const;
  [[nodiscard]] Area anyWindow(int picture, Random& random) const;
  [[nodiscard]] Area areaAround(int picture, double x, double y) const;
  // Windows around shown places, each with its area of the other picture.
  int addPlaced(int first, int second, PairKind kind, Split split, int count, Random& random);
  void addWrong(const Area& input, Split split, Random& random);
  void addScenes();
  void addWalk();
  void addValidation(const std::vector<int>& held);
  void addFree();
  void reduce();
  [[nodiscard]] std::string card() const;

  const PackOptions& options_;
  const RunContext& context_;
  train::PackContent content_;
  std::map<std::string, int> known_; // path -> picture
  std::map<int, geometry::Landmarks> landmarks_;
  std::vector<std::pair<std::string, std::string>> licences_;
  std::vector<int> free_;            // pictures that training may take windows from
  std::map<int, std::string> group_; // what a picture shows: others are unrelated
};

void Maker::readLicences() {
  if (options_.licences.empty()) return;
  std::ifstream file(options_.licences);
  if (!file) {
    throw Error(Kind::NotFound, "There is no list of licences \"" + options_.licences.string() +
                                    "\"; check its name.");
  }
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) continue;
    const auto text = line.find_first_not_of(' ', colon + 1);
    licences_.emplace_back(line.substr(0, colon),
                           text == std::string::npos ? "" : line.substr(text));
  }
}

std::string Maker::licenceOf(const std::string& name) const {
  for (const auto& [beginning, licence] : licences_) {
    if (name.starts_with(beginning)) return licence;
  }
  return "none stated";
}

int Maker::picture(const fs::path& path, const std::string& name) {
  const auto found = known_.find(path.string());
  if (found != known_.end()) return found->second;
  context_.checkStop();
  media::Picture rgb = media::rgbBytes(*pipeline::readSource(path, {}).srgb);
  const double scale =
      static_cast<double>(options_.photoSide) / std::max(rgb.width(), rgb.height());
  if (scale < 1) {
    rgb = media::resizeBicubicU8(rgb, static_cast<int>(std::lround(rgb.width() * scale)),
                                 static_cast<int>(std::lround(rgb.height() * scale)));
  }
  const int index = static_cast<int>(content_.pictures.size());
  content_.pictures.push_back({name, licenceOf(name), std::move(rgb)});
  known_[path.string()] = index;
  group_[index] = fs::path(name).parent_path().string();
  return index;
}

const geometry::Landmarks& Maker::landmarks(int picture) {
  const auto found = landmarks_.find(picture);
  if (found != landmarks_.end()) return found->second;
  context_.checkStop();
  return landmarks_[picture] =
             geometry::findLandmarks(content_.pictures[picture].picture, kLandmarkSide, kLandmarks);
}

bool Maker::fits(int picture) const {
  const media::Picture& p = content_.pictures[picture].picture;
  return p.width() >= options_.inputSize && p.height() >= options_.inputSize;
}

Area Maker::anyWindow(int picture, Random& random) const {
  const media::Picture& p = content_.pictures[picture].picture;
  const int side = options_.inputSize;
  return {picture, random.below(p.width() - side + 1), random.below(p.height() - side + 1), side,
          side};
}

Area Maker::areaAround(int picture, double x, double y) const {
  const media::Picture& p = content_.pictures[picture].picture;
  const auto span = [&](int size) {
    const int whole = size / kCell * kCell;
    return options_.referenceSize == 0 ? whole : std::min(whole, options_.referenceSize);
  };
  const auto begin = [](double centre, int length, int size) {
    const int first = static_cast<int>(std::lround((centre - length / 2.0) / kCell)) * kCell;
    return std::clamp(first, 0, (size - length) / kCell * kCell);
  };
  const int width = span(p.width());
  const int height = span(p.height());
  return {picture, begin(x, width, p.width()), begin(y, height, p.height()), width, height};
}

int Maker::addPlaced(int first, int second, PairKind kind, Split split, int count, Random& random) {
  if (!fits(first)) return 0;
  const auto places =
      geometry::rigidPlaces(geometry::samePlaces(landmarks(first), landmarks(second)));
  if (places.empty()) return 0;
  const media::Picture& p = content_.pictures[first].picture;
  const int side = options_.inputSize;
  for (int i = 0; i < count; ++i) {
    const geometry::SamePlace& place = places[random.below(static_cast<int>(places.size()))];
    const auto corner = [&](double at, int size) {
      const double moved = at - side / 2.0 + random.uniform(-0.35, 0.35) * side;
      return std::clamp(static_cast<int>(std::lround(moved)), 0, size - side);
    };
    PackSample sample;
    sample.kind = kind;
    sample.split = split;
    sample.input = {first, corner(place.first.x, p.width()), corner(place.first.y, p.height()),
                    side, side};
    const double spread = 0.2 * options_.referenceSize; // the place is not always in the middle
    sample.reference = areaAround(second,
                                  place.second.x + (sample.input.x + side / 2.0 - place.first.x) +
                                      random.uniform(-spread, spread),
                                  place.second.y + (sample.input.y + side / 2.0 - place.first.y) +
                                      random.uniform(-spread, spread));
    content_.samples.push_back(sample);
  }
  return count;
}

void Maker::addWrong(const Area& input, Split split, Random& random) {
  for (int tries = 0; tries < 100; ++tries) {
    const int other = free_[random.below(static_cast<int>(free_.size()))];
    if (group_[other] == group_[input.picture] || !fits(other)) continue;
    const media::Picture& p = content_.pictures[other].picture;
    PackSample sample;
    sample.kind = PairKind::Unrelated;
    sample.split = split;
    sample.input = input;
    sample.reference =
        areaAround(other, random.uniform(0, p.width()), random.uniform(0, p.height()));
    content_.samples.push_back(sample);
    return;
  }
}

void Maker::addScenes() {
  if (options_.pairs.empty()) return;
  std::ifstream file(options_.pairs);
  if (!file) {
    throw Error(Kind::NotFound,
                "There is no list \"" + options_.pairs.string() + "\"; check its name.");
  }
  Random random = this->random(kScenes);
  const fs::path folder = options_.pairs.parent_path();
  int pairs = 0;
  int empty = 0;
  std::set<int> seen;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string first, second;
    if (!(words >> first >> second)) continue;
    const int a = picture(folder / first, first);
    const int b = picture(folder / second, second);
    for (const int p : {a, b}) {
      if (fits(p) && seen.insert(p).second) free_.push_back(p);
    }
    if (addPlaced(a, b, PairKind::Scene, Split::Train, options_.perPair, random) == 0) ++empty;
    ++pairs;
    context_.progress(Stage::Read, pairs, pairs + 1);
  }
  context_.log(LogLevel::Info, std::to_string(pairs) + " pairs of the list, " +
                                   std::to_string(empty) + " without enough common places");
}

// "18-20" -> 17, 18, 19
std::set<int> heldOut(const std::string& text, int count) {
  std::set<int> held;
  if (text.empty()) return held;
  const auto dash = text.find('-');
  int first = 0;
  int last = 0;
  const auto number = [&](std::string_view part, int& value) {
    const auto [end, failed] = std::from_chars(part.data(), part.data() + part.size(), value);
    return failed == std::errc() && end == part.data() + part.size();
  };
  const std::string_view view = text;
  const bool good = number(view.substr(0, dash), first) &&
                    number(dash == std::string::npos ? view : view.substr(dash + 1), last);
  if (!good || first < 1 || last < first || last > count) {
    throw Error(Kind::BadInput, "\"" + text + "\" is no range of the walk's " +
                                    std::to_string(count) + " photos; write 18-20.");
  }
  for (int i = first; i <= last; ++i) held.insert(i - 1);
  return held;
}

void Maker::addWalk() {
  if (options_.walk.empty()) return;
  const auto files = somePicturesIn(options_.walk);
  const std::string name = fs::path(options_.walk / "").parent_path().filename().string();
  const std::set<int> held = heldOut(options_.holdOut, static_cast<int>(files.size()));
  std::vector<int> walk;
  std::vector<int> kept;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const int p = picture(files[i], name + "/" + files[i].filename().string());
    if (held.contains(static_cast<int>(i))) {
      kept.push_back(p);
    } else {
      free_.push_back(p);
    }
    walk.push_back(p);
  }
  std::vector<std::pair<int, int>> pairs;
  for (int i = 0; i + 1 < static_cast<int>(walk.size()); ++i) {
    if (held.contains(i) || held.contains(i + 1)) continue;
    pairs.emplace_back(walk[i], walk[i + 1]);
    pairs.emplace_back(walk[i + 1], walk[i]);
  }
  Random random = this->random(kWalk);
  const int each =
      pairs.empty() ? 0 : static_cast<int>((options_.neighbour + pairs.size() - 1) / pairs.size());
  int made = 0;
  for (const auto& [a, b] : pairs) {
    made += addPlaced(a, b, PairKind::Neighbour, Split::Train,
                      std::min(each, options_.neighbour - made), random);
  }
  addValidation(kept);
}

void Maker::addValidation(const std::vector<int>& held) {
  if (held.size() < 2 || options_.validation == 0) return;
  Random random = this->random(kValidation);
  const auto pairs = static_cast<int>(2 * (held.size() - 1));
  const int each = (options_.validation + pairs - 1) / pairs;
  const std::size_t begin = content_.samples.size();
  int made = 0;
  for (std::size_t i = 0; i + 1 < held.size(); ++i) {
    for (const auto& [a, b] : {std::pair(held[i], held[i + 1]), std::pair(held[i + 1], held[i])}) {
      made += addPlaced(a, b, PairKind::Neighbour, Split::Validation,
                        std::min(each, options_.validation - made), random);
    }
  }
  const std::size_t end = content_.samples.size();
  for (std::size_t i = begin; i < end && !free_.empty(); ++i) {
    addWrong(content_.samples[i].input, Split::Validation, random);
  }
}

void Maker::addFree() {
  for (const fs::path& folder : options_.photos) {
    const std::string name = fs::path(folder / "").parent_path().filename().string();
    for (const fs::path& file : somePicturesIn(folder)) {
      const int p = picture(file, name + "/" + file.filename().string());
      // Photos of one folder show different things: each is a group of its own.
      group_[p] = content_.pictures[p].name;
      if (fits(p)) free_.push_back(p);
    }
  }
  if (free_.empty()) {
    throw Error(Kind::BadInput, "No picture is large enough for a window of " +
                                    std::to_string(options_.inputSize) + " pixels.");
  }
  const auto any = [&](Random& random) {
    return free_[random.below(static_cast<int>(free_.size()))];
  };
  Random synthetic = random(kSynthetic);
  const int size = std::max(kSyntheticSize, options_.inputSize);
  for (int i = 0; i < options_.synthetic; ++i) {
    context_.checkStop();
    PackSample sample;
    sample.kind = PairKind::Synthetic;
    const int from = any(synthetic);
    sample.input = anyWindow(from, synthetic);
    train::SyntheticPair pair =
        train::makeSynthetic(content_.pictures[from].picture, sample.input, size, {}, synthetic);
    sample.homography = pair.homography;
    sample.reference = {static_cast<int>(content_.pictures.size()), 0, 0, size, size};
    content_.pictures.push_back({"transformed " + content_.pictures[from].name,
                                 content_.pictures[from].licence, std::move(pair.reference)});
    content_.samples.push_back(sample);
  }
  Random unrelated = random(kUnrelated);
  for (int i = 0; i < options_.unrelated; ++i) {
    addWrong(anyWindow(any(unrelated), unrelated), Split::Train, unrelated);
  }
  Random none = random(kNone);
  for (int i = 0; i < options_.none; ++i) {
    PackSample sample;
    sample.kind = PairKind::None;
    sample.input = anyWindow(any(none), none);
    content_.samples.push_back(sample);
  }
}

void Maker::reduce() {
  if (options_.degradation == "bicubic") return; // made from the window when it is read
  Random random = this->random(kReduce);
  for (const PackSample& s : content_.samples) {
    const media::Picture truth =
        media::cropped(content_.pictures[s.input.picture].picture, s.input.x, s.input.y,
                       s.input.width, s.input.height);
    // Half of the inputs stay bicubic: one model is to do both.
    const auto kind =
        random.chance(0.5) ? train::Degradation::Realistic : train::Degradation::Bicubic;
    content_.reduced.push_back(train::reduced(truth, kind, {}, random));
  }
}

std::string Maker::card() const {
  nlohmann::ordered_json counts = nlohmann::ordered_json::object();
  for (const PackSample& s : content_.samples) {
    const std::string split = s.split == Split::Validation ? "validation " : "";
    auto& count = counts[split + train::kPairKindNames[static_cast<std::size_t>(s.kind)]];
    count = count.is_null() ? 1 : count.get<int>() + 1;
  }
  return nlohmann::ordered_json{{"pairs", counts},
                                {"input_size", options_.inputSize},
                                {"reference_size", options_.referenceSize},
                                {"degradation", options_.degradation},
                                {"held_out", options_.holdOut},
                                {"seed", options_.seed}}
      .dump();
}

train::PackContent Maker::make() {
  addScenes();
  addWalk();
  addFree();
  reduce();
  content_.card = card();
  return std::move(content_);
}

} // namespace

train::PackContent makePack(const PackOptions& options, const RunContext& context) {
  return Maker(options, context).make();
}

} // namespace refscale::app::pack
