#include <QTest>
#include <fstream>
#include <memory>

#include "app/output_plan.h"
#include "core/base/error.h"
#include "tests/support/support.h"

namespace fs = std::filesystem;
using refscale::Error;
using refscale::Kind;
using refscale::app::OutputWish;
using refscale::app::planOutputs;
using refscale::app::ResultFolder;
using refscale::test::TemporaryFolder;

namespace {

void makePicture(const fs::path& path, int width = 20, int height = 12) {
  const refscale::media::Picture picture(width, height, 3, refscale::media::Sample::U8);
  refscale::media::writePicture(picture, path, refscale::media::Format::Png);
}

OutputWish wish(std::vector<fs::path> inputs, const fs::path& output) {
  OutputWish result;
  result.inputs = std::move(inputs);
  result.output = output;
  result.model = "start";
  return result;
}

std::optional<Kind> refusal(const OutputWish& wish) {
  try {
    (void)planOutputs(wish);
  } catch (const Error& error) {
    return error.kind();
  }
  return {};
}

} // namespace

class TstOutputPlan : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void onePictureGoesToTheFileNamed() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    const auto plan = planOutputs(wish({folder / "a.png"}, folder / "out.jpg"));
    QCOMPARE(plan.size(), std::size_t{1});
    QVERIFY(plan[0].output == folder / "out.jpg");
    QVERIFY(plan[0].format == refscale::media::Format::Jpeg);
  }
  void aFolderIsFilledInOrder() {
    const TemporaryFolder folder;
    fs::create_directories(folder / "in/deeper");
    makePicture(folder / "in/b.png");
    makePicture(folder / "in/a.png");
    makePicture(folder / "in/deeper/c.png");
    std::ofstream(folder / "in/notes.txt") << "no picture";
    const auto plan = planOutputs(wish({folder / "in"}, folder / "out"));
    QCOMPARE(plan.size(), std::size_t{2});
    QVERIFY(plan[0].output == folder / "out" / "a_x4.png");
    QVERIFY(plan[1].output == folder / "out" / "b_x4.png");
    QVERIFY(!fs::exists(folder / "out")); // until there is something to put into it
  }
  void aFolderIsMadeAndTakenAwayAgainWhenNothingCame() {
    const TemporaryFolder folder;
    { const ResultFolder made(folder / "out/"); }
    QVERIFY(!fs::exists(folder / "out"));
    {
      const ResultFolder made(folder / "out");
      std::ofstream(folder / "out/result") << "here";
    }
    QVERIFY(fs::exists(folder / "out/result"));
    fs::create_directory(folder / "before");
    { const ResultFolder known(folder / "before"); }
    QVERIFY(fs::exists(folder / "before"));
  }
  void aFolderIsNotTakenFromUnderAnotherRun() {
    const TemporaryFolder folder;
    auto first = std::make_unique<ResultFolder>(folder / "out");
    {
      const ResultFolder second(folder / "out");
      first.reset();
      QVERIFY(fs::exists(folder / "out"));
    }
    QVERIFY(fs::exists(folder / "out")); // the second did not make it
  }
  void whatItsFormatCannotHoldIsAProblemBeforeTheRun() {
    const TemporaryFolder folder;
    makePicture(folder / "wide.png", 4100, 4);
    auto asked = wish({folder / "wide.png"}, folder / "out.webp");
    QCOMPARE(planOutputs(asked).front().problem->kind(), Kind::BadInput);
    asked.output = folder / "out.png";
    QVERIFY(!planOutputs(asked).front().problem);
    asked.pixelLimit = 4100 * 4 - 1;
    QVERIFY(planOutputs(asked).front().problem.has_value());
  }
  void oneFileUnderTwoSpellingsIsOneFile() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder / "out.png");
    fs::create_directory_symlink(folder.path(), folder / "link");
    asked.report = folder / "link/../" / folder.path().filename() / "out.png";
    asked.overwrite = true;
    QVERIFY(refusal(asked) == Kind::Usage);
  }
  void aNameThatSaysNoFormatAndATemplateWithAFolderAreRefused() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    QVERIFY(refusal(wish({folder / "a.png"}, folder / "out")) == Kind::Usage);
    auto asked = wish({folder / "a.png"}, folder.path());
    asked.nameTemplate = "sub/{name}.png";
    QVERIFY(refusal(asked) == Kind::Usage);
  }
  void theTemplateKnowsNameSizeAndModel() {
    const TemporaryFolder folder;
    makePicture(folder / "a.b.png", 20, 12);
    auto asked = wish({folder / "a.b.png"}, folder / "out/");
    asked.nameTemplate = "{model}-{name}-{width}x{height}.webp";
    const auto plan = planOutputs(asked);
    QCOMPARE(plan[0].output.filename().string(), std::string("start-a.b-80x48.webp"));
    QVERIFY(plan[0].format == refscale::media::Format::WebP);
  }
  void theFormatGivesTheExtensionWhereTheTemplateHasNone() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder.path());
    asked.format = refscale::media::Format::Tiff;
    const auto plan = planOutputs(asked);
    QCOMPARE(plan[0].output.stem().string(), std::string("a_x4"));
    QVERIFY(refscale::media::formatFromPath(plan[0].output) == refscale::media::Format::Tiff);
  }
  void aDotInTheTemplateNeedBeNoFormat() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder.path());
    for (const auto& [pattern, name] :
         {std::pair("v1.0_{name}", "v1.0_a.png"), std::pair("{name}.{model}", "a.start.png")}) {
      asked.nameTemplate = pattern;
      QCOMPARE(planOutputs(asked)[0].output.filename().string(), std::string(name));
    }
    asked.nameTemplate = "{name}.xyz"; // meant as one
    QVERIFY(refusal(asked).has_value());
  }
  void aNameAndAFormatThatDisagreeAreRefused() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder / "b.png");
    asked.format = refscale::media::Format::Jpeg;
    QVERIFY(refusal(asked) == Kind::Usage);
    asked.output = folder / "b.jpeg";
    QVERIFY(!refusal(asked));
    asked.output = folder.path();
    asked.nameTemplate = "{name}.tif";
    QVERIFY(refusal(asked) == Kind::Usage);
  }
  void picturesThatDifferInTheirExtensionCanBeToldApart() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    fs::copy_file(folder / "a.png", folder / "a.webp"); // read by what is in it
    auto asked = wish({folder / "a.png", folder / "a.webp"}, folder / "out/");
    QVERIFY(refusal(asked) == Kind::Usage);
    asked.nameTemplate = "{name}_{extension}";
    QCOMPARE(planOutputs(asked)[1].output.filename().string(), std::string("a_webp.png"));
    // What cannot be read takes no name away.
    std::ofstream(folder / "a.webp") << "no picture";
    asked.nameTemplate.clear();
    QVERIFY(!refusal(asked));
  }
  void anOutputThatIsThereIsRefusedUnlessAskedFor() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    makePicture(folder / "out.png");
    auto asked = wish({folder / "a.png"}, folder / "out.png");
    QVERIFY(refusal(asked) == Kind::Usage);
    asked.overwrite = true;
    QVERIFY(!refusal(asked));
  }
  void theInputIsNeverItsOwnOutput() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder / "a.png");
    asked.overwrite = true;
    QVERIFY(refusal(asked) == Kind::Usage);
  }
  void twoInputsOfOneNameAreRefusedBeforeAnythingIsMade() {
    const TemporaryFolder folder;
    fs::create_directories(folder / "x");
    fs::create_directories(folder / "y");
    makePicture(folder / "x/a.png");
    makePicture(folder / "y/a.png");
    QVERIFY(refusal(wish({folder / "x/a.png", folder / "y/a.png"}, folder / "out")) == Kind::Usage);
    QVERIFY(!fs::exists(folder / "out"));
  }
  void whatIsNotThereIsNamed() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    fs::create_directories(folder / "empty");
    QVERIFY(refusal(wish({folder / "none.png"}, folder / "out.png")) == Kind::NotFound);
    QVERIFY(refusal(wish({folder / "empty"}, folder / "out")) == Kind::NotFound);
    QVERIFY(refusal(wish({folder / "a.png"}, folder / "no/such/out.png")) == Kind::NotFound);
    QVERIFY(refusal(wish({folder / "a.png"}, folder / "no/such/")) == Kind::NotFound);
    QVERIFY(refusal(wish({folder / "a.png"}, folder / "out.xyz")) == Kind::Unsupported);
  }
  void aTemplateForAFileIsAMisunderstanding() {
    const TemporaryFolder folder;
    makePicture(folder / "a.png");
    auto asked = wish({folder / "a.png"}, folder / "out.png");
    asked.nameTemplate = "{name}.png";
    QVERIFY(refusal(asked) == Kind::Usage);
  }
  void aBrokenPictureIsPlannedWithItsProblem() {
    const TemporaryFolder folder;
    fs::create_directories(folder / "in");
    makePicture(folder / "in/a.png");
    std::ofstream(folder / "in/b.png") << "this is no picture";
    const auto plan = planOutputs(wish({folder / "in"}, folder / "out"));
    QCOMPARE(plan.size(), std::size_t{2});
    QVERIFY(!plan[0].problem);
    QVERIFY(plan[1].problem);
  }
};

QTEST_GUILESS_MAIN(TstOutputPlan)
#include "tst_output_plan.moc"
