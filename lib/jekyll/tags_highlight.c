/* lib/jekyll/tags_highlight.c - `{% highlight ruby linenos mark_lines="1 3" %}...{% endhighlight %}`. Lines are marked
 * as Jekyll does it since 4.4; before, it reads `mark_lines` and does nothing with it. */
#include "jekyll/tags.h"

#include <string.h>

#include "markup/highlight.h"

enum { MAX_LINE = 1 << 20 };

typedef struct Highlight {
    Str language; /* in lower case */
    bool numbers;
    const bool *marked; /* by number of the line */
    size_t marked_count;
} Highlight;

/* --- reading ----------------------------------------------------------------------------------------------------- */

static bool is_language_char(int c)
{
    return char_is_alnum(c) || (c > 0 && strchr(".+#_-", c) != NULL);
}

static Str lower(Str s, Arena *arena)
{
    Buf buf = { .arena = arena };
    for (size_t i = 0; i < s.len; i++)
        buf_put_char(&buf, (char)char_lower((unsigned char)s.data[i]));
    return buf_str(&buf);
}

static size_t number_at(Str s, size_t *at)
{
    size_t number = 0;
    while (char_is_digit(str_at(s, *at)) && number < MAX_LINE)
        number = number * 10 + (size_t)(s.data[(*at)++] - '0');
    return number;
}

static size_t largest(Str lines)
{
    size_t most = 0;
    for (size_t at = 0; at < lines.len; at++) {
        size_t line = number_at(lines, &at);
        most = line > most ? line : most;
    }
    return most;
}

static void read_marks(Highlight *out, Str lines, Arena *arena)
{
    size_t count = largest(lines) + 1;
    bool *marked = ARENA_ARRAY(arena, bool, count);
    for (size_t at = 0; at < lines.len; at++)
        marked[number_at(lines, &at)] = true;
    marked[0] = false;
    out->marked = marked;
    out->marked_count = count;
}

/* "1 2 3": whole numbers with one white space between them. */
static bool is_number_list(Str list)
{
    bool digit = false;

    for (size_t i = 0; i < list.len; i++) {
        bool space = char_is_space((unsigned char)list.data[i]);
        if (space ? !digit : !char_is_digit((unsigned char)list.data[i]))
            return false;
        digit = !space;
    }
    return digit;
}

static size_t skip_word(Str text, size_t at)
{
    while (char_is_alnum(str_at(text, at)) || str_at(text, at) == '_')
        at++;
    return at;
}

/* `key`, `key=word` or `key="1 2 3"` at `*at`, which moves behind it. */
static bool read_option(Highlight *out, Str text, size_t *at, Arena *arena)
{
    size_t end = skip_word(text, *at);
    Str key = str_slice(text, *at, end);
    Str value = { NULL, 0 };
    bool sound = key.len > 0;

    if (str_at(text, end) == '=' && str_at(text, end + 1) == '"') {
        size_t quote = str_find_char(text, '"', end + 2);
        value = str_slice(text, end + 2, quote == STR_NONE ? text.len : quote);
        end += value.len + 3;
        sound = sound && is_number_list(value);
    } else if (str_at(text, end) == '=') {
        size_t start = end + 1;
        end = skip_word(text, start);
        sound = sound && end > start;
    }
    *at = end;
    if (str_eq(key, STR("linenos")))
        out->numbers = true;
    else if (str_eq(key, STR("mark_lines")))
        read_marks(out, value, arena);
    return sound && end <= text.len && (end == text.len || char_is_space((unsigned char)text.data[end]));
}

static const void *parse(Located markup, Arena *arena, Diags *diags)
{
    Highlight *highlight = ARENA_NEW(arena, Highlight);
    Str text = str_trim(markup.str);
    size_t at = 0;
    bool sound = true;

    while (is_language_char(str_at(text, at)))
        at++;
    highlight->language = lower(str_slice(text, 0, at), arena);
    sound = at > 0 && (at == text.len || char_is_space((unsigned char)text.data[at]));
    while (sound && at < text.len) {
        while (char_is_space(str_at(text, at)))
            at++;
        sound = read_option(highlight, text, &at, arena);
    }
    if (sound)
        return highlight;
    diag_stop(diags, "liquid-syntax", markup.span, "expected a language, then perhaps \"linenos\" or mark_lines");
    diag_hint(diags, "write {%% highlight ruby linenos mark_lines=\"1 3\" %%}");
    return NULL;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

static bool is_marked(const Highlight *highlight, size_t line)
{
    return line < highlight->marked_count && highlight->marked[line];
}

/* As rouge escapes: quotes stay. */
static void put_escaped(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '&')
            buf_put(out, STR("&amp;"));
        else if (c == '<')
            buf_put(out, STR("&lt;"));
        else if (c == '>')
            buf_put(out, STR("&gt;"));
        else
            buf_put_char(out, c);
    }
}

/* HTML of tokens, being cut into lines: a token that goes on after the end of a line is opened again there. */
typedef struct LineWriter {
    Buf *out;
    const Highlight *highlight;
    size_t line; /* 0: none yet */
    Str tag;     /* of the token that is open in the HTML */
    bool inside; /* that tag is written */
} LineWriter;

static void end_line(LineWriter *w)
{
    if (w->line == 0)
        return;
    buf_put(w->out, w->inside ? STR("</span>\n") : STR("\n"));
    buf_put(w->out, is_marked(w->highlight, w->line) ? STR("</span>") : STR(""));
    w->inside = false;
}

static void start_line(LineWriter *w)
{
    w->line++;
    buf_put(w->out, is_marked(w->highlight, w->line) ? STR("<span class=\"hll\">") : STR(""));
}

static void put_text(LineWriter *w, Str text)
{
    if (text.len > 0 && w->tag.len > 0 && !w->inside) {
        buf_put(w->out, w->tag);
        w->inside = true;
    }
    buf_put(w->out, text);
}

static void put_tag(LineWriter *w, Str tag)
{
    bool closes = str_at(tag, 1) == '/';

    if (closes && w->inside)
        buf_put(w->out, tag);
    w->tag = closes ? (Str){ 0 } : tag;
    w->inside = false;
}

/* Every line ends with a line feed, the last one as well; a marked line has it within the mark. */
static void put_lines(Buf *out, const Highlight *highlight, Str html)
{
    LineWriter w = { .out = out, .highlight = highlight };

    for (Str rest = html, line; str_split(&line, &rest, '\n');) {
        end_line(&w);
        start_line(&w);
        for (size_t at = 0; at < line.len;) {
            size_t tag = str_find_char(line, '<', at);
            size_t end = tag == STR_NONE ? line.len : str_find_char(line, '>', tag) + 1;
            put_text(&w, str_slice(line, at, tag == STR_NONE ? line.len : tag));
            if (tag != STR_NONE)
                put_tag(&w, str_slice(line, tag, end));
            at = end;
        }
    }
    end_line(&w);
}

static void put_tokens(Buf *out, const Highlight *highlight, Str code)
{
    if (!highlight_put(out, highlight->language, code))
        put_escaped(out, code);
}

static void put_code(Buf *out, const Highlight *highlight, Str code)
{
    Buf html = { .arena = out->arena };

    if (highlight->marked_count == 0) {
        put_tokens(out, highlight, code);
        return;
    }
    put_tokens(&html, highlight, code);
    if (html.len > 0)
        put_lines(out, highlight, buf_str(&html));
}

/* The table that rouge makes: numbers in one cell, code in the other. */
static void put_table(Buf *out, const Highlight *highlight, Str code)
{
    size_t lines = 1;
    for (size_t i = 0; i < code.len; i++)
        lines += code.data[i] == '\n';
    buf_put(out, STR("<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">"));
    for (size_t i = 1; i <= lines; i++) {
        buf_put_int(out, (int64_t)i);
        buf_put_char(out, '\n');
    }
    buf_put(out, STR("</pre></td><td class=\"code\"><pre>"));
    put_code(out, highlight, code);
    buf_put(out, STR("\n</pre></td></tr></tbody></table>"));
}

static Str trim_lines(Str code)
{
    while (code.len > 0 && (code.data[0] == '\n' || code.data[0] == '\r'))
        code = str_from_offset(code, 1);
    while (code.len > 0 && (code.data[code.len - 1] == '\n' || code.data[code.len - 1] == '\r'))
        code.len--;
    return code;
}

static void render(Buf *out, const void *parsed, const LiquidBody *body, LiquidRender *render)
{
    const Highlight *highlight = parsed;
    Buf code = { .arena = liquid_arena(render) };

    liquid_render_body(&code, body, render);
    buf_put(out, STR("<figure class=\"highlight\"><pre><code class=\"language-"));
    for (size_t i = 0; i < highlight->language.len; i++) {
        char c = highlight->language.data[i];
        buf_put_char(out, c == '+' ? '-' : c);
    }
    buf_put(out, STR("\" data-lang=\""));
    buf_put(out, highlight->language);
    buf_put(out, STR("\">"));
    (highlight->numbers ? put_table : put_code)(out, highlight, trim_lines(buf_str(&code)));
    if (out->len > 0 && out->data[out->len - 1] == '\n')
        out->len--;
    buf_put(out, STR("</code></pre></figure>"));
}

const LiquidBlockClass jekyll_block_highlight = { .name = "highlight", .parse = parse, .render = render };
