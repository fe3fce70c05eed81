/* lib/markup/kramdown/spans.h - what the small parsers of spans share. */
#pragma once

#include "markup/kramdown/parser.h"

typedef enum StopKind { STOP_DELIMITER, STOP_BRACKET, STOP_TAG } StopKind;

/* What ends the spans that are being read. */
typedef struct Stop {
    StopKind kind;
    Str delimiter;  /* one or two of `*` or `_` */
    int brackets;   /* opened and not closed */
    int images;     /* among the children: their brackets do not count */
    Str name;       /* of an element */
    size_t tag_end; /* behind the end tag that was found */
} Stop;

enum { TICKS_KNOWN = 16 };

typedef struct SpanReader {
    Parser *parser;
    Reader reader; /* of the text */
    Str text;
    size_t at;
    Node *tree;                             /* what spans are added to */
    Stop *stop;                             /* of `tree` */
    bool only_html;                         /* in an element whose text is no Markdown */
    int emphases, strongs, links, elements; /* around: links and images count as one kind */
    int depth;
    size_t work;                   /* left for attempts that may fail; then marks are text */
    size_t lone_from[TICKS_KNOWN]; /* by their count: from where on backticks find no partner; 0 is not known */
    size_t last_of[2];             /* where the last `*` and `_` stand, plus 1 */
    size_t last_bracket;
    Sought angle, deleted;
    size_t no_deleted_from; /* from here on nothing ends what `~~` begins; 0 is not known */
} SpanReader;

/* Reads on, adding to `into`, until the stop (NULL: the end) is found. */
bool read_spans(SpanReader *spans, Node *into, Stop *stop);

/* Reads a part of the text as if nothing stood around it. */
void read_apart(SpanReader *outer, Node *into, Passage passage);

/* An attempt at `node`, from byte `at`: true when its stop was found. Else everything is as before. */
bool try_spans(SpanReader *spans, Node *node, size_t at, Stop *stop);

Node *span_new(SpanReader *spans, NodeKind kind, size_t start, size_t end);
Node *span_add(SpanReader *spans, NodeKind kind, size_t start, size_t end);
void span_end(SpanReader *spans, Node *node, size_t end); /* the node reaches up to there */
void put_text(SpanReader *spans, Node *tree, size_t start, size_t end);
void put_made(SpanReader *spans, Str text, int sign, size_t start, size_t end); /* not as the author wrote it */
void put_unescaped(SpanReader *spans, Node *tree, size_t start, size_t end);

/* Each is asked where the text may hold what it reads: true when it did, and has moved behind it. */
typedef bool SpanParser(SpanReader *spans);
SpanParser read_emphasis, read_code, read_autolink, read_html, read_note, read_link, read_quote, read_math, read_list,
    read_entity, read_symbol, read_break, read_escape, read_deleted;

void span_drop(SpanReader *spans, Node *root); /* keeps its nodes for the next attempt */
uint32_t last_character(Str text, size_t end);
bool starts_alphanumeric(Str text, size_t at);
bool starts_word(Str text, size_t at); /* with a letter, digit or underscore of any script */
size_t next_character(Str text, size_t at);
