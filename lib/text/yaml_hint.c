/* lib/text/yaml_hint.c */
#include "text/yaml_hint.h"

#include "base/buf.h"
#include "text/yaml.h"
#include "text/yaml_line.h"
#include "text/yaml_slip.h"

enum { LEVELS_MAX = 64 };

/* A list or mapping that is open where the scan stands. */
typedef struct Level {
    size_t column;
    bool list;
} Level;

typedef struct Outline {
    YamlScan scan;
    Level levels[LEVELS_MAX];
    size_t depth;
    bool open;      /* the last key or dash has no value yet: what follows may stand further right */
    YamlLine first; /* the first key or item */
    size_t entries; /* keys and items seen */
} Outline;

static bool is_top(const Outline *outline, size_t column, bool list)
{
    if (outline->depth == 0)
        return false;
    const Level *top = &outline->levels[outline->depth - 1];
    return top->column == column && top->list == list;
}

static void push_level(Outline *outline, size_t column, bool list)
{
    if (!is_top(outline, column, list) && outline->depth < LEVELS_MAX)
        outline->levels[outline->depth++] = (Level){ column, list };
}

/* Leaves what ends before a line that starts in `column`. */
static void pop_levels(Outline *outline, size_t column, bool item)
{
    while (outline->depth > 0) {
        const Level *top = &outline->levels[outline->depth - 1];
        bool ended = top->column > column || (top->column == column && top->list && !item);
        if (!ended)
            return;
        outline->depth--;
    }
}

/* Whether a list or mapping may begin there: below an open key or dash, further right; a list also right below its key.
 */
static bool may_begin(const Outline *outline, size_t column, bool item)
{
    if (!outline->open || outline->depth == 0)
        return outline->open;
    const Level *top = &outline->levels[outline->depth - 1];
    return column > top->column || (column == top->column && item && !top->list);
}

static bool is_conflict_mark(Str content)
{
    static const Str marks[] = { STR_INIT("<<<<<<<"), STR_INIT("======="), STR_INIT(">>>>>>>") };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (str_starts_with(content, marks[i]))
            return true;
    }
    return false;
}

static bool check_value(Outline *outline, size_t start, size_t end)
{
    size_t deeper = outline->depth == 0 ? 0 : outline->levels[outline->depth - 1].column + 1;
    return yaml_check_value(&outline->open, &outline->scan, (YamlValue){ start, end, deeper });
}

static bool is_explicit_key(Str content)
{
    return str_at(content, 0) == '?' && (content.len == 1 || char_is_space(content.data[1]));
}

static bool report_long_key(const Outline *outline, size_t start, size_t end)
{
    diag_stop(outline->scan.diags, "yaml-limit", span_part(outline->scan.region, start, end),
              "the key is too long (the limit is %d)", YAML_MAX_KEY_BYTES);
    diag_hint(outline->scan.diags, "put the text in quotes where it is no key");
    return true;
}

/* A line that begins a key or an item: `- - key: value` opens three levels. */
static bool check_entry(Outline *outline, YamlLine line)
{
    Str text = str_slice(outline->scan.text, 0, line.end);
    size_t at = line.content;
    while (yaml_is_item(str_from_offset(text, at)) && at < line.end) {
        push_level(outline, at - line.start, true);
        at = yaml_skip_blanks(text, at + 1);
    }
    Str rest = str_from_offset(text, at);
    size_t colon = is_explicit_key(rest) ? 0 : yaml_find_key_end(rest);
    if (outline->entries++ == 0)
        outline->first = line;
    if (colon == STR_NONE)
        return check_value(outline, at, line.end);
    if (colon > YAML_MAX_KEY_BYTES)
        return report_long_key(outline, at, at + colon);
    push_level(outline, at - line.start, false);
    return check_value(outline, yaml_skip_blanks(text, at + colon + 1), line.end);
}

static bool begins_value(Str content)
{
    int c = str_at(content, 0);
    return c != STR_END && str_find_char(STR("\"'[{|>*&!@`%"), (char)c, 0) != STR_NONE;
}

static bool is_document_mark(const YamlScan *scan, YamlLine line)
{
    Str content = yaml_line_text(scan, line);
    bool mark = str_starts_with(content, STR("---")) || str_starts_with(content, STR("..."));
    return line.content == line.start && mark && (content.len == 3 || char_is_space(content.data[3]));
}

/* The column of the open list or mapping that the line most likely belongs to, or STR_NONE. */
static size_t nearest_column(const Level *levels, size_t depth, size_t column, bool item)
{
    size_t nearest = STR_NONE, distance = STR_NONE;
    for (size_t i = depth; i > 0; i--) {
        size_t other = levels[i - 1].column;
        size_t apart = other > column ? other - column : column - other;
        if (levels[i - 1].list == item && apart < distance) {
            nearest = other;
            distance = apart;
        }
    }
    return nearest;
}

/* The first key is indented or has a hyphen, and the second is at the left edge: that one is right. */
static bool report_first(Outline *outline)
{
    YamlScan *scan = &outline->scan;
    YamlLine first = outline->first;
    bool item = yaml_is_item(yaml_line_text(scan, first));
    size_t end = item ? yaml_skip_blanks(scan->text, first.content + 1) : first.content;
    yaml_report(scan, item ? first.content : first.start, end,
                item ? "a hyphen stands before the first key" : "blanks stand before the first key",
                "delete what stands before it: all keys start at the left edge");
    diag_fix(scan->diags, span_part(scan->region, first.start, end), (Str){ NULL, 0 }, false);
    return true;
}

static bool report_column(Outline *outline, YamlLine line, size_t right)
{
    YamlScan *scan = &outline->scan;
    YamlLine first = outline->first;
    bool odd_first = first.content > first.start || yaml_is_item(yaml_line_text(scan, first));
    if (odd_first && outline->entries == 1 && line.content == line.start && !yaml_is_item(yaml_line_text(scan, line)))
        return report_first(outline);
    yaml_report(scan, line.content, line.end, "this line does not start in a column of the lines above",
                "start all keys of one level in the same column, and all items of one list");
    if (right == STR_NONE)
        return true;
    if (right == 0)
        diag_hint(scan->diags, "start it at the left edge, without blanks before it");
    else
        diag_hint(scan->diags, "begin it with %zu blank%s, as those above", right, right == 1 ? "" : "s");
    Span blanks = span_part(scan->region, line.start, line.content);
    Buf replacement = { .arena = scan->diags->arena };
    for (size_t i = 0; i < right; i++)
        buf_put_char(&replacement, ' ');
    diag_fix(scan->diags, blanks, buf_str(&replacement), false);
    return true;
}

static bool check_line(Outline *outline, YamlLine line)
{
    YamlScan *scan = &outline->scan;
    Str content = yaml_line_text(scan, line);
    size_t column = line.content - line.start;
    bool item = yaml_is_item(content);
    if (is_conflict_mark(content))
        return yaml_report(scan, line.content, line.end, "this is the mark of a merge that was not finished",
                           "keep one of the two versions and remove the lines with the marks");
    size_t depth = outline->depth;
    bool continues = depth == 1 && !outline->open;
    pop_levels(outline, column, item);
    bool nested = may_begin(outline, column, item);
    if (!item && !is_explicit_key(content) && yaml_find_key_end(content) == STR_NONE) {
        bool value = nested && (outline->depth > 0 || begins_value(content));
        return value ? check_value(outline, line.content, line.end) : yaml_reject_line(scan, line, continues);
    }
    if (nested || is_top(outline, column, item))
        return check_entry(outline, line);
    return report_column(outline, line, nearest_column(outline->levels, depth, column, item));
}

static bool find_slip(Outline *outline, size_t noticed)
{
    YamlLine line;
    while (outline->scan.next <= noticed && yaml_next_line(&line, &outline->scan)) {
        bool directive = outline->depth == 0 && str_at(outline->scan.text, line.start) == '%';
        if (yaml_line_is_idle(&outline->scan, line) || directive)
            continue;
        if (is_document_mark(&outline->scan, line)) {
            outline->depth = 0;
            outline->open = true;
            continue;
        }
        if (check_line(outline, line))
            return true;
    }
    return false;
}

/* The reader's place, or the last thing that stands before it where it has come to the end of a line. */
static YamlLine noticed_part(Str text, size_t noticed)
{
    size_t end = noticed < text.len ? noticed : text.len;
    if (end < text.len && !char_is_space(str_at(text, end))) {
        while (end < text.len && !char_is_space(str_at(text, end)))
            end++;
    } else {
        end = str_trim_right(str_slice(text, 0, end)).len;
    }
    size_t start = end;
    while (start > 0 && !char_is_space(str_at(text, start - 1)) && start != noticed)
        start--;
    return (YamlLine){ start, start, end };
}

static bool report_noticed(YamlScan *scan, size_t noticed, const char *problem)
{
    static const struct Known {
        const char *part; /* of libyaml's words */
        const char *message, *hint;
    } known[] = {
        { "escape", "a backslash in double quotes begins a sign that YAML does not know",
          "write two backslashes, or put the text in single quotes" },
        { "hexdecimal", "a backslash in double quotes begins a sign that YAML does not know",
          "write two backslashes, or put the text in single quotes" },
        { "flow node", "something is missing between the brackets", "write a text between each two commas" },
        { "document start", "YAML ends above this line", "start all keys of one level in the same column" },
        { "already", "YAML ends above this line", "start all keys of one level in the same column" },
    };
    YamlLine part = noticed_part(scan->text, noticed);
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (strstr(problem, known[i].part) != NULL)
            return yaml_report(scan, part.start, part.end, known[i].message, known[i].hint);
    }
    Str message = arena_format(scan->diags->arena, "YAML cannot be read here: %s", problem);
    return yaml_report(
        scan, part.start, part.end, message.data,
        "put texts with special characters in quotes, and start all keys of one level in the same column");
}

/* Whether a key stands behind the tab that belongs to no key above: then the tab is one too many. */
static bool is_outer_key(const YamlScan *scan, size_t tab, size_t end)
{
    size_t line_end = str_find_char(scan->text, '\n', end);
    Str before = str_trim_right(str_slice(scan->text, 0, tab));
    bool line_start = tab == 0 || scan->text.data[tab - 1] == '\n';
    return line_start && !str_ends_with(before, STR(":"))
           && yaml_find_key_end(str_slice(scan->text, end, line_end)) != STR_NONE;
}

static bool report_tab(YamlScan *scan, size_t noticed)
{
    size_t end = yaml_skip_blanks(scan->text, noticed);
    bool outer = is_outer_key(scan, noticed, end);
    yaml_report(scan, noticed, end, "a tab stands where YAML wants blanks",
                outer ? "delete it: the key starts at the left edge" : "write two blanks instead");
    diag_fix(scan->diags, span_part(scan->region, noticed, end), outer ? STR("") : STR("  "), false);
    return true;
}

bool yaml_find_slip(Span region, size_t noticed, Diags *diags)
{
    Outline outline = { .scan = { .region = region, .text = source_text(region), .diags = diags }, .open = true };
    if (yaml_find_separator(&outline.scan, noticed))
        return true;
    if (str_at(outline.scan.text, noticed) == '\t')
        return report_tab(&outline.scan, noticed);
    return find_slip(&outline, noticed);
}

bool yaml_explain(Span region, size_t noticed, const char *problem, Diags *diags)
{
    YamlScan scan = { .region = region, .text = source_text(region), .diags = diags };
    if (!yaml_find_slip(region, noticed, diags))
        report_noticed(&scan, noticed, problem == NULL ? "it is not finished" : problem);
    return false;
}
