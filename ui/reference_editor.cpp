#include "ui/reference_editor.h"

#include <utility>

#include "ui/worker/picture_edits.h"

namespace refscale::ui {

ReferenceEditor::ReferenceEditor(Document& document, FileClient& files, QObject* parent)
    : QObject(parent), document_(document), files_(files) {
  connect(&files_, &FileClient::edited, this, [this](JobNumber number, const LoadOutcome& outcome) {
    if (number == number_) finish(outcome);
  });
  connect(&files_, &FileClient::loaded, this,
          [this](JobNumber number, const std::vector<LoadOutcome>& outcomes) {
            if (number == number_ && !outcomes.empty()) finish(outcomes.front());
          });
}

void ReferenceEditor::turn(int id, int quarters) {
  add({id,
       quarters > 0 ? tr("Turn the reference right") : tr("Turn the reference left"),
       [quarters](const LoadedPicture& p) { return turnedBy(p.edits, quarters); },
       {}});
}

void ReferenceEditor::crop(int id, const QRect& shown) {
  add({id,
       tr("Crop the reference"),
       [shown](const LoadedPicture& p) { return croppedTo(p, shown); },
       {}});
}

void ReferenceEditor::uncrop(int id) {
  add({id,
       tr("Show the whole reference"),
       [](const LoadedPicture& p) {
         return PictureEdits{{}, p.edits.quarters};
       },
       {}});
}

void ReferenceEditor::replace(int id, const std::filesystem::path& path) {
  add({id, tr("Replace the reference"), {}, path});
}

void ReferenceEditor::add(Work work) {
  waiting_.push_back(std::move(work));
  if (waiting_.size() == 1) next();
}

void ReferenceEditor::next() {
  number_ = 0;
  while (!waiting_.empty()) {
    const Work& work = waiting_.front();
    const ReferenceItem* item = document_.reference(work.id);
    if (item != nullptr && !work.editsOf) {
      before_ = item->picture;
      number_ = files_.load({work.path});
      return;
    }
    if (item != nullptr && work.editsOf(*item->picture) != item->picture->edits) {
      before_ = item->picture;
      number_ = files_.edit(before_, work.editsOf(*before_));
      return;
    }
    waiting_.pop_front(); // it has gone, or there is nothing to do
  }
  before_ = nullptr;
}

void ReferenceEditor::finish(const LoadOutcome& outcome) {
  const Work work = std::move(waiting_.front());
  waiting_.pop_front();
  const ReferenceItem* item = document_.reference(work.id);
  if (const auto* failure = std::get_if<Failure>(&outcome.outcome)) {
    document_.addNotice({work.editsOf
                             ? tr("%1 stays as it is: %2").arg(outcome.name, failure->message)
                             : tr("%1 was not opened: %2").arg(outcome.name, failure->message)});
  } else if (item != nullptr && item->picture == before_) { // else undone or replaced meanwhile
    document_.replaceReference(work.id, work.text, std::get<PictureHandle>(outcome.outcome));
  }
  next();
}

} // namespace refscale::ui
