// Which language the program speaks: finds the translation of a language, or of the system's, and
// installs it for texts and numbers alike.
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace refscale::ui {

class Languages {
 public:
  Languages() = default;
  ~Languages();
  Languages(const Languages&) = delete;
  Languages& operator=(const Languages&) = delete;
  Languages(Languages&&) = delete;
  Languages& operator=(Languages&&) = delete;

  // "de", "zh_CN", "ja", "en"; empty: as the system, or English where it is not translated. Says
  // whether that changed anything.
  bool choose(const QString& language);

  [[nodiscard]] static QStringList translated(); // English is the source

 private:
  QString present_ = "none";
  QTranslator texts_;
  QTranslator qtTexts_; // Qt's own dialogs, where the system has them
};

} // namespace refscale::ui
