/* lib/mail/digest_html.c */
#include "mail/digest_html.h"

#include <stdlib.h>

#include "mail/adapt.h"
#include "mail/html.h"
#include "mail/style.h"
#include "text/html.h"

/* A run of text in a language of its own. */
typedef struct Voice {
    Str language, direction;
} Voice;

/* herald's own words are English, whatever the posts are in. */
static const Voice own = { STR_INIT("en"), STR_INIT("ltr") };

static Voice voice_of(const DigestItem *item)
{
    return (Voice){ item->language, item->direction };
}

static Voice page_voice(const Digest *digest)
{
    return (Voice){ digest->language, digest->direction };
}

static Str side_of(Str direction)
{
    return str_eq(direction, STR("rtl")) ? STR("text-align:right;") : STR("text-align:left;");
}

/* "en" is said well enough by a page in "en-GB". */
static bool is_said(const Digest *digest, Str language)
{
    int next = str_at(digest->language, language.len);

    return str_starts_with(digest->language, language) && (next == STR_END || next == '-');
}

/* `lang` and `dir` where they are not those of the page. */
static void put_voice(Buf *out, const Digest *digest, Voice voice)
{
    if (is_said(digest, voice.language))
        return;
    buf_put(out, STR(" lang=\""));
    html_put_attribute(out, voice.language);
    buf_put_format(out, "\" dir=\"" STR_FMT "\"", STR_ARG(voice.direction));
}

static void put_start(Buf *out, const Digest *digest, const char *name, MailStyle style, Voice voice)
{
    buf_put_format(out, "<%s", name);
    put_voice(out, digest, voice);
    style_put(out, style, str_eq(voice.direction, digest->direction) ? STR("") : side_of(voice.direction));
    buf_put_char(out, '>');
}

static void put_element(Buf *out, const Digest *digest, const char *name, MailStyle style, Voice voice, Str text)
{
    if (text.len == 0)
        return;
    put_start(out, digest, name, style, voice);
    html_put_text(out, text);
    buf_put_format(out, "</%s>\n", name);
}

static void put_link_start(Buf *out, Str url, MailStyle style)
{
    if (!adapt_url_is_linkable(url))
        return;
    buf_put(out, STR("<a href=\""));
    html_put_url(out, url);
    buf_put_char(out, '"');
    style_put(out, style, STR(""));
    buf_put_char(out, '>');
}

/* Where mail may have no link, its address follows its words. */
static void put_link_end(Buf *out, Str url)
{
    if (adapt_url_is_linkable(url)) {
        buf_put(out, STR("</a>"));
        return;
    }
    buf_put(out, STR(" ("));
    html_put_text(out, url);
    buf_put_char(out, ')');
}

/* A paragraph that is one link: our words around `name`. */
static void put_link_line(Buf *out, const Digest *digest, MailStyle style, Str url, Str before, Str name, Voice voice,
                          Str after)
{
    put_start(out, digest, "p", style, own);
    put_link_start(out, url, STYLE_LINK);
    html_put_text(out, before);
    bool foreign = !is_said(digest, voice.language);
    buf_put(out, foreign ? STR("<span") : STR(""));
    put_voice(out, digest, voice);
    buf_put(out, foreign ? STR(">") : STR(""));
    html_put_text(out, name);
    buf_put(out, foreign ? STR("</span>") : STR(""));
    html_put_text(out, after);
    put_link_end(out, url);
    buf_put(out, STR("</p>\n"));
}

static void put_section_start(Buf *out, const Digest *digest)
{
    buf_put(out, STR("<tr><td"));
    style_put(out, STYLE_SECTION, side_of(digest->direction));
    buf_put(out, STR(">\n"));
}

static const Str section_end = STR_INIT("</td></tr>\n");

/* --- a post --- */

static const Document *document_of(const DigestItem *item)
{
    const Document *document = item->depth == DIGEST_FULL ? &item->full : &item->excerpt;

    return item->depth != DIGEST_TITLE && document->root != NULL ? document : NULL;
}

static void put_title(Buf *out, const Digest *digest, const DigestItem *item)
{
    put_start(out, digest, "h2", STYLE_POST_TITLE, voice_of(item));
    if (adapt_url_is_linkable(item->url)) {
        put_link_start(out, item->url, STYLE_POST_LINK);
        html_put_text(out, item->title);
        buf_put(out, STR("</a>"));
    } else {
        html_put_text(out, item->title);
    }
    buf_put(out, STR("</h2>\n"));
}

static Str render_item(const Digest *digest, const DigestItem *item, Arena *arena)
{
    Buf out = { .arena = arena };
    const Document *document = document_of(item);

    put_section_start(&out, digest);
    put_title(&out, digest, item);
    put_element(&out, digest, "p", STYLE_SUBTITLE, voice_of(item), item->subtitle);
    put_element(&out, digest, "p", STYLE_MUTED, own, item->byline);
    if (document != NULL) {
        put_start(&out, digest, "div", STYLE_NONE, voice_of(item));
        buf_put_char(&out, '\n');
        mail_put_html(&out, document, str_eq(item->direction, STR("rtl")));
        buf_put(&out, STR("</div>\n"));
    }
    put_link_line(&out, digest, STYLE_PARAGRAPH, item->url, STR("Read \xe2\x80\x9c"), item->title, voice_of(item),
                  STR("\xe2\x80\x9d on the web"));
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
    put_element(out, digest, "div", STYLE_PREHEADER, page_voice(digest), digest->preheader);
    put_table_start(out, STYLE_PAGE, "100%");
    buf_put(out, STR("<tr><td align=\"center\""));
    style_put(out, STYLE_MARGIN, STR(""));
    buf_put(out, STR(">\n"));
    put_table_start(out, STYLE_COLUMN, "600");
    put_section_start(out, digest);
    put_element(out, digest, "h1", STYLE_TITLE, page_voice(digest), digest->title);
    put_element(out, digest, "p", STYLE_MUTED, own, digest->summary);
    if (digest->intro.root != NULL)
        mail_put_html(out, &digest->intro, str_eq(digest->direction, STR("rtl")));
    buf_put(out, section_end);
}

static void put_left_out(Buf *out, const Digest *digest)
{
    size_t left = digest->post_count - digest->shown_count;

    if (left == 0)
        return;
    put_section_start(out, digest);
    put_element(out, digest, "p", STYLE_PARAGRAPH, own, arena_format(out->arena, "And %zu more on the web.", left));
    buf_put(out, section_end);
}

static void put_footer(Buf *out, const Digest *digest)
{
    const MailSettings *settings = &digest->settings;
    Str none = { NULL, 0 };
    Str why = arena_join(out->arena, STR("You get this mail because you subscribed to "), digest->title, STR("."));

    buf_put(out, STR("<tr><td"));
    style_put(out, STYLE_FOOTER, side_of(digest->direction));
    buf_put(out, STR(">\n"));
    put_element(out, digest, "p", STYLE_MUTED, own, why);
    put_link_line(out, digest, STYLE_MUTED, digest->site_url, STR("All news of "), digest->site_title,
                  page_voice(digest), none);
    if (settings->unsubscribe.len > 0)
        put_link_line(out, digest, STYLE_MUTED, settings->unsubscribe, STR("Unsubscribe from "), digest->title,
                      page_voice(digest), none);
    put_element(out, digest, "p", STYLE_MUTED, page_voice(digest), settings->postal_address);
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
