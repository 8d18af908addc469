// The upscaler with the shipped model on small made pictures: sizes, types, devices, progress,
// stopping.

#include <QTest>
#include <cmath>

#include "core/base/error.h"
#include "core/media/color.h"
#include "core/media/metrics.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/pipeline/estimate.h"
#include "tests/pipeline/made_pictures.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using namespace refscale::test;

} // namespace

class TstUpscaler : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    engine_ = makeEngine();
    upscaler_ = engine_->load(startModel(), exact());
    truth_ = texture(160, 128, 0);
    request_ = madeRequest(truth_);
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

 private:
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Upscaler> upscaler_;
  Picture truth_;
  UpscaleRequest request_;
};

QTEST_GUILESS_MAIN(TstUpscaler)
#include "tst_upscaler.moc"
