#include "ui/models/estimates.h"

#include <QSettings>
#include <algorithm>

#include "core/pipeline/estimate.h"
#include "ui/models/document.h"

namespace refscale::ui {
namespace {

using pipeline::PictureSize;

PictureSize sizeOf(const PictureHandle& picture) {
  return {picture->srgb->width(), picture->srgb->height()};
}

double matchWorkOf(const DocumentState& state) {
  double work = 0;
  for (const ReferenceItem& r : state.usedReferences()) {
    work += matchWork(sizeOf(state.input),
                      matchedSize(scaledSize(sizeOf(r.picture), state.settings.referenceScale,
                                             state.settings.options.referenceMegapixels),
                                  state.settings.options.referenceMegapixels));
  }
  return work;
}

// With each reference that may lend, as many times as it is restored.
double restoreWorkOf(const DocumentState& state) {
  const pipeline::UpscaleOptions& options = state.settings.options;
  const std::size_t lenders = options.combine == pipeline::Combine::Best
                                  ? 1
                                  : std::max<std::size_t>(1, state.usedReferences().size());
  return restoreWork(sizeOf(state.input)) * static_cast<double>(lenders) * options.selfEnsemble;
}

double secondsOf(const pipeline::Report& report, std::initializer_list<Stage> stages) {
  double sum = 0;
  for (const Stage stage : stages) {
    const auto found = report.seconds.find(stageName(stage));
    if (found != report.seconds.end()) sum += found->second;
  }
  return sum;
}

} // namespace

Estimates::Estimates(QSettings& settings, Document& document, QObject* parent)
    : QObject(parent), settings_(settings), document_(document) {
  connect(&document_, &Document::resultChanged, this, &Estimates::learn);
  connect(&document_, &Document::stateChanged, this, &Estimates::estimate);
  connect(&document_, &Document::preflightChanged, this, &Estimates::estimate);
}

QString Estimates::key(const char* what) const {
  const Settings& s = document_.state().settings;
  return QStringLiteral("rates/%1/%2/%3/%4")
      .arg(s.model, s.device, QString::fromLatin1(pipeline::precisionName(s.precision)),
           QString::fromLatin1(what));
}

// Seconds for a unit of work, and bytes of an output pixel.
void Estimates::learn() {
  const ResultItem* item = document_.result();
  if (item == nullptr || item->result.get() == learntFrom_) return;
  learntFrom_ = item->result.get();
  if (item->made.settings != document_.state().settings) return; // belongs to other keys
  if (const ResultItem* before = document_.previousResult()) {
    // A change of strength or mask restores little or nothing anew: its time tells nothing.
    const Settings& then = before->made.settings;
    const Settings& now = item->made.settings;
    const bool kept = then.model == now.model && then.device == now.device &&
                      then.precision == now.precision &&
                      differenceBetween(before->made, item->made).rerun == Rerun::Restoring;
    if (kept) return;
  }
  const pipeline::Report& report = item->result->report;
  const double match = secondsOf(report, {Stage::Match, Stage::Align});
  const double matchWhole = matchWorkOf(item->made);
  if (match > 0 && matchWhole > 0) settings_.setValue(key("match"), match / matchWhole);
  const double restore = secondsOf(report, {Stage::Restore, Stage::Check});
  if (restore > 0) {
    settings_.setValue(key("restore"), restore / restoreWorkOf(item->made));
  }
  if (report.peakBytes > 0 && report.outputWidth > 0) {
    settings_.setValue(key("bytes"), static_cast<double>(report.peakBytes) / report.outputWidth /
                                         report.outputHeight);
  }
  estimate();
}

void Estimates::estimate() {
  const DocumentState& state = document_.state();
  if (!state.input) return document_.setEstimate({});
  double looked = 0; // seconds for a unit of work while looking at references
  for (const ReferenceItem& r : state.references) {
    const PreflightHandle found = document_.preflightOf(r.picture);
    if (found && found->work > 0) looked = found->seconds / found->work;
  }
  const double match = settings_.value(key("match"), looked).toDouble();
  const double restore = settings_.value(key("restore"), looked).toDouble();
  Estimate made;
  const double matchWhole = matchWorkOf(state);
  if (restore > 0 && (match > 0 || matchWhole == 0)) {
    made.seconds = match * matchWhole + restore * restoreWorkOf(state);
  }
  const double pixels = 1.0 * kScale * kScale * static_cast<double>(state.input->pixels());
  made.bytes = settings_.value(key("bytes"), 0.0).toDouble() * pixels;
  document_.setEstimate(made);
}

} // namespace refscale::ui
