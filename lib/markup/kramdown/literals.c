/* lib/markup/kramdown/literals.c - code, addresses, formulas, character references, symbols, escapes. */
#include "base/utf8.h"
#include "markup/kramdown/entities.h"
#include "markup/kramdown/html_tag.h"
#include "markup/kramdown/scan.h"
#include "markup/kramdown/spans.h"
#include "text/html.h"
#include "text/unicode.h"

/* What was found out before: attempts that failed are read again. */
static bool is_lone(const SpanReader *spans, size_t at, size_t count)
{
    size_t most = count < TICKS_KNOWN - 1 ? count : TICKS_KNOWN - 1;

    for (size_t i = 1; i <= most; i++) {
        if (spans->lone_from[i] > 0 && at >= spans->lone_from[i])
            return true;
    }
    return false;
}

static void note_lone(SpanReader *spans, size_t start, size_t count)
{
    size_t *from = &spans->lone_from[count < TICKS_KNOWN ? count : TICKS_KNOWN - 1];

    if (count < TICKS_KNOWN && (*from == 0 || start < *from))
        *from = start;
}

bool read_code(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    size_t start = at;

    while (str_at(text, start) == '`')
        start++;
    size_t count = start - at;
    bool lone = count == 1 && (at == 0 || char_is_space(text.data[at - 1])) && char_is_space(str_at(text, start));
    bool searches = !lone && !is_lone(spans, start, count);
    size_t close = searches ? str_find(text, str_slice(text, at, start), start) : STR_NONE;
    spans->at = start;
    if (close == STR_NONE) {
        if (searches)
            note_lone(spans, start, count);
        put_text(spans, spans->tree, at, start);
        return true;
    }
    Str code = str_slice(text, start, close);
    if (count > 1 && str_at(code, 0) == ' ')
        code = str_from_offset(code, 1);
    if (count > 1 && code.len > 0 && code.data[code.len - 1] == ' ')
        code.len--;
    spans->at = close + count;
    span_add(spans, NODE_CODE, at, spans->at)->text = code;
    return true;
}

/* --- <https://example.org>, <who@example.org> --- */

static size_t address_end(Str text, size_t at)
{
    size_t next = at;

    while (at < text.len) {
        uint32_t c = (uint32_t)utf8_next(text, &next);
        if (c != '-' && c != '_' && c != '.' && !unicode_is_alphanumeric(c))
            break;
        at = next;
    }
    return at;
}

static bool has_scheme(Str text)
{
    static const Str schemes[] = { STR_INIT("mailto:"), STR_INIT("https:"), STR_INIT("http:"), STR_INIT("ftps:"),
                                   STR_INIT("ftp:") };

    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (str_starts_with(text, schemes[i]))
            return text.len > schemes[i].len;
    }
    return false;
}

static bool is_mail_address(Str text)
{
    size_t sign = address_end(text, 0);
    return sign > 0 && str_at(text, sign) == '@' && sign + 1 < text.len && address_end(text, sign + 1) == text.len;
}

bool read_autolink(SpanReader *spans)
{
    Str text = spans->text;
    size_t start = spans->at + 1;
    size_t close = sought_find(&spans->angle, text, STR(">"), start);

    if (close == STR_NONE || close == start)
        return false;
    Str inner = str_slice(text, start, close);
    bool schemed =
        has_scheme(str_slice(text, start, start + 8)) && str_find_char(inner, '\n', 0) == STR_NONE && has_scheme(inner);
    if (!schemed && !is_mail_address(inner))
        return false;
    Node *link = span_add(spans, NODE_LINK, spans->at, close + 1);
    size_t shown = str_starts_with(inner, STR("mailto:")) ? start + 7 : start;
    link->link.url = schemed ? inner : arena_join(spans->parser->arena, STR("mailto:"), inner, (Str){ 0 });
    link->link.url = unescape(spans->parser, link->link.url);
    link->link.autolink = true;
    put_unescaped(spans, link, shown, close);
    spans->at = close + 1;
    return true;
}

/* --- $$ formulas $$ --- */

bool read_math(SpanReader *spans)
{
    Str text = spans->text;
    size_t start = spans->at + 2;

    if (str_at(text, spans->at + 1) != '$')
        return false;
    size_t close = sought_find(&spans->reader.math, text, STR("$$"), start);
    if (close == STR_NONE)
        return false;
    put_made(spans, str_trim(str_slice(text, start, close)), SIGN_MATH, spans->at, close + 2);
    spans->parser->has_math = true;
    spans->at = close + 2;
    return true;
}

/* --- &amp; --- */

/* The references that kramdown knows by name are those of HTML 4. */
static bool is_known_reference(Str reference)
{
    return str_at(reference, 1) == '#' || entity_is_known(str_slice(reference, 1, reference.len - 1));
}

bool read_entity(SpanReader *spans)
{
    Str text = spans->text;
    size_t at = spans->at;
    size_t end = html_reference_end(text, at);
    uint32_t points[2] = { 0, 0 };

    if (end == 0)
        return false;
    Str reference = str_slice(text, at, end);
    spans->at = end;
    if (is_known_reference(reference) && html_read_reference(reference, points) == reference.len) {
        Buf out = { .arena = spans->parser->arena };
        buf_put_utf8(&out, points[0]);
        put_made(spans, buf_str(&out), SIGN_REFERENCE, at, end);
        spans->tree->last->literal.html = reference;
        return true;
    }
    put_made(spans, STR("&"), SIGN_NONE, at, at + 1);
    put_text(spans, spans->tree, at + 1, end);
    return true;
}

/* --- dashes, ellipses, guillemets --- */

bool read_symbol(SpanReader *spans)
{
    static const struct Symbol {
        Str written, shown;
        int sign;
    } symbols[] = {
        { STR_INIT("---"), STR_INIT("\u2014"), SIGN_SYMBOLS + SYMBOL_LONG_DASH },
        { STR_INIT("--"), STR_INIT("\u2013"), SIGN_SYMBOLS + SYMBOL_SHORT_DASH },
        { STR_INIT("..."), STR_INIT("\u2026"), SIGN_SYMBOLS + SYMBOL_ELLIPSIS },
        { STR_INIT("\\<<"), STR_INIT("<<"), SIGN_NONE },
        { STR_INIT("\\>>"), STR_INIT(">>"), SIGN_NONE },
        { STR_INIT("<< "), STR_INIT("\u00AB\u00A0"), SIGN_SYMBOLS + SYMBOL_LEFT_ANGLES_SPACE },
        { STR_INIT(" >>"), STR_INIT("\u00A0\u00BB"), SIGN_SYMBOLS + SYMBOL_SPACE_RIGHT_ANGLES },
        { STR_INIT("<<"), STR_INIT("\u00AB"), SIGN_SYMBOLS + SYMBOL_LEFT_ANGLES },
        { STR_INIT(">>"), STR_INIT("\u00BB"), SIGN_SYMBOLS + SYMBOL_RIGHT_ANGLES },
    };
    Str here = str_slice(spans->text, spans->at, spans->at + 3);

    if (spans->parser->options.no_symbols)
        return false;
    for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
        Str written = symbols[i].written;
        if (!str_starts_with(here, written))
            continue;
        put_made(spans, symbols[i].shown, symbols[i].sign, spans->at, spans->at + written.len);
        spans->at += written.len;
        return true;
    }
    return false;
}

/* --- ends of lines, escapes --- */

bool read_break(SpanReader *spans)
{
    Str here = str_slice(spans->text, spans->at, spans->at + 3);

    if (spans->parser->options.hard_wrap || (!str_eq(here, STR("  \n")) && !str_eq(here, STR("\\\\\n"))))
        return false;
    span_add(spans, NODE_HARD_BREAK, spans->at, spans->at + 2);
    spans->at += 2;
    return true;
}

bool read_escape(SpanReader *spans)
{
    int next = str_at(spans->text, spans->at + 1);

    bool escapes = next > 0 && strchr("\\.*_+`<>()[]{}#!:|\"'$=-~", next) != NULL;
    if (!escapes || (next == '~' && spans->parser->options.alone))
        return false;
    put_text(spans, spans->tree, spans->at + 1, spans->at + 2);
    spans->at += 2;
    return true;
}
