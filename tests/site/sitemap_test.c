/* tests/site/sitemap_test.c */
#include "site/sitemap.h"
#include "tests/support.h"
#include "text/xml.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define SCHEMA " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
#define BASE STR("https://news.example.org")

static void lists_addresses_in_the_order_given(void **state)
{
    Scratch *scratch = *state;
    const SitemapFile *files;
    const SitemapUrl urls[] = {
        { .url = STR("https://news.example.org/b/?x=1&y=2"), .has_modified = true, .modified_unix_s = 1722945600 },
        { .url = STR("https://news.example.org/a/") },
    };

    assert_int_equal(sitemap_write(&files, urls, 2, BASE, &scratch->arena), 1);
    assert_str(files[0].path, "/sitemap.xml");
    assert_str(files[0].bytes, HEAD "<urlset" SCHEMA ">\n"
                                    "  <url>\n"
                                    "    <loc>https://news.example.org/b/?x=1&amp;y=2</loc>\n"
                                    "    <lastmod>2024-08-06T12:00:00Z</lastmod>\n"
                                    "  </url>\n"
                                    "  <url>\n"
                                    "    <loc>https://news.example.org/a/</loc>\n"
                                    "  </url>\n"
                                    "</urlset>\n");
}

static void writes_a_sitemap_of_nothing(void **state)
{
    Scratch *scratch = *state;
    const SitemapFile *files;

    assert_int_equal(sitemap_write(&files, NULL, 0, BASE, &scratch->arena), 1);
    assert_str(files[0].bytes, HEAD "<urlset" SCHEMA "/>\n");
}

static void splits_what_the_protocol_has_no_room_for(void **state)
{
    Scratch *scratch = *state;
    const SitemapFile *files;
    SitemapUrl *urls = ARENA_ARRAY(&scratch->arena, SitemapUrl, SITEMAP_MAX_URLS + 1);

    for (size_t i = 0; i <= SITEMAP_MAX_URLS; i++)
        urls[i] = (SitemapUrl){ .url = STR("https://news.example.org/a/") };
    urls[7] = (SitemapUrl){ STR("https://news.example.org/a/"), true, 1722945600 };
    urls[9] = (SitemapUrl){ STR("https://news.example.org/a/"), true, 0 };

    assert_int_equal(sitemap_write(&files, urls, SITEMAP_MAX_URLS, BASE, &scratch->arena), 1);
    assert_int_equal(sitemap_write(&files, urls, SITEMAP_MAX_URLS + 1, BASE, &scratch->arena), 3);
    assert_str(files[1].path, "/sitemap-2.xml");
    assert_str(files[1].bytes, HEAD "<urlset" SCHEMA ">\n"
                                    "  <url>\n"
                                    "    <loc>https://news.example.org/a/</loc>\n"
                                    "  </url>\n"
                                    "</urlset>\n");
    assert_str(files[2].path, "/sitemap.xml");
    assert_str(files[2].bytes, HEAD "<sitemapindex" SCHEMA ">\n"
                                    "  <sitemap>\n"
                                    "    <loc>https://news.example.org/sitemap-1.xml</loc>\n"
                                    "    <lastmod>2024-08-06T12:00:00Z</lastmod>\n"
                                    "  </sitemap>\n"
                                    "  <sitemap>\n"
                                    "    <loc>https://news.example.org/sitemap-2.xml</loc>\n"
                                    "  </sitemap>\n"
                                    "</sitemapindex>\n");
    assert_true(xml_is_well_formed(files[0].bytes));

    const SitemapFile *same;
    sitemap_write(&same, urls, SITEMAP_MAX_URLS + 1, STR("https://news.example.org/"), &scratch->arena);
    assert_true(str_eq(same[2].bytes, files[2].bytes));
}

TEST_MAIN(TEST(lists_addresses_in_the_order_given), TEST(writes_a_sitemap_of_nothing),
          TEST(splits_what_the_protocol_has_no_room_for))
