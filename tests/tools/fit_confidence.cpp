// Fits the logistic model of core/match/confidence.cpp on pairs whose transformation is known:
//   fit_confidence MODEL.safetensors contrastive|vgg GRAF_FOLDER PHOTO...
// GRAF_FOLDER holds img1..6 and H1to2p..H1to6p; every PHOTO is warped by known random homographies.
// Half of the pairs fit, the other half is held out; prints coefficients and calibration.
#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <opencv2/imgproc.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/match/confidence.h"
#include "core/match/refine.h"
#include "core/media/color.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/pictures.h"

namespace {

using namespace refscale;
using match::Evidence;
using match::kEvidence;

struct Pair {
  std::string name;
  media::Picture truth; // whose x1/4 is the input
  media::Picture reference;
  cv::Matx33d homography; // truth pixels -> reference pixels
};

struct Sample {
  Evidence evidence;
  bool right;
};

cv::Mat view(media::Picture& p) {
  return {p.height(), p.width(), CV_8UC3, p.bytes().data(), p.stride()};
}

media::Picture rgb(const std::filesystem::path& path, int longSide) {
  media::Picture p = media::rgbBytes(media::toSrgb(media::readPicture(path)));
  if (const int longest = std::max(p.width(), p.height()); longest > longSide) {
    p = media::resizeBicubicU8(p, p.width() * longSide / longest, p.height() * longSide / longest);
  }
  return media::cropped(p, 0, 0, p.width() / 4 * 4, p.height() / 4 * 4);
}

cv::Matx33d readHomography(const std::filesystem::path& path) {
  std::ifstream file(path);
  cv::Matx33d h;
  for (double& v : h.val) file >> v;
  if (!file) throw Error(Kind::BadInput, "no homography in " + path.string());
  return h;
}

// Turn, scale, perspective, shift, light and noise, as two photos of one place differ.
Pair warped(const media::Picture& photo, const std::string& name, std::mt19937& random) {
  std::normal_distribution<double> normal;
  const double angle = normal(random) * 0.2;
  const double scale = std::exp(normal(random) * 0.2);
  const double cx = photo.width() / 2.0;
  const double cy = photo.height() / 2.0;
  const cv::Matx33d toOrigin(1, 0, -cx, 0, 1, -cy, 0, 0, 1);
  const cv::Matx33d turn(scale * std::cos(angle), -scale * std::sin(angle), normal(random) * 25,
                         scale * std::sin(angle), scale * std::cos(angle), normal(random) * 25,
                         normal(random) * 1e-4, normal(random) * 1e-4, 1);
  const cv::Matx33d back(1, 0, cx, 0, 1, cy, 0, 0, 1);
  Pair pair{name, photo, media::Picture(photo.width(), photo.height(), 3, media::Sample::U8),
            back * turn * toOrigin};
  cv::Mat target = view(pair.reference);
  cv::warpPerspective(view(pair.truth), target, pair.homography, target.size(), cv::INTER_CUBIC,
                      cv::BORDER_REPLICATE);
  target.convertTo(target, -1, 1 + 0.1 * normal(random), 8 * normal(random));
  return pair;
}

std::vector<Sample> samplesOf(const Pair& pair, const pipeline::Model& model,
                              pipeline::MatcherKind kind) {
  const media::Picture lr =
      media::resizeBicubicU8(pair.truth, pair.truth.width() / 4, pair.truth.height() / 4);
  const media::Picture up = media::resizeBicubicU8(lr, pair.truth.width(), pair.truth.height());
  const media::Picture small = media::resizeBicubicU8(pair.reference, pair.reference.width() / 4,
                                                      pair.reference.height() / 4);
  const media::Picture low =
      media::resizeBicubicU8(small, pair.reference.width(), pair.reference.height());
  const auto matcher = model.matcher(kind);
  Correspondence c =
      match::findMatches(matcher->name(), matcher->inputFeatures(pipeline::toTensor(up)),
                         matcher->referenceFeatures(pipeline::toTensor(pair.reference)), {});
  match::refineMatches(c, pipeline::lumaOf(up), pipeline::lumaOf(low), {}, {});
  std::vector<Sample> samples;
  for (int y = 1; y + 1 < c.cells.height; ++y) {
    for (int x = 1; x + 1 < c.cells.width; ++x) {
      const cv::Vec3d p = pair.homography * cv::Vec3d(4 * x + 1.5, 4 * y + 1.5, 1);
      const double dx = (p[0] / p[2] - 1.5) / 4 - (x + c.cells.at(x, y).x);
      const double dy = (p[1] / p[2] - 1.5) / 4 - (y + c.cells.at(x, y).y);
      samples.push_back({match::evidenceOf(c, x, y), std::abs(dx) <= 1 && std::abs(dy) <= 1});
    }
  }
  return samples;
}

double probability(const match::ConfidenceModel& m, const Evidence& e) {
  double sum = m.bias;
  for (std::size_t i = 0; i < kEvidence; ++i) sum += m.weights[i] * e[i];
  return 1 / (1 + std::exp(-sum));
}

// Newton's method on the log-likelihood, with a little shrinkage.
match::ConfidenceModel fit(const std::vector<Sample>& samples) {
  constexpr int kSize = kEvidence + 1;
  match::ConfidenceModel model;
  for (int iteration = 0; iteration < 30; ++iteration) {
    at::Tensor gradient = at::zeros({kSize}, at::kDouble);
    at::Tensor hessian = at::eye(kSize, at::kDouble) * 1e-3;
    auto g = gradient.accessor<double, 1>();
    auto h = hessian.accessor<double, 2>();
    for (const Sample& s : samples) {
      const double p = probability(model, s.evidence);
      std::array<double, kSize> x{1};
      std::copy(s.evidence.begin(), s.evidence.end(), x.begin() + 1);
      for (int i = 0; i < kSize; ++i) {
        g[i] += ((s.right ? 1.0 : 0.0) - p) * x[i];
        for (int j = 0; j < kSize; ++j) h[i][j] += p * (1 - p) * x[i] * x[j];
      }
    }
    const at::Tensor step = at::linalg_solve(hessian, gradient);
    model.bias += step[0].item<double>();
    for (std::size_t i = 0; i < kEvidence; ++i) model.weights[i] += step[i + 1].item<double>();
  }
  return model;
}

void printCalibration(const match::ConfidenceModel& model, const std::vector<Sample>& samples) {
  std::array<double, 10> sum{};
  std::array<int, 10> right{};
  std::array<int, 10> count{};
  double loss = 0;
  int hits = 0;
  for (const Sample& s : samples) {
    const double p = probability(model, s.evidence);
    const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(p * 10));
    sum[bin] += p;
    right[bin] += s.right ? 1 : 0;
    ++count[bin];
    loss -= std::log(std::max(1e-9, s.right ? p : 1 - p));
    hits += (p >= 0.5) == s.right ? 1 : 0;
  }
  double off = 0;
  for (std::size_t b = 0; b < 10; ++b) {
    if (count[b] == 0) continue;
    off += std::abs(sum[b] - right[b]);
    std::printf("  said %.2f, right %.2f of %d\n", sum[b] / count[b],
                static_cast<double>(right[b]) / count[b], count[b]);
  }
  const auto n = static_cast<double>(samples.size());
  std::printf("  %zu cells, log loss %.3f, right at 0.5: %.1f %%, calibration error %.3f\n",
              samples.size(), loss / n, 100.0 * hits / n, off / n);
}

int run(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: fit_confidence MODEL contrastive|vgg GRAF_FOLDER PHOTO...\n");
    return 2;
  }
  const c10::InferenceMode inference;
  const pipeline::Model model = pipeline::loadModel(argv[1], {});
  const auto kind = std::string(argv[2]) == "vgg" ? pipeline::MatcherKind::Vgg
                                                  : pipeline::MatcherKind::Contrastive;
  std::vector<Pair> pairs;
  const std::filesystem::path graf = argv[3];
  for (int n = 2; n <= 4; ++n) {
    pairs.push_back({"graf 1-" + std::to_string(n), rgb(graf / "img1.png", 800),
                     rgb(graf / ("img" + std::to_string(n) + ".png"), 800),
                     readHomography(graf / ("H1to" + std::to_string(n) + "p"))});
  }
  std::mt19937 random(5);
  for (int i = 4; i < argc; ++i) {
    pairs.push_back(warped(rgb(argv[i], 640), std::filesystem::path(argv[i]).filename(), random));
  }
  std::vector<Sample> fitting;
  std::vector<Sample> heldOut;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto samples = samplesOf(pairs[i], model, kind);
    const auto right =
        std::count_if(samples.begin(), samples.end(), [](const Sample& s) { return s.right; });
    std::printf("%s: %.1f %% within a cell\n", pairs[i].name.c_str(),
                100.0 * static_cast<double>(right) / static_cast<double>(samples.size()));
    std::fflush(stdout);
    auto& part = i % 2 == 0 ? fitting : heldOut;
    part.insert(part.end(), samples.begin(), samples.end());
  }
  const match::ConfidenceModel half = fit(fitting);
  std::printf("held out:\n");
  printCalibration(half, heldOut);
  fitting.insert(fitting.end(), heldOut.begin(), heldOut.end());
  const match::ConfidenceModel all = fit(fitting);
  std::printf("all pairs: {%.3f, {%.3f, %.3f, %.3f, %.3f, %.3f}}\n", all.bias, all.weights[0],
              all.weights[1], all.weights[2], all.weights[3], all.weights[4]);
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
