// A small pack painted in code, for tests of training: textured pictures, shifted references with
// exact matches, a wrong reference and none. For tests only.
#pragma once

#include "core/train/pack.h"

namespace refscale::test {

// `pairs` training pairs and two validation ones; inputs of 64 pixels, references of 96.
[[nodiscard]] train::PackContent paintedPack(int pairs);

// A picture with edges and texture that bicubic reduction loses, drawn from a seed.
[[nodiscard]] media::Picture paintedPicture(int width, int height, std::uint64_t seed);

} // namespace refscale::test
