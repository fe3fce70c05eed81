/* tests/liquid/engine_test.c - engine.c, and the host's objects of value.c and lookup.c */
#include "liquid/expression.h"
#include "tests/liquid/support.h"

/* --- filters and tags of the host -------------------------------------------------------------------------------- */

static LiquidValue shout(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    const char *mark = liquid_host(render);
    if (count > 0)
        return liquid_fail(render, "no " STR_FMT, STR_ARG(liquid_text(args[0], render)));
    return liquid_string(arena_join(liquid_arena(render), liquid_text(input, render), str_from(mark), (Str){ 0 }));
}

static const void *read_markup(Located markup, Arena *arena, Diags *diags)
{
    if (str_eq(markup.str, STR("bad"))) {
        diag_stop(diags, "liquid-syntax", markup.span, "bad indeed");
        return NULL;
    }
    Str *copy = ARENA_NEW(arena, Str);
    *copy = markup.str;
    return copy;
}

static void write_markup(Buf *out, const void *parsed, LiquidRender *render)
{
    LiquidValue page = liquid_variable(render, STR("page"));
    buf_put(out, *(const Str *)parsed);
    liquid_put(out, liquid_get(page, STR("n"), render), render);
}

static void write_twice(Buf *out, const void *parsed, const LiquidBody *body, LiquidRender *render)
{
    (void)parsed;
    liquid_render_body(out, body, render);
    liquid_render_body(out, body, render);
}

static const LiquidTagClass note = { "note", read_markup, write_markup };
static const LiquidBlockClass twice = { "twice", read_markup, write_twice };

static void takes_filters_tags_and_blocks_of_the_host(void **state)
{
    Scratch *scratch = *state;
    LiquidEngine *engine = liquid_engine_new(&scratch->arena);
    LiquidInput input = test_input(scratch);
    char mark[] = "!";
    input.engine = engine;
    input.host = mark;
    liquid_engine_add_filter(engine, "upcase", shout, 0, 1);
    liquid_engine_add_tag(engine, &note);
    liquid_engine_add_block(engine, &twice);
    assert_str(
        test_render_with(scratch, &input, "{{ 'a' | upcase }}{% note x y %}{% twice z %}[{{ page.n }}]{% endtwice %}"),
        "a!x y5[5][5]");
    assert_int_equal(scratch->diags.len, 0);
    assert_str(test_render_with(scratch, &input, "{{ 'a' | upcase: 'way' }}"), "Liquid error (line 1): no way");
    scratch->diags = (Diags){ .arena = &scratch->arena };
    const char *text = "{% note bad %}{% twice q %}{% endnote %}";
    assert_str(test_render_with(scratch, &input, text), "(none)");
    assert_rule(&scratch->diags, "liquid-syntax");
    assert_rule(&scratch->diags, "liquid-unclosed");
}

/* --- objects of the host ----------------------------------------------------------------------------------------- */

static bool get_double(LiquidValue *out, const void *object, Str key, LiquidRender *render)
{
    (void)render;
    *out = liquid_int(*(const int *)object * 2);
    return str_eq(key, STR("double"));
}

static size_t count_to(const void *object)
{
    return (size_t) * (const int *)object;
}

static LiquidValue list_entry(Str *key, const void *object, size_t i, LiquidRender *render)
{
    (void)key;
    (void)object;
    (void)render;
    return liquid_int((int64_t)i + 1);
}

static LiquidValue map_entry(Str *key, const void *object, size_t i, LiquidRender *render)
{
    *key = i == 0 ? STR("one") : STR("more");
    return list_entry(key, object, i, render);
}

static Str write_count(const void *object, LiquidRender *render)
{
    return arena_format(liquid_arena(render), "<%d>", *(const int *)object);
}

static const LiquidDropClass list_class = { .name = "List", .get = get_double, .size = count_to, .entry = list_entry };
static const LiquidDropClass map_class = {
    .name = "Map", .get = get_double, .size = count_to, .entry = map_entry, .text = write_count
};

static void looks_into_objects_of_the_host(void **state)
{
    Scratch *scratch = *state;
    const int three = 3;
    LiquidHashEntry globals[] = { { STR("list"), liquid_drop(&list_class, &three) },
                                  { STR("map"), liquid_drop(&map_class, &three) } };
    LiquidInput input = test_input(scratch);
    input.globals = globals;
    input.global_count = 2;
    static const RenderCase cases[] = {
        { "{{ list.double }}{{ list['double'] }}{{ list.nope }}{{ list }}{{ map }}", "66List<3>" },
        { "{{ list.size }}{{ list.first }}{{ list.last }}{{ list[1] }}{{ list[-1] }}{{ list[9] }}", "31323" },
        { "{% for i in list reversed %}{{ i }}{% endfor %}{% for p in map limit: 2 %}{{ p[0] }}{{ p[1] }}{% endfor %}",
          "321one1more2" },
        { "{{ list | join: ',' }}{{ list | size }}{{ list | first }}{% if list contains 2 %}y{% endif %}", "1,2,331y" },
        { "{% if list == list and list != map %}y{% endif %}", "y" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_str(test_render_with(scratch, &input, cases[i].template), cases[i].expected);
}

/* --- data -------------------------------------------------------------------------------------------------------- */

static void finds_keys_of_large_hashes(void **state)
{
    Scratch *scratch = *state;
    LiquidHashEntry entries[100];
    LiquidValue found;
    for (size_t i = 0; i < 100; i++)
        entries[i] = (LiquidHashEntry){ arena_format(&scratch->arena, "key%zu", i), liquid_int((int64_t)i) };
    LiquidValue hash = liquid_hash(entries, 100, &scratch->arena);
    assert_true(liquid_hash_get(&found, hash.hash, STR("key77")));
    assert_int_equal(found.integer, 77);
    assert_false(liquid_hash_get(&found, hash.hash, STR("key100")));
}

static void takes_dates_of_trees_as_times(void **state)
{
    Scratch *scratch = *state;
    Tree date = { .kind = TREE_SCALAR, .type = TREE_DATE, .text = STR("2024-08-06") };
    Tree time = { .kind = TREE_SCALAR, .type = TREE_TIME, .text = STR("2024-08-06 10:30:00 +0200") };
    LiquidValue day = liquid_from_tree(&date, &scratch->arena);
    LiquidValue instant = liquid_from_tree(&time, &scratch->arena);
    assert_int_equal(day.type, LIQUID_TIME);
    assert_true(day.time->is_date);
    assert_int_equal(day.time->unix_s, 1722902400);
    assert_int_equal(instant.time->unix_s, 1722933000);
    assert_int_equal(instant.time->offset_s, 7200);
    assert_int_equal(liquid_from_tree(NULL, &scratch->arena).type, LIQUID_NIL);
}

TEST_MAIN(TEST(takes_filters_tags_and_blocks_of_the_host), TEST(looks_into_objects_of_the_host),
          TEST(finds_keys_of_large_hashes), TEST(takes_dates_of_trees_as_times))
