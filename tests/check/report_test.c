/* tests/check/report_test.c */
#include "check/report.h"
#include "tests/support.h"

#include "check/snippet.h"

static const ReportStyle wide = { .columns = 80 };

static Str as_text(Scratch *scratch, const ReportStyle *style)
{
    Buf out = { .arena = &scratch->arena };
    report_put_text(&out, &scratch->diags, style);
    return buf_str(&out);
}

static Str as_jsonl(Scratch *scratch)
{
    Buf out = { .arena = &scratch->arena };
    report_put_jsonl(&out, &scratch->diags);
    return buf_str(&out);
}

/* The source line and the carets for the part of `text` that says `part`. */
static Snippet snippet_of(Scratch *scratch, const char *text, const char *part, int width)
{
    Located whole = located(text);
    size_t at = str_find(whole.str, str_from(part), 0);
    Span span = span_part(whole.span, at, at + strlen(part));
    return snippet_make(span, source_place(span.source, span.start).line, width, &scratch->arena);
}

static void shows_the_line_the_part_and_the_hint(void **state)
{
    Scratch *scratch = *state;
    Located text = located("---\ndate: 2024-02-30\n---\n");

    diag_stop(&scratch->diags, "date-impossible", span_part(text.span, 10, 20), "February 2024 has no day 30");
    diag_hint(&scratch->diags, "write the day as 2024-02-29");
    assert_str(as_text(scratch, &wide), "test.md:2:7: error: February 2024 has no day 30 [DT302 date-impossible]\n"
                                        "    2 | date: 2024-02-30\n"
                                        "      |       ^^^^^^^^^^\n"
                                        "  hint: write the day as 2024-02-29\n");
}

static void names_each_severity(void **state)
{
    Scratch *scratch = *state;
    Located text = located("a");

    diag_warning(&scratch->diags, "bom", text.span, "one");
    diag_info(&scratch->diags, "crlf", text.span, "two");
    assert_str(as_text(scratch, &wide), "test.md:1:1: warning: one [ENC004 bom]\n    1 | a\n      | ^\n"
                                        "test.md:1:1: info: two [ENC005 crlf]\n    1 | a\n      | ^\n");
}

static void does_without_a_source(void **state)
{
    Scratch *scratch = *state;

    diag_world(&scratch->diags, STR("out/x"), 0, "cannot write the file");
    diag_error(&scratch->diags, "config-value", (Span){ 0 }, "no site was found");
    assert_str(as_text(scratch, &wide), "out/x: error: cannot write the file [SY1601 world-failed]\n"
                                        "error: no site was found [SI1504 config-value]\n");
    assert_str(as_jsonl(scratch),
               "{\"file\":\"out/x\",\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":1,\"severity\":\"error\","
               "\"rule\":\"world-failed\",\"code\":\"SY1601\",\"message\":\"cannot write the file\"}\n"
               "{\"file\":\"\",\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":1,\"severity\":\"error\","
               "\"rule\":\"config-value\",\"code\":\"SI1504\",\"message\":\"no site was found\"}\n");
}

static void carets_stand_under_the_part(void **state)
{
    static const struct {
        const char *text, *part, *line, *carets;
    } cases[] = {
        { "a\tb\tc", "b", "a   b   c", "    ^" },
        { "a\tb", "\t", "a   b", " ^^^" },
        { "日本 x", "x", "日本 x", "     ^" },
        { "x 日本", "日本", "x 日本", "  ^^^^" },
        { "e\xCC\x81t\xC3\xA9 x", "x", "e\xCC\x81t\xC3\xA9 x", "    ^" },
        { "e\xCC\x81x", "\xCC\x81", "e\xCC\x81x", "^" },
        { "ab\ncd", "b\nc", "ab", " ^" },
        { "ab\r\ncd", "ab", "ab", "^^" },
        { "ab", "", "ab", "^" },
        { "\x1B[31mred", "red", "<U+001B>[31mred", "            ^^^" },
        { "a \xE2\x80\xAE"
          "b",
          "b", "a <U+202E>b", "          ^" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Snippet snippet = snippet_of(*state, cases[i].text, cases[i].part, 60);
        assert_str(snippet.line, cases[i].line);
        assert_str(snippet.carets, cases[i].carets);
    }
}

static void points_behind_the_last_character(void **state)
{
    Scratch *scratch = *state;
    Located text = located("title:\nx");
    Span end = { text.span.source, 6, 6 };

    Snippet snippet = snippet_make(end, 1, 60, &scratch->arena);
    assert_str(snippet.line, "title:");
    assert_str(snippet.carets, "      ^");
    end = (Span){ text.span.source, 8, 8 };
    snippet = snippet_make(end, 2, 60, &scratch->arena);
    assert_str(snippet.carets, " ^");
}

static void cuts_long_lines_round_the_part(void **state)
{
    Scratch *scratch = *state;
    const char *text = "one two three four five six seven eight nine ten eleven twelve";

    Snippet snippet = snippet_of(scratch, text, "one", 30);
    assert_str(snippet.line, "one two three four five six...");
    assert_str(snippet.carets, "^^^");
    snippet = snippet_of(scratch, text, "seven", 30);
    assert_str(snippet.line, "... five six seven eight ni...");
    assert_str(snippet.carets, "             ^^^^^");
    snippet = snippet_of(scratch, text, "twelve", 30);
    assert_str(snippet.line, "...en eleven twelve");
    assert_str(snippet.carets, "             ^^^^^^");
}

static void a_line_of_marks_alone_ends(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };
    for (int i = 0; i < 100000; i++)
        buf_put_cstr(&text, "\xCC\x81");
    const Source *source = source_new(STR("x"), buf_str(&text), &scratch->arena);

    Snippet snippet = snippet_make((Span){ source, 100000, 100002 }, 1, 40, &scratch->arena);
    assert_true(snippet.line.len < 200);
}

static void shows_controls_of_messages_and_paths(void **state)
{
    Scratch *scratch = *state;

    diag_world(&scratch->diags, STR("a\nb"), 0, "bad \"\x1B[2J\"");
    assert_str(as_text(scratch, &wide), "a<U+000A>b: error: bad \"<U+001B>[2J\" [SY1601 world-failed]\n");
}

static void colors_when_asked(void **state)
{
    Scratch *scratch = *state;
    ReportStyle style = { .columns = 80, .color = true };

    diag_warning(&scratch->diags, "bom", located("ab").span, "one");
    diag_hint(&scratch->diags, "two");
    assert_str(as_text(scratch, &style), "\033[1mtest.md:1:1: \033[m\033[1;33mwarning\033[m: one [ENC004 bom]\n"
                                         "    1 | ab\n      | \033[1;33m^^\033[m\n\033[2m  hint: \033[mtwo\n");
}

static void writes_places_in_code_points(void **state)
{
    Scratch *scratch = *state;
    Located text = located("é\nété: 2024-08-6\n");
    Span span = { text.span.source, 10, 18 };

    diag_error(&scratch->diags, "date-noncanonical", span, "say \"so\"");
    diag_hint(&scratch->diags, "write it in full");
    diag_fix(&scratch->diags, span, STR("2024-08-06"), true);
    assert_str(as_jsonl(scratch),
               "{\"file\":\"test.md\",\"line\":2,\"column\":6,\"end_line\":2,\"end_column\":14,\"severity\":\"error\","
               "\"rule\":\"date-noncanonical\",\"code\":\"DT303\",\"message\":\"say \\\"so\\\"\",\"hint\":\"write it "
               "in full\","
               "\"fix\":{\"line\":2,\"column\":6,\"end_line\":2,\"end_column\":14,\"replacement\":\"2024-08-06\","
               "\"safe\":true}}\n");
}

static void counts_places_in_any_order(void **state)
{
    (void)state;
    Located text = located("aé\nbü");
    const uint32_t offsets[] = { 0, 1, 3, 4, 5, 1, 7, 99, 3 };
    PlaceCursor cursor = { 0 };

    for (size_t i = 0; i < sizeof(offsets) / sizeof(offsets[0]); i++) {
        Place expected = source_place(text.span.source, offsets[i]);
        Place got = source_place_from(&cursor, text.span.source, offsets[i]);
        assert_int_equal(got.line, expected.line);
        assert_int_equal(got.column, expected.column);
    }
}

static void sums_up(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };
    Report report = { .diags = &scratch->diags, .files = 1 };

    report_put_summary(&out, &report);
    diag_warning(&scratch->diags, "bom", (Span){ 0 }, "one");
    diag_error(&scratch->diags, "crlf", (Span){ 0 }, "two");
    diag_error(&scratch->diags, "crlf", (Span){ 0 }, "two");
    diag_info(&scratch->diags, "crlf", (Span){ 0 }, "three");
    report = (Report){ .diags = &scratch->diags, .files = 63, .known = 3 };
    report_put_summary(&out, &report);
    assert_str(buf_str(&out),
               "1 file, 0 errors, 0 warnings\n63 files, 2 errors, 1 warning, 1 note, 3 in the baseline\n");
}

TEST_MAIN(TEST(shows_the_line_the_part_and_the_hint), TEST(names_each_severity), TEST(does_without_a_source),
          TEST(carets_stand_under_the_part), TEST(points_behind_the_last_character),
          TEST(cuts_long_lines_round_the_part), TEST(a_line_of_marks_alone_ends),
          TEST(shows_controls_of_messages_and_paths), TEST(colors_when_asked), TEST(writes_places_in_code_points),
          TEST(counts_places_in_any_order), TEST(sums_up))
