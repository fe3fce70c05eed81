/* tests/fuzz/liquid_fuzz.c - no template breaks the engine, outruns its limits, or gets its places wrong. What stands
 * behind a line of `---` is what it can include. */
#include <stdlib.h>

#include "base/places.h"
#include "liquid/liquid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_OUTPUT = 1 << 16, MAX_STEPS = 20000, MAX_DEPTH = 20, NOW = 1700000000 };

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static const LiquidTemplate *parse(const LiquidEngine *engine, Str path, Str text, LiquidMode mode, Diags *diags)
{
    const Source *source = source_new(path, text, diags->arena);
    size_t stops = diags->stops;
    const LiquidTemplate *template = liquid_parse(engine, span_whole(source), mode, diags->arena, diags);
    expect((template == NULL) == (diags->stops > stops));
    return template;
}

static const LiquidTemplate *load(void *context, Str name, Diags *diags)
{
    (void)name;
    (void)diags;
    return context;
}

static LiquidValue text_value(const char *text)
{
    return liquid_string(str_from(text));
}

/* Something of each type. */
static LiquidValue sample_page(Arena *arena)
{
    static LiquidValue words[3];
    static LiquidHashEntry author[1];
    static LiquidHashEntry page[6];

    words[0] = text_value("b");
    words[1] = text_value("Größe");
    words[2] = liquid_nil();
    author[0] = (LiquidHashEntry){ STR("name"), text_value("A & B") };
    page[0] = (LiquidHashEntry){ STR("title"), text_value("<b>News</b> of\nMarch 14, 2016") };
    page[1] = (LiquidHashEntry){ STR("n"), liquid_int(-7) };
    page[2] = (LiquidHashEntry){ STR("f"), liquid_float(2.5) };
    page[3] = (LiquidHashEntry){ STR("tags"), liquid_array(words, 3, arena) };
    page[4] = (LiquidHashEntry){ STR("author"), liquid_hash(author, 1, arena) };
    page[5] = (LiquidHashEntry){ STR("date"), liquid_time((LiquidTime){ .unix_s = NOW }, arena) };
    return liquid_hash(page, 6, arena);
}

/* Parts come in order, and what is called a copy is one. */
static void check_places(const Places *places, Str out)
{
    for (size_t i = 0; i < places->len; i++) {
        const PlacesPart *part = &places->items[i];
        size_t end = i + 1 < places->len ? places->items[i + 1].text_start : out.len;
        expect(part->text_start <= end && end <= out.len);
        if (part->literal)
            expect(str_eq(str_slice(out, part->text_start, end), source_text(part->span)));
    }
}

static void render(const LiquidTemplate *template, const LiquidTemplate *partial, const LiquidEngine *engine,
                   Diags *diags)
{
    Arena text = { 0 };
    Buf out = { .arena = &text };
    Places places = { .arena = diags->arena };
    LiquidHashEntry globals[] = { { STR("page"), sample_page(diags->arena) } };
    LiquidInput input = {
        .engine = engine,
        .globals = globals,
        .global_count = 1,
        .loader = load,
        .loader_context = (void *)(uintptr_t)partial,
        .limits = { MAX_OUTPUT, MAX_STEPS, MAX_DEPTH },
        .now_unix_s = NOW,
        .places = &places,
    };
    size_t stops = diags->stops;
    bool done = liquid_render(&out, template, &input, diags->arena, diags);
    expect(done == (diags->stops == stops));
    if (done)
        check_places(&places, buf_str(&out));
    arena_free(&text);
}

/* Made once: it is immutable. */
static const LiquidEngine *the_engine(void)
{
    static Arena arena;
    static const LiquidEngine *engine;
    if (engine == NULL)
        engine = liquid_engine_new(&arena);
    return engine;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    const LiquidEngine *engine = the_engine();
    Str text = { (const char *)data, size };
    size_t parted = str_find(text, STR("\n---\n"), 0);
    Str partial_text = parted == STR_NONE ? STR("{{ include.x }}") : str_from_offset(text, parted + 5);

    for (int mode = LIQUID_LAX; mode <= LIQUID_STRICT; mode++) {
        Diags diags = { .arena = &arena };
        const LiquidTemplate *partial = parse(engine, STR("part.html"), partial_text, (LiquidMode)mode, &diags);
        const LiquidTemplate *template =
            parse(engine, STR("post.md"), str_slice(text, 0, parted), (LiquidMode)mode, &diags);
        if (template != NULL)
            render(template, partial, engine, &diags);
    }
    arena_free(&arena);
    return 0;
}
