// The oracle's recipe for filling a network with weights (tests/data/oracle/README.md):
// the same bits in every language, so that no weights need to be stored. For tests only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/weights/tensor_file.h"

namespace refscale::test {

// Key -> shape, as keys.json lists them.
using KeyShapes = std::map<std::string, std::vector<std::int64_t>>;

// The number u in [0, 1) of element `index` of the tensor named `key`; exact.
[[nodiscard]] double oracleNumber(const std::string& key, std::uint64_t index);

// One tensor of C2-Matching under its published name inside its own network's state dict
// ("content_extractor.conv_first.weight", "feature_extraction_image2.model...", "vgg.vgg_net...",
// the discriminator's): float32, `num_batches_tracked` int64.
[[nodiscard]] weights::TensorView oracleTensor(const std::string& key,
                                               const std::vector<std::int64_t>& shape);

// All of `keys`, each filled by oracleTensor.
[[nodiscard]] weights::TensorSet oracleTensors(const KeyShapes& keys);

// One network of tests/data/oracle/c2/keys.json: "restoration", "feature_extractor",
// "correspondence_vgg19" or "discriminator".
[[nodiscard]] KeyShapes oracleKeys(const std::string& network);

// The restoration network of the paper's light version (supplement, section C): 8 and 4 residual
// blocks at the medium and the large scale, and nothing of relu3_1.
[[nodiscard]] KeyShapes lightKeys();

// The three networks of an enlargement joined to one model with the prefixes of the model format
// (`restoration.`, `extractor.`, `vgg.`), filled under their published names.
[[nodiscard]] weights::TensorSet oracleModel(
    const KeyShapes& restoration = oracleKeys("restoration"));

} // namespace refscale::test
