/* lib/feed/gate.c */
#include "feed/gate.h"

#include "feed/inspect.h"
#include "site/channel.h"
#include "text/xml.h"

/* The post whose entry the place is in; NULL outside all entries. */
static const Post *post_at(const FeedReading *feed, PostList posts, uint32_t offset)
{
    for (size_t i = 0; i < feed->entries.len && i < posts.len; i++) {
        Span entry = feed->entries.items[i].span;
        if (offset >= entry.start && offset < entry.end)
            return &posts.items[i]->post;
    }
    return NULL;
}

static Span place_of(const Post *post)
{
    return post->title.span.source != NULL ? post->title.span : (Span){ post->source, 0, 0 };
}

/* Texts of `found` do not live as long as `diags`. */
static void tell(const FeedFile *file, const FeedReading *feed, const Channel *channel, PostList posts,
                 const Diags *found, Diags *diags)
{
    for (size_t i = 0; i < found->len; i++) {
        if (found->items[i].severity != SEVERITY_ERROR)
            continue;
        const Post *post = post_at(feed, posts, found->items[i].span.start);
        Span span = post == NULL ? channel_place(channel) : place_of(post);
        diag_stop(diags, "feed-invalid", span, STR_FMT " would be invalid: %s" STR_FMT " (%s)", STR_ARG(file->path),
                  post == NULL ? "" : "in the entry of this post, ", STR_ARG(found->items[i].message),
                  found->items[i].rule);
    }
}

static bool is_well_formed(const FeedFile *file)
{
    return str_ends_with(str_from(file->media_type), STR("json")) || xml_is_well_formed(file->bytes);
}

bool feed_passes(const FeedFile *file, const Channel *channel, PostList posts, Diags *diags)
{
    Arena arena = { 0 };
    Diags found = { .arena = &arena };
    const FeedRules rules = { .published = true };
    FeedReading feed;

    if (file->bytes.len > SOURCE_MAX_BYTES) /* no reader takes as much: then it is enough that it does not break them */
        return is_well_formed(file)
               || diag_stop(diags, "feed-invalid", channel_place(channel), STR_FMT " would not be well-formed XML",
                            STR_ARG(file->path));
    const Source *source = source_new(file->path, file->bytes, &arena);
    feed_inspect(&feed, source, &rules, &arena, &found);
    tell(file, &feed, channel, posts, &found, diags);
    arena_free(&arena);
    return found.errors == 0;
}
