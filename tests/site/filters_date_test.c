/* tests/site/filters_date_test.c */
#include "tests/site/template.h"

static const char config[] = "timezone: Asia/Tokyo\nday: 2024-03-05\nat: 2024-03-05 10:00:00 +0200\n";

static void writes_dates_in_the_zone_of_the_site(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.at | date_to_xmlschema }} {{ site.at | date_to_rfc822 }}",
          "2024-03-05T17:00:00+09:00 Tue, 05 Mar 2024 17:00:00 +0900" },
        { "{{ site.day | date_to_xmlschema }} {{ 0 | date_to_xmlschema }}",
          "2024-03-05T00:00:00+09:00 1970-01-01T09:00:00+09:00" },
        { "{{ '2024-03-03T23:00:00Z' | date_to_string }}", "04 Mar 2024" },
    };
    EXPECT(*state, config, cases);
}

static void writes_dates_in_words(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.day | date_to_string }} {{ site.day | date_to_long_string }}", "05 Mar 2024 05 March 2024" },
        { "{{ site.day | date_to_string: 'ordinal' }}, {{ site.day | date_to_string: 'ordinal', 'US' }}",
          "5th Mar 2024, Mar 5th, 2024" },
        { "{{ '2024-03-11' | date_to_string: 'ordinal' }} {{ '2024-03-22' | date_to_long_string: 'ordinal' }}",
          "11th Mar 2024 22nd March 2024" },
        { "{{ '2024-03-01' | date_to_string: 'ordinal' }} {{ '2024-03-23' | date_to_string: 'ordinal', 'UK' }}",
          "1st Mar 2024 23rd Mar 2024" },
        { "{{ site.day | date_to_string: 'other', 'US' }}", "05 Mar 2024" },
    };
    EXPECT(*state, config, cases);
}

static void takes_nothing_but_dates(void **state)
{
    static const TemplateCase cases[] = {
        { "[{{ '' | date_to_string }}][{{ nil | date_to_rfc822 }}]", "[][]" },
        { "{{ 'x' | date_to_string }}", "Liquid error (line 1): Invalid Date: '\"x\"' is not a valid datetime." },
        { "{{ 1.5 | date_to_xmlschema }}", "Liquid error (line 1): Invalid Date: '1.5' is not a valid datetime." },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(writes_dates_in_the_zone_of_the_site), TEST(writes_dates_in_words), TEST(takes_nothing_but_dates))
