#include "check/mojibake.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { LOST_CHARACTER = 0xFFFD, TIMES_MAX = 3 /* that one text is spoiled over and over */ };

/* What Windows-1252 has from 0x80 on; 0 for nothing. */
static const uint16_t windows[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* The byte that Windows-1252 or Latin-1 has for a character, or -1. */
static int byte_of(int32_t c)
{
    if (0x80 <= c && c <= 0xFF)
        return c;
    for (size_t i = 0; c > 0xFF && i < sizeof(windows) / sizeof(windows[0]); i++) {
        if (windows[i] == c)
            return (int)i + 0x80;
    }
    return -1;
}

/* --- one character that has become two to four ------------------------------------------------------------------- */

typedef struct Sequence {
    char bytes[4]; /* as they were saved at first */
    size_t count;
    int32_t second;  /* the character that stands for its second byte */
    int32_t meaning; /* the character it was */
    size_t end;
} Sequence;

static bool read_sequence(Sequence *out, Str text, size_t at)
{
    size_t next = at;
    int lead = byte_of(utf8_next(text, &next));
    size_t count = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    if (count == 0)
        return false;
    out->bytes[0] = (char)lead;
    for (size_t i = 1; i < count; i++) {
        int32_t c = utf8_next(text, &next);
        int byte = byte_of(c);
        if (byte < 0x80 || byte > 0xBF)
            return false;
        out->bytes[i] = (char)byte;
        out->second = i == 1 ? c : out->second;
    }
    Str bytes = { out->bytes, count };
    size_t read = 0;
    if (utf8_find_invalid(bytes) != STR_NONE)
        return false;
    out->meaning = utf8_next(bytes, &read);
    out->count = count;
    out->end = next;
    return out->meaning >= 0xA0;
}

/* What stands around it. */
typedef struct Context {
    int32_t before, after;
} Context;

static Context context_of(Str text, size_t start, size_t end)
{
    return (Context){ utf8_before(text, start), utf8_next(text, &end) };
}

static bool is_capital(int32_t c)
{
    return ('A' <= c && c <= 'Z') || (0xC0 <= c && c <= 0xDE);
}

static bool is_small(int32_t c)
{
    return 'a' <= c && c <= 'z';
}

/* Marks that follow a word in any language. */
static bool is_punctuation(int32_t c)
{
    static const uint16_t marks[] = { 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2013, 0x2014, 0x2022,
                                      0x2039, 0x203A, 0x20AC, 0x2122, 0x2030, 0xA0,   0xAA,   0xAB,
                                      0xAE,   0xB0,   0xB2,   0xB3,   0xB7,   0xB9,   0xBA,   0xBB };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (marks[i] == c)
            return true;
    }
    return false;
}

/* "Â" and "Ã" before a sign, as French and Portuguese hardly ever have them; other letters inside a word only. */
static bool two_are_enough(const Sequence *sequence, Context context)
{
    int lead = (unsigned char)sequence->bytes[0];
    if (is_capital(context.before) || context.before == 0xAB || context.before == 0xA0)
        return false;
    if (lead == 0xC2)
        return 0xA0 <= sequence->second && sequence->second <= 0xBF;
    if (lead == 0xC3)
        return is_small(context.before) || is_small(context.after) || !is_punctuation(sequence->second);
    bool inside = is_small(context.before) || is_small(context.after);
    return (lead == 0xC4 || lead == 0xC5) && inside && !is_punctuation(sequence->second);
}

/* The signs of U+2000 to U+2BFF, the full width ones and emoji; of other scripts one character is not enough. */
static bool one_is_enough(const Sequence *sequence, Context context)
{
    int lead = (unsigned char)sequence->bytes[0];
    int second = (unsigned char)sequence->bytes[1];
    if (sequence->count == 2)
        return two_are_enough(sequence, context);
    if (lead == 0xE2)
        return second == 0x80 || !is_punctuation(sequence->second);
    return lead == 0xEF || (lead == 0xF0 && second == 0x9F);
}

/* Somebody writes about such text: it stands alone in quotes or as code. */
static bool is_quoted(Context context)
{
    bool code = context.before == '`' && context.after == '`';
    bool straight = (context.before == '"' || context.before == '\'') && context.before == context.after;
    return code || straight || (context.before == 0x201C && context.after == 0x201D);
}

static bool find_run(Mojibake *out, Str text, size_t at, Arena *arena)
{
    enum { RUN_MAX = 4096 };
    Sequence first, sequence;
    size_t count = 0, end = at;
    Buf bytes = { .arena = arena };

    if (!read_sequence(&first, text, at))
        return false;
    while (end < at + RUN_MAX && read_sequence(&sequence, text, end)) {
        buf_put(&bytes, (Str){ sequence.bytes, sequence.count });
        end = sequence.end;
        count++;
    }
    Context context = context_of(text, at, end);
    if (is_quoted(context) || (count == 1 && !one_is_enough(&first, context)))
        return false;
    *out = (Mojibake){ .end = end, .right = buf_str(&bytes), .is_known = true, .how = "" };
    return true;
}

/* --- other ways to spoil a text ---------------------------------------------------------------------------------- */

/* Read as Mac Roman and as code page 850; and what is left where a program threw one byte away. */
static const struct Spoilt {
    Str wrong, right;
    bool in_word; /* only beside a letter: the signs are used by themselves too */
} spoilt[] = {
    { STR_INIT("‚Äô"), STR_INIT("’"), false }, { STR_INIT("‚Äò"), STR_INIT("‘"), false },
    { STR_INIT("‚Äú"), STR_INIT("“"), false }, { STR_INIT("‚Äù"), STR_INIT("”"), false },
    { STR_INIT("‚Äì"), STR_INIT("–"), false }, { STR_INIT("‚Äî"), STR_INIT("—"), false },
    { STR_INIT("‚Ä¶"), STR_INIT("…"), false }, { STR_INIT("‚Ä¢"), STR_INIT("•"), false },
    { STR_INIT("ÔÇÖ"), STR_INIT("’"), false }, { STR_INIT("ÔÇÿ"), STR_INIT("‘"), false },
    { STR_INIT("ÔÇ£"), STR_INIT("“"), false }, { STR_INIT("ÔÇØ"), STR_INIT("”"), false },
    { STR_INIT("ÔÇô"), STR_INIT("–"), false }, { STR_INIT("ÔÇö"), STR_INIT("—"), false },
    { STR_INIT("ÔÇª"), STR_INIT("…"), false }, { STR_INIT("√©"), STR_INIT("é"), true },
    { STR_INIT("√®"), STR_INIT("è"), true },   { STR_INIT("√º"), STR_INIT("ü"), true },
    { STR_INIT("√∂"), STR_INIT("ö"), true },   { STR_INIT("√§"), STR_INIT("ä"), true },
    { STR_INIT("√±"), STR_INIT("ñ"), true },   { STR_INIT("√ß"), STR_INIT("ç"), true },
    { STR_INIT("├®"), STR_INIT("é"), true },   { STR_INIT("├¿"), STR_INIT("è"), true },
    { STR_INIT("├ñ"), STR_INIT("ä"), true },   { STR_INIT("├╝"), STR_INIT("ü"), true },
};

static bool find_spoilt(Mojibake *out, Str text, size_t at)
{
    Str rest = str_from_offset(text, at);
    for (size_t i = 0; i < sizeof(spoilt) / sizeof(spoilt[0]); i++) {
        if (!str_starts_with(rest, spoilt[i].wrong))
            continue;
        Context context = context_of(text, at, at + spoilt[i].wrong.len);
        if (is_quoted(context) || (spoilt[i].in_word && !is_small(context.before) && !is_small(context.after)))
            continue;
        *out = (Mojibake){ at + spoilt[i].wrong.len, spoilt[i].right, true, "" };
        return true;
    }
    return false;
}

/* "â€" of which the third sign is gone, and the "Â" of a no-break space that has become a blank. */
static bool find_rest(Mojibake *out, Str text, size_t at)
{
    static const Str quote = STR_INIT("â€"), blank = STR_INIT("Â");
    Str rest = str_from_offset(text, at);
    Sequence whole;

    if (str_starts_with(rest, quote) && !read_sequence(&whole, text, at)) {
        *out = (Mojibake){ .end = at + quote.len, .how = "; it was a quotation mark or a dash" };
        return true;
    }
    Context context = context_of(text, at, at + blank.len);
    bool behind_word =
        is_small(context.before)
        || (context.before > 0 && context.before < 0x80 && strchr(".,;:!?)", (int)context.before) != NULL);
    if (!str_starts_with(rest, blank) || !behind_word || (context.after != ' ' && context.after != '\n'))
        return false;
    *out = (Mojibake){ .end = at + blank.len, .is_known = true, .how = "" };
    return true;
}

/* U+0080 to U+009F are no characters of any text: Windows-1252 has some there. U+0085 ends lines. */
static bool find_control(Mojibake *out, Str text, size_t at, Arena *arena)
{
    size_t next = at;
    int32_t c = utf8_next(text, &next);
    Buf right = { .arena = arena };

    if (c == LOST_CHARACTER && !is_quoted(context_of(text, at, next))) {
        while (str_starts_with(str_from_offset(text, next), STR("\xEF\xBF\xBD")))
            next += 3;
        *out = (Mojibake){ .end = next, .how = "; a program could not read what stood there" };
        return true;
    }
    if (c < 0x80 || c > 0x9F || c == 0x85)
        return false;
    uint16_t meant = windows[c - 0x80];
    if (meant != 0)
        buf_put_utf8(&right, meant);
    *out = (Mojibake){ next, buf_str(&right), meant != 0, "" };
    return true;
}

/* The same again where it has been saved more than once. */
static bool find_runs(Mojibake *out, Str text, size_t at, Arena *arena)
{
    Mojibake inner;
    if (!find_run(out, text, at, arena))
        return false;
    for (int i = 1; i < TIMES_MAX && find_run(&inner, out->right, 0, arena) && inner.end == out->right.len; i++)
        out->right = inner.right;
    return true;
}

bool mojibake_at(Mojibake *out, Str text, size_t at, Arena *arena)
{
    return find_runs(out, text, at, arena) || find_control(out, text, at, arena) || find_spoilt(out, text, at)
           || find_rest(out, text, at);
}
