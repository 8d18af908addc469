// Whether the person wants less motion, as the desktop's settings say (by the settings portal,
// which GNOME, KDE and others answer). Asked without waiting; where nobody answers, motion is fine.
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QVariant>

namespace refscale::ui {

// Settings by group and key, as the portal gives them.
using DesktopSettings = QMap<QString, QVariantMap>;

[[nodiscard]] bool asksForLessMotion(const DesktopSettings& settings);

class MotionWish : public QObject {
  Q_OBJECT
 public:
  explicit MotionWish(QObject* parent = nullptr); // asks at once
  [[nodiscard]] bool isReduced() const { return reduced_; }

 Q_SIGNALS:
  void changed(bool reduced);

 private Q_SLOTS:
  void ask(); // also when one of them changed

 private:
  void take(const DesktopSettings& settings);

  bool reduced_ = false;
};

} // namespace refscale::ui
