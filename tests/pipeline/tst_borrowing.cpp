// What the upscaler takes from its references, and what not: strength, masks, several references,
// others that show something else. With the shipped model on small made pictures.

#include <ATen/ATen.h>

#include <QTest>
#include <array>
#include <cmath>
#include <limits>

#include "core/media/metrics.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/pipeline/engine/view_finder.h"
#include "tests/pipeline/made_pictures.h"
#include "tests/support/discs.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using namespace refscale::test;

// How many matches are sure, and how many of them lead within `most` pixels of the same place.
struct SureMatches {
  int sure = 0;
  int right = 0;
};
SureMatches sureMatches(const Correspondence& c, const test::DiscView& here,
                        const test::DiscView& there, double most) {
  SureMatches count;
  for (int y = 0; y < c.cells.height; ++y) {
    for (int x = 0; x < c.cells.width; ++x) {
      if (c.confidence.at(x, y) < kSureConfidence) continue;
      ++count.sure;
      const test::DiscPlace middle{x * 4 + 1.5, y * 4 + 1.5};
      const test::DiscPlace place = test::placeIn(there, here, middle);
      const Vec2f shift = c.pixels.at(x, y);
      const double off = std::hypot(middle.x + shift.x - place.x, middle.y + shift.y - place.y);
      count.right += off < most ? 1 : 0;
    }
  }
  return count;
}

} // namespace

class TstBorrowing : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    engine_ = makeEngine();
    upscaler_ = engine_->load(startModel(), exact());
    truth_ = texture(160, 128, 0);
    request_ = madeRequest(truth_);
  }

  void whereNothingIsToBorrowTheBaseIsLeftAsItIs() {
    UpscaleRequest base = request_;
    base.options.network = Network::Base;
    const Picture alone = upscaler_->run(base, {}).picture;
    UpscaleRequest none = request_;
    none.references.clear();
    QVERIFY(same(upscaler_->run(none, {}).picture, alone));
    UpscaleRequest wrong = request_;
    wrong.references = {{"noise", shared(noise(160, 128)), {}}};
    QVERIFY(media::psnr(upscaler_->run(wrong, {}).picture, alone) > 60);
  }

  void strengthZeroEqualsNoReference() {
    UpscaleRequest off = request_;
    off.options.strength = 0;
    UpscaleRequest none = request_;
    none.references.clear();
    QVERIFY(same(upscaler_->run(off, {}).picture, upscaler_->run(none, {}).picture));
    QVERIFY(!same(upscaler_->run(request_, {}).picture, upscaler_->run(none, {}).picture));
  }

  void changingTheStrengthDoesNotMatchAgain() {
    (void)upscaler_->run(request_, {});
    UpscaleRequest weaker = request_;
    weaker.options.strength = 0.5;
    changesThePictureWithoutMatching(weaker);
  }

  void changingTheMaskDoesNotMatchAgain() {
    (void)upscaler_->run(request_, {});
    UpscaleRequest masked = request_;
    Picture mask(160, 128, 1, Sample::U8);
    for (int y = 0; y < 128; ++y) std::fill_n(mask.row<std::uint8_t>(y), 60, std::uint8_t{255});
    masked.references[0].exclusion = shared(mask);
    changesThePictureWithoutMatching(masked);
  }

  void aFullyMaskedReferenceIsNotBorrowedFrom() {
    Picture mask(160, 128, 1, Sample::U8);
    for (auto& byte : mask.bytes()) byte = std::byte{255};
    UpscaleRequest masked = request_;
    masked.references[0].exclusion = shared(mask);
    UpscaleRequest none = request_;
    none.references.clear();
    const UpscaleResult result = upscaler_->run(masked, {});
    QVERIFY(same(result.picture, upscaler_->run(none, {}).picture));
    QCOMPARE(result.report.borrowed, 0.0);
  }

  void aPaintedAreaTakesNothingAndTheRestIsAsBefore() {
    const UpscaleResult with = upscaler_->run(request_, {});
    UpscaleRequest none = request_;
    none.options.strength = 0;
    const UpscaleResult without = upscaler_->run(none, {});
    UpscaleRequest half = request_;
    const int width = request_.input->width();
    media::Picture area(width, request_.input->height(), 1, media::Sample::U8);
    for (int y = 0; y < area.height(); ++y) {
      std::fill_n(area.row<std::uint8_t>(y), width / 2, std::uint8_t{255});
    }
    half.keepOut = std::make_shared<const media::Picture>(std::move(area));
    const UpscaleResult result = upscaler_->run(half, {});
    QVERIFY(result.report.borrowed < with.report.borrowed || with.report.borrowed == 0);
    constexpr int kBlend = 8; // pixels beyond the border
    for (int y = 0; y < result.picture.height(); ++y) {
      const auto* row = result.picture.row<std::uint8_t>(y);
      const int border = width / 2 * 4;
      QVERIFY(std::equal(row, row + 3 * border, without.picture.row<std::uint8_t>(y)));
      QVERIFY(std::equal(row + 3 * (border + kBlend), row + 3 * result.picture.width(),
                         with.picture.row<std::uint8_t>(y) + 3 * (border + kBlend)));
    }
  }

  void ofSeveralReferencesTheBestIsUsedAndAllAreMatched() {
    UpscaleRequest several = request_;
    several.references.insert(several.references.begin(), {"noise", shared(noise(160, 128)), {}});
    const UpscaleResult result = upscaler_->run(several, {});
    QCOMPARE(result.correspondences.size(), size_t{2});
    QCOMPARE(result.usedReference, 1);
    QVERIFY(result.report.references[1].meanConfidence >
            result.report.references[0].meanConfidence);
  }

  // Two references, each of which shows one half of the picture.
  void referencesThatShowDifferentPartsAreAllBorrowedFrom() {
    const auto halfShown = [&](bool left) {
      Picture part = noise(160, 128);
      for (int y = 0; y < 128; ++y) {
        const auto* from = truth_.row<std::uint8_t>(y);
        auto* to = part.row<std::uint8_t>(y);
        std::copy_n(from + (left ? 0 : 240), 240, to + (left ? 0 : 240));
      }
      return shared(std::move(part));
    };
    UpscaleRequest halves = request_;
    halves.references = {{"left", halfShown(true), {}}, {"right", halfShown(false), {}}};
    const UpscaleResult both = upscaler_->run(halves, {});
    QVERIFY(both.report.references[0].used && both.report.references[1].used);
    halves.options.combine = Combine::Best;
    const UpscaleResult best = upscaler_->run(halves, {});
    QCOMPARE(best.report.references[0].used + best.report.references[1].used, 1);
    QCOMPARE(both.report.references[0].borrowed + both.report.references[1].borrowed,
             both.report.borrowed);
    QVERIFY(both.report.references[0].borrowed > 0.2 && both.report.references[1].borrowed > 0.2);
    QVERIFY(media::psnr(both.picture, truth_) > media::psnr(best.picture, truth_) + 0.05);
    QVERIFY(both.report.borrowed > best.report.borrowed + 0.2);
    // Every cell is lent by the one that shows it.
    QVERIFY(both.shares[0].at(5, 16) > 0.95F && both.shares[1].at(34, 16) > 0.95F);
    QVERIFY(best.shares[static_cast<std::size_t>(1 - best.usedReference)].empty());
    Field<float> lender;
    const Field<float> surest = surestLending(both, &lender);
    QCOMPARE(lender.at(5, 16), 0.0F);
    QCOMPARE(lender.at(34, 16), 1.0F);
    QCOMPARE(surest.at(34, 16), both.correspondences[1].confidence.at(34, 16));
    const auto sure = std::count_if(surest.values.begin(), surest.values.end(),
                                    [](float v) { return v >= kSureConfidence; });
    QCOMPARE(both.report.borrowed, static_cast<double>(sure) / surest.values.size());
    // The best one alone is what it is without the other.
    UpscaleRequest alone = request_;
    alone.references = {halves.references[static_cast<std::size_t>(best.usedReference)]};
    QVERIFY(same(upscaler_->run(alone, {}).picture, best.picture));
  }

  void aSelfEnsembleKeepsTheMatchesAndIsNoWorse() {
    const UpscaleResult plain = upscaler_->run(request_, {});
    UpscaleRequest mirrored = request_;
    for (const int passes : {2, 4}) {
      mirrored.options.selfEnsemble = passes;
      RunContext context;
      bool matched = false;
      context.progressSink = [&](const Progress& p) { matched |= p.stage == Stage::Match; };
      const UpscaleResult mean = upscaler_->run(mirrored, context);
      QVERIFY(!matched);
      QVERIFY(!same(mean.picture, plain.picture));
      QVERIFY(media::psnr(mean.picture, plain.picture) > 35); // the same picture, all the same
      QVERIFY(media::psnr(mean.picture, truth_) >= media::psnr(plain.picture, truth_));
    }
    QVERIFY(same(upscaler_->run(request_, {}).picture, plain.picture));
  }

  void aSelfEnsembleAveragesThePictureWithoutAReferenceToo() {
    UpscaleRequest none = request_;
    none.references.clear();
    UpscaleRequest base = request_;
    base.options.network = Network::Base;
    const Picture plain = upscaler_->run(none, {}).picture;
    for (const int passes : {2, 4}) {
      none.options.selfEnsemble = base.options.selfEnsemble = passes;
      const Picture mean = upscaler_->run(none, {}).picture;
      QVERIFY(!same(mean, plain));
      QVERIFY(media::psnr(mean, truth_) >= media::psnr(plain, truth_));
      QVERIFY(same(upscaler_->run(base, {}).picture, mean));
    }
    none.options.selfEnsemble = 1;
    QVERIFY(same(upscaler_->run(none, {}).picture, plain));
  }

  void aReferenceThatIsMaskedAwayGivesWayToOneThatIsNot() {
    UpscaleRequest several = request_;
    several.references.push_back({"further", shared(texture(160, 128, 29)), {}});
    const int unmasked = upscaler_->run(several, {}).usedReference;
    Picture mask(160, 128, 1, Sample::U8);
    std::fill(mask.bytes().begin(), mask.bytes().end(), std::byte{255});
    several.references[static_cast<std::size_t>(unmasked)].exclusion = shared(mask);
    const UpscaleResult result = upscaler_->run(several, {});
    QCOMPARE(result.usedReference, 1 - unmasked);
    QVERIFY(result.report.borrowed > 0);
  }

  void aReferenceIsFoundOnReducedPicturesToo_data() {
    QTest::addColumn<bool>("refine");
    QTest::newRow("refined") << true;
    QTest::newRow("whole cells") << false;
  }

  void aReferenceIsFoundOnReducedPicturesToo() {
    const test::DiscView here{.width = 320, .height = 256};
    const test::DiscView there{.turn = 0.4, .scale = 1.2, .width = 480, .height = 400};
    const Model model = loadModel(startModel(), {});
    const auto input = prepareInput(shared(small(test::discs(here))), at::kCPU);
    const auto source = prepareReference(shared(test::discs(there)),
                                         std::numeric_limits<double>::infinity(), at::kCPU);
    Report report;
    StageTimer timer(report);
    const c10::InferenceMode inference;
    const RunContext context;
    QFETCH(bool, refine);
    const View view =
        ViewFinder(model, *input, {.refine = refine, .mostPairs = 1e7}, context, timer)
            .carried(source);
    QVERIFY(input->half && source->half && !input->half->half);
    const Correspondence c = inSource(view, 120, 100);
    const auto [sure, right] = sureMatches(c, here, there, refine ? 2 : 3);
    QVERIFY2(sure > 3000 && right > 0.85 * sure,
             qPrintable(QString("%1 of %2").arg(right).arg(sure)));
  }

  void aReferenceTakenFromAnotherSideIsCarriedIntoLine() {
    const test::DiscView here{.width = 192, .height = 160};
    const test::DiscView there{.turn = 0.5, .scale = 1.3, .width = 320, .height = 320};
    const Picture truth = test::discs(here);
    UpscaleRequest request;
    request.input = shared(small(truth));
    request.references = {{"turned", shared(test::discs(there)), {}}};
    const UpscaleResult carried = upscaler_->run(request, {});
    request.options.registration = Registration::Off;
    const UpscaleResult standing = upscaler_->run(request, {});
    QVERIFY(media::psnr(carried.picture, truth) > media::psnr(standing.picture, truth) + 1);
    QVERIFY(carried.report.references[0].carried);
    QVERIFY(!standing.report.references[0].carried);
    // What people see are places of the reference as it is, where the same thing is.
    const Correspondence& c = carried.correspondences[0];
    QCOMPARE(c.referenceWidth, 80);
    const auto [sure, right] = sureMatches(c, here, there, 4);
    QVERIFY(sure > c.cells.width * c.cells.height / 2);
    QVERIFY(right > 0.9 * sure);
  }

  void onePlainPictureIsNotSureOfAnother() {
    const auto plain = [](int width, int height, std::array<std::uint8_t, 3> colour) {
      Picture p(width, height, 3, Sample::U8);
      for (std::size_t i = 0; i < p.bytes().size(); ++i) {
        p.bytes()[i] = static_cast<std::byte>(colour[i % 3]);
      }
      return shared(std::move(p));
    };
    for (const auto registration : {Registration::Off, Registration::Auto}) {
      UpscaleRequest request;
      request.input = plain(64, 48, {120, 80, 40});
      request.references = {{"another", plain(256, 192, {30, 140, 60}), {}}};
      request.options.registration = registration;
      const UpscaleResult result = upscaler_->run(request, {});
      QVERIFY2(result.report.borrowed < 0.1, QByteArray::number(result.report.borrowed));
    }
  }

  void anUnrelatedReferenceChangesNextToNothing() {
    UpscaleRequest request;
    request.input = shared(small(test::discs({.width = 192, .height = 160})));
    const Picture without = upscaler_->run(request, {}).picture;
    request.references = {{"another", shared(test::discs({.seed = 99})), {}}};
    QVERIFY(media::psnr(upscaler_->run(request, {}).picture, without) > 40);
  }

  void theNextPictureWithTheSameReferenceIsWhatAFreshStartGives() {
    const auto batch = engine_->load(startModel(), exact());
    (void)batch->run(request_, {});
    UpscaleRequest next = request_;
    next.input = shared(small(texture(160, 128, 5)));
    const auto fresh = engine_->load(startModel(), exact());
    QVERIFY(same(batch->run(next, {}).picture, fresh->run(next, {}).picture));
  }

  void aReferenceThatIsThePictureItselfIsSaid() {
    UpscaleRequest request = request_;
    request.references = {{"itself", request.input, {}}};
    const auto warnings = upscaler_->match(request, {}).report.warnings;
    QCOMPARE(warnings.size(), size_t{1});
    QVERIFY(warnings[0].find("the picture itself") != std::string::npos);
  }

  void aLargeReferenceIsReducedAndThatIsSaid() {
    UpscaleRequest large = request_;
    large.options.referenceMegapixels = 0.01;
    const UpscaleResult result = upscaler_->match(large, {});
    QVERIFY(result.report.references[0].width * result.report.references[0].height <= 10000);
    QCOMPARE(result.report.warnings.size(), size_t{1});
  }

 private:
  void changesThePictureWithoutMatching(const UpscaleRequest& changed) {
    QStringList stages;
    RunContext context;
    context.progressSink = [&](const Progress& p) { stages << stageName(p.stage); };
    const UpscaleResult result = upscaler_->run(changed, context);
    QVERIFY2(!stages.contains("match"), qPrintable(stages.join(" ")));
    QVERIFY(!same(result.picture, upscaler_->run(request_, {}).picture));
  }

  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Upscaler> upscaler_;
  Picture truth_;
  UpscaleRequest request_;
};

QTEST_GUILESS_MAIN(TstBorrowing)
#include "tst_borrowing.moc"
