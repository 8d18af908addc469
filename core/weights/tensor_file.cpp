#include "core/weights/tensor_file.h"
