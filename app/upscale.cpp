// refscale upscale: pictures and references in, enlarged pictures out.
#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/engine_flags.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/pipeline/file_job.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

class Upscale final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "upscale"; }
  [[nodiscard]] const char* help() const override {
    return "Enlarge pictures four times, with detail from references of the same scene.";
  }
  [[nodiscard]] const char* footer() const override;
  void configure(CLI::App& options) override;
  [[nodiscard]] int run(const Session& session) override;

 private:
  void bindFiles(CLI::App& options);
  void bindWriting(CLI::App& options);
  [[nodiscard]] std::vector<PlannedPicture> plan() const;
  void checkSource(const fs::path& file, const char* what) const;
  [[nodiscard]] std::uint64_t pixelLimit() const {
    return static_cast<std::uint64_t>(pixelLimitMegapixels_ * 1e6);
  }
  [[nodiscard]] pipeline::FileJob job(const PlannedPicture& picture) const;
  void writeReport(const Json& files) const;

  OutputWish wish_;
  std::vector<fs::path> references_;
  std::vector<fs::path> exclusions_;
  fs::path report_;
  std::string format_;
  double pixelLimitMegapixels_ = 200;
  bool keepProfile_ = false;
  bool stripMetadata_ = false;
  media::WriteOptions write_;
  pipeline::UpscaleOptions options_;
  EngineFlags engine_;
};

const char* Upscale::footer() const {
  return "Examples:\n"
         "  refscale upscale small.jpg --reference better.jpg -o large.png\n"
         "  refscale upscale scans/ --reference a.jpg --reference b.jpg -o enlarged/\n"
         "  refscale upscale *.jpg -o out/ --name '{name}_{width}x{height}.webp'\n\n"
         "Prints the name of every picture written. Pictures keep their bit depth, alpha and\n"
         "metadata; without a reference they are enlarged from themselves alone.\n"
         "--report writes, for one file, its report ({\"schema\": 1, \"model\", \"seconds\", "
         "...});\n"
         "for several {\"schema\": 1, \"files\": [{\"input\", \"output\", \"report\" or "
         "\"error\"}]}.\n"
         "Exit code: 0 all written, 1 one or more failed, 2 wrong options, 130 stopped.";
}

void Upscale::configure(CLI::App& options) {
  bindFiles(options);
  bindUpscaleOptions(options, options_);
  bindWriting(options);
  engine_.bind(options);
}

void Upscale::bindFiles(CLI::App& options) {
  options.add_option("inputs", wish_.inputs, "Pictures, or folders of pictures")
      ->type_name("IN")
      ->required();
  options.add_option("-o,--output", wish_.output, "File for one picture, else a folder")
      ->type_name("OUT")
      ->required();
  options
      .add_option("-r,--reference", references_,
                  "A better picture of the same scene; may be given several times")
      ->type_name("REF")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  options
      .add_option("--exclude", exclusions_,
                  "Mask over a reference, the first for the first: nothing is borrowed where it "
                  "is white")
      ->type_name("MASK")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->needs("--reference");
  options
      .add_option("--name", wish_.nameTemplate,
                  "Name inside the folder, from {name} {extension} {width} {height} {model} "
                  "[{name}_x4.png]")
      ->type_name("TEMPLATE");
  options.add_option("--report", report_, "Write sizes, times, statistics and warnings as JSON")
      ->type_name("FILE");
  options.add_flag("--overwrite", wish_.overwrite, "Replace results that are there already");
}

void Upscale::bindWriting(CLI::App& options) {
  const char* group = "Writing";
  options.add_option("--format", format_, "Instead of what the name says")
      ->type_name("png|jpg|tif|webp")
      ->group(group);
  options.add_option("--jpeg-quality", write_.jpegQuality, "JPEG quality")
      ->type_name("1..100")
      ->check(CLI::Range(1, 100).description(""))
      ->capture_default_str()
      ->group(group);
  options.add_option("--png-compression", write_.pngCompression, "PNG: 0 fast, 9 small")
      ->type_name("0..9")
      ->check(CLI::Range(0, 9).description(""))
      ->capture_default_str()
      ->group(group);
  options.add_option("--webp-quality", write_.webpQuality, "WebP quality; 101 is lossless")
      ->type_name("1..101")
      ->check(CLI::Range(1, 101).description(""))
      ->capture_default_str()
      ->group(group);
  options.add_flag("--keep-profile", keepProfile_, "Keep the input's colour profile, not sRGB")
      ->group(group);
  options.add_flag("--strip-metadata", stripMetadata_, "Leave EXIF and XMP out")->group(group);
  options
      .add_option("--pixel-limit", pixelLimitMegapixels_,
                  "Refuse pictures of more megapixels than this")
      ->type_name("MP")
      ->check(CLI::Range(0.001, 1e6).description(""))
      ->capture_default_str()
      ->group(group);
}

// A broken reference is said before the first picture, not of each.
void Upscale::checkSource(const fs::path& file, const char* what) const {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) {
    throw Error(Kind::Usage,
                quoted(file) + " is a folder; name a picture as the " + std::string(what) + ".");
  }
  if (!fs::exists(file, ignored)) {
    throw Error(Kind::NotFound,
                "There is no " + std::string(what) + " " + quoted(file) + "; check the name.");
  }
  if (pipeline::whyLeftAside(options_)) return;
  (void)media::readInfo(file, {.pixelLimit = pixelLimit()});
}

std::vector<PlannedPicture> Upscale::plan() const {
  if (exclusions_.size() > references_.size()) {
    throw Error(Kind::Usage, "Each --exclude belongs to one --reference, but there are " +
                                 std::to_string(exclusions_.size()) + " masks and " +
                                 std::to_string(references_.size()) +
                                 " references; leave masks out or add references.");
  }
  for (const auto& reference : references_) checkSource(reference, "reference picture");
  for (const auto& mask : exclusions_) checkSource(mask, "mask");
  OutputWish wish = wish_;
  if (!format_.empty()) wish.format = media::formatFromName(format_);
  wish.model = fs::path(engine_.model).stem().string();
  wish.sources = references_;
  wish.sources.insert(wish.sources.end(), exclusions_.begin(), exclusions_.end());
  wish.report = report_;
  wish.pixelLimit = pixelLimit();
  return planOutputs(wish);
}

pipeline::FileJob Upscale::job(const PlannedPicture& picture) const {
  pipeline::FileJob job;
  job.input = picture.input;
  job.references = references_;
  job.exclusions = exclusions_;
  job.output = picture.output;
  job.format = picture.format;
  job.read.pixelLimit = pixelLimit();
  job.write = write_;
  job.write.existing = wish_.overwrite ? Existing::Replace : Existing::Keep;
  job.write.metadata = stripMetadata_ ? media::Metadata::Strip : media::Metadata::Copy;
  job.profile = keepProfile_ ? pipeline::Profile::Keep : pipeline::Profile::Srgb;
  job.options = options_;
  return job;
}

// "160 x 120 -> 640 x 480 in 3.2 s, 43 % with detail of better.jpg".
std::string summary(const pipeline::UpscaleResult& result, double seconds) {
  const auto& report = result.report;
  std::string text = sizeText(report.inputWidth, report.inputHeight) + " -> " +
                     sizeText(report.outputWidth, report.outputHeight) + " in " +
                     fixed(seconds, 1) + " s";
  for (const auto& reference : report.references) {
    if (!reference.used) {
      text.append(", nothing of ").append(reference.name);
      continue;
    }
    text.append(", ").append(fixed(reference.borrowed * 100, 0));
    text.append(" % with detail of ").append(reference.name);
  }
  return text;
}

void Upscale::writeReport(const Json& files) const {
  if (report_.empty()) return;
  AtomicFile file(report_, wish_.overwrite ? Existing::Replace : Existing::Keep);
  // One file that went well is its report itself, as the window's export writes it.
  const bool single = files.size() == 1 && files[0].contains("report");
  const Json document = single ? files[0]["report"] : Json{{"schema", 1}, {"files", files}};
  file.write(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  file.commit();
}

int Upscale::run(const Session& session) {
  const auto pictures = plan();
  const ResultFolder folder(fs::absolute(pictures.front().output).parent_path(), session.lastStep);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  const auto context = bar.context(session.stop);
  const auto aside = references_.empty() ? std::nullopt : pipeline::whyLeftAside(options_);
  std::unique_ptr<pipeline::Upscaler> upscaler;
  std::vector<std::string> failures;
  std::size_t written = 0;
  Json files = Json::array();
  const auto fail = [&](const PlannedPicture& picture, const char* kind, const std::string& why) {
    bar.finish();
    failures.push_back(picture.input.string() + ": " + why);
    files.push_back(
        {{"input", picture.input.string()}, {"error", {{"kind", kind}, {"message", why}}}});
  };
  const auto failFrom = [&](std::size_t first, Kind kind, const std::string& why) {
    for (std::size_t i = first; i < pictures.size(); ++i) fail(pictures[i], kindName(kind), why);
  };
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const auto& picture = pictures[i];
    if (picture.problem) {
      fail(picture, kindName(picture.problem->kind()), picture.problem->what());
      if (pictures.size() > 1) continue;
      writeReport(files);
      throw Error(*picture.problem); // alone it is main that says it
    }
    std::string label = picture.input.filename().string();
    if (pictures.size() > 1) {
      const std::string place = std::to_string(i + 1) + "/" + std::to_string(pictures.size());
      label.insert(0, place + " ");
    }
    if (!upscaler) {
      upscaler = engine_.load();
      if (references_.empty()) bar.say("No --reference: enlarging from the pictures themselves.");
      if (aside) bar.log(LogLevel::Warning, *aside);
    }
    bar.begin(label, pipeline::borrowingOf(options_, !references_.empty() && !aside));
    const auto start = std::chrono::steady_clock::now();
    try {
      context.checkStop();
      const auto result = pipeline::runFileJob(*upscaler, job(picture), context);
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      for (const auto& warning : result.report.warnings) {
        if (warning == aside) continue; // that one was said at once
        std::string said = pictures.size() > 1 ? label + ": " : std::string();
        bar.log(LogLevel::Warning, said.append(warning));
      }
      bar.say(label + ": " + summary(result, spent.count()));
      bar.log(LogLevel::Debug, runText(result.report));
      bar.finish();
      std::cout << picture.output.string() << std::endl;
      ++written;
      files.push_back({{"input", picture.input.string()},
                       {"output", picture.output.string()},
                       {"report", Json::parse(pipeline::toJson(result.report))}});
    } catch (const Error& error) {
      if (error.kind() == Kind::Cancelled) {
        if (files.empty()) throw;
        failFrom(i, Kind::Cancelled, "Stopped before it was done.");
        writeReport(files); // what was done before stays known
        throw Error(Kind::Cancelled, "Stopped; " + std::to_string(written) + " of " +
                                         std::to_string(pictures.size()) +
                                         " pictures were written.");
      }
      // In a batch the others go on.
      fail(picture, kindName(error.kind()), error.what());
      if (pictures.size() == 1) {
        writeReport(files);
        throw;
      }
      if (session.verbose) bar.log(LogLevel::Debug, error.detail());
      if (error.kind() != Kind::NoSpace) continue;
      // What would be computed now could not be written either.
      failFrom(i + 1, Kind::NoSpace, "Not begun, the disk is full.");
      break;
    }
  }
  if (!failures.empty()) {
    std::cerr << failures.size() << " of " << pictures.size() << " pictures failed:\n";
    for (const auto& failure : failures) std::cerr << "  " << printable(failure) << "\n";
  }
  writeReport(files); // last: it fails too where the disk is full
  return failures.empty() ? kDone : kFailed;
}

} // namespace

std::unique_ptr<Command> makeUpscale() {
  return std::make_unique<Upscale>();
}

} // namespace refscale::app
