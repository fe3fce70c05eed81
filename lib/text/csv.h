/* lib/text/csv.h - reads tables of comma- or tab-separated values into a Tree. */
#pragma once

#include "text/tree.h"

enum { CSV_MAX_CELLS = 1000000 };

typedef struct CsvOptions {
    char separator;   /* ',' or '\t' */
    bool headers;     /* the first row names the columns */
    const char *rule; /* of its diagnostics */
} CsvOptions;

/* As Ruby's CSV: with headers a list of mappings (of two columns of one name the first counts; cells without a name are
 * dropped; missing ones are null), else a list of lists. An empty cell is null, a quoted one text, a line without cells
 * a row of nulls. False: one DIAG_STOP, at the cell that is at fault. */
bool csv_read(const Tree **out, Located text, const CsvOptions *options, Arena *arena, Diags *diags);
