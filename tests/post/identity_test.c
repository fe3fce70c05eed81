/* tests/post/identity_test.c */
#include "post/identity.h"

#include "base/buf.h"
#include "tests/post/sample.h"

static Post read_at(Scratch *scratch, const char *path, const char *lines)
{
    PostContext context = sample_context(scratch);
    Str text = arena_format(&scratch->arena, "---\ntitle: The Title\ndate: 2024-08-06\n%s---\n", lines);
    return sample_read(scratch, &context, path, arena_cstr(&scratch->arena, text));
}

static void takes_the_slug_from_the_file_name(void **state)
{
    assert_str(read_at(*state, "posts/2024-08-6-french-ministry.md", "").slug, "french-ministry");
    assert_str(read_at(*state, "_news/2024-05-31-CRKN-NFSA.md", "").slug, "CRKN-NFSA");
    assert_str(read_at(*state, "_news/2025-02-25-election-results .md", "").slug, "election-results");
    assert_str(read_at(*state, "_news/2020-06-04-Release-of-3.0-Specs.md", "").slug, "Release-of-3.0-Specs");
    assert_str(read_at(*state, "_news/2020-09-02-fall_online cfp.md", "").slug, "fall_online-cfp");
    assert_str(read_at(*state, "_news/2021-06-97-notes.md", "").slug, "notes");
    assert_str(read_at(*state, "posts/welcome.md", "").slug, "welcome");
    assert_str(read_at(*state, "posts/2024-08-06-\xe6\x96\xb0\xe8\x81\x9e.md", "").slug, "\xe6\x96\xb0\xe8\x81\x9e");
}

static void a_key_wins_and_the_title_helps_out(void **state)
{
    assert_str(read_at(*state, "posts/2024-08-06-a.md", "slug: My Own\n").slug, "My-Own");
    assert_str(read_at(*state, "posts/2024-08-06.md", "").slug, "the-title");
    assert_str(read_at(*state, "posts/2024-08-06-!!!.md", "slug: []\n").slug, "!!!");
    assert_str(read_at(*state, "posts/2024-08-06-%.md", "").slug, "the-title");
}

static void signs_that_end_a_name_are_spelt_out(void **state)
{
    Scratch *scratch = *state;
    assert_str(slug_of_label(STR("C"), &scratch->arena), "c");
    assert_str(slug_of_label(STR("C++"), &scratch->arena), "c-plus-plus");
    assert_str(slug_of_label(STR("C#"), &scratch->arena), "c-sharp");
    assert_str(slug_of_label(STR("# 3 + 4"), &scratch->arena), "3-4");
}

static void no_slug_leads_out_of_its_folder(void **state)
{
    assert_str(read_at(*state, "a.md", "slug: ../../etc/passwd\n").slug, "etc-passwd");
    assert_str(read_at(*state, "a.md", "slug: ..\n").slug, "a");
    assert_str(read_at(*state, "a.md", "slug: .htaccess\n").slug, "htaccess");
    Scratch *scratch = *state;
    Buf lines = { .arena = &scratch->arena };
    buf_put_cstr(&lines, "slug: ");
    buf_put_repeated(&lines, 'x', 5000);
    buf_put_cstr(&lines, "\n");
    buf_put_char(&lines, '\0');
    assert_int_equal(read_at(scratch, "a.md", lines.data).slug.len, 199);
}

static void keeps_an_iri_and_makes_a_tag_uri(void **state)
{
    const char *path = "posts/2024-08-6-french-ministry.md";
    Post post = read_at(*state, path, "id: https://example.org/ids/7\n");
    assert_str(post.id, "https://example.org/ids/7");
    assert_str(post.id_key, "https://example.org/ids/7");
    assert_str(read_at(*state, path, "id: urn:uuid:0d1f0a2e-0000\n").id, "urn:uuid:0d1f0a2e-0000");
    assert_str(read_at(*state, path, "").id, "tag:news.example.org,2024-08-06:2024-08-6-french-ministry");
    assert_str(read_at(*state, path, "").id_key, "");
    assert_str(read_at(*state, path, "id: 42\n").id, "tag:news.example.org,2024-08-06:42");
    assert_str(read_at(*state, path, "id: \"note: 1\"\n").id, "tag:news.example.org,2024-08-06:note:%201");
    assert_str(read_at(*state, path, "id:\n").id, "tag:news.example.org,2024-08-06:2024-08-6-french-ministry");
    assert_str(read_at(*state, "posts/2024-08-06-\xc3\xa9 #1%.md", "").id,
               "tag:news.example.org,2024-08-06:2024-08-06-%C3%A9%20%231%25");
}

static Str id_for_host(Scratch *scratch, Str host)
{
    PostContext context = sample_context(scratch);
    context.host = host;
    return sample_with(scratch, &context, "layout: post").id;
}

static void takes_the_authority_from_the_site(void **state)
{
    assert_str(id_for_host(*state, STR("News.Example.ORG:8080")), "tag:news.example.org,2024-08-06:2024-08-06-sample");
    assert_str(id_for_host(*state, STR("")), "tag:herald.invalid,2024-08-06:2024-08-06-sample");
    assert_str(id_for_host(*state, STR("b\xc3\xbc.example")), "tag:herald.invalid,2024-08-06:2024-08-06-sample");
}

static void posts_of_one_day_have_instants_of_their_own(void **state)
{
    Scratch *scratch = *state;
    int64_t noon = 1722960000; /* in New York */
    int64_t a = read_at(scratch, "posts/2024-08-06-a.md", "").published_unix_s;
    int64_t b = read_at(scratch, "posts/2024-08-06-b.md", "").published_unix_s;

    assert_true(noon <= a && a < noon + 3600);
    assert_true(noon <= b && b < noon + 3600);
    assert_true(a != b);
    assert_int_equal(read_at(scratch, "posts/2024-08-06-a.md", "subtitle: S\n").published_unix_s, a);
}

static void a_time_of_day_is_the_instant_itself(void **state)
{
    PostContext context = sample_context(*state);
    Post post = sample_read(*state, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06T09:05:00Z\n---\n");
    assert_int_equal(post.published_unix_s, 1722935100);
}

static void labels_always_have_a_slug(void **state)
{
    Scratch *scratch = *state;
    assert_str(slug_of_label(STR("Fall Meeting"), &scratch->arena), "fall-meeting");
    assert_int_equal(slug_of_label(STR("!"), &scratch->arena).len, 8);
    assert_true(slug_of_label(STR("\xe6\x96\xb0"), &scratch->arena).len > 0);
}

TEST_MAIN(TEST(takes_the_slug_from_the_file_name), TEST(a_key_wins_and_the_title_helps_out),
          TEST(signs_that_end_a_name_are_spelt_out), TEST(no_slug_leads_out_of_its_folder),
          TEST(keeps_an_iri_and_makes_a_tag_uri), TEST(takes_the_authority_from_the_site),
          TEST(posts_of_one_day_have_instants_of_their_own), TEST(a_time_of_day_is_the_instant_itself),
          TEST(labels_always_have_a_slug))
