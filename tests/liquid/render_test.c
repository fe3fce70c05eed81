/* tests/liquid/render_test.c */
#include "liquid/expression.h"
#include "tests/liquid/support.h"

/* --- limits ------------------------------------------------------------------------------------------------------ */

static void expect_limit(Scratch *scratch, const char *text, const char *message)
{
    LiquidInput input = test_input(scratch);
    input.limits = (LiquidLimits){ .max_output_bytes = 10000, .max_steps = 100000, .max_depth = 20 };
    scratch->diags = (Diags){ .arena = &scratch->arena };
    test_render_with(scratch, &input, text);
    assert_int_equal(scratch->diags.len, 1);
    assert_int_equal(scratch->diags.stops, 1);
    const Diag *diag = assert_rule(&scratch->diags, "liquid-limit");
    if (message != NULL)
        assert_str(diag->message, message);
}

static void stops_at_its_limits(void **state)
{
    Scratch *scratch = *state;
    const char *steps = "the template takes too many steps";
    expect_limit(scratch, "{% for i in (1..1000000000) %}{% endfor %}", steps);
    expect_limit(scratch, "{% assign a = (1..1000000000) | join %}", NULL);
    expect_limit(scratch, "{{ (1..9223372036854775807) | sort | first }}", NULL);
    expect_limit(scratch, "{% tablerow i in (1..1000000000) %}{% assign a = 1 %}{{ '' }}{% endtablerow %}",
                 "the output is too long");
    expect_limit(scratch, "{% for i in (1..100000) %}abc{% endfor %}", "the output is too long");
    expect_limit(scratch, "{% capture c %}{% for i in (1..100000) %}abc{% endfor %}{% endcapture %}",
                 "the output is too long");
    expect_limit(scratch, "{% assign a = 'x' %}{% for i in (1..99) %}{% assign a = a | append: a %}{% endfor %}",
                 "a text is too long");
    expect_limit(scratch,
                 "{% assign a = text | split: '' %}{% for i in (1..99) %}{% assign a = a | concat: a %}{% endfor %}",
                 NULL);
}

static void counts_depth_through_blocks(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    for (int i = 0; i < 25; i++)
        buf_put(&buf, STR("{% if true %}"));
    buf_put_char(&buf, 'x');
    for (int i = 0; i < 25; i++)
        buf_put(&buf, STR("{% endif %}"));
    buf_put_char(&buf, '\0');
    expect_limit(scratch, buf.data, "blocks and includes are nested too deep");
    assert_str(test_render(scratch, buf.data), "x");
}

static void reports_a_fault_of_a_loop_once(void **state)
{
    Scratch *scratch = *state;
    const char *text = "{% for i in (1..3) %}{{ i | divided_by: 0 }}.{% endfor %}";
    assert_str(test_render(scratch, text), "Liquid error (line 1): divided by 0.Liquid error (line 1): divided by 0."
                                           "Liquid error (line 1): divided by 0.");
    assert_diag(&scratch->diags, "liquid-error", text, "{{ i | divided_by: 0 }}", "divided by 0");
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static void remembers_where_output_came_from(void **state)
{
    Scratch *scratch = *state;
    LiquidInput input = test_input(scratch);
    Places places = { .arena = &scratch->arena };
    const char *text = "ab {{- page.n }}\n{% for t in page.tags %}[{{ t }}]{% endfor %}{% capture c %}z{% endcapture %}"
                       "{% raw %}{{{% endraw %}{{ c }}";
    input.places = &places;
    Str out = test_render_with(scratch, &input, text);
    assert_str(out, "ab5\n[b][a][C]{{z");
    static const struct {
        size_t at;
        const char *part;
    } cases[] = { { 0, "a" }, { 1, "b" }, { 2, "{{- page.n }}" }, { 3, "\n" }, { 4, "[" },  { 5, "{{ t }}" },
                  { 6, "]" }, { 7, "[" }, { 11, "{{ t }}" },      { 13, "{" }, { 14, "{" }, { 15, "{{ c }}" } };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_str(source_text(places_find(&places, cases[i].at, cases[i].at + 1)), cases[i].part);
    Span run = places_find(&places, 13, 15);
    assert_str(str_slice(str_from(text), run.start - 9, run.start), "{% raw %}");
}

/* --- expressions as text ----------------------------------------------------------------------------------------- */

/* `list | keep: "name", "condition"` */
static LiquidValue keep(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidArray list = liquid_list(input, render);
    LiquidValue *kept = ARENA_ARRAY(liquid_arena(render), LiquidValue, list.len);
    LiquidBinding binding = { .name = args[0].string };
    const LiquidCondition *condition = liquid_condition(render, args[1].string);
    size_t len = 0;

    (void)count;
    if (condition == NULL)
        return liquid_nil();
    liquid_bind(render, &binding);
    for (size_t i = 0; i < list.len && !liquid_failed(render) && liquid_spend(render, 1); i++) {
        binding.value = list.items[i];
        if (liquid_holds(render, condition))
            kept[len++] = list.items[i];
    }
    liquid_unbind(render);
    return liquid_array(kept, len, liquid_arena(render));
}

static LiquidValue evaluate(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    const LiquidExpression *expression = liquid_expression(render, input.string);
    return expression == NULL ? liquid_nil() : liquid_evaluate(render, expression);
}

static void evaluates_text_for_filters(void **state)
{
    Scratch *scratch = *state;
    LiquidEngine *engine = liquid_engine_new(&scratch->arena);
    LiquidInput input = test_input(scratch);
    input.engine = engine;
    liquid_engine_add_filter(engine, "keep", keep, 2, 2);
    liquid_engine_add_filter(engine, "evaluate", evaluate, 0, 0);
    assert_str(
        test_render_with(scratch, &input, "{{ people | keep: 'p', 'p.age > 9 or p.name == \"Cy\"' | map: 'name' }}"),
        "BoCy");
    assert_str(test_render_with(scratch, &input, "{{ 'page.tags | join: \"-\"' | evaluate }}"), "b-a-C");
    assert_int_equal(scratch->diags.errors, 0);
    assert_str(test_render_with(scratch, &input, "{{ people | keep: 'p', 'p.age | x' }}"),
               "Liquid error (line 1): expected the end of the tag, but found \"|\"");
}

TEST_MAIN(TEST(stops_at_its_limits), TEST(counts_depth_through_blocks), TEST(reports_a_fault_of_a_loop_once),
          TEST(remembers_where_output_came_from), TEST(evaluates_text_for_filters))
