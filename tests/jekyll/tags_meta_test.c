/* tests/jekyll/tags_meta_test.c */
#include "jekyll/tags.h"

#include "tests/jekyll/folder.h"

static const char config[] =
    "title: Mills & more\ndescription: All about mills\nurl: https://example.org\nbaseurl: /x\n"
    "defaults: [{scope: {path: \"\"}, values: {layout: none}}]\n";

static Str render(Scratch *scratch, const char *front_matter, const char *body)
{
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "a.html", arena_format(&scratch->arena, "---\n%s---\n%s", front_matter, body).data);
    Site *site = folder_load(scratch, folder);
    const SitePage *page = folder_page(site, "a.html");
    assert_no_diags(&page->diags);
    Str html = arena_copy(&scratch->arena, page->content);
    folder_end(scratch, site);
    return html;
}

static void assert_has(Str text, const char *part)
{
    if (!str_contains(text, str_from(part)))
        fail_msg("no %s in\n" STR_FMT, part, STR_ARG(text));
}

static void seo_names_the_page_and_the_site(void **state)
{
    Str html = render(*state, "title: A *wheel*\nauthor: {name: Ada}\nimage: {path: /w.png}\n", "{% seo %}");

    assert_has(html, "<title>A wheel | Mills &amp; more</title>\n");
    assert_has(html, "<meta property=\"og:title\" content=\"A wheel\" />\n");
    assert_has(html, "<meta name=\"author\" content=\"Ada\" />\n");
    assert_has(html, "<meta name=\"description\" content=\"All about mills\" />\n");
    assert_has(html, "<link rel=\"canonical\" href=\"https://example.org/x/a.html\" />\n");
    assert_has(html, "<meta property=\"og:image\" content=\"https://example.org/x/w.png\" />\n");
    assert_has(html, "\"@type\":\"WebPage\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada\"}");
}

static void seo_leaves_the_title_to_others(void **state)
{
    Str html = render(*state, "title: A\n", "{% seo title=false %}");
    assert_false(str_contains(html, STR("<title>")));
    assert_has(html, "<meta name=\"generator\"");
}

static void what_is_written_as_json_ends_no_script(void **state)
{
    Str html = render(*state, "title: A\nauthor: \"</script><b>\"\n", "{% seo %}");
    assert_has(html, "\"name\":\"\\u003c/script>\\u003cb>\"");
    assert_true(str_ends_with(html, STR("}</script>")));
}

static void feed_meta_links_to_the_feeds(void **state)
{
    Str html = render(*state, "title: A\n", "{% feed_meta %}");
    assert_str(html, "<link type=\"application/atom+xml\" rel=\"alternate\" href=\"https://example.org/x/feed.xml\" "
                     "title=\"Mills &amp; more\" />");
}

static void gists_are_scripts(void **state)
{
    assert_str(render(*state, "title: A\n", "{% gist ada/0123abc a.rb %}{% gist 9f %}"),
               "<script src=\"https://gist.github.com/ada/0123abc.js?file=a.rb\"> </script>"
               "<script src=\"https://gist.github.com/9f.js\"> </script>");
}

static void related_posts_are_the_newest_others(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "_posts/2024-01-01-a.md",
               "---\ntitle: A\n---\n{{ site.related_posts | map: 'title' | join: ' ' }}\n");
    folder_put(scratch, folder, "_posts/2024-01-02-b.md", "---\ntitle: B\n---\nText.\n");
    folder_put(scratch, folder, "_posts/2024-01-03-c.md", "---\ntitle: C\n---\nText.\n");
    Site *site = folder_load(scratch, folder);
    assert_str(folder_post(site, "_posts/2024-01-01-a.md")->content_html, "<p>C B</p>\n");
    folder_end(scratch, site);
}

TEST_MAIN(TEST(gists_are_scripts), TEST(related_posts_are_the_newest_others), TEST(seo_names_the_page_and_the_site),
          TEST(seo_leaves_the_title_to_others), TEST(what_is_written_as_json_ends_no_script),
          TEST(feed_meta_links_to_the_feeds))
