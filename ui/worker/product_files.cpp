#include "core/demo/view.h"
#include "core/media/color.h"
#include "core/media/read.h"
#include "core/media/resample.h"
#include "ui/worker/export_files.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

FileAccess productFileAccess() {
  return {
      .read = [](const auto& path) { return pipeline::readSource(path, {}); },
      .formatName =
          [](const auto& path) { return QString::fromStdString(media::readInfo(path).format); },
      .profileName =
          [](const auto& profile) { return QString::fromStdString(media::profileName(profile)); },
      .write = [](const SaveRequest& request) { return exportFiles(request); },
      .sample =
          [] {
            const auto shared = [](media::Picture picture) {
              return std::make_shared<const media::Picture>(std::move(picture));
            };
            SamplePictures sample;
            sample.truth = shared(demo::renderView(demo::Moment::Input));
            sample.reference = shared(demo::renderView(demo::Moment::Reference));
            sample.input = shared(media::resizeBicubicU8(*sample.truth, sample.truth->width() / 4,
                                                         sample.truth->height() / 4));
            return sample;
          },
      .listModels = [] { return pipeline::availableModels(); },
      .importModel = [](const auto& request) { return pipeline::importCheckpoints(request); }};
}

} // namespace refscale::ui
