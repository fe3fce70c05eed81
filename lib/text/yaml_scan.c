/* lib/text/yaml_scan.c */
#include "text/yaml_scan.h"

#include "base/buf.h"
#include "text/yaml.h"

enum { HINT_MAX_BYTES = 120 }; /* a longer text is not repeated in a hint */

static bool is_blank(int c)
{
    return c == ' ' || c == '\t';
}

static bool ends_word(int c)
{
    return c == STR_END || char_is_space(c);
}

size_t yaml_skip_blanks(Str s, size_t at)
{
    while (is_blank(str_at(s, at)))
        at++;
    return at;
}

bool yaml_next_line(YamlLine *out, YamlScan *scan)
{
    if (scan->next >= scan->text.len)
        return false;
    size_t line_feed = str_find_char(scan->text, '\n', scan->next);
    size_t end = line_feed == STR_NONE ? scan->text.len : line_feed;
    out->start = scan->next;
    out->content = scan->next;
    while (out->content < end && scan->text.data[out->content] == ' ')
        out->content++;
    out->end = out->content + str_trim_right(str_slice(scan->text, out->content, end)).len;
    scan->next = end + 1;
    return true;
}

bool yaml_peek_line(YamlLine *out, const YamlScan *scan)
{
    YamlScan copy = *scan;
    return yaml_next_line(out, &copy);
}

bool yaml_line_is_idle(const YamlScan *scan, YamlLine line)
{
    return line.content >= line.end || scan->text.data[line.content] == '#';
}

Str yaml_line_text(const YamlScan *scan, YamlLine line)
{
    return str_slice(scan->text, line.content, line.end);
}

bool yaml_is_item(Str content)
{
    return str_at(content, 0) == '-' && ends_word(str_at(content, 1));
}

size_t yaml_quoted_end(Str s, size_t at)
{
    char quote = s.data[at];
    for (at++; at < s.len; at++) {
        if (quote == '"' && s.data[at] == '\\')
            at++;
        else if (s.data[at] == quote && quote == '\'' && str_at(s, at + 1) == '\'')
            at++;
        else if (s.data[at] == quote)
            return at + 1;
    }
    return STR_NONE;
}

Str yaml_without_comment(Str s)
{
    for (size_t at = str_find_char(s, '#', 0); at != STR_NONE; at = str_find_char(s, '#', at + 1)) {
        if (at > 0 && is_blank(str_at(s, at - 1)))
            return str_trim_right(str_slice(s, 0, at));
    }
    return s;
}

size_t yaml_find_colon(Str plain)
{
    for (size_t at = str_find_char(plain, ':', 0); at != STR_NONE; at = str_find_char(plain, ':', at + 1)) {
        if (ends_word(str_at(plain, at + 1)))
            return at;
    }
    return STR_NONE;
}

size_t yaml_find_key_end(Str content)
{
    static const Str no_key = STR_INIT("[]{}*&!|>@`%,#");
    int c = str_at(content, 0);
    if (c == STR_END || str_find_char(no_key, (char)c, 0) != STR_NONE || yaml_is_item(content))
        return STR_NONE;
    if (c != '"' && c != '\'')
        return yaml_find_colon(yaml_without_comment(content));
    size_t end = yaml_quoted_end(content, 0);
    if (end == STR_NONE)
        return STR_NONE;
    end = yaml_skip_blanks(content, end);
    return str_at(content, end) == ':' && ends_word(str_at(content, end + 1)) ? end : STR_NONE;
}

Str yaml_quote(Str text, Arena *arena)
{
    Buf out = { .arena = arena };
    bool has_double = str_find_char(text, '"', 0) != STR_NONE || str_find_char(text, '\\', 0) != STR_NONE;
    bool single = has_double && str_find_char(text, '\'', 0) == STR_NONE;
    buf_put_char(&out, single ? '\'' : '"');
    for (size_t i = 0; i < text.len; i++) {
        if (!single && (text.data[i] == '"' || text.data[i] == '\\'))
            buf_put_char(&out, '\\');
        buf_put_char(&out, text.data[i]);
    }
    buf_put_char(&out, single ? '\'' : '"');
    return buf_str(&out);
}

bool yaml_report(YamlScan *scan, size_t start, size_t end, const char *message, const char *hint)
{
    diag_stop(scan->diags, "yaml-syntax", span_part(scan->region, start, end), "%s", message);
    diag_hint(scan->diags, "%s", hint);
    return true;
}

/* Short, and nothing in it that would break the line it is shown on. */
static bool is_showable(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.data[i] < ' ')
            return false;
    }
    return text.len <= HINT_MAX_BYTES;
}

/* The key before a value on its line, with its colon; "" when something else stands between. */
static Str key_before(Str text, size_t start)
{
    size_t line_start = str_find_last_char(str_slice(text, 0, start), '\n');
    Str key = str_trim(str_slice(text, line_start == STR_NONE ? 0 : line_start + 1, start));
    return yaml_find_key_end(key) + 1 == key.len ? key : (Str){ NULL, 0 };
}

bool yaml_report_quoting(YamlScan *scan, size_t start, size_t end, Str text, const char *message)
{
    Span place = span_part(scan->region, start, end);
    Str quoted = yaml_quote(text, scan->diags->arena);
    Str key = key_before(scan->text, start);
    diag_stop(scan->diags, "yaml-syntax", place, "%s", message);
    if (!is_showable(key) || !is_showable(quoted))
        diag_hint(scan->diags, "put the text in quotes");
    else
        diag_hint(scan->diags, "put the text in quotes: " STR_FMT "%s" STR_FMT, STR_ARG(key), key.len > 0 ? " " : "",
                  STR_ARG(quoted));
    diag_fix(scan->diags, place, quoted, false);
    return true;
}

bool yaml_report_unquoted(YamlScan *scan, size_t start, size_t end, const char *message)
{
    return yaml_report_quoting(scan, start, end, str_slice(scan->text, start, end), message);
}

bool yaml_report_example(YamlScan *scan, size_t start, size_t end, const char *message, Str example)
{
    yaml_report(scan, start, end, message, "");
    if (is_showable(example))
        diag_hint(scan->diags, "write: " STR_FMT, STR_ARG(example));
    return true;
}
