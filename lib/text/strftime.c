/* lib/text/strftime.c - Ruby's strftime: what Liquid's date filter writes. */
#include "text/datetime.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH_MAX = 1024, NANO_DIGITS = 9, COLONS_MAX = 3 };

typedef struct Moment {
    Civil civil;
    int64_t unix_s;
    int32_t nanoseconds;
    int32_t offset_s;
} Moment;

/* One directive: %, flags, width, colons, letter. */
typedef struct Directive {
    char letter;
    char pad;  /* '0' or ' ' as a flag asks for, 0 for the letter's own */
    int width; /* 0 for the letter's own */
    int colons;
    bool bare; /* flag `-`: no padding at all */
    bool upper;
    bool swap_case;
} Directive;

static const struct Number {
    char letter, pad;
    int width;
} numbers[] = {
    { 'C', '0', 2 }, { 'd', '0', 2 }, { 'e', ' ', 2 }, { 'g', '0', 2 }, { 'G', '0', 4 }, { 'H', '0', 2 },
    { 'I', '0', 2 }, { 'j', '0', 3 }, { 'k', ' ', 2 }, { 'l', ' ', 2 }, { 'm', '0', 2 }, { 'M', '0', 2 },
    { 's', '0', 1 }, { 'S', '0', 2 }, { 'u', '0', 1 }, { 'U', '0', 2 }, { 'V', '0', 2 }, { 'w', '0', 1 },
    { 'W', '0', 2 }, { 'y', '0', 2 }, { 'Y', '0', 4 },
};

static const struct Compound {
    char letter;
    Str format;
} compounds[] = {
    { 'c', STR_INIT("%a %b %e %H:%M:%S %Y") },
    { 'D', STR_INIT("%m/%d/%y") },
    { 'x', STR_INIT("%m/%d/%y") },
    { 'r', STR_INIT("%I:%M:%S %p") },
    { 'R', STR_INIT("%H:%M") },
    { 'T', STR_INIT("%H:%M:%S") },
    { 'X', STR_INIT("%H:%M:%S") },
    { 'v', STR_INIT("%e-%^b-%Y") },
    { 'F', STR_INIT("%Y-%m-%d") },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The number of a week that begins on `first_weekday`; days before the year's first such are week 0. */
static int week_of_year(const Civil *civil, int first_weekday)
{
    int weekday = (civil->weekday - first_weekday + 7) % 7;
    return (civil->year_day + 6 - weekday) / 7;
}

/* ISO 8601: a week belongs to the year that has its Thursday. */
static Civil thursday_of_week(const Moment *at)
{
    enum { DAY_S = 86400 };
    int64_t weekday = (at->civil.weekday + 6) % 7; /* Monday is 0 */
    return civil_from_seconds(civil_add_offset(at->unix_s, at->offset_s) + (3 - weekday) * DAY_S);
}

static int64_t floor_mod(int64_t a, int64_t b)
{
    return (a % b + b) % b;
}

static int64_t number_value(char letter, const Moment *at)
{
    const Civil *civil = &at->civil;
    switch (letter) {
    case 'C':
        return (civil->year - floor_mod(civil->year, 100)) / 100;
    case 'd':
    case 'e':
        return civil->day;
    case 'g':
        return floor_mod(thursday_of_week(at).year, 100);
    case 'G':
        return thursday_of_week(at).year;
    case 'H':
    case 'k':
        return civil->hour;
    case 'I':
    case 'l':
        return (civil->hour + 11) % 12 + 1;
    case 'j':
        return civil->year_day;
    case 'm':
        return civil->month;
    case 'M':
        return civil->minute;
    case 's':
        return at->unix_s;
    case 'S':
        return civil->second;
    case 'u':
        return (civil->weekday + 6) % 7 + 1;
    case 'U':
        return week_of_year(civil, 0);
    case 'V':
        return (thursday_of_week(at).year_day + 6) / 7;
    case 'w':
        return civil->weekday;
    case 'W':
        return week_of_year(civil, 1);
    case 'y':
        return floor_mod(civil->year, 100);
    default:
        return civil->year;
    }
}

static void put_padded_number(Buf *out, int64_t value, char pad, int width)
{
    buf_put_format(out, pad == '0' ? "%0*" PRId64 : "%*" PRId64, width, value);
}

static void put_number(Buf *out, const Directive *directive, const struct Number *number, const Moment *at)
{
    int64_t value = number_value(number->letter, at);
    int width = directive->width > 0 ? directive->width : number->width + (number->width == 4 && value < 0);
    put_padded_number(out, value, directive->pad != 0 ? directive->pad : number->pad, directive->bare ? 1 : width);
}

static void put_text(Buf *out, const Directive *directive, Str text, bool upper, bool lower)
{
    size_t width = (size_t)directive->width;
    if (!directive->bare && width > text.len)
        buf_put_repeated(out, directive->pad == '0' ? '0' : ' ', width - text.len);
    for (size_t i = 0; i < text.len; i++) {
        int c = str_at(text, i);
        buf_put_char(out, (char)(upper ? char_upper(c) : lower ? char_lower(c) : c));
    }
}

static void put_fraction(Buf *out, const Directive *directive, int32_t nanoseconds)
{
    char digits[16];
    int width = directive->width > 0 ? directive->width : directive->letter == 'L' ? 3 : NANO_DIGITS;
    snprintf(digits, sizeof(digits), "%09" PRId32, nanoseconds);
    buf_put(out, str_slice(str_from(digits), 0, (size_t)width));
    if (width > NANO_DIGITS)
        buf_put_repeated(out, '0', (size_t)(width - NANO_DIGITS));
}

/* How many of hours, minutes and seconds an offset is written with. */
static int zone_parts(int colons, int32_t offset_s)
{
    if (colons < COLONS_MAX)
        return colons == 2 ? 3 : 2;
    return offset_s % 60 != 0 ? 3 : offset_s % 3600 != 0 ? 2 : 1;
}

/* The sign stands before the zeros, but behind blanks. */
static void put_zone_hours(Buf *out, char pad, int width, char sign, int hours)
{
    if (pad != ' ') {
        buf_put_format(out, "%c%0*d", sign, width, hours);
        return;
    }
    int digits = hours < 10 ? 1 : 2;
    buf_put_repeated(out, ' ', (size_t)(width - digits));
    buf_put_format(out, "%c%d", sign, hours);
}

/* %z +0530, %:z +05:30, %::z +05:30:00, %:::z as short as it can be. A width is that of the whole. */
static void put_zone(Buf *out, const Directive *directive, int32_t offset_s)
{
    const char *separator = directive->colons > 0 ? ":" : "";
    int off = abs(offset_s);
    int parts = zone_parts(directive->colons, offset_s);
    int width = directive->width - 1 - (parts - 1) * (directive->colons > 0 ? 3 : 2);

    put_zone_hours(out, directive->pad, width < 2 ? 2 : width, offset_s < 0 ? '-' : '+', off / 3600);
    if (parts > 1)
        buf_put_format(out, "%s%02d", separator, off / 60 % 60);
    if (parts > 2)
        buf_put_format(out, "%s%02d", separator, off % 60);
}

static bool put_name(Buf *out, const Directive *directive, const Moment *at)
{
    bool upper = directive->upper || directive->swap_case;
    Str month = datetime_months[at->civil.month - 1];
    Str day = datetime_days[at->civil.weekday];
    bool afternoon = at->civil.hour >= 12;
    switch (directive->letter) {
    case 'A':
        put_text(out, directive, day, upper, false);
        return true;
    case 'a':
        put_text(out, directive, str_slice(day, 0, 3), upper, false);
        return true;
    case 'B':
        put_text(out, directive, month, upper, false);
        return true;
    case 'b':
    case 'h':
        put_text(out, directive, str_slice(month, 0, 3), upper, false);
        return true;
    case 'p':
        put_text(out, directive, afternoon ? STR("PM") : STR("AM"), false, directive->swap_case);
        return true;
    case 'P':
        put_text(out, directive, afternoon ? STR("pm") : STR("am"), upper, false);
        return true;
    case 'Z':
        put_text(out, directive, at->offset_s == 0 ? STR("UTC") : STR(""), false, directive->swap_case);
        return true;
    default:
        return false;
    }
}

static bool put_other(Buf *out, const Directive *directive, const Moment *at)
{
    switch (directive->letter) {
    case 'L':
    case 'N':
        put_fraction(out, directive, at->nanoseconds);
        return true;
    case 'z':
        put_zone(out, directive, at->offset_s);
        return true;
    case 'n':
        put_text(out, directive, STR("\n"), false, false);
        return true;
    case 't':
        put_text(out, directive, STR("\t"), false, false);
        return true;
    case '%':
        put_text(out, directive, STR("%"), false, false);
        return true;
    default:
        return false;
    }
}

/* A compound is padded as a whole; of the flags it passes on only the upper case. */
static void put_compound(Buf *out, const Directive *directive, Str format, const Moment *at)
{
    size_t start = out->len;
    datetime_put_format(out, format, at->unix_s, at->nanoseconds, at->offset_s);
    for (size_t i = start; i < out->len && directive->upper; i++)
        out->data[i] = (char)char_upper((unsigned char)out->data[i]);
    size_t len = out->len - start;
    if ((size_t)directive->width <= len)
        return;
    for (size_t missing = (size_t)directive->width - len; missing > 0; missing--)
        buf_insert(out, start, directive->pad == '0' ? STR("0") : STR(" "));
}

static bool put_directive(Buf *out, const Directive *directive, const Moment *at)
{
    for (size_t i = 0; i < COUNT(numbers); i++) {
        if (numbers[i].letter == directive->letter) {
            put_number(out, directive, &numbers[i], at);
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(compounds); i++) {
        if (compounds[i].letter == directive->letter) {
            put_compound(out, directive, compounds[i].format, at);
            return true;
        }
    }
    return put_name(out, directive, at) || put_other(out, directive, at);
}

static size_t read_width(Directive *out, Str format, size_t at)
{
    for (; char_is_digit(str_at(format, at)); at++) {
        if (out->width <= WIDTH_MAX)
            out->width = out->width * 10 + str_at(format, at) - '0';
    }
    return at;
}

/* Flags and the width may stand in any order. */
static size_t read_flags(Directive *out, Str format, size_t at)
{
    for (;; at++) {
        int c = str_at(format, at);
        if (c >= '1' && c <= '9') {
            at = read_width(out, format, at) - 1;
            continue;
        }
        switch (c) {
        case '-':
            out->bare = true;
            break;
        case '0':
            out->pad = '0';
            break;
        case '_':
            out->pad = ' ';
            break;
        case '^':
            out->upper = true;
            break;
        case '#':
            out->swap_case = true;
            break;
        default:
            return at;
        }
    }
}

/* Colons before z, and the E and O of POSIX locales, which mean nothing here. Gives where the letter stands. */
static size_t read_modifiers(Directive *out, Str format, size_t at)
{
    static const Str after_e = STR_INIT("cCxXyY");
    static const Str after_o = STR_INIT("deHkIlmMSuUVwWy");
    int c = str_at(format, at);
    int next = str_at(format, at + 1);
    if (c == 'E' || c == 'O')
        return at + (next != STR_END && str_find_char(c == 'E' ? after_e : after_o, (char)next, 0) != STR_NONE);
    size_t colons = 0;
    while (str_at(format, at + colons) == ':')
        colons++;
    if (colons > COLONS_MAX || str_at(format, at + colons) != 'z')
        return at;
    out->colons = (int)colons;
    return at + colons;
}

bool datetime_put_format(Buf *out, Str format, int64_t unix_s, int32_t nanoseconds, int32_t offset_s)
{
    const Moment moment = { civil_from_seconds(civil_add_offset(unix_s, offset_s)), unix_s, nanoseconds, offset_s };
    size_t at = 0;
    while (at < format.len) {
        size_t percent = str_find_char(format, '%', at);
        buf_put(out, str_slice(format, at, percent));
        if (percent == STR_NONE)
            return true;
        Directive directive = { 0 };
        at = read_modifiers(&directive, format, read_flags(&directive, format, percent + 1));
        if (at >= format.len)
            return false;
        directive.letter = format.data[at++];
        if (directive.width > WIDTH_MAX || !put_directive(out, &directive, &moment))
            buf_put(out, str_slice(format, percent, at));
    }
    return true;
}
