/* lib/site/sitemap.c */
#include "site/sitemap.h"

#include "text/datetime.h"
#include "text/xml.h"

/* The two documents of the protocol: their root, and the element of each address. */
typedef struct SitemapKind {
    const char *root, *item;
} SitemapKind;

static const SitemapKind url_set = { "urlset", "url" };
static const SitemapKind sitemap_index = { "sitemapindex", "sitemap" };

static Str write_document(const SitemapKind *kind, const SitemapUrl *urls, size_t count, Arena *arena)
{
    XmlWriter *xml = xml_new();
    Arena scratch = { 0 };

    xml_open(xml, kind->root);
    xml_attribute(xml, "xmlns", STR("http://www.sitemaps.org/schemas/sitemap/0.9"));
    for (size_t i = 0; i < count; i++) {
        xml_open(xml, kind->item);
        xml_element(xml, "loc", urls[i].url);
        if (urls[i].has_modified) {
            Buf modified = { .arena = &scratch };
            datetime_put_rfc3339(&modified, urls[i].modified_unix_s, 0);
            xml_element(xml, "lastmod", buf_str(&modified));
            arena_reset(&scratch);
        }
        xml_close(xml);
    }
    xml_close(xml);
    arena_free(&scratch);
    return xml_finish(xml, arena);
}

/* A sitemap changed when the newest of its pages did. */
static SitemapUrl describe_part(Str url, const SitemapUrl *urls, size_t count)
{
    SitemapUrl part = { .url = url };

    for (size_t i = 0; i < count; i++) {
        if (urls[i].has_modified && (!part.has_modified || urls[i].modified_unix_s > part.modified_unix_s)) {
            part.has_modified = true;
            part.modified_unix_s = urls[i].modified_unix_s;
        }
    }
    return part;
}

size_t sitemap_write(const SitemapFile **out, const SitemapUrl *urls, size_t count, Str base, Arena *arena)
{
    size_t part_count = count > SITEMAP_MAX_URLS ? (count + SITEMAP_MAX_URLS - 1) / SITEMAP_MAX_URLS : 0;
    SitemapFile *files = ARENA_ARRAY(arena, SitemapFile, part_count + 1);
    SitemapUrl *parts = ARENA_ARRAY(arena, SitemapUrl, part_count);

    *out = files;
    if (str_ends_with(base, STR("/")))
        base.len--;
    for (size_t i = 0; i < part_count; i++) {
        const SitemapUrl *first = urls + i * SITEMAP_MAX_URLS;
        size_t left = count - i * SITEMAP_MAX_URLS;
        size_t here = left < SITEMAP_MAX_URLS ? left : SITEMAP_MAX_URLS;
        files[i].path = arena_format(arena, "/sitemap-%zu.xml", i + 1);
        files[i].bytes = write_document(&url_set, first, here, arena);
        parts[i] = describe_part(arena_join(arena, base, files[i].path, (Str){ 0 }), first, here);
    }
    SitemapFile *last = &files[part_count];
    last->path = STR("/sitemap.xml");
    last->bytes = part_count > 0 ? write_document(&sitemap_index, parts, part_count, arena)
                                 : write_document(&url_set, urls, count, arena);
    return part_count + 1;
}
