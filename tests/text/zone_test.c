#include "text/zone.h"
#include "tests/support.h"
#include "text/datetime.h"

static const Zone *open_zone(Scratch *scratch, const char *name)
{
    const Zone *zone = zone_open(str_from(name), &scratch->arena);
    assert_non_null(zone);
    return zone;
}

static void utc_has_many_names(void **state)
{
    Scratch *scratch = *state;
    const char *names[] = { "", "UTC", "Etc/UTC", "GMT" };

    for (size_t i = 0; i < 4; i++) {
        const Zone *zone = open_zone(scratch, names[i]);
        assert_int_equal(zone_offset_s(zone, 1722945600), 0);
        assert_true(zone_to_unix_s(zone, -5) == -5);
    }
    assert_str(zone_name(open_zone(scratch, "")), "UTC");
    assert_str(zone_name(open_zone(scratch, "Etc/UTC")), "Etc/UTC");
    assert_int_equal(arena_size(&scratch->arena), 0);
}

static void knows_offsets_through_the_year(void **state)
{
    Scratch *scratch = *state;
    const Zone *new_york = open_zone(scratch, "America/New_York");
    const Zone *kolkata = open_zone(scratch, "Asia/Kolkata");

    assert_str(zone_name(new_york), "America/New_York");
    assert_int_equal(zone_offset_s(new_york, 1704067200), -18000); /* January 2024 */
    assert_int_equal(zone_offset_s(new_york, 1722945600), -14400); /* August 2024 */
    assert_int_equal(zone_offset_s(new_york, civil_to_seconds(2099, 7, 1, 0, 0, 0)), -14400);
    assert_int_equal(zone_offset_s(kolkata, 0), 19800);
    assert_int_equal(zone_offset_s(kolkata, INT64_MAX), 19800);
    assert_int_equal(zone_offset_s(open_zone(scratch, "Europe/Berlin"), -3000000000), 3600);
    assert_int_equal(zone_offset_s(open_zone(scratch, "US/Pacific"), 1722945600), -25200);
    assert_int_equal(zone_offset_s(open_zone(scratch, "EST"), 1722945600), -18000);
}

static void changes_exactly_at_the_second(void **state)
{
    const Zone *zone = open_zone(*state, "America/New_York");
    int64_t spring = civil_to_seconds(2024, 3, 10, 7, 0, 0); /* 02:00 -05:00 */

    assert_int_equal(zone_offset_s(zone, spring - 1), -18000);
    assert_int_equal(zone_offset_s(zone, spring), -14400);
}

static void expect_instant(const Zone *zone, int64_t civil_s, int64_t offset_s)
{
    int64_t unix_s = zone_to_unix_s(zone, civil_s);
    assert_int_equal(civil_s - unix_s, offset_s);
}

static void finds_the_instant_of_a_civil_time(void **state)
{
    const Zone *zone = open_zone(*state, "America/New_York");

    expect_instant(zone, civil_to_seconds(2024, 1, 1, 0, 0, 0), -18000);
    expect_instant(zone, civil_to_seconds(2024, 8, 6, 12, 0, 0), -14400);
    expect_instant(zone, civil_to_seconds(2024, 3, 10, 1, 59, 59), -18000);
    expect_instant(zone, civil_to_seconds(2024, 3, 10, 3, 0, 0), -14400);
    expect_instant(zone, civil_to_seconds(1000, 1, 1, 0, 0, 0), zone_offset_s(zone, INT64_MIN));
}

static void of_a_time_that_happens_twice_takes_the_first(void **state)
{
    const Zone *zone = open_zone(*state, "America/New_York");

    expect_instant(zone, civil_to_seconds(2024, 11, 3, 0, 59, 59), -14400);
    expect_instant(zone, civil_to_seconds(2024, 11, 3, 1, 0, 0), -14400);
    expect_instant(zone, civil_to_seconds(2024, 11, 3, 1, 59, 59), -14400);
    expect_instant(zone, civil_to_seconds(2024, 11, 3, 2, 0, 0), -18000);
}

static void moves_a_skipped_time_behind_the_gap(void **state)
{
    const Zone *zone = open_zone(*state, "America/New_York");
    const Zone *apia = open_zone(*state, "Pacific/Apia"); /* had no 30 December 2011 */

    expect_instant(zone, civil_to_seconds(2024, 3, 10, 2, 0, 0), -18000);
    expect_instant(zone, civil_to_seconds(2024, 3, 10, 2, 30, 0), -18000);
    expect_instant(apia, civil_to_seconds(2011, 12, 29, 23, 59, 59), -36000);
    expect_instant(apia, civil_to_seconds(2011, 12, 30, 12, 0, 0), -36000);
    expect_instant(apia, civil_to_seconds(2011, 12, 31, 0, 0, 0), 50400);
}

static void refuses_names_that_are_no_zone(void **state)
{
    Scratch *scratch = *state;
    const char *names[] = { "Nowhere/City", "america/new_york", "GMT+5", "+05:00",        "PST",
                            "IST",          "Etc/Unknown",      " ",     "Europe/Zürich", "New York" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        assert_null(zone_open(str_from(names[i]), &scratch->arena));
    assert_null(zone_open((Str){ "UTC\0", 4 }, &scratch->arena));
    char long_name[500];
    memset(long_name, 'A', sizeof(long_name));
    assert_null(zone_open((Str){ long_name, sizeof(long_name) }, &scratch->arena));
}

TEST_MAIN(TEST(utc_has_many_names), TEST(knows_offsets_through_the_year), TEST(changes_exactly_at_the_second),
          TEST(finds_the_instant_of_a_civil_time), TEST(of_a_time_that_happens_twice_takes_the_first),
          TEST(moves_a_skipped_time_behind_the_gap), TEST(refuses_names_that_are_no_zone))
