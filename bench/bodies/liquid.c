/* bench/bodies/liquid.c - parses a template once and renders it ROUNDS times, as a build does for its pages.
 * usage: liquid ROUNDS < REQUEST, a JSON object with "template" and "data"; writes the bytes made. */
#include <stdio.h>
#include <stdlib.h>

#include "liquid/liquid.h"
#include "text/json.h"

static Str read_input(Arena *arena)
{
    Buf buf = { .arena = arena };
    for (int c; (c = getchar()) != EOF;)
        buf_put_char(&buf, (char)c);
    return buf_str(&buf);
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    Arena scratch = { 0 };
    Diags diags = { .arena = &arena };
    const Tree *request;
    size_t total = 0;

    const Source *source = source_new(STR("request"), read_input(&arena), &arena);
    if (argc != 2
        || !json_read(&request, (Located){ source->text, span_whole(source) }, "liquid-syntax", &arena, &diags))
        return 2;
    LiquidEngine *engine = liquid_engine_new(&arena);
    const Source *text = source_new(STR("template"), tree_get(request, STR("template"))->text, &arena);
    const LiquidTemplate *template = liquid_parse(engine, span_whole(text), LIQUID_LAX, &arena, &diags);
    LiquidValue data = liquid_from_tree(tree_get(request, STR("data")), &arena);
    LiquidInput input = {
        .engine = engine, .globals = data.hash->entries, .global_count = data.hash->len, .limits = liquid_default_limits
    };
    for (long i = strtol(argv[1], NULL, 10); i > 0; i--) {
        Buf out = { .arena = &scratch };
        if (!liquid_render(&out, template, &input, &scratch, &diags))
            return 1;
        total += out.len;
        arena_reset(&scratch);
    }
    printf("%zu\n", total);
    return 0;
}
