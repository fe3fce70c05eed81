/* lib/base/diag.h - what is wrong, where, and what to write instead. */
#pragma once

#include "base/source.h"
#include "base/vec.h"

typedef enum Severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum DiagKind {
    DIAG_CONTENT, /* the author can mend it: exit status 1 when it is an error */
    DIAG_STOP,    /* and no sound post is left: `build` stops (DESIGN promise 1) */
    DIAG_WORLD,   /* the world failed (disk, network): exit status 3 */
} DiagKind;

/* An edit that mends the fault. A safe one never changes what the author meant. */
typedef struct Fix {
    Span span;
    Str replacement;
    bool safe;
} Fix;

typedef struct Diag {
    Severity severity;
    DiagKind kind;
    const char *rule; /* a name of the catalogue in check/rule.h */
    Span span;
    Str path; /* without a source the file or folder it is about; with one, the file from whose faults this follows */
    Str message;
    Str hint; /* what to write instead; may be empty */
    Fix fix;  /* `fix.span.source` is NULL when there is none */
} Diag;

/* Diags of one subject in the order they were found. Everything in it lives in `arena`. */
typedef struct Diags {
    Arena *arena;
    Diag *items;
    size_t len, cap;
    size_t errors; /* of severity error, whatever the kind */
    size_t stops;  /* of kind DIAG_STOP */
    size_t world;  /* of kind DIAG_WORLD */
} Diags;

/* Each adds one diagnostic and returns false, so that a reader can `return diag_error(...)`. The message is one line,
 * begins in lower case, has no full stop, and says what was expected where that helps. `rule` is a string literal. */
bool diag_error(Diags *diags, const char *rule, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool diag_stop(Diags *diags, const char *rule, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool diag_warning(Diags *diags, const char *rule, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool diag_info(Diags *diags, const char *rule, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The world failed at `path`: says what and why (`errno` as text when `error_number` is not 0). */
bool diag_world(Diags *diags, Str path, int error_number, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Both speak of the diagnostic added last. */
void diag_hint(Diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));
void diag_fix(Diags *diags, Span span, Str replacement, bool safe);

void diags_append(Diags *diags, const Diags *more); /* texts are not copied: `more`'s arena must live on */
void diags_sort(Diags *diags);                      /* by path, then place, then rule and message: a complete order */
Str diag_path(const Diag *diag);                    /* the file it is about, "" for none */
