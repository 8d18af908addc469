// What the run bar offers when a run failed, or cannot be what it might: other settings, and again.
#include <algorithm>

#include "ui/models/machine.h"
#include "ui/models/reference_words.h"
#include "ui/session.h"

namespace refscale::ui {

void Session::runOnCpu() {
  Settings settings = document_.state().settings;
  settings.device = "cpu";
  document_.setSettings(tr("Use the CPU"), settings);
  run();
}

void Session::runInFp32() {
  Settings settings = document_.state().settings;
  settings.precision = pipeline::Precision::Fp32;
  document_.setSettings(tr("Compute in fp32"), settings);
  run();
}

void Session::runWithSmallerReferences() {
  Settings settings = document_.state().settings;
  const double now = largestMatched(document_.state());
  settings.options.referenceMegapixels = std::max(kLeastMegapixels, now / 2);
  document_.setSettings(tr("Use smaller references"), settings);
  run();
}

void Session::runWithoutReference() {
  document_.useNone();
  run();
}

void Session::useBetterReference() {
  if (const ReferenceItem* better = bestUnusedReference(document_)) document_.useOnly(better->id);
}

void Session::sayWhyNoGpu() {
  if (!document_.engine()) return;
  document_.addNotice({tr("No GPU can be used: %1. The CPU does the same work, it takes longer.")
                           .arg(document_.engine()->cuda)});
}

void Session::tellFrugal() {
  Notice told{tr("Memory ran out once; the run was repeated in tiles half as large.")};
  told.passing = true;
  document_.addNotice(std::move(told));
}

} // namespace refscale::ui
