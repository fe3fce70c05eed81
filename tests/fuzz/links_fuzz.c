/* tests/fuzz/links_fuzz.c - whatever the cache of links holds, what is written of it is read as the same; and the
 * places of any page can be looked for. */
#include <stdlib.h>

#include "check/external.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Str rewrite(Str text, Arena *arena)
{
    ExternalLinks links = { .arena = arena, .now_s = 1768046400 };
    Buf out = { .arena = arena };

    links.by_url.arena = arena;
    if (!external_cache_read(&links.known, text, arena))
        return (Str){ NULL, 0 };
    external_cache_put(&out, &links);
    return buf_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    Str text = { (const char *)data, size };
    Str once = rewrite(text, &arena);

    if (once.len > 0 && !str_eq(rewrite(once, &arena), once))
        abort();
    size_t line = str_find_char(text, '\n', 0);
    if (line != STR_NONE && line > 0)
        external_page_has(str_from_offset(text, line), str_slice(text, 0, line));
    arena_free(&arena);
    return 0;
}
