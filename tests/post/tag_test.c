/* tests/post/tag_test.c */
#include "post/tag.h"

#include "tests/post/sample.h"

static void expect(Scratch *scratch, const PostContext *context, const char *line, const char *labels)
{
    Post post = sample_with(scratch, context, line);
    Str all = { NULL, 0 };
    for (size_t i = 0; i < post.tag_count; i++)
        all = arena_join(&scratch->arena, all, i == 0 ? STR("") : STR("|"), post.tags[i].label);
    assert_str(all, labels);
}

static void reads_a_list_or_a_text(void **state)
{
    PostContext context = sample_context(*state);
    expect(*state, &context, "tags: [news, announcements ]", "news|announcements");
    expect(*state, &context, "tags:\n  - fall  meeting\n  - 2024\n  - yes\n  -\n  - \" padded \"",
           "fall meeting|2024|yes|padded");
    expect(*state, &context, "tags: fall meeting", "fall meeting");
    expect(*state, &context, "tags: fall meeting, cfp,", "fall meeting|cfp");
    expect(*state, &context, "tags: 2024", "2024");
    expect(*state, &context, "tags:", "");
    expect(*state, &context, "tags: []", "");
    expect(*state, &context, "layout: post", "");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void reads_a_text_as_jekyll_does(void **state)
{
    PostContext context = sample_context(*state);
    context.jekyll = true;
    expect(*state, &context, "tags: fall meeting", "fall|meeting");
    expect(*state, &context, "tags: news, cfp", "news|cfp");
    expect(*state, &context, "tags: [fall meeting]", "fall meeting");
    expect(*state, &context, "tag: fall meeting\ntags: [news]", "fall meeting|news");
}

static void makes_slugs(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    Post post = sample_with(scratch, &context,
                            "tags: [IIIF-C, Fall Meeting, Gr\xc3\xb6\xc3\x9f"
                            "e, \"#\", \"!\"]");
    assert_str(post.tags[0].slug, "iiif-c");
    assert_str(post.tags[1].slug, "fall-meeting");
    assert_str(post.tags[2].slug, "grosse");
    assert_true(post.tags[3].slug.len > 0);
    assert_false(str_eq(post.tags[3].slug, post.tags[4].slug));
}

static void warns_of_a_tag_that_stands_twice(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);

    expect(scratch, &context, "tags: [Members, news, members]", "Members|news");
    assert_int_equal(scratch->diags.len, 1);
    const Diag *diag = assert_rule(&scratch->diags, "tag-duplicate");
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    assert_str(source_text(diag->span), "members");
    assert_str(source_text(diag->fix.span), ", members");
    assert_str(diag->fix.replacement, "");
    assert_true(diag->fix.safe);

    expect(scratch, &context, "tags:\n  - a\n  - \"A\"\n  - b", "a|b");
    assert_str(source_text(assert_rule(&scratch->diags, "tag-duplicate")->fix.span), "\n  - \"A\"");
    expect(scratch, &context, "tags:\n  - a # once\n  - a", "a");
    assert_null(assert_rule(&scratch->diags, "tag-duplicate")->fix.span.source);
    expect(scratch, &context, "tags: a, a", "a");
    assert_null(assert_rule(&scratch->diags, "tag-duplicate")->fix.span.source);
}

static void the_spelling_of_the_vocabulary_wins(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    context.tags = sample_vocabulary(scratch, "IIIF-C: { aliases: [consortium] }\nnews: {}\n");

    expect(scratch, &context, "tags: [iiif-c, NEWS, other]", "IIIF-C|news|other");
    assert_no_diags(&scratch->diags);
    expect(scratch, &context, "tags: [iiif-c, Consortium]", "IIIF-C");
    assert_rule(&scratch->diags, "tag-duplicate");
}

static void expect_refused(Scratch *scratch, const char *line, const char *part)
{
    PostContext context = sample_context(scratch);
    Str text = arena_format(&scratch->arena, "---\ntitle: T\ndate: 2024-08-06\n%s\n---\n", line);
    Post post;

    assert_false(sample_try(&post, scratch, &context, "a.md", arena_cstr(&scratch->arena, text)));
    assert_diag(&scratch->diags, "tag-type", arena_cstr(&scratch->arena, text), part, NULL);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
}

static void refuses_what_is_no_tag(void **state)
{
    expect_refused(*state, "tags: [[a, b], c]", "[a, b]");
    expect_refused(*state, "tags: { a: b }", "{ a: b }");
    expect_refused(*state, "tags: [a, b: c]", "b: c");
}

TEST_MAIN(TEST(reads_a_list_or_a_text), TEST(reads_a_text_as_jekyll_does), TEST(makes_slugs),
          TEST(warns_of_a_tag_that_stands_twice), TEST(the_spelling_of_the_vocabulary_wins),
          TEST(refuses_what_is_no_tag))
