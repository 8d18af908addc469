#include "ui/panels/reference_card.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/models/reference_words.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/panels/verdict_bars.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

QPixmap badge(const QString& letter, int index, const Theme& theme, const QFont& font,
              double ratio) {
  const QSize size(theme.fontPixels(28), theme.fontPixels(18));
  QPixmap image(size * ratio);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.referenceColour(index));
  painter.drawRoundedRect(QRectF(QPointF(0, 0), size), metrics::kRadius, metrics::kRadius);
  painter.setPen(theme.tokens().referenceText);
  QFont small = font;
  small.setPixelSize(theme.fontPixels(metrics::kFontSmall));
  painter.setFont(small);
  painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter, letter);
  return image;
}

} // namespace

QString referenceLetter(int index) {
  return QStringLiteral("R%1").arg(index + 1);
}

ReferenceCard::ReferenceCard(Document& document, const ReferenceItem& item, int index,
                             const Theme& theme)
    : document_(document), theme_(theme), id_(item.id), index_(index), menu_(new QMenu(this)) {
  const double ratio = devicePixelRatioF();
  const QString name = item.picture->name;
  setProperty("role", "card");
  setObjectName(QStringLiteral("referenceCard%1").arg(index + 1));
  setAccessibleName(tr("Reference %1, %2").arg(referenceLetter(index), name));
  setFocusPolicy(Qt::StrongFocus);

  auto* picture = new QLabel;
  const QSize box(metrics::kThumbnailWidth, metrics::kThumbnailHeight);
  QImage small = thumbnail(*item.picture->pyramid, box * ratio);
  small.setDevicePixelRatio(ratio);
  picture->setPixmap(QPixmap::fromImage(small));
  picture->setFixedSize(box);
  picture->setAlignment(Qt::AlignCenter);
  auto* letter = new QLabel;
  letter->setPixmap(badge(referenceLetter(index), index, theme, font(), ratio));
  letter->setAccessibleName(referenceLetter(index));

  auto* used = new QCheckBox;
  used->setChecked(item.used);
  used->setToolTip(tr("Borrow from this reference"));
  used->setAccessibleName(tr("Borrow from %1").arg(name));
  used->setObjectName(QStringLiteral("referenceUsed%1").arg(index + 1));
  connect(used, &QCheckBox::clicked, this,
          [this](bool checked) { document_.setReferenceUsed(id_, checked); });
  menu_->setObjectName(QStringLiteral("referenceActions%1").arg(index + 1));
  fillMenu();
  connect(menu_, &QMenu::aboutToShow, this, &ReferenceCard::updateMenu);
  auto* more = new QToolButton;
  more->setIcon(theme.icon("more"));
  more->setProperty("role", "small");
  more->setToolTip(tr("More for this reference"));
  more->setAccessibleName(tr("More for %1").arg(name));
  more->setObjectName(QStringLiteral("referenceMenu%1").arg(index + 1));
  more->setPopupMode(QToolButton::InstantPopup);
  more->setMenu(menu_);

  auto* top = new QHBoxLayout;
  top->setSpacing(metrics::kGap + 2);
  top->addWidget(letter);
  top->addWidget(new ElidedLabel(name), 1);
  top->addWidget(used);
  auto* bottom = new QHBoxLayout;
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addLayout(top);
  addFit(*words, *bottom, item);
  bottom->addWidget(more);
  words->addLayout(bottom);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(picture, 0, Qt::AlignVCenter);
  row->addLayout(words, 1);
}

void ReferenceCard::addFit(QBoxLayout& words, QBoxLayout& last, const ReferenceItem& item) {
  const QLocale locale;
  const QString size = tr("%1 × %2").arg(locale.toString(item.picture->srgb->width()),
                                         locale.toString(item.picture->srgb->height()));
  setToolTip(tr("%1, %2").arg(item.picture->name, size));
  const auto fit = fitOf(document_, item);
  QString place = size;
  if (fit) {
    const pipeline::Verdict verdict = verdictOf(*fit);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap + 2);
    auto* bars = new QLabel;
    bars->setPixmap(verdictBars(verdict, theme_, devicePixelRatioF()));
    row->addWidget(bars);
    auto* line = new ElidedLabel(verdictLine(*fit));
    line->setProperty("role", verdictRole(verdict));
    line->setObjectName(objectName() + "Verdict");
    row->addWidget(line, 1);
    words.addLayout(row);
    if (const QString placed = placementLine(*fit); !placed.isEmpty()) place = placed;
  } else if (document_.lookingAt() == item.picture) {
    words.addWidget(makeText("second", tr("Looking at it…")));
  }
  auto* placeLine = new ElidedLabel(place);
  placeLine->setProperty("role", "second");
  last.addWidget(placeLine, 1);
}

void ReferenceCard::fillMenu() {
  const auto add = [this](const char* name, const QString& text, const auto& work) {
    QAction* action = menu_->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  const auto command = [&](const char* name, const QString& text, ReferenceCommand what) {
    return add(name, text, [this, what] { Q_EMIT commanded(id_, what); });
  };
  reach_ = add("reach", tr("Show where it &reaches"), [this](bool on) {
    Q_EMIT commanded(id_, on ? ReferenceCommand::ShowReach : ReferenceCommand::HideReach);
  });
  reach_->setCheckable(true);
  matches_ = command("matches", tr("Open in &Matches"), ReferenceCommand::OpenInMatches);
  menu_->addSeparator();
  command("turnLeft", tr("Turn &left"), ReferenceCommand::TurnLeft);
  command("turnRight", tr("Turn ri&ght"), ReferenceCommand::TurnRight);
  command("crop", tr("&Crop…"), ReferenceCommand::Crop);
  command("replace", tr("Re&place…"), ReferenceCommand::Replace);
  command("rank", tr("Rank a &folder…"), ReferenceCommand::RankFolder);
  menu_->addSeparator();
  up_ = add("up", tr("Move &up"), [this] { Q_EMIT moveWanted(id_, index_ - 1); });
  down_ = add("down", tr("Move &down"), [this] { Q_EMIT moveWanted(id_, index_ + 1); });
  menu_->addSeparator();
  QAction* remove = add("remove", tr("R&emove"), [this] { document_.removeReference(id_); });
  // Said, not bound: the card itself takes the keys, so that they act on the one with the focus.
  const auto says = [](QAction* action, const QKeySequence& key) {
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
  };
  says(up_, QKeySequence(Qt::ALT | Qt::Key_Up));
  says(down_, QKeySequence(Qt::ALT | Qt::Key_Down));
  says(remove, QKeySequence(Qt::Key_Delete));
  updateMenu();
}

void ReferenceCard::updateMenu() {
  const ReferenceItem* item = document_.reference(id_);
  if (item == nullptr) return;
  reach_->setEnabled(document_.preflightOf(item->picture) != nullptr);
  reach_->setChecked(document_.reachOf() == id_);
  const auto used = document_.matchesMadeFrom().usedReferences();
  matches_->setEnabled(document_.matches() != nullptr &&
                       std::any_of(used.begin(), used.end(), [item](const ReferenceItem& r) {
                         return r.picture == item->picture;
                       }));
  up_->setEnabled(index_ > 0);
  down_->setEnabled(index_ + 1 < static_cast<int>(document_.state().references.size()));
}

void ReferenceCard::contextMenuEvent(QContextMenuEvent* event) {
  const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
  menu_->popup(keyboard ? mapToGlobal(rect().center()) : event->globalPos());
}

void ReferenceCard::keyPressEvent(QKeyEvent* event) {
  const bool alt = event->modifiers() == Qt::AltModifier;
  if (event->key() == Qt::Key_Delete) {
    document_.removeReference(id_);
  } else if (alt && event->key() == Qt::Key_Up) {
    Q_EMIT moveWanted(id_, index_ - 1);
  } else if (alt && event->key() == Qt::Key_Down) {
    Q_EMIT moveWanted(id_, index_ + 1);
  } else {
    QFrame::keyPressEvent(event);
  }
}

void ReferenceCard::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  pressed_ = event->globalPosition().toPoint();
}

void ReferenceCard::mouseMoveEvent(QMouseEvent* event) {
  const QPoint at = event->globalPosition().toPoint();
  if (!pressed_) return;
  if (!drags_) {
    drags_ = (at - *pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!drags_) return;
    setCursor(Qt::ClosedHandCursor);
  }
  Q_EMIT dragged(id_, at);
}

void ReferenceCard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const bool moved = drags_;
  pressed_.reset();
  drags_ = false;
  unsetCursor();
  if (moved) Q_EMIT dropped(id_, event->globalPosition().toPoint());
}

} // namespace refscale::ui
