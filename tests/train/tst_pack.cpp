// Packs: what is written is read, and what is broken is refused.
#include <QTest>
#include <cstring>

#include "core/base/error.h"
#include "core/media/resample.h"
#include "core/train/pack.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/train/painted.h"

using namespace refscale;
using namespace refscale::train;

namespace {

bool same(const media::Picture& a, const media::Picture& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0;
}

// The kind of the error that reading throws, or nothing.
std::optional<Kind> refusal(const std::filesystem::path& path) {
  try {
    (void)Pack(path);
  } catch (const Error& error) {
    return error.kind();
  }
  return {};
}

} // namespace

class TstPack : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    content_ = test::paintedPack(6);
    path_ = folder_ / "pack.safetensors";
  }

  void whatIsWrittenIsRead() {
    content_.samples[1].homography = Matrix3{1, 0, 3, 0, 1, 4, 0, 0, 1};
    content_.samples[2].carried = {7, 4, 8, 64, 64};
    writePack(content_, path_);
    const Pack pack(path_);
    QCOMPARE(pack.size(), 8);
    QCOMPARE(pack.pictures(), 8);
    QCOMPARE(pack.inputSize(), 64);
    QVERIFY(pack.hasMatches());
    QVERIFY(!pack.hasReduced());
    QCOMPARE(QByteArray(pack.licence(2).c_str()), QByteArray("CC0-1.0"));
    QCOMPARE(QByteArray(pack.card().c_str()), QByteArray(content_.card.c_str()));
    for (int i = 0; i < pack.size(); ++i) {
      const PackSample& wanted = content_.samples[i];
      const PackSample& got = pack.sample(i);
      QVERIFY(got.kind == wanted.kind && got.split == wanted.split);
      QCOMPARE(got.reference.picture, wanted.reference.picture);
      QCOMPARE(got.seen().picture, i == 2 ? 7 : wanted.reference.picture);
      QCOMPARE(got.seen().y, i == 2 ? 8 : wanted.reference.y);
      QCOMPARE(got.homography.has_value(), i == 1);
      QVERIFY(same(pack.pixels(got.input), media::cropped(content_.pictures[i].picture,
                                                          wanted.input.x, wanted.input.y, 64, 64)));
      const PackMatches matches = pack.matches(i);
      QVERIFY(matches.pixels.values == content_.matches[i].pixels.values);
      QVERIFY(matches.score.values == content_.matches[i].score.values);
    }
    QVERIFY(*pack.sample(1).homography == *content_.samples[1].homography);
    QVERIFY(same(pack.picture(3), content_.pictures[3].picture));
  }

  void withoutReducedInputsTheyArePillowsBicubic() {
    writePack(content_, path_);
    const Pack pack(path_);
    QVERIFY(
        same(pack.reduced(2), media::resizeBicubicU8(pack.pixels(pack.sample(2).input), 16, 16)));
  }

  void reducedInputsAreKept() {
    for (int i = 0; i < 8; ++i) content_.reduced.push_back(test::paintedPicture(16, 16, 100 + i));
    writePack(content_, path_);
    const Pack pack(path_);
    QVERIFY(pack.hasReduced());
    QVERIFY(same(pack.reduced(5), content_.reduced[5]));
  }

  void withoutMatchesThereAreNone() {
    content_.matches.clear();
    writePack(content_, path_);
    const Pack pack(path_);
    QVERIFY(!pack.hasMatches());
    QVERIFY(pack.matches(0).pixels.empty());
  }

  void windowsOutsideArePutOff() {
    content_.samples[0].input.x = 65; // of 128 - 64 = 64
    QVERIFY_EXCEPTION_THROWN(writePack(content_, path_), Error);
  }

  void brokenPacksAreRefused_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"format", "version", "no kind", "kind 9", "input outside",
                             "reference outside", "odd reference", "no reference",
                             "carried outside", "short flow", "float picture", "huge input size"}) {
      QTest::newRow(what) << what;
    }
  }

  void brokenPacksAreRefused() {
    QFETCH(QString, what);
    writePack(content_, path_);
    weights::TensorSet set = weights::readSafetensors(path_);
    const auto number = [&](const char* table, std::size_t index, std::int32_t value) {
      weights::TensorView& view = set.tensors.at(table);
      std::vector<std::byte> bytes(view.bytes.begin(), view.bytes.end());
      std::memcpy(bytes.data() + index * sizeof value, &value, sizeof value);
      view = weights::makeTensor(view.type, view.shape, bytes);
    };
    if (what == "format") set.metadata["format"] = "model";
    if (what == "version") set.metadata["version"] = "1";
    if (what == "no kind") set.tensors.erase("kind");
    if (what == "kind 9") {
      set.tensors.at("kind") =
          weights::makeTensor(weights::DType::U8, {8}, std::vector<std::byte>(8, std::byte{9}));
    }
    if (what == "input outside") number("input", 1, 1 << 30);
    if (what == "reference outside") number("reference", 3, 1 << 30);
    if (what == "odd reference") number("reference", 3, 94);
    if (what == "no reference") number("reference", 0, -1);
    if (what == "carried outside") number("carried", 0, 99);
    if (what == "short flow") set.tensors.at("flow") = set.tensors.at("score");
    if (what == "float picture") set.tensors.at("picture.000000") = set.tensors.at("score");
    if (what == "huge input size") set.metadata["input_size"] = "999999999999";
    const auto broken = folder_ / "broken.safetensors";
    weights::writeSafetensors(set, broken);
    QVERIFY(refusal(broken) == Kind::BadInput);
    QVERIFY(!refusal(path_)); // it was the change that was refused
  }

  void aModelIsNoPack() {
    weights::TensorSet model;
    weights::writeSafetensors(model, folder_ / "model.safetensors");
    QVERIFY(refusal(folder_ / "model.safetensors") == Kind::BadInput);
    QVERIFY(refusal(folder_ / "nothing.safetensors") == Kind::NotFound);
  }

 private:
  test::TemporaryFolder folder_;
  std::filesystem::path path_;
  PackContent content_;
};

QTEST_GUILESS_MAIN(TstPack)
#include "tst_pack.moc"
