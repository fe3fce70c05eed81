/* tests/site/filters_text_test.c */
#include "tests/site/template.h"

static const char config[] = "cjk: \"\xe4\xbd\xa0\xe5\xa5\xbd world \xe3\x81\x93 foo\"\nlist: [a, 1]\n"
                             "quotes: \"a \\\"b\\\" 'c' -- d... e's\"\nspaces: \"  a \\t\\r\\nb  c \"\n";

static void escapes_for_xml(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ '<a b=\"c\">&amp;' | xml_escape }}", "&lt;a b=&quot;c&quot;&gt;&amp;amp;" },
        { "{{ \"it's\" | xml_escape }} {{ 5 | xml_escape }}", "it&apos;s 5" },
        { "{{ site.list | xml_escape }}", "[&quot;a&quot;, 1]" },
        { "{{ site.list | inspect }} {{ nil | inspect }}", "[&quot;a&quot;, 1] nil" },
        { "{{ 'a\"<' | inspect }}", "&quot;a\\&quot;&lt;&quot;" },
    };
    EXPECT(*state, config, cases);
}

static void counts_words(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a b  c' | number_of_words }} {{ '' | number_of_words }}", "3 0" },
        { "{{ site.cjk | number_of_words }} {{ site.cjk | number_of_words: 'cjk' }}", "4 5" },
        { "{{ site.cjk | number_of_words: 'auto' }} {{ 'a b' | number_of_words: 'auto' }}", "5 2" },
        { "{{ nil | number_of_words }}", "Liquid error (line 1): number_of_words takes text, not NilClass" },
    };
    EXPECT(*state, config, cases);
}

static void folds_white_space(void **state)
{
    static const TemplateCase cases[] = {
        { "[{{ site.spaces | normalize_whitespace }}]", "[a b c]" },
        { "[{{ nil | normalize_whitespace }}][{{ 5 | normalize_whitespace }}]", "[][5]" },
        { "[{{ 'a\xc2\xa0 b' | normalize_whitespace }}]", "[a\xc2\xa0 b]" },
    };
    EXPECT(*state, config, cases);
}

static void makes_slugs(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'The _config.yml File' | slugify }}", "the-config-yml-file" },
        { "{{ 'The _config.yml File' | slugify: 'pretty' }}", "the-_config.yml-file" },
        { "{{ 'A B' | slugify: nil }} {{ 'A B' | slugify: 'bogus' }}", "a-b a b" },
        { "[{{ nil | slugify }}]", "[]" },
        { "{{ 5 | slugify }}", "Liquid error (line 1): slugify takes text, not Integer" },
    };
    EXPECT(*state, config, cases);
}

static void smartens_punctuation(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ site.quotes | smartify }}", "a \xe2\x80\x9c"
                                          "b\xe2\x80\x9d \xe2\x80\x98"
                                          "c\xe2\x80\x99 \xe2\x80\x93 d\xe2\x80\xa6 e\xe2\x80\x99s" },
        { "{{ '<code>\"x\"</code> --- <b title=\"y\">' | smartify }}",
          "<code>\"x\"</code> \xe2\x80\x94 <b title=\"y\">" },
        { "[{{ 'a&copy;b &lt; &quot; &nosuch; &#65;\n' | smartify }}]", "[a\xc2\xa9"
                                                                        "b &lt; \" &amp;nosuch; A]" },
        { "{{ '#<Date: 2024 (x)> <b x=y z>' | smartify }}", "#&lt;Date: 2024 (x)&gt; <b x=y z>" },
        { "{{ '5 < 6 & 7 &amp; <<x>>' | smartify }}", "5 &lt; 6 &amp; 7 &amp; \xc2\xabx\xc2\xbb" },
        { "{{ \"the '80s\" | smartify }}{{ nil | smartify }}", "the \xe2\x80\x99"
                                                               "80s" },
    };
    EXPECT(*state, config, cases);
}

static void makes_html_of_markdown(void **state)
{
    static const TemplateCase cases[] = {
        { "{{ 'a *b*' | markdownify }}", "<p>a <em>b</em></p>\n" },
        { "{{ nil | markdownify }}", "\n" },
    };
    EXPECT(*state, config, cases);
}

TEST_MAIN(TEST(escapes_for_xml), TEST(counts_words), TEST(folds_white_space), TEST(makes_slugs),
          TEST(smartens_punctuation), TEST(makes_html_of_markdown))
