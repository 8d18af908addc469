#include "core/media/color.h"

#include <lcms2.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/codec.h"
#include "core/media/parallel.h"

namespace refscale::media {
namespace {

struct ProfileCloser {
  void operator()(void* profile) const noexcept { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

struct TransformDeleter {
  void operator()(void* transform) const noexcept { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, TransformDeleter>;

struct CurveDeleter {
  void operator()(cmsToneCurve* curve) const noexcept { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, CurveDeleter>;

Profile openProfile(std::span<const std::byte> bytes) {
  return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

// IEC 61966-2-1.
Curve srgbCurve() {
  constexpr double kParameters[] = {2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
  return Curve(cmsBuildParametricToneCurve(nullptr, 4, kParameters));
}

Profile makeSrgb(bool grey) {
  if (!grey) return Profile(cmsCreate_sRGBProfile());
  const Curve curve = srgbCurve();
  return Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
}

std::vector<std::byte> savedProfile(bool grey) {
  const Profile profile = makeSrgb(grey);
  const std::unique_ptr<cmsMLU, decltype(&cmsMLUfree)> name(cmsMLUalloc(nullptr, 1), &cmsMLUfree);
  cmsMLUsetASCII(name.get(), "en", "US", grey ? "sRGB grey" : "sRGB");
  cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, name.get());
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile.get(), nullptr, &size);
  std::vector<std::byte> bytes(size);
  if (size == 0 || cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) {
    throw Error(Kind::Internal, "Little CMS could not make the sRGB profile.");
  }
  // The date of making would give the same picture other bytes each second.
  constexpr std::size_t kDate = 24;
  constexpr unsigned char kFixed[12] = {7, 0xe8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  std::transform(std::begin(kFixed), std::end(kFixed), bytes.begin() + kDate,
                 [](unsigned char b) { return static_cast<std::byte>(b); });
  return bytes;
}

cmsUInt32Number pixelFormat(const Picture& picture, cmsUInt32Number space) {
  const int colours = space == PT_CMYK ? 4 : space == PT_GRAY ? 1 : 3;
  return FLOAT_SH(picture.sample() == Sample::F32 ? 1 : 0) | COLORSPACE_SH(space) |
         EXTRA_SH(picture.channels() - colours) | CHANNELS_SH(colours) |
         BYTES_SH(sampleBytes(picture.sample()));
}

cmsUInt32Number spaceOf(const Picture& picture) {
  return picture.isGrey() ? PT_GRAY : PT_RGB;
}

// Perceptual with black-point compensation; the cache is off so that threads can share it. Only
// 8-bit pixels are worth the tables that Little CMS computes in advance: they take longer than a
// few colours, and on 16 bits cost accuracy.
Transform makeTransform(void* from, cmsUInt32Number fromFormat, void* to,
                        cmsUInt32Number toFormat) {
  const cmsUInt32Number tables = T_BYTES(fromFormat) == 1 ? 0 : cmsFLAGS_NOOPTIMIZE;
  const cmsUInt32Number flags =
      cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | cmsFLAGS_COPY_ALPHA | tables;
  return Transform(cmsCreateTransform(from, fromFormat, to, toFormat, INTENT_PERCEPTUAL, flags));
}

void apply(void* transform, const Picture& from, Picture& to) {
  constexpr int kBandRows = 32;
  const RunContext* context = StopScope::context(); // of this thread, not of those that work
  parallelFor((from.height() - 1) / kBandRows + 1, [&](int band) {
    if (context != nullptr && context->stopRequested()) return;
    const int begin = band * kBandRows;
    const int rows = std::min(kBandRows, from.height() - begin);
    cmsDoTransformLineStride(transform, from.row<std::byte>(begin), to.row<std::byte>(begin),
                             static_cast<cmsUInt32Number>(from.width()),
                             static_cast<cmsUInt32Number>(rows),
                             static_cast<cmsUInt32Number>(from.stride()),
                             static_cast<cmsUInt32Number>(to.stride()), 0, 0);
  });
  StopScope::check();
}

// Whether a profile means sRGB: no colour of a coarse grid moves by half an 8-bit step.
bool isSrgb(void* profile, bool grey) {
  const Profile srgb = makeSrgb(grey);
  const cmsUInt32Number format = grey ? TYPE_GRAY_16 : TYPE_RGB_16;
  const Transform transform = makeTransform(profile, format, srgb.get(), format);
  if (transform == nullptr) return false;
  constexpr int kSteps = 9;
  const int channels = grey ? 1 : 3;
  const int colours = grey ? kSteps : kSteps * kSteps * kSteps;
  std::vector<std::uint16_t> from;
  for (int i = 0; i < colours; ++i) {
    for (int c = 0, rest = i; c < channels; ++c, rest /= kSteps) {
      from.push_back(static_cast<std::uint16_t>(rest % kSteps * 65535 / (kSteps - 1)));
    }
  }
  std::vector<std::uint16_t> to(from.size());
  cmsDoTransform(transform.get(), from.data(), to.data(), static_cast<cmsUInt32Number>(colours));
  return std::ranges::equal(from, to, [](int a, int b) { return std::abs(a - b) <= 128; });
}

template <typename T>
void plainInksToRgb(const Picture& inks, Picture& rgb) {
  constexpr std::uint64_t kMost = std::numeric_limits<T>::max();
  for (int y = 0; y < inks.height(); ++y) {
    const T* from = inks.row<T>(y);
    T* to = rgb.row<T>(y);
    for (int x = 0; x < inks.width(); ++x, from += 4, to += 3) {
      const std::uint64_t light = kMost - from[3];
      for (int c = 0; c < 3; ++c) {
        to[c] = static_cast<T>(((kMost - from[c]) * light + kMost / 2) / kMost);
      }
    }
  }
}

} // namespace

Picture toSrgb(const Picture& picture) {
  if (picture.iccProfile.empty() || picture.empty()) return picture;
  const auto ignored = [&](const char* why) {
    Picture result = picture;
    result.iccProfile.clear();
    result.notes.push_back(std::string("colour profile ignored: ") + why);
    return result;
  };
  const Profile profile = openProfile(picture.iccProfile);
  if (profile == nullptr) return ignored("it is broken");
  const auto wanted = picture.isGrey() ? cmsSigGrayData : cmsSigRgbData;
  if (cmsGetColorSpace(profile.get()) != wanted) return ignored("it is for other channels");
  if (picture.sample() == Sample::U8 && isSrgb(profile.get(), picture.isGrey())) {
    Picture result = picture;
    result.iccProfile.clear();
    return result;
  }
  const Profile srgb = makeSrgb(picture.isGrey());
  const cmsUInt32Number format = pixelFormat(picture, spaceOf(picture));
  const Transform transform = makeTransform(profile.get(), format, srgb.get(), format);
  if (transform == nullptr) return ignored("it cannot be applied");
  Picture result(picture.width(), picture.height(), picture.channels(), picture.sample());
  copyAttributes(picture, result);
  result.iccProfile.clear();
  apply(transform.get(), picture, result);
  return result;
}

Picture fromSrgb(const Picture& picture, std::span<const std::byte> profile) {
  const Profile target = openProfile(profile);
  const auto wanted = picture.isGrey() ? cmsSigGrayData : cmsSigRgbData;
  if (target == nullptr || cmsGetColorSpace(target.get()) != wanted) {
    throw Error(Kind::BadInput,
                "The colour profile is broken or for other channels than the picture has; write "
                "the picture as sRGB.");
  }
  const Profile srgb = makeSrgb(picture.isGrey());
  const cmsUInt32Number format = pixelFormat(picture, spaceOf(picture));
  const Transform transform = makeTransform(srgb.get(), format, target.get(), format);
  if (transform == nullptr) {
    throw Error(Kind::BadInput,
                "Pictures cannot be converted to this colour profile, it only describes a source; "
                "write the picture as sRGB.");
  }
  Picture result(picture.width(), picture.height(), picture.channels(), picture.sample());
  copyAttributes(picture, result);
  result.iccProfile.assign(profile.begin(), profile.end());
  if (picture.sample() == Sample::U8 && isSrgb(target.get(), picture.isGrey())) {
    std::ranges::copy(picture.bytes(), result.bytes().begin());
  } else {
    apply(transform.get(), picture, result);
  }
  return result;
}

bool leadsBack(std::span<const std::byte> profile, const Picture& picture) {
  const Profile opened = openProfile(profile);
  const auto wanted = picture.isGrey() ? cmsSigGrayData : cmsSigRgbData;
  if (opened == nullptr || cmsGetColorSpace(opened.get()) != wanted) return false;
  const Profile srgb = makeSrgb(picture.isGrey());
  const cmsUInt32Number format = pixelFormat(picture, spaceOf(picture));
  return makeTransform(opened.get(), format, srgb.get(), format) != nullptr &&
         makeTransform(srgb.get(), format, opened.get(), format) != nullptr;
}

Picture cmykToSrgb(const Picture& inks, std::span<const std::byte> profile) {
  Picture rgb(inks.width(), inks.height(), 3, inks.sample());
  copyAttributes(inks, rgb);
  rgb.iccProfile.clear();
  const Profile source = profile.empty() ? nullptr : openProfile(profile);
  if (source != nullptr && cmsGetColorSpace(source.get()) == cmsSigCmykData) {
    const Profile srgb = makeSrgb(false);
    const Transform transform = makeTransform(source.get(), pixelFormat(inks, PT_CMYK), srgb.get(),
                                              pixelFormat(rgb, PT_RGB));
    if (transform != nullptr) {
      apply(transform.get(), inks, rgb);
      rgb.notes.emplace_back("CMYK converted to sRGB by its profile");
      return rgb;
    }
  }
  if (inks.sample() == Sample::U8) {
    plainInksToRgb<std::uint8_t>(inks, rgb);
  } else {
    plainInksToRgb<std::uint16_t>(inks, rgb);
  }
  rgb.notes.emplace_back("CMYK without a usable profile converted to sRGB by the plain formula");
  return rgb;
}

const std::vector<std::byte>& srgbProfile() {
  static const std::vector<std::byte> bytes = savedProfile(false);
  return bytes;
}

const std::vector<std::byte>& greyProfile() {
  static const std::vector<std::byte> bytes = savedProfile(true);
  return bytes;
}

std::string profileName(std::span<const std::byte> profile) {
  const Profile opened = openProfile(profile);
  if (opened == nullptr) return {};
  const auto size =
      cmsGetProfileInfoASCII(opened.get(), cmsInfoDescription, "en", "US", nullptr, 0);
  std::string name(size, '\0');
  if (size == 0) return {};
  cmsGetProfileInfoASCII(opened.get(), cmsInfoDescription, "en", "US", name.data(), size);
  name.resize(name.find_last_not_of('\0') + 1);
  return name;
}

Picture rgbBytes(const Picture& srgb) {
  Picture bytes = converted(srgb, Sample::U8);
  if (bytes.hasAlpha()) bytes = withoutAlpha(bytes);
  return bytes.isGrey() ? greyToRgb(bytes) : bytes;
}

} // namespace refscale::media
