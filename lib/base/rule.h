/* lib/base/rule.h - the catalogue of rules: the names and codes that diagnostics go by. They are part of herald's
 * interface and never change their meaning. */
#pragma once

#include "base/diag.h"

typedef struct Rule {
    const char *code;    /* as "DT303" */
    const char *name;    /* as "date-noncanonical" */
    const char *summary; /* one line for people who never saw it */
} Rule;

const Rule *rule_find(Str name_or_code); /* NULL when there is none */
const Rule *rule_at(size_t i);           /* in order of codes; NULL past the last */
