// What the trainer library shows to the outside: one function.
#include "core/train/engine/trainer_impl.h"

extern "C" __attribute__((visibility("default"))) refscale::train::Trainer* refscaleMakeTrainer() {
  return refscale::train::makeTrainer().release();
}
