/* lib/check/external_page.c - the places of a page on another site. It may be made by scripts, so that not all of it is
 * in its HTML: what is said of it is said only where that is most unlikely. */
#include "check/external.h"

enum { MIN_HEADINGS = 2 }; /* of a page that is not made by a script */

static bool is_name_byte(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* As the value of an attribute, an address within the page, or with what programs write before names. */
static bool is_place_at(Str page, size_t at, size_t length)
{
    int before = at == 0 ? STR_END : str_at(page, at - 1);
    return before != STR_END && strchr("\"'=#-", before) != NULL && !is_name_byte(str_at(page, at + length));
}

static size_t count_headings(Str page)
{
    size_t count = 0;
    for (size_t at = str_find_char(page, '<', 0); at != STR_NONE && count < MIN_HEADINGS;
         at = str_find_char(page, '<', at + 1)) {
        int level = str_at(page, at + 2);
        count += char_lower(str_at(page, at + 1)) == 'h' && level >= '1' && level <= '6';
    }
    return count;
}

bool external_page_has(Str page, Str place)
{
    if (count_headings(page) < MIN_HEADINGS)
        return true;
    for (size_t at = str_find(page, place, 0); at != STR_NONE; at = str_find(page, place, at + 1)) {
        if (is_place_at(page, at, place.len))
            return true;
    }
    return false;
}
