// What ExportDialog is made of: its controls and their places, beside what they do.
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include "ui/dialogs/export_dialog.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kDialogWidth = 620;
constexpr int kDialogLetters = 80; // with large text, wide enough for these

template <typename T>
T* named(T* control, const char* name, const QString& accessible) {
  control->setObjectName(QString::fromLatin1(name));
  control->setAccessibleName(accessible);
  return control;
}

QCheckBox* makeCheck(const char* name, const QString& text, bool offered = true) {
  auto* box = named(new QCheckBox(text), name, text);
  box->setEnabled(offered);
  return box;
}

QFormLayout* makeForm() {
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(metrics::kPadding);
  form->setVerticalSpacing(2 * metrics::kGap);
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return form;
}

} // namespace

void ExportDialog::makeControls() {
  ensurePolished();
  setMinimumWidth(std::max(kDialogWidth, kDialogLetters * fontMetrics().averageCharWidth()));
  auto* form = makeForm();
  addFile(*form);
  form->addRow(makeRule());
  addFormat(*form);
  form->addRow(makeRule());
  addContent(*form);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(2 * metrics::kPadding, 2 * metrics::kPadding, 2 * metrics::kPadding,
                            metrics::kPadding);
  whole->setSpacing(metrics::kPadding);
  whole->addLayout(form);
  whole->addStretch();
  whole->addWidget(makeRule());
  whole->addLayout(makeButtons());
}

void ExportDialog::addFile(QFormLayout& form) {
  folder_ = named(new QLineEdit, "exportFolder", tr("Folder"));
  auto* choose = named(new QPushButton(tr("Choose…")), "exportChoose", tr("Choose a folder"));
  choose->setAutoDefault(false);
  connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
  template_ = named(new QLineEdit, "exportTemplate", tr("Name template"));
  auto* words =
      makeText("second", QStringLiteral("{name} {scale} {date} {time} {model} {ref} {w} {h}"));
  words->setTextInteractionFlags(Qt::TextSelectableByMouse);
  example_ = named(makeText("value"), "exportExample", tr("What the file will be called"));
  example_->setWordWrap(true);
  ifThere_ = named(new QComboBox, "exportIfThere", tr("If there is such a file already"));
  ifThere_->addItem(tr("Ask"), static_cast<int>(IfThere::Ask));
  ifThere_->addItem(tr("Add a number to the name"), static_cast<int>(IfThere::Number));
  ifThere_->addItem(tr("Replace it"), static_cast<int>(IfThere::Replace));
  ifThere_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* folder = new QHBoxLayout;
  folder->setSpacing(2 * metrics::kGap);
  folder->addWidget(folder_, 1);
  folder->addWidget(choose);
  form.addRow(tr("Folder"), folder);
  form.addRow(tr("Name template"), template_);
  form.addRow(QString(), words);
  form.addRow(QString(), example_);
  form.addRow(tr("If it is there already"), ifThere_);
}

void ExportDialog::addFormat(QFormLayout& form) {
  format_ = named(new QComboBox, "exportFormat", tr("Format"));
  for (const auto& [name, value] :
       {std::pair("PNG", media::Format::Png), std::pair("JPEG", media::Format::Jpeg),
        std::pair("TIFF", media::Format::Tiff), std::pair("WebP", media::Format::WebP)}) {
    format_->addItem(QString::fromLatin1(name), static_cast<int>(value));
  }
  depth_ = named(new QComboBox, "exportDepth", tr("Bits a channel"));
  depth_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  depth_->setMinimumContentsLength(8);
  formatNote_ = makeText("second");
  formatNote_->setWordWrap(true);
  quality_ = named(new QSpinBox, "exportQuality", tr("Quality"));
  quality_->setRange(1, 100);
  quality_->setMinimumWidth(metrics::kLabelColumn);
  quality_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  qualityLabel_ = new QLabel(tr("Quality"));
  size_ = named(new QComboBox, "exportSize", tr("Size"));
  const media::Picture& picture = subject_.all.result->picture;
  const QLocale locale;
  for (const int times : {kScale, 3, 2}) {
    const int width = picture.width() / kScale * times;
    const int height = picture.height() / kScale * times;
    const QString pixels = tr("%1 × %2").arg(locale.toString(width), locale.toString(height));
    size_->addItem(times == kScale
                       ? tr("%1×, %2").arg(locale.toString(times), pixels)
                       : tr("%1×, %2 (made smaller)").arg(locale.toString(times), pixels),
                   times);
  }
  size_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* formats = new QHBoxLayout;
  formats->setSpacing(2 * metrics::kGap);
  formats->addWidget(format_);
  formats->addWidget(depth_);
  formats->addWidget(formatNote_, 1);
  form.addRow(tr("Format"), formats);
  form.addRow(qualityLabel_, quality_);
  form.addRow(tr("Size"), size_);
}

void ExportDialog::addContent(QFormLayout& form) {
  const SaveRequest& all = subject_.all;
  metadata_ = makeCheck("exportMetadata", tr("Date, camera and place (EXIF, XMP)"));
  const bool profile = !subject_.input->profile.empty();
  profile_ = makeCheck("exportProfile",
                       tr("The colour profile (%1)").arg(subject_.input->profileName), profile);
  embed_ = makeCheck("exportEmbed", tr("How it was made, in the picture's XMP"));
  embed_->setToolTip(tr("Model, references by name and hash, settings, borrowed share, version"));
  sidecar_ = makeCheck("exportSidecar", tr("How it was made, as a file (.refscale.json)"));
  const int maps = static_cast<int>(all.maps.maps.size());
  maps_ = makeCheck("exportMaps", tr("Maps (%n pictures)", "", maps), maps > 0);
  comparison_ = makeCheck("exportCompare", tr("The comparison of A and B, as it is shown"),
                          all.comparison.a.pyramid && all.comparison.b.pyramid);
  mask_ = makeCheck("exportMask", tr("The painted area"), all.mask != nullptr);
  form.addRow(tr("Keep"), wrapping(*metadata_));
  QWidget* profileRow = wrapping(*profile_);
  profileRow->setVisible(profile);
  form.addRow(QString(), profileRow);
  form.addRow(tr("Add"), wrapping(*embed_));
  form.addRow(tr("Also save"), wrapping(*sidecar_));
  for (QCheckBox* box : {maps_, comparison_, mask_}) form.addRow(QString(), wrapping(*box));
}

QBoxLayout* ExportDialog::makeButtons() {
  save_ = new QPushButton(tr("Save"));
  save_->setObjectName("exportSave");
  save_->setProperty("primary", true);
  save_->setDefault(true);
  auto* cancel = new QPushButton(tr("Cancel"));
  cancel->setObjectName("exportCancel");
  cancel->setAutoDefault(false);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(2 * metrics::kGap);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(save_);
  return buttons;
}

} // namespace refscale::ui
