/* lib/markup/kramdown/links.c - links, images, and references to footnotes. */
#include "markup/kramdown/references.h"
#include "markup/kramdown/scan.h"
#include "markup/kramdown/spans.h"

bool read_note(SpanReader *spans)
{
    Str text = spans->text;
    size_t start = spans->at + 2;
    size_t end = scan_id(text, start);

    if (str_at(text, spans->at + 1) != '^' || end == start || str_at(text, end) != ']')
        return false;
    Str name = str_slice(text, start, end);
    if (map_has(&spans->parser->notes, name))
        span_add(spans, NODE_FOOTNOTE_REFERENCE, spans->at, end + 1)->footnote.label = name;
    else
        put_text(spans, spans->tree, spans->at, end + 1);
    spans->at = end + 1;
    return true;
}

/* Without the backslashes of escapes. */
static Str plain_label(Parser *parser, Str label)
{
    if (str_find_char(label, '\\', 0) == STR_NONE)
        return label;
    Buf out = { .arena = parser->arena };
    for (size_t i = 0; i < label.len; i++) {
        int next = str_at(label, i + 1);
        if (label.data[i] == '\\' && next > 0 && strchr("\\.*_+`<>()[]{}#!:|\"'$=-", next) != NULL)
            i++;
        buf_put_char(&out, label.data[i]);
    }
    return buf_str(&out);
}

typedef struct LinkEnd {
    Str url, title;
    const Ial *ial;
    size_t end; /* behind the whole link, 0 when it is none */
} LinkEnd;

/* `"title")` with white space around; 0 when it is none. */
static size_t title_end(SpanReader *spans, size_t at, Str *title)
{
    Str text = spans->text;

    at = scan_white(text, at);
    int quote = str_at(text, at);
    if (quote != '"' && quote != '\'')
        return 0;
    size_t start = at + 1;
    for (size_t close = str_find_char(text, (char)quote, start + 1); close != STR_NONE;
         close = str_find_char(text, (char)quote, close + 1)) {
        size_t end = scan_white(text, close + 1);
        spans->work -= close - at < spans->work ? close - at : spans->work;
        at = close;
        if (str_at(text, end) != ')')
            continue;
        *title = str_slice(text, start, close);
        return end + 1;
    }
    return 0;
}

/* From the bracket on to the one that closes it, or to white space before a quote. */
static size_t address_end(SpanReader *spans, size_t at, bool *closed)
{
    Str text = spans->text;
    size_t start = at;
    int depth = 0;

    *closed = false;
    for (; at < text.len; at++) {
        char c = text.data[at];
        int next = str_at(text, at + 1);
        if (c == '(')
            depth++;
        else if (c == ')')
            depth--;
        *closed = depth == 0;
        if (*closed || (char_is_space(c) && (next == '"' || next == '\'')))
            break;
    }
    spans->work -= at - start < spans->work ? at - start : spans->work;
    return at;
}

static void read_address(SpanReader *spans, size_t at, LinkEnd *out)
{
    Str text = spans->text;
    bool closed = false;
    size_t stop = 0;

    if (str_at(text, at + 1) == '<') {
        size_t close = sought_find(&spans->angle, text, STR(">"), at + 2);
        size_t newline = str_find_char(str_slice(text, 0, close == STR_NONE ? 0 : close), '\n', at);
        if (close != STR_NONE && newline == STR_NONE) {
            out->url = str_slice(text, at + 2, close);
            closed = str_at(text, close + 1) == ')';
            stop = close + 1;
        }
    }
    if (stop == 0) {
        stop = address_end(spans, at, &closed);
        out->url = str_trim(str_slice(text, at + 1, stop));
        stop += !closed && stop < text.len;
    }
    out->end = closed ? stop + 1 : title_end(spans, stop, &out->title);
}

/* `[label]`, or nothing: then the text is the label. */
static void read_label(SpanReader *spans, size_t at, Str own, LinkEnd *out)
{
    Str text = spans->text;
    size_t open = scan_white(text, at);
    size_t end = at;
    Str label = own;

    if (str_at(text, open) == '[' && open < spans->last_bracket) {
        size_t close = str_find_char(text, ']', open);
        if (close != STR_NONE) {
            end = close + 1;
            if (close > open + 1)
                label = str_slice(text, open + 1, close);
        }
    }
    const LinkTarget *target = map_get(&spans->parser->links, fold_label(spans->parser, label));
    spans->work -= label.len < spans->work ? label.len : spans->work;
    if (target == NULL || !may_repeat(spans->parser, target->url.len + target->title.len))
        return;
    *out = (LinkEnd){ target->url, target->title, target->mark->ial, end };
}

static bool has_label(Str text, size_t at)
{
    at = scan_white(text, at);
    return str_at(text, at) == '[' && str_find_char(text, ']', at) != STR_NONE;
}

static void finish_link(SpanReader *spans, Node *node, const LinkEnd *link, size_t label_start, size_t label_end)
{
    Parser *parser = spans->parser;

    node->link.url = unescape(parser, link->url);
    node->link.title = unescape(parser, link->title);
    ial_apply(parser, node, link->ial);
    if (node->kind == NODE_IMAGE) {
        Str label = plain_label(parser, str_slice(spans->text, label_start, label_end));
        node->first = node->last = NULL;
        Node *text = span_new(spans, NODE_TEXT, label_start, label_end);
        text->text = unescape(parser, label);
        if (label.len > 0)
            node_append(node, text);
    }
    span_end(spans, node, spans->at);
    node_append(spans->tree, node);
}

/* What follows the bracket that closes a link's text. */
static bool read_end(SpanReader *spans, Node *node, size_t start)
{
    Str text = spans->text;
    LinkEnd link = { 0 };
    size_t close = spans->at;

    if (str_at(text, close + 1) != '(' || has_label(text, close + 1))
        read_label(spans, close + 1, plain_label(spans->parser, str_slice(text, start, close)), &link);
    else
        read_address(spans, close + 1, &link);
    if (link.end == 0) {
        span_drop(spans, node);
        return false;
    }
    spans->at = link.end;
    finish_link(spans, node, &link, start, close);
    return true;
}

bool read_link(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    bool image = text.data[at] == '!';
    size_t start = at + (image ? 2 : 1);
    Stop stop = { .kind = STOP_BRACKET, .brackets = 1 };
    bool found = false;

    if (str_at(text, start - 1) != '[' || str_at(text, start) == STR_END || str_at(text, start) == '^')
        return false;
    if ((image || spans->links == 0) && spans->last_bracket > start) {
        Node *node = span_new(spans, image ? NODE_IMAGE : NODE_LINK, at, start);
        spans->links++;
        found = try_spans(spans, node, start, &stop);
        spans->links--;
        found = found && read_end(spans, node, start);
    }
    if (!found) {
        spans->at = start;
        put_text(spans, spans->tree, at, start);
    } else if (image && spans->stop != NULL && spans->stop->kind == STOP_BRACKET) {
        spans->stop->images++;
    }
    return true;
}
