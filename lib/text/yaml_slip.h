/* lib/text/yaml_slip.h - slips in one value of a YAML text that cannot be read. Inside lib/text. */
#pragma once

#include "text/yaml_scan.h"

/* A value as it begins: behind a key, a dash, or alone on its line. */
typedef struct YamlValue {
    size_t start, end; /* the latter on the same line */
    size_t deeper;     /* lines that start in this column or further right belong to it */
} YamlValue;

/* Looks for a slip in the value, reports the first, and moves the scan behind the value. `*out_open` tells that nothing
 * stood there but an anchor, a tag or a comment: the value follows on the next lines. */
bool yaml_check_value(bool *out_open, YamlScan *scan, YamlValue value);
