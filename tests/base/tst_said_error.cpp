#include <QTest>

#include "core/base/said_error.h"

using namespace refscale;

class TstSaidError : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theEnglishSentenceHasItsParts() {
    try {
      throw SaidError(Kind::Io, REFSCALE_SENTENCE("Errors", "%2 lies in %1."), {"a box", "A cat"},
                      "EIO");
    } catch (const Error& error) {
      QCOMPARE(error.what(), "A cat lies in a box.");
      QCOMPARE(error.kind(), Kind::Io);
      QCOMPARE(QByteArray::fromStdString(error.detail()), QByteArray("EIO"));
      const auto* said = dynamic_cast<const SaidError*>(&error);
      QVERIFY(said != nullptr);
      QCOMPARE(said->pattern(), "%2 lies in %1.");
      QCOMPARE(said->parts().size(), std::size_t{2});
    }
  }

  void namesThatLookLikePlacesStayAsTheyAre() {
    QCOMPARE(QByteArray::fromStdString(filledIn("%1 of %2, 100 %, %3, %", {"%2", "%1.png"})),
             QByteArray("%2 of %1.png, 100 %, %3, %"));
  }
};

QTEST_GUILESS_MAIN(TstSaidError)
#include "tst_said_error.moc"
