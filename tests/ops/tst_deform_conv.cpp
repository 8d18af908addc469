#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/ops/deform_conv/deform_conv.h"
#include "tests/support/support.h"

using refscale::ops::deformConv;
using refscale::ops::DeformConvArgs;

namespace {

struct Shape {
  int batch = 1;
  int channels = 8;
  int outputs = 5;
  int groups = 2;
  int kernelH = 3;
  int kernelW = 3;
  int inHeight = 7;
  int inWidth = 9;
  int outHeight = 6;
  int outWidth = 8;
  int baseTaps = 0;  // 0: no base
  double spread = 2; // of offsets and base, in pixels

  [[nodiscard]] int taps() const { return kernelH * kernelW; }
};

DeformConvArgs makeArgs(const Shape& s, at::ScalarType type, int seed = 1) {
  at::manual_seed(static_cast<uint64_t>(seed));
  const auto random = [](at::IntArrayRef sizes) { return at::randn(sizes, at::kDouble); };
  const int lanes = s.groups * s.taps();
  DeformConvArgs a;
  a.input = random({s.batch, s.channels, s.inHeight, s.inWidth}).to(type);
  a.offset = (random({s.batch, 2 * lanes, s.outHeight, s.outWidth}) * s.spread).to(type);
  a.mask = random({s.batch, lanes, s.outHeight, s.outWidth}).sigmoid().to(type);
  a.weight = random({s.outputs, s.channels, s.kernelH, s.kernelW}).to(type);
  a.bias = random({s.outputs}).to(type);
  if (s.baseTaps > 0) {
    a.base = (random({s.batch, s.baseTaps, s.outHeight, s.outWidth, 2}) * s.spread).to(at::kFloat);
  }
  return a;
}

// The definition, one number after the other, in double.
class SlowReference {
 public:
  explicit SlowReference(const DeformConvArgs& a)
      : input_(wide(a.input)),
        offset_(wide(a.offset)),
        mask_(wide(a.mask)),
        weight_(wide(a.weight)) {
    if (a.base.defined()) base_ = wide(a.base);
    bias_ = a.bias.defined() ? wide(a.bias) : at::zeros({a.weight.size(0)}, at::kDouble);
    taps_ = static_cast<int>(a.weight.size(2) * a.weight.size(3));
    groups_ = static_cast<int>(a.mask.size(1)) / taps_;
  }

  [[nodiscard]] at::Tensor run() const {
    const auto outputs = weight_.size(0);
    at::Tensor result =
        at::empty({input_.size(0), outputs, offset_.size(2), offset_.size(3)}, at::kDouble);
    auto out = result.accessor<double, 4>();
    const auto bias = bias_.accessor<double, 1>();
    const auto weight = weight_.accessor<double, 4>();
    for (int n = 0; n < out.size(0); ++n) {
      for (int y = 0; y < out.size(2); ++y) {
        for (int x = 0; x < out.size(3); ++x) {
          for (int o = 0; o < outputs; ++o) out[n][o][y][x] = bias[o];
          for (int c = 0; c < input_.size(1); ++c) {
            for (int k = 0; k < taps_; ++k) {
              const double value = sample(n, c, k, y, x);
              const auto i = k / weight_.size(3);
              const auto j = k % weight_.size(3);
              for (int o = 0; o < outputs; ++o) out[n][o][y][x] += weight[o][c][i][j] * value;
            }
          }
        }
      }
    }
    return result;
  }

 private:
  static at::Tensor wide(const at::Tensor& t) { return t.detach().to(at::kDouble).contiguous(); }

  [[nodiscard]] double sample(int n, int c, int k, int y, int x) const {
    const auto offset = offset_.accessor<double, 4>();
    const int lane = c / static_cast<int>(input_.size(1) / groups_) * taps_ + k;
    const auto kw = static_cast<int>(weight_.size(3));
    double py = y + k / kw - static_cast<int>(weight_.size(2)) / 2;
    double px = x + k % kw - kw / 2;
    if (base_.defined()) {
      const auto base = base_.accessor<double, 5>();
      const int t = base_.size(1) == 1 ? 0 : k;
      px += base[n][t][y][x][0];
      py += base[n][t][y][x][1];
    }
    py += offset[n][2 * lane][y][x];
    px += offset[n][2 * lane + 1][y][x];
    const bool inside = py > -1 && px > -1 && py < static_cast<double>(input_.size(2)) &&
                        px < static_cast<double>(input_.size(3));
    return inside ? mask_.accessor<double, 4>()[n][lane][y][x] * bilinear(n, c, py, px) : 0;
  }

  [[nodiscard]] double bilinear(int n, int c, double y, double x) const {
    const auto in = input_.accessor<double, 4>();
    const int y0 = static_cast<int>(std::floor(y));
    const int x0 = static_cast<int>(std::floor(x));
    double sum = 0;
    for (int cy = y0; cy <= y0 + 1; ++cy) {
      for (int cx = x0; cx <= x0 + 1; ++cx) {
        if (cy < 0 || cx < 0 || cy >= input_.size(2) || cx >= input_.size(3)) continue;
        sum += (1 - std::abs(y - cy)) * (1 - std::abs(x - cx)) * in[n][c][cy][cx];
      }
    }
    return sum;
  }

  at::Tensor input_, offset_, mask_, weight_, base_, bias_;
  int taps_ = 0;
  int groups_ = 0;
};

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return (a.detach().to(at::kDouble) - b.detach().to(at::kDouble)).abs().max().item<double>();
}

double largest(const at::Tensor& a) {
  return a.to(at::kDouble).abs().max().item<double>();
}

// The gradients of input, offset, mask, weight and bias for a given gradient of the output.
std::vector<at::Tensor> gradientsOf(DeformConvArgs a, const at::Tensor& gradOutput) {
  std::vector<at::Tensor> leaves;
  for (at::Tensor* t : {&a.input, &a.offset, &a.mask, &a.weight, &a.bias}) {
    *t = t->detach().requires_grad_(true);
    leaves.push_back(*t);
  }
  return torch::autograd::grad({deformConv(a)}, leaves, {gradOutput});
}

// The tensors of a .safetensors file, as far as this test needs them: float32.
std::map<std::string, at::Tensor> readTensors(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray bytes = file.readAll();
  const auto header = qFromLittleEndian<qint64>(bytes.constData());
  const QJsonObject entries = QJsonDocument::fromJson(bytes.mid(8, header)).object();
  std::map<std::string, at::Tensor> tensors;
  for (auto it = entries.begin(); it != entries.end(); ++it) {
    const QJsonObject entry = it->toObject();
    if (entry["dtype"].toString() != "F32") continue;
    std::vector<int64_t> shape;
    for (const auto& size : entry["shape"].toArray()) shape.push_back(size.toInteger());
    const QByteArray data = bytes.mid(8 + header + entry["data_offsets"][0].toInteger());
    tensors[it.key().toStdString()] =
        at::from_blob(const_cast<char*>(data.constData()), shape, at::kFloat).clone();
  }
  return tensors;
}

} // namespace

Q_DECLARE_METATYPE(Shape)
Q_DECLARE_METATYPE(DeformConvArgs)

class TstDeformConv : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyShapeAgreesWithTheSlowReference_data() {
    QTest::addColumn<Shape>("shape");
    QTest::newRow("one group") << Shape{.groups = 1};
    QTest::newRow("groups of four channels") << Shape{};
    QTest::newRow("groups of eight channels") << Shape{.batch = 2, .channels = 64, .groups = 8};
    QTest::newRow("groups of sixteen channels") << Shape{.channels = 32};
    QTest::newRow("groups of 32 channels") << Shape{.channels = 64};
    QTest::newRow("groups of 24 channels") << Shape{.channels = 72, .groups = 3};
    QTest::newRow("groups of one channel") << Shape{.channels = 7, .groups = 7};
    QTest::newRow("an odd number of channels") << Shape{.channels = 21, .groups = 1};
    QTest::newRow("base, one a pixel") << Shape{.batch = 2, .baseTaps = 1};
    QTest::newRow("base, one a tap") << Shape{.batch = 2, .baseTaps = 9};
    QTest::newRow("input much larger than the output")
        << Shape{.inHeight = 40, .inWidth = 33, .baseTaps = 9, .spread = 12};
    QTest::newRow("input smaller than the output")
        << Shape{.inHeight = 3, .inWidth = 2, .outHeight = 11, .outWidth = 13};
    QTest::newRow("input of one pixel") << Shape{.inHeight = 1, .inWidth = 1};
    QTest::newRow("output of one pixel") << Shape{.outHeight = 1, .outWidth = 1};
    QTest::newRow("kernel 1x1") << Shape{.kernelH = 1, .kernelW = 1};
    QTest::newRow("kernel 5x3, even channels of output")
        << Shape{.outputs = 16, .kernelH = 5, .kernelW = 3, .baseTaps = 15};
    QTest::newRow("kernel 2x4") << Shape{.kernelH = 2, .kernelW = 4};
    QTest::newRow("offsets far outside") << Shape{.spread = 1e6};
    QTest::newRow("more than a tile")
        << Shape{.channels = 16, .inHeight = 61, .inWidth = 57, .outHeight = 59, .outWidth = 63};
  }
  void everyShapeAgreesWithTheSlowReference() {
    QFETCH(Shape, shape);
    DeformConvArgs a = makeArgs(shape, at::kFloat);
    QVERIFY(largestDifference(deformConv(a), SlowReference(a).run()) < 2e-4);
    a.bias = at::Tensor();
    QVERIFY(largestDifference(deformConv(a), SlowReference(a).run()) < 2e-4);
  }

  void integerOffsetsAndBordersAreExact() {
    const Shape shape{.outputs = 3};
    DeformConvArgs a = makeArgs(shape, at::kFloat);
    a.offset = a.offset.round(); // many of them exactly -1 or the size, where nothing counts
    a.mask = at::ones_like(a.mask);
    a.input = a.input.mul(8).round();
    a.weight = a.weight.round();
    a.bias = a.bias.round();
    QVERIFY(largestDifference(deformConv(a), SlowReference(a).run()) == 0);
  }

  void everyLayoutGivesTheSame_data() {
    QTest::addColumn<QString>("layout");
    for (const char* name : {"channels last", "slices of wider maps", "cropped", "strided",
                             "repeated base", "transposed"}) {
      QTest::newRow(name) << name;
    }
  }
  void everyLayoutGivesTheSame() {
    QFETCH(QString, layout);
    DeformConvArgs a = makeArgs({.batch = 2, .channels = 16, .baseTaps = 9}, at::kFloat);
    if (layout == "repeated base")
      a.base = a.base.narrow(0, 0, 1).narrow(1, 3, 1).expand_as(a.base);
    const at::Tensor expected = SlowReference(a).run();
    const auto last = [](const at::Tensor& t) {
      return t.contiguous(at::MemoryFormat::ChannelsLast);
    };
    if (layout == "channels last") {
      a.input = last(a.input);
      a.offset = last(a.offset);
      a.mask = last(a.mask);
      a.weight = last(a.weight);
    } else if (layout == "slices of wider maps") { // as one convolution makes offsets and masks
      const at::Tensor both = last(at::cat({a.offset, a.mask}, 1));
      a.offset = both.narrow(1, 0, a.offset.size(1));
      a.mask = both.narrow(1, a.offset.size(1), a.mask.size(1));
      a.input = last(at::cat({at::ones_like(a.input), a.input}, 1)).narrow(1, 16, 16);
    } else if (layout == "cropped") {
      a.input =
          last(at::constant_pad_nd(a.input, {2, 3, 1, 4}, 99)).slice(2, 1, -4).slice(3, 2, -3);
    } else if (layout == "strided") {
      a.input = last(a.input.repeat_interleave(2, 3)).slice(3, 0, {}, 2);
      a.offset = a.offset.repeat_interleave(2, 1).slice(1, 0, {}, 2);
      a.base = a.base.repeat_interleave(2, 2).slice(2, 0, {}, 2);
    } else if (layout == "transposed") {
      a.input = a.input.transpose(2, 3).contiguous().transpose(2, 3);
      a.mask = a.mask.transpose(0, 1).contiguous().transpose(0, 1);
      a.base = a.base.permute({4, 3, 2, 1, 0}).contiguous().permute({4, 3, 2, 1, 0});
    }
    const at::Tensor result = deformConv(a);
    QVERIFY(largestDifference(result, expected) < 1e-4);
    QVERIFY(result.is_contiguous(at::MemoryFormat::ChannelsLast));
  }

  void bf16RoundsOnlyItsSamplesAndItsResult_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("floatOffsets");
    for (const int channels : {6, 8, 16, 32, 64}) {
      QTest::addRow("%d channels", channels) << channels << false;
      QTest::addRow("%d channels, float offsets", channels) << channels << true;
    }
  }
  void bf16RoundsOnlyItsSamplesAndItsResult() {
    QFETCH(int, channels);
    QFETCH(bool, floatOffsets);
    DeformConvArgs a = makeArgs({.channels = channels, .baseTaps = 9}, at::kBFloat16);
    if (floatOffsets) {
      a.offset = a.offset.to(at::kFloat) + 0.01F; // needs more digits than bf16 has
      a.mask = a.mask.to(at::kFloat);
    }
    const at::Tensor result = deformConv(a);
    QCOMPARE(result.scalar_type(), at::kBFloat16);
    const at::Tensor expected = SlowReference(a).run();
    QVERIFY(largestDifference(result, expected) < 0.01 * largest(expected));
  }

  void positionsThatAreNoNumbersCountNothing_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("inBase");
    for (const double value : {std::nan(""), std::numeric_limits<double>::infinity(),
                               -std::numeric_limits<double>::infinity(), 3e38, -3e38}) {
      QTest::addRow("offset %g", value) << value << false;
      QTest::addRow("base %g", value) << value << true;
    }
  }
  void positionsThatAreNoNumbersCountNothing() {
    QFETCH(double, value);
    QFETCH(bool, inBase);
    DeformConvArgs a = makeArgs({.baseTaps = 1}, at::kFloat);
    if (inBase) {
      a.base.fill_(value);
    } else {
      a.offset.select(1, 1).fill_(value); // x of the first group's first tap
    }
    const at::Tensor result = deformConv(a);
    QVERIFY(largestDifference(result, SlowReference(a).run()) < 1e-4);
    const auto grads = gradientsOf(a, at::ones_like(result));
    for (const at::Tensor& gradient : grads) QVERIFY(gradient.isfinite().all().item<bool>());
    QVERIFY(largest(inBase ? grads[0] : grads[1].narrow(1, 0, 2)) == 0);
    QVERIFY(largest(inBase ? grads[2] : grads[2].select(1, 0)) == 0);
  }

  void theOfficialOperatorsValuesAndGradientsComeOut() {
    const auto oracle = readTensors(refscale::test::dataFile("oracle/c2/deform_conv.safetensors"));
    const DeformConvArgs a = {oracle.at("input"),  oracle.at("offset"), oracle.at("mask"), {},
                              oracle.at("weight"), oracle.at("bias")};
    QVERIFY(largestDifference(deformConv(a), oracle.at("output")) < 1e-5);
    const auto grads = gradientsOf(a, oracle.at("grad_output"));
    const std::array names = {"grad_input", "grad_offset", "grad_mask", "grad_weight", "grad_bias"};
    for (size_t i = 0; i < names.size(); ++i) {
      const at::Tensor& expected = oracle.at(names[i]);
      const double difference = largestDifference(grads[i], expected);
      QVERIFY2(difference < 1e-5 * std::max(1.0, largest(expected)),
               qPrintable(QString("%1: %2").arg(names[i]).arg(difference)));
    }
  }

  // Central differences in double, along one random direction an argument.
  void gradientsAgreeWithFiniteDifferences_data() {
    QTest::addColumn<Shape>("shape");
    QTest::newRow("one group") << Shape{.groups = 1};
    QTest::newRow("a batch, a base a tap") << Shape{.batch = 2, .baseTaps = 9};
    QTest::newRow("many channels a group") << Shape{.channels = 70, .inHeight = 12};
    QTest::newRow("kernel 2x3, input smaller")
        << Shape{.channels = 6, .kernelH = 2, .inHeight = 3, .inWidth = 4};
    QTest::newRow("mostly outside") << Shape{.spread = 9};
  }
  void gradientsAgreeWithFiniteDifferences() {
    QFETCH(Shape, shape);
    const DeformConvArgs a = makeArgs(shape, at::kDouble);
    const at::Tensor gradOutput = at::randn_like(deformConv(a));
    const auto gradients = gradientsOf(a, gradOutput);
    for (int which = 0; which < 5; ++which) {
      const auto at = [&](double step, const at::Tensor& direction) {
        DeformConvArgs moved = a;
        const std::array<at::Tensor*, 5> all = {&moved.input, &moved.offset, &moved.mask,
                                                &moved.weight, &moved.bias};
        *all[static_cast<size_t>(which)] = *all[static_cast<size_t>(which)] + step * direction;
        return (deformConv(moved) * gradOutput).sum().item<double>();
      };
      const at::Tensor& gradient = gradients[static_cast<size_t>(which)];
      const at::Tensor direction = at::randn_like(gradient);
      constexpr double kStep = 1e-7; // far below the distance of most positions to the next kink
      const double expected = (at(kStep, direction) - at(-kStep, direction)) / (2 * kStep);
      const double actual = (gradient * direction).sum().item<double>();
      QVERIFY2(std::abs(actual - expected) < 1e-4 * (1 + std::abs(expected)),
               qPrintable(QString("argument %1: %2 for %3").arg(which).arg(actual).arg(expected)));
    }
  }

  void gradientsOfEveryTypeAgreeWithDouble_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("float") << static_cast<int>(at::kFloat) << 1e-5;
    QTest::newRow("bf16") << static_cast<int>(at::kBFloat16) << 8e-3;
  }
  void gradientsOfEveryTypeAgreeWithDouble() {
    QFETCH(int, type);
    QFETCH(double, tolerance);
    const auto scalar = static_cast<at::ScalarType>(type);
    const DeformConvArgs a =
        makeArgs({.batch = 2, .channels = 32, .outHeight = 20, .baseTaps = 1}, scalar);
    DeformConvArgs wide = a;
    for (at::Tensor* t : {&wide.input, &wide.offset, &wide.mask, &wide.weight, &wide.bias}) {
      *t = t->to(at::kDouble);
    }
    const at::Tensor gradOutput = at::randn_like(deformConv(a));
    const auto actual = gradientsOf(a, gradOutput);
    const auto expected = gradientsOf(wide, gradOutput.to(at::kDouble));
    for (size_t i = 0; i < actual.size(); ++i) {
      QCOMPARE(actual[i].scalar_type(), scalar);
      QVERIFY(largestDifference(actual[i], expected[i]) < tolerance * largest(expected[i]));
    }
  }

  void onlyTheGradientsAskedForAreMade() {
    DeformConvArgs a = makeArgs({}, at::kFloat);
    a.weight.requires_grad_(true);
    const at::Tensor gradient = torch::autograd::grad({deformConv(a).sum()}, {a.weight})[0];
    QCOMPARE(gradient.sizes(), a.weight.sizes());
    a.bias = at::Tensor();
    a.weight = a.weight.detach();
    a.mask.requires_grad_(true);
    QCOMPARE(torch::autograd::grad({deformConv(a).sum()}, {a.mask})[0].sizes(), a.mask.sizes());
  }

  void aSecondDerivativeIsRefused() {
    DeformConvArgs a = makeArgs({}, at::kFloat);
    a.input.requires_grad_(true);
    const at::Tensor sum = deformConv(a).sum();
    QVERIFY_EXCEPTION_THROWN((void)torch::autograd::grad({sum}, {a.input}, {}, {}, true),
                             refscale::Error);
  }

  void theResultDoesNotDependOnTheThreads() {
    const DeformConvArgs a =
        makeArgs({.channels = 16, .inHeight = 40, .inWidth = 40, .outHeight = 50, .outWidth = 61},
                 at::kFloat);
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const at::Tensor one = deformConv(a);
    const auto gradients = gradientsOf(a, one);
    at::set_num_threads(4);
    QVERIFY(at::equal(deformConv(a), one));
    const auto again = gradientsOf(a, one);
    for (size_t i = 0; i < 3; ++i) QVERIFY(largestDifference(gradients[i], again[i]) < 1e-3);
    at::set_num_threads(before);
  }

  void inferenceModeTakesAndGivesInferenceTensors() {
    const DeformConvArgs outside = makeArgs({.outHeight = 40, .outWidth = 40}, at::kFloat);
    const at::Tensor expected = deformConv(outside);
    const c10::InferenceMode guard;
    const DeformConvArgs inside = makeArgs({.outHeight = 40, .outWidth = 40}, at::kFloat);
    QVERIFY(at::equal(deformConv(inside), expected));
    QVERIFY(at::equal(deformConv(outside), expected));
  }

  void whatDoesNotFitIsRefused_data() {
    QTest::addColumn<DeformConvArgs>("args");
    const DeformConvArgs good = makeArgs({.baseTaps = 9}, at::kFloat);
    const auto row = [&](const char* name, auto change) {
      DeformConvArgs bad = good;
      change(bad);
      QTest::newRow(name) << bad;
    };
    row("no mask", [](DeformConvArgs& a) { a.mask = at::Tensor(); });
    row("input without batch", [](DeformConvArgs& a) { a.input = a.input[0]; });
    row("empty input", [](DeformConvArgs& a) { a.input = a.input.narrow(2, 0, 0); });
    row("another batch", [](DeformConvArgs& a) { a.offset = at::cat({a.offset, a.offset}); });
    row("mask of another size", [](DeformConvArgs& a) { a.mask = a.mask.narrow(3, 0, 3); });
    row("mask of a broken group", [](DeformConvArgs& a) { a.mask = a.mask.narrow(1, 0, 10); });
    row("offset of fewer channels",
        [](DeformConvArgs& a) { a.offset = a.offset.narrow(1, 0, 18); });
    row("offset of double", [](DeformConvArgs& a) { a.offset = a.offset.to(at::kDouble); });
    row("weight of other channels", [](DeformConvArgs& a) { a.weight = a.weight.narrow(1, 0, 4); });
    row("weight of another type", [](DeformConvArgs& a) { a.weight = a.weight.to(at::kBFloat16); });
    row("bias of another length", [](DeformConvArgs& a) { a.bias = a.bias.narrow(0, 0, 2); });
    row("base of other taps", [](DeformConvArgs& a) { a.base = a.base.narrow(1, 0, 4); });
    row("base of another size", [](DeformConvArgs& a) { a.base = a.base.narrow(2, 0, 4); });
    row("input of half on the CPU", [](DeformConvArgs& a) { a.input = a.input.to(at::kHalf); });
    row("groups that do not divide the channels", [](DeformConvArgs& a) {
      a.input = a.input.narrow(1, 0, 7);
      a.weight = a.weight.narrow(1, 0, 7);
    });
  }
  void whatDoesNotFitIsRefused() {
    QFETCH(DeformConvArgs, args);
    QVERIFY_EXCEPTION_THROWN((void)deformConv(args), refscale::Error);
  }
};

QTEST_GUILESS_MAIN(TstDeformConv)
#include "tst_deform_conv.moc"
