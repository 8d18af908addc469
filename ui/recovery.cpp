#include "ui/recovery.h"

#include <utility>

#include "ui/models/document.h"
#include "ui/session.h"

namespace refscale::ui {
namespace {

constexpr int kMillis = 1500; // after the last change
constexpr const char* kName = "interrupted.refscale";
constexpr const char* kOffered = "offered.refscale";

void forget(const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
}

QString lockName(const std::filesystem::path& folder) {
  if (folder.empty()) return {};
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  return QString::fromStdString((folder / "window.lock").string());
}

} // namespace

Recovery::Recovery(Document& document, Session& session, const std::filesystem::path& folder,
                   QObject* parent)
    : QObject(parent), document_(document), session_(session), lock_(lockName(folder)) {
  if (folder.empty()) return;
  file_ = folder / kName;
  offered_ = folder / kOffered;
  lock_.setStaleLockTime(0); // the process that holds it lives, or it is stale
  mine_ = lock_.tryLock(0);
  if (!mine_) return;
  timer_.setSingleShot(true);
  timer_.setInterval(kMillis);
  connect(&timer_, &QTimer::timeout, this, &Recovery::keep);
  connect(&document_, &Document::stateChanged, this, [this] { timer_.start(); });
  connect(&session_, &Session::recovered, this, [this] { brought_ = true; });
}

Recovery::~Recovery() {
  if (!mine_) return;
  forget(file_);
  if (brought_) forget(offered_);
}

void Recovery::offer() {
  std::error_code ignored;
  if (!mine_) return;
  if (std::filesystem::is_regular_file(file_, ignored)) {
    std::filesystem::rename(file_, offered_, ignored);
  }
  if (!std::filesystem::is_regular_file(offered_, ignored)) return;
  Notice notice;
  notice.text = tr("RefScale was interrupted. What was open can be brought back.");
  notice.remedyText = tr("Bring back");
  notice.act = [this] { session_.openJob(offered_, Session::JobOrigin::Recovery); };
  notice.dismissed = [this] { forget(offered_); };
  document_.addNotice(std::move(notice));
}

void Recovery::keep() {
  if (document_.isEmpty()) {
    forget(file_);
  } else {
    session_.keepJob(file_);
  }
}

} // namespace refscale::ui
