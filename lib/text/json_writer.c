/* lib/text/json_writer.c */
#include "text/json.h"

#include "base/utf8.h"

static void put_line_break(const JsonWriter *json)
{
    if (!json->indented)
        return;
    buf_put_char(json->out, '\n');
    buf_put_repeated(json->out, ' ', 2 * (size_t)json->depth);
}

/* What stands before a key, or before a value that has none. */
static void begin_item(JsonWriter *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->need_comma)
        buf_put_char(json->out, ',');
    if (json->depth > 0)
        put_line_break(json);
    json->need_comma = true;
}

static void open_nest(JsonWriter *json, char bracket)
{
    begin_item(json);
    buf_put_char(json->out, bracket);
    json->depth++;
    json->need_comma = false;
}

static void close_nest(JsonWriter *json, char bracket)
{
    bool empty = !json->need_comma;
    json->depth--;
    if (!empty)
        put_line_break(json);
    buf_put_char(json->out, bracket);
    json->need_comma = true;
}

void json_open_object(JsonWriter *json)
{
    open_nest(json, '{');
}

void json_close_object(JsonWriter *json)
{
    close_nest(json, '}');
}

void json_open_array(JsonWriter *json)
{
    open_nest(json, '[');
}

void json_close_array(JsonWriter *json)
{
    close_nest(json, ']');
}

static void put_escape(Buf *out, int c)
{
    static const char letters[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r' };
    bool short_form = c < (int)sizeof(letters) && letters[c] != 0;
    if (c == '"' || c == '\\' || short_form) {
        buf_put_char(out, '\\');
        buf_put_char(out, short_form ? letters[c] : (char)c);
        return;
    }
    buf_put_format(out, "\\u%04x", (unsigned)c);
}

/* Signs beyond ASCII that many programs end a line at, and JavaScript did: what reads line by line must not. */
static int32_t line_end_at(Str text, size_t at)
{
    int first = str_at(text, at);
    if (first != 0xC2 && first != 0xE2)
        return 0;
    int32_t c = utf8_next(text, &at);
    return c == 0x85 || c == 0x2028 || c == 0x2029 ? c : 0;
}

/* How far text from `start` can be copied as it stands. */
static size_t plain_end(const JsonWriter *json, Str text, size_t start, size_t valid_end)
{
    size_t at = start;
    while (at < valid_end && (unsigned char)text.data[at] >= 0x20 && text.data[at] != '"' && text.data[at] != '\\'
           && (!json->one_line || line_end_at(text, at) == 0))
        at++;
    return at;
}

/* The offset of the first byte from `start` on that is not UTF-8, or the end. */
static size_t find_valid_end(Str text, size_t start)
{
    size_t invalid = utf8_find_invalid(str_from_offset(text, start));
    return invalid == STR_NONE ? text.len : start + invalid;
}

static void put_quoted(const JsonWriter *json, Str text)
{
    Buf *out = json->out;
    size_t valid_end = find_valid_end(text, 0);
    buf_put_char(out, '"');
    for (size_t at = 0; at < text.len;) {
        size_t end = plain_end(json, text, at, valid_end);
        buf_put(out, str_slice(text, at, end));
        at = end;
        if (at == text.len)
            break;
        if (at < valid_end) {
            int32_t c = line_end_at(text, at);
            put_escape(out, c != 0 ? c : str_at(text, at));
            at += c == 0 ? 1 : c == 0x85 ? 2 : 3;
            continue;
        }
        buf_put_utf8(out, 0xFFFD);
        valid_end = find_valid_end(text, ++at);
    }
    buf_put_char(out, '"');
}

void json_key_str(JsonWriter *json, Str key)
{
    begin_item(json);
    put_quoted(json, key);
    buf_put(json->out, json->indented ? STR(": ") : STR(":"));
    json->after_key = true;
}

void json_key(JsonWriter *json, const char *key)
{
    json_key_str(json, str_from(key));
}

void json_string(JsonWriter *json, Str text)
{
    begin_item(json);
    put_quoted(json, text);
}

void json_raw(JsonWriter *json, Str value)
{
    begin_item(json);
    buf_put(json->out, value);
}

void json_int(JsonWriter *json, int64_t value)
{
    begin_item(json);
    buf_put_int(json->out, value);
}

void json_bool(JsonWriter *json, bool value)
{
    json_raw(json, value ? STR("true") : STR("false"));
}

void json_null(JsonWriter *json)
{
    json_raw(json, STR("null"));
}

void json_field(JsonWriter *json, const char *key, Str text)
{
    json_key(json, key);
    json_string(json, text);
}
