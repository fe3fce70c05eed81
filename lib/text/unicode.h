/* lib/text/unicode.h - what needs the Unicode Character Database (ICU). Safe for threads. */
#pragma once

#include "base/buf.h"

/* Lower and upper case without regard to language, case folded and composed (NFC) for comparing what people typed, and
 * composed. Results live in `arena`. */
Str unicode_lower(Str s, Arena *arena);
Str unicode_upper(Str s, Arena *arena);
Str unicode_fold(Str s, Arena *arena);
Str unicode_nfc(Str s, Arena *arena);

bool unicode_is_letter(uint32_t c);        /* general category L* */
bool unicode_is_mark(uint32_t c);          /* M* */
bool unicode_is_number(uint32_t c);        /* N*: of any script */
bool unicode_is_digit(uint32_t c);         /* Nd: 0 to 9 of any script */
bool unicode_is_cjk(uint32_t c);           /* of the scripts Han, Katakana, Hiragana or Hangul */
bool unicode_is_unspaced(uint32_t c);      /* Han, Katakana or Hiragana: written without spaces */
bool unicode_is_alphabetic(uint32_t c);    /* property Alphabetic: also letters written as numbers or symbols */
bool unicode_is_alphanumeric(uint32_t c);  /* Alphabetic or Nd */
bool unicode_is_word(uint32_t c);          /* Alphabetic, M, Nd or Pc: \p{Word} of Ruby */
bool unicode_is_punctuation(uint32_t c);   /* P* or S*, as CommonMark 0.31 has it */
bool unicode_is_space(uint32_t c);         /* Zs, or TAB LF FF CR */
bool unicode_is_right_to_left(uint32_t c); /* bidi class R or AL */

int unicode_width(Str s); /* columns on a terminal: wide East Asian characters 2, marks and controls 0 */

/* ASCII as a reader of Latin script would write it (ICU: Any-Latin; Latin-ASCII): Größe gives Grosse. What has no such
 * spelling stays. */
Str unicode_transliterate(Str s, Arena *arena);

/* The language's writing direction: "rtl" for ar, he, fa, ur, yi, ps, ckb, dv, sd, ug and tags with such a script. */
Str unicode_direction(Str language);
