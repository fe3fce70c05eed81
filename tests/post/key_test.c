/* tests/post/key_test.c */
#include "post/key.h"

#include "tests/post/sample.h"

static void check(Scratch *scratch, const char *yaml)
{
    const Tree *tree;
    scratch->diags.len = 0;
    assert_true(yaml_read(&tree, located(yaml).span, &scratch->arena, &scratch->diags));
    keys_check(tree, &scratch->diags);
}

static void expect_slip(Scratch *scratch, const char *key, const char *meant)
{
    Str text = arena_format(&scratch->arena, "%s: x\n", key);
    check(scratch, arena_cstr(&scratch->arena, text));
    assert_diag(&scratch->diags, "fm-unknown-key", arena_cstr(&scratch->arena, text), key, NULL);
    assert_int_equal(scratch->diags.items[0].severity, SEVERITY_WARNING);
    assert_str(scratch->diags.items[0].fix.replacement, meant);
    assert_false(scratch->diags.items[0].fix.safe);
}

static void warns_of_a_slip(void **state)
{
    expect_slip(*state, "ttile", "title");
    expect_slip(*state, "authro", "author");
    expect_slip(*state, "Author", "author");
    expect_slip(*state, "TAGS", "tags");
    expect_slip(*state, "tgas", "tags");
    expect_slip(*state, "exceprt", "excerpt");
    expect_slip(*state, "redirect-from", "redirect_from");
}

static void lets_a_site_have_keys_of_its_own(void **state)
{
    Scratch *scratch = *state;
    check(scratch,
          "title: T\nauthors: [A]\nauthor: A\nmember: { id: x }\nimages: [a]\nref: y\nname: n\nlong: 1\nquotes: []\n");
    assert_no_diags(&scratch->diags);
    check(scratch, "title: T\ntitel: U\n"); /* both: then it is no slip */
    assert_no_diags(&scratch->diags);
}

static void finds_a_key_with_its_value_in_it(void **state)
{
    Scratch *scratch = *state;
    const char *text = "excerpt:Foo: bar\n";
    check(scratch, text);
    assert_diag(&scratch->diags, "fm-unknown-key", text, "excerpt:Foo", "\"excerpt:Foo\" is read as one key");
    assert_str(scratch->diags.items[0].hint, "write excerpt: \"Foo: bar\"");
    assert_str(scratch->diags.items[0].fix.replacement, "excerpt: \"Foo: bar\"");
}

static void finds_signs_around_a_key(void **state)
{
    expect_slip(*state, "excerpt\"", "excerpt");
    expect_slip(*state, "?excerpt", "excerpt");
    expect_slip(*state, "excerpt:", "excerpt");
    expect_slip(*state, "\u00A0excerpt", "excerpt");
}

static void knows_a_date_by_its_value(void **state)
{
    Scratch *scratch = *state;
    const char *text = "data: 2024-08-06\n";
    check(scratch, text);
    assert_diag(&scratch->diags, "fm-unknown-key", text, "data", NULL);
    check(scratch, "data: members\n");
    assert_no_diags(&scratch->diags);
}

static void takes_a_sentence_for_a_line_of_text(void **state)
{
    Scratch *scratch = *state;
    const char *text = "excerpt: >\n  Port Ellery joins\nfor all of us: now\n";
    check(scratch, text);
    assert_diag(&scratch->diags, "fm-unknown-key", text, "for all of us", "\"for all of us\" is read as a key");
}

TEST_MAIN(TEST(finds_a_key_with_its_value_in_it), TEST(finds_signs_around_a_key), TEST(knows_a_date_by_its_value),
          TEST(takes_a_sentence_for_a_line_of_text), TEST(warns_of_a_slip), TEST(lets_a_site_have_keys_of_its_own))
