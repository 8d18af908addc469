#include "ui/models/presets.h"

#include <QSettings>
#include <QVariantMap>
#include <algorithm>
#include <optional>

#include "core/base/error.h"
#include "ui/models/document.h"
#include "ui/models/settings_file.h"

namespace refscale::ui {
namespace {

constexpr const char* kPresets = "presets";
constexpr const char* kLast = "lastSettings";

// What somebody broke in the settings file is as if it were not there.
std::optional<Settings> settingsIn(const QVariant& stored) {
  if (stored.isNull()) return {};
  try {
    return parseSettings(stored.toByteArray()).settings;
  } catch (const Error&) {
    return {};
  }
}

} // namespace

Presets::Presets(QSettings& settings, Document& document, QObject* parent)
    : QObject(parent), settings_(settings), document_(document) {
  const QVariantMap stored = settings_.value(kPresets).toMap();
  for (auto preset = stored.begin(); preset != stored.end(); ++preset) {
    if (const auto read = settingsIn(preset.value())) presets_[preset.key()] = *read;
  }
  if (const auto last = settingsIn(settings_.value(kLast))) document_.startWith(*last);
  last_ = document_.state().settings;
  connect(&document_, &Document::stateChanged, this, &Presets::rememberLast);
}

QStringList Presets::names() const {
  QStringList names;
  for (const auto& [name, settings] : presets_) names += name;
  std::sort(names.begin(), names.end(),
            [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
  return names;
}

QString Presets::current() const {
  const Settings& now = document_.state().settings;
  const auto chosen = presets_.find(chosen_);
  if (chosen != presets_.end() && chosen->second == now) return chosen_;
  for (const auto& [name, settings] : presets_) {
    if (settings == now) return name;
  }
  return {};
}

void Presets::choose(const QString& name) {
  const auto found = presets_.find(name);
  if (found == presets_.end()) return;
  chosen_ = name;
  document_.setSettings(tr("Use the preset %1").arg(name), found->second);
}

void Presets::save(const QString& name) {
  add(name, document_.state().settings);
}

void Presets::add(const QString& name, const Settings& settings) {
  presets_[name] = settings;
  chosen_ = name;
  store();
}

void Presets::rename(const QString& name, const QString& next) {
  if (name == next || !has(name)) return;
  auto moved = presets_.extract(name);
  presets_[next] = moved.mapped();
  chosen_ = next;
  store();
}

void Presets::remove(const QString& name) {
  presets_.erase(name);
  store();
}

void Presets::store() {
  QVariantMap all;
  for (const auto& [name, settings] : presets_) all[name] = writeSettings({name, settings});
  settings_.setValue(kPresets, all);
  Q_EMIT changed();
}

void Presets::rememberLast() {
  const Settings& now = document_.state().settings;
  if (now == last_) return;
  last_ = now;
  settings_.setValue(kLast, writeSettings({{}, now}));
}

} // namespace refscale::ui
