/* lib/lsp/context.c */
#include "lsp/context.h"

enum { LOOK_BACK_BYTES = 2000, LOOK_BACK_LINES = 200 }; /* further away is another thing */

static size_t line_start(Str text, size_t at)
{
    while (at > 0 && text.data[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(Str text, size_t at)
{
    size_t end = str_find_char(text, '\n', at);
    end = end == STR_NONE ? text.len : end;
    return end > at && text.data[end - 1] == '\r' ? end - 1 : end;
}

bool context_front_matter(size_t *start, size_t *end, Str text)
{
    size_t at = str_starts_with(text, STR("\xEF\xBB\xBF")) ? 3 : 0;

    if (!str_eq(str_trim_right(str_slice(text, at, line_end(text, at))), STR("---")))
        return false;
    size_t next = str_find_char(text, '\n', at);
    *start = *end = next == STR_NONE ? text.len : next + 1;
    while (*end < text.len && !str_eq(str_trim_right(str_slice(text, *end, line_end(text, *end))), STR("---"))) {
        next = str_find_char(text, '\n', *end);
        *end = next == STR_NONE ? text.len : next + 1;
    }
    return true;
}

static Context make(ContextKind kind, Str text, size_t start, size_t end)
{
    return (Context){ .kind = kind, .start = start, .end = end, .word = str_slice(text, start, end) };
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

static bool is_key_char(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-';
}

/* The key of the list in which a line `- item` stands. */
static Str key_above(Str text, size_t line, size_t first)
{
    Str none = { NULL, 0 };
    for (int lines = 0; line > first && lines < LOOK_BACK_LINES; lines++) {
        line = line_start(text, line - 1);
        Str above = str_slice(text, line, line_end(text, line));
        Str word = str_trim(above);
        if (word.len == 0 || word.data[0] == '#' || word.data[0] == '-')
            continue;
        size_t colon = str_find_char(word, ':', 0);
        return colon != STR_NONE && colon + 1 == word.len ? str_slice(word, 0, colon) : none;
    }
    return none;
}

static bool is_item_end(int c)
{
    return c == ',' || c == ']' || c == STR_END;
}

/* The item of a flow list round the cursor; `*start` is behind its bracket. */
static void find_item(Str text, size_t offset, size_t *start, size_t *end)
{
    for (size_t i = *start; i < offset; i++)
        *start = text.data[i] == ',' ? i + 1 : *start;
    size_t at = offset;
    while (at < *end && !is_item_end(str_at(text, at)))
        at++;
    *end = at;
}

static size_t skip_blanks(Str text, size_t at, size_t end)
{
    while (at < end && char_is_space(str_at(text, at)))
        at++;
    return at;
}

/* The item round the cursor of a value that stands from `start` on. */
static Context value_at(Str text, size_t offset, size_t start, Str key)
{
    size_t end = line_end(text, offset);

    start = skip_blanks(text, start, offset);
    bool in_list = str_at(text, start) == '[' && start < offset;
    if (in_list) {
        start++;
        find_item(text, offset, &start, &end);
        start = skip_blanks(text, start, offset);
    }
    while (end > offset && char_is_space(str_at(text, end - 1)))
        end--;
    int quote = str_at(text, start);
    bool quoted = (quote == '"' || quote == '\'') && start < offset;
    start += quoted;
    if (quoted && end > offset && str_at(text, end - 1) == quote)
        end--;
    Context context = make(CONTEXT_VALUE, text, start, end);
    context.key = key;
    context.quoted = quoted;
    return context;
}

static Context front_matter_at(Str text, size_t offset, size_t first)
{
    size_t line = line_start(text, offset), at = line, end;

    while (at < offset && (text.data[at] == ' ' || text.data[at] == '\t'))
        at++;
    if (str_at(text, at) == '-' && at < offset)
        return value_at(text, offset, at + 1, key_above(text, line, first));
    for (end = at; is_key_char(str_at(text, end)); end++)
        ;
    if (offset <= end && at == line)
        return make(CONTEXT_KEY, text, at, end);
    if (str_at(text, end) == ':' && offset > end)
        return value_at(text, offset, end + 1, str_slice(text, at, end));
    return make(CONTEXT_NONE, text, offset, offset);
}

/* --- rules to ignore --------------------------------------------------------------------------------------------- */

static bool ignore_at(Context *out, Str text, size_t offset)
{
    static const Str mark = STR_INIT("herald-ignore");
    size_t line = line_start(text, offset);
    Str before = str_slice(text, line, offset);
    size_t at = str_find(before, mark, 0), start = offset;

    if (at == STR_NONE || str_contains(before, STR("-->")) || at + mark.len >= before.len)
        return false;
    while (start > line + at + mark.len && is_key_char(str_at(text, start - 1)))
        start--;
    size_t end = offset;
    while (is_key_char(str_at(text, end)))
        end++;
    *out = make(CONTEXT_IGNORE, text, start, end);
    return start > line + at + mark.len;
}

/* --- Liquid ------------------------------------------------------------------------------------------------------ */

/* Where the `{{` or `{%` in which the cursor is begins. */
static bool find_liquid(size_t *out, Str text, size_t offset)
{
    size_t least = offset > LOOK_BACK_BYTES ? offset - LOOK_BACK_BYTES : 0;
    for (size_t at = offset; at > least + 1; at--) {
        Str two = str_slice(text, at - 2, at);
        if (str_eq(two, STR("%}")) || str_eq(two, STR("}}")))
            return false;
        *out = at - 2;
        if (str_eq(two, STR("{%")) || str_eq(two, STR("{{")))
            return true;
    }
    return false;
}

static bool is_file_char(int c)
{
    return c > ' ' && c != '%' && c != '}' && c != '"' && c != '\'' && c != '|';
}

static size_t word_end(Str text, size_t at, bool (*is_part)(int c))
{
    while (at < text.len && is_part(str_at(text, at)))
        at++;
    return at;
}

static ContextKind kind_of_argument(Str tag)
{
    static const struct {
        const char *tag;
        ContextKind kind;
    } tags[] = { { "include", CONTEXT_INCLUDE },
                 { "include_cached", CONTEXT_INCLUDE },
                 { "link", CONTEXT_LINK },
                 { "post_url", CONTEXT_POST } };
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        if (str_eq(tag, str_from(tags[i].tag)))
            return tags[i].kind;
    }
    return CONTEXT_NONE;
}

/* The word behind the last "|" that is in no string. */
static bool filter_at(Context *out, Str text, size_t offset, size_t from)
{
    size_t bar = STR_NONE;
    int quote = 0;

    for (size_t i = from; i < offset; i++) {
        int c = str_at(text, i);
        if (quote == 0 && c == '|')
            bar = i;
        quote = quote == c ? 0 : quote == 0 && (c == '"' || c == '\'') ? c : quote;
    }
    if (bar == STR_NONE || quote != 0)
        return false;
    size_t start = bar + 1;
    while (start < offset && char_is_space(str_at(text, start)))
        start++;
    size_t end = word_end(text, start, is_key_char);
    *out = make(CONTEXT_FILTER, text, start, end);
    return offset <= end;
}

static bool liquid_at(Context *out, Str text, size_t offset)
{
    size_t open;
    if (!find_liquid(&open, text, offset))
        return false;
    size_t at = open + 2 + (str_at(text, open + 2) == '-');
    *out = make(CONTEXT_NONE, text, offset, offset);
    if (offset < at || filter_at(out, text, offset, at) || str_at(text, open + 1) == '{')
        return true;
    while (at < offset && char_is_space(str_at(text, at)))
        at++;
    size_t end = word_end(text, at, is_key_char);
    if (offset <= end) {
        *out = make(CONTEXT_TAG, text, at, end);
        return true;
    }
    ContextKind kind = kind_of_argument(str_slice(text, at, end));
    for (at = end; at < offset && char_is_space(str_at(text, at)); at++)
        ;
    end = word_end(text, at, is_file_char);
    *out = make(kind != CONTEXT_NONE && offset <= end ? kind : CONTEXT_NONE, text, at, end);
    return true;
}

/* --- Markdown ---------------------------------------------------------------------------------------------------- */

static bool is_address_char(int c)
{
    return c > ' ' && c != ')' && c != '<' && c != '>';
}

static bool is_label_char(int c)
{
    return c >= ' ' && c != ']' && c != '[';
}

static Context markdown_at(Str text, size_t offset)
{
    size_t line = line_start(text, offset);

    for (size_t at = offset; at > line + 1; at--) {
        Str two = str_slice(text, at - 2, at);
        if (str_eq(two, STR("][")) && offset <= word_end(text, at, is_label_char))
            return make(CONTEXT_REFERENCE, text, at, word_end(text, at, is_label_char));
        if (str_eq(two, STR("](")) && offset <= word_end(text, at, is_address_char))
            return make(CONTEXT_DESTINATION, text, at, word_end(text, at, is_address_char));
        if (str_eq(two, STR("]:")) && str_at(text, line) == '[') {
            while (at < offset && char_is_space(str_at(text, at)))
                at++;
            if (offset <= word_end(text, at, is_address_char))
                return make(CONTEXT_DESTINATION, text, at, word_end(text, at, is_address_char));
            break;
        }
    }
    return make(CONTEXT_NONE, text, offset, offset);
}

Context context_at(Str text, size_t offset)
{
    Context context;
    size_t start, end;

    offset = offset > text.len ? text.len : offset;
    if (ignore_at(&context, text, offset))
        return context;
    if (context_front_matter(&start, &end, text)) {
        if (offset >= start && (offset < end || (end == text.len && offset == end)))
            return front_matter_at(text, offset, start);
        if (offset < start)
            return make(CONTEXT_NONE, text, offset, offset);
    }
    if (liquid_at(&context, text, offset))
        return context;
    return markdown_at(text, offset);
}
