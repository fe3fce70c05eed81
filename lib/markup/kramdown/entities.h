/* lib/markup/kramdown/entities.h - the character references that kramdown knows by name. */
#pragma once

#include "base/str.h"

enum { ENTITIES = 254 };

bool entity_is_known(Str name);
uint32_t entity_point(Str name); /* 0 when it is not known */
Str entity_name(size_t i);       /* of those from 0 to ENTITIES less 1 */
