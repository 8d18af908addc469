#include "core/pipeline/engine/mirrored.h"

#include <ATen/ATen.h>

#include <array>

#include "core/base/run_context.h"

namespace refscale::pipeline {
namespace {

// Displacements [h, w, 2] from a picture of inputSize to one of referenceSize, [x, y] in pixels.
at::Tensor mirroredFlow(const at::Tensor& flow, Mirror mirror,
                        std::array<std::int64_t, 2> inputSize,
                        std::array<std::int64_t, 2> referenceSize) {
  const auto axis = [&](int i, bool turned) {
    const at::Tensor shift =
        mirrored(flow.select(2, i), mirror); // where the mirror shows the pixel that it starts from
    return turned ? static_cast<double>(referenceSize.at(i) - inputSize.at(i)) - shift : shift;
  };
  return at::stack({axis(0, mirror.leftRight), axis(1, mirror.upDown)}, 2);
}

} // namespace

std::vector<Mirror> mirrors(int count) {
  std::vector<Mirror> all;
  if (count >= 4) all = {{true, true}, {false, true}};
  if (count >= 2) all.push_back({true, false});
  all.push_back({});
  return all;
}

at::Tensor mirrored(const at::Tensor& picture, Mirror mirror) {
  if (mirror.leftRight && mirror.upDown) return picture.flip({-2, -1});
  if (mirror.leftRight) return picture.flip({-1});
  return mirror.upDown ? picture.flip({-2}) : picture;
}

nets::RestorationInputs mirrored(const nets::RestorationInputs& inputs, Mirror mirror,
                                 const Model& model) {
  if (!mirror.leftRight && !mirror.upDown) return inputs;
  nets::RestorationInputs turned;
  turned.lr = mirrored(inputs.lr, mirror);
  turned.up = mirrored(inputs.up, mirror);
  turned.reference = mirrored(inputs.reference, mirror);
  turned.lowReference = mirrored(inputs.lowReference, mirror);
  turned.flow = mirroredFlow(inputs.flow, mirror, {inputs.up.size(3), inputs.up.size(2)},
                             {inputs.reference.size(3), inputs.reference.size(2)});
  turned.score = mirrored(inputs.score, mirror);
  turned.agreement = mirrored(inputs.agreement, mirror);
  turned.features = model.vgg->levels(turned.reference, model.architecture.scales[0].aggregates);
  turned.base = (*model.base)(turned.lr);
  return turned;
}

at::Tensor meanBase(PreparedInput& input, const Model& model, int passes) {
  const at::Tensor& asItIs = baseOf(input, model).picture;
  if (passes == 1) return asItIs;
  at::Tensor sum = asItIs.clone();
  for (const Mirror mirror : mirrors(passes)) {
    if (!mirror.leftRight && !mirror.upDown) continue;
    StopScope::check();
    sum.add_(mirrored((*model.base)(mirrored(input.lr, mirror)).picture, mirror));
  }
  return sum / passes;
}

} // namespace refscale::pipeline
