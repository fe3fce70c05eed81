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
        { FRONT("title: Port  Ellery joins\n"), "double-space:   \n" },
        { FRONT("title: \" Port Ellery joins\"\n"), "title-outer-space:  \n" },
    };
    ASSERT_ALL(state, cases);
}

#define BY(author) "---\ntitle: Port Ellery joins\n" author "date: 2024-08-06\ntags: [news]\n---\nGood news for all.\n"

static void authors_are_names(void **state)
{
    static const Case cases[] = {
        { BY("author: 42\n"), "author-type: 42\n" },
        { BY("author: true\n"), "author-type: true\n" },
        { BY("author: '42'\n"), "author-not-a-name: 42\n" },
        { BY("authors: [Mina Isobar, 42]\n"), "author-type: 42\n" },
        { BY("author:\n"), "author-missing: author\n" },
        { BY("auhtor: Mina Isobar\n"), "fm-unknown-key: auhtor\n" },
    };
    ASSERT_ALL(state, cases);
}

#define SORTED(tags) "---\ntitle: Port Ellery joins\nauthor: A B\ndate: 2024-08-06\n" tags "---\nGood news for all.\n"

static void tags_are_words(void **state)
{
    static const Case cases[] = {
        { SORTED("tags: [news, 2024]\n"), "tag-type: 2024\n" },
        { SORTED("tags: [news, yes]\n"), "tag-type: yes\n" },
        { SORTED("tags: [news, '2024']\n"), "" },
        { SORTED("tags: [news, 2024a]\n"), "" },
    };
    ASSERT_ALL(state, cases);
}

/* Of two posts of one title that one is told of whose file has another name. */
static void titles_belong_to_the_file_of_that_name(void **state)
{
    static const char site[] = "==> posts/2024-08-06-%s.md <==\n---\ntitle: Port Ellery joins\nauthor: Mina Isobar\n"
                               "date: 2024-08-06\ntags: [news]\n---\nGood news for all.\n"
                               "==> posts/2024-08-07-%s.md <==\n---\ntitle: Port ELLERY joins\nauthor: Mina Isobar\n"
                               "date: 2024-08-07\ntags: [news]\n---\nMore news for all.\n";
    Scratch *scratch = *state;
    static const struct {
        const char *first, *second, *expected;
    } cases[] = {
        { "spring-harvest-festival", "port-ellery-joins", "title-duplicate: Port Ellery joins\n" },
        { "port-ellery-joins", "spring-harvest-festival", "title-duplicate: Port ELLERY joins\n" },
        { "port-ellery-joins", "port-ellery", "title-duplicate: Port ELLERY joins\n" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Buf text = { .arena = &scratch->arena };
        buf_put_format(&text, site, cases[i].first, cases[i].second);
        buf_put_char(&text, '\0');
        assert_check_says(scratch, buf_str(&text).data, cases[i].expected);
    }
}

static void excerpts_end_whole(void **state)
{
    static const Case cases[] = {
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and what it brings\n"), "" },
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and the\n"), "excerpt-truncated: the\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: A new member, and what ...\n"), "excerpt-truncated: ...\n" },
        { FRONT("title: Port Ellery joins\nexcerpt: A new member and [...]\n"), "excerpt-truncated: [...]\n" },
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

TEST_MAIN(TEST(titles_are_plain_text), TEST(titles_belong_to_the_file_of_that_name), TEST(authors_are_names),
          TEST(tags_are_words), TEST(excerpts_end_whole), TEST(names_of_files_make_addresses))
