#include "core/evaluate/scores.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/evaluate/formatted.h"
#include "core/media/metrics.h"

namespace refscale::evaluate {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const PairScores& p) {
  Json json = {{"name", p.name}};
  if (!p.level.empty()) json["level"] = p.level;
  for (const Method method : kMethods) {
    const auto found = p.methods.find(method);
    if (found == p.methods.end()) {
      json[methodName(method)] = nullptr;
      continue;
    }
    const Score& s = found->second;
    json[methodName(method)] = {
        {"psnr_y", s.psnrY}, {"ssim_y", s.ssimY}, {"psnr_rgb", s.psnrRgb}, {"ssim_rgb", s.ssimRgb}};
  }
  json["seconds"] = p.seconds;
  return json;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + "\"";
}

} // namespace

const char* methodName(Method method) noexcept {
  constexpr std::array kNames = {"bicubic", "base", "none", "classical", "reference", "wrong"};
  return kNames[static_cast<std::size_t>(method)];
}

Score scoreOf(const media::Picture& picture, const media::Picture& truth) {
  using media::MetricChannels;
  return {media::psnr(picture, truth), media::ssim(picture, truth),
          media::psnr(picture, truth, MetricChannels::Rgb),
          media::ssim(picture, truth, MetricChannels::Rgb)};
}

PairScores meanOf(const std::vector<PairScores>& pairs) {
  PairScores mean;
  mean.name = "mean";
  for (const Method method : kMethods) {
    Score sum;
    double count = 0;
    for (const PairScores& p : pairs) {
      const auto found = p.methods.find(method);
      if (found == p.methods.end()) continue;
      sum.psnrY += found->second.psnrY;
      sum.ssimY += found->second.ssimY;
      sum.psnrRgb += found->second.psnrRgb;
      sum.ssimRgb += found->second.ssimRgb;
      ++count;
    }
    if (count == 0) continue;
    mean.methods[method] = {sum.psnrY / count, sum.ssimY / count, sum.psnrRgb / count,
                            sum.ssimRgb / count};
  }
  for (const PairScores& p : pairs) mean.seconds += p.seconds / static_cast<double>(pairs.size());
  return mean;
}

std::vector<PairScores> meansOfLevels(const std::vector<PairScores>& pairs) {
  std::map<std::string, std::vector<PairScores>> levels;
  for (const PairScores& p : pairs) {
    if (!p.level.empty()) levels[p.level].push_back(p);
  }
  std::vector<PairScores> means;
  for (const auto& [level, members] : levels) {
    means.push_back(meanOf(members));
    means.back().name = "mean " + level;
    means.back().level = level;
  }
  return means;
}

std::string toJson(const Evaluation& evaluation) {
  Json json = {{"schema", 1}, {"model", evaluation.model}};
  json["pairs"] = Json::array();
  for (const PairScores& p : evaluation.pairs) json["pairs"].push_back(jsonOf(p));
  for (const PairScores& level : meansOfLevels(evaluation.pairs)) {
    json["levels"].push_back(jsonOf(level));
  }
  json["mean"] = jsonOf(meanOf(evaluation.pairs));
  json["mean"].erase("name");
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string toCsv(const Evaluation& evaluation) {
  std::string text = "name,level,method,psnr_y,ssim_y,psnr_rgb,ssim_rgb\r\n";
  const auto add = [&](const PairScores& p) {
    for (const auto& [method, s] : p.methods) {
      text += quoted(p.name) + "," + p.level + "," + methodName(method) +
              formatted(",%.4f,%.5f,%.4f,%.5f\r\n", s.psnrY, s.ssimY, s.psnrRgb, s.ssimRgb);
    }
  };
  for (const PairScores& p : evaluation.pairs) add(p);
  for (const PairScores& level : meansOfLevels(evaluation.pairs)) add(level);
  add(meanOf(evaluation.pairs));
  return text;
}

std::string toTable(const Evaluation& evaluation) {
  std::string text;
  for (const Method method : kMethods) text += formatted("%16s", methodName(method));
  text += "  seconds\n";
  const auto row = [&](const PairScores& p) {
    for (const Method method : kMethods) {
      const auto found = p.methods.find(method);
      text += found == p.methods.end()
                  ? formatted("%16s", "- ")
                  : formatted("%7.2f / %.3f ", found->second.psnrY, found->second.ssimY);
    }
    text += formatted("  %7.2f  %s\n", p.seconds, p.name.c_str());
  };
  for (const PairScores& p : evaluation.pairs) row(p);
  for (const PairScores& level : meansOfLevels(evaluation.pairs)) row(level);
  if (evaluation.pairs.size() > 1) row(meanOf(evaluation.pairs));
  return text;
}

} // namespace refscale::evaluate
