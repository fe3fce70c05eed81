/* tests/check/linediff_test.c */
#include "check/linediff.h"

#include "tests/support.h"

static void assert_diff(Scratch *scratch, const char *before, const char *after, const char *expected)
{
    Buf out = { .arena = &scratch->arena };
    linediff_put(&out, STR("a.md"), str_from(before), str_from(after), &scratch->arena);
    assert_str(buf_str(&out), expected);
}

#define HEAD "--- a/a.md\n+++ b/a.md\n"

static void shows_what_changed(void **state)
{
    assert_diff(*state, "a\nb\n", "a\nb\n", "");
    assert_diff(*state, "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
                HEAD "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    assert_diff(*state, "a\n", "a\nb", HEAD "@@ -1,1 +1,2 @@\n a\n+b\n\\ No newline at end of file\n");
    assert_diff(*state, "", "a\n", HEAD "@@ -0,0 +1,1 @@\n+a\n");
    assert_diff(*state, "a\n", "", HEAD "@@ -1,1 +0,0 @@\n-a\n");
}

static void far_changes_stand_apart(void **state)
{
    assert_diff(*state, "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
                HEAD "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
    assert_diff(*state, "a\n1\n2\nb\n", "A\n1\n2\nB\n", HEAD "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n-b\n+B\n");
}

TEST_MAIN(TEST(shows_what_changed), TEST(far_changes_stand_apart))
