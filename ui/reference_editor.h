// Turns, crops and replaces references: the pixels are made in the file worker, one piece of work
// after the other, and put into the document as an undoable step when they are there.
#pragma once

#include <QObject>
#include <QRect>
#include <deque>
#include <filesystem>
#include <functional>

#include "ui/models/document.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

class ReferenceEditor : public QObject {
  Q_OBJECT
 public:
  ReferenceEditor(Document& document, FileClient& files, QObject* parent = nullptr);

  void turn(int id, int quarters);       // clockwise
  void crop(int id, const QRect& shown); // of the picture as it is now
  void uncrop(int id);                   // back to all that was read
  void replace(int id, const std::filesystem::path& path);

 private:
  // What is to become of a reference, asked of its picture when the work before is done.
  struct Work {
    int id = 0;
    QString text;                                              // of the step of undo
    std::function<PictureEdits(const LoadedPicture&)> editsOf; // empty: read `path` instead
    std::filesystem::path path;
  };
  void add(Work work);
  void next();
  void finish(const LoadOutcome& outcome);

  Document& document_;
  FileClient& files_;
  std::deque<Work> waiting_; // the first one is under way
  JobNumber number_ = 0;     // of it; 0: there is none
  PictureHandle before_;     // the picture that it began with
};

} // namespace refscale::ui
