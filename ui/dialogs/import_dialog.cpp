#include "ui/dialogs/import_dialog.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include "ui/model_shelf.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 620;

} // namespace

ImportDialog::ImportDialog(ModelShelf& shelf, QWidget* parent)
    : QDialog(parent), shelf_(shelf), message_(makeText("weak")) {
  setObjectName("importDialog");
  setWindowTitle(tr("Import a published model"));
  setMinimumWidth(kWidth);
  auto* hint = makeText("second", tr("Checkpoints of C2-Matching and its successors (.pth, .pt, "
                                     ".safetensors). Nothing inside them is run."));
  hint->setWordWrap(true);
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(2 * metrics::kGap);
  restoration_ = addFile(*grid, tr("Restoration network"), "importRestoration");
  extractor_ = addFile(*grid, tr("Correspondence extractor"), "importExtractor");
  const auto addText = [&](const QString& label, const char* object) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(object));
    edit->setAccessibleName(label);
    const int row = grid->rowCount();
    grid->addWidget(new QLabel(label), row, 0);
    grid->addWidget(edit, row, 1, 1, 2);
    return edit;
  };
  name_ = addText(tr("Name"), "importName");
  licence_ = addText(tr("Licence (optional)"), "importLicence");
  message_->setObjectName("importMessage");
  message_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"));
  import_ = new QPushButton(tr("Import"));
  import_->setObjectName("importStart");
  import_->setProperty("primary", true);
  import_->setDefault(true);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(import_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                             2 * metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  column->addWidget(hint);
  column->addLayout(grid);
  column->addWidget(message_);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(import_, &QPushButton::clicked, this, &ImportDialog::start);
  connect(name_, &QLineEdit::textEdited, this, [this] { nameTyped_ = true; });
  for (QLineEdit* edit : {restoration_, extractor_, name_}) {
    connect(edit, &QLineEdit::textChanged, this, &ImportDialog::update);
  }
  connect(&shelf_, &ModelShelf::imported, this, &QDialog::accept);
  connect(&shelf_, &ModelShelf::importFailed, this, [this](const Failure& failure) {
    message_->setText(failure.message);
    import_->setEnabled(true);
  });
  update();
}

QLineEdit* ImportDialog::addFile(QGridLayout& grid, const QString& label, const char* name) {
  auto* edit = new QLineEdit;
  edit->setObjectName(QString::fromLatin1(name));
  edit->setAccessibleName(label);
  auto* choose = new QPushButton(tr("Choose…"));
  choose->setAccessibleName(tr("Choose the file: %1").arg(label));
  connect(choose, &QPushButton::clicked, this, [this, edit, label] {
    auto* dialog = new QFileDialog(this, label);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Checkpoints (%1)").arg("*.pth *.pt *.safetensors"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
  });
  const int row = grid.rowCount();
  grid.addWidget(new QLabel(label), row, 0);
  grid.addWidget(edit, row, 1);
  grid.addWidget(choose, row, 2);
  return edit;
}

void ImportDialog::update() {
  if (!nameTyped_ && !restoration_->text().isEmpty()) {
    static const QRegularExpression strange("[^A-Za-z0-9._-]+");
    name_->setText(QFileInfo(restoration_->text()).completeBaseName().replace(strange, "-"));
  }
  import_->setEnabled(!restoration_->text().isEmpty() && !extractor_->text().isEmpty() &&
                      !name_->text().isEmpty());
}

void ImportDialog::start() {
  message_->setText({});
  import_->setEnabled(false);
  shelf_.importModel({restoration_->text().toStdString(), extractor_->text().toStdString(),
                      name_->text().toStdString(), licence_->text().toStdString()});
}

} // namespace refscale::ui
