/* tests/fuzz/highlight_fuzz.c - code in any language comes out whole: without its tags and escapes it is what went in.
 * The first line names the language. */
#include <stdlib.h>

#include "markup/highlight.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_bare(Buf *out, Str html)
{
    static const struct Escape {
        Str escape;
        char c;
    } escapes[] = { { STR_INIT("&amp;"), '&' }, { STR_INIT("&lt;"), '<' }, { STR_INIT("&gt;"), '>' } };

    for (size_t i = 0; i < html.len; i++) {
        char c = html.data[i];
        if (c == '<')
            i = str_find_char(html, '>', i);
        else if (c != '&')
            buf_put_char(out, c);
        for (size_t k = 0; c == '&' && k < sizeof(escapes) / sizeof(escapes[0]); k++) {
            if (!str_starts_with(str_from_offset(html, i), escapes[k].escape))
                continue;
            buf_put_char(out, escapes[k].c);
            i += escapes[k].escape.len - 1;
            break;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    Buf html = { .arena = &arena };
    Buf bare = { .arena = &arena };
    Str code = { (const char *)data, size };
    Str language;

    if (str_split(&language, &code, '\n') && highlight_put(&html, language, code)) {
        put_bare(&bare, buf_str(&html));
        if (!str_eq(buf_str(&bare), code))
            abort();
    }
    arena_free(&arena);
    return 0;
}
