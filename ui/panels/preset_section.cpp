#include "ui/panels/preset_section.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <variant>

#include "core/base/files.h"
#include "ui/dialogs/name_dialog.h"
#include "ui/models/document.h"
#include "ui/models/presets.h"
#include "ui/models/settings_file.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/worker/engine_worker.h"

namespace refscale::ui {
namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title) {
  auto* dialog = new QFileDialog(parent, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setNameFilter(PresetSection::tr("Settings of RefScale (*.json)"));
  return dialog;
}

} // namespace

PresetSection::PresetSection(Document& document, Presets& presets)
    : document_(document), presets_(presets), combo_(new QComboBox), background_(*this) {
  setObjectName("presetSection");
  combo_->setObjectName("preset");
  combo_->setAccessibleName(tr("Preset"));
  combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo_->setMinimumContentsLength(1); // gives way first
  auto* label = new QLabel(tr("Preset"));
  label->setMinimumWidth(metrics::kLabelColumn);
  label->setBuddy(combo_);
  auto* more = new QToolButton;
  more->setText(QStringLiteral("⋯"));
  more->setToolTip(tr("More for presets"));
  more->setAccessibleName(tr("More for presets"));
  more->setObjectName("presetMore");
  more->setProperty("role", "tool");
  more->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(more);
  menu->setObjectName("presetMenu");
  fillMenu(*menu);
  more->setMenu(menu);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(label);
  row->addWidget(combo_, 1);
  row->addWidget(more);
  connect(combo_, &QComboBox::activated, this, [this](int index) {
    if (index > 0) presets_.choose(combo_->itemText(index));
    showPresets();
  });
  connect(&presets_, &Presets::changed, this, &PresetSection::showPresets);
  connect(&document_, &Document::stateChanged, this, &PresetSection::showPresets);
  showPresets();
}

void PresetSection::fillMenu(QMenu& menu) {
  const auto add = [&](const char* name, const QString& text, const auto& work) {
    QAction* action = menu.addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  add("presetSave", tr("&Save these settings as…"), [this] { save(); });
  rename_ = add("presetRename", tr("&Rename…"), [this] { rename(); });
  remove_ = add("presetRemove", tr("&Delete"), [this] { remove(); });
  menu.addSeparator();
  add("presetImport", tr("&Import…"), [this] { importFile(); });
  add("presetExport", tr("&Export…"), [this] { exportFile(); });
  menu.addSeparator();
  add("presetUsual", tr("Bring back all &usual values"),
      [this] { document_.setSettings(tr("Usual settings"), Settings()); });
}

void PresetSection::showPresets() {
  const QString current = presets_.current();
  combo_->clear();
  combo_->addItem(document_.state().settings == Settings() ? tr("Usual settings")
                                                           : tr("Own settings"));
  combo_->addItems(presets_.names());
  combo_->setCurrentIndex(current.isEmpty() ? 0 : combo_->findText(current));
  combo_->setToolTip(combo_->accessibleName() + '\n' + combo_->currentText());
  rename_->setEnabled(!current.isEmpty());
  remove_->setEnabled(!current.isEmpty());
}

void PresetSection::save() {
  auto* dialog =
      new NameDialog(tr("Save settings as"), presets_.current(), presets_.names(), window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, &presets_, [this, dialog] { presets_.save(dialog->name()); });
  dialog->open();
}

void PresetSection::rename() {
  const QString before = presets_.current();
  auto* dialog = new NameDialog(tr("Rename the preset"), before, presets_.names(), window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, &presets_,
          [this, dialog, before] { presets_.rename(before, dialog->name()); });
  dialog->open();
}

void PresetSection::remove() {
  const QString name = presets_.current();
  const Settings settings = presets_.settingsOf(name);
  presets_.remove(name);
  Notice told{tr("The preset %1 was deleted.").arg(name)};
  told.passing = true;
  told.remedyText = tr("Bring it back");
  told.act = [presets = &presets_, name, settings] { presets->add(name, settings); };
  document_.addNotice(std::move(told));
}

void PresetSection::importFile() {
  QFileDialog* dialog = fileDialog(window(), tr("Import settings"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &PresetSection::read);
  dialog->open();
}

void PresetSection::exportFile() {
  QFileDialog* dialog = fileDialog(window(), tr("Export settings"));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("json");
  const QString name = presets_.current();
  dialog->selectFile((name.isEmpty() ? tr("settings") : name) + ".json");
  connect(dialog, &QFileDialog::fileSelected, this, &PresetSection::write);
  dialog->open();
}

void PresetSection::read(const QString& file) {
  using Read = std::variant<NamedSettings, Failure>;
  background_.start(
      [path = file.toStdString()]() -> Read {
        try {
          const auto bytes = readFile(path, kMostSettingsBytes);
          return parseSettings(QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size())));
        } catch (...) {
          return currentFailure();
        }
      },
      [this, file](const Read& read) {
        const QFileInfo info(file);
        if (const auto* failure = std::get_if<Failure>(&read)) {
          document_.addNotice(
              {tr("%1 was not imported: %2").arg(info.fileName(), failure->message)});
          return;
        }
        const auto& named = std::get<NamedSettings>(read);
        const QString name = named.name.isEmpty() ? info.completeBaseName() : named.name;
        presets_.add(name, named.settings);
        presets_.choose(name);
      });
}

void PresetSection::write(const QString& file) {
  const QString current = presets_.current();
  const NamedSettings named{current.isEmpty() ? QFileInfo(file).completeBaseName() : current,
                            document_.state().settings};
  background_.start(
      [path = file.toStdString(), named]() -> std::optional<Failure> {
        try {
          const QByteArray bytes = writeSettings(named);
          AtomicFile out(path);
          out.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
          out.commit();
          return std::nullopt;
        } catch (...) {
          return currentFailure();
        }
      },
      [this, file](const std::optional<Failure>& failure) {
        Notice told{failure ? tr("Not saved: %1").arg(failure->message)
                            : tr("Saved as %1.").arg(file)};
        told.passing = !failure;
        document_.addNotice(std::move(told));
      });
}

} // namespace refscale::ui
