/* tests/post/post_test.c */
#include "tests/post/sample.h"

static Post read_native(Scratch *scratch, const char *text)
{
    PostContext context = sample_context(scratch);
    return sample_read(scratch, &context, "posts/2024-08-6-sample.md", text);
}

static void expect_stop(Scratch *scratch, const PostContext *context, const char *path, const char *text,
                        const char *rule, const char *part)
{
    Post post;
    assert_false(sample_try(&post, scratch, context, path, text));
    assert_diag(&scratch->diags, rule, text, part, NULL);
    assert_int_equal(scratch->diags.items[0].kind, DIAG_STOP);
    assert_true(scratch->diags.items[0].hint.len > 0);
    assert_str(post.path, path);
    assert_non_null(post.source);
}

static void reads_a_whole_post(void **state)
{
    Post post = read_native(*state, "---\ntitle: \"An *Announcement*: it\\n  works\"\nsubtitle: For  all\n"
                                    "date: 2024-08-06\nupdated: 2024-08-07\nauthor: Ada Example\ntags: [news]\n"
                                    "excerpt: >\n  Some\n  *text*.\n\nlang: fr\ntype: member\npermalink: /x/\n"
                                    "image: { path: /a.png, alt: A picture }\nredirect_from: [/old/, /older/]\n"
                                    "member: { id: x }\n---\nBody\n");
    assert_str(post.title.str, "An *Announcement*: it works");
    assert_str(post.subtitle, "For all");
    assert_str(post.excerpt, "Some *text*.");
    assert_str(post.language, "fr");
    assert_str(post.layout, "post");
    assert_str(post.type, "member");
    assert_str(post.permalink, "/x/");
    assert_str(post.image, "/a.png");
    assert_str(post.image_alt, "A picture");
    assert_int_equal(post.redirect_count, 2);
    assert_str(post.redirects[1], "/older/");
    assert_true(post.has_updated);
    assert_int_equal(post.updated.unix_s - post.date.unix_s, 86400);
    assert_int_equal(post.status, POST_PUBLISHED);
    assert_str(tree_get(tree_get(post.front_matter, STR("member")), STR("id"))->text, "x");
    assert_str(source_text(post.body), "Body\n");
    assert_no_diags(&((Scratch *)*state)->diags);
}

static void takes_from_the_site_what_the_post_leaves_out(void **state)
{
    Post post = read_native(*state, "---\ntitle: T\ndate: 2024-08-06\nimage: /a.png\nredirect_from: /old/\n---\n");
    assert_str(post.language, "en");
    assert_str(post.layout, "post");
    assert_str(post.image, "/a.png");
    assert_str(post.redirects[0], "/old/");
    assert_str(post.excerpt, "");
    assert_false(post.has_updated);
    assert_str(read_native(*state, "---\ntitle: T\ndate: 2024-08-06\nlayout:\n---\n").layout, "");
    assert_str(read_native(*state, "---\ntitle: T\ndate: 2024-08-06\nlayout: none\n---\n").layout, "");
    assert_str(read_native(*state, "---\ntitle: T\ndate: 2024-08-06\nlayout: no\n---\n").layout, "");
    assert_str(read_native(*state, "---\ntitle: T\ndate: 2024-08-06\nlayout: member\n---\n").layout, "member");
}

static void a_title_is_what_the_author_wrote(void **state)
{
    static const char *const titles[] = { "2024", "no", "1.10", "12:30", "0x1F", "2024-08-06", "'~'", "1_000", "yes" };
    Scratch *scratch = *state;
    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
        Str text = arena_format(&scratch->arena, "---\ntitle: %s\ndate: 2024-08-06\n---\n", titles[i]);
        Post post = read_native(scratch, arena_cstr(&scratch->arena, text));
        assert_str(post.title.str, titles[i][0] == '\'' ? "~" : titles[i]);
    }
    assert_str(read_native(scratch, "---\ntitle: |\n  Two\n  lines\ndate: 2024-08-06\n---\n").title.str, "Two lines");
    assert_str(read_native(scratch, "---\ntitle: \"\xc2\xa0Padded\xc2\xa0\"\ndate: 2024-08-06\n---\n").title.str,
               "Padded");
    assert_no_diags(&scratch->diags);
}

static void refuses_a_post_without_a_title(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);

    expect_stop(scratch, &context, "a.md", "---\ndate: 2024-08-06\n---\n", "title-missing", "---");
    expect_stop(scratch, &context, "a.md", "---\ntitle: ~\ndate: 2024-08-06\n---\n", "title-empty", "~");
    expect_stop(scratch, &context, "a.md", "---\ntitle: null\ndate: 2024-08-06\n---\n", "title-empty", "null");
    expect_stop(scratch, &context, "a.md", "---\ntitle:\ndate: 2024-08-06\n---\n", "title-empty", "title");
    expect_stop(scratch, &context, "a.md", "---\ntitle: \" \"\ndate: 2024-08-06\n---\n", "title-empty", "\" \"");
    expect_stop(scratch, &context, "a.md", "---\ntitle: [Draft]\ndate: 2024-08-06\n---\n", "title-type", "[Draft]");
    expect_stop(scratch, &context, "a.md", "---\ntitle: { a: b }\ndate: 2024-08-06\n---\n", "title-type", "{ a: b }");
}

static void a_jekyll_post_without_a_title_has_one_all_the_same(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    Post post;

    context.jekyll = true;
    assert_false(sample_try(&post, scratch, &context, "_posts/2024-08-06-my-NEW-post.md", "---\nlayout: post\n---\n"));
    assert_rule(&scratch->diags, "title-missing");
    assert_str(post.title.str, "My New Post");
}

static void leaves_out_control_characters(void **state)
{
    Scratch *scratch = *state;
    Post post = read_native(scratch, "---\ntitle: \"Be\\aware\\0 of \\u200Fbidi\\n marks\"\ndate: 2024-08-06\n---\n");

    assert_str(post.title.str, "Beware of \xe2\x80\x8f"
                               "bidi marks");
    assert_int_equal(scratch->diags.len, 1);
    assert_int_equal(assert_rule(&scratch->diags, "control-char")->severity, SEVERITY_ERROR);
    assert_int_equal(scratch->diags.stops, 0);
    post = read_native(scratch, "---\ntitle: T\ntags: [\"a\\eb\"]\nauthor: \"A\\x7f\"\ndate: 2024-08-06\n---\n");
    assert_str(post.tags[0].label, "ab");
    assert_str(post.authors[0].name, "A");
}

static void an_excerpt_is_text(void **state)
{
    Scratch *scratch = *state;
    assert_str(read_native(scratch, "---\ntitle: T\ndate: 2024-08-06\nexcerpt: 42\n---\n").excerpt, "42");
    assert_str(read_native(scratch, "---\ntitle: T\ndate: 2024-08-06\nexcerpt: >\n\n---\n").excerpt, "");
    assert_no_diags(&scratch->diags);

    const char *text = "---\ntitle: T\ndate: 2024-08-06\nexcerpt: [a]\n---\n";
    assert_str(read_native(scratch, text).excerpt, "");
    assert_diag(&scratch->diags, "excerpt-type", text, "[a]", NULL);
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static void takes_a_clear_date_as_meant(void **state)
{
    Scratch *scratch = *state;
    const char *text = "---\ntitle: T\ndate: 2024-08-6\n---\n";
    Post post = read_native(scratch, text);

    assert_int_equal(post.date.unix_s, 1722916800);
    assert_diag(&scratch->diags, "date-noncanonical", text, "2024-08-6", NULL);
    assert_str(scratch->diags.items[0].fix.replacement, "2024-08-06");
}

static void expect_date_fix(Scratch *scratch, const char *text, const char *after)
{
    Post post = read_native(scratch, text);
    assert_int_equal(post.date.unix_s, 1722916800);
    assert_int_equal(scratch->diags.len, 1);
    const Diag *diag = assert_rule(&scratch->diags, "date-missing");
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    if (after == NULL) {
        assert_null(diag->fix.span.source);
        return;
    }
    assert_true(diag->fix.safe);
    Str whole = str_from(text);
    assert_str(arena_join(&scratch->arena, str_slice(whole, 0, diag->fix.span.start), diag->fix.replacement,
                          str_from_offset(whole, diag->fix.span.end)),
               after);
    read_native(scratch, after);
    assert_no_diags(&scratch->diags);
}

static void takes_the_date_of_the_file_name_and_offers_to_write_it(void **state)
{
    expect_date_fix(*state, "---\ntitle: T\n---\n", "---\ntitle: T\ndate: 2024-08-06\n---\n");
    expect_date_fix(*state, "---\n  title: T\n  excerpt: >\n    text\n---\n",
                    "---\n  title: T\n  excerpt: >\n    text\n  date: 2024-08-06\n---\n");
    expect_date_fix(*state, "---\ntitle: T\ndate:\n---\n", "---\ntitle: T\ndate: 2024-08-06\n---\n");
    expect_date_fix(*state, "---\ntitle: T\ndate: ~\n---\n", "---\ntitle: T\ndate: 2024-08-06\n---\n");
    expect_date_fix(*state, "---\ntitle: T\ndate: # soon\n---\n", "---\ntitle: T\ndate: 2024-08-06 # soon\n---\n");
    expect_date_fix(*state, "---\n{ title: T }\n---\n", NULL);
}

static void a_fix_keeps_cr_lf(void **state)
{
    Scratch *scratch = *state;
    read_native(scratch, "---\r\ntitle: T\r\n---\r\n");
    assert_str(assert_rule(&scratch->diags, "date-missing")->fix.replacement, "date: 2024-08-06\r\n");
}

static void refuses_a_post_without_a_date(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);

    expect_stop(scratch, &context, "a.md", "---\ntitle: T\n---\n", "date-missing", "---");
    expect_stop(scratch, &context, "2021-06-97-a.md", "---\ntitle: T\n---\n", "date-missing", "---");
    expect_stop(scratch, &context, "a.md", "---\ntitle: T\ndate: ''\n---\n", "date-missing", "''");
    expect_stop(scratch, &context, "2024-08-06-a.md", "---\ntitle: T\ndate: [1]\n---\n", "date-impossible", "[1]");
    expect_stop(scratch, &context, "2024-08-06-a.md", "---\ntitle: T\ndate: 2024-02-30\n---\n", "date-impossible",
                "30");
    expect_stop(scratch, &context, "a.md", "---\ntitle: T\ndate: 03/05/2024\n---\n", "date-ambiguous", "03/05/2024");
    expect_stop(scratch, &context, "2024-08-06-a.md", "---\ntitle: T\ndate: 2024-08-06\nembargo: soon\n---\n",
                "date-impossible", "soon");
}

static void jekyll_is_silent_about_the_date_of_a_file_name(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    context.jekyll = true;

    Post post = sample_read(scratch, &context, "_posts/2024-08-06-a.md", "---\ntitle: T\n---\n");
    assert_int_equal(post.date.unix_s, 1722916800);
    assert_no_diags(&scratch->diags);
}

static void jekyll_reads_a_full_time_without_a_zone_as_utc(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    context.jekyll = true;

    Post post = sample_read(scratch, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06 09:05:00\n---\n");
    assert_int_equal(post.date.unix_s, 1722935100);
    assert_int_equal(post.date.offset_s, -4 * 3600);
    assert_no_diags(&scratch->diags);

    post = sample_read(scratch, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06 9:05\n---\n");
    assert_int_equal(post.date.unix_s, 1722935100 + 4 * 3600);
    assert_str(assert_rule(&scratch->diags, "date-noncanonical")->fix.replacement, "2024-08-06 09:05:00-04:00");
}

static void jekyll_writes_zones_as_ruby_does(void **state)
{
    static const char *const wrong[] = { "2024-08-06 09:05 +0200", "2024-08-06 09:05:00+0200",
                                         "2024-8-06 09:05:00 +0200", "2024-08-06 09:05:00 +2",
                                         "2024-08-06 09:05:00  +0200" };
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    context.jekyll = true;

    sample_read(scratch, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06 09:05:00 +0200\n---\n");
    Post post = sample_read(scratch, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06 09:05:00 +02:00\n---\n");
    assert_int_equal(post.date.unix_s, 1722927900);
    assert_no_diags(&scratch->diags);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        scratch->diags = (Diags){ .arena = &scratch->arena };
        Str text = arena_format(&scratch->arena, "---\ntitle: T\ndate: %s\n---\n", wrong[i]);
        sample_read(scratch, &context, "a.md", arena_cstr(&scratch->arena, text));
        assert_rule(&scratch->diags, "date-noncanonical");
    }
    context.jekyll = false;
    scratch->diags = (Diags){ .arena = &scratch->arena };
    sample_read(scratch, &context, "a.md", "---\ntitle: T\ndate: 2024-08-06 09:05:00 +0200\n---\n");
    assert_rule(&scratch->diags, "date-noncanonical");
}

/* --- status ------------------------------------------------------------------------------------------------------ */

static PostStatus status_of(Scratch *scratch, const PostContext *context, const char *line)
{
    Str text = arena_format(&scratch->arena, "---\ntitle: T\n%s\n---\n", line);
    return sample_read(scratch, context, "a.md", arena_cstr(&scratch->arena, text)).status;
}

static void tells_what_is_not_published_yet(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);

    assert_int_equal(status_of(scratch, &context, "date: 2026-11-21"), POST_PUBLISHED);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\ndraft: true"), POST_DRAFT);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\ndraft: 'Yes'"), POST_DRAFT);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\npublished: false"), POST_DRAFT);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\npublished: true\ndraft: no"), POST_PUBLISHED);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\nexpires: 2026-11-21"), POST_EXPIRED);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\nexpires: 2026-11-22"), POST_PUBLISHED);
    assert_no_diags(&scratch->diags);

    assert_int_equal(status_of(scratch, &context, "date: 2026-11-22"), POST_SCHEDULED);
    assert_int_equal(scratch->diags.len, 1);
    const Diag *diag = assert_rule(&scratch->diags, "date-future");
    assert_int_equal(diag->severity, SEVERITY_WARNING);
    assert_str(source_text(diag->span), "2026-11-22");
    assert_str(diag->message, "the date is later than now: the post will not be built before 2026-11-22T05:00:00Z");

    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\nembargo: 2026-12-01T09:00:00Z"), POST_EMBARGOED);
    assert_str(assert_rule(&scratch->diags, "date-future")->message,
               "the embargo is later than now: the post will not be built before 2026-12-01T09:00:00Z");
}

static void a_site_may_want_drafts_and_the_future(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    context.drafts = true;
    context.future = true;

    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\ndraft: true"), POST_PUBLISHED);
    assert_int_equal(status_of(scratch, &context, "date: 2026-11-22"), POST_PUBLISHED);
    assert_no_diags(&scratch->diags);
    assert_int_equal(status_of(scratch, &context, "date: 2024-08-06\nembargo: 2026-12-01"), POST_EMBARGOED);
}

static void leaves_what_could_be_read(void **state)
{
    Scratch *scratch = *state;
    PostContext context = sample_context(scratch);
    Post post;

    assert_false(
        sample_try(&post, scratch, &context, "a.md", "---\ntitle: T\ndate: soon\nauthor: Ada\ntags: [a]\n---\nB"));
    assert_str(post.title.str, "T");
    assert_str(post.authors[0].name, "Ada");
    assert_str(post.tags[0].label, "a");
    assert_str(post.slug, "a");
    assert_str(source_text(post.body), "B");
    assert_false(sample_try(&post, scratch, &context, "a.md", "no front matter"));
    assert_str(post.path, "a.md");
    assert_null(post.front_matter);
}

TEST_MAIN(TEST(reads_a_whole_post), TEST(takes_from_the_site_what_the_post_leaves_out),
          TEST(a_title_is_what_the_author_wrote), TEST(refuses_a_post_without_a_title),
          TEST(a_jekyll_post_without_a_title_has_one_all_the_same), TEST(leaves_out_control_characters),
          TEST(an_excerpt_is_text), TEST(takes_a_clear_date_as_meant),
          TEST(takes_the_date_of_the_file_name_and_offers_to_write_it), TEST(a_fix_keeps_cr_lf),
          TEST(refuses_a_post_without_a_date), TEST(jekyll_is_silent_about_the_date_of_a_file_name),
          TEST(jekyll_reads_a_full_time_without_a_zone_as_utc), TEST(jekyll_writes_zones_as_ruby_does),
          TEST(tells_what_is_not_published_yet), TEST(a_site_may_want_drafts_and_the_future),
          TEST(leaves_what_could_be_read))
