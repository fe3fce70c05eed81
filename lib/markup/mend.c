/* lib/markup/mend.c */
#include "markup/mend.h"

#include "markup/mend_pass.h"

static Lines find_lines(Str text, Arena *arena)
{
    VEC(uint32_t) starts = { 0 };
    bool has_cr = str_find_char(text, '\r', 0) != STR_NONE;

    vec_push(arena, &starts, 0);
    for (size_t i = 0; i < text.len; i++) {
        if (!has_cr) {
            i = str_find_char(text, '\n', i);
            if (i == STR_NONE)
                break;
        } else if (text.data[i] != '\n' && (text.data[i] != '\r' || str_at(text, i + 1) == '\n')) {
            continue;
        }
        vec_push(arena, &starts, (uint32_t)(i + 1));
    }
    return (Lines){ starts.items, starts.len };
}

void mend_put_mark(Mender *m, size_t at, Str mark)
{
    buf_put(&m->out, str_slice(m->text, m->copied, at));
    buf_put(&m->out, mark);
    m->copied = at;
    uint32_t sum = m->inserts.len == 0 ? 0 : m->inserts.items[m->inserts.len - 1].sum;
    vec_push(m->out.arena, &m->inserts, (MendInsert){ (uint32_t)m->out.len, sum + (uint32_t)mark.len });
}

static size_t skip_escape(Mender *m, size_t at)
{
    int c = str_at(m->text, at + 1);
    return c > ' ' && c < 0x80 ? at + 2 : at + 1;
}

static size_t keep_mark(Mender *m, size_t at)
{
    if (!mend_is_mark(m->text, at))
        return at + 1;
    mend_put_mark(m, at, STR(MEND_JOIN));
    return at + STR(MEND_JOIN).len;
}

/* What looks at a byte of each value. */
static size_t (*const rules[256])(Mender *mender, size_t at) = {
    ['&'] = mend_reference, ['*'] = mend_delimiters, ['_'] = mend_delimiters,   ['~'] = mend_delimiters,
    ['-'] = mend_dashes,    ['<'] = mend_less_than,  ['['] = mend_open_bracket, [']'] = mend_close_bracket,
    ['\n'] = mend_line_end, ['\r'] = mend_line_end,  [':'] = mend_address,      ['.'] = mend_address,
    ['\\'] = skip_escape,   [0xF0] = keep_mark,      ['"'] = mend_quote,        ['\''] = mend_quote,
    ['|'] = mend_pipe,
};

static void apply_rules(Mended *out, bool smart, bool bare_links, Arena *arena)
{
    Mender m = { .text = out->text, .smart = smart, .bare_links = bare_links, .out.arena = arena };
    size_t at = mend_line(&m, 0);

    while (at < m.text.len) {
        size_t (*rule)(Mender *, size_t) = rules[(unsigned char)m.text.data[at]];
        at = rule == NULL ? at + 1 : rule(&m, at);
    }
    if (m.inserts.len == 0)
        return;
    buf_put(&m.out, str_from_offset(m.text, m.copied));
    out->text = buf_str(&m.out);
    out->lines = find_lines(out->text, arena);
    out->inserts = m.inserts.items;
    out->insert_count = m.inserts.len;
}

static bool has_delimiter_at_symbol(Str text)
{
    for (const char *delimiter = "*_~"; *delimiter != '\0'; delimiter++) {
        for (size_t i = str_find_char(text, *delimiter, 0); i != STR_NONE; i = str_find_char(text, *delimiter, i + 1)) {
            if (mend_is_beside_symbol(text, i))
                return true;
        }
    }
    return false;
}

static bool has_fragile_address(Str text, bool smart)
{
    for (size_t i = str_find_char(text, ':', 0); i != STR_NONE; i = str_find_char(text, ':', i)) {
        if (mend_address_is_fragile(text, &i, smart))
            return true;
    }
    for (size_t i = str_find_char(text, 'w', 0); i != STR_NONE; i = str_find_char(text, 'w', i)) {
        if (str_at(text, ++i) == '.' && mend_address_is_fragile(text, &i, smart))
            return true;
    }
    return false;
}

static bool has_pair(Str text, char first, const char *seconds)
{
    for (size_t i = str_find_char(text, first, 0); i != STR_NONE; i = str_find_char(text, first, i + 1)) {
        if (mend_is_in(str_at(text, i + 1), seconds))
            return true;
    }
    return false;
}

static bool has_textarea(Str text)
{
    for (size_t i = str_find_char(text, '<', 0); i != STR_NONE; i = str_find_char(text, '<', i + 1)) {
        if (char_lower(str_at(text, i + 1)) == 't' && char_lower(str_at(text, i + 2)) == 'e')
            return true;
    }
    return false;
}

/* Quick looks for whether any rule can apply: most posts need none. */
static bool is_worth_it(const Mended *mended, bool smart, bool bare_links)
{
    Str text = mended->text;
    return has_pair(text, '&', "#") || has_pair(text, '[', "^") || has_pair(text, '<', "!?") || has_textarea(text)
           || mend_passes_limits(text, mended->lines) || has_delimiter_at_symbol(text)
           || (bare_links && has_fragile_address(text, smart));
}

void mend_text(Mended *out, Str text, bool smart, bool bare_links, Arena *arena)
{
    *out = (Mended){ .text = text, .lines = find_lines(text, arena) };
    if (is_worth_it(out, smart, bare_links))
        apply_rules(out, smart, bare_links, arena);
}

uint32_t mend_original_offset(const Mended *mended, size_t at)
{
    size_t low = 0; /* the number of inserts that end at or before `at` */
    size_t high = mended->insert_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (mended->inserts[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    size_t original = low == 0 ? at : at - mended->inserts[low - 1].sum;
    if (low == mended->insert_count)
        return (uint32_t)original;
    size_t next = mended->inserts[low].at - mended->inserts[low].sum; /* where the next mark was put in */
    return (uint32_t)(original < next ? original : next);
}

static bool stands_at(Str text, size_t at, Str part)
{
    return str_starts_with(str_from_offset(text, at), part);
}

bool mend_is_mark(Str text, size_t at)
{
    int last = str_at(text, at + 3);
    return last >= 0xBC && last <= 0xBF && stands_at(text, at, STR("\xF0\x90\xA9"));
}

static size_t mark_length(Str literal, size_t at)
{
    if (stands_at(literal, at, STR(MEND_PRE)))
        return STR(MEND_PRE).len;
    if (stands_at(literal, at, STR(MEND_PRE_END)))
        return STR(MEND_PRE_END).len;
    if (stands_at(literal, at, STR(MEND_ESCAPE)))
        return STR(MEND_ESCAPE).len;
    if (stands_at(literal, at, STR(MEND_DROP)))
        return STR(MEND_DROP).len + 2;
    return mend_is_mark(literal, at) ? STR(MEND_JOIN).len : 0;
}

Str mend_undo(Str literal, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t from = 0;
    bool marked = false;

    for (size_t i = 0; i < literal.len;) {
        size_t len = literal.data[i] == '<' || literal.data[i] == '\xF0' ? mark_length(literal, i) : 0;
        if (len == 0) {
            i++;
            continue;
        }
        buf_put(&out, str_slice(literal, from, i));
        marked = true;
        bool joined = stands_at(literal, i, STR(MEND_JOIN));
        from = i + len;
        i = from;
        if (joined && mend_is_mark(literal, i))
            i += STR(MEND_JOIN).len; /* the author's own */
    }
    if (!marked)
        return literal;
    buf_put(&out, str_from_offset(literal, from));
    return buf_str(&out);
}
