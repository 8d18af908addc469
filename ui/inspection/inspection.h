// What the person is looking at in the matches: which reference, which place, which positions are
// brushed, filtered and pinned. One for all views, maps and plots, so that a place is the same
// place everywhere. Observes the document and never changes it.
#pragma once

#include <QObject>
#include <QPointF>
#include <QSize>
#include <limits>
#include <optional>
#include <vector>

#include "ui/inspection/cell_overlay.h"
#include "ui/inspection/cell_set.h"
#include "ui/worker/messages.h"

namespace refscale::ui {

class Document;

inline constexpr std::size_t kMostPins = 20;

// Matches that do not pass are neither drawn nor listed. Lengths and errors in output pixels.
struct MatchFilter {
  float leastConfidence = kSureConfidence;
  double mostLength = std::numeric_limits<double>::infinity();
  double mostForwardBackward = std::numeric_limits<double>::infinity();
  bool pinsOnly = false;

  friend bool operator==(const MatchFilter&, const MatchFilter&) = default;
};
// Whether one match passes; pins are the business of who knows them.
[[nodiscard]] bool passes(const MatchFilter& filter, const Correspondence& matches,
                          std::size_t cell);

// A reference that was matched, as views name it.
struct InspectedReference {
  int place = 0; // among all references of the document: letter and colour
  QString letter, name;
  PictureHandle picture;
};

class Inspection : public QObject {
  Q_OBJECT
 public:
  explicit Inspection(const Document& document);

  // The result whose matches are shown (of the running job once they are there), null without one.
  [[nodiscard]] const ResultHandle& matches() const { return matches_; }
  [[nodiscard]] const std::vector<InspectedReference>& references() const { return references_; }
  [[nodiscard]] int reference() const { return reference_; }
  void setReference(int index);
  // Of the chosen reference; null where there is none. Lives as long as matches().
  [[nodiscard]] const Correspondence* correspondence() const;
  // The same for work in another thread: keeps its result alive.
  [[nodiscard]] std::shared_ptr<const Correspondence> sharedCorrespondence() const {
    return {matches_, correspondence()};
  }
  [[nodiscard]] float sure() const { return sure_; } // a match counts as sure from here on
  [[nodiscard]] double sureShareHere() const;        // of the chosen reference's positions, 0..1
  [[nodiscard]] QSize outputSize() const;            // the frame in which positions are given

  [[nodiscard]] std::optional<QPointF> position() const { return position_; } // output pixels
  void setPosition(std::optional<QPointF> position);
  [[nodiscard]] std::optional<std::size_t> cell() const; // of the grid, under the position

  [[nodiscard]] const CellSet& brush() const { return brush_; }
  void setBrush(CellSet brush);
  void clearBrush() { setBrush({}); }
  // How the brush looks on pictures: made once for all views, when the first of them is painted.
  [[nodiscard]] const CellOverlay& brushOverlay() const;

  [[nodiscard]] const MatchFilter& filter() const { return filter_; }
  void setFilter(const MatchFilter& filter);

  [[nodiscard]] const std::vector<std::size_t>& pins() const { return pins_; } // cells, as pinned
  void togglePin(std::size_t cell); // a pin more is refused when there are kMostPins
  void clearPins();

 Q_SIGNALS:
  void matchesChanged(); // the result, the reference, or what counts as sure
  void positionChanged();
  void brushChanged();
  void filterChanged();
  void pinsChanged();

 private:
  void follow();
  [[nodiscard]] bool followSure();

  const Document& document_;
  ResultHandle matches_;
  const void* input_ = nullptr; // whose matches these are
  std::vector<InspectedReference> references_;
  int reference_ = 0;
  float sure_ = kSureConfidence;
  std::optional<QPointF> position_;
  CellSet brush_;
  mutable std::optional<CellOverlay> overlay_;
  MatchFilter filter_;
  std::vector<std::size_t> pins_;
};

} // namespace refscale::ui
