#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSpinBox>

#include "core/media/read.h"
#include "core/media/resample.h"
#include "tests/ui/desk.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/worker/export_files.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

ExportDialog& openDialog(Desk& desk) {
  desk.action(ActionId::Export).trigger();
  const auto dialogs = desk.workspace->window().findChildren<ExportDialog*>("exportDialog");
  return *dialogs.back(); // one that was closed goes in its own time
}

template <typename T>
T& in(QWidget& dialog, const char* name) {
  auto* found = dialog.findChild<T*>(QString::fromLatin1(name));
  if (found == nullptr) qFatal("no control %s", name);
  return *found;
}

void choose(QComboBox& combo, const QString& text) {
  for (int i = 0; i < combo.count(); ++i) {
    if (!combo.itemText(i).startsWith(text)) continue;
    combo.setCurrentIndex(i);
    Q_EMIT combo.activated(i);
    return;
  }
  qFatal("no choice %s", qPrintable(text));
}

void press(ExportDialog& dialog) {
  QTest::mouseClick(&in<QPushButton>(dialog, "exportSave"), Qt::LeftButton);
}

void put(const QString& path) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("mine");
}

std::shared_ptr<const media::Picture> deepPicture() {
  return std::make_shared<const media::Picture>(
      media::converted(test::makeScene(160, 120), media::Sample::U16));
}

} // namespace

// How a result becomes files: what the dialog offers and asks, and what is written.
class TstExport : public QObject {
  Q_OBJECT
 private:
  static void openResult(Desk& desk) {
    desk.openPair();
    desk.runToEnd();
  }
  static SaveRequest lastRequest(Desk& desk) {
    const std::lock_guard lock(desk.written->mutex);
    return desk.written->requests.back();
  }
  static std::size_t countOf(Desk& desk) {
    const std::lock_guard lock(desk.written->mutex);
    return desk.written->requests.size();
  }

 private Q_SLOTS:
  void exportWritesWhatTheDialogSays() {
    Desk desk;
    openResult(desk);
    QVERIFY(desk.action(ActionId::Export).isEnabled());
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    auto& dialog = desk.find<ExportDialog>("exportDialog");
    QVERIFY(dialog.request().path.filename() == "small-40x30_x4.png");
    dialog.setPath(desk.folder.filePath("out.jpg"));
    QVERIFY(dialog.request().format == media::Format::Jpeg);
    press(dialog);
    QTRY_COMPARE(desk.find<QLabel>("noticeText").text(),
                 QString("Saved as %1.").arg(desk.folder.filePath("out.jpg")));
    QCOMPARE(countOf(desk), std::size_t{1});
    QVERIFY(lastRequest(desk).result == desk.document().result()->result);
  }

  void exportSaysWhatTheFileCannotHold() {
    Desk desk;
    openResult(desk);
    desk.written->losses = {"XMP data left out"};
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("out.jpg"));
    press(dialog);
    const auto said = [&](const QString& text) {
      return std::ranges::any_of(desk.document().notices(),
                                 [&](const Notice& notice) { return notice.text == text; });
    };
    QTRY_VERIFY(said("XMP data left out"));
    QVERIFY(said(QString("Saved as %1.").arg(desk.folder.filePath("out.jpg"))));
  }

  void aFileThatIsThereIsReplacedByChoiceAlone_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("path");
    QTest::newRow("back") << "Back"
                          << "";
    QTest::newRow("number") << "Save as there-2.png"
                            << "there-2.png";
    QTest::newRow("replace") << "Replace"
                             << "there.png";
  }
  void aFileThatIsThereIsReplacedByChoiceAlone() {
    QFETCH(QString, answer);
    QFETCH(QString, path);
    Desk desk;
    openResult(desk);
    put(desk.folder.filePath("there.png"));
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("there.png"));
    press(dialog);
    auto& question = in<QMessageBox>(dialog, "exportQuestion");
    QVERIFY(question.text().contains("there.png"));
    QCOMPARE(countOf(desk), std::size_t{0});
    const auto buttons = question.buttons();
    const auto button = std::ranges::find_if(
        buttons, [&answer](const QAbstractButton* b) { return b->text() == answer; });
    QVERIFY(button != buttons.end());
    QTest::mouseClick(*button, Qt::LeftButton); // and the question is gone with its buttons
    if (path.isEmpty()) {
      QTest::qWait(50);
      QCOMPARE(countOf(desk), std::size_t{0});
      QVERIFY(dialog.isVisible());
      return;
    }
    QTRY_COMPARE(countOf(desk), std::size_t{1});
    QCOMPARE(QString::fromStdString(lastRequest(desk).path.filename().string()), path);
    const bool replaced = answer == "Replace";
    QVERIFY(lastRequest(desk).write.existing == (replaced ? Existing::Replace : Existing::Keep));
  }

  void whatIsToHappenCanBeChosenBefore() {
    Desk desk;
    openResult(desk);
    put(desk.folder.filePath("there.png"));
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("there.png"));
    auto& example = in<QLabel>(dialog, "exportExample");
    QVERIFY(example.text().contains("you will be asked"));
    choose(in<QComboBox>(dialog, "exportIfThere"), "Replace it");
    QCOMPARE(in<QPushButton>(dialog, "exportSave").text(), QString("Replace"));
    QVERIFY(example.text().contains("will be replaced"));
    choose(in<QComboBox>(dialog, "exportIfThere"), "Add a number");
    QCOMPARE(example.text(), QString("Saved as there-2.png"));
    press(dialog);
    QTRY_COMPARE(countOf(desk), std::size_t{1});
    QVERIFY(lastRequest(desk).path.filename() == "there-2.png");
  }

  void theExampleShowsWhatTheTemplateMakes() {
    Desk desk;
    openResult(desk);
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("x.png"));
    auto& pattern = in<QLineEdit>(dialog, "exportTemplate");
    auto& example = in<QLabel>(dialog, "exportExample");
    auto& save = in<QPushButton>(dialog, "exportSave");
    pattern.setText("{name}-{scale}x-{w}x{h}-{model}-{ref}");
    QCOMPARE(example.text(), QString("Saved as small-40x30-4x-160x120-photo-better-160x120.png"));
    choose(in<QComboBox>(dialog, "exportSize"), "2×");
    QVERIFY(example.text().contains("-2x-80x60-"));
    pattern.setText("{date} {time}");
    QVERIFY(QRegularExpression("^Saved as \\d{4}-\\d\\d-\\d\\d \\d\\d-\\d\\d-\\d\\d.png$")
                .match(example.text())
                .hasMatch());
    pattern.setText("a/b?{name}");
    QCOMPARE(example.text(),
             QString("Saved as a_b_small-40x30.png\n/ ? cannot stand in a file name: _ stands "
                     "there instead."));
    QVERIFY(save.isEnabled());
    pattern.setText("{shot}");
    QVERIFY(example.text().contains("{shot}"));
    QVERIFY(!save.isEnabled());
    pattern.setText("");
    QVERIFY(!save.isEnabled());
    pattern.setText("photo.tif"); // an ending says the format
    QVERIFY(dialog.request().format == media::Format::Tiff);
    QVERIFY(dialog.request().path.filename() == "photo.tif");
    choose(in<QComboBox>(dialog, "exportFormat"), "PNG");
    QVERIFY(dialog.request().path.filename() == "photo.png");
  }

  void theDepthIsNeverLowerThanThePictures() {
    Desk desk;
    desk.script->setResult(deepPicture());
    openResult(desk);
    ExportDialog& dialog = openDialog(desk);
    auto& depth = in<QComboBox>(dialog, "exportDepth");
    choose(in<QComboBox>(dialog, "exportFormat"), "TIFF");
    QCOMPARE(depth.count(), 1);
    QCOMPARE(depth.currentText(), QString("16 bit"));
    choose(in<QComboBox>(dialog, "exportFormat"), "JPEG");
    QCOMPARE(depth.currentText(), QString("8 bit"));
  }

  void eightBitsMayBecomeSixteenWhereTheFormatHoldsThem() {
    Desk desk;
    openResult(desk);
    ExportDialog& dialog = openDialog(desk);
    auto& depth = in<QComboBox>(dialog, "exportDepth");
    QCOMPARE(depth.currentText(), QString("8 bit"));
    choose(depth, "16 bit");
    QVERIFY(dialog.request().sixteenBit);
    choose(in<QComboBox>(dialog, "exportFormat"), "WebP");
    QVERIFY(!dialog.request().sixteenBit);
  }

  void whatWasChosenIsRemembered() {
    Desk desk;
    openResult(desk);
    {
      ExportDialog& dialog = openDialog(desk);
      dialog.setPath(desk.folder.filePath("{name} {scale}.jpg"));
      in<QSpinBox>(dialog, "exportQuality").setValue(71);
      choose(in<QComboBox>(dialog, "exportSize"), "3×");
      choose(in<QComboBox>(dialog, "exportIfThere"), "Add a number");
      in<QCheckBox>(dialog, "exportSidecar").setChecked(true);
      in<QCheckBox>(dialog, "exportEmbed").setChecked(false);
      press(dialog);
      QTRY_COMPARE(countOf(desk), std::size_t{1});
      QVERIFY(lastRequest(desk).path.filename() == "small-40x30 3.jpg");
    }
    QTest::qWait(20);
    ExportDialog& again = openDialog(desk);
    const SaveRequest request = again.request();
    QVERIFY(request.format == media::Format::Jpeg);
    QCOMPARE(request.write.jpegQuality, 71);
    QCOMPARE(request.scale, 3);
    QVERIFY(request.writeSidecar);
    QVERIFY(!request.embedProvenance);
    QVERIFY(in<QComboBox>(again, "exportIfThere").currentText().startsWith("Add a number"));
    QCOMPARE(in<QLineEdit>(again, "exportTemplate").text(), QString("{name} {scale}"));
  }

  void whatThereIsNotCannotBeAsked() {
    Desk desk;
    openResult(desk);
    ExportDialog& dialog = openDialog(desk);
    QVERIFY(!in<QCheckBox>(dialog, "exportMask").isEnabled()); // nothing is painted
    QVERIFY(in<QCheckBox>(dialog, "exportCompare").isEnabled());
    QVERIFY(in<QCheckBox>(dialog, "exportMaps").isEnabled());
  }

  void allFilesAreWrittenAsTheyAreAsked() {
    Desk desk;
    desk.openPair();
    QImage mask(40, 30, QImage::Format_Grayscale8);
    mask.fill(0);
    for (int x = 0; x < 10; ++x) mask.setPixel(x, 3, qRgb(255, 255, 255));
    desk.document().setMask("paint", maskFrom(mask, mask.size()));
    desk.runToEnd();
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("out.png"));
    choose(in<QComboBox>(dialog, "exportSize"), "3×");
    choose(in<QComboBox>(dialog, "exportDepth"), "16 bit");
    for (const char* name :
         {"exportEmbed", "exportSidecar", "exportMaps", "exportCompare", "exportMask"}) {
      in<QCheckBox>(dialog, name).setChecked(true);
    }
    const SaveRequest request = dialog.request();
    QVERIFY(exportFiles(request).empty());
    const auto path = [&desk](const char* name) {
      return desk.folder.filePath(QString::fromLatin1(name)).toStdString();
    };
    const media::Picture picture = media::readPicture(path("out.png"));
    QCOMPARE(picture.width(), 120);
    QVERIFY(picture.sample() == media::Sample::U16);
    const media::Picture expected = media::resizeBicubic(
        media::converted(request.result->picture, media::Sample::U16), 120, 90);
    QVERIFY(std::ranges::equal(picture.bytes(), expected.bytes()));
    for (const char* word : {"Model", "photo", "better-160x120.png", "strength="}) {
      QVERIFY2(picture.xmp.find(word) != std::string::npos, word);
    }
    QFile sidecar(desk.folder.filePath("out.refscale.json"));
    QVERIFY(sidecar.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(sidecar.readAll()).object();
    QCOMPARE(json["output"].toObject()["width"].toInt(), 120);
    QCOMPARE(json["borrowed"].toDouble(), desk.document().borrowedShare(*desk.document().result()));
    QCOMPARE(QImage(desk.folder.filePath("out-mask.png")).pixel(9, 3), qRgb(255, 255, 255));
    QCOMPARE(QImage(desk.folder.filePath("out-mask.png")).pixel(10, 3), qRgb(0, 0, 0));
    const QImage comparison(desk.folder.filePath("out-compare.png"));
    QCOMPARE(comparison.size(), QSize(160, 120));
    // B on the right, under no label and beside the line.
    QCOMPARE(comparison.pixel(150, 100), desk.canvas().layerB().pyramid->levels[0].pixel(150, 100));
    QVERIFY(request.maps.maps.size() >= 5);
    for (const auto& file : filesOf(request)) {
      QVERIFY2(std::filesystem::exists(file), file.c_str());
    }
    const auto entries = QDir(desk.folder.path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(std::ranges::none_of(entries, [](const QString& e) { return e.startsWith('.'); }));
  }

  void withoutMetadataOnlyHowItWasMadeIsInTheFile() {
    Desk desk;
    auto result = std::make_shared<media::Picture>(test::makeScene(160, 120));
    result->xmp =
        R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
        R"(<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="A camera"/>)"
        R"(</rdf:RDF></x:xmpmeta>)";
    desk.script->setResult(result);
    openResult(desk);
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("out.png"));
    in<QCheckBox>(dialog, "exportMetadata").setChecked(false);
    (void)exportFiles(dialog.request());
    const auto path = desk.folder.filePath("out.png").toStdString();
    QVERIFY(media::readPicture(path).xmp.find("A camera") == std::string::npos);
    QVERIFY(media::readPicture(path).xmp.find("Borrowed") != std::string::npos);
    std::filesystem::remove(path);
    in<QCheckBox>(dialog, "exportEmbed").setChecked(false);
    (void)exportFiles(dialog.request());
    QVERIFY(media::readPicture(path).xmp.empty());
  }

  void whereOneFileCannotBeWrittenNoneIs() {
    Desk desk;
    openResult(desk);
    put(desk.folder.filePath("out-compare.png"));
    ExportDialog& dialog = openDialog(desk);
    dialog.setPath(desk.folder.filePath("out.png"));
    in<QCheckBox>(dialog, "exportCompare").setChecked(true);
    QVERIFY_EXCEPTION_THROWN((void)exportFiles(dialog.request()), Error);
    QVERIFY(!QFileInfo::exists(desk.folder.filePath("out.png")));
    QFile kept(desk.folder.filePath("out-compare.png"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    QCOMPARE(freePath(dialog.request()).filename().string(), std::string("out-2.png"));
  }

  void aDifferenceIsSavedAsItIsShown() {
    const auto scene = [](double shift) {
      return makePyramid(toImage(test::makeScene(400, 300, shift)));
    };
    Comparison comparison{{"A", scene(0)}, {"B", scene(0.02)}, CompareMode::Difference, {400, 300}};
    comparison.difference = DifferenceKind::Signed;
    const QImage picture = drawComparison(comparison, darkTokens());
    const QImage whole = signedDifference(comparison.a.pyramid->levels[0],
                                          comparison.b.pyramid->levels[0], comparison.gain);
    QCOMPARE(picture.pixel(390, 290), whole.pixel(390, 290));
    comparison.mode = CompareMode::SideBySide;
    QVERIFY(drawComparison(comparison, darkTokens()).width() > 800);
    comparison.b.pyramid = nullptr;
    QVERIFY(drawComparison(comparison, darkTokens()).isNull());
  }
};

QTEST_MAIN(TstExport)
#include "tst_export.moc"
