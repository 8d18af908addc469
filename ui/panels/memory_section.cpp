#include "ui/panels/memory_section.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <algorithm>

#include "ui/models/document.h"
#include "ui/models/machine.h"
#include "ui/models/run_status.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr int kWhole = 1000;

} // namespace

MemorySection::MemorySection(const Document& document)
    : document_(document),
      label_(new QLabel),
      bar_(new QProgressBar),
      expected_(makeText("second")),
      last_(makeText("second")) {
  setObjectName("memorySection");
  label_->setMinimumWidth(metrics::kLabelColumn);
  bar_->setObjectName("memoryBar");
  bar_->setAccessibleName(tr("Expected of the free memory"));
  bar_->setProperty("role", "memory");
  bar_->setTextVisible(false);
  bar_->setRange(0, kWhole);
  expected_->setObjectName("memoryExpected");
  last_->setObjectName("memoryLast");
  for (QLabel* text : {expected_, last_}) text->setWordWrap(true);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(2 * metrics::kGap);
  grid->setVerticalSpacing(metrics::kGap);
  grid->setColumnStretch(1, 1);
  grid->addWidget(label_, 0, 0);
  grid->addWidget(bar_, 0, 1, Qt::AlignVCenter);
  grid->addWidget(expected_, 1, 1);
  grid->addWidget(last_, 2, 1);
  connect(&document_, &Document::estimateChanged, this, &MemorySection::showState);
  connect(&document_, &Document::stateChanged, this, &MemorySection::showState);
  connect(&document_, &Document::engineChanged, this, &MemorySection::showState);
  connect(&document_, &Document::resultChanged, this, &MemorySection::showState);
  showState();
}

void MemorySection::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showState(); // what is free changes by itself
}

void MemorySection::showState() {
  const double free = freeBytes(document_);
  const double expected = document_.estimate().bytes;
  const bool known = expected > 0 && free > 0;
  const bool tight = known && expected > kTightShare * free;
  label_->setText(usesGpu(document_) ? tr("GPU memory") : tr("Memory"));
  bar_->setValue(known ? qRound(kWhole * std::min(1.0, expected / free)) : 0);
  setStyleProperty(*bar_, "level", tight ? "weak" : "");
  setStyleProperty(*expected_, "role", tight ? "weak" : "second");
  expected_->setText(
      tight ? tr("Memory may run out: a run takes %1, %2 are free")
                  .arg(bytesText(expected), bytesText(free))
      : known    ? tr("A run takes %1; %2 are free").arg(bytesText(expected), bytesText(free))
      : free > 0 ? tr("%1 free; what a run takes is known after the first").arg(bytesText(free))
                 : tr("What a run takes is known after the first"));
  bar_->setAccessibleDescription(expected_->text());
  const ResultItem* item = document_.result();
  const double used = item != nullptr ? static_cast<double>(item->result->report.peakBytes) : 0;
  last_->setVisible(used > 0);
  if (used <= 0) return;
  last_->setText(item->expectedBytes > 0 ? tr("Last run: expected %1, used %2")
                                               .arg(bytesText(item->expectedBytes), bytesText(used))
                                         : tr("Last run: used %1").arg(bytesText(used)));
}

} // namespace refscale::ui
