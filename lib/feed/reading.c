/* lib/feed/reading.c */
#include "feed/reading.h"

#include "base/vec.h"

FeedText feed_text_untrimmed(const XmlNode *node)
{
    return node == NULL ? (FeedText){ 0 } : (FeedText){ node->text, node->span };
}

FeedText feed_text_of(const XmlNode *node)
{
    FeedText text = feed_text_untrimmed(node);
    text.str = str_trim(text.str);
    return text;
}

FeedText feed_text_at(const XmlNode *node, const char *space, const char *attribute)
{
    const XmlAttribute *found = node == NULL ? NULL : xml_get(node, space, attribute);
    return found == NULL ? (FeedText){ 0 } : (FeedText){ found->value, node->tag };
}

void feed_value_push(FeedValues *values, FeedValueKind kind, const char *name, FeedText text, Arena *arena)
{
    if (feed_has(text))
        vec_push(arena, values, (FeedValue){ kind, name, text });
}

static size_t skip_mark(Str text)
{
    return str_starts_with(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

/* XML may not declare another encoding than the one it is in, nor a DOCTYPE, which is where entities come from. */
static void look_at_declaration(const Source *source, Diags *diags)
{
    Str text = str_slice(source->text, 0, 4096);
    size_t end = str_find(text, STR("?>"), 0);
    size_t doctype = str_find(text, STR("<!DOCTYPE"), 0);
    Str declaration = str_starts_with(str_from_offset(text, skip_mark(text)), STR("<?xml")) && end != STR_NONE
                          ? str_slice(text, 0, end)
                          : (Str){ NULL, 0 };
    size_t encoding = str_find(declaration, STR("encoding"), 0);

    if (encoding != STR_NONE) {
        Str rest = str_trim_left(str_from_offset(declaration, encoding + strlen("encoding")));
        Str value = str_trim(str_from_offset(rest, 1));
        if (!str_eq_nocase(str_slice(value, 1, 6), STR("utf-8"))
            && !str_eq_nocase(str_slice(value, 1, 9), STR("us-ascii")))
            diag_warning(diags, "feed-declaration", (Span){ source, (uint32_t)encoding, (uint32_t)end },
                         "the feed declares another encoding than UTF-8, and is UTF-8");
    }
    if (doctype != STR_NONE && doctype < str_find(text, STR("<rss"), 0) && doctype < str_find(text, STR("<feed"), 0))
        diag_warning(diags, "feed-declaration", (Span){ source, (uint32_t)doctype, (uint32_t)doctype + 9 },
                     "the feed has a DOCTYPE, which readers do not look at");
}

static bool read_xml(FeedReading *out, const Source *source, Arena *arena, Diags *diags)
{
    const XmlNode *root;

    if (!xml_read(&root, source, "feed-unreadable", arena, diags))
        return false;
    look_at_declaration(source, diags);
    if (xml_is(root, FEED_NS_ATOM, "feed") || xml_is(root, FEED_NS_ATOM, "entry"))
        return feed_read_atom(out, root, arena, diags);
    if (xml_is(root, "", "rss"))
        return feed_read_rss(out, root, arena, diags);
    return diag_error(diags, "feed-unreadable", root->tag,
                      "this is no feed of Atom 1.0 or RSS 2.0: it begins with <" STR_FMT ">", STR_ARG(root->name));
}

bool feed_read(FeedReading *out, const Source *source, Arena *arena, Diags *diags)
{
    Str text = str_trim_left(str_from_offset(source->text, skip_mark(source->text)));
    int first = str_at(text, 0);

    *out = (FeedReading){ .source = source };
    if (first == '<')
        return read_xml(out, source, arena, diags);
    if (first == '{') {
        out->format = READ_JSON;
        return feed_read_json(out, arena, diags);
    }
    return diag_error(diags, "feed-unreadable", (Span){ source, 0, 0 },
                      "this is no feed: it begins with neither < nor {");
}
