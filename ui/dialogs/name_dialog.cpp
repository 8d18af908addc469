#include "ui/dialogs/name_dialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <utility>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWidth = 320;
constexpr int kLongest = 80;

} // namespace

NameDialog::NameDialog(const QString& title, const QString& name, QStringList taken,
                       QWidget* parent)
    : QDialog(parent),
      taken_(std::move(taken)),
      before_(name),
      edit_(new QLineEdit(name)),
      word_(makeText("second")) {
  setObjectName("nameDialog");
  setWindowTitle(title);
  edit_->setObjectName("nameEdit");
  edit_->setAccessibleName(tr("Name"));
  edit_->setMaxLength(kLongest);
  edit_->setMinimumWidth(kWidth);
  edit_->selectAll();
  word_->setObjectName("nameWord");
  word_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox;
  accept_ = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
  accept_->setObjectName("nameAccept");
  accept_->setProperty("primary", true);
  accept_->setDefault(true);
  auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  for (QPushButton* button : {accept_, cancel}) button->setAccessibleName(button->text());
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(edit_, &QLineEdit::textChanged, this, &NameDialog::judge);
  auto* label = new QLabel(tr("Name"));
  label->setBuddy(edit_);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(2 * metrics::kGap);
  column->addWidget(label);
  column->addWidget(edit_);
  column->addWidget(word_);
  column->addSpacing(metrics::kGap);
  column->addWidget(buttons);
  judge();
}

QString NameDialog::name() const {
  return edit_->text().simplified();
}

void NameDialog::judge() {
  accept_->setEnabled(!name().isEmpty());
  const bool replaces = name() != before_ && taken_.contains(name());
  word_->setText(replaces ? tr("There is one of that name: it will be replaced.") : QString());
}

} // namespace refscale::ui
