#include "ui/dialogs/export_dialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <algorithm>

#include "ui/panels/parts.h"
#include "ui/worker/export_files.h"

namespace refscale::ui {
namespace {

constexpr const char* kUsualTemplate = "{name}_x{scale}";
constexpr int kUsualQuality = 95;
constexpr std::size_t kLongestName = 255 - 40; // bytes; endings of the files beside it come to it
constexpr int kDeep = 16;
constexpr int kShallow = 8;

std::optional<media::Format> formatOf(const QString& ending) {
  try {
    return media::formatFromName(ending.toStdString());
  } catch (const Error&) {
    return std::nullopt;
  }
}

QString firstFolder(const LoadedPicture& input, const QSettings& settings) {
  if (!input.path.empty()) return QString::fromStdString(input.path.parent_path().string());
  const QString last = settings.value("folder").toString();
  return last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) : last;
}

} // namespace

ExportDialog::ExportDialog(ExportSubject subject, QSettings& settings, QWidget* parent)
    : QDialog(parent),
      subject_(std::move(subject)),
      settings_(settings),
      date_(QDate::currentDate().toString(Qt::ISODate)),
      time_(QTime::currentTime().toString(QStringLiteral("HH-mm-ss"))) {
  setObjectName("exportDialog");
  setWindowTitle(tr("Export"));
  makeControls();
  folder_->setText(QDir::toNativeSeparators(firstFolder(*subject_.input, settings_)));
  recall();
  connectControls();
  showAll();
}

void ExportDialog::connectControls() {
  connect(template_, &QLineEdit::textChanged, this, &ExportDialog::showAll);
  connect(template_, &QLineEdit::editingFinished, this, &ExportDialog::takeEnding);
  connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::showName);
  connect(ifThere_, &QComboBox::activated, this, &ExportDialog::showName);
  connect(format_, &QComboBox::activated, this, &ExportDialog::chooseFormat);
  connect(depth_, &QComboBox::activated, this, &ExportDialog::showFormat);
  connect(size_, &QComboBox::activated, this, &ExportDialog::showAll);
  for (QCheckBox* beside : {sidecar_, maps_, comparison_, mask_}) {
    connect(beside, &QCheckBox::toggled, this, &ExportDialog::showName);
  }
  connect(save_, &QPushButton::clicked, this, &ExportDialog::save);
}

void ExportDialog::recall() {
  settings_.beginGroup("export");
  const auto on = [this](QCheckBox* box, const char* key, bool usual) {
    box->setChecked(box->isEnabled() && settings_.value(key, usual).toBool());
  };
  template_->setText(settings_.value("template", kUsualTemplate).toString());
  const auto choose = [this](QComboBox* combo, const char* key) {
    const int found = combo->findData(settings_.value(key, combo->itemData(0)).toInt());
    combo->setCurrentIndex(std::max(0, found));
  };
  const auto format = formatOf(settings_.value("format", "png").toString());
  format_->setCurrentIndex(
      format_->findData(static_cast<int>(format.value_or(media::Format::Png))));
  choose(ifThere_, "ifThere");
  choose(size_, "scale");
  quality_->setValue(settings_.value("quality", kUsualQuality).toInt());
  on(metadata_, "metadata", true);
  on(profile_, "profile", true);
  on(embed_, "embed", true);
  on(sidecar_, "sidecar", false);
  on(maps_, "maps", false);
  on(comparison_, "compare", false);
  on(mask_, "mask", false);
  const bool deep = settings_.value("depth").toInt() == kDeep;
  settings_.endGroup();
  showFormat(); // the depths that the format holds
  if (deep) depth_->setCurrentIndex(std::max(0, depth_->findData(kDeep)));
}

void ExportDialog::remember() const {
  settings_.beginGroup("export");
  settings_.setValue("template", template_->text());
  settings_.setValue("format", QString::fromLatin1(media::formatExtension(format())));
  settings_.setValue("ifThere", ifThere_->currentData());
  settings_.setValue("scale", size_->currentData());
  settings_.setValue("quality", quality_->value());
  settings_.setValue("embed", embed_->isChecked());
  settings_.setValue("sidecar", sidecar_->isChecked());
  settings_.setValue("metadata", metadata_->isChecked());
  // What this picture left no choice about says nothing of the next.
  if (depth_->isEnabled()) settings_.setValue("depth", depth_->currentData());
  const std::pair<QCheckBox*, const char*> offered[] = {
      {profile_, "profile"}, {maps_, "maps"}, {comparison_, "compare"}, {mask_, "mask"}};
  for (const auto& [box, key] : offered) {
    if (box->isEnabled()) settings_.setValue(key, box->isChecked());
  }
  settings_.endGroup();
}

media::Format ExportDialog::format() const {
  return static_cast<media::Format>(format_->currentData().toInt());
}

ExportDialog::IfThere ExportDialog::ifThere() const {
  return static_cast<IfThere>(ifThere_->currentData().toInt());
}

int ExportDialog::scale() const {
  return size_->currentData().toInt();
}

void ExportDialog::setPath(const QString& path) {
  const QFileInfo info(path);
  folder_->setText(QDir::toNativeSeparators(info.path()));
  template_->setText(info.fileName());
  takeEnding();
}

void ExportDialog::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Save in"), folder_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& folder) { folder_->setText(QDir::toNativeSeparators(folder)); });
  dialog->open();
}

QString ExportDialog::stem() const {
  const QString text = template_->text();
  const qsizetype dot = text.lastIndexOf('.');
  return dot > 0 && formatOf(text.mid(dot + 1)) ? text.left(dot) : text;
}

void ExportDialog::takeEnding() {
  if (stem() == template_->text()) return;
  const auto named = formatOf(template_->text().mid(stem().size() + 1));
  format_->setCurrentIndex(format_->findData(static_cast<int>(*named)));
  template_->setText(stem());
}

void ExportDialog::chooseFormat() {
  template_->setText(stem()); // an ending that was typed gives way
  showAll();
}

pipeline::ExpandedName ExportDialog::expanded() const {
  const media::Picture& picture = subject_.all.result->picture;
  const LoadedPicture& input = *subject_.input;
  const auto stemOf = [](const QString& name) {
    return QFileInfo(name).completeBaseName().toStdString();
  };
  const auto side = [this](int full) { return std::to_string(full / kScale * scale()); };
  return pipeline::expandName(
      stem().toStdString(),
      {{"name", input.path.empty() ? input.name.toStdString() : input.path.stem().string()},
       {"scale", std::to_string(scale())},
       {"date", date_.toStdString()},
       {"time", time_.toStdString()},
       {"model", subject_.all.provenance.model.name},
       {"ref", subject_.reference.isEmpty() ? "none" : stemOf(subject_.reference)},
       {"w", side(picture.width())},
       {"h", side(picture.height())}});
}

SaveRequest ExportDialog::request() const {
  SaveRequest request = subject_.all;
  const std::string name = expanded().name + media::formatExtension(format());
  request.path = std::filesystem::path(folder_->text().toStdString()) / name;
  request.format = format();
  request.write.jpegQuality = quality_->value();
  request.write.webpQuality = quality_->value();
  request.write.metadata = metadata_->isChecked() ? media::Metadata::Copy : media::Metadata::Strip;
  request.write.existing = mayReplace_ ? Existing::Replace : Existing::Keep;
  request.numbered = numbers_;
  if (profile_->isChecked()) request.profile = subject_.input->profile;
  request.scale = scale();
  request.sixteenBit = depth_->currentData().toInt() == kDeep;
  request.embedProvenance = embed_->isChecked();
  request.writeSidecar = sidecar_->isChecked();
  if (!maps_->isChecked()) request.maps.maps.clear();
  if (!comparison_->isChecked()) request.comparison = {};
  if (!mask_->isChecked()) request.mask = nullptr;
  return request;
}

bool ExportDialog::anyIsThere() const {
  const auto files = filesOf(request());
  return std::any_of(files.begin(), files.end(), [](const std::filesystem::path& file) {
    return QFileInfo::exists(QString::fromStdString(file.string()));
  });
}

void ExportDialog::showAll() {
  if (const QString text = template_->text(); stem() != text) {
    const auto named = formatOf(text.mid(stem().size() + 1));
    format_->setCurrentIndex(format_->findData(static_cast<int>(*named)));
  }
  showFormat();
  showName();
}

void ExportDialog::showName() {
  const pipeline::ExpandedName name = expanded();
  const bool usable = !name.name.empty() && name.unknown.empty() &&
                      name.name.size() <= kLongestName && !folder_->text().trimmed().isEmpty();
  const bool there = usable && anyIsThere();
  save_->setEnabled(usable);
  save_->setText(there && ifThere() == IfThere::Replace ? tr("Replace") : tr("Save"));
  QStringList lines;
  if (!name.unknown.empty()) {
    lines += tr("There is no value called %1.").arg(QString::fromStdString(name.unknown.front()));
  } else if (name.name.empty()) {
    lines += tr("The file needs a name.");
  } else if (name.name.size() > kLongestName) {
    lines += tr("This name is too long for a file.");
  } else {
    SaveRequest shown = request();
    if (there && ifThere() == IfThere::Number) shown.path = freePath(shown);
    lines += tr("Saved as %1").arg(QString::fromStdString(shown.path.filename().string()));
  }
  if (!name.replaced.empty()) {
    lines +=
        tr("%1 cannot stand in a file name: _ stands there instead.")
            .arg(QString::fromStdString(name.replaced).split("", Qt::SkipEmptyParts).join(' '));
  }
  if (there && ifThere() == IfThere::Ask) {
    lines += tr("There is such a file already: you will be asked.");
  } else if (there && ifThere() == IfThere::Replace) {
    lines += tr("There is such a file already: it will be replaced.");
  }
  example_->setText(lines.join('\n'));
}

void ExportDialog::showFormat() {
  const media::Picture& picture = subject_.all.result->picture;
  const bool lossy = format() == media::Format::Jpeg || format() == media::Format::WebP;
  qualityLabel_->setVisible(lossy);
  quality_->setVisible(lossy);
  const bool deep = picture.sample() != media::Sample::U8;
  const bool holds = media::holdsSixteenBit(format());
  // Never fewer than the picture has, where the format can hold them.
  std::vector<int> depths;
  if (!deep || !holds) depths.push_back(kShallow);
  if (holds) depths.push_back(kDeep);
  const int chosen = depth_->currentData().toInt();
  depth_->clear();
  for (const int bits : depths) depth_->addItem(tr("%1 bit").arg(bits), bits);
  depth_->setCurrentIndex(std::max(0, depth_->findData(chosen)));
  depth_->setEnabled(depths.size() > 1);
  QStringList notes;
  if (deep && !holds) notes += tr("This format holds no more than 8 bits.");
  if (picture.hasAlpha() && !media::holdsAlpha(format())) {
    notes += tr("Transparency is laid over white.");
  }
  formatNote_->setText(notes.join(' '));
}

void ExportDialog::save() {
  takeEnding();
  mayReplace_ = ifThere() == IfThere::Replace;
  numbers_ = ifThere() == IfThere::Number;
  if (ifThere() == IfThere::Ask && anyIsThere()) return ask();
  remember();
  accept();
}

void ExportDialog::ask() {
  const auto files = filesOf(request());
  QStringList there;
  for (const auto& file : files) {
    const QFileInfo info(QString::fromStdString(file.string()));
    if (info.exists()) there += info.fileName();
  }
  SaveRequest numbered = request();
  const QString other = QString::fromStdString(freePath(numbered).filename().string());
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("Export"),
                      tr("%n files are there already: %1", "", static_cast<int>(there.size()))
                          .arg(there.join(", ")),
                      QMessageBox::NoButton, this);
  box->setObjectName("exportQuestion");
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* number = box->addButton(tr("Save as %1").arg(other), QMessageBox::AcceptRole);
  auto* replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
  auto* back = box->addButton(tr("Back"), QMessageBox::RejectRole);
  number->setObjectName("exportNumber");
  replace->setObjectName("exportReplace");
  box->setDefaultButton(number);
  box->setEscapeButton(back);
  const auto go = [this](bool& how) {
    how = true;
    remember();
    accept();
  };
  connect(number, &QPushButton::clicked, this, [this, go] { go(numbers_); });
  connect(replace, &QPushButton::clicked, this, [this, go] { go(mayReplace_); });
  box->open();
}

} // namespace refscale::ui
