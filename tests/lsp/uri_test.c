/* tests/lsp/uri_test.c */
#include "lsp/uri.h"

#include "tests/support.h"

static void reads_paths_of_this_machine(void **state)
{
    Scratch *scratch = *state;
    Str path;

    assert_true(uri_path(&path, STR("file:///news/a%20b%C3%A9.md"), &scratch->arena));
    assert_str(path, "/news/a bé.md");
    assert_true(uri_path(&path, STR("file://localhost/a"), &scratch->arena));
    assert_str(path, "/a");
    assert_true(uri_path(&path, STR("file:///100%/a%zz"), &scratch->arena));
    assert_str(path, "/100%/a%zz");
}

static void refuses_all_others(void **state)
{
    static const char *const others[] = {
        "", "untitled:Untitled-1", "https://example.org/a", "file://host/a", "file://", "file:/a", "file:///a%00b", "/a"
    };
    Scratch *scratch = *state;
    Str path;

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_false(uri_path(&path, str_from(others[i]), &scratch->arena));
}

static void writes_what_it_reads(void **state)
{
    Scratch *scratch = *state;
    Str path;

    Str uri = uri_of_path(STR("/news/a b#é?%.md"), &scratch->arena);
    assert_str(uri, "file:///news/a%20b%23%C3%A9%3F%25.md");
    assert_true(uri_path(&path, uri, &scratch->arena));
    assert_str(path, "/news/a b#é?%.md");
}

TEST_MAIN(TEST(reads_paths_of_this_machine), TEST(refuses_all_others), TEST(writes_what_it_reads))
