/* lib/post/field.c */
#include "post/field.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/unicode.h"

static bool is_line_end(int32_t c)
{
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* No text has them, and XML and mail cannot carry most of them. White space is folded before this is asked. */
static bool is_control(int32_t c)
{
    return c < 0x20 || (0x7f <= c && c < 0xa0) || (c & 0xfffe) == 0xfffe;
}

/* Blank to a reader, so nothing that a text can begin or end with. */
static bool is_edge(int32_t c)
{
    return unicode_is_space((uint32_t)c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

/* Most values are ASCII on one line already. */
static bool is_folded(Str s)
{
    bool space = true;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c < ' ' || c > '~' || (space && c == ' '))
            return false;
        space = c == ' ';
    }
    return s.len == 0 || !space;
}

/* `*control` is the first control character left out, or STR_END. */
static Str fold(Str s, int32_t *control, Arena *arena)
{
    Buf out = { .arena = arena };
    size_t end = 0;
    bool space = false;

    buf_reserve(&out, s.len + 1);
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        int32_t c = utf8_next(s, &at);
        if ((c < 0x80 && char_is_space(c)) || is_line_end(c)) {
            space = true;
        } else if (is_control(c)) {
            *control = *control == STR_END ? c : *control;
        } else if (out.len > 0 || !is_edge(c)) {
            if (space && out.len > 0)
                buf_put_char(&out, ' ');
            space = false;
            buf_put(&out, str_slice(s, start, at));
            end = is_edge(c) ? end : out.len;
        }
    }
    return str_slice(buf_str(&out), 0, end);
}

Located field_text(const Tree *scalar, Arena *arena, Diags *diags)
{
    Located text = located_trim(tree_located(scalar));
    int32_t control = STR_END;

    if (is_folded(text.str))
        return text;
    Str folded = fold(text.str, &control, arena);
    if (control != STR_END) {
        diag_error(diags, "control-char", text.span, "the text holds a control character (U+%04X)", (unsigned)control);
        diag_hint(diags, "take it out; it is left out of what is published");
    }
    if (!str_eq(folded, text.str))
        text = (Located){ folded, text.span };
    return text;
}

Str field_get(const Tree *map, Str key, Arena *arena, Diags *diags)
{
    const Tree *value = tree_get(map, key);
    if (tree_is_null(value) || value->kind != TREE_SCALAR)
        return (Str){ NULL, 0 };
    return field_text(value, arena, diags).str;
}

bool field_switch(const Tree *map, Str key, bool otherwise)
{
    static const Str words[2][3] = {
        { STR_INIT("false"), STR_INIT("no"), STR_INIT("off") },
        { STR_INIT("true"), STR_INIT("yes"), STR_INIT("on") },
    };
    const Tree *value = tree_get(map, key);
    if (tree_is_null(value) || value->kind != TREE_SCALAR)
        return otherwise;
    Str text = str_trim(value->text);
    for (int on = 0; on < 2; on++) {
        for (int i = 0; i < 3; i++) {
            if (str_eq_nocase(text, words[on][i]))
                return on == 1;
        }
    }
    return otherwise;
}

StrList field_list(const Tree *map, Str key, Arena *arena, Diags *diags)
{
    const Tree *value = tree_get(map, key);
    VEC(Str) texts = { 0 };

    if (tree_is_null(value) || value->kind == TREE_MAP)
        return (StrList){ NULL, 0 };
    bool list = value->kind == TREE_LIST;
    for (size_t i = 0; i < (list ? value->item_count : 1); i++) {
        const Tree *item = list ? value->items[i] : value;
        if (!tree_is_null(item) && item->kind == TREE_SCALAR)
            vec_push(arena, &texts, field_text(item, arena, diags).str);
    }
    return (StrList){ texts.items, texts.len };
}
