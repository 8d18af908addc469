// The settings of a run, as the settings panel shows them and a job file holds them.
#pragma once

#include <QString>

#include "core/pipeline/engine.h"

namespace refscale::ui {

inline constexpr double kLeastReferenceScale = 0.25, kMostReferenceScale = 4;

struct Settings {
  pipeline::UpscaleOptions options;
  QString model = QString::fromLatin1(
      pipeline::kDefaultModel); // file name without extension, in one of modelDirs()
  QString device = "auto";
  pipeline::Precision precision = pipeline::Precision::Auto;
  // References are resized by this before they are matched; 0 (Auto): left as they are, and what
  // is found carries them into the picture's scale.
  double referenceScale = 0;

  friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace refscale::ui
