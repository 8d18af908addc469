// What the engine library shows to the outside: one function.
#include "core/pipeline/engine/engine_impl.h"

extern "C" __attribute__((visibility("default"))) refscale::pipeline::Engine* refscaleMakeEngine() {
  return refscale::pipeline::makeEngine().release();
}
