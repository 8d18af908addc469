// A wrong reference made of the right one, to see how much of a gain comes from what the reference
// shows and how much would come with any picture.
#pragma once

#include "core/media/picture.h"

namespace refscale::pipeline {

// Smaller than the 12 pixels of the patches that are matched: with larger blocks the matcher would
// find each of them again at its new place, and nothing would be wrong with the reference.
inline constexpr int kShuffledBlock = 8;

// The same blocks of pixels at other places: colours, brightness and contrast stay what they are,
// but no patch of the scene is left. Shuffled rather than another scene because it needs no other
// picture, whose likeness nobody knows, and differs in nothing but the arrangement. What is left
// over at the right and lower edge stays. Same picture, same result.
[[nodiscard]] media::Picture shuffledInBlocks(const media::Picture& picture,
                                              int block = kShuffledBlock);

} // namespace refscale::pipeline
