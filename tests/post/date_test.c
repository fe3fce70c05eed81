/* tests/post/date_test.c */
#include "post/date.h"

#include "base/buf.h"
#include "text/datetime.h"
#include "tests/support.h"

static Str shown(Scratch *scratch, const Date *date)
{
    Buf out = { .arena = &scratch->arena };
    datetime_put_rfc3339(&out, date->unix_s, date->offset_s);
    return buf_str(&out);
}

static Date read_in(Scratch *scratch, const char *text, const char *zone)
{
    Date date = { 0 };
    const Zone *there = zone_open(str_from(zone), &scratch->arena);
    assert_non_null(there);
    assert_true(date_read(&date, located(text), there, false, &scratch->diags));
    return date;
}

static void expect_canonical(Scratch *scratch, const char *text, const char *instant)
{
    Date date = read_in(scratch, text, "America/New_York");
    assert_str(shown(scratch, &date), instant);
    assert_no_diags(&scratch->diags);
}

static void expect_fixed(Scratch *scratch, const char *text, const char *instant, const char *canonical)
{
    Date date = read_in(scratch, text, "America/New_York");
    assert_str(shown(scratch, &date), instant);
    assert_diag(&scratch->diags, "date-noncanonical", text, text, NULL);
    const Diag *diag = &scratch->diags.items[0];
    assert_int_equal(diag->kind, DIAG_CONTENT);
    assert_int_equal(diag->severity, SEVERITY_ERROR);
    assert_true(diag->fix.safe);
    assert_str(diag->fix.replacement, canonical);
    scratch->diags.len = 0;

    expect_canonical(scratch, canonical, instant); /* a second run changes nothing, and the meaning stays */
}

static void expect_refused(Scratch *scratch, const char *text, const char *rule, const char *part, const char *hint)
{
    Date date = { .unix_s = 42 };
    const Zone *zone = zone_open(STR("UTC"), &scratch->arena);

    assert_false(date_read(&date, located(text), zone, false, &scratch->diags));
    assert_diag(&scratch->diags, rule, text, part, NULL);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
    assert_str(scratch->diags.items[0].hint, hint);
    assert_int_equal(date.unix_s, 42);
    scratch->diags.len = 0;
}

static void reads_a_day_in_the_zone_of_the_site(void **state)
{
    Date date = read_in(*state, "2024-08-06", "America/New_York");
    assert_int_equal(date.unix_s, 1722916800);
    assert_int_equal(date.offset_s, -4 * 3600);
    assert_int_equal(date.precision, DATE_DAY);
    assert_false(date.zone_written);

    date = read_in(*state, "2024-08-06", "Asia/Tokyo");
    assert_int_equal(date.unix_s, 1722870000);
}

static void reads_canonical_spellings(void **state)
{
    expect_canonical(*state, "2024-02-29", "2024-02-29T00:00:00-05:00");
    expect_canonical(*state, "2024-08-06T09:05:00Z", "2024-08-06T09:05:00Z");
    expect_canonical(*state, "2024-08-06T09:05:00.25+05:30", "2024-08-06T09:05:00+05:30");
    expect_canonical(*state, "2024-08-06 09:05:00-04:00", "2024-08-06T09:05:00-04:00");
    expect_canonical(*state, "2024-12-31 23:59:59", "2024-12-31T23:59:59-05:00");
    expect_canonical(*state, "  2024-08-06  ", "2024-08-06T00:00:00-04:00");
}

static void keeps_precision_zone_and_fraction(void **state)
{
    Date date = read_in(*state, "2024-08-06T09:05:00.123456789999+14:00", "UTC");
    assert_int_equal(date.precision, DATE_SECOND);
    assert_int_equal(date.nanoseconds, 123456789);
    assert_int_equal(date.offset_s, 14 * 3600);
    assert_true(date.zone_written);
    assert_false(read_in(*state, "2024-08-06 09:05:00", "UTC").zone_written);
}

static void takes_clear_spellings_as_meant(void **state)
{
    expect_fixed(*state, "2024-08-6", "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state, "2024-8-06", "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state, "2024/08/06", "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state, "2024.8.6", "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state,
                 "2024\xe2\x80\x93"
                 "08\xe2\x80\x93"
                 "06",
                 "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state, "20240806", "2024-08-06T00:00:00-04:00", "2024-08-06");
    expect_fixed(*state, "2024-08-06 9:05", "2024-08-06T09:05:00-04:00", "2024-08-06 09:05:00");
    expect_fixed(*state, "2024-08-06T09:05Z", "2024-08-06T09:05:00Z", "2024-08-06T09:05:00Z");
    expect_fixed(*state, "2024-08-06t09:05:00z", "2024-08-06T09:05:00Z", "2024-08-06T09:05:00Z");
    expect_fixed(*state, "2024-08-06  09:05:00", "2024-08-06T09:05:00-04:00", "2024-08-06 09:05:00");
    expect_fixed(*state, "2024-08-06 9:05 +0000", "2024-08-06T09:05:00Z", "2024-08-06 09:05:00+00:00");
    expect_fixed(*state, "2024-08-06 09:05:00 -5", "2024-08-06T09:05:00-05:00", "2024-08-06 09:05:00-05:00");
    expect_fixed(*state, "2024-08-06 09:05:00 +0530", "2024-08-06T09:05:00+05:30", "2024-08-06 09:05:00+05:30");
    expect_fixed(*state, "2024-08-06 09:05:00 UTC", "2024-08-06T09:05:00Z", "2024-08-06 09:05:00Z");
    expect_fixed(*state, "2024-08-06 09:05 GMT", "2024-08-06T09:05:00Z", "2024-08-06 09:05:00Z");
    expect_fixed(*state, "2024-08-06 09:05 UTC+2", "2024-08-06T09:05:00+02:00", "2024-08-06 09:05:00+02:00");
    expect_fixed(*state, "2024-08-06 9:05 PM", "2024-08-06T21:05:00-04:00", "2024-08-06 21:05:00");
    expect_fixed(*state, "2024-08-06 12:30am", "2024-08-06T00:30:00-04:00", "2024-08-06 00:30:00");
    expect_fixed(*state, "2024-8-6 09:05:00,5", "2024-08-06T09:05:00-04:00", "2024-08-06 09:05:00.5");
}

static void offers_no_fix_over_several_lines(void **state)
{
    Scratch *scratch = *state;
    Located text = located("date: >\n  2024-08-6\n");
    Date date;

    text.str = STR("2024-08-6");
    assert_true(date_read(&date, text, zone_open(STR("UTC"), &scratch->arena), false, &scratch->diags));
    assert_null(assert_rule(&scratch->diags, "date-noncanonical")->fix.span.source);
}

static void points_at_what_the_calendar_lacks(void **state)
{
    expect_refused(*state, "2024-02-30", "date-impossible", "30", "its last day is 2024-02-29");
    expect_refused(*state, "2023-02-29", "date-impossible", "29", "its last day is 2023-02-28");
    expect_refused(*state, "2024-13-01", "date-impossible", "13",
                   "write the day as YYYY-MM-DD, year, month and day, as in 2024-08-06");
    expect_refused(*state, "2024-08-00", "date-impossible", "00",
                   "write the day as YYYY-MM-DD, year, month and day, as in 2024-08-06");
    expect_refused(*state, "0204-08-06", "date-implausible", "0204",
                   "write the day as YYYY-MM-DD, year, month and day, as in 2024-08-06");
    expect_refused(*state, "2024-08-06 25:00", "date-impossible", "25",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2023-08-6 24:00:00", "date-impossible", "24",
                   "write the time as in 2023-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06 09:60", "date-impossible", "60",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06 09:05:61", "date-impossible", "61",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06T", "date-impossible", "T",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06 morning", "date-impossible", "morning",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06/07", "date-impossible", "/07",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
    expect_refused(*state, "2024-08-06 14:00 pm", "date-impossible", "14:00 pm",
                   "write the time as in 2024-08-06 16:30:00, or the day alone");
}

static void names_both_readings_of_an_ambiguous_date(void **state)
{
    expect_refused(*state, "03/05/2024", "date-ambiguous", "03/05/2024",
                   "write 2024-03-05 or 2024-05-03, whichever is meant");
    expect_refused(*state, "5.3.2024", "date-ambiguous", "5.3.2024",
                   "write 2024-05-03 or 2024-03-05, whichever is meant");
    expect_refused(*state, "31/12/2024 10:00", "date-ambiguous", "31/12/2024", "write 2024-12-31");
    expect_refused(*state, "12-31-2024", "date-ambiguous", "12-31-2024", "write 2024-12-31");
    expect_refused(*state, "05/05/2024", "date-ambiguous", "05/05/2024", "write 2024-05-05");
    expect_refused(*state, "24-08-06", "date-ambiguous", "24-08-06",
                   "write the year with four digits first, then month and day, as in 2024-08-06");
    expect_refused(*state, "3/5/24", "date-ambiguous", "3/5/24",
                   "write the year with four digits first, then month and day, as in 2024-08-06");
    expect_refused(*state, "40/50/2024", "date-impossible", "40/50/2024",
                   "write the day as YYYY-MM-DD, as in 2024-08-06");
}

static void says_what_to_write_for_what_is_no_date(void **state)
{
    const char *any = "write the day as YYYY-MM-DD, as in 2024-08-06";

    expect_refused(*state, "March 5, 2024", "date-noncanonical", "March 5, 2024", "write 2024-03-05");
    expect_refused(*state, "5 March 2024", "date-noncanonical", "5 March 2024", "write 2024-03-05");
    expect_refused(*state, "Tue, 5th Sept. 2024", "date-noncanonical", "Tue, 5th Sept. 2024", "write 2024-09-05");
    expect_refused(*state, "Tue, 06 Aug 2024 12:00:00 +0000", "date-noncanonical", "Tue, 06 Aug 2024 12:00:00 +0000",
                   "write 2024-08-06, then the time, as in 2024-08-06 16:30:00");
    expect_refused(*state, "30 February 2024", "date-impossible", "30 February 2024", any);
    expect_refused(*state, "2024", "date-impossible", "2024", "write the whole day, as in 2024-08-06");
    expect_refused(*state, "2024-08", "date-impossible", "2024-08", "write the whole day, as in 2024-08-01");
    expect_refused(*state, "1722902400", "date-impossible", "1722902400", "write 2024-08-06T00:00:00Z");
    expect_refused(*state, "1722902400000", "date-impossible", "1722902400000", "write 2024-08-06T00:00:00Z");
    expect_refused(*state, "20241332", "date-impossible", "20241332", any);
    expect_refused(*state, "20244-08-06", "date-impossible", "20244", any);
    expect_refused(*state, "tomorrow", "date-impossible", "tomorrow", any);
    expect_refused(*state, "", "date-impossible", "", any);
    expect_refused(*state, "99999999999999999999999", "date-impossible", "99999999999999999999999", any);
}

static void refuses_zones_that_do_not_exist(void **state)
{
    const char *any = "write 2024-08-06 09:05:00-05:00 with the hours and minutes of your zone, or Z for UTC";

    expect_refused(*state, "2024-08-06 09:05:00 EDT", "date-zone", "EDT", "write 2024-08-06 09:05:00-04:00");
    expect_refused(*state, "2024-08-06 9:05 America/New_York", "date-zone", "America/New_York", any);
    expect_refused(*state, "2024-08-06 09:05:00+25:00", "date-zone", "+25:00", any);
    expect_refused(*state, "2024-08-06 09:05:00+02:60", "date-zone", "+02:60", any);
    expect_refused(*state, "2024-08-06 09:05:00-12:30", "date-zone", "-12:30", any);
    expect_refused(*state, "2024-08-06 09:05:00+", "date-zone", "+", any);
    expect_refused(*state, "2024-08-06 09:05:00+02:00 (CEST)", "date-zone", "+02:00 (CEST)", any);
    expect_refused(*state, "2021-02-08 16:30-:00+16:30", "date-zone", "-:00+16:30",
                   "write 2021-02-08 16:30:00-05:00 with the hours and minutes of your zone, or Z for UTC");
}

static void takes_the_date_of_a_file_name(void **state)
{
    Scratch *scratch = *state;
    const Zone *utc = zone_open(STR("UTC"), &scratch->arena);
    Date date;
    size_t rest;

    assert_true(date_from_file_name(&date, &rest, STR("2024-08-6-french-ministry"), utc));
    assert_int_equal(date.unix_s, 1722902400);
    assert_int_equal(date.precision, DATE_DAY);
    assert_int_equal(rest, 10);
    assert_true(date_from_file_name(&date, &rest, STR("2024-08-06"), utc));
    assert_int_equal(rest, 10);
    assert_false(date_from_file_name(&date, &rest, STR("2021-06-97-notes"), utc));
    assert_int_equal(rest, 11);
    assert_false(date_from_file_name(&date, &rest, STR("2024-annual-report"), utc));
    assert_int_equal(rest, 0);
    assert_false(date_from_file_name(&date, &rest, STR("2024-08-06th-meeting"), utc));
    assert_int_equal(rest, 0);
    assert_false(date_from_file_name(&date, &rest, STR("welcome"), utc));
    assert_false(date_from_file_name(&date, &rest, STR(""), utc));
}

static void knows_the_day_of_an_instant(void **state)
{
    Date date = read_in(*state, "2024-08-06T23:30:00-04:00", "UTC");
    assert_int_equal(date_day(&date), civil_to_seconds(2024, 8, 6, 0, 0, 0));
    date = read_in(*state, "1969-12-31T23:30:00Z", "UTC");
    assert_int_equal(date_day(&date), -86400);
}

TEST_MAIN(TEST(reads_a_day_in_the_zone_of_the_site), TEST(reads_canonical_spellings),
          TEST(keeps_precision_zone_and_fraction), TEST(takes_clear_spellings_as_meant),
          TEST(offers_no_fix_over_several_lines), TEST(points_at_what_the_calendar_lacks),
          TEST(names_both_readings_of_an_ambiguous_date), TEST(says_what_to_write_for_what_is_no_date),
          TEST(refuses_zones_that_do_not_exist), TEST(takes_the_date_of_a_file_name), TEST(knows_the_day_of_an_instant))
