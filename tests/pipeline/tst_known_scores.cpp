// The whole way from pictures to a picture, against numbers that are known from elsewhere.

#include <QTest>
#include <cmath>
#include <cstring>

#include "core/media/color.h"
#include "core/media/metrics.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/pipeline/file_job.h"
#include "core/weights/safetensors.h"
#include "tests/pipeline/made_pictures.h"
#include "tests/support/oracle_recipe.h"
#include "tests/support/support.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;
using namespace refscale::test;

} // namespace

class TstKnownScores : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // What the start model's description says of it, the reference as it stands.
  void theStartModelScoresAsDescribed_data() {
    QTest::addColumn<QStringList>("pictures"); // each with the next one as its reference
    QTest::addColumn<double>("expected");      // their mean
    QTest::newRow("graf") << QStringList{"graf/img1.png", "graf/img2.png"} << 32.95;
    QTest::newRow("dsc") << QStringList{"dsc/DSC_0410.jpg", "dsc/DSC_0411.jpg"} << 23.56;
    QStringList street;
    for (int i = 21; i <= 29; ++i) street << QString("street/%1.jpg").arg(i);
    QTest::newRow("street") << street << 29.18;
  }
  void theStartModelScoresAsDescribed() {
    QFETCH(QStringList, pictures);
    QFETCH(double, expected);
    std::vector<Picture> read;
    for (const QString& name : pictures) {
      const auto path = test::sharedFile("data/eval/" + name.toStdString());
      if (!path) QSKIP("the evaluation pictures (../shared/data) are not here");
      const Picture p = media::rgbBytes(*readSource(*path, {}).srgb);
      read.push_back(media::cropped(p, 0, 0, p.width() / 4 * 4, p.height() / 4 * 4));
    }
    const auto upscaler = makeEngine()->load(startModel(), {}); // as people run it
    double sum = 0;
    for (std::size_t i = 0; i + 1 < read.size(); ++i) {
      UpscaleRequest request;
      request.input = shared(small(read[i]));
      request.references = {{"reference", shared(read[i + 1]), {}}};
      request.options.registration = Registration::Off;
      sum += media::psnr(upscaler->run(request, {}).picture, read[i]);
    }
    const double score = sum / static_cast<double>(read.size() - 1);
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
    const auto official = makeEngine()->load(folder / "oracle.safetensors", exact());
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
};

QTEST_GUILESS_MAIN(TstKnownScores)
#include "tst_known_scores.moc"
