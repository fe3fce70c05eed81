/* lib/markup/kramdown/spans.c - the text of a block: where spans may begin, and which parsers are asked there. */
#include "markup/kramdown/spans.h"

#include "base/utf8.h"
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"
#include "text/html.h"
#include "text/unicode.h"

enum { DEEPEST = 60, WORK_PER_BYTE = 16, WORK_LEAST = 200000, WORK_PER_STEP = 8 };

/* --- characters --- */

uint32_t last_character(Str text, size_t end)
{
    size_t at = end;

    if (end == 0)
        return 0;
    do
        at--;
    while (at > 0 && (text.data[at] & 0xC0) == 0x80);
    return (uint32_t)utf8_next(text, &at);
}

bool starts_alphanumeric(Str text, size_t at)
{
    return at < text.len && unicode_is_alphanumeric((uint32_t)utf8_next(text, &at));
}

bool starts_word(Str text, size_t at)
{
    return at < text.len && unicode_is_word((uint32_t)utf8_next(text, &at));
}

size_t next_character(Str text, size_t at)
{
    do
        at++;
    while (at < text.len && (text.data[at] & 0xC0) == 0x80);
    return at;
}

/* --- nodes --- */

Node *span_new(SpanReader *spans, NodeKind kind, size_t start, size_t end)
{
    Parser *parser = spans->parser;
    Node *node = parser->spare;

    if (node != NULL) {
        parser->spare = node->next;
        *node = (Node){ .kind = kind };
    } else {
        node = node_new(parser->arena, kind);
    }
    node->start = passage_origin(&spans->reader.passage, start);
    node->end = passage_end(&spans->reader.passage, end);
    return node;
}

Node *span_add(SpanReader *spans, NodeKind kind, size_t start, size_t end)
{
    Node *node = span_new(spans, kind, start, end);
    node_append(spans->tree, node);
    return node;
}

void span_end(SpanReader *spans, Node *node, size_t end)
{
    node->end = passage_end(&spans->reader.passage, end);
}

void span_drop(SpanReader *spans, Node *root)
{
    Parser *parser = spans->parser;
    Node *next = root;

    while (next != NULL) {
        while (next->first != NULL) {
            Node *child = next->first;
            next->first = child->next;
            child->parent = next;
            if (child->first != NULL) {
                next = child;
                continue;
            }
            child->next = parser->spare;
            parser->spare = child;
        }
        Node *parent = next == root ? NULL : next->parent;
        next->next = parser->spare;
        parser->spare = next;
        next = parent;
    }
}

/* --- text --- */

static void put_piece(SpanReader *spans, Node *tree, size_t start, size_t end)
{
    Node *last = tree->last;
    Str piece = str_slice(spans->text, start, end);

    if (piece.len == 0)
        return;
    bool continues = last != NULL && last->kind == NODE_TEXT && !last->literal.made
                     && last->text.data + last->text.len == piece.data;
    if (continues) {
        last->text.len += piece.len;
        span_end(spans, last, end);
        return;
    }
    Node *node = span_new(spans, NODE_TEXT, start, end);
    node->text = piece;
    node_append(tree, node);
}

static Node *last_text(const Node *tree)
{
    Node *last = tree->last;
    return last != NULL && last->kind == NODE_TEXT && !last->literal.made ? last : NULL;
}

/* Whether characters without spaces between them stand on both sides of it, in one text. */
static bool is_inside(const SpanReader *spans, const Node *last, size_t at)
{
    size_t next = at + 1;

    if (last == NULL || last->text.len == 0 || last->text.data + last->text.len != spans->text.data + at
        || next >= spans->text.len)
        return false;
    uint32_t before = last_character(spans->text, at);
    return before >= 0x80 && unicode_is_unspaced(before)
           && unicode_is_unspaced((uint32_t)utf8_next(spans->text, &next));
}

/* Whether a line may end in a break without two spaces: only the GFM parser knows that, and not in elements. */
static bool may_break(const SpanReader *spans)
{
    const Parser *parser = spans->parser;
    return spans->elements == 0 && !parser->in_element && !parser->in_note && !parser->options.alone;
}

/* A newline: a break after a backslash, or where every line end is one. */
static void put_newline(SpanReader *spans, Node *tree, size_t at)
{
    bool hard_wrap = spans->parser->options.hard_wrap;
    bool breaks = may_break(spans);
    Node *last = last_text(tree);
    bool escaped = breaks && !hard_wrap && last != NULL && last->text.data[last->text.len - 1] == '\\';
    bool inside = is_inside(spans, last, at);

    if (tree->last != NULL && tree->last->kind == NODE_HARD_BREAK)
        return;
    if (escaped)
        last->text.len--;
    while (last != NULL && last->text.len > 0 && scan_is_blank(last->text.data[last->text.len - 1]))
        last->text.len--;
    NodeKind kind = breaks && (escaped || hard_wrap) ? NODE_HARD_BREAK : NODE_SOFT_BREAK;
    Node *line_end = span_new(spans, kind, at, at + 1);
    line_end->line_end.inside = inside;
    node_append(tree, line_end);
}

void put_text(SpanReader *spans, Node *tree, size_t start, size_t end)
{
    while (start < end) {
        size_t newline = str_find_char(str_slice(spans->text, 0, end), '\n', start);
        if (newline == STR_NONE) {
            put_piece(spans, tree, start, end);
            return;
        }
        put_piece(spans, tree, start, newline);
        put_newline(spans, tree, newline);
        start = newline + 1;
        while (start < end && scan_is_blank(spans->text.data[start]))
            start++;
    }
}

void put_made(SpanReader *spans, Str text, int sign, size_t start, size_t end)
{
    Node *node = span_add(spans, NODE_TEXT, start, end);
    node->text = text;
    node->literal.made = true;
    node->literal.sign = (unsigned char)sign;
}

Str unescape(Parser *parser, Str text)
{
    if (str_find_char(text, '&', 0) == STR_NONE)
        return text;
    Buf out = { .arena = parser->arena };
    html_put_unescaped(&out, text);
    return buf_str(&out);
}

void put_unescaped(SpanReader *spans, Node *tree, size_t start, size_t end)
{
    Str text = str_slice(spans->text, start, end);

    if (text.len == 0)
        return;
    bool is_script =
        tree->kind == NODE_ELEMENT && (str_eq(tree->text, STR("script")) || str_eq(tree->text, STR("style")));
    Node *node = span_new(spans, is_script ? NODE_HTML : NODE_TEXT, start, end);
    Buf kept = { .arena = spans->parser->arena };
    if (is_script)
        html_put_kept_text(&kept, text);
    node->text = is_script ? buf_str(&kept) : unescape(spans->parser, text);
    node_append(tree, node);
}

/* --- where spans begin --- */

static bool is_quote_mark(int c)
{
    return c == '"' || c == '\'';
}

/* Two spaces that end a line, or a space before an angle of two. */
static bool space_counts(Str text, size_t at)
{
    int next = str_at(text, at + 1);
    return (next == ' ' && str_at(text, at + 2) == '\n')
           || ((next == '<' || next == '>') && str_at(text, at + 2) == next);
}

static bool may_begin(const SpanReader *spans, size_t at, char c)
{
    Str text = spans->text;
    int next = str_at(text, at + 1);

    switch (c) {
    case '!':
        return next == '[';
    case '{':
        return next == ':';
    case '-':
    case '>':
        return next == c;
    case '~':
        return next == c && !spans->parser->options.alone;
    case '.':
        return next == '.' && str_at(text, at + 2) == '.';
    case ' ':
        return space_counts(text, at);
    case ']':
        return spans->stop != NULL && spans->stop->kind == STOP_BRACKET;
    default:
        return true;
    }
}

/* A quote is read together with the character before it, unless that was read already. */
static size_t before_quote(const SpanReader *spans, size_t at)
{
    if (at == spans->at)
        return at;
    do
        at--;
    while (at > spans->at && (spans->text.data[at] & 0xC0) == 0x80);
    return at;
}

static size_t find_begin(const SpanReader *spans)
{
    static const char marks[256] = {
        ['*'] = 1, ['_'] = 1, ['`'] = 1,  ['<'] = 1, ['['] = 1, ['!'] = 1,  ['$'] = 1, ['{'] = 1, ['&'] = 1,
        ['-'] = 1, ['.'] = 1, ['\''] = 1, ['"'] = 1, [' '] = 1, ['\\'] = 1, ['~'] = 1, ['>'] = 1, [']'] = 1,
    };
    Str text = spans->text;

    if (spans->only_html) {
        size_t angle = str_find_char(text, '<', spans->at);
        return angle == STR_NONE ? text.len : angle;
    }
    for (size_t at = spans->at; at < text.len; at++) {
        char c = text.data[at];
        if (!marks[(unsigned char)c])
            continue;
        if (is_quote_mark(c))
            return before_quote(spans, at);
        if (may_begin(spans, at, c))
            return at;
    }
    return text.len;
}

/* --- which parser reads them --- */

static bool is_before_quote(Str text, size_t at)
{
    if (is_quote_mark(str_at(text, at)))
        return true;
    return text.data[at] != '\\' && is_quote_mark(str_at(text, next_character(text, at)));
}

static bool read_early(SpanReader *spans)
{
    switch (spans->text.data[spans->at]) {
    case '*':
    case '_':
        return read_emphasis(spans);
    case '`':
        return read_code(spans);
    case '<':
        return read_autolink(spans) || read_html(spans);
    case '[':
        return read_note(spans) || read_link(spans);
    case '!':
        return read_link(spans);
    default:
        return false;
    }
}

static bool read_late(SpanReader *spans)
{
    switch (spans->text.data[spans->at]) {
    case '$':
        return read_math(spans);
    case '{':
        return read_list(spans);
    case '&':
        return read_entity(spans);
    case '-':
    case '.':
    case '<':
    case '>':
        return read_symbol(spans);
    case ' ':
        return read_symbol(spans) || read_break(spans);
    case '\\':
        return read_symbol(spans) || read_break(spans) || read_escape(spans);
    case '~':
        return read_deleted(spans);
    default:
        return false;
    }
}

static bool read_one(SpanReader *spans)
{
    if (spans->only_html)
        return read_html(spans);
    if (read_early(spans))
        return true;
    if (is_before_quote(spans->text, spans->at))
        return read_quote(spans);
    return read_late(spans);
}

/* --- stops --- */

static bool delimiter_ends(const SpanReader *spans, const Stop *stop)
{
    Str text = spans->text;
    size_t end = spans->at + stop->delimiter.len;
    char mark = stop->delimiter.data[0];

    if (!str_eq(str_slice(text, spans->at, end), stop->delimiter) || spans->tree->first == NULL)
        return false;
    if (spans->at > 0 && char_is_space(text.data[spans->at - 1]))
        return false;
    bool is_pair = stop->delimiter.len == 1 && str_at(text, end) == mark && str_at(text, end + 1) != mark;
    return !is_pair && (mark != '_' || !starts_alphanumeric(text, end));
}

static bool stops(SpanReader *spans, Stop *stop)
{
    int c = str_at(spans->text, spans->at);
    Str name = { 0 };

    switch (stop->kind) {
    case STOP_DELIMITER:
        return c == stop->delimiter.data[0] && delimiter_ends(spans, stop);
    case STOP_BRACKET:
        if (c == ']')
            stop->brackets--;
        else if (c == '[' || (c == '!' && str_at(spans->text, spans->at + 1) == '['))
            stop->brackets++;
        else
            return false;
        return stop->brackets - stop->images == 0;
    case STOP_TAG:
        stop->tag_end = c == '<' ? tag_read_end(&name, spans->text, spans->at) : 0;
        return stop->tag_end > 0
               && (html_is_known(stop->name) ? str_eq_nocase(name, stop->name) : str_eq(name, stop->name));
    }
    return false;
}

static void put_verbatim(SpanReader *spans, size_t start, size_t end)
{
    if (spans->only_html)
        put_unescaped(spans, spans->tree, start, end);
    else
        put_text(spans, spans->tree, start, end);
}

bool read_spans(SpanReader *spans, Node *into, Stop *stop)
{
    Node *outer = spans->tree;
    Stop *outer_stop = spans->stop;
    bool found = false;

    spans->tree = into;
    spans->stop = stop;
    while (spans->at < spans->text.len) {
        size_t begin = find_begin(spans);
        size_t cost = spans->depth > 0 ? begin - spans->at + WORK_PER_STEP : 0;
        bool gives_up = spans->work == 0 && stop != NULL && stop->kind != STOP_TAG;
        if (gives_up || (begin == spans->text.len && stop != NULL))
            break;
        spans->work -= cost < spans->work ? cost : spans->work;
        put_verbatim(spans, spans->at, begin);
        spans->at = begin;
        if (begin == spans->text.len)
            break;
        found = stop != NULL && stops(spans, stop);
        if (found)
            break;
        if (!read_one(spans)) {
            size_t next = next_character(spans->text, spans->at);
            put_verbatim(spans, spans->at, next);
            spans->at = next;
        }
    }
    spans->tree = outer;
    spans->stop = outer_stop;
    return found;
}

bool try_spans(SpanReader *spans, Node *node, size_t at, Stop *stop)
{
    size_t saved = spans->at;
    bool found = false;

    if (spans->work > 0 && spans->depth < DEEPEST) {
        spans->depth++;
        spans->at = at;
        found = read_spans(spans, node, stop);
        spans->depth--;
    }
    if (!found) {
        spans->at = saved;
        span_drop(spans, node);
    }
    return found;
}

static size_t behind_last(Str text, char c)
{
    size_t at = str_find_last_char(text, c);
    return at == STR_NONE ? 0 : at + 1;
}

static SpanReader begin_reader(Parser *parser, Passage passage)
{
    Str text = passage.text;
    SpanReader spans = { .parser = parser, .text = text };

    spans.reader = (Reader){ .passage = passage, .text = text };
    spans.work = text.len * WORK_PER_BYTE + WORK_LEAST;
    spans.last_of[0] = behind_last(text, '*');
    spans.last_of[1] = behind_last(text, '_');
    spans.last_bracket = behind_last(text, ']');
    return spans;
}

void read_apart(SpanReader *outer, Node *into, Passage passage)
{
    SpanReader spans = begin_reader(outer->parser, passage);

    spans.work = outer->work;
    spans.depth = outer->depth + 1;
    spans.elements = 1;
    read_spans(&spans, into, NULL);
    outer->work = spans.work;
}

void parse_spans(Parser *parser, Node *into, Passage passage)
{
    SpanReader spans = begin_reader(parser, passage);
    read_spans(&spans, into, NULL);
}
