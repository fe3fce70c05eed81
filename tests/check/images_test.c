/* Images and embedded things. */
#include "tests/check/example.h"

typedef struct ImageCase {
    const char *body;
    const char *rule; /* NULL: nothing is told */
    const char *fault;
} ImageCase;

static void expect(Scratch *scratch, const ImageCase *c, const char *dialect)
{
    Diags found = { .arena = &scratch->arena };
    Str text = arena_format(
        &scratch->arena,
        "==> herald.yml <==\ntitle: Example news\nurl: https://news.example.org\nmarkdown: %s\n"
        "==> pages/index.md <==\n---\ntitle: Home\n---\nx\n==> assets/port.png <==\nx\n==> assets/a.bmp <==\nx\n"
        "==> posts/2024-08-06-joins.md <==\n---\ntitle: Port Ellery joins\nauthor: staff\ndate: 2024-08-06\n"
        "tags: [announcements]\nexcerpt: Port Ellery joins the harbour league.\n%s",
        dialect, c->body);

    check_example(&found, scratch, text.data);
    if (found.len != (c->rule != NULL))
        print_error("in %s: %s\n", dialect, c->body);
    assert_int_equal(found.len, c->rule != NULL);
    if (c->rule == NULL)
        return;
    assert_string_equal(found.items[0].rule, c->rule);
    assert_str(found.items[0].hint, c->fault);
}

static void tells_of_images_and_frames(void **state)
{
    static const ImageCase cases[] = {
        { "---\n![](/assets/port.png)\n", "image-alt", "![](/assets/port.png)" },
        { "---\n<img src=\"/assets/port.png\">\n", "image-alt", "<img src=\"/assets/port.png\">" },
        { "---\n[![](/assets/port.png)](https://a.example/)\n", "image-alt", "![](/assets/port.png)" },
        { "---\n![port.PNG](/assets/port.png)\n", "image-alt-is-file-name", "port.PNG" },
        { "---\n![Image 1](/assets/port.png)\n", "image-alt-is-file-name", "Image 1" },
        { "---\n![The harbour](/assets/prot.png)\n", "image-missing-file", "/assets/prot.png" },
        { "---\n![The harbour](/assets/Port.png)\n", "image-missing-file", "/assets/Port.png" },
        { "---\n![The harbour](/assets/2024/storm.jpg)\n", "image-missing-file", "/assets/2024/storm.jpg" },
        { "image: /assets/prot.png\n---\nx\n", "image-missing-file", "/assets/prot.png" },
        { "---\n![The harbour](https://a.example/port.png)\n", "image-hotlink", "https://a.example/port.png" },
        { "---\n![The harbour](/assets/a.bmp)\n", "image-format", "/assets/a.bmp" },
        { "---\n<iframe src=\"https://a.example/film\"></iframe>\n", "iframe-title",
          "<iframe src=\"https://a.example/film\">" },
        { "---\n<iframe src=\"https://a.example/film\" title=\"Film\"></iframe>\n", "feed-embed",
          "<iframe src=\"https://a.example/film\" title=\"Film\">" },
        { "image: /assets/port.png\n---\n![The port](/assets/port.png) ![The port](https://img.example.org/port.png)\n"
          "<img src=\"/assets/port.png\" alt=\"\"> `![](/x.png)`\n\n[Film](https://a.example/film)\n\n"
          "<iframe src=\"https://a.example/film\" title=\"Film\"></iframe>\n",
          NULL, NULL },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        expect(*state, &cases[i], "gfm");
        expect(*state, &cases[i], "kramdown");
    }
}

TEST_MAIN(TEST(tells_of_images_and_frames))
