#include "ui/window_dialogs.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>

#include "ui/actions.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/failure_details.h"
#include "ui/dialogs/missing_files.h"
#include "ui/dialogs/models_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/ranking_dialog.h"
#include "ui/dialogs/recent_dialog.h"
#include "ui/folder_ranking.h"
#include "ui/models/document.h"
#include "ui/models/mask_editor.h"
#include "ui/models/run_status.h"
#include "ui/panels/drop_zone.h"
#include "ui/session.h"

namespace refscale::ui {
namespace {

constexpr double kSecondsWorthAsking = 300; // of computing, before it is given up

const QString kReadable =
    QStringLiteral("*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.ppm *.pgm *.refscale");

} // namespace

WindowDialogs::WindowDialogs(QWidget& window, const WindowParts& parts)
    : QObject(&window), window_(window), p_(parts) {
  connectFileActions();
  connectMaskActions();
  connectOthers();
}

void WindowDialogs::connectFileActions() {
  const auto on = [this](ActionId id, const auto& work) {
    connect(&p_.actions[id], &QAction::triggered, this, work);
  };
  on(ActionId::Open, [this] { chooseFiles(DropTarget::Input); });
  on(ActionId::AddReference, [this] { chooseFiles(DropTarget::References); });
  on(ActionId::RankFolder, [this] { chooseFolder(); });
  on(ActionId::SetTruth, [this] { chooseFiles(DropTarget::TruePicture); });
  on(ActionId::Paste, [this] { paste(); });
  on(ActionId::Export, [this] { openExport(); });
  on(ActionId::SaveJob, [this] { saveJob(false); });
  on(ActionId::SaveJobAs, [this] { saveJob(true); });
  connect(&p_.session, &Session::filesMissing, this, &WindowDialogs::askForMissing);
  connect(&p_.session, &Session::folderOpened, this, &WindowDialogs::rankFolder);
}

void WindowDialogs::connectMaskActions() {
  for (const auto& [id, kind] : {std::pair(ActionId::Brush, BrushKind::Paint),
                                 std::pair(ActionId::Erase, BrushKind::Erase)}) {
    connect(&p_.actions[id], &QAction::triggered, this, [this, kind = kind](bool on) {
      p_.mask.setBrush(on ? std::optional(kind) : std::nullopt);
      if (on) p_.actions[ActionId::ShowPicture].trigger();
    });
  }
  const auto showBrush = [this] {
    p_.actions[ActionId::Brush].setChecked(p_.mask.brush() == BrushKind::Paint);
    p_.actions[ActionId::Erase].setChecked(p_.mask.brush() == BrushKind::Erase);
  };
  connect(&p_.mask, &MaskEditor::brushChanged, this, showBrush);
  showBrush();
  const auto on = [this](ActionId id, const auto& work) {
    connect(&p_.actions[id], &QAction::triggered, this, work);
  };
  on(ActionId::Cancel, [this] { cancelRun(); });
  on(ActionId::BrushSmaller, [this] { p_.mask.grow(-1); });
  on(ActionId::BrushLarger, [this] { p_.mask.grow(1); });
  on(ActionId::InvertMask, [this] { p_.mask.invert(); });
  on(ActionId::ClearMask, [this] { p_.mask.clear(); });
  on(ActionId::LoadMask, [this] { loadMask(); });
  on(ActionId::SaveMask, [this] { saveMask(); });
}

void WindowDialogs::connectOthers() {
  const auto on = [this](ActionId id, const auto& work) {
    connect(&p_.actions[id], &QAction::triggered, this, work);
  };
  on(ActionId::Preferences, [this] { openPreferences(); });
  on(ActionId::Models, [this] { openModels(); });
  on(ActionId::Recent, [this] {
    auto* dialog = new RecentDialog(p_.recent, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecentDialog::chosen, &p_.session, &Session::openAgain);
    dialog->open();
  });
  on(ActionId::FailureDetails, [this] { showFailureDetails(window_, p_.document); });
  on(ActionId::About, [this] { showAbout(window_); });
}

bool WindowDialogs::showsPreferences() const {
  return preferences_ != nullptr;
}

void WindowDialogs::openPreferences() {
  if (preferences_ == nullptr) {
    preferences_ = new PreferencesDialog(p_.preferences, p_.actions, &window_);
    preferences_->setAttribute(Qt::WA_DeleteOnClose);
  }
  preferences_->show();
  preferences_->raise();
}

void WindowDialogs::openModels() {
  if (models_ == nullptr) {
    models_ = new ModelsDialog(p_.document, p_.shelf, &window_);
    models_->setAttribute(Qt::WA_DeleteOnClose);
  }
  models_->show();
  models_->raise();
}

void WindowDialogs::chooseFiles(DropTarget target) {
  const bool input = target == DropTarget::Input;
  const bool truth = target == DropTarget::TruePicture;
  auto* dialog = new QFileDialog(&window_, input   ? tr("Open the picture to enlarge")
                                           : truth ? tr("Open the true picture")
                                                   : tr("Add better pictures of the same thing"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(input || truth ? QFileDialog::ExistingFile : QFileDialog::ExistingFiles);
  dialog->setNameFilters({tr("Pictures and jobs (%1)").arg(kReadable), tr("All files (*)")});
  dialog->setDirectory(p_.settings.value("folder").toString());
  connect(dialog, &QFileDialog::filesSelected, this, [this, target](const QStringList& files) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files) paths.emplace_back(file.toStdString());
    if (paths.empty()) return;
    p_.settings.setValue("folder", QString::fromStdString(paths.front().parent_path().string()));
    p_.session.open(paths, target);
  });
  dialog->open();
}

void WindowDialogs::chooseFolder() {
  auto* dialog = new QFileDialog(&window_, tr("Find references in a folder"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setDirectory(p_.settings.value("folder").toString());
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& folder) { rankFolder(folder.toStdString()); });
  dialog->open();
}

void WindowDialogs::rankFolder(const std::filesystem::path& folder) {
  const QString name = QString::fromStdString(folder.filename().string());
  if (p_.ranking.start(folder) == 0) {
    p_.document.addNotice({tr("The folder %1 holds no picture that RefScale reads.").arg(name)});
    return;
  }
  auto* dialog = new RankingDialog(p_.ranking, name, &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, dialog] { p_.session.open(dialog->chosen(), DropTarget::References); });
  dialog->open();
}

void WindowDialogs::paste() {
  const QMimeData* held = QApplication::clipboard()->mimeData();
  if (held == nullptr) return;
  if (const auto paths = filesIn(*held); !paths.empty()) {
    p_.session.open(paths, DropTarget::Window);
  } else if (holdsPictures(*held)) {
    p_.session.adopt(imageIn(*held), DropTarget::Window);
  } else {
    p_.document.addNotice({tr("There is no picture on the clipboard.")});
  }
}

void WindowDialogs::openExport() {
  if (p_.document.result() == nullptr) return;
  auto* dialog = new ExportDialog(
      exportSubject(p_.document, p_.theme, comparison_ ? comparison_() : Comparison()), p_.settings,
      &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] { p_.session.save(dialog->request()); });
  dialog->open();
}

void WindowDialogs::saveJob(bool askForName) {
  const std::filesystem::path& known = p_.document.jobPath();
  if (!askForName && !known.empty()) return p_.session.saveJob(known);
  auto* dialog = new QFileDialog(&window_, tr("Save job"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("refscale");
  dialog->setNameFilter(tr("RefScale jobs (*.refscale)"));
  dialog->setDirectory(p_.settings.value("folder").toString());
  const PictureHandle& input = p_.document.state().input;
  if (input) dialog->selectFile(QFileInfo(input->name).completeBaseName() + ".refscale");
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& file) { p_.session.saveJob(file.toStdString()); });
  dialog->open();
}

void WindowDialogs::askForMissing(const std::filesystem::path& job,
                                  const std::vector<std::filesystem::path>& missing,
                                  Session::JobOrigin origin) {
  auto* dialog = new MissingFilesDialog(missing, &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this,
          [this, job, origin, dialog] { p_.session.openJob(job, origin, dialog->found()); });
  dialog->open();
}

void WindowDialogs::cancelRun() {
  const double worked = p_.document.job().secondsWorked();
  if (worked <= kSecondsWorthAsking) return p_.session.cancel();
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("RefScale"),
                      tr("This run has worked for %1. Cancel it?").arg(durationText(worked)),
                      QMessageBox::NoButton, &window_);
  box->setObjectName("cancelQuestion");
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* stop = box->addButton(tr("Cancel the run"), QMessageBox::DestructiveRole);
  box->setDefaultButton(box->addButton(tr("Go on"), QMessageBox::RejectRole));
  connect(stop, &QPushButton::clicked, &p_.session, &Session::cancel);
  box->open();
}

bool WindowDialogs::mayLeave() {
  QString question;
  if (p_.document.job().phase != JobPhase::Idle) {
    question = tr("A picture is being enlarged. Stop it and quit?");
  } else if (p_.document.unsavedSeconds() > kSecondsWorthAsking) {
    question = tr("The result took %1 and was not exported. Quit without it?")
                   .arg(durationText(p_.document.unsavedSeconds()));
  } else if (p_.document.hasUnsavedPaint()) {
    question = tr("The painted area is in no saved job. Quit without it?");
  }
  if (question.isEmpty()) return true;
  QMessageBox box(QMessageBox::Question, tr("RefScale"), question, QMessageBox::NoButton, &window_);
  box.setObjectName("leaveQuestion");
  QPushButton* leave = box.addButton(tr("Quit"), QMessageBox::DestructiveRole);
  QPushButton* stay = box.addButton(tr("Stay"), QMessageBox::RejectRole);
  box.setDefaultButton(stay);
  box.setEscapeButton(stay);
  box.exec();
  return box.clickedButton() == leave;
}

void WindowDialogs::loadMask() {
  auto* dialog = new QFileDialog(&window_, tr("Load a painted area"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilter(tr("PNG pictures (*.png)"));
  connect(dialog, &QFileDialog::fileSelected, &p_.session, &Session::loadMask);
  dialog->open();
}

void WindowDialogs::saveMask() {
  auto* dialog = new QFileDialog(&window_, tr("Save the painted area"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("png");
  dialog->setNameFilter(tr("PNG pictures (*.png)"));
  connect(dialog, &QFileDialog::fileSelected, &p_.session, &Session::saveMask);
  dialog->open();
}

} // namespace refscale::ui
