/* tests/markup/support.h - Markdown in, what a renderer makes of it out. */
#pragma once

#include "markup/gfm.h"
#include "markup/html.h"
#include "tests/support.h"

static inline Document parse_with(Scratch *scratch, const char *markdown, GfmOptions options)
{
    static bool initialised; /* by the first test */
    Document document;

    if (!initialised)
        gfm_init();
    initialised = true;
    gfm_parse(&document, str_from(markdown), NULL, &options, &scratch->arena);
    return document;
}

static inline Document parse(Scratch *scratch, const char *markdown)
{
    return parse_with(scratch, markdown, (GfmOptions){ 0 });
}

static inline Str html_of(Scratch *scratch, const Document *document)
{
    Buf html = { .arena = &scratch->arena };

    render_html(&html, document, &(HtmlOptions){ 0 });
    return buf_str(&html);
}

static inline void expect_html_at(Scratch *scratch, const char *markdown, GfmOptions options, const char *expected,
                                  const char *file, int line)
{
    Document document = parse_with(scratch, markdown, options);
    assert_str_at(html_of(scratch, &document), expected, file, line);
}

/* The HTML of Markdown read with these options of GfmOptions. */
#define expect_html(scratch, markdown, expected, ...)                                                                  \
    expect_html_at(scratch, markdown, (GfmOptions){ __VA_ARGS__ }, expected, __FILE__, __LINE__)

/* `text`, `count` times. */
static inline const char *repeated(Scratch *scratch, const char *text, int count)
{
    Buf out = { .arena = &scratch->arena };

    for (int i = 0; i < count; i++)
        buf_put_cstr(&out, text);
    return arena_cstr(&scratch->arena, buf_str(&out));
}

static inline const char *joined(Scratch *scratch, const char *a, const char *b)
{
    return arena_join(&scratch->arena, str_from(a), str_from(b), (Str){ 0 }).data;
}
