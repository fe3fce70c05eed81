/* lib/check/prose.h - words in a row, as readers see them, for the rules about text. For prose.c and the files
 * text_*.c.
 */
#pragma once

#include "check/reading.h"
#include "check/subject.h"

enum { PROSE_TOKEN_MAX = 200 }; /* bytes between blanks; what is longer is no word of any language */

/* A quotation mark or a bracket without a partner in its block. */
typedef struct Widow {
    Span span;
    Str mark;
    size_t block;
    bool quote, opens;
} Widow;

/* The quotation marks of one kind. */
typedef struct QuoteStyle {
    size_t count;
    Span first;
} QuoteStyle;

/* What is judged when all of a post has been seen: some faults are none where a post has them throughout. */
typedef struct Habits {
    size_t block;            /* the how many-th Prose it is */
    size_t single_blanks;    /* between sentences */
    VEC(Span) double_blanks; /* between sentences, too */
    VEC(Span) double_stops;  /* ".." */
    VEC(Widow) widows;
    QuoteStyle straight, curly;
} Habits;

/* A paragraph, heading or cell of the body, or a value of the front matter. */
typedef struct Prose {
    const Subject *subject;
    Str text;
    const Reading *reading; /* NULL for front matter */
    Located value;          /* of front matter */
    bool english;
    Habits *habits; /* of the post */
} Prose;

/* Where bytes `start` to `end` of its text stand in the author's file; neither end is a blank. */
Span prose_span(const Prose *prose, size_t start, size_t end);

/* A fix of the diagnostic added last, where what stands between `start` and `end` stands so in the file, too. */
void prose_fix(const Prose *prose, size_t start, size_t end, Str replacement, bool safe);

/* Code points beside an offset; STR_END where there is none. */
int32_t prose_before(Str text, size_t at);
int32_t prose_after(Str text, size_t at);

bool prose_is_letter(int32_t c); /* of Latin, Greek or Cyrillic script: what is written with spaces and case */
bool prose_is_object(int32_t c); /* code, an image, raw HTML */

static inline bool prose_is_capital(int32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool prose_is_small(int32_t c)
{
    return c >= 'a' && c <= 'z';
}

/* The text between the blanks around `at`; "" where that is longer than PROSE_TOKEN_MAX. */
Str prose_token(Str text, size_t at);

/* Whether a token is an address, a path, a file, code, or the like: no punctuation of a sentence stands in it. */
bool prose_is_technical(Str token);

/* The rules, each file's: about one stretch, then about the post. */
typedef void ProseRules(const Prose *prose);
ProseRules prose_check_words, prose_check_caps, prose_check_placeholders, prose_check_spacing, prose_check_stops,
    prose_check_quotes, prose_check_quote_style, prose_check_brackets;

typedef void HabitRules(const Subject *subject, Habits *habits);
HabitRules prose_settle_spacing, prose_settle_stops, prose_settle_pairs, prose_settle_quote_style;

void prose_check_lines(const Subject *subject);
void prose_check_links(const Subject *subject);
