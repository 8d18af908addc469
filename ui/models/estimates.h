// How long a run will take and how much memory, from what runs on this machine took before; before
// the first, from how long looking at a reference took. Remembered for each device and precision.
#pragma once

#include <QObject>
#include <QString>

class QSettings;

namespace refscale::ui {

class Document;

class Estimates : public QObject {
  Q_OBJECT
 public:
  Estimates(QSettings& settings, Document& document, QObject* parent = nullptr);

 private:
  void learn();
  void estimate();
  [[nodiscard]] QString key(const char* what) const;

  QSettings& settings_;
  Document& document_;
  const void* learntFrom_ = nullptr; // the last result
};

} // namespace refscale::ui
