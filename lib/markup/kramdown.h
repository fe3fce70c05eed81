/* lib/markup/kramdown.h - Markdown as kramdown 2.4 with its GFM parser 1.1 reads it, into our tree. */
#pragma once

#include "markup/node.h"
#include "text/tree.h"

/* entity_output: how a character that was written as a reference, a mark or a straight quote stands in HTML. */
typedef enum EntityForm { ENTITY_AS_CHAR, ENTITY_AS_INPUT, ENTITY_NUMERIC, ENTITY_SYMBOLIC } EntityForm;

typedef enum QuoteSign { QUOTE_LEFT, QUOTE_RIGHT, QUOTE_LEFT_PAIR, QUOTE_RIGHT_PAIR, QUOTE_SIGNS } QuoteSign;

typedef enum SymbolSign {
    SYMBOL_ELLIPSIS,
    SYMBOL_LONG_DASH,
    SYMBOL_SHORT_DASH,
    SYMBOL_LEFT_ANGLES,
    SYMBOL_RIGHT_ANGLES,
    SYMBOL_LEFT_ANGLES_SPACE,
    SYMBOL_SPACE_RIGHT_ANGLES,
    SYMBOL_SIGNS,
} SymbolSign;

/* syntax_highlighter_opts, for blocks or for spans. */
typedef struct CodeOptions {
    bool disabled;
    bool no_guess;  /* code that is plain text is not wrapped as highlighted code is */
    bool bare;      /* formatter: HTML: neither wrapped nor numbered */
    bool unwrapped; /* wrap: false */
    bool numbered;  /* line_numbers */
    int line_shift; /* start_line less 1 */
    bool untold;    /* code without a language is shown as it is: there is no default_lang */
    Str language, pre_class, table_class, gutter_class, code_class; /* NULL: rouge's or Jekyll's own */
    char line_format[8];                                            /* of printf(), for an int; "" is "%i" */
} CodeOptions;

typedef struct LinkDefinition {
    Str label, url, title;
    bool has_title;
} LinkDefinition;

/* `{ 0 }` is what Jekyll configures: input GFM, auto_ids, no hard_wrap, quirk paragraph_end. A text whose `data` is
 * NULL is not given. */
typedef struct KramdownOptions {
    bool alone;            /* input: kramdown, without the GFM parser's additions */
    bool no_ids;           /* auto_ids: false */
    bool bare_ids;         /* auto_id_stripping, which the GFM parser always does: ids of a heading's plain words */
    bool latin_ids;        /* transliterated_header_ids */
    bool hard_wrap;        /* every line end is a break */
    bool no_symbols;       /* quirk no_auto_typographic: dashes, ellipses and guillemets stay as typed */
    bool long_paragraphs;  /* without the quirk paragraph_end: only a blank line lets another block begin */
    bool parse_block_html; /* Markdown in HTML blocks without markdown="1" */
    bool no_span_html;     /* parse_span_html: false */
    bool join_cjk;         /* remove_line_breaks_for_cjk */
    bool no_highlighter;   /* syntax_highlighter: nil */
    bool no_math;          /* math_engine: nil */
    bool heading_links;    /* header_links, of kramdown 2.5 */
    bool inline_backlinks; /* footnote_backlink_inline */
    EntityForm entities;
    int heading_offset;           /* header_offset */
    Str id_prefix;                /* auto_id_prefix */
    unsigned toc_levels;          /* bit 1 to 6: the heading levels of a table of contents; 0 is all */
    Str footnote_prefix;          /* put before the names of footnotes in ids */
    int footnote_shift;           /* footnote_nr less 1 */
    Str backlink;                 /* footnote_backlink; "" for none */
    Str note_text;                /* footnote_link_text of kramdown 2.5, with %s for the number */
    uint32_t quotes[QUOTE_SIGNS]; /* smart_quotes; 0 is the usual one */
    Str symbols[SYMBOL_SIGNS];    /* typographic_symbols */
    CodeOptions block_code, span_code;
    const LinkDefinition *links; /* link_defs */
    size_t link_count;
    uint64_t forbidden; /* forbidden_inline_options: bits by their place in the table of options */
} KramdownOptions;

/* Sets the option that kramdown calls `name`; false when it knows none of that name. What the option cannot take is a
 * config-value, and changes nothing. */
bool kramdown_set_option(KramdownOptions *options, Located name, const Tree *value, Arena *arena, Diags *diags);

/* The same for `{::options name="value" /}`: options that are decided before a text is read stay as they are. */
void kramdown_set_inline(KramdownOptions *options, Str name, Str value, Arena *arena);

/* The names that kramdown_set_option() takes; ends in NULL. */
const char *const *kramdown_option_names(Arena *arena);

/* Parses `text`, which must live as long as the arena. Safe for threads, in time linear in the text's size. Never
 * fails: every text is Markdown. */
void kramdown_parse(Document *out, Str text, const Places *places, const KramdownOptions *options, Arena *arena);
