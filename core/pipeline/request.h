// What is asked of the engine: a picture, its references, and how to work. Torch-free. One table,
// upscaleOptionFields(), names every option with range and help; command line, window and reports
// read and write the same struct through it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/media/picture.h"

namespace refscale::pipeline {

enum class MatcherKind { Contrastive, Vgg, None };
enum class Refinement { Auto, On, Off }; // Auto: as the model was trained
// Whether a reference is also matched as seen from the input's side. Auto: by models that refine.
enum class Registration { Auto, On, Off };
// With several references: Every, each where it matches most surely, or the Best one alone.
enum class Combine { Every, Best };
enum class Network { Whole, Base }; // Base: the single-image network underneath, alone

// Pictures are upright, in sRGB (media::toSrgb), any sample type, with or without alpha.
struct Reference {
  std::string name;
  std::shared_ptr<const media::Picture> picture;
  // Grey, 8 bit, the picture's size: where it is not 0, nothing is borrowed. May be null.
  std::shared_ptr<const media::Picture> exclusion;
};

struct UpscaleOptions {
  double strength = 1; // 0 (reference off) .. 1
  bool gate = true;    // below 1, borrow less where the match is unsure
  MatcherKind matcher = MatcherKind::Contrastive;
  Refinement refinement = Refinement::Auto;
  Registration registration = Registration::Auto;
  bool wantMaps = false; // fill UpscaleResult::maps
  Combine combine = Combine::Every;
  int selfEnsemble = 1; // 1, 2 or 4 restorations of mirrored pictures, averaged
  Network network = Network::Whole;
  double referenceMegapixels = 4; // larger references are reduced to this, stated in the report

  friend bool operator==(const UpscaleOptions&, const UpscaleOptions&) = default;
};

struct UpscaleRequest {
  std::string name;
  std::shared_ptr<const media::Picture> input;
  std::vector<Reference> references; // may be empty: enlarged without
  // Grey, 8 bit, the input's size: where it is not 0, the output takes nothing from any reference.
  // May be null.
  std::shared_ptr<const media::Picture> keepOut;
  UpscaleOptions options;
  // Told rows of the output, from row `top` on, as soon as they are final while others are still
  // made; 8 bit RGB, to look at. Called on the thread that works, and only where a large picture is
  // restored in strips. May be empty.
  std::function<void(int top, const media::Picture& rows)> rowsReady;
};

// One option as people meet it. `get` and `set` go through text; `set` throws BadInput with the
// range.
struct OptionField {
  const char* name;  // "strength": also --strength, and the key in reports
  const char* range; // "0..1", "contrastive|vgg|none"
  const char* help;
  std::function<std::string(const UpscaleOptions&)> get;
  std::function<void(UpscaleOptions&, std::string_view)> set;
};
[[nodiscard]] std::span<const OptionField> upscaleOptionFields();

} // namespace refscale::pipeline
