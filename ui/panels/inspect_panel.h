// The numbers of the last run: how much was borrowed, the checks, the times. Observes the document.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace refscale::ui {

class Document;
class Theme;
struct ReferenceItem;

class InspectPanel : public QWidget {
  Q_OBJECT
 public:
  InspectPanel(const Document& document, const Theme& theme);

 private:
  void showNumbers();
  void addMatches(QBoxLayout& panel);
  void addFit(QBoxLayout& panel, const ReferenceItem& item);
  void addResult(QBoxLayout& panel);
  void addChecks(QBoxLayout& panel);
  void addTimes(QBoxLayout& panel);

  const Document& document_;
  const Theme& theme_;
  QBoxLayout* whole_;
};

} // namespace refscale::ui
