/* lib/markup/kramdown/parser.h - what kramdown's small parsers share. Internal to lib/markup/kramdown.
 *
 * As kramdown does, text is read twice: first into blocks, whose parsers are asked in a fixed order at each line; then
 * the texts of the blocks into spans, when all definitions are known. */
#pragma once

#include "base/map.h"
#include "markup/kramdown.h"
#include "markup/kramdown/passage.h"

/* An attribute list, as `{: .wide #top key="value" name}`. */
typedef struct Ial {
    VEC(Attribute) attributes;
    VEC(Str) refs; /* names of lists defined elsewhere, or of what the renderer is to do (toc) */
} Ial;

typedef enum BlockKind {
    BLOCK_ROOT,
    BLOCK_BLANK,
    BLOCK_MARK, /* shows nothing: a definition, a list of attributes, or `^`: the end of a block */
    BLOCK_PARAGRAPH,
    BLOCK_LOOSE, /* a line that no block may begin with: text without a paragraph */
    BLOCK_HEADING,
    BLOCK_QUOTE,
    BLOCK_CODE,
    BLOCK_RULE,
    BLOCK_LIST,
    BLOCK_ITEM,
    BLOCK_DEFINITIONS,
    BLOCK_TERM,
    BLOCK_DEFINITION,
    BLOCK_TABLE,
    BLOCK_ROW,
    BLOCK_CELL,
    BLOCK_MATH,
    BLOCK_HTML,      /* an element */
    BLOCK_HTML_TEXT, /* text in it that is not Markdown */
    BLOCK_VERBATIM,  /* a comment, a script, what stood between nomarkdown marks */
} BlockKind;

typedef enum MarkKind { MARK_END, MARK_LINK, MARK_ABBREVIATION, MARK_FOOTNOTE, MARK_LIST, MARK_OTHER } MarkKind;
typedef enum HtmlModel { HTML_RAW, HTML_SPAN, HTML_BLOCK, HTML_MODELS } HtmlModel;

typedef struct Block Block;
struct Block {
    BlockKind kind;
    Block *parent, *first, *last, *next, *previous;
    Passage text;            /* what is to be read as spans, or the literal */
    uint32_t start, end;     /* in the text that is parsed */
    Ial *own;                /* attributes that the syntax itself gives */
    Ial *ial;                /* the list beside the block; NULL for none */
    bool bare;               /* PARAGRAPH: shown without an element of its own */
    PassageBuilder *builder; /* of a text that goes on elsewhere */
    union {
        MarkKind mark;
        int level;         /* HEADING */
        bool single_blank; /* BLANK: one newline and nothing else */
        struct {
            Str info;
            bool fenced;
        } code;
        struct {
            bool ordered;
        } list;
        struct {
            bool task, checked;
        } item;
        struct {
            bool spaced; /* DEFINITION: a blank line stands before it */
        } definition;
        struct {
            CellAlign *aligns;
            size_t columns;
        } table;
        struct {
            bool header, footer;
            int group;
        } row;
        struct {
            Str name;
            HtmlModel model;
            bool closed;
            bool mixed; /* there is Markdown in it */
        } html;
    };
};

/* Where a text was last looked for, so that looking again costs nothing. */
typedef struct Sought {
    size_t from, found; /* STR_NONE: nowhere behind `from` */
    bool known;
} Sought;

size_t sought_find(Sought *sought, Str text, Str part, size_t from); /* as str_find */

typedef struct Fence {
    size_t line; /* where a line starts that may close code */
    size_t count;
    size_t most[2]; /* the largest count from here on: of "`", of "~" */
    char character;
} Fence;

typedef struct Reader {
    Passage passage;
    Str text; /* of the passage; ends with a newline */
    size_t at;
    Sought brace, comment, math, instruction;
    size_t unstopped_from[3]; /* of each extension: from where on its stop is not found, plus 1; 0 is not known */
    bool fences_known;
    VEC(Fence) fences;
} Reader;

typedef struct LinkTarget {
    Str url, title;
    bool has_title;
    Block *mark; /* its attribute list counts for every link */
} LinkTarget;

typedef struct Note {
    Str name;
    Block *content;
    Block *mark;
    Node *node; /* NULL until it is referred to */
    int number, occurrences;
} Note;

typedef struct Abbreviation {
    Str name, title;
    Block *mark;
} Abbreviation;

/* What a made text stands for; quotes are QuoteSign, and symbols SymbolSign, from the first of theirs on. */
typedef enum Sign {
    SIGN_NONE,
    SIGN_REFERENCE, /* its `html` is what the author wrote */
    SIGN_MATH,      /* the formula alone, until its form is known */
    SIGN_QUOTES,
    SIGN_SYMBOLS = SIGN_QUOTES + QUOTE_SIGNS,
} Sign;

typedef struct TocEntry {
    Node *heading;
    int level; /* as written */
} TocEntry;

typedef struct Parser {
    Document *document;
    Arena *arena; /* of the document */
    Arena *work;  /* ends with the parse */
    KramdownOptions options;

    /* blocks */
    Reader *reader;
    Block *tree;
    Ial *block_ial; /* a list that waits for the next block */
    int depth;

    Map lists;         /* attribute lists by name: Ial */
    Map links;         /* LinkTarget by folded label */
    Map notes;         /* Note by name */
    Map abbreviations; /* Abbreviation by name */
    size_t repeats;    /* bytes of what is defined elsewhere that may still be put in */

    /* building the tree */
    Map gfm_ids, used_ids;
    bool in_element, in_note; /* of HTML, of a footnote: ids and breaks differ there */
    VEC(Note *) noted;        /* in order of first reference */
    VEC(TocEntry) headings;   /* that a table of contents shows */
    bool has_math;
    Node *toc, *notes_place;
    Node *standalone; /* the image last marked so */
    Node *spare;      /* nodes of failed attempts, linked by `next` */
} Parser;

typedef enum Outcome {
    NOT_MINE,
    TAKEN,
    ENDED, /* the end tag of the element whose children are being read */
} Outcome;

/* Each is asked at the start of a line (or of what an HTML block left of it). */
typedef Outcome BlockParser(Parser *parser);
BlockParser parse_blank, parse_indented_code, parse_fenced_code, parse_quote, parse_heading, parse_rule, parse_list,
    parse_definition_list, parse_html_block, parse_underlined_heading, parse_math_block, parse_table,
    parse_footnote_definition, parse_link_definition, parse_abbreviation_definition, parse_block_extension,
    parse_end_of_block, parse_paragraph;

/* Reads blocks into `tree` from `reader` (NULL: from where the parser stands) until its end or the element's end tag;
 * true when that was found. */
bool parse_blocks(Parser *parser, Block *tree, Reader *reader);
bool parse_passage(Parser *parser, Block *tree, Passage passage);
bool ends_paragraph(Parser *parser);
bool ends_lazily(Parser *parser);
bool after_boundary(const Parser *parser);
bool before_boundary(Parser *parser);

/* block.c */
Block *block_new(Parser *parser, BlockKind kind);
Block *block_add(Parser *parser, BlockKind kind, size_t start, size_t end); /* to the tree, with the list that waits */
void block_append(Block *parent, Block *child);
void block_remove(Block *block);
Block *block_add_mark(Parser *parser, MarkKind mark, size_t start, size_t end);

/* attributes.c */
Ial *ial_of(Parser *parser, Ial **ial); /* makes it where there is none */
void ial_read(Parser *parser, Ial *ial, Str text);
void ial_set(Parser *parser, Ial *ial, Str name, Str value); /* classes are joined */
bool may_repeat(Parser *parser, size_t len);                 /* of what is defined elsewhere: counts it */
void ial_merge(Parser *parser, Ial *out, const Ial *from);
bool ial_has_ref(const Ial *ial, Str name);
void ial_resolve(Parser *parser, Ial *out, const Ial *ial); /* with those it names */
void ial_apply(Parser *parser, Node *node, const Ial *ial); /* as attributes, resolved */

/* Offset behind the list `{: ... }` and the rest of its line when one stands at `at`, else 0; `*content` is what stands
 * within. */
size_t ial_line_end(Reader *reader, size_t at, Str *content);
size_t ial_close(Reader *reader, size_t at); /* the brace that ends a list whose content starts at `at`; STR_NONE */

/* build.c, spans.c */
void build_document(Parser *parser, Block *root);
void build_children(Parser *parser, Node *into, const Block *from);
void parse_spans(Parser *parser, Node *into, Passage text);
Str unescape(Parser *parser, Str text); /* with its character references read */
