/* lib/site/value.h - reads values of a configuration, each with its own complaint. */
#pragma once

#include "base/buf.h"
#include "text/tree.h"

/* The text under `key`, or `otherwise` when it is absent or null. A list or mapping there is one config-value. */
Str value_text(const Tree *map, const char *key, Str otherwise, Diags *diags);
bool value_bool(const Tree *map, const char *key, bool otherwise, Diags *diags);
/* A whole number from `min` to `max`. */
int64_t value_int(const Tree *map, const char *key, int64_t otherwise, int64_t min, int64_t max, Diags *diags);
/* The index of the text in `choices` (which ends in NULL). */
int value_choice(const Tree *map, const char *key, int otherwise, const char *const *choices, Diags *diags);
/* A list of text, or one text alone. */
StrList value_list(const Tree *map, const char *key, Arena *arena, Diags *diags);
/* A mapping, or NULL. */
const Tree *value_map(const Tree *map, const char *key, Diags *diags);

/* One config-unknown-key for each key of `map` that is not in `known` (which ends in NULL), with the nearest of them as
 * a hint. */
void value_check_keys(const Tree *map, const char *const *known, Diags *diags);
