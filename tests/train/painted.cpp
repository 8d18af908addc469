#include "tests/train/painted.h"

#include <algorithm>
#include <cmath>

#include "core/train/random.h"

namespace refscale::test {
namespace {

constexpr int kInput = 64;
constexpr int kReference = 96;
constexpr int kCell = 4;

train::PackMatches exactMatches(float dx, float dy, float score) {
  constexpr int kSide = kInput / kCell;
  train::PackMatches m;
  m.pixels = Field<Vec2f>(kSide, kSide, kCell, {dx, dy});
  m.score = Field<float>(kSide, kSide, kCell, score);
  m.agreement = Field<float>(kSide, kSide, kCell, score);
  return m;
}

} // namespace

media::Picture paintedPicture(int width, int height, std::uint64_t seed) {
  train::Random random(seed, 1);
  media::Picture picture(width, height, 3, media::Sample::U8);
  struct Wave {
    double x, y, phase, height;
  };
  std::vector<Wave> waves;
  for (int i = 0; i < 12; ++i) {
    waves.push_back({random.uniform(-1.2, 1.2), random.uniform(-1.2, 1.2), random.uniform(0, 6),
                     random.uniform(5, 25)});
  }
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      double value = 128 + ((x / 7 + y / 5) % 2 == 0 ? 30 : -30);
      for (const Wave& w : waves) value += w.height * std::sin(w.x * x + w.y * y + w.phase);
      for (int c = 0; c < 3; ++c) {
        row[3 * x + c] = static_cast<std::uint8_t>(std::clamp(value + 10 * c, 0.0, 255.0));
      }
    }
  }
  return picture;
}

train::PackContent paintedPack(int pairs) {
  train::PackContent content;
  content.inputSize = kInput;
  content.matcher = "painted";
  for (int i = 0; i < pairs + 2; ++i) {
    content.pictures.push_back({"painted " + std::to_string(i), "CC0-1.0",
                                paintedPicture(128, 112, static_cast<std::uint64_t>(i))});
  }
  for (int i = 0; i < pairs + 2; ++i) {
    train::PackSample sample;
    const bool held = i >= pairs;
    sample.split = held ? train::Split::Validation : train::Split::Train;
    sample.input = {i, 20 + i % 3, 16 + i % 5, kInput, kInput};
    sample.reference = {i, 8, 12, kReference, kReference};
    train::PackMatches matches = exactMatches(static_cast<float>(sample.input.x - 8),
                                              static_cast<float>(sample.input.y - 12), 0.9F);
    if (i == pairs + 1) { // the last one is shown a wrong picture
      sample.kind = train::PairKind::Unrelated;
      sample.reference.picture = 0;
      matches = exactMatches(10, 10, 0.6F);
    } else if (i % 5 == 4) {
      sample.kind = train::PairKind::None;
      sample.reference = {};
      matches = exactMatches(0, 0, 1);
    }
    content.samples.push_back(sample);
    content.matches.push_back(matches);
  }
  content.card = R"({"made": "in code"})";
  return content;
}

} // namespace refscale::test
