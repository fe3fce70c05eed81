#include "text/tree.h"
#include "tests/support.h"

static Tree *scalar(Scratch *scratch, const char *text)
{
    return tree_new_string(&scratch->arena, located(text));
}

static Tree *map_of(Scratch *scratch, const TreeEntry *entries, size_t count)
{
    Tree *tree = ARENA_NEW(&scratch->arena, Tree);
    TreeEntry *copies = ARENA_ARRAY(&scratch->arena, TreeEntry, count);
    for (size_t i = 0; i < count; i++)
        copies[i] = entries[i];
    tree->kind = TREE_MAP;
    tree->entries = copies;
    tree->entry_count = count;
    return tree;
}

static void finds_a_key(void **state)
{
    Scratch *scratch = *state;
    const TreeEntry entries[] = { { located("a"), scalar(scratch, "1") }, { located("b"), scalar(scratch, "2") } };
    const Tree *map = map_of(scratch, entries, 2);

    assert_str(tree_get(map, STR("b"))->text, "2");
    assert_str(tree_entry(map, STR("a"))->key.str, "a");
    assert_null(tree_get(map, STR("c")));
    assert_null(tree_get(NULL, STR("a")));
    assert_null(tree_get(entries[0].value, STR("a")));
}

static void a_missing_tree_is_null(void **state)
{
    Scratch *scratch = *state;
    Tree *null = scalar(scratch, "~");
    null->type = TREE_NULL;

    assert_true(tree_is_null(NULL));
    assert_true(tree_is_null(null));
    assert_false(tree_is_null(scalar(scratch, "")));
    assert_false(tree_is_null(map_of(scratch, NULL, 0)));
}

static Located quoted_in(Scratch *scratch, const char *source, const char *text)
{
    Tree *tree = scalar(scratch, source);
    tree->quoted = true;
    tree->text = str_from(text);
    return tree_located(tree);
}

static void points_between_the_quotes_where_the_text_stands_there(void **state)
{
    Scratch *scratch = *state;

    assert_str(source_text(quoted_in(scratch, "\"a b\"", "a b").span), "a b");
    assert_str(source_text(quoted_in(scratch, "''", "").span), "");
    assert_str(source_text(quoted_in(scratch, "\"a\\tb\"", "a\tb").span), "\"a\\tb\"");
    assert_str(source_text(quoted_in(scratch, "|\n a", "a").span), "|\n a");
    assert_str(source_text(tree_located(scalar(scratch, "plain")).span), "plain");
}

static void merges_mappings_deeply(void **state)
{
    Scratch *scratch = *state;
    const TreeEntry inner[] = { { located("x"), scalar(scratch, "1") }, { located("y"), scalar(scratch, "2") } };
    const TreeEntry inner_over[] = { { located("y"), scalar(scratch, "3") }, { located("z"), scalar(scratch, "4") } };
    const TreeEntry base[] = { { located("m"), map_of(scratch, inner, 2) }, { located("s"), scalar(scratch, "old") } };
    const TreeEntry over[] = { { located("s"), scalar(scratch, "new") },
                               { located("m"), map_of(scratch, inner_over, 2) },
                               { located("n"), scalar(scratch, "5") } };

    const Tree *merged = tree_merge(map_of(scratch, base, 2), map_of(scratch, over, 3), &scratch->arena);
    assert_int_equal(merged->entry_count, 3);
    assert_str(merged->entries[0].key.str, "m");
    const Tree *m = tree_get(merged, STR("m"));
    assert_int_equal(m->entry_count, 3);
    assert_str(tree_get(m, STR("x"))->text, "1");
    assert_str(tree_get(m, STR("y"))->text, "3");
    assert_str(tree_get(m, STR("z"))->text, "4");
    assert_str(tree_get(merged, STR("s"))->text, "new");
    assert_str(tree_get(merged, STR("n"))->text, "5");
}

static void of_unlike_things_the_later_wins(void **state)
{
    Scratch *scratch = *state;
    const Tree *map = map_of(scratch, NULL, 0);
    const Tree *text = scalar(scratch, "text");

    assert_ptr_equal(tree_merge(map, text, &scratch->arena), text);
    assert_ptr_equal(tree_merge(text, map, &scratch->arena), map);
    assert_ptr_equal(tree_merge(NULL, map, &scratch->arena), map);
    assert_ptr_equal(tree_merge(map, NULL, &scratch->arena), map);
}

TEST_MAIN(TEST(finds_a_key), TEST(a_missing_tree_is_null), TEST(points_between_the_quotes_where_the_text_stands_there),
          TEST(merges_mappings_deeply), TEST(of_unlike_things_the_later_wins))
