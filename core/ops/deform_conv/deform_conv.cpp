#include "core/ops/deform_conv/deform_conv.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/ops/deform_conv/backend.h"

namespace refscale::ops {
namespace {

std::string shapeOf(const at::Tensor& tensor) {
  std::string text = "[";
  for (const auto size : tensor.sizes()) {
    if (text.size() > 1) text += ", ";
    text += std::to_string(size);
  }
  return text + "]";
}

void require(bool holds, const char* what, const at::Tensor& actual) {
  if (holds) return;
  throw Error(Kind::BadInput, std::string("Deformable convolution: ") + what + ".",
              "shape " + shapeOf(actual) + ", type " + c10::toString(actual.scalar_type()) +
                  ", device " + actual.device().str());
}

void checkTensors(const DeformConvArgs& a) {
  const char* missing = "input, offset, mask and weight are to be given";
  if (!a.input.defined() || !a.offset.defined() || !a.mask.defined() || !a.weight.defined()) {
    throw Error(Kind::BadInput, std::string("Deformable convolution: ") + missing + ".");
  }
  require(a.input.dim() == 4, "the input is to be [N, C, Hin, Win]", a.input);
  require(a.offset.dim() == 4, "the offset is to be [N, 2 * G * K, H, W]", a.offset);
  require(a.mask.dim() == 4, "the mask is to be [N, G * K, H, W]", a.mask);
  require(a.weight.dim() == 4, "the weight is to be [O, C, kh, kw]", a.weight);
  const auto type = a.input.scalar_type();
  const bool known = type == at::kFloat || type == at::kBFloat16 ||
                     type == (a.input.is_cuda() ? at::kHalf : at::kDouble);
  if (!known) {
    throw Error(Kind::Unsupported,
                std::string("The deformable convolution cannot compute in ") + c10::toString(type) +
                    " on this device; choose another precision.",
                a.input.device().str());
  }
  for (const auto* map : {&a.offset, &a.mask}) {
    require(map->scalar_type() == at::kFloat || map->scalar_type() == type,
            "offset and mask are to be float32 or of the input's type", *map);
  }
  require(a.weight.scalar_type() == type, "the weight is to be of the input's type", a.weight);
  for (const auto* other : {&a.offset, &a.mask, &a.weight, &a.base, &a.bias}) {
    require(!other->defined() || other->device() == a.input.device(),
            "all tensors are to be on the input's device", *other);
  }
}

void checkShapes(const DeformConvArgs& a) {
  const auto taps = a.weight.size(2) * a.weight.size(3);
  require(a.input.numel() > 0, "the input is empty", a.input);
  require(a.weight.numel() > 0, "the weight is empty", a.weight);
  require(a.weight.size(1) == a.input.size(1), "weight and input differ in channels", a.weight);
  require(a.mask.numel() > 0 && a.mask.size(1) % taps == 0,
          "the mask's channels are to be a multiple of the taps", a.mask);
  const auto groups = a.mask.size(1) / taps;
  require(a.input.size(1) % groups == 0, "the groups are to divide the input's channels", a.input);
  require(a.offset.size(1) == 2 * groups * taps, "the offset is to have 2 channels a mask channel",
          a.offset);
  require(a.offset.size(0) == a.input.size(0) && a.mask.size(0) == a.input.size(0),
          "offset, mask and input differ in batch size", a.offset);
  require(a.offset.size(2) == a.mask.size(2) && a.offset.size(3) == a.mask.size(3),
          "offset and mask differ in size", a.offset);
  if (a.bias.defined()) {
    require(a.bias.dim() == 1 && a.bias.size(0) == a.weight.size(0) &&
                a.bias.scalar_type() == a.input.scalar_type(),
            "the bias is to be [O] of the input's type", a.bias);
  }
  if (a.base.defined()) {
    require(a.base.dim() == 5 && a.base.size(0) == a.input.size(0) &&
                (a.base.size(1) == 1 || a.base.size(1) == taps) &&
                a.base.size(2) == a.offset.size(2) && a.base.size(3) == a.offset.size(3) &&
                a.base.size(4) == 2 && a.base.scalar_type() == at::kFloat,
            "the base is to be float32 [N, 1 or K, H, W, 2]", a.base);
  }
}

Scalar scalarOf(const at::Tensor& tensor) {
  switch (tensor.scalar_type()) {
    case at::kHalf:
      return Scalar::F16;
    case at::kBFloat16:
      return Scalar::BF16;
    case at::kDouble:
      return Scalar::F64;
    default:
      return Scalar::F32;
  }
}

// The tensor itself where its channels are adjacent, else a copy that has them so.
at::Tensor channelsAdjacent(const at::Tensor& map) {
  if (map.stride(1) == 1 || map.size(1) == 1) return map;
  return map.permute({0, 2, 3, 1}).contiguous().permute({0, 3, 1, 2});
}

ChannelMap mapOf(const at::Tensor& map) {
  // The stride of a dimension of size 1 says nothing.
  const auto stride = [&](int dim) { return map.size(dim) > 1 ? map.stride(dim) : 0; };
  return {map.const_data_ptr(), scalarOf(map), stride(0), stride(2), stride(3)};
}

BaseMap mapOfBase(const at::Tensor& base) {
  if (!base.defined()) return {};
  return {base.const_data_ptr<float>(),
          base.stride(0),
          base.size(1) > 1 ? base.stride(1) : 0,
          base.stride(2),
          base.stride(3),
          base.stride(4)};
}

// 32-bit kernels' limits: sizes, and the extent of one picture in units of its strides.
void checkReach(const DeformInputs& in) {
  constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
  const auto unit = [](std::int64_t strides) { return strides & -strides; };
  const ChannelMap& map = in.problem.input;
  const std::int64_t common = std::min<std::int64_t>(unit(map.strideY | map.strideX), 4096);
  const std::int64_t extent =
      (in.input.size(2) - 1) * map.strideY + (in.input.size(3) - 1) * map.strideX;
  if (common > 0 && extent / common >= kMost) {
    throw Error(Kind::Unsupported,
                "The reference is too large for one deformable convolution; use smaller tiles.",
                shapeOf(in.input));
  }
}

DeformInputs prepare(const DeformConvArgs& a) {
  DeformInputs in;
  in.input = channelsAdjacent(a.input);
  in.offset = channelsAdjacent(a.offset);
  in.mask = channelsAdjacent(a.mask);
  in.base = a.base;
  in.weight = a.weight;
  in.bias = a.bias;
  DeformProblem& p = in.problem;
  p.input = mapOf(in.input);
  p.offset = mapOf(in.offset);
  p.mask = mapOf(in.mask);
  p.base = mapOfBase(in.base);
  p.batch = static_cast<int>(a.input.size(0));
  p.channels = static_cast<int>(a.input.size(1));
  p.kernelH = static_cast<int>(a.weight.size(2));
  p.kernelW = static_cast<int>(a.weight.size(3));
  p.groups = static_cast<int>(a.mask.size(1) / p.taps());
  p.inHeight = static_cast<int>(a.input.size(2));
  p.inWidth = static_cast<int>(a.input.size(3));
  p.outHeight = static_cast<int>(a.offset.size(2));
  p.outWidth = static_cast<int>(a.offset.size(3));
  checkReach(in);
  return in;
}

at::Tensor forward(const DeformConvArgs& a) {
  const DeformInputs in = prepare(a);
  return a.input.is_cuda() ? deformForwardCuda(in) : deformForwardCpu(in);
}

DeformGradients backward(const DeformConvArgs& a, const at::Tensor& gradOutput,
                         DeformWanted wanted) {
  if (a.input.is_cuda()) return deformBackwardCuda(prepare(a), gradOutput, wanted);
  if (a.input.scalar_type() != at::kBFloat16) {
    return deformBackwardCpu(prepare(a), gradOutput, wanted);
  }
  // Gradients of bf16 are summed in float: they are needed where nothing hurries.
  DeformConvArgs wide = a;
  wide.input = a.input.to(at::kFloat);
  wide.weight = a.weight.to(at::kFloat);
  return deformBackwardCpu(prepare(wide), gradOutput.to(at::kFloat), wanted);
}

class DeformConvFunction : public torch::autograd::Function<DeformConvFunction> {
 public:
  // Arguments that may be left out come last: LibTorch numbers the gradients it needs by the
  // tensors that were given.
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& input,
                            const at::Tensor& offset, const at::Tensor& mask,
                            const at::Tensor& weight, const std::optional<at::Tensor>& bias,
                            const std::optional<at::Tensor>& base) {
    const DeformConvArgs args = {
        input, offset, mask, base.value_or(at::Tensor()), weight, bias.value_or(at::Tensor())};
    context->save_for_backward({input, offset, mask, args.base, weight});
    context->saved_data["bias"] = args.bias.defined();
    return ops::forward(args);
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                 const torch::autograd::variable_list& grads) {
    if (at::GradMode::is_enabled()) {
      throw Error(Kind::Unsupported,
                  "The deformable convolution has no second derivative; do not ask for a graph of "
                  "its gradients.");
    }
    const auto saved = context->get_saved_variables();
    const DeformConvArgs args = {saved[0], saved[1], saved[2], saved[3], saved[4], {}};
    const auto needs = [&](size_t i) { return context->needs_input_grad(i); };
    const bool biasNeeds = context->saved_data["bias"].toBool() && needs(4);
    const auto out = ops::backward(args, grads[0], {needs(0), needs(1) || needs(2), needs(3)});
    const auto as = [](const at::Tensor& gradient, const at::Tensor& like, bool needed) {
      return needed ? gradient.to(like.scalar_type()) : at::Tensor();
    };
    return {as(out.input, args.input, needs(0)),
            as(out.offset, args.offset, needs(1)),
            as(out.mask, args.mask, needs(2)),
            as(out.weight, args.weight, needs(3)),
            biasNeeds ? grads[0].sum({0, 2, 3}) : at::Tensor(),
            at::Tensor()};
  }
};

} // namespace

at::Tensor deformConv(const DeformConvArgs& a) {
  checkTensors(a);
  checkShapes(a);
  const auto wantsGradient = [](const at::Tensor& t) { return t.defined() && t.requires_grad(); };
  const bool differentiate =
      at::GradMode::is_enabled() &&
      (wantsGradient(a.input) || wantsGradient(a.offset) || wantsGradient(a.mask) ||
       wantsGradient(a.weight) || wantsGradient(a.bias));
  if (!differentiate) return forward(a);
  const auto given = [](const at::Tensor& t) {
    return t.defined() ? std::optional<at::Tensor>(t) : std::nullopt;
  };
  return DeformConvFunction::apply(a.input, a.offset, a.mask, a.weight, given(a.bias),
                                   given(a.base));
}

} // namespace refscale::ops
