// What travels between the window and its workers: plain values, shared or copied, never changed on
// the way.
#pragma once

#include <QRect>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/write.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/preflight.h"
#include "core/pipeline/provenance.h"
#include "ui/canvas/comparison.h"
#include "ui/canvas/pyramid.h"
#include "ui/canvas/reach.h"
#include "ui/maps/map_image.h"
#include "ui/models/mask.h"
#include "ui/models/settings.h"

namespace refscale::ui {

using JobNumber = std::uint64_t;

inline constexpr int kScale = 4;

struct Failure {
  Kind kind = Kind::Internal;
  QString message; // one sentence that says what to do
  QString detail;  // for the log
};

// What was done to a picture after it was read.
struct PictureEdits {
  QRect crop;       // of the picture as read; null: all of it
  int quarters = 0; // of a turn, clockwise, after that; 0..3

  friend bool operator==(const PictureEdits&, const PictureEdits&) = default;
};

// A picture file that was read and made ready to look at and to enlarge.
struct LoadedPicture {
  std::filesystem::path path; // empty: pasted
  QString name;
  QString format; // "JPEG"; empty: pasted
  std::shared_ptr<const media::Picture> srgb;
  std::vector<std::byte> profile; // the file's own; empty: sRGB
  QString profileName;
  PyramidHandle pyramid;
  QStringList notes; // stated conversions
  PictureEdits edits;
  std::shared_ptr<const media::Picture> asRead; // before the edits; null: there are none

  [[nodiscard]] std::int64_t pixels() const {
    return static_cast<std::int64_t>(srgb->width()) * srgb->height();
  }
};
using PictureHandle = std::shared_ptr<const LoadedPicture>;

// What became of one file of a drop: a picture, or why not.
struct LoadOutcome {
  QString name;
  std::variant<PictureHandle, Failure> outcome;
};

struct EngineRequest {
  std::filesystem::path model;
  pipeline::EngineOptions engine;
  pipeline::UpscaleRequest request;
  double referenceScale =
      0; // references are resized by it before they are matched; 0: they are not
  bool shuffleReferences = false; // see pipeline::shuffledInBlocks
};

struct EngineInfo {
  QString libTorch;
  QString cuda; // in words
  std::vector<pipeline::DeviceInfo> devices;
};

using ResultHandle = std::shared_ptr<const pipeline::UpscaleResult>;

struct JobResult {
  ResultHandle result;
  PyramidHandle pyramid; // of its picture
};

// Finished rows of a running job's result, from row `top` of it on.
struct ResultRows {
  int top = 0;
  PyramidHandle pyramid;
};

// A reference to be looked at before a run: matched on small copies.
struct PreflightRequest {
  std::filesystem::path model;
  pipeline::EngineOptions engine;
  PictureHandle input;
  PictureHandle reference;
  double sure = kSureConfidence;
};

struct Preflight {
  pipeline::ReferenceFit fit;
  double meanConfidence = 0; // what the engine ranks references by
  ReachHandle reach;
  Field<float> confidence; // of the small copy's positions
  double seconds = 0;
  double work = 0; // of matching the small copies, to know the machine by
};
using PreflightHandle = std::shared_ptr<const Preflight>;

// Measured as the command line does it: on Y of BT.601 with 4 pixels cropped.
struct Score {
  double psnr = 0; // dB; infinite for equal pictures
  double ssim = 0;
};

// How near a result comes to the true picture; without a result, how near bicubic does.
struct ScoreRequest {
  PictureHandle truth;
  PictureHandle input;
  ResultHandle result;

  // What was measured: the result, or the input for its bicubic enlargement.
  [[nodiscard]] std::shared_ptr<const void> what() const {
    return result ? std::shared_ptr<const void>(result) : std::shared_ptr<const void>(input);
  }
};

// A reference to be shown as the matches place it: each output pixel with the colour of its match.
struct WarpRequest {
  ResultHandle result;
  PictureHandle reference;
  int index = 0; // of its matches in the result
  double sure = kSureConfidence;

  friend bool operator==(const WarpRequest&, const WarpRequest&) = default;
};
struct WarpedReference {
  int reference = 0;
  double sure = kSureConfidence;
  PyramidHandle pyramid; // transparent where nothing is matched surely
};

// A job file whose pictures were read; what could not be is said in `problems`.
struct OpenedJob {
  std::filesystem::path path;
  PictureHandle input, truth;                             // may be null
  std::vector<std::pair<PictureHandle, bool>> references; // with whether it is used
  Settings settings;
  QImage mask; // null: nothing is painted
  QStringList problems;
};

// The maps of a result as they are saved beside it: pictures with their bars.
struct MapsToSave {
  std::vector<MapChoice> maps; // empty: none
  float sure = kSureConfidence;
  double borrowed = 0; // the result's own share, as it is shown
  MaskHandle painted;
  std::vector<QString> letters; // of the references
  MapColours colours;
};

struct SaveRequest {
  ResultHandle result;
  std::filesystem::path path;
  media::Format format = media::Format::Png;
  media::WriteOptions write;
  std::vector<std::byte> profile; // convert back to it; empty: sRGB
  int scale = kScale;             // 4; 3 and 2: made smaller
  bool sixteenBit = false;        // also where the result has fewer
  bool numbered = false;          // where a file is there already, the name gets a number
  // How the picture was made, into its file and into one beside it.
  bool embedProvenance = false;
  bool writeSidecar = false;
  pipeline::Provenance provenance; // without sizes and the model's hash
  std::filesystem::path model;     // its file
  // Saved beside it, each where there is one.
  MapsToSave maps;
  Comparison comparison;
  MaskHandle mask;
};

} // namespace refscale::ui
