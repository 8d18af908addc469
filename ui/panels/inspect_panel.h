// The numbers of the last run: how much was borrowed, the checks, the times. Observes the document.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/canvas/difference.h"

class QBoxLayout;

namespace refscale::ui {

class Document;
class PlotFrame;
class StagePlot;
class Theme;
struct ReferenceItem;

class InspectPanel : public QWidget {
  Q_OBJECT
 public:
  InspectPanel(Document& document, const Theme& theme);

  // Of the pictures that are compared at the moment, where that is their difference.
  void setDifference(const std::optional<ShownDifference>& difference);

 Q_SIGNALS:
  void referenceOffWanted();
  void shuffledWanted();
  void told(const QString& sentence); // what became of a file

 private:
  void showNumbers();
  void addMatches(QBoxLayout& panel);
  void addFit(QBoxLayout& panel, const ReferenceItem& item);
  void addResult(QBoxLayout& panel);
  void addChecks(QBoxLayout& panel);
  void addDifference(QBoxLayout& panel);
  void writeDifference(const QWidget& panel) const;
  void addTruth(QBoxLayout& panel);
  void addSnapshots(QBoxLayout& panel);
  void addTimes(QBoxLayout& panel);

  Document& document_;
  const Theme& theme_;
  QBoxLayout* whole_;
  StagePlot* stages_;
  PlotFrame* times_; // stays: it may be in a window of its own
  std::optional<ShownDifference> difference_;
  bool building_ = false;
};

} // namespace refscale::ui
