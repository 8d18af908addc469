#include "ui/panels/run_bar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/actions.h"
#include "ui/models/document.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kClockMillis = 500;

QPushButton* makeRunButton(const char* name) {
  auto* button = new QPushButton;
  button->setObjectName(name);
  button->setProperty("role", "run");
  return button;
}

} // namespace

RunBar::RunBar(const Document& document, const Actions& actions, const Theme& theme)
    : document_(document),
      actions_(actions),
      theme_(theme),
      content_(new QWidget),
      icon_(new QLabel),
      sentence_(makeText("strong")),
      detail_(makeText("second")),
      details_(new QPushButton(tr("Details"))),
      divider_(new QFrame),
      timing_(makeText("strong")),
      timingDetail_(makeText("second")),
      secondary_(makeRunButton("runSecondary")),
      primary_(makeRunButton("runPrimary")) {
  setObjectName("runBar");
  setWindowTitle(tr("Run bar"));
  setAccessibleName(tr("What to do next"));
  setMovable(false);
  setFloatable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  sentence_->setObjectName("runSentence");
  detail_->setObjectName("runDetail");
  timing_->setObjectName("runTiming");
  sentence_->setWordWrap(true);
  detail_->setWordWrap(true);
  divider_->setProperty("role", "divider");
  details_->setObjectName("runDetails");
  details_->setProperty("role", "link");
  details_->setAccessibleName(tr("Details of what happened"));
  connect(details_, &QPushButton::clicked, &actions_[ActionId::FailureDetails], &QAction::trigger);

  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addStretch();
  words->addWidget(sentence_);
  words->addWidget(detail_);
  words->addStretch();
  auto* times = new QVBoxLayout;
  times->setSpacing(2);
  times->addStretch();
  times->addWidget(timing_);
  times->addWidget(timingDetail_);
  times->addStretch();
  auto* row = new QHBoxLayout(content_);
  row->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
  row->setSpacing(metrics::kPadding);
  row->addWidget(icon_);
  row->addLayout(words, 1);
  row->addWidget(details_);
  row->addWidget(divider_);
  row->addLayout(times);
  row->addSpacing(metrics::kPadding);
  row->addWidget(secondary_);
  row->addWidget(primary_);
  content_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  addWidget(content_);

  for (QPushButton* button : {primary_, secondary_}) {
    connect(button, &QPushButton::clicked, this,
            [this, button] { actions_[bound_.at(button)].trigger(); });
  }
  for (QAction* action : actions_.all()) {
    connect(action, &QAction::enabledChanged, this, &RunBar::showStatus);
  }
  connect(&document_, &Document::stateChanged, this, &RunBar::showStatus);
  connect(&document_, &Document::resultChanged, this, &RunBar::showStatus);
  connect(&document_, &Document::estimateChanged, this, &RunBar::showStatus);
  connect(&document_, &Document::preflightChanged, this, &RunBar::showStatus);
  connect(&document_, &Document::jobChanged, this, &RunBar::showStatus);
  connect(&theme_, &Theme::changed, this, &RunBar::showStatus);
  connect(&clock_, &QTimer::timeout, this, &RunBar::showStatus);
  fit_.setSingleShot(true);
  connect(&fit_, &QTimer::timeout, this, &RunBar::fitHeight);
  showStatus();
}

void RunBar::setButton(QPushButton& button, const std::optional<RunButton>& wanted) {
  button.setVisible(wanted.has_value());
  if (!wanted) return;
  bound_[&button] = wanted->action;
  button.setText(wanted->text);
  button.setAccessibleName(plainActionText(wanted->text));
  button.setEnabled(actions_[wanted->action].isEnabled());
  const QKeySequence shortcut = actions_[wanted->action].shortcut();
  button.setToolTip(shortcut.isEmpty() ? QString() : shortcut.toString(QKeySequence::NativeText));
}

void RunBar::showStatus() {
  const RunState before = status_.state;
  status_ = describeRun(document_);
  const Tokens& t = theme_.tokens();
  QString icon = "info";
  QColor colour = t.accent;
  if (status_.tone == RunTone::Good) {
    icon = "check";
    colour = t.good;
  } else if (status_.tone == RunTone::Warning) {
    icon = "warning";
    colour = t.weak;
  } else if (status_.tone == RunTone::Running) {
    icon = "running";
  } else if (status_.state == RunState::Start) {
    colour = t.textSecond;
  }
  icon_->setPixmap(theme_.pixmap(icon, metrics::kIcon + 2, colour, devicePixelRatioF()));
  sentence_->setText(status_.sentence);
  detail_->setText(status_.detail);
  detail_->setVisible(!status_.detail.isEmpty());
  timing_->setText(status_.timing);
  timingDetail_->setText(status_.timingDetail);
  details_->setVisible(status_.state == RunState::Failed || status_.state == RunState::CheckFailed);
  const bool times = !status_.timing.isEmpty();
  divider_->setVisible(times);
  timing_->setVisible(times);
  timingDetail_->setVisible(times);
  setStyleProperty(*primary_, "primary", status_.tone != RunTone::Running);
  setButton(*primary_, status_.primary);
  setButton(*secondary_, status_.secondary);
  fitHeight();
  update();

  const bool runs = status_.state == RunState::Running;
  if (runs != clock_.isActive()) {
    if (runs) {
      clock_.start(kClockMillis);
    } else {
      clock_.stop();
    }
  }
  if (before != status_.state) {
    QAccessibleEvent event(sentence_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void RunBar::fitHeight() {
  // Tool bars ignore height for width: a sentence that wraps would be cut off.
  const QMargins rim = layout()->contentsMargins();
  const int room = std::max(1, width() - rim.left() - rim.right());
  const int needed = content_->layout()->heightForWidth(room) + rim.top() + rim.bottom();
  setFixedHeight(std::max(metrics::kRunBar, needed));
}

bool RunBar::event(QEvent* event) {
  const bool handled = QToolBar::event(event);
  // A clock that needs more room leaves the sentence less.
  if (event->type() == QEvent::LayoutRequest) fit_.start();
  return handled;
}

void RunBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  fit_.start(); // not now: the window is being laid out
}

void RunBar::paintEvent(QPaintEvent* event) {
  QToolBar::paintEvent(event);
  if (status_.progress < 0) return;
  QPainter painter(this);
  painter.fillRect(0, 0, width(), metrics::kProgressLine, theme_.tokens().input);
  painter.fillRect(0, 0, qRound(width() * status_.progress), metrics::kProgressLine,
                   theme_.tokens().accent);
}

} // namespace refscale::ui
