#include "text/csv.h"

#include "base/buf.h"
#include "tests/support.h"
#include "text/json.h"

static void put(JsonWriter *json, const Tree *tree)
{
    if (tree->kind == TREE_LIST) {
        json_open_array(json);
        for (size_t i = 0; i < tree->item_count; i++)
            put(json, tree->items[i]);
        json_close_array(json);
    } else if (tree->kind == TREE_MAP) {
        json_open_object(json);
        for (size_t i = 0; i < tree->entry_count; i++) {
            json_key_str(json, tree->entries[i].key.str);
            put(json, tree->entries[i].value);
        }
        json_close_object(json);
    } else if (tree_is_null(tree)) {
        json_null(json);
    } else {
        json_string(json, tree->text);
    }
}

static void expect_with(Scratch *scratch, char separator, bool headers, const char *text, const char *expected)
{
    CsvOptions options = { .separator = separator, .headers = headers, .rule = "config-syntax" };
    Buf out = { .arena = &scratch->arena };
    JsonWriter json = { .out = &out };
    const Tree *tree = NULL;

    assert_true(csv_read(&tree, located(text), &options, &scratch->arena, &scratch->diags));
    assert_no_diags(&scratch->diags);
    put(&json, tree);
    assert_str(buf_str(&out), expected);
}

static void expect(Scratch *scratch, const char *text, const char *expected)
{
    expect_with(scratch, ',', true, text, expected);
}

static void expect_fault(Scratch *scratch, const char *text, uint32_t start, const char *message)
{
    CsvOptions options = { .separator = ',', .headers = true, .rule = "config-syntax" };
    const Tree *tree = NULL;

    assert_false(csv_read(&tree, located(text), &options, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "config-syntax");
    assert_int_equal(scratch->diags.items[0].span.start, start);
    assert_str(scratch->diags.items[0].message, message);
    scratch->diags = (Diags){ .arena = &scratch->arena };
}

static void the_first_row_names_the_columns(void **state)
{
    expect(*state, "a,b\n1,2\n3,4\n", "[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\",\"b\":\"4\"}]");
    expect(*state, "a,b\r\n1,2", "[{\"a\":\"1\",\"b\":\"2\"}]");
    expect(*state, "a,b\r1,2\r", "[{\"a\":\"1\",\"b\":\"2\"}]");
    expect(*state, " a , b \n 1 ,ü\n", "[{\" a \":\" 1 \",\" b \":\"ü\"}]");
    expect(*state, "a,b", "[]");
    expect(*state, "", "[]");
}

static void without_headers_rows_are_lists(void **state)
{
    expect_with(*state, ',', false, "a,b\n1,\n", "[[\"a\",\"b\"],[\"1\",null]]");
}

static void tabs_can_divide_cells(void **state)
{
    expect_with(*state, '\t', true, "a\tb\nx, y\t\"2\t3\"\n", "[{\"a\":\"x, y\",\"b\":\"2\\t3\"}]");
}

static void quotes_hold_whatever_there_is(void **state)
{
    expect(*state, "a,b\n\"x\ny\",\"q\"\"z\"\n", "[{\"a\":\"x\\ny\",\"b\":\"q\\\"z\"}]");
    expect(*state, "\"a\",\"b\"\n\",\",\"2\"\"\"\n", "[{\"a\":\",\",\"b\":\"2\\\"\"}]");
}

static void an_empty_cell_is_null_and_a_quoted_one_text(void **state)
{
    expect(*state, "a,b\n\"\",\n", "[{\"a\":\"\",\"b\":null}]");
    expect(*state, "a,b\n1\n\n", "[{\"a\":\"1\",\"b\":null},{\"a\":null,\"b\":null}]");
}

static void cells_without_a_name_are_dropped(void **state)
{
    expect(*state, "a,\n1,2,3\n", "[{\"a\":\"1\"}]");
    expect(*state, "a,a\n1,2\n", "[{\"a\":\"1\"}]");
}

static void points_at_the_cell_at_fault(void **state)
{
    expect_fault(*state, "a,b\n1,\"2\n", 6, "this quote is never closed");
    expect_fault(*state, "a,b\nx\"y,2\n", 5, "a quote stands within a cell");
    expect_fault(*state, "a,b\n\"x\" ,2\n", 7, "text follows the closing quote of a cell");
}

static void refuses_a_table_that_grows_beyond_its_file(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };
    for (int i = 0; i < 2000; i++)
        buf_put_format(&text, "c%d,", i);
    for (int i = 0; i < 2000; i++)
        buf_put_cstr(&text, "\n");
    buf_put_char(&text, '\0');
    CsvOptions options = { .separator = ',', .headers = true, .rule = "config-syntax" };
    const Tree *tree = NULL;
    assert_false(csv_read(&tree, located(buf_str(&text).data), &options, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "config-syntax");
}

TEST_MAIN(TEST(the_first_row_names_the_columns), TEST(without_headers_rows_are_lists), TEST(tabs_can_divide_cells),
          TEST(quotes_hold_whatever_there_is), TEST(an_empty_cell_is_null_and_a_quoted_one_text),
          TEST(cells_without_a_name_are_dropped), TEST(points_at_the_cell_at_fault),
          TEST(refuses_a_table_that_grows_beyond_its_file))
