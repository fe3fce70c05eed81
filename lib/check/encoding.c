#include "base/buf.h"
#include "base/utf8.h"
#include "check/mojibake.h"
#include "check/subject.h"
#include "text/unicode.h"

enum { TOLD_MAX = 32 };

/* A walk over the characters of a post that are not ASCII. */
typedef struct Walk {
    const Subject *subject;
    Str text;
    size_t start, end; /* of the character */
    int32_t c;
    int32_t before, after; /* its neighbours; STR_END where the text ends */
    size_t blank_end;      /* where the line ends that has been told to have no-break spaces */
    size_t blank_diag;     /* the diagnostic that told of them */
    Buf blanks;            /* what it has for them all */
    size_t open_bidi;      /* changes of direction that have been told of and are not ended yet */
    size_t sound_end;      /* where the line ends of which `sound` is known */
    bool sound;            /* its changes of direction are meant */
    Span told[TOLD_MAX];   /* what has been told of in better words */
    size_t told_count;
} Walk;

static Span span_at(const Walk *walk, size_t start, size_t end)
{
    return (Span){ walk->subject->post->post.source, (uint32_t)start, (uint32_t)end };
}

static bool is_better(const Diag *diag)
{
    static const char *const rules[] = { "yaml-syntax", "control-char", "fm-unknown-key", "title-missing" };
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (strcmp(diag->rule, rules[i]) == 0)
            return true;
    }
    return false;
}

static void collect_told(Walk *walk)
{
    const Diags *diags = walk->subject->diags;
    for (size_t i = 0; i < diags->len && walk->told_count < TOLD_MAX; i++) {
        if (is_better(&diags->items[i]))
            walk->told[walk->told_count++] = diags->items[i].span;
    }
}

/* A rule of the front matter has told of it in better words. */
static bool is_told(const Walk *walk, size_t start, size_t end)
{
    for (size_t i = 0; i < walk->told_count; i++) {
        if (walk->told[i].start < end && start < walk->told[i].end)
            return true;
    }
    return false;
}

static size_t end_of_line(Str text, size_t at)
{
    size_t line_feed = str_find_char(text, '\n', at);
    return line_feed == STR_NONE ? text.len : line_feed;
}

static int32_t character_at(Str text, size_t at)
{
    return utf8_next(text, &at);
}

/* Takes all characters of which `is_kin` says so as one. */
static void take_run(Walk *walk, bool (*is_kin)(int32_t c))
{
    for (size_t next = walk->end; next < walk->text.len && is_kin(utf8_next(walk->text, &next));)
        walk->end = next;
    walk->after = character_at(walk->text, walk->end);
}

/* --- what cannot be seen ----------------------------------------------------------------------------------------- */

static const char *name_of(int32_t c)
{
    static const struct Name {
        int32_t c;
        const char *name;
    } names[] = {
        { 0xAD, "a soft hyphen" },
        { 0x180E, "a vowel separator" },
        { 0x200B, "a zero-width space" },
        { 0x200C, "a zero-width non-joiner" },
        { 0x200D, "a zero-width joiner" },
        { 0x2060, "a word joiner" },
        { 0x2061, "an invisible sign" },
        { 0x2062, "an invisible sign" },
        { 0x2063, "an invisible sign" },
        { 0x2064, "an invisible sign" },
        { 0x3164, "a filler" },
        { 0xFEFF, "a byte order mark" },
        { 0xFFF9, "an invisible sign" },
        { 0xFFFA, "an invisible sign" },
        { 0xFFFB, "an invisible sign" },
        { 0xFFFC, "the place of a picture that was not copied" },
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (names[i].c == c)
            return names[i].name;
    }
    return NULL;
}

static bool is_invisible(int32_t c)
{
    return name_of(c) != NULL;
}

/* Scripts that are written without blanks, or whose letters join, need some of them; emoji too. */
static bool is_of_use(const Walk *walk)
{
    enum { FIRST_JOINING = 0x0590, PUNCTUATION = 0x2000, SYMBOLS = 0x2190 };
    bool useful = walk->c == 0x200B || walk->c == 0x200C || walk->c == 0x200D || walk->c == 0x2060;
    const int32_t beside[] = { walk->before, walk->after };
    for (size_t i = 0; useful && i < 2; i++) {
        if ((FIRST_JOINING <= beside[i] && beside[i] < PUNCTUATION) || beside[i] >= SYMBOLS)
            return true;
    }
    return false;
}

static bool check_invisible(Walk *walk)
{
    if (!is_invisible(walk->c) || (walk->start == 0 && walk->c == 0xFEFF))
        return false;
    take_run(walk, is_invisible);
    if (is_of_use(walk) || is_told(walk, walk->start, walk->end))
        return true;
    Span span = span_at(walk, walk->start, walk->end);
    diag_warning(walk->subject->diags, "unicode-invisible", span, "%s (U+%04X) stands here, which nobody can see",
                 name_of(walk->c), (unsigned)walk->c);
    diag_hint(walk->subject->diags, "delete it: searching and copying trip over it");
    diag_fix(walk->subject->diags, span, (Str){ NULL, 0 }, true);
    return true;
}

/* --- changes of direction ---------------------------------------------------------------------------------------- */

static bool opens_bidi(int32_t c)
{
    return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E || (0x2066 <= c && c <= 0x2068);
}

static bool closes_bidi(int32_t c)
{
    return c == 0x202C || c == 0x2069;
}

static bool is_mark(int32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

static bool is_override(int32_t c)
{
    return c == 0x202D || c == 0x202E;
}

/* Whether the line has letters that run from right to left, and ends every change of direction that it begins. */
static bool is_sound_line(const Walk *walk)
{
    size_t start = str_find_last_char(str_slice(walk->text, 0, walk->start), '\n');
    size_t end = str_find_char(walk->text, '\n', walk->start);
    Str line = str_slice(walk->text, start == STR_NONE ? 0 : start + 1, end);
    bool right_to_left = false;
    size_t depth = 0;

    for (size_t at = 0; at < line.len;) {
        int32_t c = utf8_next(line, &at);
        right_to_left = right_to_left || (c >= 0x0590 && !is_mark(c) && unicode_is_right_to_left((uint32_t)c));
        depth += opens_bidi(c);
        if (closes_bidi(c) && depth-- == 0)
            return false;
    }
    return right_to_left && depth == 0;
}

static bool check_bidi(Walk *walk)
{
    if (!opens_bidi(walk->c) && !closes_bidi(walk->c) && !is_mark(walk->c))
        return false;
    if (closes_bidi(walk->c) && walk->open_bidi > 0) {
        walk->open_bidi--;
        return true;
    }
    if (walk->start >= walk->sound_end) {
        walk->sound = is_sound_line(walk);
        walk->sound_end = end_of_line(walk->text, walk->start);
    }
    if (!is_override(walk->c) && walk->sound)
        return true;
    Span span = span_at(walk, walk->start, walk->end);
    walk->open_bidi += opens_bidi(walk->c);
    diag_warning(walk->subject->diags, "bidi-control", span,
                 "an invisible sign (U+%04X) changes the direction of the text", (unsigned)walk->c);
    diag_hint(walk->subject->diags, "delete it: what is shown may differ from what is written");
    diag_fix(walk->subject->diags, span, (Str){ NULL, 0 }, false);
    return true;
}

/* --- ends of lines ----------------------------------------------------------------------------------------------- */

static bool is_line_separator(int32_t c)
{
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool check_separator(Walk *walk)
{
    if (!is_line_separator(walk->c))
        return false;
    take_run(walk, is_line_separator);
    if (is_told(walk, walk->start, walk->end))
        return true;
    Span span = span_at(walk, walk->start, walk->end);
    bool beside_blank =
        walk->before == STR_END || walk->after == STR_END || char_is_space(walk->before) || char_is_space(walk->after);
    diag_warning(walk->subject->diags, "line-separator", span,
                 "an invisible line separator (U+%04X) stands here, which pages do not show as a line's end",
                 (unsigned)walk->c);
    diag_hint(walk->subject->diags, "press Enter for a new line, or write a blank");
    diag_fix(walk->subject->diags, span, beside_blank ? STR("") : STR(" "), false);
    return true;
}

/* The text from the first wrong line end to the last, as it is right. */
static Str with_line_feeds(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    buf_reserve(&out, text.len);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] != '\r')
            buf_put_char(&out, text.data[i]);
        else if (str_at(text, i + 1) != '\n')
            buf_put_char(&out, '\n');
    }
    return buf_str(&out);
}

static void check_line_ends(const Walk *walk)
{
    Diags *diags = walk->subject->diags;
    size_t first = str_find_char(walk->text, '\r', 0);
    if (first == STR_NONE)
        return;
    bool pair = str_at(walk->text, first + 1) == '\n';
    size_t last = str_find_last_char(walk->text, '\r');
    size_t end = last + 1 + (str_at(walk->text, last + 1) == '\n');
    size_t line_feed = str_find_char(walk->text, '\n', 0);
    bool mixed = line_feed < first
                 || (pair && line_feed + 1 < walk->text.len && str_find_char(walk->text, '\r', first + 2) == STR_NONE);
    diag_warning(diags, "crlf", span_at(walk, first, first + 1 + pair), "%s",
                 mixed  ? "this line ends as on Windows, others of this file do not"
                 : pair ? "lines end in CR LF"
                        : "lines end in CR");
    diag_hint(diags, "save the file with LF line ends");
    Str replacement = with_line_feeds(str_slice(walk->text, first, end), walk->subject->keep);
    diag_fix(diags, span_at(walk, first, end), replacement, true);
}

static void check_last_line(const Walk *walk)
{
    Diags *diags = walk->subject->diags;
    size_t len = walk->text.len;
    int last = len == 0 ? '\n' : str_at(walk->text, len - 1);
    if (last == '\n' || last == '\r' || str_trim(walk->text).len == 0)
        return;
    bool crlf = str_find(walk->text, STR("\r\n"), 0) != STR_NONE;
    diag_info(diags, "no-final-newline", span_at(walk, len, len), "the last line does not end");
    diag_hint(diags, "press Enter at its end: Git and many editors ask for that");
    diag_fix(diags, span_at(walk, len, len), crlf ? STR("\r\n") : STR("\n"), true);
}

/* --- no-break spaces --------------------------------------------------------------------------------------------- */

static bool is_no_break(int32_t c)
{
    return c == 0xA0 || c == 0x202F;
}

static bool is_one_of(int32_t c, const int32_t *list)
{
    for (; *list != 0; list++) {
        if (*list == c)
            return true;
    }
    return false;
}

static bool is_digit(int32_t c)
{
    return '0' <= c && c <= '9';
}

static bool is_letter(int32_t c)
{
    return c >= 0 && unicode_is_letter((uint32_t)c);
}

/* The letters right before the place, at most `max` + 1. */
static size_t letters_before(Str text, size_t at, size_t max)
{
    size_t count = 0;
    for (; count <= max && at > 0 && is_letter(utf8_before(text, at)); count++) {
        do
            at--;
        while (at > 0 && (str_at(text, at) & 0xC0) == 0x80);
    }
    return count;
}

/* French puts one before : ; ! ? » and behind «; one stands between a number and its unit, beside a dash, behind an
 * abbreviation or a word of one letter. */
static bool is_typography(const Walk *walk)
{
    enum { ABBREVIATION_MAX = 4 };
    static const int32_t opening[] = { 0xAB, 0x2039, 0x2013, 0x2014, 0xA7, 0xB6, 0x2116, '#', '$', 0xA3, 0x20AC, 0 };
    static const int32_t closing[] = { 0xBB,   0x203A, 0x2013, 0x2014, ':',  ';',    '!',  '?', '%',
                                       0x2030, '$',    0xA3,   0x20AC, 0xB0, 0x2026, 0xD7, 0 };
    if (walk->end - walk->start > 3 || char_is_space(walk->before) || char_is_space(walk->after))
        return false;
    if (is_digit(walk->before) || is_digit(walk->after) || is_one_of(walk->before, opening)
        || is_one_of(walk->after, closing))
        return true;
    size_t start = walk->start;
    if (walk->before == '.') {
        size_t letters = letters_before(walk->text, start - 1, ABBREVIATION_MAX);
        bool number = start > 1 && is_digit(utf8_before(walk->text, start - 1));
        return number || (1 <= letters && letters <= ABBREVIATION_MAX);
    }
    return is_letter(walk->before) && letters_before(walk->text, start, 1) == 1;
}

/* The repair of the first one in the line is that of all. */
static void repair_further(Walk *walk)
{
    Fix *fix = &walk->subject->diags->items[walk->blank_diag].fix;
    buf_put(&walk->blanks, str_slice(walk->text, fix->span.end, walk->start));
    buf_put_char(&walk->blanks, ' ');
    fix->span.end = (uint32_t)walk->end;
    fix->replacement = buf_str(&walk->blanks);
}

/* A line with several is told of once. */
static bool check_no_break(Walk *walk)
{
    if (!is_no_break(walk->c))
        return false;
    take_run(walk, is_no_break);
    if (is_typography(walk) || is_told(walk, walk->start, walk->end))
        return true;
    if (walk->start < walk->blank_end) {
        repair_further(walk);
        return true;
    }
    walk->blank_end = end_of_line(walk->text, walk->end);
    Span span = span_at(walk, walk->start, walk->end);
    walk->blank_diag = walk->subject->diags->len;
    walk->blanks = (Buf){ .arena = walk->subject->keep };
    buf_put_char(&walk->blanks, ' ');
    diag_info(walk->subject->diags, "unicode-nbsp", span, "a no-break space stands where a blank is meant");
    diag_hint(walk->subject->diags, "write an ordinary blank: the line cannot break here, and programs see one word");
    diag_fix(walk->subject->diags, span, STR(" "), false);
    return true;
}

/* --- the group --------------------------------------------------------------------------------------------------- */

static bool check_mojibake(Walk *walk)
{
    Mojibake found;
    Diags *diags = walk->subject->diags;

    if (!mojibake_at(&found, walk->text, walk->start, walk->subject->keep))
        return false;
    walk->end = found.end;
    if (is_told(walk, walk->start, walk->end))
        return true;
    Span span = span_at(walk, walk->start, walk->end);
    diag_warning(diags, "mojibake", span, "this is text that was read in the wrong encoding%s", found.how);
    if (str_eq(found.right, STR("\xC2\xA0")))
        found.right = STR(" ");
    if (str_eq(found.right, STR(" ")))
        diag_hint(diags, "write a blank");
    else if (found.is_known && found.right.len > 0)
        diag_hint(diags, "write " STR_FMT, STR_ARG(found.right));
    else
        diag_hint(diags, found.is_known ? "delete it" : "look up what stood there, and write that");
    if (found.is_known)
        diag_fix(diags, span, found.right, false);
    return true;
}

/* Nearly all of nearly all files is ASCII: eight bytes at a time. */
static size_t skip_ascii(Str text, size_t at)
{
    uint64_t bytes;
    for (; at + sizeof(bytes) <= text.len; at += sizeof(bytes)) {
        memcpy(&bytes, text.data + at, sizeof(bytes));
        if ((bytes & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (at < text.len && (unsigned char)text.data[at] < 0x80)
        at++;
    return at;
}

void check_encoding(const Subject *subject)
{
    Walk walk = { .subject = subject, .text = subject->post->post.source->text };

    collect_told(&walk);
    check_line_ends(&walk);
    check_last_line(&walk);
    for (size_t at = skip_ascii(walk.text, 0); at < walk.text.len; at = skip_ascii(walk.text, walk.end)) {
        walk.start = at;
        walk.end = at;
        walk.c = utf8_next(walk.text, &walk.end);
        walk.before = utf8_before(walk.text, at);
        walk.after = character_at(walk.text, walk.end);
        (void)(check_invisible(&walk) || check_bidi(&walk) || check_separator(&walk) || check_no_break(&walk)
               || check_mojibake(&walk));
    }
}
