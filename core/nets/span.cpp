#include "core/nets/span.h"

#include <ATen/ATen.h>

namespace refscale::nets {

Span::Span(const weights::TensorSet& set, const std::string& prefix, at::Device device) {
  const Parameters parameters(set, prefix, {device, at::kFloat});
  mean_ = parameters.floatTensor("mean");
  conv1_ = parameters.conv("conv_1");
  conv2_ = parameters.conv("conv_2");
  cat_ = parameters.conv("conv_cat");
  upsampler_ = parameters.conv("upsampler.0");
  for (int i = 1; i <= 6; ++i) {
    const std::string name = "block_" + std::to_string(i) + ".";
    blocks_.push_back({parameters.conv(name + "c1_r"), parameters.conv(name + "c2_r"),
                       parameters.conv(name + "c3_r")});
  }
}

Span::BlockOutput Span::run(const Block& block, const at::Tensor& u) {
  const at::Tensor activated = at::silu(block.c1(u));
  const at::Tensor o3 = block.c3(at::silu(block.c2(activated)));
  // The attention is the output itself: (o3 + u) * (sigmoid(o3) - 0.5).
  return {(o3 + u).mul_(at::sigmoid(o3).sub_(0.5)), activated};
}

Span::Output Span::operator()(const at::Tensor& lr) const {
  const at::Tensor x = ((lr.to(mean_.device(), at::kFloat) - mean_) * 255)
                           .contiguous(at::MemoryFormat::ChannelsLast);
  const at::Tensor f0 = conv1_(x);
  BlockOutput last{f0, {}};
  at::Tensor first;
  for (const Block& block : blocks_) {
    last = run(block, last.output);
    if (!first.defined()) first = last.output;
  }
  Output result;
  result.feature = cat_(at::cat({f0, conv2_(last.output), first, last.activated}, 1));
  result.picture = at::pixel_shuffle(upsampler_(result.feature), 4);
  return result;
}

} // namespace refscale::nets
