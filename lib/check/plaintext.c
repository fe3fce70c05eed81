/* lib/check/plaintext.c */
#include "check/plaintext.h"

enum { ENTITY_MAX = 32 };

/* Each gives the length of what begins at `at`, or 0. */
typedef size_t Match(Str text, size_t at);

static size_t match_tag(Str text, size_t at)
{
    size_t name = at + 1 + (str_at(text, at + 1) == '/');
    if (str_at(text, at) != '<' || !char_is_alpha(str_at(text, name)))
        return 0;
    size_t end = name;
    while (char_is_alnum(str_at(text, end)))
        end++;
    int c = str_at(text, end);
    if (c != '>' && c != ' ' && c != '/')
        return 0;
    size_t close = str_find_char(text, '>', end);
    return close == STR_NONE ? 0 : close + 1 - at;
}

static size_t match_entity(Str text, size_t at)
{
    size_t end = at + 1 + (str_at(text, at + 1) == '#');
    if (str_at(text, at) != '&')
        return 0;
    size_t start = end;
    while (char_is_alnum(str_at(text, end)) && end - at < ENTITY_MAX)
        end++;
    return end > start + 1 && str_at(text, end) == ';' ? end + 1 - at : 0;
}

static size_t match_liquid(Str text, size_t at)
{
    Str rest = str_from_offset(text, at);
    Str end = str_starts_with(rest, STR("{{")) ? STR("}}") : STR("%}");
    if (!str_starts_with(rest, STR("{{")) && !str_starts_with(rest, STR("{%")))
        return 0;
    size_t close = str_find(text, end, at + 2);
    return close == STR_NONE ? 0 : close + 2 - at;
}

static size_t match_link(Str text, size_t at)
{
    if (str_at(text, at) != '[')
        return 0;
    size_t middle = str_find(text, STR("]("), at);
    size_t inner = str_find_char(text, '[', at + 1);
    size_t close = middle == STR_NONE ? STR_NONE : str_find_char(text, ')', middle);
    return close == STR_NONE || inner < middle ? 0 : close + 1 - at;
}

/* From a mark to the same mark, with no blank inside at either. */
static size_t match_pair(Str text, size_t at, Str mark)
{
    if (!str_starts_with(str_from_offset(text, at), mark) || char_is_space(str_at(text, at + mark.len)))
        return 0;
    if (at > 0 && str_at(text, at - 1) == str_at(mark, 0))
        return 0;
    size_t close = str_find(text, mark, at + mark.len);
    bool pair = close != STR_NONE && close > at + mark.len && !char_is_space(str_at(text, close - 1));
    return pair ? close + mark.len - at : 0;
}

static size_t match_strong(Str text, size_t at)
{
    return match_pair(text, at, STR("**"));
}

static size_t match_emphasis(Str text, size_t at)
{
    bool word_before = at > 0 && char_is_alnum(str_at(text, at - 1));
    return word_before || !char_is_alpha(str_at(text, at + 1)) ? 0 : match_pair(text, at, STR("*"));
}

static size_t match_code(Str text, size_t at)
{
    return match_pair(text, at, STR("`"));
}

static const struct Kind {
    Match *match;
    const char *what;
} kinds[] = {
    { match_tag, "an HTML tag" },
    { match_entity, "a character reference of HTML" },
    { match_liquid, "Liquid" },
    { match_link, "a Markdown link" },
    { match_strong, "Markdown emphasis" },
    { match_emphasis, "Markdown emphasis" },
    { match_code, "Markdown code" },
};

bool markup_find(Markup *out, Str text)
{
    for (size_t at = 0; at < text.len; at++) {
        int c = str_at(text, at);
        if (c != '<' && c != '&' && c != '{' && c != '[' && c != '*' && c != '`')
            continue;
        for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
            size_t length = kinds[i].match(text, at);
            if (length > 0) {
                *out = (Markup){ at, at + length, kinds[i].what };
                return true;
            }
        }
    }
    return false;
}
