/* lib/base/diag.c */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Str format_text(Arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

static Str format_text(Arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    size_t size = (size_t)(len < 0 ? 0 : len);
    char *text = arena_alloc(arena, size + 1);
    vsnprintf(text, size + 1, format, again);
    va_end(again);
    return (Str){ text, size };
}

static void add(Diags *diags, Diag diag)
{
    vec_push(diags->arena, diags, diag);
    diags->errors += diag.severity == SEVERITY_ERROR;
    diags->stops += diag.kind == DIAG_STOP;
    diags->world += diag.kind == DIAG_WORLD;
}

#define ADD_FORMATTED(severity_, kind_)                                                                                \
    do {                                                                                                               \
        va_list args;                                                                                                  \
        va_start(args, format);                                                                                        \
        Str message = format_text(diags->arena, format, args);                                                         \
        va_end(args);                                                                                                  \
        add(diags,                                                                                                     \
            (Diag){ .severity = (severity_), .kind = (kind_), .rule = rule, .span = span, .message = message });       \
        return false;                                                                                                  \
    } while (0)

bool diag_error(Diags *diags, const char *rule, Span span, const char *format, ...)
{
    ADD_FORMATTED(SEVERITY_ERROR, DIAG_CONTENT);
}

bool diag_stop(Diags *diags, const char *rule, Span span, const char *format, ...)
{
    ADD_FORMATTED(SEVERITY_ERROR, DIAG_STOP);
}

bool diag_warning(Diags *diags, const char *rule, Span span, const char *format, ...)
{
    ADD_FORMATTED(SEVERITY_WARNING, DIAG_CONTENT);
}

bool diag_info(Diags *diags, const char *rule, Span span, const char *format, ...)
{
    ADD_FORMATTED(SEVERITY_INFO, DIAG_CONTENT);
}

bool diag_world(Diags *diags, Str path, int error_number, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str message = format_text(diags->arena, format, args);
    va_end(args);
    if (error_number != 0) {
        char room[128];
        const char *reason = strerror_r(error_number, room, sizeof(room)); /* glibc's, which is safe for threads */
        message = arena_join(diags->arena, message, STR(": "), str_from(reason));
    }
    add(diags, (Diag){ .severity = SEVERITY_ERROR,
                       .kind = DIAG_WORLD,
                       .rule = "world-failed",
                       .path = arena_copy(diags->arena, path),
                       .message = message });
    return false;
}

void diag_hint(Diags *diags, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diags->items[diags->len - 1].hint = format_text(diags->arena, format, args);
    va_end(args);
}

void diag_fix(Diags *diags, Span span, Str replacement, bool safe)
{
    diags->items[diags->len - 1].fix = (Fix){ span, arena_copy(diags->arena, replacement), safe };
}

void diags_append(Diags *diags, const Diags *more)
{
    for (size_t i = 0; i < more->len; i++)
        add(diags, more->items[i]);
}

Str diag_path(const Diag *diag)
{
    return diag->span.source != NULL ? diag->span.source->path : diag->path;
}

static int compare(const void *left, const void *right)
{
    const Diag *a = left;
    const Diag *b = right;
    int order = str_cmp(diag_path(a), diag_path(b));
    if (order == 0)
        order = span_cmp(a->span, b->span);
    if (order == 0)
        order = strcmp(a->rule, b->rule);
    return order != 0 ? order : str_cmp(a->message, b->message);
}

void diags_sort(Diags *diags)
{
    if (diags->len > 1)
        qsort(diags->items, diags->len, sizeof(Diag), compare);
}
