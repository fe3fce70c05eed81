/* lib/check/html_entity.c - character references: `&nbsp;`, `&#8211;`. */
#include "check/html.h"
#include "text/html.h"
#include "text/html_names.h"

enum { NAME_MAX_LENGTH = 32 };

static size_t name_end(Str text, size_t at)
{
    size_t start = at;
    while (char_is_alnum(str_at(text, at)) && at - start < NAME_MAX_LENGTH)
        at++;
    return at;
}

static bool is_name(Str name)
{
    uint32_t code_points[2];
    return name.len >= 2 && html_name_find(name, code_points);
}

/* Within an address `&copy=1` is no reference. */
static bool is_in_address(Str text, size_t at)
{
    enum { FAR = 300 };
    for (size_t start = at; start-- > 0 && at - start < FAR && !char_is_space(text.data[start]);) {
        if (text.data[start] == '?' || (text.data[start] == '/' && str_at(text, start + 1) == '/'))
            return true;
    }
    return false;
}

static void report_unfinished(const Subject *subject, Str text, Part part)
{
    Str written = str_slice(text, part.start, part.end);
    if (is_in_address(text, part.start)
        || !link_say(subject, "html-entity", part, "\"" STR_FMT "\" lacks its semicolon", STR_ARG(written)))
        return;
    Str right = arena_join(subject->keep, written, STR(";"), (Str){ 0 });
    diag_hint(subject->diags, "write " STR_FMT, STR_ARG(right));
    link_offer(subject, part, right, false);
}

static void report_unknown(const Subject *subject, Str text, Part part)
{
    Str name = str_slice(text, part.start + 1, part.end - 1);
    char lower[NAME_MAX_LENGTH];
    for (size_t i = 0; i < name.len && i < NAME_MAX_LENGTH; i++)
        lower[i] = (char)char_lower(name.data[i]);
    Str near = { lower, name.len < NAME_MAX_LENGTH ? name.len : NAME_MAX_LENGTH };
    if (is_in_address(text, part.start)
        || !link_say(subject, "html-entity", part, "\"&" STR_FMT ";\" stands for no character", STR_ARG(name)))
        return;
    if (is_name(near))
        diag_hint(subject->diags, "did you mean &" STR_FMT ";?", STR_ARG(near));
    else
        diag_hint(subject->diags, "write the character itself; to show the signs as they stand, begin with &amp;");
}

static void check_number(const Subject *subject, Str text, size_t at)
{
    size_t start = at + 2;
    bool hex = char_lower(str_at(text, start)) == 'x';
    size_t end = start + hex;
    while (char_is_digit(str_at(text, end))
           || (hex && char_is_alpha(str_at(text, end)) && char_lower(text.data[end]) <= 'f'))
        end++;
    if (end - start - hex < 2 || end - start > 8 || char_is_alnum(str_at(text, end)))
        return;
    if (str_at(text, end) != ';' && end - start - hex >= 2)
        report_unfinished(subject, text, (Part){ (uint32_t)at, (uint32_t)end });
}

void check_html_entity(const Subject *subject, Str text, size_t at)
{
    uint32_t code_points[2];
    size_t end = name_end(text, at + 1);
    Str name = str_slice(text, at + 1, end);
    int next = str_at(text, end);

    if (html_read_reference(str_slice(text, at, at + NAME_MAX_LENGTH + 2), code_points) > 0)
        return;
    if (str_at(text, at + 1) == '#')
        check_number(subject, text, at);
    else if (next == ';' && name.len >= 2)
        report_unknown(subject, text, (Part){ (uint32_t)at, (uint32_t)end + 1 });
    else if (next != '=' && next != '_' && next != '(' && is_name(name))
        report_unfinished(subject, text, (Part){ (uint32_t)at, (uint32_t)end });
}
