#include <QTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/weights/tensor_file.h"

using namespace refscale::weights;

namespace {

std::uint16_t firstBits(const TensorView& tensor) {
  std::uint16_t bits = 0;
  std::memcpy(&bits, tensor.bytes.data(), 2);
  return bits;
}

float roundTrip(float value, DType type) {
  return toFloats(makeTensor({1}, std::span(&value, 1), type)).at(0);
}

} // namespace

class TstTensorFile : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyHalfSurvivesTheWayThroughFloat() {
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
      const auto half = static_cast<std::uint16_t>(bits);
      std::vector<std::byte> bytes(2);
      std::memcpy(bytes.data(), &half, 2);
      const float value = toFloats(makeTensor(DType::F16, {1}, bytes)).at(0);
      if ((bits & 0x7fffu) > 0x7c00u) {
        QVERIFY(std::isnan(value));
        continue;
      }
      QCOMPARE(firstBits(makeTensor({1}, std::span(&value, 1), DType::F16)), half);
    }
  }
  // The neighbours of every half and the middle between them, against the definition: nearest
  // value, the even one on a tie.
  void floatsRoundToTheNearestHalfAndToEvenOnTies() {
    for (std::uint16_t bits = 0; bits < 0x7bff; ++bits) {
      std::vector<std::byte> bytes(4);
      const auto next = static_cast<std::uint16_t>(bits + 1);
      std::memcpy(bytes.data(), &bits, 2);
      std::memcpy(bytes.data() + 2, &next, 2);
      const auto pair = toFloats(makeTensor(DType::F16, {2}, bytes));
      const float middle = (pair[0] + pair[1]) / 2; // exact: halves have 11 bits
      const float above = std::nextafter(middle, 1e9f);
      const float below = std::nextafter(middle, 0.0f);
      QCOMPARE(roundTrip(middle, DType::F16), (bits & 1u) != 0 ? pair[1] : pair[0]);
      QCOMPARE(roundTrip(above, DType::F16), pair[1]);
      QCOMPARE(roundTrip(below, DType::F16), pair[0]);
      QCOMPARE(roundTrip(-above, DType::F16), -pair[1]);
    }
  }
  void largeFloatsBecomeInfiniteHalves() {
    QCOMPARE(roundTrip(65504.0f, DType::F16), 65504.0f);
    QCOMPARE(roundTrip(65519.996f, DType::F16), 65504.0f);
    QVERIFY(std::isinf(roundTrip(65520.0f, DType::F16)));
    QVERIFY(std::isinf(roundTrip(std::numeric_limits<float>::infinity(), DType::F16)));
    QVERIFY(std::isnan(roundTrip(std::numeric_limits<float>::quiet_NaN(), DType::F16)));
  }
  void bfloatsRoundToNearestEven() {
    QCOMPARE(roundTrip(1.0f, DType::BF16), 1.0f);
    QCOMPARE(roundTrip(1.00390625f, DType::BF16), 1.0f);      // tie, down to even
    QCOMPARE(roundTrip(1.01171875f, DType::BF16), 1.015625f); // tie, up to even
    QCOMPARE(roundTrip(-1.004f, DType::BF16), -1.0078125f);
    QVERIFY(std::isnan(roundTrip(std::bit_cast<float>(0x7f800001u), DType::BF16)));
    QVERIFY(std::isinf(roundTrip(3.4e38f, DType::BF16)));
  }
  void doublesAreReadAsFloats() {
    const std::array<double, 2> values = {0.1, -2.0};
    std::vector<std::byte> bytes(16);
    std::memcpy(bytes.data(), values.data(), 16);
    QCOMPARE(toFloats(makeTensor(DType::F64, {2}, bytes)), (std::vector<float>{0.1f, -2.0f}));
  }
  void integersAreNoWeights() {
    const auto tensor = makeTensor(DType::I32, {1}, std::vector<std::byte>(4));
    QVERIFY_EXCEPTION_THROWN((void)toFloats(tensor), refscale::Error);
  }
  void aWrongNumberOfBytesIsADefect() {
    QVERIFY_EXCEPTION_THROWN((void)makeTensor(DType::F32, {2}, std::vector<std::byte>(4)),
                             refscale::Error);
  }
  void aTensorOutlivesWhatItWasMadeFrom() {
    TensorView copy;
    {
      const std::vector<float> values = {1, 2, 3};
      const TensorView made = makeTensor({3}, values);
      copy = made;
    }
    QCOMPARE(toFloats(copy), (std::vector<float>{1, 2, 3}));
  }
  void impossibleShapesHaveNoElementCount_data() {
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<qint64>("count");
    QTest::newRow("scalar") << QList<qint64>{} << qint64{1};
    QTest::newRow("convolution") << QList<qint64>{64, 3, 3, 3} << qint64{1728};
    QTest::newRow("empty") << QList<qint64>{0, 3} << qint64{0};
    QTest::newRow("negative") << QList<qint64>{4, -1} << qint64{-1};
    QTest::newRow("product overflows") << QList<qint64>{1ll << 33, 1ll << 33} << qint64{-1};
    QTest::newRow("strides overflow") << QList<qint64>{0, 1ll << 33, 1ll << 33} << qint64{-1};
    QTest::newRow("too many dimensions") << QList<qint64>(17, 1) << qint64{-1};
  }
  void impossibleShapesHaveNoElementCount() {
    QFETCH(QList<qint64>, shape);
    QFETCH(qint64, count);
    const std::vector<std::int64_t> sizes(shape.begin(), shape.end());
    QCOMPARE(qint64{checkedElements(sizes).value_or(-1)}, count);
  }
};

QTEST_GUILESS_MAIN(TstTensorFile)
#include "tst_tensor_file.moc"
