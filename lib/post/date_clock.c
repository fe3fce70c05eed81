/* lib/post/date_clock.c */
#include "post/date_clock.h"

#include "post/date_scan.h"

enum { HOUR, MINUTE, SECOND, FIELD_COUNT };
static const struct Field {
    int max;
    size_t min_digits;
    const char *want;
} fields[FIELD_COUNT] = {
    [HOUR] = { 23, 1, "expected an hour from 00 to 23" },
    [MINUTE] = { 59, 2, "expected a minute from 00 to 59" },
    [SECOND] = { 59, 2, "expected a second from 00 to 59" },
};

enum { EAST_MAX_S = 14 * 3600, WEST_MAX_S = 12 * 3600 };

typedef struct Reader {
    Located text;
    size_t at;
    Str day;
    Diags *diags;
} Reader;

static int next(const Reader *reader)
{
    return str_at(reader->text.str, reader->at);
}

static bool skip_blanks(Reader *reader)
{
    size_t start = reader->at;
    while (char_is_space(next(reader)))
        reader->at++;
    return reader->at > start;
}

/* From `start` to the end of the text; of an empty rest the last byte, so that there is something to point at. */
static Span rest_of(const Reader *reader, size_t start)
{
    size_t len = reader->text.str.len;
    return located_part(reader->text, start < len || len == 0 ? start : len - 1, len);
}

static bool refuse_time(const Reader *reader, Span span, const char *want)
{
    diag_stop(reader->diags, "date-impossible", span, "%s", want);
    diag_hint(reader->diags, "write the time as in " STR_FMT " 16:30:00, or the day alone", STR_ARG(reader->day));
    return false;
}

static bool read_field(int *value, Clock *clock, Reader *reader, int which)
{
    const struct Field *field = &fields[which];
    Number number = number_scan(reader->text.str, &reader->at);
    size_t width = number_width(number);

    if (width == 0)
        return refuse_time(reader, rest_of(reader, number.start), field->want);
    if (width < field->min_digits || width > 2 || number.value > field->max)
        return refuse_time(reader, located_part(reader->text, number.start, number.end), field->want);
    clock->canonical = clock->canonical && width == 2;
    *value = number.value;
    return true;
}

static bool read_fraction(Clock *clock, Reader *reader)
{
    int mark = next(reader);
    if (mark != '.' && mark != ',')
        return true;
    clock->canonical = clock->canonical && mark == '.';
    size_t start = ++reader->at;
    int32_t scale = 100000000;
    for (; char_is_digit(next(reader)); reader->at++) {
        clock->nanoseconds += (next(reader) - '0') * scale;
        scale /= 10;
    }
    clock->fraction = str_slice(reader->text.str, start, reader->at);
    return clock->fraction.len > 0 || refuse_time(reader, rest_of(reader, start), "expected digits behind the point");
}

/* `9:05 pm` */
static bool read_half(Clock *clock, Reader *reader, size_t hour_start)
{
    size_t start = reader->at;
    skip_blanks(reader);
    int half = char_lower(next(reader));
    bool written = (half == 'a' || half == 'p') && char_lower(str_at(reader->text.str, reader->at + 1)) == 'm';
    if (!written || char_is_alpha(str_at(reader->text.str, reader->at + 2))) {
        reader->at = start;
        return true;
    }
    reader->at += 2;
    if (clock->hour < 1 || clock->hour > 12)
        return refuse_time(reader, located_part(reader->text, hour_start, reader->at),
                           "expected an hour from 1 to 12 before am or pm");
    clock->hour = clock->hour % 12 + (half == 'p' ? 12 : 0);
    clock->canonical = false;
    return true;
}

static bool read_time(Clock *clock, Reader *reader)
{
    size_t hour_start = reader->at;
    if (!read_field(&clock->hour, clock, reader, HOUR))
        return false;
    if (next(reader) != ':')
        return refuse_time(reader, rest_of(reader, reader->at), "expected a colon and the minutes behind the hour");
    reader->at++;
    if (!read_field(&clock->minute, clock, reader, MINUTE))
        return false;
    if (next(reader) == ':') {
        reader->at++;
        if (!read_field(&clock->second, clock, reader, SECOND) || !read_fraction(clock, reader))
            return false;
    } else {
        clock->canonical = false;
    }
    return read_half(clock, reader, hour_start);
}

static const struct Abbreviation {
    Str name;
    const char *offset;
} abbreviations[] = {
    { STR_INIT("CEST"), "+02:00" }, { STR_INIT("CET"), "+01:00" }, { STR_INIT("EDT"), "-04:00" },
    { STR_INIT("EST"), "-05:00" },  { STR_INIT("JST"), "+09:00" }, { STR_INIT("PDT"), "-07:00" },
    { STR_INIT("PST"), "-08:00" },
};

static const char *offset_of(Str name)
{
    for (size_t i = 0; i < sizeof(abbreviations) / sizeof(abbreviations[0]); i++) {
        if (str_eq_nocase(abbreviations[i].name, name))
            return abbreviations[i].offset;
    }
    return NULL;
}

static bool refuse_zone(Reader *reader, Clock *clock, size_t start)
{
    Str written = str_from_offset(reader->text.str, start);
    const char *offset = offset_of(written);
    Buf time = { .arena = reader->diags->arena };

    clock_put(&time, clock);
    diag_stop(reader->diags, "date-zone", rest_of(reader, start),
              char_is_alpha(str_at(written, 0)) ? "expected the zone as hours and minutes from UTC, not as a name"
                                                : "expected a zone from -12:00 to +14:00, as hours and minutes");
    diag_hint(reader->diags, "write " STR_FMT STR_FMT "%s%s", STR_ARG(reader->day), STR_ARG(buf_str(&time)),
              offset == NULL ? "-05:00" : offset,
              offset == NULL ? " with the hours and minutes of your zone, or Z for UTC" : "");
    return false;
}

/* `Z`, `UTC`, `GMT`; `UTC+2` leaves the reader before the sign. */
static bool skip_utc(Clock *clock, Reader *reader)
{
    static const Str names[] = { STR_INIT("Z"), STR_INIT("UTC"), STR_INIT("GMT") };
    size_t start = reader->at;
    while (char_is_alpha(next(reader)))
        reader->at++;
    Str word = str_slice(reader->text.str, start, reader->at);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_eq_nocase(word, names[i])) {
            clock->canonical = clock->canonical && str_eq(word, STR("Z"));
            return true;
        }
    }
    return false;
}

/* `+02:00`, `+0200`, `-5`, `+530`. */
static bool read_offset(Clock *clock, Reader *reader)
{
    int sign = next(reader) == '-' ? -1 : 1;
    reader->at++;
    Number hours = number_scan(reader->text.str, &reader->at);
    int minutes = 0;
    bool canonical = number_width(hours) == 2 && next(reader) == ':';
    clock->ruby = clock->ruby && (canonical || number_width(hours) == 4);
    if (number_width(hours) < 1 || number_width(hours) > 4)
        return false;
    if (number_width(hours) > 2) {
        minutes = hours.value % 100;
        hours.value /= 100;
    } else if (next(reader) == ':') {
        reader->at++;
        Number number = number_scan(reader->text.str, &reader->at);
        if (number_width(number) != 2)
            return false;
        minutes = number.value;
    }
    clock->canonical = clock->canonical && canonical;
    clock->zone = CLOCK_ZONE_OFFSET;
    clock->offset_s = sign * (hours.value * 3600 + minutes * 60);
    return minutes < 60 && -WEST_MAX_S <= clock->offset_s && clock->offset_s <= EAST_MAX_S;
}

static bool read_zone(Clock *clock, Reader *reader)
{
    size_t end = reader->at;
    bool blanks = skip_blanks(reader);
    size_t start = reader->at;
    Clock without = *clock;
    if (next(reader) == STR_END)
        return true;
    clock->ruby = clock->canonical && blanks && start == end + 1;
    clock->canonical = clock->canonical && !blanks;
    if (char_is_alpha(next(reader))) {
        if (!skip_utc(clock, reader))
            return refuse_zone(reader, &without, start);
        clock->zone = CLOCK_ZONE_UTC;
        clock->ruby = false;
    }
    if (next(reader) == '+' || next(reader) == '-') {
        clock->canonical = clock->canonical && clock->zone == CLOCK_ZONE_NONE;
        if (!read_offset(clock, reader))
            return refuse_zone(reader, &without, start);
    }
    return next(reader) == STR_END || refuse_zone(reader, &without, start);
}

bool clock_read(Clock *out, Located text, size_t at, Str day, Diags *diags)
{
    Reader reader = { text, at, day, diags };
    Clock clock = { .canonical = true };

    if (next(&reader) != STR_END) {
        bool t = char_lower(next(&reader)) == 't';
        clock.separator = t ? 'T' : ' ';
        clock.canonical = next(&reader) == 'T' || next(&reader) == ' ';
        reader.at += t;
        if (skip_blanks(&reader))
            clock.canonical = clock.canonical && !t && reader.at == at + 1;
        else if (!t)
            return refuse_time(&reader, rest_of(&reader, at), "expected nothing behind the day, or a time");
        clock.written = true;
        if (!read_time(&clock, &reader) || !read_zone(&clock, &reader))
            return false;
    }
    *out = clock;
    return true;
}

void clock_put(Buf *out, const Clock *clock)
{
    int32_t minutes = clock->offset_s / 60;
    int32_t distance = minutes < 0 ? -minutes : minutes;

    buf_put_format(out, "%c%02d:%02d:%02d", clock->separator, clock->hour, clock->minute, clock->second);
    if (clock->fraction.len > 0)
        buf_put_format(out, "." STR_FMT, STR_ARG(clock->fraction));
    if (clock->zone == CLOCK_ZONE_UTC)
        buf_put_char(out, 'Z');
    else if (clock->zone == CLOCK_ZONE_OFFSET)
        buf_put_format(out, "%c%02d:%02d", minutes < 0 ? '-' : '+', distance / 60, distance % 60);
}
