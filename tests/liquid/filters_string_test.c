/* tests/liquid/filters_string_test.c - filters_string.c, filters_cut.c, filters_markup.c */
#include "tests/liquid/support.h"

static void changes_case_in_all_scripts(void **state)
{
    static const RenderCase cases[] = {
        { "{{ uni | upcase }}|{{ 'ÄÖ Ж' | downcase }}", "GRÖSSE 日本|äö ж" },
        { "{{ 'hELLO World' | capitalize }}{{ 'ßa' | capitalize }}{{ '' | capitalize }}", "Hello worldSsa" },
        { "{{ nothing | upcase }}{{ 5 | downcase }}{{ page.tags | upcase }}", "5[\"B\", \"A\", \"C\"]" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void strips_white_space(void **state)
{
    static const RenderCase cases[] = {
        { "[{{ ' \t\n a b \r\n' | strip }}][{{ ' a ' | lstrip }}][{{ ' a ' | rstrip }}]", "[a b][a ][ a]" },
        { "[{{ '\u00a0a' | strip }}]", "[\u00a0a]" },
        { "[{{ ' a \n\t b  ' | squish }}]", "[a b]" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void replaces_text(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 'a.b.c' | replace: '.', '-' }}{{ 'a.b' | replace: '.' }}", "a-b-cab" },
        { "{{ 'abc' | replace: '', '-' }}{{ 'äb' | replace: '', '.' }}{{ '' | replace: '', 'x' }}", "-a-b-c-.ä.b.x" },
        { "{{ 'abc' | replace: 'b', \"[\\0\\\\\\1\\`\\'\\x]\" }}", "a[b\\ac\\x]c" },
        { "{{ 'aaa' | replace_first: 'a', 'b' }}{{ 'aaa' | replace_last: 'a', 'b' }}", "baaaab" },
        { "{{ 'abab' | remove: 'b' }}{{ 'abab' | remove_first: 'b' }}{{ 'abab' | remove_last: 'ab' }}", "aaaabab" },
        { "{{ 'b' | prepend: 'a' | append: 'c' }}{{ 1 | append: 2 }}{{ nothing | append: 'x' }}", "abc12x" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void cuts_by_characters(void **state)
{
    static const RenderCase cases[] = {
        { "{{ uni | truncate: 5 }}|{{ uni | truncate: 8 }}|{{ uni | truncate: 7, '…' }}|{{ uni | truncate: 1 }}",
          "Gr...|Größe 日本|Größe …|..." },
        { "{{ text | truncatewords: 2 }}|{{ text | truncatewords: 3 }}|{{ text | truncatewords: 4, '' }}",
          "one two...|one two three...|one two three" },
        { "{{ ' a  b ' | truncatewords: 1 }}|{{ text | truncatewords: 0 }}", "a...|one..." },
        { "{{ uni | slice: 2 }}{{ uni | slice: -2, 5 }}[{{ uni | slice: 99 }}][{{ uni | slice: 1, -1 }}]",
          "ö日本[][]" },
        { "{{ page.tags | slice: 1, 5 | join }}[{{ page.tags | slice: 9 }}]", "a C[]" },
        { "{{ 'hello' | slice: '1', '2' }}{{ 'hello' | slice: '0x1' }}", "ele" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void splits_as_ruby_does(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 'a,b,,c,,' | split: ',' | size }}{{ ',' | split: ',' | size }}{{ '' | split: ',' | size }}", "400" },
        { "{{ ' a \n b ' | split: ' ' | join: '-' }}", "a-b" },
        { "{{ 'äbc' | split: '' | join: '.' }}{{ 'abc' | split: nothing | size }}", "ä.b.c3" },
        { "{{ 1234 | split: 3 | join: '|' }}", "12|4" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void escapes_markup(void **state)
{
    static const RenderCase cases[] = {
        { "{{ \"<a href='x'>&</a>\" | escape }}{{ '\"' | h }}", "&lt;a href=&#39;x&#39;&gt;&amp;&lt;/a&gt;&quot;" },
        { "{{ '&lt; &#39; &#x27; & <' | escape_once }}", "&lt; &#39; &amp;#x27; &amp; &lt;" },
        { "{{ '<p>a<br>b</p><script>x</script><!-- c --><style>y</style>1 < 2' | strip_html }}", "ab1 < 2" },
        { "{{ '<SCRIPT>x</SCRIPT><script>y' | strip_html }}", "xy" },
        { "{{ \"a\nb\r\n\" | newline_to_br }}", "a<br />\nb\r<br />\n" },
        { "{{ \"a\nb\r\nc\r\" | strip_newlines }}", "abc\r" },
    };
    ASSERT_RENDERS(*state, cases);
}

static void encodes(void **state)
{
    static const RenderCase cases[] = {
        { "{{ 'a b&c~d*é' | url_encode }}{{ nothing | url_encode }}", "a+b%26c~d%2A%C3%A9" },
        { "{{ 'a+b%26%C3%A9%zz%' | url_decode }}", "a b&é%zz%" },
        { "{{ '%ff' | url_decode }}", "Liquid error (line 1): invalid byte sequence in UTF-8" },
        { "{{ 'ab' | base64_encode }}{{ '' | base64_encode }}{{ 'YWI=' | base64_decode }}", "YWI=ab" },
        { "{{ '?>>?' | base64_url_safe_encode }}{{ 'Pz4-Pw' | base64_url_safe_decode }}", "Pz4-Pw==?>>?" },
        { "{{ 'YWI' | base64_decode }}", "Liquid error (line 1): invalid base64 provided to base64_decode" },
        { "{{ '/w==' | base64_decode }}", "Liquid error (line 1): invalid base64 provided to base64_decode" },
    };
    ASSERT_RENDERS(*state, cases);
}

TEST_MAIN(TEST(changes_case_in_all_scripts), TEST(strips_white_space), TEST(replaces_text), TEST(cuts_by_characters),
          TEST(splits_as_ruby_does), TEST(escapes_markup), TEST(encodes))
