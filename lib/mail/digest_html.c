/* lib/mail/digest_html.c */
#include "mail/digest_html.h"

#include <stdlib.h>

#include "mail/adapt.h"
#include "mail/html.h"
#include "mail/style.h"
#include "text/html.h"

/* herald's own words are English, whatever the posts are in. */
static const char *own_language(const Digest *digest)
{
    return str_starts_with(digest->language, STR("en")) ? "" : " lang=\"en\" dir=\"ltr\"";
}

static const char *side_of(Str direction)
{
    return str_eq(direction, STR("rtl")) ? "text-align:right;" : "text-align:left;";
}

static void put_element(Buf *out, const char *name, MailStyle style, Str text)
{
    if (text.len == 0)
        return;
    buf_put_format(out, "<%s", name);
    style_put(out, style, STR(""));
    buf_put_char(out, '>');
    html_put_text(out, text);
    buf_put_format(out, "</%s>\n", name);
}

/* A link, or where mail may have none its words and its address. */
static void put_link(Buf *out, Str url, MailStyle style, const char *format, Str part)
{
    bool linked = adapt_url_is_linkable(url);

    if (linked) {
        buf_put(out, STR("<a href=\""));
        html_put_url(out, url);
        buf_put_char(out, '"');
        style_put(out, style, STR(""));
        buf_put_char(out, '>');
    }
    size_t at = str_find(str_from(format), STR("%"), 0);
    html_put_text(out, str_slice(str_from(format), 0, at));
    html_put_text(out, part);
    html_put_text(out, str_from_offset(str_from(format), at + 1));
    if (linked) {
        buf_put(out, STR("</a>"));
    } else if (url.len > 0) {
        buf_put(out, STR(" ("));
        html_put_text(out, url);
        buf_put_char(out, ')');
    }
}

static void put_section_start(Buf *out, Str direction)
{
    buf_put(out, STR("<tr><td"));
    style_put(out, STYLE_SECTION, str_from(side_of(direction)));
    buf_put(out, STR(">\n"));
}

static const Str section_end = STR_INIT("</td></tr>\n");

/* --- a post --- */

/* A post in a language other than the digest's says so. */
static void put_post_start(Buf *out, const Digest *digest, const DigestItem *item)
{
    put_section_start(out, item->direction);
    if (str_eq(item->language, digest->language))
        return;
    buf_put(out, STR("<div lang=\""));
    html_put_attribute(out, item->language);
    buf_put_format(out, "\" dir=\"" STR_FMT "\">\n", STR_ARG(item->direction));
}

static const Document *document_of(const DigestItem *item)
{
    const Document *document = item->depth == DIGEST_FULL ? &item->full : &item->excerpt;

    return item->depth != DIGEST_TITLE && document->root != NULL ? document : NULL;
}

static Str render_item(const Digest *digest, const DigestItem *item, Arena *arena)
{
    Buf out = { .arena = arena };
    const Document *document = document_of(item);

    put_post_start(&out, digest, item);
    buf_put(&out, STR("<h2"));
    style_put(&out, STYLE_POST_TITLE, STR(""));
    buf_put_char(&out, '>');
    put_link(&out, adapt_url_is_linkable(item->url) ? item->url : STR(""), STYLE_POST_LINK, "%", item->title);
    buf_put(&out, STR("</h2>\n"));
    put_element(&out, "p", STYLE_SUBTITLE, item->subtitle);
    put_element(&out, "p", STYLE_MUTED, item->byline);
    if (document != NULL)
        mail_put_html(&out, document);
    buf_put(&out, STR("<p"));
    style_put(&out, STYLE_PARAGRAPH, STR(""));
    buf_put_char(&out, '>');
    put_link(&out, item->url, STYLE_LINK, "Read \xe2\x80\x9c%\xe2\x80\x9d on the web", item->title);
    buf_put(&out, STR("</p>\n"));
    if (!str_eq(item->language, digest->language))
        buf_put(&out, STR("</div>\n"));
    buf_put(&out, section_end);
    return buf_str(&out);
}

/* --- the frame --- */

static void put_head(Buf *out, const Digest *digest)
{
    buf_put(out, STR("<!DOCTYPE html>\n<html lang=\""));
    html_put_attribute(out, digest->language);
    buf_put_format(out, "\" dir=\"" STR_FMT "\">\n<head>\n", STR_ARG(digest->direction));
    buf_put(out, STR("<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"));
    buf_put(out, STR("<title>"));
    html_put_text(out, digest->subject);
    buf_put(out, STR("</title>\n<style>\n"));
    buf_put(out, style_sheet);
    buf_put(out, STR("</style>\n</head>\n"));
}

static void put_table_start(Buf *out, MailStyle style, const char *width)
{
    buf_put_format(out, "<table role=\"presentation\" width=\"%s\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"",
                   width);
    style_put(out, style, STR(""));
    buf_put(out, STR(">\n"));
}

static void put_body_start(Buf *out, const Digest *digest)
{
    buf_put(out, STR("<body"));
    style_put(out, STYLE_PAGE, STR(""));
    buf_put(out, STR(">\n"));
    put_element(out, "div", STYLE_PREHEADER, digest->preheader);
    put_table_start(out, STYLE_PAGE, "100%");
    buf_put(out, STR("<tr><td align=\"center\""));
    style_put(out, STYLE_MARGIN, STR(""));
    buf_put(out, STR(">\n"));
    put_table_start(out, STYLE_COLUMN, "600");
    put_section_start(out, digest->direction);
    put_element(out, "h1", STYLE_TITLE, digest->title);
    put_element(out, "p", STYLE_MUTED, digest->summary);
    if (digest->intro.root != NULL)
        mail_put_html(out, &digest->intro);
    buf_put(out, section_end);
}

static void put_left_out(Buf *out, const Digest *digest)
{
    size_t left = digest->item_count - digest->shown_count;

    if (left == 0)
        return;
    put_section_start(out, digest->direction);
    put_element(out, "p", STYLE_PARAGRAPH, arena_format(out->arena, "And %zu more on the web.", left));
    buf_put(out, section_end);
}

static void put_footer(Buf *out, const Digest *digest)
{
    const MailSettings *settings = &digest->settings;

    buf_put_format(out, "<tr><td%s", own_language(digest));
    style_put(out, STYLE_FOOTER, str_from(side_of(*own_language(digest) == '\0' ? digest->direction : STR("ltr"))));
    buf_put(out, STR(">\n"));
    put_element(
        out, "p", STYLE_MUTED,
        arena_format(out->arena, "You get this mail because you subscribed to " STR_FMT ".", STR_ARG(digest->title)));
    buf_put(out, STR("<p"));
    style_put(out, STYLE_MUTED, STR(""));
    buf_put_char(out, '>');
    put_link(out, digest->site_url, STYLE_LINK, "All news of %", digest->site_title);
    buf_put(out, STR("</p>\n"));
    if (settings->unsubscribe.len > 0) {
        buf_put(out, STR("<p"));
        style_put(out, STYLE_MUTED, STR(""));
        buf_put_char(out, '>');
        put_link(out, settings->unsubscribe, STYLE_LINK, "Unsubscribe from %", digest->title);
        buf_put(out, STR("</p>\n"));
    }
    put_element(out, "p", STYLE_MUTED, settings->postal_address);
    buf_put(out, section_end);
}

static Str put_page(const Digest *digest, Arena *arena)
{
    Buf out = { .arena = arena };

    put_head(&out, digest);
    put_body_start(&out, digest);
    for (size_t i = 0; i < digest->shown_count; i++)
        buf_put(&out, digest->items[i].html);
    put_left_out(&out, digest);
    put_footer(&out, digest);
    buf_put(&out, STR("</table>\n</td></tr></table>\n</body>\n</html>\n"));
    return buf_str(&out);
}

/* --- the limit --- */

typedef struct Sized {
    size_t size, index;
} Sized;

/* Longest first; of two the same, the later. */
static int compare_sizes(const void *a, const void *b)
{
    const Sized *left = a;
    const Sized *right = b;

    if (left->size != right->size)
        return left->size < right->size ? 1 : -1;
    return left->index < right->index ? 1 : -1;
}

/* Takes the longest posts of a depth one step down until all fits; `*total` is the size of the page. */
static void cut(Digest *digest, size_t *total, DigestDepth depth, Arena *arena)
{
    Sized *sized = ARENA_ARRAY(arena, Sized, digest->item_count);
    size_t count = 0;

    for (size_t i = 0; i < digest->item_count; i++) {
        if (digest->items[i].depth == depth)
            sized[count++] = (Sized){ digest->items[i].html.len, i };
    }
    qsort(sized, count, sizeof(*sized), compare_sizes);
    for (size_t i = 0; i<count && * total> DIGEST_HTML_MAX; i++) {
        DigestItem *item = &digest->items[sized[i].index];
        size_t before = item->html.len;
        item->depth = (DigestDepth)(depth - 1);
        item->html = render_item(digest, item, arena);
        *total = *total - before + item->html.len;
    }
}

Str digest_html(Digest *digest, Arena *arena)
{
    digest->shown_count = 0;
    size_t total = put_page(digest, arena).len; /* with the note on posts left out: a little more than needed */
    for (size_t i = 0; i < digest->item_count; i++) {
        digest->items[i].html = render_item(digest, &digest->items[i], arena);
        total += digest->items[i].html.len;
    }
    digest->shown_count = digest->item_count;
    cut(digest, &total, DIGEST_FULL, arena);
    cut(digest, &total, DIGEST_EXCERPT, arena);
    while (total > DIGEST_HTML_MAX && digest->shown_count > 0)
        total -= digest->items[--digest->shown_count].html.len;
    return put_page(digest, arena);
}
