// Colour management by Little CMS: every picture goes to the networks as sRGB, and can go back.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::media {

// The same picture in sRGB (perceptual intent, black-point compensation), profile field emptied.
// Pictures without a profile are returned as they are, and so are 8-bit ones whose profile is sRGB
// to within half a step. A broken profile, or one for another number
// of channels, is ignored with a note in Picture::notes. Alpha and sample type are kept.
[[nodiscard]] Picture toSrgb(const Picture& picture);

// From sRGB to `profile` (the bytes of an ICC profile with as many colour channels), which the
// result carries. Throws BadInput for a profile that cannot be an output.
[[nodiscard]] Picture fromSrgb(const Picture& picture, std::span<const std::byte> profile);

// Whether toSrgb and fromSrgb both can use the profile for pictures like this one: a broken profile
// leads nowhere, and some only describe a source.
[[nodiscard]] bool leadsBack(std::span<const std::byte> profile, const Picture& picture);

// Any picture in sRGB as the networks and the papers' measures take it: RGB, 8 bit, alpha dropped.
[[nodiscard]] Picture rgbBytes(const Picture& srgb);

// A small sRGB profile to embed, and the description text of any profile ("Display P3"; empty when
// the profile is broken).
[[nodiscard]] const std::vector<std::byte>& srgbProfile();
[[nodiscard]] std::string profileName(std::span<const std::byte> profile);

} // namespace refscale::media
