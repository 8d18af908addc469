#include "core/base/error.h"

#include <utility>

namespace refscale {

Error::Error(Kind kind, const std::string& message, std::string detail)
    : std::runtime_error(message), kind_(kind), detail_(std::move(detail)) {}

const char* kindName(Kind kind) noexcept {
  switch (kind) {
    case Kind::BadInput:
      return "bad-input";
    case Kind::Unsupported:
      return "unsupported";
    case Kind::NotFound:
      return "not-found";
    case Kind::Io:
      return "io";
    case Kind::NoSpace:
      return "no-space";
    case Kind::OutOfMemory:
      return "out-of-memory";
    case Kind::Device:
      return "device";
    case Kind::Cancelled:
      return "cancelled";
    case Kind::Usage:
      return "usage";
    case Kind::CheckFailed:
      return "check-failed";
    case Kind::Internal:
      return "internal";
  }
  return "unknown";
}

} // namespace refscale
