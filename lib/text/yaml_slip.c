/* lib/text/yaml_slip.c */
#include "text/yaml_slip.h"

#include "base/buf.h"
#include "text/yaml.h"
#include "text/yaml_line.h"

enum { INDENT_MAX = 64 };

typedef bool Check(YamlScan *scan, YamlValue value);

/* The key of the value, as far as it stands on the line. */
static Str key_of(Str text, size_t start)
{
    Str before = str_slice(text, 0, start);
    size_t line_feed = str_find_last_char(before, '\n');
    return str_trim(str_slice(before, line_feed == STR_NONE ? 0 : line_feed + 1, before.len));
}

/* Keys whose value is meant as a list. */
static bool wants_list(Str key)
{
    static const Str keys[] = { STR_INIT("tags:"), STR_INIT("categories:"), STR_INIT("authors:"), STR_INIT("author:"),
                                STR_INIT("redirect_from:") };
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq_nocase(key, keys[i]))
            return true;
    }
    return false;
}

static bool reject_start(YamlScan *scan, YamlValue value)
{
    int c = str_at(scan->text, value.start);
    bool liquid =
        c == '{' && (str_at(scan->text, value.start + 1) == '{' || str_at(scan->text, value.start + 1) == '%');
    Str start = str_slice(scan->text, value.start, value.start + (liquid ? 2 : 1));
    Str message = arena_format(scan->diags->arena, "a text cannot begin with \"" STR_FMT "\"", STR_ARG(start));
    return yaml_report_unquoted(scan, value.start, value.end, message.data);
}

static bool report_inner_key(YamlScan *scan, YamlValue value, YamlLine line)
{
    Str content = yaml_line_text(scan, line);
    if (str_find_char(str_slice(content, 0, yaml_find_key_end(content)), ' ', 0) != STR_NONE)
        return yaml_report(scan, line.content, line.end, "a colon inside a text looks like the end of a key",
                           "put the whole text in quotes, from its first line to its last");
    yaml_report(scan, line.content, line.end, "this key starts further right than the one above it",
                "start all keys of one level in the same column");
    if (value.deeper > 0)
        diag_fix(scan->diags, span_part(scan->region, line.start + value.deeper - 1, line.content), STR(""), false);
    return true;
}

static bool check_plain(YamlScan *scan, YamlValue value)
{
    Str text = yaml_without_comment(str_slice(scan->text, value.start, value.end));
    if (yaml_find_colon(text) != STR_NONE)
        return yaml_report_unquoted(scan, value.start, value.start + text.len,
                                    "a colon inside a text looks like the end of a key");
    YamlLine line;
    while (yaml_peek_line(&line, scan) && (line.content >= line.end || line.content - line.start >= value.deeper)) {
        if (yaml_find_key_end(yaml_line_text(scan, line)) != STR_NONE)
            return report_inner_key(scan, value, line);
        yaml_next_line(&line, scan);
    }
    return false;
}

static bool is_word(int c)
{
    return char_is_alnum(c) || (c != STR_END && c >= 0x80);
}

/* What stands behind a closing quotation mark at `end`, and before `limit`. */
static bool check_behind_quote(YamlScan *scan, size_t open, size_t end, size_t limit)
{
    Str rest = str_trim_right(str_slice(scan->text, end, limit));
    size_t start = yaml_skip_blanks(rest, 0);
    size_t line_end = end + rest.len;
    if (start >= rest.len || (start > 0 && rest.data[start] == '#'))
        return false;
    char mark = scan->text.data[open];
    bool inside_word = is_word(str_at(rest, 0)) && (mark == '"' || is_word(str_at(scan->text, end - 2)));
    if (!inside_word)
        return yaml_report_unquoted(scan, open, line_end, "text stands behind the closing quotation mark");
    size_t inner_end = scan->text.data[line_end - 1] == mark ? line_end - 1 : line_end;
    return yaml_report_quoting(scan, open, line_end, str_slice(scan->text, open + 1, inner_end),
                               mark == '"' ? "a quotation mark inside this text ends it too early"
                                           : "an apostrophe ends this text in single quotes too early");
}

static bool report_open_quote(YamlScan *scan, size_t open, bool in_flow)
{
    size_t line_feed = str_find_char(scan->text, '\n', open);
    Str line = str_trim_right(str_slice(scan->text, open, line_feed));
    Str mark = str_slice(line, 0, 1);
    bool curly = str_ends_with(line, STR("”")) || str_ends_with(line, STR("’")) || str_ends_with(line, STR("“"));
    bool escaped = line.len > 2 && str_ends_with(line, STR("\\\""));
    bool alone = open == 0 || str_at(scan->text, open - 1) == '\n';
    size_t end = open + line.len;

    if (alone && yaml_report_quoted_key(scan, open, line))
        return true;
    yaml_report(scan, open, end, "the quotation mark that opens here is never closed",
                curly     ? "close it with the same straight mark, not with a curly one"
                : escaped ? "a backslash hides the mark behind it: write two"
                          : "write the same mark at the end of the text");
    if (escaped)
        diag_fix(scan->diags, span_part(scan->region, end - 1, end - 1), STR("\\"), false);
    else if (!in_flow) /* there it may end anywhere */
        diag_fix(scan->diags, span_part(scan->region, curly ? end - STR("”").len : end, end), mark, false);
    return true;
}

/* True when a line from `from` up to, not including, `to` is a key that cannot belong to the value. */
static bool meets_key(YamlScan *scan, YamlValue value, size_t from, size_t to)
{
    YamlScan lines = *scan;
    YamlLine line;
    lines.next = from;
    while (yaml_next_line(&line, &lines) && line.start < to) {
        if (line.content - line.start < value.deeper && yaml_find_key_end(yaml_line_text(scan, line)) != STR_NONE)
            return true;
    }
    return false;
}

static void move_behind(YamlScan *scan, size_t end)
{
    size_t line_feed = str_find_char(scan->text, '\n', end);
    scan->next = line_feed == STR_NONE ? scan->text.len : line_feed + 1;
}

static bool check_quoted(YamlScan *scan, YamlValue value)
{
    size_t end = yaml_quoted_end(scan->text, value.start);
    if (end == STR_NONE || meets_key(scan, value, scan->next, end))
        return report_open_quote(scan, value.start, false);
    move_behind(scan, end);
    return check_behind_quote(scan, value.start, end, str_find_char(scan->text, '\n', end));
}

enum { FLOW_DEPTH = 64 };

/* A walk through a list or mapping in brackets. */
typedef struct Flow {
    YamlScan *scan;
    YamlValue value;
    size_t at;
    size_t depth;
    char opened[FLOW_DEPTH]; /* the brackets that are open, as far as they fit */
    size_t comment;          /* where a comment has begun, or STR_NONE */
    bool at_item;            /* an item may begin here */
    bool behind_comma;       /* and a comma stands before it */
} Flow;

static size_t find_any(Str text, Str set, size_t at)
{
    while (at < text.len && str_find_char(set, text.data[at], 0) == STR_NONE)
        at++;
    return at;
}

static bool check_flow_quote(Flow *flow)
{
    Str text = flow->scan->text;
    size_t end = yaml_quoted_end(text, flow->at);
    if (end == STR_NONE)
        return report_open_quote(flow->scan, flow->at, true);
    if (check_behind_quote(flow->scan, flow->at, end, find_any(text, STR(",:]}\n"), end)))
        return true;
    flow->at = end;
    flow->at_item = false;
    return false;
}

static bool reject_flow_word(Flow *flow)
{
    size_t end = find_any(flow->scan->text, STR(",]}\n"), flow->at);
    return reject_start(flow->scan, (YamlValue){ .start = flow->at, .end = end });
}

/* Keeps the depth, and whether an item may begin behind `c`. */
static void note_flow_character(Flow *flow, int c)
{
    bool opens = c == '[' || c == '{';
    bool colon = c == ':' && char_is_space(str_at(flow->scan->text, flow->at));
    if (opens && flow->depth < FLOW_DEPTH)
        flow->opened[flow->depth] = (char)c;
    flow->depth += opens;
    flow->depth -= c == ']' || c == '}';
    flow->at_item = opens || c == ',' || colon;
    flow->behind_comma = c == ',';
}

static bool report_second_comma(const Flow *flow)
{
    yaml_report(flow->scan, flow->at, flow->at + 1, "nothing stands before this comma",
                "delete the comma, or write what is missing");
    diag_fix(flow->scan->diags, span_part(flow->scan->region, flow->at, flow->at + 1), (Str){ NULL, 0 }, false);
    return true;
}

/* `[a, b}` */
static bool is_wrong_bracket(const Flow *flow, int c)
{
    if ((c != ']' && c != '}') || flow->depth == 0 || flow->depth > FLOW_DEPTH)
        return false;
    return (flow->opened[flow->depth - 1] == '[') != (c == ']');
}

static bool report_wrong_bracket(const Flow *flow)
{
    bool list = flow->opened[flow->depth - 1] == '[';
    yaml_report(flow->scan, flow->at, flow->at + 1, "this bracket does not close the one that is open",
                list ? "write \"]\" instead, or close the list before it"
                     : "write \"}\" instead, or close the mapping before it");
    diag_fix(flow->scan->diags, span_part(flow->scan->region, flow->at, flow->at + 1), list ? STR("]") : STR("}"),
             false);
    return true;
}

static bool check_flow_character(Flow *flow)
{
    int c = str_at(flow->scan->text, flow->at);
    if (flow->at_item && (c == '"' || c == '\''))
        return check_flow_quote(flow);
    if (flow->at_item && (c == '@' || c == '`' || c == '%'))
        return reject_flow_word(flow);
    if (c == ',' && flow->at_item)
        return report_second_comma(flow);
    if (is_wrong_bracket(flow, c))
        return report_wrong_bracket(flow);
    flow->at++;
    if (!char_is_space(c))
        note_flow_character(flow, c);
    return false;
}

static bool report_open_flow(const Flow *flow)
{
    YamlScan *scan = flow->scan;
    bool list = scan->text.data[flow->value.start] == '[';
    if (flow->comment < flow->value.end && !char_is_space(str_at(scan->text, flow->comment + 1)))
        return yaml_report(scan, flow->comment, flow->value.end, "\" #\" begins a comment, so the rest is lost",
                           "put the text with the # in quotes");
    yaml_report(scan, flow->value.start, flow->value.end,
                list ? "the list that opens here is never closed" : "the mapping that opens here is never closed",
                list ? "write \"]\" at its end, or put it in quotes where it is meant as text"
                     : "write \"}\" at its end, or put it in quotes where it is meant as text");
    Str key = key_of(scan->text, flow->value.start);
    if (str_eq(key, STR("title:")) || str_eq(key, STR("excerpt:")))
        diag_fix(scan->diags, span_part(scan->region, flow->value.start, flow->value.end),
                 yaml_quote(str_slice(scan->text, flow->value.start, flow->value.end), scan->diags->arena), false);
    else if (flow->depth == 1)
        diag_fix(scan->diags, span_part(scan->region, flow->value.end, flow->value.end), list ? STR("]") : STR("}"),
                 false);
    return true;
}

static bool check_behind_flow(const Flow *flow)
{
    size_t line_feed = str_find_char(flow->scan->text, '\n', flow->at);
    Str rest = str_trim(str_slice(flow->scan->text, flow->at, line_feed));
    if (rest.len == 0 || rest.data[0] == '#')
        return false;
    size_t start = (size_t)(rest.data - flow->scan->text.data);
    if (rest.data[0] == ']' || rest.data[0] == '}') {
        yaml_report(flow->scan, start, start + 1, "there is one closing bracket too many", "delete it");
        diag_fix(flow->scan->diags, span_part(flow->scan->region, start, start + 1), (Str){ NULL, 0 }, false);
        return true;
    }
    if (flow->at <= flow->value.end && !wants_list(key_of(flow->scan->text, flow->value.start)))
        return reject_start(flow->scan, flow->value);
    return yaml_report(flow->scan, start, start + rest.len, "text stands behind the closing bracket",
                       "remove it, or write it between the brackets");
}

static void skip_flow_comment(Flow *flow)
{
    Str text = flow->scan->text;
    if (str_at(text, flow->at) != '#' || !char_is_space(str_at(text, flow->at - 1)))
        return;
    size_t line_feed = str_find_char(text, '\n', flow->at);
    flow->comment = flow->comment == STR_NONE ? flow->at : flow->comment;
    flow->at = line_feed == STR_NONE ? text.len : line_feed;
}

static bool check_flow(YamlScan *scan, YamlValue value)
{
    Flow flow = { .scan = scan, .value = value, .at = value.start, .comment = STR_NONE, .at_item = true };
    Str text = scan->text;
    int next = str_at(text, value.start + 1);
    if (text.data[value.start] == '{' && (next == '{' || next == '%'))
        return reject_start(scan, value);
    do {
        skip_flow_comment(&flow);
        if (str_at(text, flow.at) == '\n' && meets_key(scan, value, flow.at + 1, flow.at + 2))
            return report_open_flow(&flow);
        if (flow.at < text.len && check_flow_character(&flow))
            return true;
    } while (flow.depth > 0 && flow.at < text.len);
    if (flow.depth > 0)
        return report_open_flow(&flow);
    move_behind(scan, flow.at);
    return check_behind_flow(&flow);
}

/* Behind | or >: signs and digits, then nothing but a comment. Gives the digit, or 0. */
static bool read_block_header(size_t *out_indent, Str header)
{
    size_t at = 1;
    *out_indent = 0;
    for (; char_is_digit(str_at(header, at)) || str_at(header, at) == '+' || str_at(header, at) == '-'; at++) {
        if (char_is_digit(str_at(header, at)))
            *out_indent = (size_t)(str_at(header, at) - '0');
    }
    size_t rest = yaml_skip_blanks(header, at);
    return rest >= header.len || (rest > at && header.data[rest] == '#');
}

static bool is_structure(Str content)
{
    return str_at(content, 0) == '#' || yaml_is_item(content) || yaml_find_key_end(content) != STR_NONE
           || str_eq(content, STR("---")) || str_eq(content, STR("..."));
}

/* Moves over the lines of a block text; the first that has text says how far all are indented, unless that is given
 * already. */
static void skip_block(YamlScan *scan, size_t deeper, size_t *out_indent)
{
    YamlLine line;
    size_t indent = *out_indent;
    while (yaml_peek_line(&line, scan)) {
        size_t column = line.content - line.start;
        bool empty = line.content >= line.end;
        if (indent == 0 && column >= deeper && !empty)
            indent = column;
        *out_indent = indent;
        if (!empty && (indent == 0 || column < indent))
            return;
        yaml_next_line(&line, scan);
    }
}

static bool check_block(YamlScan *scan, YamlValue value)
{
    size_t indent = 0;
    YamlLine line;
    if (!read_block_header(&indent, str_slice(scan->text, value.start, value.end)))
        return reject_start(scan, value);
    if (indent > 0 && value.deeper > 0)
        indent += value.deeper - 1;
    skip_block(scan, value.deeper, &indent);
    if (!yaml_peek_line(&line, scan))
        return false;
    Str content = yaml_line_text(scan, line);
    bool between = line.content - line.start >= value.deeper && str_at(content, 0) != '#';
    if (!between && is_structure(content))
        return false;
    yaml_report(scan, line.content, line.end, "this line is indented less than the text it belongs to",
                "indent every line of the text by the same number of blanks, more than its key");
    size_t column = line.content - line.start;
    size_t missing = indent > column ? indent - column : value.deeper + 1 > column ? value.deeper + 1 - column : 0;
    Buf blanks = { .arena = scan->diags->arena };
    for (size_t i = 0; i < missing && missing <= INDENT_MAX; i++)
        buf_put_char(&blanks, ' ');
    diag_fix(scan->diags, span_part(scan->region, line.start, line.start), buf_str(&blanks), false);
    return true;
}

static size_t name_end(Str s, size_t at)
{
    while (char_is_alnum(str_at(s, at)) || str_at(s, at) == '_' || str_at(s, at) == '-')
        at++;
    return at;
}

static bool stands_alone(const YamlScan *scan, YamlValue value)
{
    size_t start = value.start;
    while (start > 0 && scan->text.data[start - 1] == ' ')
        start--;
    return start > 0 && scan->text.data[start - 1] == '\n';
}

/* `* one` below a key: a list as Markdown has it. */
static bool report_bullet(YamlScan *scan, YamlValue value)
{
    yaml_report(scan, value.start, value.end, "YAML wants a hyphen before each item of a list, not \"*\"",
                "write \"- \" instead");
    diag_fix(scan->diags, span_part(scan->region, value.start, value.start + 1), STR("-"), false);
    return true;
}

static bool check_alias(YamlScan *scan, YamlValue value)
{
    Str text = yaml_without_comment(str_slice(scan->text, value.start, value.end));
    size_t end = name_end(text, 1);
    if (end == 1 && str_at(text, 1) == ' ' && stands_alone(scan, value))
        return report_bullet(scan, value);
    return (end == 1 || end < text.len) && reject_start(scan, value);
}

/* `-`, `?` and `:` mean something to YAML only when they stand alone. */
static bool check_indicator(YamlScan *scan, YamlValue value)
{
    bool alone = value.start + 1 == value.end || char_is_space(str_at(scan->text, value.start + 1));
    if (!alone)
        return check_plain(scan, value);
    if (scan->text.data[value.start] != '-')
        return reject_start(scan, value);
    YamlLine next;
    Str indent = STR("\n  ");
    bool list = yaml_peek_line(&next, scan) && yaml_is_item(yaml_line_text(scan, next));
    if (!list && !wants_list(key_of(scan->text, value.start)))
        return yaml_report_unquoted(scan, value.start, value.end, "a text cannot begin with \"- \"");
    yaml_report(scan, value.start, value.end, "a list item stands on the line of its key",
                "write each item on a line of its own below the key");
    if (list)
        indent = arena_join(scan->diags->arena, STR("\n"), str_slice(scan->text, next.start, next.content), STR(""));
    size_t start = value.start;
    while (start > 0 && scan->text.data[start - 1] == ' ')
        start--;
    diag_fix(scan->diags, span_part(scan->region, start, value.start), indent, false);
    return true;
}

/* Moves over anchors and tags; false when what looks like an anchor is none. */
static bool skip_properties(YamlValue *value, Str text)
{
    while (str_at(text, value->start) == '&' || str_at(text, value->start) == '!') {
        size_t end = value->start;
        while (end < value->end && !char_is_space(str_at(text, end)))
            end++;
        bool anchor = text.data[value->start] == '&';
        if (!anchor && str_find_char(STR("[]{},"), (char)str_at(text, value->start + 1), 0) != STR_NONE)
            return false;
        if (anchor && (end == value->start + 1 || name_end(text, value->start + 1) < end))
            return false;
        value->start = yaml_skip_blanks(str_slice(text, 0, value->end), end);
    }
    return true;
}

bool yaml_check_value(bool *out_open, YamlScan *scan, YamlValue value)
{
    static const struct Start {
        char c;
        Check *check;
    } starts[] = {
        { '"', check_quoted }, { '\'', check_quoted },   { '[', check_flow },      { '{', check_flow },
        { '|', check_block },  { '>', check_block },     { '*', check_alias },     { '@', reject_start },
        { '`', reject_start }, { '%', reject_start },    { ',', reject_start },    { ']', reject_start },
        { '}', reject_start }, { '-', check_indicator }, { '?', check_indicator }, { ':', check_indicator },
    };
    *out_open = false;
    if (!skip_properties(&value, scan->text))
        return reject_start(scan, value);
    *out_open = value.start >= value.end || scan->text.data[value.start] == '#';
    if (*out_open)
        return false;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        if (starts[i].c == scan->text.data[value.start])
            return starts[i].check(scan, value);
    }
    return check_plain(scan, value);
}
