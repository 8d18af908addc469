#include "tests/ui/cut_off.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

#include "ui/panels/elided_label.h"

namespace refscale::test {
namespace {

bool fitsInside(const QComboBox& combo) {
  QStyleOptionComboBox option;
  option.initFrom(&combo);
  const int room =
      combo.style()
          ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo)
          .width();
  return combo.fontMetrics().horizontalAdvance(combo.currentText()) <= room;
}

bool fitsInside(const QHeaderView& header) {
  if (header.orientation() == Qt::Vertical) return true;
  for (int i = 0; i < header.count(); ++i) {
    const bool told =
        !header.model()->headerData(i, header.orientation(), Qt::ToolTipRole).isNull();
    if (!header.isSectionHidden(i) && header.sectionSizeHint(i) > header.sectionSize(i) && !told) {
      return false;
    }
  }
  return true;
}

// Its text, where it shows one that has to fit; whether it does is in `fits`.
QString textOf(const QWidget& widget, bool& fits) {
  fits = true;
  if (qobject_cast<const ui::ElidedLabel*>(&widget) != nullptr) {
    fits = !widget.toolTip().isEmpty();
    return widget.accessibleName();
  }
  if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
    fits = fitsInside(*combo) || combo->toolTip().contains(combo->currentText());
    return combo->currentText();
  }
  if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
    fits = fitsInside(*header);
    return header->parentWidget()->objectName() + " header";
  }
  if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
    fits = tabs->sizeHint().width() <= tabs->width();
    return tabs->count() > 0 ? tabs->tabText(0) + " tabs" : QString();
  }
  if (qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr) {
    fits = widget.minimumSizeHint().width() <= widget.width() &&
           widget.fontMetrics().height() <= widget.height();
    return widget.objectName() + " number";
  }
  QString text;
  bool wraps = false;
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
    text = label->text();
    wraps = label->wordWrap();
  } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
    const auto* tool = qobject_cast<const QToolButton*>(&widget);
    const bool icon = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
    if (!icon) text = button->text();
  }
  if (text.isEmpty()) return {};
  fits = wraps ? widget.heightForWidth(widget.width()) <= widget.height()
               : widget.minimumSizeHint().width() <= widget.width() &&
                     widget.minimumSizeHint().height() <= widget.height();
  return text;
}

// Whether its parents leave all of it; a panel that scrolls up and down need only be wide enough.
bool isWhole(const QWidget& widget) {
  QRect rect = widget.rect();
  bool scrolls = false;
  for (const QWidget* at = &widget; !at->isWindow(); at = at->parentWidget()) {
    rect.translate(at->pos());
    const QWidget& parent = *at->parentWidget();
    scrolls = scrolls || qobject_cast<const QAbstractScrollArea*>(parent.parentWidget()) != nullptr;
    if (rect.left() < 0 || rect.right() >= parent.width()) return false;
    if (!scrolls && (rect.top() < 0 || rect.bottom() >= parent.height())) return false;
  }
  return true;
}

// In a dock whose tab is not the one in front.
bool isBehind(const QWidget& widget) {
  for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
    if (qobject_cast<const QDockWidget*>(at) != nullptr) return at->visibleRegion().isEmpty();
  }
  return false;
}

} // namespace

QStringList cutOff(const QWidget& window) {
  QStringList cut;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->window() != &window) continue;
    if (isBehind(*widget)) continue;
    if (const auto* area = qobject_cast<const QScrollArea*>(widget)) {
      if (area->widget()->minimumSizeHint().width() > area->viewport()->width()) {
        cut += area->objectName();
      }
      continue;
    }
    bool fits = true;
    const QString text = textOf(*widget, fits);
    if (!text.isEmpty() && (!fits || !isWhole(*widget))) {
      cut += QStringLiteral("%1 \"%2\" %3 x %4")
                 .arg(widget->objectName(), text)
                 .arg(widget->width())
                 .arg(widget->height());
    }
  }
  return cut;
}

} // namespace refscale::test
