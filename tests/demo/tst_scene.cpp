#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/demo/paint.h"
#include "core/demo/scene.h"

using refscale::demo::Moment;
using refscale::demo::renderView;
using refscale::media::Picture;

namespace {

bool same(const Picture& a, const Picture& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin(), b.bytes().end());
}

// Mean difference between neighbours: what a plain or a blurred picture lacks.
double detail(const Picture& picture) {
  double sum = 0;
  for (int y = 0; y < picture.height(); ++y) {
    const auto* row = picture.row<std::uint8_t>(y);
    for (int x = 3; x < picture.width() * 3; ++x) sum += std::abs(row[x] - row[x - 3]);
  }
  return sum / (picture.height() * (picture.width() - 1) * 3.0);
}

} // namespace

class TstScene : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSameMomentIsTheSameBytes() {
    QVERIFY(same(renderView(Moment::Input), renderView(Moment::Input)));
    QVERIFY(same(renderView(Moment::Reference), renderView(Moment::Reference)));
  }
  void bothViewsHaveTheStatedSizeAndAreFullOfDetail_data() {
    QTest::addColumn<int>("moment");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("input") << static_cast<int>(Moment::Input) << 640 << 480;
    QTest::newRow("reference") << static_cast<int>(Moment::Reference) << 720 << 540;
  }
  void bothViewsHaveTheStatedSizeAndAreFullOfDetail() {
    QFETCH(int, moment);
    QFETCH(int, width);
    QFETCH(int, height);
    const Picture view = renderView(static_cast<Moment>(moment));
    QCOMPARE(view.width(), width);
    QCOMPARE(view.height(), height);
    QCOMPARE(view.width() % 4, 0);
    QCOMPARE(view.height() % 4, 0);
    QVERIFY2(detail(view) > 5, qPrintable(QString::number(detail(view))));
  }
  void theReferenceIsAnotherViewInAnotherLight() {
    const Picture input = renderView(Moment::Input);
    const Picture reference = renderView(Moment::Reference);
    double difference = 0;
    for (int y = 0; y < input.height(); ++y) {
      for (int x = 0; x < input.width() * 3; ++x) {
        difference += std::abs(input.row<std::uint8_t>(y)[x] - reference.row<std::uint8_t>(y)[x]);
      }
    }
    QVERIFY(difference / (input.width() * input.height() * 3.0) > 10);
  }
  void paintCoversWhatItIsToldAndNothingElse() {
    refscale::demo::Paint paint({0, 0, 1, 1}, 100, 100);
    paint.box({0.25, 0.25, 0.75, 0.75}, {200, 100, 50});
    const auto inside = paint.pixels().at<cv::Vec4b>(50, 50);
    QCOMPARE(static_cast<int>(inside[0]), 200);
    QCOMPARE(static_cast<int>(inside[3]), 255);
    QCOMPARE(static_cast<int>(paint.pixels().at<cv::Vec4b>(10, 10)[3]), 0);
    // y runs up: the box at the top of the surface lies in the first rows.
    paint.box({0, 0.9, 1, 1}, {1, 2, 3});
    QCOMPARE(static_cast<int>(paint.pixels().at<cv::Vec4b>(3, 50)[2]), 3);
  }
};

QTEST_GUILESS_MAIN(TstScene)
#include "tst_scene.moc"
