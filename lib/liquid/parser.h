/* lib/liquid/parser.h - reading blocks of tags into trees. Internal to lib/liquid. */
#pragma once

#include "liquid/lexer.h"
#include "liquid/render.h"
#include "liquid/syntax.h"

typedef struct Parser Parser;

/* A tag as the author wrote it. */
typedef struct Tag {
    Str name;
    Located markup; /* without white space around it */
    Span span;
} Tag;

typedef VEC(Node) Nodes;

/* A kind of tag. `parse` reads what belongs to it, to the end tag of a block, and adds what it renders to `out`. */
typedef struct TagClass {
    const char *name;
    void (*parse)(Parser *parser, const Tag *tag, Nodes *out);
    bool is_block;
    const void *(*host_parse)(Located markup, Arena *arena, Diags *diags);
    const LiquidTagClass *host; /* one of these for the tags of the host */
    const LiquidBlockClass *host_block;
} TagClass;

/* A block that is being read. */
typedef struct Block {
    Tag opening;
    const char *const *dividers; /* tags that part it, as `else`; ends in NULL */
    struct Block *outer;
} Block;

enum { PARSER_MAX_UNKNOWN = 16 };

struct Parser {
    Syntax syntax;
    Span region;
    Lexer lexer;
    Piece pushed; /* read again when `has_pushed` */
    bool has_pushed;
    bool trim_next;  /* the text behind `-%}` */
    bool after_text; /* the piece before was text that `{%-` may trim */
    bool gave_up;    /* too many faults, or too deep: nothing more is read or said */
    Block *block;    /* the innermost */
    int depth;
    size_t first_diag, first_stop;   /* of those that are this template's */
    Str unknown[PARSER_MAX_UNKNOWN]; /* tags that do not exist: their end tags are no further fault */
    size_t unknown_count;
};

typedef enum BodyEnd { BODY_CLOSED, BODY_DIVIDED } BodyEnd;

/* Opens a block whose tag is `tag`; then its bodies are read one by one. `*divider` becomes the tag that began the next
 * body; BODY_CLOSED: there is none, and the block is closed (or a diagnostic says that it is not). */
void parser_open(Parser *parser, Block *block, const Tag *tag, const char *const *dividers);
BodyEnd parser_body(Parser *parser, Body *out, Tag *divider);

/* A block of one body. */
Body parser_block(Parser *parser, const Tag *tag);

/* The tags of `{% liquid %}`, one a line, added to `out`. */
void parser_lines(Parser *parser, const Tag *tag, Nodes *out);

void parser_add(Parser *parser, Nodes *out, Node node);

/* In a block that prints nothing the white space does not either. */
void parser_remove_space(Body *body);

Tag parser_tag(const Parser *parser, const Piece *piece);
Span parser_span(const Parser *parser, size_t start, size_t end);
Piece parser_next(Parser *parser);

bool parser_fault(Parser *parser, Span span, const char *wanted); /* liquid-syntax: "expected ..." */

/* parser_faults.c: a tag that is none of those that may stand here. True: the block ends here. */
bool parser_misplaced(Parser *parser, const Tag *tag, const Piece *piece);
void parser_report_unclosed(Parser *parser, const Tag *opening);
bool parser_is_end(const Block *block, Str name);
