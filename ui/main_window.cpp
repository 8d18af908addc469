#include "ui/main_window.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

#include "ui/actions.h"
#include "ui/menus.h"
#include "ui/model_shelf.h"
#include "ui/models/document.h"
#include "ui/models/machine.h"
#include "ui/models/mask_editor.h"
#include "ui/models/preferences.h"
#include "ui/models/run_status.h"
#include "ui/panels/bar_fit.h"
#include "ui/panels/help_panel.h"
#include "ui/panels/parts.h"
#include "ui/panels/pictures_panel.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/segments.h"
#include "ui/panels/settings_panel.h"
#include "ui/polish_ahead.h"
#include "ui/reference_commands.h"
#include "ui/right_side.h"
#include "ui/run_commands.h"
#include "ui/session.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/views/central_page.h"
#include "ui/views/exploration.h"
#include "ui/views/picture_view.h"
#include "ui/views/start_page.h"
#include "ui/window_dialogs.h"

namespace refscale::ui {
namespace {

constexpr int kWidthForRightDocks = 1200;

QWidget* spacer() {
  auto* widget = new QWidget;
  widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  widget->setAttribute(Qt::WA_TransparentForMouseEvents);
  return widget;
}

} // namespace

MainWindow::MainWindow(const Parts& parts) : p_(parts), dialogs_(new WindowDialogs(*this, parts)) {
  setObjectName("mainWindow");
  setMinimumSize(metrics::kWindowLeastWidth, metrics::kWindowLeastHeight);
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
  setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
  setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks);
  setContextMenuPolicy(Qt::PreventContextMenu);
  fillMenus(*menuBar(), p_.actions);
  makeToolBar();
  exploration_ = new Exploration(p_.document, p_.session, p_.actions, p_.theme, *this);
  connect(exploration_, &Exploration::regionToPaint, &p_.mask, &MaskEditor::add);
  makeDocks();
  makeViews();
  makeStatusBar();
  help_ = new HelpPanel(*this);
  connectActions();
  connectLayoutActions();
  connect(&p_.document, &Document::stateChanged, this, &MainWindow::showState);
  connect(&p_.document, &Document::resultChanged, this, &MainWindow::showState);
  connect(&p_.document, &Document::engineChanged, this, &MainWindow::showDevice);
  connect(&p_.document, &Document::resultChanged, this, &MainWindow::showDevice); // less is free
  connect(&p_.document, &Document::runStarted, this, [this] {
    // Space and arrows belong to the picture as soon as a run begins.
    if (runBar_->isAncestorOf(focusWidget())) pictureView_->canvas().setFocus();
  });
  connect(&p_.preferences, &Preferences::changed, this, &MainWindow::showPreferences);
  restoreLayout();
  showState();
  showDevice();
  new PolishAhead(*this);
}

void MainWindow::makeToolBar() {
  tools_ = addToolBar(tr("Tools"));
  tools_->setObjectName("mainToolBar");
  tools_->setMovable(false);
  tools_->setIconSize(QSize(metrics::kIcon, metrics::kIcon));
  const auto button = [this](ActionId id, Qt::ToolButtonStyle style) {
    auto* made = new QToolButton;
    made->setDefaultAction(&p_.actions[id]);
    made->setToolButtonStyle(style);
    made->setObjectName(p_.actions[id].objectName() + "Tool");
    made->setAccessibleName(plainActionText(p_.actions[id].text()));
    made->setFocusPolicy(Qt::TabFocus);
    tools_->addWidget(made);
    return made;
  };
  // A tool bar's own height hint wins over its fixed height; a piece inside it does not.
  auto* edge = new QWidget;
  edge->setFixedSize(2 * metrics::kGap, metrics::kToolBar);
  tools_->addWidget(edge);
  QToolButton* open = button(ActionId::Open, Qt::ToolButtonTextBesideIcon);
  QToolButton* add = button(ActionId::AddReference, Qt::ToolButtonTextBesideIcon);
  tools_->addSeparator();
  button(ActionId::Undo, Qt::ToolButtonIconOnly);
  button(ActionId::Redo, Qt::ToolButtonIconOnly);
  tools_->addWidget(spacer());
  QFrame* views =
      makeSegments({&p_.actions[ActionId::ShowPicture], &p_.actions[ActionId::ShowMatches],
                    &p_.actions[ActionId::ShowMaps]});
  tools_->addWidget(views);
  tools_->addWidget(spacer());
  std::vector<QToolButton*> texts = {button(ActionId::Export, Qt::ToolButtonTextBesideIcon), open,
                                     add};
  for (auto* view : views->findChildren<QToolButton*>()) texts.push_back(view);
  new CompactButtons(*tools_, texts);
}

void MainWindow::makeDocks() {
  auto* pictures = new PicturesPanel(p_.document, p_.actions, p_.theme);
  pictures->setMaximumWidth(p_.theme.fontPixels(metrics::kPicturesDockMost));
  pictures_ = new QDockWidget(tr("Pictures"));
  pictures_->setObjectName("picturesDock");
  pictures_->setFeatures(QDockWidget::NoDockWidgetFeatures);
  pictures_->setWidget(atLeast(metrics::kPicturesDockLeast, pictures));
  addDockWidget(Qt::LeftDockWidgetArea, pictures_);
  auto* settings =
      new SettingsPanel(p_.document, p_.mask, p_.presets, p_.actions, Session::modelNames());
  connect(&p_.shelf, &ModelShelf::changed, settings,
          [this, settings] { settings->setModels(p_.shelf.usableNames()); });
  right_ = new RightSide(*this, p_.theme,
                         {{{"settingsDock", tr("Settings"), settings},
                           {"inspectDock", tr("Inspect"), exploration_->inspectPages()}}});
  connect(right_, &RightSide::closeWanted, &p_.actions[ActionId::ToggleRight], &QAction::trigger);
  connect(pictures, &PicturesPanel::filesDropped, &p_.session, &Session::open);
  connect(pictures, &PicturesPanel::imageDropped, &p_.session, &Session::adopt);
}

void MainWindow::makeViews() {
  page_ = new CentralPage(p_.document, p_.theme);
  startPage_ = new StartPage(p_.actions, p_.recent, p_.theme);
  pictureView_ = new PictureView({p_.document, p_.mask, p_.actions, p_.theme});
  dialogs_->setComparison([this] { return pictureView_->canvas().comparison(); });
  page_->addView(startPage_, nullptr);
  page_->addView(pictureView_, pictureView_->bar());
  exploration_->addTo(*page_);
  right_->setCanvas(page_->viewArea());
  setCentralWidget(page_);
  page_->setFocus(); // nothing is ringed before a key is pressed
  runBar_ = new RunBar(p_.document, p_.actions, p_.theme);
  addToolBar(Qt::BottomToolBarArea, runBar_);
  connect(page_, &CentralPage::filesDropped, &p_.session, &Session::open);
  connect(page_, &CentralPage::imageDropped, &p_.session, &Session::adopt);
  connect(startPage_, &StartPage::filesDropped, &p_.session, &Session::open);
  connect(startPage_, &StartPage::imageDropped, &p_.session, &Session::adopt);
  connect(pictureView_, &PictureView::referenceOffWanted, &p_.session, &Session::runReferenceOff);
  auto* commands = new ReferenceCommands(*this, p_, *exploration_, *pictureView_);
  connect(pictures_->findChild<PicturesPanel*>(), &PicturesPanel::commanded, commands,
          &ReferenceCommands::run);
  connect(pictureView_, &PictureView::warpedWanted, &p_.session, &Session::warpReference);
  connect(pictureView_, &PictureView::differenceShown, exploration_, &Exploration::showDifference);
  connect(startPage_, &StartPage::recentChosen, &p_.session, &Session::openAgain);
  const auto showPointer = [this](const QString& position, const QString& values) {
    position_->setText(position);
    values_->setText(values);
  };
  connect(&pictureView_->canvas(), &CompareCanvas::pointerAt, this, showPointer);
  connect(exploration_, &Exploration::pointerAt, this, showPointer);
  connect(exploration_, &Exploration::referenceOffWanted, &p_.session, &Session::runReferenceOff);
  connect(exploration_, &Exploration::shuffledWanted, &p_.session, &Session::runShuffledControl);
  const Inspection& inspection = exploration_->inspection();
  connect(&inspection, &Inspection::brushChanged, this,
          [this, &inspection] { pictureView_->canvas().setMarked(inspection.brush()); });
}

void MainWindow::makeStatusBar() {
  statusBar()->setSizeGripEnabled(false);
  const int letters = p_.theme.fontPixels(metrics::kFontSmall) * 3 / 2; // and the bar's own edges
  statusBar()->setMinimumHeight(std::max(metrics::kStatusBar, letters + 6));
  position_ = new QLabel;
  position_->setObjectName("statusPosition");
  values_ = new QLabel;
  device_ = new QLabel;
  statusBar()->addWidget(position_);
  statusBar()->addWidget(values_);
  statusBar()->addPermanentWidget(device_);
}

void MainWindow::connectActions() {
  const auto on = [this](ActionId id, const auto& work) {
    connect(&p_.actions[id], &QAction::triggered, this, work);
  };
  on(ActionId::OpenSample, [this] { p_.session.openSample(); });
  on(ActionId::KeepSnapshot, [this] { p_.document.keepSnapshot(); });
  on(ActionId::CloseAll, [this] { p_.document.closeAll(); });
  on(ActionId::Quit, [this] { close(); });
  connectRuns(p_.actions, p_.session);
  addActions(p_.actions.all()); // shortcuts work wherever the focus is
}

void MainWindow::connectLayoutActions() {
  const auto on = [this](ActionId id, const auto& work) {
    connect(&p_.actions[id], &QAction::triggered, this, work);
  };
  on(ActionId::TogglePictures, [this] { arrangeDocks(); });
  on(ActionId::ToggleRight, [this] { arrangeDocks(); });
  on(ActionId::ToggleAll, [this] {
    const bool any = pictures_->isVisible() || right_->isShown();
    p_.actions[ActionId::TogglePictures].setChecked(!any);
    p_.actions[ActionId::ToggleRight].setChecked(!any);
    arrangeDocks();
  });
  on(ActionId::ShowPicture, [this] { showState(); });
  on(ActionId::ShowMatches, [this] { showState(); });
  on(ActionId::ShowMaps, [this] { showState(); });
  // The ways of comparing belong to the picture: choosing one goes there.
  for (const ActionId id : {ActionId::Split, ActionId::SideBySide, ActionId::Difference,
                            ActionId::Blink, ActionId::Loupe, ActionId::Single}) {
    on(id, [this] { p_.actions[ActionId::ShowPicture].trigger(); });
  }
  on(ActionId::NextArea, [this] { moveFocus(1); });
  on(ActionId::PreviousArea, [this] { moveFocus(-1); });
  on(ActionId::HelpHere, [this] { help_->showFor(focusWidget()); });
  on(ActionId::ResetLayout, [this] {
    p_.actions[ActionId::TogglePictures].setChecked(true);
    p_.actions[ActionId::ToggleRight].setChecked(width() >= kWidthForRightDocks);
    arrangeDocks();
    resizeDocks({pictures_}, {p_.theme.fontPixels(metrics::kPicturesDock)}, Qt::Horizontal);
    right_->resetWidth();
  });
  const auto theme = [this](ThemeChoice choice) {
    PreferenceValues next = p_.preferences.values();
    next.theme = choice;
    p_.preferences.set(next);
  };
  on(ActionId::ThemeSystem, [theme] { theme(ThemeChoice::System); });
  on(ActionId::ThemeDark, [theme] { theme(ThemeChoice::Dark); });
  on(ActionId::ThemeLight, [theme] { theme(ThemeChoice::Light); });
}

void MainWindow::showState() {
  const bool empty = p_.document.isEmpty();
  const PictureHandle& input = p_.document.state().input;
  setWindowTitle(input ? tr("%1 — RefScale").arg(input->name) : tr("RefScale"));
  if (!p_.actions[ActionId::ShowMatches].isEnabled()) {
    p_.actions[ActionId::ShowPicture].setChecked(true);
  }
  QWidget* explored = exploration_->wantedView();
  page_->showView(empty                 ? static_cast<QWidget*>(startPage_)
                  : explored != nullptr ? explored
                                        : pictureView_);
  if (!empty && exploring_ != (explored != nullptr)) {
    QAction& pictures = p_.actions[ActionId::TogglePictures];
    picturesBeside_[exploring_ ? 1 : 0] = pictures.isChecked();
    exploring_ = !exploring_;
    pictures.setChecked(picturesBeside_[exploring_ ? 1 : 0]);
    right_->raise(exploring_ ? RightSide::Inspect : RightSide::Settings);
  }
  arrangeDocks();
}

void MainWindow::arrangeDocks() {
  const bool open = !p_.document.isEmpty();
  const bool left = open && p_.actions[ActionId::TogglePictures].isChecked();
  if (left && !pictures_->isVisibleTo(this)) {
    pictures_->setVisible(true);
    resizeDocks({pictures_}, {p_.theme.fontPixels(metrics::kPicturesDock)},
                Qt::Horizontal); // not the least it can have
  }
  pictures_->setVisible(left);
  const bool right = open && p_.actions[ActionId::ToggleRight].isChecked();
  if (right == right_->isShown()) return;
  right_->setShown(right);
  if (right) right_->raise(exploring_ ? RightSide::Inspect : RightSide::Settings);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  const bool wide = event->size().width() >= kWidthForRightDocks;
  const bool wasWide =
      !event->oldSize().isValid() || event->oldSize().width() >= kWidthForRightDocks;
  if (wide == wasWide) return;
  right_->setFloating(!wide);
  p_.actions[ActionId::ToggleRight].setChecked(wide); // shown on demand where they float
  arrangeDocks();
}

void MainWindow::showDevice() {
  if (!p_.document.engine()) {
    device_->setText(tr("sRGB"));
    return;
  }
  const auto& devices = p_.document.engine()->devices;
  const auto gpu =
      std::find_if(devices.begin(), devices.end(), [](const auto& d) { return d.name != "cpu"; });
  const auto shown = gpu != devices.end() ? gpu : devices.begin();
  if (shown == devices.end()) return;
  const QString name = shown->name == "cpu" ? tr("CPU") : QString::fromStdString(shown->hardware);
  device_->setText(tr("sRGB  ·  %1  ·  %2 free").arg(name, bytesText(freeBytes(p_.document))));
}

QList<QWidget*> MainWindow::areas() const {
  QList<QWidget*> visible;
  for (QWidget* area :
       {static_cast<QWidget*>(tools_), static_cast<QWidget*>(pictures_), page_->barArea(),
        page_->currentView(), right_->area(), static_cast<QWidget*>(runBar_)}) {
    if (area->isVisible()) visible += area;
  }
  return visible;
}

void MainWindow::moveFocus(int direction) {
  const QList<QWidget*> all = areas();
  const auto count = static_cast<int>(all.size());
  int at = direction > 0 ? -1 : 0;
  for (int i = 0; i < count; ++i) {
    if (all[i]->isAncestorOf(focusWidget())) at = i;
  }
  for (int step = 1; step <= count; ++step) {
    QWidget* area = all[(at + direction * step + 2 * count) % count];
    for (QWidget* child : area->findChildren<QWidget*>()) {
      if ((child->focusPolicy() & Qt::TabFocus) == 0 || !child->isVisible() ||
          !child->isEnabled()) {
        continue;
      }
      child->setFocus(Qt::TabFocusReason);
      return;
    }
  }
}

void MainWindow::restoreLayout() {
  p_.actions[ActionId::TogglePictures].setChecked(true);
  p_.actions[ActionId::ToggleRight].setChecked(true);
  resize(metrics::kWindowWidth, metrics::kWindowHeight);
  restoreGeometry(p_.settings.value("geometry").toByteArray());
  resizeDocks({pictures_}, {p_.theme.fontPixels(metrics::kPicturesDock)}, Qt::Horizontal);
  right_->resetWidth();
  showPreferences();
}

MainWindow::Look MainWindow::look() const {
  Look look{saveGeometry(), isVisible(), dialogs_->showsPreferences(), {}};
  for (const QAction* action : p_.actions.all()) {
    if (action->isChecked()) look.checked.push_back(action->objectName());
  }
  return look;
}

void MainWindow::setLook(const Look& look) {
  for (QAction* action : p_.actions.all()) {
    const bool was = std::find(look.checked.begin(), look.checked.end(), action->objectName()) !=
                     look.checked.end();
    // Exclusive ones follow from those that were checked.
    if (action->isCheckable() && action->isEnabled() && was != action->isChecked() &&
        (was || action->actionGroup() == nullptr)) {
      action->trigger();
    }
  }
  restoreGeometry(look.geometry);
  showState();
  setVisible(look.visible);
  if (look.preferences) dialogs_->openPreferences();
}

void MainWindow::showPreferences() {
  const PreferenceValues& now = p_.preferences.values();
  const ActionId id = now.theme == ThemeChoice::Light    ? ActionId::ThemeLight
                      : now.theme == ThemeChoice::System ? ActionId::ThemeSystem
                                                         : ActionId::ThemeDark;
  p_.actions[id].setChecked(true);
  pictureView_->canvas().setBlinkInterval(now.blinkMillis);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!dialogs_->mayLeave()) {
    event->ignore();
    return;
  }
  p_.settings.setValue("geometry", saveGeometry());
  event->accept();
}

} // namespace refscale::ui
