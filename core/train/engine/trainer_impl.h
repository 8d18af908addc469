// The trainer's inner door: made here, used through core/train/trainer.h.
#pragma once

#include <memory>

#include "core/train/trainer.h"

namespace refscale::train {

[[nodiscard]] std::unique_ptr<Trainer> makeTrainer();

} // namespace refscale::train
