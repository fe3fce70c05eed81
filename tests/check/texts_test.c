/* tests/check/texts_test.c - titles, excerpts, names of files: both sides of each boundary. */
#include "tests/check/example.h"

#define FRONT(lines)                                                                                                   \
    "---\n" lines "author: staff\ndate: 2024-08-06\ntags: [news]\n---\nGood news for all pilots of the coast.\n"

typedef struct Case {
    const char *text, *expected;
} Case;

static void assert_all(void **state, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_check_says(*state, cases[i].text, cases[i].expected);
}

#define ASSERT_ALL(state, cases) assert_all(state, cases, sizeof(cases) / sizeof((cases)[0]))

static void titles_are_plain_text(void **state)
{
    static const Case cases[] = {
        { FRONT("title: AT&T joins, 3 < 4 * 5\n"), "" },
        { FRONT("title: Tom &amp; Ann join\n"), "title-markup: &amp;\n" },
        { FRONT("title: A *fine* day\n"), "title-markup: *fine*\n" },
        { FRONT("title: \"Port [charts](https://a.example)\"\n"), "title-markup: [charts](https://a.example)\n" },
        { FRONT("title: Terms & Conditions; all of Port [draft]\n"), "" },
        { FRONT("title: 1.10\n"), "title-type: 1.10\n" },
        { FRONT("title: '2024'\n"), "" },
        { FRONT("title: \" Port Ellery joins\"\n"), "title-outer-space:  \n" },
    };
    ASSERT_ALL(state, cases);
}

static void excerpts_end_whole(void **state)
{
    static const Case cases[] = {
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and what it brings\n"), "" },
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and the\n"), "excerpt-truncated: the\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and what ...\n"), "excerpt-truncated: ...\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: >\n  A new member,\n"), "excerpt-truncated: member,\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: Good news for all pilots of the coa\n"), "" },
        { FRONT("title: Port Ellery joins\nexcerpt: ''\n"), "excerpt-empty: ''\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: >-\n  Some <b>good</b> news.\n"), "excerpt-markup: <b>\n" },
    };
    ASSERT_ALL(state, cases);
}

static void names_of_files_make_addresses(void **state)
{
#define NAMED(name) "==> posts/" name " <==\n" FRONT("title: Port Ellery joins\n")
    static const Case cases[] = {
        { NAMED("2024-08-06-port-ellery-1.2.md"), "" },
        { NAMED("2024-08-06-port ellery?.md"), "filename-bad-character: \nfilename-space: \n" },
        { NAMED("2024-08-06-hafen-größe-port.md"), "" },
        { NAMED("2024-8-06-port-ellery.md"), "filename-date-noncanonical: \n" },
        { NAMED("2024-02-30-port-ellery.md"), "filename-date-invalid: \n" },
        { NAMED("2024-08-07-port-ellery.md"), "date-filename-mismatch: 2024-08-06\n" },
        { "==> posts/2024-08-06-port-ellery.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2204-08-06\n"
          "tags: [news]\n---\nGood news.\n",
          "date-implausible: 2204-08-06\n" },
    };
    ASSERT_ALL(state, cases);
}

TEST_MAIN(TEST(titles_are_plain_text), TEST(excerpts_end_whole), TEST(names_of_files_make_addresses))
