// Training of the matching features, small: teacher, then student.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QTest>

#include "core/train/engine/extractor_task.h"
#include "core/train/engine/optimizer.h"
#include "core/weights/safetensors.h"
#include "tests/support/support.h"
#include "tests/train/painted.h"
#include "tests/train/runs.h"

using namespace refscale;
using namespace refscale::train;

class TstExtractorTraining : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    at::set_num_threads(1); // tests run beside each other
    pack_ = folder_ / "pack.safetensors";
    PackContent content = test::paintedPack(6);
    content.matches.clear(); // these stages need none
    content.matcher.clear();
    writePack(content, pack_);
  }

  void pairsDependOnTheirStepAlone() {
    const ExtractorTask task(settings("pairs"), {});
    const auto a = task.makeBatch(7, 0);
    const auto b = task.makeBatch(7, 0);
    const auto c = task.makeBatch(8, 0);
    QVERIFY(a.reference.equal(b.reference) && a.up.equal(b.up));
    QVERIFY(a.known[0].second.equal(b.known[0].second));
    QVERIFY(!a.reference.equal(c.reference));
    QVERIFY(!a.truth.equal(a.up));
  }

  void theTeachersLossFalls() {
    TrainConfig config = settings("teacher");
    config.stage = "teacher";
    config.scratch = true; // from VGG-19
    config.steps = 16;
    config.logEvery = 4;
    config.validateEvery = 16;
    const TrainResult result = makeTrainer()->train(config, {});
    const auto losses = test::stepValues(config.output, "loss");
    QCOMPARE(losses.size(), std::size_t{4});
    QVERIFY2(losses.back() < 0.98 * losses.front(),
             qPrintable(QString("%1 -> %2").arg(losses.front()).arg(losses.back())));
    const auto log = test::readLog(config.output);
    const auto validation = std::find_if(
        log.begin(), log.end(), [](const auto& line) { return line["event"] == "validation"; });
    QVERIFY(validation != log.end());
    QVERIFY((*validation)["within5"].get<double>() >= (*validation)["within1"].get<double>());
    QVERIFY(weights::describeModel(weights::readSafetensors(result.model)).restoration.has_value());
    teacher_ = result.model;
  }

  void aStudentLearnsFromItsTeacher() {
    QVERIFY(!teacher_.empty());
    TrainConfig config = settings("student");
    config.stage = "student";
    config.teacher = teacher_.string();
    config.scratch = true;
    ExtractorTask task(config, {});
    Adam adam(task.tensors());
    std::vector<double> divergences;
    for (int i = 0; i < 8; ++i) {
      task.prepare(0, 0); // the same pairs again
      divergences.push_back(task.backward(0, 1).at("divergence"));
      adam.step([](const std::string&) { return 1e-4; });
    }
    QVERIFY2(divergences.back() < 0.9 * divergences.front(),
             qPrintable(QString("%1 -> %2").arg(divergences.front()).arg(divergences.back())));
  }

  void aStoppedTrainingGoesOnToTheLastBit() {
    TrainConfig config = settings("stopped");
    config.stage = "teacher";
    const std::string different = test::differsWhenStopped(config, folder_ / "stopped");
    QVERIFY2(different.empty(), different.c_str());
  }

  void aPackOfSmallPicturesIsRefused() {
    TrainConfig config = settings("small");
    config.crop = 160;
    QVERIFY_EXCEPTION_THROWN(ExtractorTask(config, {}), Error);
  }

 private:
  [[nodiscard]] TrainConfig settings(const char* name) {
    TrainConfig config = test::shortRun(pack_, folder_ / name);
    config.learningRate = 5e-4;
    config.turn = 3;
    config.scaleLow = 0.95;
    config.scaleHigh = 1.05;
    config.clip = 0;
    config.crop = 80;
    return config;
  }

  test::TemporaryFolder folder_;
  std::filesystem::path pack_;
  std::filesystem::path teacher_;
};

QTEST_GUILESS_MAIN(TstExtractorTraining)
#include "tst_extractor_training.moc"
