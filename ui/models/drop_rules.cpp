#include "ui/models/drop_rules.h"

#include <algorithm>

namespace refscale::ui {
namespace {

std::vector<std::size_t> allBut(std::size_t count, std::optional<std::size_t> left) {
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < count; ++i) {
    if (i != left) rest.push_back(i);
  }
  return rest;
}

} // namespace

DropPlan planDrop(std::span<const std::int64_t> pixels, DropTarget target,
                  const DropSituation& situation) {
  DropPlan plan;
  if (pixels.empty()) return plan;
  if (target == DropTarget::TruePicture) {
    if (situation.hasInput && pixels.size() == 1) {
      plan.truth = 0;
    } else {
      plan.refused = allBut(pixels.size(), std::nullopt);
    }
    return plan;
  }
  const bool joins =
      target == DropTarget::References || (target == DropTarget::Window && situation.hasInput);
  if (joins) {
    plan.references = allBut(pixels.size(), std::nullopt);
  } else if (target == DropTarget::Input) {
    plan.input = 0;
    plan.refused = allBut(pixels.size(), 0);
  } else if (pixels.size() == 1) {
    plan.input = 0;
  } else {
    plan.input =
        static_cast<std::size_t>(std::min_element(pixels.begin(), pixels.end()) - pixels.begin());
    plan.references = allBut(pixels.size(), plan.input);
    plan.sorted = true;
    plan.replaces = situation.references == 0;
  }
  return plan;
}

} // namespace refscale::ui
