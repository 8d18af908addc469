#include "ui/panels/mask_section.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include "ui/actions.h"
#include "ui/models/document.h"
#include "ui/models/mask_editor.h"
#include "ui/models/run_status.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {

MaskSection::MaskSection(const Document& document, MaskEditor& editor, const Actions& actions)
    : document_(document),
      editor_(editor),
      share_(makeText("second")),
      size_(new QSlider(Qt::Horizontal)),
      sizeNumber_(new QSpinBox) {
  setObjectName("maskSection");
  auto* head = new QHBoxLayout;
  auto* heading = makeText("heading", tr("Do not borrow here"));
  heading->setWordWrap(true);
  head->addWidget(heading, 1);
  share_->setObjectName("paintedShare");
  head->addWidget(share_);
  auto* tools = new QHBoxLayout;
  tools->setSpacing(2 * metrics::kGap);
  const auto button = [&](ActionId id) {
    auto* made = new QToolButton;
    made->setDefaultAction(&actions[id]);
    made->setProperty("role", "tool");
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setObjectName(actions[id].objectName() + "Button");
    made->setAccessibleName(plainActionText(actions[id].text()));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
  };
  tools->addWidget(button(ActionId::Brush));
  tools->addWidget(button(ActionId::Erase));
  tools->addStretch();
  auto* more = new QToolButton;
  more->setText(QStringLiteral("⋯"));
  more->setToolTip(tr("More for the painted area"));
  more->setObjectName("maskMore");
  more->setProperty("role", "tool");
  more->setAccessibleName(tr("More for the painted area"));
  more->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more);
  for (const ActionId id : {ActionId::PaintRegion, ActionId::InvertMask, ActionId::ClearMask,
                            ActionId::LoadMask, ActionId::SaveMask}) {
    menu->addAction(&actions[id]);
  }
  more->setMenu(menu);
  head->addWidget(more);
  size_->setObjectName("brushSize");
  size_->setAccessibleName(tr("Brush size"));
  size_->setRange(MaskEditor::kLeastSize, MaskEditor::kMostSize);
  size_->setMinimumSize(metrics::kControl, metrics::kControlSmall); // gives way first
  sizeNumber_->setObjectName("brushSizeNumber");
  sizeNumber_->setAccessibleName(tr("Brush size in pixels"));
  sizeNumber_->setRange(MaskEditor::kLeastSize, MaskEditor::kMostSize);
  sizeNumber_->setSuffix(tr(" px"));
  sizeNumber_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  sizeNumber_->setAlignment(Qt::AlignRight);
  sizeNumber_->setKeyboardTracking(false);
  auto* label = new QLabel(tr("Brush size"));
  label->setMinimumWidth(metrics::kLabelColumn);
  label->setBuddy(size_);
  label->setObjectName("brushSizeLabel");
  label->setToolTip(tr("Double-click brings back the usual value"));
  label->installEventFilter(this);
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(label);
  row->addWidget(size_, 1);
  row->addWidget(sizeNumber_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2 * metrics::kGap);
  column->addLayout(head);
  column->addLayout(tools);
  column->addLayout(row);
  connect(size_, &QSlider::valueChanged, &editor_, &MaskEditor::setSize);
  connect(sizeNumber_, &QSpinBox::valueChanged, &editor_, &MaskEditor::setSize);
  connect(&editor_, &MaskEditor::brushChanged, this, &MaskSection::showState);
  connect(&document_, &Document::stateChanged, this, &MaskSection::showState);
  showState();
}

bool MaskSection::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::MouseButtonDblClick) return QWidget::eventFilter(watched, event);
  editor_.setSize(MaskEditor::kUsualSize);
  return true;
}

void MaskSection::showState() {
  const QSignalBlocker slider(size_);
  const QSignalBlocker number(sizeNumber_);
  size_->setValue(editor_.size());
  sizeNumber_->setValue(editor_.size());
  const MaskHandle& mask = document_.state().mask;
  share_->setText(mask ? tr("%1 painted").arg(percentText(paintedShare(mask)))
                       : tr("Nothing painted"));
}

} // namespace refscale::ui
