// Writes the files that fuzzing starts from: fuzz_seeds FOLDER.
#include <array>
#include <cstdio>
#include <filesystem>

#include "core/base/files.h"
#include "core/media/write.h"
#include "core/weights/checkpoint.h"
#include "core/weights/safetensors.h"
#include "tests/weights/checkpoint_files.h"

namespace {

void write(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  std::filesystem::create_directories(path.parent_path());
  refscale::AtomicFile file(path);
  file.write(bytes);
  file.commit();
}

// A small picture in every format that is read, plain and with what a format can carry besides.
void writePictures(const std::filesystem::path& folder) {
  using namespace refscale::media;
  constexpr std::array kFormats = {Format::Png, Format::Jpeg, Format::Tiff, Format::WebP};
  for (const Format format : kFormats) {
    for (const Sample sample : {Sample::U8, Sample::U16}) {
      Picture picture(7, 5, 4, sample);
      int value = 1;
      for (auto& byte : picture.bytes()) byte = static_cast<std::byte>(value = value * 73 % 251);
      const std::string name = sample == Sample::U8 ? "bits8" : "bits16";
      write(folder / (name + formatExtension(format)), encodePicture(picture, format));
    }
  }
  const std::string pixels = "P6\n2 2\n255\nabcdefghijkl";
  write(folder / "pixels.ppm", std::as_bytes(std::span(pixels)));
}

} // namespace

int main(int argc, char** argv) {
  using namespace refscale;
  if (argc != 2) {
    std::fputs("usage: fuzz_seeds FOLDER\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::string pickle = test::soundPickle();
  write(folder / "pickle/sound", std::as_bytes(std::span(pickle)));
  write(folder / "checkpoint_zip/sound", test::zipCheckpoint(pickle));
  write(folder / "checkpoint_legacy/sound", test::legacyCheckpoint(pickle));

  const std::array<float, 4> values = {1, 2, 3, 4};
  weights::TensorSet set;
  set.tensors["restoration.content_extractor.conv_first.weight"] =
      weights::makeTensor({1, 1, 2, 2}, values);
  set.tensors["vgg.mean"] = weights::makeTensor({4}, values, weights::DType::F16);
  set.metadata["architecture"] = R"({"variant": "aligned", "feat_scale": {"large": 2.5}})";
  writePictures(folder / "read_picture");
  std::filesystem::create_directories(folder / "safetensors");
  weights::writeSafetensors(set, folder / "safetensors/sound");
  set.metadata.clear();
  weights::writeCheckpoint(set, folder / "checkpoint_zip/ours");
  return 0;
}
