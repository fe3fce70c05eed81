/* lib/check/text_caps.c - a second capital by mistake: "THe", "MInistry". */
#include "base/map.h"
#include "check/prose.h"

enum { LENGTH_MAX = 32, ALPHABET = 26 }; /* lengths are bits of a number */

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

/* Whether the letters from `start` to `end` are a word: no part of an address, of a file's name, of another word. */
static bool is_whole(Str text, size_t start, size_t end)
{
    static const char glue[] = "-_/.@#&=:`0123456789";
    int32_t before = prose_before(text, start), after = prose_after(text, end);
    bool stop = (after == '.' || after == ':') && !char_is_alnum(str_at(text, end + 1));
    bool ends = stop || after < 0 || after >= 0x80 || memchr(glue, after, sizeof(glue) - 1) == NULL;
    bool begins = before < 0 || before >= 0x80 || memchr(glue, before, sizeof(glue) - 1) == NULL;
    return begins && ends && !prose_is_letter(before) && !prose_is_letter(after);
}

/* "sed, the Stream EDitor": the capitals say where the letters of a name come from. */
static bool spells_name(Str text, size_t start)
{
    enum { LETTERS = 3 };
    size_t before = start > 0 ? start - 1 : 0;
    while (before > 0 && char_is_alpha(str_at(text, before - 1)))
        before--;
    if (start == 0 || str_at(text, start - 1) != ' ' || before + 1 >= start)
        return false;
    char name[LETTERS] = { text.data[before], text.data[start], text.data[start + 1] };
    for (size_t at = 0; at < text.len; at++) {
        bool begins = at == 0 || !prose_is_letter(prose_before(text, at));
        if (begins && str_eq_nocase(str_slice(text, at, at + LETTERS), (Str){ name, LETTERS })
            && !prose_is_letter(prose_after(text, at + LETTERS)))
            return true;
    }
    return false;
}

void prose_check_caps(const Prose *prose)
{
    const Subject *subject = prose->subject;
    Str text = prose->text;

    for (size_t at = 0; at < text.len; at++) {
        if (!prose_is_capital(str_at(text, at)))
            continue;
        size_t end = at;
        while (char_is_alpha(str_at(text, end)))
            end++;
        Str word = str_slice(text, at, end);
        if (is_suspect(word) && is_whole(text, at, end) && !spells_name(text, at))
            vec_push(subject->keep, &subject->facts->capitals,
                     (CapitalsFact){ arena_copy(subject->keep, word), prose_span(prose, at, end) });
        at = end;
    }
}

/* --- together ---------------------------------------------------------------------------------------------------- */

enum { OFTEN = 3 }; /* what stands so often as it is, is a name */

/* How often a suspect stands in the site as it is, and as it may be meant. */
typedef struct Spelling {
    size_t suspect;
    size_t capitalised, small; /* "Ministry", "ministry" */
    size_t tail;               /* what stands behind its first letter: "KMail" is a mail program */
} Spelling;

typedef struct Spellings {
    Arena *arena;
    size_t posts;
    Map by_word;                          /* in lower case, to Spelling */
    Map by_tail;                          /* without the first letter, to Spelling */
    uint32_t lengths[ALPHABET][ALPHABET]; /* of any of them, as bits, by their first two letters */
} Spellings;

static void add_suspects(Spellings *spellings, const PostFacts *facts)
{
    for (size_t i = 0; facts != NULL && i < facts->capitals.len; i++) {
        Str word = lower(facts->capitals.items[i].word, spellings->arena);
        if (!map_has(&spellings->by_word, word))
            map_put(&spellings->by_word, word, ARENA_NEW(spellings->arena, Spelling));
    }
}

static void count_suspects(Spellings *spellings, const PostFacts *facts)
{
    for (size_t i = 0; facts != NULL && i < facts->capitals.len; i++) {
        Spelling *spelling = map_get(&spellings->by_word, lower(facts->capitals.items[i].word, spellings->arena));
        if (spelling != NULL)
            spelling->suspect++;
    }
}

/* The bit of its length; nearly all words of a site are told by it to be none of them. */
static uint32_t length_bit(size_t length)
{
    return 1U << (length - 1);
}

static void expect_word(Spellings *spellings, Str word)
{
    spellings->lengths[str_at(word, 0) - 'a'][str_at(word, 1) - 'a'] |= length_bit(word.len);
}

static bool is_expected(const Spellings *spellings, int first, int second, size_t length)
{
    return length > 1 && length <= LENGTH_MAX
           && (spellings->lengths[first - 'a'][second - 'a'] & length_bit(length)) != 0;
}

/* Only what is rare is worth counting. */
static bool prepare(Spellings *spellings)
{
    bool any = false;
    for (size_t i = 0; i < spellings->by_word.len; i++) {
        const MapEntry *entry = &spellings->by_word.entries[i];
        Spelling *spelling = entry->value;
        if (spelling->suspect >= OFTEN)
            continue;
        map_put(&spellings->by_tail, str_from_offset(entry->key, 1), spelling);
        expect_word(spellings, entry->key);
        expect_word(spellings, str_from_offset(entry->key, 1));
        any = true;
    }
    return any;
}

static void count_word(const Spellings *spellings, Str text, size_t start, size_t end)
{
    char small[LENGTH_MAX];
    Str word = { small, end - start };

    memcpy(small, text.data + start, word.len);
    small[0] = (char)char_lower((unsigned char)small[0]);
    Spelling *right = map_get(&spellings->by_word, word), *tail = map_get(&spellings->by_tail, word);
    if (right == NULL && tail == NULL)
        return;
    bool plain = is_whole(text, start, end), capital = text.data[start] != small[0];
    if (right != NULL)
        *(capital ? &right->capitalised : &right->small) += plain;
    if (tail != NULL)
        tail->tail += plain || (capital && !prose_is_letter(prose_before(text, start)));
}

/* All words of what was written. */
static void count_words(const Spellings *spellings, Str text)
{
    for (size_t at = 0; at < text.len;) {
        int first = char_lower((unsigned char)text.data[at]);
        if (!prose_is_small(first)) {
            at++;
            continue;
        }
        size_t end = at + 1;
        while (end < text.len && prose_is_small((unsigned char)text.data[end]))
            end++;
        if (is_expected(spellings, first, str_at(text, at + 1), end - at))
            count_word(spellings, text, at, end);
        at = end;
    }
}

/* Names of programs are often small words elsewhere, as "DBus": only a word of many posts is none. */
static bool is_slip(const Spellings *spellings, Str word)
{
    enum { SURELY = 3, LONG = 5, SHARE = 20 };
    const Spelling *spelling = map_get(&spellings->by_word, word);
    if (str_is_among(word, common, sizeof(common) / sizeof(common[0])))
        return true;
    if (spelling->suspect >= OFTEN || spelling->tail > 0)
        return false;
    bool capitalised = spelling->capitalised > 1 && spelling->capitalised > SURELY * spelling->suspect;
    bool usual = spelling->capitalised + spelling->small >= SURELY + spellings->posts / SHARE;
    return capitalised || (usual && word.len >= LONG && spelling->suspect == 1);
}

static void report_suspects(const Spellings *spellings, SitePost *post, const PostFacts *facts)
{
    Diags *diags = &post->diags;
    for (size_t i = 0; facts != NULL && i < facts->capitals.len; i++) {
        const CapitalsFact *fact = &facts->capitals.items[i];
        Str word = lower(fact->word, spellings->arena);
        if (!is_slip(spellings, word))
            continue;
        Str right = arena_join(diags->arena, str_slice(fact->word, 0, 1), str_from_offset(word, 1), (Str){ NULL, 0 });
        diag_warning(diags, "caps-typo", fact->span, "\"" STR_FMT "\" has a capital too many", STR_ARG(fact->word));
        diag_hint(diags, "write \"" STR_FMT "\"", STR_ARG(right));
        if (str_eq(source_text(fact->span), fact->word))
            diag_fix(diags, fact->span, right, false);
    }
}

static void count_texts(Spellings *spellings, const Site *site, const SitePost *but)
{
    bool rare = prepare(spellings);
    for (size_t i = 0; rare && i < site->all_count; i++) {
        if (site->all[i] != but && site->all[i]->post.source != NULL)
            count_words(spellings, site->all[i]->post.source->text);
    }
}

/* Of one post that is checked again and again, the texts of all others are read once for each of its suspects. */
static void count_with_cache(Spellings *spellings, const Overview *overview)
{
    Map *cache = overview->words;
    Spellings fresh = *spellings;
    Str prefix = arena_join(overview->arena, overview->only->post.path, STR("\n"), (Str){ NULL, 0 });

    fresh.by_word = (Map){ .arena = overview->arena };
    for (size_t i = 0; i < spellings->by_word.len; i++) {
        Str word = spellings->by_word.entries[i].key;
        Str key = arena_join(overview->arena, prefix, word, (Str){ NULL, 0 });
        if (((const Spelling *)spellings->by_word.entries[i].value)->suspect >= OFTEN || map_has(cache, key))
            continue;
        Spelling *spelling = ARENA_NEW(cache->arena, Spelling);
        map_put(cache, arena_copy(cache->arena, key), spelling);
        map_put(&fresh.by_word, word, spelling);
    }
    if (fresh.by_word.len > 0)
        count_texts(&fresh, overview->site, overview->only);
    for (size_t i = 0; i < spellings->by_word.len; i++) {
        Spelling *spelling = spellings->by_word.entries[i].value;
        const Spelling *others =
            map_get(cache, arena_join(overview->arena, prefix, spellings->by_word.entries[i].key, (Str){ NULL, 0 }));
        if (others == NULL)
            continue;
        spelling->capitalised = others->capitalised;
        spelling->small = others->small;
        spelling->tail = others->tail;
    }
    if (prepare(spellings))
        count_words(spellings, overview->only->post.source->text);
}

void check_prose_together(const Overview *overview)
{
    const Site *site = overview->site;
    Spellings spellings = { .arena = overview->arena,
                            .posts = site->all_count,
                            .by_word = { .arena = overview->arena },
                            .by_tail = { .arena = overview->arena } };

    for (size_t i = 0; i < site->all_count; i++) {
        if (overview_tells(overview, site->all[i]))
            add_suspects(&spellings, overview->facts[i]);
    }
    if (spellings.by_word.len == 0)
        return;
    for (size_t i = 0; i < site->all_count; i++)
        count_suspects(&spellings, overview->facts[i]);
    if (overview->only != NULL && overview->words != NULL)
        count_with_cache(&spellings, overview);
    else
        count_texts(&spellings, site, NULL);
    for (size_t i = 0; i < site->all_count; i++) {
        if (overview_tells(overview, site->all[i]))
            report_suspects(&spellings, site->all[i], overview->facts[i]);
    }
}
