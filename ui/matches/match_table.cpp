#include "ui/matches/match_table.h"

#include <array>
#include <charconv>

#include "core/base/files.h"
#include "ui/models/match_lines.h"
#include "ui/worker/error_words.h"

namespace refscale::ui {
namespace {

void add(std::string& row, double value, int decimals) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::fixed, decimals);
  row += ',';
  row.append(text.data(), end.ptr);
}

// What the network added there, in output pixels, and how much it took; three empty cells where
// that was not kept.
void addLearned(std::string& row, const MatchTable& table, QPointF place) {
  const auto& maps = table.result->maps;
  if (maps.empty() || table.reference != table.result->usedReference) {
    row += ",,,";
    return;
  }
  const pipeline::AggregationMap& map = maps.front();
  const double step = map.maskWeight.step;
  const int x = static_cast<int>(place.x() / step);
  const int y = static_cast<int>(place.y() / step);
  const Vec2f learned = map.learnedOffset.at(x, y);
  add(row, learned.x * step, 2);
  add(row, learned.y * step, 2);
  add(row, map.maskWeight.at(x, y), 3);
}

} // namespace

std::string matchCsv(const MatchTable& table) {
  const Correspondence& matches =
      table.result->correspondences.at(static_cast<std::size_t>(table.reference));
  std::string text;
  for (const std::string& note : table.notes) text += "# " + note + "\n";
  text +=
      "input_x,input_y,ref_id,ref_x,ref_y,confidence,uniqueness,fb_error_px,match_dx,match_dy,"
      "learned_dx,learned_dy,mask\n";
  for (const std::size_t cell : table.cells) {
    const MatchLine line = lineOf(matches, cell);
    std::string row;
    add(row, line.from.x(), 1);
    add(row, line.from.y(), 1);
    row += ',' + table.referenceId;
    add(row, line.to.x(), 2);
    add(row, line.to.y(), 2);
    add(row, line.confidence, 4);
    const auto optional = [&](const Field<float>& field, double factor) {
      if (field.empty()) {
        row += ',';
      } else {
        add(row, field.values[cell] * factor, 4);
      }
    };
    optional(matches.uniqueness, 1);
    optional(matches.forwardBackward, matches.forwardBackward.step);
    add(row, line.to.x() - line.from.x(), 2);
    add(row, line.to.y() - line.from.y(), 2);
    addLearned(row, table, line.from);
    text += row.substr(1) + '\n'; // without the first comma
  }
  return text;
}

QString writeMatchTable(const MatchTable& table, const std::filesystem::path& path) {
  try {
    AtomicFile file(path);
    file.write(std::string_view(matchCsv(table)));
    file.commit();
    return {};
  } catch (const std::exception& error) {
    return errorWords(error);
  }
}

} // namespace refscale::ui
