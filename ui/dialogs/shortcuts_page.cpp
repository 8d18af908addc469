#include "ui/dialogs/shortcuts_page.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include "ui/actions.h"
#include "ui/models/preferences.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {

ShortcutsPage::ShortcutsPage(Preferences& preferences, const Actions& actions, QWidget* parent)
    : QWidget(parent),
      preferences_(preferences),
      actions_(actions),
      list_(new QTreeWidget),
      edit_(new QKeySequenceEdit),
      none_(new QPushButton(tr("None"))),
      usual_(new QPushButton(tr("Usual"))),
      message_(makeText("second")) {
  list_->setObjectName("shortcutList");
  list_->setAccessibleName(tr("Actions and their shortcuts"));
  list_->setHeaderLabels({tr("Action"), tr("Shortcut")});
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  edit_->setObjectName("shortcutEdit");
  edit_->setAccessibleName(tr("New shortcut of the chosen action"));
  none_->setObjectName("shortcutNone");
  none_->setToolTip(tr("Take the shortcut away"));
  usual_->setObjectName("shortcutUsual");
  usual_->setToolTip(tr("Back to the shortcut that it comes with"));
  message_->setObjectName("shortcutMessage");
  message_->setWordWrap(true);
  fill();
  connect(list_, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showChosen);
  connect(edit_, &QKeySequenceEdit::editingFinished, this, [this] { take(edit_->keySequence()); });
  connect(none_, &QPushButton::clicked, this, [this] { take({}); });
  connect(usual_, &QPushButton::clicked, this, &ShortcutsPage::goBackToUsual);
  connect(&preferences_, &Preferences::changed, this, &ShortcutsPage::showKeys);
  auto* row = new QHBoxLayout;
  row->addWidget(edit_, 1);
  row->addWidget(none_);
  row->addWidget(usual_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(metrics::kPadding);
  column->addWidget(list_, 1);
  column->addLayout(row);
  column->addWidget(message_);
  list_->setCurrentItem(list_->topLevelItem(0));
}

void ShortcutsPage::fill() {
  for (const QAction* action : actions_.all()) {
    auto* item = new QTreeWidgetItem(list_, {plainActionText(action->text()), QString()});
    item->setData(0, Qt::UserRole, action->objectName());
  }
  showKeys();
}

int ShortcutsPage::chosen() const {
  return list_->indexOfTopLevelItem(list_->currentItem());
}

void ShortcutsPage::showKeys() {
  for (int i = 0; i < list_->topLevelItemCount(); ++i) {
    QTreeWidgetItem& item = *list_->topLevelItem(i);
    const QString name = item.data(0, Qt::UserRole).toString();
    item.setText(1, actions_.keyOf(name).toString(QKeySequence::NativeText));
  }
  showChosen();
}

void ShortcutsPage::showChosen() {
  const bool any = chosen() >= 0;
  edit_->setEnabled(any);
  message_->clear();
  if (!any) return;
  const QString name = list_->currentItem()->data(0, Qt::UserRole).toString();
  const QKeySequence key = actions_.keyOf(name);
  const QSignalBlocker quiet(edit_);
  edit_->setKeySequence(key);
  none_->setEnabled(!key.isEmpty());
  usual_->setEnabled(key != Actions::usualKeyOf(name));
}

void ShortcutsPage::take(const QKeySequence& wanted) {
  if (chosen() < 0) return;
  const QString name = list_->currentItem()->data(0, Qt::UserRole).toString();
  // One chord; what was typed after it is let go.
  const QKeySequence key = wanted.isEmpty() ? wanted : QKeySequence(wanted[0]);
  if (key == actions_.keyOf(name)) return showChosen();
  QString refused;
  if (key == QKeySequence(Qt::Key_Space)) {
    refused = tr("Space shows A alone while it is held. Choose another key.");
  }
  for (int i = 0; i < list_->topLevelItemCount() && !key.isEmpty(); ++i) {
    const QTreeWidgetItem& other = *list_->topLevelItem(i);
    const QString otherName = other.data(0, Qt::UserRole).toString();
    if (otherName == name || actions_.keyOf(otherName) != key) continue;
    refused = tr("%1 belongs to “%2”. Choose another key, or take it away there first.")
                  .arg(key.toString(QKeySequence::NativeText), other.text(0));
  }
  if (!refused.isEmpty()) {
    showChosen();
    message_->setText(refused);
    return;
  }
  PreferenceValues next = preferences_.values();
  if (key == Actions::usualKeyOf(name)) {
    next.shortcuts.erase(name);
  } else {
    next.shortcuts[name] = key.toString(QKeySequence::PortableText);
  }
  preferences_.set(next);
}

void ShortcutsPage::goBackToUsual() {
  if (chosen() < 0) return;
  take(Actions::usualKeyOf(list_->currentItem()->data(0, Qt::UserRole).toString()));
}

} // namespace refscale::ui
