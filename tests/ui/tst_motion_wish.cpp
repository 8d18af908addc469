#include <QDBusConnection>
#include <QDBusMetaType>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "ui/desktop/motion_wish.h"

using namespace refscale::ui;

// The settings portal, as far as it is asked.
class FakePortal : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
 public:
  bool animations = true;

 public Q_SLOTS:
  refscale::ui::DesktopSettings ReadAll(const QStringList& groups) const {
    DesktopSettings all;
    if (groups.contains("org.gnome.desktop.interface")) {
      all["org.gnome.desktop.interface"] = {{"enable-animations", animations}};
    }
    return all;
  }

 Q_SIGNALS:
  void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

class TstMotionWish : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void desktopsSayItInTheirWays_data() {
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("reduced");
    const QString appearance = "org.freedesktop.appearance";
    const QString gnome = "org.gnome.desktop.interface";
    const QString kde = "org.kde.kdeglobals.KDE";
    QTest::newRow("nothing said") << "other"
                                  << "key" << QVariant(1) << false;
    QTest::newRow("no preference") << appearance << "reduced-motion" << QVariant(0U) << false;
    QTest::newRow("reduced") << appearance << "reduced-motion" << QVariant(1U) << true;
    QTest::newRow("GNOME on") << gnome << "enable-animations" << QVariant(true) << false;
    QTest::newRow("GNOME off") << gnome << "enable-animations" << QVariant(false) << true;
    QTest::newRow("KDE usual") << kde << "AnimationDurationFactor" << QVariant("0.5") << false;
    QTest::newRow("KDE none") << kde << "AnimationDurationFactor" << QVariant("0") << true;
  }
  void desktopsSayItInTheirWays() {
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QTEST(asksForLessMotion({{group, {{key, value}}}}), "reduced");
  }

  void thePortalIsAskedAndItsChangesFollowed() {
    const QString daemon = QStandardPaths::findExecutable("dbus-daemon");
    if (daemon.isEmpty()) QSKIP("needs dbus-daemon");
    QProcess bus;
    bus.start(daemon, {"--session", "--nofork", "--print-address"});
    QVERIFY(bus.waitForReadyRead(30'000));
    const QString address = QString::fromUtf8(bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    qDBusRegisterMetaType<DesktopSettings>();
    FakePortal portal;
    portal.animations = false;
    {
      QDBusConnection server = QDBusConnection::connectToBus(address, "portal");
      QVERIFY(server.registerService("org.freedesktop.portal.Desktop"));
      QVERIFY(server.registerObject(
          "/org/freedesktop/portal/desktop", &portal,
          QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    }
    const MotionWish wish;
    QTRY_VERIFY(wish.isReduced());
    portal.animations = true;
    Q_EMIT portal.SettingChanged("org.gnome.desktop.interface", "enable-animations",
                                 QDBusVariant(true));
    QTRY_VERIFY(!wish.isReduced());
    QDBusConnection::disconnectFromBus("portal");
    bus.terminate();
    QVERIFY(bus.waitForFinished(30'000));
  }
};

QTEST_GUILESS_MAIN(TstMotionWish)
#include "tst_motion_wish.moc"
