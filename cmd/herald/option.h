/* cmd/herald/option.h - reads a command line by tables of options. */
#pragma once

#include "command.h"

/* A table, and the argument struct that it fills. */
typedef struct OptionSet {
    const Option *options; /* ends in OPTION_END */
    void *args;
} OptionSet;

typedef enum OptionOrder {
    OPTIONS_ANYWHERE,        /* options and operands may mix */
    OPTIONS_BEFORE_OPERANDS, /* the first operand and all behind it are left alone */
} OptionOrder;

/* Reads `words`: `--name`, `--name=value`, `--name value`, `-n`, `-nvalue`, `-n value`, and `-ab` for two flags. Names
 * are not abbreviated; `--` ends the options; `-` alone is an operand. The first set that has an option is filled; of
 * an option given twice the last value counts, but a list takes all. What is no option becomes an operand. Values live
 * as long as `words` and `arena`. False: `*fault` says what is wrong, in words for the user. */
bool options_read(StrList *operands, Str *fault, const OptionSet *sets, size_t set_count, OptionOrder order,
                  StrList words, Arena *arena);

/* Puts one item more behind a list made by this function. */
void list_push(StrList *list, Str item, Arena *arena);

/* The candidate that `word` may be a slip of; "" when none is near. */
Str nearest_word(Str word, StrList candidates);
