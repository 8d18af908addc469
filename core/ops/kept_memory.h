// Memory of large tensors on the CPU, kept from one operator to the next.
#pragma once

namespace refscale::ops {

// While one lives, large tensors on the CPU take the pages that others gave up; when the last of
// them is gone, the pages go back to the system. The system clears each page that it hands out,
// and a network asks for gigabytes again and again: without this a fifth of a run goes into that.
// May be made on any thread, several at once; tensors may outlive it.
class KeptMemory {
 public:
  KeptMemory();
  ~KeptMemory();
  KeptMemory(const KeptMemory&) = delete;
  KeptMemory& operator=(const KeptMemory&) = delete;
  KeptMemory(KeptMemory&&) = delete;
  KeptMemory& operator=(KeptMemory&&) = delete;
};

} // namespace refscale::ops
