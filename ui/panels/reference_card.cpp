#include "ui/panels/reference_card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

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
    : document_(document), theme_(theme), id_(item.id) {
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
  auto* remove = new QToolButton;
  remove->setIcon(theme.icon("close"));
  remove->setToolTip(tr("Remove (Delete)"));
  remove->setAccessibleName(tr("Remove %1").arg(name));
  remove->setObjectName(QStringLiteral("referenceRemove%1").arg(index + 1));
  connect(remove, &QToolButton::clicked, this, [this] { document_.removeReference(id_); });

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
  bottom->addWidget(remove);
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

void ReferenceCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete) {
    document_.removeReference(id_);
  } else {
    QFrame::keyPressEvent(event);
  }
}

} // namespace refscale::ui
