/* cmd/herald/external.h - asks other sites whether they have what posts link to. For `herald check --external`. */
#pragma once

#include "check/check.h"
#include "command.h"

typedef struct External {
    const Env *env;
    Site *site;
    const Changes *changes; /* NULL, or only links on lines that were touched are asked for */
    bool allow_private;     /* ask within private networks too */
    Str cache;              /* the file that remembers answers */
} External;

/* The `look` of a CheckFurther, whose context is an External. What the world refuses is told in the site's diagnostics;
 * how much was asked, on standard error. */
void external_look(void *context, const Overview *overview, const CheckSettings *settings);
