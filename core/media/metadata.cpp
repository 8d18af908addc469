#include "core/media/metadata.h"

#include <algorithm>
#include <array>
#include <exception>
#include <exiv2/exiv2.hpp>
#include <limits>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>

#include "core/base/error.h"

namespace refscale::media {
namespace {

// Exiv2's XMP toolkit has global state and is not safe for threads; its messages go to stderr
// unless it is told otherwise.
class Exiv2Turn {
 public:
  Exiv2Turn() : lock_(mutex()) {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize();
  }

 private:
  static std::mutex& mutex() {
    static std::mutex instance;
    return instance;
  }
  std::lock_guard<std::mutex> lock_;
};

// What describes the layout of pixels in the old file, or lies beside EXIF in this program.
bool describesOldFile(const Exiv2::Exifdatum& datum) {
  const std::string group = datum.groupName();
  for (const std::string_view prefix :
       {"Thumbnail", "SubImage", "SubThumb", "Image2", "Image3", "MpfInfo"}) {
    if (group.starts_with(prefix)) return true;
  }
  if (group != "Image") return false;
  constexpr std::array<std::uint16_t, 40> kTags = {
      0x00fe, 0x00ff, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109,
      0x010a, 0x0111, 0x0115, 0x0116, 0x0117, 0x0118, 0x0119, 0x011c, 0x0122, 0x0123,
      0x0124, 0x0125, 0x013d, 0x0140, 0x0142, 0x0143, 0x0144, 0x0145, 0x014a, 0x0152,
      0x0153, 0x015b, 0x0200, 0x0201, 0x0202, 0x0212, 0x02bc, 0x8649, 0x8773, 0x83bb};
  return std::ranges::find(kTags, datum.tag()) != kTags.end();
}

Exiv2::ExifData decodedExif(std::span<const std::byte> bytes) {
  // What lies beyond the reach of the structure's 32-bit offsets is none of it.
  const auto size = std::min<std::size_t>(bytes.size(), std::numeric_limits<std::uint32_t>::max());
  Exiv2::ExifData data;
  Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                            static_cast<std::uint32_t>(size));
  return data;
}

// Exiv2 makes EXIF for JPEG: of more than 64 KiB it leaves out the largest fields, without a word.
void sayWhatIsMissing(const Exiv2::ExifData& data, std::span<const std::byte> encoded,
                      std::vector<std::string>& losses) {
  constexpr int kLeastLeftOut = 4096; // bytes of a field
  std::set<std::string> large;
  for (const Exiv2::Exifdatum& datum : data) {
    if (datum.size() > kLeastLeftOut) large.insert(datum.key());
  }
  if (large.empty()) return;
  for (const Exiv2::Exifdatum& datum : decodedExif(encoded)) large.erase(datum.key());
  for (const std::string& key : large) {
    losses.push_back("EXIF field " + key + " left out: EXIF data holds 64 KiB");
  }
}

std::vector<std::byte> encodedExif(const Exiv2::ExifData& data, std::vector<std::string>& losses) {
  if (data.empty()) return {};
  Exiv2::Blob blob;
  Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
  const auto* begin = reinterpret_cast<const std::byte*>(blob.data());
  std::vector<std::byte> encoded(begin, begin + blob.size());
  sayWhatIsMissing(data, encoded, losses);
  return encoded;
}

int orientationIn(const Exiv2::ExifData& data) {
  const auto found = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
  if (found == data.end() || found->count() != 1) return 1;
  const auto value = found->toLong();
  return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

// Cameras set to Adobe RGB say so in EXIF, and should embed its profile.
bool saysOtherColours(const Exiv2::ExifData& data) {
  constexpr long kUncalibrated = 0xffff; // NOLINT(google-runtime-int)
  const auto space = data.findKey(Exiv2::ExifKey("Exif.Photo.ColorSpace"));
  return space != data.end() && space->count() == 1 && space->toLong() == kUncalibrated;
}

int takeExif(std::span<const std::byte> bytes, Picture& picture) {
  if (bytes.empty()) return 1;
  Exiv2::ExifData data = decodedExif(bytes);
  if (picture.iccProfile.empty() && saysOtherColours(data)) {
    picture.notes.emplace_back(
        "EXIF says that the colours are not sRGB, but there is no profile: taken as sRGB");
  }
  const int orientation = orientationIn(data);
  for (auto datum = data.begin(); datum != data.end();) {
    datum = describesOldFile(*datum) ? data.erase(datum) : std::next(datum);
  }
  if (const auto found = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
      found != data.end()) {
    // Every TIFF has this field: alone it is no metadata.
    if (data.count() == 1)
      data.clear();
    else
      found->setValue("1");
  }
  picture.exif = encodedExif(data, picture.notes);
  return orientation;
}

// XML that is nested deeper than any real packet would exhaust the toolkit's stack.
bool nestsTooDeep(const std::string& xml) {
  constexpr int kMostLevels = 200;
  int level = 0;
  for (std::size_t i = 0; i + 1 < xml.size(); ++i) {
    if (xml[i] == '<' && xml[i + 1] != '?' && xml[i + 1] != '!')
      level += xml[i + 1] == '/' ? -1 : 1;
    if (xml[i] == '/' && xml[i + 1] == '>') --level;
    if (level > kMostLevels) return true;
  }
  return false;
}

Exiv2::XmpData decodedXmp(const std::string& packet) {
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  Exiv2::XmpData data;
  if (packet.size() > kMostBytes || nestsTooDeep(packet) ||
      Exiv2::XmpParser::decode(data, packet) != 0) {
    throw Error(Kind::BadInput, "The XMP packet cannot be read.");
  }
  return data;
}

void setIfThere(Exiv2::XmpData& data, const char* key, int value) {
  if (const auto found = data.findKey(Exiv2::XmpKey(key)); found != data.end()) {
    found->setValue(std::to_string(value));
  }
}

void setIfThere(Exiv2::ExifData& data, const char* key, int value) {
  if (const auto found = data.findKey(Exiv2::ExifKey(key)); found != data.end()) {
    found->setValue(std::to_string(value));
  }
}

// Fields that say which colours the numbers of the old file meant.
bool describesColours(const Exiv2::Exifdatum& datum) {
  const std::string group = datum.groupName();
  if (group == "Iop") return true; // interoperability: sRGB or Adobe RGB
  constexpr std::array<std::uint16_t, 3> kImageTags = {0x012d, 0x013e, 0x013f}; // curve, primaries
  constexpr std::array<std::uint16_t, 2> kPhotoTags = {0xa005, 0xa500};         // to Iop, gamma
  if (group == "Image") return std::ranges::find(kImageTags, datum.tag()) != kImageTags.end();
  return group == "Photo" && std::ranges::find(kPhotoTags, datum.tag()) != kPhotoTags.end();
}

void describeAsSrgb(Exiv2::ExifData& data) {
  for (auto datum = data.begin(); datum != data.end();) {
    datum = describesColours(*datum) ? data.erase(datum) : std::next(datum);
  }
  data["Exif.Photo.ColorSpace"] = std::uint16_t{1};
}

void describeAsSrgb(Exiv2::XmpData& data) {
  setIfThere(data, "Xmp.exif.ColorSpace", 1);
  const auto name = data.findKey(Exiv2::XmpKey("Xmp.photoshop.ICCProfile"));
  if (name != data.end()) data.erase(name);
}

} // namespace

int takeMetadata(std::span<const std::byte> exif, const std::string& xmp, Picture& picture) {
  const Exiv2Turn turn;
  int orientation = 1;
  try {
    orientation = takeExif(exif, picture);
  } catch (const std::exception&) { // Exiv2 and the standard library both throw from it
    picture.notes.emplace_back("EXIF data is broken and was left out");
  }
  try {
    if (!xmp.empty()) (void)decodedXmp(xmp);
    picture.xmp = xmp;
  } catch (const std::exception&) {
    picture.notes.emplace_back("XMP data is broken and was left out");
  }
  return orientation;
}

int exifOrientation(std::span<const std::byte> exif) {
  if (exif.empty()) return 1;
  const Exiv2Turn turn;
  try {
    return orientationIn(decodedExif(exif));
  } catch (const std::exception&) {
    return 1;
  }
}

std::vector<std::byte> exifFor(const Picture& picture, std::vector<std::string>& losses) {
  if (picture.exif.empty()) return {};
  const Exiv2Turn turn;
  try {
    Exiv2::ExifData data = decodedExif(picture.exif);
    data["Exif.Photo.PixelXDimension"] = static_cast<std::uint32_t>(picture.width());
    data["Exif.Photo.PixelYDimension"] = static_cast<std::uint32_t>(picture.height());
    setIfThere(data, "Exif.Image.Orientation", 1);
    if (picture.iccProfile.empty()) describeAsSrgb(data);
    return encodedExif(data, losses);
  } catch (const std::exception&) {
    losses.emplace_back("EXIF data left out: it cannot be brought up to date");
    return {};
  }
}

std::string xmpFor(const Picture& picture, std::vector<std::string>& losses) {
  if (picture.xmp.empty()) return {};
  const Exiv2Turn turn;
  try {
    Exiv2::XmpData data = decodedXmp(picture.xmp);
    setIfThere(data, "Xmp.tiff.ImageWidth", picture.width());
    setIfThere(data, "Xmp.tiff.ImageLength", picture.height());
    setIfThere(data, "Xmp.exif.PixelXDimension", picture.width());
    setIfThere(data, "Xmp.exif.PixelYDimension", picture.height());
    setIfThere(data, "Xmp.tiff.Orientation", 1);
    if (picture.iccProfile.empty()) describeAsSrgb(data);
    // As short as it can be, without room for changes: a JPEG holds 64 KiB of it.
    constexpr std::uint16_t kShortest = Exiv2::XmpParser::useCompactFormat |
                                        Exiv2::XmpParser::omitAllFormatting |
                                        Exiv2::XmpParser::readOnlyPacket;
    std::string packet;
    if (Exiv2::XmpParser::encode(packet, data, kShortest) == 0) return packet;
  } catch (const std::exception&) { // said below
  }
  losses.emplace_back("XMP data left out: it cannot be brought up to date");
  return {};
}

void addToXmp(Picture& picture, std::span<const XmpProperty> properties) {
  const Exiv2Turn turn;
  Exiv2::XmpData data;
  try {
    if (!picture.xmp.empty()) data = decodedXmp(picture.xmp);
  } catch (const std::exception&) {
    data.clear();
  }
  try {
    Exiv2::XmpProperties::registerNs(kXmpNamespace, "refscale");
    for (const XmpProperty& property : properties) {
      const Exiv2::XmpKey key("refscale", property.name);
      if (const auto old = data.findKey(key); old != data.end()) data.erase(old);
      const auto value = Exiv2::Value::create(property.list ? Exiv2::xmpSeq : Exiv2::xmpText);
      for (const std::string& text : property.values) value->read(text);
      data.add(key, value.get());
    }
    std::string packet;
    if (Exiv2::XmpParser::encode(packet, data) == 0) {
      picture.xmp = packet;
      return;
    }
  } catch (const std::exception& failure) {
    throw Error(Kind::Internal, "The picture's XMP data could not be written.", failure.what());
  }
  throw Error(Kind::Internal, "The picture's XMP data could not be written.");
}

std::optional<Resolution> resolutionIn(std::span<const std::byte> exif) {
  if (exif.empty()) return std::nullopt;
  const Exiv2Turn turn;
  try {
    const Exiv2::ExifData data = decodedExif(exif);
    const auto number = [&](const char* key) {
      const auto found = data.findKey(Exiv2::ExifKey(key));
      return found != data.end() && found->count() == 1 ? found->toFloat() : 0.0F;
    };
    const Resolution result{number("Exif.Image.XResolution"), number("Exif.Image.YResolution"),
                            static_cast<int>(number("Exif.Image.ResolutionUnit"))};
    const bool given = result.x > 0 && result.y > 0 && result.unit >= 1 && result.unit <= 3;
    return given ? std::optional(result) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::vector<std::byte> withExif(std::span<const std::byte> tiff, std::span<const std::byte> exif,
                                std::vector<std::string>& losses) {
  // Exiv2 holds the file in memory twice, and writes no BigTIFF.
  constexpr std::size_t kMostBytes = std::size_t{1} << 30;
  constexpr std::byte kBigTiff{43};
  if (tiff.size() > kMostBytes || (tiff.size() > 2 && tiff[2] == kBigTiff)) {
    losses.emplace_back("EXIF data left out: a TIFF of this size is written without it");
    return {};
  }
  const Exiv2Turn turn;
  try {
    const auto image =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(tiff.data()),
                                  static_cast<long>(tiff.size())); // NOLINT(google-runtime-int)
    image->readMetadata();
    for (const Exiv2::Exifdatum& datum : decodedExif(exif)) {
      if (!describesOldFile(datum)) image->exifData()[datum.key()] = datum.value();
    }
    image->writeMetadata();
    const auto* begin = reinterpret_cast<const std::byte*>(image->io().mmap());
    return {begin, begin + image->io().size()};
  } catch (const std::exception&) {
    losses.emplace_back("EXIF data left out: it could not be put into the TIFF file");
    return {};
  }
}

} // namespace refscale::media
