/* tests/site/output_test.c */
#include "site/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/support.h"

static bool has(Scratch *scratch, Str folder, const char *path, const char *bytes)
{
    return file_has_bytes(path_join(&scratch->arena, folder, str_from(path)), str_from(bytes));
}

static OutputCounts build(Scratch *scratch, Str folder, const char *const (*files)[2], size_t count)
{
    OutputCounts counts;
    Outputs *outputs = outputs_open(folder, &scratch->arena, &scratch->diags);
    for (size_t i = 0; i < count; i++)
        assert_true(outputs_put(outputs, str_from(files[i][0]), str_from(files[i][1]), (int)i, &scratch->diags));
    assert_true(outputs_commit(outputs, &counts, 2, &scratch->diags));
    return counts;
}

static void clear(Scratch *scratch, Str folder)
{
    build(scratch, folder, NULL, 0);
    unlink(arena_cstr(&scratch->arena, path_join(&scratch->arena, folder, STR(".herald-manifest"))));
    assert_int_equal(rmdir(arena_cstr(&scratch->arena, folder)), 0);
}

static void writes_only_what_changes_and_removes_what_is_gone(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    static const char *const first[][2] = { { "a/index.html", "1" }, { "b/index.html", "2" }, { "c.xml", "3" } };
    static const char *const second[][2] = { { "a/index.html", "1" }, { "c.xml", "new" } };

    OutputCounts counts = build(scratch, folder, first, 3);
    assert_int_equal(counts.written, 3);
    counts = build(scratch, folder, second, 2);
    assert_int_equal(counts.written, 1);
    assert_int_equal(counts.unchanged, 1);
    assert_int_equal(counts.removed, 1);
    assert_true(has(scratch, folder, "c.xml", "new"));
    assert_int_equal(file_type(path_join(&scratch->arena, folder, STR("b"))), FILE_NONE);
    clear(scratch, folder);
}

static void what_others_put_there_stays(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    static const char *const files[][2] = { { "a.html", "1" } };
    Str theirs = path_join(&scratch->arena, folder, STR("CNAME"));

    assert_true(file_write(theirs, STR("news.example.org"), &scratch->diags));
    build(scratch, folder, files, 1);
    build(scratch, folder, NULL, 0);
    assert_true(has(scratch, folder, "CNAME", "news.example.org"));
    unlink(arena_cstr(&scratch->arena, theirs));
    clear(scratch, folder);
}

static void nothing_appears_before_all_is_there(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    static const char *const files[][2] = { { "a.html", "old" } };

    build(scratch, folder, files, 1);
    Outputs *outputs = outputs_open(folder, &scratch->arena, &scratch->diags);
    assert_true(outputs_put(outputs, STR("a.html"), STR("new"), 0, &scratch->diags));
    assert_true(has(scratch, folder, "a.html", "old"));
    outputs_abandon(outputs);
    assert_true(has(scratch, folder, "a.html", "old"));
    clear(scratch, folder);
}

static void two_outputs_at_one_path_are_refused(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    OutputCounts counts;
    Outputs *outputs = outputs_open(folder, &scratch->arena, &scratch->diags);

    assert_true(outputs_put(outputs, STR("feed.xml"), STR("1"), 0, &scratch->diags));
    assert_true(outputs_put(outputs, STR("feed.xml"), STR("2"), 1, &scratch->diags));
    assert_false(outputs_commit(outputs, &counts, 2, &scratch->diags));
    assert_rule(&scratch->diags, "url-collision");
    assert_int_equal(file_type(path_join(&scratch->arena, folder, STR("feed.xml"))), FILE_NONE);
    clear(scratch, folder);
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
    Scratch *scratch = *state;
    assert_null(outputs_open(STR("/dev/null/public"), &scratch->arena, &scratch->diags));
    assert_int_equal(scratch->diags.world, 1);
}

TEST_MAIN(TEST(writes_only_what_changes_and_removes_what_is_gone), TEST(what_others_put_there_stays),
          TEST(nothing_appears_before_all_is_there), TEST(two_outputs_at_one_path_are_refused),
          TEST(a_folder_that_cannot_be_made_is_told))
