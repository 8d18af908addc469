// The numbers of the last run: how much was borrowed, the checks, the times. Observes the document.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace refscale::ui {

class Document;
class Theme;

class InspectPanel : public QWidget {
  Q_OBJECT
 public:
  InspectPanel(const Document& document, const Theme& theme);

 Q_SIGNALS:
  void told(const QString& sentence); // what became of a file

 private:
  void showNumbers();
  void addMatches(QBoxLayout& panel);
  void addResult(QBoxLayout& panel);
  void addChecks(QBoxLayout& panel);
  void addTimes(QBoxLayout& panel);

  const Document& document_;
  const Theme& theme_;
  QBoxLayout* whole_;
};

} // namespace refscale::ui
