#include "ui/panels/help_panel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>

#include "ui/panels/help_texts.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kLetters = 44; // of a line

} // namespace

HelpPanel::HelpPanel(QWidget& window) : QFrame(&window), words_(makeText("help")) {
  setObjectName("helpPanel");
  setProperty("role", "help");
  setFocusPolicy(Qt::ClickFocus); // not on the way of the Tab key
  words_->setObjectName("helpWords");
  words_->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                             metrics::kPadding);
  column->addWidget(words_);
  hide();
}

void HelpPanel::showFor(QWidget* part) {
  if (isVisible()) {
    putAway();
    return;
  }
  part_ = part;
  QWidget& about = part != nullptr ? *part : *parentWidget();
  words_->setText(helpOn(&about));
  setAccessibleName(words_->text());
  placeBeside(about);
  show();
  raise();
  setFocus();
  QAccessibleEvent told(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

void HelpPanel::placeBeside(const QWidget& part) {
  const QRect window = parentWidget()->rect().adjusted(metrics::kPadding, metrics::kPadding,
                                                       -metrics::kPadding, -metrics::kPadding);
  ensurePolished();
  const int width =
      std::min(window.width(), kLetters * fontMetrics().averageCharWidth() + 2 * metrics::kPadding);
  const QSize size(width, heightForWidth(width));
  const QRect about(part.mapTo(parentWidget(), QPoint(0, 0)), part.size());
  // Below it where there is room, else above, else over it.
  int top = about.bottom() + metrics::kGap;
  if (top + size.height() > window.bottom()) top = about.top() - metrics::kGap - size.height();
  if (top < window.top())
    top = std::min(about.top() + metrics::kPadding, window.bottom() - size.height());
  const int left = std::clamp(about.left(), window.left(),
                              std::max(window.left(), window.right() - size.width()));
  setGeometry(QRect(QPoint(left, top), size));
}

void HelpPanel::putAway() {
  const QPointer<QWidget> part = part_;
  part_ = nullptr;
  hide();
  if (part) part->setFocus(Qt::OtherFocusReason);
}

bool HelpPanel::event(QEvent* event) {
  const auto type = event->type();
  if ((type == QEvent::ShortcutOverride || type == QEvent::KeyPress) &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    if (type == QEvent::KeyPress) putAway();
    event->accept(); // taken from the action that has this key as its shortcut
    return true;
  }
  if (type == QEvent::MouseButtonRelease) {
    putAway();
    return true;
  }
  return QFrame::event(event);
}

void HelpPanel::focusOutEvent(QFocusEvent* event) {
  QFrame::focusOutEvent(event);
  if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
    part_ = nullptr;
    hide();
  }
}

} // namespace refscale::ui
