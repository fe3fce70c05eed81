/* lib/check/link_tags.c - tags with addresses, and addresses that stand in text. */
#include "check/link_scan.h"

enum { MAX_TAG = 4096, MAX_CONTENT = 4096 };

static const char *const wanted[] = { "a", "img", "iframe", "audio", "video", "embed", "object", NULL };

static bool is_name_char(int c)
{
    return char_is_alnum(c) || c == '-' || c == ':' || c == '_';
}

static uint32_t name_end(Str text, uint32_t at)
{
    while (is_name_char(str_at(text, at)))
        at++;
    return at;
}

static bool is_wanted(Str name)
{
    for (size_t i = 0; wanted[i] != NULL; i++) {
        if (str_eq_nocase(name, str_from(wanted[i])))
            return true;
    }
    return false;
}

static uint32_t skip_white(Str text, uint32_t at)
{
    while (char_is_space(str_at(text, at)))
        at++;
    return at;
}

/* `name`, `name=value` or `name="value"` at `at`, and where it ends; `at` itself when there is none. */
static uint32_t read_attribute(TagAttribute *out, Str text, uint32_t at)
{
    uint32_t behind = name_end(text, at);

    *out = (TagAttribute){ .name = str_slice(text, at, behind), .place = { behind, behind } };
    uint32_t equals = skip_white(text, behind);
    if (behind == at || str_at(text, equals) != '=')
        return behind;
    uint32_t start = skip_white(text, equals + 1), end = start;
    int quote = str_at(text, start);
    if (quote == '"' || quote == '\'') {
        size_t close = str_find_char(text, (char)quote, start + 1);
        if (close == STR_NONE)
            return at;
        out->place = (Part){ start + 1, (uint32_t)close };
        behind = (uint32_t)close + 1;
    } else {
        while (end < text.len && !char_is_space(text.data[end]) && text.data[end] != '>')
            end++;
        out->place = (Part){ start, end };
        behind = end;
    }
    out->value = str_slice(text, out->place.start, out->place.end);
    return behind;
}

static bool is_comment(Str text, uint32_t at)
{
    return str_eq(str_slice(text, at, at + 4), STR("<!--"));
}

static uint32_t skip_until(LinkScan *scan, Str text, uint32_t at, Str end)
{
    size_t close = scan->open_to_the_end ? STR_NONE : str_find(text, end, at);
    scan->open_to_the_end = close == STR_NONE;
    return close == STR_NONE ? at + 1 : (uint32_t)(close + end.len);
}

/* Whose content is no text at all. */
static uint32_t skip_raw(LinkScan *scan, Str text, Str name, uint32_t behind)
{
    if (str_eq_nocase(name, STR("script")))
        return skip_until(scan, text, behind, STR("</script>"));
    if (str_eq_nocase(name, STR("style")))
        return skip_until(scan, text, behind, STR("</style>"));
    return behind;
}

/* Where the <a> that ends at `from` has its end tag; 0 for nowhere near. */
static uint32_t find_anchor_end(LinkScan *scan, Str text, uint32_t from)
{
    Str near = str_slice(text, 0, from + MAX_CONTENT);

    if (from < scan->anchor.start || from > scan->anchor.end) {
        size_t close = str_find(near, STR("</"), from);
        while (close != STR_NONE
               && (char_lower(str_at(near, close + 2)) != 'a' || is_name_char(str_at(near, close + 3))))
            close = str_find(near, STR("</"), close + 2);
        scan->anchor = (Part){ from, close == STR_NONE ? (uint32_t)near.len : (uint32_t)close };
    }
    return char_lower(str_at(text, scan->anchor.end + 2)) == 'a' && str_at(text, scan->anchor.end + 1) == '/'
               ? scan->anchor.end
               : 0;
}

static void add_tag(LinkScan *scan, LinkTag *tag, Str text)
{
    uint32_t close = str_eq_nocase(tag->name, STR("a")) ? find_anchor_end(scan, text, tag->whole.end) : 0;
    if (close > 0)
        tag->content = (Part){ tag->whole.end, close };
    vec_push(scan->arena, &scan->tags, *tag);
}

static uint32_t read_tag(LinkScan *scan, uint32_t at, Str text)
{
    Str near = str_slice(text, 0, at + MAX_TAG);
    uint32_t start = at + 1 + (str_at(text, at + 1) == '/');
    uint32_t here = name_end(text, start);
    LinkTag tag = { .name = str_slice(text, start, here), .whole = { at, here } };

    for (;;) {
        TagAttribute attribute;
        here = skip_white(near, here);
        if (str_at(near, here) == '/')
            here = skip_white(near, here + 1);
        if (str_at(near, here) == '>')
            break;
        uint32_t next = read_attribute(&attribute, near, here);
        if (next == here)
            return at;
        if (tag.attribute_count < TAG_MAX_ATTRIBUTES)
            tag.attributes[tag.attribute_count++] = attribute;
        here = next;
    }
    tag.whole.end = here + 1;
    if (start == at + 1 && is_wanted(tag.name))
        add_tag(scan, &tag, text);
    return start == at + 1 ? skip_raw(scan, text, tag.name, here + 1) : here + 1;
}

/* `<https://example.org>` and `<a@example.org>`. */
static uint32_t read_autolink(LinkScan *scan, uint32_t at, Str text)
{
    Str near = str_slice(text, 0, at + MAX_TAG);
    uint32_t end = at + 1;

    while (end < near.len && !char_is_space(near.data[end]) && near.data[end] != '<' && near.data[end] != '>')
        end++;
    Str address = str_slice(near, at + 1, end);
    bool mail = str_find_char(address, '@', 0) != STR_NONE && !str_contains(address, STR("//"));
    if (str_at(near, end) != '>' || (!mail && !str_contains(address, STR(":"))) || str_at(address, 0) == '/')
        return at;
    vec_push(scan->arena, &scan->addresses, ((Address){ { at, end + 1 }, { at + 1, end }, false, mail }));
    return end + 1;
}

uint32_t link_read_angle(LinkScan *scan, uint32_t at, uint32_t end, bool markdown)
{
    Str text = str_slice(scan->document->text, 0, end);
    int next = str_at(text, at + 1);

    if (is_comment(text, at))
        return skip_until(scan, text, at + 4, STR("-->"));
    if (next != '/' && !char_is_alpha(next))
        return at;
    uint32_t behind = markdown ? read_autolink(scan, at, text) : at;
    return behind > at ? behind : read_tag(scan, at, text);
}

/* --- addresses in text ------------------------------------------------------------------------------------------- */

static bool is_address_char(int c)
{
    return c > 0x20 && strchr("<>[]\"`|{}^*", c) == NULL;
}

/* Without the punctuation of the sentence around it. */
static uint32_t trim_end(Str text, uint32_t start, uint32_t end)
{
    int depth = 0;
    for (uint32_t i = start; i < end; i++)
        depth += text.data[i] == '(' ? 1 : text.data[i] == ')' ? -1 : 0;
    while (end > start) {
        char c = text.data[end - 1];
        if (c == ')' && depth < 0)
            depth++;
        else if (strchr("?!.,:;*_~'", c) == NULL)
            break;
        end--;
    }
    return end;
}

/* A blank, a quotation mark or the punctuation of East Asia at `at`. */
static bool is_wide_end(Str text, uint32_t at)
{
    static const Str ends[] = { STR_INIT("\u00A0"), STR_INIT("\u2019"), STR_INIT("\u201D"), STR_INIT("\u3000"),
                                STR_INIT("\u3001"), STR_INIT("\u3002"), STR_INIT("\uFF09"), STR_INIT("\uFF0C") };
    if (str_at(text, at) < 0x80)
        return false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (str_starts_with(str_from_offset(text, at), ends[i]))
            return true;
    }
    return false;
}

static uint32_t find_end(Str text, uint32_t at)
{
    while (is_address_char(str_at(text, at)) && !is_wide_end(text, at))
        at++;
    return at;
}

static bool is_scheme(Str word)
{
    return str_eq_nocase(word, STR("http")) || str_eq_nocase(word, STR("https")) || str_eq_nocase(word, STR("ftp"));
}

static uint32_t add_bare(LinkScan *scan, Part place, bool mail)
{
    vec_push(scan->arena, &scan->addresses, ((Address){ place, place, true, mail }));
    return place.end;
}

static uint32_t word_start(Str text, uint32_t at, uint32_t from)
{
    while (at > from && char_is_alnum(text.data[at - 1]))
        at--;
    return at;
}

/* Letters, digits and hyphens with periods between them, the last part all letters. */
static uint32_t domain_end(Str text, uint32_t at)
{
    uint32_t end = at, dots = 0, last = at;
    for (; char_is_alnum(str_at(text, end)) || str_at(text, end) == '-' || str_at(text, end) == '.'; end++) {
        if (text.data[end] == '.' && char_is_alpha(str_at(text, end + 1))) {
            dots++;
            last = end + 1;
        }
    }
    while (end > at && (text.data[end - 1] == '.' || text.data[end - 1] == '-'))
        end--;
    return dots > 0 && end >= last + 2 ? end : at;
}

static bool is_mail_char(int c)
{
    return char_is_alnum(c) || (c > 0 && strchr("._+-", c) != NULL);
}

static uint32_t read_mail(LinkScan *scan, uint32_t at, Part part, Str text)
{
    uint32_t start = at, end = domain_end(text, at + 1);
    while (start > part.start && is_mail_char((unsigned char)text.data[start - 1]))
        start--;
    while (start < at && !char_is_alnum((unsigned char)text.data[start]))
        start++;
    if (start == at || end == at + 1 || (start > part.start && strchr("/:@=", text.data[start - 1]) != NULL))
        return at;
    return add_bare(scan, (Part){ start, end }, true);
}

uint32_t link_read_bare(LinkScan *scan, uint32_t at, Part part)
{
    Str text = str_slice(scan->document->text, 0, part.end);
    uint32_t start = word_start(text, at, part.start), domain = at + 3;

    if (text.data[at] == '@')
        return read_mail(scan, at, part, text);
    if (text.data[at] == '.') {
        domain = at + 1;
        if (!str_eq_nocase(str_slice(text, start, at), STR("www"))
            || (start > part.start && strchr("/@.:='\"", text.data[start - 1]) != NULL))
            return at;
    } else if (!str_eq(str_slice(text, at, at + 3), STR("://")) || !is_scheme(str_slice(text, start, at))) {
        return at;
    }
    if (!char_is_alnum(str_at(text, domain)) && str_at(text, domain) < 0x80)
        return at;
    uint32_t end = trim_end(text, start, find_end(text, domain));
    if (text.data[at] == '.' && domain_end(text, domain) == domain)
        return at;
    return add_bare(scan, (Part){ start, end }, false);
}
