// Curves and sheets as PNG files without a library.
#include <QTest>
#include <cstring>
#include <fstream>

#include "core/media/read.h"
#include "core/train/plot.h"
#include "core/train/png.h"
#include "tests/support/support.h"
#include "tests/train/painted.h"

using namespace refscale;
using namespace refscale::train;

namespace {

// How many pixels have exactly this colour.
int count(const media::Picture& p, std::array<std::uint8_t, 3> colour) {
  int n = 0;
  for (int y = 0; y < p.height(); ++y) {
    for (int x = 0; x < p.width(); ++x) {
      n += std::memcmp(p.row<std::uint8_t>(y) + 3 * x, colour.data(), 3) == 0 ? 1 : 0;
    }
  }
  return n;
}

constexpr std::array<std::uint8_t, 3> kFirst = {0, 114, 178};
constexpr std::array<std::uint8_t, 3> kSecond = {213, 94, 0};

} // namespace

class TstPlot : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void thePngIsReadByTheUsualReader_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("one pixel") << 1 << 1;
    QTest::newRow("odd") << 37 << 11;
    QTest::newRow("several blocks") << 301 << 200; // more than 65535 bytes
  }
  void thePngIsReadByTheUsualReader() {
    QFETCH(int, width);
    QFETCH(int, height);
    const media::Picture picture = test::paintedPicture(width, height, 4);
    writePng(picture, folder_ / "a.png");
    const media::Picture read = media::readPicture(folder_ / "a.png");
    QCOMPARE(read.width(), width);
    QCOMPARE(read.height(), height);
    QVERIFY(std::memcmp(read.bytes().data(), picture.bytes().data(), picture.bytes().size()) == 0);
  }

  void onlyRgbBytesAreTaken() {
    QVERIFY_EXCEPTION_THROWN(
        writePng(media::Picture(2, 2, 1, media::Sample::U8), folder_ / "b.png"),
        std::runtime_error);
  }

  void eachCurveHasItsColour() {
    const media::Picture p =
        drawCurves("loss", {{"a", {{0, 1}, {10, 0.5}}}, {"b", {{0, 0.2}, {10, 0.9}}}}, 400, 200);
    QVERIFY(count(p, kFirst) > 300);
    QVERIFY(count(p, kSecond) > 300);
  }

  void whatIsNotFiniteIsLeftOut() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const media::Picture p = drawCurves("loss", {{"", {{0, nan}, {5, nan}}}}, 400, 200);
    QCOMPARE(count(p, kFirst), 0);
  }

  void aLogBecomesAPicture() {
    std::ofstream(folder_ / "log.jsonl")
        << "{\"event\":\"start\"}\n"
        << "{\"event\":\"step\",\"step\":10,\"loss\":0.5}\n"
        << "{\"event\":\"step\",\"step\":20,\"loss\":0.25}\n"
        << "{\"event\":\"validation\",\"step\":20,\"right\":29.5,\"seconds\":3}\n"
        << "{\"event\":\"validation\",\"step\":40,\"right\":29.9,\"seconds\":6}\n"
        << "{\"event\":\"step\",\"st"; // a line that is being written
    plotLog(folder_ / "log.jsonl", folder_ / "plot.png");
    const media::Picture p = media::readPicture(folder_ / "plot.png");
    QVERIFY(count(p, kFirst) > 1000);
    plotLog(folder_ / "nothing.jsonl", folder_ / "none.png");
    QVERIFY(!std::filesystem::exists(folder_ / "none.png"));
  }

 private:
  test::TemporaryFolder folder_;
};

QTEST_GUILESS_MAIN(TstPlot)
#include "tst_plot.moc"
