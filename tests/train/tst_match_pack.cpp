// What a pack keeps of a pair is what an enlargement would work with.
#include <QTest>
#include <cmath>

#include "core/base/paths.h"
#include "core/media/metrics.h"
#include "core/train/engine/match_pack.h"
#include "tests/support/discs.h"

using namespace refscale;
using namespace refscale::train;

namespace {

constexpr int kInput = 128;

// One window whose reference is turned by 30 degrees, and one without a reference.
PackContent turnedPair() {
  PackContent content;
  content.inputSize = kInput;
  const test::DiscView here{.width = kInput, .height = kInput};
  const test::DiscView there{.turn = 0.5, .width = 240, .height = 240};
  content.pictures = {{"here", "CC0-1.0", test::discs(here)},
                      {"there", "CC0-1.0", test::discs(there)}};
  content.samples.resize(2);
  content.samples[0].input = {0, 0, 0, kInput, kInput};
  content.samples[0].reference = {1, 0, 0, 240, 240};
  content.samples[1].input = content.samples[0].input;
  content.samples[1].kind = PairKind::None;
  return content;
}

PackContent matched(bool carry) {
  PackContent content = turnedPair();
  matchPack(content, resourcesDir() / "models" / "start.safetensors", carry, {}, {});
  return content;
}

} // namespace

class TstMatchPack : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aTurnedReferenceIsCarriedIntoItsWindow() {
    const PackContent content = matched(true);
    const Area& seen = content.samples[0].seen();
    QCOMPARE(seen.picture, 2);
    QCOMPARE(seen.width, kInput);
    QCOMPARE(QByteArray(content.pictures[2].licence.c_str()), QByteArray("CC0-1.0"));
    QCOMPARE(content.samples[0].reference.picture, 1); // the positions known of it stay true
    const media::Picture& truth = content.pictures[0].picture;
    QVERIFY(
        media::psnr(content.pictures[2].picture, truth) >
        media::psnr(media::cropped(content.pictures[1].picture, 56, 56, kInput, kInput), truth) +
            3);
    int nearby = 0;
    const Field<Vec2f>& flow = content.matches[0].pixels;
    for (const Vec2f& v : flow.values) nearby += std::hypot(v.x, v.y) < 2 ? 1 : 0;
    QVERIFY2(nearby > 0.7 * static_cast<double>(flow.values.size()), QByteArray::number(nearby));
  }
  void onRequestItStaysAsItStands() {
    const PackContent content = matched(false);
    QCOMPARE(content.pictures.size(), size_t{2});
    QCOMPARE(content.samples[0].seen().picture, 1);
  }
  void withoutAReferenceTheMatchIsIdentity() {
    const PackContent content = matched(true);
    QVERIFY(content.samples[1].seen().picture < 0);
    for (const Vec2f& v : content.matches[1].pixels.values) QCOMPARE(v, (Vec2f{0, 0}));
    for (const float s : content.matches[1].score.values) QCOMPARE(s, 1.0F);
  }
};

QTEST_GUILESS_MAIN(TstMatchPack)
#include "tst_match_pack.moc"
