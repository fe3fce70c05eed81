/* The rules about Markdown: each at its exact place, and silent where the text is right. */
#include "tests/check/example.h"

/* A post of a site whose Markdown is kramdown's. */
static const char *in_kramdown(Scratch *scratch, const char *body)
{
    Str head = STR("==> herald.yml <==\ntitle: Harbour news\nurl: https://news.example\nmarkdown: kramdown\n"
                   "==> posts/2024-08-06-port-ellery-joins.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\n"
                   "date: 2024-08-06\ntags: [announcements]\n---\n");
    return arena_cstr(&scratch->arena, arena_join(&scratch->arena, head, str_from(body), (Str){ 0 }));
}

static void headings_begin_at_the_second_level_and_go_down_one_at_a_time(void **state)
{
    assert_check_says(*state, "# One\n\nText.\n\n### Two\n\nText.\n", "heading-h1: #\n");
    assert_check_says(*state, "One\n===\n\nText.\n", "heading-h1: One\n");
    assert_check_says(*state, "<h1>One</h1>\n", "heading-h1: <h1>\n");
    assert_check_says(*state, "### One\n\nText.\n\n##### Two\n\nText.\n", "heading-jump: #####\n");
    assert_check_says(*state, "#### One\n\nText.\n\n## Two\n\nText.\n\n### Three\n\nText.\n", "");
}

static void a_heading_has_a_space_behind_its_signs(void **state)
{
    assert_check_says(*state, "##One\n\nText.\n", "heading-malformed: ##\n");
    assert_check_says(*state, "Text.\n##One\n", "heading-malformed: ##\n");
    assert_check_says(*state, "#harbour #league\n", "");
    assert_check_says(*state, "Text with #3 and ##\n", "");
    assert_check_says(*state, "##\n\nText.\n", "heading-malformed: ##\n");
    assert_check_says(*state, "    ##One\n", "");
    assert_check_says(*state, in_kramdown(*state, "## One\n\nText.\n\n###Two\n\nText.\n"), "heading-malformed: ###\n");
}

static void dashes_below_a_paragraph_make_no_rule(void **state)
{
    assert_check_says(*state, "It is a long text\nof two lines.\n---\n\nMore.\n", "heading-malformed: ---\n");
    assert_check_says(*state, "Name\n---\n\nMore.\n", "");
}

static void a_heading_is_a_name(void **state)
{
    assert_check_says(*state, "## One:\n\nText.\n", "heading-punctuation: :\n");
    assert_check_says(*state, "## One **two.**\n\nText.\n", "heading-punctuation: .\n");
    assert_check_says(*state, "## Bread, Wine Inc.\n\nText.\n", "");
    assert_check_says(*state, "## Why?\n\nText.\n", "");
    assert_check_says(*state, "## Port Ellery *joins*!\n\nText.\n", "heading-repeats-title: ## Port Ellery *joins*!\n");
}

static void signs_of_emphasis_have_a_partner(void **state)
{
    assert_check_says(*state, "It is **one two.\n", "emphasis-unclosed: **\n");
    assert_check_says(*state, "It is one** two.\n", "emphasis-unclosed: **\n");
    assert_check_says(*state, "It is ** one ** two.\n", "emphasis-unclosed: **\n");
    assert_check_says(*state, "**One\ntwo: **three.\n", "emphasis-unclosed: **\n");
    assert_check_says(*state, "It is **never* so.\n", "emphasis-unclosed: *\n");
    assert_check_says(*state, "It is *never** so.\n", "emphasis-unclosed: *\n");
    assert_check_says(*state, "*It is never so *****\n", "");
    assert_check_says(*state, "It is ***never*** so, *and **how***.\n", "");
    assert_check_says(*state, "It is (**never so) and call(**kwargs).\n", "emphasis-unclosed: **\n");
    assert_check_says(*state, "It is *never so.\n", "emphasis-unclosed: *\n");
    assert_check_says(*state, "It is _Never so.\n", "emphasis-unclosed: _\n");
    assert_check_says(*state, "It is ~~never so.\n", "emphasis-unclosed: ~~\n");
    assert_check_says(*state, "A _link file, speed_* and _DSD.\n", "");
    assert_check_says(*state, "It costs 5 * 3, or 2**3, or \\*\\*so. See _posts, `**a` and *.md*\n", "");
    assert_check_says(*state, "Members* and guests.\n\n*They pay.\n", "");
    assert_check_says(*state, in_kramdown(*state, "It is **one two\nand **three** so.\n"), "emphasis-unclosed: **\n");
}

static void code_in_a_line_has_two_ends(void **state)
{
    assert_check_says(*state, "Write `one two.\n", "code-span-unclosed: `\n");
    assert_check_says(*state, "Write `one two\nor `three` or\n`four` so.\n", "code-span-unclosed: `\n");
    assert_check_says(*state, "Write `one two' or ``three'' or don`t.\n", "");
    assert_check_says(*state, "Write ``a`b`` and \\`so.\n", "");
}

static void code_ends_with_a_fence(void **state)
{
    assert_check_says(*state, "Text.\n\n```\na = 1\n", "code-fence-unclosed: ```\n");
    assert_check_says(*state, "Text.\n\n```\na\n\n```ruby\nb\n```\n", "code-fence-unclosed: ```\n");
    assert_check_says(*state, "Text.\n\n~~~~\na\n~~~\n~~~~\n\n> ```\n> b\n> ```\n", "");
    assert_check_says(*state, in_kramdown(*state, "Text.\n\n``` \na = 1\n"), "code-fence-unclosed: ```\n");
    assert_check_says(*state, in_kramdown(*state, "Text.\n\n```ruby\na\n```\n\n- b\n\n  ~~~\n  c\n  ~~~\n"), "");
}

static void what_code_without_an_end_took_in_is_not_told_as_well(void **state)
{
    assert_check_says(*state, "See [one][x].\n\n```\na = 1\n\n[x]: https://x.example/\n", "code-fence-unclosed: ```\n");
}

static void rows_of_a_table_have_the_same_number_of_cells(void **state)
{
    assert_check_says(*state, "| a | b |\n| - | - |\n| 1 |\n| 2 | 3 |\n", "table-ragged: | 1 |\n");
    assert_check_says(*state, "| a | b |\n| - |\n| 1 | 2 |\n", "table-ragged: | - |\n");
    assert_check_says(*state, "a | b\n- | -\n`1 \\| 2` | 3\n", "");
    assert_check_says(*state, in_kramdown(*state, "| a | b |\n| - | - |\n| `1|2` | 3 |\n| 1 | 2 | 3 |\n"),
                      "table-ragged: | 1 | 2 | 3 |\n");
}

static void a_mark_leads_to_a_footnote(void **state)
{
    assert_check_says(*state, "One[^1] and two[^b].\n\n[^b]: Note.\n", "footnote-undefined: [^1]\n");
    assert_check_says(*state, "Letters: [^a-z] and `[^1]`.\n", "");
    assert_check_says(*state, in_kramdown(*state, "One[^1] and two[^b].\n\n[^b]: Note.\n"),
                      "footnote-undefined: [^1]\n");
}

static void what_only_kramdown_knows_is_told_where_it_is_not_known(void **state)
{
    assert_check_says(*state, "## One {#one}\n\nText.\n{: .lead}\n",
                      "kramdown-only: {#one}\nkramdown-only: {: .lead}\n");
    assert_check_says(*state, "Term\n: what it means\n\n*[HTML]: language\n",
                      "kramdown-only: :\nkramdown-only: *[HTML]:\n");
    assert_check_says(*state, "So $$a^2$$ it is.\n", "kramdown-only: $$a^2$$\n");
    assert_check_says(*state, "<div markdown=\"1\">\n\nText.\n\n</div>\n", "kramdown-only: markdown=\"1\"\n");
    assert_check_says(*state, in_kramdown(*state, "Term\n: what it means\n\nText.\n{: .lead}\n"), "");
}

static void list_items_have_a_space_a_text_and_a_reason(void **state)
{
    assert_check_says(*state, "* one\n* two\n*three\n", "list-item-broken: *\n");
    assert_check_says(*state, "1. one\n2.two\n3. three\n", "list-item-broken: 2.\n");
    assert_check_says(*state, "So:\n• one\n• two\n", "list-item-broken: •\n");
    assert_check_says(*state, "- one\n• two\n- three\n", "list-item-broken: •\n");
    assert_check_says(*state, "- one\n  • two\n- three\n", "list-item-broken: •\n");
    assert_check_says(*state, "So • one.\n", "");
    assert_check_says(*state, "So:\n2. one\n3. two\n", "list-item-broken: 2.\n");
    assert_check_says(*state, "- one\n- -5 degrees\n- *three*\n", "");
    assert_check_says(*state, "- one\n-\n- two\n", "list-item-empty: -\n");
    assert_check_says(*state, "So:\n* \n* two\n", "list-item-empty: *\n");
    assert_check_says(*state, in_kramdown(*state, "It was built in the year\n1986. The harbour came later.\n"),
                      "list-item-accidental: 1986.\n");
    assert_check_says(*state, "It was built in the year\n1986. The harbour came later.\n", "");
    assert_check_says(*state, "It has two quays\n- and a school for pilots.\n", "list-item-accidental: -\n");
    assert_check_says(*state, "It has:\n- a school for pilots.\n", "");
}

static void lines_that_belong_apart_are_kept_apart(void **state)
{
    assert_check_says(*state, "**When:** today\n**Where:** here\n", "lost-line-break: today\n");
    assert_check_says(*state, "Harbour  \nQuay 1\nEllery  \nIsland\n", "lost-line-break: 1\n");
    assert_check_says(*state, "Harbour  \nQuay 1  \nEllery  \nIsland\n", "");
    assert_check_says(*state, "The editors\nMina Isobar\nTove Quay\nBo Ellery\n", "lost-line-break: editors\n");
    assert_check_says(*state, "cc:\n<a@example.org>\n<b@example.org>\n", "");
    assert_check_says(*state, "The editors:\nMina Isobar,\nTove Quay,\nBo Ellery\n", "");
    assert_check_says(*state, "The editors are\nMina Isobar and\nTove Quay\n", "");
    assert_check_says(*state, "**Lower Dues**\nFrom 2026 the dues are lower.\n", "lost-line-break: Dues**\n");
    assert_check_says(*state, "**Lower Dues.**\nFrom 2026 the dues are lower.\n", "");
    assert_check_says(*state, "**Lower dues**\nare good for ports.\n", "");
    assert_check_says(*state, "Find it at [its page](https://a.example/)\nThe code is there, too.\n",
                      "lost-line-break: page](https://a.example/)\n");
    assert_check_says(*state, "It is new. [Page 5](https://a.example/)\nThe code is there, too.\n", "");
    assert_check_says(*state, "Find it at [its page](https://a.example/)\nThe\n", "");
}

static void a_post_has_text(void **state)
{
    assert_check_says(*state, "---\ntitle: One\nauthor: staff\ndate: 2024-08-06\ntags: [a]\n---\n\n<!-- later -->\n",
                      "body-empty: <!-- later -->\n");
}

static void places_are_exact_behind_carriage_returns_and_in_quotes(void **state)
{
    assert_check_says(*state, "> One\r\n> and **two\r\n\r\n- a\r\n  so `b\r\n",
                      "crlf: \r\n\nemphasis-unclosed: **\ncode-span-unclosed: `\n");
}

TEST_MAIN(TEST(headings_begin_at_the_second_level_and_go_down_one_at_a_time),
          TEST(a_heading_has_a_space_behind_its_signs), TEST(dashes_below_a_paragraph_make_no_rule),
          TEST(a_heading_is_a_name), TEST(signs_of_emphasis_have_a_partner), TEST(code_in_a_line_has_two_ends),
          TEST(code_ends_with_a_fence), TEST(what_code_without_an_end_took_in_is_not_told_as_well),
          TEST(rows_of_a_table_have_the_same_number_of_cells), TEST(a_mark_leads_to_a_footnote),
          TEST(what_only_kramdown_knows_is_told_where_it_is_not_known),
          TEST(list_items_have_a_space_a_text_and_a_reason), TEST(lines_that_belong_apart_are_kept_apart),
          TEST(a_post_has_text), TEST(places_are_exact_behind_carriage_returns_and_in_quotes))
