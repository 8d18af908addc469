// The settings of a run, as the settings panel shows them and a job file holds them.
#pragma once

#include <QString>

#include "core/pipeline/engine.h"

namespace refscale::ui {

struct Settings {
  pipeline::UpscaleOptions options;
  QString model = QString::fromLatin1(
      pipeline::kDefaultModel); // file name without extension, in one of modelDirs()
  QString device = "auto";
  pipeline::Precision precision = pipeline::Precision::Auto;

  friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace refscale::ui
