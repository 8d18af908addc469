// Ranks the pictures of a folder as references of the present picture: each is read, looked at as
// every reference is, and let go; its name and what was found stay. A run goes first: the ranking
// waits and goes on after it.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "ui/models/document.h"
#include "ui/worker/engine_client.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

inline constexpr std::size_t kMostRanked = 200; // pictures of a folder

class FolderRanking : public QObject {
  Q_OBJECT
 public:
  struct Item {
    std::filesystem::path path;
    std::optional<pipeline::ReferenceFit> fit; // none: it could not be looked at
    double meanConfidence = 0;                 // what the engine ranks by
    QString problem;                           // why it could not
  };

  FolderRanking(Document& document, EngineClient& engine, FileClient& files,
                QObject* parent = nullptr);

  // Begins with a folder's pictures in the order of their names; returns how many there are. 0:
  // there is none, or no picture to enlarge. What was ranked before is forgotten.
  std::size_t start(const std::filesystem::path& folder);
  void stop(); // keeps what was found

  void setThreads(int threads) { threads_ = threads; }
  void setSure(double sure) { sure_ = sure; }
  [[nodiscard]] bool isRunning() const { return input_ != nullptr; }
  [[nodiscard]] std::size_t total() const { return total_; }
  [[nodiscard]] const std::vector<Item>& items() const { return items_; } // best first
  [[nodiscard]] std::size_t leftOut() const { return leftOut_; }          // above kMostRanked

 Q_SIGNALS:
  void changed();

 private:
  void next();
  void look();
  void take(Item item);

  Document& document_;
  EngineClient& engine_;
  FileClient& files_;
  int threads_ = 0;
  double sure_ = kSureConfidence;
  PictureHandle input_;                        // null: not running
  std::vector<std::filesystem::path> waiting_; // the next one last
  std::size_t total_ = 0;
  std::size_t leftOut_ = 0;
  std::vector<Item> items_;
  PictureHandle reference_; // read, being looked at or waiting for it
  JobNumber reading_ = 0;   // 0: nothing is being read
  JobNumber looking_ = 0;   // 0: nothing is being looked at
};

} // namespace refscale::ui
