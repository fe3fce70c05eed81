/* lib/post/name.c */
#include "post/name.h"

#include "base/utf8.h"

enum { WORDS_MAX = 6 }; /* of a person's name */

/* Words of roles and organisations; each table in order of bytes, lower case. */
static const char *const other_words[] = {
    "academy",      "administration", "administrator", "advisor",     "agency",       "alliance",       "analyst",
    "architect",    "archive",        "archives",      "archivist",   "assistant",    "associate",      "association",
    "authority",    "blog",           "board",         "bureau",      "center",       "centre",         "chair",
    "co-chair",     "collective",     "college",       "commission",  "committee",    "communications", "community",
    "company",      "conference",     "consortium",    "consultant",  "contributors", "coordinator",    "corporation",
    "council",      "curator",        "department",    "deputy",      "design",       "developer",      "development",
    "digital",      "director",       "division",      "editor",      "editorial",    "editors",        "engineer",
    "engineering",  "executive",      "federation",    "foundation",  "founder",      "gallery",        "gmbh",
    "government",   "group",          "inc",           "initiative",  "institute",    "institution",    "international",
    "lab",          "laboratory",     "labs",          "librarian",   "libraries",    "library",        "llc",
    "ltd",          "maintainer",     "maintainers",   "manager",     "managing",     "marketing",      "member",
    "members",      "ministry",       "museum",        "museums",     "national",     "network",        "news",
    "newsletter",   "office",         "officer",       "operations",  "organisation", "organization",   "partners",
    "president",    "programme",      "project",       "records",     "relations",    "representative", "research",
    "researcher",   "school",         "scientist",     "secretariat", "secretary",    "services",       "society",
    "software",     "solutions",      "specialist",    "staff",       "studies",      "systems",        "team",
    "technologies", "technology",     "the",           "treasurer",   "trust",        "union",          "universities",
    "university",   "vice",           "webmaster",     "working",
};
static const char *const institution_words[] = { "college", "institute", "school", "university" };

/* Parts of names that are written in lower case. */
static const char *const particles[] = {
    "af",  "al",  "ap",  "av",  "bin", "bint", "da",  "das", "de",  "degli", "dei", "del", "della",
    "den", "der", "di",  "do",  "dos", "du",   "e",   "el",  "ibn", "la",    "las", "le",  "los",
    "san", "ten", "ter", "tot", "ul",  "van",  "vom", "von", "y",   "zu",    "zum", "zur",
};
static const char *const suffixes[] = { "esq", "ii", "iii", "iv", "jr", "mba", "md", "mlis", "phd", "sr" };

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static int compare_word(Str word, const char *known)
{
    size_t i = 0;
    while (i < word.len && known[i] != '\0' && char_lower(str_at(word, i)) == known[i])
        i++;
    int a = i < word.len ? char_lower(str_at(word, i)) : 0;
    return a - (unsigned char)known[i];
}

static bool is_listed(Str word, const char *const *table, size_t count)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        int order = compare_word(word, table[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            count = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* The next word, without the commas, full stops and quotation marks around it. */
static bool next_word(Str *word, Str *rest)
{
    *rest = str_trim_left(*rest);
    size_t end = 0;
    while (end < rest->len && !char_is_space(str_at(*rest, end)))
        end++;
    *word = str_slice(*rest, 0, end);
    *rest = str_from_offset(*rest, end);
    bool any = word->len > 0;
    while (word->len > 0 && strchr(".,\"", word->data[word->len - 1]) != NULL)
        word->len--;
    while (word->len > 0 && word->data[0] == '"')
        *word = str_from_offset(*word, 1);
    return any;
}

typedef struct Letters {
    size_t capitals, small; /* ASCII */
    bool strange;           /* what no name has */
    bool starts_small;
    bool capital_inside; /* behind an apostrophe or a hyphen: d'Arc, al-Khalili */
} Letters;

/* Letters past ASCII are taken as they come: most scripts have no capitals. */
static Letters count_letters(Str word)
{
    Letters letters = { .starts_small = char_is_alpha(str_at(word, 0)) && str_at(word, 0) >= 'a' };
    for (size_t i = 0; i < word.len; i++) {
        int c = str_at(word, i);
        bool capital = c >= 'A' && c <= 'Z';
        letters.capitals += capital;
        letters.small += char_is_alpha(c) && !capital;
        letters.capital_inside = letters.capital_inside || (capital && i > 1);
        letters.strange = letters.strange || (c < 0x80 && !char_is_alpha(c) && strchr("'-.,", c) == NULL);
    }
    return letters;
}

static bool is_acronym(Str word, const Letters *letters)
{
    bool spelled = letters->capitals >= 3 && letters->small == 0;
    return spelled && str_find_char(word, '.', 0) == STR_NONE && !is_listed(word, suffixes, COUNT(suffixes));
}

static bool has_capitals(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] >= 'A' && text.data[i] <= 'Z')
            return true;
    }
    return false;
}

NameKind name_kind(Str text)
{
    bool capitals = has_capitals(text);
    Str rest = text;
    Str word;
    size_t words = 0;
    size_t acronyms = 0;

    while (next_word(&word, &rest)) {
        Letters letters = count_letters(word);
        bool particle = is_listed(word, particles, COUNT(particles)) || letters.capital_inside;
        bool small = capitals && letters.starts_small && !particle;
        if (++words > WORDS_MAX || letters.strange || small || is_listed(word, other_words, COUNT(other_words)))
            return NAME_OTHER;
        acronyms += is_acronym(word, &letters);
    }
    if (words == 0 || (acronyms > 0 && (words == 1 || acronyms < words)))
        return NAME_OTHER;
    return words == 1 ? NAME_SINGLE : NAME_PERSON;
}

bool name_is_suffix(Str text)
{
    char letters[8];
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '.')
            continue;
        if (len == sizeof(letters))
            return false;
        letters[len++] = text.data[i];
    }
    return is_listed((Str){ letters, len }, suffixes, COUNT(suffixes));
}

bool name_is_institution(Str text)
{
    Str rest = text;
    Str word;
    while (next_word(&word, &rest)) {
        if (is_listed(word, institution_words, COUNT(institution_words)))
            return true;
    }
    return false;
}
