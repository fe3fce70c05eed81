/* lib/liquid/include_name.c */
#include "liquid/include_name.h"

/* --- the name ---------------------------------------------------------------------------------------------------- */

static size_t word_end(Str markup, size_t at)
{
    while (at < markup.len && !char_is_space(markup.data[at]))
        at++;
    return at;
}

/* Jekyll takes all up to the last `}}` and what hangs on it; what is quoted behind a parameter's `=` is none of it. */
size_t include_name_end(bool *computed, Str markup)
{
    size_t end = word_end(markup, 0);
    size_t open = str_find(markup, STR("{{"), 0);

    *computed = open != STR_NONE && str_find_char(str_slice(markup, 0, open), '=', 0) == STR_NONE;
    if (!*computed)
        return end;
    while (open != STR_NONE && open < markup.len) {
        size_t close = str_find(markup, STR("}}"), open);
        if (close == STR_NONE)
            break;
        end = word_end(markup, close + 2);
        open = str_find(str_slice(markup, 0, end), STR("{{"), close + 2);
    }
    return end;
}

static bool is_name_char(int c)
{
    static const char others[] = "/.-()+~#@";
    return scan_is_word(c) || (c != 0 && c != STR_END && strchr(others, c) != NULL);
}

IncludeName include_check_name(Str name)
{
    if (name.len == 0)
        return INCLUDE_NAME_BAD;
    for (size_t i = 0; i < name.len; i++) {
        int next = str_at(name, i + 1);
        bool is_dot = name.data[i] == '.' || name.data[i] == '/';
        if (is_dot && (next == '.' || next == '/'))
            return INCLUDE_NAME_OUTSIDE;
        if (!is_name_char((unsigned char)name.data[i]))
            return INCLUDE_NAME_BAD;
    }
    return INCLUDE_NAME_GOOD;
}

/* --- parameters -------------------------------------------------------------------------------------------------- */

/* A quoted value; a backslash guards the quote. Gives the offset behind it, `at` when it is not closed. */
static size_t read_quoted(Str *value, Str markup, size_t at, Arena *arena)
{
    Buf buf = { .arena = arena };
    int quote = str_at(markup, at);
    for (size_t i = at + 1; i < markup.len; i++) {
        int c = str_at(markup, i);
        if (c == quote) {
            *value = buf_str(&buf);
            return i + 1;
        }
        if (c == '\\' && i + 1 < markup.len) {
            i++;
            if (str_at(markup, i) != quote)
                buf_put_char(&buf, '\\');
        }
        buf_put_char(&buf, markup.data[i]);
    }
    return at;
}

static size_t read_value(Parameter *out, Parser *parser, Str markup, size_t at)
{
    int first = str_at(markup, at);
    Str text = { NULL, 0 };
    if (first == '"' || first == '\'') {
        size_t end = read_quoted(&text, markup, at, parser->syntax.arena);
        out->literal = liquid_string(text);
        return end;
    }
    size_t end = at;
    while (scan_is_name_char(str_at(markup, end)) || str_at(markup, end) == '.')
        end++;
    if (end > at)
        out->value = syntax_fragment(&parser->syntax, str_slice(markup, at, end));
    return end;
}

static bool refuse(Parser *parser, Located markup, size_t start)
{
    size_t end = word_end(markup.str, start);
    parser_fault(parser, located_part(markup, start, end),
                 "a parameter: a name, \"=\", and a quoted text or a variable");
    diag_hint(parser->syntax.diags,
              "write {%% include file.html name=\"text\" other=page.title %%}, with blanks between");
    return false;
}

/* Jekyll would look for a file of that name; nobody means that. */
static bool refuse_output(Parser *parser, Span span)
{
    diag_stop(parser->syntax.diags, "liquid-syntax", span, "a parameter of include cannot hold \"{{\"");
    diag_hint(parser->syntax.diags, "name the variable alone, as in other=page.title; assign it first where it needs "
                                    "filters");
    return false;
}

bool include_read_parameters(Parameters *out, Parser *parser, Located markup)
{
    Str text = markup.str;
    for (size_t at = scan_space(text, 0); at < text.len; at = scan_space(text, at)) {
        Parameter parameter = { .name = { NULL, 0 } };
        size_t name_end = at;
        while (scan_is_name_char(str_at(text, name_end)))
            name_end++;
        size_t equals = scan_space(text, name_end);
        if (name_end == at || str_at(text, equals) != '=')
            return refuse(parser, markup, at);
        size_t value = scan_space(text, equals + 1);
        size_t end = read_value(&parameter, parser, text, value);
        if (end == value || (end < text.len && !char_is_space(text.data[end])))
            return refuse(parser, markup, at);
        if (str_contains(str_slice(text, value, end), STR("{{")))
            return refuse_output(parser, located_part(markup, value, end));
        parameter.name = str_slice(text, at, name_end);
        parameter.span = located_part(markup, at, name_end);
        vec_push(parser->syntax.arena, out, parameter);
        at = end;
    }
    return true;
}
