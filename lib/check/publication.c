/* lib/check/publication.c */
#include "check/publication.h"

#include "base/file.h"
#include "check/report_parts.h"

static const char *const kinds[] = {
    [PUBLICATION_NEW] = "new",
    [PUBLICATION_CHANGED] = "changed",
    [PUBLICATION_GONE] = "no longer published",
};

/* The lines about one post: a name, and one or more texts. */
enum { MAX_ROWS = 9 };
typedef struct Row {
    const char *name;
    StrList texts;
} Row;

static StrList one(const Str *text)
{
    return (StrList){ text, text->len > 0 ? 1 : 0 };
}

/* Those that have a text; how many there are. */
static size_t make_rows(Row out[MAX_ROWS], const Publication *p)
{
    const Row all[MAX_ROWS] = {
        { "page", one(&p->url) },        { "not yet", one(&p->held) },
        { "title", one(&p->title) },     { "date", one(&p->date) },
        { "authors", one(&p->authors) }, { "tags", one(&p->tags) },
        { "feed id", one(&p->id) },      { "feed", p->feeds },
        { "digest", p->digests },
    };
    size_t count = 0;

    for (size_t i = 0; i < MAX_ROWS; i++) {
        if (all[i].texts.len > 0)
            out[count++] = all[i];
    }
    return count;
}

void publications_put_text(Buf *out, const Publications *publications)
{
    Row rows[MAX_ROWS];

    if (publications->len > 0)
        buf_put_cstr(out, "What is published by this change:\n");
    for (size_t i = 0; i < publications->len; i++) {
        const Publication *p = &publications->items[i];
        buf_put_cstr(out, "  ");
        report_put_safe(out, p->path);
        buf_put_format(out, " (%s)\n", kinds[p->kind]);
        size_t count = make_rows(rows, p);
        for (size_t r = 0; r < count; r++) {
            for (size_t t = 0; t < rows[r].texts.len; t++) {
                buf_put_format(out, "    %-8s ", rows[r].name);
                report_put_safe(out, rows[r].texts.items[t]);
                buf_put_char(out, '\n');
            }
        }
    }
}

static void put_markdown(Buf *out, const Publication *p, Str prefix)
{
    Arena scratch = { 0 };
    Row rows[MAX_ROWS];
    size_t count = make_rows(rows, p);

    buf_put_cstr(out, "\n**");
    report_put_markdown_text(out, path_join(&scratch, prefix, p->path));
    buf_put_format(out, "** (%s)\n\n", kinds[p->kind]);
    for (size_t r = 0; r < count; r++) {
        for (size_t t = 0; t < rows[r].texts.len; t++) {
            buf_put_format(out, "- %s: ", rows[r].name);
            report_put_markdown_text(out, rows[r].texts.items[t]);
            buf_put_char(out, '\n');
        }
    }
    arena_free(&scratch);
}

void publications_put_markdown(Buf *out, const Publications *publications, Str prefix, size_t limit)
{
    size_t i = 0;

    if (publications->len > 0)
        buf_put_cstr(out, "\n### What is published\n");
    for (; i < publications->len; i++) {
        size_t before = out->len;
        put_markdown(out, &publications->items[i], prefix);
        if (out->len > limit) {
            out->len = before;
            break;
        }
    }
    if (i < publications->len)
        buf_put_format(out, "\nand %zu posts more\n", publications->len - i);
}
