/* tests/base/diag_test.c */
#include "base/diag.h"

#include <errno.h>

#include "tests/support.h"

static void counts_by_kind(void **state)
{
    Scratch *scratch = *state;
    Diags *diags = &scratch->diags;
    Located text = located("a b");

    assert_false(diag_warning(diags, "crlf", text.span, "first"));
    assert_false(diag_error(diags, "date-noncanonical", text.span, "second %d", 2));
    assert_false(diag_stop(diags, "title-missing", text.span, "third"));
    assert_false(diag_world(diags, STR("x"), ENOSPC, "cannot write"));
    assert_int_equal(diags->errors, 3);
    assert_int_equal(diags->stops, 1);
    assert_int_equal(diags->world, 1);
    assert_str(diags->items[1].message, "second 2");
    assert_str(diags->items[3].message, "cannot write: No space left on device");
}

static void sorts_by_path_then_place(void **state)
{
    Scratch *scratch = *state;
    Diags *diags = &scratch->diags;
    Located text = located("one two");

    diag_error(diags, "tag-type", span_part(text.span, 4, 7), "late");
    diag_error(diags, "crlf", span_part(text.span, 0, 3), "b");
    diag_error(diags, "crlf", span_part(text.span, 0, 3), "a");
    diag_world(diags, STR("a.md"), 0, "first of all paths");
    diags_sort(diags);
    assert_str(diags->items[0].message, "first of all paths");
    assert_str(diags->items[1].message, "a");
    assert_str(diags->items[2].message, "b");
    assert_str(diags->items[3].message, "late");
}

TEST_MAIN(TEST(counts_by_kind), TEST(sorts_by_path_then_place))
