/* cmd/herald/command.h - a command is one value: main.c lists it; parsing, usage, help and manual page come from it. */
#pragma once

#include <stdio.h>

#include "base/diag.h"
#include "base/parallel.h"

enum {
    EXIT_CLEAN = 0,
    EXIT_CONTENT = 1, /* the content is at fault */
    EXIT_USAGE = 2,
    EXIT_WORLD = 3,     /* disk, network, memory */
    EXIT_DEFERRED = 75, /* some mail is left for later */
};

/* What a command may know of the world. */
typedef struct Env {
    FILE *out; /* results; findings are check's result */
    FILE *err; /* all else */
    bool out_is_terminal, err_is_terminal;
    bool color;     /* on `out`: a terminal, and NO_COLOR is not set */
    bool err_color; /* on `err` */
    int columns;    /* of the terminal, or 80 */

    /* options that every command has */
    Str site;           /* -C SITE; "" when not given */
    StrList configs;    /* --config A,B: later ones win */
    int64_t now_unix_s; /* --now, or the clock's */
    int jobs;           /* --jobs, or the number of cores */
    bool quiet;
    Progress *progress;
    struct ProgressLine *progress_line; /* what shows it; NULL where nothing does */
} Env;

typedef enum OptionKind {
    OPTION_FLAG,   /* bool */
    OPTION_STRING, /* Str */
    OPTION_LIST,   /* StrList: may be given more than once */
    OPTION_CHOICE, /* int: index into `choices` */
    OPTION_NUMBER, /* int, from 1; 0 when not given */
} OptionKind;

typedef struct Option {
    char letter;      /* 0: none */
    const char *name; /* without the two hyphens */
    OptionKind kind;
    size_t offset;              /* into the command's argument struct */
    const char *value;          /* what stands for its value in the usage: "FORMAT"; NULL shows the choices */
    const char *help;           /* one line */
    const char *const *choices; /* of OPTION_CHOICE; ends in NULL */
} Option;
/* clang-format off */
#define OPTION_END { 0, NULL, OPTION_FLAG, 0, NULL, NULL, NULL } /* the formatter takes the braces for a block */
/* clang-format on */

typedef struct Command {
    const char *name;
    const char *operands;    /* "[PATH...]", or "" */
    const char *summary;     /* one line */
    const char *description; /* paragraphs for the manual page and --help, an empty line between them; lines that begin
                                with two spaces are examples and stay as they are */
    const Option *options;
    size_t args_size;                                               /* of the argument struct, which starts as zeros */
    int (*run)(const Env *env, const void *args, StrList operands); /* returns the exit status */
} Command;

extern const Command cmd_build, cmd_check, cmd_digest, cmd_explain, cmd_feed, cmd_fix, cmd_liquid, cmd_lsp,
    cmd_markdown, cmd_preview, cmd_rules, cmd_show;

/* Writes the text; main finds out whether it arrived. */
void print_text(FILE *stream, Str text);

/* All of standard input. */
Str read_stdin(Arena *arena);

/* Says what is wrong with the call, and returns EXIT_USAGE. */
int usage_error(const Env *env, const char *command, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Sorts and prints them for people on `stream` (`env->out` or `env->err`), first taking the progress line away. */
void print_diags(const Env *env, FILE *stream, Diags *diags);

/* The exit status that they call for: EXIT_WORLD before EXIT_CONTENT before EXIT_CLEAN. */
int diags_status(const Diags *diags);
