#include "ui/maps/maps_view.h"

#include <QGridLayout>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "ui/actions.h"
#include "ui/inspection/inspection.h"
#include "ui/maps/map_options.h"
#include "ui/models/document.h"
#include "ui/models/run_status.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kBlend = 0.6; // of classes: the photo shines through
constexpr std::array kFirstMaps = {MapKind::Confidence, MapKind::OffsetLength,
                                   MapKind::OffsetDirection, MapKind::Borrowed};

double usualOpacity(MapKind kind) {
  return kind == MapKind::Borrowed ? kBlend : 1;
}

MapRange unionOf(const MapRange& a, const MapRange& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high), a.logarithmic};
}

// What the background is told: copies and shared data alone.
struct Work {
  ResultHandle result;
  int reference = 0;
  std::vector<PaneWish> wishes;
  bool shared = false;
  float sure = 0;
  MapColours colours;
  MaskHandle painted;
};

std::vector<MapHandle> makeMaps(const Work& work) {
  std::vector<std::shared_ptr<ShownMap>> maps;
  for (const PaneWish& wish : work.wishes) {
    auto map = std::make_shared<ShownMap>();
    map->field = makeMapField(*work.result, work.reference, wish.choice, work.sure, work.painted);
    map->stats = statsOf(map->field);
    map->range = rangeFor(map->field, map->stats, wish.rule, wish.typed);
    maps.push_back(std::move(map));
  }
  if (work.shared) {
    for (const auto& a : maps) {
      for (const auto& b : maps) {
        if (a->field.choice.kind == b->field.choice.kind) a->range = unionOf(a->range, b->range);
      }
    }
  }
  std::vector<MapHandle> made;
  for (const auto& map : maps) {
    map->image = colourMap(map->field, map->range, work.colours);
    made.push_back(map);
  }
  return made;
}

} // namespace

bool MapsView::Key::sameAs(const Key& other) const {
  PaneWish a = wish;
  a.opacity = other.wish.opacity; // the canvas's business alone
  return result == other.result && reference == other.reference && a == other.wish &&
         shared == other.shared && sure == other.sure &&
         colours.borrowed == other.colours.borrowed &&
         colours.references == other.colours.references;
}

MapsView::MapsView(const Document& document, Inspection& inspection, const Actions& actions,
                   const Theme& theme)
    : document_(document),
      inspection_(inspection),
      actions_(actions),
      theme_(theme),
      grid_(new QGridLayout(this)),
      bar_(new QFrame),
      background_(*this) {
  setObjectName("viewMaps");
  setAttribute(Qt::WA_StyledBackground);
  makePanes();
  makeBar();
  setPaneCount(kPanes);
  connect(&inspection_, &Inspection::matchesChanged, this, &MapsView::takeMatches);
  connect(&inspection_, &Inspection::positionChanged, this, &MapsView::report);
  connect(&document_, &Document::resultChanged, this, &MapsView::refresh);
  connect(&document_, &Document::jobChanged, this, &MapsView::refresh);
  connect(&theme_, &Theme::changed, this, &MapsView::refresh);
  connect(&view_, &LinkedView::changed, this, &MapsView::showZoom);
  takeMatches();
}

void MapsView::makePanes() {
  grid_->setContentsMargins(2 * metrics::kGap, 2 * metrics::kGap, 2 * metrics::kGap,
                            2 * metrics::kGap);
  grid_->setSpacing(2 * metrics::kGap);
  for (int i = 0; i < kPanes; ++i) {
    auto* made = new MapPane(inspection_, view_, theme_);
    made->setObjectName(QStringLiteral("mapPane%1").arg(i + 1));
    panes_.at(static_cast<std::size_t>(i)) = made;
    PaneWish wish;
    wish.choice.kind = kFirstMaps.at(static_cast<std::size_t>(i));
    wish.opacity = usualOpacity(wish.choice.kind);
    made->setWish(wish);
    connect(made, &MapPane::used, this, [this, i] { activate(i); });
    connect(made, &MapPane::remedyWanted, this, &MapsView::mapsWanted);
    connect(made, &MapPane::kindChosen, this, [this, i](MapKind kind) {
      MapChoice choice = pane(i).wish().choice;
      choice.kind = kind;
      choose(i, choice);
    });
  }
  // One size for all: the first pane's.
  connect(&pane(0).canvas(), &MapCanvas::sizeChanged, this,
          [this] { view_.setView(pane(0).canvas().size(), devicePixelRatioF()); });
}

void MapsView::setPaneCount(int count) {
  count_ = count;
  for (int i = 0; i < kPanes; ++i) {
    grid_->removeWidget(&pane(i));
    pane(i).setVisible(i < count_);
    if (i < count_) grid_->addWidget(&pane(i), i / 2, i % 2);
  }
  for (const int second : {0, 1}) {
    grid_->setRowStretch(second, second * 2 < count_ ? 1 : 0);
    grid_->setColumnStretch(second, second < count_ ? 1 : 0);
  }
  if (active_ >= count_) active_ = 0;
  activate(active_);
  refresh();
}

void MapsView::choose(int index, const MapChoice& choice) {
  PaneWish wish = pane(index).wish();
  if (wish.choice.kind != choice.kind) {
    wish.rule = RangeRule::Usual;
    wish.typed = {};
    wish.opacity = usualOpacity(choice.kind);
  }
  wish.choice = choice;
  pane(index).setWish(wish);
  activate(index);
  refresh();
}

void MapsView::activate(int index) {
  active_ = index;
  for (int i = 0; i < kPanes; ++i) pane(i).setActive(i == active_ && count_ > 1);
  showBar();
}

void MapsView::takeMatches() {
  view_.setFrame(inspection_.outputSize());
  std::vector<QString> letters;
  for (const auto& reference : inspection_.references()) letters.push_back(reference.letter);
  for (MapPane* each : panes_) {
    each->canvas().setLetters(letters);
    each->offerReferences(letters.size() > 1);
  }
  showReferences();
  preferLearned();
  refresh();
}

void MapsView::preferLearned() {
  const ResultHandle& result = inspection_.matches();
  if (!result || result->maps.empty() || partChosen_) return;
  partChosen_ = true;
  int scale = 0;
  while (scale + 1 < kMapScales && result->maps.front().scale != mapScaleName(scale)) ++scale;
  for (int i = 0; i < kPanes; ++i) {
    PaneWish wish = pane(i).wish();
    if (!wish.choice.hasPart() || wish.choice.part != OffsetPart::Match) continue;
    wish.choice.part = OffsetPart::Total;
    wish.choice.scale = scale;
    pane(i).setWish(wish);
  }
  showBar();
}

MapColours MapsView::colours() const {
  MapColours colours{theme_.tokens().borrowed, theme_.tokens().invented, {}};
  for (const auto& reference : inspection_.references()) {
    colours.references.push_back(theme_.referenceColour(reference.place));
  }
  return colours;
}

void MapsView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void MapsView::refresh() {
  const ResultHandle& result = inspection_.matches();
  if (!result || !isVisible()) return;
  const ResultItem* item = document_.result();
  const PyramidHandle photo =
      item != nullptr ? item->pyramid
                      : (document_.bicubic() ? document_.bicubic()
                                             : document_.matchesMadeFrom().input->pyramid);
  std::vector<int> due;
  Work work{
      result,    inspection_.reference(),         {}, options_->sharesRange(), inspection_.sure(),
      colours(), document_.matchesMadeFrom().mask};
  bool changed = false;
  for (int i = 0; i < count_; ++i) {
    MapPane& each = pane(i);
    each.canvas().setPhoto(photo);
    const MapState state = mapState(*result, work.reference, each.wish().choice);
    Key& key = keys_.at(static_cast<std::size_t>(i));
    if (state != MapState::Ready) {
      showMessage(each, state);
      key = {};
      continue;
    }
    const Key now{result, work.reference, each.wish(), work.shared, work.sure, work.colours};
    const bool same = key.sameAs(now);
    changed = changed || !same;
    if (same && !work.shared) continue;
    key = now;
    due.push_back(i);
    work.wishes.push_back(each.wish());
  }
  if (!changed) return;
  background_.start([work = std::move(work)] { return makeMaps(work); },
                    [this, due](const std::vector<MapHandle>& maps) { take(due, maps); });
}

void MapsView::take(const std::vector<int>& panes, const std::vector<MapHandle>& maps) {
  for (std::size_t i = 0; i < panes.size(); ++i) {
    MapPane& each = pane(panes[i]);
    // A later choice has its own work under way.
    const ResultHandle& result = inspection_.matches();
    if (!result || maps[i]->field.choice != each.wish().choice) continue;
    if (mapState(*result, inspection_.reference(), each.wish().choice) != MapState::Ready) continue;
    showLegend(each, maps[i]);
  }
  showBar();
  report();
}

double MapsView::borrowedShare() const {
  const ResultItem* item = document_.result();
  const ResultHandle& shown = inspection_.matches();
  if (item != nullptr && item->result == shown && inspection_.reference() == shown->usedReference) {
    return document_.borrowedShare(*item); // as the run bar says it
  }
  return inspection_.sureShareHere();
}

void MapsView::showLegend(MapPane& each, const MapHandle& map) {
  std::vector<QString> letters;
  for (const auto& reference : inspection_.references()) letters.push_back(reference.letter);
  MapColours all = colours();
  all.references.resize(std::max(all.references.size(), letters.size()));
  each.setMap(map, makeLegend({map->field, map->stats, map->range, borrowedShare(), letters, all}));
}

void MapsView::showMessage(MapPane& each, MapState state) {
  const ResultItem* item = document_.result();
  const bool running = document_.job().phase != JobPhase::Idle;
  switch (state) {
    case MapState::NeedsRestoring: {
      if (running || item == nullptr) {
        each.setMessage(tr("These numbers come with the restoration."), {});
        break;
      }
      const auto& seconds = item->result->report.seconds;
      const auto restoring = seconds.find(stageName(Stage::Restore));
      each.setMessage(
          tr("These numbers were not kept. Restoring again takes about %1; the matches are kept, "
             "and the picture stays the same.")
              .arg(durationText(restoring != seconds.end() ? restoring->second : item->seconds)),
          tr("Make these maps"));
      break;
    }
    case MapState::OtherReference:
      each.setMessage(tr("Nothing was borrowed from this reference: another one matched better."),
                      {});
      break;
    case MapState::NothingBorrowed:
      each.setMessage(tr("Nothing was borrowed for this picture."), {});
      break;
    case MapState::NotInModel:
      each.setMessage(each.wish().choice.hasScale()
                          ? tr("At this scale the model reads nothing from references; it does at "
                               "%1.")
                                .arg(scalesInModel())
                          : tr("This matcher does not measure it."),
                      {});
      break;
    case MapState::Ready:
      break;
  }
}

QString MapsView::scalesInModel() const {
  QStringList names;
  for (const auto& map : inspection_.matches()->maps) names += QString::fromStdString(map.scale);
  return names.join(tr(", "));
}

void MapsView::report() {
  if (!isVisible()) return;
  const auto at = inspection_.position();
  if (!at) {
    Q_EMIT pointerAt({}, {});
    return;
  }
  Q_EMIT pointerAt(tr("x %1, y %2")
                       .arg(QLocale().toString(static_cast<int>(at->x())),
                            QLocale().toString(static_cast<int>(at->y()))),
                   pane(active_).canvas().valueSentence());
}

void MapsView::save(MapFileKind kind, const std::filesystem::path& path) {
  const MapPane& from = pane(active_);
  if (!from.canvas().map()) return;
  const MapFileRequest request{from.canvas().map(),
                               from.legend().content(),
                               inspection_.outputSize(),
                               theme_.tokens().invented,
                               path,
                               kind};
  const QString name = QString::fromStdString(path.string());
  background_.start([request] { return writeMapFile(request); },
                    [this, name](const QString& error) {
                      Q_EMIT told(error.isEmpty() ? tr("Saved as %1.").arg(name)
                                                  : tr("Not saved: %1").arg(error));
                    });
}

} // namespace refscale::ui
