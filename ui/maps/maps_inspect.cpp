#include "ui/maps/maps_inspect.h"

#include <QBoxLayout>
#include <QScrollArea>

#include "ui/inspection/inspection.h"
#include "ui/inspection/pointer_numbers.h"
#include "ui/panels/parts.h"
#include "ui/plots/confidence_plot.h"
#include "ui/plots/offset_frame.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

MapsInspect::MapsInspect(Inspection& inspection, const Theme& theme)
    : offsets_(makeOffsetFrame(tr("Offsets"), inspection, theme)),
      confidence_(new PlotFrame(tr("Confidence"), new ConfidencePlot(inspection, theme), theme)) {
  QBoxLayout* panel = nullptr;
  QScrollArea* area = makePanel("mapsInspect", panel);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(area);
  addSection(*panel, tr("Under the pointer"))
      ->addWidget(new PointerNumbers(inspection, PointerNumbers::Detail::Scales));
  confidence_->plot().setMinimumHeight(theme.fontPixels(metrics::kPlotLow));
  for (PlotFrame* frame : {offsets_, confidence_}) {
    addSection(*panel, {})->addWidget(frame);
    connect(frame, &PlotFrame::told, this, &MapsInspect::told);
  }
  panel->addStretch();
}

} // namespace refscale::ui
