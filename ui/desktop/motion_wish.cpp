#include "ui/desktop/motion_wish.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

Q_DECLARE_METATYPE(refscale::ui::DesktopSettings)

namespace refscale::ui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kKde = QStringLiteral("org.kde.kdeglobals.KDE");

// Asking for a bus where there is none would start one, and take its time.
bool hasBus() {
  return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
         QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

bool asksForLessMotion(const DesktopSettings& settings) {
  const QVariantMap appearance = settings.value(kAppearance);
  const QVariantMap gnome = settings.value(kGnome);
  const QVariantMap kde = settings.value(kKde);
  if (appearance.value("reduced-motion").toUInt() == 1) return true;
  if (!gnome.value("enable-animations", true).toBool()) return true;
  return kde.contains("AnimationDurationFactor") &&
         kde.value("AnimationDurationFactor").toDouble() == 0;
}

MotionWish::MotionWish(QObject* parent) : QObject(parent) {
  if (!hasBus()) return;
  qDBusRegisterMetaType<DesktopSettings>();
  QDBusConnection::sessionBus().connect(kService, kPath, kInterface,
                                        QStringLiteral("SettingChanged"), this, SLOT(ask()));
  ask();
}

void MotionWish::ask() {
  QDBusMessage question =
      QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("ReadAll"));
  question << QStringList{kAppearance, kGnome, kKde};
  auto* answer =
      new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    const QDBusPendingReply<DesktopSettings> reply = *answer;
    if (!reply.isError()) take(reply.value());
    answer->deleteLater();
  });
}

void MotionWish::take(const DesktopSettings& settings) {
  const bool reduced = asksForLessMotion(settings);
  if (reduced == reduced_) return;
  reduced_ = reduced;
  Q_EMIT changed(reduced_);
}

} // namespace refscale::ui
