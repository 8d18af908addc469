// refscale models: what there is to enlarge with.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/text.h"
#include "core/base/hash.h"
#include "core/base/paths.h"
#include "core/base/run_context.h"
#include "core/weights/model_store.h"

namespace refscale::app {
namespace {

using Json = nlohmann::ordered_json;

class Models final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "models"; }
  [[nodiscard]] const char* help() const override {
    return "List the models with their card, licence and SHA-256.";
  }
  [[nodiscard]] const char* footer() const override {
    return "Models are .safetensors files in the user's model folder and among the shipped ones;\n"
           "the user's come first. --json prints {\"schema\": 1, \"folders\", \"models\": "
           "[{\"name\",\n"
           "\"path\", \"bytes\", \"sha256\", \"parameters\", \"architecture\", \"card\", "
           "\"problem\"}]}; --names the names alone.";
  }
  void configure(CLI::App& options) override {
    options.add_flag("--json", json_, "Print JSON")
        ->excludes(options.add_flag("--names", names_, "Print the names alone"));
  }
  [[nodiscard]] int run(const Session& session) override;

 private:
  bool json_ = false;
  bool names_ = false;
};

// The card's values are often long; a list shows their beginning on one line.
std::string firstLine(const std::string& text, std::size_t most) {
  std::string line = printable(text.substr(0, text.find('\n')));
  if (line.size() == text.size() && line.size() <= most) return line;
  return line.substr(0, std::min(line.size(), most)) + " ...";
}

// {"a": 1, "b": {"c": "d"}} as "a 1, b (c d)".
std::string inWords(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_structured()) return value.dump();
  std::string words;
  for (const auto& [key, inner] : value.items()) {
    if (!words.empty()) words += ", ";
    if (value.is_object()) words += key + " ";
    words += inner.is_structured() ? "(" + inWords(inner) + ")" : inWords(inner);
  }
  return words;
}

// A card's value for people; the tables of a model's own programs are left out.
std::string cardText(const std::string& key, const std::string& value) {
  if (key == "architecture" || key == "sizes" || key == "training") return {};
  const Json json = Json::parse(value, nullptr, /*allow_exceptions=*/false);
  return json.is_structured() ? inWords(json) : value;
}

void printText(const std::vector<weights::ModelEntry>& models,
               const std::vector<std::filesystem::path>& folders, bool quiet) {
  for (const auto& model : models) {
    std::cout << model.name << "\n  file          " << model.path.string() << " ("
              << bytesText(static_cast<std::int64_t>(model.bytes)) << ")\n";
    if (!model.problem.empty()) {
      std::cout << "  cannot be used: " << model.problem << "\n\n";
      continue;
    }
    std::cout << "  sha256        " << sha256File(model.path) << "\n  architecture  "
              << model.architecture << ", " << model.parameters << " parameters\n";
    for (const auto& [key, value] : model.card) {
      const std::string text = cardText(key, value);
      if (text.empty()) continue;
      std::cout << "  " << padded(firstLine(key, 40), 13) << " " << firstLine(text, 600) << "\n";
    }
    std::cout << "\n";
  }
  if (quiet) return;
  std::cerr << models.size() << (models.size() == 1 ? " model in" : " models in");
  for (const auto& folder : folders) std::cerr << " " << folder.string();
  std::cerr << "\n";
}

void printJson(const std::vector<weights::ModelEntry>& models,
               const std::vector<std::filesystem::path>& folders) {
  Json document{{"schema", 1}, {"folders", Json::array()}, {"models", Json::array()}};
  for (const auto& folder : folders) document["folders"].push_back(folder.string());
  for (const auto& model : models) {
    Json entry{{"name", model.name},
               {"path", model.path.string()},
               {"bytes", model.bytes},
               {"sha256", sha256File(model.path)},
               {"parameters", model.parameters},
               {"architecture", model.architecture},
               {"card", model.card}};
    entry["problem"] = model.problem.empty() ? Json() : Json(model.problem);
    document["models"].push_back(entry);
  }
  std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

int Models::run(const Session& session) {
  RunContext context;
  context.stop = session.stop;
  const StopScope stop(context); // large models take a while to sum
  const auto folders = modelDirs();
  const auto models = weights::listModels(folders);
  if (names_) {
    for (const auto& model : models) {
      if (model.problem.empty()) std::cout << model.name << "\n";
    }
    return kDone;
  }
  json_ ? printJson(models, folders) : printText(models, folders, session.quiet);
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeModels() {
  return std::make_unique<Models>();
}

} // namespace refscale::app
