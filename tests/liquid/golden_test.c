/* tests/liquid/golden_test.c - the public Golden Liquid suite, where it is at hand: all that Jekyll has passes. */
#include "base/file.h"
#include "tests/liquid/support.h"

typedef struct Suite {
    const Tree *tests, *classes;
} Suite;

static const Tree *read_json(const char *path, Scratch *scratch)
{
    const char *folder = shared_folder();
    Str bytes;
    const Tree *tree = NULL;
    Str full = arena_format(&scratch->arena, "%s/%s", folder == NULL ? "." : folder, path);
    if (folder == NULL || file_type(full) != FILE_REGULAR)
        return NULL;
    assert_true(file_read(&bytes, full, &scratch->arena, &scratch->diags));
    Located text = { bytes, span_whole(source_new(full, bytes, &scratch->arena)) };
    assert_true(json_read(&tree, text, "world-failed", &scratch->arena, &scratch->diags));
    return tree;
}

static bool is_wanted(const Suite *suite, const Tree *test)
{
    const Tree *class = tree_get(tree_get(suite->classes, tree_get(test, STR("name"))->text), STR("class"));
    return class != NULL && (str_eq(class->text, STR("core")) || str_eq(class->text, STR("liquid5-feature")));
}

static bool has_tag(const Tree *test, Str tag)
{
    const Tree *tags = tree_get(test, STR("tags"));
    for (size_t i = 0; tags != NULL && i < tags->item_count; i++) {
        if (str_eq(tags->items[i]->text, tag))
            return true;
    }
    return false;
}

/* --- one case ---------------------------------------------------------------------------------------------------- */

typedef struct Partials {
    const LiquidEngine *engine;
    const Tree *templates;
    LiquidMode mode;
    Arena *arena;
} Partials;

static const LiquidTemplate *parse(const Partials *partials, Str text, Diags *diags)
{
    const Source *source = source_new(STR("golden"), text, partials->arena);
    return liquid_parse(partials->engine, span_whole(source), partials->mode, partials->arena, diags);
}

static const LiquidTemplate *load(void *context, Str name, Diags *diags)
{
    const Partials *partials = context;
    const Tree *text = tree_get(partials->templates, name);
    return text == NULL ? NULL : parse(partials, text->text, diags);
}

static bool is_expected(const Tree *test, Str result)
{
    const Tree *one = tree_get(test, STR("result")), *several = tree_get(test, STR("results"));
    for (size_t i = 0; several != NULL && i < several->item_count; i++) {
        if (str_eq(several->items[i]->text, result))
            return true;
    }
    return one != NULL && str_eq(one->text, result);
}

static bool passes(const Tree *test, const LiquidEngine *engine)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Buf out = { .arena = &arena };
    LiquidMode mode = has_tag(test, STR("strict")) || has_tag(test, STR("strict2")) ? LIQUID_STRICT : LIQUID_LAX;
    Partials partials = { engine, tree_get(test, STR("templates")), mode, &arena };
    LiquidInput input = {
        .engine = engine,
        .loader = load,
        .loader_context = &partials,
        .limits = liquid_default_limits,
        .now_unix_s = TEST_NOW,
    };
    LiquidValue data = liquid_from_tree(tree_get(test, STR("data")), &arena);

    if (data.type == LIQUID_HASH) {
        input.globals = data.hash->entries;
        input.global_count = data.hash->len;
    }
    const LiquidTemplate *template = parse(&partials, tree_get(test, STR("template"))->text, &diags);
    bool rendered = template != NULL && liquid_render(&out, template, &input, &arena, &diags);
    bool invalid = tree_get(test, STR("invalid")) != NULL;
    bool good = invalid ? !rendered || diags.errors > 0 : rendered && is_expected(test, buf_str(&out));
    arena_free(&arena);
    return good;
}

static void passes_the_golden_suite(void **state)
{
    Scratch *scratch = *state;
    const Tree *golden = read_json("corpus/liquid/golden_liquid.json", scratch);
    const Tree *classes = read_json("tools/golden_classes.json", scratch);
    if (golden == NULL || classes == NULL)
        skip();
    Suite suite = { tree_get(golden, STR("tests")), tree_get(classes, STR("cases")) };
    const LiquidEngine *engine = liquid_engine_new(&scratch->arena);
    size_t asked = 0, failed = 0;

    for (size_t i = 0; i < suite.tests->item_count; i++) {
        const Tree *test = suite.tests->items[i];
        if (!is_wanted(&suite, test))
            continue;
        asked++;
        if (passes(test, engine))
            continue;
        failed++;
        print_error("fails: " STR_FMT "\n", STR_ARG(tree_get(test, STR("name"))->text));
    }
    assert_true(asked > 400);
    assert_int_equal(failed, 0);
}

TEST_MAIN(TEST(passes_the_golden_suite))
