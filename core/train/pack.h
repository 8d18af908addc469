// A pack: pictures and pairs of places in them, in one .safetensors file of bytes, from which a
// training reads without picture libraries. Inputs are windows of one size in whole pictures,
// references areas of other (or the same) pictures; what is known of a pair comes along. Making
// pairs is not its business (app/pack), nor is loading them for a network (engine/loader).
//
// The file, version 2. Metadata: "format" = "refscale-pack", "version" = "2", "input_size"
// (pixels), "card" (JSON: sources, licences, how it was made), "pictures" (JSON array of {"name",
// "licence"}), "matcher" (who made the matches; absent without). N samples, P = input_size, p = P /
// 4:
//   picture.000000 ...  U8 [H, W, 3]      RGB, one tensor a picture
//   kind                U8 [N]            PairKind
//   split               U8 [N]            Split
//   input               I32 [N, 3]        picture, x, y of the window's first pixel
//   reference           I32 [N, 5]        picture, x, y, width, height; picture -1: none
//   carried             I32 [N, 5]        the same for the reference as the matches see it: carried
//                                         into the window's frame; picture -1: as it stands
//   homography          F64 [N, 3, 3]     pixel of the window -> pixel of the area, row-major, NaN
//                                         where unknown; optional
//   lr                  U8 [N, p, p, 3]   the reduced input; optional: else Pillow's bicubic
//   flow                F32 [N, p, p, 2]  refined match [x, y], carried (or standing) reference
//                                         minus input, in output pixels of window and area;
//                                         optional, with the next two
//   score, agreement    F32 [N, p, p]     as in Correspondence
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/field.h"
#include "core/media/picture.h"
#include "core/weights/tensor_file.h"

namespace refscale::train {

enum class PairKind : std::uint8_t {
  Scene,     // two photos of the same thing
  Neighbour, // two photos of one walk
  Synthetic, // the reference is the input's photo, transformed
  Unrelated, // nothing in common
  None       // no reference
};
inline constexpr std::array kPairKindNames = {"scene", "neighbour", "synthetic", "unrelated",
                                              "none"};

enum class Split : std::uint8_t { Train, Validation };

using Matrix3 = std::array<double, 9>; // row-major, acts on (x, y, 1)

struct Area {
  int picture = -1; // index among the pack's pictures; -1: none
  int x = 0, y = 0, width = 0, height = 0;
};

struct PackSample {
  PairKind kind = PairKind::Scene;
  Split split = Split::Train;
  Area input;     // P x P
  Area reference; // sides multiples of 4; none for PairKind::None
  Area carried;   // the reference in the window's frame (pipeline/engine/view.h); or none
  std::optional<Matrix3> homography;

  // What the matches lead into.
  [[nodiscard]] const Area& seen() const { return carried.picture < 0 ? reference : carried; }
};

// What a matcher found for one sample; empty fields where nothing was kept.
struct PackMatches {
  Field<Vec2f> pixels;
  Field<float> score;
  Field<float> agreement;
};

struct PackPicture {
  std::string name;
  std::string licence;    // as its source states it; "none stated" where it does not
  media::Picture picture; // 8-bit RGB
};

// A pack in the making. `reduced` and `matches` are empty or have one entry a sample.
struct PackContent {
  int inputSize = 160;
  std::vector<PackPicture> pictures;
  std::vector<PackSample> samples;
  std::vector<media::Picture> reduced;
  std::vector<PackMatches> matches;
  std::string matcher;
  std::string card; // JSON object
};

// Written beside and renamed. Throws Internal for windows outside their pictures.
void writePack(const PackContent& content, const std::filesystem::path& path);

// A pack on disk, mapped: opening reads the tables alone. Safe to read from several threads.
class Pack {
 public:
  // Throws NotFound, Io, BadInput: every size, index and window is checked.
  explicit Pack(const std::filesystem::path& path);

  [[nodiscard]] int inputSize() const noexcept { return inputSize_; }
  [[nodiscard]] int size() const noexcept { return static_cast<int>(samples_.size()); }
  [[nodiscard]] const PackSample& sample(int index) const { return samples_.at(index); }
  [[nodiscard]] int pictures() const noexcept { return static_cast<int>(pictures_.size()); }
  [[nodiscard]] bool hasReduced() const noexcept { return reduced_.has_value(); }
  [[nodiscard]] bool hasMatches() const noexcept { return flow_.has_value(); }
  [[nodiscard]] const std::string& card() const noexcept { return card_; }
  [[nodiscard]] const std::string& pictureName(int index) const { return names_.at(index); }
  [[nodiscard]] const std::string& licence(int index) const { return licences_.at(index); }

  // Pixels of an area, 8-bit RGB.
  [[nodiscard]] media::Picture pixels(const Area& area) const;
  [[nodiscard]] media::Picture picture(int index) const;
  [[nodiscard]] media::Picture reduced(int sample) const; // Pillow's bicubic where none is kept
  [[nodiscard]] PackMatches matches(int sample) const;    // empty where none are kept

 private:
  void readTables(const weights::TensorSet& set);
  void readOptional(const weights::TensorSet& set);
  void checkSample(const PackSample& sample, int index) const;

  int inputSize_ = 0;
  std::string card_;
  std::vector<weights::TensorView> pictures_;
  std::vector<std::string> names_, licences_;
  std::vector<PackSample> samples_;
  std::optional<weights::TensorView> reduced_, flow_, score_, agreement_;
};

} // namespace refscale::train
