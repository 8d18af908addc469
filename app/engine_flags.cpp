#include "app/engine_flags.h"

#include <CLI/CLI.hpp>
#include <cctype>
#include <string_view>

#include "app/interrupt.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/weights/model_store.h"

namespace refscale::app {
namespace {

void setField(const pipeline::OptionField& field, pipeline::UpscaleOptions& target,
              const std::string& text) {
  try {
    field.set(target, text);
  } catch (const Error& error) {
    throw CLI::ValidationError(std::string("--") + error.what()); // as it was typed
  }
}

// CLI11's way: an empty text for a good value.
std::string deviceProblem(const std::string& device) {
  if (device == "auto" || device == "cpu" || device == "cuda") return {};
  constexpr std::string_view kNumbered = "cuda:";
  const bool numbered =
      device.starts_with(kNumbered) && device.size() > kNumbered.size() &&
      device.find_first_not_of("0123456789", kNumbered.size()) == std::string::npos;
  return numbered ? "" : device + " is not one of auto, cpu, cuda, cuda:N";
}

// "Borrow less ..." -> "Do not borrow less ...".
std::string negated(std::string help) {
  help.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(help.front())));
  return "Do not " + help;
}

} // namespace

void EngineFlags::bind(CLI::App& options) {
  const char* group = "Model and device";
  options.add_option("--model", model, "A model by name (see `refscale models`) or file")
      ->type_name("NAME|FILE")
      ->capture_default_str()
      ->group(group);
  options.add_option("--device", device, "Where to compute: auto takes a GPU where there is one")
      ->type_name("auto|cpu|cuda|cuda:N")
      ->check(CLI::Validator(deviceProblem, ""))
      ->capture_default_str()
      ->group(group);
  options.add_option("--precision", precision, "Arithmetic; auto is what the device does well")
      ->type_name("auto|fp32|bf16|fp16")
      ->check(CLI::IsMember({"auto", "fp32", "bf16", "fp16"}).description(""))
      ->capture_default_str()
      ->group(group);
  options.add_option("--threads", threads, "CPU threads; 0 is one for every core")
      ->type_name("N")
      ->check(CLI::Range(0, 4096).description(""))
      ->capture_default_str()
      ->group(group);
}

pipeline::EngineOptions EngineFlags::engineOptions() const {
  return {
      .device = device, .precision = pipeline::precisionFromName(precision), .threads = threads};
}

std::unique_ptr<pipeline::Upscaler> EngineFlags::load() const {
  const auto chosen = engineOptions();
  const auto path = weights::findModel(model, modelDirs());
  const EndsAtOnce loading;
  return pipeline::loadEngine()->load(path, chosen);
}

void bindUpscaleOptions(CLI::App& options, pipeline::UpscaleOptions& target,
                        TakesReferences takes) {
  const char* group = "Reference";
  const pipeline::UpscaleOptions defaults;
  for (const auto& field : pipeline::upscaleOptionFields()) {
    if (takes == TakesReferences::One && std::string_view(field.name) == "combine") continue;
    const std::string flag = std::string("--") + field.name;
    if (std::string_view(field.range) == "on|off") {
      // A switch reads better as --gate and --no-gate.
      const bool on = field.get(defaults) == "on";
      options
          .add_flag_callback(
              flag, [&field, &target] { setField(field, target, "on"); }, field.help)
          ->group(on ? "" : group);
      options
          .add_flag_callback(
              std::string("--no-") + field.name,
              [&field, &target] { setField(field, target, "off"); }, negated(field.help))
          ->group(on ? group : "");
      continue;
    }
    options
        .add_option_function<std::string>(
            flag, [&field, &target](const std::string& text) { setField(field, target, text); },
            field.help)
        ->type_name(field.range)
        ->default_str(field.get(defaults))
        ->group(group);
  }
}

} // namespace refscale::app
