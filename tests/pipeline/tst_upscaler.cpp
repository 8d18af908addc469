// The upscaler with the shipped model on small made pictures: sizes, types, what is kept, stopping.
#include <ATen/ATen.h>

#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/media/color.h"
#include "core/media/metrics.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/pipeline/engine/view_finder.h"
#include "core/pipeline/estimate.h"
#include "core/pipeline/file_job.h"
#include "core/weights/safetensors.h"
#include "tests/support/discs.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using media::Picture;
using media::Sample;

// Nothing that another picture shows.
Picture noise(int width, int height) {
  Picture picture(width, height, 3, Sample::U8);
  std::uint32_t v = 1;
  for (auto& byte : picture.bytes()) {
    byte = static_cast<std::byte>((v = v * 1664525u + 1013904223u) >> 24);
  }
  return picture;
}

// Stripes, blobs and noise: something to match.
Picture texture(int width, int height, int shift) {
  Picture p(width, height, 3, Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = p.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const double u = x + shift;
      const double v = std::sin(u * 0.31) * std::cos(y * 0.23) + std::sin((u + 2 * y) * 0.07) +
                       0.5 * std::sin(u * y * 0.004);
      for (int c = 0; c < 3; ++c) {
        row[3 * x + c] =
            static_cast<std::uint8_t>(std::clamp(128 + 45 * v * (1 + 0.2 * c), 0.0, 255.0));
      }
    }
  }
  return p;
}

std::shared_ptr<const Picture> shared(Picture p) {
  return std::make_shared<const Picture>(std::move(p));
}

Picture small(const Picture& p) {
  return media::resizeBicubicU8(p, p.width() / 4, p.height() / 4);
}

bool same(const Picture& a, const Picture& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         a.bytes().size() == b.bytes().size() &&
         std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0;
}

std::filesystem::path startModel() {
  return resourcesDir() / "models" / "start.safetensors";
}

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

EngineOptions exact() {
  return {"cpu", Precision::Fp32, 0};
}

} // namespace

class TstUpscaler : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    engine_ = makeEngine();
    upscaler_ = engine_->load(startModel(), exact());
    truth_ = texture(160, 128, 0);
    request_.name = "made";
    request_.input = shared(small(truth_));
    request_.references = {{"shifted", shared(texture(160, 128, 13)), {}}};
  }

  void theResultIsFourTimesAsLargeAndBetterThanBicubic() {
    const UpscaleResult result = upscaler_->run(request_, {});
    QCOMPARE(result.picture.width(), 160);
    QCOMPARE(result.picture.height(), 128);
    QCOMPARE(result.usedReference, 0);
    const Picture bicubic = media::resizeBicubicU8(*request_.input, 160, 128);
    QVERIFY(media::psnr(result.picture, truth_) > media::psnr(bicubic, truth_) + 1);
    QCOMPARE(result.correspondences.size(), size_t{1});
    QCOMPARE(result.correspondences[0].confidence.width, 40);
    QVERIFY(result.report.borrowed > 0 && result.report.borrowed <= 1);
  }

  void theSameRequestGivesTheSameBytes() {
    const auto fresh = engine_->load(startModel(), exact());
    QVERIFY(same(fresh->run(request_, {}).picture, upscaler_->run(request_, {}).picture));
  }

  void everySizeComesOutFourTimesAsLarge_data() {
    QTest::addColumn<QSize>("input");
    QTest::addColumn<QSize>("reference");
    QTest::newRow("no multiple of four") << QSize(37, 29) << QSize(101, 67);
    QTest::newRow("reference smaller than the input") << QSize(40, 40) << QSize(30, 22);
    QTest::newRow("wide strip") << QSize(80, 3) << QSize(200, 64);
    QTest::newRow("tall strip") << QSize(1, 60) << QSize(64, 200);
    QTest::newRow("reference strip") << QSize(24, 24) << QSize(120, 5);
    QTest::newRow("one pixel") << QSize(1, 1) << QSize(1, 1);
  }
  void everySizeComesOutFourTimesAsLarge() {
    QFETCH(QSize, input);
    QFETCH(QSize, reference);
    UpscaleRequest request;
    request.input = shared(texture(input.width(), input.height(), 3));
    request.references = {{"r", shared(texture(reference.width(), reference.height(), 9)), {}}};
    for (const bool with : {true, false}) {
      if (!with) request.references.clear();
      const UpscaleResult result = upscaler_->run(request, {});
      QCOMPARE(QSize(result.picture.width(), result.picture.height()), input * 4);
    }
  }

  void matchesAndMapsHaveTheSizeOfATinyPictureToo_data() {
    QTest::addColumn<QSize>("input");
    QTest::newRow("one pixel") << QSize(1, 1);
    QTest::newRow("wide strip") << QSize(40, 3);
    QTest::newRow("tall strip") << QSize(2, 30);
    QTest::newRow("not padded") << QSize(5, 6);
  }
  void matchesAndMapsHaveTheSizeOfATinyPictureToo() {
    QFETCH(QSize, input);
    UpscaleRequest request;
    request.input = shared(texture(input.width(), input.height(), 3));
    request.references = {{"r", shared(texture(64, 48, 3)), {}}};
    request.options.wantMaps = true;
    const UpscaleResult result = upscaler_->run(request, {});
    const auto sizeOf = [](const auto& field) { return QSize(field.width, field.height); };
    const Correspondence& c = result.correspondences.at(0);
    for (const auto* field : {&c.cells, &c.pixels}) QCOMPARE(sizeOf(*field), input);
    for (const auto* field :
         {&c.score, &c.uniqueness, &c.forwardBackward, &c.agreement, &c.contrast, &c.confidence}) {
      QCOMPARE(sizeOf(*field), input);
      QCOMPARE(field->values.size(), std::size_t(input.width() * input.height()));
    }
    QCOMPARE(sizeOf(result.shares.at(0)), input);
    QCOMPARE(result.maps.size(), size_t{2});
    for (const AggregationMap& map : result.maps) {
      const QSize there = input * (map.scale == "relu2_1" ? 2 : 4);
      QCOMPARE(sizeOf(map.matchOffset), there);
      QCOMPARE(sizeOf(map.learnedOffset), there);
      QCOMPARE(sizeOf(map.maskWeight), there);
    }
  }

  void aLargePictureIsShownWhileItIsMade() {
    UpscaleRequest request;
    request.input = shared(texture(1023, 51, 3)); // two strips, and no multiple of four
    request.references = {{"r", shared(texture(64, 64, 9)), {}}};
    request.options.strength = 0.5; // what is shown is blended as the result is
    Picture shown(4 * 1023, 4 * 51, 3, Sample::U8);
    int next = 0;
    int calls = 0;
    request.rowsReady = [&](int top, const Picture& rows) {
      ++calls;
      QCOMPARE(top, next);
      QCOMPARE(rows.width(), shown.width());
      for (int y = 0; y < rows.height(); ++y, ++next) {
        std::copy_n(rows.row<std::uint8_t>(y), 3 * rows.width(), shown.row<std::uint8_t>(next));
      }
    };
    const UpscaleResult result = upscaler_->run(request, {});
    QCOMPARE(calls, 2);
    QCOMPARE(next, 4 * 51);
    QVERIFY(same(shown, result.picture));
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

  void sampleTypesChannelsAndAlphaAreKept() {
    const Picture rgb = small(truth_);
    Picture alpha(40, 32, 1, Sample::U8);
    for (auto& byte : alpha.bytes()) byte = std::byte{200};
    const std::vector<Picture> inputs = {
        media::converted(rgb, Sample::U16), media::rgbToGrey(rgb), media::withAlpha(rgb, alpha),
        media::withAlpha(media::rgbToGrey(rgb), alpha), media::converted(rgb, Sample::F32)};
    for (const Picture& input : inputs) {
      UpscaleRequest request = request_;
      request.input = shared(input);
      const Picture out = upscaler_->run(request, {}).picture;
      QCOMPARE(out.sample(), input.sample());
      QCOMPARE(out.channels(), input.channels());
      QCOMPARE(out.width(), 160);
      if (input.hasAlpha()) QCOMPARE(int(media::alphaOf(out).row<std::uint8_t>(50)[70]), 200);
    }
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
    QStringList stages;
    RunContext context;
    context.progressSink = [&](const Progress& p) { stages << stageName(p.stage); };
    const UpscaleResult result = upscaler_->run(weaker, context);
    QVERIFY2(!stages.contains("match"), qPrintable(stages.join(" ")));
    QVERIFY(!same(result.picture, upscaler_->run(request_, {}).picture));
  }

  void changingTheMaskDoesNotMatchAgain() {
    (void)upscaler_->run(request_, {});
    UpscaleRequest masked = request_;
    Picture mask(160, 128, 1, Sample::U8);
    for (int y = 0; y < 128; ++y) std::fill_n(mask.row<std::uint8_t>(y), 60, std::uint8_t{255});
    masked.references[0].exclusion = shared(mask);
    QStringList stages;
    RunContext context;
    context.progressSink = [&](const Progress& p) { stages << stageName(p.stage); };
    const UpscaleResult result = upscaler_->run(masked, context);
    QVERIFY2(!stages.contains("match"), qPrintable(stages.join(" ")));
    QVERIFY(!same(result.picture, upscaler_->run(request_, {}).picture));
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

  void progressNeverStepsBack() {
    UpscaleRequest request = request_;
    request.options.strength = 0.5; // both restorations
    request.references.push_back(request.references[0]);
    request.references[1].name = "again";
    double before = 0;
    int reports = 0;
    RunContext context;
    context.progressSink = [&](const Progress& p) {
      const double now = overallFraction(p, Borrowing::Yes);
      if (now < before - 1e-9) reports = -10000;
      before = now;
      ++reports;
    };
    (void)engine_->load(startModel(), exact())->run(request, context);
    QVERIFY2(reports > 20, QByteArray::number(reports));
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

  void mapsHaveTheSizeOfTheirScales() {
    UpscaleRequest wanted = request_;
    wanted.options.wantMaps = true;
    const UpscaleResult result = upscaler_->run(wanted, {});
    QCOMPARE(result.maps.size(), size_t{2}); // the start model aggregates at two scales
    QCOMPARE(result.maps[0].scale, std::string("relu2_1"));
    QCOMPARE(result.maps[0].matchOffset.width, 80);
    QCOMPARE(result.maps[1].scale, std::string("relu1_1"));
    QCOMPARE(result.maps[1].learnedOffset.height, 128);
    const Correspondence& c = result.correspondences[0];
    const auto near = [](float a, float b) { return std::abs(a - b) < 0.02F; };
    QVERIFY(near(result.maps[1].matchOffset.at(82, 62).x, c.pixels.at(20, 15).x));
    QVERIFY(near(result.maps[0].matchOffset.at(41, 30).x, c.pixels.at(20, 15).x / 2));
  }

  void aStopInAnyStageEndsTheRunAndTheNextOneIsWhole() {
    const auto fresh = engine_->load(startModel(), exact());
    const Picture expected = upscaler_->run(request_, {}).picture;
    for (const Stage stage : {Stage::Match, Stage::Align, Stage::Restore, Stage::Check}) {
      std::stop_source source;
      RunContext context;
      context.stop = source.get_token();
      context.progressSink = [&](const Progress& p) {
        if (p.stage == stage) source.request_stop();
      };
      try {
        (void)fresh->run(request_, context);
        QFAIL(stageName(stage));
      } catch (const Error& error) {
        QCOMPARE(error.kind(), Kind::Cancelled);
      }
    }
    QVERIFY(same(fresh->run(request_, {}).picture, expected));
  }

  void picturesThatAreTooLargeForTheExactMatcherAreRefusedBeforeTheWork() {
    UpscaleRequest huge = request_;
    huge.input = shared(Picture(900, 900, 3, Sample::U8));
    huge.references = {{"r", shared(Picture(2000, 2000, 3, Sample::U8)), {}}};
    huge.options.registration = Registration::Off; // else they are looked at reduced
    try {
      (void)upscaler_->match(huge, {});
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::Unsupported);
    }
  }

  void aLargeReferenceIsReducedAndThatIsSaid() {
    UpscaleRequest large = request_;
    large.options.referenceMegapixels = 0.01;
    const UpscaleResult result = upscaler_->match(large, {});
    QVERIFY(result.report.references[0].width * result.report.references[0].height <= 10000);
    QCOMPARE(result.report.warnings.size(), size_t{1});
  }

  void bf16IsCloseToFp32() {
    const auto half = engine_->load(startModel(), {"cpu", Precision::Bf16, 0});
    QCOMPARE(half->precision(), std::string("bf16"));
    QVERIFY(media::psnr(half->run(request_, {}).picture, upscaler_->run(request_, {}).picture) >
            35);
  }

  void devicesThatAreNotThereAreSaid() {
    QVERIFY_EXCEPTION_THROWN((void)engine_->load(startModel(), {"tpu", Precision::Auto, 0}), Error);
    QVERIFY_EXCEPTION_THROWN((void)engine_->load(startModel(), {"cpu", Precision::Fp16, 0}), Error);
    QVERIFY_EXCEPTION_THROWN((void)engine_->load(startModel(), {"cuda:99", Precision::Auto, 0}),
                             Error);
  }

  void theDoctorFindsNothingWrongOnTheProcessor() {
    const auto checks = engine_->selfTest({});
    QVERIFY(checks.size() >= 6);
    for (const Check& check : checks) {
      if (check.name.ends_with("cpu")) {
        QVERIFY2(check.passed,
                 qPrintable(QString::fromStdString(check.name + ": " + std::to_string(check.error) +
                                                   " " + check.detail)));
      }
    }
  }

  // What the start model's description says of it, the reference as it stands.
  void theStartModelScoresAsDescribed_data() {
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<double>("expected");
    QTest::newRow("graf") << "graf/img1.png"
                          << "graf/img2.png" << 32.95;
    QTest::newRow("dsc") << "dsc/DSC_0410.jpg"
                         << "dsc/DSC_0411.jpg" << 23.56;
  }
  void theStartModelScoresAsDescribed() {
    QFETCH(QString, picture);
    QFETCH(QString, reference);
    QFETCH(double, expected);
    const auto path = test::sharedFile("data/eval/" + picture.toStdString());
    const auto better = test::sharedFile("data/eval/" + reference.toStdString());
    if (!path || !better) QSKIP("the evaluation pictures (../shared/data) are not here");
    const auto read = [](const std::filesystem::path& file) {
      const Picture p = media::rgbBytes(*readSource(file, {}).srgb);
      return media::cropped(p, 0, 0, p.width() / 4 * 4, p.height() / 4 * 4);
    };
    const Picture truth = read(*path);
    UpscaleRequest request;
    request.input = shared(small(truth));
    request.references = {{"reference", shared(read(*better)), {}}};
    request.options.registration = Registration::Off;
    const double score = media::psnr(upscaler_->run(request, {}).picture, truth);
    QVERIFY2(std::abs(score - expected) <= 0.03, QByteArray::number(score));
  }

  // The whole way with the official network's numbers: matching included.
  void theNetworkOfTheOracleGivesTheOfficialPicture() {
    const test::TemporaryFolder folder;
    weights::writeSafetensors(test::oracleModel(), folder / "oracle.safetensors");
    const auto oracle = weights::readSafetensors(test::dataFile("oracle/c2/case.safetensors"));
    const auto read = [&](const char* name) {
      const auto& view = oracle.tensors.at(name);
      Picture p(static_cast<int>(view.shape[1]), static_cast<int>(view.shape[0]), 3, Sample::U8);
      std::memcpy(p.bytes().data(), view.bytes.data(), view.bytes.size());
      return p;
    };
    UpscaleRequest request;
    request.input = shared(read("lr_u8"));
    request.references = {{"reference", shared(read("ref_u8")), {}}};
    const auto official = engine_->load(folder / "oracle.safetensors", exact());
    const Picture out = official->run(request, {}).picture;
    const Picture expected = read("output_u8");
    int off = 0;
    for (std::size_t i = 0; i < out.bytes().size(); ++i) {
      const int d = std::abs(int(out.bytes()[i]) - int(expected.bytes()[i]));
      QVERIFY(d <= 1);
      off += d;
    }
    QVERIFY2(off * 1000 <= int(out.bytes().size()), qPrintable(QString::number(off)));
  }

 private:
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Upscaler> upscaler_;
  Picture truth_;
  UpscaleRequest request_;
};

QTEST_GUILESS_MAIN(TstUpscaler)
#include "tst_upscaler.moc"
