/* Slips in Liquid: names that nothing has, parameters that no include reads, each at its own characters. */
#include "tests/check/example.h"

#define FRONT_MATTER                                                                                                   \
    "---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\n"                          \
    "excerpt: Port Ellery joins the harbour league.\n---\n"
#define POST "==> posts/2024-08-06-port-ellery-joins.md <==\n" FRONT_MATTER
#define FIGURE                                                                                                         \
    "==> _includes/figure.html <==\n<img src=\"{{ include.src }}\" alt=\"{{ include.alt }}\">"                         \
    "{% if include.caption %}{{ include.caption }}{% endif %}\n"
#define PICTURE "==> assets/a.png <==\nx\n"

typedef struct Case {
    const char *text, *expected;
} Case;

static void check_all(Scratch *scratch, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_check_says(scratch, cases[i].text, cases[i].expected);
}

#define CHECK_ALL(cases) check_all(*state, cases, sizeof(cases) / sizeof((cases)[0]))

static void names_what_does_not_exist(void **state)
{
    static const Case cases[] = {
        { "\xC3\xA9 {{ page.titel }} is glad.\n", "liquid-unknown-variable: titel\n" },
        { "Glad {{ page.titel }}, glad {{ page.titel }}.\n",
          "liquid-unknown-variable: titel\nliquid-unknown-variable: titel\n" },
        { "Glad\r\nis {{ page.titel }}.\r\n", "crlf: \r\n\nliquid-unknown-variable: titel\n" },
        { "Glad is {{ pag.title }}.\n", "liquid-unknown-variable: pag\n" },
        { "Glad is {{ port }}.\n", "liquid-unknown-variable: port\n" },
        { "Glad is {{ page.port }}.\n", "liquid-unknown-variable: port\n" },
        { "Glad is {{ page[\"titel\"] }}.\n", "liquid-unknown-variable: titel\n" },
        { "Glad are {{ page.tags.length }} of us.\n", "liquid-unknown-variable: length\n" },
        { "Glad are {{ site.psots.size }} of us.\n", "liquid-unknown-variable: psots\n" },
        { "{% for p in site.psots %}{{ p.title }}{% endfor %}Glad.\n", "liquid-unknown-variable: psots\n" },
        { "{% for p in site.posts %}{{ p.titel }}{% endfor %}Glad.\n", "liquid-unknown-variable: titel\n" },
        { "{% for p in site.posts %}{{ forloop.indx }}{% endfor %} Glad.\n", "liquid-unknown-variable: indx\n" },
        { "{% assign port = page.titel %}{{ port }} Glad.\n", "liquid-unknown-variable: titel\n" },
        { "{% capture port %}{{ page.titel }}{% endcapture %}{{ port }} Glad.\n", "liquid-unknown-variable: titel\n" },
        { "{% for i in (1..500) %}{{ page.titel }}{% endfor %}Glad.\n", "liquid-unknown-variable: titel\n" },
    };
    CHECK_ALL(cases);
}

static void keeps_silent_of_what_may_be_missing(void **state)
{
    static const Case cases[] = {
        { "{% if page.port %}{{ page.port }}{% endif %}Glad.\n", "" },
        { "{% unless page.titel %}Glad.{% endunless %}\n", "" },
        { "{{ page.port | default: \"Ellery\" }} is glad.\n", "" },
        { "{% assign port = page.port %}{% if port %}{{ port }}{% endif %}Glad.\n", "" },
        { "{% case page.port %}{% when \"a\" %}b{% endcase %}Glad.\n", "" },
        { "{% if false %}{% assign port = \"Ellery\" %}{% endif %}{{ port }}Glad.\n", "" },
        { "{% for p in site.posts %}{{ p.port }}{% endfor %}Glad.\n", "" },
        { "{{ page.title }} {{ page.subtitle }} {{ site.url }} {{ content }} Glad.\n", "" },
        { "{% raw %}{{ page.titel }}{% endraw %} is glad.\n", "" },
    };
    CHECK_ALL(cases);
}

static void knows_the_parameters_of_includes(void **state)
{
    static const Case cases[] = {
        { FIGURE PICTURE POST "{% include figure.html scr=\"/assets/a.png\" alt=\"A pier\" %}\n",
          "liquid-include-argument: scr\n" },
        { FIGURE PICTURE POST "{% include figure.html src=\"/assets/a.png\" alt=\"A pier\" width=\"4\" %}\n",
          "liquid-include-argument: width\n" },
        { FIGURE PICTURE POST "{% include figure.html src=\"/assets/a.png\" src=\"/assets/a.png\" alt=\"A pier\" %}\n",
          "liquid-include-argument: src\n" },
        { FIGURE PICTURE POST "{% include figure.html src=\"/assets/a.png\" alt=pier.one %}\n",
          "liquid-include-argument: pier.one\n" },
        { FIGURE PICTURE POST "{% include figure.html src=\"/assets/a.png\" alt=page.titel %}\n",
          "liquid-unknown-variable: titel\n" },
        { FIGURE PICTURE POST "{% include figure.html src=\"/assets/a.png\" alt=\"A pier\" caption=\"It\" %}\n", "" },
    };
    CHECK_ALL(cases);
}

static void tells_an_include_that_lacks_what_it_needs(void **state)
{
    static const Case cases[] = {
        { "==> _includes/note.html <==\n<p>{{ include.text }}</p>\n" POST "{% include note.html %}\n",
          "liquid-include-argument: note.html\n" },
        { "==> _includes/note.html <==\n<p>{{ include.text | default: page.title }}</p>\n" POST
          "{% include note.html %}\n",
          "" },
        { "==> _includes/note.html <==\n<p class=\"{{ include.class }}\">{{ include.text }}</p>\n" POST
          "{% include note.html text=\"Port Ellery joins.\" %}\n",
          "" },
        { "==> _includes/inner.html <==\n<p>{{ include.text }}</p>\n"
          "==> _includes/note.html <==\n{% include inner.html %}\n" POST
          "{% include note.html text=\"Port Ellery joins.\" %}\n",
          "" },
    };
    CHECK_ALL(cases);
}

static void knows_what_plugins_of_jekyll_may_define(void **state)
{
    static const Case cases[] = {
        { "==> _config.yml <==\nurl: https://example.org\nplugins: [jekyll-magic]\nmarkdown: GFM\n"
          "==> _posts/2024-08-06-port-ellery-joins.md <==\n" FRONT_MATTER "Glad is {{ site.magic }}.\n",
          "" },
        { "==> _config.yml <==\nurl: https://example.org\nplugins: [jekyll-feed]\napi_url: https://example.org/api\n"
          "==> _posts/2024-08-06-port-ellery-joins.md <==\n" FRONT_MATTER "Glad is {{ site.magic }}.\n",
          "liquid-unknown-variable: magic\n" },
        { "==> _config.yml <==\nurl: https://example.org\ntheme: magic\napi_url: https://example.org/api\n"
          "==> _posts/2024-08-06-port-ellery-joins.md <==\n" FRONT_MATTER "Glad is {{ site.api_ur }}.\n",
          "liquid-unknown-variable: api_ur\n" },
    };
    CHECK_ALL(cases);
}

static void tells_liquid_where_front_matter_cannot_be_read(void **state)
{
    static const Case cases[] = {
        { "---\ntitle: 'One\n---\n{% if x %}\n", "yaml-syntax: 'One\nliquid-unclosed: {% if x %}\n" },
        { "Port Ellery joins.\n\n{% link nowhere.md %}\n\n{% if x %}\n\n{% nope %}\n",
          "liquid-post-missing: nowhere.md\nliquid-unclosed: {% if x %}\nliquid-unknown-tag: nope\n" },
    };
    CHECK_ALL(cases);
}

TEST_MAIN(TEST(names_what_does_not_exist), TEST(keeps_silent_of_what_may_be_missing),
          TEST(knows_the_parameters_of_includes), TEST(tells_an_include_that_lacks_what_it_needs),
          TEST(knows_what_plugins_of_jekyll_may_define), TEST(tells_liquid_where_front_matter_cannot_be_read))
