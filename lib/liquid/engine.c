/* lib/liquid/engine.c */
#include "liquid/engine.h"

#include <assert.h>

#include "liquid/filters.h"

void liquid_engine_add_filter(LiquidEngine *engine, const char *name, LiquidFilter filter, int min_args, int max_args)
{
    assert(max_args <= ENGINE_MAX_ARGS);
    EngineFilter *entry = ARENA_NEW(engine->arena, EngineFilter);
    *entry = (EngineFilter){ filter, min_args, max_args };
    map_put(&engine->filters, str_from(name), entry);
}

static void add_class(LiquidEngine *engine, const TagClass *class)
{
    map_put(&engine->tags, str_from(class->name), (void *)(uintptr_t) class);
}

LiquidEngine *liquid_engine_new(Arena *arena)
{
    static const TagClass *const tags[] = {
        tags_control, tags_loop, tags_table, tags_value, tags_verbatim, tags_include
    };
    static const FilterEntry *const filters[] = { filters_string, filters_cut,  filters_markup, filters_array,
                                                  filters_select, filters_math, filters_date };
    LiquidEngine *engine = ARENA_NEW(arena, LiquidEngine);
    *engine = (LiquidEngine){ .arena = arena, .filters = { .arena = arena }, .tags = { .arena = arena } };
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        for (const TagClass *tag = tags[i]; tag->name != NULL; tag++)
            add_class(engine, tag);
    }
    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++) {
        for (const FilterEntry *entry = filters[i]; entry->name != NULL; entry++)
            liquid_engine_add_filter(engine, entry->name, entry->filter, entry->min_args, entry->max_args);
    }
    return engine;
}

bool liquid_engine_has_block(const LiquidEngine *engine, Str name)
{
    const TagClass *class = map_get(&engine->tags, name);
    return class != NULL && class->is_block;
}

static Str key_at(const Map *map, size_t i)
{
    return i < map->len ? map->entries[i].key : (Str){ NULL, 0 };
}

Str liquid_engine_tag_at(const LiquidEngine *engine, size_t i)
{
    return key_at(&engine->tags, i);
}

Str liquid_engine_filter_at(const LiquidEngine *engine, size_t i)
{
    return key_at(&engine->filters, i);
}

Str engine_suggest(const Map *map, Str name)
{
    Str best = { NULL, 0 };
    size_t least = name.len < 3 ? 1 : name.len < 6 ? 2 : 3; /* short names are all near one another */
    for (size_t i = 0; i < map->len; i++) {
        Str key = map->entries[i].key;
        if (name.len == 2 && key.len == 2 && name.data[0] == key.data[1] && name.data[1] == key.data[0])
            return key;
        size_t distance = str_distance(name, key, least);
        if (distance < least) {
            least = distance;
            best = map->entries[i].key;
        }
    }
    return best;
}

/* --- tags of the host -------------------------------------------------------------------------------------------- */

typedef struct HostTag {
    const LiquidTagClass *tag;
    const LiquidBlockClass *block;
    const void *parsed;
    LiquidBody body;
} HostTag;

static Flow render_host(Buf *out, const Node *node, LiquidRender *render)
{
    const HostTag *host = node->data;
    Buf ignored = { .arena = render->arena };
    if (host->tag != NULL)
        host->tag->render(out, host->parsed, render);
    else if (node->blank)
        host->block->render(&ignored, host->parsed, &host->body, render);
    else
        host->block->render(out, host->parsed, &host->body, render);
    return FLOW_ON;
}

static void parse_host(Parser *parser, const Tag *tag, Nodes *out)
{
    Syntax *syntax = &parser->syntax;
    const TagClass *class = map_get(&syntax->engine->tags, tag->name);
    HostTag *host = ARENA_NEW(syntax->arena, HostTag);

    assert(class != NULL && class->host_parse != NULL);
    *host = (HostTag){ .tag = class->host, .block = class->host_block };
    host->parsed = class->host_parse(tag->markup, syntax->arena, syntax->diags);
    if (host->block != NULL)
        host->body.body = parser_block(parser, tag);
    if (host->parsed != NULL)
        parser_add(parser, out,
                   (Node){ .render = render_host,
                           .data = host,
                           .span = tag->span,
                           .blank = host->block != NULL && host->body.body.blank });
}

static void add_host(LiquidEngine *engine, TagClass class)
{
    TagClass *copy = ARENA_NEW(engine->arena, TagClass);
    *copy = class;
    copy->parse = parse_host;
    add_class(engine, copy);
}

void liquid_engine_add_tag(LiquidEngine *engine, const LiquidTagClass *class)
{
    add_host(engine, (TagClass){ .name = class->name, .host_parse = class->parse, .host = class });
}

void liquid_engine_add_block(LiquidEngine *engine, const LiquidBlockClass *class)
{
    add_host(engine,
             (TagClass){ .name = class->name, .host_parse = class->parse, .is_block = true, .host_block = class });
}
