/* lib/check/text_caps.c - a second capital by mistake: "THe", "MInistry". */
#include "base/map.h"
#include "check/prose.h"

enum { LENGTH_MAX = 32 };

/* What needs no other post to be told from a name, in order. */
static const char *const common[] = {
    "about",      "after",     "all",        "also",      "and",       "any",       "are",        "art",     "article",
    "august",     "available", "back",       "because",   "been",      "before",    "best",       "better",  "between",
    "both",       "build",     "but",        "can",       "check",     "community", "conference", "could",   "day",
    "december",   "developer", "developers", "does",      "done",      "during",    "each",       "event",   "every",
    "february",   "find",      "first",      "following", "for",       "free",      "friday",     "from",    "get",
    "good",       "great",     "group",      "has",       "have",      "help",      "here",       "how",     "however",
    "images",     "into",      "its",        "january",   "join",      "july",      "june",       "just",    "know",
    "last",       "latest",    "library",    "like",      "linux",     "list",      "made",       "make",    "many",
    "march",      "may",       "meeting",    "member",    "members",   "monday",    "month",      "more",    "most",
    "much",       "need",      "new",        "news",      "next",      "not",       "november",   "now",     "october",
    "one",        "online",    "only",       "open",      "other",     "our",       "out",        "over",    "own",
    "part",       "people",    "please",     "program",   "project",   "projects",  "public",     "read",    "release",
    "released",   "report",    "saturday",   "see",       "september", "she",       "should",     "since",   "site",
    "software",   "some",      "source",     "start",     "such",      "sunday",    "support",    "team",    "than",
    "thank",      "thanks",    "that",       "the",       "their",     "them",      "then",       "there",   "these",
    "they",       "this",      "those",      "through",   "thursday",  "time",      "today",      "tuesday", "two",
    "university", "update",    "use",        "used",      "user",      "users",     "using",      "version", "very",
    "via",        "visit",     "was",        "wednesday", "week",      "welcome",   "well",       "were",    "what",
    "when",       "where",     "which",      "while",     "who",       "why",       "will",       "with",    "work",
    "working",    "world",     "would",      "year",      "years",     "you",       "your"
};

static bool is_letter(int c)
{
    return char_is_alpha(c) || c >= 0x80;
}

/* Two capitals, then small letters: not "APIs", "iPhone", "McDonald". */
static bool is_suspect(Str word)
{
    size_t capitals = 0;
    while (prose_is_capital(str_at(word, capitals)))
        capitals++;
    for (size_t i = capitals; i < word.len; i++) {
        if (!prose_is_small(str_at(word, i)))
            return false;
    }
    bool plural = word.len == capitals + 1 && str_at(word, capitals) == 's';
    return capitals == 2 && word.len > capitals && word.len > 2 && word.len <= LENGTH_MAX && !plural;
}

static Str lower(Str word, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < word.len; i++)
        buf_put_char(&out, (char)char_lower(str_at(word, i)));
    return buf_str(&out);
}

void prose_check_caps(const Prose *prose)
{
    static const char glue[] = "-_/.@#&0123456789'";
    const Subject *subject = prose->subject;
    Str text = prose->text;

    for (size_t at = 0; at < text.len; at++) {
        if (!prose_is_capital(str_at(text, at)))
            continue;
        size_t end = at;
        while (is_letter(str_at(text, end)))
            end++;
        Str word = str_slice(text, at, end);
        int before = at > 0 ? str_at(text, at - 1) : ' ', after = str_at(text, end);
        bool dotted = after == '.' && is_letter(str_at(text, end + 1));
        bool free =
            memchr(glue, before, sizeof(glue) - 1) == NULL && !is_letter(before) && !dotted
            && (after == STR_END || after == '.' || after == '\'' || memchr(glue, after, sizeof(glue) - 1) == NULL);
        if (free && is_suspect(word))
            vec_push(subject->keep, &subject->facts->capitals,
                     (CapitalsFact){ arena_copy(subject->keep, word), prose_span(prose, at, end) });
        at = end;
    }
}

/* --- together ---------------------------------------------------------------------------------------------------- */

/* How often a suspect stands in the site as it is, and as it may be meant. */
typedef struct Spelling {
    size_t suspect, right;
    size_t name; /* of what stands behind its first letter: "KMail" is a mail program */
} Spelling;

typedef struct Spellings {
    Arena *arena;
    Map by_word;                 /* in lower case, to Spelling */
    Map by_tail;                 /* without the first letter, to Spelling */
    bool initial[UINT8_MAX + 1]; /* of any of them */
} Spellings;

static void add_suspects(Spellings *spellings, const PostFacts *facts)
{
    for (size_t i = 0; facts != NULL && i < facts->capitals.len; i++) {
        Str word = lower(facts->capitals.items[i].word, spellings->arena);
        Spelling **spelling = (Spelling **)map_at(&spellings->by_word, word);
        if (*spelling == NULL)
            *spelling = ARENA_NEW(spellings->arena, Spelling);
        (*spelling)->suspect++;
        map_put(&spellings->by_tail, str_from_offset(word, 1), *spelling);
        spellings->initial[(uint8_t)word.data[0]] = true;
        spellings->initial[(uint8_t)word.data[1]] = true;
    }
}

/* Whether a word is one of a sentence: not part of an address or of another name. */
static bool is_plain(Str text, size_t start, size_t end)
{
    static const char glue[] = "-_/.@#&=:0123456789";
    int before = start > 0 ? (unsigned char)text.data[start - 1] : ' ', after = str_at(text, end),
        beyond = str_at(text, end + 1);
    bool ends = after == STR_END || memchr(glue, after, sizeof(glue) - 1) == NULL
                || ((after == '.' || after == ':') && !char_is_alnum(beyond));
    return ends && !is_letter(before) && !is_letter(after) && memchr(glue, before, sizeof(glue) - 1) == NULL;
}

/* Counts "Ministry" in all that was written. */
static void count_right(const Spellings *spellings, Str text)
{
    char word[LENGTH_MAX];

    for (size_t at = 0; at < text.len;) {
        if (!prose_is_capital((unsigned char)text.data[at])) {
            at++;
            continue;
        }
        size_t end = at + 1;
        while (end < text.len && prose_is_small((unsigned char)text.data[end]))
            end++;
        int first = char_lower((unsigned char)text.data[at]);
        if (spellings->initial[(uint8_t)first] && end - at > 1 && end - at <= LENGTH_MAX) {
            memcpy(word, text.data + at, end - at);
            word[0] = (char)first;
            Spelling *right = map_get(&spellings->by_word, (Str){ word, end - at });
            Spelling *name = map_get(&spellings->by_tail, (Str){ word, end - at });
            if (right != NULL)
                right->right += is_plain(text, at, end);
            if (name != NULL)
                name->name += at == 0 || !is_letter((unsigned char)text.data[at - 1]);
        }
        at = end;
    }
}

static void report_suspects(const Spellings *spellings, SitePost *post, const PostFacts *facts)
{
    enum { OFTEN = 3, SURELY = 3 }; /* what stands often is a name */
    Diags *diags = &post->diags;
    for (size_t i = 0; facts != NULL && i < facts->capitals.len; i++) {
        const CapitalsFact *fact = &facts->capitals.items[i];
        Str word = lower(fact->word, spellings->arena);
        const Spelling *spelling = map_get(&spellings->by_word, word);
        bool typo = spelling->suspect < OFTEN && spelling->right > 1 && spelling->right > SURELY * spelling->suspect
                    && spelling->name == 0;
        bool known = str_is_among(word, common, sizeof(common) / sizeof(common[0]));
        if (!known && !typo)
            continue;
        Str right = arena_join(diags->arena, str_slice(fact->word, 0, 1), str_from_offset(word, 1), (Str){ NULL, 0 });
        diag_warning(diags, "caps-typo", fact->span, "\"" STR_FMT "\" has a capital too many", STR_ARG(fact->word));
        diag_hint(diags, "write \"" STR_FMT "\"", STR_ARG(right));
        if (str_eq(source_text(fact->span), fact->word))
            diag_fix(diags, fact->span, right, false);
    }
}

void check_prose_together(const Overview *overview)
{
    const Site *site = overview->site;
    Spellings spellings = { .arena = overview->arena,
                            .by_word = { .arena = overview->arena },
                            .by_tail = { .arena = overview->arena } };

    for (size_t i = 0; i < site->all_count; i++)
        add_suspects(&spellings, overview->facts[i]);
    if (spellings.by_word.len == 0)
        return;
    for (size_t i = 0; i < site->all_count; i++) {
        if (site->all[i]->post.source != NULL)
            count_right(&spellings, site->all[i]->post.source->text);
    }
    for (size_t i = 0; i < site->all_count; i++)
        report_suspects(&spellings, site->all[i], overview->facts[i]);
}
