// Reads one 8-bit picture tensor ([H, W, C]) of a .safetensors file of ../shared/oracle: enough for
// the tests of core/media, which lies below the full reader.
#pragma once

#include <cstring>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/base/files.h"
#include "core/media/picture.h"

namespace refscale::test {

inline media::Picture oraclePicture(const std::filesystem::path& file, const std::string& tensor) {
  const auto bytes = readFile(file);
  std::uint64_t headerSize = 0;
  std::memcpy(&headerSize, bytes.data(), sizeof headerSize);
  const char* header = reinterpret_cast<const char*>(bytes.data()) + sizeof headerSize;
  const auto entry = nlohmann::json::parse(header, header + headerSize).at(tensor);
  const auto shape = entry.at("shape").get<std::vector<int>>();
  if (entry.at("dtype") != "U8" || shape.size() != 3) throw std::runtime_error("not a picture");
  media::Picture picture(shape[1], shape[0], shape[2], media::Sample::U8);
  const std::size_t begin = entry.at("data_offsets").at(0);
  std::memcpy(picture.bytes().data(), bytes.data() + sizeof headerSize + headerSize + begin,
              picture.bytes().size());
  return picture;
}

} // namespace refscale::test
