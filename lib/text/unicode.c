/* lib/text/unicode.c - the wrapper of ICU's character data. Text that is ASCII never reaches ICU, which takes some
 * milliseconds to wake up. */
#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD, LONGEST = INT32_MAX / 8 };

/* UTF-16, as ICU has it. */
typedef struct Wide {
    UChar *data;
    int32_t len;
} Wide;

/* Writes the mapping of `in` to `out`, which has room for `capacity` units, and gives its whole length. */
typedef int32_t Mapping(UChar *out, int32_t capacity, Wide in, UErrorCode *error);

static bool is_ascii(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.data[i] >= 0x80)
            return false;
    }
    return true;
}

static UChar *alloc_units(int32_t count, Arena *arena)
{
    return arena_alloc_array(arena, (size_t)count, sizeof(UChar));
}

static Wide widen(Str s, Arena *arena)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t capacity = (int32_t)s.len + 1;
    Wide wide = { alloc_units(capacity, arena), 0 };
    u_strFromUTF8WithSub(wide.data, capacity, &wide.len, s.data, (int32_t)s.len, REPLACEMENT, NULL, &error);
    return wide;
}

static Str narrow(Wide wide, Arena *arena)
{
    enum { BYTES_PER_UNIT = 3 };
    UErrorCode error = U_ZERO_ERROR;
    int32_t capacity = wide.len * BYTES_PER_UNIT + 1;
    char *bytes = arena_alloc(arena, (size_t)capacity);
    int32_t len = 0;
    u_strToUTF8WithSub(bytes, capacity, &len, wide.data, wide.len, REPLACEMENT, NULL, &error);
    return (Str){ bytes, (size_t)len };
}

/* Without ICU's data there is no mapping: then, and for text of absurd length, `s` stays as it is. */
static Str map(Str s, Mapping *mapping, Arena *arena)
{
    if (s.len > LONGEST)
        return arena_copy(arena, s);
    Arena scratch = { 0 };
    Wide in = widen(s, &scratch);
    int32_t capacity = in.len * 2 + 16;
    Wide out = { alloc_units(capacity, &scratch), 0 };
    UErrorCode error = U_ZERO_ERROR;
    out.len = mapping(out.data, capacity, in, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR && out.len < LONGEST) {
        error = U_ZERO_ERROR;
        capacity = out.len + 1;
        out.data = alloc_units(capacity, &scratch);
        out.len = mapping(out.data, capacity, in, &error);
    }
    Str result = arena_copy(arena, U_SUCCESS(error) ? narrow(out, &scratch) : s);
    arena_free(&scratch);
    return result;
}

static Str map_ascii(Str s, int (*change)(int), Arena *arena)
{
    char *bytes = arena_alloc(arena, s.len + 1);
    for (size_t i = 0; i < s.len; i++)
        bytes[i] = (char)change((unsigned char)s.data[i]);
    return (Str){ bytes, s.len };
}

static int32_t lower(UChar *out, int32_t capacity, Wide in, UErrorCode *error)
{
    return u_strToLower(out, capacity, in.data, in.len, "", error);
}

static int32_t upper(UChar *out, int32_t capacity, Wide in, UErrorCode *error)
{
    return u_strToUpper(out, capacity, in.data, in.len, "", error);
}

static int32_t fold(UChar *out, int32_t capacity, Wide in, UErrorCode *error)
{
    return u_strFoldCase(out, capacity, in.data, in.len, U_FOLD_CASE_DEFAULT, error);
}

static int32_t compose(UChar *out, int32_t capacity, Wide in, UErrorCode *error)
{
    const UNormalizer2 *nfc = unorm2_getNFCInstance(error);
    return U_FAILURE(*error) ? 0 : unorm2_normalize(nfc, in.data, in.len, out, capacity, error);
}

Str unicode_lower(Str s, Arena *arena)
{
    return is_ascii(s) ? map_ascii(s, char_lower, arena) : map(s, lower, arena);
}

Str unicode_upper(Str s, Arena *arena)
{
    return is_ascii(s) ? map_ascii(s, char_upper, arena) : map(s, upper, arena);
}

Str unicode_fold(Str s, Arena *arena)
{
    return is_ascii(s) ? map_ascii(s, char_lower, arena) : map(map(s, fold, arena), compose, arena);
}

Str unicode_nfc(Str s, Arena *arena)
{
    return is_ascii(s) ? arena_copy(arena, s) : map(s, compose, arena);
}

/* A transliterator is not safe for threads: each call opens its own, in about 0.1 ms after the first. */
static int32_t transliterate(UChar *out, int32_t capacity, Wide in, UErrorCode *error)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII";
    int32_t len = in.len;
    int32_t limit = in.len;
    UTransliterator *latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, error);
    if (U_FAILURE(*error))
        return 0;
    u_memcpy(out, in.data, in.len);
    utrans_transUChars(latin, out, &len, capacity, 0, &limit, error);
    utrans_close(latin);
    return len;
}

Str unicode_transliterate(Str s, Arena *arena)
{
    return is_ascii(s) ? arena_copy(arena, s) : map(s, transliterate, arena);
}

static bool has_category(uint32_t c, uint32_t mask)
{
    return c <= UCHAR_MAX_VALUE && (U_GET_GC_MASK((UChar32)c) & mask) != 0;
}

bool unicode_is_letter(uint32_t c)
{
    return c < 0x80 ? char_is_alpha((int)c) : has_category(c, U_GC_L_MASK);
}

bool unicode_is_mark(uint32_t c)
{
    return c >= 0x80 && has_category(c, U_GC_M_MASK);
}

bool unicode_is_number(uint32_t c)
{
    return c < 0x80 ? char_is_digit((int)c) : has_category(c, U_GC_N_MASK);
}

bool unicode_is_digit(uint32_t c)
{
    return c < 0x80 ? char_is_digit((int)c) : has_category(c, U_GC_ND_MASK);
}

static UScriptCode script_of(uint32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    return c < 0x1100 || c > UCHAR_MAX_VALUE ? USCRIPT_COMMON : uscript_getScript((UChar32)c, &error);
}

bool unicode_is_unspaced(uint32_t c)
{
    UScriptCode script = script_of(c);
    return script == USCRIPT_HAN || script == USCRIPT_KATAKANA || script == USCRIPT_HIRAGANA;
}

bool unicode_is_cjk(uint32_t c)
{
    return unicode_is_unspaced(c) || script_of(c) == USCRIPT_HANGUL;
}

bool unicode_is_alphabetic(uint32_t c)
{
    return c < 0x80 ? char_is_alpha((int)c) : c <= UCHAR_MAX_VALUE && u_isUAlphabetic((UChar32)c);
}

bool unicode_is_alphanumeric(uint32_t c)
{
    return c < 0x80 ? char_is_alnum((int)c) : unicode_is_alphabetic(c) || has_category(c, U_GC_ND_MASK);
}

bool unicode_is_word(uint32_t c)
{
    if (c < 0x80)
        return char_is_alnum((int)c) || c == '_';
    return unicode_is_alphabetic(c) || has_category(c, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK);
}

bool unicode_is_punctuation(uint32_t c)
{
    return c < 0x80 ? c > ' ' && c < 0x7F && !char_is_alnum((int)c) : has_category(c, U_GC_P_MASK | U_GC_S_MASK);
}

bool unicode_is_space(uint32_t c)
{
    return c < 0x80 ? c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' : has_category(c, U_GC_ZS_MASK);
}

bool unicode_is_right_to_left(uint32_t c)
{
    enum { FIRST_RIGHT_TO_LEFT = 0x590 };
    if (c < FIRST_RIGHT_TO_LEFT || c > UCHAR_MAX_VALUE)
        return false;
    UCharDirection direction = u_charDirection((UChar32)c);
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

static int character_width(uint32_t c)
{
    if (c < 0x80)
        return c >= ' ' && c < 0x7F;
    if (has_category(c, U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK))
        return 0;
    int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int unicode_width(Str s)
{
    int width = 0;
    for (size_t at = 0; at < s.len;)
        width += character_width((uint32_t)utf8_next(s, &at));
    return width;
}
