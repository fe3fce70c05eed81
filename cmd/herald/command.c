/* cmd/herald/command.c - what every command says in the same way. */
#include "command.h"

#include <stdarg.h>

#include "base/buf.h"
#include "check/report.h"
#include "progress.h"

void print_text(FILE *stream, Str text)
{
    if (text.len > 0)
        fwrite(text.data, 1, text.len, stream);
}

Str read_stdin(Arena *arena)
{
    Buf buf = { .arena = arena };

    for (size_t got = 1; got > 0;) {
        buf_reserve(&buf, 1 << 16);
        got = fread(buf.data + buf.len, 1, 1 << 16, stdin);
        buf.len += got;
    }
    return buf_str(&buf);
}

int usage_error(const Env *env, const char *command, const char *format, ...)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    va_list args;
    char message[1024];

    va_start(args, format);
    vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    report_put_safe(&out, str_from(message));
    progress_hide(env->progress_line);
    fprintf(env->err, "herald%s%s: " STR_FMT "\n", command == NULL ? "" : " ", command == NULL ? "" : command,
            STR_ARG(buf_str(&out)));
    fprintf(env->err, "\"herald help%s%s\" says how it is used.\n", command == NULL ? "" : " ",
            command == NULL ? "" : command);
    arena_free(&arena);
    return EXIT_USAGE;
}

void print_diags(const Env *env, FILE *stream, Diags *diags)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    ReportStyle style = { .columns = env->columns, .color = stream == env->err ? env->err_color : env->color };

    diags_sort(diags);
    report_put_text(&out, diags, &style);
    progress_hide(env->progress_line);
    print_text(stream, buf_str(&out));
    arena_free(&arena);
}

int diags_status(const Diags *diags)
{
    if (diags->world > 0)
        return EXIT_WORLD;
    return diags->errors > 0 ? EXIT_CONTENT : EXIT_CLEAN;
}
