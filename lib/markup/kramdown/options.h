/* lib/markup/kramdown/options.h - how a table of options is read. Internal to options*.c. */
#pragma once

#include "markup/kramdown.h"

typedef struct Option Option;

/* One value that is being read. */
typedef struct Reading {
    const Option *option;
    void *field;
    KramdownOptions *options;
    Located name;
    const Tree *value;
    bool is_inline; /* of `{::options}` */
    Arena *arena;
    Diags *diags;
} Reading;

typedef bool OptionReader(const Reading *reading); /* false: the option cannot take that */

/* When an option may be set. */
typedef enum OptionTime { OPTION_ANYWHERE, OPTION_BEFORE } OptionTime;

struct Option {
    const char *name;
    OptionReader *read;
    size_t field;
    const char *takes;
    OptionTime time;
};

OptionReader option_read_on, option_read_off, option_read_number, option_read_text, option_read_nothing;
OptionReader option_read_code; /* options_code.c: syntax_highlighter_opts */

/* Reads `value` by its row of the table (which ends with a row without a name) into the struct at `base`; complains of
 * a wrong value; false when no row has that name. */
bool option_read(const Option *table, Reading reading, void *base);

Str option_word(const Tree *value);             /* a scalar's text without a leading colon; "" for none */
const Tree *option_map(const Reading *reading); /* the value, or what is written in its text; NULL */
void option_warn(const Reading *reading, const char *format, ...) __attribute__((format(printf, 2, 3)));
