#include "core/pipeline/request.h"

#include <array>
#include <charconv>
#include <cstdio>

#include "core/base/error.h"

namespace refscale::pipeline {
namespace {

[[noreturn]] void refuse(const char* name, const char* range, std::string_view text) {
  throw Error(Kind::BadInput, std::string(name) + " is \"" + std::string(text) +
                                  "\" but must be in the range " + range + ".");
}

double parseNumber(const char* name, const char* range, std::string_view text, double low,
                   double high) {
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() ||
      !(value >= low && value <= high)) {
    refuse(name, range, text);
  }
  return value;
}

std::string numberText(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

// A field whose values are words of an enumeration, in the enumeration's order.
template <typename Enum, std::size_t N>
OptionField choice(const char* name, const char* range, const char* help,
                   Enum UpscaleOptions::*member, const std::array<const char*, N>& words) {
  return {name, range, help,
          [member, words](const UpscaleOptions& o) {
            return std::string(words.at(static_cast<std::size_t>(o.*member)));
          },
          [=](UpscaleOptions& o, std::string_view text) {
            for (std::size_t i = 0; i < N; ++i) {
              if (text == words[i]) {
                o.*member = static_cast<Enum>(i);
                return;
              }
            }
            refuse(name, range, text);
          }};
}

OptionField number(const char* name, const char* range, const char* help,
                   double UpscaleOptions::*member, double low, double high) {
  return {name, range, help, [member](const UpscaleOptions& o) { return numberText(o.*member); },
          [=](UpscaleOptions& o, std::string_view text) {
            o.*member = parseNumber(name, range, text, low, high);
          }};
}

// A field whose values are a few numbers.
template <std::size_t N>
OptionField count(const char* name, const char* range, const char* help,
                  int UpscaleOptions::*member, const std::array<int, N>& values) {
  return {name, range, help,
          [member](const UpscaleOptions& o) { return std::to_string(o.*member); },
          [=](UpscaleOptions& o, std::string_view text) {
            for (const int value : values) {
              if (text == std::to_string(value)) {
                o.*member = value;
                return;
              }
            }
            refuse(name, range, text);
          }};
}

OptionField toggle(const char* name, const char* help, bool UpscaleOptions::*member) {
  return {name, "on|off", help,
          [member](const UpscaleOptions& o) { return std::string(o.*member ? "on" : "off"); },
          [=](UpscaleOptions& o, std::string_view text) {
            if (text != "on" && text != "off") refuse(name, "on|off", text);
            o.*member = text == "on";
          }};
}

std::array<OptionField, 9> makeFields() {
  return {
      number("strength", "0..1", "How much of the reference's detail is taken; 0 switches it off.",
             &UpscaleOptions::strength, 0, 1),
      toggle("gate", "Borrow less where the match is unsure (with a strength below 1).",
             &UpscaleOptions::gate),
      choice("matcher", "contrastive|vgg|none",
             "How places are matched: by the trained features, by plain VGG-19 (the papers' "
             "baseline), or not at all.",
             &UpscaleOptions::matcher, std::array{"contrastive", "vgg", "none"}),
      choice("refinement", "auto|on|off",
             "Refine matches to fractions of a pixel; auto does as the model was trained.",
             &UpscaleOptions::refinement, std::array{"auto", "on", "off"}),
      choice("registration", "auto|on|off",
             "Where both pictures show the same walls or ground, also match the reference turned, "
             "scaled and tilted as the small picture sees it; auto does with models that refine.",
             &UpscaleOptions::registration, std::array{"auto", "on", "off"}),
      choice("combine", "every|best",
             "Of several references: borrow from every one, at each place from those that match "
             "there most surely, or from the best one alone.",
             &UpscaleOptions::combine, std::array{"every", "best"}),
      count("self-ensemble", "1|2|4",
            "Restore so many times, mirrored, and average: more accurate, and as many times as "
            "long to "
            "restore.",
            &UpscaleOptions::selfEnsemble, std::array{1, 2, 4}),
      choice(
          "network", "whole|base",
          "The whole network, or the single-image one underneath alone: much faster, but nothing "
          "is borrowed.",
          &UpscaleOptions::network, std::array{"whole", "base"}),
      number("reference-megapixels", "0.01..100",
             "References larger than this are reduced to it before matching.",
             &UpscaleOptions::referenceMegapixels, 0.01, 100)};
}

} // namespace

std::span<const OptionField> upscaleOptionFields() {
  static const std::array<OptionField, 9> fields = makeFields();
  return fields;
}

} // namespace refscale::pipeline
