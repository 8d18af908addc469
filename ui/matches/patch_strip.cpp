#include "ui/matches/patch_strip.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <algorithm>
#include <utility>

#include "ui/inspection/inspection.h"
#include "ui/inspection/numbers.h"
#include "ui/inspection/pointer_numbers.h"
#include "ui/matches/pins_model.h"
#include "ui/models/match_lines.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kSpan = 48; // output pixels that a patch shows: twelve cells
constexpr double kCellBox = 12;
constexpr int kNumbersWidth = 210;
constexpr int kPinsWidth = 230;

} // namespace

Patch::Patch(const QString& name, const Theme& theme)
    : theme_(theme), label_(makeText("second")), name_(name) {
  setAccessibleName(name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(label_);
  column->addSpacing(metrics::kPatch + metrics::kGap);
  column->addStretch();
  setFixedWidth(metrics::kPatch);
  setPlace({});
}

void Patch::setPicture(PyramidHandle picture, QSizeF frame) {
  picture_ = std::move(picture);
  frame_ = frame;
  update();
}

void Patch::setName(const QString& name) {
  name_ = name;
  setAccessibleName(name);
  setPlace(place_);
}

void Patch::setPlace(std::optional<QPointF> place) {
  place_ = place;
  const QString text = place ? tr("%1  %2").arg(name_, placeText(*place)) : name_;
  label_->setText(QFontMetrics(label_->font()).elidedText(text, Qt::ElideRight, metrics::kPatch));
  setAccessibleDescription(text);
  update();
}

void Patch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF box(0, label_->sizeHint().height() + metrics::kGap, metrics::kPatch,
                   metrics::kPatch);
  painter.fillRect(box, theme_.tokens().surround);
  if (!picture_ || !place_ || frame_.isEmpty()) return;
  const double sx = picture_->size().width() / frame_.width();
  const double sy = picture_->size().height() / frame_.height();
  const QRectF seen(place_->x() - kSpan / 2, place_->y() - kSpan / 2, kSpan, kSpan);
  const QRectF inside = seen & QRectF(QPointF(0, 0), frame_);
  const double scale = box.width() / kSpan;
  const QRectF target(box.topLeft() + (inside.topLeft() - seen.topLeft()) * scale,
                      inside.size() * scale);
  drawPyramid(painter, target, *picture_,
              QRectF(inside.x() * sx, inside.y() * sy, inside.width() * sx, inside.height() * sy));
  painter.setBrush(Qt::NoBrush);
  const double side = kCellBox * scale;
  const QRectF cell(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
  painter.setPen(QPen(theme_.tokens().markCasing, 3));
  painter.drawRect(cell);
  painter.setPen(QPen(theme_.tokens().mark, 1));
  painter.drawRect(cell);
}

PatchStrip::PatchStrip(Inspection& inspection, const Theme& theme)
    : inspection_(inspection), theme_(theme), model_(new PinsModel(inspection, this)) {
  setObjectName("patchStrip");
  setProperty("role", "strip");
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(metrics::kPadding, 2 * metrics::kGap, metrics::kPadding,
                          2 * metrics::kGap);
  row->setSpacing(metrics::kPadding);
  const QString names[] = {tr("Input"), tr("Match"), tr("Result")};
  for (std::size_t i = 0; i < patches_.size(); ++i) {
    patches_.at(i) = new Patch(names[i], theme);
    row->addWidget(patches_.at(i));
  }
  numbers_ = makeNumbers();
  row->addWidget(numbers_);
  pins_ = makePins();
  row->addWidget(pins_, 1);
  row->addStretch();
  connect(&inspection_, &Inspection::positionChanged, this, &PatchStrip::follow);
  connect(&inspection_, &Inspection::matchesChanged, this, &PatchStrip::follow);
  connect(&inspection_, &Inspection::pinsChanged, this, &PatchStrip::showPins);
  connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
  follow();
  showPins();
}

QWidget* PatchStrip::makeNumbers() {
  auto* pin = new QPushButton(tr("Pin"));
  pin->setObjectName("pin");
  pin->setAccessibleName(tr("Pin this match"));
  pin->setToolTip(tr("Pin this match (P)"));
  auto* centre = new QPushButton(tr("Centre both"));
  centre->setObjectName("centreBoth");
  centre->setAccessibleName(tr("Centre both pictures on this match"));
  centre->setToolTip(centre->accessibleName());
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(pin);
  buttons->addWidget(centre);
  buttons->addStretch();
  auto* box = new QWidget;
  box->setMinimumWidth(kNumbersWidth);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(metrics::kGap);
  column->addWidget(new PointerNumbers(inspection_, PointerNumbers::Detail::Sums));
  column->addLayout(buttons);
  column->addStretch();
  // The pointer is on the button now: the last place counts.
  connect(pin, &QPushButton::clicked, this, &PatchStrip::pinWanted);
  connect(centre, &QPushButton::clicked, this, [this] {
    const QModelIndex row = table_->currentIndex();
    if (const auto cell = inspection_.cell()) {
      Q_EMIT centreWanted(*cell);
    } else if (row.isValid()) {
      Q_EMIT centreWanted(inspection_.pins().at(static_cast<std::size_t>(row.row())));
    }
  });
  return box;
}

QWidget* PatchStrip::makePins() {
  auto* box = new QWidget;
  box->setMinimumWidth(kPinsWidth);
  count_ = makeText("second");
  clear_ = new QPushButton(tr("Clear"));
  clear_->setObjectName("clearPins");
  clear_->setProperty("role", "link");
  clear_->setAccessibleName(tr("Take all pins out"));
  auto* head = new QHBoxLayout;
  head->addWidget(makeText("heading", tr("Pins")), 1);
  head->addWidget(count_);
  head->addWidget(clear_);
  table_ = new QTableView;
  table_->setObjectName("pins");
  table_->setAccessibleName(tr("Pins"));
  table_->setModel(model_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(metrics::kControlSmall);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
  table_->setTabKeyNavigation(false);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(metrics::kGap);
  column->addLayout(head);
  column->addWidget(table_, 1);
  connect(clear_, &QPushButton::clicked, &inspection_, &Inspection::clearPins);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& now) {
            const auto row = static_cast<std::size_t>(now.row());
            const Correspondence* matches = inspection_.correspondence();
            if (!now.isValid() || matches == nullptr || row >= inspection_.pins().size()) return;
            inspection_.setPosition(lineOf(*matches, inspection_.pins()[row]).from);
          });
  return box;
}

QSize PatchStrip::sizeHint() const {
  return {QFrame::sizeHint().width(), minimumSizeHint().height()};
}

QSize PatchStrip::minimumSizeHint() const {
  return {metrics::kCanvasLeastWidth, QFrame::minimumSizeHint().height()};
}

void PatchStrip::follow() {
  const auto cell = inspection_.cell();
  const Correspondence* matches = inspection_.correspondence();
  const auto reference = static_cast<std::size_t>(inspection_.reference());
  if (reference < inspection_.references().size()) {
    match().setName(tr("Match in %1").arg(inspection_.references()[reference].letter));
  }
  if (!cell || matches == nullptr) {
    if (matches == nullptr) {
      for (Patch* patch : patches_) patch->setPlace({});
    }
    return; // the last place stays while the pointer is elsewhere
  }
  const MatchLine line = lineOf(*matches, *cell);
  const QPointF here = *inspection_.position(); // as the numbers beside have it
  input().setPlace(here);
  match().setPlace(line.to + (here - line.from));
  result().setPlace(here);
}

void PatchStrip::showPins() {
  clear_->setEnabled(!inspection_.pins().empty());
  count_->setText(tr("%1 of %2")
                      .arg(QLocale().toString(static_cast<int>(inspection_.pins().size())),
                           QLocale().toString(static_cast<int>(kMostPins))));
}

void PatchStrip::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  // Where there is no room for all, the table goes first, the result's patch next, numbers last.
  const auto needed = [](const QWidget& part, int least) {
    return std::max(least, part.minimumSizeHint().width());
  };
  const int fixed = 2 * metrics::kPatch + needed(*numbers_, kNumbersWidth) + 5 * metrics::kPadding;
  numbers_->setVisible(width() >= fixed);
  result().setVisible(width() >= fixed + metrics::kPatch);
  pins_->setVisible(width() >= fixed + metrics::kPatch + needed(*pins_, kPinsWidth));
}

} // namespace refscale::ui
