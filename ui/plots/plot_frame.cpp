#include "ui/plots/plot_frame.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <utility>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr QSize kWindow(640, 560);

QToolButton* makeButton(const char* icon, const QString& text, const Theme& theme) {
  auto* button = new QToolButton;
  button->setProperty("role", "small");
  button->setAccessibleName(text);
  button->setToolTip(text);
  button->setFocusPolicy(Qt::TabFocus);
  const auto retouch = [button, icon, &theme] {
    button->setIcon(theme.icon(QString::fromLatin1(icon)));
  };
  QObject::connect(&theme, &Theme::changed, button, retouch);
  retouch();
  return button;
}

} // namespace

PlotFrame::PlotFrame(const QString& heading, Plot* plot, const Theme& theme)
    : theme_(theme),
      plot_(plot),
      heading_(makeText("heading", heading)),
      away_(makeText("second", tr("Shown in a window of its own. Close it to have it here."))),
      head_(new QHBoxLayout),
      column_(new QVBoxLayout(this)) {
  auto* floating = makeButton("float", tr("Show in a window of its own"), theme);
  floating->setObjectName("floatPlot");
  auto* saving = makeButton("save", tr("Save the plot"), theme);
  saving->setObjectName("savePlot");
  saving->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(saving);
  const std::pair<PlotFile, QString> kinds[] = {{PlotFile::Pdf, tr("PDF…")},
                                                {PlotFile::Png1, tr("PNG…")},
                                                {PlotFile::Png2, tr("PNG, twice as large…")},
                                                {PlotFile::Png4, tr("PNG, four times as large…")},
                                                {PlotFile::Csv, tr("Numbers (CSV)…")}};
  for (const auto& [kind, text] : kinds) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, k = kind] { askAndSave(k); });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Copy values")), &QAction::triggered, this,
          [this] { QApplication::clipboard()->setText(plot_->csv()); });
  saving->setMenu(menu);
  head_->addWidget(heading_, 1);
  head_->addWidget(floating);
  head_->addWidget(saving);
  heading_->setWordWrap(true);
  away_->setWordWrap(true);
  away_->hide();
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(metrics::kGap);
  column_->addLayout(head_);
  column_->addWidget(away_);
  column_->addWidget(plot_, 1);
  connect(floating, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
}

PlotFrame::~PlotFrame() {
  if (window_ == nullptr) return;
  window_->removeEventFilter(this);
  delete window_;
}

void PlotFrame::setHeading(const QString& heading) {
  heading_->setText(heading);
}

QToolButton* PlotFrame::addButton(const char* icon, const QString& text) {
  QToolButton* button = makeButton(icon, text, theme_);
  head_->insertWidget(1, button);
  return button;
}

void PlotFrame::setFloating(bool floating) {
  if (floating == isFloating()) return;
  away_->setVisible(floating);
  if (floating) {
    window_ = new QWidget(window(), Qt::Window);
    window_->setWindowTitle(tr("%1 — RefScale").arg(heading_->text()));
    window_->setObjectName("plotWindow");
    window_->setProperty("role", "panel");
    window_->setAttribute(Qt::WA_StyledBackground);
    auto* whole = new QVBoxLayout(window_);
    whole->addWidget(plot_);
    window_->installEventFilter(this);
    window_->resize(kWindow);
    window_->show();
  } else {
    column_->addWidget(plot_, 1);
    window_->removeEventFilter(this);
    window_->deleteLater();
    window_ = nullptr;
  }
}

bool PlotFrame::eventFilter(QObject* watched, QEvent* event) {
  if (watched == window_ && event->type() == QEvent::Close) setFloating(false);
  return QFrame::eventFilter(watched, event);
}

void PlotFrame::save(PlotFile kind, const std::filesystem::path& path) {
  const QString error = plot_->save(kind, path);
  Q_EMIT told(error.isEmpty() ? tr("Saved as %1.").arg(QString::fromStdString(path.string()))
                              : tr("Not saved: %1").arg(error));
}

void PlotFrame::askAndSave(PlotFile kind) {
  const QString extension = kind == PlotFile::Pdf   ? QStringLiteral("pdf")
                            : kind == PlotFile::Csv ? QStringLiteral("csv")
                                                    : QStringLiteral("png");
  auto* dialog = new QFileDialog(this, tr("Save the plot"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(extension);
  dialog->selectFile(plot_->fileName() + '.' + extension);
  connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& file) {
    save(kind, std::filesystem::path(file.toStdString()));
  });
  dialog->open();
}

} // namespace refscale::ui
