/* lib/site/body.c */
#include "site/body.h"

#include "base/file.h"
#include "markup/clean.h"
#include "markup/excerpt.h"
#include "markup/gfm.h"
#include "markup/html.h"
#include "markup/plain.h"
#include "site/drops.h"
#include "site/excerpt.h"
#include "site/load.h"
#include "site/page.h"
#include "site/template.h"

enum { EXCERPT_MAX_CHARS = 1 << 20, MAX_JOBS = 256 }; /* the whole paragraph: whoever has less room cuts it */

void site_parse_markdown(Document *out, const Site *site, Str text, const Places *places, Arena *arena)
{
    if (site->config.dialect == DIALECT_KRAMDOWN) {
        kramdown_parse(out, text, places, &site->config.kramdown, arena);
        return;
    }
    GfmOptions options = { .smart = site->config.smart, .bare_links = true, .heading_ids = true };
    gfm_parse(out, text, places, &options, arena);
}

/* `render_with_liquid: false` is Jekyll's switch for one post. */
static bool wants_liquid(const Site *site, const Tree *front_matter, Str text)
{
    const Tree *key = tree_get(front_matter, STR("render_with_liquid"));
    bool off = key != NULL && key->kind == TREE_SCALAR && key->type == TREE_BOOL && !key->boolean;
    return site->config.liquid && !off && liquid_is_needed(text);
}

/* Of a template at fault the files and posts that it names in vain, so that all of it is told at once. */
static void render_rest(const LiquidTemplate *template, const LiquidInput *input, Arena *arena, Diags *diags)
{
    Buf ignored = { .arena = arena };
    Diags found = { .arena = diags->arena };

    liquid_render(&ignored, template, input, arena, &found);
    for (size_t i = 0; i < found.len; i++) {
        if (found.items[i].kind == DIAG_STOP && strcmp(found.items[i].rule, "liquid-limit") != 0)
            diags_append(diags, &(Diags){ .items = &found.items[i], .len = 1 });
    }
}

/* The Markdown of a body: what Liquid makes of it, with the places it came from. */
static bool expand(Str *text, Places *places, const Site *site, Span body, const Tree *front_matter,
                   const PageInput *page, Diags *diags)
{
    TemplateGlobals globals;

    *text = source_text(body);
    if (!wants_liquid(site, front_matter, *text)) {
        places_add(places, 0, body, true);
        return true;
    }
    size_t stops = diags->stops;
    const LiquidTemplate *template = liquid_parse_all(site->engine, body, LIQUID_LAX, places->arena, diags);
    const Tree *layout = page->layout == NULL ? NULL : page->layout->front_matter;
    LiquidInput input = template_page_input(site, page, layout, &globals, places->arena);
    if (diags->stops > stops) {
        render_rest(template, &input, places->arena, diags);
        return false;
    }
    input.places = places;
    Buf buf = { .arena = places->arena };
    buf_reserve(&buf, text->len + 1024);
    if (!liquid_render(&buf, template, &input, places->arena, diags))
        return false;
    *text = buf_str(&buf);
    return true;
}

/* Posts of Jekyll may be HTML, in which nothing is Markdown. */
static bool is_html(const SitePost *post)
{
    return str_eq_nocase(path_extension(post->post.path), STR(".html"));
}

static void wrap_html(Document *out, Str html, const Places *places, Arena *arena)
{
    Node *block = node_new(arena, NODE_HTML_BLOCK);

    *out = (Document){
        .arena = arena, .root = node_new(arena, NODE_DOCUMENT), .text = html, .places = *places, .has_raw_html = true
    };
    block->text = html;
    block->end = (uint32_t)html.len;
    out->root->end = block->end;
    node_append(out->root, block);
}

static bool make_document(Document *out, const Site *site, const SitePost *post, const LiquidWatch *watch, Arena *arena,
                          Diags *diags)
{
    Places places = { .arena = arena };
    Str text;

    PageInput page = { .page = drops_post(post), .layout = templates_layout(site, post->post.layout), .watch = watch };
    if (!expand(&text, &places, site, post->post.body, post->post.front_matter, &page, diags))
        return false;
    if (is_html(post))
        wrap_html(out, text, &places, arena);
    else
        site_parse_markdown(out, site, text, &places, arena);
    return true;
}

bool site_document(Document *out, const Site *site, const SitePost *post, Arena *arena, Diags *diags)
{
    return make_document(out, site, post, NULL, arena, diags);
}

static Str words_of(const Document *document, Arena *arena)
{
    Document clean = *document;
    if (document->has_raw_html)
        document_clean(&clean, document, arena);
    return excerpt_words(&clean, EXCERPT_MAX_CHARS, arena);
}

static Str html_of(const Document *document, Arena *arena)
{
    Buf buf = { .arena = arena };
    HtmlOptions options = { 0 };
    render_html(&buf, document, &options);
    return buf_str(&buf);
}

/* What the author gave may hold Markdown, HTML or Liquid; as text it has none of them. */
static void set_given_excerpt(const Site *site, SitePost *post, Arena *scratch)
{
    Document document;
    site_parse_markdown(&document, site, post->post.excerpt, &(Places){ 0 }, scratch);
    post->excerpt_text = arena_copy(&post->arena, words_of(&document, scratch));
    post->excerpt_html = arena_copy(&post->arena, html_of(&document, scratch));
}

static void set_excerpt(const Site *site, SitePost *post, const Document *document, Arena *scratch)
{
    Document excerpt;
    Document clean;

    if (post->post.excerpt.len > 0)
        set_given_excerpt(site, post, scratch);
    if (is_html(post)) {
        document_clean(&clean, document, scratch);
        document = &clean;
    }
    if (post->excerpt_text.len == 0 && excerpt_document(&excerpt, document, scratch)) {
        post->excerpt_text = arena_copy(&post->arena, words_of(&excerpt, scratch));
        post->excerpt_html = arena_copy(&post->arena, html_of(&excerpt, scratch));
    }
    if (post->excerpt_text.len == 0) /* a picture alone, or raw HTML without words: never empty */
        post->excerpt_text = post->post.title.str;
}

/* What one may take an excerpt of. */
typedef struct Excerptible {
    const Tree *front_matter;
    Span body;
    LiquidValue page;
    Str content; /* all of it, rendered */
    bool markdown;
} Excerptible;

/* Of what Liquid says there, the body has told. */
static Str render_jekyll_excerpt(const Site *site, const Excerptible *from, Arena *arena)
{
    Str none = { NULL, 0 };
    Places places = { .arena = arena };
    Diags ignored = { .arena = arena };
    PageInput page = { .page = from->page };
    Document document;
    Str text;
    bool whole;

    if (!tree_is_null(tree_get(from->front_matter, STR("excerpt")))
        || !excerpt_source(&text, &whole, site, from->front_matter, from->body, arena))
        return none;
    if (whole)
        return from->content;
    Span span = span_whole(source_new(from->body.source->path, text, arena));
    if (!expand(&text, &places, site, span, from->front_matter, &page, &ignored) || !from->markdown)
        return text;
    site_parse_markdown(&document, site, text, &places, arena);
    return html_of(&document, arena);
}

typedef struct BodyWork {
    Site *site;
    const BodyObserver *observer;
    Arena scratch[MAX_JOBS];
} BodyWork;

static const LiquidWatch *watch_of(const BodyObserver *observer, Diags *diags, Arena *scratch)
{
    return observer == NULL || observer->watch == NULL ? NULL : observer->watch(observer->context, diags, scratch);
}

static bool render_post(Document *document, const Site *site, SitePost *post, const LiquidWatch *watch, Arena *scratch)
{
    templates_check_layout(site, post->post.layout, "post", post->post.front_matter, post->post.title.span,
                           &post->diags);
    bool made = make_document(document, site, post, watch, scratch, &post->diags);
    if (!made || post->diags.stops > 0) {
        post->sound = false;
        return made;
    }
    post->content_html = arena_copy(&post->arena, html_of(document, scratch));
    set_excerpt(site, post, document, scratch);
    Excerptible whole = { post->post.front_matter, post->post.body, drops_post(post), post->content_html,
                          !is_html(post) };
    if (site->jekyll)
        post->jekyll_excerpt = arena_copy(&post->arena, render_jekyll_excerpt(site, &whole, scratch));
    return true;
}

/* Of a post that will not be published: what else is wrong with it is told at once. Without its front matter
 * there is nothing that Liquid could ask: then it is only parsed. */
static bool read_unsound(Document *document, const Site *site, SitePost *post, const LiquidWatch *watch, Arena *scratch)
{
    Places places = { .arena = scratch };
    Str text = source_text(post->post.body);

    if (post->post.front_matter != NULL)
        return make_document(document, site, post, watch, scratch, &post->diags);
    if (site->config.liquid && liquid_is_needed(text)) {
        liquid_parse(site->engine, post->post.body, LIQUID_LAX, scratch, &post->diags);
        return false;
    }
    places_add(&places, 0, post->post.body, true);
    site_parse_markdown(document, site, text, &places, scratch);
    return true;
}

Str site_post_html(const Site *site, const SitePost *post, Arena *arena)
{
    Diags unheard = { .arena = arena };
    Document document;

    if (post->content_html.data != NULL || !post->sound || !site_document(&document, site, post, arena, &unheard))
        return post->content_html;
    return html_of(&document, arena);
}

static void render_seen(const Site *site, size_t i, const BodyObserver *observer, Arena *scratch)
{
    SitePost *post = site->all[i];
    const LiquidWatch *watch = watch_of(observer, &post->diags, scratch);
    Document document;
    bool made = false;

    if (post->sound)
        made = render_post(&document, site, post, watch, scratch);
    else
        made = read_unsound(&document, site, post, watch, scratch);
    if (observer != NULL)
        observer->see(observer->context, i, made ? &document : NULL, scratch);
    arena_reset(scratch);
}

static void render_one(void *context, size_t i, int worker)
{
    BodyWork *work = context;
    if (site_in_scope(work->site, work->site->all[i]->post.path))
        render_seen(work->site, i, work->observer, &work->scratch[worker]);
}

void site_render_body(Site *site, size_t i, const BodyObserver *observer)
{
    SiteStep step = site->step;
    Arena scratch = { 0 };

    site->step = SITE_READ; /* as when all are rendered */
    render_seen(site, i, observer, &scratch);
    site->step = step;
    arena_free(&scratch);
}

static void render_page_body(const Site *site, SitePage *page, const LiquidWatch *watch, Arena *scratch)
{
    Places places = { .arena = scratch };
    Document document;
    Str text;

    if (!page->sound || page->source == NULL)
        return;
    templates_check_layout(site, page->layout, "page", page->front_matter, page->body, &page->diags);
    PageInput input = { .page = drops_page(page),
                        .paginator = drops_paginator(page->paginator),
                        .layout = templates_layout(site, page->layout),
                        .watch = watch };
    if (!expand(&text, &places, site, page->body, page->front_matter, &input, &page->diags)) {
        page->sound = false;
        return;
    }
    if (page->markdown) {
        site_parse_markdown(&document, site, text, &places, scratch);
        text = html_of(&document, scratch);
    }
    page->content = arena_copy(&page->arena, text);
    Excerptible whole = { page->front_matter, page->body, input.page, page->content, page->markdown };
    if (page->collection.len > 0)
        page->excerpt = arena_copy(&page->arena, render_jekyll_excerpt(site, &whole, scratch));
}

static void render_page_of(BodyWork *work, SitePage *page, bool document, int worker)
{
    if ((page->collection.len > 0) != document || !site_in_scope(work->site, page->path))
        return;
    Arena *scratch = &work->scratch[worker];
    render_page_body(work->site, page, watch_of(work->observer, &page->diags, scratch), scratch);
    arena_reset(scratch);
}

static void render_document_one(void *context, size_t i, int worker)
{
    BodyWork *work = context;
    render_page_of(work, work->site->pages[i], true, worker);
}

static void render_hidden_one(void *context, size_t i, int worker)
{
    BodyWork *work = context;
    render_page_of(work, work->site->hidden[i], true, worker);
}

static void render_page_one(void *context, size_t i, int worker)
{
    BodyWork *work = context;
    render_page_of(work, work->site->pages[i], false, worker);
}

/* Once more, for other posts: what it says of itself it has said. */
static void render_paginated_one(void *context, size_t i, int worker)
{
    BodyWork *work = context;
    SitePage *page = work->site->pages[i];
    Diags said = page->diags;

    if (page->paginator == NULL)
        return;
    render_page_of(work, page, false, worker);
    page->diags = said;
}

static size_t count_sound(const Site *site)
{
    size_t count = 0;
    for (size_t i = 0; i < site->all_count; i++)
        count += site->all[i]->sound;
    return count;
}

void site_render_bodies(Site *site, int jobs, Progress *progress, const BodyObserver *observer)
{
    BodyWork *work = ARENA_NEW(site->arena, BodyWork);
    size_t sound = count_sound(site);

    work->site = site;
    work->observer = observer;
    if (progress != NULL)
        atomic_store(&progress->stage, "rendering");
    parallel_for(site->all_count, jobs, render_one, work, progress);
    site->step = SITE_POSTS_RENDERED;
    parallel_for(site->page_count, jobs, render_document_one, work, NULL);
    parallel_for(site->hidden_count, jobs, render_hidden_one, work, NULL);
    site->step = SITE_DOCUMENTS_RENDERED;
    parallel_for(site->page_count, jobs, render_page_one, work, NULL);
    site->step = SITE_RENDERED;
    if (count_sound(site) != sound) {
        site_arrange(site);
        parallel_for(site->page_count, jobs, render_paginated_one, work, NULL);
    }
    for (int i = 0; i < MAX_JOBS; i++)
        arena_free(&work->scratch[i]);
}
