#include "tests/tools/halves.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace refscale::test {
namespace {

// Pairs joined by a picture, each under the number of its group's first.
std::vector<std::size_t> firstOfGroup(const std::vector<std::vector<std::string>>& pairs) {
  std::vector<std::size_t> first(pairs.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  std::map<std::string, std::size_t> seenIn;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const std::string& picture : pairs[i]) {
      const auto [known, fresh] = seenIn.emplace(picture, i);
      if (fresh) continue;
      const std::size_t low = std::min(first[i], first[known->second]);
      const std::size_t high = std::max(first[i], first[known->second]);
      std::replace(first.begin(), first.end(), high, low);
    }
  }
  return first;
}

} // namespace

std::vector<int> halvesByPicture(const std::vector<std::vector<std::string>>& pairs) {
  const std::vector<std::size_t> first = firstOfGroup(pairs);
  std::map<std::size_t, int> sizes; // of the groups, in the order of their first pairs
  for (const std::size_t group : first) ++sizes[group];
  std::vector<std::pair<std::size_t, int>> groups(sizes.begin(), sizes.end());
  // The large ones first: the small ones then even out what they leave.
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<std::size_t, int> halfOf;
  int more = 0; // by how many pairs half 0 is ahead
  for (const auto& [group, size] : groups) {
    const int half = more > 0 ? 1 : 0;
    halfOf[group] = half;
    more += half == 0 ? size : -size;
  }
  std::vector<int> halves;
  for (const std::size_t group : first) halves.push_back(halfOf.at(group));
  return halves;
}

} // namespace refscale::test
