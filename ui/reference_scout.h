// Has every reference in the list looked at, one at a time, whenever the engine has nothing more
// important to do, and puts what was found into the document. What no longer matters is stopped and
// dropped; what a run interrupted is begun again after it.
#pragma once

#include <QObject>

#include "ui/models/document.h"
#include "ui/worker/engine_client.h"

namespace refscale::ui {

// A look at `reference` for the document's input, by its model on its device.
[[nodiscard]] PreflightRequest lookAt(const DocumentState& state, const PictureHandle& reference,
                                      int threads, double sure);

class ReferenceScout : public QObject {
  Q_OBJECT
 public:
  ReferenceScout(Document& document, EngineClient& engine, QObject* parent = nullptr);

  void setEnabled(bool enabled);
  void setThreads(int threads) { threads_ = threads; }
  void setSure(
      double sure); // the confidence from which a match counts; everything is looked at again

 private:
  void lookOn();
  void forget(); // what is being looked at

  Document& document_;
  EngineClient& engine_;
  bool enabled_ = true;
  int threads_ = 0;
  double sure_ = kSureConfidence;
  JobNumber number_ = 0;
  PreflightItem current_; // reference null: nothing is being looked at
};

} // namespace refscale::ui
