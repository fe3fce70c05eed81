/* lib/text/json.h - JSON, RFC 8259: a reader into a Tree and a writer. */
#pragma once

#include "base/buf.h"
#include "text/tree.h"

/* Reads one JSON value. Trees have places only as a whole: `text.span`. Of a key that stands twice the last value wins.
 * Strings count as quoted. An integer that does not fit is a TREE_FLOAT; a number's `text` is the shortest that reads
 * back as it (15 to 17 digits are tried). Nesting is at most TREE_MAX_DEPTH. False: one diag_error of rule `rule`, at
 * the fault. */
bool json_read(const Tree **out, Located text, const char *rule, Arena *arena, Diags *diags);

/* Writes JSON, compact or indented by two; commas and nesting are kept by the writer. Text is written as UTF-8 with
 * only what must be escaped (quote, backslash, controls); bytes that are not UTF-8 become U+FFFD. */
typedef struct JsonWriter {
    Buf *out;
    bool indented;
    bool one_line; /* also for those who end lines at U+0085, U+2028 and U+2029: these are escaped */
    int depth;
    bool need_comma;
    bool after_key;
} JsonWriter;

void json_open_object(JsonWriter *json);
void json_close_object(JsonWriter *json);
void json_open_array(JsonWriter *json);
void json_close_array(JsonWriter *json);
void json_key(JsonWriter *json, const char *key);
void json_key_str(JsonWriter *json, Str key);
void json_string(JsonWriter *json, Str text);
void json_int(JsonWriter *json, int64_t value);
void json_bool(JsonWriter *json, bool value);
void json_null(JsonWriter *json);
void json_raw(JsonWriter *json, Str value);                   /* a value already written as JSON */
void json_field(JsonWriter *json, const char *key, Str text); /* key and string */
