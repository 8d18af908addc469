#include <algorithm>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/codec.h"
#include "core/media/metadata.h"
#include "core/media/tiff_stream.h"

namespace refscale::media {
namespace {

void setTags(TIFF* tiff, const Picture& picture, const Packets& packets) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(picture.width()));
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(picture.height()));
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, picture.sample() == Sample::U16 ? 16 : 8);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, picture.channels());
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
               picture.isGrey() ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
  TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(tiff, 0));
  if (picture.hasAlpha()) {
    const std::uint16_t kind = EXTRASAMPLE_UNASSALPHA;
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
  }
  if (const auto resolution = resolutionIn(packets.exif)) {
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, resolution->x);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, resolution->y);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, resolution->unit);
  }
  if (!packets.profile.empty()) {
    TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(packets.profile.size()),
                 packets.profile.data());
  }
  if (!packets.xmp.empty()) {
    TIFFSetField(tiff, TIFFTAG_XMLPACKET, static_cast<std::uint32_t>(packets.xmp.size()),
                 packets.xmp.data());
  }
}

} // namespace

std::vector<std::byte> encodeTiff(const Picture& picture, const Packets& packets) {
  // Offsets of plain TIFF have 32 bits; noise can grow a little when it is compressed.
  constexpr std::size_t kMostPlain = std::size_t{3} << 30;
  std::vector<std::byte> file;
  TiffStream stream;
  stream.output = &file;
  const auto require = [&](bool fine) {
    if (fine) return;
    throw Error(Kind::Internal, "The picture could not be encoded as TIFF.", stream.error);
  };
  TiffHandle tiff = openTiff(stream, picture.bytes().size() > kMostPlain ? "w8" : "w");
  require(tiff != nullptr);
  setTags(tiff.get(), picture, packets);
  std::vector<std::byte> row(picture.stride()); // the predictor works in place
  for (int y = 0; y < picture.height(); ++y) {
    StopScope::check();
    std::copy_n(picture.row<std::byte>(y), row.size(), row.begin());
    require(TIFFWriteScanline(tiff.get(), row.data(), static_cast<std::uint32_t>(y), 0) >= 0);
  }
  require(TIFFFlush(tiff.get()) != 0);
  tiff.reset();
  require(!stream.dataLost && stream.error.empty());
  return file;
}

} // namespace refscale::media
