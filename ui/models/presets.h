// Settings under a name, kept across starts, and the settings that were used last. Choosing one is
// an undoable step of the document.
#pragma once

#include <QObject>
#include <QStringList>
#include <map>

#include "ui/models/settings.h"

class QSettings;

namespace refscale::ui {

class Document;

class Presets : public QObject {
  Q_OBJECT
 public:
  // Gives an empty document the settings that were used last, and remembers what is used from now.
  Presets(QSettings& settings, Document& document, QObject* parent = nullptr);

  [[nodiscard]] QStringList names() const; // in the order of the language
  [[nodiscard]] bool has(const QString& name) const { return presets_.contains(name); }
  // Of a preset that there is.
  [[nodiscard]] const Settings& settingsOf(const QString& name) const { return presets_.at(name); }
  // The preset whose settings the document has, the last chosen of them; empty: none.
  [[nodiscard]] QString current() const;

  void choose(const QString& name);
  void save(const QString& name); // the document's settings; in place of what had that name
  void add(const QString& name, const Settings& settings);
  void rename(const QString& name, const QString& next); // in place of what had that name
  void remove(const QString& name);

 Q_SIGNALS:
  void changed();

 private:
  void store();
  void rememberLast();

  QSettings& settings_;
  Document& document_;
  std::map<QString, Settings> presets_;
  QString chosen_;
  Settings last_;
};

} // namespace refscale::ui
