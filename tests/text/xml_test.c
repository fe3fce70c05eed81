/* tests/text/xml_test.c */
#include "text/xml.h"
#include "tests/support.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void writes_nested_elements_indented(void **state)
{
    Scratch *scratch = *state;
    XmlWriter *xml = xml_new();

    xml_stylesheet(xml, STR("text/css"), STR("/feed.css?a&b"));
    xml_open(xml, "feed");
    xml_attribute(xml, "xmlns", STR("http://www.w3.org/2005/Atom"));
    xml_element(xml, "title", STR("News"));
    xml_element_optional(xml, "subtitle", STR(""));
    xml_open(xml, "author");
    xml_element_optional(xml, "name", STR("Ann"));
    xml_close(xml);
    xml_open(xml, "link");
    xml_attribute(xml, "rel", STR("self"));
    xml_attribute(xml, "href", STR("https://example.org/"));
    xml_close(xml);
    xml_close(xml);
    Str document = xml_finish(xml, &scratch->arena);

    assert_str(document, HEAD "<?xml-stylesheet type=\"text/css\" href=\"/feed.css?a&amp;b\"?>\n"
                              "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
                              "  <title>News</title>\n"
                              "  <author>\n"
                              "    <name>Ann</name>\n"
                              "  </author>\n"
                              "  <link rel=\"self\" href=\"https://example.org/\"/>\n"
                              "</feed>\n");
    assert_true(xml_is_well_formed(document));
}

static Str write_one(Str attribute, Str text, bool hex, Arena *arena)
{
    XmlWriter *xml = xml_new();

    xml_open(xml, "t");
    if (attribute.len > 0)
        xml_attribute(xml, "a", attribute);
    (hex ? xml_text_hex : xml_text)(xml, text);
    xml_close(xml);
    Str document = xml_finish(xml, arena);
    assert_true(xml_is_well_formed(document));
    return document;
}

static void escapes_by_place(void **state)
{
    Scratch *scratch = *state;

    assert_str(write_one((Str){ 0 }, STR("a & b < c > \"d\" 'e'\r\n\tf"), false, &scratch->arena),
               HEAD "<t>a &amp; b &lt; c &gt; \"d\" 'e'&#xD;\n\tf</t>\n");
    assert_str(write_one(STR("a & b < c > \"d\" 'e'\r\n\tf"), STR("x"), false, &scratch->arena),
               HEAD "<t a=\"a &amp; b &lt; c &gt; &quot;d&quot; 'e'&#xD;&#xA;&#x9;f\">x</t>\n");
    assert_str(write_one((Str){ 0 }, STR("Q&A: if a < b > c"), true, &scratch->arena),
               HEAD "<t>Q&#x26;A: if a &#x3C; b &#x3E; c</t>\n");
    assert_str(write_one((Str){ 0 }, STR("]]> <![CDATA[ &amp; <b>"), false, &scratch->arena),
               HEAD "<t>]]&gt; &lt;![CDATA[ &amp;amp; &lt;b&gt;</t>\n");
}

static void leaves_out_what_xml_has_no_character_for(void **state)
{
    Scratch *scratch = *state;

    assert_str(write_one((Str){ 0 }, STR("a\x01\x1F\0b\uFFFE\uFFFFc"), false, &scratch->arena), HEAD "<t>abc</t>\n");
    assert_str(write_one(STR("\bx\x0C"), STR("\x02"), true, &scratch->arena), HEAD "<t a=\"x\"></t>\n");
    assert_str(write_one((Str){ 0 }, STR("\x7F\uFFFD\U0001F600\u200F\U0010FFFF"), false, &scratch->arena),
               HEAD "<t>\x7F\uFFFD\U0001F600\u200F\U0010FFFF</t>\n");
}

static void replaces_bytes_that_are_not_utf8(void **state)
{
    Scratch *scratch = *state;

    assert_str(write_one((Str){ 0 },
                         STR("a\xFF"
                             "b\xC3"),
                         false, &scratch->arena),
               HEAD "<t>a\uFFFDb\uFFFD</t>\n");
    assert_str(write_one((Str){ 0 }, STR("\xED\xA0\x80"), false, &scratch->arena), HEAD "<t>\uFFFD\uFFFD\uFFFD</t>\n");
}

static void knows_the_characters_of_xml(void **state)
{
    static const uint32_t yes[] = { 0x9, 0xA, 0xD, 0x20, 0x7F, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF };
    static const uint32_t no[] = { 0, 0x8, 0xB, 0xC, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x110000 };

    (void)state;
    for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
        assert_true(xml_is_char(yes[i]));
    for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
        assert_false(xml_is_char(no[i]));
}

static void tells_what_is_not_well_formed(void **state)
{
    (void)state;
    assert_true(xml_is_well_formed(STR("<a xmlns:b='urn:b'><b:c/></a>")));
    assert_false(xml_is_well_formed(STR("")));
    assert_false(xml_is_well_formed(STR("<a>")));
    assert_false(xml_is_well_formed(STR("<a></b>")));
    assert_false(xml_is_well_formed(STR("<a>\x01</a>")));
    assert_false(xml_is_well_formed(STR("<a>&nbsp;</a>")));
    assert_false(xml_is_well_formed(STR("<a>]]></a>")));
    assert_false(xml_is_well_formed(STR("<a><b:c/></a>"))); /* a prefix that nothing declares */
    assert_false(xml_is_well_formed(STR("<a/><a/>")));
}

static void writes_nothing_as_the_first_text(void **state)
{
    Scratch *scratch = *state;
    XmlWriter *xml = xml_new();

    xml_open(xml, "t");
    xml_attribute(xml, "a", STR("\x01"));
    xml_close(xml);
    assert_str(xml_finish(xml, &scratch->arena), HEAD "<t a=\"\"/>\n");
}

/* Longer than any buffer of the library, and its limit of ten million bytes a text. */
static void writes_long_texts(void **state)
{
    Scratch *scratch = *state;
    Buf text = { .arena = &scratch->arena };

    buf_put_repeated(&text, '<', 3000000);
    Str document = write_one((Str){ 0 }, buf_str(&text), false, &scratch->arena);
    assert_int_equal(document.len, sizeof(HEAD) - 1 + sizeof("<t></t>\n") - 1 + 12000000);
}

TEST_MAIN(TEST(writes_nested_elements_indented), TEST(escapes_by_place), TEST(leaves_out_what_xml_has_no_character_for),
          TEST(replaces_bytes_that_are_not_utf8), TEST(knows_the_characters_of_xml),
          TEST(tells_what_is_not_well_formed), TEST(writes_nothing_as_the_first_text), TEST(writes_long_texts))
