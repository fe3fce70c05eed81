/* lib/markup/kramdown/emphasis.c - `*em*`, `__strong__`, `~~deleted~~`. */
#include "base/utf8.h"
#include "markup/kramdown/spans.h"
#include "text/unicode.h"

/* A letter, or a letter and a hyphen, before a `_`: it stands in a word. */
static bool in_word(Str text, size_t at)
{
    uint32_t c = last_character(text, at);

    if (c == '-' && at > 0)
        c = last_character(text, at - 1);
    return unicode_is_alphabetic(c);
}

static bool try_emphasis(SpanReader *spans, NodeKind kind, size_t start, Str delimiter)
{
    Stop stop = { .kind = STOP_DELIMITER, .delimiter = delimiter };
    int *around = kind == NODE_STRONG ? &spans->strongs : &spans->emphases;

    if (spans->last_of[delimiter.data[0] == '_'] <= start)
        return false;
    Node *node = span_new(spans, kind, spans->at, start);
    ++*around;
    bool found = try_spans(spans, node, start, &stop);
    --*around;
    if (!found)
        return false;
    spans->at += delimiter.len;
    span_end(spans, node, spans->at);
    node_append(spans->tree, node);
    return true;
}

bool read_emphasis(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    size_t count = str_at(text, at + 1) == text.data[at] ? 2 : 1;
    NodeKind kind = count == 2 ? NODE_STRONG : NODE_EMPHASIS;
    bool nested = (kind == NODE_STRONG ? spans->strongs : spans->emphases) > 0;

    bool literal = nested || char_is_space(str_at(text, at + count)) || (text.data[at] == '_' && in_word(text, at));
    if (!literal && try_emphasis(spans, kind, at + count, str_slice(text, at, at + count)))
        return true;
    if (!literal && kind == NODE_STRONG && spans->tree->kind != NODE_EMPHASIS
        && try_emphasis(spans, NODE_EMPHASIS, at + 1, str_slice(text, at, at + 1)))
        return true;
    put_text(spans, spans->tree, at, at + count);
    spans->at = at + count;
    return true;
}

/* `~~` after something that is neither white space nor `~`. */
static size_t find_deleted_end(SpanReader *spans, size_t at)
{
    Str text = spans->text;

    for (;; at++) {
        at = sought_find(&spans->deleted, text, STR("~~"), at);
        if (at == STR_NONE || (!char_is_space(text.data[at - 1]) && text.data[at - 1] != '~'))
            return at;
    }
}

bool read_deleted(SpanReader *spans)
{
    Str text = spans->text;
    size_t start = spans->at + 2;
    int first = str_at(text, start);

    if (str_at(text, spans->at + 1) != '~' || first == STR_END || first == '~' || char_is_space(first)
        || (spans->no_deleted_from > 0 && start >= spans->no_deleted_from))
        return false;
    size_t close = find_deleted_end(spans, start + 1);
    if (close == STR_NONE) {
        spans->no_deleted_from = start;
        return false;
    }
    Node *node = span_add(spans, NODE_STRIKETHROUGH, spans->at, close + 2);
    read_apart(spans, node, passage_slice(spans->reader.passage, start, close));
    spans->at = close + 2;
    return true;
}
