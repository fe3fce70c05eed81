/* lib/check/catalogue.h - the catalogue of rules as people and programs read it. */
#pragma once

#include "check/rule.h"

/* A page with every rule, in Markdown: docs/DIAGNOSTICS.md. */
void catalogue_put_markdown(Buf *out);

/* The name of a rule's heading in that page, as browsers jump to it: "dt303-date-noncanonical-error". */
void rule_put_anchor(Buf *out, const Rule *rule);

/* A line or two for each rule, by groups, at most `columns` wide. */
void catalogue_put_text(Buf *out, size_t columns);

/* An array of objects `code, name, group, severity, stops, fix ("safe", "unsafe" or null), summary, advice, bad, good`;
 * the last two are null where there is no example. */
void catalogue_put_json(Buf *out);

/* All that is told of one rule, for a terminal: at most `columns` wide but for tables and examples. */
void rule_put_text(Buf *out, const Rule *rule, size_t columns);

/* The same in Markdown without the heading, each paragraph on one line. */
void rule_put_markdown(Buf *out, const Rule *rule);

/* Markdown of paragraphs, lists, tables and fenced code with its lines broken at `columns` (0: each paragraph on one
 * line). For a terminal, code is indented instead of fenced, tables
 * have no bars, and links are their text. */
void prose_put(Buf *out, Str markdown, size_t columns, bool terminal);
