#include "ui/panels/truth_card.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/actions.h"
#include "ui/models/document.h"
#include "ui/models/measures.h"
#include "ui/panels/drop_zone.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

TruthCard::TruthCard(Document& document, const Actions& actions, const Theme& theme)
    : document_(document), actions_(actions), theme_(theme), content_(new QVBoxLayout(this)) {
  setObjectName("trueCard");
  setAccessibleName(tr("True picture"));
  content_->setContentsMargins(0, 0, 0, 0);
  content_->setSpacing(2 * metrics::kGap);
  auto* head = new QHBoxLayout;
  auto* heading = makeText("heading", tr("True picture (optional)"));
  heading->setWordWrap(true);
  head->addWidget(heading, 1);
  open_ = new QPushButton(tr("Open…"));
  open_->setObjectName("trueOpen");
  open_->setProperty("role", "link");
  open_->setAccessibleName(tr("Open the true picture"));
  open_->setToolTip(tr("Open the true picture: four times as large as the picture to enlarge"));
  connect(open_, &QPushButton::clicked, &actions_[ActionId::SetTruth], &QAction::trigger);
  head->addWidget(open_);
  content_->addLayout(head);
  connect(&document_, &Document::stateChanged, this, &TruthCard::showTruth);
  connect(&document_, &Document::resultChanged, this, &TruthCard::showTruth);
  connect(&document_, &Document::scoresChanged, this, &TruthCard::showTruth);
  connect(&theme_, &Theme::changed, this, &TruthCard::showTruth);
  auto* drops = new DropZone(*this, DropTarget::TruePicture);
  connect(drops, &DropZone::filesDropped, this, &TruthCard::filesDropped);
  connect(drops, &DropZone::imageDropped, this, &TruthCard::imageDropped);
  showTruth();
}

void TruthCard::showTruth() {
  if (shown_ != nullptr) {
    content_->removeWidget(shown_);
    retire(*shown_);
  }
  open_->setEnabled(actions_[ActionId::SetTruth].isEnabled());
  shown_ = document_.state().truth ? makeCard() : makeZone();
  content_->addWidget(shown_);
  shown_->show();
}

QWidget* TruthCard::makeZone() {
  auto* zone = new QFrame;
  zone->setProperty("role", "zone");
  zone->setMinimumHeight(metrics::kViewBar);
  auto* hint = makeText("second", tr("Drop it here to measure PSNR and SSIM"));
  hint->setWordWrap(true);
  hint->setAlignment(Qt::AlignCenter);
  auto* row = new QHBoxLayout(zone);
  row->addWidget(hint);
  return zone;
}

QWidget* TruthCard::makeCard() {
  const PictureHandle& truth = document_.state().truth;
  auto* card = new QFrame;
  card->setProperty("role", "card");
  auto* picture = new QLabel;
  const double ratio = devicePixelRatioF();
  const QSize box(metrics::kThumbnailWidth, metrics::kThumbnailHeight);
  QImage small = thumbnail(*truth->pyramid, box * ratio);
  small.setDevicePixelRatio(ratio);
  picture->setPixmap(QPixmap::fromImage(small));
  picture->setFixedSize(box);
  picture->setAlignment(Qt::AlignCenter);
  auto* remove = new QToolButton;
  remove->setIcon(theme_.icon("close"));
  remove->setObjectName("trueRemove");
  remove->setToolTip(tr("Remove"));
  remove->setAccessibleName(tr("Remove the true picture"));
  connect(remove, &QToolButton::clicked, &document_, [this] { document_.setTruth(nullptr); });
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(new ElidedLabel(truth->name));
  const ResultItem* result = document_.result();
  const auto score = result != nullptr ? document_.scoreOf(result->result) : std::nullopt;
  if (score) {
    words->addWidget(makeText("second", tr("PSNR %1 dB").arg(decibelText(score->psnr))));
    words->addWidget(makeText("second", tr("SSIM %1").arg(similarityText(score->ssim))));
  } else {
    auto* hint =
        makeText("second", result != nullptr ? tr("Measuring…") : tr("Measured after the run"));
    hint->setWordWrap(true);
    words->addWidget(hint);
  }
  auto* row = new QHBoxLayout(card);
  row->setContentsMargins(2 * metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(picture, 0, Qt::AlignVCenter);
  row->addLayout(words, 1);
  row->addWidget(remove, 0, Qt::AlignTop);
  return card;
}

} // namespace refscale::ui
