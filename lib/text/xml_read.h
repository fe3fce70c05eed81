/* lib/text/xml_read.h - XML that others wrote, by libxml2: into a tree with places, and against RELAX NG. */
#pragma once

#include "base/diag.h"

typedef struct XmlAttribute {
    Str space; /* the namespace, "" for none */
    Str name;
    Str value;
} XmlAttribute;

/* Places are byte offsets in the document. */
typedef struct XmlNode XmlNode;
struct XmlNode {
    XmlNode *parent, *first, *last, *next;
    Str space, name;
    const XmlAttribute *attributes;
    size_t attribute_count;
    Str text;   /* of an element without elements in it */
    Span span;  /* from its start tag to behind its end tag */
    Span tag;   /* the start tag alone */
    Span inner; /* what stands between its tags */
};

/* Reads a whole document, which is UTF-8 whatever its declaration says. Nothing is fetched, and no entity is declared
 * or expanded; nesting is at most 256 deep, an element has at most 100 attributes. False: one diag_error of rule `rule`
 * at the first fault. */
bool xml_read(const XmlNode **out, const Source *source, const char *rule, Arena *arena, Diags *diags);

bool xml_is(const XmlNode *node, const char *space, const char *name);
const XmlNode *xml_child(const XmlNode *node, const char *space, const char *name);    /* the first; NULL for none */
const XmlAttribute *xml_get(const XmlNode *node, const char *space, const char *name); /* NULL for none */
Str xml_value(const XmlNode *node, const char *space, const char *name);               /* "" for none */

/* A schema in the XML syntax of RELAX NG. May be used by several threads at once. */
typedef struct XmlSchema XmlSchema;
void xml_schema_init(void);             /* for xml_init */
XmlSchema *xml_schema_open(Str schema); /* NULL when it is no schema */
void xml_schema_close(XmlSchema *schema);

/* The first thing wrong in one part of a document. */
typedef struct XmlFault {
    size_t part;   /* counted from 0; XML_WHOLE: outside all parts */
    uint32_t line; /* from 1; 0 where it is not known */
    Str words;     /* libxml2's own */
} XmlFault;
#define XML_WHOLE ((size_t)-1)

typedef struct XmlFaults {
    XmlFault *items;
    size_t len, cap;
    bool well_formed;
} XmlFaults;

/* Judges a document part by part: its parts are the elements called `part` among the root's children and theirs, and
 * the schema allows each of them as a root too; then the rest without them. For what is no danger: what we wrote, or
 * what xml_read has read. */
void xml_schema_check(XmlFaults *out, const XmlSchema *schema, Str document, const char *part, Arena *arena);
