#include <ATen/ATen.h>

#include <QTest>
#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/pipeline/engine/checks.h"
#include "core/pipeline/engine/pictures.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;

media::Picture pattern() {
  media::Picture p(8, 6, 3, media::Sample::U8);
  int v = 17;
  for (auto& byte : p.bytes()) byte = static_cast<std::byte>((v = v * 73 % 251));
  return p;
}

// Six blocks of 16 pixels in a row, each with the same kind of contents, so that one that drifts
// changes the picture's mean by less than the warning for the whole.
media::Picture wide() {
  media::Picture p(96, 16, 3, media::Sample::U8);
  int v = 17;
  for (auto& byte : p.bytes()) byte = static_cast<std::byte>(20 + (v = v * 73 % 251) / 4);
  return p;
}

// Tall, every row another one; above `sky` all of one value.
media::Picture tall(int sky = 0) {
  media::Picture p(40, 64, 3, media::Sample::U8);
  int v = 17;
  for (int y = 0; y < p.height(); ++y) {
    for (int i = 0; i < 3 * p.width(); ++i) {
      v = v * 73 % 251;
      p.row<std::uint8_t>(y)[i] = static_cast<std::uint8_t>(y < sky ? 250 : 20 + (v + 3 * y) % 200);
    }
  }
  return p;
}

Kind kindThrown(const at::Tensor& output, const media::Picture& input) {
  try {
    (void)checkOutput(output, input);
  } catch (const Error& error) {
    return error.kind();
  }
  return Kind::Usage; // which checkOutput never throws
}

at::Tensor enlarged(const media::Picture& p) {
  return at::upsample_nearest2d(toTensor(p), {p.height() * 4, p.width() * 4});
}

} // namespace

class TstChecks : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aFaithfulOutputPasses() {
    const OutputChecks checks = checkOutput(enlarged(pattern()), pattern());
    QVERIFY(checks.warnings.empty());
    QVERIFY(checks.colourDrift < 0.01);
  }
  void oneInvalidNumberIsAnError() {
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
      at::Tensor out = enlarged(pattern());
      out.index_put_({0, 1, 5, 7}, at::scalar_tensor(bad));
      QVERIFY_EXCEPTION_THROWN((void)checkOutput(out, pattern()), Error);
    }
  }
  void aBlankOutputOfAPictureIsAnError() {
    for (const float value : {0.0F, 0.5F, -2.0F, 3.0F}) {
      QVERIFY_EXCEPTION_THROWN((void)checkOutput(at::full({1, 3, 24, 32}, value), pattern()),
                               Error);
    }
  }
  void aBlankOutputOfABlankInputIsRight() {
    const media::Picture black(8, 6, 3, media::Sample::U8);
    QVERIFY(checkOutput(at::zeros({1, 3, 24, 32}), black).warnings.empty());
  }
  void driftingColoursAreSaid() {
    at::Tensor out = enlarged(pattern()) * 0.9;
    out.select(1, 2).add_(10 / 255.0);
    const OutputChecks checks = checkOutput(out, pattern());
    QCOMPARE(checks.warnings.size(), size_t{1});
    QVERIFY(checks.colourDrift > 3);
  }
  void colourThatDriftsInOnePlaceIsSaidWithThePlace() {
    const media::Picture input = wide();
    at::Tensor out = enlarged(input);
    out.narrow(2, 0, 64).narrow(3, 128, 64).mul_(0.7); // one block of six, the third
    const OutputChecks checks = checkOutput(out, input);
    QVERIFY(checks.localDrift > 12);
    QCOMPARE(checks.warnings.size(), size_t{1});
    QVERIFY2(checks.warnings[0].find("40, 8") != std::string::npos, checks.warnings[0].c_str());
  }
  void aStripThatStandsThereTwiceIsAnError() {
    const media::Picture input = tall();
    at::Tensor out = enlarged(input);
    QCOMPARE(kindThrown(out, input), Kind::Usage);
    out.narrow(2, 128, 64).copy_(out.narrow(2, 64, 64).clone());
    QCOMPARE(kindThrown(out, input), Kind::CheckFailed);
  }
  void rowsThatAreAlikeInTheInputMayBeAlikeInTheResult() {
    const media::Picture sky = tall(48);
    QCOMPARE(kindThrown(enlarged(sky), sky), Kind::Usage);
    media::Picture twice = tall(); // as a pattern on a wall may be
    for (int y = 0; y < 16; ++y) {
      std::copy_n(twice.row<std::uint8_t>(y), 120, twice.row<std::uint8_t>(y + 32));
    }
    QCOMPARE(kindThrown(enlarged(twice), twice), Kind::Usage);
  }
  void aSkyThatTheNetworkSmoothsIsNoRepetition() {
    const media::Picture input = tall(32);
    at::Tensor out = enlarged(input);
    out.narrow(2, 0, 120).fill_(out[0][0][0][0].item<float>());
    QCOMPARE(kindThrown(out, input), Kind::Usage);
  }
  void aBlankPartIsAnError() {
    const media::Picture input = wide();
    at::Tensor out = enlarged(input);
    out.narrow(2, 0, 64).narrow(3, 64, 64).fill_(0.5);
    QVERIFY_EXCEPTION_THROWN((void)checkOutput(out, input), Error);
  }
};

QTEST_GUILESS_MAIN(TstChecks)
#include "tst_checks.moc"
