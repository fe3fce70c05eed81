/* lib/text/xml.c */
#include "text/xml.h"

#include <assert.h>
#include <limits.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include "base/utf8.h"
#include "text/xml_read.h"

struct XmlWriter {
    Arena arena; /* holds this struct too */
    Buf escaped; /* one text at a time */
    xmlBuffer *bytes;
    xmlTextWriter *writer;
};

/* How a place writes the characters that mean something to XML there; NULL is "as it stands". */
typedef struct Escapes {
    const char *of[64];
} Escapes;

static const Escapes text_escapes = { .of = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['\r'] = "&#xD;" } };
static const Escapes hex_escapes = { .of = { ['&'] = "&#x26;", ['<'] = "&#x3C;", ['>'] = "&#x3E;", ['\r'] = "&#xD;" } };
static const Escapes attribute_escapes = { .of = { ['&'] = "&amp;",
                                                   ['<'] = "&lt;",
                                                   ['>'] = "&gt;",
                                                   ['"'] = "&quot;",
                                                   ['\t'] = "&#x9;",
                                                   ['\n'] = "&#xA;",
                                                   ['\r'] = "&#xD;" } };

/* libxml2's strings are unsigned; its own BAD_CAST casts `const` away. */
static const xmlChar *as_xml(const char *cstr)
{
    return (const xmlChar *)cstr;
}

/* The writer fails for lack of memory only: nesting is ours to keep, and names are literals. */
static void expect(bool done)
{
    if (!done)
        arena_out_of_memory();
}

bool xml_is_char(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

static Str escape(XmlWriter *xml, const Escapes *escapes, Str text)
{
    Buf *out = &xml->escaped;
    size_t plain = 0; /* where what is not yet copied begins */

    out->len = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = (uint32_t)utf8_next(text, &at);
        const char *escaped = c < 64 ? escapes->of[c] : NULL;
        bool broken = c == 0xFFFD && at == start + 1;
        if (escaped == NULL && xml_is_char(c) && !broken)
            continue;
        buf_put(out, str_slice(text, plain, start));
        buf_put_cstr(out, escaped != NULL ? escaped : broken ? "\xEF\xBF\xBD" : "");
        plain = at;
    }
    buf_put(out, str_from_offset(text, plain));
    return buf_str(out);
}

static void write_raw(XmlWriter *xml, Str text)
{
    assert(text.len <= INT_MAX);
    expect(xmlTextWriterWriteRawLen(xml->writer, as_xml(text.len == 0 ? "" : text.data), (int)text.len) >= 0);
}

void xml_init(void)
{
    xmlInitParser();
    xml_schema_init();
}

XmlWriter *xml_new(void)
{
    Arena arena = { 0 };
    XmlWriter *xml = ARENA_NEW(&arena, XmlWriter);

    xml->arena = arena;
    xml->escaped.arena = &xml->arena;
    xml->bytes = xmlBufferCreate();
    expect(xml->bytes != NULL);
    xml->writer = xmlNewTextWriterMemory(xml->bytes, 0);
    expect(xml->writer != NULL);
    xmlTextWriterSetIndent(xml->writer, 1);
    expect(xmlTextWriterSetIndentString(xml->writer, as_xml("  ")) == 0);
    expect(xmlTextWriterStartDocument(xml->writer, "1.0", "utf-8", NULL) >= 0);
    return xml;
}

void xml_stylesheet(XmlWriter *xml, Str type, Str href)
{
    Arena arena = { 0 };
    Buf content = { .arena = &arena };

    buf_put(&content, STR("type=\""));
    buf_put(&content, escape(xml, &attribute_escapes, type));
    buf_put(&content, STR("\" href=\""));
    buf_put(&content, escape(xml, &attribute_escapes, href));
    buf_put_char(&content, '"');
    /* `>` is escaped in both, so that no value ends the instruction */
    expect(xmlTextWriterWritePI(xml->writer, as_xml("xml-stylesheet"), as_xml(arena_cstr(&arena, buf_str(&content))))
           >= 0);
    arena_free(&arena);
}

void xml_open(XmlWriter *xml, const char *name)
{
    expect(xmlTextWriterStartElement(xml->writer, as_xml(name)) >= 0);
}

void xml_close(XmlWriter *xml)
{
    expect(xmlTextWriterEndElement(xml->writer) >= 0);
}

void xml_attribute(XmlWriter *xml, const char *name, Str value)
{
    expect(xmlTextWriterStartAttribute(xml->writer, as_xml(name)) >= 0);
    write_raw(xml, escape(xml, &attribute_escapes, value));
    expect(xmlTextWriterEndAttribute(xml->writer) >= 0);
}

void xml_text(XmlWriter *xml, Str text)
{
    write_raw(xml, escape(xml, &text_escapes, text));
}

void xml_text_hex(XmlWriter *xml, Str text)
{
    write_raw(xml, escape(xml, &hex_escapes, text));
}

void xml_element(XmlWriter *xml, const char *name, Str text)
{
    xml_open(xml, name);
    xml_text(xml, text);
    xml_close(xml);
}

void xml_element_optional(XmlWriter *xml, const char *name, Str text)
{
    if (text.len > 0)
        xml_element(xml, name, text);
}

Str xml_finish(XmlWriter *xml, Arena *arena)
{
    Arena own = xml->arena;

    expect(xmlTextWriterEndDocument(xml->writer) >= 0);
    xmlFreeTextWriter(xml->writer); /* and what it has not handed over yet goes to the buffer */
    const char *bytes = (const char *)xmlBufferContent(xml->bytes);
    Str document = arena_copy(arena, (Str){ bytes, (size_t)xmlBufferLength(xml->bytes) });
    xmlBufferFree(xml->bytes);
    arena_free(&own);
    return document;
}

bool xml_is_well_formed(Str document)
{
    /* HUGE lifts the limit of ten million bytes a text; NONET and no entity substitution: nothing is fetched */
    const int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

    if (document.len > INT_MAX)
        return false;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    expect(parser != NULL);
    xmlDoc *tree = xmlCtxtReadMemory(parser, document.data, (int)document.len, NULL, NULL, options);
    bool ok = tree != NULL && parser->wellFormed != 0 && parser->nsWellFormed != 0;
    xmlFreeDoc(tree);
    xmlFreeParserCtxt(parser);
    return ok;
}
