#include "core/train/config.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/files.h"

namespace refscale::train {
namespace {

using Json = nlohmann::ordered_json;
using C = TrainConfig;

constexpr double kMany = 1e9;

constexpr std::array kFields = {
    ConfigField{"stage", &C::stage, 0, 0, "teacher, student, restoration or full"},
    ConfigField{"name", &C::name, 0, 0, "of the model file that comes out"},
    ConfigField{"pack", &C::pack, 0, 0, "what to learn from, made by `refscale pack`"},
    ConfigField{"parent", &C::parent, 0, 0, "model file to start from"},
    ConfigField{"teacher", &C::teacher, 0, 0, "stage student: model file that teaches"},
    ConfigField{"output", &C::output, 0, 0, "folder for everything that is written"},
    ConfigField{"licence", &C::licence, 0, 0, "of the model, for its card"},
    ConfigField{"scratch", &C::scratch, 0, 0, "begin the restoration with fresh weights"},
    ConfigField{"base_feature_scale", &C::baseFeatureScale, 1e-6, 1e6,
                "factor of the base's feature"},
    ConfigField{"seed", &C::seed, 0, kMany, "of everything that is drawn"},
    ConfigField{"steps", &C::steps, 1, kMany, "of the optimizer"},
    ConfigField{"batch", &C::batch, 1, 4096, "pairs a step"},
    ConfigField{"window", &C::window, 8, 1024, "input pixels a side"},
    ConfigField{"learning_rate", &C::learningRate, 0, 1, "largest"},
    ConfigField{"offset_small", &C::offsetSmall, 0, 100, "factor of the rate for offsets, relu3_1"},
    ConfigField{"offset_medium", &C::offsetMedium, 0, 100, "... relu2_1"},
    ConfigField{"offset_large", &C::offsetLarge, 0, 100, "... relu1_1"},
    ConfigField{"schedule", &C::schedule, 0, 0, "cosine or step"},
    ConfigField{"warmup", &C::warmup, 0, kMany, "steps of linear rise"},
    ConfigField{"milestone1", &C::milestone1, 0, kMany, "step schedule: rate x 0.1 from here"},
    ConfigField{"milestone2", &C::milestone2, 0, kMany, "... and again"},
    ConfigField{"last_rate", &C::lastRate, 0, 1, "cosine: share that is left at the end"},
    ConfigField{"clip", &C::clip, 0, kMany, "largest norm of the gradient, 0: none"},
    ConfigField{"ema", &C::ema, 0, 0.999999, "of the averaged weights"},
    ConfigField{"precision", &C::precision, 0, 0, "auto, fp32 or bf16"},
    ConfigField{"device", &C::device, 0, 0, "auto, cpu, cuda, cuda:N"},
    ConfigField{"threads", &C::threads, 0, 4096, "for computing, 0: all cores"},
    ConfigField{"loaders", &C::loaders, 1, 256, "threads that prepare batches"},
    ConfigField{"perceptual", &C::perceptual, 0, kMany, "weight of the loss at relu5_1"},
    ConfigField{"adversarial", &C::adversarial, 0, kMany, "weight of the adversarial loss"},
    ConfigField{"perceptual_network", &C::perceptualNetwork, 0, 0, "weights file of a VGG-19"},
    ConfigField{"reconstruction_only", &C::reconstructionOnly, 0, kMany, "steps with L1 alone"},
    ConfigField{"discriminator_rate", &C::discriminatorRate, 0, 1, "learning rate"},
    ConfigField{"discriminator_width", &C::discriminatorWidth, 2, 512,
                "channels of its first block"},
    ConfigField{"margin", &C::margin, 0, 4, "of the triplet loss"},
    ConfigField{"safe_radius", &C::safeRadius, 0, 64, "cells that are no negatives"},
    ConfigField{"distillation", &C::distillation, 0, kMany, "weight of the divergence"},
    ConfigField{"temperature", &C::temperature, 1e-3, 10, "of the distillation"},
    ConfigField{"cross_entropy", &C::crossEntropy, 0, kMany, "weight, over all cells"},
    ConfigField{"turn", &C::turn, 0, 180, "degrees, of pairs of known positions"},
    ConfigField{"scale_low", &C::scaleLow, 0.25, 4, "smallest scale of such pairs"},
    ConfigField{"scale_high", &C::scaleHigh, 0.25, 4, "largest scale of such pairs"},
    ConfigField{"crop", &C::crop, 64, 1024, "pixels a side, stages teacher and student"},
    ConfigField{"share_scene", &C::shareScene, 0, kMany, "how often pairs of a scene are drawn"},
    ConfigField{"share_neighbour", &C::shareNeighbour, 0, kMany, "... neighbours on a walk"},
    ConfigField{"share_synthetic", &C::shareSynthetic, 0, kMany, "... transformed pictures"},
    ConfigField{"share_unrelated", &C::shareUnrelated, 0, kMany, "... wrong references"},
    ConfigField{"share_none", &C::shareNone, 0, kMany, "... no reference"},
    ConfigField{"validate_every", &C::validateEvery, 0, kMany, "steps, 0: never"},
    ConfigField{"checkpoint_minutes", &C::checkpointMinutes, 0, 100000, "0: after every step"},
    ConfigField{"log_every", &C::logEvery, 1, kMany, "steps"},
    ConfigField{"sheet_rows", &C::sheetRows, 0, 64, "pictures on a validation's sheet"},
};

[[noreturn]] void refuse(const std::string& why) {
  throw Error(Kind::BadInput, "The training's configuration " + why + ".");
}

const ConfigField& fieldNamed(std::string_view name) {
  for (const ConfigField& field : kFields) {
    if (name == field.name) return field;
  }
  std::string all;
  for (const ConfigField& field : kFields)
    all += (all.empty() ? "" : ", ") + std::string(field.name);
  refuse("knows no \"" + std::string(name) + "\"; there are " + all);
}

template <typename T>
T numberIn(const ConfigField& field, const Json& value) {
  const bool fits = std::is_same_v<T, int> ? value.is_number_integer() : value.is_number();
  if (!fits) refuse(std::string("needs a number at \"") + field.name + "\"");
  const auto number = value.get<double>();
  if (!(number >= field.low && number <= field.high)) {
    refuse(std::string("has a number out of range at \"") + field.name + "\" (" +
           Json(field.low).dump() + " to " + Json(field.high).dump() + ")");
  }
  return static_cast<T>(number);
}

void setValue(TrainConfig& config, const ConfigField& field, const Json& value) {
  std::visit(
      [&](auto member) {
        using T = std::remove_reference_t<decltype(config.*member)>;
        if constexpr (std::is_same_v<T, std::string>) {
          if (!value.is_string()) refuse(std::string("needs a text at \"") + field.name + "\"");
          config.*member = value.get<std::string>();
        } else if constexpr (std::is_same_v<T, bool>) {
          if (!value.is_boolean()) {
            refuse(std::string("needs true or false at \"") + field.name + "\"");
          }
          config.*member = value.get<bool>();
        } else {
          config.*member = numberIn<T>(field, value);
        }
      },
      field.member);
}

void oneOf(const char* field, const std::string& value, std::initializer_list<const char*> known) {
  std::string all;
  for (const char* k : known) {
    if (value == k) return;
    all += (all.empty() ? "" : ", ") + std::string(k);
  }
  refuse(std::string("has \"") + value + "\" at \"" + field + "\"; choose one of " + all);
}

} // namespace

std::span<const ConfigField> configFields() {
  return kFields;
}

TrainConfig parseConfig(std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) refuse("is no JSON object; see resources/training for examples");
  TrainConfig config;
  for (const auto& [key, value] : json.items()) setValue(config, fieldNamed(key), value);
  return config;
}

TrainConfig readConfig(const std::filesystem::path& path) {
  constexpr std::uint64_t kLargest = 1 << 20;
  const auto bytes = readFile(path, kLargest);
  return parseConfig({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void setField(TrainConfig& config, std::string_view assignment) {
  const auto equals = assignment.find('=');
  if (equals == std::string_view::npos) {
    refuse("takes settings as name=value, not \"" + std::string(assignment) + "\"");
  }
  const ConfigField& field = fieldNamed(assignment.substr(0, equals));
  const std::string text(assignment.substr(equals + 1));
  if (std::holds_alternative<std::string C::*>(field.member)) {
    setValue(config, field, Json(text));
  } else {
    setValue(config, field, Json::parse(text, nullptr, /*allow_exceptions=*/false));
  }
}

std::string toJson(const TrainConfig& config) {
  Json json = Json::object();
  for (const ConfigField& field : kFields) {
    std::visit([&](auto member) { json[field.name] = config.*member; }, field.member);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

void checkConfig(const TrainConfig& config) {
  oneOf("stage", config.stage, {"teacher", "student", "restoration", "full"});
  oneOf("schedule", config.schedule, {"cosine", "step"});
  oneOf("precision", config.precision, {"auto", "fp32", "bf16"});
  const auto needs = [](const std::string& value, const char* field) {
    if (value.empty()) refuse(std::string("names no \"") + field + "\", which this stage needs");
  };
  needs(config.pack, "pack");
  needs(config.parent, "parent");
  needs(config.output, "output");
  needs(config.name, "name");
  if (config.stage == "student") needs(config.teacher, "teacher");
  if (config.stage == "full") needs(config.perceptualNetwork, "perceptual_network");
  if (config.crop % 4 != 0) refuse("needs a multiple of 4 at \"crop\"");
  if (config.stage == "full" && config.window % 8 != 0) {
    refuse("needs a multiple of 8 at \"window\": the discriminator halves it five times");
  }
  if (config.name.find('/') != std::string::npos) refuse("has a folder in \"name\"");
}

} // namespace refscale::train
