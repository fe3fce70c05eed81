/* tests/post/sample.h - posts made of text, for the tests of lib/post. */
#pragma once

#include "post/post.h"
#include "tests/support.h"
#include "text/yaml.h"

/* A native site at noon of 21 November 2026, New York time, that knows nobody. */
static inline PostContext sample_context(Scratch *scratch)
{
    static const Vocabulary nobody = { 0 };
    return (PostContext){
        .zone = zone_open(STR("America/New_York"), &scratch->arena),
        .authors = &nobody,
        .tags = &nobody,
        .host = STR("news.example.org"),
        .language = STR("en"),
        .layout = STR("post"),
        .now_unix_s = 1795280400,
    };
}

static inline const Vocabulary *sample_vocabulary(Scratch *scratch, const char *yaml)
{
    Vocabulary *vocabulary = ARENA_NEW(&scratch->arena, Vocabulary);
    const Tree *tree;

    assert_true(yaml_read(&tree, located(yaml).span, &scratch->arena, &scratch->diags));
    assert_true(vocabulary_read(vocabulary, tree, &scratch->arena, &scratch->diags));
    return vocabulary;
}

static inline bool sample_try(Post *out, Scratch *scratch, const PostContext *context, const char *path,
                              const char *text)
{
    scratch->diags.len = 0;
    scratch->diags.stops = 0;
    return post_read(out, located(text).span.source, str_from(path), context, &scratch->arena, &scratch->diags);
}

static inline Post sample_read(Scratch *scratch, const PostContext *context, const char *path, const char *text)
{
    Post post;
    if (!sample_try(&post, scratch, context, path, text)) {
        assert_no_diags(&scratch->diags);
        fail();
    }
    return post;
}

/* A post of one key more than it needs. */
static inline Post sample_with(Scratch *scratch, const PostContext *context, const char *line)
{
    Str text = arena_format(&scratch->arena, "---\ntitle: T\ndate: 2024-08-06\n%s\n---\n", line);
    return sample_read(scratch, context, "posts/2024-08-06-sample.md", arena_cstr(&scratch->arena, text));
}
