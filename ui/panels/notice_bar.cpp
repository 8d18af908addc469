#include "ui/panels/notice_bar.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/models/document.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

NoticeBar::NoticeBar(Document& document, const Theme& theme)
    : document_(document),
      theme_(theme),
      icon_(new QLabel),
      text_(makeText("notice")),
      more_(makeText("second")),
      remedy_(new QPushButton(tr("Swap"))),
      close_(new QToolButton) {
  setObjectName("noticeBar");
  setAccessibleName(tr("Notice"));
  setMinimumHeight(metrics::kNoticeBar);
  text_->setWordWrap(true);
  text_->setObjectName("noticeText");
  remedy_->setObjectName("noticeRemedy");
  close_->setObjectName("noticeClose");
  close_->setToolTip(tr("Dismiss"));
  close_->setAccessibleName(tr("Dismiss this notice"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
  row->setSpacing(2 * metrics::kGap);
  row->addWidget(icon_);
  row->addWidget(text_, 1);
  row->addWidget(more_);
  row->addWidget(remedy_);
  row->addWidget(close_);
  connect(remedy_, &QPushButton::clicked, &document_, &Document::actOnNotice);
  connect(close_, &QToolButton::clicked, &document_, &Document::dismissNotice);
  connect(&document_, &Document::noticesChanged, this, &NoticeBar::showNotice);
  connect(&theme_, &Theme::changed, this, &NoticeBar::retouch);
  retouch();
  showNotice();
}

void NoticeBar::showNotice() {
  const auto& notices = document_.notices();
  setVisible(!notices.empty());
  if (notices.empty()) return;
  text_->setText(notices.front().text);
  const int others = static_cast<int>(notices.size()) - 1;
  more_->setVisible(others > 0);
  more_->setText(tr("%n more", "", others));
  const Notice& shown = notices.front();
  const bool swap = shown.remedy == Notice::Remedy::Swap;
  remedy_->setVisible(swap || shown.act);
  remedy_->setText(swap ? tr("Swap") : shown.remedyText);
  remedy_->setAccessibleName(swap ? tr("Swap picture and reference") : shown.remedyText);
}

void NoticeBar::retouch() {
  icon_->setPixmap(
      theme_.pixmap("info", metrics::kIcon, theme_.tokens().accent, devicePixelRatioF()));
  close_->setIcon(theme_.icon("close"));
}

} // namespace refscale::ui
