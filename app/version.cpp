#include "app/version.h"

#include "app/version_config.h" // made by CMake

#ifndef REFSCALE_COMPUTE
extern "C" {
#include <libavutil/avutil.h>
}
#include <QtGlobal>
#include <opencv2/core/utility.hpp>
#endif

namespace refscale::app {

std::string version() {
  return std::string(kVersion) + " (" + kCommit + ")";
}

std::vector<std::pair<std::string, std::string>> libraryVersions() {
  std::vector<std::pair<std::string, std::string>> list = {{"LibTorch", kLibTorchVersion},
                                                           {"CUDA", kCudaVersion}};
#ifndef REFSCALE_COMPUTE
  list.insert(list.end(), {{"Qt", qVersion()},
                           {"OpenCV", cv::getVersionString()},
                           {"FFmpeg", av_version_info()},
                           {"Exiv2", kExiv2Version},
                           {"Little CMS", kLcmsVersion}});
#endif
  return list;
}

std::string versionText() {
  std::string text = "RefScale " + version() + "\n";
  for (const auto& [name, number] : libraryVersions())
    text.append("  ").append(name).append(" ").append(number).append("\n");
  text += "Licence: GPL-3.0-or-later. There is no warranty, as far as the law permits.";
  return text;
}

} // namespace refscale::app
