/* lib/text/xml.h - writes XML 1.0 by libxml2's text writer, and judges what was written. */
#pragma once

#include "base/buf.h"

typedef struct XmlWriter XmlWriter;

/* To be called once, before the first thread starts: libxml2 keeps tables of its own. */
void xml_init(void);

/* A document in UTF-8 with its declaration, indented by two. What XML 1.0 section 2.2 has no Char for is left out of
 * text and attributes; a byte that is not UTF-8 becomes U+FFFD. Each writer belongs to one thread and ends with
 * xml_finish. */
XmlWriter *xml_new(void);
void xml_stylesheet(XmlWriter *xml, Str type, Str href); /* before the first element */
void xml_open(XmlWriter *xml, const char *name);         /* a name with a prefix is written as it stands */
void xml_close(XmlWriter *xml);
void xml_attribute(XmlWriter *xml, const char *name, Str value); /* right after xml_open */
void xml_text(XmlWriter *xml, Str text);
void xml_element(XmlWriter *xml, const char *name, Str text);          /* open, text, close */
void xml_element_optional(XmlWriter *xml, const char *name, Str text); /* nothing for an empty text */

/* Text whose &, <, > are written &#x26; &#x3C; &#x3E;, as the RSS Advisory Board's profile wants it in titles. */
void xml_text_hex(XmlWriter *xml, Str text);

/* The finished document, and the end of the writer. */
Str xml_finish(XmlWriter *xml, Arena *arena);

bool xml_is_char(uint32_t code_point); /* XML 1.0 section 2.2 */

/* True when a parser of XML with namespaces reads `document` to its end. For what we wrote ourselves. */
bool xml_is_well_formed(Str document);
