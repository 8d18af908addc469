// A map as a file: a picture with or without its bar, or its numbers as 32-bit floats (TIFF, NPY).
// For the background: slow for large maps.
#pragma once

#include <QImage>
#include <cstddef>
#include <filesystem>
#include <vector>

#include "ui/maps/map_canvas.h"
#include "ui/maps/map_legend.h"

namespace refscale::ui {

enum class MapFileKind { PictureWithBar, Picture, Tiff, Npy };

struct MapFileRequest {
  MapHandle map;
  LegendContent legend;
  QSize frame; // output pixels: the picture's size
  QColor invented;
  std::filesystem::path path;
  MapFileKind kind = MapFileKind::PictureWithBar;
};

// Cells as cells, at the output's size; with a bar in the light theme beside it, under a title.
[[nodiscard]] QImage mapPicture(const MapFileRequest& request);

// Little-endian, one strip, no compression; NaN where there is no value.
[[nodiscard]] std::vector<std::byte> encodeFloatTiff(const Field<float>& field);
// Version 1.0, '<f4', C order, shape (height, width).
[[nodiscard]] std::vector<std::byte> encodeNpy(const Field<float>& field);

// Written beside and renamed. Empty, or one sentence that says why not.
[[nodiscard]] QString writeMapFile(const MapFileRequest& request);

} // namespace refscale::ui
