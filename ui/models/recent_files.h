// What was open lately: pictures with their references and a small image of each, remembered in
// QSettings across starts. Files that are gone are not listed; those of a drive come back with it.
#pragma once

#include <QByteArray>
#include <QObject>
#include <filesystem>
#include <vector>

class QSettings;

namespace refscale::ui {

class Document;

struct RecentEntry {
  std::filesystem::path input;
  std::vector<std::filesystem::path> references;
  QByteArray thumbnail; // a PNG file
};

class RecentFiles : public QObject {
  Q_OBJECT
 public:
  // Watches the document: what it opens from files is remembered.
  RecentFiles(QSettings& settings, const Document& document, QObject* parent = nullptr);

  // The newest first, as many as asked for, of those that are there.
  [[nodiscard]] std::vector<RecentEntry> entries(std::size_t most) const;
  void remove(const std::filesystem::path& input);
  void clear();

 Q_SIGNALS:
  void changed();

 private:
  void remember();
  void load();
  void store() const;

  QSettings& settings_;
  const Document& document_;
  std::vector<RecentEntry> entries_;
};

} // namespace refscale::ui
