#include "core/media/picture.h"
