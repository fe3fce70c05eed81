/* What a site and its authors say about the rules. */
#include "base/file.h"
#include "check/check.h"
#include "check/settle.h"
#include "markup/gfm.h"
#include "site/load.h"
#include "tests/support.h"

static const char whole[] =
    "---\ntitle: One\nauthor: Mina\ndate: 2024-08-6\ntags: [news]\nexcerpt: Words.\n---\nText.\n";

/* A site of one post with `check` in its configuration; its findings without their places, one a line, sorted. */
static Str check(Scratch *scratch, const char *settings, const char *post, int *fail_on)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena }, all = { .arena = &arena };
    Str folder = temporary_folder(scratch);
    Buf out = { .arena = &scratch->arena };
    Str config = arena_format(&arena, "title: News\nurl: https://news.example.org\n%s", settings);

    gfm_init();
    assert_true(file_write(path_join(&arena, folder, STR("herald.yml")), config, &diags));
    assert_true(file_write(path_join(&arena, folder, STR("posts/2024/2024-08-06-one.md")), str_from(post), &diags));
    LoadOptions options = { .root = folder, .now_unix_s = 1767225600, .jobs = 1 };
    Site *site = site_load(&options, &arena, &diags);
    const CheckSettings *read = check_site(site, 1, NULL);
    if (fail_on != NULL)
        *fail_on = read->fail_on;
    diags_append(&all, site->diags);
    diags_append(&all, &site->all[0]->diags);
    diags_sort(&all);
    for (size_t i = 0; i < all.len; i++) {
        static const char *const severities[] = { "info", "warning", "error" };
        Place place = source_place(all.items[i].span.source, all.items[i].span.start);
        buf_put_format(&out, "%u:%u %s %s\n", place.line, place.column, severities[all.items[i].severity],
                       all.items[i].rule);
    }
    site_free(site);
    arena_free(&arena);
    remove_folder(scratch, folder);
    return buf_str(&out);
}

static void sets_severities(void **state)
{
    assert_str(check(*state, "", whole, NULL), "4:7 error date-noncanonical\n");
    assert_str(check(*state, "check: {rules: {date-noncanonical: warning}}", whole, NULL),
               "4:7 warning date-noncanonical\n");
    assert_str(check(*state, "check: {rules: {DT303: off}}", whole, NULL), "");
    assert_str(check(*state, "check: {rules: {dt: info}}", whole, NULL), "4:7 info date-noncanonical\n");
    assert_str(check(*state, "check: {rules: {DT303: warning, DT: off}}", whole, NULL),
               "4:7 warning date-noncanonical\n");
}

static void tells_of_what_it_does_not_know(void **state)
{
    assert_str(
        check(*state, "check: {rules: {date-noncanonicl: off, DT303: of, Q: off}, rule: x, fail-on: all}", whole, NULL),
        "3:17 error config-value\n3:47 error config-value\n3:51 error config-value\n"
        "3:60 warning config-unknown-key\n3:78 error config-value\n4:7 error date-noncanonical\n");
}

static void what_stops_cannot_be_switched_off(void **state)
{
    static const char post[] = "---\nauthor: Mina\ndate: 2024-08-06\ntags: [news]\nexcerpt: Words.\n---\n"
                               "<!-- herald-ignore title-missing -->\nWords.\n";

    assert_str(check(*state, "check: {rules: {TI201: off}}", post, NULL),
               "3:17 error config-value\n1:1 error title-missing\n7:20 info ignore-unused\n");
    assert_str(check(*state, "check: {rules: {TI: off}}", post, NULL),
               "1:1 error title-missing\n7:20 info ignore-unused\n");
}

static void is_silent_in_some_files(void **state)
{
    assert_str(check(*state, "check: {ignore: [{paths: [posts/2024/*], rules: [DT303]}]}", whole, NULL), "");
    assert_str(check(*state, "check: {ignore: [{paths: posts/2024/, rules: date-noncanonical}]}", whole, NULL), "");
    assert_str(check(*state, "check: {ignore: [{paths: [posts/2024/*-one.md]}]}", whole, NULL), "");
    assert_str(check(*state, "check: {ignore: [{paths: [posts/2023/*]}]}", whole, NULL),
               "4:7 error date-noncanonical\n");
    assert_str(check(*state, "check: {ignore: [{paths: [posts], rules: [DT304, DT3O3]}]}", whole, NULL),
               "3:43 error config-value\n3:50 error config-value\n4:7 error date-noncanonical\n");
}

static void reads_what_fails(void **state)
{
    int fail_on;

    check(*state, "", whole, &fail_on);
    assert_int_equal(fail_on, SEVERITY_ERROR);
    check(*state, "check: {fail-on: warning}", whole, &fail_on);
    assert_int_equal(fail_on, SEVERITY_WARNING);
    check(*state, "check: {fail-on: never}", whole, &fail_on);
    assert_int_equal(fail_on, SEVERITY_ERROR + 1);
}

static void wants_the_keys_that_are_required(void **state)
{
    static const char post[] = "---\ntitle: One\ndate: 2024-08-06\nplace: ''\n---\nText.\n";

    assert_str(check(*state, "check: {required: [title, author, date, tags, excerpt, place]}", post, NULL),
               "1:1 error author-missing\n1:1 error excerpt-missing\n1:1 error tags-missing\n4:8 error key-missing\n");
    assert_str(check(*state, "check: {required: [title, date], rules: {excerpt-missing: off}}", post, NULL), "");
    assert_str(check(*state, "check: {required: [author], rules: {author-missing: warning, EX: off}}", post, NULL),
               "1:1 warning author-missing\n");
}

static void obeys_comments(void **state)
{
    assert_str(check(*state, "",
                     "---\ntitle: One\nauthor: Mina\ndate: 2024-08-6 # herald-ignore DT303\ntags: [news]\n"
                     "excerpt: Words.\n---\nText.\n",
                     NULL),
               "");
    assert_str(check(*state, "",
                     "---\ntitle: One\nauthor: Mina\ndate: 2024-08-6\ntags: [news]\nexcerpt: Words.\n---\n"
                     "Text.\n\n<!--herald-ignore date-noncanonical-->\n",
                     NULL),
               "");
    assert_str(check(*state, "",
                     "---\ntitle: One\nauthor: Mina\ndate: 2024-08-6\ntags: [news]\nexcerpt: Words.\n---\n"
                     "Text with herald-ignore DT303 in words.\n",
                     NULL),
               "4:7 error date-noncanonical\n");
}

static void tells_of_comments_in_vain(void **state)
{
    assert_str(check(*state, "",
                     "---\ntitle: One\nauthor: Mina\ndate: 2024-08-6\ntags: [news]\nexcerpt: Words.\n---\n"
                     "Text.\n\n<!-- herald-ignore DT303, DT304 DT3O3\nLK -->\n",
                     NULL),
               "10:27 info ignore-unused\n10:33 info ignore-unused\n11:1 info ignore-unused\n");
}

static void globs_match_paths(void **state)
{
    static const struct {
        const char *glob, *path;
        bool matches;
    } cases[] = {
        { "posts/*", "posts/a/b.md", true },
        { "*.md", "posts/a.md", true },
        { "posts/?.md", "posts/a.md", true },
        { "posts/?.md", "posts/ab.md", false },
        { "*a*b*c", "xaxbxcxaxbxc", true },
        { "*a*b*c", "xaxbxcx", false },
        { "", "a", false },
        { "**/a.md", "posts/2024/a.md", true },
        { "posts", "posts/a.md", false },
    };
    (void)state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_int_equal(glob_matches(str_from(cases[i].glob), str_from(cases[i].path)), cases[i].matches);
}

TEST_MAIN(TEST(sets_severities), TEST(tells_of_what_it_does_not_know), TEST(what_stops_cannot_be_switched_off),
          TEST(is_silent_in_some_files), TEST(reads_what_fails), TEST(wants_the_keys_that_are_required),
          TEST(obeys_comments), TEST(tells_of_comments_in_vain), TEST(globs_match_paths))
