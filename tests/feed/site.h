/* tests/feed/site.h - a site made by hand: what a feed is made from, without any file. */
#pragma once

#include "base/source.h"
#include "markup/gfm.h"
#include "site/site.h"
#include "tests/support.h"

enum { HAND_MAX_POSTS = 4 };

typedef struct HandSite {
    Site site;
    SitePost posts[HAND_MAX_POSTS];
    const SitePost *published[HAND_MAX_POSTS];
} HandSite;

static inline HandSite *hand_site(Scratch *scratch)
{
    HandSite *hand = ARENA_NEW(&scratch->arena, HandSite);

    gfm_init();
    hand->site = (Site){ .root = STR("."),
                         .config = { .title = STR("News"),
                                     .url = STR("https://news.example.org"),
                                     .language = STR("en"),
                                     .author = STR("Staff") },
                         .zone = zone_open(STR("UTC"), &scratch->arena),
                         .posts = hand->published,
                         .arena = &scratch->arena,
                         .diags = &scratch->diags };
    return hand;
}

/* Appends a published post: give them newest first. Its slug, id and address come from `name`. */
static inline Post *hand_post(HandSite *hand, const char *name, int64_t published_unix_s, const char *body)
{
    Arena *arena = hand->site.arena;
    size_t i = hand->site.post_count++;
    SitePost *post = &hand->posts[i];
    Source *source = source_new(arena_format(arena, "posts/%s.md", name), str_from(body), arena);

    assert_true(i < HAND_MAX_POSTS);
    post->post = (Post){ .source = source,
                         .path = source->path,
                         .id = arena_format(arena, "tag:news.example.org,2024-05-01:%s", name),
                         .slug = str_from(name),
                         .title = { .str = str_from(name) },
                         .date = { .unix_s = published_unix_s, .precision = DATE_SECOND },
                         .published_unix_s = published_unix_s,
                         .language = STR("en"),
                         .body = span_whole(source) };
    post->url = arena_format(arena, "/2024/05/01/%s/", name);
    post->collection = STR("posts");
    post->sound = true;
    post->excerpt_text = STR("Words.");
    hand->published[i] = post;
    return &post->post;
}

static inline Channel hand_channel(void)
{
    return (Channel){ .name = STR("news"),
                      .title = STR("All news"),
                      .language = STR("en"),
                      .path = STR("/feeds/news"),
                      .formats = FEED_ATOM | FEED_RSS | FEED_JSON,
                      .limit = 30,
                      .full_content = true };
}
