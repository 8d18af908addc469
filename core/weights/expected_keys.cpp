// The key tables of every network that a model file can hold, under the published names
// (../shared/oracle/c2/README.md, section 1, and ../shared/weights/README.md describe them).
#include "core/weights/architecture.h"

namespace refscale::weights {
namespace {

using Keys = std::map<std::string, std::vector<std::int64_t>>;

void addConvolution(Keys& keys, const std::string& name, std::int64_t out, std::int64_t in,
                    std::int64_t size = 3) {
  keys[name + ".weight"] = {out, in, size, size};
  keys[name + ".bias"] = {out};
}

// The convolutions of VGG-16 and VGG-19 are the same up to conv3_1.
void addVggTrunk(Keys& keys, const std::string& prefix) {
  addConvolution(keys, prefix + "conv1_1", 64, 3);
  addConvolution(keys, prefix + "conv1_2", 64, 64);
  addConvolution(keys, prefix + "conv2_1", 128, 64);
  addConvolution(keys, prefix + "conv2_2", 128, 128);
  addConvolution(keys, prefix + "conv3_1", 256, 128);
}

void addNormalisation(Keys& keys, const std::string& prefix) {
  keys[prefix + "mean"] = {1, 3, 1, 1};
  keys[prefix + "std"] = {1, 3, 1, 1};
}

void addSpan(Keys& keys, std::int64_t channels) {
  constexpr int kBlocks = 6;
  constexpr int kUpsampled = 48; // 3 colours x 4 x 4
  keys["base.mean"] = {1, 3, 1, 1};
  addConvolution(keys, "base.conv_1", channels, 3);
  addConvolution(keys, "base.conv_2", channels, channels);
  addConvolution(keys, "base.conv_cat", channels, 4 * channels, 1);
  addConvolution(keys, "base.upsampler.0", kUpsampled, channels);
  for (int block = 1; block <= kBlocks; ++block) {
    for (const char* layer : {".c1_r", ".c2_r", ".c3_r"}) {
      addConvolution(keys, "base.block_" + std::to_string(block) + layer, channels, channels);
    }
  }
}

void addBlocks(Keys& keys, const std::string& name, int blocks, std::int64_t channels) {
  for (int block = 0; block < blocks; ++block) {
    const std::string prefix = name + "." + std::to_string(block);
    addConvolution(keys, prefix + ".conv1", channels, channels);
    addConvolution(keys, prefix + ".conv2", channels, channels);
  }
}

void addScale(Keys& keys, const ScaleArchitecture& scale, const std::string& name,
              std::int64_t ngf) {
  constexpr int kPerGroup = 27; // 9 taps of y, x and mask
  const std::string prefix = "restoration.dyn_agg_restore.";
  const bool large = name == kScaleNames[2];
  std::int64_t headInputs = ngf;
  if (scale.aggregates) {
    const std::int64_t offsets = scale.offsetChannels;
    const std::string aggregation = prefix + name + "_dyn_agg";
    addConvolution(keys, prefix + name + "_offset_conv1", offsets,
                   ngf + scale.referenceChannels + scale.guideChannels);
    addConvolution(keys, prefix + name + "_offset_conv2", offsets, offsets);
    addConvolution(keys, aggregation, scale.aggregatedChannels, scale.referenceChannels);
    addConvolution(keys, aggregation + ".conv_offset_mask", kPerGroup * scale.groups, offsets);
    headInputs += scale.aggregatedChannels + scale.guideChannels;
  }
  addConvolution(keys, prefix + "head_" + name + ".0", ngf, headInputs);
  addBlocks(keys, prefix + "body_" + name, scale.blocks, ngf);
  addConvolution(keys, prefix + "tail_" + name + ".0", large ? ngf / 2 : 4 * ngf, ngf);
  if (large) addConvolution(keys, prefix + "tail_large.2", 3, ngf / 2);
}

} // namespace

std::map<std::string, std::vector<std::int64_t>> expectedKeys(
    const ModelArchitecture& architecture) {
  Keys keys;
  if (architecture.hasExtractor) {
    for (const char* branch : {"1.", "2."}) {
      const std::string prefix = std::string("extractor.feature_extraction_image") + branch;
      addNormalisation(keys, prefix);
      addVggTrunk(keys, prefix + "model.");
    }
  }
  if (architecture.hasVgg) {
    addNormalisation(keys, "vgg.");
    addVggTrunk(keys, "vgg.vgg_net.");
  }
  if (architecture.baseChannels > 0) addSpan(keys, architecture.baseChannels);
  if (architecture.restoration) {
    const auto& restoration = *architecture.restoration;
    const std::string content = "restoration.content_extractor.";
    addConvolution(keys, content + "conv_first", restoration.ngf, restoration.contentInputs);
    addBlocks(keys, content + "body", restoration.contentBlocks, restoration.ngf);
    for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
      addScale(keys, restoration.scales[i], kScaleNames[i], restoration.ngf);
    }
    if (restoration.hasBase && architecture.baseChannels == 0) {
      addSpan(keys, restoration.baseChannels);
    }
  }
  return keys;
}

} // namespace refscale::weights
