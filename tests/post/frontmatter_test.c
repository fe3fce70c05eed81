/* tests/post/frontmatter_test.c */
#include "post/frontmatter.h"

#include "base/buf.h"
#include "tests/support.h"

static FrontMatter read_front_matter(Scratch *scratch, const char *text)
{
    FrontMatter matter = { 0 };
    bool ok = frontmatter_read(&matter, located(text).span.source, &scratch->arena, &scratch->diags);
    if (!ok)
        assert_no_diags(&scratch->diags);
    assert_true(ok);
    return matter;
}

static Str value_of(const FrontMatter *matter, const char *key)
{
    const Tree *value = tree_get(matter->tree, str_from(key));
    assert_non_null(value);
    return value->text;
}

static void expect_refused(Scratch *scratch, const char *text, const char *rule, const char *part, const char *hint)
{
    FrontMatter matter = { 0 };

    scratch->diags.len = 0;
    assert_false(frontmatter_read(&matter, located(text).span.source, &scratch->arena, &scratch->diags));
    assert_diag(&scratch->diags, rule, text, part, NULL);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
    assert_true(scratch->diags.items[0].hint.len > 0);
    if (hint != NULL)
        assert_str(scratch->diags.items[0].hint, hint);
}

static void finds_block_and_body(void **state)
{
    const char *text = "---\ntitle: T # a comment\ntags: [a, \"b\"]\n---\nBody\n\n---\n\nmore\n";
    FrontMatter matter = read_front_matter(*state, text);

    assert_str(source_text(matter.fence), "---");
    assert_str(source_text(matter.block), "title: T # a comment\ntags: [a, \"b\"]\n");
    assert_str(source_text(matter.body), "Body\n\n---\n\nmore\n");
    assert_str(value_of(&matter, "title"), "T");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void takes_dots_for_the_closing_fence(void **state)
{
    FrontMatter matter = read_front_matter(*state, "---\ntitle: T\n...\nBody");
    assert_str(source_text(matter.body), "Body");
    matter = read_front_matter(*state, "---\ntitle: T\n---");
    assert_str(source_text(matter.body), "");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void an_empty_block_is_an_empty_mapping(void **state)
{
    FrontMatter matter = read_front_matter(*state, "---\n---\nBody");
    assert_int_equal(matter.tree->kind, TREE_MAP);
    assert_int_equal(matter.tree->entry_count, 0);
    matter = read_front_matter(*state, "---\n# nothing yet\n\n---\nBody");
    assert_int_equal(matter.tree->entry_count, 0);
}

static void reads_block_scalars_aliases_and_tabs(void **state)
{
    FrontMatter matter = read_front_matter(*state, "---\ntitle:\tT\nexcerpt: >\n  one\n  two\n\nkeep: |\n  a\n  b\n"
                                                   "who: &w Ada\nagain: *w\n---\n");
    assert_str(value_of(&matter, "title"), "T");
    assert_str(value_of(&matter, "excerpt"), "one two\n");
    assert_str(value_of(&matter, "keep"), "a\nb\n");
    assert_str(value_of(&matter, "again"), "Ada");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void warns_of_a_byte_order_mark(void **state)
{
    Scratch *scratch = *state;
    FrontMatter matter = read_front_matter(scratch, "\xef\xbb\xbf---\ntitle: T\n---\n");

    assert_str(value_of(&matter, "title"), "T");
    assert_int_equal(scratch->diags.len, 1);
    const Diag *diag = assert_rule(&scratch->diags, "bom");
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    assert_int_equal(diag->fix.span.start, 0);
    assert_int_equal(diag->fix.span.end, 3);
}

static void reads_cr_lf_as_line_ends(void **state)
{
    Scratch *scratch = *state;
    FrontMatter matter = read_front_matter(scratch, "---\r\ntitle: T\r\ntags:\r\n- a\r\n---\r\nBody\r\n");

    assert_str(value_of(&matter, "title"), "T");
    assert_str(source_text(matter.body), "Body\r\n");
    assert_no_diags(&scratch->diags);
}

static void warns_of_blanks_behind_a_fence(void **state)
{
    Scratch *scratch = *state;
    FrontMatter matter = read_front_matter(scratch, "--- \ntitle: T\n---\t \nBody");

    assert_str(source_text(matter.body), "Body");
    assert_int_equal(scratch->diags.len, 2);
    assert_string_equal(scratch->diags.items[1].rule, "fm-fence-trailing-space");
    assert_str(source_text(scratch->diags.items[1].fix.span), "\t ");
    assert_str(scratch->diags.items[1].fix.replacement, "");
    assert_true(scratch->diags.items[1].fix.safe);
}

static void refuses_a_file_without_front_matter(void **state)
{
    expect_refused(*state, "", "front-matter-missing", "", NULL);
    expect_refused(*state, "Just text.\n\nMore.\n", "front-matter-missing", "Just text.",
                   "begin the file with ---, then title: and date: on lines of their own, then --- again");
    expect_refused(*state, "title: T\ndate: 2024-08-06\n\nText\n", "front-matter-missing", "title: T",
                   "write a line of --- before this one, and one behind the last key");
    expect_refused(*state, "title: T\n---\nText\n", "front-matter-missing", "title: T", NULL);
    expect_refused(*state, "```yaml\ntitle: T\n```\nText\n", "front-matter-missing", "```yaml",
                   "write --- for this line and for the line that closes it");
    expect_refused(*state, "Text\n\n---\n\nmore text\n", "front-matter-missing", "Text", NULL);
}

static void refuses_what_stands_before_front_matter(void **state)
{
    Scratch *scratch = *state;

    expect_refused(scratch, "\n \n---\ntitle: T\n---\nText\n", "front-matter-not-first", "\n \n",
                   "delete the blank lines: the file must begin with ---");
    assert_str(source_text(scratch->diags.items[0].fix.span), "\n \n");
    assert_false(scratch->diags.items[0].fix.safe);
    assert_str(scratch->diags.items[0].message, "blank lines stand before the front matter, which begins on line 3");
    expect_refused(scratch, "<!-- draft -->\n---\ntitle: T\n---\nText\n", "front-matter-not-first", "<!-- draft -->",
                   "move it behind the front matter: the file must begin with ---");
}

static void refuses_fences_that_are_none(void **state)
{
    const char *hint = "write --- at the start of the line, and nothing else on it";

    expect_refused(*state, "--\ntitle: T\n---\n", "fence-malformed", "--", hint);
    expect_refused(*state, "----\ntitle: T\n----\n", "fence-malformed", "----", hint);
    expect_refused(*state, "\xe2\x80\x94\ntitle: T\n---\n", "fence-malformed", "\xe2\x80\x94", hint);
    expect_refused(*state, "  ---\ntitle: T\n---\n", "fence-malformed", "  ---", hint);
    expect_refused(*state, "--- title: T\n---\n", "fence-malformed", "--- title: T", "begin a new line behind ---");
    expect_refused(*state, "---\ntitle: T\n---The text\n", "fence-malformed", "---The text",
                   "begin a new line behind ---");
    expect_refused(*state, "---\ntitle: T\n***\nThe text\n", "fence-malformed", "***", hint);
    expect_refused(*state, "---\ntitle: T\n- - -\nThe text\n", "fence-malformed", "- - -", hint);
}

static void finds_the_malformed_fence_that_closes(void **state)
{
    Scratch *scratch = *state;

    expect_refused(scratch, "---\ntitle: T\n\xe2\x80\x93\xe2\x80\x93\nText\n", "fence-malformed",
                   "\xe2\x80\x93\xe2\x80\x93", NULL);
    /* a rule in the body then looks like the end of the block */
    expect_refused(scratch, "---\ntitle: T\n\xe2\x80\x94\nText: it\nends.\n\n---\n\nMore\n", "fence-malformed",
                   "\xe2\x80\x94", NULL);
}

static void refuses_front_matter_that_is_not_closed(void **state)
{
    Scratch *scratch = *state;

    expect_refused(scratch, "---\ntitle: T\ntags:\n  - a\n\nText of the post\n", "front-matter-unclosed", "---",
                   "write a line of --- behind its last key, which seems to be on line 4");
    expect_refused(scratch, "---\ntitle: T\n\nText of the post, and\nmore of it.\n\n---\n\nThe end\n",
                   "front-matter-unclosed", "---", "write a line of --- before line 4");
    expect_refused(scratch, "---", "front-matter-unclosed", "---", NULL);
}

static void refuses_what_is_no_mapping(void **state)
{
    expect_refused(*state, "---\ntitle:NoSpace\n---\n", "not-a-mapping", "title:NoSpace",
                   "write a blank behind the colon: title: NoSpace");
    expect_refused(*state, "---\n- title: T\n- date: 2024-08-06\n---\n", "not-a-mapping", "- title: T",
                   "write each key at the start of its line, without the hyphen before it");
    expect_refused(*state, "---\nA title\n---\n", "not-a-mapping", "A title", NULL);
    expect_refused(*state, "+++\ntitle = \"T\"\n+++\n", "toml-front-matter", "+++",
                   "write --- for both +++, and \"key: value\" for \"key = value\"");
}

static void refuses_what_yaml_refuses(void **state)
{
    Scratch *scratch = *state;
    FrontMatter matter = { 0 };
    const char *twice = "---\ntitle: T\ndate: 2024-08-06\ntitle: U\n---\nText";

    assert_false(frontmatter_read(&matter, located(twice).span.source, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "duplicate-key");
    assert_str(source_text(matter.body), "Text");

    Buf deep = { .arena = &scratch->arena };
    buf_put_cstr(&deep, "---\na: ");
    buf_put_repeated(&deep, '[', 5000);
    buf_put_repeated(&deep, ']', 5000);
    buf_put_cstr(&deep, "\n---\n");
    const Source *source = source_new(STR("deep.md"), buf_str(&deep), &scratch->arena);
    assert_false(frontmatter_read(&matter, source, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "yaml-limit");
}

static void refuses_an_alias_bomb(void **state)
{
    Scratch *scratch = *state;
    FrontMatter matter = { 0 };
    const char *bomb =
        "---\na: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
        "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
        "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n"
        "---\n";

    assert_false(frontmatter_read(&matter, located(bomb).span.source, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "yaml-limit");
}

TEST_MAIN(TEST(finds_block_and_body), TEST(takes_dots_for_the_closing_fence), TEST(an_empty_block_is_an_empty_mapping),
          TEST(reads_block_scalars_aliases_and_tabs), TEST(warns_of_a_byte_order_mark), TEST(reads_cr_lf_as_line_ends),
          TEST(warns_of_blanks_behind_a_fence), TEST(refuses_a_file_without_front_matter),
          TEST(refuses_what_stands_before_front_matter), TEST(refuses_fences_that_are_none),
          TEST(finds_the_malformed_fence_that_closes), TEST(refuses_front_matter_that_is_not_closed),
          TEST(refuses_what_is_no_mapping), TEST(refuses_what_yaml_refuses), TEST(refuses_an_alias_bomb))
