/* The examples of the catalogue: the bad one of a rule has exactly this fault, the good one none. */
#include "base/file.h"
#include "check/check.h"
#include "check/rule.h"
#include "jekyll/load.h"
#include "jekyll/tags.h"
#include "markup/gfm.h"
#include "site/load.h"
#include "site/page.h"
#include "tests/support.h"

static const int64_t now_unix_s = 1767225600; /* 2026-01-01 */

static bool write_example(Str folder, const Example *example, Arena *arena, Diags *diags)
{
    bool jekyll = false;
    for (size_t i = 0; i < example->len; i++) {
        Str path = path_join(arena, folder, example->files[i].path);
        assert_true(file_write(path, example->files[i].text, diags));
        jekyll = jekyll || str_eq(example->files[i].path, STR("_config.yml"));
    }
    return jekyll;
}

static void collect(Diags *found, const Site *site)
{
    diags_append(found, site->diags);
    for (size_t i = 0; i < site->all_count; i++)
        diags_append(found, &site->all[i]->diags);
    for (size_t i = 0; i < site->page_count; i++)
        diags_append(found, &site->pages[i]->diags);
    diags_sort(found);
}

/* What check says of an example, in an arena of the test. */
static void check_example(Diags *found, Scratch *scratch, const char *text)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Str folder = temporary_folder(scratch);
    Example example = rule_example(text, &arena);
    bool jekyll = write_example(folder, &example, &arena, &diags);
    LoadOptions options = { .root = folder, .now_unix_s = now_unix_s, .jobs = 1, .extend = jekyll_tags_register };
    Site *site = jekyll ? jekyll_load(&options, &arena, &diags) : site_load(&options, &arena, &diags);
    Diags all = { .arena = &arena };

    check_site(site, 1, NULL);
    collect(&all, site);
    for (size_t i = 0; i < all.len; i++) {
        Diag copy = all.items[i];
        copy.message = arena_copy(found->arena, copy.message);
        copy.path = arena_copy(found->arena, diag_path(&all.items[i]));
        copy.span = (Span){ 0 };
        copy.fix = (Fix){ 0 };
        copy.hint = (Str){ NULL, 0 };
        diags_append(found, &(Diags){ .arena = found->arena, .items = &copy, .len = 1 });
    }
    site_free(site);
    arena_free(&arena);
    remove_folder(scratch, folder);
}

static void say(const Rule *rule, const char *which, const Diags *found)
{
    print_error("%s %s: the %s example is told of as\n", rule->code, rule->name, which);
    for (size_t i = 0; i < found->len; i++)
        print_error("    " STR_FMT ": %s: " STR_FMT "\n", STR_ARG(found->items[i].path), found->items[i].rule,
                    STR_ARG(found->items[i].message));
    if (found->len == 0)
        print_error("    nothing\n");
}

static bool bad_is_right(const Rule *rule, const Diags *found)
{
    bool right = found->len > 0;
    bool stops = false;
    for (size_t i = 0; i < found->len; i++) {
        right = right && strcmp(found->items[i].rule, rule->name) == 0 && found->items[i].severity == rule->severity;
        stops = stops || found->items[i].kind == DIAG_STOP;
    }
    return right && (!stops || rule->stops);
}

/* The bad example of a rule that compares two versions of a site needs both: tests of publishing show those. */
static bool compares_versions(const char *text)
{
    return strncmp(text, "==> before/", strlen("==> before/")) == 0;
}

static void bad_examples_have_exactly_their_fault_and_good_ones_none(void **state)
{
    Scratch *scratch = *state;
    int wrong = 0;

    gfm_init();
    for (size_t i = 0; rule_at(i) != NULL; i++) {
        const Rule *rule = rule_at(i);
        Diags bad = { .arena = &scratch->arena }, good = { .arena = &scratch->arena };
        if (rule->bad == NULL || compares_versions(rule->bad))
            continue;
        check_example(&bad, scratch, rule->bad);
        check_example(&good, scratch, rule->good);
        if (!bad_is_right(rule, &bad)) {
            say(rule, "bad", &bad);
            wrong++;
        }
        if (good.len > 0) {
            say(rule, "good", &good);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

TEST_MAIN(TEST(bad_examples_have_exactly_their_fault_and_good_ones_none))
