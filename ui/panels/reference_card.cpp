#include "ui/panels/reference_card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include "ui/models/document.h"
#include "ui/models/run_status.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

QPixmap badge(const QString& letter, int index, const Theme& theme, const QFont& font,
              double ratio) {
  const QSize size(28, 18);
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
  small.setPixelSize(metrics::kFontSmall);
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
    : document_(document), id_(item.id) {
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
  const QLocale locale;
  bottom->addWidget(
      makeText("second", tr("%1 × %2").arg(locale.toString(item.picture->srgb->width()),
                                           locale.toString(item.picture->srgb->height()))),
      1);
  bottom->addWidget(remove);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addLayout(top);
  if (const QString match = matchText(item); !match.isEmpty()) {
    words->addWidget(makeText("second", match));
  }
  words->addLayout(bottom);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2 * metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(picture, 0, Qt::AlignVCenter);
  row->addLayout(words, 1);
}

QString ReferenceCard::matchText(const ReferenceItem& item) const {
  const ResultHandle matches = document_.matches();
  if (!matches) return {};
  const auto used = document_.matchesMadeFrom().usedReferences();
  for (std::size_t i = 0; i < used.size() && i < matches->correspondences.size(); ++i) {
    if (used[i].picture != item.picture) continue;
    return tr("Sure match: %1").arg(percentText(sureShare(matches->correspondences[i])));
  }
  return {};
}

void ReferenceCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete) {
    document_.removeReference(id_);
  } else {
    QFrame::keyPressEvent(event);
  }
}

} // namespace refscale::ui
