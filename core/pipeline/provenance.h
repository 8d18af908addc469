// How a picture came to be, for people and programs that meet its file later: what it was made
// from, with which model and settings, and how much of it was borrowed. In the file's own XMP and,
// where it is wanted, as a JSON file beside it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/media/metadata.h"
#include "core/pipeline/result.h"

namespace refscale::pipeline {

struct NamedFile {
  std::string name;
  std::string sha256; // of the file; empty: it never was one
};

struct Provenance {
  std::string version; // of RefScale
  std::string made;    // ISO 8601
  NamedFile input;
  NamedFile model;
  std::vector<NamedFile> references;           // in the order of the report's
  std::map<std::string, std::string> settings; // what the report's options do not hold
  double borrowed = 0;                         // share of the output, 0..1, as it was shown
  int width = 0, height = 0;                   // of the file's picture
  Report report;
};

// {"schema": 1, "program", "version", "made", "input", "output", "model", "references", "settings",
// "borrowed", "report"}; the last as toJson(Report) writes it.
[[nodiscard]] std::string toJson(const Provenance& provenance);

// The same in short, as properties of RefScale's own XMP namespace.
[[nodiscard]] std::vector<media::XmpProperty> xmpOf(const Provenance& provenance);

} // namespace refscale::pipeline
