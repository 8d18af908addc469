#include "app/draw/lines.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "app/draw/canvas.h"
#include "app/text.h"

namespace refscale::app::draw {
namespace {

// Everything is drawn at twice the size and halved: strokes of 1.1 px need parts of pixels.
constexpr int kOver = 2;
constexpr int kPictureWidth = 720; // of each picture, after halving
constexpr int kMostHeight = 1440;  // a tall one is narrower instead
constexpr int kGap = 28;
constexpr int kMargin = 24;
constexpr int kTop = 44;
constexpr int kBottom = 84;
constexpr int kShift = 4;
constexpr double kOpacity = 0.8;
constexpr double kCasingOpacity = 0.35;

struct Half {
  cv::Rect area;    // on the doubled canvas
  double scale = 1; // doubled canvas pixels per output pixel

  [[nodiscard]] cv::Point at(const Vec2f& p) const {
    const double x = area.x + std::clamp((p.x + 0.5) * scale, 0.0, area.width - 1.0);
    const double y = area.y + std::clamp((p.y + 0.5) * scale, 0.0, area.height - 1.0);
    return {static_cast<int>(std::lround(x * (1 << kShift))),
            static_cast<int>(std::lround(y * (1 << kShift)))};
  }
};

cv::Mat fitted(const media::Picture& picture, cv::Size size) {
  const cv::Mat mat = toMat(picture);
  cv::Mat result;
  cv::resize(mat, result, size, 0, 0, size.width < mat.cols ? cv::INTER_AREA : cv::INTER_CUBIC);
  return result;
}

cv::Size sizeFor(const media::Picture& picture) {
  const double scale = kOver * std::min(static_cast<double>(kPictureWidth) / picture.width(),
                                        static_cast<double>(kMostHeight) / picture.height());
  const auto side = [&](int pixels) {
    return std::max(1, static_cast<int>(std::lround(scale * pixels)));
  };
  return {side(picture.width()), side(picture.height())};
}

cv::Scalar lineColour(float confidence) {
  const auto c = viridis(0.25 + 0.75 * confidence); // the dark quarter is lost on dark photos
  return {static_cast<double>(c[0]), static_cast<double>(c[1]), static_cast<double>(c[2])};
}

void drawLines(cv::Mat& canvas, const std::vector<MatchLine>& lines, const Half& left,
               const Half& right) {
  cv::Mat casing = canvas.clone();
  for (const auto& line : lines) {
    if (!line.sure) continue;
    cv::line(casing, left.at(line.from), right.at(line.to), {0, 0, 0}, 5, cv::LINE_AA, kShift);
  }
  cv::addWeighted(casing, kCasingOpacity, canvas, 1 - kCasingOpacity, 0, canvas);
  cv::Mat strokes = canvas.clone();
  for (const auto& line : lines) {
    if (!line.sure) continue;
    cv::line(strokes, left.at(line.from), right.at(line.to), lineColour(line.confidence), 3,
             cv::LINE_AA, kShift);
  }
  cv::addWeighted(strokes, kOpacity, canvas, 1 - kOpacity, 0, canvas);
  for (const auto& line : lines) {
    if (!line.sure) continue;
    for (const auto& end : {left.at(line.from), right.at(line.to)}) {
      cv::circle(canvas, end, 6 << kShift, {0, 0, 0}, cv::FILLED, cv::LINE_AA, kShift);
      cv::circle(canvas, end, 5 << kShift, lineColour(line.confidence), cv::FILLED, cv::LINE_AA,
                 kShift);
    }
  }
}

// White dashes on black: seen on any picture.
void drawRing(cv::Mat& canvas, const cv::Point& centre) {
  const cv::Size radius(9 << kShift, 9 << kShift);
  cv::ellipse(canvas, centre, radius, 0, 0, 360, {0, 0, 0}, 4, cv::LINE_AA, kShift);
  for (int angle = 0; angle < 360; angle += 60) {
    cv::ellipse(canvas, centre, radius, 0, angle, angle + 32, {255, 255, 255}, 2, cv::LINE_AA,
                kShift);
  }
}

void drawLegend(cv::Mat& canvas, int y, double sureCells) {
  const cv::Rect bar(kMargin, y + 22, 260, 14);
  for (int x = 0; x < bar.width; ++x) {
    cv::line(canvas, {bar.x + x, bar.y}, {bar.x + x, bar.y + bar.height - 1},
             lineColour(static_cast<float>(x) / static_cast<float>(bar.width - 1)));
  }
  cv::rectangle(canvas, bar, kFaint, 1);
  for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    const int x = bar.x + static_cast<int>(t * (bar.width - 1));
    cv::line(canvas, {x, bar.y + bar.height}, {x, bar.y + bar.height + 5}, kInk, 1, cv::LINE_AA);
    letter(canvas, fixed(t, 2), {x, bar.y + bar.height + 20}, 10, kInk, Align::Centre);
  }
  letter(canvas, "Confidence", {bar.x, bar.y - 6}, 10, kFaint);
  letter(
      canvas,
      fixed(sureCells * 100, 0) +
          " % of the cells have a sure match (confidence 0.50 or more). Each line is the best of "
          "its part; a ring: none there.",
      {bar.x + bar.width + 48, bar.y + 12}, 11, kInk);
}

} // namespace

Spread spreadFor(int width, int height, int count) {
  Spread best;
  double bestScore = -1;
  for (int columns = 1; columns <= std::min(count, width); ++columns) {
    const int rows = std::min(count / columns, height);
    const double box =
        (static_cast<double>(width) / columns) / (static_cast<double>(height) / rows);
    const double squareness = std::min(box, 1 / box);
    // Square boxes first, then as many of them as may be.
    const double score = squareness * columns * rows;
    if (score > bestScore) {
      bestScore = score;
      best = {columns, rows};
    }
  }
  return best;
}

std::vector<MatchLine> evenlySpread(const Correspondence& matches, int count) {
  const auto& confidence = matches.confidence;
  std::vector<MatchLine> lines;
  if (confidence.empty() || count < 1) return lines;
  const auto grid = spreadFor(confidence.width, confidence.height, count);
  const auto cells = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
  std::vector<std::ptrdiff_t> best(cells, -1);
  std::vector<float> bestScore(cells, 0);
  for (int y = 0; y < confidence.height; ++y) {
    for (int x = 0; x < confidence.width; ++x) {
      const auto boxRow = static_cast<std::size_t>(y) * grid.rows / confidence.height;
      const auto boxColumn = static_cast<std::size_t>(x) * grid.columns / confidence.width;
      const std::size_t box = boxRow * grid.columns + boxColumn;
      const float score =
          confidence.at(x, y) * (matches.uniqueness.empty() ? 1.0F : matches.uniqueness.at(x, y));
      if (best[box] >= 0 && !(score > bestScore[box])) continue;
      best[box] = static_cast<std::ptrdiff_t>(y) * confidence.width + x;
      bestScore[box] = score;
    }
  }
  for (const auto index : best) {
    if (index < 0) continue;
    MatchLine line;
    line.cellX = static_cast<int>(index % confidence.width);
    line.cellY = static_cast<int>(index / confidence.width);
    const auto step = static_cast<float>(confidence.step);
    line.from = {(static_cast<float>(line.cellX) + 0.5F) * step - 0.5F,
                 (static_cast<float>(line.cellY) + 0.5F) * step - 0.5F};
    const Vec2f offset = matches.pixels.at(line.cellX, line.cellY);
    line.to = {line.from.x + offset.x, line.from.y + offset.y};
    line.confidence = confidence.at(line.cellX, line.cellY);
    line.sure = line.confidence >= kSureConfidence;
    lines.push_back(line);
  }
  return lines;
}

media::Picture drawMatches(const media::Picture& input, const media::Picture& reference,
                           const Correspondence& matches, int count) {
  auto lines = evenlySpread(matches, count);
  const cv::Size leftSize = sizeFor(input);
  const cv::Size rightSize = sizeFor(reference);
  const int height = std::max(leftSize.height, rightSize.height);
  cv::Mat canvas((kTop + kBottom) * kOver + height,
                 (2 * kMargin + kGap + 2 * kPictureWidth) * kOver, CV_8UC3, kPaper);
  const double inputWidth = matches.confidence.width * matches.confidence.step;
  const double referenceWidth = matches.referenceWidth * matches.confidence.step;
  const Half left{{{kMargin * kOver, kTop * kOver}, leftSize}, leftSize.width / inputWidth};
  const Half right{{{(kMargin + kGap + kPictureWidth) * kOver, kTop * kOver}, rightSize},
                   rightSize.width / referenceWidth};
  fitted(input, leftSize).copyTo(canvas(left.area));
  fitted(reference, rightSize).copyTo(canvas(right.area));

  for (const auto& line : lines) {
    if (!line.sure) drawRing(canvas, left.at(line.from));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.confidence < b.confidence; });
  drawLines(canvas, lines, left, right);

  cv::Mat result;
  cv::resize(canvas, result, {canvas.cols / kOver, canvas.rows / kOver}, 0, 0, cv::INTER_AREA);
  letter(result, "Input", {kMargin, kTop - 14}, 14, kInk);
  letter(result, "Reference", {kMargin + kGap + kPictureWidth, kTop - 14}, 14, kInk);
  drawLegend(result, kTop + height / kOver, sureShare(matches));
  return toPicture(result);
}

} // namespace refscale::app::draw
