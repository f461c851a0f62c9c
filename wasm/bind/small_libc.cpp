#include "bind/small_libc.h"
