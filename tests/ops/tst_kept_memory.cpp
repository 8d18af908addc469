// Memory of tensors kept between operators: reused while it is kept, given back after, and never
// taken from a tensor that lives.
#include <ATen/ATen.h>

#include <unistd.h>
#include <QTest>
#include <atomic>
#include <fstream>
#include <thread>
#include <vector>

#include "core/ops/kept_memory.h"

using namespace refscale;

namespace {

constexpr std::int64_t kMiB = 1 << 20;

at::Tensor filled(std::int64_t mebibytes, int value) {
  return at::full({mebibytes * kMiB}, value, at::kByte);
}

std::int64_t residentMiB() {
  std::ifstream file("/proc/self/statm");
  std::int64_t whole = 0;
  std::int64_t resident = 0;
  file >> whole >> resident;
  return resident * sysconf(_SC_PAGESIZE) / kMiB;
}

} // namespace

class TstKeptMemory : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatWasFreedIsTakenAgain() {
    const ops::KeptMemory keep;
    at::Tensor first = filled(8, 1);
    const void* const place = first.const_data_ptr();
    first.reset();
    const at::Tensor second = filled(8, 2);
    QCOMPARE(second.const_data_ptr(), place);
    QVERIFY((second == 2).all().item<bool>());
  }
  void pagesStayWhileKeptAndGoAfter() {
    const std::int64_t before = residentMiB();
    {
      const ops::KeptMemory keep;
      (void)filled(256, 1);
      QVERIFY2(residentMiB() - before > 200, "given back too early");
      { const ops::KeptMemory inner; }
      QVERIFY2(residentMiB() - before > 200, "the inner one gave back what the outer one keeps");
    }
    QVERIFY2(residentMiB() - before < 56, qPrintable(QString::number(residentMiB() - before)));
  }
  void tensorsOutliveIt() {
    at::Tensor tensor;
    {
      const ops::KeptMemory keep;
      const at::Tensor neighbour = filled(64, 3);
      tensor = filled(64, 7);
    }
    QVERIFY((tensor == 7).all().item<bool>());
    const std::int64_t before = residentMiB();
    tensor.reset();
    QVERIFY2(before - residentMiB() > 40, "what outlived it was not given back");
  }
  // Freed in another order than taken, by several threads: no tensor sees another's values.
  void nothingOverlaps() {
    const ops::KeptMemory keep;
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([t, &wrong] {
        const ops::KeptMemory own;
        std::vector<std::pair<at::Tensor, int>> held;
        unsigned state = 17U * static_cast<unsigned>(t) + 1;
        for (int i = 0; i < 200; ++i) {
          state = state * 1664525U + 1013904223U;
          const auto bytes = kMiB + static_cast<std::int64_t>(state >> 10U) % (3 * kMiB);
          const int value = static_cast<int>(state >> 24U);
          held.emplace_back(at::full({bytes}, value, at::kByte), value);
          if (held.size() < 6) continue;
          const auto out = held.begin() + static_cast<std::ptrdiff_t>((state >> 4U) % held.size());
          if (!(out->first == out->second).all().item<bool>()) ++wrong;
          held.erase(out);
        }
      });
    }
    for (auto& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
  }
};

QTEST_APPLESS_MAIN(TstKeptMemory)
#include "tst_kept_memory.moc"
