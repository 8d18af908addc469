#include <QColorSpace>

#include "tests/ui/desk.h"
#include "ui/panels/drop_zone.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

QImage plain(const QColor& colour) {
  QImage image(24, 16, QImage::Format_RGB32);
  image.fill(colour);
  return image;
}

} // namespace

// What browsers let one drop: links to files, pictures without files, links alone.
class TstBrowserDrops : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aPictureWithoutAFileIsOpenedUnderTheNameOfItsLink() {
    Desk desk;
    QMimeData data;
    data.setUrls({QUrl("https://example.org/trip/harbour.jpg?size=2")});
    data.setImageData(plain(Qt::green));
    QWidget& page = desk.find("centralPage");
    Desk::drop(page, data, page.rect().center());
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->name, QString("harbour.jpg"));
    QVERIFY(desk.document().state().input->path.empty());
    QVERIFY(desk.document().notices().empty());
  }

  void itsColoursAreTakenAsItsProfileMeansThem() {
    Desk desk;
    QImage image = plain(QColor(200, 100, 50));
    image.setColorSpace(QColorSpace::DisplayP3);
    const QRgb meant = image.convertedToColorSpace(QColorSpace::SRgb).pixel(3, 3);
    QVERIFY(meant != image.pixel(3, 3));
    desk.workspace->session().adopt(image, DropTarget::Window);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->pyramid->levels[0].pixel(3, 3), meant);
  }

  void aLinkToAFileOpensIt_data() {
    QTest::addColumn<bool>("asText");
    QTest::newRow("as a list of links") << false;
    QTest::newRow("as text") << true;
  }
  void aLinkToAFileOpensIt() {
    QFETCH(bool, asText);
    Desk desk;
    const QUrl link = QUrl::fromLocalFile(desk.folder.filePath("small-40x30.png"));
    QMimeData data;
    if (asText) {
      data.setText(link.toString() + "\r\n");
    } else {
      data.setUrls({link});
    }
    QWidget& page = desk.find("centralPage");
    Desk::drop(page, data, page.rect().center());
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->name, QString("small-40x30.png"));
  }

  void aLinkOfTheWebSaysWhatToDo_data() {
    QTest::addColumn<QString>("where");
    for (const char* where : {"centralPage", "inputCard", "referenceList", "trueCard"}) {
      QTest::newRow(where) << QString(where);
    }
  }
  void aLinkOfTheWebSaysWhatToDo() {
    QFETCH(QString, where);
    Desk desk;
    desk.openPair();
    QMimeData data;
    data.setUrls({QUrl("https://example.org/harbour.jpg")});
    QWidget& target = desk.find(where.toLatin1().constData());
    Desk::drop(target, data, target.rect().center());
    QCOMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices()[0].text.contains("Save the picture"));
    QCOMPARE(desk.document().state().references.size(), std::size_t{1});
    QCOMPARE(desk.document().loadingCount(), 0);
  }

  void otherTextIsNoPicture() {
    QMimeData data;
    data.setText("mailto:somebody@example.org");
    QVERIFY(!holdsPictures(data));
    data.setText("harbour.jpg: a nice picture");
    QVERIFY(!holdsPictures(data));
  }
};

QTEST_MAIN(TstBrowserDrops)
#include "tst_browser_drops.moc"
