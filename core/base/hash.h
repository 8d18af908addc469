// SHA-256 of files and buffers, the sum that `sha256sum` prints. For naming things in manifests and
// model lists; the product only (a bare GPU node lists no models).
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace refscale {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  Sha256(Sha256&&) = delete;
  Sha256& operator=(Sha256&&) = delete;

  void update(std::span<const std::byte> bytes);
  [[nodiscard]] std::string hex(); // 64 lower-case digits; ends the sum

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);
// Throws NotFound, Io, BadInput (no plain file), and Cancelled by a stop (StopScope).
[[nodiscard]] std::string sha256File(const std::filesystem::path& path);

} // namespace refscale
