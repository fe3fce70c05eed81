/* tests/jekyll/defaults_test.c */
#include "jekyll/defaults.h"

#include "tests/support.h"
#include "text/yaml.h"

static JekyllDefaults read(Scratch *scratch, const char *yaml)
{
    const Tree *tree;
    assert_true(yaml_read(&tree, located(yaml).span, &scratch->arena, &scratch->diags));
    return jekyll_defaults_read(tree, &scratch->diags);
}

/* The color of a file of that path and type; "" for none. */
static Str color(Scratch *scratch, const JekyllDefaults *defaults, const char *path, const char *type)
{
    const Tree *values = jekyll_defaults_for(defaults, str_from(path), str_from(type), &scratch->arena);
    const Tree *value = tree_get(values, STR("color"));
    return value == NULL ? STR("") : value->text;
}

static void a_scope_is_a_path_or_a_type_or_both(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n"
                                            "- {scope: {path: \"\", type: posts}, values: {color: red}}\n"
                                            "- {scope: {path: docs}, values: {color: blue}}\n"
                                            "- {scope: {path: docs, type: staff}, values: {color: green}}\n");

    assert_str(color(scratch, &defaults, "_posts/a.md", "posts"), "red");
    assert_str(color(scratch, &defaults, "docs/a.md", "posts"), "blue");
    assert_str(color(scratch, &defaults, "docs/a.md", "staff"), "green");
    assert_str(color(scratch, &defaults, "a.md", "pages"), "");
}

static void the_longer_path_wins_wherever_it_stands(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n"
                                            "- {scope: {path: docs/long}, values: {color: long}}\n"
                                            "- {scope: {path: docs}, values: {color: short}}\n"
                                            "- {scope: {path: docs/l}, values: {color: middle}}\n");

    assert_str(color(scratch, &defaults, "docs/long/a.md", "pages"), "long");
    assert_str(color(scratch, &defaults, "docs/later.md", "pages"), "middle");
    assert_str(color(scratch, &defaults, "docs/a.md", "pages"), "short");
}

static void of_equal_scopes_the_later_wins(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n"
                                            "- {scope: {path: a, type: posts}, values: {color: one}}\n"
                                            "- {scope: {path: a, type: post}, values: {color: two}}\n"
                                            "- {scope: {path: a}, values: {color: untyped}}\n");
    assert_str(color(scratch, &defaults, "a/x.md", "posts"), "two");
    assert_str(color(scratch, &defaults, "a/x.md", "pages"), "untyped");
}

static void patterns_name_files_and_folders(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n"
                                            "- {scope: {path: \"docs/*/x.md\"}, values: {color: file}}\n"
                                            "- {scope: {path: \"sets/*\"}, values: {color: set}}\n"
                                            "- {scope: {path: \"deep/**/y.md\"}, values: {color: deep}}\n");

    assert_str(color(scratch, &defaults, "docs/a/x.md", "pages"), "file");
    assert_str(color(scratch, &defaults, "docs/a/b/x.md", "pages"), "");
    assert_str(color(scratch, &defaults, "docs/x.md", "pages"), "");
    assert_str(color(scratch, &defaults, "sets/a/b/c.md", "pages"), "set");
    assert_str(color(scratch, &defaults, "deep/y.md", "pages"), "deep");
    assert_str(color(scratch, &defaults, "deep/a/b/y.md", "pages"), "deep");
}

static void values_are_merged_deeply(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n"
                                            "- {scope: {path: a}, values: {map: {x: 1, y: 1}}}\n"
                                            "- {scope: {path: a/b}, values: {map: {y: 2}}}\n");
    const Tree *values = jekyll_defaults_for(&defaults, STR("a/b/c.md"), STR("pages"), &scratch->arena);
    const Tree *map = tree_get(values, STR("map"));

    assert_int_equal(tree_get(map, STR("x"))->integer, 1);
    assert_int_equal(tree_get(map, STR("y"))->integer, 2);
}

static void the_folder_of_collections_is_no_part_of_a_scope(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "collections_dir: sets\ndefaults:\n"
                                            "- {scope: {path: _staff}, values: {color: one}}\n");
    assert_str(color(scratch, &defaults, "sets/_staff/a.md", "staff"), "one");
}

static void says_which_defaults_have_no_values(void **state)
{
    Scratch *scratch = *state;
    JekyllDefaults defaults = read(scratch, "defaults:\n- {scope: {path: a}, value: {color: one}}\n");
    assert_rule(&scratch->diags, "config-value");
    assert_str(color(scratch, &defaults, "a", "pages"), "");
}

TEST_MAIN(TEST(a_scope_is_a_path_or_a_type_or_both), TEST(the_longer_path_wins_wherever_it_stands),
          TEST(of_equal_scopes_the_later_wins), TEST(patterns_name_files_and_folders), TEST(values_are_merged_deeply),
          TEST(the_folder_of_collections_is_no_part_of_a_scope), TEST(says_which_defaults_have_no_values))
