/* tests/jekyll/collections_test.c - what templates find of a Jekyll site. */
#include "tests/jekyll/folder.h"

static const char config[] = "url: https://example.org\n"
                             "collections:\n"
                             "  staff: {output: false, sort_by: rank}\n"
                             "  notes: {output: true, permalink: \"/:collection/:title/\", title: Our notes}\n"
                             "defaults: [{scope: {path: \"\"}, values: {layout: none}}]\n";

static const SitePage *load(Site **site, Scratch *scratch, const char *body)
{
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "_staff/ann-lee.md", "---\nrank: 2\n---\nText *one*.\n");
    folder_put(scratch, folder, "_staff/bo.md", "---\ntitle: Bo\nrank: 1\n---\nText.\n");
    folder_put(scratch, folder, "_staff/cy.md", "---\ntitle: Cy\n---\nText.\n");
    folder_put(scratch, folder, "_notes/b.html", "---\ntitle: B\n---\nText.\n");
    folder_put(scratch, folder, "_notes/a.html", "---\ntitle: A\n---\nText.\n");
    folder_put(scratch, folder, "_posts/2024-03-05-Old.md", "---\ntitle: Old\ntags: x y\ncategories: K\n---\nText.\n");
    folder_put(scratch, folder, "w/_posts/2024-03-06-new.md", "---\ntitle: New\ntag: x y\ncategory: k\n---\nText.\n");
    folder_put(scratch, folder, "f/file.txt", "text");
    folder_put(scratch, folder, "page.html", arena_format(&scratch->arena, "---\ntitle: P\n---\n%s", body).data);
    *site = folder_load(scratch, folder);
    return folder_page(*site, "page.html");
}

static void expect(Scratch *scratch, const char *body, const char *expected)
{
    Site *site;
    const SitePage *page = load(&site, scratch, body);
    assert_no_diags(&page->diags);
    assert_str(page->content, expected);
    folder_end(scratch, site);
}

#define TITLES(list) "{{ " list " | map: 'title' | join: ', ' }}"

static void collections_are_lists_by_name(void **state)
{
    expect(*state, TITLES("site.notes"), "A, B");
    expect(*state, TITLES("site.posts"), "New, Old");
    expect(*state, TITLES("site.documents"), "Old, New, Bo, Ann Lee, Cy, A, B");
    expect(*state,
           "{% for c in site.collections %}{{ c.label }} {{ c.output }} {{ c.docs.size }} {{ c.title }};{% endfor %}",
           "notes true 2 Our notes;posts true 2 ;staff false 3 ;");
}

static void without_output_documents_are_there_to_be_read(void **state)
{
    Scratch *scratch = *state;
    Site *site;
    const SitePage *page = load(&site, scratch, TITLES("site.staff") "|{{ site.staff[1].content }}");

    assert_str(page->content, "Bo, Ann Lee, Cy|<p>Text <em>one</em>.</p>\n");
    for (size_t i = 0; i < site->page_count; i++)
        assert_false(str_starts_with(site->pages[i]->path, STR("_staff/")));
    folder_end(scratch, site);
}

static void documents_know_their_place(void **state)
{
    expect(*state,
           "{% assign n = site.notes[0] %}{{ n.id }} {{ n.url }} {{ n.path }} {{ n.relative_path }} {{ n.name }}",
           "/notes/a /notes/a/ _notes/a.html _notes/a.html a.html");
    expect(*state, "{{ site.notes[0].next.title }}{{ site.notes[1].previous.title }}[{{ site.notes[1].next }}]",
           "BA[]");
    expect(*state, "{% assign p = site.posts[1] %}{{ p.id }} {{ p.name }} {{ p.slug }} {{ p.ext }} {{ p.collection }}",
           "/k/2024/03/05/Old 2024-03-05-Old.md Old .md posts");
}

static void posts_have_jekylls_tags_and_categories(void **state)
{
    expect(*state, "{{ site.posts[0].tags | jsonify }} {{ site.posts[1].tags | jsonify }}", "[\"x y\"] [\"x\",\"y\"]");
    expect(*state, "{{ site.posts[0].categories | jsonify }} {{ site.posts[1].categories | jsonify }}",
           "[\"w\",\"k\"] [\"K\"]");
    expect(*state, "{% for t in site.tags %}{{ t[0] }} {{ t[1][0].title }};{% endfor %}", "x Old;y Old;x y New;");
    expect(*state, "{% for c in site.categories %}{{ c[0] }} {{ c[1].size }};{% endfor %}", "K 1;w 1;k 1;");
}

static void posts_are_as_jekyll_reads_them(void **state)
{
    Scratch *scratch = *state;
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", "lang: en\n");
    folder_put(scratch, folder, "en/_posts/2024-03-05-one day.md",
               "---\ntitle: T\ntags: [x, y, x]\nlang: zh_cn\n---\n");
    folder_put(scratch, folder, "de/_posts/2024-03-05-one day.md", "---\ntitle: T\n---\n");
    folder_put(scratch, folder, "a/_posts/2024-03-05-b.md", "---\ntitle: T\ndate: 2024-03-05 00:00:01 +0000\n---\n");
    folder_put(
        scratch, folder, "page.html",
        "---\nlayout: none\n---\n{% for p in site.posts %}{{ p.id }} {{ p.slug }} {{ p.lang }} "
        "{{ p.tags | join }} {{ p.previous.id }}|{% endfor %}{{ site.tags.x.size }}{{ page.ext }}{{ page.slug }}");
    Site *site = folder_load(scratch, folder);

    assert_str(folder_page(site, "page.html")->content,
               "/a/2024/03/05/b b   /en/2024/03/05/one day|"
               "/en/2024/03/05/one day one day zh_cn x y x /de/2024/03/05/one day|"
               "/de/2024/03/05/one day one day   |2");
    for (size_t i = 0; i < site->all_count; i++)
        assert_int_equal(site->all[i]->diags.errors, 0);
    assert_str(folder_post(site, "de/_posts/2024-03-05-one day.md")->post.id,
               "tag:herald.invalid,2024-03-05:de/2024-03-05-one%20day");
    assert_str(folder_post(site, "en/_posts/2024-03-05-one day.md")->post.language, "zh-cn");
    folder_end(scratch, site);
}

static void pages_and_files_are_listed(void **state)
{
    expect(*state, "{% for p in site.pages %}{{ p.path }} {{ p.dir }} {{ p.name }};{% endfor %}",
           "page.html / page.html;");
    expect(*state, "{% for f in site.static_files %}{{ f.path }} {{ f.basename }} {{ f.extname }};{% endfor %}",
           "/f/file.txt file .txt;");
    expect(*state, "{{ jekyll.environment }}", "production");
}

TEST_MAIN(TEST(collections_are_lists_by_name), TEST(without_output_documents_are_there_to_be_read),
          TEST(documents_know_their_place), TEST(posts_have_jekylls_tags_and_categories),
          TEST(posts_are_as_jekyll_reads_them), TEST(pages_and_files_are_listed))
