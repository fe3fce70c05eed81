#include "text/yaml.h"
#include "base/buf.h"
#include "tests/support.h"

static const Tree *read_yaml(Scratch *scratch, const char *text)
{
    const Tree *tree = NULL;
    bool done = yaml_read(&tree, located(text).span, &scratch->arena, &scratch->diags);
    assert_no_diags(&scratch->diags);
    assert_true(done);
    return tree;
}

static void expect_source(const Tree *tree, const char *expected)
{
    assert_str(source_text(tree->span), expected);
}

static void reads_a_front_matter(void **state)
{
    const Tree *map = read_yaml(*state, "layout: post\n"
                                        "title: \"Example University joins\" # a comment\n"
                                        "tags: [announcements, 'newsletter']\n"
                                        "author:\n"
                                        "  - name: A. Sample\n"
                                        "    url: https://example.org/\n"
                                        "date: 2024-08-06\n"
                                        "draft: no\n"
                                        "image:\n");
    assert_int_equal(map->kind, TREE_MAP);
    assert_int_equal(map->entry_count, 7);
    assert_str(map->entries[1].key.str, "title");
    assert_str(tree_get(map, STR("title"))->text, "Example University joins");
    assert_true(tree_get(map, STR("title"))->quoted);
    assert_str(tree_get(map, STR("tags"))->items[1]->text, "newsletter");
    assert_str(tree_get(tree_get(map, STR("author"))->items[0], STR("url"))->text, "https://example.org/");
    assert_int_equal(tree_get(map, STR("date"))->type, TREE_DATE);
    assert_str(tree_get(map, STR("draft"))->text, "no");
    assert_int_equal(tree_get(map, STR("draft"))->type, TREE_BOOL);
    assert_true(tree_is_null(tree_get(map, STR("image"))));
}

static void knows_where_all_stands(void **state)
{
    const Tree *map = read_yaml(*state, "# über\n'é' : \"ü\\u00e9\" # x\nplain: ein Wört\nlist: [ä, {k: v}]\n"
                                        "block:\n- a\n- b: ß\n\n# end\nempty:\nlast: z\n");

    expect_source(map, "'é' : \"ü\\u00e9\" # x\nplain: ein Wört\nlist: [ä, {k: v}]\n"
                       "block:\n- a\n- b: ß\n\n# end\nempty:\nlast: z");
    assert_str(source_text(map->entries[0].key.span), "'é'");
    expect_source(map->entries[0].value, "\"ü\\u00e9\"");
    assert_str(map->entries[0].value->text, "üé");
    expect_source(map->entries[1].value, "ein Wört");
    expect_source(map->entries[2].value, "[ä, {k: v}]");
    expect_source(map->entries[2].value->items[1], "{k: v}");
    expect_source(map->entries[3].value, "- a\n- b: ß");
    expect_source(map->entries[3].value->items[1], "b: ß");
    expect_source(map->entries[4].value, "");
    assert_str(source_text(map->entries[5].key.span), "last");
}

static void reads_only_the_region(void **state)
{
    Scratch *scratch = *state;
    Located file = located("---\ntitle: ö\n---\nBody: { not yaml\n");
    const Tree *map = NULL;

    assert_true(yaml_read(&map, span_part(file.span, 4, 14), &scratch->arena, &scratch->diags));
    assert_int_equal(map->entries[0].key.span.start, 4);
    expect_source(map->entries[0].value, "ö");
}

static void reads_windows_line_ends(void **state)
{
    const Tree *map =
        read_yaml(*state, "\xEF\xBB\xBF"
                          "a: é\r\nb: \"x\r\n  y\"\r\nc: |\r\n  ü\r\n  v\r\n\r\nd: [1,\r\n 2]\r\ne: z\r\n");
    assert_str(tree_get(map, STR("b"))->text, "x y");
    assert_str(tree_get(map, STR("c"))->text, "ü\nv\n");
    expect_source(tree_get(map, STR("c")), "|\r\n  ü\r\n  v");
    expect_source(tree_get(map, STR("d")), "[1,\r\n 2]");
    expect_source(tree_get(map, STR("e")), "z");
}

static void reads_block_texts(void **state)
{
    const Tree *map =
        read_yaml(*state, "folded: >-\n  one\n  two\n\n  three\nliteral: |+ # keep\n   a\n    b\n\nend: .\n");

    assert_str(tree_get(map, STR("folded"))->text, "one two\nthree");
    assert_true(tree_get(map, STR("folded"))->quoted);
    assert_int_equal(tree_get(map, STR("folded"))->type, TREE_STRING);
    expect_source(tree_get(map, STR("folded")), ">-\n  one\n  two\n\n  three");
    assert_str(tree_get(map, STR("literal"))->text, "a\n b\n\n");
    expect_source(tree_get(map, STR("literal")), "|+ # keep\n   a\n    b");
}

static void takes_a_tab_behind_a_colon_for_a_blank(void **state)
{
    const Tree *map = read_yaml(*state, "author:\tA. Sample\t\ntitle: \t x\n");
    expect_source(tree_get(map, STR("author")), "A. Sample");
    expect_source(tree_get(map, STR("title")), "x");
}

static void an_empty_document_is_null(void **state)
{
    const char *texts[] = { "", "\n\n", "# only a comment\n", "---\n", "~" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_true(tree_is_null(read_yaml(*state, texts[i])));
}

static void reads_marks_of_one_document(void **state)
{
    assert_str(tree_get(read_yaml(*state, "%YAML 1.1\n---\na: b\n...\n"), STR("a"))->text, "b");
    assert_str(read_yaml(*state, "- a\n- b\n")->items[1]->text, "b");
    assert_str(read_yaml(*state, "just text")->text, "just text");
}

static void an_alias_is_the_same_node(void **state)
{
    const Tree *map = read_yaml(*state, "a: &x # here\n  [1, é]\nb: *x\nc: &y text\n");
    assert_ptr_equal(tree_get(map, STR("a")), tree_get(map, STR("b")));
    expect_source(tree_get(map, STR("a")), "[1, é]");
    expect_source(tree_get(map, STR("c")), "text");
}

static void merges_as_psych_does(void **state)
{
    const Tree *map = read_yaml(*state, "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\n"
                                        "one: {x: 0, <<: *b, y: 5}\nmany:\n  <<: [*m, *b]\n  w: 6\nnot: {<<: 7}\n");
    const Tree *one = tree_get(map, STR("one"));
    const Tree *many = tree_get(map, STR("many"));

    assert_int_equal(one->entry_count, 2);
    assert_str(tree_get(one, STR("x"))->text, "1");
    assert_str(tree_get(one, STR("y"))->text, "5");
    assert_int_equal(many->entry_count, 4);
    assert_str(tree_get(many, STR("y"))->text, "3");
    assert_str(tree_get(many, STR("x"))->text, "1");
    assert_str(tree_get(tree_get(map, STR("not")), STR("<<"))->text, "7");
}

static void core_tags_are_obeyed(void **state)
{
    const Tree *map = read_yaml(*state, "a: !!str 2024\nb: ! 12\nc: !!int 12\nd: !!map {}\n");
    assert_int_equal(tree_get(map, STR("a"))->type, TREE_STRING);
    expect_source(tree_get(map, STR("a")), "2024");
    assert_int_equal(tree_get(map, STR("b"))->type, TREE_STRING);
    assert_int_equal(tree_get(map, STR("c"))->type, TREE_INT);
    expect_source(tree_get(map, STR("d")), "{}");
}

static const Diag *expect_fault(Scratch *scratch, const char *text, const char *rule, const char *part,
                                const char *message)
{
    const Tree *tree = NULL;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    assert_false(yaml_read(&tree, located(text).span, &scratch->arena, &scratch->diags));
    assert_null(tree);
    assert_diag(&scratch->diags, rule, text, part, message);
    assert_int_equal(scratch->diags.stops, 1);
    return &scratch->diags.items[0];
}

static void refuses_tags_that_are_no_data(void **state)
{
    expect_fault(*state, "a: !ruby/object:Gem {}\n", "yaml-tag-refused", "!ruby/object:Gem",
                 "the tag \"!ruby/object:Gem\" asks for something that is no plain data");
    expect_fault(*state, "a: &x !!binary aGk=\n", "yaml-tag-refused", "!!binary", NULL);
    expect_fault(*state, "a: !<tag:example.org,2000:b> [c]\n", "yaml-tag-refused", "!<tag:example.org,2000:b>", NULL);
}

static void refuses_a_key_that_stands_twice(void **state)
{
    const char *text = "Title: a\ntags: [b]\nTitle : c\n";
    const Tree *tree = NULL;
    Scratch *scratch = *state;

    assert_false(yaml_read(&tree, located(text).span, &scratch->arena, &scratch->diags));
    assert_int_equal(scratch->diags.items[0].span.start, 19);
    assert_str(source_text(scratch->diags.items[0].span), "Title");
    assert_str(scratch->diags.items[0].message, "\"Title\" stands twice, the first time on line 1");
    expect_fault(scratch, "a: {b: 1, \"b\" : 2}", "duplicate-key", "\"b\"", NULL);
}

static void of_two_keys_in_data_the_last_counts(void **state)
{
    Scratch *scratch = *state;
    const Tree *tree = NULL;
    Span text = span_whole(source_new(STR("data.yml"), STR("a: 1\nb: 2\na: 3\n"), &scratch->arena));

    assert_true(yaml_read_data(&tree, text, &scratch->arena, &scratch->diags));
    assert_int_equal(tree->entry_count, 2);
    assert_str(tree_get(tree, STR("a"))->text, "3");
    assert_rule(&scratch->diags, "duplicate-key");
    assert_int_equal(scratch->diags.stops, 0);
}

static Span repeated(Scratch *scratch, Str before, Str part, size_t count)
{
    Buf text = { .arena = &scratch->arena };
    buf_put(&text, before);
    for (size_t i = 0; i < count; i++)
        buf_put(&text, part);
    return span_whole(source_new(STR("test.md"), buf_str(&text), &scratch->arena));
}

static void expect_limit(Scratch *scratch, Span text)
{
    const Tree *tree = NULL;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    assert_false(yaml_read(&tree, text, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "yaml-limit");
}

static void refuses_what_is_too_much(void **state)
{
    Scratch *scratch = *state;

    expect_limit(scratch, repeated(scratch, STR("a: "), STR("["), 1000));
    expect_limit(scratch, repeated(scratch, STR("a: &a 1\nb: ["), STR("*a,"), 200));
    expect_limit(scratch, repeated(scratch, STR("? "), STR("k"), YAML_MAX_KEY_BYTES + 1));
    expect_fault(scratch, "a: &x [1, *x]\n", "yaml-limit", "*x", "\"*x\" stands inside the value that it repeats");
}

static void refuses_an_alias_bomb(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };

    buf_put(&text, STR("a0: &a0 [x, x, x, x, x, x, x, x, x]\n"));
    for (int i = 1; i < 9; i++)
        buf_put_format(&text, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1,
                       i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    expect_limit(scratch, span_whole(source_new(STR("test.md"), buf_str(&text), &scratch->arena)));
}

static void aliases_cannot_nest_deeper_than_allowed(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };

    buf_put(&text, STR("a: &a [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"));
    buf_put(&text, STR("b: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"));
    expect_limit(scratch, span_whole(source_new(STR("test.md"), buf_str(&text), &scratch->arena)));
}

static void large_texts_take_linear_time(void **state)
{
    Scratch *scratch = *state;
    const Tree *tree = NULL;
    Span text = repeated(scratch, STR("[ü"), STR(",é, 'ß'"), 50000);

    assert_false(yaml_read(&tree, text, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "yaml-syntax");
    text = repeated(scratch, STR(""), STR("- {ü: é}\n"), 50000);
    assert_true(yaml_read(&tree, text, &scratch->arena, &scratch->diags));
    assert_int_equal(tree->item_count, 50000);
    expect_source(tree->items[49999], "{ü: é}");
}

TEST_MAIN(TEST(reads_a_front_matter), TEST(knows_where_all_stands), TEST(reads_only_the_region),
          TEST(reads_windows_line_ends), TEST(reads_block_texts), TEST(takes_a_tab_behind_a_colon_for_a_blank),
          TEST(an_empty_document_is_null), TEST(reads_marks_of_one_document), TEST(an_alias_is_the_same_node),
          TEST(merges_as_psych_does), TEST(core_tags_are_obeyed), TEST(refuses_tags_that_are_no_data),
          TEST(refuses_a_key_that_stands_twice), TEST(of_two_keys_in_data_the_last_counts),
          TEST(refuses_what_is_too_much), TEST(refuses_an_alias_bomb), TEST(aliases_cannot_nest_deeper_than_allowed),
          TEST(large_texts_take_linear_time))
