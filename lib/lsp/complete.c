/* lib/lsp/complete.c - what may be written at the cursor. */
#include "base/file.h"
#include "check/rule.h"
#include "lsp/context.h"
#include "lsp/server.h"
#include "lsp/words.h"
#include "post/key.h"
#include "site/page.h"
#include "site/template.h"

enum { MAX_ITEMS = 1000 }; /* more are no help, and slow in editors */

/* CompletionItemKind */
enum { KIND_FUNCTION = 3, KIND_PROPERTY = 10, KIND_VALUE = 12, KIND_KEYWORD = 14, KIND_FILE = 17, KIND_REFERENCE = 18 };

typedef struct Completion {
    const Site *site; /* NULL before it is loaded */
    const OpenDocument *document;
    Context context;
    JsonWriter *json;
    Arena *scratch;
    size_t count;
} Completion;

typedef struct Item {
    Str label;
    Str text;   /* what is written; "" for the label */
    Str detail; /* may be "" */
    Str about;  /* Markdown; may be "" */
    int kind;
    size_t rank; /* what is used most comes first; 0: by the label */
} Item;

static void put_item(Completion *completion, const Item *item)
{
    JsonWriter *json = completion->json;
    enum { LAST_RANK = 999999 };

    if (completion->count++ >= MAX_ITEMS)
        return;
    json_open_object(json);
    json_field(json, "label", item->label);
    json_key(json, "kind");
    json_int(json, item->kind);
    if (item->detail.len > 0)
        json_field(json, "detail", item->detail);
    if (item->about.len > 0) {
        json_key(json, "documentation");
        json_open_object(json);
        json_field(json, "kind", STR("markdown"));
        json_field(json, "value", item->about);
        json_close_object(json);
    }
    if (item->rank > 0)
        json_field(json, "sortText",
                   arena_format(completion->scratch, "%06zu", item->rank < LAST_RANK ? LAST_RANK - item->rank : 0));
    json_key(json, "textEdit");
    json_open_object(json);
    json_key(json, "range");
    json_range(json, &completion->document->text, completion->context.start, completion->context.end);
    json_field(json, "newText", item->text.len > 0 ? item->text : item->label);
    json_close_object(json);
    json_close_object(json);
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

static bool has_key(Str text, Str key)
{
    size_t start, end;
    if (!context_front_matter(&start, &end, text))
        return false;
    for (size_t at = str_find(text, key, start); at != STR_NONE && at < end; at = str_find(text, key, at + 1)) {
        if (text.data[at - 1] == '\n' && str_at(text, at + key.len) == ':')
            return true;
    }
    return false;
}

static void put_keys(Completion *completion)
{
    Str text = completion->document->text.source->text;
    bool has_colon = str_at(text, completion->context.end) == ':';

    for (size_t i = 0; key_at(i).len > 0; i++) {
        Str key = key_at(i);
        if (has_key(text, key) && !str_eq(key, completion->context.word))
            continue;
        put_item(completion,
                 &(Item){ .label = key,
                          .text = has_colon ? key : arena_join(completion->scratch, key, STR(": "), (Str){ NULL, 0 }),
                          .about = words_of_key(key),
                          .kind = KIND_PROPERTY });
    }
}

/* As it may stand there: between quotes when YAML would take it for something else. */
static Str as_yaml(const Completion *completion, Str value)
{
    Buf out = { .arena = completion->scratch };
    bool plain = value.len > 0 && !char_is_space(str_at(value, 0)) && strchr("-?!&*|>@%`#", value.data[0]) == NULL;

    for (size_t i = 0; i < value.len; i++)
        plain = plain && strchr(":#[]{},\"'", value.data[i]) == NULL && str_at(value, i) >= ' ';
    if (plain || completion->context.quoted)
        return value;
    buf_put_char(&out, '"');
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] == '"' || value.data[i] == '\\')
            buf_put_char(&out, '\\');
        buf_put_char(&out, value.data[i]);
    }
    buf_put_char(&out, '"');
    return buf_str(&out);
}

static void count_up(Map *counts, Str name)
{
    if (name.len > 0)
        *map_at(counts, name) = (void *)((uintptr_t)map_get(counts, name) + 1);
}

static Str posts_of(size_t count, Arena *arena)
{
    return arena_format(arena, count == 1 ? "%zu post" : "%zu posts", count);
}

static void put_counts(Completion *completion, const Map *counts)
{
    for (size_t i = 0; i < counts->len; i++) {
        size_t count = (uintptr_t)counts->entries[i].value;
        Str name = counts->entries[i].key;
        put_item(completion, &(Item){ .label = name,
                                      .text = as_yaml(completion, name),
                                      .detail = posts_of(count, completion->scratch),
                                      .kind = KIND_VALUE,
                                      .rank = count });
    }
}

/* The post itself is left out: what is only half written there is no name. */
static bool is_self(const Completion *completion, size_t i)
{
    return (int64_t)i == completion->document->post;
}

static void put_tags(Completion *completion)
{
    const Site *site = completion->site;
    Map counts = { .arena = completion->scratch };
    for (size_t i = 0; i < site->all_count; i++) {
        const Post *post = &site->all[i]->post;
        for (size_t t = 0; t < post->tag_count && !is_self(completion, i); t++)
            count_up(&counts, post->tags[t].label);
    }
    for (size_t i = 0; i < site->tags.len; i++)
        (void)map_at(&counts, site->tags.terms[i]->id);
    put_counts(completion, &counts);
}

static void put_authors(Completion *completion)
{
    const Site *site = completion->site;
    Map counts = { .arena = completion->scratch };
    for (size_t i = 0; i < site->all_count; i++) {
        const Post *post = &site->all[i]->post;
        for (size_t a = 0; a < post->author_count && !is_self(completion, i); a++)
            count_up(&counts, post->authors[a].id.len > 0 ? post->authors[a].id : post->authors[a].name);
    }
    for (size_t i = 0; i < site->authors.len; i++)
        (void)map_at(&counts, site->authors.terms[i]->id);
    put_counts(completion, &counts);
}

static void put_layouts(Completion *completion)
{
    const Layout *layout;
    for (size_t i = 0; (layout = templates_layout_at(completion->site, i)) != NULL; i++)
        put_item(completion, &(Item){ .label = layout->name, .detail = layout->source->path, .kind = KIND_FILE });
}

static void put_values(Completion *completion)
{
    static const struct {
        const char *key;
        void (*put)(Completion *completion);
    } lists[] = { { "author", put_authors },
                  { "authors", put_authors },
                  { "layout", put_layouts },
                  { "tag", put_tags },
                  { "tags", put_tags } };
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        if (completion->site != NULL && str_eq(completion->context.key, str_from(lists[i].key)))
            lists[i].put(completion);
    }
}

/* --- rules, Liquid ----------------------------------------------------------------------------------------------- */

static void put_rules(Completion *completion)
{
    const Rule *rule;
    for (size_t i = 0; (rule = rule_at(i)) != NULL; i++)
        put_item(completion, &(Item){ .label = str_from(rule->code),
                                      .detail = str_from(rule->name),
                                      .about = str_from(rule->summary),
                                      .kind = KIND_VALUE });
}

static void put_filters(Completion *completion)
{
    for (size_t i = 0; completion->site != NULL && liquid_engine_filter_at(completion->site->engine, i).len > 0; i++) {
        Str name = liquid_engine_filter_at(completion->site->engine, i);
        put_item(completion, &(Item){ .label = name, .about = words_of_filter(name), .kind = KIND_FUNCTION });
    }
}

static void put_liquid_tags(Completion *completion)
{
    for (size_t i = 0; completion->site != NULL && liquid_engine_tag_at(completion->site->engine, i).len > 0; i++) {
        Str name = liquid_engine_tag_at(completion->site->engine, i);
        put_item(completion, &(Item){ .label = name, .about = words_of_tag(name), .kind = KIND_KEYWORD });
        if (liquid_engine_has_block(completion->site->engine, name))
            put_item(completion, &(Item){ .label = arena_join(completion->scratch, STR("end"), name, (Str){ NULL, 0 }),
                                          .kind = KIND_KEYWORD });
    }
}

static void put_includes(Completion *completion)
{
    for (size_t i = 0; completion->site != NULL && templates_include_at(completion->site, i).len > 0; i++)
        put_item(completion, &(Item){ .label = templates_include_at(completion->site, i), .kind = KIND_FILE });
}

static void put_files(Completion *completion)
{
    const Site *site = completion->site;
    for (size_t i = 0; site != NULL && i < site->own_page_count; i++)
        put_item(completion,
                 &(Item){ .label = site->pages[i]->path, .detail = site->pages[i]->title, .kind = KIND_FILE });
    for (size_t i = site == NULL ? 0 : site->all_count; i > 0; i--)
        put_item(completion, &(Item){ .label = site->all[i - 1]->post.path,
                                      .detail = site->all[i - 1]->post.title.str,
                                      .kind = KIND_FILE });
}

static void put_posts(Completion *completion)
{
    for (size_t i = completion->site == NULL ? 0 : completion->site->all_count; i > 0; i--) {
        const Post *post = &completion->site->all[i - 1]->post;
        put_item(completion,
                 &(Item){ .label = path_stem(post->path), .detail = post->title.str, .kind = KIND_REFERENCE });
    }
}

/* --- Markdown ---------------------------------------------------------------------------------------------------- */

/* The definitions `[label]: address` of the document. */
static void put_labels(Completion *completion)
{
    Str text = completion->document->text.source->text;
    for (size_t line = 0; line < text.len;) {
        size_t end = str_find_char(text, '\n', line);
        end = end == STR_NONE ? text.len : end;
        Str definition = str_slice(text, line, end);
        size_t close = str_find(definition, STR("]:"), 0);
        if (str_at(definition, 0) == '[' && str_at(definition, 1) != '^' && close != STR_NONE)
            put_item(completion, &(Item){ .label = str_slice(definition, 1, close),
                                          .detail = str_trim(str_from_offset(definition, close + 2)),
                                          .kind = KIND_REFERENCE });
        line = end + 1;
    }
}

static void put_addresses(Completion *completion)
{
    const Site *site = completion->site;
    if (site == NULL || str_at(completion->context.word, 0) != '/')
        return;
    for (size_t i = 0; i < site->own_page_count; i++) {
        if (site->pages[i]->url.len > 0)
            put_item(completion,
                     &(Item){ .label = site->pages[i]->url, .detail = site->pages[i]->title, .kind = KIND_REFERENCE });
    }
    for (size_t i = 0; i < site->post_count; i++)
        put_item(
            completion,
            &(Item){ .label = site->posts[i]->url, .detail = site->posts[i]->post.title.str, .kind = KIND_REFERENCE });
}

const char *answer_completion(Server *server, const Tree *params, JsonWriter *result, Arena *scratch)
{
    static void (*const lists[])(Completion * completion) = {
        [CONTEXT_NONE] = NULL,
        [CONTEXT_KEY] = put_keys,
        [CONTEXT_VALUE] = put_values,
        [CONTEXT_IGNORE] = put_rules,
        [CONTEXT_TAG] = put_liquid_tags,
        [CONTEXT_INCLUDE] = put_includes,
        [CONTEXT_LINK] = put_files,
        [CONTEXT_POST] = put_posts,
        [CONTEXT_FILTER] = put_filters,
        [CONTEXT_REFERENCE] = put_labels,
        [CONTEXT_DESTINATION] = put_addresses,
    };
    OpenDocument *document;
    size_t offset;

    if (!server_cursor(&document, &offset, server, params))
        return "there is no such place in an open document";
    Completion completion = { .document = document,
                              .context = context_at(document->text.source->text, offset),
                              .site = server->workspace.site == NULL ? NULL : server->workspace.site->site,
                              .json = result,
                              .scratch = scratch };
    Buf items = { .arena = scratch };
    JsonWriter list = { .out = &items };
    completion.json = &list;
    json_open_array(&list);
    if (lists[completion.context.kind] != NULL)
        lists[completion.context.kind](&completion);
    json_close_array(&list);
    json_open_object(result);
    json_key(result, "isIncomplete");
    json_bool(result, completion.count > MAX_ITEMS);
    json_key(result, "items");
    json_raw(result, buf_str(&items));
    json_close_object(result);
    return NULL;
}
