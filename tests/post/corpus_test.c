/* tests/post/corpus_test.c - real announcements, and what Jekyll made of them. */
#include "base/buf.h"
#include "base/file.h"
#include "tests/post/sample.h"
#include "text/datetime.h"
#include "text/json.h"

static Str text_of(const Tree *expected, const char *key)
{
    const Tree *value = tree_get(expected, str_from(key));
    return value == NULL ? (Str){ NULL, 0 } : value->text;
}

static void assert_same(Str actual, Str expected, Str path)
{
    if (str_eq(actual, expected))
        return;
    print_error(STR_FMT ": expected \"" STR_FMT "\", has \"" STR_FMT "\"\n", STR_ARG(path), STR_ARG(expected),
                STR_ARG(actual));
    fail();
}

/* The segment of Jekyll's URL that is made of the slug. */
static Str slug_of_url(Str url)
{
    Str path = str_slice(url, 0, url.len - 1);
    return str_from_offset(path, str_find_last_char(path, '/') + 1);
}

static void compare(const Post *post, const Tree *expected, Arena *arena)
{
    Buf date = { .arena = arena };
    const Tree *tags = tree_get(expected, STR("tags"));

    datetime_put_rfc3339(&date, post->date.unix_s, 0);
    assert_same(str_slice(buf_str(&date), 0, 19), str_slice(text_of(expected, "date"), 0, 19), post->path);
    assert_same(post->title.str, text_of(expected, "title"), post->path);
    assert_same(post->slug, slug_of_url(text_of(expected, "url")), post->path);
    assert_same(post->layout, text_of(expected, "layout"), post->path);
    assert_int_equal(post->tag_count, tags->item_count);
    for (size_t i = 0; i < post->tag_count; i++)
        assert_same(post->tags[i].label, tags->items[i]->text, post->path);
}

static void reads_them_as_jekyll_does(void **state)
{
    Scratch *scratch = *state;
    Arena *arena = &scratch->arena;
    if (shared_folder() == NULL)
        skip();
    Str folder = path_join(arena, str_from(shared_folder()), STR("corpus/iiif"));
    PostContext context = sample_context(scratch);
    context.zone = zone_open(STR("UTC"), arena);
    context.jekyll = true;

    Str lines;
    Str line;
    size_t count = 0;
    assert_true(file_read(&lines, path_join(arena, folder, STR("expected/posts.jsonl")), arena, &scratch->diags));
    while (str_split(&line, &lines, '\n')) {
        const Tree *expected;
        const Source *source;
        Post post;
        if (line.len == 0)
            continue;
        Span span = span_whole(source_new(STR("posts.jsonl"), line, arena));
        assert_true(json_read(&expected, (Located){ line, span }, "config-syntax", arena, &scratch->diags));
        Str path = path_join(arena, path_join(arena, folder, STR("site")), text_of(expected, "path"));
        assert_true(source_read(&source, path, path, arena, &scratch->diags));
        assert_true(post_read(&post, source, path, &context, arena, &scratch->diags));
        compare(&post, expected, arena);
        count++;
    }
    assert_int_equal(count, 63);
}

TEST_MAIN(TEST(reads_them_as_jekyll_does))
