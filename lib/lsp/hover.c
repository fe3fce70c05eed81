/* lib/lsp/hover.c - what is told of the thing under the cursor. */
#include "check/catalogue.h"
#include "lsp/context.h"
#include "lsp/publish.h"
#include "lsp/words.h"

typedef struct Hover {
    Server *server;
    OpenDocument *document;
    size_t offset;
    Buf text; /* Markdown; with nothing in it, nothing is shown */
    size_t start, end;
    bool placed;
} Hover;

static void place(Hover *hover, size_t start, size_t end)
{
    if (!hover->placed) {
        hover->start = start;
        hover->end = end;
    }
    hover->placed = true;
}

static void put_rule(Hover *hover, const Diag *diag)
{
    const Rule *rule = rule_find(str_from(diag->rule));

    if (hover->text.len > 0)
        buf_put(&hover->text, STR("\n\n---\n\n"));
    place(hover, diag->span.start, diag->span.end);
    if (rule == NULL)
        return;
    buf_put_format(&hover->text, "**%s %s**\n\n", rule->code, rule->name);
    rule_put_markdown(&hover->text, rule);
}

/* One rule is explained once. */
static bool was_told(const Diags *told, const Diag *diag)
{
    for (size_t i = 0; i < told->len; i++) {
        if (strcmp(told->items[i].rule, diag->rule) == 0)
            return true;
    }
    return false;
}

static void tell_rules(Hover *hover, const SitePost *post)
{
    enum { MAX_RULES = 3 }; /* a card has no room for more */
    Diags told = { .arena = hover->text.arena };

    for (size_t i = 0; i < post->diags.len && told.len < MAX_RULES; i++) {
        const Diag *diag = &post->diags.items[i];
        bool here = diag->span.source == post->post.source && diag->span.start <= hover->offset
                    && (hover->offset < diag->span.end || diag->span.start == diag->span.end);
        if (!here || was_told(&told, diag))
            continue;
        put_rule(hover, diag);
        diags_append(&told, &(Diags){ .items = &post->diags.items[i], .len = 1 });
    }
}

static size_t count_posts(const Site *site, Str key, Str name)
{
    size_t count = 0;
    bool tags = str_eq(key, STR("tags")) || str_eq(key, STR("tag"));

    for (size_t i = 0; i < site->all_count; i++) {
        const Post *post = &site->all[i]->post;
        bool found = false;
        for (size_t t = 0; tags && t < post->tag_count; t++)
            found = found || str_eq(post->tags[t].label, name);
        for (size_t a = 0; !tags && a < post->author_count; a++)
            found = found || str_eq(post->authors[a].name, name)
                    || (post->authors[a].id.len > 0 && str_eq(post->authors[a].id, name));
        count += found;
    }
    return count;
}

static void put_description(Hover *hover, const Vocabulary *vocabulary, Str name)
{
    const Term *term = vocabulary_find(vocabulary, name, hover->text.arena);
    if (term == NULL)
        return;
    if (!str_eq(term->name, name))
        buf_put_format(&hover->text, "\n\n" STR_FMT, STR_ARG(term->name));
    if (term->description.len > 0)
        buf_put_format(&hover->text, "\n\n" STR_FMT, STR_ARG(term->description));
}

static void tell_value(Hover *hover, const Site *site, const Context *context)
{
    bool tag = str_eq(context->key, STR("tags")) || str_eq(context->key, STR("tag"));
    bool author = str_eq(context->key, STR("author")) || str_eq(context->key, STR("authors"));

    if ((!tag && !author) || context->word.len == 0 || hover->text.len > 0)
        return;
    size_t count = count_posts(site, context->key, context->word);
    buf_put_format(&hover->text, tag ? "The tag of %zu %s" : "The author of %zu %s", count,
                   count == 1 ? "post" : "posts");
    put_description(hover, tag ? &site->tags : &site->authors, context->word);
    place(hover, context->start, context->end);
}

static void tell_word(Hover *hover, const Context *context)
{
    Str words = { NULL, 0 };

    if (context->kind == CONTEXT_KEY)
        words = words_of_key(context->word);
    else if (context->kind == CONTEXT_FILTER)
        words = words_of_filter(context->word);
    else if (context->kind == CONTEXT_TAG)
        words = words_of_tag(context->word);
    else if (context->kind == CONTEXT_IGNORE && rule_find(context->word) != NULL)
        words = str_from(rule_find(context->word)->summary);
    if (words.len == 0 || hover->text.len > 0)
        return;
    buf_put_format(&hover->text, "**" STR_FMT "**: " STR_FMT, STR_ARG(context->word), STR_ARG(words));
    place(hover, context->start, context->end);
}

const char *answer_hover(Server *server, const Tree *params, JsonWriter *result, Arena *scratch)
{
    Hover hover = { .server = server, .text = { .arena = scratch } };

    if (!server_cursor(&hover.document, &hover.offset, server, params))
        return "there is no such place in an open document";
    if (workspace_check(&server->workspace, hover.document))
        publish_document(server, hover.document);
    const SitePost *post = workspace_post(&server->workspace, hover.document);
    Context context = context_at(hover.document->text.source->text, hover.offset);
    if (post != NULL && post->post.source != NULL)
        tell_rules(&hover, post);
    if (context.kind == CONTEXT_VALUE && server->workspace.site != NULL)
        tell_value(&hover, server->workspace.site->site, &context);
    tell_word(&hover, &context);
    if (hover.text.len == 0)
        return NULL;
    json_open_object(result);
    json_key(result, "contents");
    json_open_object(result);
    json_field(result, "kind", STR("markdown"));
    json_field(result, "value", buf_str(&hover.text));
    json_close_object(result);
    json_key(result, "range");
    json_range(result, &hover.document->text, hover.start, hover.end);
    json_close_object(result);
    return NULL;
}
