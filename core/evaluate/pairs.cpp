#include "core/evaluate/pairs.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/base/error.h"
#include "core/media/read.h"

namespace refscale::evaluate {
namespace {

namespace fs = std::filesystem;

// "012_3" of CUFED5: scene and number; no number where the name is another.
struct SceneName {
  std::string scene;
  int number = -1;
};
SceneName sceneOf(const fs::path& file) {
  const std::string stem = file.stem().string();
  const bool numbered =
      stem.size() > 2 && stem[stem.size() - 2] == '_' && stem.back() >= '0' && stem.back() <= '9';
  if (!numbered) return {stem, -1};
  return {stem.substr(0, stem.size() - 2), stem.back() - '0'};
}

EvaluationPair makePair(const fs::path& truth, const std::vector<fs::path>& references,
                        const std::string& name) {
  EvaluationPair pair{name, truth, references, {}};
  const SceneName a = sceneOf(truth);
  const SceneName b = sceneOf(references.front());
  constexpr int kLevels = 5;
  if (references.size() == 1 && a.number == 0 && a.scene == b.scene && b.number >= 1 &&
      b.number <= kLevels) {
    pair.level = "L" + std::to_string(b.number);
  }
  return pair;
}

std::vector<EvaluationPair> readList(const fs::path& list, const PairFolders& folders) {
  std::ifstream file(list);
  if (!file) {
    throw Error(Kind::NotFound, "There is no list \"" + list.string() + "\"; check its name.");
  }
  const fs::path truths = folders.truths.empty() ? list.parent_path() : folders.truths;
  const fs::path references = folders.references.empty()
                                  ? (folders.truths.empty() ? list.parent_path() : folders.truths)
                                  : folders.references;
  std::vector<EvaluationPair> pairs;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    std::istringstream words(line.substr(0, line.find('#')));
    std::string truth;
    if (!(words >> truth)) continue;
    std::string name = truth + " <-";
    std::vector<fs::path> found;
    for (std::string word; words >> word;) {
      found.push_back(references / word);
      name += " " + word;
    }
    if (found.empty()) {
      throw Error(Kind::BadInput, "Line " + std::to_string(number) + " of \"" + list.string() +
                                      "\" must name a truth and at least one reference.");
    }
    pairs.push_back(makePair(truths / truth, found, name));
  }
  return pairs;
}

std::vector<EvaluationPair> readInputAndRef(const fs::path& folder) {
  std::vector<EvaluationPair> pairs;
  const auto references = media::picturesIn(folder / "ref");
  for (const fs::path& truth : media::picturesIn(folder / "input")) {
    const auto belongs = [&](const fs::path& reference) {
      const std::string stem = reference.stem().string();
      return stem == truth.stem().string() || stem == truth.stem().string() + "_ref";
    };
    const auto found = std::find_if(references.begin(), references.end(), belongs);
    if (found == references.end()) continue;
    pairs.push_back(
        makePair(truth, {*found}, truth.filename().string() + " <- " + found->filename().string()));
  }
  return pairs;
}

std::vector<EvaluationPair> readScenes(const fs::path& folder) {
  std::vector<EvaluationPair> pairs;
  const auto files = media::picturesIn(folder);
  for (const fs::path& truth : files) {
    const SceneName scene = sceneOf(truth);
    if (scene.number != 0) continue;
    for (const fs::path& reference : files) {
      const SceneName other = sceneOf(reference);
      if (other.number < 1 || other.scene != scene.scene) continue;
      pairs.push_back(makePair(truth, {reference},
                               truth.filename().string() + " <- " + reference.filename().string()));
    }
  }
  return pairs;
}

bool isFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

} // namespace

std::vector<EvaluationPair> readPairs(const fs::path& source, const PairFolders& folders) {
  std::vector<EvaluationPair> pairs;
  if (!isFolder(source)) {
    pairs = readList(source, folders);
  } else if (isFolder(source / "input") && isFolder(source / "ref")) {
    pairs = readInputAndRef(source);
  } else {
    pairs = readScenes(source);
  }
  if (pairs.empty()) {
    throw Error(Kind::BadInput,
                isFolder(source)
                    ? "The folder \"" + source.string() +
                          "\" holds no pairs: neither NNN_0 with NNN_1 .. NNN_5, nor the folders "
                          "input and ref; name a list instead."
                    : "The list \"" + source.string() +
                          "\" names no pairs; write a line for each: the true picture, then its "
                          "references.");
  }
  return pairs;
}

std::optional<fs::path> wrongReference(const std::vector<EvaluationPair>& pairs,
                                       std::size_t index) {
  const EvaluationPair& pair = pairs[index];
  const auto isOfPair = [&](const fs::path& file) {
    return file == pair.truth ||
           std::find(pair.references.begin(), pair.references.end(), file) != pair.references.end();
  };
  std::optional<fs::path> sameFolder;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const EvaluationPair& other = pairs[(index + pairs.size() / 2 + k) % pairs.size()];
    const fs::path& reference = other.references.front();
    if (reference.parent_path() != pair.references.front().parent_path()) return reference;
    if (!sameFolder && other.truth != pair.truth && !isOfPair(reference)) sameFolder = reference;
  }
  return sameFolder;
}

} // namespace refscale::evaluate
