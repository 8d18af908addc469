#include "ui/dialogs/failure_details.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include "ui/models/document.h"
#include "ui/panels/parts.h"

namespace refscale::ui {
namespace {

struct DetailTexts {
  Q_DECLARE_TR_FUNCTIONS(FailureDetails)
};

constexpr QSize kSize(560, 320);

QString sizeText(const PictureHandle& picture) {
  return QStringLiteral("%1 x %2").arg(picture->srgb->width()).arg(picture->srgb->height());
}

} // namespace

QString failureLog(const Document& document) {
  if (!document.failure()) return {};
  const Failure& failure = *document.failure();
  const DocumentState& state = document.state();
  QStringList lines{failure.message};
  if (!failure.detail.isEmpty()) lines << failure.detail;
  lines << QString() << QStringLiteral("RefScale %1").arg(QApplication::applicationVersion());
  lines << QStringLiteral("Qt %1").arg(QString::fromLatin1(qVersion()));
  if (document.engine()) {
    lines << QStringLiteral("LibTorch %1").arg(document.engine()->libTorch)
          << document.engine()->cuda;
  }
  lines << QStringLiteral("model %1, device %2, precision %3")
               .arg(state.settings.model, state.settings.device,
                    QString::fromLatin1(pipeline::precisionName(state.settings.precision)));
  if (state.input) lines << QStringLiteral("input %1").arg(sizeText(state.input));
  for (const ReferenceItem& reference : state.usedReferences()) {
    lines << QStringLiteral("reference %1").arg(sizeText(reference.picture));
  }
  return lines.join('\n');
}

void showFailureDetails(QWidget& parent, const Document& document) {
  const QString log = failureLog(document);
  if (log.isEmpty()) return;
  auto* dialog = new QDialog(&parent);
  dialog->setObjectName("failureDetails");
  dialog->setWindowTitle(DetailTexts::tr("What happened"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  auto* text = new QPlainTextEdit(log);
  text->setReadOnly(true);
  text->setObjectName("failureLog");
  text->setAccessibleName(DetailTexts::tr("What happened"));
  auto* buttons = new QDialogButtonBox;
  auto* copy = buttons->addButton(DetailTexts::tr("Copy"), QDialogButtonBox::ActionRole);
  copy->setObjectName("copyFailure");
  auto* close = buttons->addButton(DetailTexts::tr("Close"), QDialogButtonBox::RejectRole);
  close->setDefault(true);
  for (QPushButton* button : {copy, close}) button->setAccessibleName(button->text());
  QObject::connect(copy, &QPushButton::clicked, dialog,
                   [log] { QApplication::clipboard()->setText(log); });
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  auto* column = new QVBoxLayout(dialog);
  column->addWidget(text);
  column->addWidget(buttons);
  dialog->resize(kSize);
  dialog->open();
}

} // namespace refscale::ui
