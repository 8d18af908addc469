#include "ui/views/compare_sources.h"

#include <algorithm>

#include "ui/models/document.h"
#include "ui/panels/reference_card.h"
#include "ui/views/picture_view.h"

namespace refscale::ui {
namespace {

// As the panel calls it, where it is still there.
QString letterOfUsed(const DocumentState& state, const ReferenceItem& used) {
  const auto place =
      std::find_if(state.references.begin(), state.references.end(),
                   [&](const ReferenceItem& r) { return r.picture == used.picture; });
  return place == state.references.end()
             ? used.picture->name
             : referenceLetter(static_cast<int>(place - state.references.begin()));
}

void addWarped(const Document& document, std::vector<SourceItem>& items) {
  const ResultItem& result = *document.result();
  const auto used = result.made.usedReferences();
  const std::size_t matched = result.result->correspondences.size();
  for (std::size_t i = 0; i < std::min(used.size(), matched); ++i) {
    items.push_back({Source::Warped, static_cast<int>(i),
                     PictureView::tr("%1 warped").arg(letterOfUsed(document.state(), used[i])),
                     used[i].id});
  }
}

CanvasLayer bicubicInstead(const Document& document, const QString& name) {
  CanvasLayer layer = layerOf(document, {Source::Bicubic, 0, {}});
  layer.name = name;
  return layer;
}

} // namespace

std::vector<SourceItem> availableSources(const Document& document) {
  std::vector<SourceItem> items;
  const DocumentState& state = document.state();
  const ResultItem* result = document.result();
  if (state.input) {
    items.push_back(
        {Source::Bicubic, 0,
         result == nullptr ? PictureView::tr("Input, bicubic 4×") : PictureView::tr("Bicubic")});
  }
  if (result != nullptr) items.push_back({Source::Result, 0, PictureView::tr("Result")});
  if (document.previousResult() != nullptr) {
    items.push_back({Source::PreviousResult, 0, PictureView::tr("Previous result")});
  }
  if (result != nullptr && !result->made.usedReferences().empty()) {
    items.push_back({Source::ReferenceOff, 0, PictureView::tr("Reference off")});
    addWarped(document, items);
  }
  if (result != nullptr && state.truth)
    items.push_back({Source::Truth, 0, PictureView::tr("True picture")});
  const auto snapshots = document.snapshots();
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    items.push_back({Source::Snapshot, static_cast<int>(i), snapshots[i]->name, snapshots[i]->id});
  }
  if (state.input) return items;
  for (std::size_t i = 0; i < state.references.size(); ++i) {
    const int index = static_cast<int>(i);
    items.push_back(
        {Source::Reference, index,
         PictureView::tr("%1  %2").arg(referenceLetter(index), state.references[i].picture->name),
         state.references[i].id});
  }
  return items;
}

bool isComputed(const Document& document, const SourceItem& item) {
  if (item.source == Source::ReferenceOff) return document.result()->off.result != nullptr;
  if (item.source == Source::Warped) return document.warpedReference(item.index) != nullptr;
  return true;
}

CanvasLayer layerOf(const Document& document, const SourceItem& item) {
  const DocumentState& state = document.state();
  const auto index = static_cast<std::size_t>(item.index);
  switch (item.source) {
    case Source::Bicubic:
      // Until the enlargement is made the view scales the input itself.
      return {item.name, document.bicubic() ? document.bicubic() : state.input->pyramid};
    case Source::Result:
      return {item.name, document.result()->pyramid};
    case Source::PreviousResult:
      return {item.name, document.previousResult()->pyramid};
    case Source::ReferenceOff:
      if (isComputed(document, item)) return {item.name, document.result()->off.pyramid};
      return bicubicInstead(document, PictureView::tr("Bicubic, until Reference off is computed"));
    case Source::Warped:
      if (isComputed(document, item)) {
        const auto used = document.result()->made.usedReferences();
        return {PictureView::tr("Reference warped (%1)").arg(letterOfUsed(state, used[index])),
                document.warpedReference(item.index)};
      }
      return bicubicInstead(document, PictureView::tr("Bicubic, until the reference is warped"));
    case Source::Truth:
      return {item.name, state.truth->pyramid};
    case Source::Snapshot:
      return {item.name, document.snapshots()[index]->item.pyramid};
    case Source::Reference:
      return {item.name, state.references[index].picture->pyramid};
  }
  return {};
}

} // namespace refscale::ui
