/* lib/markup/kramdown/entities.h - the character references that kramdown knows by name. */
#pragma once

#include "base/str.h"

bool entity_is_known(Str name);
