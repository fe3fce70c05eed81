/* lib/markup/html_code.c - code as kramdown and rouge write it. */
#include <stdio.h>

#include "markup/highlight.h"
#include "markup/html_writer.h"
#include "markup/rouge_names.h"
#include "text/html.h"

/* Where in a class the word `language-name` stands; false when it has none. */
static bool find_language(Str class, size_t *start, size_t *end)
{
    *start = str_find(class, STR("language-"), 0);
    if (*start == STR_NONE)
        return false;
    *end = *start + 9;
    while (*end < class.len && !char_is_space(class.data[*end]))
        ++*end;
    return *end > *start + 9;
}

/* All attributes but the class, which is written with those that kramdown and rouge add: the language in place of
 * another one, else before the rest. */
static void put_attributes(HtmlWriter *w, const Node *node, Str language)
{
    Str class = node_attribute(node, STR("class"));
    size_t start = 0;
    size_t end = 0;

    for (size_t i = 0; i < node->attribute_count; i++) {
        const Attribute *attribute = &node->attributes[i];
        if (!str_eq(attribute->name, STR("class")))
            html_put_named_attribute(w, attribute->name, attribute->value);
    }
    if (!find_language(class, &start, &end))
        start = end = 0;
    buf_put(w->out, STR(" class=\""));
    html_put_attribute(w->out, str_slice(class, 0, start));
    buf_put(w->out, STR("language-"));
    html_put_attribute(w->out, language);
    if (end == 0 && class.len > 0)
        buf_put_char(w->out, ' ');
    html_put_attribute(w->out, str_from_offset(class, end));
    buf_put(w->out, STR(" highlighter-rouge\""));
}

static bool is_plain_text(Str language)
{
    return str_eq(language, STR("plaintext")) || str_eq(language, STR("text"));
}

/* The language of code that names none. */
static Str default_language(const CodeOptions *code)
{
    if (code->language.data != NULL)
        return code->language;
    return code->untold ? (Str){ 0 } : STR("plaintext");
}

static bool highlights(const HtmlWriter *w, const CodeOptions *code, Str language)
{
    return !w->kramdown->no_highlighter && !code->disabled && rouge_has_language(language)
           && !(code->no_guess && is_plain_text(language));
}

static Str white_class(Str text, size_t start, size_t end)
{
    if (start == 0 || text.data[start - 1] == '\n')
        return STR("-l");
    return end == text.len || text.data[end] == '\n' ? STR("-r") : STR("");
}

/* As the class `show-whitespaces` asks: each space and TAB in an element of its own. */
static void put_white(HtmlWriter *w, Str text, size_t start, size_t end)
{
    Str class = white_class(text, start, end);

    for (size_t i = start; i < end; i++) {
        bool is_tab = text.data[i] == '\t';
        buf_put(w->out, is_tab ? STR("<span class=\"ws-tab") : STR("<span class=\"ws-space"));
        buf_put(w->out, class);
        buf_put(w->out, is_tab ? STR("\">\t</span>") : STR("\">\u22C5</span>"));
    }
}

static bool is_white(int c)
{
    return c == ' ' || c == '\t';
}

static void put_visibly(HtmlWriter *w, Str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        bool white = is_white(text.data[at]);
        while (end < text.len && is_white(text.data[end]) == white)
            end++;
        if (white)
            put_white(w, text, at, end);
        else
            html_put_text(w->out, str_slice(text, at, end));
        at = end;
    }
}

static void put_plain_block(HtmlWriter *w, const Node *node)
{
    html_put_open(w, STR("pre"), node);
    buf_put(w->out, STR("<code"));
    if (node->code.info.len > 0) {
        buf_put(w->out, STR(" class=\"language-"));
        html_put_attribute(w->out, node->code.info);
        buf_put_char(w->out, '"');
    }
    buf_put_char(w->out, '>');
    if (str_contains(node_attribute(node, STR("class")), STR("show-whitespaces")))
        put_visibly(w, node->text);
    else
        html_put_text(w->out, node->text);
    buf_put(w->out, STR("</code></pre>\n"));
}

/* As rouge does it: quotes stay. */
static void put_source(HtmlWriter *w, Str code)
{
    size_t done = 0;

    for (size_t at = 0; at < code.len; at++) {
        char c = code.data[at];
        if (c != '&' && c != '<' && c != '>')
            continue;
        buf_put(w->out, str_slice(code, done, at));
        buf_put(w->out, c == '&' ? STR("&amp;") : c == '<' ? STR("&lt;") : STR("&gt;"));
        done = at + 1;
    }
    buf_put(w->out, str_from_offset(code, done));
}

/* A language that has no lexer here is plain text in the same wrapper. */
static void put_tokens(HtmlWriter *w, Str language, Str code)
{
    if (is_plain_text(language) || !highlight_put(w->out, language, code))
        put_source(w, code);
}

static void put_class(HtmlWriter *w, const char *before, Str given, const char *otherwise)
{
    buf_put(w->out, str_from(before));
    html_put_attribute(w->out, given.len > 0 ? given : str_from(otherwise));
}

/* By a format that was checked: one %i or %d, perhaps with a width. */
static void put_number(HtmlWriter *w, const char *format, int number)
{
    size_t width = 0;
    char digits[16];
    int len = snprintf(digits, sizeof(digits), "%d", number);
    char fill = format[0] != '\0' && format[1] == '0' ? '0' : ' ';

    for (size_t i = 1; format[0] != '\0' && char_is_digit(format[i]); i++)
        width = width * 10 + (size_t)(format[i] - '0');
    for (; width > (size_t)len; width--)
        buf_put_char(w->out, fill);
    buf_put(w->out, (Str){ digits, (size_t)len });
}

static void put_line_numbers(HtmlWriter *w, const CodeOptions *code, Str text)
{
    int last = code->line_shift + (text.len == 0 || text.data[text.len - 1] != '\n');

    for (size_t i = 0; i < text.len; i++)
        last += text.data[i] == '\n';
    for (int i = code->line_shift + 1; i <= last; i++) {
        put_number(w, code->line_format, i);
        buf_put_char(w->out, '\n');
    }
}

static void put_table(HtmlWriter *w, const CodeOptions *code, Str language, Str text)
{
    put_class(w, "<table class=\"", code->table_class, "rouge-table");
    put_class(w, "\"><tbody><tr><td class=\"", code->gutter_class, "rouge-gutter");
    buf_put(w->out, STR(" gl\"><pre class=\"lineno\">"));
    put_line_numbers(w, code, text);
    put_class(w, "</pre></td><td class=\"", code->code_class, "rouge-code");
    buf_put(w->out, STR("\"><pre>"));
    put_tokens(w, language, text);
    if (text.len == 0 || text.data[text.len - 1] != '\n')
        buf_put_char(w->out, '\n');
    buf_put(w->out, STR("</pre></td></tr></tbody></table>"));
}

static void put_highlighted(HtmlWriter *w, const CodeOptions *code, Str language, Str text)
{
    if (code->numbered && !code->bare)
        put_table(w, code, language, text);
    else
        put_tokens(w, language, text);
}

void html_put_kramdown_code_block(HtmlWriter *w, const Node *node)
{
    const CodeOptions *code = &w->kramdown->block_code;
    Str language = node->code.info.len > 0 ? node->code.info : default_language(code);
    bool wrapped = !code->unwrapped && !code->bare;

    html_put_line(w);
    if (!highlights(w, code, language)) {
        put_plain_block(w, node);
        return;
    }
    buf_put(w->out, STR("<div"));
    put_attributes(w, node, language);
    buf_put_char(w->out, '>');
    if (wrapped) {
        put_class(w, "<div class=\"highlight\"><pre class=\"", code->pre_class, "highlight");
        buf_put(w->out, STR("\"><code>"));
    }
    put_highlighted(w, code, language, node->text);
    buf_put(w->out, wrapped ? STR("</code></pre></div></div>\n") : STR("</div>\n"));
}

void html_put_kramdown_code(HtmlWriter *w, const Node *node)
{
    const CodeOptions *code = &w->kramdown->span_code;
    Str class = node_attribute(node, STR("class"));
    size_t start = 0;
    size_t end = 0;
    bool given = find_language(class, &start, &end);
    Str language = given ? str_slice(class, start + 9, end) : default_language(code);
    bool is_highlighted = highlights(w, code, language);

    buf_put(w->out, STR("<code"));
    if (is_highlighted)
        put_attributes(w, node, language);
    else
        html_put_node_attributes(w, node);
    buf_put_char(w->out, '>');
    if (is_highlighted)
        put_highlighted(w, code, language, node->text);
    else
        html_put_text(w->out, node->text);
    buf_put(w->out, STR("</code>"));
}
