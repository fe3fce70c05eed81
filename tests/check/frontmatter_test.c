/* What is odd in front matter that can be read: exactly where, and nothing else. */
#include "tests/check/example.h"

/* The front matter with `lines` in it. */
static void assert_says(Scratch *scratch, const char *lines, const char *expected)
{
    Str text = arena_format(&scratch->arena,
                            "---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\n"
                            "%s---\nEverybody is glad.\n",
                            lines);
    assert_check_says(scratch, arena_cstr(&scratch->arena, text), expected);
}

static void finds_empty_lines_but_not_those_of_a_text(void **state)
{
    assert_says(*state, "\nexcerpt: A b.\n", "fm-blank-line: \n\n");
    assert_says(*state, "excerpt: A b.\n\n", "fm-blank-line: \n\n");
    assert_says(*state, "excerpt: A b.\n \t\n\nharbour: c\n", "fm-blank-line:  \t\n\n\n");
    assert_says(*state, "excerpt: >\n  A\n\n  b.\n", "");
    assert_says(*state, "excerpt: >\n  A b.\n\n", "fm-blank-line: \n\n");
    assert_says(*state, "excerpt: \"A\n\n  b.\"\n", "");
    assert_says(*state, "excerpt: A b.\n# a remark\n\n# another\n", "fm-blank-line: \n\n");
    assert_says(*state, "excerpt: A b.\nharbour:\n  - a\n\n  - b\n", "fm-blank-line: \n\n");
}

static void finds_blanks_around_a_colon(void **state)
{
    assert_says(*state, "excerpt:  A b.\n", "fm-extra-space:  \n");
    assert_says(*state, "excerpt:   \"A b.\"\n", "fm-extra-space:   \n");
    assert_says(*state, "excerpt:\tA b.\n", "fm-extra-space: \t\n");
    assert_says(*state, "excerpt : A b.\n", "fm-extra-space:  \n");
    assert_says(*state, "excerpt: A b.\nharbour: { name:  c }\n", "fm-extra-space:  \n");
    assert_says(*state, "excerpt:  A b.\npier:     c\n", ""); /* set in a column */
    assert_says(*state, "excerpt: A b.\nharbour:  \n  - c\n", "");
    assert_says(*state, "excerpt: A b.\nharbour:  # a remark\n", "");
}

static void finds_one_blank_in_a_bracket(void **state)
{
    assert_says(*state, "harbour: [a, b ]\n", "fm-extra-space:  \n");
    assert_says(*state, "harbour: [  a, b]\n", "fm-extra-space:   \n");
    assert_says(*state, "harbour: [ a, b ]\n", "");
    assert_says(*state, "harbour: [a, b]\n", "");
    assert_says(*state, "harbour: [ ]\n", "");
    assert_says(*state, "harbour: [a,\n  b ]\n", "");
}

static void finds_blanks_at_the_end_of_lines(void **state)
{
    assert_says(*state, "excerpt: A b. \n", "trailing-space:  \n");
    assert_says(*state, "excerpt: >\n  A b.\t \n", "trailing-space: \t \n");
    assert_says(*state, "excerpt: |\n  A  \n  b.\n", "");
    assert_says(*state, "excerpt: A b.\nharbours: \n  - c\n", "");
}

static void finds_values_that_a_comment_cuts_off(void **state)
{
    assert_says(*state, "excerpt: Pier #4 opens.\n", "comment-truncates-value: #4 opens.\n");
    assert_says(*state, "excerpt: Pier # 4 opens.\n", "comment-truncates-value: # 4 opens.\n");
    assert_says(*state, "excerpt: A b.\nharbours:\n  - Pier #4\n", "comment-truncates-value: #4\n");
    assert_says(*state, "excerpt: A b.\nsubtitle: #4 opens\n", "comment-truncates-value: #4 opens\n");
    assert_says(*state, "excerpt: A b. # a remark\n", "");
    assert_says(*state, "excerpt: \"A b.\" #remark\n", "");
    assert_says(*state, "excerpt: A b.\nlayout: post #remark\n", "");
    assert_says(*state, "excerpt: A b.\npier: 4 #remark\n", "");
    assert_says(*state, "excerpt: A b.\nharbours: #remark\n  - c\n", "");
    assert_says(*state, "excerpt: Issue#4 opens.\n", "");
}

static void finds_names_that_nothing_repeats(void **state)
{
    assert_says(*state, "excerpt: &more A b.\n", "anchor-unused: &more\n");
    assert_says(*state, "excerpt: A b.\nharbour: &one\n  name: c\n", "anchor-unused: &one\n");
    assert_says(*state, "excerpt: &more A b.\nsummary: *more\n", "");
    assert_says(*state, "excerpt: A & b.\n", "");
}

/* One defect is told of once, by the rule that says most of it. */
static void tells_of_one_slip_once(void **state)
{
    static const char rest[] = "author: staff\ntags: [announcements]\nexcerpt: A b.\n---\nEverybody is glad.\n";
    static const struct {
        const char *lines, *expected;
    } cases[] = {
        { "Title: T\ndate: 2024-08-06\n", "fm-unknown-key: Title\n" },
        { "title:Foo: bar\ndate: 2024-08-06\n", "fm-unknown-key: title:Foo\n" },
        { "title: #1 in town\ndate: 2024-08-06\n", "title-empty: title\n" },
        { "title: A port<U+0007> opens\ndate: 2024-08-06\n", "control-char: \a\n" },
        { "title: A port<U+2028>opens\ndate: 2024-08-06\n", "yaml-syntax: \xE2\x80\xA8\n" },
        { "title:<U+00A0>A port opens\ndate: 2024-08-06\n", "yaml-syntax: \xC2\xA0\n" },
        { "title: T\nDate: 2024-08-06\n", "fm-unknown-key: Date\n" },
    };
    Scratch *scratch = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Str text = arena_format(&scratch->arena, "---\n%s%s", cases[i].lines, rest);
        assert_check_says(scratch, arena_cstr(&scratch->arena, text), cases[i].expected);
    }
    assert_says(scratch, "excerpt: #1 in town\n", "comment-truncates-value: #1 in town\n");
    assert_check_says(
        scratch, "---\ntitle: T\nauthor: staff\ndate: 2024-08-06\ntags:\n  -one\n  -two\nexcerpt: A b.\n---\nGlad.\n",
        "tags-scalar: -one\n  -two\n");
}

/* Ten posts that have a key "harbour", and one with `line` instead. */
static void assert_odd_one_says(Scratch *scratch, const char *line, const char *body, const char *expected)
{
    static const char post[] = "==> posts/2024-08-%02d-port-%c.md <==\n---\ntitle: Port %c joins\nauthor: staff\n"
                               "date: 2024-08-%02d\ntags: [announcements]\nexcerpt: Port %c joins.\n%s\n---\n%s\n";
    Buf site = { .arena = &scratch->arena };
    for (int i = 0; i < 11; i++) {
        Str text = arena_format(&scratch->arena, post, i + 1, 'a' + i, 'A' + i, i + 1, 'A' + i,
                                i == 7 ? line : "harbour: Ellery", i == 7 ? body : "Everybody is glad.");
        buf_put(&site, text);
    }
    buf_put_char(&site, '\0');
    assert_check_says(scratch, buf_str(&site).data, expected);
}

static void compares_the_keys_of_posts(void **state)
{
    assert_odd_one_says(*state, "harbor: Ellery", "Glad.", "fm-unknown-key: harbor\n");
    assert_odd_one_says(*state, "Harbour: Ellery", "Glad.", "fm-unknown-key: Harbour\n");
    assert_odd_one_says(*state, "quayside: Ellery", "Glad.", "fm-unknown-key: quayside\n");
    assert_odd_one_says(*state, "quayside: Ellery", "At {{ page.quayside }}.", "");
    assert_odd_one_says(*state, "harbour: Ellery", "Glad.", "");
    assert_odd_one_says(*state, "subtitle: Ellery", "Glad.", "");
    assert_odd_one_says(*state, "harbour: Ellery\nharbor: Ellery", "Glad.", "fm-unknown-key: harbor\n");
}

TEST_MAIN(TEST(compares_the_keys_of_posts), TEST(tells_of_one_slip_once),
          TEST(finds_empty_lines_but_not_those_of_a_text), TEST(finds_blanks_around_a_colon),
          TEST(finds_blanks_at_the_end_of_lines), TEST(finds_one_blank_in_a_bracket),
          TEST(finds_values_that_a_comment_cuts_off), TEST(finds_names_that_nothing_repeats))
