#include "ui/worker/error_words.h"

#include <QCoreApplication>

#include "core/base/said_error.h"

namespace refscale::ui {

QString errorWords(const std::exception& error) {
  const auto* said = dynamic_cast<const SaidError*>(&error);
  if (said == nullptr) return QString::fromUtf8(error.what());
  const QString pattern = QCoreApplication::translate("Errors", said->pattern());
  return QString::fromStdString(filledIn(pattern.toStdString(), said->parts()));
}

} // namespace refscale::ui
