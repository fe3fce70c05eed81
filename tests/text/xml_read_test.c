/* tests/text/xml_read_test.c */
#include "text/xml_read.h"

#include "tests/support.h"
#include "text/xml.h"

static const XmlNode *read_or_fail(Scratch *scratch, const char *text)
{
    const XmlNode *root;
    const Source *source = source_new(STR("feed"), str_from(text), &scratch->arena);

    assert_true(xml_read(&root, source, "feed-unreadable", &scratch->arena, &scratch->diags));
    return root;
}

static void reads_a_tree_with_places(void **state)
{
    const XmlNode *root =
        read_or_fail(*state, "<?xml version='1.0'?>\n<a xmlns='urn:a' b='1 &lt; &#x26;'>\n <c>x &amp; "
                             "<![CDATA[<y>]]></c><d/>\n</a>");

    assert_true(xml_is(root, "urn:a", "a"));
    assert_str(xml_value(root, "", "b"), "1 < &");
    const XmlNode *c = xml_child(root, "urn:a", "c");
    assert_str(c->text, "x & <y>");
    assert_str(source_text(c->span), "<c>x &amp; <![CDATA[<y>]]></c>");
    assert_str(source_text(c->tag), "<c>");
    assert_str(source_text(c->inner), "x &amp; <![CDATA[<y>]]>");
    assert_str(source_text(c->next->span), "<d/>");
    assert_null(xml_child(root, "", "c"));
}

static void reads_no_entity_and_no_file(void **state)
{
    static const char *const texts[] = {
        "<!DOCTYPE a [<!ENTITY e 'boom'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e 'boom'>]><a b='&e;'/>",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Scratch *scratch = *state;
        const XmlNode *root = NULL;
        const Source *source = source_new(STR("feed"), str_from(texts[i]), &scratch->arena);
        if (xml_read(&root, source, "feed-unreadable", &scratch->arena, &scratch->diags))
            assert_false(str_contains(root->text, STR("boom")));
    }
}

static void refuses_what_is_not_well_formed_or_too_much(void **state)
{
    Scratch *scratch = *state;
    Buf laden = { .arena = &scratch->arena }, deep = { .arena = &scratch->arena };
    const XmlNode *root;

    buf_put_cstr(&laden, "<a");
    for (int i = 0; i < 101; i++)
        buf_put_format(&laden, " a%d='>'", i);
    buf_put_cstr(&laden, "/>");
    for (int i = 0; i < 300; i++)
        buf_put_cstr(&deep, "<a>");
    for (int i = 0; i < 300; i++)
        buf_put_cstr(&deep, "</a>");
    const Str texts[] = { STR(""),         STR("<a>"),    STR("<a></b>"), STR("<p:a/>"), STR("<a>&nbsp;</a>"),
                          buf_str(&laden), buf_str(&deep) };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const Source *source = source_new(STR("feed"), texts[i], &scratch->arena);
        assert_false(xml_read(&root, source, "feed-unreadable", &scratch->arena, &scratch->diags));
        assert_int_equal(scratch->diags.errors, i + 1);
    }
}

static void a_schema_names_the_part_at_fault(void **state)
{
    Scratch *scratch = *state;
    XmlFaults faults = { 0 };
    XmlSchema *schema = xml_schema_open(
        STR("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><choice>"
            "<element name='list'><attribute name='of'/></element>"
            "<element name='one'><element name='name'><text/></element></element></choice></start></grammar>"));

    assert_non_null(schema);
    xml_schema_check(&faults, schema,
                     STR("<list of='x'>\n<one><name>a</name></one>\n<one><nam/></one>\n<one><name/></one>\n</list>"),
                     "one", &scratch->arena);
    assert_true(faults.well_formed);
    assert_int_equal(faults.len, 1);
    assert_int_equal(faults.items[0].part, 1);
    assert_int_equal(faults.items[0].line, 3);
    faults = (XmlFaults){ 0 };
    xml_schema_check(&faults, schema, STR("<list><one><name>a</name></one></list>"), "one", &scratch->arena);
    assert_int_equal(faults.len, 1);
    assert_true(faults.items[0].part == XML_WHOLE);
    xml_schema_close(schema);
    assert_null(xml_schema_open(STR("<a/>")));
}

TEST_MAIN(TEST(reads_a_tree_with_places), TEST(reads_no_entity_and_no_file),
          TEST(refuses_what_is_not_well_formed_or_too_much), TEST(a_schema_names_the_part_at_fault))
