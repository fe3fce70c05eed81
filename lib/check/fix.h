/* lib/check/fix.h - repairs: which of the fixes that diagnostics carry are wanted, and a text with them made. */
#pragma once

#include "base/buf.h"
#include "check/settings.h"

typedef struct FixChoice {
    bool unsafe;   /* also those that may change what the author meant */
    RuleSet rules; /* of these alone; an empty one: of all */
} FixChoice;

/* Whether the diagnostic has a fix of `source`'s text that is wanted. */
bool fix_is_wanted(const Diag *diag, const Source *source, const FixChoice *choice);

/* Writes the text of `source` with the wanted fixes made; every other byte stays. Of two that overlap the first is made
 * and the other left for a next round. `made` (one for each diagnostic) says which were. Returns how many. */
size_t fix_apply(Buf *out, const Source *source, const Diags *diags, const FixChoice *choice, bool *made, Arena *arena);
