#include "text/yaml_hint.h"
#include "tests/support.h"
#include "text/yaml.h"

/* One slip: what it is on, what is said, what is proposed. */
typedef struct Slip {
    const char *text, *part, *message, *hint;
} Slip;

static void expect_slip(Scratch *scratch, const Slip *slip)
{
    const Tree *tree = NULL;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    assert_false(yaml_read(&tree, located(slip->text).span, &scratch->arena, &scratch->diags));
    assert_diag(&scratch->diags, "yaml-syntax", slip->text, slip->part, slip->message);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
    assert_str(scratch->diags.items[0].hint, slip->hint);
}

static void expect_slips(Scratch *scratch, const Slip *slips, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_slip(scratch, &slips[i]);
}
#define EXPECT_SLIPS(scratch, slips) expect_slips(scratch, slips, sizeof(slips) / sizeof((slips)[0]))

static void finds_a_colon_in_a_text(void **state)
{
    static const char *const message = "a colon inside a text looks like the end of a key";
    const Slip slips[] = {
        { "layout: post\ntitle: Foo: bar # x\ndate: 2024-08-06\n", "Foo: bar", message,
          "put the text in quotes: title: \"Foo: bar\"" },
        { "title: Say \"hi\": a guide\n", "Say \"hi\": a guide", message,
          "put the text in quotes: title: 'Say \"hi\": a guide'" },
        { "title: Ends so:\n", "Ends so:", message, "put the text in quotes: title: \"Ends so:\"" },
        { "a: b\ntitle: “Grüße”: é\r\n", "“Grüße”: é", message, "put the text in quotes: title: \"“Grüße”: é\"" },
        { "tags:\n- a: b: c\n", "b: c", message, "put the text in quotes: \"b: c\"" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_where_a_quote_opens(void **state)
{
    static const char *const message = "the quotation mark that opens here is never closed";
    const Slip slips[] = {
        { "title: \"Foo\ndate: 2024-08-06\n", "\"Foo", message, "write the same mark at the end of the text" },
        { "title: \"Foo\nexcerpt: \"bar\"\ndate: x\n", "\"Foo", message, "write the same mark at the end of the text" },
        { "a: b\ntitle: 'Foo\n", "'Foo", message, "write the same mark at the end of the text" },
        { "title: \"Title”\ndate: x\n", "\"Title”", message,
          "close it with the same straight mark, not with a curly one" },
        { "tags: [a, 'b]\ndate: x\n", "'b]", message, "write the same mark at the end of the text" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_quotes_inside_quotes(void **state)
{
    static const char *const apostrophe = "an apostrophe ends this text in single quotes too early";
    static const char *const behind = "text stands behind the closing quotation mark";
    const Slip slips[] = {
        { "title: 'it's here'\ndate: x\n", "'it's here'", apostrophe, "put the text in quotes: title: \"it's here\"" },
        { "tags: [a, 'it's', c]\n", "'it's'", apostrophe, "put the text in quotes: \"it's\"" },
        { "title: \"Say \"hi\" now\"\n", "\"Say \"hi\" now\"", "a quotation mark inside this text ends it too early",
          "put the text in quotes: title: 'Say \"hi\" now'" },
        { "title: \"Open\" access\n", "\"Open\" access", behind, "put the text in quotes: title: '\"Open\" access'" },
        { "title: 'a' and 'b'\n", "'a' and 'b'", behind, "put the text in quotes: title: \"'a' and 'b'\"" },
        { "a: \"x\n  y\" z\n", "\"x\n  y\" z", behind, "put the text in quotes" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_tabs(void **state)
{
    static const char *const message = "a tab stands where YAML wants blanks";
    const Slip slips[] = {
        { "tags:\n\t- a\n", "\t", message, "write two blanks instead" },
        { "title: x\n\t\tsub: y\n", "\t\t", message, "delete it: the key starts at the left edge" },
        { "excerpt: >\n\ttext\n", "\t", message, "write two blanks instead" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_an_open_list(void **state)
{
    const Slip slips[] = {
        { "tags: [a, b\ndate: x\ntitle: it's @here\n", "[a, b", "the list that opens here is never closed",
          "write \"]\" at its end, or put it in quotes where it is meant as text" },
        { "tags: [a, [b, c]\n", "[a, [b, c]", "the list that opens here is never closed",
          "write \"]\" at its end, or put it in quotes where it is meant as text" },
        { "a: {b: c # d\ne: f\n", "{b: c # d", "the mapping that opens here is never closed",
          "write \"}\" at its end, or put it in quotes where it is meant as text" },
        { "a: [\n  b\n] c\n", "c", "text stands behind the closing bracket",
          "remove it, or write it between the brackets" },
        { "tags: [C #, b]\n", "#, b]", "\" #\" begins a comment, so the rest is lost",
          "put the text with the # in quotes" },
        { "tags: [, b]\n", ",", "nothing stands before this comma", "delete the comma, or write what is missing" },
        { "tags: [a, b}\ndate: x\n", "}", "this bracket does not close the one that is open",
          "write \"]\" instead, or close the list before it" },
        { "tags: {a: b}]\n", "]", "there is one closing bracket too many", "delete it" },
        { "tags: [a] x\n", "x", "text stands behind the closing bracket",
          "remove it, or write it between the brackets" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_texts_that_begin_with_a_special_character(void **state)
{
    static const struct {
        const char *value, *start;
    } values[] = {
        { "@herald news", "@" },  { "`code` first", "`" },
        { "%done", "%" },         { "* starred", "*" },
        { "**bold** move", "*" }, { "*foo bar", "*" },
        { "& more", "&" },        { "&amp; co", "&" },
        { "| pipe", "|" },        { "> quote", ">" },
        { "[foo] bar", "[" },     { "[foo](https://example.org/)", "[" },
        { "{foo} bar", "{" },     { "{{ x }}", "{{" },
        { "{{ x }} y", "{{" },    { "{% if x %}y{% endif %}", "{%" },
        { "] foo", "]" },         { "? why", "?" },
        { ", so", "," },
    };
    Scratch *scratch = *state;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        const char *text = arena_format(&scratch->arena, "title: %s\ndate: x\n", values[i].value).data;
        Slip slip = { text, values[i].value,
                      arena_format(&scratch->arena, "a text cannot begin with \"%s\"", values[i].start).data,
                      arena_format(&scratch->arena, "put the text in quotes: title: \"%s\"", values[i].value).data };
        expect_slip(scratch, &slip);
    }
}

static void names_an_alias_of_nothing(void **state)
{
    const Slip slip = { "title: *foo\n", "*foo", "\"*foo\" repeats a value that is named nowhere above",
                        "put a text that begins with \"*\" in quotes: \"*foo\"" };
    expect_slip(*state, &slip);
}

static void finds_a_missing_blank(void **state)
{
    static const char *const message = "a blank is missing behind the colon";
    const Slip slips[] = {
        { "layout: post\ntitle:Foo\ndate: x\n", "title:Foo", message, "write: title: Foo" },
        { "title:\"Foo\"\ndate: x\n", "title:\"Foo\"", message, "write: title: \"Foo\"" },
        { "date: x\ntitle:Foo\n", "title:Foo", message, "write: title: Foo" },
    };
    EXPECT_SLIPS(*state, slips);
    Scratch *scratch = *state;
    assert_str(scratch->diags.items[0].fix.replacement, " ");
    assert_int_equal(scratch->diags.items[0].fix.span.start, 14);
}

static void finds_lines_in_the_wrong_column(void **state)
{
    static const char *const columns = "start all keys of one level in the same column, and all items of one list";
    static const char *const less = "this line is indented less than the text it belongs to";
    static const char *const block = "indent every line of the text by the same number of blanks, more than its key";
    const Slip slips[] = {
        { "excerpt: >\n  one\n two\ndate: x\n", "two", less, block },
        { "excerpt: |-\n  one\n\n  two\nthree four\ndate: x\n", "three four", less, block },
        { "title: x\n  date: y\n", "date: y", "this key starts further right than the one above it",
          "start all keys of one level in the same column" },
        { " title: x\ndate: y\n", " ", "blanks stand before the first key",
          "delete what stands before it: all keys start at the left edge" },
        { "- title: x\ndate: y\n", "- ", "a hyphen stands before the first key",
          "delete what stands before it: all keys start at the left edge" },
        { "tags:\n  - a\n - b\n", "- b", "this line does not start in a column of the lines above",
          "begin it with 2 blanks, as those above" },
        { "a: b\n- c\n", "- c", "this line does not start in a column of the lines above", columns },
        { "tags: - a\n", "- a", "a list item stands on the line of its key",
          "write each item on a line of its own below the key" },
        { "title: - a\n", "- a", "a text cannot begin with \"- \"", "put the text in quotes: title: \"- a\"" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void finds_lines_that_are_no_keys(void **state)
{
    const Slip slips[] = {
        { "title: x\nand more\ndate: y\n", "and more", "this line is no \"key: value\"",
          "write a key and a colon before it, or indent it where it continues the line above" },
        { "title: x\nhttps://example.org/\ndate: y\n", "https://example.org/", "this line is no \"key: value\"",
          "write a key and a colon before it, or indent it where it continues the line above" },
        { "layout: post\ntitle Foo\n", "title Foo", "the colon behind the key is missing", "write: title: Foo" },
        { "layout: post\ntitle = Foo\n", "title = Foo", "a colon and a blank must stand behind the key",
          "write: title: Foo" },
        { "layout: post\ntitle：Foo\n", "title：Foo", "a colon and a blank must stand behind the key",
          "write: title: Foo" },
        { "layout: post\ntitle:\u00A0Foo\n", "\u00A0",
          "this is no ordinary blank (U+00A0), and YAML takes it for a letter", "write an ordinary blank instead" },
        { "layout: post\n\"title: Foo\n", "\"", "a quotation mark stands before the key", "delete it" },
        { "tags:\n- a\n-b\n", "-b", "a blank is missing behind the hyphen", "write: - b" },
        { "tags:\n  * a\n  * b\n", "* a", "YAML wants a hyphen before each item of a list, not \"*\"",
          "write \"- \" instead" },
        { "title: x\n// y\ndate: z\n", "// y", "this is no comment to YAML",
          "begin a comment with # and a blank, or delete the line" },
        { "<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> other\n", "<<<<<<< HEAD",
          "this is the mark of a merge that was not finished",
          "keep one of the two versions and remove the lines with the marks" },
        { "title: x\n---\ntitle: y\n", "---", "a second document begins here",
          "remove this line: one document is all that is read" },
    };
    EXPECT_SLIPS(*state, slips);
}

static void says_the_rest_in_general(void **state)
{
    const Slip slips[] = {
        { "path: \"C:\\Users\"\n", "sers\"", "a backslash in double quotes begins a sign that YAML does not know",
          "write two backslashes, or put the text in single quotes" },
        { "tags: [a: b: c]\n", ":", NULL,
          "put texts with special characters in quotes, and start all keys of one level in the same column" },
        { "a: b\u2028c\nd: e\n", "\u2028", "an invisible line separator (U+2028) ends the line here",
          "delete it, and write a blank in its place" },
    };
    expect_slip(*state, &slips[0]);
    expect_slip(*state, &slips[2]);
    Scratch *scratch = *state;
    const Tree *tree = NULL;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    assert_false(yaml_read(&tree, located(slips[1].text).span, &scratch->arena, &scratch->diags));
    assert_str(scratch->diags.items[0].message, "YAML cannot be read here: did not find expected ',' or ']'");
    assert_str(scratch->diags.items[0].hint, slips[1].hint);
}

/* What is sound holds no slip: then the reader's own words come out. */
static void sees_no_slip_in_what_is_sound(void **state)
{
    static const char *const texts[] = {
        "a: 'it''s' # x\nb: \"x \\\" y\"\nc: http://example.org/a#b\nd: a:b\n",
        "a: >\n  x: y\n  - \"z\n\n   @\nb: |2\n    c\n  d\ne: f\n",
        "a:\n- b: c\n  d: e\n- - f\n  - g\n-\n  h: i\nj:\n    k: l\n    m:\n    - n\no: p\n",
        "a: [b, 'c: d',\n  \"e\", {f: g}] # h\nb: {c: [d], # e\n  f: g\n}\n",
        "a: &x {b: c}\nd: *x\ne: !!str &y f\ng: &z\n  h: i\n",
        "a: b\n  c\n\n  d\ne: \"f\n  g\n\n  h\"\n",
        "---\na: b\n...\n",
        "%YAML 1.1\n---\n- a\n- b\n",
        "{\"a\": [1,\n2],\n\"b\": {\"c\": \"d\"}}\n",
        "\"a b\": c\n'd': e\n? f\n: g\n",
        "a:\n  b\n  c\nd: -1\n",
        "# a\na: b\n  # c\nd:\n  # e\n  - f\n  # g\n  - h\n",
    };
    Scratch *scratch = *state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Span region = located(texts[i]).span;
        const Tree *tree = NULL;
        scratch->diags = (Diags){ .arena = &scratch->arena };
        assert_true(yaml_read(&tree, region, &scratch->arena, &scratch->diags));
        yaml_explain(region, region.end, "nothing is wrong", &scratch->diags);
        assert_str(scratch->diags.items[0].message, "YAML cannot be read here: nothing is wrong");
    }
}

TEST_MAIN(TEST(finds_a_colon_in_a_text), TEST(finds_where_a_quote_opens), TEST(finds_quotes_inside_quotes),
          TEST(finds_tabs), TEST(finds_an_open_list), TEST(finds_texts_that_begin_with_a_special_character),
          TEST(names_an_alias_of_nothing), TEST(finds_a_missing_blank), TEST(finds_lines_in_the_wrong_column),
          TEST(finds_lines_that_are_no_keys), TEST(says_the_rest_in_general), TEST(sees_no_slip_in_what_is_sound))
