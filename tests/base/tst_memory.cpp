#include <sys/resource.h>

#include <QTest>
#include <vector>

#include "core/base/memory.h"

using namespace refscale;

namespace {

std::int64_t peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

} // namespace

class TstMemory : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatIsThereIsMoreThanNothing() {
    QVERIFY(residentBytes() > 0);
    QVERIFY(availableBytes() > 0);
  }
  void aPeakThatIsOverIsForgotten() {
    constexpr std::size_t kLarge = 256U << 20;
    { const std::vector<char> large(kLarge, 1); }
    const std::int64_t before = peak();
    QVERIFY(before > static_cast<std::int64_t>(kLarge));
    restartPeak();
    QVERIFY(peak() < before - static_cast<std::int64_t>(kLarge) / 2);
  }
};

QTEST_GUILESS_MAIN(TstMemory)
#include "tst_memory.moc"
