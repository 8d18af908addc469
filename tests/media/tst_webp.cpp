#include <QTest>

#include <webp/encode.h>
#include <webp/mux.h>

#include "core/media/write.h"
#include "tests/media/pictures.h"

using namespace refscale::media; // NOLINT(google-build-using-namespace)
using namespace refscale::test;  // NOLINT(google-build-using-namespace)
using refscale::Kind;

namespace {

constexpr WriteOptions kLossless{.webpQuality = 101};

// Two frames; the first covers the middle of the canvas only.
Bytes animation() {
  WebPMux* mux = WebPMuxNew();
  WebPMuxSetCanvasSize(mux, 32, 24);
  for (const int offset : {8, 4}) {
    const Bytes still = encodePicture(gradient(16, 8, 3, Sample::U8), Format::WebP, kLossless);
    WebPMuxFrameInfo frame{};
    frame.bitstream = {reinterpret_cast<const std::uint8_t*>(still.data()), still.size()};
    frame.x_offset = offset;
    frame.y_offset = offset;
    frame.duration = 100;
    frame.id = WEBP_CHUNK_ANMF;
    WebPMuxPushFrame(mux, &frame, 1);
  }
  WebPMuxAnimParams parameters{0, 0};
  WebPMuxSetAnimationParams(mux, &parameters);
  WebPData data{};
  WebPMuxAssemble(mux, &data);
  Bytes file;
  append(file, data.bytes, data.size);
  WebPDataClear(&data);
  WebPMuxDelete(mux);
  return file;
}

} // namespace

class TstWebP : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void ofAnAnimationTheFirstPictureIsTakenInItsPlace() {
    const Picture picture = readBytes(animation());
    QVERIFY(hasNote(picture, "animation"));
    QCOMPARE(picture.width(), 32);
    QCOMPARE(picture.height(), 24);
    QCOMPARE(picture.channels(), 4);
    QCOMPARE(picture.row<std::uint8_t>(7)[4 * 8 + 3], std::uint8_t{0});
    QVERIFY(
        samePixels(withoutAlpha(cropped(picture, 8, 8, 16, 8)), gradient(16, 8, 3, Sample::U8)));
  }
  void coloursUnderTransparentPixelsSurvive() {
    Picture picture = gradient(20, 20, 4, Sample::U8);
    for (int i = 0; i < 400; ++i) picture.row<std::uint8_t>(0)[4 * i + 3] = 0;
    QVERIFY(samePixels(readBytes(encodePicture(picture, Format::WebP, kLossless)), picture));
  }
  void sizesOverTheFormatsLimitAreErrorsThatNameIt() {
    const Picture wide(16384, 1, 3, Sample::U8);
    QCOMPARE(kindOf([&] { (void)encodePicture(wide, Format::WebP); }), Kind::BadInput);
    QVERIFY(messageOf([&] { (void)encodePicture(wide, Format::WebP); }).find("16383") !=
            std::string::npos);
    const Picture widest(16383, 1, 3, Sample::U8);
    QCOMPARE(readBytes(encodePicture(widest, Format::WebP)).width(), 16383);
  }
  void anyCutIsBroken() {
    const Bytes file = encodePicture(gradient(40, 30, 4, Sample::U8), Format::WebP);
    for (std::size_t size = 12; size < file.size(); ++size) {
      const Bytes cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      QVERIFY(kindOf([&] { (void)readBytes(cut); }) == Kind::BadInput);
    }
  }
};

QTEST_GUILESS_MAIN(TstWebP)
#include "tst_webp.moc"
