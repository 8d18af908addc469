// A bar that leaves out what matters least where there is no room for all of it. What is wanted at
// all is said here too, so that both do not fight over a widget's visibility.
#pragma once

#include <QObject>
#include <vector>

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

} // namespace refscale::ui
