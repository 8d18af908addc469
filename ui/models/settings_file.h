// The settings of a run as JSON: in job files, in presets, and as a small file of their own to hand
// on. What is read is checked before it is believed.
//
// {"model", "device", "precision", "reference_scale", "options": {name: text}}; as a file
// {"refscale_settings": 1, "name", "settings": that}.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>

#include "ui/models/settings.h"

namespace refscale::ui {

inline constexpr std::uint64_t kMostSettingsBytes = 64 << 10;

[[nodiscard]] nlohmann::json settingsToJson(const Settings& settings);
// What is not named keeps its usual value. Throws BadInput with what is wrong.
[[nodiscard]] Settings settingsFromJson(const nlohmann::json& json);

struct NamedSettings {
  QString name;
  Settings settings;
};
[[nodiscard]] QByteArray writeSettings(const NamedSettings& named);
// Throws BadInput with what is wrong, Unsupported for a newer schema.
[[nodiscard]] NamedSettings parseSettings(const QByteArray& bytes);

} // namespace refscale::ui
