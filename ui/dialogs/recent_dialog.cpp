#include "ui/dialogs/recent_dialog.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>

#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr QSize kSize(640, 520);
constexpr std::size_t kAll = 50; // as many as are remembered

} // namespace

RecentDialog::RecentDialog(RecentFiles& recent, QWidget* parent)
    : QDialog(parent),
      recent_(recent),
      search_(new QLineEdit),
      list_(new QListWidget),
      remove_(new QPushButton(tr("Remove"))),
      clear_(new QPushButton(tr("Clear all"))),
      open_(new QPushButton(tr("Open"))) {
  setObjectName("recentDialog");
  setWindowTitle(tr("Recent pictures"));
  resize(kSize);
  search_->setObjectName("recentSearch");
  search_->setPlaceholderText(tr("Search names and folders"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setClearButtonEnabled(true);
  list_->setObjectName("recentList");
  list_->setAccessibleName(tr("Recent pictures"));
  list_->setIconSize(QSize(metrics::kThumbnailWidth, metrics::kThumbnailHeight));
  list_->setUniformItemSizes(true);
  remove_->setObjectName("recentRemove");
  clear_->setObjectName("recentClear");
  open_->setObjectName("recentOpen");
  open_->setProperty("primary", true);
  open_->setDefault(true);
  auto* close = new QPushButton(tr("Close"));
  for (QPushButton* button : {remove_, clear_, open_, close}) {
    button->setAccessibleName(button->text());
  }
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(remove_);
  buttons->addWidget(clear_);
  buttons->addStretch();
  buttons->addWidget(close);
  buttons->addWidget(open_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                             2 * metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  column->addWidget(search_);
  column->addWidget(list_, 1);
  column->addLayout(buttons);
  connect(search_, &QLineEdit::textChanged, this, &RecentDialog::showMatching);
  connect(list_, &QListWidget::currentRowChanged, this, &RecentDialog::showMatching);
  connect(list_, &QListWidget::itemActivated, this, &RecentDialog::openChosen);
  connect(open_, &QPushButton::clicked, this, &RecentDialog::openChosen);
  connect(remove_, &QPushButton::clicked, this, &RecentDialog::removeChosen);
  connect(clear_, &QPushButton::clicked, &recent_, &RecentFiles::clear);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(&recent_, &RecentFiles::changed, this, &RecentDialog::refill);
  refill();
}

void RecentDialog::refill() {
  entries_ = recent_.entries(kAll);
  list_->clear();
  for (const RecentEntry& entry : entries_) {
    QPixmap thumbnail;
    thumbnail.loadFromData(entry.thumbnail, "PNG");
    auto* item = new QListWidgetItem(
        QIcon(thumbnail), QString::fromStdString(entry.input.filename().string()) + '\n' +
                              QString::fromStdString(entry.input.parent_path().string()));
    item->setToolTip(QString::fromStdString(entry.input.string()));
    list_->addItem(item);
  }
  if (list_->count() > 0) list_->setCurrentRow(0);
  showMatching();
}

void RecentDialog::showMatching() {
  for (int i = 0; i < list_->count(); ++i) {
    QListWidgetItem* item = list_->item(i);
    item->setHidden(!item->toolTip().contains(search_->text(), Qt::CaseInsensitive));
  }
  const QListWidgetItem* current = list_->currentItem();
  const bool any = current != nullptr && !current->isHidden();
  open_->setEnabled(any);
  remove_->setEnabled(any);
  clear_->setEnabled(list_->count() > 0);
}

void RecentDialog::openChosen() {
  const int row = list_->currentRow();
  if (row < 0 || list_->item(row)->isHidden()) return;
  const RecentEntry& entry = entries_.at(static_cast<std::size_t>(row));
  std::vector<std::filesystem::path> paths{entry.input};
  paths.insert(paths.end(), entry.references.begin(), entry.references.end());
  accept();
  Q_EMIT chosen(paths);
}

void RecentDialog::removeChosen() {
  const int row = list_->currentRow();
  if (row >= 0) recent_.remove(entries_.at(static_cast<std::size_t>(row)).input);
}

} // namespace refscale::ui
