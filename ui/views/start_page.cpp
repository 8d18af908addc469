#include "ui/views/start_page.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "ui/actions.h"
#include "ui/models/recent_files.h"
#include "ui/panels/drop_zone.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kShownRecent = 3;

} // namespace

StartPage::StartPage(const Actions& actions, RecentFiles& recent, const Theme& theme)
    : actions_(actions), recent_(recent), theme_(theme), recentPart_(new QWidget) {
  setObjectName("startPage");
  setAccessibleName(tr("Start page"));
  setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout;
  column->setSpacing(metrics::kPadding);
  auto* title =
      makeText("title", tr("Enlarge a picture four times, with the help of a better one"));
  auto* hint =
      makeText("subtitle", tr("Drop files anywhere in this window. Two pictures dropped "
                              "together are sorted for you: the smaller one is enlarged."));
  title->setWordWrap(true);
  hint->setWordWrap(true);
  column->addWidget(title);
  column->addWidget(hint);
  column->addSpacing(metrics::kPadding);
  auto* zones = new QHBoxLayout;
  zones->setSpacing(2 * metrics::kPadding);
  zones->addWidget(makeZone({"startInput", "picture", tr("1"), tr("Picture to enlarge"),
                             tr("A small photo or a scan")},
                            actions_[ActionId::Open], DropTarget::Input),
                   1);
  zones->addWidget(
      makeZone({"startReference", "add-reference", tr("2"), tr("Better picture of the same thing"),
                tr("One or more sharp photos: a reprint, another angle, a closer view")},
               actions_[ActionId::AddReference], DropTarget::References),
      1);
  column->addLayout(zones);
  column->addSpacing(metrics::kPadding);

  auto* lower = new QHBoxLayout;
  lower->setSpacing(2 * metrics::kPadding);
  lower->addWidget(makeSample(), 0, Qt::AlignTop);
  auto* recentRow = new QHBoxLayout(recentPart_);
  recentRow->setContentsMargins(0, 0, 0, 0);
  recentRow->setSpacing(2 * metrics::kPadding);
  auto* divider = new QFrame;
  divider->setProperty("role", "divider");
  recentRow->addWidget(divider);
  auto* recentColumn = new QVBoxLayout;
  recentRow->addLayout(recentColumn);
  auto* head = new QHBoxLayout;
  head->addWidget(makeText("heading", tr("Recent")));
  auto* all = new QPushButton(tr("Show all"));
  all->setObjectName("recentAll");
  all->setProperty("role", "link");
  all->setAccessibleName(tr("Show all recent pictures"));
  connect(all, &QPushButton::clicked, &actions_[ActionId::Recent], &QAction::trigger);
  head->addWidget(all);
  head->addStretch();
  recentColumn->addLayout(head);
  recentCards_ = new QHBoxLayout;
  recentCards_->setSpacing(2 * metrics::kPadding);
  recentColumn->addLayout(recentCards_);
  recentColumn->addStretch();
  lower->addWidget(recentPart_, 1);
  lower->addStretch();
  column->addLayout(lower);

  auto* middle = new QWidget;
  middle->setMaximumWidth(metrics::kStartWidth);
  middle->setLayout(column);
  column->setContentsMargins(0, 0, 0, 0);
  auto* across = new QHBoxLayout;
  across->addStretch(1);
  across->addWidget(middle, 100);
  across->addStretch(1);
  // Scrolls where large fonts in a small window leave no other way.
  auto* content = new QWidget;
  content->setObjectName("startContent");
  auto* area = new QScrollArea;
  area->setObjectName("startScroll");
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);
  area->setWidget(content);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->addWidget(area);
  auto* whole = new QVBoxLayout(content);
  whole->setContentsMargins(4 * metrics::kPadding, metrics::kPadding, 4 * metrics::kPadding,
                            metrics::kPadding);
  whole->addStretch(1);
  whole->addLayout(across);
  whole->addStretch(3);

  connect(&theme_, &Theme::changed, this, &StartPage::retouch);
  connect(&recent_, &RecentFiles::changed, this, &StartPage::showRecent);
  retouch();
  showRecent();
}

QFrame* StartPage::makeZone(const ZoneText& text, QAction& action, DropTarget target) {
  auto* zone = new QFrame;
  zone->setObjectName(QString::fromLatin1(text.name));
  zone->setAccessibleName(text.title);
  zone->setProperty("role", "zone");
  zone->setMinimumHeight(metrics::kStartZoneHeight);
  auto* layout = new QVBoxLayout(zone);
  layout->setContentsMargins(4 * metrics::kGap, metrics::kPadding, 4 * metrics::kGap,
                             2 * metrics::kPadding);
  layout->addWidget(makeText("strong", text.number));
  layout->addStretch();
  auto* icon = new QLabel;
  icon->setAlignment(Qt::AlignCenter);
  icons_.emplace_back(icon, QString::fromLatin1(text.icon));
  layout->addWidget(icon);
  layout->addSpacing(2 * metrics::kGap);
  for (auto* label : {makeText("zoneTitle", text.title), makeText("subtitle", text.hint)}) {
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    layout->addWidget(label);
  }
  layout->addSpacing(2 * metrics::kGap);
  auto* button = new QPushButton(action.iconText());
  button->setObjectName(QString::fromLatin1(text.name) + "Button");
  button->setAccessibleName(plainActionText(action.text()));
  button->setToolTip(action.toolTip());
  connect(button, &QPushButton::clicked, &action, &QAction::trigger);
  layout->addWidget(button, 0, Qt::AlignCenter);
  layout->addStretch();
  auto* drops = new DropZone(*zone, target);
  connect(drops, &DropZone::filesDropped, this, [this, target](const auto& paths, DropTarget) {
    // Several pictures are sorted by size wherever they fall on a page that is empty.
    const bool sorts = paths.size() > 1 && target == DropTarget::Input;
    Q_EMIT filesDropped(paths, sorts ? DropTarget::Window : target);
  });
  connect(drops, &DropZone::imageDropped, this, &StartPage::imageDropped);
  return zone;
}

QWidget* StartPage::makeSample() {
  auto* sample = new QWidget;
  sample->setObjectName("startSample");
  auto* column = new QVBoxLayout(sample);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(makeText("heading", tr("See what it does")));
  auto* row = new QHBoxLayout;
  row->setSpacing(2 * metrics::kGap);
  struct Part {
    const char* file;
    QString name;
    const char* sign; // before it
  };
  for (const Part& part :
       {Part{"small", tr("Small picture"), ""}, Part{"better", tr("Better picture"), "+"},
        Part{"result", tr("Result"), "="}}) {
    if (*part.sign != '\0') row->addWidget(makeText("subtitle", QString::fromLatin1(part.sign)));
    auto* picture = new QLabel;
    QPixmap image(QStringLiteral(":/sample/%1.jpg").arg(QString::fromLatin1(part.file)));
    image.setDevicePixelRatio(image.width() / static_cast<double>(metrics::kSampleWidth));
    picture->setPixmap(image);
    picture->setAccessibleName(part.name);
    auto* one = new QVBoxLayout;
    one->setSpacing(metrics::kGap);
    one->addWidget(picture);
    one->addWidget(makeText("second", part.name));
    row->addLayout(one);
  }
  column->addLayout(row);
  auto* button = new QPushButton(tr("Open this sample"));
  button->setObjectName("openSampleButton");
  button->setAccessibleName(button->text());
  connect(button, &QPushButton::clicked, &actions_[ActionId::OpenSample], &QAction::trigger);
  column->addWidget(button, 0, Qt::AlignLeft);
  return sample;
}

void StartPage::retouch() {
  for (const auto& [label, name] : icons_) {
    label->setPixmap(
        theme_.pixmap(name, metrics::kIconLarge, theme_.tokens().textSecond, devicePixelRatioF()));
  }
}

void StartPage::showRecent() {
  while (QLayoutItem* item = recentCards_->takeAt(0)) {
    if (QWidget* old = item->widget(); old != nullptr) {
      old->hide();
      old->deleteLater();
    }
    delete item;
  }
  const auto entries = recent_.entries(kShownRecent);
  recentPart_->setVisible(!entries.empty());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const RecentEntry& entry = entries[i];
    auto* card = new QToolButton;
    card->setObjectName(QStringLiteral("recent%1").arg(i + 1));
    card->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    const QString name = QString::fromStdString(entry.input.filename().string());
    const int count = static_cast<int>(entry.references.size());
    const QString with = count == 0   ? tr("no reference yet")
                         : count == 1 ? tr("with a reference")
                                      : tr("%n references", "", count);
    QPixmap thumbnail;
    thumbnail.loadFromData(entry.thumbnail, "PNG");
    card->setIcon(QIcon(thumbnail));
    card->setIconSize(QSize(metrics::kRecentWidth, metrics::kRecentHeight));
    card->setText(card->fontMetrics().elidedText(name, Qt::ElideMiddle, metrics::kRecentWidth) +
                  "\n" + with);
    card->setToolTip(QString::fromStdString(entry.input.string()));
    card->setAccessibleName(tr("Open %1 again, %2").arg(name, with));
    connect(card, &QToolButton::clicked, this, [this, entry] {
      std::vector<std::filesystem::path> paths{entry.input};
      paths.insert(paths.end(), entry.references.begin(), entry.references.end());
      Q_EMIT recentChosen(paths);
    });
    recentCards_->addWidget(card);
  }
  recentCards_->addStretch();
}

} // namespace refscale::ui
