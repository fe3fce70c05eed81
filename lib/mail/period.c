/* lib/mail/period.c */
#include "mail/period.h"

#include "text/datetime.h"

enum { DAY_S = 86400, WEEK_DAYS = 7, YEAR_MIN = 1970, YEAR_MAX = 9999 };

/* A period in the civil calendar, as days since 1970-01-01. */
typedef struct Days {
    int64_t first, end; /* half open */
} Days;

static Civil civil_of(int64_t day)
{
    return civil_from_seconds(day * DAY_S);
}

static int64_t day_of(int64_t year, int month, int day)
{
    return civil_to_seconds(year, month, day, 0, 0, 0) / DAY_S;
}

/* The Monday of the week that a day is in. */
static int64_t monday_of(int64_t day)
{
    int since_monday = (civil_of(day).weekday + WEEK_DAYS - 1) % WEEK_DAYS;

    return day - since_monday;
}

/* ISO 8601: week 1 is the one with 4 January in it. */
static int64_t first_monday(int64_t year)
{
    return monday_of(day_of(year, 1, 4));
}

static Days find_days(PeriodKind kind, int64_t day)
{
    Civil c = civil_of(day);
    int64_t monday = monday_of(day);

    switch (kind) {
    case PERIOD_YEAR:
        return (Days){ day_of(c.year, 1, 1), day_of(c.year + 1, 1, 1) };
    case PERIOD_MONTH:
        return (Days){ day - c.day + 1, day - c.day + 1 + civil_month_days(c.year, c.month) };
    case PERIOD_WEEK:
        return (Days){ monday, monday + WEEK_DAYS };
    case PERIOD_DAY:
        break;
    }
    return (Days){ day, day + 1 };
}

static Str make_key(PeriodKind kind, Days days, Arena *arena)
{
    Civil c = civil_of(days.first);
    int64_t year = civil_of(days.first + 3).year; /* a week belongs to the year of its Thursday */

    switch (kind) {
    case PERIOD_YEAR:
        return arena_format(arena, "%04d", (int)c.year);
    case PERIOD_MONTH:
        return arena_format(arena, "%04d-%02d", (int)c.year, c.month);
    case PERIOD_WEEK:
        return arena_format(arena, "%04d-W%02d", (int)year, (int)((days.first - first_monday(year)) / WEEK_DAYS) + 1);
    case PERIOD_DAY:
        break;
    }
    return arena_format(arena, "%04d-%02d-%02d", (int)c.year, c.month, c.day);
}

/* `5 to 11 August 2024`, naming month and year once where they are the same. */
static Str name_week(Civil first, Civil last, Arena *arena)
{
    Buf name = { .arena = arena };

    buf_put_int(&name, first.day);
    if (first.month != last.month)
        buf_put_format(&name, " " STR_FMT, STR_ARG(datetime_months[first.month - 1]));
    if (first.year != last.year)
        buf_put_format(&name, " %d", (int)first.year);
    buf_put_format(&name, " to %d " STR_FMT " %d", last.day, STR_ARG(datetime_months[last.month - 1]), (int)last.year);
    return buf_str(&name);
}

static Str make_name(PeriodKind kind, Days days, Arena *arena)
{
    Civil c = civil_of(days.first);
    Str month = datetime_months[c.month - 1];

    switch (kind) {
    case PERIOD_YEAR:
        return arena_format(arena, "%d", (int)c.year);
    case PERIOD_MONTH:
        return arena_format(arena, STR_FMT " %d", STR_ARG(month), (int)c.year);
    case PERIOD_WEEK:
        return name_week(c, civil_of(days.end - 1), arena);
    case PERIOD_DAY:
        break;
    }
    return arena_format(arena, "%d " STR_FMT " %d", c.day, STR_ARG(month), (int)c.year);
}

static Period make_period(PeriodKind kind, int64_t day, const Zone *zone, Arena *arena)
{
    Days days = find_days(kind, day);

    return (Period){
        .kind = kind,
        .start_unix_s = zone_to_unix_s(zone, days.first * DAY_S),
        .end_unix_s = zone_to_unix_s(zone, days.end * DAY_S),
        .key = make_key(kind, days, arena),
        .name = make_name(kind, days, arena),
    };
}

/* --- reading --- */

static const struct Shape {
    PeriodKind kind;
    Str pattern; /* a letter stands for a digit of that number, all else for itself */
} shapes[] = {
    { PERIOD_YEAR, STR_INIT("yyyy") },
    { PERIOD_MONTH, STR_INIT("yyyy-mm") },
    { PERIOD_WEEK, STR_INIT("yyyy-Www") },
    { PERIOD_DAY, STR_INIT("yyyy-mm-dd") },
};
enum { SHAPE_COUNT = sizeof(shapes) / sizeof(shapes[0]) };

typedef struct Numbers {
    int year, month, week, day;
} Numbers;

static int *number_of(Numbers *numbers, char letter)
{
    switch (letter) {
    case 'y':
        return &numbers->year;
    case 'm':
        return &numbers->month;
    case 'w':
        return &numbers->week;
    case 'd':
        return &numbers->day;
    default:
        return NULL;
    }
}

static bool match(Numbers *numbers, Str text, Str pattern)
{
    if (text.len != pattern.len)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        int *number = number_of(numbers, pattern.data[i]);
        if (number == NULL ? text.data[i] != pattern.data[i] : !char_is_digit(str_at(text, i)))
            return false;
        if (number != NULL)
            *number = *number * 10 + (text.data[i] - '0');
    }
    return true;
}

/* The first day of what was written; false when the calendar has no such thing. */
static bool find_first(int64_t *day, PeriodKind kind, Numbers n)
{
    bool month_given = kind == PERIOD_MONTH || kind == PERIOD_DAY;

    if (n.year < YEAR_MIN || n.year > YEAR_MAX || (month_given && (n.month < 1 || n.month > 12)))
        return false;
    if (kind == PERIOD_WEEK) {
        *day = first_monday(n.year) + (int64_t)(n.week - 1) * WEEK_DAYS;
        return n.week >= 1 && *day < first_monday(n.year + 1);
    }
    *day = day_of(n.year, month_given ? n.month : 1, kind == PERIOD_DAY ? n.day : 1);
    return kind != PERIOD_DAY || (n.day >= 1 && n.day <= civil_month_days(n.year, n.month));
}

bool period_read(Period *out, Str text, const Zone *zone, Arena *arena)
{
    for (size_t i = 0; i < SHAPE_COUNT; i++) {
        Numbers numbers = { 0 };
        int64_t day;
        if (!match(&numbers, text, shapes[i].pattern))
            continue;
        if (!find_first(&day, shapes[i].kind, numbers))
            return false;
        *out = make_period(shapes[i].kind, day, zone, arena);
        return true;
    }
    return false;
}

static int64_t day_at(int64_t unix_s, const Zone *zone)
{
    int64_t civil_s = unix_s + zone_offset_s(zone, unix_s);
    return civil_s / DAY_S - (civil_s % DAY_S < 0 ? 1 : 0);
}

Period period_around(PeriodKind kind, int64_t unix_s, const Zone *zone, Arena *arena)
{
    return make_period(kind, day_at(unix_s, zone), zone, arena);
}

Period period_last(PeriodKind kind, int64_t now_unix_s, const Zone *zone, Arena *arena)
{
    return make_period(kind, find_days(kind, day_at(now_unix_s, zone)).first - 1, zone, arena);
}

bool period_kind(PeriodKind *out, Str schedule)
{
    static const struct Schedule {
        Str name;
        PeriodKind kind;
    } schedules[] = {
        { STR_INIT(""), PERIOD_MONTH },        { STR_INIT("daily"), PERIOD_DAY },   { STR_INIT("weekly"), PERIOD_WEEK },
        { STR_INIT("monthly"), PERIOD_MONTH }, { STR_INIT("yearly"), PERIOD_YEAR },
    };

    for (size_t i = 0; i < sizeof(schedules) / sizeof(schedules[0]); i++) {
        if (str_eq(schedule, schedules[i].name)) {
            *out = schedules[i].kind;
            return true;
        }
    }
    return false;
}
