/* lib/markup/html_writer.h - the HTML renderer's parts. Internal to html*.c. */
#pragma once

#include "markup/html.h"
#include "markup/kramdown.h"

typedef struct HtmlWriter {
    Buf *out;
    const HtmlOptions *options;
    Dialect dialect;
    const KramdownOptions *kramdown;
    size_t start;  /* of this rendering in `out` */
    Arena scratch; /* for addresses while they are made absolute */
} HtmlWriter;

/* How a kind of node is written. Without `close`, what is below the node has been written with it. */
typedef struct HtmlForm {
    void (*open)(HtmlWriter *writer, const Node *node);
    void (*close)(HtmlWriter *writer, const Node *node);
    Str name; /* of what is nothing but an element */
} HtmlForm;

const HtmlForm *html_kramdown_form(NodeKind kind); /* NULL where kramdown's HTML is as ours */

void html_put_line(HtmlWriter *writer); /* starts a new line, unless one has just begun */

/* ` name="value"`; a URL is made absolute as the options ask. */
void html_put_url_attribute(HtmlWriter *writer, Str name, Str url);
void html_put_named_attribute(HtmlWriter *writer, Str name, Str value);
void html_put_id(HtmlWriter *writer, Str id);
void html_put_node_attributes(HtmlWriter *writer, const Node *node);

/* `<name attributes>` and `</name>` */
void html_put_open(HtmlWriter *writer, Str name, const Node *node);
void html_put_close(HtmlWriter *writer, Str name);

void html_open_table(HtmlWriter *writer, const Node *node);
void html_close_table(HtmlWriter *writer, const Node *node);
void html_open_row(HtmlWriter *writer, const Node *node);
void html_close_row(HtmlWriter *writer, const Node *node);
void html_open_cell(HtmlWriter *writer, const Node *node);
void html_close_cell(HtmlWriter *writer, const Node *node);

void html_open_footnote(HtmlWriter *writer, const Node *node);
void html_close_footnote(HtmlWriter *writer, const Node *node);
void html_open_footnote_reference(HtmlWriter *writer, const Node *node);
void html_put_backlinks(HtmlWriter *writer, const Node *footnote);
void html_put_kramdown_task(HtmlWriter *writer, const Node *paragraph); /* the box, where one belongs */
void html_put_heading_link(HtmlWriter *writer, const Node *heading);    /* to itself, where the options ask for it */
void html_put_kramdown_backlinks(HtmlWriter *writer, const Node *footnote, bool spaced);
void html_put_inner_backlinks(HtmlWriter *writer, const Node *node); /* where a footnote's last words are the node's */
void html_put_kramdown_code(HtmlWriter *writer, const Node *node);
void html_put_kramdown_code_block(HtmlWriter *writer, const Node *node);
