/* lib/post/field.h - plain text out of the values of front matter. */
#pragma once

#include "text/tree.h"

/* The text of a scalar on one line: white space and line ends folded to one space, none at its ends. Control characters
 * are left out with one error (control-char). */
Located field_text(const Tree *scalar, Arena *arena, Diags *diags);

/* The same of the value of `key`; "" when it is absent, null, a list or a mapping. */
Str field_get(const Tree *map, Str key, Arena *arena, Diags *diags);

/* What a person means by a switch: `true`, `yes`, `on` in any case, quoted or not. Absent and null are `otherwise`, and
 * so is what is neither. */
bool field_switch(const Tree *map, Str key, bool otherwise);

/* A list of texts, or one text alone; what is neither text nor number is left out. */
StrList field_list(const Tree *map, Str key, Arena *arena, Diags *diags);
