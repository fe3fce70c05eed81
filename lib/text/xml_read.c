/* lib/text/xml_read.c */
#include "text/xml_read.h"

#include <limits.h>
#include <libxml/SAX2.h>
#include <libxml/relaxng.h>

#include "base/buf.h"
#include "base/vec.h"

enum {
    MAX_ATTRIBUTES = 100, /* libxml2 compares each with each */
    SAX_WORDS = 5,        /* that libxml2 has of each attribute: name, prefix, namespace, value, its end */
};

/* NOENT would expand entities: none is ever declared but the five of XML itself, since nobody listens to a DTD. */
static const int options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT;

typedef struct Reader {
    const Source *source;
    Arena *arena;
    xmlParserCtxt *parser;
    XmlNode *root, *open;
    Buf text; /* since the last tag */
    bool failed;
    size_t fault_at;
    Str fault;
} Reader;

static Str str_of(const xmlChar *text)
{
    return str_from((const char *)text);
}

/* --- the tree ---------------------------------------------------------------------------------------------------- */

static size_t offset(const Reader *reader)
{
    const xmlParserInput *input = reader->parser->input;
    size_t at = input == NULL ? 0 : (size_t)(input->cur - input->base) + input->consumed;
    return at < reader->source->text.len ? at : reader->source->text.len;
}

static Span span_between(const Reader *reader, size_t start, size_t end)
{
    return (Span){ reader->source, (uint32_t)start, (uint32_t)(end < start ? start : end) };
}

/* Where the tag begins whose end is at hand: no `<` stands inside one. */
static size_t tag_start(const Reader *reader, size_t end)
{
    size_t start = str_find_last_char(str_slice(reader->source->text, 0, end), '<');
    return start == STR_NONE ? 0 : start;
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                          int space_count, const xmlChar **spaces, int count, int defaulted, const xmlChar **words)
{
    Reader *reader = context;
    XmlNode *node = ARENA_NEW(reader->arena, XmlNode);
    XmlAttribute *attributes = ARENA_ARRAY(reader->arena, XmlAttribute, (size_t)count);
    size_t end = offset(reader);
    (void)prefix, (void)space_count, (void)spaces, (void)defaulted;

    for (int i = 0; i < count; i++, words += SAX_WORDS) {
        Str value = { (const char *)words[3], (size_t)(words[4] - words[3]) };
        attributes[i] = (XmlAttribute){ arena_copy(reader->arena, str_of(words[2])),
                                        arena_copy(reader->arena, str_of(words[0])), arena_copy(reader->arena, value) };
    }
    node->name = arena_copy(reader->arena, str_of(name));
    node->space = arena_copy(reader->arena, str_of(space));
    node->attributes = attributes;
    node->attribute_count = (size_t)count;
    node->tag = span_between(reader, tag_start(reader, end), end + 1);
    node->inner = span_between(reader, end + 1, end + 1);
    node->parent = reader->open;
    if (node->parent == NULL)
        reader->root = node;
    else if (node->parent->last == NULL)
        node->parent->first = node->parent->last = node;
    else
        node->parent->last = node->parent->last->next = node;
    reader->open = node;
    reader->text.len = 0;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    Reader *reader = context;
    XmlNode *node = reader->open;
    size_t end = offset(reader);
    (void)name, (void)prefix, (void)space;

    if (node == NULL)
        return;
    node->span = span_between(reader, node->tag.start, end);
    size_t inner_end = tag_start(reader, end);
    if (inner_end > node->tag.start)
        node->inner = span_between(reader, node->inner.start, inner_end);
    if (node->first == NULL)
        node->text = arena_copy(reader->arena, buf_str(&reader->text));

    reader->text.len = 0;
    reader->open = node->parent;
}

static void take_text(void *context, const xmlChar *text, int len)
{
    Reader *reader = context;
    buf_put(&reader->text, (Str){ (const char *)text, (size_t)len });
}

/* One that a DTD might declare, which nobody reads: its text is not known. */
static void take_entity(void *context, const xmlChar *name)
{
    Reader *reader = context;

    if (reader->failed)
        return;
    reader->failed = true;
    reader->fault_at = offset(reader);
    reader->fault = arena_format(reader->arena, "the entity &%s; is not known", (const char *)name);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError FoundError;
#else
typedef xmlError FoundError;
#endif

static void take_error(void *context, FoundError *error)
{
    Reader *reader = context;

    if (reader->failed || error->level < XML_ERR_ERROR)
        return;
    reader->failed = true;
    reader->fault_at = offset(reader);
    reader->fault = arena_copy(reader->arena, str_trim(str_from(error->message)));
}

/* --- what would cost too much ------------------------------------------------------------------------------------- */

static size_t skip_behind(Str text, size_t at, const char *end)
{
    size_t found = str_find(text, str_from(end), at);
    return found == STR_NONE ? text.len : found + strlen(end);
}

/* Behind the tag at `at`, and how many attributes it may have at most. */
static size_t skip_tag(Str text, size_t at, size_t *attributes)
{
    *attributes = 0;
    while (at < text.len && text.data[at] != '>') {
        char c = text.data[at];
        if (c == '"' || c == '\'') {
            size_t end = str_find_char(text, c, at + 1);
            at = end == STR_NONE ? text.len : end;
        }
        *attributes += c == '=';
        at++;
    }
    return at;
}

/* The offset of a tag with more attributes than anybody needs; STR_NONE when there is none. */
static size_t find_laden_tag(Str text)
{
    size_t attributes;

    for (size_t at = 0; (at = str_find_char(text, '<', at)) != STR_NONE;) {
        Str rest = str_from_offset(text, at);
        size_t start = at;
        if (str_starts_with(rest, STR("<!--"))) {
            at = skip_behind(text, at + 4, "-->");
        } else if (str_starts_with(rest, STR("<![CDATA["))) {
            at = skip_behind(text, at, "]]>");
        } else if (str_at(rest, 1) == '?') {
            at = skip_behind(text, at, "?>");
        } else {
            at = skip_tag(text, at, &attributes);
            if (attributes > MAX_ATTRIBUTES)
                return start;
        }
    }
    return STR_NONE;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static bool refuse(const Reader *reader, const char *rule, size_t at, const char *words, Diags *diags)
{
    size_t end = at < reader->source->text.len ? at + 1 : at;
    return diag_error(diags, rule, span_between(reader, at, end), "this is not well-formed XML: %s", words);
}

bool xml_read(const XmlNode **out, const Source *source, const char *rule, Arena *arena, Diags *diags)
{
    Arena growing = { 0 };
    Reader reader = { .source = source, .arena = arena, .text = { .arena = &growing } };
    size_t laden = find_laden_tag(source->text);

    if (laden != STR_NONE)
        return refuse(&reader, rule, laden, "a tag has more than 100 attributes", diags);
    if (source->text.len > INT_MAX || (reader.parser = xmlNewParserCtxt()) == NULL)
        arena_out_of_memory();
    *reader.parser->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
                                           .startElementNs = start_element,
                                           .endElementNs = end_element,
                                           .characters = take_text,
                                           .ignorableWhitespace = take_text,
                                           .cdataBlock = take_text,
                                           .reference = take_entity,
                                           .serror = take_error };
    reader.parser->userData = &reader;
    xmlFreeDoc(xmlCtxtReadMemory(reader.parser, source->text.data, (int)source->text.len, NULL, NULL, options));
    bool good =
        reader.parser->wellFormed != 0 && reader.parser->nsWellFormed != 0 && !reader.failed && reader.root != NULL;
    xmlFreeParserCtxt(reader.parser);
    arena_free(&growing);
    *out = reader.root;
    if (good)
        return true;
    Str words = reader.fault.len > 0 ? str_slice(reader.fault, 0, 200) : STR("it has no element");
    return refuse(&reader, rule, reader.fault_at, arena_cstr(arena, words), diags);
}

bool xml_is(const XmlNode *node, const char *space, const char *name)
{
    return str_eq(node->name, str_from(name)) && str_eq(node->space, str_from(space));
}

const XmlNode *xml_child(const XmlNode *node, const char *space, const char *name)
{
    for (const XmlNode *child = node->first; child != NULL; child = child->next) {
        if (xml_is(child, space, name))
            return child;
    }
    return NULL;
}

const XmlAttribute *xml_get(const XmlNode *node, const char *space, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        if (str_eq(attribute->name, str_from(name)) && str_eq(attribute->space, str_from(space)))
            return attribute;
    }
    return NULL;
}

Str xml_value(const XmlNode *node, const char *space, const char *name)
{
    const XmlAttribute *attribute = xml_get(node, space, name);
    return attribute == NULL ? (Str){ NULL, 0 } : attribute->value;
}

/* --- RELAX NG ---------------------------------------------------------------------------------------------------- */

struct XmlSchema {
    xmlRelaxNG *compiled;
};

typedef struct Judge {
    XmlFaults *faults;
    Arena *arena;
    size_t part;
    bool told; /* of this part */
    xmlRelaxNGValidCtxt *context;
} Judge;

static void ignore_error(void *context, FoundError *error)
{
    (void)context, (void)error;
}

static void take_fault(void *context, FoundError *error)
{
    Judge *judge = context;

    if (judge->told)
        return;
    judge->told = true;
    long line = error->node == NULL ? error->line : xmlGetLineNo(error->node);
    Str words = arena_copy(judge->arena, str_slice(str_trim(str_from(error->message)), 0, 200));
    vec_push(judge->arena, judge->faults, (XmlFault){ judge->part, (uint32_t)(line > 0 ? line : 0), words });
}

void xml_schema_init(void)
{
    if (xmlRelaxNGInitTypes() < 0)
        arena_out_of_memory();
}

XmlSchema *xml_schema_open(Str schema)
{
    XmlSchema *out = NULL;
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(schema.data, (int)schema.len);

    if (parser == NULL)
        arena_out_of_memory();
    xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
    xmlRelaxNG *compiled = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (compiled != NULL) {
        out = xmlMalloc(sizeof(*out));
        if (out == NULL)
            arena_out_of_memory();
        out->compiled = compiled;
    }
    return out;
}

void xml_schema_close(XmlSchema *schema)
{
    if (schema == NULL)
        return;
    xmlRelaxNGFree(schema->compiled);
    xmlFree(schema);
}

/* Takes the parts out of the tree, so that each can be judged as if it were a document. */
static void take_out(xmlNode *parent, const char *part, int depth, xmlNode **first, xmlNode **last)
{
    for (xmlNode *next, *child = parent->children; child != NULL; child = next) {
        next = child->next;
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (!str_eq(str_of(child->name), str_from(part))) {
            if (depth > 0)
                take_out(child, part, depth - 1, first, last);
            continue;
        }
        xmlUnlinkNode(child);
        child->_private = NULL;
        if (*last == NULL)
            *first = child;
        else
            (*last)->_private = child;
        *last = child;
    }
}

static xmlRelaxNGValidCtxt *new_context(Judge *judge, const XmlSchema *schema)
{
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema->compiled);

    if (context == NULL)
        arena_out_of_memory();
    xmlRelaxNGSetValidStructuredErrors(context, take_fault, judge);
    return context;
}

/* A context serves until the first fault, of which something might stay behind in it. */
static void judge_document(Judge *judge, const XmlSchema *schema, xmlDoc *document, size_t part)
{
    judge->part = part;
    judge->told = false;
    if (judge->context == NULL)
        judge->context = new_context(judge, schema);
    xmlRelaxNGValidateDoc(judge->context, document);
    if (judge->told) {
        xmlRelaxNGFreeValidCtxt(judge->context);
        judge->context = NULL;
    }
}

void xml_schema_check(XmlFaults *out, const XmlSchema *schema, Str document, const char *part, Arena *arena)
{
    Judge judge = { .faults = out, .arena = arena };
    xmlNode *first = NULL, *last = NULL;
    size_t count = 0;
    xmlParserCtxt *parser = document.len > INT_MAX ? NULL : xmlNewParserCtxt();

    if (parser == NULL)
        arena_out_of_memory();
    const int tree_options = (options & ~XML_PARSE_NOENT) | XML_PARSE_HUGE | XML_PARSE_BIG_LINES;
    xmlDoc *tree = xmlCtxtReadMemory(parser, document.data, (int)document.len, NULL, NULL, tree_options);
    out->well_formed = tree != NULL && parser->wellFormed != 0 && parser->nsWellFormed != 0;
    if (out->well_formed) {
        xmlNode *root = xmlDocGetRootElement(tree);
        take_out(root, part, 1, &first, &last);
        judge_document(&judge, schema, tree, XML_WHOLE);
        xmlNode *children = tree->children;
        for (xmlNode *next, *node = first; node != NULL; node = next) {
            next = node->_private;
            tree->children = node; /* its namespaces are declared in the root, and stay there */
            judge_document(&judge, schema, tree, count++);
            tree->children = children;
            xmlFreeNode(node);
        }
    }
    if (judge.context != NULL)
        xmlRelaxNGFreeValidCtxt(judge.context);
    xmlFreeDoc(tree);
    xmlFreeParserCtxt(parser);
}
