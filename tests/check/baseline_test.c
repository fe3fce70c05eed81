#include "check/baseline.h"

#include "base/buf.h"
#include "base/file.h"
#include "tests/support.h"

static const Source *source_of(Scratch *scratch, const char *text)
{
    return source_new(STR("posts/a\nb.md"), str_from(text), &scratch->arena);
}

static void add(Diags *diags, const Source *source, const char *part)
{
    size_t at = str_find(source->text, str_from(part), 0);
    diag_warning(diags, "bom", span_part(span_whole(source), at, at + strlen(part)), "no \"%s\"", part);
}

/* The baseline of the scratch's findings, by way of a file. */
static Baseline write_and_read(Scratch *scratch, Str folder)
{
    Diags failed = { .arena = &scratch->arena };
    Baseline baseline;
    Buf out = { .arena = &scratch->arena };
    Str path = path_join(&scratch->arena, folder, STR("known"));

    baseline_put(&out, &scratch->diags);
    assert_true(file_write(path, buf_str(&out), &failed));
    assert_true(baseline_read(&baseline, path, &scratch->arena, &failed));
    assert_no_diags(&failed);
    return baseline;
}

static void leaves_what_is_known_when_lines_move(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    Diags later = { .arena = &scratch->arena };
    const Source *before = source_of(scratch, "one bad\ntwo bad\n");
    const Source *after = source_of(scratch, "new bad\n\ntwo bad\none bad\none bad\n");

    add(&scratch->diags, before, "one");
    add(&scratch->diags, before, "two");
    Baseline baseline = write_and_read(scratch, folder);
    add(&later, after, "new");
    add(&later, after, "two");
    add(&later, after, "one");
    diag_warning(&later, "bom", (Span){ after, 25, 28 }, "the same line once more");
    diag_stop(&later, "bom", (Span){ after, 17, 20 }, "another rule of the line");
    assert_int_equal(baseline_apply(&later, &baseline), 2);
    assert_int_equal(later.len, 3);
    assert_str(later.items[0].message, "no \"new\"");
    assert_str(later.items[1].message, "the same line once more");
    assert_int_equal(later.stops, 1);
    remove_folder(scratch, folder);
}

static void never_knows_what_stops(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);

    diag_stop(&scratch->diags, "title-missing", span_whole(source_of(scratch, "x")), "no title");
    diag_world(&scratch->diags, STR("out"), 0, "full");
    Baseline baseline = write_and_read(scratch, folder);
    assert_int_equal(baseline.len, 0);
    assert_int_equal(baseline_apply(&scratch->diags, &baseline), 0);
    assert_int_equal(scratch->diags.len, 2);
    remove_folder(scratch, folder);
}

static void counts_what_is_gone(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    Diags later = { .arena = &scratch->arena };
    const Source *source = source_of(scratch, "one\ntwo\nthree\n");

    add(&scratch->diags, source, "one");
    add(&scratch->diags, source, "two");
    Baseline baseline = write_and_read(scratch, folder);
    add(&later, source, "two");
    add(&later, source, "three");
    assert_int_equal(baseline_count_gone(&baseline, &later), 1);
    remove_folder(scratch, folder);
}

static void refuses_another_file(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    Str path = path_join(&scratch->arena, folder, STR("notes.txt"));
    Baseline baseline;

    assert_true(file_write(path, STR("# heading\n\nnot a baseline\n"), &scratch->diags));
    assert_false(baseline_read(&baseline, path, &scratch->arena, &scratch->diags));
    assert_int_equal(scratch->diags.len, 1);
    assert_string_equal(scratch->diags.items[0].rule, "config-value");
    assert_int_equal(source_place(scratch->diags.items[0].span.source, scratch->diags.items[0].span.start).line, 3);
    remove_folder(scratch, folder);
}

TEST_MAIN(TEST(leaves_what_is_known_when_lines_move), TEST(never_knows_what_stops), TEST(counts_what_is_gone),
          TEST(refuses_another_file))
