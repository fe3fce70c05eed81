#include "check/changes.h"

#include "tests/support.h"

/* What git writes has NULs in it: they are written `@0` here. */
static bool read(Changes *out, Scratch *scratch, const char *text)
{
    Str rest = str_from(text);
    char *diff = arena_alloc(&scratch->arena, rest.len + 1);
    size_t len = 0;

    for (size_t i = 0; i < rest.len; i++) {
        bool nul = str_at(rest, i) == '@' && str_at(rest, i + 1) == '0';
        diff[len++] = nul ? '\0' : rest.data[i];
        i += nul;
    }
    return changes_read(out, (Str){ diff, len }, &scratch->arena);
}

static const char example[] = ":100644 100644 a b M@0one two.md@0"
                              ":000000 100644 0 b A@0new.md@0"
                              ":100644 100644 a b R087@0old.md@0n\xc3\xa4me.md@0"
                              ":100644 000000 a 0 D@0gone.md@0"
                              "@0diff --git a/one two.md b/one two.md\n--- a/one two.md\n+++ b/one two.md\n"
                              "@@ -1 +1 @@ diff --git\n-a\n+@@ -7 +7 @@\n"
                              "@@ -5,2 +4,0 @@\n-x\n-diff --git a/x b/x\n"
                              "@@ -9,0 +8,3 @@\n+x\n+y\n+z\n"
                              "diff --git a/new.md b/new.md\n@@ -0,0 +1,2 @@\n+a\n+b\n"
                              "diff --git a/old.md b/n\"me.md\n@@ -3 +3 @@\n-a\n+b\n"
                              "diff --git a/gone.md b/gone.md\n@@ -1 +0,0 @@\n-a\n";

static void reads_what_git_writes(void **state)
{
    Changes changes;
    assert_true(read(&changes, *state, example));
    const ChangedFile *file = changes_of(&changes, STR("one two.md"));

    assert_int_equal(changes.files.len, 4);
    assert_int_equal(file->kind, CHANGE_MODIFIED);
    assert_int_equal(file->touched.len, 2);
    assert_int_equal(file->touched.items[0].first, 1);
    assert_int_equal(file->touched.items[0].last, 1);
    assert_int_equal(file->touched.items[1].first, 8);
    assert_int_equal(file->touched.items[1].last, 10);
    assert_int_equal(changes_of(&changes, STR("new.md"))->kind, CHANGE_ADDED);
    assert_int_equal(changes_of(&changes, STR("n\xc3\xa4me.md"))->similarity, 87);
    assert_null(changes_of(&changes, STR("gone.md")));
    assert_str(changes_new_path(&changes, STR("old.md")), "n\xc3\xa4me.md");
    assert_str(changes_new_path(&changes, STR("gone.md")), "");
    assert_str(changes_new_path(&changes, STR("same.md")), "same.md");
}

static void refuses_what_is_no_diff(void **state)
{
    Changes changes;
    assert_true(read(&changes, *state, ""));
    assert_int_equal(changes.files.len, 0);
    assert_false(read(&changes, *state, "fatal: no"));
    assert_false(read(&changes, *state, ":100644 100644 a b M"));
    assert_false(read(&changes, *state, ":100644 100644 a b R100@0only.md"));
    assert_false(read(&changes, *state, ":@0@0"));
}

static void takes_every_line_where_patches_are_missing(void **state)
{
    Changes changes;
    assert_true(read(&changes, *state, ":100644 100644 a b M@0one.md@0:100644 100644 a b M@0two.md@0@0diff --git x\n"));
    assert_int_equal(changes_of(&changes, STR("one.md"))->touched.items[0].last, UINT32_MAX);
    assert_int_equal(changes_of(&changes, STR("two.md"))->touched.items[0].first, 1);
}

static Diag finding(Scratch *scratch, const char *path, const char *text, const char *part)
{
    Source *source = source_new(str_from(path), str_from(text), &scratch->arena);
    uint32_t start = (uint32_t)str_find(source->text, str_from(part), 0);
    return (Diag){ .rule = "image-alt",
                   .message = STR("the image has no text"),
                   .span = { source, start, start + (uint32_t)strlen(part) } };
}

static void knows_which_lines_a_finding_touches(void **state)
{
    Changes changes;
    static const char text[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n";
    assert_true(read(&changes, *state, example));
    const struct {
        const char *path, *part;
        bool touched;
    } cases[] = {
        { "one two.md", "1", true },        { "one two.md", "2", false }, { "one two.md", "7\n", false },
        { "one two.md", "7\n8", true },     { "one two.md", "10", true }, { "one two.md", "11", false },
        { "one two.md", "2\n3\n4", false }, { "new.md", "9", true },      { "n\xc3\xa4me.md", "3", true },
        { "n\xc3\xa4me.md", "", true },     { "one two.md", "", false },  { "other.md", "1", false },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag = finding(*state, cases[i].path, text, cases[i].part);
        if (changes_touch(&changes, &diag) != cases[i].touched)
            fail_msg("%s, %s", cases[i].path, cases[i].part);
    }
}

static void keeps_what_was_not_there_before(void **state)
{
    Scratch *scratch = *state;
    Diags before = { .arena = &scratch->arena }, found = { .arena = &scratch->arena };
    Changes changes;
    Diag old[] = { finding(scratch, "old.md", "a\nfault\n", "fault"), finding(scratch, "same.md", "fault\n", "fault") };
    Diag new[] = { finding(scratch, "n\xc3\xa4me.md", "a\nb\nc\nfault\n", "fault"),
                   finding(scratch, "same.md", "fault\nfault\n", "fault"),
                   finding(scratch, "same.md", "fault\nfault\n", "fault") };
    assert_true(read(&changes, scratch, example));
    diags_append(&before, &(Diags){ .items = old, .len = 2 });
    diags_append(&found, &(Diags){ .items = new, .len = 3 });

    assert_int_equal(changes_filter(&found, &before, &changes), 2);
    assert_int_equal(found.len, 1);
    assert_str(diag_path(&found.items[0]), "same.md");
}

TEST_MAIN(TEST(reads_what_git_writes), TEST(refuses_what_is_no_diff), TEST(takes_every_line_where_patches_are_missing),
          TEST(knows_which_lines_a_finding_touches), TEST(keeps_what_was_not_there_before))
