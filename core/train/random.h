// Random numbers that depend on a seed and a place in the training alone (step, sample), not on
// what was drawn before: any sample can be made again, in any order, on any thread, and a training
// that goes on from a checkpoint draws the same numbers. Not for secrets.
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>

namespace refscale::train {

class Random {
 public:
  // Streams of different seeds or places are independent.
  Random(std::uint64_t seed, std::initializer_list<std::uint64_t> place) : state_(mix(seed)) {
    for (const auto part : place) state_ = mix(state_ ^ (part + kGolden));
  }
  Random(std::uint64_t seed, std::uint64_t place) : Random(seed, {place}) {}

  [[nodiscard]] std::uint64_t bits() {
    state_ += kGolden;
    return mix(state_);
  }
  // 0 <= u < 1
  [[nodiscard]] double uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }
  [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
  // 0 <= n < count
  [[nodiscard]] int below(int count) { return static_cast<int>(uniform() * count); }
  [[nodiscard]] bool chance(double probability) { return uniform() < probability; }
  [[nodiscard]] double normal() { // Box-Muller
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(6.283185307179586 * uniform());
  }

 private:
  static constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15ULL;
  static constexpr std::uint64_t mix(std::uint64_t z) { // splitmix64's
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

} // namespace refscale::train
