#include <QTest>

#include "core/base/hash.h"

class TstHash : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // NIST's examples.
  void theSumOfKnownTextsIsTheStandardOne_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("empty")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
  void theSumOfKnownTextsIsTheStandardOne() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sum);
    const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<size_t>(text.size())));
    QCOMPARE(QByteArray::fromStdString(refscale::sha256(bytes)), sum);
  }
};

QTEST_GUILESS_MAIN(TstHash)
#include "tst_hash.moc"
