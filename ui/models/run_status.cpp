#include "ui/models/run_status.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <numeric>

#include "ui/models/document.h"

namespace refscale::ui {
namespace {

QString tr(const char* text, int n = -1) {
  return QCoreApplication::translate("RunStatus", text, nullptr, n);
}

// How much of a run each stage takes, for the progress line; restoration dominates.
struct StageShare {
  Stage stage;
  double begin, end;
};
constexpr StageShare kShares[] = {{Stage::Read, 0, 0.02},     {Stage::Match, 0.02, 0.30},
                                  {Stage::Align, 0.30, 0.36}, {Stage::Restore, 0.36, 0.97},
                                  {Stage::Check, 0.97, 1},    {Stage::Write, 1, 1}};
constexpr double kSecondsBeforeEstimate = 2;

double overall(const Progress& p) {
  for (const StageShare& share : kShares) {
    if (share.stage != p.stage) continue;
    const double part =
        p.total > 0 ? static_cast<double>(p.done) / static_cast<double>(p.total) : 0;
    return share.begin + (share.end - share.begin) * std::clamp(part, 0.0, 1.0);
  }
  return 0;
}

QString stageSentence(const Progress& p) {
  switch (p.stage) {
    case Stage::Read:
      return tr("Loading the model");
    case Stage::Match:
      return tr("Matching the pictures");
    case Stage::Align:
      return tr("Aligning the matches");
    case Stage::Restore:
      return p.total > 1 ? tr("Restoring, tile %1 of %2")
                               .arg(QLocale().toString(std::min(p.done + 1, p.total)),
                                    QLocale().toString(p.total))
                         : tr("Restoring");
    case Stage::Check:
      return tr("Checking the result");
    case Stage::Write:
      return tr("Writing");
  }
  return {};
}

RunStatus running(const Document& document) {
  const JobState& job = document.job();
  RunStatus s;
  s.tone = RunTone::Running;
  s.progress = overall(job.progress);
  if (job.phase == JobPhase::Cancelling) {
    s.state = RunState::Cancelling;
    s.sentence = tr("Cancelling");
    s.detail = tr("What is shown stays as it is.");
    return s;
  }
  s.state = RunState::Running;
  s.sentence = stageSentence(job.progress);
  s.detail = job.matches ? tr("The matches are ready: open Matches while this runs. Changed "
                              "settings apply to the next run.")
                         : tr("You can go on looking around. Changed settings apply to the next "
                              "run.");
  const double elapsed = static_cast<double>(job.elapsed.elapsed()) / 1000;
  s.timingDetail = tr("%1 so far").arg(durationText(elapsed));
  if (elapsed > kSecondsBeforeEstimate && s.progress > 0.05) {
    s.timing = tr("About %1 left").arg(durationText(elapsed * (1 - s.progress) / s.progress));
  } else {
    s.timing = tr("Just started");
  }
  s.primary = RunButton{ActionId::Cancel, tr("Cancel")};
  return s;
}

RunStatus failed(const Document& document) {
  const Failure& failure = *document.failure();
  RunStatus s;
  s.state = RunState::Failed;
  s.tone = RunTone::Warning;
  s.sentence = failure.message;
  s.detail = document.result() != nullptr ? tr("The result before is kept.")
                                          : tr("Your pictures and settings are as they were.");
  if (!document.state().input) return s;
  s.primary = RunButton{ActionId::Upscale, tr("Try again")};
  const bool device = failure.kind == Kind::OutOfMemory || failure.kind == Kind::Device;
  if (device && document.state().settings.device != "cpu") {
    s.secondary = s.primary;
    s.primary = RunButton{ActionId::UseCpu, tr("Use the CPU")};
  }
  return s;
}

RunStatus withResult(const Document& document) {
  const ResultItem& item = *document.result();
  const StateDifference difference = document.changeSinceResult();
  RunStatus s;
  if (difference.rerun != Rerun::Nothing) {
    s.state = RunState::Changed;
    s.sentence = difference.sentence;
    s.detail = difference.rerun == Rerun::Restoring
                   ? tr("Only the restoring step runs again. The shown result is the old one.")
                   : tr("The shown result is the old one.");
    const auto& seconds = item.result->report.seconds;
    const auto restore = seconds.find(stageName(Stage::Restore));
    if (difference.rerun == Rerun::Restoring && restore != seconds.end()) {
      s.timing = tr("About %1").arg(durationText(restore->second));
    } else {
      s.timing = tr("About %1").arg(durationText(item.seconds));
    }
    s.timingDetail = tr("as the run before took");
    s.secondary = RunButton{ActionId::Export, tr("Export shown…")};
    s.primary = RunButton{ActionId::Upscale, tr("Upscale again")};
    return s;
  }
  s.state = RunState::Finished;
  s.tone = RunTone::Good;
  const int borrowed = qRound(item.result->report.borrowed * 100);
  if (item.made.usedReferences().empty()) {
    s.sentence = tr("Done in %1, without a reference").arg(durationText(item.seconds));
    s.detail = tr("All detail comes from the model alone. Hold Space to see the picture before.");
  } else {
    s.sentence = tr("Done in %1. %2 % of the picture is borrowed, %3 % invented")
                     .arg(durationText(item.seconds), QLocale().toString(borrowed),
                          QLocale().toString(100 - borrowed));
    s.detail =
        tr("Invented: no sure match there, so the detail comes from the model alone. Hold "
           "Space to see the picture before.");
  }
  s.secondary = RunButton{ActionId::Upscale, tr("Upscale again")};
  s.primary = RunButton{ActionId::Export, tr("Export…")};
  return s;
}

RunStatus beforeRun(const Document& document) {
  const DocumentState& now = document.state();
  RunStatus s;
  const auto used = now.usedReferences().size();
  if (used == 0) {
    s.state = RunState::PictureOnly;
    s.sentence = tr("Now add a better picture of the same thing");
    s.detail = now.references.empty()
                   ? tr("A reprint, another angle or a closer view. Drop it anywhere.")
                   : tr("All references are turned off.");
    s.secondary = RunButton{ActionId::Upscale, tr("Enlarge without reference")};
    s.primary = RunButton{ActionId::AddReference, tr("Add reference…")};
    return s;
  }
  s.state = RunState::Ready;
  s.tone = RunTone::Good;
  s.sentence = used == 1
                   ? tr("Ready to borrow from %1").arg(now.usedReferences().front().picture->name)
                   : tr("Ready to borrow from %n references", static_cast<int>(used));
  s.detail = tr("%1 × %2 becomes %3 × %4.")
                 .arg(QLocale().toString(now.input->srgb->width()),
                      QLocale().toString(now.input->srgb->height()),
                      QLocale().toString(now.input->srgb->width() * kScale),
                      QLocale().toString(now.input->srgb->height() * kScale));
  s.primary = RunButton{ActionId::Upscale, tr("Upscale 4×")};
  return s;
}

} // namespace

QString durationText(double seconds) {
  if (seconds < 10) return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
  if (seconds < 60) return tr("%1 s").arg(QLocale().toString(qRound(seconds)));
  const int rounded = qRound(seconds / 10) * 10;
  return tr("%1 min %2 s").arg(QLocale().toString(rounded / 60), QLocale().toString(rounded % 60));
}

QString percentText(double share) {
  return tr("%1 %").arg(QLocale().toString(qRound(share * 100)));
}

RunStatus describeRun(const Document& document) {
  if (document.job().phase != JobPhase::Idle) return running(document);
  if (document.failure()) return failed(document);
  if (document.state().input) {
    return document.result() != nullptr ? withResult(document) : beforeRun(document);
  }
  RunStatus s;
  s.primary = RunButton{ActionId::Upscale, tr("Upscale 4×")};
  if (document.loadingCount() > 0) {
    s.state = RunState::Reading;
    s.tone = RunTone::Running;
    s.sentence = document.loadingCount() == 1 ? tr("Reading the file")
                                              : tr("Reading %n files", document.loadingCount());
  } else if (!document.state().references.empty()) {
    s.state = RunState::ReferenceOnly;
    s.sentence = tr("Now open the picture that you want to enlarge");
    s.detail = tr("The reference is there already.");
    s.primary = RunButton{ActionId::Open, tr("Open…")};
  } else {
    s.sentence = tr("Start with the picture you want to enlarge");
    s.detail = tr("Then add a better picture of the same thing, and press Upscale 4×.");
  }
  return s;
}

} // namespace refscale::ui
