#include "check/catalogue.h"
#include "tests/support.h"
#include "text/json.h"

static Str lines(Scratch *scratch, const char *markdown, size_t columns, bool terminal)
{
    Buf out = { .arena = &scratch->arena };
    prose_put(&out, str_from(markdown), columns, terminal);
    return buf_str(&out);
}

static void breaks_lines_of_text(void **state)
{
    assert_str(lines(*state, "one two three four\nfive\n\nsix", 14, false), "one two three\nfour five\n\nsix\n");
    assert_str(lines(*state, "one two three four\nfive", 0, false), "one two three four five\n");
    assert_str(lines(*state, "\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9 x", 6, false),
               "\xC3\xA9\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\nx\n");
    assert_str(lines(*state, "- one two three\n  four\n- five\n", 12, false), "- one two\n  three four\n- five\n");
    assert_str(lines(*state, "1. one two three", 10, false), "1. one two\n   three\n");
}

static void begins_no_line_with_a_mark(void **state)
{
    assert_str(lines(*state, "one two - three", 8, false), "one two -\nthree\n");
    assert_str(lines(*state, "one two 3. three", 8, false), "one two 3.\nthree\n");
    assert_str(lines(*state, "one two # three", 8, false), "one two #\nthree\n");
}

static void leaves_tables_and_code_alone(void **state)
{
    const char *text = "| a long | row |\n|---|---|\n\n```yaml\na long line of code\n\n- x\n```\nthe end\n";

    assert_str(lines(*state, text, 10, false), text);
    assert_str(lines(*state, text, 10, true), "a long  row\n\n    a long line of code\n\n    - x\nthe end\n");
}

static void draws_tables_on_a_terminal(void **state)
{
    assert_str(lines(*state, "See:\n\n| a | \xC3\xA9 \\| x |\n|---|:--|\n| bcd | |\n| e | f |\nend", 40, true),
               "See:\n\na    \xC3\xA9 \\| x\nbcd  \ne    f\nend\n");
}

static void shows_links_as_text_on_a_terminal(void **state)
{
    assert_str(lines(*state, "see [FM106](#fm106), `[x](y)` and [z]", 80, true), "see FM106, `[x](y)` and [z]\n");
    assert_str(lines(*state, "see [FM106](#fm106)", 80, false), "see [FM106](#fm106)\n");
}

static void explains_a_rule(void **state)
{
    static const Rule rule = {
        .code = "XX1",
        .name = "no-such-thing",
        .severity = SEVERITY_WARNING,
        .stops = true,
        .repair = REPAIR_ASKED,
        .summary = "there is no such thing",
        .advice = "Write another.",
        .bad = "A thing.\n\n```\nx\n```\n",
        .good = "Another.",
    };
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena }, markdown = { .arena = &scratch->arena };

    rule_put_text(&text, &rule, 80);
    assert_str(buf_str(&text), "XX1 no-such-thing (warning; may stop)\n\nThere is no such thing.\n\nWrite another.\n\n"
                               "`herald fix --unsafe` mends it: look at what it wrote.\n\n"
                               "Wrong:\n\n    A thing.\n\n    ```\n    x\n    ```\n\nRight:\n\n    Another.\n");
    rule_put_markdown(&markdown, &rule);
    assert_str(buf_str(&markdown), "There is no such thing.\n\nWrite another.\n\n"
                                   "`herald fix --unsafe` mends it: look at what it wrote.\n\n"
                                   "Wrong:\n\n````markdown\nA thing.\n\n```\nx\n```\n````\n\n"
                                   "Right:\n\n```markdown\nAnother.\n```\n");
}

static void lists_no_line_wider_than_asked(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };
    Str line;
    size_t rules = 0;

    catalogue_put_text(&out, 80);
    for (Str rest = buf_str(&out); str_split(&line, &rest, '\n');) {
        assert_true(line.len <= 80);
        rules += line.len > 2 && line.data[0] == ' ' && line.data[2] != ' ';
    }
    assert_non_null(rule_at(rules - 1));
    assert_null(rule_at(rules));
}

static void lists_rules_as_json(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };
    const Tree *tree;

    catalogue_put_json(&out);
    const Source *source = source_new(STR("rules"), buf_str(&out), &scratch->arena);
    assert_true(json_read(&tree, (Located){ source->text, span_whole(source) }, "config-syntax", &scratch->arena,
                          &scratch->diags));
    assert_true(str_contains(buf_str(&out), STR("\"code\": \"DT303\",\n    \"name\": \"date-noncanonical\"")));
}

TEST_MAIN(TEST(breaks_lines_of_text), TEST(begins_no_line_with_a_mark), TEST(leaves_tables_and_code_alone),
          TEST(draws_tables_on_a_terminal), TEST(shows_links_as_text_on_a_terminal), TEST(explains_a_rule),
          TEST(lists_no_line_wider_than_asked), TEST(lists_rules_as_json))
