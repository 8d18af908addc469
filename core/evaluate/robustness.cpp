#include "core/evaluate/robustness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/evaluate/formatted.h"
#include "core/evaluate/scores.h"
#include "core/geometry/opencv_error.h"
#include "core/media/color.h"
#include "core/media/resample.h"
#include "core/pipeline/file_job.h"

namespace refscale::evaluate {
namespace {

using media::Picture;

constexpr int kScale = 4;
constexpr int kLongSide = 480; // of the true pictures, about CUFED5's
constexpr int kSmallest = 32;
constexpr std::array kScales = {1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5};
constexpr std::array kDegrees = {0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0};

struct Setting {
  const char* name;
  pipeline::MatcherKind matcher;
  pipeline::Registration registration;
};
constexpr std::array kSettings = {
    Setting{"contrastive", pipeline::MatcherKind::Contrastive, pipeline::Registration::Off},
    Setting{"vgg", pipeline::MatcherKind::Vgg, pipeline::Registration::Off},
    Setting{"carried", pipeline::MatcherKind::Contrastive, pipeline::Registration::Auto}};

Picture readTruth(const std::filesystem::path& path) {
  Picture picture = media::rgbBytes(*pipeline::readSource(path, {}).srgb);
  const double reduction =
      std::min(1.0, static_cast<double>(kLongSide) / std::max(picture.width(), picture.height()));
  const auto side = [&](int length) {
    return static_cast<int>(std::round(length * reduction)) / kScale * kScale;
  };
  const int width = side(picture.width());
  const int height = side(picture.height());
  if (width < kSmallest || height < kSmallest) {
    throw Error(Kind::BadInput, path.string() +
                                    " is too small to measure on; take pictures of at "
                                    "least 32 x 32 pixels.");
  }
  if (reduction == 1) return media::cropped(picture, 0, 0, width, height);
  return media::resizeBicubicU8(picture, width, height);
}

// The picture turned about its middle and enlarged, whole; and where its pixels went.
struct Transformed {
  Picture picture;
  cv::Matx23d toReference;
};

Transformed transformed(const Picture& truth, double scale, double degrees) try {
  const double angle = degrees * std::numbers::pi / 180;
  const double c = scale * std::cos(angle);
  const double s = scale * std::sin(angle);
  const auto length = [](double pixels) { return static_cast<int>(std::ceil(pixels - 1e-6)); };
  const int width = length(std::abs(c) * truth.width() + std::abs(s) * truth.height());
  const int height = length(std::abs(s) * truth.width() + std::abs(c) * truth.height());
  const double x = (truth.width() - 1) / 2.0; // middles, as pixel centres count
  const double y = (truth.height() - 1) / 2.0;
  const cv::Matx23d map(c, -s, (width - 1) / 2.0 - c * x + s * y, //
                        s, c, (height - 1) / 2.0 - s * x - c * y);
  Transformed result{Picture(width, height, 3, media::Sample::U8), map};
  const cv::Mat source(truth.height(), truth.width(), CV_8UC3,
                       const_cast<std::byte*>(truth.bytes().data()), truth.stride()); // read only
  cv::Mat target(height, width, CV_8UC3, result.picture.bytes().data(), result.picture.stride());
  cv::warpAffine(source, target, map, target.size(), cv::INTER_CUBIC, cv::BORDER_REFLECT_101);
  return result;
} catch (const cv::Exception& error) {
  geometry::rethrowAsError(error);
}

RobustnessPoint measured(const pipeline::UpscaleResult& result, const Picture& truth,
                         const Transformed& reference, double amount, double scale) {
  RobustnessPoint point;
  point.amount = amount;
  point.psnrY = scoreOf(result.picture, truth).psnrY;
  const Correspondence& c = result.correspondences.at(0);
  for (int y = 0; y < c.pixels.height; ++y) {
    for (int x = 0; x < c.pixels.width; ++x) {
      const cv::Vec3d middle(kScale * x + (kScale - 1) / 2.0, kScale * y + (kScale - 1) / 2.0, 1);
      const cv::Vec2d place = reference.toReference * middle;
      const Vec2f shift = c.pixels.at(x, y);
      const double error =
          std::hypot(middle[0] + shift.x - place[0], middle[1] + shift.y - place[1]);
      point.endPointError += error;
      point.withinCell += error < kScale * scale ? 1 : 0;
    }
  }
  const auto cells = static_cast<double>(c.pixels.values.size());
  point.endPointError /= cells;
  point.withinCell /= cells;
  return point;
}

nlohmann::ordered_json jsonOf(const std::vector<RobustnessCurve>& curves) {
  auto list = nlohmann::ordered_json::array();
  for (const RobustnessCurve& curve : curves) {
    auto points = nlohmann::ordered_json::array();
    for (const RobustnessPoint& p : curve.points) {
      points.push_back({{"amount", p.amount},
                        {"end_point_error", p.endPointError},
                        {"within_cell", p.withinCell},
                        {"psnr_y", p.psnrY}});
    }
    list.push_back({{"method", curve.method}, {"points", points}});
  }
  return list;
}

} // namespace

Robustness measureRobustness(pipeline::Upscaler& upscaler,
                             const std::vector<std::filesystem::path>& pictures,
                             const pipeline::UpscaleOptions& options, const RunContext& context) {
  Robustness robustness;
  robustness.pictures = pictures.size();
  for (const Setting& setting : kSettings) {
    RobustnessCurve curve{setting.name, {}};
    curve.points.resize(kScales.size());
    robustness.scale.push_back(curve);
    curve.points.resize(kDegrees.size());
    robustness.rotation.push_back(curve);
  }
  const auto share = 1 / static_cast<double>(pictures.size());
  for (const auto& path : pictures) {
    context.log(LogLevel::Info, path.string());
    const Picture truth = readTruth(path);
    pipeline::UpscaleRequest request;
    request.name = path.filename().string();
    request.input = std::make_shared<const Picture>(
        media::resizeBicubicU8(truth, truth.width() / kScale, truth.height() / kScale));
    const auto measure = [&](double scale, double degrees, double amount,
                             std::vector<RobustnessCurve>& curves, std::size_t at) {
      const Transformed reference = transformed(truth, scale, degrees);
      request.references = {
          {"transformed", std::make_shared<const Picture>(reference.picture), nullptr}};
      for (std::size_t i = 0; i < kSettings.size(); ++i) {
        request.options = options;
        request.options.matcher = kSettings[i].matcher;
        request.options.registration = kSettings[i].registration;
        const RobustnessPoint one =
            measured(upscaler.run(request, context), truth, reference, amount, scale);
        RobustnessPoint& mean = curves[i].points[at];
        mean.amount = amount;
        mean.endPointError += share * one.endPointError;
        mean.withinCell += share * one.withinCell;
        mean.psnrY += share * one.psnrY;
      }
    };
    for (std::size_t i = 0; i < kScales.size(); ++i) {
      measure(kScales[i], 0, kScales[i], robustness.scale, i);
    }
    for (std::size_t i = 0; i < kDegrees.size(); ++i) {
      measure(1, kDegrees[i], kDegrees[i], robustness.rotation, i);
    }
  }
  return robustness;
}

std::string toJson(const Robustness& robustness, const std::string& model) {
  const nlohmann::ordered_json json = {{"schema", 1},
                                       {"model", model},
                                       {"pictures", robustness.pictures},
                                       {"scale", jsonOf(robustness.scale)},
                                       {"rotation", jsonOf(robustness.rotation)}};
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string toTable(const Robustness& robustness) {
  std::string text = "end-point error in pixels (share within a cell) PSNR-Y in dB\n";
  for (const auto& [name, curves] :
       {std::pair("scale", &robustness.scale), std::pair("degrees", &robustness.rotation)}) {
    text += formatted("%8s", name);
    for (const RobustnessCurve& curve : *curves) text += formatted("%24s", curve.method.c_str());
    text += '\n';
    for (std::size_t i = 0; i < curves->front().points.size(); ++i) {
      text += formatted("%8.2f", curves->front().points[i].amount);
      for (const RobustnessCurve& curve : *curves) {
        const RobustnessPoint& p = curve.points[i];
        text += formatted("%9.2f (%.2f) %6.2f ", p.endPointError, p.withinCell, p.psnrY);
      }
      text += '\n';
    }
  }
  return text;
}

} // namespace refscale::evaluate
