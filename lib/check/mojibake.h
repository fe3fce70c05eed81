/* lib/check/mojibake.h - text that was saved as UTF-8, read as something else, and saved again: "â€™" for "’". */
#pragma once

#include "base/arena.h"
#include "base/str.h"

typedef struct Mojibake {
    size_t end;      /* behind the last character of it */
    Str right;       /* what the author meant; only where `is_known` */
    bool is_known;   /* false: what stood there cannot be told any more */
    const char *how; /* "" or what is known of how it came about */
} Mojibake;

/* Whether such a text begins at `at`, where a character that is not ASCII begins. Only what cannot be meant is taken
 * for it: a capital letter before a mark of quotation is none. */
bool mojibake_at(Mojibake *out, Str text, size_t at, Arena *arena);
