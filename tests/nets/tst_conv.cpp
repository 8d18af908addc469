// Convolutions in bands of rows: the same numbers as in one piece, and a stop between the bands.
#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <QTest>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/nets/parameters.h"

using namespace refscale;

class TstConv : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void bandsGiveWhatOnePieceGives_data() {
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("height");
    QTest::newRow("3x3, several bands") << 3 << 45;
    QTest::newRow("3x3, a last band of one row") << 3 << 40;
    QTest::newRow("3x3, too small for bands") << 3 << 5;
    QTest::newRow("1x1") << 1 << 300;
  }
  void bandsGiveWhatOnePieceGives() {
    QFETCH(int, kernel);
    QFETCH(int, height);
    const c10::InferenceMode inference;
    at::manual_seed(3);
    const nets::Conv conv{at::randn({64, 64, kernel, kernel}), at::randn({64})};
    const at::Tensor x =
        at::randn({1, 64, height, 4096}).contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor whole = at::conv2d(x, conv.weight, conv.bias, 1, kernel / 2);
    const at::Tensor bands = conv(x);
    QVERIFY(bands.sizes() == whole.sizes());
    QVERIFY((bands - whole).abs().max().item<double>() < 1e-4 * whole.abs().max().item<double>());
  }
  void aStopIsHeededInsideAConvolution() {
    const c10::InferenceMode inference;
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    const nets::Conv conv{at::zeros({1, 1, 3, 3}), at::zeros({1})};
    const at::Tensor x = at::zeros({1, 1, 8, 8});
    {
      const StopScope scope(context);
      (void)conv(x);
      source.request_stop();
      QVERIFY_EXCEPTION_THROWN((void)conv(x), Error);
    }
    (void)conv(x); // outside of the scope nobody asks
  }
};

QTEST_GUILESS_MAIN(TstConv)
#include "tst_conv.moc"
