/* lib/text/direction.c - which languages are written from right to left: BCP 47 tags, no ICU. */
#include "text/unicode.h"

static const Str languages[] = {
    STR_INIT("ar"), STR_INIT("arc"), STR_INIT("ckb"), STR_INIT("dv"),  STR_INIT("fa"),  STR_INIT("he"),
    STR_INIT("iw"), STR_INIT("ji"),  STR_INIT("nqo"), STR_INIT("pnb"), STR_INIT("prs"), STR_INIT("ps"),
    STR_INIT("sd"), STR_INIT("syr"), STR_INIT("ug"),  STR_INIT("ur"),  STR_INIT("yi"),
};
static const Str scripts[] = {
    STR_INIT("adlm"), STR_INIT("arab"), STR_INIT("aran"), STR_INIT("hebr"), STR_INIT("mand"), STR_INIT("mend"),
    STR_INIT("nkoo"), STR_INIT("rohg"), STR_INIT("samr"), STR_INIT("syrc"), STR_INIT("thaa"), STR_INIT("yezi"),
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool is_listed(const Str *list, size_t count, Str subtag)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq_nocase(list[i], subtag))
            return true;
    }
    return false;
}

/* RFC 5646 section 2.1: a script is four letters, and stands before any subtag of one character. */
static bool find_script(Str *out, Str subtags)
{
    enum { SCRIPT_LEN = 4 };
    while (str_split(out, &subtags, '-') && out->len > 1) {
        if (out->len == SCRIPT_LEN && char_is_alpha(str_at(*out, 0)))
            return true;
    }
    return false;
}

Str unicode_direction(Str language)
{
    Str primary = { 0 };
    Str script = { 0 };
    Str rest = language;
    bool right_to_left = str_split(&primary, &rest, '-') && is_listed(languages, COUNT(languages), primary);
    if (find_script(&script, rest))
        right_to_left = is_listed(scripts, COUNT(scripts), script);
    return right_to_left ? STR("rtl") : STR("ltr");
}
