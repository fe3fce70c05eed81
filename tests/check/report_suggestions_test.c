/* Suggestions are applied as a forge applies them, and compared with the fixes applied to the bytes. */
#include "check/report.h"
#include "tests/support.h"
#include "text/json.h"

static Str put(Scratch *scratch, ReportPut *format)
{
    Report report = { .diags = &scratch->diags };
    Buf out = { .arena = &scratch->arena };
    format(&out, &report);
    return buf_str(&out);
}

static const Tree *read_comments(Scratch *scratch)
{
    const Tree *tree = NULL;
    Diags diags = { .arena = &scratch->arena };
    const Source *source = source_new(STR("report"), put(scratch, report_suggestions), &scratch->arena);
    assert_true(
        json_read(&tree, (Located){ source->text, span_whole(source) }, "config-syntax", &scratch->arena, &diags));
    return tree;
}

static uint32_t number_at(const Tree *tree, const char *key, uint32_t otherwise)
{
    const Tree *value = tree_get(tree, str_from(key));
    return value == NULL ? otherwise : (uint32_t)value->integer;
}

/* What stands between the fences. */
static Str block_of(Str body)
{
    size_t start = str_find(body, STR("```suggestion\n"), 0);
    assert_true(start != STR_NONE);
    size_t fence = start;
    while (fence > 0 && body.data[fence - 1] == '`')
        fence--;
    Str closing = str_slice(body, fence, start + 3);
    Str lines = str_from_offset(body, start + strlen("```suggestion\n"));
    size_t end = str_starts_with(lines, closing) ? 0 : str_find(lines, STR("\n```"), 0) + 1;
    assert_true(str_eq(str_trim_right(str_from_offset(lines, end)), closing));
    return str_slice(lines, 0, end);
}

static Str apply_comments(Scratch *scratch, const Source *source, const Tree *comments)
{
    Buf out = { .arena = &scratch->arena };
    uint32_t line = 1;

    for (size_t i = 0; i <= comments->item_count; i++) {
        const Tree *comment = i < comments->item_count ? comments->items[i] : NULL;
        uint32_t last = comment == NULL ? (uint32_t)source->line_count : number_at(comment, "line", 0);
        uint32_t first = comment == NULL ? last + 1 : number_at(comment, "start_line", last);
        for (; line < first; line++) {
            buf_put(&out, source_line(source, line));
            buf_put_cstr(&out, line < source->line_count ? "\n" : "");
        }
        if (comment != NULL)
            buf_put(&out, block_of(tree_get(comment, STR("body"))->text));
        line = last + 1;
    }
    return buf_str(&out);
}

static void add_fix(Scratch *scratch, const Source *source, const char *part, const char *replacement)
{
    size_t at = str_find(source->text, str_from(part), 0);
    Span span = span_part(span_whole(source), at, at + strlen(part));
    diag_error(&scratch->diags, "date-noncanonical", span, "not so");
    diag_fix(&scratch->diags, span, str_from(replacement), true);
}

static const Source *new_source(Scratch *scratch, const char *text)
{
    scratch->diags.len = 0;
    return source_new(STR("a.md"), str_from(text), &scratch->arena);
}

static void a_suggestion_gives_what_the_fix_gives(void **state)
{
    static const struct {
        const char *text, *parts[3], *replacements[3], *expected;
        size_t comments;
    } cases[] = {
        { "a\ndate: 2024-08-6\nb\n", { "2024-08-6" }, { "2024-08-06" }, "a\ndate: 2024-08-06\nb\n", 1 },
        { "a x y\nb\n", { "x", "y" }, { "1", "2" }, "a 1 2\nb\n", 1 },
        { "a\nx\nb\nx2\n", { "x", "x2" }, { "1", "2" }, "a\n1\nb\n2\n", 2 },
        { "a\n[x]: y\nb\n", { "[x]: y\n" }, { "" }, "a\nb\n", 1 },
        { "a\nb\nc\n", { "b\n" }, { "" }, "a\nc\n", 1 },
        { "a\nb\nc\n", { "a\nb" }, { "ab" }, "ab\nc\n", 1 },
        { "a\nb\nc\nd\n", { "\nb\n", "c" }, { " ", "C" }, "a C\nd\n", 1 },
        { "a\nb\n", { "b\n" }, { "b\nc\n" }, "a\nb\nc\n", 1 },
        { "x ```` y\n", { "y" }, { "``z" }, "x ```` ``z\n", 1 },
        { "a\nlast", { "last" }, { "end" }, "a\nend\n", 1 },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Scratch *scratch = *state;
        const Source *source = new_source(scratch, cases[i].text);
        for (size_t k = 0; k < 3 && cases[i].parts[k] != NULL; k++)
            add_fix(scratch, source, cases[i].parts[k], cases[i].replacements[k]);
        const Tree *comments = read_comments(scratch);
        assert_int_equal(comments->item_count, cases[i].comments);
        assert_str(apply_comments(scratch, source, comments), cases[i].expected);
    }
}

static void says_which_lines_and_why(void **state)
{
    Scratch *scratch = *state;
    const Source *source = new_source(scratch, "a\nb\nc\n");

    add_fix(scratch, source, "a\nb", "ab");
    diag_hint(&scratch->diags, "join @them");
    assert_str(
        put(scratch, report_suggestions),
        "[\n  {\n    \"path\": \"a.md\",\n    \"start_line\": 1,\n    \"start_side\": \"RIGHT\",\n    \"line\": 2,\n"
        "    \"side\": \"RIGHT\",\n    \"body\": \"**DT303 date-noncanonical**: not so (join @<!-- -->them)\\n\\n"
        "```suggestion\\nab\\n```\\n\"\n  }\n]\n");
    assert_true(str_contains(put(scratch, report_gitlab_suggestions), STR("```suggestion:-1+0\\nab\\n```\\n\"")));
}

static void says_nothing_where_no_suggestion_can(void **state)
{
    Scratch *scratch = *state;
    const Source *source = new_source(scratch, "a\r\nlast");

    add_fix(scratch, source, "\r", "");
    Span end = { source, (uint32_t)source->text.len, (uint32_t)source->text.len };
    diag_error(&scratch->diags, "no-final-newline", end, "no line end");
    diag_fix(&scratch->diags, end, STR("\n"), true);
    assert_str(put(scratch, report_suggestions), "[]\n");
}

static void of_edits_that_overlap_takes_the_first(void **state)
{
    Scratch *scratch = *state;
    const Source *source = new_source(scratch, "abcdef\n");

    add_fix(scratch, source, "cde", "2");
    add_fix(scratch, source, "bcd", "1");
    assert_str(apply_comments(scratch, source, read_comments(scratch)), "a1ef\n");
}

TEST_MAIN(TEST(a_suggestion_gives_what_the_fix_gives), TEST(says_which_lines_and_why),
          TEST(says_nothing_where_no_suggestion_can), TEST(of_edits_that_overlap_takes_the_first))
