// Pairs of pictures in two halves, one to fit on and one to measure on: no picture is in both, or
// the measurement would be of what the fit has seen.
#pragma once

#include <string>
#include <vector>

namespace refscale::test {

// For each pair, given as the names of its pictures, 0 or 1. Pairs that have a picture in common,
// themselves or through others, are in one half; both halves have about as many pairs, and those of
// one kind that are given in a row are spread over both. The same pairs give the same halves.
[[nodiscard]] std::vector<int> halvesByPicture(const std::vector<std::vector<std::string>>& pairs);

} // namespace refscale::test
