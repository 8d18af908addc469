#include "ui/panels/truth_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/models/document.h"
#include "ui/models/measures.h"
#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {

TruthTable::TruthTable(const Document& document)
    : document_(document), grid_(new QGridLayout(this)) {
  setObjectName("truthTable");
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(metrics::kPadding);
  grid_->setVerticalSpacing(metrics::kGap);
  grid_->setColumnStretch(0, 1);
  const auto head = [this](const QString& text, int column) {
    grid_->addWidget(makeText("second", text), 0, column, Qt::AlignRight);
  };
  head(tr("PSNR, dB"), 1);
  head(tr("SSIM"), 2);
  const ResultItem& item = *document_.result();
  addRow(tr("Bicubic"), document_.state().input, "value");
  if (!item.made.usedReferences().empty()) {
    if (item.off.result) {
      addRow(tr("Reference off"), item.off.result, "value");
    } else {
      connect(&addOffer(tr("Reference off"), "computeReferenceOff",
                        tr("Compute the picture without the reference")),
              &QPushButton::clicked, this, &TruthTable::referenceOffWanted);
    }
    if (item.shuffled.result) {
      addRow(tr("Shuffled reference"), item.shuffled.result, "value");
    } else {
      connect(&addOffer(tr("Shuffled reference"), "computeShuffled",
                        tr("Compute the picture with a shuffled reference")),
              &QPushButton::clicked, this, &TruthTable::shuffledWanted);
    }
  }
  addRow(tr("Result"), item.result, "strong");
}

void TruthTable::addRow(const QString& name, const std::shared_ptr<const void>& what,
                        const char* role) {
  const int row = grid_->rowCount();
  grid_->addWidget(makeText(role, name), row, 0);
  const auto score = document_.scoreOf(what);
  auto* psnr = makeText(role, score ? decibelText(score->psnr) : tr("…"));
  auto* ssim = makeText(role, score ? similarityText(score->ssim) : tr("…"));
  grid_->addWidget(psnr, row, 1, Qt::AlignRight);
  grid_->addWidget(ssim, row, 2, Qt::AlignRight);
}

QPushButton& TruthTable::addOffer(const QString& name, const char* button,
                                  const QString& accessible) {
  const int row = grid_->rowCount();
  grid_->addWidget(makeText("value", name), row, 0);
  auto* compute = new QPushButton(tr("Compute"));
  compute->setObjectName(QString::fromLatin1(button));
  compute->setProperty("role", "link");
  compute->setAccessibleName(accessible);
  compute->setEnabled(document_.job().phase == JobPhase::Idle);
  grid_->addWidget(compute, row, 1, 1, 2, Qt::AlignRight);
  return *compute;
}

} // namespace refscale::ui
