// What the engine gives back: the picture, where its detail came from, and a report. Torch-free.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/correspondence.h"
#include "core/base/field.h"
#include "core/media/picture.h"

namespace refscale::pipeline {

// What the aggregation did at one scale: means over taps and groups weighted by the mask, in pixels
// of that scale. Total offset = match + learned.
struct AggregationMap {
  std::string scale; // "relu3_1", "relu2_1", "relu1_1"; Field::step is 4, 2, 1 output pixels
  Field<Vec2f> matchOffset;
  Field<Vec2f> learnedOffset;
  Field<float> maskWeight; // 0..1
};

struct ReferenceReport {
  std::string name;
  int width = 0, height = 0; // as matched
  double meanConfidence = 0; // the ranking
  double sureShare = 0;      // cells with a sure match, 0..1
  bool carried = false;      // matched and borrowed from as seen from the input's side
  double borrowed = 0;       // of Report::borrowed, what comes from this one most of all
  bool used = false;         // borrowed from, anywhere
};

struct Report {
  int inputWidth = 0, inputHeight = 0, outputWidth = 0, outputHeight = 0;
  std::string model, device, dtype, matcher;
  std::map<std::string, std::string> options; // name -> value, from upscaleOptionFields()
  std::map<std::string, double> seconds;      // stage name -> seconds; a kept stage has 0
  std::int64_t peakBytes = 0;                 // of the process on a CPU, of the allocator on a GPU
  std::vector<ReferenceReport> references;
  double borrowed = 0;    // share of output from sure matches, 0..1
  double colourDrift = 0; // largest |channel mean of output reduced x4 - input|, of 255
  double localDrift = 0;  // the same within blocks of 16 x 16 input pixels
  std::vector<std::string> warnings;
};

// Versioned ("schema": 1), documented in the README.
[[nodiscard]] std::string toJson(const Report& report);

struct UpscaleResult {
  media::Picture picture;                      // 4x, sample type and channels of the input
  std::vector<Correspondence> correspondences; // one a reference, in the request's order
  int usedReference = -1;                      // the best of those that were borrowed from
  // One a reference: how much of what a cell borrows comes from it, 0..1; empty where nothing does.
  std::vector<Field<float>> shares;
  std::vector<AggregationMap> maps; // of the best reference, only scales that aggregate
  Report report;
};

// How sure the matches are that each cell borrows by: the highest confidence among the references
// that lend there (those of `shares`; all of them before anything is restored). Empty without a
// reference. `lender`, where given, takes the index of that reference, -1 where nobody lends.
[[nodiscard]] Field<float> surestLending(const UpscaleResult& result,
                                         Field<float>* lender = nullptr);

} // namespace refscale::pipeline
