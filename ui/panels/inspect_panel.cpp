#include "ui/panels/inspect_panel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/models/run_status.h"
#include "ui/panels/parts.h"
#include "ui/panels/reference_card.h"
#include "ui/plots/plot_frame.h"
#include "ui/plots/stage_plot.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kDriftLimit = 3; // of 255: more is an error

void addNumber(QBoxLayout& section, const QString& what, const QString& value) {
  auto* row = new QHBoxLayout;
  auto* label = makeText("second", what);
  label->setWordWrap(true);
  auto* number = makeText("value", value);
  number->setAlignment(Qt::AlignRight | Qt::AlignTop);
  row->addWidget(label, 1);
  row->addWidget(number);
  section.addLayout(row);
}

} // namespace

InspectPanel::InspectPanel(const Document& document, const Theme& theme)
    : document_(document), theme_(theme), whole_(new QVBoxLayout(this)) {
  whole_->setContentsMargins(0, 0, 0, 0);
  connect(&document_, &Document::stateChanged, this, &InspectPanel::showNumbers);
  connect(&document_, &Document::resultChanged, this, &InspectPanel::showNumbers);
  connect(&theme_, &Theme::changed, this, &InspectPanel::showNumbers);
  showNumbers();
}

void InspectPanel::showNumbers() {
  if (QLayoutItem* old = whole_->takeAt(0); old != nullptr) {
    old->widget()->hide();
    old->widget()->deleteLater();
    delete old;
  }
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("inspectPanel", panel);
  if (document_.result() != nullptr) {
    addResult(*panel);
    addChecks(*panel);
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
}

void InspectPanel::addResult(QBoxLayout& panel) {
  const pipeline::Report& report = document_.result()->result->report;
  const QLocale locale;
  QBoxLayout* section = addSection(panel, tr("Result"));
  addNumber(
      *section, tr("Size"),
      tr("%1 × %2").arg(locale.toString(report.outputWidth), locale.toString(report.outputHeight)));
  if (!document_.result()->made.usedReferences().empty()) {
    const int borrowed = qRound(report.borrowed * 100);
    addNumber(*section, tr("Borrowed"), percentText(report.borrowed));
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
    addNumber(*section, tr("Sure in %1").arg(name),
              percentText(sureShare(matches->correspondences[i])));
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
  auto* plot = new PlotFrame(tr("Time per stage"), new StagePlot(std::move(times), theme_), theme_);
  connect(plot, &PlotFrame::told, this, &InspectPanel::told);
  section->addWidget(plot);
  if (report.peakBytes > 0) {
    addNumber(*section, tr("Memory at most"),
              QLocale().formattedDataSize(report.peakBytes, 1, QLocale::DataSizeSIFormat));
  }
}

} // namespace refscale::ui
