/* tests/mail/period_test.c */
#include "mail/period.h"
#include "tests/support.h"

static Period read_in(Scratch *scratch, const char *text, const char *zone)
{
    Period period = { 0 };

    if (!period_read(&period, str_from(text), zone_open(str_from(zone), &scratch->arena), &scratch->arena))
        fail_msg("not read: %s", text);
    return period;
}

static void reads_years_months_weeks_and_days(void **state)
{
    static const struct {
        const char *text;
        int64_t start, end;
        const char *name;
    } cases[] = {
        { "2024", 1704067200, 1735689600, "2024" },
        { "2024-08", 1722470400, 1725148800, "August 2024" },
        { "2024-12", 1733011200, 1735689600, "December 2024" },
        { "2024-W32", 1722816000, 1723420800, "5 to 11 August 2024" },
        { "2024-08-06", 1722902400, 1722988800, "6 August 2024" },
        { "2024-02-29", 1709164800, 1709251200, "29 February 2024" },
        { "1970-01-01", 0, 86400, "1 January 1970" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Period period = read_in(*state, cases[i].text, "UTC");
        assert_int_equal(period.start_unix_s, cases[i].start);
        assert_int_equal(period.end_unix_s, cases[i].end);
        assert_str(period.name, cases[i].name);
        assert_str(period.key, cases[i].text);
    }
}

static void knows_the_weeks_of_iso_8601(void **state)
{
    assert_str(read_in(*state, "2025-W01", "UTC").name, "30 December 2024 to 5 January 2025");
    assert_str(read_in(*state, "2024-W31", "UTC").name, "29 July to 4 August 2024");
    assert_str(read_in(*state, "2020-W53", "UTC").name, "28 December 2020 to 3 January 2021");
    assert_str(read_in(*state, "2021-W01", "UTC").name, "4 to 10 January 2021");
    assert_str(read_in(*state, "1970-W01", "UTC").key, "1970-W01");
}

static void begins_and_ends_at_midnight_of_the_zone(void **state)
{
    Period march = read_in(*state, "2024-03", "America/New_York");

    assert_int_equal(march.start_unix_s, 1709251200 + 5 * 3600); /* winter time */
    assert_int_equal(march.end_unix_s, 1711929600 + 4 * 3600);   /* summer time */
    assert_false(period_has(&march, march.start_unix_s - 1));
    assert_true(period_has(&march, march.start_unix_s));
    assert_true(period_has(&march, march.end_unix_s - 1));
    assert_false(period_has(&march, march.end_unix_s));
}

static void refuses_what_no_calendar_has(void **state)
{
    Scratch *scratch = *state;
    static const char *bad[] = { "",           "24",         "2024-8",     "2024-00",    "2024-13",  "2024-W00",
                                 "2024-W53",   "2024-w32",   "2024-02-30", "2023-02-29", "1969",     "0000",
                                 "2024-08-00", "2024-08-32", "2024/08",    "2024-08-",   " 2024-08", "august",
                                 "2024-W32-1", "20240806",   "2024-0a" };
    Period period = { .key = STR("kept") };

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        if (period_read(&period, str_from(bad[i]), zone_open(STR("UTC"), &scratch->arena), &scratch->arena))
            fail_msg("taken: %s", bad[i]);
    }
    assert_str(period.key, "kept");
}

static Str last(Scratch *scratch, PeriodKind kind, int64_t now, const char *zone)
{
    return period_last(kind, now, zone_open(str_from(zone), &scratch->arena), &scratch->arena).key;
}

static void finds_the_last_whole_period(void **state)
{
    Scratch *scratch = *state;
    int64_t now = 1725148800; /* 2024-09-01T00:00:00Z, a Sunday */

    assert_str(last(scratch, PERIOD_MONTH, now, "UTC"), "2024-08");
    assert_str(last(scratch, PERIOD_MONTH, now - 1, "UTC"), "2024-07");
    assert_str(last(scratch, PERIOD_MONTH, now, "America/New_York"), "2024-07"); /* it is still August there */
    assert_str(last(scratch, PERIOD_WEEK, now, "UTC"), "2024-W34");
    assert_str(last(scratch, PERIOD_WEEK, now + 86400, "UTC"), "2024-W35");
    assert_str(last(scratch, PERIOD_DAY, now, "UTC"), "2024-08-31");
    assert_str(last(scratch, PERIOD_YEAR, now, "UTC"), "2023");
    assert_str(last(scratch, PERIOD_MONTH, 1704067200, "UTC"), "2023-12");
}

static void finds_the_period_around_an_instant(void **state)
{
    Arena *arena = &((Scratch *)*state)->arena;
    int64_t instant = 1725148800; /* 2024-09-01T00:00:00Z, a Sunday */

    assert_str(period_around(PERIOD_MONTH, instant, zone_open(STR("UTC"), arena), arena).key, "2024-09");
    assert_str(period_around(PERIOD_MONTH, instant, zone_open(STR("America/New_York"), arena), arena).key, "2024-08");
    assert_str(period_around(PERIOD_WEEK, instant, zone_open(STR("UTC"), arena), arena).key, "2024-W35");
}

static void takes_the_kind_from_the_schedule(void **state)
{
    (void)state;
    PeriodKind kind = PERIOD_YEAR;

    assert_true(period_kind(&kind, STR("")));
    assert_int_equal(kind, PERIOD_MONTH);
    assert_true(period_kind(&kind, STR("weekly")));
    assert_int_equal(kind, PERIOD_WEEK);
    assert_true(period_kind(&kind, STR("daily")));
    assert_int_equal(kind, PERIOD_DAY);
    assert_false(period_kind(&kind, STR("fortnightly")));
    assert_int_equal(kind, PERIOD_DAY);
}

TEST_MAIN(TEST(reads_years_months_weeks_and_days), TEST(knows_the_weeks_of_iso_8601),
          TEST(begins_and_ends_at_midnight_of_the_zone), TEST(refuses_what_no_calendar_has),
          TEST(finds_the_last_whole_period), TEST(finds_the_period_around_an_instant),
          TEST(takes_the_kind_from_the_schedule))
