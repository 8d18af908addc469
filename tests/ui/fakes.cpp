#include "tests/ui/fakes.h"

#include <chrono>
#include <cmath>
#include <regex>
#include <thread>

#include "core/base/pause_gate.h"
#include "core/media/resample.h"
#include "ui/worker/engine_worker.h"

namespace refscale::test {
namespace {

using namespace std::chrono_literals;

void holdWhile(const std::atomic<bool>& held, Script& script, const RunContext& context) {
  while (held && !context.stopRequested()) {
    if (context.pause) context.pause->rest(context.stop);
    std::this_thread::sleep_for(2ms);
  }
  if (context.stopRequested()) ++script.stops;
  context.checkStop();
}

// Sure matches in the left part, offset by a smooth field; none in the rest.
Correspondence makeMatches(const media::Picture& input, const media::Picture& reference,
                           double covers) {
  Correspondence c;
  const int w = input.width();
  const int h = input.height();
  c.matcher = "scripted";
  c.referenceWidth = std::max(1, reference.width() / 4);
  c.referenceHeight = std::max(1, reference.height() / 4);
  c.cells = Field<Vec2f>(w, h, 4);
  c.pixels = Field<Vec2f>(w, h, 4);
  c.score = Field<float>(w, h, 4, 0.5F);
  c.uniqueness = Field<float>(w, h, 4, 0.2F);
  c.forwardBackward = Field<float>(w, h, 4, 0.3F);
  c.agreement = Field<float>(w, h, 4, 0.8F);
  c.confidence = Field<float>(w, h, 4);
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      const double tx = (x + 0.5) / w * reference.width();
      const double ty = (y + 0.5) / h * reference.height();
      c.pixels.at(x, y) = {static_cast<float>(tx - 4 * (x + 0.5)),
                           static_cast<float>(ty - 4 * (y + 0.5))};
      c.cells.at(x, y) = {std::round(c.pixels.at(x, y).x / 4), std::round(c.pixels.at(x, y).y / 4)};
      const double edge = 1.0 / (1.0 + std::exp((x + 0.5 - covers * w) / (0.02 * w + 1)));
      c.confidence.at(x, y) = static_cast<float>(0.05 + 0.9 * edge);
    }
  }
  return c;
}

// The matches' offsets on the grids of the three scales, as the aggregation starts from them, and a
// learned part that is large in the upper left corner.
std::vector<pipeline::AggregationMap> makeMaps(const Correspondence& matches) {
  std::vector<pipeline::AggregationMap> maps;
  for (const int finer : {1, 2, 4}) {
    const int w = matches.pixels.width * finer;
    const int h = matches.pixels.height * finer;
    const double step = 4.0 / finer;
    pipeline::AggregationMap map;
    map.scale = finer == 1 ? "relu3_1" : finer == 2 ? "relu2_1" : "relu1_1";
    map.matchOffset = Field<Vec2f>(w, h, step);
    map.learnedOffset = Field<Vec2f>(w, h, step);
    map.maskWeight = Field<float>(w, h, step);
    for (int y = 0; y < h; ++y) {
      for (int x = 0; x < w; ++x) {
        const Vec2f offset = matches.pixels.at(x / finer, y / finer);
        map.matchOffset.at(x, y) = {static_cast<float>(offset.x / step),
                                    static_cast<float>(offset.y / step)};
        const bool corner = x < w / 6 && y < h / 6;
        map.learnedOffset.at(x, y) = {corner ? 9.5F : 0.4F, -0.3F};
        map.maskWeight.at(x, y) = 0.2F + 0.6F * matches.confidence.at(x / finer, y / finer);
      }
    }
    maps.push_back(std::move(map));
  }
  return maps;
}

class ScriptedUpscaler : public pipeline::Upscaler {
 public:
  explicit ScriptedUpscaler(std::shared_ptr<Script> script) : script_(std::move(script)) {}

  pipeline::UpscaleResult match(const pipeline::UpscaleRequest& request,
                                const RunContext& context) override {
    if (request.name == ui::kPreflightName) {
      ++script_->preflights;
      while (script_->holdPreflight && !context.stopRequested()) std::this_thread::sleep_for(2ms);
      context.checkStop();
      pipeline::UpscaleResult looked;
      addMatches(request, looked);
      return looked;
    }
    ++script_->matchCalls;
    script_->remember(request);
    context.progress(Stage::Match, 0, 1);
    holdWhile(script_->holdMatch, *script_, context);
    context.progress(Stage::Match, 1, 1);
    pipeline::UpscaleResult result;
    addMatches(request, result);
    result.report.seconds["match"] = script_->matchSeconds;
    return result;
  }

  pipeline::UpscaleResult run(const pipeline::UpscaleRequest& request,
                              const RunContext& context) override {
    ++script_->runCalls;
    script_->lastBudget = context.memoryBudget;
    if (context.memoryBudget > 0) holdWhile(script_->holdFrugal, *script_, context);
    script_->remember(request);
    for (int tile = 0; tile < script_->tiles; ++tile) {
      context.progress(Stage::Restore, tile, script_->tiles);
      if (tile == script_->tiles / 2) holdWhile(script_->holdRestore, *script_, context);
      context.checkStop();
      showRows(request, tile);
    }
    if (const auto failure = script_->nextFailure()) throw *failure;
    context.progress(Stage::Check, 1, 1);
    return makeResult(request);
  }

  [[nodiscard]] std::string device() const override { return "cpu"; }
  [[nodiscard]] std::string precision() const override { return "fp32"; }

 private:
  void addMatches(const pipeline::UpscaleRequest& request, pipeline::UpscaleResult& result) const {
    for (const auto& reference : request.references) {
      result.correspondences.push_back(
          makeMatches(*request.input, *reference.picture,
                      reference.name.starts_with("elsewhere") ? 0 : script_->covers.load()));
    }
    result.usedReference = request.references.empty() ? -1 : 0;
    if (!request.references.empty()) {
      result.report.borrowed = sureShare(result.correspondences.front());
    }
  }

  // The tile's rows of the scripted result, or of the input enlarged.
  void showRows(const pipeline::UpscaleRequest& request, int tile) const {
    if (!request.rowsReady) return;
    const media::Picture all = makePicture(*request.input);
    const int top = all.height() * tile / script_->tiles;
    const int end = all.height() * (tile + 1) / script_->tiles;
    media::Picture rows(all.width(), end - top, all.channels(), all.sample());
    for (int y = top; y < end; ++y) {
      std::copy_n(all.row<std::uint8_t>(y), all.width() * all.channels(),
                  rows.row<std::uint8_t>(y - top));
    }
    request.rowsReady(top, rows);
  }

  [[nodiscard]] media::Picture makePicture(const media::Picture& in) const {
    return script_->result() ? *script_->result()
                             : media::resizeBicubicU8(in, in.width() * 4, in.height() * 4);
  }

  [[nodiscard]] pipeline::UpscaleResult makeResult(const pipeline::UpscaleRequest& request) const {
    pipeline::UpscaleResult result;
    const media::Picture& in = *request.input;
    result.picture = makePicture(in);
    addMatches(request, result);
    if (request.options.wantMaps && !request.references.empty()) {
      result.maps = makeMaps(result.correspondences.front());
    }
    result.report.inputWidth = in.width();
    result.report.inputHeight = in.height();
    result.report.outputWidth = result.picture.width();
    result.report.outputHeight = result.picture.height();
    result.report.model = "photo";
    for (const pipeline::OptionField& field : pipeline::upscaleOptionFields()) {
      result.report.options[field.name] = field.get(request.options);
    }
    result.report.device = "cpu";
    result.report.dtype = "fp32";
    result.report.seconds = {{"read", 0.08},
                             {"match", 0},
                             {"align", 0.2},
                             {"restore", script_->restoreSeconds},
                             {"check", 0.06}};
    result.report.colourDrift = 0.7;
    result.report.peakBytes = script_->peakBytes;
    return result;
  }

  std::shared_ptr<Script> script_;
};

class ScriptedEngine : public pipeline::Engine {
 public:
  explicit ScriptedEngine(std::shared_ptr<Script> script) : script_(std::move(script)) {}

  std::unique_ptr<pipeline::Upscaler> load(const std::filesystem::path&,
                                           const pipeline::EngineOptions&) override {
    ++script_->loads;
    return std::make_unique<ScriptedUpscaler>(script_);
  }
  std::vector<pipeline::DeviceInfo> devices() override {
    std::vector<pipeline::DeviceInfo> all = {
        {"cpu", "Scripted processor", 16'000'000'000, 9'600'000'000}};
    if (script_->gpuFreeBytes > 0) {
      all.push_back({"cuda:0", "Scripted GPU", 16'000'000'000, script_->gpuFreeBytes});
    }
    return all;
  }
  std::string cudaStatus() override { return "no CUDA in a script"; }
  std::string libTorchVersion() override { return "0"; }
  std::vector<pipeline::Check> selfTest(const RunContext&) override { return {}; }
  pipeline::PeakRates peakRates(const pipeline::EngineOptions&, const RunContext&) override {
    return {};
  }

 private:
  std::shared_ptr<Script> script_;
};

} // namespace

void Script::failWith(std::optional<Error> error, int times) {
  const std::lock_guard lock(mutex_);
  failure_ = std::move(error);
  failures_ = times;
}

std::optional<Error> Script::nextFailure() {
  const std::lock_guard lock(mutex_);
  if (failures_ == 0) return std::nullopt;
  if (failures_ > 0) --failures_;
  return failure_;
}

void Script::setResult(std::shared_ptr<const media::Picture> picture) {
  const std::lock_guard lock(mutex_);
  result_ = std::move(picture);
}

std::shared_ptr<const media::Picture> Script::result() const {
  const std::lock_guard lock(mutex_);
  return result_;
}

pipeline::UpscaleRequest Script::lastRequest() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

void Script::remember(const pipeline::UpscaleRequest& request) {
  const std::lock_guard lock(mutex_);
  last_ = request;
}

std::shared_ptr<pipeline::Engine> makeScriptedEngine(std::shared_ptr<Script> script) {
  return std::make_shared<ScriptedEngine>(std::move(script));
}

media::Picture makeScene(int width, int height, double shift) {
  media::Picture picture(width, height, 3, media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const double u = static_cast<double>(x) / width + shift;
      const double v = static_cast<double>(y) / height;
      row[3 * x] = static_cast<std::uint8_t>(127 + 100 * std::sin(20 * u + 9 * v));
      row[3 * x + 1] = static_cast<std::uint8_t>(127 + 100 * std::sin(31 * v));
      row[3 * x + 2] = static_cast<std::uint8_t>(127 + 100 * std::cos(17 * u));
    }
  }
  return picture;
}

ui::FileAccess makeScriptedFiles(std::shared_ptr<Written> written) {
  return {.read =
              [](const std::filesystem::path& path) {
                static const std::regex size(R"((\d+)x(\d+)\.\w+$)");
                const std::string name = path.filename().string();
                std::smatch found;
                if (!std::regex_search(name, found, size)) {
                  throw Error(Kind::BadInput, "This is no picture.");
                }
                pipeline::SourcePicture source;
                source.srgb = std::make_shared<const media::Picture>(
                    makeScene(std::stoi(found[1]), std::stoi(found[2])));
                return source;
              },
          .formatName = [](const auto&) { return QStringLiteral("PNG"); },
          .profileName = [](const auto&) { return QStringLiteral("Display P3"); },
          .write =
              [written](const ui::SaveRequest& request) {
                const std::lock_guard lock(written->mutex);
                written->requests.push_back(request);
                return written->losses;
              },
          .sample =
              [] {
                const auto scene = [](int width, int height) {
                  return std::make_shared<const media::Picture>(makeScene(width, height));
                };
                return ui::SamplePictures{scene(40, 30), scene(160, 120), scene(160, 120)};
              },
          .listModels =
              [] {
                pipeline::ModelInfo photo;
                photo.name = "photo";
                photo.path = "/models/photo.safetensors";
                photo.architecture = "scripted";
                photo.shipped = true;
                pipeline::ModelInfo broken;
                broken.name = "torn";
                broken.path = "/models/torn.safetensors";
                broken.problem = "The file ends early; copy it again.";
                return std::vector{photo, broken};
              },
          .importModel = [](const pipeline::ModelImport& request) -> std::filesystem::path {
            if (request.extractor.filename() == "short.pth") {
              throw Error(Kind::BadInput, "The extractor lacks conv3_1.weight and conv3_1.bias.");
            }
            return "/models/" + request.name + ".safetensors";
          }};
}

} // namespace refscale::test
