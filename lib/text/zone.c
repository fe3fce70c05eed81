/* lib/text/zone.c - the wrapper of ICU's calendar: all it is asked for is a zone's changes of offset. */
#include "text/zone.h"

#include <unicode/ucal.h>

#include "base/vec.h"

enum { NAME_MAX_UNITS = 64, SHORT_NAME = 3, MS = 1000 };
#define TABLE_START_S (-2208988800LL) /* 1900-01-01 */
#define TABLE_END_S 4133980800LL      /* 2101-01-01 */

/* From `start_s` to the start of the next. */
typedef struct Period {
    int64_t start_s;
    int32_t offset_s;
} Period;

struct Zone {
    Str name;
    const Period *periods; /* the first begins with time itself */
    size_t count;          /* at least 1 */
};

static const Period utc_period = { INT64_MIN, 0 };
static const Zone utc_names[] = {
    { STR_INIT("UTC"), &utc_period, 1 },
    { STR_INIT("Etc/UTC"), &utc_period, 1 },
    { STR_INIT("GMT"), &utc_period, 1 },
    { STR_INIT("Etc/GMT"), &utc_period, 1 },
};

static const Zone *find_utc(Str name)
{
    if (name.len == 0)
        return &utc_names[0];
    for (size_t i = 0; i < sizeof(utc_names) / sizeof(utc_names[0]); i++) {
        if (str_eq(utc_names[i].name, name))
            return &utc_names[i];
    }
    return NULL;
}

/* ICU still knows names such as PST and IST, which IANA has not and which mean different things to different people. */
static bool is_ambiguous(Str name)
{
    static const Str known[] = { STR_INIT("CET"), STR_INIT("EET"), STR_INIT("EST"), STR_INIT("HST"),
                                 STR_INIT("MET"), STR_INIT("MST"), STR_INIT("PRC"), STR_INIT("ROC"),
                                 STR_INIT("ROK"), STR_INIT("UCT"), STR_INIT("WET") };
    if (name.len != SHORT_NAME)
        return false;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (str_eq(known[i], name))
            return false;
    }
    return true;
}

/* The name as ICU wants it: IANA's are ASCII. */
static bool widen_name(UChar *out, Str name)
{
    if (name.len >= NAME_MAX_UNITS)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        int c = str_at(name, i);
        if (c <= ' ' || c >= 0x7F)
            return false;
        out[i] = (UChar)c;
    }
    return true;
}

/* ICU makes up a zone for "GMT+5" and, silently, for anything it does not know. */
static bool is_known(const UChar *id, int32_t len)
{
    UChar canonical[NAME_MAX_UNITS];
    UBool known = false;
    UErrorCode error = U_ZERO_ERROR;
    ucal_getCanonicalTimeZoneID(id, len, canonical, NAME_MAX_UNITS, &known, &error);
    return U_SUCCESS(error) && known;
}

static int32_t offset_at(UCalendar *calendar, UDate at_ms, UErrorCode *error)
{
    ucal_setMillis(calendar, at_ms, error);
    return (ucal_get(calendar, UCAL_ZONE_OFFSET, error) + ucal_get(calendar, UCAL_DST_OFFSET, error)) / MS;
}

static bool read_periods(Zone *zone, UCalendar *calendar, Arena *arena)
{
    VEC(Period) periods = { 0 };
    UErrorCode error = U_ZERO_ERROR;
    UDate at_ms = (UDate)TABLE_START_S * MS;

    vec_push(arena, &periods, (Period){ INT64_MIN, offset_at(calendar, at_ms, &error) });
    while (ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &at_ms, &error) && U_SUCCESS(error)) {
        int64_t start_s = (int64_t)at_ms / MS;
        int32_t offset_s = offset_at(calendar, at_ms, &error);
        if (start_s >= TABLE_END_S)
            break;
        if (offset_s != periods.items[periods.len - 1].offset_s) /* else only its name changed */
            vec_push(arena, &periods, (Period){ start_s, offset_s });
    }
    zone->periods = periods.items;
    zone->count = periods.len;
    return U_SUCCESS(error);
}

const Zone *zone_open(Str name, Arena *arena)
{
    const Zone *utc = find_utc(name);
    if (utc != NULL)
        return utc;
    UChar id[NAME_MAX_UNITS];
    int32_t len = (int32_t)name.len;
    if (is_ambiguous(name) || !widen_name(id, name) || !is_known(id, len))
        return NULL;
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *calendar = ucal_open(id, len, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error))
        return NULL;
    Zone *zone = ARENA_NEW(arena, Zone);
    zone->name = arena_copy(arena, name);
    bool known = read_periods(zone, calendar, arena);
    ucal_close(calendar);
    return known ? zone : NULL;
}

Str zone_name(const Zone *zone)
{
    return zone->name;
}

int32_t zone_offset_s(const Zone *zone, int64_t unix_s)
{
    size_t low = 0;
    size_t high = zone->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (zone->periods[middle].start_s <= unix_s)
            low = middle;
        else
            high = middle;
    }
    return zone->periods[low].offset_s;
}

/* The first period whose clocks have not yet passed that time when it ends. */
static size_t find_civil(const Zone *zone, int64_t civil_s)
{
    size_t low = 0;
    size_t high = zone->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (civil_s < zone->periods[middle + 1].start_s + zone->periods[middle].offset_s)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

int64_t zone_to_unix_s(const Zone *zone, int64_t civil_s)
{
    size_t i = find_civil(zone, civil_s);
    bool skipped = i > 0 && civil_s - zone->periods[i].offset_s < zone->periods[i].start_s;
    return civil_s - zone->periods[skipped ? i - 1 : i].offset_s;
}
