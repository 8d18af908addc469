#include "ui/models/preferences.h"

#include <QSettings>
#include <QVariantMap>
#include <algorithm>

namespace refscale::ui {
namespace {

constexpr int kMostThreads = 256;

PreferenceValues withinRanges(PreferenceValues v) {
  v.sure = std::clamp(v.sure, 0.05, 0.95);
  v.threads = std::clamp(v.threads, 0, kMostThreads);
  v.blinkMillis = std::clamp(v.blinkMillis, 200, 2000);
  v.theme = static_cast<ThemeChoice>(std::clamp(static_cast<int>(v.theme), 0, 2));
  v.surround = static_cast<Surround>(std::clamp(static_cast<int>(v.surround), 0, 3));
  return v;
}

} // namespace

Preferences::Preferences(QSettings& settings, QObject* parent)
    : QObject(parent), settings_(settings) {
  const PreferenceValues usual;
  PreferenceValues v;
  v.language = settings_.value("language", usual.language).toString();
  v.theme =
      static_cast<ThemeChoice>(settings_.value("theme", static_cast<int>(usual.theme)).toInt());
  v.surround =
      static_cast<Surround>(settings_.value("surround", static_cast<int>(usual.surround)).toInt());
  v.sure = settings_.value("sure", usual.sure).toDouble();
  v.preflight = settings_.value("preflight", usual.preflight).toBool();
  v.threads = settings_.value("threads", usual.threads).toInt();
  v.blinkMillis = settings_.value("blinkMillis", usual.blinkMillis).toInt();
  v.letterKeys = settings_.value("letterKeys", usual.letterKeys).toBool();
  const QVariantMap keys = settings_.value("shortcuts").toMap();
  for (auto key = keys.begin(); key != keys.end(); ++key) {
    v.shortcuts[key.key()] = key.value().toString();
  }
  values_ = withinRanges(v);
}

void Preferences::set(const PreferenceValues& values) {
  const PreferenceValues next = withinRanges(values);
  if (next == values_) return;
  values_ = next;
  settings_.setValue("language", next.language);
  settings_.setValue("theme", static_cast<int>(next.theme));
  settings_.setValue("surround", static_cast<int>(next.surround));
  settings_.setValue("sure", next.sure);
  settings_.setValue("preflight", next.preflight);
  settings_.setValue("threads", next.threads);
  settings_.setValue("blinkMillis", next.blinkMillis);
  settings_.setValue("letterKeys", next.letterKeys);
  QVariantMap keys;
  for (const auto& [action, key] : next.shortcuts) keys[action] = key;
  settings_.setValue("shortcuts", keys);
  Q_EMIT changed();
}

} // namespace refscale::ui
