/* tests/check/authors_test.c - who wrote a post, as check sees it. */
#include "tests/check/example.h"

static void assert_author(Scratch *scratch, const char *author, const char *expected)
{
    Str post = arena_format(&scratch->arena,
                            "---\ntitle: Ports\nauthor: %s\ndate: 2024-08-06\ntags: [a]\n---\n\nThe ports.\n", author);
    assert_check_says(scratch, arena_cstr(&scratch->arena, post), expected);
}

static void several_people_belong_in_a_list(void **state)
{
    assert_author(*state, "Mina Isobar and Tove Quay", "author-list-scalar: Mina Isobar and Tove Quay\n");
    assert_author(*state, "ISOBAR, Mina", "");
    assert_author(*state, "Mina Isobar", "");
}

static void what_somebody_else_did_is_no_affiliation(void **state)
{
    assert_author(*state, "Mina Isobar (Port Authority)", "author-affiliation: Mina Isobar (Port Authority)\n");
    assert_author(*state, "Mina Isobar (Edited by Tove Quay)", "");
}

TEST_MAIN(TEST(several_people_belong_in_a_list), TEST(what_somebody_else_did_is_no_affiliation))
