// Keeps what is open in a job file of its own while the program runs, removes it when the program
// ends in order, and offers it at the next start when it did not. What is offered lies beside, so
// that new work is kept meanwhile; it stays until it is brought back or dismissed. Only the first
// window of several does so.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <filesystem>

namespace refscale::ui {

class Document;
class Session;

class Recovery : public QObject {
  Q_OBJECT
 public:
  // Nothing is kept with an empty folder.
  Recovery(Document& document, Session& session, const std::filesystem::path& folder,
           QObject* parent = nullptr);
  ~Recovery() override;
  Recovery(const Recovery&) = delete;
  Recovery& operator=(const Recovery&) = delete;
  Recovery(Recovery&&) = delete;
  Recovery& operator=(Recovery&&) = delete;

  // Says so when there is something to bring back.
  void offer();

 private:
  void keep();

  Document& document_;
  Session& session_;
  std::filesystem::path file_, offered_;
  QLockFile lock_;
  bool mine_ = false;
  bool brought_ = false; // what was offered is open
  QTimer timer_;
};

} // namespace refscale::ui
