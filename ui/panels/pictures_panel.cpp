#include "ui/panels/pictures_panel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <algorithm>
#include <cstdint>
#include <utility>

#include "ui/actions.h"
#include "ui/models/document.h"
#include "ui/models/reference_words.h"
#include "ui/panels/drop_zone.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/parts.h"
#include "ui/panels/reference_card.h"
#include "ui/panels/truth_card.h"
#include "ui/panels/verdict_bars.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

PicturesPanel::PicturesPanel(Document& document, const Actions& actions, const Theme& theme)
    : document_(document), actions_(actions), theme_(theme) {
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("picturesPanel", panel);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(area);
  makeInputSection(*panel);
  makeReferenceSection(*panel);
  auto* truth = new TruthCard(document_, actions_, theme_);
  connect(truth, &TruthCard::filesDropped, this, &PicturesPanel::filesDropped);
  connect(truth, &TruthCard::imageDropped, this, &PicturesPanel::imageDropped);
  addSection(*panel, {})->addWidget(truth);
  panel->addStretch();
  for (auto* zone : {new DropZone(*inputCard_, DropTarget::Input),
                     new DropZone(*references_, DropTarget::References)}) {
    connect(zone, &DropZone::filesDropped, this, &PicturesPanel::filesDropped);
    connect(zone, &DropZone::imageDropped, this, &PicturesPanel::imageDropped);
  }
  connect(&document_, &Document::stateChanged, this, &PicturesPanel::showState);
  connect(&document_, &Document::resultChanged, this, &PicturesPanel::showReferences);
  connect(&document_, &Document::preflightChanged, this, &PicturesPanel::showReferences);
  connect(&theme_, &Theme::changed, this, &PicturesPanel::showReferences);
  showState();
}

void PicturesPanel::makeInputSection(QBoxLayout& panel) {
  inputCard_ = new QFrame;
  inputCard_->setObjectName("inputCard");
  inputCard_->setAccessibleName(tr("Picture to enlarge"));
  auto* layout = new QVBoxLayout(inputCard_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * metrics::kGap);
  inputThumbnail_ = new QLabel;
  inputThumbnail_->setAlignment(Qt::AlignCenter);
  inputThumbnail_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // follows the dock
  inputThumbnail_->setAccessibleName(tr("Small view of the picture to enlarge"));
  inputName_ = new ElidedLabel;
  inputSize_ = makeText("second");
  inputFormat_ = makeText("second");
  inputFormat_->setWordWrap(true);
  inputOpen_ = new QPushButton(tr("Open the picture to enlarge…"));
  inputOpen_->setAccessibleName(tr("Open the picture to enlarge"));
  connect(inputOpen_, &QPushButton::clicked, &actions_[ActionId::Open], &QAction::trigger);
  layout->addWidget(inputThumbnail_);
  layout->addWidget(inputName_);
  auto* facts = new QVBoxLayout;
  facts->setSpacing(2);
  facts->addWidget(inputSize_);
  facts->addWidget(inputFormat_);
  layout->addLayout(facts);
  layout->addWidget(inputOpen_);
  addSection(panel, tr("Picture to enlarge"))->addWidget(inputCard_);
}

void PicturesPanel::makeReferenceSection(QBoxLayout& panel) {
  QBoxLayout* section = addSection(panel, {});
  auto* head = new QHBoxLayout;
  head->addWidget(makeText("heading", tr("References")));
  head->addStretch();
  addReference_ = new QPushButton(tr("Add"));
  addReference_->setObjectName("addReferenceButton");
  addReference_->setProperty("role", "link");
  addReference_->setAccessibleName(tr("Add reference"));
  addReference_->setToolTip(actions_[ActionId::AddReference].toolTip());
  connect(addReference_, &QPushButton::clicked, &actions_[ActionId::AddReference],
          &QAction::trigger);
  head->addWidget(addReference_);
  section->addLayout(head);
  references_ = new QWidget;
  references_->setObjectName("referenceList");
  references_->setAccessibleName(tr("References"));
  cards_ = new QVBoxLayout(references_);
  cards_->setContentsMargins(0, 0, 0, 0);
  cards_->setSpacing(2 * metrics::kGap);
  gap_ = new QFrame(references_);
  gap_->setObjectName("referenceGap");
  gap_->setProperty("role", "gap");
  gap_->hide();
  section->addWidget(references_);
}

void PicturesPanel::showState() {
  showInput();
  showReferences();
}

void PicturesPanel::showInput() {
  const PictureHandle& input = document_.state().input;
  for (QWidget* w : {static_cast<QWidget*>(inputThumbnail_), static_cast<QWidget*>(inputName_),
                     static_cast<QWidget*>(inputSize_), static_cast<QWidget*>(inputFormat_)}) {
    w->setVisible(input != nullptr);
  }
  inputOpen_->setVisible(input == nullptr);
  if (!input) return;
  const QLocale locale;
  const int width = input->srgb->width();
  const int height = input->srgb->height();
  inputName_->setWholeText(input->name);
  inputSize_->setText(tr("%1 × %2 → %3 × %4")
                          .arg(locale.toString(width), locale.toString(height),
                               locale.toString(width * kScale), locale.toString(height * kScale)));
  QStringList facts;
  facts += input->format.isEmpty() ? tr("pasted") : input->format;
  facts += input->profileName.isEmpty() ? tr("sRGB") : input->profileName;
  facts += input->srgb->sample() == media::Sample::U8    ? tr("8 bit")
           : input->srgb->sample() == media::Sample::U16 ? tr("16 bit")
                                                         : tr("32 bit float");
  inputFormat_->setText(facts.join(QStringLiteral(" · ")));
  const int room = this->width() - 2 * metrics::kPadding;
  const double ratio = devicePixelRatioF();
  QImage small = thumbnail(*input->pyramid,
                           QSizeF(room * ratio, metrics::kInputThumbnailHeight * ratio).toSize());
  small.setDevicePixelRatio(ratio);
  inputThumbnail_->setPixmap(QPixmap::fromImage(small));
}

void PicturesPanel::resizeEvent(QResizeEvent*) {
  showInput();
}

// What the cards say; as long as that is so they stay, and with them the focus.
QStringList PicturesPanel::cardTexts() const {
  QStringList texts{theme_.tokens().window.name()};
  for (const ReferenceItem& item : document_.state().references) {
    texts << QString::number(item.id) << item.picture->name << QString::number(item.used)
          << QString::number(reinterpret_cast<std::uintptr_t>(item.picture.get()));
    if (const auto fit = fitOf(document_, item)) {
      texts << verdictLine(*fit) << placementLine(*fit) << verdictRole(verdictOf(*fit));
    } else {
      texts << (document_.lookingAt() == item.picture ? "looking" : "");
    }
  }
  return texts;
}

void PicturesPanel::addCard(const ReferenceItem& reference, int index) {
  auto* card = new ReferenceCard(document_, reference, index, theme_);
  connect(card, &ReferenceCard::commanded, this, &PicturesPanel::commanded);
  connect(card, &ReferenceCard::moveWanted, this, &PicturesPanel::moveCard);
  connect(card, &ReferenceCard::dragged, this,
          [this](int, const QPoint& global) { showGap(global); });
  connect(card, &ReferenceCard::dropped, this, &PicturesPanel::dropCard);
  cards_->addWidget(card);
  card->show(); // at once, not when the layout comes to it
}

void PicturesPanel::moveCard(int id, int place) {
  document_.moveReference(id, place);
  for (auto* card : references_->findChildren<ReferenceCard*>()) {
    if (card->id() == id && !card->isHidden()) card->setFocus(); // it goes along
  }
}

int PicturesPanel::gapAt(const QPoint& global) const {
  const int y = references_->mapFromGlobal(global).y();
  int gap = 0;
  for (int i = 0; i < static_cast<int>(document_.state().references.size()); ++i) {
    if (y > cards_->itemAt(i)->geometry().center().y()) gap = i + 1;
  }
  return gap;
}

void PicturesPanel::showGap(const QPoint& global) {
  const int gap = gapAt(global);
  const QRect below = cards_->itemAt(gap)->geometry(); // the last is where others are dropped
  gap_->setGeometry(below.x(), below.y() - metrics::kGap - 1, below.width(), 2);
  gap_->raise();
  gap_->show();
}

void PicturesPanel::dropCard(int id, const QPoint& global) {
  gap_->hide();
  const auto& all = document_.state().references;
  const auto from =
      std::find_if(all.begin(), all.end(), [id](const auto& r) { return r.id == id; });
  const auto place = static_cast<int>(from - all.begin());
  const int gap = gapAt(global);
  moveCard(id, gap > place ? gap - 1 : gap); // without it, what follows moves up
}

void PicturesPanel::showReferences() {
  QStringList texts = cardTexts();
  if (texts == shown_) return;
  shown_ = std::move(texts);
  const QWidget* focused = references_->focusWidget();
  const QString focus =
      focused != nullptr && focused->hasFocus() ? focused->objectName() : QString();
  while (QLayoutItem* item = cards_->takeAt(0)) {
    if (QWidget* old = item->widget(); old != nullptr) retire(*old);
    delete item;
  }
  int index = 0;
  for (const ReferenceItem& reference : document_.state().references) {
    addCard(reference, index++);
  }
  auto* zone = new QFrame;
  zone->setProperty("role", "zone");
  zone->setMinimumHeight(metrics::kViewBar);
  auto* row = new QHBoxLayout(zone);
  auto* hint = makeText(
      "second", index == 0 ? tr("Drop a better picture here") : tr("Drop another reference"));
  hint->setWordWrap(true);
  hint->setAlignment(Qt::AlignCenter);
  row->addWidget(hint);
  cards_->addWidget(zone);
  zone->show();
  addReference_->setIcon(theme_.icon("plus"));
  if (focus.isEmpty()) return;
  if (auto* again = references_->findChild<QWidget*>(focus)) again->setFocus();
}

} // namespace refscale::ui
