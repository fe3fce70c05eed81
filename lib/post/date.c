/* lib/post/date.c */
#include "post/date.h"

#include "base/buf.h"
#include "post/date_clock.h"
#include "post/date_refuse.h"
#include "post/date_scan.h"
#include "text/datetime.h"

enum { DAY_S = 24 * 60 * 60 };

static Date date_at(int64_t civil_s, const Zone *zone, DatePrecision precision)
{
    int64_t unix_s = zone_to_unix_s(zone, civil_s);
    return (Date){ .unix_s = unix_s, .offset_s = zone_offset_s(zone, unix_s), .precision = precision };
}

static bool refuse_part(Located text, const Number parts[DATE_PARTS], int bad, Diags *diags)
{
    static const char *const want[DATE_PARTS] = {
        [DATE_YEAR] = "expected a year from 1900 to 9999",
        [DATE_MONTH] = "expected a month from 01 to 12",
        [DATE_MDAY] = "expected a day from 01 to 31",
    };
    Number part = parts[bad];
    Span span = located_part(text, part.start, part.end);
    int year = parts[DATE_YEAR].value;
    int month = parts[DATE_MONTH].value;

    if (bad == DATE_MDAY && part.value >= 1 && part.value <= 31) {
        Str name = datetime_months[month - 1];
        diag_stop(diags, "date-impossible", span, STR_FMT " %d has no day %d", STR_ARG(name), year, part.value);
        diag_hint(diags, "its last day is %d-%02d-%02d", year, month, civil_month_days(year, month));
        return false;
    }
    diag_stop(diags, bad == DATE_YEAR ? "date-implausible" : "date-impossible", span, "%s", want[bad]);
    diag_hint(diags, "write the day as YYYY-MM-DD, year, month and day, as in 2024-08-06");
    return false;
}

static void put_canonical(Buf *out, const Number parts[DATE_PARTS], const Clock *clock)
{
    buf_put_format(out, "%04d-%02d-%02d", parts[DATE_YEAR].value, parts[DATE_MONTH].value, parts[DATE_MDAY].value);
    if (clock->written)
        clock_put(out, clock);
}

/* A safe fix replaces the whole value, so it must stand on one line. */
static void report_spelling(Located text, Str canonical, Diags *diags)
{
    Str source = source_text(text.span);
    diag_error(diags, "date-noncanonical", text.span, "the date is clear, but not in canonical form");
    diag_hint(diags, "write " STR_FMT, STR_ARG(canonical));
    if (source.len > 0 && str_find_char(source, '\n', 0) == STR_NONE)
        diag_fix(diags, text.span, canonical, true);
}

bool date_read(Date *out, Located text, const Zone *zone, bool ruby, Diags *diags)
{
    Number parts[DATE_PARTS];
    Clock clock = { 0 };
    size_t at = 0;
    bool canonical = true;

    text = located_trim(text);
    if (!date_day_scan(parts, text.str, &at, &canonical))
        return date_refuse(text, diags);
    int bad = date_day_check(parts[DATE_YEAR].value, parts[DATE_MONTH].value, parts[DATE_MDAY].value);
    if (bad != DATE_PARTS)
        return refuse_part(text, parts, bad, diags);

    Buf spelling = { .arena = diags->arena };
    put_canonical(&spelling, parts, &clock);
    if (!clock_read(&clock, text, at, buf_str(&spelling), diags))
        return false;
    int64_t civil_s = civil_to_seconds(parts[DATE_YEAR].value, parts[DATE_MONTH].value, parts[DATE_MDAY].value,
                                       clock.hour, clock.minute, clock.second);
    *out = date_at(civil_s, zone, clock.written ? DATE_SECOND : DATE_DAY);
    out->nanoseconds = clock.nanoseconds;
    if (clock.zone != CLOCK_ZONE_NONE) {
        out->unix_s = civil_s - clock.offset_s;
        out->offset_s = clock.offset_s;
        out->zone_written = true;
    }
    if (!canonical || !(clock.canonical || (ruby && clock.ruby))) {
        spelling.len = 0;
        put_canonical(&spelling, parts, &clock);
        report_spelling(text, buf_str(&spelling), diags);
    }
    return true;
}

bool date_from_file_name(Date *out, size_t *rest, Str stem, const Zone *zone)
{
    Number parts[DATE_PARTS];
    size_t at = 0;
    bool canonical = true;

    *rest = 0;
    if (!date_day_scan(parts, stem, &at, &canonical) || number_width(parts[DATE_MDAY]) > 2)
        return false;
    int next = str_at(stem, at);
    if (next != STR_END && next != '-' && next != '_' && next != ' ')
        return false;
    *rest = next == STR_END ? at : at + 1;
    if (date_day_check(parts[DATE_YEAR].value, parts[DATE_MONTH].value, parts[DATE_MDAY].value) != DATE_PARTS)
        return false;
    int64_t civil_s =
        civil_to_seconds(parts[DATE_YEAR].value, parts[DATE_MONTH].value, parts[DATE_MDAY].value, 0, 0, 0);
    *out = date_at(civil_s, zone, DATE_DAY);
    return true;
}

int64_t date_day(const Date *date)
{
    int64_t civil_s = date->unix_s + date->offset_s;
    int64_t second = (civil_s % DAY_S + DAY_S) % DAY_S;
    return civil_s - second;
}
