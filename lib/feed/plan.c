/* lib/feed/plan.c */
#include "feed/plan.h"

#include "text/datetime.h"

static const Str none = { NULL, 0 };

/* Posts `first` to `end` of the channel's, counted from the newest. */
typedef struct Period {
    Str name;
    size_t first, end;
} Period;

typedef VEC(Period) Periods;

static Str year_of(const Site *site, const SitePost *post, Arena *arena)
{
    Buf year = { .arena = arena };
    int64_t unix_s = post->post.published_unix_s;

    datetime_put_format(&year, STR("%Y"), unix_s, 0, zone_offset_s(site->zone, unix_s));
    return buf_str(&year);
}

static Str name_period(const Site *site, const Channel *channel, PostList posts, size_t i, Arena *arena)
{
    if (channel->archive_yearly)
        return year_of(site, posts.items[i], arena);
    return arena_format(arena, "%zu", (posts.len - 1 - i) / channel->archive_size + 1);
}

/* From the oldest. */
static Periods find_periods(const Site *site, const Channel *channel, PostList posts, Arena *arena)
{
    Periods periods = { 0 };
    Arena scratch = { 0 };

    for (size_t i = posts.len; i-- > 0;) {
        Str name = name_period(site, channel, posts, i, &scratch);
        if (periods.len == 0 || !str_eq(name, periods.items[periods.len - 1].name))
            vec_push(arena, &periods, (Period){ .name = arena_copy(arena, name), .end = i + 1 });
        periods.items[periods.len - 1].first = i;
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    return periods;
}

static PostList slice(PostList posts, size_t first, size_t end)
{
    return (PostList){ posts.items + first, end - first };
}

static void add_archives(FeedDocument *documents, const Channel *channel, PostList posts, const Periods *periods,
                         Arena *arena)
{
    for (size_t i = 0; i < periods->len; i++) {
        const Period *period = &periods->items[i];
        bool last = i + 1 == periods->len;
        documents[i] = (FeedDocument){ .stem = arena_join(arena, channel->path, STR("/"), period->name),
                                       .part = last ? FEED_GROWING : FEED_ARCHIVE,
                                       .posts = slice(posts, period->first, period->end),
                                       .current = channel->path };
        if (i > 0) {
            documents[i].prev_archive = documents[i - 1].stem;
            documents[i - 1].next_archive = documents[i].stem;
        }
    }
}

void feed_plan(FeedPlan *out, const Site *site, const Channel *channel, Arena *arena)
{
    PostList posts = channel_posts(site, channel, arena);
    bool archived = channel->exact_path.len == 0 && (channel->archive_yearly || channel->archive_size > 0);
    Periods periods = { 0 };
    size_t count = posts.len < channel->limit ? posts.len : channel->limit;

    if (archived)
        periods = find_periods(site, channel, posts, arena);
    if (periods.len < 2)
        periods.len = 0;
    FeedDocument *documents = ARENA_ARRAY(arena, FeedDocument, periods.len + 1);
    add_archives(documents + 1, channel, posts, &periods, arena);
    if (periods.len > 0 && periods.items[periods.len - 1].end > count)
        count = periods.items[periods.len - 1].end;
    bool complete = periods.len == 0 && count == posts.len && count > 0;
    documents[0] = (FeedDocument){ .stem = channel->path,
                                   .part = complete ? FEED_COMPLETE : FEED_NEWEST,
                                   .posts = slice(posts, 0, count),
                                   .prev_archive = periods.len > 0 ? documents[periods.len - 1].stem : none };
    *out = (FeedPlan){ documents, periods.len + 1 };
}
