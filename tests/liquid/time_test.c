/* tests/liquid/time_test.c - time.c, time_clock.c, filters_date.c */
#include "liquid/time.h"

#include "tests/liquid/support.h"
#include "text/datetime.h"

static void assert_read(Scratch *scratch, const char *text, const char *expected)
{
    LiquidTime time;
    Buf buf = { .arena = &scratch->arena };
    if (!liquid_time_read(&time, str_from(text), TEST_NOW, NULL)) {
        if (expected != NULL)
            print_error("not read: %s\n", text);
        assert_null(expected);
        return;
    }
    datetime_put_format(&buf, STR("%Y-%m-%dT%H:%M:%S%z"), time.unix_s, time.nanoseconds, time.offset_s);
    if (expected == NULL)
        print_error("read: %s\n", text);
    assert_non_null(expected);
    assert_str(buf_str(&buf), expected);
}

static void reads_the_forms_of_dates(void **state)
{
    static const char *const cases[][2] = {
        { "2016-03-14", "2016-03-14T00:00:00+0000" },
        { "March 14, 2016", "2016-03-14T00:00:00+0000" },
        { "14th mar 2016", "2016-03-14T00:00:00+0000" },
        { "14-Mar-2016", "2016-03-14T00:00:00+0000" },
        { "Mon, 14 Mar 2016 10:20:30 +0900", "2016-03-14T10:20:30+0900" },
        { "2016-03-14T10:20:30.25Z", "2016-03-14T10:20:30+0000" },
        { "2016-03-14 10:20:30 -05:00", "2016-03-14T10:20:30-0500" },
        { "2016-03-14 10:20 EST", "2016-03-14T10:20:00-0500" },
        { "2016/3/14 10:20pm", "2016-03-14T22:20:00+0000" },
        { "25/12/2016", "2016-12-25T00:00:00+0000" },
        { "14.3.2016", "2016-03-14T00:00:00+0000" },
        { "20160314T102030", "2016-03-14T10:20:30+0000" },
        { "Mon Mar 14 10:20:30 UTC 2016", "2016-03-14T10:20:30+0000" },
        { "16-03-14", "2016-03-14T00:00:00+0000" },
        { "1 Jan 99", "1999-01-01T00:00:00+0000" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_read(*state, cases[i][0], cases[i][1]);
}

static void completes_what_is_missing(void **state)
{
    Scratch *scratch = *state;
    assert_read(scratch, "March 2016", "2016-03-01T00:00:00+0000");
    assert_read(scratch, "March 3", "2024-03-03T00:00:00+0000");
    assert_read(scratch, "10:30", "2024-11-21T10:30:00+0000");
    assert_read(scratch, "the 5th", "2024-11-05T00:00:00+0000");
    assert_read(scratch, "2024-02-30", "2024-03-01T00:00:00+0000");
    assert_read(scratch, "2024-02-03 24:00", "2024-02-04T00:00:00+0000");
}

static void refuses_what_is_no_date(void **state)
{
    static const char *const texts[] = { "",           "hello",       "12/25/2016",
                                         "2016-13-01", "2016-01-32",  "2016-03-14 25:00",
                                         "Monday",     "-1152098955", "March 99, 2016",
                                         "2016-03" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_read(*state, texts[i], NULL);
}

static void formats_what_the_filter_takes(void **state)
{
    static const RenderCase cases[] = {
        { "{{ '2016-03-14 10:20' | date: '%d %b %Y, %H:%M' }}", "14 Mar 2016, 10:20" },
        { "{{ 'now' | date: '%F' }} {{ 'today' | date: '%H' }}", "2024-11-21 12" },
        { "{{ '2016' | date: '%Y' }} {{ 1732190400 | date: '%F' }}", "1970 2024-11-21" },
        { "{{ 'hello' | date: '%Y' }}{{ nothing | date: '%Y' }}{{ 1.5 | date: '%Y' }}{{ '' | date: '%Y' }}",
          "hello1.5" },
        { "{{ '2016-03-14' | date: '' }} {{ '2016-03-14' | date: nothing }}", "2016-03-14 2016-03-14" },
        { "{{ 0 | date: '%Y%' }}", "Liquid error (line 1): invalid format: %Y%" },
        { "{{ 9223372036854775807 | date: '%Y' }}", "9223372036854775807" },
    };
    ASSERT_RENDERS(*state, cases);
}

TEST_MAIN(TEST(reads_the_forms_of_dates), TEST(completes_what_is_missing), TEST(refuses_what_is_no_date),
          TEST(formats_what_the_filter_takes))
