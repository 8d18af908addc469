// Modulated deformable convolution (DCNv2) with groups, stride 1: the operator that gathers the
// reference's detail along matched and learned offsets. It neither makes offsets nor applies
// activations. Differentiable once; CPU in fp32, bf16 (and fp64 for gradient checks), CUDA in fp32,
// fp16 and bf16.
#pragma once

#include <ATen/core/Tensor.h>

namespace refscale::ops {

// K = kh * kw taps, G groups (read off the mask's channels); group g owns the g-th run of C / G
// consecutive channels. H x W is the output grid and may differ from Hin x Win.
struct DeformConvArgs {
  // [N, C, Hin, Win], any memory format (channels_last is fastest); values are to be finite.
  at::Tensor input;
  // [N, 2 * G * K, H, W] float32 or the input's dtype, in pixels of the input; channel
  // (g * K + tap) * 2 is y, the next one x. Channel stride 1 (channels_last, and slices of it) is
  // the fast layout.
  at::Tensor offset;
  // [N, G * K, H, W] float32 or the input's dtype; channel g * K + tap.
  at::Tensor mask;
  // Undefined, or float32 [N, T, H, W, 2] holding (x, y) with T = 1 (one displacement a pixel) or
  // T = K (one a tap): added to every group's offset. Any strides. It gets no gradient.
  at::Tensor base;
  at::Tensor weight; // [O, C, kh, kw], the input's dtype
  at::Tensor bias;   // [O] of the input's dtype, or undefined
};

// Returns [N, O, H, W] in the input's dtype, channels_last. Tap (i, j) of output p reads the input
// at p + (i - kh / 2, j - kw / 2) + base + offset by bilinear interpolation, zero outside; a
// position at or beyond -1 or the size counts nothing, and neither does one that is NaN or infinite
// (value and gradients are zero there). Positions are computed in float32. Gradients flow to input,
// offset, mask, weight and bias. Temporary memory is bounded, whatever the picture's size, and
// a stop (StopScope) is heeded on a CPU within a picture.
// Throws Error(BadInput) for shapes and types that do not fit, Error(Unsupported) for a dtype that
// the device has no kernel for, Error(Device) when CUDA fails or is not usable.
[[nodiscard]] at::Tensor deformConv(const DeformConvArgs& args);

} // namespace refscale::ops
