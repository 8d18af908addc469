// A published model's whole way through the program: checkpoints as PyTorch saves them, imported,
// found by name, and used. The numbers are those of the official network.
#include <QTest>
#include <cstring>

#include "core/media/read.h"
#include "core/media/write.h"
#include "core/weights/checkpoint.h"
#include "core/weights/safetensors.h"
#include "tests/app/program.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

using refscale::media::Picture;
using refscale::test::Outcome;
using refscale::test::runProgram;
using refscale::test::TemporaryFolder;

namespace {

namespace weights = refscale::weights;

Picture pictureOf(const weights::TensorSet& oracle, const char* name) {
  const auto& view = oracle.tensors.at(name);
  Picture p(static_cast<int>(view.shape[1]), static_cast<int>(view.shape[0]), 3,
            refscale::media::Sample::U8);
  std::memcpy(p.bytes().data(), view.bytes.data(), view.bytes.size());
  return p;
}

void saveNetwork(const char* network, const std::filesystem::path& path) {
  weights::writeCheckpoint(refscale::test::oracleTensors(refscale::test::oracleKeys(network)),
                           path);
}

} // namespace

class TstPublishedModel : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    oracle_ = weights::readSafetensors(refscale::test::dataFile("oracle/c2/case.safetensors"));
    saveNetwork("restoration", home_ / "restoration.pth");
    saveNetwork("feature_extractor", home_ / "extractor.pth");
    saveNetwork("correspondence_vgg19", home_ / "vgg.pth");
    for (const char* name : {"lr", "ref"}) {
      refscale::media::writePicture(pictureOf(oracle_, (std::string(name) + "_u8").c_str()),
                                    home_ / (std::string(name) + ".png"),
                                    refscale::media::Format::Png);
    }
  }

  void swappedFilesAreNamed() {
    const Outcome outcome =
        import({"extractor.pth", "restoration.pth", "--vgg", "vgg.pth", "--name", "swapped"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("\"extractor.pth\" holds the correspondence extractor"),
             qPrintable(outcome.err));
    QVERIFY(!runProgram(home_.path(), {"models", "--names"}).out.contains("swapped"));
  }

  void theImportedModelGivesTheOfficialPicture() {
    const QStringList files = {"restoration.pth", "extractor.pth", "--vgg", "vgg.pth"};
    Outcome outcome = import(files + QStringList{"--name", "official"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    outcome = runProgram(home_.path(), {"upscale", "lr.png", "--reference", "ref.png", "-o",
                                        "out.png", "--model", "official", "--precision", "fp32"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const Picture out = refscale::media::readPicture(home_ / "out.png");
    const Picture expected = pictureOf(oracle_, "output_u8");
    QCOMPARE(out.bytes().size(), expected.bytes().size());
    int off = 0; // values that differ by their last bit: at most one of a thousand
    for (std::size_t i = 0; i < out.bytes().size(); ++i) {
      const int d = std::abs(int(out.bytes()[i]) - int(expected.bytes()[i]));
      QVERIFY(d <= 1);
      off += d;
    }
    QVERIFY2(off * 1000 <= int(out.bytes().size()), qPrintable(QString::number(off)));
  }

  void aNameThatIsTakenIsReplacedOnlyWhenAsked() {
    const QStringList files = {"restoration.pth", "extractor.pth", "--vgg", "vgg.pth", "--name"};
    Outcome outcome = import(files + QStringList{"official"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("--overwrite"), qPrintable(outcome.err));
    outcome = import(files + QStringList{"official", "--overwrite"});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    outcome = import(files + QStringList{"start", "--overwrite"});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("comes with RefScale"), qPrintable(outcome.err));
  }

 private:
  Outcome import(const QStringList& arguments) {
    return runProgram(home_.path(), QStringList{"import-model"} + arguments);
  }

  TemporaryFolder home_;
  weights::TensorSet oracle_;
};

QTEST_GUILESS_MAIN(TstPublishedModel)
#include "tst_published_model.moc"
