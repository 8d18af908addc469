#include "ui/reference_commands.h"

#include <QFileDialog>
#include <QSettings>

#include "ui/actions.h"
#include "ui/dialogs/crop_dialog.h"
#include "ui/models/document.h"
#include "ui/reference_editor.h"
#include "ui/views/exploration.h"
#include "ui/views/picture_view.h"

namespace refscale::ui {

ReferenceCommands::ReferenceCommands(QWidget& window, const WindowParts& parts,
                                     Exploration& exploration, const PictureView& view)
    : QObject(&window), window_(window), p_(parts), exploration_(exploration) {
  connect(&view, &PictureView::reachPutAway, &p_.document,
          [&document = p_.document] { document.setReachOf(0); });
}

void ReferenceCommands::run(int id, ReferenceCommand command) {
  switch (command) {
    case ReferenceCommand::ShowReach:
      return showReach(id);
    case ReferenceCommand::HideReach:
      return p_.document.setReachOf(0);
    case ReferenceCommand::OpenInMatches:
      return openInMatches(id);
    case ReferenceCommand::TurnLeft:
      return p_.editor.turn(id, -1);
    case ReferenceCommand::TurnRight:
      return p_.editor.turn(id, 1);
    case ReferenceCommand::Crop:
      return crop(id);
    case ReferenceCommand::Replace:
      return replace(id);
    case ReferenceCommand::RankFolder:
      return p_.actions[ActionId::RankFolder].trigger();
  }
}

void ReferenceCommands::showReach(int id) {
  p_.document.setReachOf(id);
  // It is drawn over one picture, not over two that are compared.
  p_.actions[ActionId::ShowPicture].trigger();
  if (p_.actions[ActionId::Single].isEnabled()) p_.actions[ActionId::Single].trigger();
}

void ReferenceCommands::openInMatches(int id) {
  const ReferenceItem* item = p_.document.reference(id);
  if (item == nullptr) return;
  const auto& matched = exploration_.inspection().references();
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i].picture == item->picture) {
      exploration_.inspection().setReference(static_cast<int>(i));
    }
  }
  p_.actions[ActionId::ShowMatches].trigger();
}

void ReferenceCommands::crop(int id) {
  const ReferenceItem* item = p_.document.reference(id);
  if (item == nullptr) return;
  auto* dialog = new CropDialog(item->picture, p_.theme, &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
    if (dialog->wantsWhole()) {
      p_.editor.uncrop(id);
    } else {
      p_.editor.crop(id, dialog->area());
    }
  });
  dialog->open();
}

void ReferenceCommands::replace(int id) {
  auto* dialog = new QFileDialog(&window_, tr("Replace the reference"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setDirectory(p_.settings.value("folder").toString());
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, id](const QString& file) { p_.editor.replace(id, file.toStdString()); });
  dialog->open();
}

} // namespace refscale::ui
