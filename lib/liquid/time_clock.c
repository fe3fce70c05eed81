/* lib/liquid/time_clock.c - times of day and zones. */
#include "liquid/scan.h"
#include "liquid/time_parts.h"

void time_blank_out(TimeParts *parts, size_t start, size_t end)
{
    memset(parts->text + start, ' ', end - start);
}

size_t time_digits(TimeDigits *out, Str text, size_t at)
{
    size_t start = at;
    *out = (TimeDigits){ .apostrophe = str_at(text, at) == '\'' };
    at += out->apostrophe;
    out->negative = str_at(text, at) == '-';
    at += out->negative;
    size_t first = at;
    for (; char_is_digit(str_at(text, at)); at++) {
        if (out->count++ < 15)
            out->value = out->value * 10 + (text.data[at] - '0');
    }
    out->given = at > first;
    return out->given ? at : start;
}

static size_t read_small(int *out, Str text, size_t at)
{
    TimeDigits digits;
    size_t end = char_is_digit(str_at(text, at)) ? time_digits(&digits, text, at) : at;
    if (end == at || digits.count > 2)
        return at;
    *out = (int)digits.value;
    return end;
}

static size_t read_fraction(TimeParts *parts, Str text, size_t at)
{
    int32_t unit = 100000000;
    if ((str_at(text, at) != '.' && str_at(text, at) != ',') || !char_is_digit(str_at(text, at + 1)))
        return at;
    parts->nanoseconds = 0;
    for (at++; char_is_digit(str_at(text, at)); at++, unit /= 10)
        parts->nanoseconds += (text.data[at] - '0') * unit;
    return at;
}

/* `am`, `p.m.` behind a time. */
static size_t read_meridian(TimeParts *parts, Str text, size_t at)
{
    size_t start = scan_space(text, at);
    int first = str_at(text, start);
    bool dotted = str_at(text, start + 1) == '.';
    size_t end = start + (dotted ? 4 : 2);
    if ((first != 'a' && first != 'p') || str_at(text, start + 1 + dotted) != 'm'
        || (dotted ? str_at(text, start + 3) != '.' : scan_is_word(str_at(text, end))))
        return at;
    parts->hour = parts->hour % 12 + (first == 'p' ? 12 : 0);
    return end;
}

/* `+0900`, `-05:00`, `+9` */
static size_t read_offset(TimeParts *parts, Str text, size_t at)
{
    TimeDigits digits;
    int sign = str_at(text, at) == '-' ? -1 : 1;
    if ((sign == 1 && str_at(text, at) != '+') || !char_is_digit(str_at(text, at + 1)))
        return at;
    size_t end = time_digits(&digits, text, at + 1);
    int hours = (int)(digits.count > 2 ? digits.value / 100 : digits.value);
    int minutes = (int)(digits.count > 2 ? digits.value % 100 : 0);
    if (digits.count <= 2 && str_at(text, end) == ':' && read_small(&minutes, text, end + 1) > end + 1)
        end = read_small(&minutes, text, end + 1);
    if (digits.count > 4 || hours > 23 || minutes > 59)
        return at;
    parts->has_offset = true;
    parts->offset_s = sign * (hours * 3600 + minutes * 60);
    return end;
}

size_t time_read_zone(TimeParts *parts, Str text, size_t at)
{
    static const struct {
        Str name;
        int hours;
    } zones[] = {
        { STR_INIT("z"), 0 },    { STR_INIT("ut"), 0 },   { STR_INIT("utc"), 0 },  { STR_INIT("gmt"), 0 },
        { STR_INIT("est"), -5 }, { STR_INIT("edt"), -4 }, { STR_INIT("cst"), -6 }, { STR_INIT("cdt"), -5 },
        { STR_INIT("mst"), -7 }, { STR_INIT("mdt"), -6 }, { STR_INIT("pst"), -8 }, { STR_INIT("pdt"), -7 },
    };
    size_t start = scan_space(text, at);
    size_t word = start;
    while (char_is_alpha(str_at(text, word)))
        word++;
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        if (!str_eq(str_slice(text, start, word), zones[i].name))
            continue;
        size_t end = zones[i].hours == 0 ? read_offset(parts, text, word) : word;
        parts->has_offset = end == word; /* what follows GMT is read, but Ruby does not know what to make of it */
        parts->offset_s = zones[i].hours * 3600;
        return end;
    }
    size_t end = word == start ? read_offset(parts, text, start) : start;
    return end > start ? end : at;
}

/* `10:30`, `10:30:05.25`, `10pm`; gives where it ends, or `at`. */
static size_t read_clock(TimeParts *parts, Str text, size_t at)
{
    int hour, minute = 0, second = 0;
    size_t end = read_small(&hour, text, at);
    if (end == at)
        return at;
    size_t colon = scan_space(text, end);
    bool has_minute = str_at(text, colon) == ':';
    if (has_minute) {
        size_t start = scan_space(text, colon + 1);
        end = read_small(&minute, text, start);
        if (end == start)
            return at;
    }
    parts->hour = hour;
    if (has_minute && str_at(text, end) == ':' && read_small(&second, text, end + 1) > end + 1)
        end = read_fraction(parts, text, read_small(&second, text, end + 1));
    size_t meridian = read_meridian(parts, text, end);
    if (!has_minute && meridian == end) {
        parts->hour = TIME_NONE;
        return at;
    }
    parts->minute = minute;
    parts->second = second;
    return time_read_zone(parts, text, meridian);
}

void time_read_clock(TimeParts *parts)
{
    Str text = str_from(parts->text);
    for (size_t at = 0; at < text.len; at++) {
        if (!char_is_digit(str_at(text, at)) || (at > 0 && char_is_digit(str_at(text, at - 1))))
            continue;
        size_t end = read_clock(parts, text, at);
        if (end > at) {
            time_blank_out(parts, at, end);
            return;
        }
    }
}
