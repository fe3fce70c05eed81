/* tests/liquid/support.h - templates rendered in one line. */
#pragma once

#include "liquid/liquid.h"
#include "tests/support.h"
#include "text/json.h"

enum { TEST_NOW = 1732190400 }; /* 2024-11-21 12:00:00 UTC */

/* The variables that most tests look at. */
static const char test_data[] =
    "{\"page\":{\"title\":\"Hello World\",\"n\":5,\"f\":2.5,\"tags\":[\"b\",\"a\",\"C\"],\"size\":99},"
    "\"people\":[{\"name\":\"Bo\",\"age\":40},{\"name\":\"al\",\"age\":7},{\"name\":\"Cy\"}],"
    "\"empty_list\":[],\"nothing\":null,\"no\":false,\"text\":\"one two three\",\"uni\":\"Größe 日本\","
    "\"hash\":{\"k\":\"v\",\"n\":null,\"a\":[1,\"x\"]}}";

static inline const LiquidTemplate *test_parse(Scratch *scratch, const char *text, LiquidMode mode)
{
    const LiquidEngine *engine = liquid_engine_new(&scratch->arena);
    return liquid_parse(engine, located(text).span, mode, &scratch->arena, &scratch->diags);
}

/* All but the engine. */
static inline LiquidInput test_input(Scratch *scratch)
{
    Diags diags = { .arena = &scratch->arena };
    const Tree *tree = NULL;
    assert_true(json_read(&tree, located(test_data), "world-failed", &scratch->arena, &diags));
    LiquidValue data = liquid_from_tree(tree, &scratch->arena);
    return (LiquidInput){
        .globals = data.hash->entries,
        .global_count = data.hash->len,
        .limits = liquid_default_limits,
        .now_unix_s = TEST_NOW,
    };
}

/* What `text` renders to, faults or not; "(none)" where it cannot be parsed. */
static inline Str test_render_with(Scratch *scratch, const LiquidInput *input, const char *text)
{
    LiquidInput copy = *input;
    Buf *out = ARENA_NEW(&scratch->arena, Buf);
    out->arena = &scratch->arena;
    if (copy.engine == NULL)
        copy.engine = liquid_engine_new(&scratch->arena);
    const LiquidTemplate *template =
        liquid_parse(copy.engine, located(text).span, LIQUID_LAX, &scratch->arena, &scratch->diags);
    if (template == NULL)
        return STR("(none)");
    liquid_render(out, template, &copy, &scratch->arena, &scratch->diags);
    return buf_str(out);
}

static inline Str test_render(Scratch *scratch, const char *text)
{
    LiquidInput input = test_input(scratch);
    return test_render_with(scratch, &input, text);
}

typedef struct RenderCase {
    const char *template, *expected;
} RenderCase;

static inline void assert_renders_at(Scratch *scratch, const RenderCase *cases, size_t count, const char *file,
                                     int line)
{
    for (size_t i = 0; i < count; i++) {
        Str actual = test_render(scratch, cases[i].template);
        if (!str_eq(actual, str_from(cases[i].expected)))
            print_error("case %zu: %s\n", i, cases[i].template);
        assert_str_at(actual, cases[i].expected, file, line);
    }
}
#define ASSERT_RENDERS(scratch, cases)                                                                                 \
    assert_renders_at(scratch, cases, sizeof(cases) / sizeof((cases)[0]), __FILE__, __LINE__)
