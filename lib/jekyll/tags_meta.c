/* lib/jekyll/tags_meta.c - `{% seo %}` and `{% feed_meta %}`: the tags of jekyll-seo-tag and jekyll-feed, which most
 * sites have in their heads. Each is a template of ours, rendered where it stands. */
#include "jekyll/tags.h"
#include "liquid/expression.h"
#include "site/drops.h"

#define TEXT_OF "markdownify | strip_html | normalize_whitespace | escape_once"

static const char seo[] =
    "{% assign seo_site = site.title | default: site.name %}"
    "{% assign seo_site_title = seo_site | " TEXT_OF " %}"
    "{% assign seo_page_title = page.title | " TEXT_OF " %}"
    "{% assign seo_headline = seo_page_title | default: seo_site_title %}"
    "{% assign seo_tagline = site.tagline | default: site.description | " TEXT_OF " %}"
    "{% assign seo_title = seo_headline %}"
    "{% if page.title and seo_site and seo_page_title != seo_site_title %}"
    "{% capture seo_title %}{{ seo_page_title }} | {{ seo_site_title }}{% endcapture %}"
    "{% elsif seo_tagline != '' and seo_site %}"
    "{% capture seo_title %}{{ seo_site_title }} | {{ seo_tagline }}{% endcapture %}{% endif %}"
    "{% assign seo_description = page.description | default: page.excerpt | default: site.description"
    " | " TEXT_OF " | truncatewords: 100 %}"
    "{% assign seo_url = page.canonical_url %}"
    "{% unless seo_url %}{% assign seo_url = page.url | strip_index | absolute_url %}{% endunless %}"
    "{% assign seo_image = page.image.path | default: page.image %}"
    "{% if seo_image %}{% assign seo_image = seo_image | absolute_url %}{% endif %}"
    "{% assign seo_author = page.author | default: page.authors[0] | default: site.author %}"
    "{% assign seo_author = seo_author.name | default: seo_author %}"
    "{% assign seo_lang = page.lang | default: site.lang | default: 'en' | replace: '-', '_' %}"
    "{% if seo_lang == 'en' %}{% assign seo_lang = 'en_US' %}{% endif %}"
    "{% if page.date %}{% assign seo_type = 'BlogPosting' %}"
    "{% elsif page.url == '/' %}{% assign seo_type = 'WebSite' %}"
    "{% else %}{% assign seo_type = 'WebPage' %}{% endif %}"
    "{% if seo_show_title %}<title>{{ seo_title }}</title>\n{% endif %}"
    "<meta name=\"generator\" content=\"herald\" />\n"
    "<meta property=\"og:title\" content=\"{{ seo_headline }}\" />\n"
    "{% if seo_author %}<meta name=\"author\" content=\"{{ seo_author | escape_once }}\" />\n{% endif %}"
    "<meta property=\"og:locale\" content=\"{{ seo_lang | escape_once }}\" />\n"
    "{% if seo_description != '' %}<meta name=\"description\" content=\"{{ seo_description }}\" />\n"
    "<meta property=\"og:description\" content=\"{{ seo_description }}\" />\n{% endif %}"
    "{% if site.url and site.url != '' %}<link rel=\"canonical\" href=\"{{ seo_url | escape_once }}\" />\n"
    "<meta property=\"og:url\" content=\"{{ seo_url | escape_once }}\" />\n{% endif %}"
    "{% if seo_site %}<meta property=\"og:site_name\" content=\"{{ seo_site_title }}\" />\n{% endif %}"
    "{% if seo_image %}<meta property=\"og:image\" content=\"{{ seo_image | escape_once }}\" />\n{% endif %}"
    "{% if page.date %}<meta property=\"og:type\" content=\"article\" />\n"
    "<meta property=\"article:published_time\" content=\"{{ page.date | date_to_xmlschema }}\" />\n"
    "{% else %}<meta property=\"og:type\" content=\"website\" />\n{% endif %}"
    "<meta name=\"twitter:card\" content=\"{% if seo_image %}summary_large_image{% else %}summary{% endif %}\" />\n"
    "{% if seo_image %}<meta property=\"twitter:image\" content=\"{{ seo_image | escape_once }}\" />\n{% endif %}"
    "<meta property=\"twitter:title\" content=\"{{ seo_headline }}\" />\n"
    "<script type=\"application/ld+json\">\n"
    "{\"@context\":\"https://schema.org\",\"@type\":{{ seo_type | jsonify }}"
    "{% if seo_author %},\"author\":{\"@type\":\"Person\",\"name\":{{ seo_author | jsonify }}}{% endif %}"
    "{% if page.date %},\"dateModified\":{{ page.last_modified_at | default: page.date | date_to_xmlschema | jsonify }}"
    ",\"datePublished\":{{ page.date | date_to_xmlschema | jsonify }}{% endif %}"
    "{% if seo_description != '' %},\"description\":{{ seo_description | jsonify }}{% endif %}"
    ",\"headline\":{{ seo_headline | jsonify }}"
    "{% if seo_image %},\"image\":{{ seo_image | jsonify }}{% endif %}"
    "{% if page.date %},\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":{{ seo_url | jsonify }}}{% endif %}"
    "{% if seo_type == 'WebSite' %},\"name\":{{ seo_site_title | jsonify }}{% endif %}"
    ",\"url\":{{ seo_url | jsonify }}}</script>";

static const char feed_meta[] =
    "{% for channel in site.channels %}{% for feed in channel.feeds %}"
    "<link type=\"{{ feed.type }}\" rel=\"alternate\" href=\"{{ site.url | append: feed.url | escape_once }}\""
    "{% if feed.title != '' %} title=\"{{ feed.title | escape_once }}\"{% endif %} />{% unless forloop.last %}\n"
    "{% endunless %}{% endfor %}{% unless forloop.last %}\n{% endunless %}{% endfor %}";

static void put_template(Buf *out, const char *text, const char *name, LiquidRender *render)
{
    const Site *site = drops_host_site(render);
    Arena *arena = liquid_arena(render);
    const Source *source = source_new(str_from(name), str_from(text), arena);
    const LiquidTemplate *template =
        liquid_parse(site->engine, span_whole(source), LIQUID_LAX, arena, liquid_diags(render));
    if (template != NULL)
        liquid_render_partial(out, template, render);
}

/* JSON within a script must not close it, whatever a title holds. */
static void guard_script(Buf *out, size_t start)
{
    static const Str opening = STR_INIT("<script"), closing = STR_INIT("</script>");
    Str written = arena_copy(out->arena, str_from_offset(buf_str(out), start));
    size_t script = str_find(written, opening, 0);
    size_t end = written.len - closing.len;
    size_t from = script == STR_NONE ? end : script + opening.len;

    out->len = start;
    buf_put(out, str_slice(written, 0, from));
    for (size_t i = from; i < end; i++)
        buf_put(out, written.data[i] == '<' ? STR("\\u003c") : str_slice(written, i, i + 1));
    buf_put(out, str_from_offset(written, end));
}

static const void *parse_seo(Located markup, Arena *arena, Diags *diags)
{
    bool *title = ARENA_NEW(arena, bool);
    (void)diags;
    *title = str_find(markup.str, STR("title=false"), 0) == STR_NONE;
    return title;
}

static void render_seo(Buf *out, const void *parsed, LiquidRender *render)
{
    LiquidBinding title = { .name = STR("seo_show_title"), .value = liquid_bool(*(const bool *)parsed) };
    size_t start = out->len;
    liquid_bind(render, &title);
    put_template(out, seo, "seo", render);
    liquid_unbind(render);
    if (out->len > start && str_ends_with(buf_str(out), STR("</script>")))
        guard_script(out, start);
}

static const void *parse_feed_meta(Located markup, Arena *arena, Diags *diags)
{
    (void)markup;
    (void)arena;
    (void)diags;
    return feed_meta;
}

static void render_feed_meta(Buf *out, const void *parsed, LiquidRender *render)
{
    put_template(out, parsed, "feed_meta", render);
}

const LiquidTagClass jekyll_tag_seo = { .name = "seo", .parse = parse_seo, .render = render_seo };
const LiquidTagClass jekyll_tag_feed_meta = { .name = "feed_meta",
                                              .parse = parse_feed_meta,
                                              .render = render_feed_meta };
