/* lib/post/people.c */
#include "post/people.h"

#include "base/buf.h"
#include "post/name.h"

enum {
    LINE_MAX_BYTES = 2000, /* no line that names people is longer: such a text is one name */
    KNOWN_PARTS = 4,       /* how many parts the name of a known organisation may fall into */
};

/* A piece of a line, between separators. */
typedef struct Part {
    Located text;
    bool apart; /* a semicolon or a slash stands before it: it is no affiliation of what went before */
    bool known;
} Part;

typedef VEC(Part) Parts;

typedef struct Splitter {
    const Vocabulary *known;
    Arena *arena;
} Splitter;

static bool is_known(const Splitter *splitter, Str name)
{
    return vocabulary_find(splitter->known, name, splitter->arena) != NULL;
}

/* The length of the separator at `at`, or 0. `and` and `&` stand between blanks. */
typedef size_t FindSeparator(Str text, size_t at);

static size_t find_and(Str text, size_t at)
{
    static const Str words[] = { STR_INIT(" and "), STR_INIT(" & ") };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq_nocase(str_slice(text, at, at + words[i].len), words[i]))
            return words[i].len - 1; /* its last blank may begin the next one */
    }
    return 0;
}

/* `Rob/Ann` may be anything; between two full names, or with blanks round it, a slash separates. */
static bool is_separating_slash(Str text, size_t at)
{
    bool blanks = char_is_space(at == 0 ? ' ' : str_at(text, at - 1)) && char_is_space(str_at(text, at + 1));
    return blanks
           || (name_kind(str_slice(text, 0, at)) == NAME_PERSON
               && name_kind(str_from_offset(text, at + 1)) == NAME_PERSON);
}

static size_t find_mark(Str text, size_t at)
{
    int c = str_at(text, at);
    bool comma = c == ',' && (at + 1 == text.len || !char_is_digit(str_at(text, at + 1)));
    return comma || c == ';' || (c == '/' && is_separating_slash(text, at)) ? 1 : 0;
}

static Located without_and(Located text)
{
    static const Str words[] = { STR_INIT("and "), STR_INIT("& ") };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq_nocase(str_slice(text.str, 0, words[i].len), words[i]))
            return located_trim(located_slice(text, words[i].len, text.str.len));
    }
    return text;
}

static void add_part(Parts *parts, Located text, size_t start, size_t end, bool apart, const Splitter *splitter)
{
    Located part = without_and(located_trim(located_slice(text, start, end)));
    if (part.str.len > 0)
        vec_push(splitter->arena, parts, (Part){ .text = part, .apart = apart });
}

/* Cuts at separators outside brackets. */
static Parts cut(Located text, FindSeparator *find, const Splitter *splitter)
{
    Parts parts = { 0 };
    size_t start = 0;
    int depth = 0;
    bool apart = false;

    for (size_t at = 0; at < text.str.len; at++) {
        int c = str_at(text.str, at);
        depth += c == '(' || c == '<';
        depth -= depth > 0 && (c == ')' || c == '>');
        size_t len = depth == 0 ? find(text.str, at) : 0;
        if (len == 0)
            continue;
        add_part(&parts, text, start, at, apart, splitter);
        apart = c == ';' || c == '/';
        start = at + len;
        at = start - 1;
    }
    add_part(&parts, text, start, text.str.len, apart, splitter);
    return parts;
}

static Located span_parts(const Parts *parts, size_t first, size_t last, Located whole)
{
    size_t start = (size_t)(parts->items[first].text.str.data - whole.str.data);
    Str end = parts->items[last].text.str;
    return located_slice(whole, start, (size_t)(end.data + end.len - whole.str.data));
}

/* Puts together what belongs together: known names with separators in them, and "Jr." behind its comma. */
static void join(Parts *parts, Located whole, const Splitter *splitter)
{
    size_t len = 0;
    for (size_t i = 0; i < parts->len;) {
        size_t last = i + KNOWN_PARTS < parts->len ? i + KNOWN_PARTS - 1 : parts->len - 1;
        while (last > i && !is_known(splitter, span_parts(parts, i, last, whole).str))
            last--;
        Part part = parts->items[i];
        bool suffix = last == i && i > 0 && !part.apart && name_is_suffix(part.text.str);
        part.text = span_parts(parts, i, last, whole);
        part.known = is_known(splitter, part.text.str);
        i = last + 1;
        if (!suffix) {
            parts->items[len++] = part;
            continue;
        }
        Str before = parts->items[len - 1].text.str;
        size_t start = (size_t)(before.data - whole.str.data);
        size_t end = (size_t)(part.text.str.data + part.text.str.len - whole.str.data);
        parts->items[len - 1].text = located_slice(whole, start, end);
    }
    parts->len = len;
}

static Person read_person(Located text);

static NameKind kind_of(const Part *part)
{
    return part->known ? NAME_PERSON : name_kind(read_person(part->text).name.str);
}

/* An "and" separates when people stand before it; "Ministry of Culture and Communication" is one name. */
static bool is_people(const Parts *parts)
{
    bool full = false;
    for (size_t i = 0; i < parts->len; i++) {
        NameKind kind = kind_of(&parts->items[i]);
        full = full || kind == NAME_PERSON;
        if (kind == NAME_OTHER && (i + 1 < parts->len || !full))
            return false;
    }
    return parts->len > 1;
}

/* --- one name ---------------------------------------------------------------------------------------------------- */

static bool is_address(Str text)
{
    return str_find_char(text, '@', 0) != STR_NONE && str_find_char(text, ' ', 0) == STR_NONE;
}

static void put_bracketed(Person *person, Str inside)
{
    if (str_starts_with(inside, STR("mailto:")))
        inside = str_from_offset(inside, 7);
    if (str_contains(inside, STR("://")))
        person->url = inside;
    else if (is_address(inside))
        person->email = inside;
    else
        person->affiliation = inside;
}

/* `Name <address>`, `Name (Affiliation)`, and `address (Name)` as RSS 2.0 writes it. */
static Person read_person(Located text)
{
    Person person = { .name = text };
    int last = text.str.len == 0 ? STR_END : str_at(text.str, text.str.len - 1);
    size_t open = last == '>'   ? str_find_char(text.str, '<', 0)
                  : last == ')' ? str_find_char(text.str, '(', 0)
                                : STR_NONE;
    if (open == STR_NONE)
        return person;
    Located inside = located_trim(located_slice(text, open + 1, text.str.len - 1));
    Located before = located_trim(located_slice(text, 0, open));
    bool pronouns = last == ')' && char_is_alpha(str_at(inside.str, 0)) && str_at(inside.str, 0) >= 'a'
                    && !is_address(inside.str) && !str_contains(inside.str, STR("://"));
    if (before.str.len == 0 || inside.str.len == 0 || pronouns)
        return person;
    person.name = before;
    if (is_address(before.str)) {
        person.name = inside;
        person.email = before.str;
    } else {
        put_bracketed(&person, inside.str);
    }
    return person;
}

Person people_read_one(Located text, const Vocabulary *known, Arena *arena)
{
    Splitter splitter = { known, arena };
    if (text.str.len > LINE_MAX_BYTES || is_known(&splitter, text.str))
        return (Person){ .name = text };
    Parts parts = cut(text, find_mark, &splitter);
    join(&parts, text, &splitter);
    bool role = parts.len == 2 && !parts.items[1].apart && !parts.items[1].known
                && kind_of(&parts.items[0]) == NAME_PERSON && kind_of(&parts.items[1]) == NAME_OTHER;
    if (!role)
        return read_person(text);
    Person person = read_person(parts.items[0].text);
    person.affiliation = parts.items[1].text.str;
    return person;
}

/* --- a line of them ---------------------------------------------------------------------------------------------- */

/* What a part between commas is, once its own "and"s are cut. */
typedef struct Names {
    Parts people; /* empty when it is no name of people */
    NameKind kind;
} Names;

static Names read_names(const Part *part, const Splitter *splitter)
{
    Names names = { .kind = kind_of(part) };
    if (part->known) {
        vec_push(splitter->arena, &names.people, *part);
        return names;
    }
    Parts parts = cut(part->text, find_and, splitter);
    join(&parts, part->text, splitter);
    if (is_people(&parts)) {
        names.people = parts;
        names.kind = NAME_PERSON;
    } else if (names.kind != NAME_OTHER) {
        vec_push(splitter->arena, &names.people, *part);
    }
    return names;
}

static void add_people(People *out, const Parts *parts, const Splitter *splitter)
{
    for (size_t i = 0; i < parts->len; i++) {
        Person person =
            parts->items[i].known ? (Person){ .name = parts->items[i].text } : read_person(parts->items[i].text);
        vec_push(splitter->arena, out, person);
    }
}

static void affiliate(People *out, size_t first, Str affiliation, const Splitter *splitter)
{
    for (size_t i = first; i < out->len; i++) {
        Str before = out->items[i].affiliation;
        out->items[i].affiliation =
            before.len == 0 ? affiliation : arena_join(splitter->arena, before, STR(", "), affiliation);
    }
}

/* "University of Tennessee, Knoxville" */
static bool is_place_of(const Parts *parts)
{
    return parts->len == 2 && !parts->items[0].known && !parts->items[1].known && !parts->items[1].apart
           && name_is_institution(parts->items[0].text.str);
}

static void add_line(People *out, Located line, const Parts *parts, const Splitter *splitter)
{
    size_t group = out->len; /* whom an affiliation belongs to */
    NameKind first = NAME_OTHER;

    if (is_place_of(parts)) {
        vec_push(splitter->arena, out, (Person){ .name = line });
        return;
    }
    for (size_t i = 0; i < parts->len; i++) {
        const Part *part = &parts->items[i];
        Names names = read_names(part, splitter);
        bool town = names.kind == NAME_SINGLE && parts->len == 2 && first == NAME_PERSON;
        if (i == 0)
            first = names.kind;
        if (i > 0 && !part->apart && (names.people.len == 0 || town)) {
            affiliate(out, group, part->text.str, splitter);
            continue;
        }
        group = out->len;
        if (names.people.len == 0)
            vec_push(splitter->arena, &names.people, *part);
        add_people(out, &names.people, splitter);
    }
}

void people_split(People *out, Located text, const Vocabulary *known, Arena *arena)
{
    Splitter splitter = { known, arena };
    if (text.str.len > LINE_MAX_BYTES || is_known(&splitter, text.str)) {
        vec_push(arena, out, (Person){ .name = text });
        return;
    }
    Parts parts = cut(text, find_mark, &splitter);
    join(&parts, text, &splitter);
    add_line(out, text, &parts, &splitter);
}
