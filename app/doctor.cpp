// refscale doctor: what this machine has, and whether RefScale computes rightly on it.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "app/version.h"
#include "core/pipeline/engine.h"

namespace refscale::app {
namespace {

using Json = nlohmann::ordered_json;

class Doctor final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "doctor"; }
  [[nodiscard]] const char* help() const override {
    return "Show devices, libraries and memory, and check every operator on every device.";
  }
  [[nodiscard]] const char* footer() const override {
    return "--json prints {\"schema\": 1, \"version\", \"libraries\", \"cpu_features\", "
           "\"memory\",\n"
           "\"cuda\", \"devices\": [...], \"checks\": [{\"name\", \"passed\", \"error\", "
           "\"tolerance\",\n"
           "\"detail\"}]}. Exit code: 0 all checks passed, 1 one or more failed.";
  }
  void configure(CLI::App& options) override { options.add_flag("--json", json_, "Print JSON"); }
  [[nodiscard]] int run(const Session& session) override;

 private:
  bool json_ = false;
};

struct Memory {
  std::int64_t total = 0;
  std::int64_t free = 0;
};

Memory machineMemory() {
  const auto page = static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE));
  Memory memory{page * ::sysconf(_SC_PHYS_PAGES), page * ::sysconf(_SC_AVPHYS_PAGES)};
  // What the kernel would give back counts as free.
  std::ifstream file("/proc/meminfo");
  std::string key;
  std::string unit;
  std::int64_t kibibytes = 0;
  while (file >> key >> kibibytes) {
    std::getline(file, unit);
    if (key == "MemAvailable:") memory.free = kibibytes * 1024;
  }
  return memory;
}

// The units that decide which arithmetic is fast here.
std::vector<std::string> cpuFeatures() {
  std::vector<std::string> found;
#if defined(__x86_64__)
  constexpr std::array kWanted = {"avx2",        "fma",      "f16c",     "avx512f",
                                  "avx512_bf16", "amx_tile", "amx_bf16", "avx512_fp16"};
  std::ifstream file("/proc/cpuinfo");
  std::string line;
  while (std::getline(file, line)) {
    if (line.rfind("flags", 0) != 0) continue;
    line += ' ';
    for (const char* name : kWanted) {
      if (line.find(std::string(" ") + name + " ") != std::string::npos) found.emplace_back(name);
    }
    break;
  }
#endif
  return found;
}

struct Findings {
  Memory memory;
  std::vector<std::string> features;
  std::string cuda;
  std::vector<pipeline::DeviceInfo> devices;
  std::vector<pipeline::Check> checks;
};

void printText(const Findings& findings) {
  std::cout << "RefScale " << version() << "\n";
  for (const auto& [name, number] : libraryVersions()) {
    std::cout << "  " << padded(name, 12) << number << "\n";
  }
  std::cout << "\nMachine\n  memory      " << bytesText(findings.memory.total) << ", "
            << bytesText(findings.memory.free) << " free\n  CPU units  ";
  for (const auto& feature : findings.features) std::cout << " " << feature;
  std::cout << "\n  CUDA        " << findings.cuda << "\n";
  for (const auto& device : findings.devices) {
    std::cout << "  " << padded(device.name, 12) << device.hardware << ", "
              << bytesText(device.totalBytes) << ", " << bytesText(device.freeBytes) << " free\n";
  }
  std::cout << "\nChecks\n";
  std::size_t failed = 0;
  for (const auto& check : findings.checks) {
    std::array<char, 64> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "error %.1e, allowed %.1e", check.error,
                  check.tolerance);
    std::cout << (check.passed ? "  ok      " : "  FAILED  ") << padded(check.name, 40) << " "
              << numbers.data() << (check.passed || check.detail.empty() ? "" : ": ")
              << (check.passed ? "" : check.detail.substr(0, check.detail.find('\n'))) << "\n";
    failed += check.passed ? 0 : 1;
  }
  std::cout << (failed == 0 ? "All " : std::to_string(failed) + " of ") << findings.checks.size()
            << (failed == 0 ? " checks passed." : " checks failed.") << "\n";
}

void printJson(const Findings& findings) {
  Json document{{"schema", 1}, {"version", version()}};
  document["libraries"] = Json::object();
  for (const auto& [name, number] : libraryVersions()) document["libraries"][name] = number;
  document["cpu_features"] = findings.features;
  document["memory"] = {{"total_bytes", findings.memory.total},
                        {"free_bytes", findings.memory.free}};
  document["cuda"] = findings.cuda;
  document["devices"] = Json::array();
  for (const auto& device : findings.devices) {
    document["devices"].push_back({{"name", device.name},
                                   {"hardware", device.hardware},
                                   {"total_bytes", device.totalBytes},
                                   {"free_bytes", device.freeBytes}});
  }
  document["checks"] = Json::array();
  for (const auto& check : findings.checks) {
    document["checks"].push_back({{"name", check.name},
                                  {"passed", check.passed},
                                  {"error", check.error},
                                  {"tolerance", check.tolerance},
                                  {"detail", check.detail}});
  }
  std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

int Doctor::run(const Session& session) {
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  bar.say("Loading the engine and checking it ...");
  const auto engine = pipeline::loadEngine();
  RunContext context = bar.context(session.stop);
  context.progressSink = {}; // the checks are quick and have no stages
  const Findings findings{.memory = machineMemory(),
                          .features = cpuFeatures(),
                          .cuda = engine->cudaStatus(),
                          .devices = engine->devices(),
                          .checks = engine->selfTest(context)};
  json_ ? printJson(findings) : printText(findings);
  for (const auto& check : findings.checks) {
    if (!check.passed) return kFailed;
  }
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeDoctor() {
  return std::make_unique<Doctor>();
}

} // namespace refscale::app
