/* lib/markup/highlight/pattern.h - patterns that never go back: the one matcher of all lexers. */
#pragma once

#include "base/str.h"

enum { PATTERN_GROUPS = 10 };

typedef struct Group {
    size_t start, end; /* `start` is STR_NONE for a group that took no part */
} Group;

/* What a pattern found: group 0 is all of it. */
typedef struct Match {
    Str text;
    Group groups[PATTERN_GROUPS];
} Match;

/* Tries `pattern` at offset `at` of `text`. The notation is that of regular expressions, but whatever was taken is
 * kept: an item repeats as often as it can, a choice stays with the first branch that fits, nothing is tried again
 * but where `?` or `&` stands behind a repeat. Time is subtracted from `*work`; at 0 nothing matches.
 *
 *   . [a-z] [^a-z] \d \w \s \D \W \S    one character; `.` is none but a line feed, `\u` in a set any beyond ASCII
 *   * + ? {n,m}                         repeat the item before
 *   *? +? *& +&                         as few, as many as let the rest of the branch fit; `&` behind one character;
 *                                       in a group of its own, `(.*?)`, the rest is what stands behind the group
 *   ( ) (?: )                           a group, a group without a number; choices `|` stand in groups alone
 *   (?= ) (?! )                         looks ahead
 *   (?~ab)                              all up to the next "ab", which must follow
 *   \1                                  what group 1 took, once more
 *   ^ $ \b \A \z                        start and end of a line, edge of a word, ends of the text; \b sees nothing
 *                                       before `at`: there it asks for a word alone, as rouge's scanner does
 *   (?i)                                at the start: letters of either case, in small letters in the pattern */
bool pattern_match(Match *match, const char *pattern, Str text, size_t at, size_t *work);

/* What group `i` took; the empty string when it took no part. */
Str match_group(const Match *match, size_t i);

/* Whether it starts with (?i). */
bool pattern_ignores_case(const char *pattern);
