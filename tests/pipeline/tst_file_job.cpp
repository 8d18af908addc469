// From files to files through the engine library, loaded as the program loads it.
#include <QTest>
#include <algorithm>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/paths.h"
#include "core/media/color.h"
#include "core/media/read.h"
#include "core/media/write.h"
#include "core/pipeline/file_job.h"
#include "tests/support/support.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using media::Format;
using media::Picture;
using media::Sample;

Picture gradient(int width, int height, Sample sample) {
  Picture p(width, height, 3, Sample::U8);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < 3 * width; ++x) {
      p.row<std::uint8_t>(y)[x] =
          static_cast<std::uint8_t>(128 + 60 * std::sin(x * 0.2) + 50 * std::cos(y * 0.3));
    }
  }
  return media::converted(p, sample);
}

int filesIn(const std::filesystem::path& folder) {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

bool says(const UpscaleResult& result, std::string_view words) {
  return std::ranges::any_of(result.report.warnings, [&](const std::string& warning) {
    return warning.find(words) != std::string::npos;
  });
}

} // namespace

class TstFileJob : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    upscaler_ = loadEngine()->load(resourcesDir() / "models" / "start.safetensors",
                                   {"cpu", Precision::Fp32, 0});
    media::writePicture(gradient(24, 20, Sample::U8), folder_ / "in.png", Format::Png);
    media::writePicture(gradient(24, 20, Sample::U16), folder_ / "deep.tif", Format::Tiff);
    media::writePicture(gradient(90, 70, Sample::U8), folder_ / "reference.jpg", Format::Jpeg);
  }

  void aPictureAndItsReferenceBecomeAFile() {
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "in.png",
                .references = {folder_ / "reference.jpg"},
                .output = out / "x.png"};
    const UpscaleResult result = runFileJob(*upscaler_, job, {});
    const Picture written = media::readPicture(out / "x.png");
    QCOMPARE(written.width(), 96);
    QCOMPARE(written.height(), 80);
    QVERIFY(result.report.seconds.contains("read") && result.report.seconds.contains("write"));
  }

  void aReferenceThatGivesNothingIsLeftAsideUnread_data() {
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("strength 0") << QByteArray("strength") << QByteArray("0");
    QTest::newRow("no matcher") << QByteArray("matcher") << QByteArray("none");
    QTest::newRow("base alone") << QByteArray("network") << QByteArray("base");
  }
  void aReferenceThatGivesNothingIsLeftAsideUnread() {
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, value);
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "in.png", .references = {}, .output = out / "without.png"};
    for (const OptionField& field : upscaleOptionFields()) {
      if (field.name == option) field.set(job.options, value.toStdString());
    }
    QVERIFY(!says(runFileJob(*upscaler_, job, {}), "left aside"));
    job.references = {folder_ / "this is not there.png"};
    job.output = out / "with.png";
    QStringList stages;
    RunContext context;
    context.progressSink = [&](const Progress& p) { stages << stageName(p.stage); };
    const UpscaleResult result = runFileJob(*upscaler_, job, context);
    QVERIFY(says(result, ("--" + option + " " + value).toStdString()));
    QVERIFY(says(result, "left aside"));
    QVERIFY2(!stages.contains("match"), qPrintable(stages.join(" ")));
    QCOMPARE(result.report.borrowed, 0.0);
    QVERIFY(readFile(out / "with.png") == readFile(out / "without.png"));
  }
  void aMaskTooManyIsRefusedBeforeAnythingIsRead() {
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "this is not there.png",
                .references = {folder_ / "reference.jpg"},
                .exclusions = {folder_ / "in.png", folder_ / "in.png"},
                .output = out / "x.png"};
    try {
      (void)runFileJob(*upscaler_, job, {});
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::Usage);
    }
  }

  void sixteenBitsStaySixteenBits() {
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "deep.tif", .references = {}, .output = out / "x.tif"};
    (void)runFileJob(*upscaler_, job, {});
    QCOMPARE(media::readPicture(out / "x.tif").sample(), Sample::U16);
  }

  void aProfileThatCannotBeKeptDoesNotCostTheResult_data() {
    QTest::addColumn<bool>("broken");
    QTest::newRow("of other channels") << false;
    QTest::newRow("broken") << true;
  }
  void aProfileThatCannotBeKeptDoesNotCostTheResult() {
    QFETCH(bool, broken);
    Picture grey = media::rgbToGrey(gradient(24, 20, Sample::U8));
    grey.iccProfile = broken ? std::vector(200, std::byte{0x55}) : media::srgbProfile();
    media::writePicture(grey, folder_ / "profile.jpg", Format::Jpeg);
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "profile.jpg", .references = {}, .output = out / "x.tif"};
    QVERIFY(!says(runFileJob(*upscaler_, job, {}), "sRGB instead"));
    job.profile = Profile::Keep;
    const UpscaleResult result = runFileJob(*upscaler_, job, {});
    QVERIFY(says(result, "profile.jpg: colour profile ignored"));
    QVERIFY(says(result, "sRGB instead"));
    const Picture written = media::readPicture(out / "x.tif");
    QCOMPARE(written.width(), 96);
    QVERIFY(media::toSrgb(written).notes.empty()); // tagged as what it is
  }
  void aProfileThatCanBeKeptIsKept() {
    Picture colour = gradient(24, 20, Sample::U8);
    colour.iccProfile = media::srgbProfile();
    media::writePicture(colour, folder_ / "fine.tif", Format::Tiff);
    const test::TemporaryFolder out;
    const FileJob job{.input = folder_ / "fine.tif",
                      .references = {},
                      .output = out / "x.png",
                      .profile = Profile::Keep};
    QVERIFY(!says(runFileJob(*upscaler_, job, {}), "profile"));
    QVERIFY(media::readPicture(out / "x.png").iccProfile == media::srgbProfile());
  }
  void whatTheFileCannotHoldIsAWarning() {
    const test::TemporaryFolder out;
    const FileJob job{.input = folder_ / "deep.tif", .references = {}, .output = out / "x.jpg"};
    QVERIFY(says(runFileJob(*upscaler_, job, {}), "x.jpg: JPEG holds 8 bits"));
  }

  void whatFailsLeavesNothingBehind_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("output");
    QTest::newRow("no input") << "none.png"
                              << "reference.jpg"
                              << "x.png";
    QTest::newRow("no reference") << "in.png"
                                  << "none.jpg"
                                  << "x.png";
    QTest::newRow("broken input") << "broken.png"
                                  << "reference.jpg"
                                  << "x.png";
    QTest::newRow("unknown format") << "in.png"
                                    << "reference.jpg"
                                    << "x.xyz";
    QTest::newRow("no folder") << "in.png"
                               << "reference.jpg"
                               << "no/x.png";
  }
  void whatFailsLeavesNothingBehind() {
    QFETCH(QString, input);
    QFETCH(QString, reference);
    QFETCH(QString, output);
    std::ofstream(folder_ / "broken.png") << "\x89PNG\r\n\x1a\n broken";
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / input.toStdString(),
                .references = {folder_ / reference.toStdString()},
                .output = out / output.toStdString()};
    QVERIFY_EXCEPTION_THROWN((void)runFileJob(*upscaler_, job, {}), Error);
    QCOMPARE(filesIn(out.path()), 0);
  }

  void aStopBeforeWritingLeavesNothingBehind() {
    const test::TemporaryFolder out;
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    context.progressSink = [&](const Progress& p) {
      if (p.stage == Stage::Check) source.request_stop();
    };
    FileJob job{.input = folder_ / "in.png",
                .references = {folder_ / "reference.jpg"},
                .output = out / "x.png"};
    QVERIFY_EXCEPTION_THROWN((void)runFileJob(*upscaler_, job, context), Error);
    QCOMPARE(filesIn(out.path()), 0);
  }

  void aMaskIsItsBrightPartOrWhatIsOpaque_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("alphaOfTheDark"); // of the bright part: 255
    QTest::addColumn<int>("brightness");     // of the bright part
    QTest::newRow("grey") << 1 << 255 << 255;
    QTest::newRow("colour") << 3 << 255 << 255;
    QTest::newRow("grey, an alpha channel that says nothing") << 2 << 255 << 255;
    QTest::newRow("colour, an alpha channel that says nothing") << 4 << 255 << 255;
    QTest::newRow("black paint on transparency") << 4 << 0 << 0;
  }
  void aMaskIsItsBrightPartOrWhatIsOpaque() {
    QFETCH(int, channels);
    QFETCH(int, alphaOfTheDark);
    QFETCH(int, brightness);
    const test::TemporaryFolder folder;
    media::Picture mask(16, 8, channels, media::Sample::U8);
    const bool alpha = channels == 2 || channels == 4;
    for (int y = 0; y < 8; ++y) {
      auto* row = mask.row<std::uint8_t>(y);
      for (int x = 0; x < 16; ++x) {
        const bool bright = x < 4;
        for (int c = 0; c < channels; ++c) {
          const bool opacity = alpha && c == channels - 1;
          row[channels * x + c] = static_cast<std::uint8_t>(
              opacity ? (bright ? 255 : alphaOfTheDark) : (bright ? brightness : 0));
        }
      }
    }
    media::writePicture(mask, folder / "mask.png", media::Format::Png);
    const auto read = readExclusion(folder / "mask.png", mask, {});
    QCOMPARE(read->channels(), 1);
    QCOMPARE(int(read->row<std::uint8_t>(3)[2]), 255);
    QCOMPARE(int(read->row<std::uint8_t>(3)[9]), 0);
  }
  void aMaskWithoutAReferenceIsAMistake() {
    const test::TemporaryFolder out;
    FileJob job{.input = folder_ / "in.png",
                .references = {},
                .exclusions = {folder_ / "in.png"},
                .output = out / "x.png"};
    QVERIFY_EXCEPTION_THROWN((void)runFileJob(*upscaler_, job, {}), Error);
  }

  void namesAreMadeFromTheTemplate() {
    const NameParts parts{"holiday", "jpg", 640, 480, "start"};
    QCOMPARE(expandTemplate("{name}_x4", parts), std::string("holiday_x4"));
    QCOMPARE(expandTemplate("{name}-{extension}", parts), std::string("holiday-jpg"));
    QCOMPARE(expandTemplate("{model}-{width}x{height}", parts), std::string("start-640x480"));
    QCOMPARE(expandTemplate("a/b:{name}", parts), std::string("a_b_holiday"));
    QVERIFY_EXCEPTION_THROWN((void)expandTemplate("{nme}", parts), Error);
    QVERIFY_EXCEPTION_THROWN((void)expandTemplate("{name", parts), Error);
  }

 private:
  test::TemporaryFolder folder_;
  std::unique_ptr<Upscaler> upscaler_;
};

QTEST_GUILESS_MAIN(TstFileJob)
#include "tst_file_job.moc"
