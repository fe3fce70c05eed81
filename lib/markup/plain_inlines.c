/* lib/markup/plain_inlines.c - what stands within a line of plain text. */
#include "markup/html.h"
#include "markup/plain_writer.h"
#include "text/html.h"

/* No-break spaces become blanks that are no place to break; controls vanish. */
static void put_text(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == 0xC2 && (unsigned char)str_at(text, i + 1) == 0xA0) {
            buf_put_char(out, PLAIN_STICKY);
            i++;
        } else if (char_is_space(c)) {
            buf_put_char(out, ' ');
        } else if (c >= ' ' && c != 0x7F) {
            buf_put_char(out, (char)c);
        }
    }
}

static int find_note(PlainWriter *w, Str url)
{
    int *number = map_get(&w->notes, url);

    if (number == NULL) {
        number = ARENA_NEW(&w->scratch, int);
        *number = w->next_note++;
        map_put(&w->notes, url, number);
    }
    return *number;
}

/* As it stands in the HTML, so that nobody gets two spellings of one address. */
static Str encode(PlainWriter *w, Str url)
{
    Buf out = { .arena = &w->scratch };

    if (w->options->page_url.len > 0)
        url = url_resolve(url, w->options->page_url, &w->scratch);
    url_put_encoded(&out, url);
    return buf_str(&out);
}

static bool shows_address(Str shown, Str url)
{
    return str_eq(shown, url) || (str_starts_with(url, STR("mailto:")) && str_eq(shown, str_from_offset(url, 7)));
}

static void put_link(PlainWriter *w, Buf *out, const Node *link)
{
    Str url = encode(w, link->link.url);
    size_t start = out->len;

    plain_put_inlines(w, out, link->first, NULL);
    Str shown = str_slice(buf_str(out), start, out->len);
    if (url.len == 0 || url.data[0] == '#')
        return;
    if (shows_address(shown, url)) {
        buf_insert(out, start, STR("\x02"));
        buf_put_char(out, PLAIN_WHOLE);
        return;
    }
    if (shown.len > 0)
        buf_put_char(out, PLAIN_STICKY);
    buf_put_format(out, "[%d]", find_note(w, url));
}

static void put_image(PlainWriter *w, Buf *out, const Node *image)
{
    Buf words = { .arena = &w->scratch };

    for (const Node *node = image->first; node != NULL; node = node_next(image, node)) {
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
            buf_put(&words, node->text);
        else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
            buf_put_char(&words, ' ');
    }
    if (words.len == 0)
        return; /* only for show */
    buf_put(out, STR("[Image: "));
    put_text(out, buf_str(&words));
    buf_put_char(out, ']');
}

/* 10<sup>6</sup> is not 106. */
static void put_element(PlainWriter *w, Buf *out, const Node *element)
{
    bool is_quote = str_eq(element->text, STR("q"));
    bool is_power = str_eq(element->text, STR("sup")) && element->first != NULL && element->first->kind == NODE_TEXT
                    && (char_is_digit(str_at(element->first->text, 0)) || str_at(element->first->text, 0) == '-');

    buf_put(out, is_quote ? STR("\u201C") : is_power ? STR("^") : (Str){ 0 });
    plain_put_inlines(w, out, element->first, NULL);
    buf_put(out, is_quote ? STR("\u201D") : (Str){ 0 });
}

static void put_strikethrough(PlainWriter *w, Buf *out, const Node *node)
{
    buf_put_char(out, '~');
    plain_put_inlines(w, out, node->first, NULL);
    buf_put_char(out, '~');
}

static void put_inline(PlainWriter *w, Buf *out, const Node *node)
{
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
        put_text(out, node->text);
        break;
    case NODE_SOFT_BREAK:
        buf_put_char(out, ' ');
        break;
    case NODE_HARD_BREAK:
        buf_put_char(out, '\n');
        break;
    case NODE_LINK:
        put_link(w, out, node);
        break;
    case NODE_IMAGE:
        put_image(w, out, node);
        break;
    case NODE_FOOTNOTE_REFERENCE:
        buf_put_format(out, "[^%d]", node->footnote.number);
        break;
    case NODE_STRIKETHROUGH:
        put_strikethrough(w, out, node);
        break;
    case NODE_ELEMENT:
        put_element(w, out, node);
        break;
    case NODE_EMPHASIS:
    case NODE_STRONG:
        plain_put_inlines(w, out, node->first, NULL);
        break;
    default:
        break; /* raw HTML: clean.h */
    }
}

void plain_put_inlines(PlainWriter *w, Buf *out, const Node *first, const Node *end)
{
    for (const Node *node = first; node != end; node = node->next)
        put_inline(w, out, node);
}
