/* lib/lsp/links.c - from a name to the file that it means. */
#include "base/file.h"
#include "lsp/context.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "site/page.h"
#include "site/template.h"

enum { MAX_LINKS = 1000 }; /* of one document */

/* A file, or a place in the document itself. */
typedef struct Target {
    Str path; /* on the disk; "" for the document itself */
    size_t start, end;
} Target;

typedef struct Links {
    const Server *server;
    const LoadedSite *site; /* not NULL */
    const OpenDocument *document;
    Arena *scratch;
} Links;

static bool take_source(Target *out, const Links *links, const Source *source)
{
    if (source == NULL || str_starts_with(source->path, STR("theme:")))
        return false;
    *out = (Target){ .path = workspace_shown_file(links->site, source->path, links->scratch) };
    return true;
}

static bool take_file(Target *out, const Links *links, Str path)
{
    Str full = workspace_site_file(links->site, path, links->scratch);
    *out = (Target){ .path = full };
    return path.len > 0 && file_type(full) == FILE_REGULAR;
}

static bool find_layout(Target *out, const Links *links, Str name)
{
    const Layout *layout = templates_layout(links->site->site, name);
    return layout != NULL && take_source(out, links, layout->source);
}

static bool find_post(Target *out, const Links *links, Str name)
{
    const Site *site = links->site->site;
    for (size_t i = 0; i < site->all_count; i++) {
        Str path = site->all[i]->post.path;
        Str stem = str_slice(path, 0, path.len - path_extension(path).len);
        if (str_eq(path_stem(path), path_name(name)) && str_ends_with(stem, name))
            return take_file(out, links, path);
    }
    return false;
}

/* The source of the page or post at an address of this site. */
static bool find_address(Target *out, const Links *links, Str address)
{
    const Site *site = links->site->site;
    Str base = site->config.baseurl;
    SiteIndex index = links->site->recheck.index;
    bool slash;

    if (site->config.url.len > 0 && str_starts_with(address, site->config.url)) /* as https://news.example.org/a/ */
        address = str_from_offset(address, site->config.url.len);
    if (str_at(address, 0) != '/' || str_at(address, 1) == '/')
        return false;
    address = str_slice(address, 0, str_find_char(address, '#', 0));
    address = str_slice(address, 0, str_find_char(address, '?', 0));
    if (base.len > 0 && str_starts_with(address, base))
        address = str_from_offset(address, base.len);
    index.arena = links->scratch;
    const SiteTarget *target = site_index_find(&index, str_from_offset(address, 1), &slash);
    if (target == NULL)
        return false;
    if (target->post != NULL)
        return take_file(out, links, target->post->post.path);
    if (target->page != NULL)
        return take_file(out, links, target->page->path);
    return take_file(out, links, target->output);
}

/* `[label]: address`, whatever the case of the label. */
static bool find_definition(Target *out, const Links *links, Str label)
{
    Str text = links->document->text.source->text;
    for (size_t line = 0; line < text.len && label.len > 0;) {
        size_t end = str_find_char(text, '\n', line);
        end = end == STR_NONE ? text.len : end;
        if (str_at(text, line) == '[' && str_eq_nocase(str_slice(text, line + 1, line + 1 + label.len), label)
            && str_eq(str_slice(text, line + 1 + label.len, line + 3 + label.len), STR("]:"))) {
            *out = (Target){ .start = line, .end = end };
            return true;
        }
        line = end + 1;
    }
    return false;
}

static bool find(Target *out, const Links *links, const Context *context)
{
    switch (context->kind) {
    case CONTEXT_INCLUDE:
        return take_source(out, links, templates_include_source(links->site->site, context->word));
    case CONTEXT_LINK:
        return take_file(out, links, context->word);
    case CONTEXT_POST:
        return find_post(out, links, context->word);
    case CONTEXT_VALUE:
        return str_eq(context->key, STR("layout")) && find_layout(out, links, context->word);
    case CONTEXT_REFERENCE:
        return find_definition(out, links, context->word);
    case CONTEXT_DESTINATION:
        return find_address(out, links, context->word);
    case CONTEXT_NONE:
    case CONTEXT_KEY:
    case CONTEXT_IGNORE:
    case CONTEXT_TAG:
    case CONTEXT_FILTER:
    default:
        return false;
    }
}

static void put_location(JsonWriter *json, const Links *links, const Target *target)
{
    const PositionText empty = { .source = source_new(STR(""), STR(""), links->scratch) };

    json_open_object(json);
    json_field(json, "uri", target->path.len > 0 ? uri_of_path(target->path, links->scratch) : links->document->uri);
    json_key(json, "range");
    json_range(json, target->path.len > 0 ? &empty : &links->document->text, target->start, target->end);
    json_close_object(json);
}

const char *answer_definition(Server *server, const Tree *params, JsonWriter *result, Arena *scratch)
{
    OpenDocument *document;
    size_t offset;
    Target target;

    if (!server_cursor(&document, &offset, server, params))
        return "there is no such place in an open document";
    Links links = { .server = server, .site = server->workspace.site, .document = document, .scratch = scratch };
    Context context = context_at(document->text.source->text, offset);
    if (links.site != NULL && find(&target, &links, &context))
        put_location(result, &links, &target);
    return NULL;
}

static void put_link(JsonWriter *json, const Links *links, const Context *context, const Target *target)
{
    json_open_object(json);
    json_key(json, "range");
    json_range(json, &links->document->text, context->start, context->end);
    json_field(json, "target", uri_of_path(target->path, links->scratch));
    json_close_object(json);
}

/* Where the next thing that may be a link begins: behind a tag's name, or at an address. */
static size_t next_link(Str text, size_t from)
{
    static const Str marks[] = { STR_INIT("](/"), STR_INIT("]: /"), STR_INIT("include "), STR_INIT("link "),
                                 STR_INIT("post_url ") };
    size_t nearest = STR_NONE;
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        size_t at = str_find(str_slice(text, 0, nearest), marks[i], from);
        if (at != STR_NONE)
            nearest = at + marks[i].len - (str_ends_with(marks[i], STR("/")) ? 1 : 0);
    }
    return nearest;
}

const char *answer_document_links(Server *server, const Tree *params, JsonWriter *result, Arena *scratch)
{
    OpenDocument *document = server_document(server, params);
    Links links = { .server = server, .site = server->workspace.site, .document = document, .scratch = scratch };
    Target target;

    if (document == NULL)
        return "the document is not open";
    Str text = document->text.source->text;
    json_open_array(result);
    size_t count = 0;
    for (size_t at = next_link(text, 0); links.site != NULL && at != STR_NONE && count < MAX_LINKS; count++) {
        Context context = context_at(text, at);
        if (context.word.len > 0 && find(&target, &links, &context) && target.path.len > 0)
            put_link(result, &links, &context, &target);
        at = next_link(text, context.end > at ? context.end : at);
    }
    json_close_array(result);
    return NULL;
}
