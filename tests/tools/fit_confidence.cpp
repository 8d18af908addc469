// Fits the logistic model of core/match/confidence.cpp on pairs whose transformation is known:
//   fit_confidence MODEL.safetensors contrastive|vgg standing|carried GRAF_FOLDER PHOTO...
// GRAF_FOLDER holds img1..6 and H1to2p..H1to6p; every PHOTO is warped by known random homographies.
// Pairs of unrelated photos, pages and plain colours are added.
// Half of the pairs fit, the other half, which has no picture in common with it, is held out;
// prints coefficients and calibration.
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
#include "core/pipeline/engine/view_finder.h"
#include "tests/tools/halves.h"

namespace {

using namespace refscale;
using match::Evidence;
using match::kEvidence;

// A thing that stands before the rest: in an ellipse of the truth, moved on by `shift` in the
// reference, where it covers what is behind.
struct Foreground {
  cv::Point2d centre, radii, shift;
  [[nodiscard]] bool covers(const cv::Point2d& p) const {
    const double u = (p.x - centre.x) / radii.x;
    const double v = (p.y - centre.y) / radii.y;
    return u * u + v * v < 1;
  }
};

struct Pair {
  std::string name;
  std::vector<std::string> pictures; // files that it is made from; none: painted for it alone
  media::Picture truth;              // whose x1/4 is the input
  media::Picture reference;
  // truth pixels -> reference pixels, of the background; nothing where the two are of other things
  std::optional<cv::Matx33d> homography;
  std::optional<Foreground> foreground;

  [[nodiscard]] cv::Point2d background(const cv::Point2d& p) const {
    const cv::Vec3d q = *homography * cv::Vec3d(p.x, p.y, 1);
    return {q[0] / q[2], q[1] / q[2]};
  }
  // Where the reference shows a place of the truth; nothing where something stands before it.
  [[nodiscard]] std::optional<cv::Point2d> placeOf(const cv::Point2d& p) const {
    if (!homography) return std::nullopt;
    const cv::Point2d there = background(p);
    if (!foreground) return there;
    if (foreground->covers(p)) return there + foreground->shift;
    const cv::Vec3d back = homography->inv() * cv::Vec3d(there.x - foreground->shift.x,
                                                         there.y - foreground->shift.y, 1);
    if (foreground->covers({back[0] / back[2], back[1] / back[2]})) return std::nullopt;
    return there;
  }
};

cv::Mat view(media::Picture& p) {
  return {p.height(), p.width(), CV_8UC3, p.bytes().data(), p.stride()};
}

// A page of made-up text.
media::Picture page(std::mt19937& random) {
  constexpr int kWidth = 640;
  constexpr int kHeight = 480;
  media::Picture p(kWidth, kHeight, 3, media::Sample::U8);
  cv::Mat sheet = view(p);
  sheet.setTo(cv::Scalar(238, 240, 242));
  std::uniform_int_distribution<int> letter('a', 'z');
  std::uniform_int_distribution<int> length(2, 9);
  const int size = 14 + static_cast<int>(random() % 8);
  for (int y = 2 * size; y < kHeight - size; y += 2 * size) {
    std::string line;
    while (line.size() < 80) {
      for (int n = length(random); n > 0; --n) line += static_cast<char>(letter(random));
      line += ' ';
    }
    cv::putText(sheet, line, {size, y}, cv::FONT_HERSHEY_SIMPLEX, size / 30.0,
                cv::Scalar(30, 28, 26), 1, cv::LINE_AA);
  }
  sheet.colRange(kWidth - size, kWidth).setTo(cv::Scalar(238, 240, 242));
  return p;
}

struct Sample {
  Evidence evidence;
  bool right;
};

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

// Turn, scale, perspective, shift, light and noise, as two photos of one place differ; in every
// second one something stands before the rest.
struct Photo {
  std::string name;
  std::vector<std::string> files; // of Pair::pictures
  media::Picture picture;
};
Pair warped(const Photo& source, bool withForeground, std::mt19937& random) {
  const media::Picture& photo = source.picture;
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
  Pair pair{source.name,
            source.files,
            photo,
            media::Picture(photo.width(), photo.height(), 3, media::Sample::U8),
            back * turn * toOrigin,
            {}};
  cv::Mat target = view(pair.reference);
  cv::warpPerspective(view(pair.truth), target, *pair.homography, target.size(), cv::INTER_CUBIC,
                      cv::BORDER_REPLICATE);
  if (withForeground) {
    pair.foreground = Foreground{{cx + normal(random) * cx / 4, cy + normal(random) * cy / 4},
                                 {cx / 2.5, cy / 2.5},
                                 {normal(random) * 20, normal(random) * 12}};
    cv::Mat moved;
    const cv::Matx33d on(1, 0, pair.foreground->shift.x, 0, 1, pair.foreground->shift.y, 0, 0, 1);
    const cv::Matx33d nearer = on * *pair.homography;
    cv::warpPerspective(view(pair.truth), moved, nearer, target.size(), cv::INTER_CUBIC,
                        cv::BORDER_REPLICATE);
    const cv::Matx33d inverse = nearer.inv();
    for (int y = 0; y < target.rows; ++y) {
      for (int x = 0; x < target.cols; ++x) {
        const cv::Vec3d p = inverse * cv::Vec3d(x, y, 1);
        if (pair.foreground->covers({p[0] / p[2], p[1] / p[2]})) {
          target.at<cv::Vec3b>(y, x) = moved.at<cv::Vec3b>(y, x);
        }
      }
    }
  }
  target.convertTo(target, -1, 1 + 0.1 * normal(random), 8 * normal(random));
  return pair;
}

std::vector<Sample> samplesOf(const Pair& pair, const pipeline::Model& model,
                              pipeline::MatcherKind kind, bool carried) {
  const auto share = [](media::Picture p) {
    return std::make_shared<const media::Picture>(std::move(p));
  };
  const auto input = pipeline::prepareInput(
      share(media::resizeBicubicU8(pair.truth, pair.truth.width() / 4, pair.truth.height() / 4)),
      at::kCPU);
  constexpr double kMegapixels = 4;
  const auto source = pipeline::prepareReference(share(pair.reference), kMegapixels, at::kCPU);
  pipeline::Report report;
  pipeline::StageTimer timer(report);
  const RunContext context;
  const pipeline::ViewFinder finder(model, *input, {.matcher = kind}, context, timer);
  const pipeline::View view = carried ? finder.carried(source) : finder.standing(source);
  const Correspondence seen =
      inSource(view, source->picture.width() / 4, source->picture.height() / 4);
  std::vector<Sample> samples;
  for (int y = 1; y + 1 < seen.cells.height; ++y) {
    for (int x = 1; x + 1 < seen.cells.width; ++x) {
      if (seen.confidence.at(x, y) == 0) continue; // shows the input itself
      const cv::Point2d middle(4 * x + 1.5, 4 * y + 1.5);
      const auto truth = pair.placeOf(middle);
      const Vec2f shift = carried ? seen.pixels.at(x, y)
                                  : Vec2f{4 * seen.cells.at(x, y).x, 4 * seen.cells.at(x, y).y};
      const bool right = truth && std::abs(middle.x + shift.x - truth->x) <= 4 &&
                         std::abs(middle.y + shift.y - truth->y) <= 4;
      samples.push_back({match::evidenceOf(view.matches, x, y), right});
    }
  }
  return samples;
}

// What must not match: other photos, other pages, plain colours; two of a kind in a row.
void addUnrelated(std::vector<Pair>& pairs, const std::vector<std::string>& photos,
                  std::mt19937& random) {
  constexpr int kSide = 640;
  for (std::size_t i = 0; i + 1 < photos.size(); i += 3) {
    pairs.push_back({"unrelated " + std::filesystem::path(photos[i]).filename().string(),
                     {photos[i], photos[i + 1]},
                     rgb(photos[i], kSide),
                     rgb(photos[i + 1], kSide),
                     {},
                     {}});
  }
  for (int i = 0; i < 2; ++i) pairs.push_back(warped({"page", {}, page(random)}, false, random));
  for (int i = 0; i < 2; ++i) {
    pairs.push_back({"another page", {}, page(random), page(random), {}, {}});
  }
  const auto plain = [&] {
    media::Picture p(480, 360, 3, media::Sample::U8);
    const auto any = [&] { return static_cast<double>(random() % 256); };
    view(p).setTo(cv::Scalar(any(), any(), any()));
    return p;
  };
  for (int i = 0; i < 2; ++i) pairs.push_back({"plain", {}, plain(), plain(), {}, {}});
  // Smooth ones: every place has a gradient, and none is a place to know again.
  const auto soft = [&](const std::string& photo) {
    constexpr double kBlur = 14;
    media::Picture p = rgb(photo, kSide);
    cv::Mat pixels = view(p);
    cv::GaussianBlur(pixels, pixels, {}, kBlur);
    return p;
  };
  for (std::size_t i = 0; i + 1 < std::min<std::size_t>(photos.size(), 8); i += 2) {
    const std::string& other = photos[photos.size() - 1 - i];
    pairs.push_back({"soft", {photos[i], other}, soft(photos[i]), soft(other), {}, {}});
  }
}

double probability(const match::ConfidenceModel& m, const Evidence& e) {
  double sum = m.bias;
  for (std::size_t i = 0; i < kEvidence; ++i) sum += m.weights[i] * e[i];
  return 1 / (1 + std::exp(-sum));
}

// Newton's method on the log-likelihood, with a little shrinkage. Evidence that would count against
// what it speaks for is left out: it stands in for something else in these pairs.
match::ConfidenceModel fit(const std::vector<Sample>& samples,
                           const std::array<bool, kEvidence>& used = {1, 1, 1, 1, 1, 1}) {
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
      for (std::size_t i = 0; i < kEvidence; ++i) x[i + 1] = used[i] ? s.evidence[i] : 0;
      for (int i = 0; i < kSize; ++i) {
        g[i] += ((s.right ? 1.0 : 0.0) - p) * x[i];
        for (int j = 0; j < kSize; ++j) h[i][j] += p * (1 - p) * x[i] * x[j];
      }
    }
    const at::Tensor step = at::linalg_solve(hessian, gradient);
    model.bias += step[0].item<double>();
    for (std::size_t i = 0; i < kEvidence; ++i) model.weights[i] += step[i + 1].item<double>();
  }
  std::array<bool, kEvidence> kept = used;
  for (std::size_t i = 0; i < kEvidence; ++i) kept[i] = used[i] && model.weights[i] >= 0;
  return kept == used ? model : fit(samples, kept);
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
  if (argc < 6) {
    std::fprintf(stderr,
                 "usage: fit_confidence MODEL contrastive|vgg standing|carried GRAF_FOLDER "
                 "PHOTO...\n");
    return 2;
  }
  const c10::InferenceMode inference;
  const pipeline::Model model = pipeline::loadModel(argv[1], {});
  const auto kind = std::string(argv[2]) == "vgg" ? pipeline::MatcherKind::Vgg
                                                  : pipeline::MatcherKind::Contrastive;
  std::vector<Pair> pairs;
  const bool carried = std::string(argv[3]) == "carried";
  const std::filesystem::path graf = argv[4];
  for (int n = 2; n <= 4; ++n) {
    const auto other = graf / ("img" + std::to_string(n) + ".png");
    pairs.push_back({"graf 1-" + std::to_string(n),
                     {(graf / "img1.png").string(), other.string()},
                     rgb(graf / "img1.png", 800),
                     rgb(other, 800),
                     readHomography(graf / ("H1to" + std::to_string(n) + "p")),
                     {}});
  }
  std::mt19937 random(5);
  for (int i = 5; i < argc; ++i) {
    // Two in a row with, two without: the fit and the held-out half have both.
    const bool withForeground = i / 2 % 2 == 0;
    const std::string name = std::filesystem::path(argv[i]).filename().string();
    pairs.push_back(warped({name, {argv[i]}, rgb(argv[i], 640)}, withForeground, random));
  }
  addUnrelated(pairs, {argv + 5, argv + argc}, random);
  std::vector<std::vector<std::string>> pictures;
  for (const Pair& pair : pairs) pictures.push_back(pair.pictures);
  const std::vector<int> halves = test::halvesByPicture(pictures);
  std::vector<Sample> fitting;
  std::vector<Sample> heldOut;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto samples = samplesOf(pairs[i], model, kind, carried);
    const auto right =
        std::count_if(samples.begin(), samples.end(), [](const Sample& s) { return s.right; });
    std::printf("%s: %s, %.1f %% within a cell\n", pairs[i].name.c_str(),
                halves[i] == 0 ? "fitted" : "held out",
                100.0 * static_cast<double>(right) /
                    static_cast<double>(std::max<std::size_t>(1, samples.size())));
    std::fflush(stdout);
    auto& part = halves[i] == 0 ? fitting : heldOut;
    part.insert(part.end(), samples.begin(), samples.end());
  }
  const match::ConfidenceModel half = fit(fitting);
  std::printf("held out:\n");
  printCalibration(half, heldOut);
  fitting.insert(fitting.end(), heldOut.begin(), heldOut.end());
  const match::ConfidenceModel all = fit(fitting);
  std::printf("all pairs: {%.3f, {", all.bias);
  for (const double weight : all.weights) std::printf("%.3f, ", weight);
  std::printf("}}\n");
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
