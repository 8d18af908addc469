// Makes a pack's pairs from folders of pictures: photos of the same thing, neighbours on a walk,
// known transformations, wrong references and none. Draws everything from one seed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/run_context.h"
#include "core/train/degrade.h"
#include "core/train/pack.h"

namespace refscale::app::pack {

struct PackOptions {
  std::filesystem::path pairs;               // list "input reference [...]"; may be empty
  std::filesystem::path walk;                // folder of photos in order; may be empty
  std::vector<std::filesystem::path> photos; // folders of single photos
  std::filesystem::path licences;            // lines "beginning of a name: licence"; may be empty
  std::string holdOut;                       // "18-20": photos of the walk kept for validation
  int perPair = 3;                           // windows of a pair of the list
  int neighbour = 730;                       // pairs of the walk
  int synthetic = 1100;
  int unrelated = 300;
  int none = 250;
  int validation = 64; // windows of held-out neighbours; as many with a wrong reference
  int inputSize = 160;
  int referenceSize = 320; // largest side of the area that is matched; 0: whole pictures
  int photoSide = 1024;    // larger pictures are reduced to this long side
  std::string degradation = "bicubic";
  int seed = 1;
};

// Reads the pictures and chooses windows and areas. Throws BadInput for lists and options, and what
// reading throws.
[[nodiscard]] train::PackContent makePack(const PackOptions& options, const RunContext& context);

} // namespace refscale::app::pack
