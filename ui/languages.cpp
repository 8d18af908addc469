#include "ui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// Resources of a static library are registered by hand, outside any namespace.
static void registerTranslations() {
  Q_INIT_RESOURCE(translations);
}

namespace refscale::ui {
namespace {

// The translation that serves a locale, or English.
QString languageFor(const QLocale& locale) {
  if (locale.language() == QLocale::German) return "de";
  if (locale.language() == QLocale::Japanese) return "ja";
  if (locale.language() == QLocale::Chinese &&
      locale.script() == QLocale::SimplifiedChineseScript) {
    return "zh_CN";
  }
  return "en";
}

} // namespace

Languages::~Languages() {
  QCoreApplication::removeTranslator(&texts_);
  QCoreApplication::removeTranslator(&qtTexts_);
}

QStringList Languages::translated() {
  return {"de", "zh_CN", "ja"};
}

bool Languages::choose(const QString& language) {
  registerTranslations();
  const bool system = language.isEmpty();
  const QString wanted = system ? languageFor(QLocale::system()) : language;
  const QString choice = system ? "system " + wanted : wanted; // numbers may differ
  if (choice == present_) return false;
  present_ = choice;
  QCoreApplication::removeTranslator(&texts_);
  QCoreApplication::removeTranslator(&qtTexts_);
  // Numbers follow the language; as the system they follow the system.
  QLocale::setDefault(system ? QLocale::system() : QLocale(wanted));
  if (texts_.load(":/translations/refscale_" + wanted + ".qm")) {
    QCoreApplication::installTranslator(&texts_);
  }
  if (qtTexts_.load("qtbase_" + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(&qtTexts_);
  }
  return true;
}

} // namespace refscale::ui
