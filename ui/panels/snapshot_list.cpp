#include "ui/panels/snapshot_list.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include "ui/models/document.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

SnapshotList::SnapshotList(Document& document, const Theme& theme) {
  setObjectName("snapshotList");
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(metrics::kGap);
  int number = 0;
  for (const Snapshot* snapshot : document.snapshots()) {
    ++number;
    const int id = snapshot->id;
    auto* name = new QLineEdit(snapshot->name);
    name->setObjectName(QStringLiteral("snapshotName%1").arg(number));
    name->setAccessibleName(tr("Name of snapshot %1").arg(number));
    connect(name, &QLineEdit::editingFinished, &document,
            [&document, id, name] { document.renameSnapshot(id, name->text()); });
    auto* restore = new QToolButton;
    restore->setObjectName(QStringLiteral("snapshotRestore%1").arg(number));
    restore->setIcon(theme.icon("undo"));
    restore->setToolTip(tr("Bring back its settings"));
    restore->setAccessibleName(tr("Bring back the settings of %1").arg(snapshot->name));
    connect(restore, &QToolButton::clicked, &document,
            [&document, id] { document.restoreSnapshotSettings(id); });
    auto* remove = new QToolButton;
    remove->setObjectName(QStringLiteral("snapshotRemove%1").arg(number));
    remove->setIcon(theme.icon("close"));
    remove->setToolTip(tr("Remove"));
    remove->setAccessibleName(tr("Remove %1").arg(snapshot->name));
    connect(remove, &QToolButton::clicked, &document,
            [&document, id] { document.removeSnapshot(id); });
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(name, 1);
    row->addWidget(restore);
    row->addWidget(remove);
    rows->addLayout(row);
  }
}

} // namespace refscale::ui
