#include "ui/models/run_status.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <numeric>

#include "core/base/memory.h"
#include "core/pipeline/estimate.h"
#include "ui/models/document.h"
#include "ui/models/machine.h"
#include "ui/models/reference_words.h"

namespace refscale::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RunStatus)
};

constexpr double kSecondsBeforeEstimate = 2;
constexpr double kSecondsWorthSaying = 60; // of a run on the CPU

QString stageSentence(const Progress& p) {
  switch (p.stage) {
    case Stage::Read:
      return Words::tr("Loading the model");
    case Stage::Match:
      return Words::tr("Matching the pictures");
    case Stage::Align:
      return Words::tr("Aligning the matches");
    case Stage::Restore:
      return Words::tr("Restoring");
    case Stage::Check:
      return Words::tr("Checking the result");
    case Stage::Write:
      return Words::tr("Writing");
  }
  return {};
}

RunStatus running(const Document& document) {
  const JobState& job = document.job();
  RunStatus s;
  s.tone = RunTone::Running;
  const bool withReference =
      job.purpose != JobPurpose::ReferenceOff && !document.state().usedReferences().empty();
  s.progress = pipeline::overallFraction(
      job.progress, pipeline::borrowingOf(document.state().settings.options, withReference));
  if (job.phase == JobPhase::Cancelling) {
    s.state = RunState::Cancelling;
    s.sentence = Words::tr("Cancelling");
    s.detail = Words::tr("What is shown stays as it is.");
    return s;
  }
  if (job.phase != JobPhase::Running) {
    const bool rests = job.phase == JobPhase::Paused;
    s.state = rests ? RunState::Paused : RunState::Pausing;
    if (rests) s.tone = RunTone::Info;
    s.sentence = rests ? Words::tr("Paused after %1 of the work").arg(percentText(s.progress))
                       : Words::tr("Pausing");
    s.detail = Words::tr("What is done is kept in memory until you resume.");
    s.secondary = RunButton{ActionId::Cancel, Words::tr("Cancel")};
    s.primary = RunButton{ActionId::Resume, Words::tr("Resume")};
    return s;
  }
  s.state = RunState::Running;
  const QString percent = percentText(std::max(0.0, s.progress));
  s.sentence = job.purpose == JobPurpose::ReferenceOff
                   ? Words::tr("Restoring without the reference, to compare")
               : job.purpose == JobPurpose::Shuffled
                   ? Words::tr("Restoring with a shuffled reference, to compare")
               : job.purpose == JobPurpose::Maps ? Words::tr("Restoring again, to make its maps")
                                                 : stageSentence(job.progress);
  s.detail = job.frugal    ? Words::tr("Memory ran out once: it works in tiles half as large now.")
             : job.matches ? Words::tr(
                                 "The matches are ready: open Matches while this runs. Changed "
                                 "settings apply to the next run.")
                           : Words::tr(
                                 "You can go on looking around. Changed settings apply to the next "
                                 "run.");
  const double elapsed = job.secondsWorked();
  s.timingDetail = Words::tr("%1 done, %2 so far").arg(percent, durationText(elapsed));
  if (const std::int64_t taken = residentBytes(); taken > 0) {
    s.timingDetail =
        Words::tr("%1 done, %2 so far, %3 of memory")
            .arg(percent, durationText(elapsed), bytesText(static_cast<double>(taken)));
  }
  if (elapsed > kSecondsBeforeEstimate && s.progress > 0.05) {
    s.timing =
        Words::tr("About %1 left").arg(durationText(elapsed * (1 - s.progress) / s.progress));
  } else {
    s.timing = Words::tr("Just started");
  }
  s.secondary = RunButton{ActionId::Pause, Words::tr("Pause")};
  s.primary = RunButton{ActionId::Cancel, Words::tr("Cancel")};
  return s;
}

// A smaller run is what helps where memory ran out; the CPU where it was a GPU's.
std::optional<RunButton> remedyOf(const Document& document) {
  const Kind kind = document.failure()->kind;
  const bool memory = kind == Kind::OutOfMemory;
  if ((memory || kind == Kind::Device) && document.state().settings.device != "cpu" &&
      !lacksGpu(document)) {
    return RunButton{ActionId::UseCpu, Words::tr("Use the CPU")};
  }
  if (memory && largestMatched(document.state()) > kLeastMegapixels) {
    return RunButton{ActionId::UseSmallerReferences, Words::tr("Use smaller references")};
  }
  if (kind == Kind::CheckFailed &&
      document.state().settings.precision != pipeline::Precision::Fp32) {
    return RunButton{ActionId::UseFp32, Words::tr("Compute in fp32")};
  }
  return std::nullopt;
}

QString failureDetail(const Document& document) {
  const Failure& failure = *document.failure();
  const double expected = document.estimate().bytes;
  const double free = freeBytes(document);
  if (failure.kind == Kind::OutOfMemory && free > 0 && expected > free) {
    return Words::tr("Smaller tiles did not help. It needs about %1; %2 are free.")
        .arg(bytesText(expected), bytesText(free));
  }
  return document.result() != nullptr ? Words::tr("The result before is kept.")
                                      : Words::tr("Your pictures and settings are as they were.");
}

RunStatus failed(const Document& document) {
  const Failure& failure = *document.failure();
  RunStatus s;
  s.state = RunState::Failed;
  s.tone = RunTone::Warning;
  s.sentence = failure.message;
  if (failure.kind == Kind::CheckFailed) {
    s.state = RunState::CheckFailed;
    s.sentence = Words::tr("The result did not pass its check, so it is not shown");
  }
  s.detail = failureDetail(document);
  if (!document.state().input) return s;
  s.primary = RunButton{ActionId::Upscale, Words::tr("Try again")};
  if (const auto remedy = remedyOf(document)) {
    s.secondary = s.primary;
    s.primary = remedy;
  }
  return s;
}

RunStatus cancelled(const Document& document) {
  const JobState& job = *document.cancelled();
  RunStatus s;
  s.state = RunState::Cancelled;
  const double done = pipeline::overallFraction(
      job.progress,
      pipeline::borrowingOf(job.made.settings.options, !job.made.usedReferences().empty()));
  s.sentence =
      job.matches ? Words::tr("Cancelled after %1 of the work. Matches kept").arg(percentText(done))
                  : Words::tr("Cancelled after %1 of the work").arg(percentText(done));
  s.detail = job.matches ? Words::tr("Resume does not match again: it restores the picture.")
                         : Words::tr("What is matched already is not matched again.");
  s.primary = RunButton{ActionId::Resume, Words::tr("Resume")};
  if (document.result() != nullptr) {
    s.secondary = RunButton{ActionId::Export, Words::tr("Export shown…")};
  }
  return s;
}

void addEstimate(RunStatus& s, const Document& document) {
  const Estimate& estimate = document.estimate();
  if (estimate.seconds <= 0) return;
  s.timing = Words::tr("About %1").arg(durationText(estimate.seconds));
  if (estimate.bytes > 0) s.timingDetail = Words::tr("%1 of memory").arg(bytesText(estimate.bytes));
}

RunStatus withResult(const Document& document) {
  const ResultItem& item = *document.result();
  const StateDifference difference = document.changeSinceResult();
  RunStatus s;
  if (difference.rerun != Rerun::Nothing) {
    s.state = RunState::Changed;
    s.sentence = difference.sentence;
    s.detail =
        difference.rerun == Rerun::Restoring
            ? Words::tr("Only the restoring step runs again. The shown result is the old one.")
            : Words::tr("The shown result is the old one.");
    const auto& seconds = item.result->report.seconds;
    const auto restore = seconds.find(stageName(Stage::Restore));
    if (difference.rerun == Rerun::Restoring && restore != seconds.end()) {
      s.timing = Words::tr("About %1").arg(durationText(restore->second));
      s.timingDetail = Words::tr("as the run before took");
    } else {
      addEstimate(s, document);
    }
    s.secondary = RunButton{ActionId::Export, Words::tr("Export shown…")};
    s.primary = RunButton{ActionId::Upscale, Words::tr("Upscale again")};
    return s;
  }
  s.state = RunState::Finished;
  s.tone = RunTone::Good;
  const int borrowed = qRound(document.borrowedShare(item) * 100);
  if (item.made.usedReferences().empty()) {
    s.sentence = Words::tr("Done in %1, without a reference").arg(durationText(item.seconds));
    s.detail =
        Words::tr("All detail comes from the model alone. Hold Space to see the picture before.");
  } else {
    s.sentence = Words::tr("Done in %1. %2 % of the picture is borrowed, %3 % invented")
                     .arg(durationText(item.seconds), QLocale().toString(borrowed),
                          QLocale().toString(100 - borrowed));
    s.detail = Words::tr(
        "Invented: no sure match there, so the detail comes from the model alone. Hold "
        "Space to see the picture before.");
  }
  s.secondary = RunButton{ActionId::Upscale, Words::tr("Upscale again")};
  s.primary = RunButton{ActionId::Export, Words::tr("Export…")};
  return s;
}

QString sizeText(const DocumentState& now) {
  const QLocale locale;
  const media::Picture& input = *now.input->srgb;
  return Words::tr("%1 × %2 becomes %3 × %4.")
      .arg(locale.toString(input.width()), locale.toString(input.height()),
           locale.toString(input.width() * kScale), locale.toString(input.height() * kScale));
}

RunStatus withoutReference(const DocumentState& now) {
  RunStatus s;
  s.state = RunState::PictureOnly;
  s.sentence = Words::tr("Now add a better picture of the same thing");
  s.detail = now.references.empty()
                 ? Words::tr("A reprint, another angle or a closer view. Drop it anywhere.")
                 : Words::tr("All references are turned off.");
  s.secondary = RunButton{ActionId::Upscale, Words::tr("Enlarge without reference")};
  s.primary = RunButton{ActionId::AddReference, Words::tr("Add reference…")};
  return s;
}

// The one sensible thing to do about a reference that does not fit.
RunButton betterReference(const Document& document, pipeline::Verdict present) {
  const ReferenceItem* other = bestUnusedReference(document);
  if (other != nullptr) {
    const auto fit = fitOf(document, *other);
    if (fit && verdictOf(*fit) > present) {
      return {ActionId::UseBetter, Words::tr("Use %1").arg(letterOf(document, *other))};
    }
  }
  return {ActionId::AddReference, Words::tr("Add reference…")};
}

RunStatus judged(const Document& document, const ReferenceItem& best) {
  const pipeline::ReferenceFit fit = fitOf(document, best).value_or(pipeline::ReferenceFit());
  const pipeline::Verdict verdict = verdictOf(fit);
  const QString letter = letterOf(document, best);
  const QString covers = percentText(fit.covers);
  RunStatus s;
  if (verdict == pipeline::Verdict::Wrong) {
    s.state = RunState::Wrong;
    s.tone = RunTone::Warning;
    s.sentence = Words::tr("%1 shows something else: no sure match").arg(letter);
    s.detail = Words::tr("All detail would come from the model alone.");
    s.secondary = RunButton{ActionId::UpscaleWithout, Words::tr("Enlarge without reference")};
    s.primary = betterReference(document, verdict);
  } else if (verdict == pipeline::Verdict::Weak) {
    s.state = RunState::Weak;
    s.tone = RunTone::Warning;
    s.sentence = Words::tr("Weak reference: only %1 of the picture has a sure match").arg(covers);
    s.detail = Words::tr("The result would be almost the same as without a reference.");
    s.secondary = RunButton{ActionId::Upscale, Words::tr("Upscale anyway")};
    s.primary = betterReference(document, verdict);
  } else {
    s.state = RunState::Ready;
    s.tone = RunTone::Good;
    s.sentence = verdict == pipeline::Verdict::Good
                     ? Words::tr("Good reference: %1 of the picture has a sure match").arg(covers)
                     : Words::tr("Fair reference: %1 of the picture has a sure match").arg(covers);
    s.detail = sizeText(document.state());
    if (document.state().usedReferences().size() > 1) {
      s.detail =
          document.state().settings.options.combine == pipeline::Combine::Every
              ? Words::tr("%1 fits best; others lend where they match more surely.").arg(letter)
              : Words::tr("%1 fits best: the detail comes from it.").arg(letter);
    }
    s.primary = RunButton{ActionId::Upscale, Words::tr("Upscale 4×")};
  }
  return s;
}

// Said before the wait: without a GPU it is a long one. What was found moves to the second line.
RunStatus onCpu(const Document& document, RunStatus s) {
  const double seconds = document.estimate().seconds;
  if (s.state != RunState::Ready || !lacksGpu(document) || seconds < kSecondsWorthSaying) return s;
  s.state = RunState::NoGpu;
  s.tone = RunTone::Info;
  s.detail = s.sentence;
  s.sentence = Words::tr("No usable GPU: the CPU takes about %1").arg(durationText(seconds));
  s.secondary = RunButton{ActionId::WhyNoGpu, Words::tr("Why?")};
  return s;
}

RunStatus beforeRun(const Document& document) {
  const DocumentState& now = document.state();
  const auto used = now.usedReferences();
  if (used.empty()) return withoutReference(now);
  const bool looking = std::any_of(used.begin(), used.end(), [&](const ReferenceItem& r) {
    return r.picture == document.lookingAt();
  });
  if (!looking) {
    if (const ReferenceItem* best = bestUsedReference(document)) {
      RunStatus s = judged(document, *best);
      addEstimate(s, document);
      return onCpu(document, std::move(s));
    }
  }
  RunStatus s;
  s.state = looking ? RunState::Looking : RunState::Ready;
  s.tone = looking ? RunTone::Info : RunTone::Good;
  s.sentence =
      looking ? Words::tr("Looking at %1…").arg(document.lookingAt()->name)
      : used.size() == 1
          ? Words::tr("Ready to borrow from %1").arg(used.front().picture->name)
          : Words::tr("Ready to borrow from %n references", "", static_cast<int>(used.size()));
  s.detail = sizeText(now);
  s.primary = RunButton{ActionId::Upscale, Words::tr("Upscale 4×")};
  addEstimate(s, document);
  return onCpu(document, std::move(s));
}

} // namespace

QString bytesText(double bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString durationText(double seconds) {
  if (seconds < 10) return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
  if (seconds < 60) return Words::tr("%1 s").arg(QLocale().toString(qRound(seconds)));
  const int rounded = qRound(seconds / 10) * 10;
  if (rounded % 60 == 0) return Words::tr("%1 min").arg(QLocale().toString(rounded / 60));
  return Words::tr("%1 min %2 s")
      .arg(QLocale().toString(rounded / 60), QLocale().toString(rounded % 60));
}

QString percentText(double share) {
  return Words::tr("%1 %").arg(QLocale().toString(qRound(share * 100)));
}

// What is read will change the rest: said instead of it, with the same things to do.
RunStatus reading(int files, RunStatus s) {
  s.state = RunState::Reading;
  s.tone = RunTone::Running;
  s.sentence =
      files == 1 ? Words::tr("Reading the file") : Words::tr("Reading %n files", "", files);
  return s;
}

RunStatus describeRun(const Document& document) {
  if (document.job().phase != JobPhase::Idle) return running(document);
  if (document.failure()) return failed(document);
  const int files = document.loadingCount();
  if (document.state().input) {
    RunStatus s = document.cancelled() != nullptr ? cancelled(document)
                  : document.result() != nullptr  ? withResult(document)
                                                  : beforeRun(document);
    return files > 0 ? reading(files, std::move(s)) : s;
  }
  RunStatus s;
  s.primary = RunButton{ActionId::Upscale, Words::tr("Upscale 4×")};
  if (files > 0) {
    s = reading(files, std::move(s));
  } else if (!document.state().references.empty()) {
    s.state = RunState::ReferenceOnly;
    s.sentence = Words::tr("Now open the picture that you want to enlarge");
    s.detail = Words::tr("The reference is there already.");
    s.primary = RunButton{ActionId::Open, Words::tr("Open…")};
  } else {
    s.sentence = Words::tr("Start with the picture you want to enlarge");
    s.detail = Words::tr("Then add a better picture of the same thing, and press Upscale 4×.");
  }
  return s;
}

} // namespace refscale::ui
