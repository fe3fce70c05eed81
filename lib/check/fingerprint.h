/* lib/check/fingerprint.h - names for findings that stay when lines move. */
#pragma once

#include "base/diag.h"

/* One of 64 hexadecimal digits for each diagnostic: a hash of its rule, its path, the text of the line at fault without
 * blanks at its ends (where there is no source: the message), and how many like it came before. */
const Str *fingerprints_make(const Diags *diags, Arena *arena);
