// What a person prefers, remembered across starts. Changes act at once: who needs one listens to
// changed(). Not for the settings of a run (settings.h).
#pragma once

#include <QObject>
#include <QString>
#include <map>

#include "core/base/correspondence.h"
#include "ui/theme/theme.h"

class QSettings;

namespace refscale::ui {

struct PreferenceValues {
  QString language; // "de", "zh_CN", ...; empty: as the system
  ThemeChoice theme = ThemeChoice::Dark;
  Surround surround = Surround::OfTheme;
  double sure = kSureConfidence; // a match counts as sure from here on, 0.05..0.95
  bool preflight = true;         // references are looked at by themselves
  int threads = 0;               // of the processor; 0: all
  int blinkMillis = 600;         // 200 to 2000
  bool letterKeys = true;        // single letters act as shortcuts
  // Of actions by object name, as portable text ("Ctrl+E", empty: none), where not the usual one.
  std::map<QString, QString> shortcuts;

  friend bool operator==(const PreferenceValues&, const PreferenceValues&) = default;
};

class Preferences : public QObject {
  Q_OBJECT
 public:
  explicit Preferences(QSettings& settings, QObject* parent = nullptr);

  [[nodiscard]] const PreferenceValues& values() const { return values_; }
  void set(const PreferenceValues& values); // brought into their ranges, remembered, announced

 Q_SIGNALS:
  void changed();

 private:
  QSettings& settings_;
  PreferenceValues values_;
};

} // namespace refscale::ui
