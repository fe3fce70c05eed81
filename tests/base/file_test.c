/* tests/base/file_test.c */
#include "base/file.h"

#include <stdio.h>
#include <unistd.h>

#include "tests/support.h"

static void writes_below_folders_that_were_not_there(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    Str path = path_join(&scratch->arena, folder, STR("a/b/c.txt"));
    Str read;

    assert_false(file_has_bytes(path, STR("text")));
    assert_true(file_write(path, STR("text"), &scratch->diags));
    assert_true(file_has_bytes(path, STR("text")));
    assert_false(file_has_bytes(path, STR("texT")));
    assert_true(file_read(&read, path, &scratch->arena, &scratch->diags));
    assert_str(read, "text");
    remove_folder(scratch, folder);
    assert_no_diags(&scratch->diags);
}

static void lists_files_sorted_and_without_hidden_ones(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    const char *names[] = { "b.md", "a/z.md", "a.md", ".hidden" };
    StrList files;

    for (size_t i = 0; i < 4; i++)
        assert_true(file_write(path_join(&scratch->arena, folder, str_from(names[i])), STR("x"), &scratch->diags));
    assert_true(file_list(&files, folder, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 3);
    assert_str(files.items[0], "a.md");
    assert_str(files.items[1], "a/z.md");
    assert_str(files.items[2], "b.md");
    unlink(arena_cstr(&scratch->arena, path_join(&scratch->arena, folder, STR(".hidden"))));
    remove_folder(scratch, folder);
}

static void a_link_never_leads_out_of_the_folder(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    StrList files;

    assert_true(file_write(path_join(&scratch->arena, folder, STR("a.md")), STR("x"), &scratch->diags));
    assert_int_equal(
        symlink("/etc/passwd", arena_cstr(&scratch->arena, path_join(&scratch->arena, folder, STR("b.md")))), 0);
    assert_int_equal(symlink("a.md", arena_cstr(&scratch->arena, path_join(&scratch->arena, folder, STR("c.md")))), 0);
    assert_true(file_list(&files, folder, &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 2);
    assert_str(files.items[0], "a.md");
    assert_str(files.items[1], "c.md");
    assert_rule(&scratch->diags, "path-outside");
    unlink(arena_cstr(&scratch->arena, path_join(&scratch->arena, folder, STR("b.md"))));
    remove_folder(scratch, folder);
}

static void a_folder_that_is_not_there_has_no_files(void **state)
{
    Scratch *scratch = *state;
    StrList files;

    assert_true(file_list(&files, STR("/tmp/herald-no-such-folder"), &scratch->arena, &scratch->diags));
    assert_int_equal(files.len, 0);
}

static void says_what_the_world_refuses(void **state)
{
    Scratch *scratch = *state;
    Str read;

    assert_false(file_read(&read, STR("/tmp/herald-no-such-file"), &scratch->arena, &scratch->diags));
    assert_int_equal(scratch->diags.world, 1);
    assert_str(scratch->diags.items[0].message, "cannot open the file: No such file or directory");
    assert_str(diag_path(&scratch->diags.items[0]), "/tmp/herald-no-such-file");
    assert_false(file_write(STR("/dev/null/x"), STR("x"), &scratch->diags));
    assert_int_equal(scratch->diags.world, 2);
}

static void peeks_at_the_start_of_a_file(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    Str path = path_join(&scratch->arena, folder, STR("a.md"));
    char start[4];

    assert_int_equal(file_peek(start, sizeof(start), path), 0);
    assert_true(file_write(path, STR("---\nmore"), &scratch->diags));
    assert_int_equal(file_peek(start, sizeof(start), path), 4);
    assert_memory_equal(start, "---\n", 4);
    assert_true(file_write(path, STR("-"), &scratch->diags));
    assert_int_equal(file_peek(start, sizeof(start), path), 1);
    remove_folder(scratch, folder);
}

static void expect_refused(Scratch *scratch, Str bytes, const char *rule, uint32_t at)
{
    Str folder = temporary_folder(scratch);
    Str path = path_join(&scratch->arena, folder, STR("post.md"));
    Diags diags = { .arena = &scratch->arena };
    const Source *source;

    assert_true(file_write(path, bytes, &diags));
    source_read(&source, path, STR("post.md"), &scratch->arena, &diags);
    assert_int_equal(diags.stops, 1);
    assert_string_equal(diags.items[0].rule, rule);
    assert_int_equal(diags.items[0].span.start, at);
    assert_true(diags.items[0].hint.len > 0);
    remove_folder(scratch, folder);
}

static void refuses_what_is_not_text(void **state)
{
    expect_refused(*state, STR("caf\xe9"), "not-utf8", 3);
    expect_refused(*state, (Str){ "a\0b", 3 }, "nul-byte", 1);
    expect_refused(*state, STR("bell\a"), "control-char", 4);
}

static void expect_clean(Scratch *scratch, const char *path, const char *expected)
{
    Str clean;
    bool inside = path_clean(&clean, str_from(path), &scratch->arena);
    assert_int_equal(inside, expected != NULL);
    if (expected != NULL)
        assert_str(clean, expected);
}

static void works_out_paths(void **state)
{
    Scratch *scratch = *state;

    expect_clean(scratch, "a/./b//c/../d", "a/b/d");
    expect_clean(scratch, "..", NULL);
    expect_clean(scratch, "a/../../b", NULL);
    expect_clean(scratch, "/etc/passwd", NULL);
    expect_clean(scratch, "a/..", "");
    assert_str(path_extension(STR("a.b/c")), "");
    assert_str(path_extension(STR("a/c.tar.gz")), ".gz");
    assert_str(path_stem(STR("a/.hidden")), ".hidden");
    assert_str(path_folder(STR("/a")), "/");
    assert_str(path_join(&scratch->arena, STR("a"), STR("/b")), "/b");
    assert_str(path_join(&scratch->arena, STR("."), STR("b")), "b");
}

TEST_MAIN(TEST(writes_below_folders_that_were_not_there), TEST(lists_files_sorted_and_without_hidden_ones),
          TEST(a_link_never_leads_out_of_the_folder), TEST(a_folder_that_is_not_there_has_no_files),
          TEST(says_what_the_world_refuses), TEST(peeks_at_the_start_of_a_file), TEST(refuses_what_is_not_text),
          TEST(works_out_paths))
