#include "core/pipeline/file_job.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/base/error.h"
#include "core/media/color.h"
#include "core/media/resample.h"

namespace refscale::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

bool isTransparentSomewhere(const media::Picture& bytes) {
  const media::Picture alpha = media::alphaOf(bytes);
  return std::any_of(alpha.bytes().begin(), alpha.bytes().end(),
                     [](std::byte v) { return v != std::byte{255}; });
}

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string safeForFileName(std::string text) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 32 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
  }
  return text;
}

} // namespace

SourcePicture readSource(const std::filesystem::path& path, const media::ReadOptions& options) {
  media::Picture picture = media::readPicture(path, options);
  SourcePicture source;
  if (media::leadsBack(picture.iccProfile, picture)) {
    source.profile = picture.iccProfile;
  } else {
    source.profileUnusable = !picture.iccProfile.empty();
  }
  source.srgb = std::make_shared<const media::Picture>(media::toSrgb(picture));
  return source;
}

std::shared_ptr<const media::Picture> readExclusion(const std::filesystem::path& path,
                                                    const media::Picture& reference,
                                                    const media::ReadOptions& options) {
  media::Picture mask = media::converted(media::readPicture(path, options), media::Sample::U8);
  // A layer painted on transparency means its opaque part; anything else its bright part, with or
  // without an alpha channel that says nothing.
  if (mask.hasAlpha() && isTransparentSomewhere(mask)) {
    mask = media::alphaOf(mask);
  } else {
    if (mask.hasAlpha()) mask = media::rgbBytes(mask);
    if (!mask.isGrey()) mask = media::rgbToGrey(mask);
  }
  if (mask.width() != reference.width() || mask.height() != reference.height()) {
    mask = media::resizeBicubic(mask, reference.width(), reference.height());
  }
  for (int y = 0; y < mask.height(); ++y) {
    auto* row = mask.row<std::uint8_t>(y);
    for (int x = 0; x < mask.width(); ++x) row[x] = row[x] >= 128 ? 255 : 0;
  }
  return std::make_shared<const media::Picture>(std::move(mask));
}

std::optional<std::string> whyNothingIsBorrowed(const UpscaleOptions& options) {
  if (options.network == Network::Base) return "--network base borrows nothing";
  if (options.matcher == MatcherKind::None) return "--matcher none finds nothing to borrow";
  if (options.strength == 0) return "--strength 0 borrows nothing";
  return std::nullopt;
}

std::optional<std::string> whyLeftAside(const UpscaleOptions& options) {
  auto why = whyNothingIsBorrowed(options);
  if (why) why->append(": what --reference names is left aside");
  return why;
}

UpscaleResult runFileJob(Upscaler& upscaler, const FileJob& job, const RunContext& context) {
  const StopScope stop(context); // resampling and writing look at it too
  const auto begin = Clock::now();
  if (job.exclusions.size() > job.references.size()) {
    throw Error(Kind::Usage, "A mask needs a reference that it belongs to; add --reference.");
  }
  const auto aside = whyLeftAside(job.options);
  const std::vector<std::filesystem::path> references =
      aside ? std::vector<std::filesystem::path>() : job.references;
  const media::Format format = job.format ? *job.format : media::formatFromPath(job.output);
  const auto steps = static_cast<std::int64_t>(references.size()) + 1;
  context.progress(Stage::Read, 0, steps);
  const SourcePicture input = readSource(job.input, job.read);
  UpscaleRequest request;
  request.name = job.input.filename().string();
  request.input = input.srgb;
  request.options = job.options;
  for (const auto& path : references) {
    context.checkStop();
    context.progress(Stage::Read, static_cast<std::int64_t>(request.references.size()) + 1, steps);
    request.references.push_back({path.filename().string(), readSource(path, job.read).srgb, {}});
  }
  for (std::size_t i = 0; i < std::min(job.exclusions.size(), references.size()); ++i) {
    Reference& reference = request.references[i];
    reference.exclusion = readExclusion(job.exclusions[i], *reference.picture, job.read);
  }
  const double reading = secondsSince(begin);

  UpscaleResult result = upscaler.run(request, context);
  result.report.seconds[stageName(Stage::Read)] = reading;
  std::vector<std::string> notes;
  if (aside && !job.references.empty()) notes.push_back(*aside);
  for (const std::string& note : request.input->notes) notes.push_back(request.name + ": " + note);
  if (job.profile == Profile::Keep && input.profileUnusable) {
    notes.push_back(request.name + ": no result can go back to its colour profile: sRGB instead");
  }
  for (const Reference& reference : request.references) {
    for (const std::string& note : reference.picture->notes) {
      notes.push_back(reference.name + ": " + note);
    }
  }
  result.report.warnings.insert(result.report.warnings.begin(), notes.begin(), notes.end());

  context.checkStop();
  context.progress(Stage::Write, 0, 1);
  const auto writing = Clock::now();
  if (job.profile == Profile::Keep && !input.profile.empty()) {
    result.picture = media::fromSrgb(result.picture, input.profile);
  }
  const std::string prefix = job.output.filename().string() + ": ";
  for (const auto& loss : media::writePicture(result.picture, job.output, format, job.write)) {
    result.report.warnings.push_back(prefix + loss);
  }
  result.report.seconds[stageName(Stage::Write)] = secondsSince(writing);
  context.progress(Stage::Write, 1, 1);
  return result;
}

std::string expandTemplate(const std::string& pattern, const NameParts& parts) {
  std::string name;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      name += pattern[i];
      continue;
    }
    const std::size_t end = pattern.find('}', i);
    const std::string key = end == std::string::npos ? "" : pattern.substr(i + 1, end - i - 1);
    if (key == "name") {
      name += parts.name;
    } else if (key == "extension") {
      name += parts.extension;
    } else if (key == "width") {
      name += std::to_string(parts.width);
    } else if (key == "height") {
      name += std::to_string(parts.height);
    } else if (key == "model") {
      name += parts.model;
    } else {
      throw Error(Kind::Usage, "The name template \"" + pattern +
                                   "\" may hold {name}, {extension}, {width}, {height} and "
                                   "{model}, nothing else in braces.");
    }
    i = end;
  }
  return safeForFileName(std::move(name));
}

} // namespace refscale::pipeline
