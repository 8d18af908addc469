#include "ui/dialogs/ranking_dialog.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include "ui/folder_ranking.h"
#include "ui/models/reference_words.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 640, kHeight = 480;
constexpr int kProposed = 5;

} // namespace

RankingDialog::RankingDialog(FolderRanking& ranking, const QString& folder, QWidget* parent)
    : QDialog(parent),
      ranking_(ranking),
      words_(makeText("second")),
      progress_(new QProgressBar),
      list_(new QTreeWidget),
      add_(new QPushButton(tr("Add as references"))) {
  setObjectName("rankingDialog");
  setWindowTitle(tr("References in %1").arg(folder));
  resize(kWidth, kHeight);
  words_->setObjectName("rankingWords");
  words_->setWordWrap(true);
  progress_->setAccessibleName(tr("Pictures looked at"));
  progress_->setTextVisible(false);
  list_->setObjectName("rankingList");
  list_->setAccessibleName(tr("Pictures of the folder, the best reference first"));
  list_->setHeaderLabels({tr("Picture"), tr("Verdict"), tr("Placement")});
  list_->setRootIsDecorated(false);
  list_->setUniformRowHeights(true);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  list_->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setObjectName("rankingCancel");
  add_->setObjectName("rankingAdd");
  add_->setProperty("primary", true);
  add_->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(add_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                             2 * metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  column->addWidget(words_);
  column->addWidget(progress_);
  column->addWidget(list_, 1);
  column->addLayout(buttons);
  connect(list_, &QTreeWidget::itemChanged, this, &RankingDialog::choose);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(add_, &QPushButton::clicked, this, &QDialog::accept);
  connect(&ranking_, &FolderRanking::changed, this, &RankingDialog::refill);
  connect(this, &QDialog::finished, &ranking_, &FolderRanking::stop);
  refill();
}

void RankingDialog::refill() {
  const QSignalBlocker quiet(list_);
  list_->clear();
  int proposed = 0;
  for (const FolderRanking::Item& found : ranking_.items()) {
    auto* item = new QTreeWidgetItem(list_);
    item->setText(0, QString::fromStdString(found.path.filename().string()));
    item->setToolTip(0, QString::fromStdString(found.path.string()));
    if (!found.fit) {
      item->setText(1, tr("Not read"));
      item->setToolTip(1, found.problem);
      item->setFlags(item->flags() & ~(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled));
      continue;
    }
    item->setText(1, verdictLine(*found.fit));
    item->setText(2, placementLine(*found.fit));
    const bool propose = verdictOf(*found.fit) > pipeline::Verdict::Wrong && proposed < kProposed;
    proposed += propose ? 1 : 0;
    const bool checked = touched_ ? own_.count(found.path) > 0 : propose;
    item->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
  }
  const auto done = static_cast<int>(ranking_.items().size());
  const auto total = static_cast<int>(ranking_.total());
  progress_->setRange(0, total);
  progress_->setValue(done);
  progress_->setVisible(ranking_.isRunning());
  QString words = ranking_.isRunning()
                      ? tr("%1 of %2 pictures looked at. Those checked can be added at any time.")
                            .arg(QLocale().toString(done), QLocale().toString(total))
                  : proposed > 0 ? tr("The best pictures are checked.")
                                 : tr("None of these pictures shows the same thing.");
  if (ranking_.leftOut() > 0) {
    words += ' ' + tr("%n more were left out.", "", static_cast<int>(ranking_.leftOut()));
  }
  words_->setText(words);
  add_->setEnabled(!chosen().empty());
}

void RankingDialog::choose(QTreeWidgetItem*) {
  touched_ = true;
  const auto now = chosen();
  own_ = {now.begin(), now.end()};
  add_->setEnabled(!now.empty());
}

std::vector<std::filesystem::path> RankingDialog::chosen() const {
  std::vector<std::filesystem::path> paths;
  for (int i = 0; i < list_->topLevelItemCount(); ++i) {
    if (list_->topLevelItem(i)->checkState(0) != Qt::Checked) continue;
    paths.push_back(ranking_.items().at(static_cast<std::size_t>(i)).path);
  }
  return paths;
}

} // namespace refscale::ui
