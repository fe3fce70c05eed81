/* lib/markup/kramdown/scan.c */
#include "markup/kramdown/scan.h"

enum { LOOSE_SPACES = 3 }; /* before most blocks */

bool scan_is_blank(int c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

bool scan_is_word_char(int c)
{
    return char_is_alnum(c) || c == '_';
}

size_t scan_line_end(Str text, size_t at)
{
    size_t end = str_find_char(text, '\n', at);
    return end == STR_NONE ? text.len : end + 1;
}

size_t scan_blanks(Str text, size_t at)
{
    while (scan_is_blank(str_at(text, at)))
        at++;
    return at;
}

size_t scan_spaces(Str text, size_t at, size_t most)
{
    size_t end = at;

    while (end - at < most && str_at(text, end) == ' ')
        end++;
    return end;
}

size_t scan_white(Str text, size_t at)
{
    while (char_is_space(str_at(text, at)))
        at++;
    return at;
}

size_t scan_end_of_line(Str text, size_t at)
{
    at = scan_blanks(text, at);
    return str_at(text, at) == '\n' ? at + 1 : 0;
}

size_t scan_blank_lines(Str text, size_t at)
{
    size_t end = 0;

    for (; char_is_space(str_at(text, at)); at++) {
        if (text.data[at] == '\n')
            end = at + 1;
    }
    return end;
}

size_t scan_indent(Str text, size_t at)
{
    if (str_at(text, at) == '\t')
        return at + 1;
    return scan_spaces(text, at, 4) == at + 4 ? at + 4 : 0;
}

size_t scan_end_marker(Str text, size_t at)
{
    return str_at(text, at) == '^' ? scan_end_of_line(text, at + 1) : 0;
}

size_t scan_rule(Str text, size_t at)
{
    at = scan_spaces(text, at, LOOSE_SPACES);
    int marker = str_at(text, at);
    int count = 0;

    if (marker != '*' && marker != '-' && marker != '_')
        return 0;
    for (;; at++) {
        int c = str_at(text, at);
        if (c == '\n')
            return count >= 3 ? at + 1 : 0;
        if (c == marker)
            count++;
        else if (c != ' ' && c != '\t')
            return 0;
    }
}

/* What must follow a marker; kramdown's own pattern takes a `|` too. */
static size_t marker_end(Str text, size_t at)
{
    int c = str_at(text, at);
    return c == ' ' || c == '\t' || c == '|' ? at : 0;
}

size_t scan_bullet(Str text, size_t at, size_t most)
{
    at = scan_spaces(text, at, most);
    int c = str_at(text, at);
    return c == '*' || c == '-' || c == '+' ? marker_end(text, at + 1) : 0;
}

size_t scan_number(Str text, size_t at, size_t most)
{
    size_t digits = scan_spaces(text, at, most);

    for (at = digits; char_is_digit(str_at(text, at)); at++)
        ;
    return at > digits && str_at(text, at) == '.' ? marker_end(text, at + 1) : 0;
}

size_t scan_colon(Str text, size_t at, size_t most)
{
    at = scan_spaces(text, at, most);
    return str_at(text, at) == ':' ? marker_end(text, at + 1) : 0;
}

bool scan_is_list(Str text, size_t at)
{
    return scan_bullet(text, at, LOOSE_SPACES) > 0 || scan_number(text, at, LOOSE_SPACES) > 0;
}

bool scan_is_heading(Str text, size_t at)
{
    size_t end = at;

    while (end - at < 6 && str_at(text, end) == '#')
        end++;
    int c = str_at(text, end);
    return end > at && (c == ' ' || c == '\t');
}

bool scan_is_quote(Str text, size_t at)
{
    return str_at(text, scan_spaces(text, at, LOOSE_SPACES)) == '>';
}

bool scan_is_fence(Str text, size_t at)
{
    at = scan_spaces(text, at, LOOSE_SPACES);
    for (size_t i = 0; i < 3; i++) {
        int c = str_at(text, at + i);
        if (c != '`' && c != '~')
            return false;
    }
    return true;
}

size_t scan_id(Str text, size_t at)
{
    size_t end = at;

    if (!scan_is_word_char(str_at(text, at)))
        return at;
    while (scan_is_word_char(str_at(text, end)) || str_at(text, end) == '-')
        end++;
    return end;
}
