/* lib/site/excerpt.c */
#include "site/excerpt.h"

#include "base/buf.h"

static Str separator_of(const Site *site, const Tree *front_matter)
{
    static const Str key = STR_INIT("excerpt_separator");
    const Tree *given = tree_get(front_matter, key);
    if (tree_is_null(given))
        given = tree_get(site->config.tree, key);
    return tree_is_null(given) || given->kind != TREE_SCALAR ? STR("\n\n") : given->text;
}

/* Empty lines at its beginning belong to the front matter. */
static Str skip_empty_lines(Str body)
{
    size_t start = 0;
    for (size_t i = 0; i < body.len && char_is_space((unsigned char)body.data[i]); i++) {
        if (body.data[i] == '\n')
            start = i + 1;
    }
    return str_from_offset(body, start);
}

/* --- open blocks ------------------------------------------------------------------------------------------------- */

static bool is_word(int c)
{
    return char_is_alnum(c) || c == '_';
}

/* The name of the next tag from `*at` on, which moves behind it; false when there is no more. */
static bool next_tag(Str *name, Str text, size_t *at)
{
    for (size_t open; (open = str_find(text, STR("{%"), *at)) != STR_NONE;) {
        size_t start = open + 2;
        start += str_at(text, start) == '-';
        while (char_is_space(str_at(text, start)))
            start++;
        size_t end = start;
        while (is_word(str_at(text, end)))
            end++;
        *name = str_slice(text, start, end);
        *at = end;
        if (name->len > 0)
            return true;
    }
    return false;
}

/* As Jekyll does: a block counts as closed when any of its name is. */
static void close_blocks(Buf *out, Str head, const LiquidEngine *engine)
{
    VEC(Str) open = { 0 };
    Map closed = { .arena = out->arena };
    size_t at = 0;

    for (Str name; next_tag(&name, head, &at);) {
        if (str_starts_with(name, STR("end")))
            map_put(&closed, str_from_offset(name, 3), out);
        else if (liquid_engine_has_block(engine, name))
            vec_push(out->arena, &open, name);
    }
    while (open.len > 0) {
        Str name = open.items[--open.len];
        if (map_has(&closed, name))
            continue;
        buf_put_format(out, "\n{%% end" STR_FMT " %%}", STR_ARG(name));
        map_put(&closed, name, out);
    }
}

/* --- link definitions -------------------------------------------------------------------------------------------- */

/* "[label]: address" of at most three blanks' indent; its label with the brackets. */
static bool read_definition(Str *label, Str line)
{
    enum { MAX_INDENT = 3 };
    size_t start = 0;
    while (start < MAX_INDENT && str_at(line, start) == ' ')
        start++;
    size_t end = str_find_char(line, ']', start);
    if (str_at(line, start) != '[' || end == STR_NONE || end == start + 1)
        return false;
    *label = str_slice(line, start, end + 1);
    return str_at(line, end + 1) == ':' && end + 2 < line.len;
}

/* All that stands in brackets. */
static void collect_labels(Map *labels, Str text)
{
    enum { MAX_LABEL = 1000 };
    size_t close = 0;
    for (size_t open = str_find_char(text, '[', 0); open != STR_NONE; open = str_find_char(text, '[', open + 1)) {
        close = close > open ? close : str_find_char(text, ']', open);
        if (close == STR_NONE)
            return;
        if (close - open <= MAX_LABEL)
            map_put(labels, str_slice(text, open, close + 1), labels);
    }
}

static void add_definitions(Buf *out, Str head, Str tail)
{
    Map labels = { .arena = out->arena };
    bool first = true;

    collect_labels(&labels, head);
    for (Str line, label; labels.len > 0 && str_split(&line, &tail, '\n');) {
        if (!read_definition(&label, line) || !map_has(&labels, label))
            continue;
        buf_put(out, first ? STR("\n\n") : STR("\n"));
        buf_put(out, str_trim(line));
        first = false;
    }
}

bool excerpt_source(Str *out, bool *whole, const Site *site, const Tree *front_matter, Span body, Arena *arena)
{
    Str separator = separator_of(site, front_matter);
    Str text = skip_empty_lines(source_text(body));
    size_t at = str_find(text, separator, 0);
    Buf buf = { .arena = arena };

    *whole = at == STR_NONE;
    *out = str_slice(text, 0, at);
    if (separator.len == 0 || *whole || at + separator.len == text.len)
        return separator.len > 0;
    buf_put(&buf, *out);
    close_blocks(&buf, *out, site->engine);
    add_definitions(&buf, *out, str_from_offset(text, at + separator.len));
    *out = buf_str(&buf);
    return true;
}
