/* tests/mail/html_test.c */
#include "mail/html.h"
#include "mail/adapt.h"
#include "markup/clean.h"
#include "markup/gfm.h"
#include "tests/support.h"

static Str raw_html(Scratch *scratch, const char *markdown)
{
    Document document, clean;
    GfmOptions options = { .bare_links = true, .heading_ids = true };
    AdaptBase base = { STR("https://news.example.org/a/"), STR("news.example.org") };
    Buf out = { .arena = &scratch->arena };

    gfm_parse(&document, str_from(markdown), &(Places){ 0 }, &options, &scratch->arena);
    document_clean(&clean, &document, &scratch->arena);
    adapt_document(&clean, &base, 3);
    mail_put_html(&out, &clean, false);
    return buf_str(&out);
}

/* Without classes and styles, which each element has. */
static Str html(Scratch *scratch, const char *markdown)
{
    static const Str names[] = { STR_INIT(" class=\""), STR_INIT(" style=\"") };
    Str text = raw_html(scratch, markdown);
    Buf out = { .arena = &scratch->arena };

    for (size_t at = 0; at < text.len; at++) {
        for (size_t i = 0; i < 2; i++) {
            Str rest = str_from_offset(text, at);
            if (str_starts_with(rest, names[i]))
                at += str_find_char(rest, '"', names[i].len) + 1;
        }
        buf_put(&out, str_slice(text, at, at + 1));
    }
    return buf_str(&out);
}

static void gives_each_element_its_style(void **state)
{
    Str out = raw_html(*state, "# Title\n\nSome `code` and [a link](/x/).\n");

    assert_true(str_contains(out, STR("<h3 style=\"")));
    assert_true(str_contains(out, STR("<p style=\"margin:0 0 16px;\">")));
    assert_true(str_contains(out, STR("<code class=\"code\" style=\"")));
    assert_true(str_contains(out, STR("<a href=\"https://news.example.org/x/\" class=\"link\" style=\"")));
    assert_false(str_contains(out, STR(" id=")));
}

static void writes_paragraphs_and_marks(void **state)
{
    Scratch *scratch = *state;

    assert_str(html(scratch, "One *two* **three** ~~four~~ `a<b`  \nfive & six\nseven\n"),
               "<p>One <em>two</em> <strong>three</strong> <s>four</s> <code>a&lt;b</code><br>\n"
               "five &amp; six\nseven</p>\n");
    assert_str(html(scratch, "> quoted\n\n---\n"), "<blockquote><p>quoted</p>\n</blockquote>\n<hr>\n");
    assert_str(html(scratch, "```sh\na && b\n```\n"), "<pre><code>a &amp;&amp; b\n</code></pre>\n");
    assert_str(html(scratch, ""), "");
}

static void writes_lists_tight_and_loose(void **state)
{
    Scratch *scratch = *state;

    assert_str(html(scratch, "- a\n- b\n  - c\n"), "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n");
    assert_str(html(scratch, "3. a\n\n4. b\n"), "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n");
    assert_str(html(scratch, "- [x] a\n- [ ] b\n"), "<ul>\n<li>\xe2\x98\x91 a</li>\n<li>\xe2\x98\x90 b</li>\n</ul>\n");
}

static void writes_tables(void **state)
{
    Str out = html(*state, "| a | b |\n|---|--:|\n| 1 | 2 |\n");

    assert_str(out, "<table>\n<tr><th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n"
                    "<tr><td>1</td>\n<td>2</td>\n</tr>\n</table>\n");
    assert_true(str_contains(raw_html(*state, "| a |\n|--:|\n"), STR("text-align:right;")));
}

static void numbers_footnotes(void **state)
{
    Str out = html(*state, "One.[^x]\n\n[^x]: The note.\n");

    assert_true(str_contains(out, STR("One.<sup>1</sup>")));
    assert_true(str_contains(out, STR("<ol>\n<li value=\"1\"><p>The note.</p>\n</li>\n</ol>\n")));
}

static void shows_addresses_that_mail_may_not_link_to(void **state)
{
    Scratch *scratch = *state;

    assert_str(html(scratch, "[old](http://old.example/a?b&c)\n"), "<p>old (http://old.example/a?b&amp;c)</p>\n");
    assert_str(html(scratch, "<http://old.example/>\n"), "<p>http://old.example/</p>\n");
    assert_str(html(scratch, "[http://old.example/](http://old.example/)\n"), "<p>http://old.example/</p>\n");
}

static void sizes_images(void **state)
{
    Scratch *scratch = *state;

    assert_str(html(scratch, "![A \"map\"](/m.png)\n"),
               "<p><img src=\"https://news.example.org/m.png\" alt=\"A &quot;map&quot;\" width=\"552\"></p>\n");
    Str known = raw_html(scratch, "<img src=\"/m.png\" width=\"320\" alt=\"\">\n");
    assert_true(str_contains(known, STR("alt=\"\" width=\"320\"")));
    assert_true(str_contains(known, STR("width:320px;")));
    assert_true(str_contains(raw_html(scratch, "<img src=\"/m.png\" width=\"4000\">\n"), STR("width=\"552\"")));
    assert_true(str_contains(raw_html(scratch, "<img src=\"/m.png\" width=\"50%\">\n"), STR("width=\"552\"")));
}

static void keeps_harmless_html_and_nothing_else(void **state)
{
    Scratch *scratch = *state;
    Str out = html(scratch,
                   "<div onclick=\"x()\" lang=\"fr\"><p>Un <sup>2</sup> <blink>mot</blink></p></div>\n\n"
                   "<script>alert(1)</script>\n\n<style>p{}</style>\n\n<iframe src=\"https://e.example/\"></iframe>\n");

    assert_true(str_contains(out, STR("Un <sup>2</sup> mot")));
    assert_false(str_contains(out, STR("onclick")));
    assert_false(str_contains(out, STR("script")));
    assert_false(str_contains(out, STR("<style")));
    assert_false(str_contains(out, STR("iframe")));
}

static void survives_deep_nesting(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };

    buf_put_repeated(&text, '>', 20000);
    buf_put(&text, STR(" deep\n"));
    buf_put_char(&text, '\0');
    assert_true(str_contains(raw_html(scratch, text.data), STR("deep")));
}

static int init(void **state)
{
    (void)state;
    gfm_init();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(gives_each_element_its_style),
        TEST(writes_paragraphs_and_marks),
        TEST(writes_lists_tight_and_loose),
        TEST(writes_tables),
        TEST(numbers_footnotes),
        TEST(shows_addresses_that_mail_may_not_link_to),
        TEST(sizes_images),
        TEST(keeps_harmless_html_and_nothing_else),
        TEST(survives_deep_nesting),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, init, NULL);
}
