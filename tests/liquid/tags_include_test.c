/* tests/liquid/tags_include_test.c - tags_include.c, include_name.c */
#include "tests/liquid/support.h"

/* What may be included: name and text. */
static const char *const files[][2] = {
    { "hello.html", "Hello {{ include.who }}\n" },
    { "sub/deep.html", "{{ include.a }}{% assign seen = include.a %}" },
    { "outer.html", "{% include hello.html %}" },
    { "self.html", "x{% include self.html %}" },
    { "broken.html", "{% if %}" },
    { "fails.html", "\n{{ 1 | divided_by: 0 }}" },
    { "ends.html", "{{ i }}{% break %}" },
    { "card", "[{{ card }}{{ title }}{{ page.title }}{{ forloop.index }}]{% assign inner = 1 %}" },
};

typedef struct Files {
    const LiquidEngine *engine;
    Arena *arena;
} Files;

static const LiquidTemplate *load(void *context, Str name, Diags *diags)
{
    const Files *loader = context;
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        if (!str_eq(str_from(files[i][0]), name))
            continue;
        const Source *source = source_new(name, str_from(files[i][1]), loader->arena);
        return liquid_parse(loader->engine, span_whole(source), LIQUID_LAX, loader->arena, diags);
    }
    return NULL;
}

static Str render(Scratch *scratch, const char *text)
{
    Files loader = { liquid_engine_new(&scratch->arena), &scratch->arena };
    LiquidInput input = test_input(scratch);
    scratch->diags = (Diags){ .arena = &scratch->arena };
    input.engine = loader.engine;
    input.loader = load;
    input.loader_context = &loader;
    return test_render_with(scratch, &input, text);
}

static void includes_with_parameters(void **state)
{
    static const RenderCase cases[] = {
        { "{% include hello.html who=\"you\" %}!", "Hello you\n!" },
        { "{% include hello.html\n who = 'a \\'b\\' \\n' %}", "Hello a 'b' \\n\n" },
        { "{% include hello.html who=page.title %}{% include hello.html who=page.nope %}",
          "Hello Hello World\nHello \n" },
        { "{% include hello.html %}{{ include.who }}", "Hello \n" },
        { "{% include sub/deep.html a=5 %}{{ seen }}{{ include.a }}", "55" },
        { "{% include outer.html who='me' %}", "Hello me\n" },
        { "{% assign f = 'hello' %}{% include {{ f }}.html who='x' %}", "Hello x\n" },
        { "{% assign f = 'hello' %}{% include {{ f | append: '.html' }} %}", "Hello \n" },
        { "{% for i in (1..5) %}{% include ends.html %}{% endfor %}!", "1!" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_str(render(*state, cases[i].template), cases[i].expected);
}

static void renders_with_its_own_variables(void **state)
{
    static const RenderCase cases[] = {
        { "{% render 'card' %}{{ inner }}", "[]" },
        { "{% render 'card', title: page.title %}", "[Hello World]" },
        { "{% render 'card' with page.n %}{% render 'card' with page.n as title %}", "[5][5]" },
        { "{% render 'card' for page.tags %}", "[b1][a2][C3]" },
        { "{% render 'card' for page.tags as title, card: 'x' %}", "[xb1][xa2][xC3]" },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_str(render(*state, cases[i].template), cases[i].expected);
}

static void points_at_files_that_are_not_there(void **state)
{
    Scratch *scratch = *state;
    const char *text = "a{% include nope.html x=1 %}b";
    render(scratch, text);
    assert_diag(&scratch->diags, "liquid-include-missing", text, "nope.html",
                "there is no file \"nope.html\" to include");
    text = "{% assign n = '../x' %}{% include {{ n }} %}";
    render(scratch, text);
    assert_diag(&scratch->diags, "liquid-include-outside", text, "{{ n }}", NULL);
}

static void ends_when_a_file_includes_itself(void **state)
{
    Scratch *scratch = *state;
    render(scratch, "{% include self.html %}");
    const Diag *diag = assert_rule(&scratch->diags, "liquid-limit");
    assert_str(diag->hint, "included from self.html:1, and that from test.md:1");
    assert_int_equal(scratch->diags.stops, 1);
}

static void places_faults_in_the_file_they_are_in(void **state)
{
    Scratch *scratch = *state;
    assert_str(render(scratch, "\n\n{% include fails.html %}"), "\n\n\nLiquid error (fails.html line 2): divided by 0");
    const Diag *diag = assert_rule(&scratch->diags, "liquid-error");
    assert_str(diag->span.source->path, "fails.html");
    assert_str(diag->hint, "included from test.md:3");
    render(scratch, "{% include broken.html %}");
    assert_str(assert_rule(&scratch->diags, "liquid-syntax")->span.source->path, "broken.html");
}

TEST_MAIN(TEST(includes_with_parameters), TEST(renders_with_its_own_variables),
          TEST(points_at_files_that_are_not_there), TEST(ends_when_a_file_includes_itself),
          TEST(places_faults_in_the_file_they_are_in))
