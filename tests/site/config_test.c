/* tests/site/config_test.c */
#include "site/config.h"

#include "tests/support.h"
#include "text/yaml.h"

static SiteConfig read(Scratch *scratch, const char *yaml)
{
    const Tree *tree;
    SiteConfig config;
    assert_true(yaml_read(&tree, located(yaml).span, &scratch->arena, &scratch->diags));
    config_read(&config, tree, &scratch->arena, &scratch->diags);
    return config;
}

static void everything_has_a_default(void **state)
{
    Scratch *scratch = *state;
    SiteConfig config;

    config_read(&config, NULL, &scratch->arena, &scratch->diags);
    assert_str(config.title, "News");
    assert_str(config.language, "en");
    assert_str(config.output, "public");
    assert_str(config.permalink, "/news/:year/:month/:day/:slug/");
    assert_int_equal(config.dialect, DIALECT_GFM);
    assert_true(config.liquid && config.smart);
    assert_no_diags(&scratch->diags);
}

static void reads_what_is_said(void **state)
{
    Scratch *scratch = *state;
    SiteConfig config = read(scratch, "title: A title\nurl: https://example.org/\nbaseurl: x/\nmarkdown: kramdown\n"
                                      "posts: { path: p, permalink: /:slug/, liquid: false }\npaginate: 5\n"
                                      "author: { name: Staff }\nmail: { from: a@example.org }\n");

    assert_str(config.title, "A title");
    assert_str(config.url, "https://example.org");
    assert_str(config.baseurl, "/x");
    assert_int_equal(config.dialect, DIALECT_KRAMDOWN);
    assert_str(config.permalink, "/:slug/");
    assert_false(config.liquid);
    assert_int_equal(config.page_size, 5);
    assert_str(config.author, "Staff");
    assert_str(config.mail_from, "a@example.org");
    assert_no_diags(&scratch->diags);
}

static void a_slip_in_a_key_gets_a_suggestion(void **state)
{
    Scratch *scratch = *state;
    read(scratch, "titel: X\n");
    assert_diag(&scratch->diags, "config-unknown-key", "titel: X\n", "titel", "unknown key \"titel\"");
    assert_str(scratch->diags.items[0].hint, "did you mean \"title\"?");
}

static void expect_fault(Scratch *scratch, const char *yaml, const char *part, const char *message)
{
    Diags before = scratch->diags;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    read(scratch, yaml);
    assert_diag(&scratch->diags, "config-value", yaml, part, message);
    scratch->diags = before;
}

static void says_what_a_key_takes(void **state)
{
    Scratch *scratch = *state;
    expect_fault(scratch, "smart: maybe\n", "maybe", "\"smart\" takes true or false");
    expect_fault(scratch, "paginate: 0\n", "0", "\"paginate\" takes a whole number from 1 to 10000");
    expect_fault(scratch, "markdown: asciidoc\n", "asciidoc", "\"markdown\" takes one of: gfm, kramdown");
    expect_fault(scratch, "url: example.org\n", "example.org",
                 "\"url\" takes the site's address, beginning with https:// or http://");
    expect_fault(scratch, "title: [a, b]\n", "[a, b]", "\"title\" takes one text");
}

static void a_path_stays_inside_the_site(void **state)
{
    Scratch *scratch = *state;
    const char *yaml = "a: x/../y\nb: ../x\nc: /etc\n";
    const Tree *tree;

    assert_true(yaml_read(&tree, located(yaml).span, &scratch->arena, &scratch->diags));
    assert_str(config_inner_path(tree, "a", STR("z"), &scratch->arena, &scratch->diags), "y");
    assert_str(config_inner_path(tree, "none", STR(""), &scratch->arena, &scratch->diags), "");
    assert_no_diags(&scratch->diags);
    assert_str(config_inner_path(tree, "b", STR("z"), &scratch->arena, &scratch->diags), "z");
    assert_diag(&scratch->diags, "path-outside", yaml, "../x", "\"b\" leads out of the site");
    assert_str(config_inner_path(tree, "c", STR(""), &scratch->arena, &scratch->diags), "");
    assert_int_equal(scratch->diags.stops, 2);
}

static void finds_the_host_of_an_address(void **state)
{
    Scratch *scratch = *state;
    assert_str(url_host(STR("https://News.Example.org:8080/x"), &scratch->arena), "news.example.org");
    assert_str(url_host(STR("https://example.org"), &scratch->arena), "example.org");
    assert_str(url_host(STR(""), &scratch->arena), "");
}

TEST_MAIN(TEST(everything_has_a_default), TEST(reads_what_is_said), TEST(a_slip_in_a_key_gets_a_suggestion),
          TEST(says_what_a_key_takes), TEST(a_path_stays_inside_the_site), TEST(finds_the_host_of_an_address))
