#include "core/train/engine/validation.h"

#include <ATen/ATen.h>

#include <cstring>
#include <vector>

#include "core/media/metrics.h"
#include "core/pipeline/engine/pictures.h"
#include "core/train/png.h"

namespace refscale::train {
namespace {

media::Picture bytes(const at::Tensor& picture) {
  return pipeline::toPicture(picture, media::Sample::U8);
}

struct Mean {
  double sum = 0;
  int count = 0;
  void add(double value) {
    sum += value;
    ++count;
  }
  void into(Figures& figures, const char* name) const {
    if (count > 0) figures[name] = sum / count;
  }
};

// Pictures of equal size side by side and below each other, four white pixels between.
media::Picture arranged(const std::vector<std::vector<media::Picture>>& rows, int side) {
  constexpr int kGap = 4;
  const int columns = static_cast<int>(rows.front().size());
  media::Picture sheet(columns * (side + kGap) + kGap,
                       static_cast<int>(rows.size()) * (side + kGap) + kGap, 3, media::Sample::U8);
  std::memset(sheet.bytes().data(), 255, sheet.bytes().size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const media::Picture& p = rows[r][c];
      const int left = kGap + static_cast<int>(c) * (side + kGap);
      for (int y = 0; y < std::min(side, p.height()); ++y) {
        const int top = kGap + static_cast<int>(r) * (side + kGap);
        std::memcpy(sheet.row<std::uint8_t>(top + y) + static_cast<std::size_t>(3) * left,
                    p.row<std::uint8_t>(y),
                    static_cast<std::size_t>(3) * std::min(side, p.width()));
      }
    }
  }
  return sheet;
}

// The middle of the reference, as large as an input.
media::Picture referenceMiddle(const Pack& pack, const PackSample& sample) {
  Area middle = sample.seen();
  middle.width = std::min(middle.width, pack.inputSize());
  middle.height = std::min(middle.height, pack.inputSize());
  middle.x += (sample.seen().width - middle.width) / 2;
  middle.y += (sample.seen().height - middle.height) / 2;
  return pack.pixels(middle);
}

} // namespace

Figures validateRestoration(const Pack& pack, int rows, const std::filesystem::path& sheet,
                            const Restore& restore) {
  Mean bicubic, baseOnly, none, right, wrong;
  std::vector<std::vector<media::Picture>> shown;
  for (int i = 0; i < pack.size(); ++i) {
    const PackSample& sample = pack.sample(i);
    if (sample.split != Split::Validation || sample.kind == PairKind::None) continue;
    View view;
    view.sample = i;
    view.window = pack.inputSize() / 4;
    const media::Picture truth = pack.pixels(sample.input);
    const auto score = [&](const media::Picture& picture) { return media::psnr(picture, truth); };
    at::Tensor baseTensor;
    const RestorationBatch batch = makeBatch(pack, {view});
    const media::Picture with = bytes(restore(batch, &baseTensor));
    if (sample.kind == PairKind::Unrelated) {
      wrong.add(score(with));
      continue;
    }
    view.withoutReference = true;
    const media::Picture without = bytes(restore(makeBatch(pack, {view}), nullptr));
    const media::Picture up = bytes(batch.up);
    const media::Picture base = bytes(baseTensor);
    right.add(score(with));
    none.add(score(without));
    bicubic.add(score(up));
    baseOnly.add(score(base));
    if (static_cast<int>(shown.size()) < rows) {
      shown.push_back({truth, up, base, without, with, referenceMiddle(pack, sample)});
    }
  }
  if (!shown.empty()) writePng(arranged(shown, pack.inputSize()), sheet);
  Figures figures;
  bicubic.into(figures, "bicubic");
  baseOnly.into(figures, "base");
  none.into(figures, "none");
  right.into(figures, "right");
  wrong.into(figures, "wrong");
  return figures;
}

} // namespace refscale::train
