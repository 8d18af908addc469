// Between the front of the deformable convolution (checks, layouts, autograd) and its two back
// ends. Private to this folder.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/ops/deform_conv/problem.h"

namespace refscale::ops {

// The tensors that a problem's addresses point into, channels adjacent; all on one device.
struct DeformInputs {
  DeformProblem problem;
  at::Tensor input;
  at::Tensor offset;
  at::Tensor mask;
  at::Tensor base;   // may be undefined
  at::Tensor weight; // [O, C, kh, kw]
  at::Tensor bias;   // may be undefined
};

// Undefined where not asked for. Shapes as the forward's arguments.
struct DeformGradients {
  at::Tensor input;
  at::Tensor offset;
  at::Tensor mask;
  at::Tensor weight;
};

struct DeformWanted {
  bool input = false;
  bool offsetOrMask = false;
  bool weight = false;
};

// [N, O, H, W], channels_last.
at::Tensor deformForwardCpu(const DeformInputs& in);
at::Tensor deformForwardCuda(const DeformInputs& in);

// gradOutput: [N, O, H, W] of the input's dtype. On the CPU that is float or double.
DeformGradients deformBackwardCpu(const DeformInputs& in, const at::Tensor& gradOutput,
                                  DeformWanted wanted);
DeformGradients deformBackwardCuda(const DeformInputs& in, const at::Tensor& gradOutput,
                                   DeformWanted wanted);

} // namespace refscale::ops
