/* lib/markup/mend_pass.h - the pass that puts marks into a Markdown text. Internal to mend*.c. */
#pragma once

#include "base/buf.h"
#include "base/vec.h"
#include "markup/mend.h"

/* Four characters of a script that nobody writes announcements in; where an author does, a join goes before each. */
#define MEND_JOIN "\xF0\x90\xA9\xBF"     /* U+10A7F: counts as punctuation, and parts what must not be read as one */
#define MEND_DROP "\xF0\x90\xA9\xBE"     /* vanishes with the two bytes behind it */
#define MEND_ESCAPE "\xF0\x90\xA9\xBD\\" /* vanishes, with its backslash where that is left */
#define MEND_PRE "<pre\v\f\v>"           /* a line that starts with <textarea> starts a block as <pre> does */
#define MEND_PRE_END "<!--\xF0\x90\xA9\xBC</pre>-->" /* and ends it */

bool mend_is_mark(Str text, size_t at); /* one of the four characters stands there */

typedef struct Mender {
    Str text;
    bool smart, bare_links;
    Buf out;
    size_t copied; /* of the text, into `out` */
    VEC(MendInsert) inserts;

    /* rules of newer specifications */
    bool in_textarea;
    size_t comment_end;     /* of the comment that began last */
    bool line_is_structure; /* a rule, an underline or a table's row: no mark may stand in it */

    /* limits */
    size_t brackets;   /* opened and not closed in this paragraph */
    size_t delimiters; /* that may begin or end emphasis or a quote, in this paragraph */
    size_t delimiters_looked_at;
    size_t pipes; /* in this line */
    size_t paragraph_rows, paragraph_lines;
    size_t paragraph_end; /* of the paragraph last asked for */
    size_t closers[4];    /* where each closer of raw HTML was last found; STR_NONE: nowhere */
} Mender;

/* Puts a mark before byte `at`, which is not before the one put in last. */
void mend_put_mark(Mender *mender, size_t at, Str mark);

/* Each looks at byte `at`, and returns from where to go on: past `at`, at most the text's length. */
size_t mend_reference(Mender *mender, size_t at);
size_t mend_delimiters(Mender *mender, size_t at);
size_t mend_dashes(Mender *mender, size_t at);
size_t mend_less_than(Mender *mender, size_t at);
size_t mend_raw_opener(Mender *mender, size_t at);
size_t mend_open_bracket(Mender *mender, size_t at);
size_t mend_close_bracket(Mender *mender, size_t at);
size_t mend_quote(Mender *mender, size_t at);
size_t mend_pipe(Mender *mender, size_t at);
size_t mend_line_end(Mender *mender, size_t at);
size_t mend_address(Mender *mender, size_t at);
size_t mend_line(Mender *mender, size_t start); /* of a line; may return `start` itself */

bool mend_is_footnote(Str text, size_t at); /* whether "[^" begins a label */

/* The end of a comment that begins before `at` in this paragraph; STR_NONE when it has none. */
size_t mend_comment_end(Mender *mender, size_t at);

/* Quick looks at a whole text. */
bool mend_passes_limits(Str text, Lines lines);
bool mend_is_beside_symbol(Str text, size_t at);                /* the delimiter there */
bool mend_address_is_fragile(Str text, size_t *at, bool smart); /* at a `:` or `.`; moves behind the address */

/* Text by lines and sets of bytes. */
size_t mend_skip(Str text, size_t at, const char *set); /* past the bytes that are in `set` */
bool mend_is_in(int c, const char *set);
size_t mend_find_line_end(Str text, size_t at);
bool mend_at_line_start(Str text, size_t at); /* nothing before it on its line but blanks and containers' markers */
