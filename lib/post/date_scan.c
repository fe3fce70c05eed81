/* lib/post/date_scan.c */
#include "post/date_scan.h"

#include "text/datetime.h"

Number number_scan(Str text, size_t *at)
{
    Number number = { .start = *at };
    for (; char_is_digit(str_at(text, *at)); (*at)++) {
        if (number.value <= NUMBER_MAX / 10)
            number.value = number.value * 10 + (str_at(text, *at) - '0');
        else
            number.value = NUMBER_MAX;
    }
    number.end = *at;
    return number;
}

bool date_mark_scan(Str text, size_t *at, bool *hyphen)
{
    static const Str marks[] = {
        STR_INIT("-"),
        STR_INIT("/"),
        STR_INIT("."),
        STR_INIT("\xe2\x80\x90"), /* hyphen */
        STR_INIT("\xe2\x80\x91"), /* non-breaking hyphen */
        STR_INIT("\xe2\x80\x93"), /* en dash */
        STR_INIT("\xe2\x88\x92"), /* minus */
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (str_starts_with(str_from_offset(text, *at), marks[i])) {
            *at += marks[i].len;
            *hyphen = *hyphen && i == 0;
            return true;
        }
    }
    return false;
}

/* YYYYMMDD, the basic format of ISO 8601. */
static bool scan_compact(Number out[DATE_PARTS], Str text, size_t *at)
{
    size_t start = *at;
    Number all = number_scan(text, at);
    if (number_width(all) != 8)
        return false;
    out[DATE_YEAR] = (Number){ start, start + 4, all.value / 10000 };
    out[DATE_MONTH] = (Number){ start + 4, start + 6, all.value / 100 % 100 };
    out[DATE_MDAY] = (Number){ start + 6, start + 8, all.value % 100 };
    return date_day_check(out[DATE_YEAR].value, out[DATE_MONTH].value, out[DATE_MDAY].value) == DATE_PARTS;
}

bool date_day_scan(Number out[DATE_PARTS], Str text, size_t *at, bool *canonical)
{
    size_t end = *at;
    bool plain = *canonical;

    out[DATE_YEAR] = number_scan(text, &end);
    if (number_width(out[DATE_YEAR]) == 8) {
        *canonical = false;
        return scan_compact(out, text, at);
    }
    if (number_width(out[DATE_YEAR]) != 4)
        return false;
    for (int part = DATE_MONTH; part < DATE_PARTS; part++) {
        if (!date_mark_scan(text, &end, &plain))
            return false;
        out[part] = number_scan(text, &end);
        if (number_width(out[part]) == 0)
            return false;
        plain = plain && number_width(out[part]) == 2;
    }
    *at = end;
    *canonical = plain;
    return true;
}

int date_day_check(int year, int month, int day)
{
    if (year < DATE_YEAR_MIN || year > DATE_YEAR_MAX)
        return DATE_YEAR;
    if (month < 1 || month > 12)
        return DATE_MONTH;
    if (day < 1 || day > civil_month_days(year, month))
        return DATE_MDAY;
    return DATE_PARTS;
}
