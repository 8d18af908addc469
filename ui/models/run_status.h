// What the run bar says: from the document alone, one sentence, one line of detail, and the one or
// two things to do next.
#pragma once

#include <QString>
#include <optional>

#include "ui/actions.h"

namespace refscale::ui {

class Document;

enum class RunState {
  Start,
  ReferenceOnly, // a reference without a picture
  Reading,
  PictureOnly,
  Looking, // at a reference
  Ready,
  Weak,  // the reference: little is found in it
  Wrong, // nothing is
  Running,
  Pausing,
  Paused,
  Cancelling,
  Cancelled, // and nothing has changed since
  Finished,
  Changed,
  Failed,
  CheckFailed, // the result was broken
  NoGpu        // ready, but it will take its time
};
enum class RunTone { Info, Good, Running, Warning };

struct RunButton {
  ActionId action;
  QString text;
};

struct RunStatus {
  RunState state = RunState::Start;
  RunTone tone = RunTone::Info;
  QString sentence, detail;
  QString timing, timingDetail;
  std::optional<RunButton> primary, secondary;
  double progress = -1; // 0..1 while running
};

[[nodiscard]] RunStatus describeRun(const Document& document);

// "2.8 s", "3 min 20 s", in the language's own number format.
[[nodiscard]] QString durationText(double seconds);
// "54 %", with the numbers of the language.
[[nodiscard]] QString percentText(double share);
[[nodiscard]] QString bytesText(double bytes); // "1.9 GB"

} // namespace refscale::ui
