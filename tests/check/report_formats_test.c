/* Each format with messages, paths and places that are made to break it. */
#include "check/fingerprint.h"
#include "check/report.h"
#include "tests/support.h"
#include "text/json.h"
#include "text/xml.h"

static const char hostile[] = "100%, \"a:b\"\r\n::error::x |`<b>&]]> @all \xF0\x9F\x98\x80 \xE2\x80\xAE\x1B[2J";

static Str put(Scratch *scratch, ReportPut *format)
{
    Report report = {
        .diags = &scratch->diags,
        .files = 2,
        .fail_on = SEVERITY_ERROR,
        .prefix = STR("site"),
        .style = { .columns = 80 },
    };
    Buf out = { .arena = &scratch->arena };
    format(&out, &report);
    return buf_str(&out);
}

static const Source *source_of(Scratch *scratch, const char *path, const char *text)
{
    return source_new(str_from(path), str_from(text), &scratch->arena);
}

static Span span_of(const Source *source, const char *part)
{
    size_t at = str_find(source->text, str_from(part), 0);
    return span_part(span_whole(source), at, at + strlen(part));
}

static const Tree *read_json(Scratch *scratch, Str text)
{
    const Tree *tree = NULL;
    Diags diags = { .arena = &scratch->arena };
    const Source *source = source_new(STR("report"), text, &scratch->arena);
    assert_true(
        json_read(&tree, (Located){ source->text, span_whole(source) }, "config-syntax", &scratch->arena, &diags));
    return tree;
}

/* The text at keys (and indexes, as "0") separated by blanks. */
static Str at(const Tree *tree, const char *path)
{
    Str rest = str_from(path), key;
    while (str_split(&key, &rest, ' ')) {
        assert_non_null(tree);
        tree = tree->kind == TREE_LIST ? tree->items[key.data[0] - '0'] : tree_get(tree, key);
    }
    assert_non_null(tree);
    return tree->text;
}

static void add_hostile(Scratch *scratch)
{
    const Source *source = source_of(scratch, "a,b:%\n.md", "\xF0\x9F\x98\x80 x: 2024-08-6 y\nz\n");
    diag_error(&scratch->diags, "date-noncanonical", span_of(source, "2024-08-6"), "%s", hostile);
    diag_hint(&scratch->diags, "%s", hostile);
    diag_fix(&scratch->diags, span_of(source, "2024-08-6"), STR("2024-08-06"), true);
    diag_world(&scratch->diags, STR(""), 0, "%s", hostile);
}

static void escapes_annotations(void **state)
{
    Scratch *scratch = *state;

    add_hostile(scratch);
    Str text = put(scratch, report_github);
    Str line, rest = text;
    assert_true(str_split(&line, &rest, '\n'));
    assert_str(line, "::error file=site/a%2Cb%3A%25%0A.md,line=1,endLine=1,col=6,endColumn=15,"
                     "title=DT303 date-noncanonical::100%25, \"a:b\"<U+000D><U+000A>::error::x |`<b>&]]> @all "
                     "\xF0\x9F\x98\x80 <U+202E><U+001B>[2J%0Ahint: 100%25, \"a:b\"<U+000D><U+000A>::error::x |`<b>&]]> "
                     "@all \xF0\x9F\x98\x80 <U+202E><U+001B>[2J%0A\"herald explain DT303\" says more");
    assert_true(str_split(&line, &rest, '\n'));
    assert_true(str_starts_with(line, STR("::error title=SY1601 world-failed::100%25, ")));
    assert_int_equal(rest.len, 0);
}

static void gives_no_columns_of_what_spans_lines(void **state)
{
    Scratch *scratch = *state;

    diag_warning(&scratch->diags, "crlf", span_of(source_of(scratch, "a.md", "ab\ncd\n"), "b\nc"), "two lines");
    assert_str(put(scratch, report_github), "::warning file=site/a.md,line=1,endLine=2,title=ENC005 crlf::two lines%0A"
                                            "\"herald explain ENC005\" says more\n");
}

static void annotates_errors_first_and_ten_of_each(void **state)
{
    Scratch *scratch = *state;
    Span span = span_of(source_of(scratch, "a.md", "text"), "text");
    size_t errors = 0, warnings = 0, lines = 0;
    Str line, last = { NULL, 0 };

    for (int i = 0; i < 12; i++) {
        diag_warning(&scratch->diags, "bom", span, "warning %d", i);
        diag_error(&scratch->diags, "bom", span, "error %d", i);
    }
    for (Str rest = put(scratch, report_github); str_split(&line, &rest, '\n') && line.len > 0; lines++) {
        errors += str_starts_with(line, STR("::error "));
        warnings += str_starts_with(line, STR("::warning "));
        assert_true(warnings == 0 || errors == 10);
        last = line;
    }
    assert_int_equal(errors, 10);
    assert_int_equal(warnings, 10);
    assert_int_equal(lines, 21);
    assert_str(last, "and 4 more: 2 errors, 2 warnings");
}

static void writes_sarif(void **state)
{
    Scratch *scratch = *state;

    add_hostile(scratch);
    const Tree *tree = read_json(scratch, put(scratch, report_sarif));
    assert_str(at(tree, "version"), "2.1.0");
    assert_str(at(tree, "runs 0 columnKind"), "unicodeCodePoints");
    const Tree *result = tree_get(tree_get(tree, STR("runs"))->items[0], STR("results"))->items[0];
    assert_str(at(result, "ruleId"), "DT303");
    assert_str(at(result, "locations 0 physicalLocation artifactLocation uri"), "site/a%2Cb%3A%25%0A.md");
    assert_str(at(result, "locations 0 physicalLocation region startColumn"), "6");
    assert_str(at(result, "locations 0 physicalLocation region endColumn"), "15");
    assert_str(at(result, "fixes 0 artifactChanges 0 replacements 0 insertedContent text"), "2024-08-06");
    assert_str(at(tree, "runs 0 tool driver rules 0 id"), "DT303");
    assert_int_equal(at(result, "partialFingerprints herald/v1").len, 64);
}

static void counts_columns_of_reviewdog_in_bytes(void **state)
{
    Scratch *scratch = *state;
    Str first, second;

    add_hostile(scratch);
    Str rest = put(scratch, report_rdjsonl);
    assert_true(str_split(&first, &rest, '\n'));
    assert_true(str_split(&second, &rest, '\n'));
    assert_int_equal(rest.len, 0);
    const Tree *tree = read_json(scratch, first);
    assert_str(at(tree, "location path"), "site/a,b:%\n.md");
    assert_str(at(tree, "location range start column"), "9");
    assert_str(at(tree, "location range end column"), "18");
    assert_str(at(tree, "severity"), "ERROR");
    assert_str(at(tree, "code value"), "DT303");
    assert_str(at(tree, "suggestions 0 text"), "2024-08-06");
    assert_str(at(tree, "suggestions 0 range start column"), "9");
    assert_str(at(read_json(scratch, second), "location path"), "");
}

static void writes_code_quality(void **state)
{
    Scratch *scratch = *state;

    add_hostile(scratch);
    const Tree *tree = read_json(scratch, put(scratch, report_gitlab));
    assert_str(at(tree, "0 check_name"), "date-noncanonical");
    assert_str(at(tree, "0 severity"), "major");
    assert_str(at(tree, "0 location path"), "site/a,b:%\n.md");
    assert_str(at(tree, "0 location lines begin"), "1");
    assert_str(at(tree, "1 severity"), "blocker");
}

static void fingerprints_stay_when_lines_move(void **state)
{
    Scratch *scratch = *state;
    Diags moved = { .arena = &scratch->arena };
    const Source *before = source_of(scratch, "a.md", "one bad\ntwo\none bad\n");
    const Source *after = source_of(scratch, "a.md", "new\n\n  one bad\nthree\none bad\n");

    diag_error(&scratch->diags, "bom", (Span){ before, 4, 7 }, "here");
    diag_error(&scratch->diags, "bom", (Span){ before, 16, 19 }, "there");
    diag_error(&moved, "bom", (Span){ after, 11, 14 }, "other words");
    diag_error(&moved, "bom", (Span){ after, 25, 28 }, "there");
    const Str *old = fingerprints_make(&scratch->diags, &scratch->arena);
    const Str *new = fingerprints_make(&moved, &scratch->arena);
    assert_true(str_eq(old[0], new[0]));
    assert_true(str_eq(old[1], new[1]));
    assert_false(str_eq(old[0], old[1]));
}

static void writes_xml_that_is_well_formed(void **state)
{
    Scratch *scratch = *state;

    xml_init();
    add_hostile(scratch);
    diag_warning(&scratch->diags, "bom", (Span){ 0 }, "%s", hostile);
    Str junit = put(scratch, report_junit), checkstyle = put(scratch, report_checkstyle);
    assert_true(xml_is_well_formed(junit));
    assert_true(xml_is_well_formed(checkstyle));
    assert_true(str_contains(junit, STR("tests=\"1\" failures=\"1\" errors=\"0\"")));
    assert_true(str_contains(junit, STR("tests=\"2\" failures=\"0\" errors=\"1\"")));
    assert_true(str_contains(junit, STR("<system-out>warning: 100%,")));
    assert_true(str_contains(checkstyle, STR("<error line=\"1\" column=\"6\" severity=\"error\"")));
}

static void a_clean_run_has_reports_too(void **state)
{
    Scratch *scratch = *state;

    xml_init();
    assert_str(put(scratch, report_github), "");
    assert_str(put(scratch, report_gitlab), "[]\n");
    assert_str(put(scratch, report_suggestions), "[]\n");
    assert_str(put(scratch, report_rdjsonl), "");
    assert_true(str_contains(put(scratch, report_junit), STR("<testcase name=\"2 files without a finding\"")));
    assert_true(str_contains(put(scratch, report_checkstyle), STR("<checkstyle version=\"8.0\"/>")));
    assert_str(put(scratch, report_markdown), "## herald check: passed\n\n2 files, 0 errors, 0 warnings\n");
}

static void a_summary_says_nothing_in_markdown(void **state)
{
    Scratch *scratch = *state;
    const Source *source = source_of(scratch, "a|b.md", "text");

    diag_warning(&scratch->diags, "bom", span_of(source, "text"), "a | b\n# <b> @all [x](y) `z`");
    assert_str(put(scratch, report_markdown),
               "## herald check: passed\n\n2 files, 0 errors, 1 warning\n\n### Warnings (1)\n\n"
               "| Where | What | Rule |\n| --- | --- | --- |\n"
               "| site/a\\|b.md:1:1 | a \\| b&lt;U+000A>\\# &lt;b> @<!-- -->all \\[x\\](y) \\`z\\` | ENC004 bom |\n\n"
               "`herald explain CODE` says more of a rule.\n");
}

static void a_summary_stays_within_a_mebibyte(void **state)
{
    Scratch *scratch = *state;
    Span span = span_of(source_of(scratch, "a.md", "text"), "text");

    for (int i = 0; i < 20000; i++)
        diag_error(&scratch->diags, "bom", span, "fault %d of a great many that one post has, and all of them told", i);
    Str text = put(scratch, report_markdown);
    assert_in_range(text.len, 1000 * 1000, 1024 * 1024);
    assert_true(str_contains(text, STR("\nand ")));
}

static void gives_each_finding_a_line(void **state)
{
    Scratch *scratch = *state;

    add_hostile(scratch);
    diag_error(&scratch->diags, "bom", span_of(source_of(scratch, "a.md", "x y"), "y"), "one [two]");
    diag_hint(&scratch->diags, "write three");
    diag_error(&scratch->diags, "world-failed", (Span){ 0 }, "no site");

    Str rest = put(scratch, report_lines), line;
    for (size_t i = 0; str_split(&line, &rest, '\n') && line.len > 0; i++)
        assert_true(i < scratch->diags.len && (str_starts_with(line, STR("site/")) || str_starts_with(line, STR("."))));
    Str text = put(scratch, report_lines);
    assert_true(
        str_starts_with(text, STR("site/a,b:%<U+000A>.md:1:6: error: 100%, \"a:b\"<U+000D><U+000A>::error::x")));
    assert_true(str_contains(text, STR("\nsite/a.md:1:3: error: one [two] (write three) [ENC004 bom]\n")));
    assert_true(str_contains(text, STR("\n.:1:1: error: no site [SY1601 world-failed]\n")));
}

static void tells_the_same_line_once_in_text(void **state)
{
    Scratch *scratch = *state;
    static const char pasted[] = "own\n[Site]: http//x\n";
    static const char *const paths[] = { "a.md", "b.md", "c.md" };

    for (int i = 0; i < 3; i++) {
        const Source *source = source_of(scratch, paths[i], i == 1 ? "first\nown\n[Site]: http//x\n" : pasted);
        diag_error(&scratch->diags, "link-unsafe", span_of(source, "http//x"), "the address lacks a colon");
        diag_hint(&scratch->diags, "write http://x");
        diag_error(&scratch->diags, "link-unsafe", span_of(source, "own"), "in %s", paths[i]);
    }
    Str text = put(scratch, report_formats[REPORT_TEXT]);
    assert_true(str_starts_with(text, STR("a.md:2:9: error: the address lacks a colon [LK810 link-unsafe]\n"
                                          "    2 | [Site]: http//x\n      |         ^^^^^^^\n"
                                          "  hint: write http://x\n  also in b.md:3:9\n  also in c.md:2:9\n"
                                          "a.md:1:1: error: in a.md")));
    assert_true(str_contains(text, STR("b.md:2:1: error: in b.md")));
}

TEST_MAIN(TEST(escapes_annotations), TEST(gives_no_columns_of_what_spans_lines),
          TEST(annotates_errors_first_and_ten_of_each), TEST(writes_sarif), TEST(counts_columns_of_reviewdog_in_bytes),
          TEST(writes_code_quality), TEST(fingerprints_stay_when_lines_move), TEST(writes_xml_that_is_well_formed),
          TEST(a_clean_run_has_reports_too), TEST(a_summary_says_nothing_in_markdown),
          TEST(a_summary_stays_within_a_mebibyte), TEST(gives_each_finding_a_line),
          TEST(tells_the_same_line_once_in_text))
