/* tests/markup/kramdown_support.h - Markdown as kramdown reads it in, HTML out. */
#pragma once

#include "markup/html.h"
#include "markup/kramdown.h"
#include "tests/support.h"

static inline Document parse_kramdown(Scratch *scratch, const char *markdown, KramdownOptions options)
{
    Document document;

    kramdown_parse(&document, str_from(markdown), NULL, &options, &scratch->arena);
    return document;
}

static inline void expect_kramdown_at(Scratch *scratch, const char *markdown, const char *expected,
                                      KramdownOptions options, const char *file, int line)
{
    Document document = parse_kramdown(scratch, markdown, options);
    Buf html = { .arena = &scratch->arena };

    render_html(&html, &document, &(HtmlOptions){ 0 });
    assert_str_at(buf_str(&html), expected, file, line);
}

#define expect_kramdown(scratch, markdown, expected)                                                                   \
    expect_kramdown_at(scratch, markdown, expected, (KramdownOptions){ 0 }, __FILE__, __LINE__)

/* With these options of KramdownOptions. */
#define expect_kramdown_with(scratch, markdown, expected, ...)                                                         \
    expect_kramdown_at(scratch, markdown, expected, (KramdownOptions){ __VA_ARGS__ }, __FILE__, __LINE__)
