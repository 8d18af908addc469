#include "ui/models/recent_files.h"

#include <QBuffer>
#include <QSettings>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr std::size_t kMostEntries = 50;

bool isThere(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

} // namespace

RecentFiles::RecentFiles(QSettings& settings, const Document& document, QObject* parent)
    : QObject(parent), settings_(settings), document_(document) {
  load();
  connect(&document_, &Document::stateChanged, this, &RecentFiles::remember);
}

std::vector<RecentEntry> RecentFiles::entries(std::size_t most) const {
  std::vector<RecentEntry> found;
  for (const RecentEntry& entry : entries_) {
    if (found.size() == most) break;
    if (!isThere(entry.input)) continue;
    found.push_back(entry);
    std::erase_if(found.back().references, [](const auto& path) { return !isThere(path); });
  }
  return found;
}

void RecentFiles::remove(const std::filesystem::path& input) {
  // Not the caller's: it may live in what goes.
  const std::filesystem::path gone = input;
  std::erase_if(entries_, [&](const RecentEntry& entry) { return entry.input == gone; });
  store();
  Q_EMIT changed();
}

void RecentFiles::clear() {
  entries_.clear();
  store();
  Q_EMIT changed();
}

void RecentFiles::remember() {
  const PictureHandle& input = document_.state().input;
  if (!input || input->path.empty()) return;
  RecentEntry entry;
  entry.input = std::filesystem::absolute(input->path);
  for (const ReferenceItem& r : document_.state().references) {
    if (!r.picture->path.empty()) {
      entry.references.push_back(std::filesystem::absolute(r.picture->path));
    }
  }
  if (!entries_.empty() && entries_.front().input == entry.input &&
      entries_.front().references == entry.references) {
    return;
  }
  QBuffer png(&entry.thumbnail);
  thumbnail(*input->pyramid, QSize(2 * metrics::kRecentWidth, 2 * metrics::kRecentHeight))
      .save(&png, "PNG");
  std::erase_if(entries_, [&](const RecentEntry& old) { return old.input == entry.input; });
  entries_.insert(entries_.begin(), std::move(entry));
  if (entries_.size() > kMostEntries) entries_.resize(kMostEntries);
  store();
  Q_EMIT changed();
}

void RecentFiles::load() {
  const int count = settings_.beginReadArray("recent");
  for (int i = 0; i < count; ++i) {
    settings_.setArrayIndex(i);
    RecentEntry entry;
    entry.input = settings_.value("input").toString().toStdString();
    for (const QString& path : settings_.value("references").toStringList()) {
      entry.references.emplace_back(path.toStdString());
    }
    entry.thumbnail = settings_.value("thumbnail").toByteArray();
    entries_.push_back(std::move(entry));
  }
  settings_.endArray();
}

void RecentFiles::store() const {
  settings_.remove("recent");
  settings_.beginWriteArray("recent");
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    settings_.setArrayIndex(static_cast<int>(i));
    settings_.setValue("input", QString::fromStdString(entries_[i].input.string()));
    QStringList references;
    for (const auto& path : entries_[i].references) {
      references += QString::fromStdString(path.string());
    }
    settings_.setValue("references", references);
    settings_.setValue("thumbnail", entries_[i].thumbnail);
  }
  settings_.endArray();
}

} // namespace refscale::ui
