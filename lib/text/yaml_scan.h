/* lib/text/yaml_scan.h - the lines of a YAML text that cannot be read, looked at without a parser. Inside lib/text. */
#pragma once

#include "base/diag.h"

/* Offsets of `text`. */
typedef struct YamlLine {
    size_t start;
    size_t content; /* behind the blanks it begins with */
    size_t end;     /* before the white space it ends with */
} YamlLine;

/* A walk over the lines of a region. */
typedef struct YamlScan {
    Span region;
    Str text;
    size_t next; /* where the next line starts */
    Diags *diags;
} YamlScan;

bool yaml_next_line(YamlLine *out, YamlScan *scan); /* false at the end */
bool yaml_peek_line(YamlLine *out, const YamlScan *scan);
bool yaml_line_is_idle(const YamlScan *scan, YamlLine line); /* empty or a comment */
Str yaml_line_text(const YamlScan *scan, YamlLine line);     /* its content */

size_t yaml_skip_blanks(Str s, size_t at);
size_t yaml_quoted_end(Str s, size_t at); /* behind the mark that closes the one at `at`, or STR_NONE */
size_t yaml_find_colon(Str plain);        /* a colon that ends a word, or STR_NONE */
Str yaml_without_comment(Str plain);

/* Where the colon stands that makes the start of `content` a key; STR_NONE when it is no key. */
size_t yaml_find_key_end(Str content);
bool yaml_is_item(Str content); /* begins with "- " */

/* Each adds a diag_stop at `start` to `end` of the text and returns true, for "a slip was found". The second proposes
 * to write `example`, the last two a text in quotes: `text`, or what stands there. */
bool yaml_report(YamlScan *scan, size_t start, size_t end, const char *message, const char *hint);
bool yaml_report_example(YamlScan *scan, size_t start, size_t end, const char *message, Str example);
bool yaml_report_quoting(YamlScan *scan, size_t start, size_t end, Str text, const char *message);
bool yaml_report_unquoted(YamlScan *scan, size_t start, size_t end, const char *message);
