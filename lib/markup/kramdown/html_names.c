/* lib/markup/kramdown/html_names.c - which elements kramdown knows, and what it takes them for. */
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"
#include "base/utf8.h"
#include "text/unicode.h"

enum { SPAN = 1, BLOCK = 2, VOID = 4, IN_BLOCKS = 8, IN_SPANS = 16, KNOWN = 32 };

/* Sorted by name. SPAN and BLOCK: where it may stand; IN_BLOCKS and IN_SPANS: what Markdown in it is read as. */
static const struct Name {
    Str name;
    unsigned flags;
} names[] = {
    { STR_INIT("a"), SPAN | IN_SPANS },
    { STR_INIT("abbr"), SPAN | IN_SPANS },
    { STR_INIT("acronym"), SPAN | IN_SPANS },
    { STR_INIT("address"), BLOCK | IN_BLOCKS },
    { STR_INIT("applet"), BLOCK | IN_BLOCKS },
    { STR_INIT("area"), VOID },
    { STR_INIT("article"), BLOCK | IN_BLOCKS },
    { STR_INIT("aside"), BLOCK | IN_BLOCKS },
    { STR_INIT("b"), SPAN | IN_SPANS },
    { STR_INIT("base"), VOID },
    { STR_INIT("bdo"), SPAN | IN_SPANS },
    { STR_INIT("big"), SPAN | IN_SPANS },
    { STR_INIT("blockquote"), BLOCK | IN_BLOCKS },
    { STR_INIT("body"), BLOCK | IN_BLOCKS },
    { STR_INIT("br"), SPAN | VOID },
    { STR_INIT("button"), SPAN | IN_SPANS },
    { STR_INIT("caption"), BLOCK | IN_SPANS },
    { STR_INIT("cite"), SPAN | IN_SPANS },
    { STR_INIT("code"), SPAN },
    { STR_INIT("col"), BLOCK | VOID },
    { STR_INIT("colgroup"), BLOCK },
    { STR_INIT("command"), VOID },
    { STR_INIT("dd"), BLOCK | IN_BLOCKS },
    { STR_INIT("del"), SPAN | IN_SPANS },
    { STR_INIT("details"), IN_BLOCKS },
    { STR_INIT("dfn"), SPAN | IN_SPANS },
    { STR_INIT("div"), BLOCK | IN_BLOCKS },
    { STR_INIT("dl"), BLOCK | IN_BLOCKS },
    { STR_INIT("dt"), BLOCK | IN_SPANS },
    { STR_INIT("em"), SPAN | IN_SPANS },
    { STR_INIT("embed"), VOID },
    { STR_INIT("fieldset"), BLOCK | IN_BLOCKS },
    { STR_INIT("figcaption"), BLOCK | IN_BLOCKS },
    { STR_INIT("figure"), IN_BLOCKS },
    { STR_INIT("footer"), BLOCK | IN_BLOCKS },
    { STR_INIT("form"), BLOCK | IN_BLOCKS },
    { STR_INIT("h1"), BLOCK | IN_SPANS },
    { STR_INIT("h2"), BLOCK | IN_SPANS },
    { STR_INIT("h3"), BLOCK | IN_SPANS },
    { STR_INIT("h4"), BLOCK | IN_SPANS },
    { STR_INIT("h5"), BLOCK | IN_SPANS },
    { STR_INIT("h6"), BLOCK | IN_SPANS },
    { STR_INIT("head"), BLOCK },
    { STR_INIT("header"), BLOCK | IN_BLOCKS },
    { STR_INIT("hgroup"), BLOCK | IN_BLOCKS },
    { STR_INIT("hr"), BLOCK | VOID },
    { STR_INIT("html"), BLOCK },
    { STR_INIT("i"), SPAN | IN_SPANS },
    { STR_INIT("iframe"), BLOCK | IN_BLOCKS },
    { STR_INIT("img"), SPAN | VOID },
    { STR_INIT("input"), SPAN | VOID },
    { STR_INIT("ins"), SPAN | IN_SPANS },
    { STR_INIT("kbd"), SPAN },
    { STR_INIT("keygen"), VOID },
    { STR_INIT("label"), SPAN | IN_SPANS },
    { STR_INIT("legend"), BLOCK | IN_SPANS },
    { STR_INIT("li"), BLOCK | IN_BLOCKS },
    { STR_INIT("link"), VOID },
    { STR_INIT("main"), BLOCK | IN_BLOCKS },
    { STR_INIT("map"), BLOCK | IN_BLOCKS },
    { STR_INIT("mark"), SPAN },
    { STR_INIT("math"), KNOWN },
    { STR_INIT("menu"), BLOCK | IN_BLOCKS },
    { STR_INIT("meta"), VOID },
    { STR_INIT("nav"), BLOCK | IN_BLOCKS },
    { STR_INIT("noscript"), IN_BLOCKS },
    { STR_INIT("object"), IN_BLOCKS },
    { STR_INIT("ol"), BLOCK },
    { STR_INIT("optgroup"), BLOCK | IN_SPANS },
    { STR_INIT("option"), SPAN },
    { STR_INIT("p"), BLOCK | IN_SPANS },
    { STR_INIT("param"), VOID },
    { STR_INIT("pre"), BLOCK },
    { STR_INIT("q"), SPAN | IN_SPANS },
    { STR_INIT("rb"), SPAN | IN_SPANS },
    { STR_INIT("rbc"), SPAN | IN_SPANS },
    { STR_INIT("rp"), SPAN | IN_SPANS },
    { STR_INIT("rt"), SPAN | IN_SPANS },
    { STR_INIT("rtc"), SPAN | IN_SPANS },
    { STR_INIT("ruby"), SPAN | IN_SPANS },
    { STR_INIT("samp"), SPAN },
    { STR_INIT("script"), KNOWN },
    { STR_INIT("section"), BLOCK | IN_BLOCKS },
    { STR_INIT("select"), SPAN | IN_SPANS },
    { STR_INIT("small"), SPAN | IN_SPANS },
    { STR_INIT("source"), VOID },
    { STR_INIT("span"), SPAN | IN_SPANS },
    { STR_INIT("strong"), SPAN | IN_SPANS },
    { STR_INIT("style"), KNOWN },
    { STR_INIT("sub"), SPAN | IN_SPANS },
    { STR_INIT("summary"), BLOCK | IN_BLOCKS },
    { STR_INIT("sup"), SPAN | IN_SPANS },
    { STR_INIT("table"), BLOCK },
    { STR_INIT("tbody"), BLOCK },
    { STR_INIT("td"), BLOCK | IN_BLOCKS },
    { STR_INIT("textarea"), KNOWN },
    { STR_INIT("tfoot"), BLOCK },
    { STR_INIT("th"), BLOCK | IN_SPANS },
    { STR_INIT("thead"), BLOCK },
    { STR_INIT("tr"), BLOCK },
    { STR_INIT("track"), VOID },
    { STR_INIT("tt"), SPAN | IN_SPANS },
    { STR_INIT("u"), SPAN },
    { STR_INIT("ul"), BLOCK },
    { STR_INIT("var"), SPAN },
    { STR_INIT("wbr"), VOID },
};

static unsigned flags_of(Str name)
{
    size_t low = 0;
    size_t high = sizeof(names) / sizeof(names[0]);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(name, names[middle].name);
        if (order == 0)
            return names[middle].flags;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

bool html_is_known(Str name)
{
    return flags_of(name) != 0;
}

bool html_is_span(Str name)
{
    return (flags_of(name) & SPAN) != 0;
}

bool html_is_block(Str name)
{
    return (flags_of(name) & BLOCK) != 0;
}

bool html_is_void(Str name)
{
    return (flags_of(name) & VOID) != 0;
}

HtmlModel html_model(Str name)
{
    unsigned flags = flags_of(name);
    if ((flags & IN_BLOCKS) != 0)
        return HTML_BLOCK;
    return (flags & IN_SPANS) != 0 ? HTML_SPAN : HTML_RAW;
}

HtmlModel html_markdown_model(Str value, Str name)
{
    if (str_eq(value, STR("1")))
        return html_model(name);
    if (str_eq(value, STR("0")))
        return HTML_RAW;
    if (str_eq(value, STR("span")))
        return HTML_SPAN;
    return str_eq(value, STR("block")) ? HTML_BLOCK : HTML_MODELS;
}

/* Names that begin with a span element's whole word stay in the paragraph. */
static bool is_span_word(Str text, size_t at)
{
    size_t end = at;
    size_t next = at;

    while (end < text.len && unicode_is_word((uint32_t)utf8_next(text, &next)))
        end = next;
    Str word = str_slice(text, at, end);
    return html_is_span(word) || str_eq(word, STR("script"));
}

bool html_ends_lines(Str text, size_t at)
{
    at = scan_spaces(text, at, 3);
    if (str_at(text, at) != '<')
        return false;
    bool is_end = str_at(text, at + 1) == '/';
    at += is_end ? 2 : 1;
    size_t end = tag_name_end(text, at);
    if (end == at || is_span_word(text, at))
        return false;
    return !is_end || str_at(text, scan_white(text, end)) == '>';
}
