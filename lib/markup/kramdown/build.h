/* lib/markup/kramdown/build.h - from blocks to nodes. */
#pragma once

#include "markup/kramdown/parser.h"

void build_html(Parser *parser, Node *into, const Block *block);
Str plain_words(const Parser *parser, const Node *node); /* what a heading says */
Str plain_slug(Str words, Arena *arena);                 /* as kramdown makes ids by itself; may be empty */
void give_heading_id(Parser *parser, Node *heading, Str written);
void note_heading(Parser *parser, Node *heading, int level); /* as written */
void write_signs(Parser *parser);
Node *build_math_text(Parser *parser, Node *paragraph, Str formula); /* and what the paragraph then is */
void place_toc(Parser *parser, Node *into, const Block *list);
void fill_toc(Parser *parser);
void build_notes(Parser *parser);
void find_abbreviations(Parser *parser);
void drop_attribute(Node *node, Str name);
Node *build_node(Parser *parser, Node *into, const Block *block, NodeKind kind);
Node *build_element(Parser *parser, Node *into, const Block *block, Str name);
