#include "ui/panels/inspect_panel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <algorithm>
#include <cmath>

#include "ui/models/document.h"
#include "ui/models/reference_words.h"
#include "ui/models/run_status.h"
#include "ui/panels/parts.h"
#include "ui/panels/reference_card.h"
#include "ui/panels/snapshot_list.h"
#include "ui/panels/truth_table.h"
#include "ui/plots/plot_frame.h"
#include "ui/plots/stage_plot.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kDriftLimit = 3; // of 255: more is an error

QLabel* addNumber(QBoxLayout& section, const QString& what, const QString& value) {
  auto* row = new QHBoxLayout;
  auto* label = makeText("second", what);
  label->setWordWrap(true);
  auto* number = makeText("value", value);
  number->setAlignment(Qt::AlignRight | Qt::AlignTop);
  row->addWidget(label, 1);
  row->addWidget(number);
  section.addLayout(row);
  return number;
}

} // namespace

InspectPanel::InspectPanel(Document& document, const Theme& theme)
    : document_(document),
      theme_(theme),
      whole_(new QVBoxLayout(this)),
      stages_(new StagePlot(theme)),
      times_(new PlotFrame(tr("Time per stage"), stages_, theme)) {
  times_->setParent(this);
  times_->hide();
  connect(times_, &PlotFrame::told, this, &InspectPanel::told);
  whole_->setContentsMargins(0, 0, 0, 0);
  connect(&document_, &Document::stateChanged, this, &InspectPanel::showNumbers);
  connect(&document_, &Document::resultChanged, this, &InspectPanel::showNumbers);
  connect(&document_, &Document::scoresChanged, this, &InspectPanel::showNumbers);
  connect(&document_, &Document::preflightChanged, this, &InspectPanel::showNumbers);
  connect(&theme_, &Theme::changed, this, &InspectPanel::showNumbers);
  showNumbers();
}

void InspectPanel::showNumbers() {
  if (building_) return; // what goes may still tell the document something
  building_ = true;
  const QWidget* focused = focusWidget();
  const QString focus =
      focused != nullptr && focused->hasFocus() ? focused->objectName() : QString();
  times_->setParent(this); // out of what is thrown away
  times_->hide();
  if (QLayoutItem* old = whole_->takeAt(0); old != nullptr) {
    old->widget()->hide();
    old->widget()->deleteLater();
    delete old;
  }
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("inspectPanel", panel);
  if (document_.result() != nullptr) {
    addResult(*panel);
    if (difference_) addDifference(*panel);
    addChecks(*panel);
    addTruth(*panel);
    addSnapshots(*panel);
  } else if (const ReferenceItem* best = bestUsedReference(document_)) {
    addFit(*panel, *best);
  }
  if (document_.matches()) addMatches(*panel);
  if (document_.result() != nullptr) addTimes(*panel);
  if (panel->count() == 0) {
    QBoxLayout* section = addSection(*panel, tr("Nothing to inspect yet"));
    auto* hint = makeText("second", tr("After a run the numbers are here: how much was borrowed, "
                                       "what was checked, how long it took."));
    hint->setWordWrap(true);
    section->addWidget(hint);
  }
  panel->addStretch();
  whole_->addWidget(area);
  if (difference_) writeDifference(*area);
  building_ = false;
  if (focus.isEmpty()) return;
  if (auto* again = area->findChild<QWidget*>(focus)) again->setFocus();
}

void InspectPanel::addFit(QBoxLayout& panel, const ReferenceItem& item) {
  const auto fit = fitOf(document_, item);
  if (!fit) return;
  const QLocale locale;
  const QString letter = letterOf(document_, item);
  const pipeline::Verdict verdict = verdictOf(*fit);
  const QString heading = verdict == pipeline::Verdict::Good   ? tr("Why %1 is good")
                          : verdict == pipeline::Verdict::Fair ? tr("Why %1 is fair")
                          : verdict == pipeline::Verdict::Weak ? tr("Why %1 is weak")
                                                               : tr("Why %1 is wrong");
  QBoxLayout* section = addSection(panel, heading.arg(letter));
  const pipeline::FitLimits& good = pipeline::kGoodFit;
  addNumber(*section, tr("Picture covered"),
            tr("%1 (good: %2)").arg(percentText(fit->covers), percentText(good.covers)));
  addNumber(*section, tr("Similarity where covered"),
            tr("%1 (good: %2)")
                .arg(locale.toString(fit->similarity, 'f', 2), locale.toString(good.similarity)));
  if (fit->placed) {
    addNumber(*section, tr("Scale"),
              tr("%1× (good: %2 to %3)")
                  .arg(locale.toString(fit->scale, 'f', 1), locale.toString(good.leastScale),
                       locale.toString(good.mostScale)));
    addNumber(*section, tr("Rotation"),
              tr("%1° (good: under %2)")
                  .arg(locale.toString(qRound(std::abs(fit->rotation))),
                       locale.toString(good.mostRotation)));
  }
  auto* reason = makeText("second", reasonText(*fit, letter));
  reason->setObjectName("fitReason");
  reason->setWordWrap(true);
  section->addWidget(reason);
  const QStringList help = whatHelps(*fit);
  if (help.isEmpty()) return;
  section = addSection(panel, tr("What helps"));
  for (const QString& line : help) {
    auto* row = new QHBoxLayout;
    auto* icon = new QLabel;
    icon->setPixmap(
        theme_.pixmap("check", metrics::kIcon, theme_.tokens().textSecond, devicePixelRatioF()));
    auto* words = makeText("value", line);
    words->setWordWrap(true);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    section->addLayout(row);
  }
}

void InspectPanel::addResult(QBoxLayout& panel) {
  const pipeline::Report& report = document_.result()->result->report;
  const QLocale locale;
  QBoxLayout* section = addSection(panel, tr("Result"));
  addNumber(
      *section, tr("Size"),
      tr("%1 × %2").arg(locale.toString(report.outputWidth), locale.toString(report.outputHeight)));
  if (!document_.result()->made.usedReferences().empty()) {
    const double share = document_.borrowedShare(*document_.result());
    const int borrowed = qRound(share * 100);
    addNumber(*section, tr("Borrowed"), percentText(share));
    addNumber(*section, tr("Invented by the model"), percentText((100 - borrowed) / 100.0));
  }
  addNumber(*section, tr("Model"), QString::fromStdString(report.model));
  addNumber(*section, tr("Computed on"),
            tr("%1, %2").arg(QString::fromStdString(report.device),
                             QString::fromStdString(report.dtype)));
}

void InspectPanel::addChecks(QBoxLayout& panel) {
  const pipeline::Report& report = document_.result()->result->report;
  QBoxLayout* section = addSection(panel, tr("Checks"));
  const bool kept = report.colourDrift <= kDriftLimit;
  auto* row = new QHBoxLayout;
  auto* icon = new QLabel;
  icon->setPixmap(theme_.pixmap(kept ? "check" : "warning", metrics::kIcon,
                                kept ? theme_.tokens().good : theme_.tokens().weak,
                                devicePixelRatioF()));
  auto* what = makeText(
      "value", kept ? tr("Colours kept when shrunk back") : tr("Colours differ when shrunk back"));
  what->setWordWrap(true);
  row->addWidget(icon);
  row->addWidget(what, 1);
  row->addWidget(
      makeText("second", tr("Δ %1 / 255").arg(QLocale().toString(report.colourDrift, 'f', 1))));
  section->addLayout(row);
}

void InspectPanel::setDifference(const std::optional<ShownDifference>& difference) {
  if (difference == difference_) return;
  const bool samePair = difference && difference_ && difference->a == difference_->a &&
                        difference->b == difference_->b;
  difference_ = difference;
  if (samePair) {
    writeDifference(*this); // only the figures came: nothing else has to be built
  } else {
    showNumbers();
  }
}

void InspectPanel::writeDifference(const QWidget& panel) const {
  const QLocale locale;
  const auto write = [this, &panel](const char* name, const QString& value) {
    for (QLabel* label : panel.findChildren<QLabel*>(QString::fromLatin1(name))) {
      label->setText(difference_->figures ? tr("%1 / 255").arg(value) : tr("…"));
    }
  };
  const DifferenceFigures known = difference_->figures.value_or(DifferenceFigures());
  write("differenceMean", locale.toString(known.mean, 'f', 2));
  write("differenceMost", locale.toString(known.most));
  // Without a sign where there is none to see.
  const bool any = std::abs(known.signedMean) >= 0.005;
  const QString sign = !any ? QString() : known.signedMean < 0 ? QString(QChar(0x2212)) : "+";
  write("differenceBrightness",
        sign + locale.toString(any ? std::abs(known.signedMean) : 0, 'f', 2));
}

void InspectPanel::addDifference(QBoxLayout& panel) {
  QBoxLayout* section =
      addSection(panel, tr("Difference of %1 and %2").arg(difference_->a, difference_->b));
  addNumber(*section, tr("Mean"), {})->setObjectName("differenceMean");
  addNumber(*section, tr("Largest"), {})->setObjectName("differenceMost");
  addNumber(*section, tr("A minus B, brightness"), {})->setObjectName("differenceBrightness");
}

void InspectPanel::addTruth(QBoxLayout& panel) {
  if (!document_.state().truth) return;
  auto* table = new TruthTable(document_);
  connect(table, &TruthTable::referenceOffWanted, this, &InspectPanel::referenceOffWanted);
  connect(table, &TruthTable::shuffledWanted, this, &InspectPanel::shuffledWanted);
  addSection(panel, tr("Against the true picture"))->addWidget(table);
}

void InspectPanel::addSnapshots(QBoxLayout& panel) {
  QBoxLayout* section = addSection(panel, tr("Snapshots"));
  if (!document_.snapshots().empty()) section->addWidget(new SnapshotList(document_, theme_));
  auto* keep = new QPushButton(tr("Keep as snapshot"));
  keep->setObjectName("keepSnapshotButton");
  keep->setAccessibleName(keep->text());
  connect(keep, &QPushButton::clicked, &document_, [this] { document_.keepSnapshot(); });
  section->addWidget(keep, 0, Qt::AlignLeft);
}

void InspectPanel::addMatches(QBoxLayout& panel) {
  const ResultHandle matches = document_.matches();
  if (matches->correspondences.empty()) return;
  QBoxLayout* section = addSection(panel, tr("Matches"));
  const auto& first = matches->correspondences.front();
  addNumber(*section, tr("Positions compared"),
            QLocale().toString(static_cast<qulonglong>(first.confidence.values.size())));
  const auto& all = document_.state().references;
  const auto used = document_.matchesMadeFrom().usedReferences();
  for (std::size_t i = 0; i < matches->correspondences.size() && i < used.size(); ++i) {
    const auto place = std::find_if(all.begin(), all.end(), [&](const ReferenceItem& r) {
      return r.picture == used[i].picture;
    });
    const QString name = place == all.end()
                             ? used[i].picture->name
                             : referenceLetter(static_cast<int>(place - all.begin()));
    addNumber(
        *section, tr("Sure in %1").arg(name),
        percentText(sureShare(matches->correspondences[i], static_cast<float>(document_.sure()))));
  }
}

void InspectPanel::addTimes(QBoxLayout& panel) {
  const pipeline::Report& report = document_.result()->result->report;
  const auto& seconds = document_.result()->stageSeconds;
  const std::pair<Stage, QString> stages[] = {{Stage::Read, tr("Read")},
                                              {Stage::Match, tr("Match")},
                                              {Stage::Align, tr("Align")},
                                              {Stage::Restore, tr("Restore")},
                                              {Stage::Check, tr("Check")}};
  std::vector<StageTime> times;
  for (const auto& [stage, name] : stages) {
    const auto found = seconds.find(stageName(stage));
    if (found != seconds.end()) times.push_back({name, stageName(stage), found->second});
  }
  QBoxLayout* section = addSection(panel, {});
  stages_->setStages(std::move(times));
  section->addWidget(times_);
  times_->show();
  if (report.peakBytes > 0) {
    addNumber(*section, tr("Memory at most"),
              QLocale().formattedDataSize(report.peakBytes, 1, QLocale::DataSizeSIFormat));
  }
}

} // namespace refscale::ui
