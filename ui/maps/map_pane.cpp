#include "ui/maps/map_pane.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <utility>

#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {

MapPane::MapPane(Inspection& inspection, LinkedView& view, const Theme& theme)
    : title_(new QToolButton),
      detail_(makeText("second")),
      shown_(new QWidget),
      canvas_(new MapCanvas(inspection, view, theme)),
      legend_(new MapLegend(theme)),
      message_(makeMessage()) {
  setProperty("role", "mapPane");
  title_->setPopupMode(QToolButton::InstantPopup);
  title_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  title_->setProperty("role", "paneTitle");
  title_->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(title_);
  for (int i = 0; i < kMapKinds; ++i) {
    const auto kind = static_cast<MapKind>(i);
    QAction* action = menu->addAction(mapTitle(kind));
    connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT kindChosen(kind); });
    if (kind == MapKind::WhichReference) whichReference_ = action;
  }
  title_->setMenu(menu);
  auto* head = new QHBoxLayout;
  head->addWidget(title_);
  head->addStretch();
  head->addWidget(detail_);
  auto* body = new QHBoxLayout(shown_);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(metrics::kPadding);
  body->addWidget(canvas_, 1);
  body->addWidget(legend_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2 * metrics::kGap, metrics::kGap, 2 * metrics::kGap,
                             2 * metrics::kGap);
  column->setSpacing(metrics::kGap);
  column->addLayout(head);
  column->addWidget(shown_, 1);
  column->addWidget(message_, 1);
  message_->hide();
  connect(canvas_, &MapCanvas::used, this, &MapPane::used);
  connect(title_, &QToolButton::pressed, this, &MapPane::used);
}

QWidget* MapPane::makeMessage() {
  auto* page = new QWidget;
  sentence_ = makeText("second");
  sentence_->setWordWrap(true);
  sentence_->setAlignment(Qt::AlignHCenter);
  remedy_ = new QPushButton;
  remedy_->setObjectName("makeMaps");
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                             metrics::kPadding);
  column->setSpacing(metrics::kPadding);
  column->addStretch();
  column->addWidget(sentence_);
  column->addWidget(remedy_, 0, Qt::AlignHCenter);
  column->addStretch();
  connect(remedy_, &QPushButton::clicked, this, &MapPane::remedyWanted);
  return page;
}

void MapPane::setWish(const PaneWish& wish) {
  wish_ = wish;
  title_->setText(mapTitle(wish.choice.kind));
  title_->setAccessibleName(tr("Map: %1").arg(title_->text()));
  detail_->setText(mapDetail(wish.choice));
  canvas_->setAccessibleName(title_->text());
  canvas_->setOpacity(wish.opacity);
}

void MapPane::offerReferences(bool several) {
  whichReference_->setVisible(several);
}

void MapPane::setActive(bool active) {
  setStyleProperty(*this, "active", active);
}

void MapPane::setMap(MapHandle map, LegendContent legend) {
  canvas_->setMap(std::move(map));
  legend_->setContent(std::move(legend));
  message_->hide();
  shown_->show();
}

void MapPane::setMessage(const QString& sentence, const QString& remedy) {
  canvas_->setMap(nullptr);
  sentence_->setText(sentence);
  remedy_->setText(remedy);
  remedy_->setAccessibleName(remedy);
  remedy_->setVisible(!remedy.isEmpty());
  shown_->hide();
  message_->show();
}

} // namespace refscale::ui
