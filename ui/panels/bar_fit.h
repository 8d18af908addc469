// Bars where there is no room for all of it: one leaves out what matters least, another leaves its
// buttons their icons alone. What is wanted at all is said here too, so that nobody fights over a
// widget's visibility.
#pragma once

#include <QObject>
#include <vector>

class QToolButton;
class QWidget;

namespace refscale::ui {

class BarFit : public QObject {
  Q_OBJECT
 public:
  // `leastFirst` are left out in this order; the bar's other widgets always stay.
  BarFit(QWidget& bar, std::vector<QWidget*> leastFirst);

  void setWanted(QWidget* widget, bool wanted);
  void fit();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget& bar_;
  std::vector<QWidget*> leastFirst_;
  std::vector<QWidget*> unwanted_;
};

// Buttons with icon, text and tool tip that lose their text one after the other.
class CompactButtons : public QObject {
  Q_OBJECT
 public:
  CompactButtons(QWidget& bar, std::vector<QToolButton*> firstToGo);
  void fit();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] int needed() const;

  QWidget& bar_;
  std::vector<QToolButton*> firstToGo_;
};

} // namespace refscale::ui
