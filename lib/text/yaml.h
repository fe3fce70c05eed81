/* lib/text/yaml.h - reads YAML 1.1 (as libyaml and Jekyll's Psych have it) into a Tree. */
#pragma once

#include "text/tree.h"

enum {
    YAML_MAX_DEPTH = 64,      /* of nesting */
    YAML_MAX_NODES = 1000000, /* counted after aliases are followed, so that an alias bomb is refused */
    YAML_MAX_ALIASES = 100,   /* in one document */
    YAML_MAX_KEY_BYTES = 1024,
};

/* Reads the one document in `region`; an empty one gives a TREE_NULL scalar. On failure adds diagnostics, each with a
 * hint for the slip that most likely caused it, and returns false:
 *   yaml-syntax        what libyaml cannot read: at the author's slip, not where libyaml noticed it
 *   duplicate-key      on the second key, naming the line of the first
 *   yaml-limit         the limits above
 *   yaml-tag-refused   a tag that is no plain data (`!ruby/object:...`)
 * All are DIAG_STOP. Spans are bytes of `region.source`. */
bool yaml_read(const Tree **out, Span region, Arena *arena, Diags *diags);

/* The same for data, which is often made by programs: of a key that stands twice the last counts, as in Psych, and
 * duplicate-key is no DIAG_STOP. */
bool yaml_read_data(const Tree **out, Span region, Arena *arena, Diags *diags);

/* The type and value YAML 1.1 gives to a plain (unquoted) scalar, as Psych resolves it: `yes` is true, `1_000` 1000,
 * `0x1f` 31, `010` 8, `~` null, `12:30` 750 (base 60), `.5` 0.5, `2024-01-02` a date. */
TreeType yaml_resolve(Tree *scalar);

/* One line of text as YAML has it in quotes, those that need the least escaping. */
Str yaml_quote(Str text, Arena *arena);
