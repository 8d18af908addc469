#include <QTest>

#include <bit>

#include "core/weights/safetensors.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

using namespace refscale;

namespace {

using Words = QList<quint32>;

Words firstWords(const weights::TensorView& tensor) {
  Words words;
  for (const float value : weights::toFloats(tensor)) {
    words.append(std::bit_cast<quint32>(value));
    if (words.size() == 3) break;
  }
  return words;
}

} // namespace

class TstOracleRecipe : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // The worked values of the oracle's README.
  void theWorkedValuesAreMetToTheBit_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<Words>("words");
    QTest::newRow("convolution") << QByteArray("content_extractor.conv_first.weight")
                                 << QList<qint64>{64, 3, 3, 3}
                                 << Words{0x3dfbae0b, 0x3df0b1e1, 0x3d36c1ab};
    QTest::newRow("bias") << QByteArray("dyn_agg_restore.tail_large.2.bias") << QList<qint64>{3}
                          << Words{0x3cffa663, 0x3d3005b8, 0xbd104053};
    QTest::newRow("offsets") << QByteArray("dyn_agg_restore.small_dyn_agg.conv_offset_mask.weight")
                             << QList<qint64>{216, 256, 3, 3}
                             << Words{0xbbb53a00, 0xbbd2577f, 0xbc5c5819};
    QTest::newRow("second branch") << QByteArray("feature_extraction_image2.model.conv1_1.weight")
                                   << QList<qint64>{64, 3, 3, 3}
                                   << Words{std::bit_cast<quint32>(-0.0181869063526392f),
                                            std::bit_cast<quint32>(0.1448444426059723f),
                                            std::bit_cast<quint32>(-0.06991825252771378f)};
  }
  void theWorkedValuesAreMetToTheBit() {
    QFETCH(QByteArray, key);
    QFETCH(QList<qint64>, shape);
    QFETCH(Words, words);
    const std::vector<std::int64_t> sizes(shape.begin(), shape.end());
    QCOMPARE(firstWords(test::oracleTensor(key.toStdString(), sizes)), words);
  }
  void theUniformNumbersAreExact() {
    QCOMPARE(test::oracleNumber("content_extractor.conv_first.weight", 0), 0.6316684484481812);
    QCOMPARE(test::oracleNumber("dyn_agg_restore.tail_large.2.bias", 2), 0.14782404899597168);
  }
  void batchNormTensorsHaveTheirOwnRanges() {
    const auto check = [](const char* key, float low, float high) {
      float least = 9;
      float most = -9;
      for (const float value : weights::toFloats(test::oracleTensor(key, {512}))) {
        least = std::min(least, value);
        most = std::max(most, value);
      }
      QVERIFY(least >= low && least < low + 0.1f * (high - low));
      QVERIFY(most <= high && most > high - 0.1f * (high - low));
    };
    check("conv_block5.1.weight", 0.9f, 1.1f);
    check("conv_block5.1.bias", -0.05f, 0.05f);
    check("conv_block5.1.running_mean", -0.1f, 0.1f);
    check("conv_block5.1.running_var", 0.7f, 1.3f);
    QCOMPARE(test::oracleTensor("conv_block5.1.num_batches_tracked", {}).type, weights::DType::I64);
  }
  void theJoinedModelHasAllKeysOfTheThreeNetworks() {
    const auto model = test::oracleModel();
    QCOMPARE(model.tensors.size(), std::size_t{296 + 24 + 12});
    QCOMPARE(weights::toFloats(model.tensors.at("vgg.std")),
             (std::vector<float>{0.229f, 0.224f, 0.225f}));
    QCOMPARE(firstWords(model.tensors.at("restoration.dyn_agg_restore.tail_large.2.bias")),
             (Words{0x3cffa663, 0x3d3005b8, 0xbd104053}));
  }
};

QTEST_GUILESS_MAIN(TstOracleRecipe)
#include "tst_oracle_recipe.moc"
