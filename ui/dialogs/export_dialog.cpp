#include "ui/dialogs/export_dialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kDialogWidth = 560;

QString suggestedPath(const PictureHandle& input) {
  const QString stem =
      input->path.empty() ? input->name : QString::fromStdString(input->path.stem().string());
  const QString folder = input->path.empty()
                             ? QString()
                             : QString::fromStdString(input->path.parent_path().string()) + "/";
  return folder + stem + "_x4.png";
}

} // namespace

ExportDialog::ExportDialog(const ResultHandle& result, const PictureHandle& input, QWidget* parent)
    : QDialog(parent),
      result_(result),
      input_(input),
      path_(new QLineEdit),
      format_(new QComboBox),
      formatNote_(makeText("second")),
      qualityLabel_(new QLabel(tr("Quality"))),
      quality_(new QSpinBox),
      metadata_(new QCheckBox(tr("Keep date, camera and place (EXIF, XMP)"))),
      profile_(new QCheckBox),
      exists_(makeText("second")),
      save_(new QPushButton(tr("Save"))) {
  setObjectName("exportDialog");
  setWindowTitle(tr("Export"));
  setMinimumWidth(kDialogWidth);
  path_->setObjectName("exportPath");
  path_->setAccessibleName(tr("File"));
  auto* choose = new QPushButton(tr("Choose…"));
  choose->setAccessibleName(tr("Choose a file"));
  choose->setAutoDefault(false);
  format_->setObjectName("exportFormat");
  format_->setAccessibleName(tr("Format"));
  for (const auto& [name, value] :
       {std::pair("PNG", media::Format::Png), std::pair("JPEG", media::Format::Jpeg),
        std::pair("TIFF", media::Format::Tiff), std::pair("WebP", media::Format::WebP)}) {
    format_->addItem(QString::fromLatin1(name), static_cast<int>(value));
  }
  quality_->setObjectName("exportQuality");
  quality_->setAccessibleName(tr("Quality"));
  quality_->setRange(1, 100);
  quality_->setValue(95);
  metadata_->setChecked(true);
  metadata_->setObjectName("exportMetadata");
  metadata_->setAccessibleName(metadata_->text());
  profile_->setObjectName("exportProfile");
  profile_->setText(tr("Keep the colour profile (%1)").arg(input->profileName));
  profile_->setAccessibleName(profile_->text());
  profile_->setVisible(!input->profile.empty());
  profile_->setChecked(!input->profile.empty());
  exists_->setWordWrap(true);
  save_->setObjectName("exportSave");
  save_->setProperty("primary", true);
  save_->setDefault(true);
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setAutoDefault(false);

  auto* file = new QHBoxLayout;
  file->addWidget(path_, 1);
  file->addWidget(choose);
  auto* formatRow = new QHBoxLayout;
  formatRow->addWidget(format_);
  formatRow->addWidget(formatNote_, 1);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(metrics::kPadding);
  form->setVerticalSpacing(metrics::kPadding);
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form->addRow(tr("File"), file);
  form->addRow(QString(), exists_);
  form->addRow(tr("Format"), formatRow);
  form->addRow(qualityLabel_, quality_);
  form->addRow(tr("Keep"), metadata_);
  form->addRow(QString(), profile_);
  auto* buttons = new QHBoxLayout;
  const media::Picture& picture = result->picture;
  buttons->addWidget(makeText("second", tr("%1 × %2").arg(QLocale().toString(picture.width()),
                                                          QLocale().toString(picture.height()))));
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(save_);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                            metrics::kPadding);
  whole->setSpacing(metrics::kPadding);
  whole->addLayout(form);
  whole->addWidget(makeRule());
  whole->addLayout(buttons);

  connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
  connect(format_, &QComboBox::activated, this, &ExportDialog::chooseFormat);
  connect(path_, &QLineEdit::textChanged, this, &ExportDialog::showFormat);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(save_, &QPushButton::clicked, this, &QDialog::accept);
  setPath(suggestedPath(input));
}

media::Format ExportDialog::format() const {
  return static_cast<media::Format>(format_->currentData().toInt());
}

void ExportDialog::setPath(const QString& path) {
  path_->setText(path);
  showFormat();
}

void ExportDialog::choosePath() {
  const QString chosen = QFileDialog::getSaveFileName(
      this, tr("Save as"), path_->text(),
      tr("Pictures (%1)").arg(QStringLiteral("*.png *.jpg *.jpeg *.tif *.tiff *.webp")), nullptr,
      QFileDialog::DontConfirmOverwrite); // this dialog says it itself, beside the name
  if (!chosen.isEmpty()) setPath(chosen);
}

// The name follows the format ...
void ExportDialog::chooseFormat() {
  const QFileInfo info(path_->text());
  const QString extension = QString::fromLatin1(media::formatExtension(format()));
  const QString stem = info.completeBaseName();
  const QString folder = info.path() == "." ? QString() : info.path() + "/";
  setPath(folder + stem + extension);
}

// ... and the format follows the name.
void ExportDialog::showFormat() {
  try {
    const auto named = media::formatFromPath(path_->text().toStdString());
    format_->setCurrentIndex(format_->findData(static_cast<int>(named)));
  } catch (const Error&) {
    // No such extension while it is being typed: the chosen format stays.
  }
  const bool lossy = format() == media::Format::Jpeg || format() == media::Format::WebP;
  qualityLabel_->setVisible(lossy);
  quality_->setVisible(lossy);
  const bool deep = result_->picture.sample() != media::Sample::U8;
  const bool keepsDepth = media::holdsSixteenBit(format());
  QString note = deep && keepsDepth ? tr("16 bit a channel") : tr("8 bit a channel");
  if (deep && !keepsDepth) note = tr("8 bit a channel: this format holds no more");
  if (result_->picture.hasAlpha() && !media::holdsAlpha(format())) {
    note += tr(", transparency is laid over white");
  }
  formatNote_->setText(note);
  const bool replaces = QFileInfo::exists(path_->text());
  exists_->setText(replaces ? tr("This file is there already and will be replaced.") : QString());
  exists_->setVisible(replaces);
  save_->setText(replaces ? tr("Replace") : tr("Save"));
  save_->setEnabled(!path_->text().trimmed().isEmpty());
}

SaveRequest ExportDialog::request() const {
  SaveRequest request;
  request.result = result_;
  request.path = path_->text().toStdString();
  request.format = format();
  request.write.jpegQuality = quality_->value();
  request.write.webpQuality = quality_->value();
  request.write.metadata = metadata_->isChecked() ? media::Metadata::Copy : media::Metadata::Strip;
  if (profile_->isChecked()) request.profile = input_->profile;
  return request;
}

} // namespace refscale::ui
