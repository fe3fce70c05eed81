/* tests/check/recheck_test.c */
#include "check/recheck.h"

#include "tests/check/example.h"

typedef struct Loaded {
    Site *site;
    Recheck recheck;
    Str folder;
    Arena arena;
    Diags diags;
} Loaded;

static void load(Loaded *loaded, Scratch *scratch, const char *example_text)
{
    *loaded = (Loaded){ .folder = temporary_folder(scratch) };
    loaded->diags.arena = &loaded->arena;
    Example example = rule_example(example_text, &loaded->arena);
    gfm_init();
    bool jekyll = write_example(loaded->folder, &example, &loaded->arena, &loaded->diags);
    LoadOptions options = {
        .root = loaded->folder, .now_unix_s = EXAMPLE_NOW_UNIX_S, .jobs = 1, .extend = jekyll_tags_register
    };
    loaded->site = jekyll ? jekyll_load(&options, &loaded->arena, &loaded->diags)
                          : site_load(&options, &loaded->arena, &loaded->diags);
    recheck_begin(&loaded->recheck, loaded->site, 1, NULL);
}

static void unload(Loaded *loaded, Scratch *scratch)
{
    recheck_end(&loaded->recheck);
    arena_free(&loaded->arena);
    remove_folder(scratch, loaded->folder);
}

static Str told(const SitePost *post, Arena *arena)
{
    Buf out = { .arena = arena };
    Diags sorted = { .arena = arena };

    diags_append(&sorted, &post->diags);
    diags_sort(&sorted);
    for (size_t i = 0; i < sorted.len; i++) {
        const Diag *diag = &sorted.items[i];
        buf_put_format(&out, "%d %s %u-%u " STR_FMT " (" STR_FMT ") [" STR_FMT "]\n", (int)diag->severity, diag->rule,
                       diag->span.start, diag->span.end, STR_ARG(diag->message), STR_ARG(diag->hint),
                       STR_ARG(diag->fix.replacement));
    }
    return buf_str(&out);
}

/* Each post is replaced by itself: the same must be said of it, whatever is said of the others. */
static void compare(Loaded *loaded, const char *rule)
{
    for (size_t i = 0; i < loaded->site->all_count; i++) {
        SitePost *post = loaded->site->all[i];
        if (post->post.source == NULL)
            continue;
        Str before = told(post, &loaded->arena);
        for (int round = 0; round < 2; round++)
            recheck_post(&loaded->recheck, i, arena_copy(&loaded->arena, post->post.source->text));
        Str after = told(post, &loaded->arena);
        if (!str_eq(before, after))
            fail_msg("%s: at first\n" STR_FMT "then\n" STR_FMT, rule, STR_ARG(before), STR_ARG(after));
    }
}

static void says_the_same_of_every_example_as_a_whole_check(void **state)
{
    Scratch *scratch = *state;
    const Rule *rule;

    for (size_t i = 0; (rule = rule_at(i)) != NULL; i++) {
        Loaded loaded;
        if (rule->bad == NULL || strstr(rule->bad, "==> before/") != NULL)
            continue;
        load(&loaded, scratch, rule->bad);
        compare(&loaded, rule->name);
        unload(&loaded, scratch);
    }
}

#define POST(title, tag, body)                                                                                         \
    "---\ntitle: " title "\nauthor: staff\ndate: 2024-08-06\ntags: [" tag                                              \
    "]\nexcerpt: Port Ellery joins the harbour league.\n---\n" body

static const char two_posts[] =
    "==> herald.yml <==\ntitle: Example news\nurl: https://news.example.org\n"
    "==> posts/2024-08-05-first-one.md <==\n" POST(
        "The first one", "news", "Text.\n") "==> posts/2024-08-06-second-one.md <==\n" POST("The second one", "news",
                                                                                            "Text.\n");

static bool has_rule(const SitePost *post, const char *rule)
{
    for (size_t i = 0; i < post->diags.len; i++) {
        if (strcmp(post->diags.items[i].rule, rule) == 0)
            return true;
    }
    return false;
}

static void sees_what_came_and_what_went(void **state)
{
    Loaded loaded;
    load(&loaded, *state, two_posts);
    SitePost *second = loaded.site->all[1];

    assert_int_equal(loaded.site->all_count, 2);
    recheck_post(&loaded.recheck, 1, STR(POST("The first one", "news", "[a](/news/2024/08/06/first-on/)\n")));
    assert_true(has_rule(second, "title-duplicate"));
    assert_true(has_rule(second, "link-internal-missing"));
    recheck_post(&loaded.recheck, 1, STR("---\ntitle: [\n"));
    assert_false(second->sound);
    recheck_post(&loaded.recheck, 1, STR(""));
    assert_true(has_rule(second, "front-matter-missing"));
    recheck_post(&loaded.recheck, 1, STR(POST("The second one", "news", "[a](/news/2024/08/06/first-one/)\n")));
    assert_int_equal(second->diags.errors, 0);
    assert_false(has_rule(second, "title-duplicate"));
    assert_false(has_rule(second, "link-internal-missing"));
    unload(&loaded, *state);
}

static void tells_the_later_of_two_with_one_address(void **state)
{
    Loaded loaded;
    load(&loaded, *state, two_posts);

    recheck_post(
        &loaded.recheck, 1,
        STR("---\ntitle: The second one\nauthor: staff\ndate: 2024-08-06\npermalink: /news/2024/08/06/first-one/\n"
            "tags: [news]\nexcerpt: Some text of it.\n---\nText.\n"));
    assert_true(has_rule(loaded.site->all[1], "url-collision"));
    assert_false(loaded.site->all[1]->sound);
    recheck_post(&loaded.recheck, 0, STR(POST("The first one", "news", "More text.\n")));
    assert_false(has_rule(loaded.site->all[0], "url-collision"));
    unload(&loaded, *state);
}

static void keeps_nothing_of_the_versions_before(void **state)
{
    enum { MANY = 300 };
    Loaded loaded;
    load(&loaded, *state, two_posts);
    const SitePost *second = loaded.site->all[1];
    size_t site_bytes = 0, post_bytes = 0;

    for (int i = 0; i < MANY; i++) {
        recheck_post(&loaded.recheck, 1, STR(POST("The first one", "nws", "[a][b] {{ page.title }}\n\n[b]: /x/\n")));
        if (i == 1) {
            site_bytes = arena_size(loaded.site->arena);
            post_bytes = arena_size(&second->arena);
        }
    }
    assert_int_equal(arena_size(loaded.site->arena), site_bytes);
    assert_int_equal(arena_size(&second->arena), post_bytes);
    unload(&loaded, *state);
}

TEST_MAIN(TEST(says_the_same_of_every_example_as_a_whole_check), TEST(sees_what_came_and_what_went),
          TEST(tells_the_later_of_two_with_one_address), TEST(keeps_nothing_of_the_versions_before))
