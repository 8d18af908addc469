// What is opened, dropped, loaded and saved: files become pictures, masks and jobs of the document.
#include <algorithm>
#include <utility>

#include "ui/models/job_file.h"
#include "ui/session.h"

namespace refscale::ui {
namespace {

const QString kFormats = QStringLiteral("PNG, JPEG, TIFF, WebP, BMP, PPM");

} // namespace

void Session::connectFiles() {
  connect(&files_, &FileClient::loaded, this, &Session::take);
  connect(&files_, &FileClient::maskLoaded, this, [this](JobNumber number, const QImage& image) {
    const auto wanted = masks_.find(number);
    if (wanted == masks_.end()) return;
    const PictureHandle input = wanted->second;
    masks_.erase(wanted);
    if (!input || input != document_.state().input) return; // another picture took its place
    document_.setMask(tr("Load a painted area"),
                      maskFrom(image, QSize(input->srgb->width(), input->srgb->height())));
  });
  connect(&files_, &FileClient::maskFailed, this, [this](JobNumber number, const QString& name) {
    masks_.erase(number);
    document_.addNotice({tr("%1 is no picture that can be used as a painted area.").arg(name)});
  });
  connect(&files_, &FileClient::saved, this,
          [this](JobNumber number, const QString& path, const QStringList& losses) {
            if (quiet_.erase(number) > 0) return;
            if (const auto job = savingJobs_.find(number); job != savingJobs_.end()) {
              document_.markSaved(path.toStdString(), job->second);
              savingJobs_.erase(job);
            }
            if (const auto made = exporting_.find(number); made != exporting_.end()) {
              document_.markExported(made->second);
              exporting_.erase(made);
            }
            Notice told{tr("Saved as %1.").arg(path)};
            told.passing = losses.isEmpty();
            document_.addNotice(std::move(told));
            for (const QString& loss : losses) document_.addNotice({loss});
            Q_EMIT saved(path);
          });
  connect(&files_, &FileClient::saveFailed, this, [this](JobNumber number, const Failure& failure) {
    savingJobs_.erase(number);
    exporting_.erase(number);
    if (quiet_.erase(number) > 0) return; // kept again after the next change
    document_.addNotice({tr("Not saved: %1").arg(failure.message)});
  });
  connect(&files_, &FileClient::jobOpened, this, &Session::takeJob);
  connect(&files_, &FileClient::jobMissing, this,
          [this](JobNumber number, const auto& path, const auto& missing) {
            const auto found = jobs_.find(number);
            if (found == jobs_.end()) return;
            const JobOrigin origin = found->second;
            jobs_.erase(found);
            endLoading(number);
            Q_EMIT filesMissing(path, missing, origin);
          });
  connect(&files_, &FileClient::jobFailed, this,
          [this](JobNumber number, const QString& name, const Failure& failure) {
            jobs_.erase(number);
            endLoading(number);
            document_.addNotice({tr("%1 was not opened: %2").arg(name, failure.message)});
          });
}

void Session::open(const std::vector<std::filesystem::path>& paths, DropTarget target) {
  if (paths.empty()) return;
  if (paths.front().extension() == kJobExtension) return openJob(paths.front());
  std::error_code ignored;
  if (paths.size() == 1 && std::filesystem::is_directory(paths.front(), ignored)) {
    if (document_.state().input) {
      Q_EMIT folderOpened(paths.front());
    } else {
      document_.addNotice(
          {tr("Open the picture to enlarge first; then the pictures of a folder can "
              "be ranked as its references.")});
    }
    return;
  }
  const PictureHandle& input = document_.state().input;
  const bool truth = target == DropTarget::TruePicture && input && paths.size() == 1;
  const JobNumber number = truth ? files_.loadTruth(paths.front(), input->srgb->width() * kScale,
                                                    input->srgb->height() * kScale)
                                 : files_.load(paths);
  loading_[number] = {target, static_cast<int>(paths.size())};
  document_.setLoadingCount(document_.loadingCount() + static_cast<int>(paths.size()));
}

void Session::openJob(const std::filesystem::path& path, JobOrigin origin,
                      const std::optional<FileClient::FoundFiles>& found) {
  const bool ask = !found.has_value();
  const JobNumber number = files_.openJob(path, found.value_or(FileClient::FoundFiles()), ask);
  jobs_[number] = origin;
  loading_[number] = {DropTarget::Window, 1};
  document_.setLoadingCount(document_.loadingCount() + 1);
}

void Session::openAgain(const std::vector<std::filesystem::path>& paths) {
  if (paths.empty()) return;
  // The first is known to be the picture; sizes need not be compared again.
  open({paths.front()}, DropTarget::Input);
  open({paths.begin() + 1, paths.end()}, DropTarget::References);
}

void Session::endLoading(JobNumber number) {
  const auto pending = loading_.find(number);
  if (pending == loading_.end()) return;
  document_.setLoadingCount(document_.loadingCount() - pending->second.second);
  loading_.erase(pending);
}

void Session::takeJob(JobNumber number, const OpenedJob& job) {
  const auto origin = jobs_.find(number);
  if (origin == jobs_.end()) return;
  const bool isRecovered = origin->second == JobOrigin::Recovery;
  jobs_.erase(origin);
  endLoading(number);
  DocumentState state;
  state.input = job.input;
  state.truth = job.truth;
  state.settings = job.settings;
  for (const auto& [picture, used] : job.references) state.references.push_back({0, picture, used});
  if (state.input) {
    const QSize size(state.input->srgb->width(), state.input->srgb->height());
    state.mask = maskFrom(job.mask, size);
  }
  document_.openJob(std::move(state), isRecovered ? std::filesystem::path() : job.path);
  if (isRecovered) {
    document_.markSaved({}, {}); // it is in no file of the person's
    Q_EMIT recovered();
  }
  for (const QString& problem : job.problems) document_.addNotice({problem});
}

void Session::saveJob(const std::filesystem::path& path) {
  const DocumentState state = document_.state();
  savingJobs_[files_.writeFile(
      path, [state, folder = path.parent_path()] { return writeJob(state, folder); })] = state;
}

void Session::keepJob(const std::filesystem::path& path) {
  quiet_.insert(files_.writeFile(path, [state = document_.state(), folder = path.parent_path()] {
    return writeJob(state, folder);
  }));
}

void Session::openSample() {
  const JobNumber number = files_.loadSample();
  samples_.insert(number);
  loading_[number] = {DropTarget::Window, 1};
  document_.setLoadingCount(document_.loadingCount() + 1);
}

void Session::adopt(const QImage& image, DropTarget target) {
  if (image.isNull()) {
    document_.addNotice(
        {tr("That was a link, and RefScale does not load from the network. Save the "
            "picture in the browser first, then drop the file.")});
    return;
  }
  const QString title = image.text("Title"); // a link's; as good as a file's name
  const JobNumber number = files_.adopt(image, title.isEmpty() ? tr("pasted picture") : title);
  loading_[number] = {target, 1};
  document_.setLoadingCount(document_.loadingCount() + 1);
}

void Session::take(JobNumber number, const std::vector<LoadOutcome>& outcomes) {
  const auto pending = loading_.find(number);
  if (pending == loading_.end()) return;
  const auto [target, count] = pending->second;
  loading_.erase(pending);
  document_.setLoadingCount(document_.loadingCount() - count);

  std::vector<PictureHandle> pictures;
  QStringList problems;
  for (const LoadOutcome& file : outcomes) {
    if (const auto* picture = std::get_if<PictureHandle>(&file.outcome)) {
      pictures.push_back(*picture);
      for (const QString& note : (*picture)->notes) {
        document_.addNotice({tr("%1: %2").arg(file.name, note)});
      }
    } else {
      const Failure& failure = std::get<Failure>(file.outcome);
      const QString& why = failure.message;
      const bool there = failure.kind != Kind::NotFound; // else no format is at fault
      problems +=
          target == DropTarget::TruePicture || !there
              ? tr("%1 was not opened: %2").arg(file.name, why)
              : tr("%1 was not opened: %2 Formats that work: %3.").arg(file.name, why, kFormats);
    }
  }
  if (samples_.erase(number) > 0) {
    if (pictures.size() == 3) document_.replaceAll(pictures[0], {pictures[1]}, pictures[2]);
  } else {
    place(pictures, target);
  }
  // Last, and so shown first.
  for (const QString& problem : problems) document_.addNotice({problem});
}

void Session::place(const std::vector<PictureHandle>& pictures, DropTarget target) {
  std::vector<std::int64_t> pixels;
  pixels.reserve(pictures.size());
  for (const PictureHandle& picture : pictures) pixels.push_back(picture->pixels());
  apply(planDrop(pixels, target,
                 {document_.state().input != nullptr,
                  static_cast<int>(document_.state().references.size())}),
        target, pictures);
}

void Session::apply(const DropPlan& plan, DropTarget target,
                    const std::vector<PictureHandle>& pictures) {
  std::vector<PictureHandle> references;
  references.reserve(plan.references.size());
  for (const std::size_t i : plan.references) references.push_back(pictures[i]);
  for (const std::size_t i : plan.refused) {
    const QString why = target == DropTarget::TruePicture
                            ? tr("%1 was not opened: one true picture belongs to one picture to "
                                 "enlarge.")
                            : tr("%1 was not opened: only one picture can be enlarged at a time.");
    document_.addNotice({why.arg(pictures[i]->name)});
  }
  if (plan.truth) {
    const media::Picture& truth = *pictures[*plan.truth]->srgb;
    const PictureHandle& input = document_.state().input;
    if (input && truth.width() == input->srgb->width() * kScale &&
        truth.height() == input->srgb->height() * kScale) {
      document_.setTruth(pictures[*plan.truth]);
    } else { // pasted, or read for a picture that has gone since
      document_.addNotice({tr("%1 was not opened: the true picture must be four times as large as "
                              "the picture to enlarge.")
                               .arg(pictures[*plan.truth]->name)});
    }
  }
  if (plan.input && plan.replaces) {
    document_.replaceAll(pictures[*plan.input], references);
  } else {
    if (plan.input) document_.setInput(pictures[*plan.input]);
    if (!references.empty()) document_.addReferences(references);
  }
  if (plan.sorted) {
    document_.addNotice({pictures.size() == 2
                             ? tr("Two pictures were dropped: the smaller one is enlarged.")
                             : tr("%n pictures were dropped: the smallest one is enlarged.", "",
                                  static_cast<int>(pictures.size())),
                         Notice::Remedy::Swap});
  }
}

void Session::loadMask(const QString& path) {
  masks_[files_.loadMask(path.toStdString())] = document_.state().input;
}

void Session::saveMask(const QString& path) {
  if (document_.state().mask) files_.saveMask(document_.state().mask, path.toStdString());
}

void Session::save(SaveRequest request) {
  const ResultHandle result = request.result;
  exporting_[files_.save(std::move(request))] = result;
}

} // namespace refscale::ui
