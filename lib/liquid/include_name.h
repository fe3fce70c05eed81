/* lib/liquid/include_name.h - which files an include may name, and how Jekyll parts name and parameters. Internal to
 * lib/liquid. */
#pragma once

#include "liquid/parser.h"

/* `name=value` of an include. */
typedef struct Parameter {
    Str name;
    Span span;           /* of the name */
    LiquidValue literal; /* of a quoted value */
    const Expr *value;   /* of a variable */
} Parameter;

typedef VEC(Parameter) Parameters;

/* The end of the file name at the start of `markup`; one with `{{ }}` in it may hold blanks there. */
size_t include_name_end(bool *computed, Str markup);

bool include_read_parameters(Parameters *out, Parser *parser, Located markup);

typedef enum IncludeName { INCLUDE_NAME_GOOD, INCLUDE_NAME_OUTSIDE, INCLUDE_NAME_BAD } IncludeName;
IncludeName include_check_name(Str name);
