#include "ui/panels/bar_fit.h"

#include <QEvent>
#include <QLayout>
#include <QToolButton>
#include <QWidget>
#include <algorithm>

namespace refscale::ui {

BarFit::BarFit(QWidget& bar, std::vector<QWidget*> leastFirst)
    : QObject(&bar), bar_(bar), leastFirst_(std::move(leastFirst)) {
  bar_.installEventFilter(this);
}

void BarFit::setWanted(QWidget* widget, bool wanted) {
  std::erase(unwanted_, widget);
  if (!wanted) unwanted_.push_back(widget);
  fit();
}

void BarFit::fit() {
  const QLayout& row = *bar_.layout();
  int needed = row.contentsMargins().left() + row.contentsMargins().right();
  const auto wanted = [this](QWidget* w) {
    return std::find(unwanted_.begin(), unwanted_.end(), w) == unwanted_.end();
  };
  for (int i = 0; i < row.count(); ++i) {
    QWidget* part = row.itemAt(i)->widget();
    if (part != nullptr && wanted(part)) needed += part->sizeHint().width() + row.spacing();
  }
  std::vector<QWidget*> left;
  for (QWidget* least : leastFirst_) {
    if (needed <= bar_.width()) break;
    if (!wanted(least)) continue;
    needed -= least->sizeHint().width() + row.spacing();
    left.push_back(least);
  }
  for (int i = 0; i < row.count(); ++i) {
    QWidget* part = row.itemAt(i)->widget();
    if (part == nullptr) continue;
    part->setVisible(wanted(part) && std::find(left.begin(), left.end(), part) == left.end());
  }
}

bool BarFit::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Show) fit();
  return QObject::eventFilter(watched, event);
}

CompactButtons::CompactButtons(QWidget& bar, std::vector<QToolButton*> firstToGo)
    : QObject(&bar), bar_(bar), firstToGo_(std::move(firstToGo)) {
  bar_.installEventFilter(this);
}

int CompactButtons::needed() const {
  const QLayout& row = *bar_.layout();
  int sum = row.contentsMargins().left() + row.contentsMargins().right();
  for (int i = 0; i < row.count(); ++i) {
    const QWidget* part = row.itemAt(i)->widget();
    if (part == nullptr || part->isHidden()) continue;
    const QLayout* inside = part->layout(); // knows at once what its buttons have become
    const int width = inside != nullptr ? inside->sizeHint().width() : part->sizeHint().width();
    sum += std::max(width, part->minimumWidth()) + row.spacing();
  }
  return sum;
}

void CompactButtons::fit() {
  for (QToolButton* button : firstToGo_) button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  for (QToolButton* button : firstToGo_) {
    if (needed() <= bar_.width()) return;
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  }
}

bool CompactButtons::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Show) fit();
  return QObject::eventFilter(watched, event);
}

} // namespace refscale::ui
