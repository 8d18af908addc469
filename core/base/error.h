// The one exception type of RefScale. Everything below the two boundaries (the window's worker and
// the command line) throws it; only those two catch and show it. Not for control flow.
#pragma once

#include <stdexcept>
#include <string>

namespace refscale {

enum class Kind {
  BadInput,    // a file or value from the user is wrong
  Unsupported, // it is right, but RefScale cannot do it
  NotFound,    // a file, model or device is not there
  Io,          // reading or writing failed
  NoSpace,     // disk full
  OutOfMemory, // host or device
  Device,      // GPU or driver
  Cancelled,   // the user stopped it
  Usage,       // command line
  CheckFailed, // a result is broken, so there is none
  Internal     // a defect of RefScale
};

// `message` is one sentence for people that says what to do; `detail` (may be empty) is for the
// log.
class Error : public std::runtime_error {
 public:
  Error(Kind kind, const std::string& message, std::string detail = {});

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& detail() const noexcept { return detail_; }

 private:
  Kind kind_;
  std::string detail_;
};

// A short, stable English word for reports and logs: "bad-input", "cancelled", ...
[[nodiscard]] const char* kindName(Kind kind) noexcept;

} // namespace refscale
