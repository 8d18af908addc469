// The demo's comparison sheet: whole pictures in two rows, and below the same crops of each,
// enlarged, under their names and scores.
#pragma once

#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::app::draw {

struct SheetPicture {
  std::string title;
  std::string note; // "32.1 dB, SSIM 0.93"; may be empty
  media::Picture picture;
};

inline constexpr int kCropWidth = 96;
inline constexpr int kCropHeight = 72;
struct Crop {
  int x = 0;
  int y = 0; // upper left, pixels of the full-size pictures
};

struct SheetContent {
  std::string title;
  std::vector<SheetPicture> wholes;  // three a row; each is fitted into 640 x 480
  std::vector<SheetPicture> details; // of one size; one a column
  std::vector<Crop> crops;           // shown four times as large; one a row
};

[[nodiscard]] media::Picture drawSheet(const SheetContent& content);

} // namespace refscale::app::draw
