#include "text/yaml_line.h"

#include "base/utf8.h"

static bool is_odd_space(int32_t c)
{
    return c == 0xA0 || (0x2000 <= c && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

size_t yaml_odd_space(Str text, size_t at)
{
    size_t end = at;
    for (size_t next = at; next < text.len && is_odd_space(utf8_next(text, &next));)
        end = next;
    return end - at;
}

static unsigned character_at(Str text, size_t at)
{
    return (unsigned)utf8_next(text, &at);
}

bool yaml_report_odd_space(YamlScan *scan, size_t start, size_t end, Str replacement)
{
    Span place = span_part(scan->region, start, end);
    diag_stop(scan->diags, "yaml-syntax", place, "this is no ordinary blank (U+%04X), and YAML takes it for a letter",
              character_at(scan->text, start));
    diag_hint(scan->diags, replacement.len == 0 ? "delete it" : "write an ordinary blank instead");
    diag_fix(scan->diags, place, replacement, false);
    return true;
}

bool yaml_find_separator(YamlScan *scan, size_t noticed)
{
    size_t end = str_find_char(scan->text, '\n', noticed);
    Str text = str_slice(scan->text, 0, end);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        if ((unsigned char)text.data[at] < 0x80) {
            at++;
            continue;
        }
        int32_t c = utf8_next(text, &at);
        if (c != 0x85 && c != 0x2028 && c != 0x2029)
            continue;
        Span place = span_part(scan->region, start, at);
        diag_stop(scan->diags, "yaml-syntax", place, "an invisible line separator (U+%04X) ends the line here",
                  (unsigned)c);
        diag_hint(scan->diags, "delete it, and write a blank in its place");
        diag_fix(scan->diags, place, STR(" "), false);
        return true;
    }
    return false;
}

static bool is_name_part(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-';
}

/* The name that the line begins with: letters, digits, hyphens. */
static size_t name_end(Str content)
{
    size_t end = 0;
    while (is_name_part(str_at(content, end)))
        end++;
    return char_is_alpha(str_at(content, 0)) ? end : 0;
}

/* Writes `replacement` for a part of the line; the hint is the line as it is then. */
static bool report_edit(YamlScan *scan, YamlLine line, YamlLine part, const char *message, Str replacement)
{
    Arena *arena = scan->diags->arena;
    Str before = str_slice(scan->text, line.content, part.start);
    Str after = str_slice(scan->text, part.end, line.end);
    yaml_report_example(scan, line.content, line.end, message, arena_join(arena, before, replacement, after));
    diag_fix(scan->diags, span_part(scan->region, part.start, part.end), replacement, false);
    return true;
}

static bool report_part(YamlScan *scan, YamlLine line, size_t from, size_t to, const char *message, Str replacement)
{
    YamlLine part = { .start = line.content + from, .end = line.content + to };
    return report_edit(scan, line, part, message, replacement);
}

/* `title:Foo`. A name of a scheme is none of a key: `https://`. */
static bool check_colon(YamlScan *scan, YamlLine line, Str content, size_t end)
{
    if (str_at(content, end) != ':' || str_at(content, end + 1) == '/')
        return false;
    size_t odd = yaml_odd_space(content, end + 1);
    if (odd == 0)
        return report_part(scan, line, end + 1, end + 1, "a blank is missing behind the colon", STR(" "));
    size_t start = line.content + end + 1;
    return yaml_report_odd_space(scan, start, start + odd, STR(" "));
}

/* `title = Foo`, `title :Foo`, `title; Foo`, and the wide colon of Chinese and Japanese. */
static bool check_other_sign(YamlScan *scan, YamlLine line, Str content, size_t end)
{
    static const Str signs[] = { STR_INIT("="),  STR_INIT(":"),  STR_INIT(";"),
                                 STR_INIT("："), STR_INIT("﹕"), STR_INIT("->") };
    size_t at = yaml_skip_blanks(content, end);
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (!str_starts_with(str_from_offset(content, at), signs[i]))
            continue;
        size_t rest = yaml_skip_blanks(content, at + signs[i].len);
        if (str_at(content, rest) == '/')
            return false;
        return report_part(scan, line, end, rest, "a colon and a blank must stand behind the key", STR(": "));
    }
    return false;
}

/* `title Foo`: a line that begins with what is nearly always a key. */
static bool check_no_colon(YamlScan *scan, YamlLine line, Str content, size_t end)
{
    static const Str keys[] = {
        STR_INIT("title"), STR_INIT("author"),     STR_INIT("authors"), STR_INIT("date"),
        STR_INIT("tags"),  STR_INIT("categories"), STR_INIT("excerpt"), STR_INIT("layout"),
        STR_INIT("image"), STR_INIT("permalink"),  STR_INIT("slug"),    STR_INIT("description")
    };
    if (line.content != line.start || (end < content.len && str_at(content, end) != ' '))
        return false;
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (str_eq_nocase(str_slice(content, 0, end), keys[i]))
            return report_part(scan, line, end, end, "the colon behind the key is missing", STR(":"));
    }
    return false;
}

static bool check_comment(YamlScan *scan, YamlLine line, Str content)
{
    static const Str signs[] = { STR_INIT("//"), STR_INIT("/*"), STR_INIT("<!--"),
                                 STR_INIT("{%"), STR_INIT(";"),  STR_INIT("% ") };
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (str_starts_with(content, signs[i]))
            return yaml_report(scan, line.content, line.end, "this is no comment to YAML",
                               "begin a comment with # and a blank, or delete the line");
    }
    return false;
}

bool yaml_report_quoted_key(YamlScan *scan, size_t open, Str line)
{
    bool quote = str_at(line, 0) == '"' || str_at(line, 0) == '\'';
    if (!quote || yaml_find_key_end(str_from_offset(line, 1)) == STR_NONE)
        return false;
    Span mark = span_part(scan->region, open, open + 1);
    diag_stop(scan->diags, "yaml-syntax", mark, "a quotation mark stands before the key");
    diag_hint(scan->diags, "delete it");
    diag_fix(scan->diags, mark, (Str){ NULL, 0 }, false);
    return true;
}

/* What stands before a key or an item, or in place of one. */
static bool check_start(YamlScan *scan, YamlLine line, Str content)
{
    size_t odd = yaml_odd_space(content, 0);
    if (odd > 0)
        return yaml_report_odd_space(scan, line.content, line.content + odd,
                                     line.content == line.start ? STR("") : STR(" "));
    if (str_at(content, 0) == '-' && str_at(content, 1) != '-' && content.len > 1)
        return report_part(scan, line, 1, 1, "a blank is missing behind the hyphen", STR(" "));
    return yaml_report_quoted_key(scan, line.content, content) || check_comment(scan, line, content);
}

bool yaml_reject_line(YamlScan *scan, YamlLine line, bool continues)
{
    Str content = yaml_line_text(scan, line);
    size_t end = name_end(content);
    if (check_start(scan, line, content))
        return true;
    if (end > 0
        && (check_colon(scan, line, content, end) || check_other_sign(scan, line, content, end)
            || check_no_colon(scan, line, content, end)))
        return true;
    yaml_report(scan, line.content, line.end, "this line is no \"key: value\"",
                "write a key and a colon before it, or indent it where it continues the line above");
    if (continues && line.content == line.start && (char_is_alpha(str_at(content, 0)) || str_at(content, 0) >= 0x80))
        diag_fix(scan->diags, span_part(scan->region, line.start, line.start), STR("  "), false);
    return true;
}
