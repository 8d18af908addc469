#include "ui/dialogs/missing_files.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 560;

} // namespace

MissingFilesDialog::MissingFilesDialog(const std::vector<std::filesystem::path>& missing,
                                       QWidget* parent)
    : QDialog(parent), missing_(missing) {
  setObjectName("missingFilesDialog");
  setWindowTitle(tr("Files of this job are missing"));
  setMinimumWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                             2 * metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  auto* hint = new QLabel(tr("Say where they are now, or open the job without them."));
  hint->setWordWrap(true);
  column->addWidget(hint);
  int number = 0;
  for (const auto& path : missing_) {
    ++number;
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(QString::fromStdString(path.filename().string())));
    auto* where = new ElidedLabel;
    where->setProperty("role", "second");
    rows_[path] = where;
    words->addWidget(where);
    row->addLayout(words, 1);
    auto* find = new QPushButton(tr("Find…"));
    find->setObjectName(QStringLiteral("findMissing%1").arg(number));
    find->setAccessibleName(tr("Find %1").arg(QString::fromStdString(path.filename().string())));
    connect(find, &QPushButton::clicked, this, [this, path] {
      auto* dialog = new QFileDialog(
          this, tr("Where is %1?").arg(QString::fromStdString(path.filename().string())));
      dialog->setAttribute(Qt::WA_DeleteOnClose);
      dialog->setFileMode(QFileDialog::ExistingFile);
      connect(dialog, &QFileDialog::fileSelected, this,
              [this, path](const QString& file) { setFound(path, file.toStdString()); });
      dialog->open();
    });
    row->addWidget(find);
    column->addLayout(row);
    showRow(path);
  }
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  auto* cancel = new QPushButton(tr("Cancel"));
  auto* open = new QPushButton(tr("Open the job"));
  open->setObjectName("openJobAnyway");
  open->setProperty("primary", true);
  open->setDefault(true);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(open, &QPushButton::clicked, this, &QDialog::accept);
  buttons->addWidget(cancel);
  buttons->addWidget(open);
  column->addLayout(buttons);
}

void MissingFilesDialog::setFound(const std::filesystem::path& missing,
                                  const std::filesystem::path& now) {
  found_[missing] = now;
  // Files that moved moved together: look beside it for the others.
  for (const auto& other : missing_) {
    std::error_code ignored;
    const auto beside = now.parent_path() / other.filename();
    if (found_.count(other) == 0 && std::filesystem::is_regular_file(beside, ignored)) {
      found_[other] = beside;
      showRow(other);
    }
  }
  showRow(missing);
}

void MissingFilesDialog::showRow(const std::filesystem::path& missing) {
  const auto now = found_.find(missing);
  auto* where = static_cast<ElidedLabel*>(rows_.at(missing)); // made as one above
  where->setWholeText(
      now == found_.end()
          ? tr("It was in %1").arg(QString::fromStdString(missing.parent_path().string()))
          : tr("Found: %1").arg(QString::fromStdString(now->second.string())));
}

} // namespace refscale::ui
