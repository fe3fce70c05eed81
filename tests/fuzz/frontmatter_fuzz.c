/* tests/fuzz/frontmatter_fuzz.c - no text breaks the reader of posts, as a native site and as a Jekyll site read it. */
#include <stdlib.h>

#include "base/utf8.h"
#include "post/post.h"
#include "text/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static bool is_plain(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.data[i] < ' ')
            return false;
    }
    return utf8_find_invalid(text) == STR_NONE;
}

static void check_post(const Post *post, const Source *source)
{
    expect(post->title.str.len > 0 && post->slug.len > 0 && post->id.len > 0);
    expect(is_plain(post->title.str) && is_plain(post->slug) && is_plain(post->id) && is_plain(post->excerpt));
    expect(str_find_char(post->slug, '/', 0) == STR_NONE && str_at(post->slug, 0) != '.');
    expect(post->body.end == source->text.len);
    for (size_t i = 0; i < post->author_count; i++)
        expect(post->authors[i].name.len > 0 && is_plain(post->authors[i].name));
    for (size_t i = 0; i < post->tag_count; i++)
        expect(post->tags[i].slug.len > 0 && is_plain(post->tags[i].label));
}

static void check_diags(const Diags *diags, const Source *source)
{
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        expect(diag->span.source == source && diag->span.start <= diag->span.end);
        expect(diag->span.end <= source->text.len && diag->fix.span.end <= source->text.len);
    }
}

static void read_as(bool jekyll, Str text)
{
    static const char people[] = "ada: { name: Ada Example, aliases: [Arts and Crafts] }";
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Vocabulary authors = { 0 };
    const Vocabulary tags = { 0 };
    const Tree *tree;
    Post post;

    Span names = span_whole(source_new(STR("authors.yml"), str_from(people), &arena));
    expect(yaml_read(&tree, names, &arena, &diags) && vocabulary_read(&authors, tree, &arena, &diags));
    PostContext context = {
        .zone = zone_open(STR(""), &arena),
        .authors = &authors,
        .tags = &tags,
        .language = STR("en"),
        .now_unix_s = 1800000000,
        .jekyll = jekyll,
    };
    const Source *source = source_new(STR("fuzz.md"), text, &arena);
    if (post_read(&post, source, STR("posts/2024-08-06-fuzz.md"), &context, &arena, &diags))
        check_post(&post, source);
    else
        expect(diags.stops > 0);
    check_diags(&diags, source);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = { (const char *)data, size };
    if (utf8_find_invalid(text) != STR_NONE || str_find_char(text, '\0', 0) != STR_NONE)
        return 0; /* source_read refuses it */
    read_as(false, text);
    read_as(true, text);
    return 0;
}
