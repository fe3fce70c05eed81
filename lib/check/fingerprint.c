/* lib/check/fingerprint.c */
#include "check/fingerprint.h"

#include "base/map.h"
#include "base/buf.h"
#include "text/sha256.h"

/* Of a line that no author writes, what stands round the fault. */
enum { LINE_BYTES = 4096, ROUND_FAULT = 200 };

static Str line_at_fault(const Diag *diag)
{
    const Source *source = diag->span.source;
    if (source == NULL)
        return diag->message;
    uint32_t number = source_line_number(source, diag->span.start);
    Str line = source_line(source, number);
    size_t at = diag->span.start - source->line_starts[number - 1];
    if (line.len > LINE_BYTES)
        line = str_slice(line, at < ROUND_FAULT ? 0 : at - ROUND_FAULT, at + ROUND_FAULT);
    return str_trim(line);
}

const Str *fingerprints_make(const Diags *diags, Arena *arena)
{
    Arena scratch = { 0 };
    Map seen = { .arena = &scratch };
    Str *prints = ARENA_ARRAY(arena, Str, diags->len);

    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        Buf key = { .arena = &scratch };
        buf_put_cstr(&key, diag->rule);
        buf_put_char(&key, '\n');
        buf_put(&key, diag_path(diag));
        buf_put_char(&key, '\n');
        buf_put(&key, line_at_fault(diag));
        void **count = map_at(&seen, buf_str(&key));
        uintptr_t before = (uintptr_t)*count;
        *count = (void *)(before + 1); /* a number, kept where the map has room for a pointer */
        buf_put_char(&key, '\n');
        buf_put_int(&key, (int64_t)before);
        prints[i] = sha256_hex(buf_str(&key), arena);
    }
    arena_free(&scratch);
    return prints;
}
