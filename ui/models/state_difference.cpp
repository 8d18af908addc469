// What a change since the last result costs, and how it is said.
#include <QLocale>
#include <algorithm>

#include "ui/models/document.h"

namespace refscale::ui {
namespace {

QString percent(double share) {
  return Document::tr("%1 %").arg(QLocale().toString(qRound(share * 100)));
}

bool sameReferences(const std::vector<ReferenceItem>& a, const std::vector<ReferenceItem>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.picture == y.picture; });
}

// In whatever order.
bool sameSet(std::vector<ReferenceItem> a, std::vector<ReferenceItem> b) {
  for (auto* list : {&a, &b}) {
    std::sort(list->begin(), list->end(),
              [](const auto& x, const auto& y) { return x.picture < y.picture; });
  }
  return sameReferences(a, b);
}

QString referenceSentence(std::size_t before, std::size_t now) {
  if (now > before) return Document::tr("A reference was added. Matching runs again");
  if (now < before) return Document::tr("A reference was taken out. Matching runs again");
  return Document::tr("The references changed. Matching runs again");
}

} // namespace

StateDifference differenceBetween(const DocumentState& made, const DocumentState& now) {
  if (made.input != now.input) {
    return {Rerun::Matching, Document::tr("The picture changed. Everything runs again")};
  }
  const auto usedBefore = made.usedReferences();
  const auto usedNow = now.usedReferences();
  const bool moved = !sameReferences(usedBefore, usedNow);
  if (moved && !sameSet(usedBefore, usedNow)) {
    return {Rerun::Matching, referenceSentence(usedBefore.size(), usedNow.size())};
  }
  const Settings& a = made.settings;
  const Settings& b = now.settings;
  // Another model, device or precision loads the network anew, and with it what it had kept.
  if (a.model != b.model) {
    return {Rerun::Matching, Document::tr("The model changed. Matching runs again")};
  }
  if (a.device != b.device) {
    return {Rerun::Matching, Document::tr("The device changed. Matching runs again")};
  }
  if (a.precision != b.precision) {
    return {Rerun::Matching, Document::tr("The precision changed. Matching runs again")};
  }
  if (a.referenceScale != b.referenceScale) {
    return {Rerun::Matching, Document::tr("The reference scale changed. Matching runs again")};
  }
  pipeline::UpscaleOptions restoringOnly = a.options;
  restoringOnly.strength = b.options.strength;
  restoringOnly.gate = b.options.gate;
  restoringOnly.combine = b.options.combine;
  restoringOnly.selfEnsemble = b.options.selfEnsemble;
  if (restoringOnly != b.options) {
    return {Rerun::Matching, Document::tr("The way of matching changed. Matching runs again")};
  }
  if (a.options.strength != b.options.strength) {
    return {Rerun::Restoring, Document::tr("Strength changed from %1 to %2. Matches kept")
                                  .arg(percent(a.options.strength), percent(b.options.strength))};
  }
  if (!sameMask(made.mask, now.mask)) {
    return {Rerun::Restoring, Document::tr("The painted area changed. Matches kept")};
  }
  if (a.options.gate != b.options.gate) {
    return {Rerun::Restoring,
            b.options.gate ? Document::tr("Borrows less where the match is unsure. Matches kept")
                           : Document::tr("Borrows even where the match is unsure. Matches kept")};
  }
  if (a.options.combine != b.options.combine) {
    return {Rerun::Restoring, b.options.combine == pipeline::Combine::Every
                                  ? Document::tr("Every reference lends. Matches kept")
                                  : Document::tr("Only the best reference lends. Matches kept")};
  }
  if (a.options.selfEnsemble != b.options.selfEnsemble) {
    return {Rerun::Restoring, Document::tr("Passes changed from %1 to %2. Matches kept")
                                  .arg(QLocale().toString(a.options.selfEnsemble),
                                       QLocale().toString(b.options.selfEnsemble))};
  }
  if (moved) {
    return {Rerun::Restoring, Document::tr("The order of the references changed. Matches kept")};
  }
  return {};
}

} // namespace refscale::ui
