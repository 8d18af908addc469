#include "app/draw/sheet.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "app/draw/canvas.h"

namespace refscale::app::draw {
namespace {

constexpr int kMargin = 28;
constexpr int kGap = 16;
constexpr int kHead = 76;
constexpr int kCaption = 44;
constexpr int kColumns = 3;
const cv::Size kWhole{640, 480};
const cv::Size kCrop{kCropWidth, kCropHeight};
constexpr int kEnlarge = 4;

void caption(cv::Mat& canvas, const SheetPicture& picture, int x, int y) {
  letter(canvas, picture.title, {x, y + 28}, 14, kInk);
  const int used = letterWidth(picture.title, 14);
  letter(canvas, picture.note, {x + used + 16, y + 28}, 11, kFaint);
}

// Keeps the shape; pixels of a small picture stay squares.
void placeWhole(cv::Mat& canvas, const media::Picture& picture, int x, int y) {
  const cv::Mat mat = toMat(picture);
  const double scale = std::min(static_cast<double>(kWhole.width) / mat.cols,
                                static_cast<double>(kWhole.height) / mat.rows);
  cv::Mat fitted;
  cv::resize(mat, fitted, {cvRound(mat.cols * scale), cvRound(mat.rows * scale)}, 0, 0,
             scale < 1 ? cv::INTER_AREA : cv::INTER_NEAREST);
  fitted.copyTo(canvas(cv::Rect(x, y, fitted.cols, fitted.rows)));
}

void placeCrop(cv::Mat& canvas, const media::Picture& picture, const Crop& crop, int x, int y) {
  const cv::Mat mat = toMat(picture);
  const cv::Rect from(std::clamp(crop.x, 0, mat.cols - kCrop.width),
                      std::clamp(crop.y, 0, mat.rows - kCrop.height), kCrop.width, kCrop.height);
  cv::Mat large;
  cv::resize(mat(from), large, {}, kEnlarge, kEnlarge, cv::INTER_NEAREST);
  large.copyTo(canvas(cv::Rect(x, y, large.cols, large.rows)));
}

} // namespace

media::Picture drawSheet(const SheetContent& content) {
  const int rows = (static_cast<int>(content.wholes.size()) + kColumns - 1) / kColumns;
  const int columns = static_cast<int>(content.details.size());
  const int cropWidth = kCrop.width * kEnlarge;
  const int cropHeight = kCrop.height * kEnlarge;
  const int width = 2 * kMargin + std::max(kColumns * (kWhole.width + kGap) - kGap,
                                           columns * (cropWidth + kGap) - kGap);
  const int wholeHeight = kCaption + kWhole.height + kGap;
  const int height = kHead + rows * wholeHeight + kCaption +
                     static_cast<int>(content.crops.size()) * (cropHeight + kGap) + kMargin;
  cv::Mat canvas(height, width, CV_8UC3, kPaper);
  letter(canvas, content.title, {kMargin, 50}, 22, kInk);

  for (int i = 0; i < static_cast<int>(content.wholes.size()); ++i) {
    const int x = kMargin + i % kColumns * (kWhole.width + kGap);
    const int y = kHead + i / kColumns * wholeHeight;
    caption(canvas, content.wholes[i], x, y);
    placeWhole(canvas, content.wholes[i].picture, x, y + kCaption);
  }
  const int top = kHead + rows * wholeHeight;
  for (int i = 0; i < columns; ++i) {
    const int x = kMargin + i * (cropWidth + kGap);
    caption(canvas, content.details[i], x, top);
    for (int c = 0; c < static_cast<int>(content.crops.size()); ++c) {
      placeCrop(canvas, content.details[i].picture, content.crops[c], x,
                top + kCaption + c * (cropHeight + kGap));
    }
  }
  return toPicture(canvas);
}

} // namespace refscale::app::draw
