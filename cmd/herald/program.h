/* cmd/herald/program.h - what main, help and manual know of the whole program. */
#pragma once

#include "base/buf.h"
#include "command.h"

/* What the options of every command fill. */
typedef struct CommonArgs {
    Str site;
    StrList configs;
    Str now;
    int jobs;
    bool quiet, help, version;
} CommonArgs;

extern const Option common_options[];
extern const Command *const commands[]; /* by name; ends in NULL */

extern const char program_summary[];     /* one line */
extern const char program_description[]; /* as a command's */

const Command *command_find(Str name); /* NULL when there is none */
StrList command_names(Arena *arena);

/* The paragraphs of a description, one a call: false after the last. Of an example every line begins with a blank. */
bool next_paragraph(Str *paragraph, bool *is_example, Str *rest);

/* The placeholder of an option's value: "FORMAT", or "text|jsonl"; "" for a flag. */
Str option_value(const Option *option, Arena *arena);

/* Help for the terminal, at most 80 columns wide; `command` NULL: for the whole program. */
void help_put(Buf *out, const Command *command);

/* A manual page in mdoc, for section 1; `command` NULL: herald(1). */
void manual_put(Buf *out, const Command *command);

extern const Command cmd_help;
