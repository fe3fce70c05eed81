#include "text/html.h"
#include "tests/support.h"

typedef void Put(Buf *out, Str text);

static void expect(Scratch *scratch, Put *put, const char *text, const char *expected)
{
    Buf out = { .arena = &scratch->arena };

    put(&out, str_from(text));
    assert_str(buf_str(&out), expected);
}

static void escapes_text(void **state)
{
    expect(*state, html_put_text, "", "");
    expect(*state, html_put_text, "Grüße, 世界", "Grüße, 世界");
    expect(*state, html_put_text, "<a href=\"x\">&</a>", "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    expect(*state, html_put_text, "it's", "it's");
}

static void encodes_urls_once(void **state)
{
    expect(*state, html_put_url, "", "");
    expect(*state, html_put_url, "/a b?c=%20&d='é'\\[x]", "/a%20b?c=%20&amp;d=&#x27;%C3%A9&#x27;%5C%5Bx%5D");
    expect(*state, url_put_encoded, "/a b?c=%20&d='é'", "/a%20b?c=%20&d='%C3%A9'");
    expect(*state, html_put_url, "https://[::1]/", "https://%5B::1%5D/");
}

static void reads_references_by_name(void **state)
{
    expect(*state, html_put_unescaped, "AT&amp;T &copy; &nbsp;|&Dcaron;", "AT&T © \u00A0|Ď");
    expect(*state, html_put_unescaped, "&ClockwiseContourIntegral;&CounterClockwiseContourIntegral;", "∲∳");
    expect(*state, html_put_unescaped, "&ngE;", "≧̸"); /* two code points */
    expect(*state, html_put_unescaped, "&AElig;&zwnj;&Zscr;&yuml;", "Æ\u200C𝒵ÿ");
}

static void reads_references_by_number(void **state)
{
    expect(*state, html_put_unescaped, "&#38;&#x26;&#X1F600;", "&&😀");
    expect(*state, html_put_unescaped, "&#0;&#xD800;&#x110000;", "\uFFFD\uFFFD\uFFFD");
    expect(*state, html_put_unescaped, "&#128;&#150;", "€–"); /* what windows-1252 meant by them */
}

static void leaves_alone_what_is_no_reference(void **state)
{
    expect(*state, html_put_unescaped, "R&D & so on; &unknown; &amp", "R&D & so on; &unknown; &amp");
    expect(*state, html_put_unescaped, "&#; &#x; &#12345678; &#x1234567; &#xG;",
           "&#; &#x; &#12345678; &#x1234567; &#xG;");
    expect(*state, html_put_unescaped, "&", "&");
    expect(*state, html_put_unescaped, "&;&Amp;&am;", "&;&Amp;&am;");
}

static void says_how_long_a_reference_is(void **state)
{
    uint32_t c[2];

    (void)state;
    assert_int_equal(html_read_reference(STR("&lt;b"), c), 4);
    assert_int_equal(c[0], '<');
    assert_int_equal(c[1], 0);
    assert_int_equal(html_read_reference(STR("x&lt;"), c), 0);
    assert_int_equal(html_read_reference(STR(""), c), 0);
}

TEST_MAIN(TEST(escapes_text), TEST(encodes_urls_once), TEST(reads_references_by_name), TEST(reads_references_by_number),
          TEST(leaves_alone_what_is_no_reference), TEST(says_how_long_a_reference_is))
