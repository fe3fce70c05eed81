/* lib/site/slugify.h - Jekyll's slugify, in all its modes. */
#pragma once

#include "base/arena.h"

/* `mode`: raw, default, pretty, ascii, latin; an unknown one only makes lower case. */
Str slugify_text(Str text, Str mode, Arena *arena);
