/* tests/jekyll/seed_test.c - a real page, with data and includes of our own making. */
#include <glob.h>
#include <stdio.h>

#include "tests/jekyll/folder.h"

static const char config[] = "title: Images\nurl: https://example.org\ntheme: example-theme\nexample-theme:\n"
                             "  block-start: '<section markdown=\"1\">'\n"
                             "  block-center-start: '<section class=\"center\" markdown=\"1\">'\n"
                             "  block-end: '</section>'\n"
                             "defaults: [{scope: {path: \"\"}, values: {layout: none}}]\n";

static const char button[] = "<a class=\"button\" href=\"{{ include.button_link }}\">{{ include.button_label }}</a>";
static const char grid[] =
    "<ul>{% for logo in include.items %}<li class=\"logo\">{{ logo.name }}</li>{% endfor %}</ul>";

/* Levels 0 to 5 in turn, of which four are members; every second one was there from the start. */
static Str institutions(Scratch *scratch)
{
    Buf yaml = { .arena = &scratch->arena };
    for (int i = 0; i < 30; i++)
        buf_put_format(&yaml, "- {name: House %d, iiifc: %d, original: %s}\n", i, i % 6, i % 2 == 0 ? "true" : "false");
    buf_put_char(&yaml, '\0');
    return buf_str(&yaml);
}

static bool find_seed(glob_t *found)
{
    char pattern[512];
    const char *shared = shared_folder();
    if (shared == NULL)
        return false;
    snprintf(pattern, sizeof(pattern), "%s/corpus/seeds/000_*", shared);
    return glob(pattern, 0, NULL, found) == 0;
}

static size_t count(Str text, const char *part)
{
    size_t found = 0;
    for (size_t at = str_find(text, str_from(part), 0); at != STR_NONE; at = str_find(text, str_from(part), at + 1))
        found++;
    return found;
}

static Site *load_seed(Scratch *scratch, Str folder, Str seed)
{
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "_includes/misc/button.html", button);
    folder_put(scratch, folder, "_includes/blocks/logo-grid.html", grid);
    folder_put(scratch, folder, "_data/institutions.yml", institutions(scratch).data);
    folder_put(scratch, folder, "about/page.md", arena_cstr(&scratch->arena, seed));
    return folder_load(scratch, folder);
}

static void renders_a_real_page(void **state)
{
    Scratch *scratch = *state;
    glob_t found;
    Str seed;

    if (!find_seed(&found))
        skip();
    assert_true(file_read(&seed, str_from(found.gl_pathv[0]), &scratch->arena, &scratch->diags));
    globfree(&found);
    Site *site = load_seed(scratch, temporary_folder(scratch), seed);
    const SitePage *page = folder_page(site, "about/page.md");
    Str html = page->content;

    assert_int_equal(page->diags.errors, 0);
    assert_no_diags(&scratch->diags);
    assert_int_equal(count(html, ">20 members</a>"), 1);
    assert_int_equal(count(html, "<li class=\"logo\">"), 11);
    assert_int_equal(count(html, "<section"), 3);
    assert_int_equal(count(html, "<h2 id="), 3); /* Markdown within the blocks of the theme */
    assert_int_equal(count(html, "<a class=\"button\" href=\"/community/consortium/"), 2);
    assert_int_equal(count(html, "{{"), 0);
    folder_end(scratch, site);
}

static Str seed_html(Scratch *scratch, Str seed)
{
    Site *site = load_seed(scratch, temporary_folder(scratch), seed);
    Str html = arena_copy(&scratch->arena, folder_page(site, "about/page.md")->content);
    folder_end(scratch, site);
    return html;
}

static void renders_it_alike_every_time(void **state)
{
    Scratch *scratch = *state;
    glob_t found;
    Str seed;

    if (!find_seed(&found))
        skip();
    assert_true(file_read(&seed, str_from(found.gl_pathv[0]), &scratch->arena, &scratch->diags));
    globfree(&found);
    assert_true(str_eq(seed_html(scratch, seed), seed_html(scratch, seed)));
}

TEST_MAIN(TEST(renders_a_real_page), TEST(renders_it_alike_every_time))
