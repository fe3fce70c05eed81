/* lib/jekyll/tags_highlight.c - `{% highlight ruby linenos mark_lines="1 3" %}...{% endhighlight %}`. */
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

/* `key`, `key=word` or `key="1 2 3"` at `*at`, which moves behind it. */
static bool read_option(Highlight *out, Str text, size_t *at, Arena *arena)
{
    size_t start = *at;
    size_t end = start;
    while (char_is_alnum(str_at(text, end)) || str_at(text, end) == '_')
        end++;
    Str key = str_slice(text, start, end);
    Str value = { NULL, 0 };
    if (str_at(text, end) == '=') {
        bool quoted = str_at(text, end + 1) == '"';
        size_t from = end + 1 + quoted;
        end = from;
        while (end < text.len && (quoted ? text.data[end] != '"' : !char_is_space((unsigned char)text.data[end])))
            end++;
        value = str_slice(text, from, end);
        end += quoted;
    }
    *at = end;
    if (str_eq(key, STR("linenos")))
        out->numbers = true;
    else if (str_eq(key, STR("mark_lines")))
        read_marks(out, value, arena);
    return key.len > 0 && end <= text.len && (end == text.len || char_is_space((unsigned char)text.data[end]));
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

/* A marked line has its end within the mark; marked code has no tokens, which could reach over line ends. */
static void put_code(Buf *out, const Highlight *highlight, Str code)
{
    if (highlight->marked_count == 0 && highlight_put(out, highlight->language, code))
        return;
    size_t line = 1;
    for (Str rest = code, text; str_split(&text, &rest, '\n'); line++) {
        bool marked = is_marked(highlight, line);
        buf_put(out, marked ? STR("<span class=\"hll\">") : STR(""));
        put_escaped(out, text);
        buf_put(out, marked || rest.data != NULL ? STR("\n") : STR(""));
        buf_put(out, marked ? STR("</span>") : STR(""));
    }
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
    buf_put(out, STR("</code></pre></figure>"));
}

const LiquidBlockClass jekyll_block_highlight = { .name = "highlight", .parse = parse, .render = render };
