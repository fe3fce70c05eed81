/* tests/jekyll/paginate_test.c - the pages that jekyll-paginate makes; and what a Jekyll site has itself. */
#include "tests/jekyll/folder.h"

static void put_posts(Scratch *scratch, Str folder)
{
    folder_put(scratch, folder, "_posts/2024-03-01-a.md", "---\ntitle: A\n---\n");
    folder_put(scratch, folder, "_posts/2024-03-02-b.md", "---\ntitle: B\n---\n");
    folder_put(scratch, folder, "_posts/2024-03-03-c.md", "---\ntitle: C\nhidden: true\n---\n");
    folder_put(scratch, folder, "_posts/2024-03-04-d.md", "---\ntitle: D\n---\n");
}

static const char index_page[] =
    "---\nlayout: none\n---\n{{ page.url }} {{ paginator.page }}/{{ paginator.total_pages }} of "
    "{{ paginator.total_posts }}: {{ paginator.posts | map: 'title' | join }} "
    "[{{ paginator.previous_page_path }}] [{{ paginator.next_page_path }}]";

static Str content_at(const Site *site, const char *output)
{
    for (size_t i = 0; i < site->page_count; i++) {
        if (str_eq(site->pages[i]->output, str_from(output)))
            return site->pages[i]->content;
    }
    return STR("no such page");
}

static void the_index_comes_once_for_each_page(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "paginate: 2\npaginate_path: /blog/page/:num/\n");
    folder_put(scratch, folder, "index.html", "---\n---\n{{ paginator.page }}");
    folder_put(scratch, folder, "blog/index.html", index_page);
    folder_put(scratch, folder, "n.html", "---\nlayout: none\n---\n{{ site.pages | map: 'url' | join: ' ' }}");
    put_posts(scratch, folder);
    Site *site = folder_load(scratch, folder);

    assert_str(content_at(site, "index.html"), "");
    assert_str(content_at(site, "blog/index.html"), "/blog/ 1/2 of 3: D B [] [/blog/page/2/]");
    assert_str(content_at(site, "blog/page/2/index.html"), "/blog/page/2/ 2/2 of 3: A [/blog/] []");
    assert_str(content_at(site, "n.html"), "/blog/ / /n.html /blog/page/2/");
    folder_end(scratch, site);
}

static void a_post_that_fails_is_on_no_page(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "paginate: 1\n");
    folder_put(scratch, folder, "index.html", index_page);
    put_posts(scratch, folder);
    folder_put(scratch, folder, "_posts/2024-03-05-e.md", "---\ntitle: E\n---\n{% if %}\n");
    Site *site = folder_load(scratch, folder);

    assert_str(content_at(site, "index.html"), "/ 1/3 of 3: D [] [/page2]");
    assert_str(content_at(site, "page3/index.html"), "/page3/ 3/3 of 3: A [/page2] []");
    assert_str(content_at(site, "page4/index.html"), "no such page");
    folder_end(scratch, site);
}

static void a_feed_or_sitemap_of_its_own_stays(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "url: https://example.org\n");
    folder_put(scratch, folder, "feed.xml", "---\n---\n<rss/>");
    folder_put(scratch, folder, "sitemap.xml", "---\n---\n<urlset/>");
    folder_put(scratch, folder, "index.html", "<!doctype html>");
    put_posts(scratch, folder);
    Site *site = folder_load(scratch, folder);

    assert_int_equal(site->channel_count, 0);
    assert_true(folder_page(site, "sitemap.xml")->sound);
    assert_no_diags(&folder_page(site, "feed.xml")->diags);
    assert_str(content_at(site, "index.html"), "no such page");
    folder_end(scratch, site);
}

static void a_layout_at_fault_is_told_of_once(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "title: S\n");
    folder_put(scratch, folder, "_layouts/own.html", "{% from_a_plugin %}");
    folder_put(scratch, folder, "_layouts/inner.html", "---\nlayout: own\n---\n");
    folder_put(scratch, folder, "page.html", "---\nlayout: own\n---\n");
    Site *site = folder_load(scratch, folder);

    assert_int_equal(site->diags->len, 1);
    assert_str(assert_rule(site->diags, "liquid-unknown-tag")->hint,
               "if it comes from a plugin, take it out: herald runs no plugins");
    assert_no_diags(&folder_page(site, "page.html")->diags);
    folder_end(scratch, site);
}

static void a_post_in_html_is_no_markdown(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "title: S\n");
    folder_put(scratch, folder, "_posts/2024-03-05-a.html",
               "---\ntitle: A\n---\n<p>One *word* {{ page.title }}</p>\n\n# Two\n");
    Site *site = folder_load(scratch, folder);
    const SitePost *post = folder_post(site, "_posts/2024-03-05-a.html");

    assert_str(post->content_html, "<p>One *word* A</p>\n\n# Two\n");
    assert_str(post->jekyll_excerpt, "<p>One *word* A</p>");
    assert_str(post->excerpt_text, "One *word* A");
    folder_end(scratch, site);
}

TEST_MAIN(TEST(a_layout_at_fault_is_told_of_once), TEST(a_post_in_html_is_no_markdown),
          TEST(the_index_comes_once_for_each_page), TEST(a_post_that_fails_is_on_no_page),
          TEST(a_feed_or_sitemap_of_its_own_stays))
