/* tests/fuzz/filters_fuzz.c - no template breaks the filters and tags of a site, and none gives two results. */
#include <stdlib.h>

#include "jekyll/tags.h"
#include "site/config.h"
#include "site/drops.h"
#include "site/load.h"
#include "site/template.h"
#include "text/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_OUTPUT = 1 << 16, MAX_STEPS = 20000, MAX_DEPTH = 20, NOW = 1700000000 };

static const char config[] = "title: A & B\nurl: https://example.org\nbaseurl: /x\ntimezone: Asia/Tokyo\n"
                             "day: 2024-03-05\nat: 2024-03-05 10:00:00 +0200\nlist: [b, a, 1, null, [c]]\n"
                             "items: [{n: 1, v: \"2.10\", t: [a, b], s: {x: 5}}, {n: \"2\", t: c}, {v: 3, s: flat}]\n"
                             "map: {x: {n: 1}, \"y<\": {n: 2}}\nwords: \"\xe4\xbd\xa0 'q' -- \\\"w\\\"\"\n";

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static Site *make_site(Arena *arena, Diags *diags)
{
    LoadOptions options = { .root = STR("."), .now_unix_s = NOW, .extend = jekyll_tags_register };
    Site *site = site_new(&options, arena, diags);
    Source *source = source_new(STR("_config.yml"), str_from(config), arena);
    const Tree *tree;

    expect(yaml_read(&tree, span_whole(source), arena, diags));
    site->jekyll = true;
    config_read_common(&site->config, tree, arena, diags);
    site->config.tree = tree;
    site->config.dialect = DIALECT_KRAMDOWN;
    site->zone = config_zone(&site->config, arena, diags);
    return site;
}

static void add_posts(Site *site, SitePost *posts, size_t count)
{
    static const char *const names[] = { "_posts/2024-03-05-one.md", "_posts/2024-03-06-two.md" };
    const SitePost **published = ARENA_ARRAY(site->arena, const SitePost *, count);

    for (size_t i = 0; i < count; i++) {
        Source *source = source_new(str_from(names[i]), STR("Text *one*.\n\nMore."), site->arena);
        posts[i] = (SitePost){ .url = str_from(i == 0 ? "/2024/03/05/one.html" : "/2024/03/06/two.html"),
                               .collection = STR("posts"),
                               .sound = true };
        posts[i].post = (Post){ .source = source,
                                .path = source->path,
                                .slug = STR("one"),
                                .title = { .str = STR("One") },
                                .date = { .unix_s = NOW + (int64_t)i, .precision = DATE_SECOND },
                                .body = span_whole(source) };
        published[i] = &posts[i];
    }
    posts[0].newer = &posts[1];
    posts[1].older = &posts[0];
    site->posts = published;
    site->post_count = count;
}

static Str render(const Site *site, const SitePost *post, Str text, Arena *arena)
{
    Diags diags = { .arena = arena };
    const Source *source = source_new(STR("page.html"), text, arena);
    const LiquidTemplate *template = liquid_parse(site->engine, span_whole(source), LIQUID_LAX, arena, &diags);
    PageInput page = { .page = drops_post(post) };
    TemplateGlobals globals;
    Buf out = { .arena = arena };

    if (template == NULL)
        return (Str){ NULL, 0 };
    LiquidInput input = template_page_input(site, &page, NULL, &globals, arena);
    input.limits = (LiquidLimits){ MAX_OUTPUT, MAX_STEPS, MAX_DEPTH };
    liquid_render(&out, template, &input, arena, &diags);
    return buf_str(&out);
}

/* Made once: reading the theme takes longer than a render. */
static const Site *the_site(const SitePost **page)
{
    enum { POSTS = 2 };
    static Arena arena;
    static Diags diags = { .arena = &arena };
    static SitePost posts[POSTS];
    static Site *site;

    if (site == NULL) {
        site = make_site(&arena, &diags);
        add_posts(site, posts, POSTS);
        templates_load(site, STR("none"), STR("none"));
    }
    *page = posts;
    return site;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena once = { 0 }, twice = { 0 };
    Str text = { (const char *)data, size };
    const SitePost *page;
    const Site *site = the_site(&page);

    expect(str_eq(render(site, page, text, &once), render(site, page, text, &twice)));
    arena_free(&twice);
    arena_free(&once);
    return 0;
}
