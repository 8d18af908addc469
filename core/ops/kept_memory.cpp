#include "core/ops/kept_memory.h"

#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <sys/mman.h>

#include <cstddef>
#include <iterator>
#include <map>
#include <mutex>

namespace refscale::ops {
namespace {

constexpr std::size_t kLarge = std::size_t{1} << 20; // bytes: below, malloc keeps what is freed
constexpr std::size_t kPage = 4096;
// Addresses alone: pages come with their first use.
constexpr std::size_t kAddresses = std::size_t{1} << 40;

// Ranges of one stretch of addresses. Freed ranges keep their pages until they are let go.
class Stretch {
 public:
  Stretch() {
    void* const begin = mmap(nullptr, kAddresses, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (begin == MAP_FAILED) return; // a limit on addresses: malloc has to do
    free_.emplace(static_cast<std::byte*>(begin), kAddresses);
  }

  // The tightest fit, the first among equals; null when none is large enough.
  void* take(std::size_t bytes) {
    auto best = free_.end();
    for (auto range = free_.begin(); range != free_.end(); ++range) {
      if (range->second >= bytes && (best == free_.end() || range->second < best->second))
        best = range;
    }
    if (best == free_.end()) return nullptr;
    std::byte* const begin = best->first;
    const std::size_t left = best->second - bytes;
    free_.erase(best);
    if (left > 0) free_.emplace(begin + bytes, left);
    taken_.emplace(begin, bytes);
    return begin;
  }

  // Whether `data` was one of its ranges.
  bool give(void* data) {
    const auto found = taken_.find(static_cast<std::byte*>(data));
    if (found == taken_.end()) return false;
    auto range = free_.emplace(found->first, found->second).first;
    taken_.erase(found);
    const auto next = std::next(range);
    if (next != free_.end() && range->first + range->second == next->first) {
      range->second += next->second;
      free_.erase(next);
    }
    if (range != free_.begin()) {
      const auto before = std::prev(range);
      if (before->first + before->second == range->first) {
        before->second += range->second;
        free_.erase(range);
      }
    }
    return true;
  }

  void letGo() {
    for (const auto& [begin, bytes] : free_) madvise(begin, bytes, MADV_DONTNEED);
  }

 private:
  std::map<std::byte*, std::size_t> free_, taken_; // ranges by their first address
};

class Keeper final : public c10::Allocator {
 public:
  static Keeper& instance() {
    // LibTorch holds it until the process ends, and so do tensors that are freed after main().
    static auto* const keeper = new Keeper;
    return *keeper;
  }

  void begin() {
    const std::lock_guard lock(mutex_);
    ++users_;
  }

  void end() {
    const std::lock_guard lock(mutex_);
    if (--users_ == 0) stretch_.letGo();
  }

  c10::DataPtr allocate(std::size_t bytes) override {
    void* data = nullptr;
    if (bytes >= kLarge) {
      const std::lock_guard lock(mutex_);
      if (users_ > 0) data = stretch_.take((bytes + kPage - 1) / kPage * kPage);
    }
    if (data == nullptr) data = c10::alloc_cpu(bytes);
    return {data, data, &Keeper::release, c10::Device(c10::kCPU)};
  }

  [[nodiscard]] c10::DeleterFnPtr raw_deleter() const override { return &Keeper::release; }

  void copy_data(void* to, const void* from, std::size_t bytes) const override {
    default_copy_data(to, from, bytes);
  }

 private:
  Keeper() { c10::SetCPUAllocator(this, 1); }

  static void release(void* data) {
    if (data == nullptr) return;
    {
      Keeper& keeper = instance();
      const std::lock_guard lock(keeper.mutex_);
      if (keeper.stretch_.give(data)) {
        if (keeper.users_ == 0) keeper.stretch_.letGo();
        return;
      }
    }
    c10::free_cpu(data);
  }

  std::mutex mutex_;
  Stretch stretch_;
  int users_ = 0;
};

} // namespace

KeptMemory::KeptMemory() {
  Keeper::instance().begin();
}

KeptMemory::~KeptMemory() {
  Keeper::instance().end();
}

} // namespace refscale::ops
