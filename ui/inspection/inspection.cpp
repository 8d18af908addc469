#include "ui/inspection/inspection.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/document.h"
#include "ui/panels/reference_card.h"

namespace refscale::ui {

bool passes(const MatchFilter& filter, const Correspondence& matches, std::size_t cell) {
  if (matches.confidence.values[cell] < filter.leastConfidence) return false;
  const Vec2f offset = matches.pixels.values[cell];
  if (std::hypot(offset.x, offset.y) > filter.mostLength) return false;
  const auto& back = matches.forwardBackward;
  return back.empty() || back.values[cell] * back.step <= filter.mostForwardBackward;
}

Inspection::Inspection(const Document& document) : document_(document) {
  connect(&document_, &Document::stateChanged, this, &Inspection::follow);
  connect(&document_, &Document::resultChanged, this, &Inspection::follow);
  follow();
}

bool Inspection::followSure() {
  const auto now = static_cast<float>(document_.sure());
  if (now == sure_) return false;
  // The filter goes along, unless somebody has set it to something else.
  const bool along = filter_.leastConfidence == sure_;
  sure_ = now;
  if (along) {
    filter_.leastConfidence = now;
    Q_EMIT filterChanged();
  }
  return true;
}

void Inspection::follow() {
  const ResultHandle now = document_.matches();
  const bool surer = followSure();
  if (now == matches_) {
    if (surer) Q_EMIT matchesChanged();
    return;
  }
  matches_ = now;
  references_.clear();
  const DocumentState& made = document_.matchesMadeFrom();
  const void* input = nullptr;
  if (matches_) {
    input = made.input.get();
    for (const ReferenceItem& item : made.usedReferences()) {
      const auto found = std::find(made.references.begin(), made.references.end(), item);
      const auto place = static_cast<int>(found - made.references.begin());
      references_.push_back({place, referenceLetter(place), item.picture->name, item.picture});
    }
  }
  reference_ = std::clamp(reference_, 0, std::max(0, static_cast<int>(references_.size()) - 1));
  const bool other = input != input_ || correspondence() == nullptr;
  input_ = input;
  if (other) setPosition({}); // cells of another picture mean nothing here
  if (other) {                // before anybody looks for them in the new cells
    clearBrush();
    clearPins();
  }
  Q_EMIT matchesChanged();
}

const Correspondence* Inspection::correspondence() const {
  const auto index = static_cast<std::size_t>(reference_);
  if (!matches_ || index >= matches_->correspondences.size() || index >= references_.size()) {
    return nullptr;
  }
  return &matches_->correspondences[index];
}

double Inspection::sureShareHere() const {
  const Correspondence* matches = correspondence();
  if (matches == nullptr || matches->confidence.empty()) return 0;
  const auto& values = matches->confidence.values;
  const auto sure =
      std::count_if(values.begin(), values.end(), [this](float v) { return v >= sure_; });
  return static_cast<double>(sure) / static_cast<double>(values.size());
}

QSize Inspection::outputSize() const {
  const PictureHandle& input = document_.matchesMadeFrom().input;
  return input ? QSize(input->srgb->width(), input->srgb->height()) * kScale : QSize();
}

void Inspection::setReference(int index) {
  if (index == reference_ || index < 0 || index >= static_cast<int>(references_.size())) return;
  reference_ = index;
  Q_EMIT matchesChanged();
}

void Inspection::setPosition(std::optional<QPointF> position) {
  if (position == position_) return;
  position_ = position;
  Q_EMIT positionChanged();
}

std::optional<std::size_t> Inspection::cell() const {
  const Correspondence* c = correspondence();
  if (!position_ || c == nullptr || c->pixels.empty()) return {};
  const auto& grid = c->pixels;
  const int x = std::clamp(static_cast<int>(position_->x() / grid.step), 0, grid.width - 1);
  const int y = std::clamp(static_cast<int>(position_->y() / grid.step), 0, grid.height - 1);
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width) +
         static_cast<std::size_t>(x);
}

void Inspection::setBrush(CellSet brush) {
  if (brush == brush_) return;
  brush_ = std::move(brush);
  overlay_.reset();
  Q_EMIT brushChanged();
}

const CellOverlay& Inspection::brushOverlay() const {
  if (!overlay_) overlay_.emplace(brush_);
  return *overlay_;
}

void Inspection::setFilter(const MatchFilter& filter) {
  if (filter == filter_) return;
  filter_ = filter;
  Q_EMIT filterChanged();
}

void Inspection::togglePin(std::size_t cell) {
  const auto found = std::find(pins_.begin(), pins_.end(), cell);
  const bool pinned = found != pins_.end();
  if (!pinned && pins_.size() >= kMostPins) return;
  if (pinned) {
    pins_.erase(found);
  } else {
    pins_.push_back(cell);
  }
  Q_EMIT pinsChanged();
}

void Inspection::clearPins() {
  if (pins_.empty()) return;
  pins_.clear();
  Q_EMIT pinsChanged();
}

} // namespace refscale::ui
