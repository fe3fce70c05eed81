/* tests/post/author_test.c */
#include "post/author.h"

#include "tests/post/sample.h"

static const char known[] = "staff: { name: Sample Staff, url: https://example.org/staff, affiliation: Sample }\n"
                            "ada: { name: Ada Example, email: ada@example.org }\n"
                            "office: { name: Archives and Records Office, aliases: [ARO] }\n";

static PostContext with_authors(Scratch *scratch)
{
    PostContext context = sample_context(scratch);
    context.authors = sample_vocabulary(scratch, known);
    return context;
}

static void reads_text_list_and_mapping(void **state)
{
    PostContext context = sample_context(*state);
    Post post = sample_with(*state, &context, "author: Ada Example and Bo Sample");
    assert_int_equal(post.author_count, 2);
    assert_str(post.authors[1].name, "Bo Sample");

    post = sample_with(*state, &context,
                       "authors:\n  - Ada Example\n  - Ministry of Culture and Sport\n  -\n"
                       "  - { name: Bo Sample, url: https://example.org/bo, email: bo@example.org,"
                       " affiliation: Sample Labs }\n  - 2024");
    assert_int_equal(post.author_count, 4);
    assert_str(post.authors[1].name, "Ministry of Culture and Sport");
    assert_str(post.authors[2].name, "Bo Sample");
    assert_str(post.authors[2].url, "https://example.org/bo");
    assert_str(post.authors[2].email, "bo@example.org");
    assert_str(post.authors[2].affiliation, "Sample Labs");
    assert_str(post.authors[3].name, "2024");

    post = sample_with(*state, &context, "author: { name: Ada  Example }");
    assert_int_equal(post.author_count, 1);
    assert_str(post.authors[0].name, "Ada Example");
    assert_str(source_text(post.authors[0].span), "Ada  Example");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void nobody_is_no_author(void **state)
{
    PostContext context = sample_context(*state);
    assert_int_equal(sample_with(*state, &context, "author:").author_count, 0);
    assert_int_equal(sample_with(*state, &context, "authors: []").author_count, 0);
    assert_int_equal(sample_with(*state, &context, "author: \" \"").author_count, 0);
    assert_int_equal(sample_with(*state, &context, "layout: post").author_count, 0);
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void nobody_stands_twice(void **state)
{
    PostContext context = with_authors(*state);
    Post post = sample_with(*state, &context, "author: Ada Example\nauthors: [ada, ARO, Archives and Records Office]");
    assert_int_equal(post.author_count, 2);
    assert_str(post.authors[1].name, "Archives and Records Office");
}

static void takes_from_the_vocabulary_what_the_post_leaves_out(void **state)
{
    PostContext context = with_authors(*state);
    Post post = sample_with(*state, &context, "author: staff");
    assert_str(post.authors[0].id, "staff");
    assert_str(post.authors[0].name, "Sample Staff");
    assert_str(post.authors[0].url, "https://example.org/staff");

    post = sample_with(*state, &context, "author: { id: ada, url: https://example.org/x }");
    assert_str(post.authors[0].name, "Ada Example");
    assert_str(post.authors[0].url, "https://example.org/x");
    assert_str(post.authors[0].email, "ada@example.org");

    post = sample_with(*state, &context, "author: Ada Example, Archives and Records Office");
    assert_int_equal(post.author_count, 2);
    assert_str(post.authors[1].id, "office");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void suggests_a_near_name(void **state)
{
    Scratch *scratch = *state;
    PostContext context = with_authors(scratch);
    Post post = sample_with(scratch, &context, "author: Ada Exampel");

    assert_str(post.authors[0].name, "Ada Exampel");
    assert_str(post.authors[0].id, "");
    assert_int_equal(scratch->diags.len, 1);
    const Diag *diag = assert_rule(&scratch->diags, "author-typo");
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    assert_str(source_text(diag->span), "Ada Exampel");
    assert_str(diag->hint, "did you mean Ada Example?");
    assert_str(diag->fix.replacement, "Ada Example");
    assert_false(diag->fix.safe);

    sample_with(scratch, &context, "author: Cleo Instance");
    assert_no_diags(&scratch->diags);
}

static void expect_refused(Scratch *scratch, const char *line, const char *part)
{
    PostContext context = sample_context(scratch);
    Str text = arena_format(&scratch->arena, "---\ntitle: T\ndate: 2024-08-06\n%s\n---\n", line);
    Post post;

    assert_false(sample_try(&post, scratch, &context, "a.md", arena_cstr(&scratch->arena, text)));
    assert_diag(&scratch->diags, "author-type", arena_cstr(&scratch->arena, text), part, NULL);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
}

static void refuses_what_is_no_author(void **state)
{
    expect_refused(*state, "authors: [[Ada, Bo], Cy]", "[Ada, Bo]");
    expect_refused(*state, "author: { name: [Ada] }", "[Ada]");
    expect_refused(*state, "author: { role: editor }", "{ role: editor }");
}

TEST_MAIN(TEST(reads_text_list_and_mapping), TEST(nobody_is_no_author), TEST(nobody_stands_twice),
          TEST(takes_from_the_vocabulary_what_the_post_leaves_out), TEST(suggests_a_near_name),
          TEST(refuses_what_is_no_author))
