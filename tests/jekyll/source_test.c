/* tests/jekyll/source_test.c - which files a Jekyll site has, and where. */
#include "tests/jekyll/folder.h"

static const SitePage *load(Site **site, Scratch *scratch, const char *config, const char *body)
{
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "src/_posts/2024-03-05-a.md",
               "---\ntitle: A\n---\n{{ page.path }} {{ page.nil | x }}\n");
    folder_put(scratch, folder, "src/_data/members.csv", "name,town\nAnn,Ghent\nBo,\"Oslo, N\"\n");
    folder_put(scratch, folder, "src/_data/z.tsv", "a\tb\n1\t2\n");
    folder_put(scratch, folder, "src/_data/a b.c/d.yml", "k: 1\nk: 2\n");
    folder_put(scratch, folder, "src/_includes/good.html", "good {{ include.x }}");
    folder_put(scratch, folder, "src/_includes/bad.html", "{% if %}");
    folder_put(scratch, folder, "src/_includes/outer.html", "{% include inner.html %}");
    folder_put(scratch, folder, "src/_includes/inner.html", "{{ 1 | ");
    folder_put(scratch, folder, "src/docs/page.html",
               arena_format(&scratch->arena, "---\ntitle: P\n---\n%s", body).data);
    folder_put(scratch, folder, "outside.txt", "text");
    *site = folder_load(scratch, folder);
    return folder_page(*site, "docs/page.html");
}

static void expect(Scratch *scratch, const char *body, const char *expected)
{
    Site *site;
    const SitePage *page = load(&site, scratch, "source: ./src/\n", body);
    assert_str(page->content, expected);
    folder_end(scratch, site);
}

static void all_is_read_below_the_source(void **state)
{
    expect(*state, "{{ page.path }} {{ site.posts[0].relative_path }} {{ site.static_files.size }}",
           "docs/page.html _posts/2024-03-05-a.md 0");
    expect(*state, "{% include good.html x='1' %}", "good 1");
    expect(*state, "{% link _posts/2024-03-05-a.md %}", "/2024/03/05/a.html");
}

static void diagnostics_name_the_file_from_the_home(void **state)
{
    Scratch *scratch = *state;
    Site *site;
    const SitePage *page = load(&site, scratch, "source: src\n", "{% if %}");
    assert_str(diag_path(&page->diags.items[0]), "src/docs/page.html");
    assert_str(page->path, "docs/page.html");
    assert_str(site_shown_path(site, STR("a/b"), &scratch->arena), "src/a/b");
    folder_end(scratch, site);
}

static void a_source_that_is_not_there_stops(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "source: sorce\n");
    Site *site = folder_load(scratch, folder);
    assert_rule(site->diags, "config-value");
    assert_int_equal(site->diags->stops, 1);
    assert_str(site->diags->items[0].message, "there is no folder \"sorce\"");
    folder_end(scratch, site);
}

static void tables_are_data_too(void **state)
{
    expect(*state, "{% for m in site.data.members %}{{ m.name }} of {{ m['town'] }};{% endfor %}",
           "Ann of Ghent;Bo of Oslo, N;");
    expect(*state, "{{ site.data.z | jsonify }}", "[{\"a\":\"1\",\"b\":\"2\"}]");
    expect(*state, "{% for d in site.data %}{{ d[0] }};{% endfor %}{{ site.data.a_bc.d.k }}", "members;z;a_bc;2");
}

static bool has_rule(const Diags *diags, const char *rule, const char *path)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (strcmp(diags->items[i].rule, rule) == 0 && str_eq(diag_path(&diags->items[i]), str_from(path)))
            return true;
    }
    return false;
}

static void an_include_at_fault_is_told_where_it_is_included(void **state)
{
    Scratch *scratch = *state;
    Site *site;
    const SitePage *page = load(&site, scratch, "source: src\n", "{% include bad.html %}{% include bad.html %}");
    assert_false(has_rule(site->diags, "liquid-syntax", "src/_includes/bad.html"));
    assert_true(has_rule(&page->diags, "liquid-syntax", "src/_includes/bad.html"));
    assert_int_equal(page->diags.len, 1); /* once, though included twice */
    assert_false(
        has_rule(&folder_post(site, "_posts/2024-03-05-a.md")->diags, "liquid-syntax", "src/_includes/bad.html"));
    folder_end(scratch, site);
}

static void an_include_that_templates_name_is_the_sites(void **state)
{
    Scratch *scratch = *state;
    Site *site;
    const SitePage *page = load(&site, scratch, "source: src\n", "{% include outer.html %}");
    assert_true(has_rule(site->diags, "liquid-unclosed", "src/_includes/inner.html"));
    assert_int_equal(page->diags.len, 0);
    folder_end(scratch, site);
}

/* --- which files ---------------------------------------------------------------------------------------------------
 */

static void expect_files(Scratch *scratch, const char *config, const char *expected)
{
    static const char *const files[] = { ".htaccess",     ".hidden/x",  ".well-known/x", "~x",           "a.bak",
                                         "deep/_priv/x",  "deep/b.bak", "deep/b~",       "docs/x",       "docs2/x",
                                         "Gemfile.local", "_priv/x",    "vendor/gems/x", "vendor/mine/x" };
    Str folder = temporary_folder(scratch);
    Buf found = { .arena = &scratch->arena };

    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
        folder_put(scratch, folder, files[i], "text");
    folder_put(scratch, folder, "_config.yml", config);
    Site *site = folder_load(scratch, folder);
    for (size_t i = 0; i < site->file_count; i++) {
        buf_put(&found, site->files[i].path);
        buf_put_char(&found, ' ');
    }
    assert_str(buf_str(&found), expected);
    folder_end(scratch, site);
}

static void what_is_hidden_is_left_out(void **state)
{
    expect_files(*state, "a: 1\n", ".htaccess a.bak deep/b.bak docs/x docs2/x vendor/mine/x ");
}

static void exclude_means_all_that_begins_so(void **state)
{
    expect_files(*state, "exclude: [docs, vendor/]\n", ".htaccess a.bak deep/b.bak ");
    expect_files(*state, "exclude: [docs/, /vendor, '*.bak']\n", ".htaccess docs2/x ");
}

static void include_wins_over_exclude_and_hidden_names(void **state)
{
    expect_files(*state, "include: [.well-known, _priv]\nexclude: [docs, _priv, '*.bak', vendor]\n",
                 ".well-known/x _priv/x deep/_priv/x ");
}

/* --- pages ---------------------------------------------------------------------------------------------------------
 */

static void without_a_layout_the_body_stands_alone(void **state)
{
    Scratch *scratch = *state;
    Site *site;
    const SitePage *page = load(&site, scratch, "source: src\n", "Text.");
    assert_str(page->layout, "");
    assert_str(folder_post(site, "_posts/2024-03-05-a.md")->post.layout, "");
    folder_end(scratch, site);
}

static void documents_have_a_date_and_an_excerpt(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "collections: {notes: {output: true}, seen: {}}\n");
    folder_put(scratch, folder, "_posts/2024-03-05-a.md", "---\ntitle: A\n---\nText.\n");
    folder_put(scratch, folder, "_notes/n.md", "---\ntitle: N\n---\nOne *two*.\n\nThree.\n");
    folder_put(scratch, folder, "_seen/2019-01-02-some-thing.md", "---\nk: 1\n---\nOne.\n");
    folder_put(scratch, folder, "_seen/b.md", "---\ndate: 2018-01-02\nexcerpt: E\n---\nOne.\n");
    folder_put(
        scratch, folder, "p.html",
        "---\nk: 1\n---\n{% for d in site.seen %}{{ d.date | date: '%F' }} {{ d.title }} {{ d.slug }} {{ d.excerpt }};"
        "{% endfor %}{% assign n = site.notes[0] %}{{ n.excerpt }}{{ n.date | date: '%F' }}");
    Site *site = folder_load(scratch, folder);
    assert_str(folder_page(site, "p.html")->content, "2018-01-02 B b E;2019-01-02 Some Thing some-thing <p>One.</p>\n;"
                                                     "<p>One <em>two</em>.</p>\n2024-03-05");
    folder_end(scratch, site);
}

static void a_post_in_html_is_no_markdown(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "a: 1\n");
    folder_put(scratch, folder, "_posts/2024-03-05-a.html",
               "---\ntitle: A\n---\n<p>*One* {{ page.title }}\n\n# \"x\" --\n");
    Site *site = folder_load(scratch, folder);
    const SitePost *post = folder_post(site, "_posts/2024-03-05-a.html");
    assert_str(post->content_html, "<p>*One* A\n\n# \"x\" --\n");
    assert_str(post->jekyll_excerpt, "<p>*One* A");
    assert_str(post->excerpt_text, "*One* A # \"x\" --");
    folder_end(scratch, site);
}

static void what_a_jekyll_site_does_not_say_is_nil(void **state)
{
    expect(*state,
           "{{ site.title | inspect }} {{ site.url | inspect }} {{ site.baseurl | inspect }} {{ site.lang | inspect }}"
           " {{ page.layout | inspect }} {{ page.lang | inspect }} {{ site.posts[0].authors | inspect }}"
           " {{ site.posts[0].lang | inspect }}",
           "nil nil nil nil nil nil nil nil");
}

static void collections_may_have_a_folder_of_their_own(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "collections_dir: all\ncollections: {notes: {output: true}}\n");
    folder_put(scratch, folder, "all/_posts/sub/2024-03-05-a.md", "---\ntitle: A\n---\n{% link _notes/n.md %}\n");
    folder_put(scratch, folder, "all/de/_posts/2024-03-06-b.md", "---\ntitle: B\n---\nText.\n");
    folder_put(scratch, folder, "en/_posts/2024-03-07-c.md", "---\ntitle: C\n---\nText.\n");
    folder_put(scratch, folder, "all/_notes/part.html", "part");
    folder_put(scratch, folder, "all/_notes/n.md",
               "---\ntitle: N\n---\n{{ page.path }} {% include_relative part.html %}\n");
    Site *site = folder_load(scratch, folder);
    assert_int_equal(site->all_count, 2);
    assert_str(folder_post(site, "all/_posts/sub/2024-03-05-a.md")->url, "/2024/03/05/a.html");
    assert_str(folder_post(site, "all/_posts/sub/2024-03-05-a.md")->content_html, "<p>/notes/n.html</p>\n");
    assert_str(folder_post(site, "all/de/_posts/2024-03-06-b.md")->url, "/de/2024/03/06/b.html");
    assert_str(folder_page(site, "all/_notes/n.md")->content, "<p>_notes/n.md part</p>\n");
    folder_end(scratch, site);
}

static const SitePage *made_at(const Site *site, const char *output)
{
    for (size_t i = 0; i < site->page_count; i++) {
        if (str_eq(site->pages[i]->output, str_from(output)))
            return site->pages[i];
    }
    return NULL;
}

static void pages_lead_to_new_addresses(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "permalink: pretty\n");
    folder_put(scratch, folder, "new.md", "---\ntitle: New\nredirect_from: [/old/, older.html]\n---\nText.\n");
    folder_put(scratch, folder, "gone.md", "---\nredirect_to: [https://else.example.org/]\n---\nText.\n");
    Site *site = folder_load(scratch, folder);
    assert_str(made_at(site, "old/index.html")->redirect_to, "/new/");
    assert_str(made_at(site, "older.html")->redirect_to, "/new/");
    assert_str(folder_page(site, "gone.md")->redirect_to, "https://else.example.org/");
    assert_str(folder_page(site, "gone.md")->layout, "redirect");
    assert_false(folder_page(site, "gone.md")->listed);
    folder_end(scratch, site);
}

TEST_MAIN(TEST(all_is_read_below_the_source), TEST(diagnostics_name_the_file_from_the_home),
          TEST(a_source_that_is_not_there_stops), TEST(tables_are_data_too),
          TEST(an_include_at_fault_is_told_where_it_is_included), TEST(an_include_that_templates_name_is_the_sites),
          TEST(what_is_hidden_is_left_out), TEST(exclude_means_all_that_begins_so),
          TEST(include_wins_over_exclude_and_hidden_names), TEST(without_a_layout_the_body_stands_alone),
          TEST(documents_have_a_date_and_an_excerpt), TEST(pages_lead_to_new_addresses),
          TEST(collections_may_have_a_folder_of_their_own), TEST(a_post_in_html_is_no_markdown),
          TEST(what_a_jekyll_site_does_not_say_is_nil))
