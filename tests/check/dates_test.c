/* tests/check/dates_test.c - the front matter of these examples is of August 6, 2024. */
#include "tests/check/example.h"

static void finds_weekdays_of_another_day(void **state)
{
    static const struct Case {
        const char *text, *expected;
    } cases[] = {
        { "On Monday, August 12, 2024.", "" },
        { "On Friday, August 12, 2024.", "weekday-wrong: Friday\n" },
        { "On *Friday*,\n12th of August 2024.", "weekday-wrong: Friday\n" },
        { "Fri 12 August, 3pm", "weekday-wrong: Fri\n" },
        { "Mon. Aug. 12, 10:00", "" },
        { "Friday, January 10 (next year)", "" }, /* in 2025 */
        { "Monday and Tuesday, August 12 and 13, 2024", "" },
        { "Monday-Friday, August 12-16, 2024", "" },
        { "`Friday, August 12, 2024`", "" },
        { "Friday August 12.5 million", "" },
        { "Saturday, May 4 members met", "" },
        { "See [Friday, August 12, 2024](https://other.example/2024-02-30/).", "weekday-wrong: Friday\n" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_check_says(*state, cases[i].text, cases[i].expected);
}

static void finds_days_that_do_not_exist(void **state)
{
    static const struct Case {
        const char *text, *expected;
    } cases[] = {
        { "By June 31.", "date-in-text-impossible: June 31\n" },
        { "By the 31st of June 2024.", "date-in-text-impossible: 31st of June 2024\n" },
        { "By February 29, 2023.", "date-in-text-impossible: February 29, 2023\n" },
        { "By February 29.", "" },
        { "On 2024-02-30 we meet.", "date-in-text-impossible: 2024-02-30\n" },
        { "Version 2024-02-30-beta.", "" },
        { "In May 35 members joined.", "" },
        { "Sunday, June 31", "date-in-text-impossible: Sunday, June 31\n" },
        { "June 2024 and June 20, 2024.", "" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_check_says(*state, cases[i].text, cases[i].expected);
}

TEST_MAIN(TEST(finds_weekdays_of_another_day), TEST(finds_days_that_do_not_exist))
