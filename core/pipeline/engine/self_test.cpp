#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/nets/layouts.h"
#include "core/nets/restoration.h"
#include "core/nets/span.h"
#include "core/ops/correlation/correlation.h"
#include "core/ops/cuda_loader.h"
#include "core/ops/deform_conv/deform_conv.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/weights/architecture.h"

namespace refscale::pipeline {
namespace {

constexpr double kFloatTolerance = 2e-5; // of the largest value
constexpr double kBf16Tolerance = 3e-2;  // eight bits of mantissa, through a few layers
constexpr double kHalfTolerance = 5e-3;  // eleven bits
// Convolutions of a GPU may add in another order, or in TF32 where the user's environment says so.
constexpr double kGpuFloatTolerance = 1e-4;
constexpr double kGradientTolerance = 1e-2; // against differences over a finite step

struct Variant {
  at::Device device;
  at::ScalarType dtype;
  double tolerance;
};

std::string nameOf(const char* what, const Variant& v) {
  const char* type = v.dtype == at::kFloat ? "fp32" : v.dtype == at::kHalf ? "fp16" : "bf16";
  return std::string(what) + " " + type + " " + v.device.str();
}

double relativeError(const at::Tensor& value, const at::Tensor& expected) {
  const at::Tensor a = value.to(at::kCPU, at::kDouble);
  const at::Tensor b = expected.to(at::kCPU, at::kDouble);
  const double error = (a - b).abs().max().item<double>() / b.abs().max().item<double>();
  return std::isnan(error) ? HUGE_VAL : error;
}

// Runs one check; whatever it throws becomes the check's detail.
Check check(const std::string& name, double tolerance, const std::function<double()>& error) {
  Check result{name, false, 0, tolerance, ""};
  try {
    result.error = error();
    result.passed = result.error <= tolerance;
    if (!result.passed) result.detail = "differs from the reference by more than the tolerance";
  } catch (const Error& failure) {
    result.detail = failure.what();
  } catch (const c10::Error& failure) {
    result.detail = failure.what_without_backtrace();
  } catch (const std::exception& failure) {
    result.detail = failure.what();
  }
  return result;
}

at::Tensor random(at::IntArrayRef shape) {
  return at::rand(shape, at::TensorOptions().dtype(at::kFloat)) * 2 - 1;
}

// --- operators
// --------------------------------------------------------------------------------------

ops::DeformConvArgs deformCase() {
  constexpr int kGroups = 4;
  return {random({1, 32, 23, 31}),
          random({1, 18 * kGroups, 19, 27}) * 6,
          at::rand({1, 9 * kGroups, 19, 27}),
          random({1, 1, 19, 27, 2}) * 8,
          random({24, 32, 3, 3}) * 0.2,
          random({24})};
}

float sampleZeroPadded(const at::TensorAccessor<float, 2>& plane, float x, float y) {
  const auto height = static_cast<float>(plane.size(0));
  const auto width = static_cast<float>(plane.size(1));
  if (!(x > -1 && y > -1 && x < width && y < height)) return 0;
  const auto x0 = static_cast<std::int64_t>(std::floor(x));
  const auto y0 = static_cast<std::int64_t>(std::floor(y));
  float sum = 0;
  for (std::int64_t j = y0; j <= y0 + 1; ++j) {
    for (std::int64_t i = x0; i <= x0 + 1; ++i) {
      if (i < 0 || j < 0 || i >= plane.size(1) || j >= plane.size(0)) continue;
      sum += plane[j][i] * (1 - std::abs(x - static_cast<float>(i))) *
             (1 - std::abs(y - static_cast<float>(j)));
    }
  }
  return sum;
}

// The definition, tap by tap: what the fast kernels are held against.
at::Tensor slowDeformConv(const ops::DeformConvArgs& a) {
  const std::int64_t groups = a.mask.size(1) / 9;
  const std::int64_t perGroup = a.input.size(1) / groups;
  const std::int64_t height = a.offset.size(2);
  const std::int64_t width = a.offset.size(3);
  at::Tensor columns = at::zeros({a.input.size(1), 9, height, width});
  auto out = columns.accessor<float, 4>();
  const auto offset = a.offset.accessor<float, 4>();
  const auto mask = a.mask.accessor<float, 4>();
  const auto base = a.base.accessor<float, 5>();
  const auto input = a.input.accessor<float, 4>();
  for (std::int64_t c = 0; c < a.input.size(1); ++c) {
    for (std::int64_t tap = 0; tap < 9; ++tap) {
      const std::int64_t lane = c / perGroup * 9 + tap;
      const std::int64_t left = tap % 3 - 1;
      const std::int64_t up = tap / 3 - 1;
      for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x) {
          const float px =
              static_cast<float>(x + left) + base[0][0][y][x][0] + offset[0][2 * lane + 1][y][x];
          const float py =
              static_cast<float>(y + up) + base[0][0][y][x][1] + offset[0][2 * lane][y][x];
          out[c][tap][y][x] = sampleZeroPadded(input[0][c], px, py) * mask[0][lane][y][x];
        }
      }
    }
  }
  const at::Tensor product =
      at::mm(a.weight.reshape({a.weight.size(0), -1}), columns.reshape({-1, height * width}));
  return product.reshape({1, a.weight.size(0), height, width}) + a.bias.reshape({1, -1, 1, 1});
}

ops::DeformConvArgs placed(const ops::DeformConvArgs& a, const Variant& v) {
  const auto options = at::TensorOptions().device(v.device).dtype(v.dtype);
  return {a.input.to(options).contiguous(at::MemoryFormat::ChannelsLast),
          a.offset.to(v.device).contiguous(at::MemoryFormat::ChannelsLast),
          a.mask.to(options).contiguous(at::MemoryFormat::ChannelsLast),
          a.base.to(v.device),
          a.weight.to(options),
          a.bias.to(options)};
}

// The gradients of input, offset, mask, weight and bias where the output's is one everywhere, all
// in one row.
at::Tensor gradients(const ops::DeformConvArgs& placed) {
  const c10::InferenceMode off(false);
  const c10::AutoGradMode differentiate(true);
  ops::DeformConvArgs a = placed;
  std::vector<at::Tensor> leaves;
  for (at::Tensor* t : {&a.input, &a.offset, &a.mask, &a.weight, &a.bias}) {
    *t = t->clone().detach().requires_grad_(true); // what is made in inference mode cannot be
    leaves.push_back(*t);
  }
  a.base = a.base.clone();
  const auto found = torch::autograd::grad({ops::deformConv(a).to(at::kFloat).sum()}, leaves);
  std::vector<at::Tensor> rows;
  rows.reserve(found.size());
  for (const at::Tensor& g : found) rows.push_back(g.to(at::kCPU, at::kFloat).flatten());
  return at::cat(rows);
}

// Offsets that lead at least a fifth of a pixel past every pixel: bilinear interpolation has a kink
// there, and no derivative.
at::Tensor betweenPixels(const ops::DeformConvArgs& a) {
  const at::Tensor base = a.base[0][0].flip({-1}).permute({2, 0, 1}); // y, x as the offsets are
  const at::Tensor each = base.repeat({a.mask.size(1), 1, 1}).unsqueeze(0);
  return (a.offset + each).floor() + 0.2 + 0.6 * at::rand_like(a.offset) - each;
}

// How far the gradient is from what the definition gives between two near-by points, along one
// direction of input, offset, mask, weight and bias.
double gradientError(const ops::DeformConvArgs& pixels) {
  ops::DeformConvArgs a = pixels;
  a.offset = betweenPixels(pixels);
  ops::DeformConvArgs ahead = a;
  ops::DeformConvArgs behind = a;
  std::vector<at::Tensor> direction = {random(a.input.sizes()), random(a.offset.sizes()),
                                       random(a.mask.sizes()), random(a.weight.sizes()),
                                       random(a.bias.sizes())};
  constexpr double kStep = 0.02; // crosses no pixel
  const std::array<at::Tensor ops::DeformConvArgs::*, 5> moved = {
      &ops::DeformConvArgs::input, &ops::DeformConvArgs::offset, &ops::DeformConvArgs::mask,
      &ops::DeformConvArgs::weight, &ops::DeformConvArgs::bias};
  for (std::size_t i = 0; i < moved.size(); ++i) {
    ahead.*moved[i] = a.*moved[i] + kStep * direction[i];
    behind.*moved[i] = a.*moved[i] - kStep * direction[i];
  }
  const double actual =
      (slowDeformConv(ahead).to(at::kDouble).sum() - slowDeformConv(behind).to(at::kDouble).sum())
          .item<double>() /
      (2 * kStep);
  std::vector<at::Tensor> rows;
  rows.reserve(direction.size());
  for (const at::Tensor& d : direction) rows.push_back(d.flatten());
  const double expected = at::dot(gradients(a), at::cat(rows)).item<double>();
  return std::abs(actual - expected) / std::abs(actual);
}

// A search in one direction by the definition: unfolded patches, one product.
struct SlowMatches {
  at::Tensor index, score, second;
};
SlowMatches slowMatches(const at::Tensor& scores, std::int64_t width, int radius) {
  const auto [best, index] = scores.max(1);
  const at::Tensor column = at::arange(scores.size(1), at::kLong).unsqueeze(0);
  const at::Tensor at = index.unsqueeze(1);
  const at::Tensor near =
      ((column.remainder(width) - at.remainder(width)).abs() <= radius)
          .logical_and((column.div(width, "floor") - at.div(width, "floor")).abs() <= radius);
  return {index, best, scores.masked_fill(near, -1).amax(1)};
}

// Largest difference of a score, or 1 where a best match is another one.
double matchError(const Variant& v, const RunContext& context) {
  const auto unit = [](const at::Tensor& x) { return nets::unitVectors(x); };
  const at::Tensor input = unit(random({64, 17, 22}));
  const at::Tensor reference = unit(random({64, 21, 15}));
  const ops::BestMatchOptions options;
  const ops::BestMatches found =
      ops::bestMatches(input.to(v.device), reference.to(v.device), options, context);
  const auto patches = [](const at::Tensor& x) {
    const at::Tensor columns = at::im2col(x.unsqueeze(0), {3, 3}, {1, 1}, {0, 0}, {1, 1})[0];
    return columns / columns.norm(2, {0}, true);
  };
  const at::Tensor scores = at::mm(patches(input).t(), patches(reference));
  const SlowMatches there = slowMatches(scores, 15 - 2, options.excludeRadius);
  const SlowMatches back = slowMatches(scores.t(), 22 - 2, options.excludeRadius);
  const auto flat = [](const at::Tensor& x) { return x.to(at::kCPU).flatten(); };
  const auto far = [&](const at::Tensor& a, const at::Tensor& b) {
    return (flat(a).to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
  };
  return std::max({std::min(1.0, far(found.index, there.index)),
                   std::min(1.0, far(found.backIndex, back.index)), far(found.score, there.score),
                   far(found.second, there.second), far(found.backScore, back.score)});
}

// --- tiny networks
// ------------------------------------------------------------------------------------

weights::ModelArchitecture tinyModel(weights::Layout layout) {
  weights::RestorationArchitecture r;
  r.layout = layout;
  r.ngf = 16;
  r.contentBlocks = 1;
  const bool aligned = layout == weights::Layout::Aligned;
  r.hasBase = aligned;
  r.baseChannels = aligned ? 48 : 0;
  r.contentInputs = aligned ? 51 : 3;
  constexpr std::array kChannels = {256, 128, 64};
  for (int s = 0; s < 3; ++s) {
    weights::ScaleArchitecture& scale = r.scales[s];
    scale.aggregates = !aligned || s > 0;
    scale.referenceChannels = kChannels[s];
    scale.aggregatedChannels = aligned ? 32 : kChannels[s];
    scale.groups = 4;
    scale.guideChannels = !aligned || s == 0 ? 0 : s == 1 ? 3 : 12;
    scale.offsetChannels = aligned ? 32 : kChannels[s];
    scale.blocks = 1;
  }
  weights::ModelArchitecture model;
  model.hasVgg = true;
  model.restoration = r;
  return model;
}

weights::TensorSet randomWeights(const weights::ModelArchitecture& architecture) {
  weights::TensorSet set;
  for (const auto& [name, shape] : weights::expectedKeys(architecture)) {
    std::int64_t fanIn = 1;
    for (std::size_t i = 1; i < shape.size(); ++i) fanIn *= shape[i];
    at::Tensor values =
        random(shape) * (shape.size() == 4 ? std::sqrt(2.0 / static_cast<double>(fanIn)) : 0.1);
    if (name.ends_with("std")) values = at::ones(shape);
    const at::Tensor flat = values.contiguous();
    set.tensors[name] = weights::makeTensor(
        shape, std::span(flat.const_data_ptr<float>(), static_cast<std::size_t>(flat.numel())));
  }
  return set;
}

struct TinyCase {
  weights::ModelArchitecture architecture;
  weights::TensorSet set;
  at::Tensor lr = at::rand({1, 3, 12, 16});
  at::Tensor reference = at::rand({1, 3, 40, 56});
  at::Tensor flow = at::randint(-2, 3, {12, 16, 2}).to(at::kFloat);
};

at::Tensor runTiny(const TinyCase& c, const Variant& v) {
  const nets::Placement placement{v.device, v.dtype};
  const nets::VggTrunk vgg(nets::Parameters(c.set, "vgg.", placement), "vgg_net.");
  const auto network =
      nets::makeRestoration(c.set, "restoration.", *c.architecture.restoration, placement);
  nets::RestorationInputs inputs;
  inputs.lr = c.lr.to(v.device);
  inputs.reference = c.reference.to(v.device);
  inputs.features = vgg.levels(inputs.reference, true);
  inputs.flow = c.flow.to(v.device);
  if (c.architecture.restoration->hasBase) {
    inputs.up = at::upsample_bicubic2d(inputs.lr, {48, 64}, false);
    inputs.lowReference =
        at::avg_pool2d(at::replication_pad2d(inputs.reference, {1, 1, 1, 1}), 3, 1);
    inputs.score = at::full({12, 16}, 0.7, inputs.lr.options());
    inputs.agreement = at::full({12, 16}, 0.8, inputs.lr.options());
    inputs.base = nets::Span(c.set, "base.", v.device)(inputs.lr);
  }
  return network->run(inputs, {}).picture;
}

} // namespace

std::vector<Check> runSelfTest(const RunContext& context) {
  const c10::InferenceMode inference;
  at::manual_seed(7);
  std::vector<Variant> variants = {{at::kCPU, at::kFloat, kFloatTolerance},
                                   {at::kCPU, at::kBFloat16, kBf16Tolerance}};
  for (int i = 0; i < ops::cudaStatus().devices; ++i) {
    const at::Device gpu(at::kCUDA, static_cast<at::DeviceIndex>(i));
    variants.push_back({gpu, at::kFloat, kGpuFloatTolerance});
    variants.push_back({gpu, at::kHalf, kHalfTolerance});
    variants.push_back({gpu, at::kBFloat16, kBf16Tolerance});
  }
  std::vector<Check> checks;
  const ops::DeformConvArgs deform = deformCase();
  const at::Tensor expected = slowDeformConv(deform);
  for (const Variant& v : variants) {
    checks.push_back(check(nameOf("deform_conv", v), v.tolerance, [&] {
      return relativeError(ops::deformConv(placed(deform, v)), expected);
    }));
    context.checkStop();
  }
  checks.push_back(check("deform_conv gradient fp32 cpu", kGradientTolerance,
                         [&] { return gradientError(deform); }));
  const at::Tensor slope = gradients(deform);
  for (const Variant& v : variants) {
    if (v.device.is_cpu()) continue;
    checks.push_back(check(nameOf("deform_conv gradient", v), v.tolerance,
                           [&] { return relativeError(gradients(placed(deform, v)), slope); }));
    context.checkStop();
  }
  for (const Variant& v : variants) {
    if (v.dtype != at::kFloat) continue; // the search computes in fp32 everywhere
    checks.push_back(check(nameOf("correlation", v), kGpuFloatTolerance,
                           [&] { return matchError(v, context); }));
  }
  for (const auto layout : {weights::Layout::Published, weights::Layout::Aligned}) {
    TinyCase tiny{tinyModel(layout), {}};
    tiny.set = randomWeights(tiny.architecture);
    // The yardstick of every other device and type is fp32 on the processor, which the oracle's
    // tests hold against the official network.
    const at::Tensor yardstick = runTiny(tiny, variants.front());
    const char* name =
        layout == weights::Layout::Published ? "network published" : "network aligned";
    for (const Variant& v : variants) {
      if (v.device.is_cpu() && v.dtype == at::kFloat) continue; // the yardstick itself
      checks.push_back(check(nameOf(name, v), v.tolerance,
                             [&] { return relativeError(runTiny(tiny, v), yardstick); }));
      context.checkStop();
    }
  }
  return checks;
}

} // namespace refscale::pipeline
