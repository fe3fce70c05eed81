#include "text/datetime.h"
#include "tests/support.h"

enum { NOON = 1722945600 }; /* 2024-08-06T12:00:00Z, a Tuesday */

static void knows_the_days_of_months(void **state)
{
    (void)state;
    assert_int_equal(civil_month_days(2024, 2), 29);
    assert_int_equal(civil_month_days(2023, 2), 28);
    assert_int_equal(civil_month_days(2000, 2), 29);
    assert_int_equal(civil_month_days(1900, 2), 28);
    assert_int_equal(civil_month_days(2024, 12), 31);
    assert_int_equal(civil_month_days(-4, 2), 29);
}

static void counts_seconds_of_civil_times(void **state)
{
    (void)state;
    assert_true(civil_to_seconds(1970, 1, 1, 0, 0, 0) == 0);
    assert_true(civil_to_seconds(2024, 8, 6, 12, 0, 0) == NOON);
    assert_true(civil_to_seconds(2000, 2, 29, 0, 0, 0) == 951782400);
    assert_true(civil_to_seconds(1969, 12, 31, 23, 59, 59) == -1);
    assert_true(civil_to_seconds(1, 1, 1, 0, 0, 0) == -62135596800);
    assert_true(civil_to_seconds(0, 3, 1, 0, 0, 0) == -62162035200);
    assert_true(civil_to_seconds(9999, 12, 31, 23, 59, 59) == 253402300799);
}

static void expect_day(int64_t civil_s, int64_t year, int month, int day, int weekday, int year_day)
{
    Civil civil = civil_from_seconds(civil_s);
    assert_true(civil.year == year);
    assert_int_equal(civil.month, month);
    assert_int_equal(civil.day, day);
    assert_int_equal(civil.weekday, weekday);
    assert_int_equal(civil.year_day, year_day);
}

static void names_the_day_of_a_second(void **state)
{
    (void)state;
    expect_day(0, 1970, 1, 1, 4, 1);
    expect_day(-1, 1969, 12, 31, 3, 365);
    expect_day(NOON, 2024, 8, 6, 2, 219);
    expect_day(951782399, 2000, 2, 28, 1, 59);
    expect_day(951782400, 2000, 2, 29, 2, 60);
    expect_day(-62135596800, 1, 1, 1, 1, 1);
    expect_day(-62167219200, 0, 1, 1, 6, 1);
    expect_day(-62167219201, -1, 12, 31, 5, 365);
}

static void every_day_of_a_cycle_comes_back(void **state)
{
    (void)state;
    for (int64_t day = -146097; day < 2 * 146097; day += 13) {
        Civil civil = civil_from_seconds(day * 86400 + 3723);
        assert_true(civil.day <= civil_month_days(civil.year, civil.month));
        assert_int_equal(civil.hour * 3600 + civil.minute * 60 + civil.second, 3723);
        assert_true(civil_to_seconds(civil.year, civil.month, civil.day, 0, 0, 0) == day * 86400);
    }
}

static void expect_standard(Scratch *scratch, int32_t offset_s, const char *rfc3339, const char *rfc5322)
{
    Buf out = { .arena = &scratch->arena };
    datetime_put_rfc3339(&out, NOON, offset_s);
    assert_str(buf_str(&out), rfc3339);
    out.len = 0;
    datetime_put_rfc5322(&out, NOON, offset_s);
    assert_str(buf_str(&out), rfc5322);
}

static void writes_the_standard_forms(void **state)
{
    expect_standard(*state, 0, "2024-08-06T12:00:00Z", "Tue, 06 Aug 2024 12:00:00 +0000");
    expect_standard(*state, 7200, "2024-08-06T14:00:00+02:00", "Tue, 06 Aug 2024 14:00:00 +0200");
    expect_standard(*state, -12600, "2024-08-06T08:30:00-03:30", "Tue, 06 Aug 2024 08:30:00 -0330");
    expect_standard(*state, 50400, "2024-08-07T02:00:00+14:00", "Wed, 07 Aug 2024 02:00:00 +1400");
    /* local mean times of old have seconds, which these forms cannot say */
    expect_standard(*state, -17762, "2024-08-06T07:04:00-04:56", "Tue, 06 Aug 2024 07:04:00 -0456");
}

TEST_MAIN(TEST(knows_the_days_of_months), TEST(counts_seconds_of_civil_times), TEST(names_the_day_of_a_second),
          TEST(every_day_of_a_cycle_comes_back), TEST(writes_the_standard_forms))
