#include "ui/panels/segments.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QToolButton>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {

QFrame* makeSegments(std::initializer_list<QAction*> actions) {
  auto* frame = new QFrame;
  frame->setProperty("role", "segments");
  frame->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(frame);
  row->setContentsMargins(2, 2, 2, 2);
  row->setSpacing(2);
  for (QAction* action : actions) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMinimumSize(metrics::kControl, metrics::kControlSmall);
    button->setObjectName(action->objectName() + "Button");
    button->setAccessibleName(plainActionText(action->text()));
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
  }
  return frame;
}

} // namespace refscale::ui
