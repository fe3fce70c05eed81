/* tests/check/usage_test.c */
#include "check/usage.h"

#include "tests/check/example.h"

static Usages with(Scratch *scratch, const char *const *names)
{
    Usages usages = { .arena = &scratch->arena };
    for (int64_t i = 0; names[i] != NULL; i++)
        usage_add(&usages, str_from(names[i]), i);
    return usages;
}

static void assert_meant(const Usages *usages, const char *name, const char *meant)
{
    const Usage *usage = usage_find(usages, str_from(name));
    assert_non_null(usage);
    if (meant == NULL) {
        assert_null(usage->meant);
        return;
    }
    assert_non_null(usage->meant);
    assert_str(usage->meant->name, meant);
}

static void the_spelling_of_most_posts_is_meant(void **state)
{
    static const char *const names[] = { "Press-office", "Press Office", "Press Office",
                                         "Meg O'Hearn",  "Meg O’Hearn",  NULL };
    Usages usages = with(*state, names);

    usage_find_variants(&usages);
    assert_meant(&usages, "Press-office", "Press Office");
    assert_meant(&usages, "Press Office", NULL);
    assert_meant(&usages, "Meg O’Hearn", "Meg O'Hearn"); /* equally often: the one that came first */
}

static void signs_tell_names_apart(void **state)
{
    static const char *const names[] = { "C", "C++", "C#", NULL };
    Usages usages = with(*state, names);

    usage_find_variants(&usages);
    assert_meant(&usages, "C", NULL);
    assert_meant(&usages, "C++", NULL);
    assert_meant(&usages, "C#", NULL);
}

static void finds_slips_of_names_in_use(void **state)
{
    static const char *const names[] = {
        "Caitlin Perry", "Caitlin Perry",
        "Caitlin Perr",  "Kaitlin Perry",
        "announcements", "announcements",
        "anouncement",   "Leap 15 news",
        "Leap 15 news",  "Leap 16 news",
        "Ivan",          "Ivan",
        "Iwan",          NULL,
    };
    Usages usages = with(*state, names);

    usage_find_slips(&usages, 2);
    assert_meant(&usages, "Caitlin Perr", "Caitlin Perry");
    assert_meant(&usages, "Kaitlin Perry", NULL); /* another first letter is another name */
    assert_meant(&usages, "anouncement", "announcements");
    assert_meant(&usages, "Leap 16 news", NULL);
    assert_meant(&usages, "Iwan", NULL); /* too short to tell */
}

static void a_tags_file_knows_the_tags(void **state)
{
    static const char site[] = "==> tags.yml <==\nannouncements:\nmembers:\n"
                               "==> posts/2024-08-06-port-ellery.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
                               "date: 2024-08-06\ntags: [anouncements, lighthouses]\n---\nGood news.\n";
    assert_check_says(*state, site, "tag-typo: anouncements\n");
}

static void a_native_site_with_pages_is_all_there_is(void **state)
{
    static const char site[] =
        "==> pages/about.md <==\n---\ntitle: About\n---\nUs.\n"
        "==> posts/2024-08-06-port-ellery.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
        "date: 2024-08-06\ntags: [news]\n---\nSee [the charts](/elsewhere/charts/) and [us](/about/).\n";
    assert_check_says(*state, site, "link-internal-missing: /elsewhere/charts/\n");
}

TEST_MAIN(TEST(a_tags_file_knows_the_tags), TEST(a_native_site_with_pages_is_all_there_is),
          TEST(the_spelling_of_most_posts_is_meant), TEST(signs_tell_names_apart), TEST(finds_slips_of_names_in_use))
