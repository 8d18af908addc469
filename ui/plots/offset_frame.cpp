#include "ui/plots/offset_frame.h"

#include <QCoreApplication>
#include <QToolButton>

#include "ui/plots/offset_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(OffsetFrame)
};

} // namespace

PlotFrame* makeOffsetFrame(const QString& heading, Inspection& inspection, const Theme& theme) {
  auto* plot = new OffsetPlot(inspection, theme);
  plot->setMinimumHeight(theme.fontPixels(metrics::kPlotTall));
  auto* frame = new PlotFrame(heading, plot, theme);
  QToolButton* points =
      frame->addButton("points", Texts::tr("Single points instead of counts, up to %n", "",
                                           static_cast<int>(kMostOffsetPoints)));
  points->setObjectName("offsetPoints");
  points->setCheckable(true);
  QObject::connect(points, &QToolButton::toggled, plot, [plot](bool on) {
    plot->setLook(on ? OffsetLook::Points : OffsetLook::Counts);
  });
  return frame;
}

} // namespace refscale::ui
