// The one way from a request to a result: prepare, match, rank, restore, blend, check. Keeps what
// the next request can use again.
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/pipeline/engine.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/prepared.h"
#include "core/pipeline/engine/stage_timer.h"

namespace refscale::pipeline {

class ModelUpscaler final : public Upscaler {
 public:
  ModelUpscaler(Model model, std::string deviceName);
  ~ModelUpscaler() override;

  UpscaleResult run(const UpscaleRequest& request, const RunContext& context) override;
  UpscaleResult match(const UpscaleRequest& request, const RunContext& context) override;
  [[nodiscard]] std::string device() const override { return deviceName_; }
  [[nodiscard]] std::string precision() const override;

 private:
  struct Matched;              // one reference matched to the current input
  struct Restored;             // a restoration at full strength, or without a reference
  struct Lender {              // a reference that is borrowed from
    std::size_t reference = 0; // in the request
    std::shared_ptr<Matched> matched;
  };

  // The stages in the order in which match() and run() call them.
  void prepare(const UpscaleRequest& request);
  void forgetOthers(const UpscaleRequest& request);
  [[nodiscard]] std::vector<std::shared_ptr<Matched>> matchAll(const UpscaleRequest& request,
                                                               const RunContext& context,
                                                               Report& report);
  [[nodiscard]] std::shared_ptr<PreparedReference> source(const Reference& reference,
                                                          double megapixels);
  [[nodiscard]] std::shared_ptr<Matched> matched(const std::shared_ptr<PreparedReference>& source,
                                                 const UpscaleOptions& options,
                                                 const RunContext& context, StageTimer& timer);
  // Finished rows of the network's picture, from row `top` on; may be empty.
  using RowsSink = std::function<void(std::int64_t top, const at::Tensor& rows)>;
  [[nodiscard]] const Restored& restoreWith(Matched& matched, const UpscaleOptions& options,
                                            const RunContext& context, const RowsSink& rowsReady);
  [[nodiscard]] const Restored& restoreWithout(const UpscaleOptions& options,
                                               const RunContext& context);
  [[nodiscard]] Restored restore(const Correspondence& correspondence, const Texture& texture,
                                 const UpscaleOptions& wanted, const RunContext& context,
                                 const RowsSink& rowsReady);
  [[nodiscard]] at::Tensor borrowed(const UpscaleRequest& request, const RunContext& context,
                                    const RowsSink& rowsReady, UpscaleResult& result);
  [[nodiscard]] std::vector<Lender> lendersOf(const UpscaleRequest& request,
                                              const RunContext& context, UpscaleResult& result);
  [[nodiscard]] static Field<float> weightsOf(const Matched& matched, const UpscaleRequest& request,
                                              std::size_t reference);
  // Says in the report how many cells have a sure match in a reference that they borrow from, each
  // cell once.
  static void countBorrowed(const std::vector<Lender>& lenders,
                            const std::vector<Field<float>>& weights, Report& report);
  [[nodiscard]] bool refines(const UpscaleOptions& options) const;
  [[nodiscard]] bool registers(const UpscaleOptions& options) const;
  void describe(const UpscaleRequest& request, Report& report) const;

  Model model_;
  std::string deviceName_;
  std::unique_ptr<PreparedInput> input_;
  std::vector<std::shared_ptr<PreparedReference>> sources_;
  std::vector<std::shared_ptr<Matched>> matches_; // of input_
  std::unique_ptr<Restored> without_;             // of input_: nothing borrowed
};

} // namespace refscale::pipeline
