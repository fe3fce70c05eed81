#include "text/datetime.h"
#include "tests/support.h"

enum { MOMENT = 1722943325, HALF_PAST_FIVE = 19800 }; /* 2024-08-06T16:52:05+05:30 */

typedef struct Case {
    const char *format, *expected;
} Case;

static void expect(Scratch *scratch, const char *format, int64_t unix_s, int32_t offset_s, const char *expected)
{
    Buf out = { .arena = &scratch->arena };
    assert_true(datetime_put_format(&out, str_from(format), unix_s, 123456789, offset_s));
    assert_str(buf_str(&out), expected);
}

static void expect_all(Scratch *scratch, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(scratch, cases[i].format, MOMENT, HALF_PAST_FIVE, cases[i].expected);
}
#define EXPECT_ALL(scratch, cases) expect_all(scratch, cases, sizeof(cases) / sizeof((cases)[0]))

static void writes_every_directive(void **state)
{
    static const Case cases[] = {
        { "", "" },
        { "am %d. %B %Y", "am 06. August 2024" },
        { "%Y-%m-%dT%H:%M:%S%:z", "2024-08-06T16:52:05+05:30" },
        { "%a %A %b %B %h", "Tue Tuesday Aug August Aug" },
        { "%C %y %G %g %V %U %W %u %w %j", "20 24 2024 24 32 31 32 2 2 219" },
        { "%k|%l|%e|%I|%p|%P", "16| 4| 6|04|PM|pm" },
        { "%s %L %N", "1722943325 123 123456789" },
        { "%c", "Tue Aug  6 16:52:05 2024" },
        { "%x %X %D %F %T %R %r %v", "08/06/24 16:52:05 08/06/24 2024-08-06 16:52:05 16:52 04:52:05 PM  6-AUG-2024" },
        { "%%%n%t", "%\n\t" },
        { "%Z", "" },
    };
    EXPECT_ALL(*state, cases);
}

static void obeys_flags_and_widths(void **state)
{
    static const Case cases[] = {
        { "%-d %_d %05d %_5d %-5d", "6  6 00006     6 6" },
        { "%-e %0e %-l %0l", "6 06 4 04" },
        { "%10Y %_10Y %-y", "0000002024       2024 24" },
        { "%^A %#A %^10a %010A %-10A", "TUESDAY TUESDAY        TUE 000Tuesday Tuesday" },
        { "%#p %^P %10p", "pm PM         PM" },
        { "%1N %3N %6N %12N %5L %20L", "1 123 123456 123456789000 12345 12345678900000000000" },
        { "%15s %_15s", "000001722943325      1722943325" },
        { "%^c|%10T|%010T|%^F|%12F|%012F",
          "TUE AUG  6 16:52:05 2024|  16:52:05|0016:52:05|2024-08-06|  2024-08-06|002024-08-06" },
        { "%5%", "    %" },
        { "%10^a", "       TUE" },
        { "%Ey %Od", "24 06" },
    };
    EXPECT_ALL(*state, cases);
}

static void writes_offsets_in_all_forms(void **state)
{
    Scratch *scratch = *state;
    static const Case cases[] = {
        { "%z %:z %::z %:::z", "+0530 +05:30 +05:30:00 +05:30" },
        { "%10z|%_10z|%10:z|%_z|%_:z", "+000000530|      +530|+000005:30| +530| +5:30" },
    };
    EXPECT_ALL(scratch, cases);
    expect(scratch, "%z %:z %::z %:::z %Z", MOMENT, 0, "+0000 +00:00 +00:00:00 +00 UTC");
    expect(scratch, "%z %:z %:::z %_z", MOMENT, -1800, "-0030 -00:30 -00:30  -030");
    expect(scratch, "%::z %:::z", MOMENT, -17762, "-04:56:02 -04:56:02");
}

static void leaves_what_it_does_not_know(void **state)
{
    static const Case cases[] = {
        { "%!", "%!" },         { "%-Q x", "%-Q x" }, { "%:d", "%:d" },     { "%::::z", "%::::z" }, { "%é", "%é" },
        { "%9999d", "%9999d" }, { "%Ea", "%Ea" },     { "%:10z", "%:10z" }, { "%E", "%E" },         { "%+", "%+" },
    };
    EXPECT_ALL(*state, cases);
}

static void refuses_a_directive_cut_off(void **state)
{
    Scratch *scratch = *state;
    const char *formats[] = { "%", "100%", "%-", "%10", "%0" };
    Buf out = { .arena = &scratch->arena };

    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
        assert_false(datetime_put_format(&out, str_from(formats[i]), MOMENT, 0, 0));
}

static void numbers_weeks_at_the_turn_of_the_year(void **state)
{
    Scratch *scratch = *state;
    const char *format = "%F %G-W%V-%u %U %W";

    expect(scratch, format, civil_to_seconds(2021, 1, 1, 12, 0, 0), 0, "2021-01-01 2020-W53-5 00 00");
    expect(scratch, format, civil_to_seconds(2024, 12, 30, 12, 0, 0), 0, "2024-12-30 2025-W01-1 52 53");
    expect(scratch, format, civil_to_seconds(2023, 1, 1, 12, 0, 0), 0, "2023-01-01 2022-W52-7 01 00");
    expect(scratch, format, civil_to_seconds(2018, 1, 1, 12, 0, 0), 0, "2018-01-01 2018-W01-1 00 01");
}

static void midnight_and_noon_are_twelve(void **state)
{
    expect(*state, "%I %l %p %-H", 0, 0, "12 12 AM 0");
    expect(*state, "%I %l %p %-H", 43200, 0, "12 12 PM 12");
}

static void writes_years_before_the_first(void **state)
{
    expect(*state, "%Y %C %y %G", civil_to_seconds(-5, 6, 1, 0, 0, 0), 0, "-0005 -1 95 -0005");
}

static void bounds_what_no_calendar_has(void **state)
{
    expect(*state, "%Y %s", INT64_MAX, 50400, "31690708 9223372036854775807");
    expect(*state, "%Y", INT64_MIN, -50400, "-31686769");
}

TEST_MAIN(TEST(writes_every_directive), TEST(obeys_flags_and_widths), TEST(writes_offsets_in_all_forms),
          TEST(leaves_what_it_does_not_know), TEST(refuses_a_directive_cut_off),
          TEST(numbers_weeks_at_the_turn_of_the_year), TEST(midnight_and_noon_are_twelve),
          TEST(writes_years_before_the_first), TEST(bounds_what_no_calendar_has))
