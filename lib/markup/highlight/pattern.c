#include "markup/highlight/pattern.h"

#include <stdlib.h>

enum { GROUP_STEPS = 3 }; /* what a group takes longer than a character */

typedef struct Try {
    Match *match;
    const char *pattern; /* for numbering its groups */
    size_t start;        /* nothing before it is seen */
    size_t *work;
    bool nocase;
} Try;

static size_t match_sequence(Try *t, const char *p, size_t at);

static void spend(Try *t, size_t steps)
{
    *t->work = *t->work > steps ? *t->work - steps : 0;
}

static const char *skip_set(const char *p)
{
    for (p += p[1] == '^' ? 2 : 1; *p != ']'; p++) {
        if (*p == '\\')
            p++;
    }
    return p + 1;
}

static const char *skip_group(const char *p);

static const char *skip_item(const char *p)
{
    switch (*p) {
    case '\\':
        return p + 2;
    case '[':
        return skip_set(p);
    case '(':
        return skip_group(p);
    default:
        return p + 1;
    }
}

/* The start of the next branch, or the parenthesis that ends the group. */
static const char *skip_branch(const char *p)
{
    while (*p != '\0' && *p != '|' && *p != ')')
        p = skip_item(p);
    return p;
}

static const char *skip_group(const char *p)
{
    int depth = 0;

    do {
        if (*p == '(')
            depth++;
        else if (*p == ')')
            depth--;
        p = *p == '[' || *p == '\\' ? skip_item(p) : p + 1;
    } while (depth > 0);
    return p;
}

static bool is_word(int c)
{
    return char_is_alnum(c) || c == '_';
}

/* Whether `\` and this letter stands for a kind of characters that `c` is of. */
static bool is_of_kind(char kind, int c)
{
    switch (kind) {
    case 'd':
        return char_is_digit(c);
    case 'w':
        return is_word(c);
    case 's':
        return char_is_space(c);
    case 'u':
        return c >= 0x80;
    case 'D':
        return !char_is_digit(c);
    case 'W':
        return !is_word(c);
    case 'S':
        return !char_is_space(c);
    case 'n':
        return c == '\n';
    case 't':
        return c == '\t';
    default:
        return c == kind;
    }
}

/* `p` stands behind the bracket. */
static bool is_in_set(const char *p, int c)
{
    for (; *p != ']'; p++) {
        if (*p == '\\') {
            if (is_of_kind(*++p, c))
                return true;
        } else if (p[1] == '-' && p[2] != ']') {
            if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2])
                return true;
            p += 2;
        } else if ((unsigned char)*p == c) {
            return true;
        }
    }
    return false;
}

static bool is_character(const Try *t, const char *p, int c)
{
    if (c == STR_END)
        return false;
    if (t->nocase)
        c = char_lower(c);
    switch (*p) {
    case '.':
        return c != '\n';
    case '\\':
        return is_of_kind(p[1], c);
    case '[':
        return p[1] == '^' ? !is_in_set(p + 2, c) : is_in_set(p + 1, c);
    default:
        return (unsigned char)*p == c;
    }
}

/* One character of UTF-8, wherever a set takes its first byte. */
static size_t match_character(const Try *t, const char *p, size_t at)
{
    Str text = t->match->text;
    int c = str_at(text, at);

    if (!is_character(t, p, c))
        return STR_NONE;
    at++;
    if (c >= 0xc0) {
        while ((str_at(text, at) & 0xc0) == 0x80 && at < text.len)
            at++;
    }
    return at;
}

/* Ruby's \b counts letters of all scripts; here all beyond ASCII but punctuation and symbols, U+2000 to U+2FFF. */
static bool is_letter_at(Str text, size_t at)
{
    int c = str_at(text, at);

    return is_word(c) || (c > 0xc2 && c != 0xe2);
}

static bool is_edge(const Try *t, size_t at)
{
    Str text = t->match->text;
    size_t before = at;

    if (at == t->start)
        return is_letter_at(text, at);
    do
        before--;
    while (before > t->start && (str_at(text, before) & 0xc0) == 0x80);
    return is_letter_at(text, before) != is_letter_at(text, at);
}

/* The first branch that fits; where none does, what its groups took is forgotten. */
static size_t match_choice(Try *t, const char *p, size_t at)
{
    for (;; p++) {
        size_t end = match_sequence(t, p, at);
        if (end != STR_NONE)
            return end;
        for (size_t i = 1; i < PATTERN_GROUPS; i++) {
            Group *group = &t->match->groups[i];
            if (group->start != STR_NONE && group->start >= at)
                group->start = STR_NONE;
        }
        p = skip_branch(p);
        if (*p != '|')
            return STR_NONE;
    }
}

static size_t match_until(Try *t, const char *p, size_t at)
{
    char wanted[16];
    size_t len = 0;

    for (; *p != ')' && len < sizeof(wanted); p++) {
        if (*p == '\\')
            p++;
        wanted[len++] = p[-1] == '\\' && *p == 'n' ? '\n' : *p;
    }
    Str text = t->match->text;
    size_t found = str_find(text, (Str){ wanted, len }, at);
    spend(t, (found == STR_NONE ? text.len - at : found - at) / 8);
    return found;
}

static size_t group_number(const Try *t, const char *p)
{
    size_t number = 1;

    for (const char *q = t->pattern; q < p;) {
        if (*q == '[' || *q == '\\') {
            q = skip_item(q);
            continue;
        }
        if (*q == '(' && q[1] != '?')
            number++;
        q++;
    }
    return number < PATTERN_GROUPS ? number : PATTERN_GROUPS - 1;
}

static size_t match_parenthesis(Try *t, const char *p, size_t at)
{
    spend(t, GROUP_STEPS);
    if (p[1] != '?') {
        size_t end = match_choice(t, p + 1, at);
        if (end != STR_NONE)
            t->match->groups[group_number(t, p)] = (Group){ at, end };
        return end;
    }
    switch (p[2]) {
    case ':':
        return match_choice(t, p + 3, at);
    case '=':
        return match_choice(t, p + 3, at) != STR_NONE ? at : STR_NONE;
    case '!':
        return match_choice(t, p + 3, at) == STR_NONE ? at : STR_NONE;
    default:
        return match_until(t, p + 3, at);
    }
}

/* What group `i` took, once more. */
static size_t match_again(const Try *t, size_t i, size_t at)
{
    Str taken = match_group(t->match, i);

    return str_starts_with(str_from_offset(t->match->text, at), taken) ? at + taken.len : STR_NONE;
}

static size_t match_item(Try *t, const char *p, size_t at)
{
    Str text = t->match->text;

    switch (*p) {
    case '(':
        return match_parenthesis(t, p, at);
    case '^':
        return at == 0 || str_at(text, at - 1) == '\n' ? at : STR_NONE;
    case '$':
        return at == text.len || str_at(text, at) == '\n' ? at : STR_NONE;
    case '\\':
        if (p[1] == 'b')
            return is_edge(t, at) ? at : STR_NONE;
        if (p[1] == 'z')
            return at == text.len ? at : STR_NONE;
        if (p[1] == 'A')
            return at == 0 ? at : STR_NONE;
        if (char_is_digit(p[1]))
            return match_again(t, (size_t)(p[1] - '0'), at);
        return match_character(t, p, at);
    default:
        return match_character(t, p, at);
    }
}

typedef enum Greed { KEEP_ALL, FEWEST, MOST } Greed;

typedef struct Repeat {
    size_t min, max;
    Greed greed;
} Repeat;

/* Reads what stands behind an item and steps over it. */
static Repeat read_repeat(const char **p)
{
    Repeat repeat = { 1, 1, KEEP_ALL };
    char *end;

    switch (**p) {
    case '*':
        repeat.min = 0;
        repeat.max = STR_NONE;
        break;
    case '+':
        repeat.max = STR_NONE;
        break;
    case '?':
        repeat.min = 0;
        break;
    case '{':
        repeat.min = strtoul(*p + 1, &end, 10);
        repeat.max = *end == ',' ? strtoul(end + 1, &end, 10) : repeat.min;
        if (end[-1] == ',')
            repeat.max = STR_NONE;
        *p = end;
        break;
    default:
        return repeat;
    }
    ++*p;
    if (**p == '?' || **p == '&')
        repeat.greed = *(*p)++ == '?' ? FEWEST : MOST;
    return repeat;
}

static size_t match_repeated(Try *t, const char *p, Repeat repeat, size_t at)
{
    size_t count = 0;

    while (count<repeat.max && * t->work> 0) {
        --*t->work;
        size_t end = match_item(t, p, at);
        if (end == STR_NONE)
            break;
        count++;
        if (end == at)
            return at;
        at = end;
    }
    return count >= repeat.min ? at : STR_NONE;
}

/* A repeat that leaves something to the rest of its branch; a group around it takes what it takes. */
typedef struct Yielding {
    const char *item, *rest;
    Repeat repeat;
    size_t group; /* 0: none */
    size_t start;
} Yielding;

static size_t match_rest(Try *t, const Yielding *y, size_t at)
{
    if (y->group > 0)
        t->match->groups[y->group] = (Group){ y->start, at };
    return match_sequence(t, y->rest, at);
}

static size_t match_fewest(Try *t, const Yielding *y)
{
    size_t at = y->start;

    for (size_t count = 0; *t->work > 0; count++) {
        size_t end = count < y->repeat.min ? STR_NONE : match_rest(t, y, at);
        if (end != STR_NONE || count == y->repeat.max || *t->work == 0)
            return end;
        --*t->work;
        end = match_item(t, y->item, at);
        if (end == STR_NONE || end == at)
            return STR_NONE;
        at = end;
    }
    return STR_NONE;
}

static size_t match_most(Try *t, const Yielding *y)
{
    size_t min = y->repeat.min;
    size_t least = min == 0 ? y->start : match_repeated(t, y->item, (Repeat){ min, min, KEEP_ALL }, y->start);
    size_t most = match_repeated(t, y->item, y->repeat, y->start);

    if (least == STR_NONE)
        return STR_NONE;
    for (; *t->work > 0; most--) {
        bool whole = (str_at(t->match->text, most) & 0xc0) != 0x80 || most == t->match->text.len;
        size_t end = whole ? match_rest(t, y, most) : STR_NONE;
        if (end != STR_NONE || most == least)
            return end;
    }
    return STR_NONE;
}

/* Whether a repeat that yields stands at `*p`, or a group around it alone; then steps over it. */
static bool read_yielding(const Try *t, const char **p, Yielding *y)
{
    const char *end = *p;
    bool grouped = *end == '(' && end[1] != '?';

    if (grouped)
        end++;
    if (*end == '\0' || *end == ')' || *end == '|')
        return false;
    y->item = end;
    end = skip_item(end);
    y->repeat = read_repeat(&end);
    y->group = grouped ? group_number(t, *p) : 0;
    if (y->repeat.greed == KEEP_ALL || (grouped && *end++ != ')'))
        return false;
    y->rest = *p = end;
    return true;
}

static size_t match_sequence(Try *t, const char *p, size_t at)
{
    Yielding y;

    while (*p != '\0' && *p != '|' && *p != ')' && at != STR_NONE) {
        y.start = at;
        if (read_yielding(t, &p, &y))
            return (y.repeat.greed == FEWEST ? match_fewest : match_most)(t, &y);
        const char *item = p;
        p = skip_item(p);
        at = match_repeated(t, item, read_repeat(&p), at);
    }
    return at;
}

bool pattern_ignores_case(const char *pattern)
{
    return strncmp(pattern, "(?i)", 4) == 0;
}

bool pattern_match(Match *match, const char *pattern, Str text, size_t at, size_t *work)
{
    Try t = { match, pattern, at, work, false };

    if (pattern_ignores_case(pattern)) {
        t.nocase = true;
        t.pattern += 4;
    }
    match->text = text;
    for (size_t i = 1; i < PATTERN_GROUPS; i++)
        match->groups[i] = (Group){ STR_NONE, STR_NONE };
    size_t end = match_sequence(&t, t.pattern, at);
    match->groups[0] = (Group){ at, end };
    return end != STR_NONE && *work > 0;
}

Str match_group(const Match *match, size_t i)
{
    Group group = match->groups[i];

    return group.start == STR_NONE ? (Str){ 0 } : str_slice(match->text, group.start, group.end);
}
