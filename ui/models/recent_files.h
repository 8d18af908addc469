// What was open lately: pictures with their references and a small image of each, remembered in
// QSettings across starts. Forgets files that are gone.
#pragma once

#include <QImage>
#include <QObject>
#include <filesystem>
#include <vector>

class QSettings;

namespace refscale::ui {

class Document;

struct RecentEntry {
  std::filesystem::path input;
  std::vector<std::filesystem::path> references;
  QImage thumbnail;
};

class RecentFiles : public QObject {
  Q_OBJECT
 public:
  // Watches the document: what it opens from files is remembered.
  RecentFiles(QSettings& settings, const Document& document, QObject* parent = nullptr);

  [[nodiscard]] const std::vector<RecentEntry>& entries() const { return entries_; } // newest first
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
