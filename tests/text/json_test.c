#include "text/json.h"
#include "tests/support.h"

static const Tree *read_json(Scratch *scratch, const char *text)
{
    const Tree *tree = NULL;
    json_read(&tree, located(text), "config-syntax", &scratch->arena, &scratch->diags);
    assert_no_diags(&scratch->diags);
    return tree;
}

static void reads_every_kind_of_value(void **state)
{
    Scratch *scratch = *state;
    const Tree *map =
        read_json(scratch, "\xEF\xBB\xBF{\"s\": \"gr\\u00fc\\u00df\", \"i\": -7, \"r\": 1.0, \"t\": true, "
                           "\"f\": false, \"n\": null, \"l\": [1, [2]], \"o\": {}}");

    assert_int_equal(map->entry_count, 8);
    assert_str(map->entries[0].key.str, "s");
    assert_str(tree_get(map, STR("s"))->text, "grüß");
    assert_int_equal(tree_get(map, STR("s"))->type, TREE_STRING);
    assert_true(tree_get(map, STR("s"))->quoted);
    assert_int_equal(tree_get(map, STR("i"))->type, TREE_INT);
    assert_true(tree_get(map, STR("i"))->integer == -7);
    assert_int_equal(tree_get(map, STR("r"))->type, TREE_FLOAT);
    assert_str(tree_get(map, STR("r"))->text, "1.0");
    assert_true(tree_get(map, STR("t"))->boolean);
    assert_false(tree_get(map, STR("f"))->boolean);
    assert_int_equal(tree_get(map, STR("f"))->type, TREE_BOOL);
    assert_true(tree_is_null(tree_get(map, STR("n"))));
    assert_str(tree_get(map, STR("l"))->items[1]->items[0]->text, "2");
    assert_int_equal(tree_get(map, STR("o"))->kind, TREE_MAP);
}

static void reads_a_lone_value(void **state)
{
    assert_str(read_json(*state, " 12 ")->text, "12");
    assert_str(read_json(*state, "\"\"")->text, "");
}

static void keeps_a_nul_inside_text(void **state)
{
    const Tree *tree = read_json(*state, "\"a\\u0000b\"");
    assert_int_equal(tree->text.len, 3);
    assert_int_equal(str_at(tree->text, 2), 'b');
}

static void the_last_of_two_keys_wins(void **state)
{
    const Tree *tree = read_json(*state, "{\"a\": 1, \"b\": 2, \"a\": 3}");
    assert_int_equal(tree->entry_count, 2);
    assert_str(tree_get(tree, STR("a"))->text, "3");
}

static void spells_reals_in_the_shortest_way(void **state)
{
    const Tree *tree = read_json(*state, "[0.1, 1.10, 1e20, 123456789.125, 0.30000000000000004]");
    const char *expected[] = { "0.1", "1.1", "1e+20", "123456789.125", "0.30000000000000004" };
    for (size_t i = 0; i < tree->item_count; i++)
        assert_str(tree->items[i]->text, expected[i]);
}

static void an_integer_that_does_not_fit_is_a_real(void **state)
{
    const Tree *tree = read_json(*state, "[9223372036854775807, 9223372036854775808, -99999999999999999999, "
                                         "\"9223372036854775808 \\\" 9223372036854775808\", 1]");
    assert_int_equal(tree->items[0]->type, TREE_INT);
    assert_true(tree->items[0]->integer == INT64_MAX);
    assert_int_equal(tree->items[1]->type, TREE_FLOAT);
    assert_true(tree->items[1]->real > 9.2e18);
    assert_int_equal(tree->items[2]->type, TREE_FLOAT);
    assert_str(tree->items[3]->text, "9223372036854775808 \" 9223372036854775808");
    assert_int_equal(tree->items[4]->type, TREE_INT);
}

static void expect_fault(Scratch *scratch, const char *text, const char *part, const char *message)
{
    const Tree *tree = NULL;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    assert_false(json_read(&tree, located(text), "config-syntax", &scratch->arena, &scratch->diags));
    assert_diag(&scratch->diags, "config-syntax", text, part, message);
    assert_null(tree);
}

static void points_at_the_fault(void **state)
{
    expect_fault(*state, "{\"a\": 1,}", "}", "this is not JSON: string or '}' expected");
    expect_fault(*state, "[1, é]", "é", "this is not JSON: invalid token");
    expect_fault(*state, "[1", "1", "this is not JSON: ']' expected");
    expect_fault(*state, "", "", "this is not JSON: unexpected token");
    expect_fault(*state, "[1e309]", "9", "this is not JSON: real number overflow");
}

static void expect_too_deep(Scratch *scratch, int depth, bool expected)
{
    Buf text = { .arena = &scratch->arena };
    const Tree *tree = NULL;

    buf_put_repeated(&text, '[', (size_t)depth);
    buf_put_repeated(&text, ']', (size_t)depth);
    Located input = { buf_str(&text), { 0 } };
    assert_int_equal(json_read(&tree, input, "config-syntax", &scratch->arena, &scratch->diags), !expected);
}

static void refuses_deep_nesting(void **state)
{
    expect_too_deep(*state, TREE_MAX_DEPTH, false);
    expect_too_deep(*state, TREE_MAX_DEPTH + 2, true);
    expect_too_deep(*state, 100000, true);
}

static void write_sample(JsonWriter *json)
{
    json_open_object(json);
    json_field(json, "text", STR("a"));
    json_key(json, "list");
    json_open_array(json);
    json_int(json, -1);
    json_bool(json, true);
    json_open_object(json);
    json_close_object(json);
    json_null(json);
    json_close_array(json);
    json_key_str(json, STR("raw"));
    json_raw(json, STR("[0]"));
    json_key(json, "none");
    json_open_array(json);
    json_close_array(json);
    json_close_object(json);
}

static void writes_compactly(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };
    JsonWriter json = { .out = &out };

    write_sample(&json);
    assert_str(buf_str(&out), "{\"text\":\"a\",\"list\":[-1,true,{},null],\"raw\":[0],\"none\":[]}");
}

static void writes_with_indents(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };
    JsonWriter json = { .out = &out, .indented = true };

    write_sample(&json);
    assert_str(buf_str(&out), "{\n  \"text\": \"a\",\n  \"list\": [\n    -1,\n    true,\n    {},\n    null\n  ],\n"
                              "  \"raw\": [0],\n  \"none\": []\n}");
}

static void expect_written(Scratch *scratch, Str text, const char *expected)
{
    Buf out = { .arena = &scratch->arena };
    JsonWriter json = { .out = &out };
    json_string(&json, text);
    assert_str(buf_str(&out), expected);
}

static void escapes_the_ends_of_lines_beyond_ascii_when_asked(void **state)
{
    Scratch *scratch = *state;
    Str text = STR("a\xE2\x80\xA8 b\xE2\x80\xA9 c\xC2\x85 d\xE2\x80\x9D");
    Buf out = { .arena = &scratch->arena };
    JsonWriter json = { .out = &out, .one_line = true };

    expect_written(scratch, text, "\"a\xE2\x80\xA8 b\xE2\x80\xA9 c\xC2\x85 d\xE2\x80\x9D\"");
    json_string(&json, text);
    assert_str(buf_str(&out), "\"a\\u2028 b\\u2029 c\\u0085 d\xE2\x80\x9D\"");
}

static void escapes_only_what_must_be(void **state)
{
    expect_written(*state, STR(""), "\"\"");
    expect_written(*state, STR("é/<\x7F"), "\"é/<\x7F\"");
    expect_written(*state, STR("\"\\\n\t\r\b\f\x01\x0B\x1F"), "\"\\\"\\\\\\n\\t\\r\\b\\f\\u0001\\u000b\\u001f\"");
    expect_written(*state, (Str){ "a\0b", 3 }, "\"a\\u0000b\"");
}

static void replaces_what_is_not_utf8(void **state)
{
    expect_written(*state, STR("a\xFFz\xC3"), "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
    expect_written(*state, STR("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_MAIN(TEST(reads_every_kind_of_value), TEST(reads_a_lone_value), TEST(keeps_a_nul_inside_text),
          TEST(the_last_of_two_keys_wins), TEST(spells_reals_in_the_shortest_way),
          TEST(an_integer_that_does_not_fit_is_a_real), TEST(points_at_the_fault), TEST(refuses_deep_nesting),
          TEST(writes_compactly), TEST(writes_with_indents), TEST(escapes_only_what_must_be),
          TEST(escapes_the_ends_of_lines_beyond_ascii_when_asked), TEST(replaces_what_is_not_utf8))
