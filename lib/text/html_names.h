/* lib/text/html_names.h - the named character references of HTML 5. */
#pragma once

#include "base/str.h"

/* The code points that `name` (without `&` and `;`) stands for; the second is 0 where there is only one. */
bool html_name_find(Str name, uint32_t code_points[2]);
