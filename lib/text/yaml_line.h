/* lib/text/yaml_line.h - slips in a line of YAML that should begin a key or an item and does neither. Inside lib/text.
 */
#pragma once

#include "text/yaml_scan.h"

/* Says what is wrong with the line, and what to write. `continues` tells that the line above it has a text that this
 * one may be meant to go on with. Always true: a slip was found. */
bool yaml_reject_line(YamlScan *scan, YamlLine line, bool continues);

/* How many bytes of white space stand at `at` that is none to YAML: no-break spaces, wide ones. */
size_t yaml_odd_space(Str text, size_t at);

/* Reports such white space. */
bool yaml_report_odd_space(YamlScan *scan, size_t start, size_t end, Str replacement);

/* A character that ends a line to YAML but to no editor, up to the end of the line at `noticed`. */
bool yaml_find_separator(YamlScan *scan, size_t noticed);

/* `"title: Foo`: reports the mark at `open`, which `line` begins with, where it stands before a key. */
bool yaml_report_quoted_key(YamlScan *scan, size_t open, Str line);
