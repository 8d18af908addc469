// The bar of MapsView: the half of the class that makes its controls and keeps them true.
#include <QActionGroup>
#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

#include "ui/actions.h"
#include "ui/inspection/inspection.h"
#include "ui/maps/map_options.h"
#include "ui/maps/maps_view.h"
#include "ui/panels/bar_fit.h"
#include "ui/panels/parts.h"
#include "ui/panels/segments.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kZooms[] = {0.25, 0.5, 1, 2, 4, 8, 16};
constexpr int kNameLetters = 14;
constexpr int kZoomLetters = 6;

QComboBox* makeCombo(const char* name, const QString& accessible, int letters) {
  auto* combo = new QComboBox;
  combo->setObjectName(QString::fromLatin1(name));
  combo->setAccessibleName(accessible);
  tellWholeText(*combo);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(letters);
  return combo;
}

QToolButton* makeButton(const char* name, const QString& text, QMenu* menu) {
  auto* button = new QToolButton;
  button->setObjectName(QString::fromLatin1(name));
  button->setText(text);
  button->setAccessibleName(plainActionText(text));
  button->setToolTip(button->accessibleName());
  button->setPopupMode(QToolButton::InstantPopup);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::TabFocus);
  button->setMenu(menu);
  menu->setParent(button, menu->windowFlags());
  return button;
}

} // namespace

QFrame* MapsView::makeChoice(const char* name, const QString& accessible, const QStringList& texts,
                             QActionGroup*& group) {
  group = new QActionGroup(this);
  std::vector<QAction*> actions;
  for (int i = 0; i < texts.size(); ++i) {
    auto* action = new QAction(texts[i], this);
    action->setObjectName(QStringLiteral("%1%2").arg(QString::fromLatin1(name)).arg(i));
    action->setCheckable(true);
    action->setData(i);
    group->addAction(action);
    actions.push_back(action);
  }
  QFrame* frame = makeSegments({actions[0], actions[1], actions[2]});
  frame->setObjectName(QString::fromLatin1(name));
  frame->setAccessibleName(accessible);
  return frame;
}

void MapsView::makeBar() {
  bar_->setProperty("role", "bar");
  bar_->setMinimumHeight(metrics::kViewBar + 2 * metrics::kGap);
  bar_->setMinimumWidth(metrics::kCanvasLeastWidth);
  for (const auto& [id, digit] :
       {std::pair(ActionId::MapsOne, "1"), std::pair(ActionId::MapsTwo, "2"),
        std::pair(ActionId::MapsFour, "4")}) {
    actions_[id].setIconText(QString::fromLatin1(digit)); // menus say it in words
  }
  QFrame* counts = makeSegments(
      {&actions_[ActionId::MapsOne], &actions_[ActionId::MapsTwo], &actions_[ActionId::MapsFour]});
  counts->setAccessibleName(tr("Number of maps"));
  reference_ = makeCombo("mapReference", tr("Reference"), kNameLetters);
  scaleChoice_ =
      makeChoice("mapScale", tr("Scale"),
                 {QString::fromLatin1(mapScaleName(0)), QString::fromLatin1(mapScaleName(1)),
                  QString::fromLatin1(mapScaleName(2))},
                 scales_);
  partChoice_ =
      makeChoice("mapPart", tr("Offset"), {tr("Total"), tr("Match"), tr("Learned")}, parts_);
  scaleLabel_ = makeText("second", tr("Scale"));
  partLabel_ = makeText("second", tr("Offset"));
  auto* referenceLabel = makeText("second", tr("Reference"));
  options_ = new MapOptions;
  auto* popup = new QMenu;
  auto* panel = new QWidgetAction(popup);
  panel->setDefaultWidget(options_);
  popup->addAction(panel);
  QToolButton* look = makeButton("mapLook", tr("Look…"), popup);
  QToolButton* saving = makeSaveButton();
  zoom_ = makeCombo("mapZoom", tr("Zoom"), kZoomLetters);
  zoom_->addItem(tr("Fit"), 0.0);
  for (const double zoom : kZooms) {
    zoom_->addItem(tr("%1 %").arg(QLocale().toString(zoom * 100)), zoom);
  }
  auto* space = new QWidget;
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto* row = new QHBoxLayout(bar_);
  row->setContentsMargins(2 * metrics::kGap, metrics::kGap, 2 * metrics::kGap, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  for (QWidget* part :
       {static_cast<QWidget*>(counts), static_cast<QWidget*>(referenceLabel),
        static_cast<QWidget*>(reference_), scaleLabel_, static_cast<QWidget*>(scaleChoice_),
        partLabel_, static_cast<QWidget*>(partChoice_), space, static_cast<QWidget*>(look),
        static_cast<QWidget*>(saving), static_cast<QWidget*>(zoom_)}) {
    row->addWidget(part);
  }
  fit_ = new BarFit(*bar_, {referenceLabel, partLabel_, scaleLabel_, zoom_, counts, reference_});
  connect(reference_, &QComboBox::activated, &inspection_, &Inspection::setReference);
  const auto rechoose = [this] {
    MapChoice choice = pane(active_).wish().choice;
    choice.scale = scales_->checkedAction()->data().toInt();
    choice.part = static_cast<OffsetPart>(parts_->checkedAction()->data().toInt());
    choose(active_, choice);
  };
  connect(scales_, &QActionGroup::triggered, this, rechoose);
  connect(parts_, &QActionGroup::triggered, this, [this, rechoose] {
    partChosen_ = true;
    rechoose();
  });
  connect(options_, &MapOptions::changed, this, [this](const PaneWish& wish) {
    pane(active_).setWish(wish);
    refresh();
  });
  connect(options_, &MapOptions::shareChanged, this, &MapsView::refresh);
  connect(zoom_, &QComboBox::activated, this, [this] {
    const double zoom = zoom_->currentData().toDouble();
    if (zoom == 0) {
      view_.fit();
    } else {
      view_.zoomTo(zoom);
    }
  });
  for (const auto& [id, count] : {std::pair(ActionId::MapsOne, 1), std::pair(ActionId::MapsTwo, 2),
                                  std::pair(ActionId::MapsFour, 4)}) {
    connect(&actions_[id], &QAction::triggered, this, [this, n = count] { setPaneCount(n); });
  }
}

QToolButton* MapsView::makeSaveButton() {
  auto* menu = new QMenu;
  const std::pair<MapFileKind, QString> kinds[] = {
      {MapFileKind::PictureWithBar, tr("Picture with its bar (PNG)…")},
      {MapFileKind::Picture, tr("Picture alone (PNG)…")},
      {MapFileKind::Tiff, tr("Numbers, 32-bit float (TIFF)…")},
      {MapFileKind::Npy, tr("Numbers for NumPy (NPY)…")}};
  for (const auto& [kind, text] : kinds) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, k = kind] { askAndSave(k); });
  }
  QToolButton* button = makeButton("mapSave", tr("Save…"), menu);
  const auto retouch = [this, button] { button->setIcon(theme_.icon("save")); };
  connect(&theme_, &Theme::changed, button, retouch);
  retouch();
  return button;
}

void MapsView::showBar() {
  const PaneWish& wish = pane(active_).wish();
  scales_->actions().at(wish.choice.scale)->setChecked(true);
  parts_->actions().at(static_cast<int>(wish.choice.part))->setChecked(true);
  fit_->setWanted(scaleLabel_, wish.choice.hasScale());
  fit_->setWanted(scaleChoice_, wish.choice.hasScale());
  fit_->setWanted(partLabel_, wish.choice.hasPart());
  fit_->setWanted(partChoice_, wish.choice.hasPart());
  const MapHandle& map = pane(active_).canvas().map();
  options_->show(wish, map ? map->range : wish.typed);
}

void MapsView::showReferences() {
  reference_->clear();
  for (const auto& reference : inspection_.references()) {
    reference_->addItem(tr("%1  %2").arg(reference.letter, reference.name));
  }
  reference_->setCurrentIndex(inspection_.reference());
}

void MapsView::showZoom() {
  const double zoom = view_.transform().zoom();
  const QString percent = tr("%1 %").arg(QLocale().toString(qRound(zoom * 100)));
  constexpr int kFixed = 1 + static_cast<int>(std::size(kZooms));
  while (zoom_->count() > kFixed) zoom_->removeItem(kFixed);
  if (view_.transform().isFit()) {
    zoom_->setCurrentIndex(0);
  } else if (const int known = zoom_->findData(zoom); known > 0) {
    zoom_->setCurrentIndex(known);
  } else {
    zoom_->addItem(percent, zoom); // between the steps
    zoom_->setCurrentIndex(kFixed);
  }
}

void MapsView::askAndSave(MapFileKind kind) {
  const char* extension = kind == MapFileKind::Tiff  ? ".tif"
                          : kind == MapFileKind::Npy ? ".npy"
                                                     : ".png";
  auto* dialog = new QFileDialog(this, tr("Save the map"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QString::fromLatin1(extension).mid(1));
  dialog->selectFile(mapFileName(pane(active_).wish().choice) + QString::fromLatin1(extension));
  connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& file) {
    save(kind, std::filesystem::path(file.toStdString()));
  });
  dialog->open();
}

} // namespace refscale::ui
