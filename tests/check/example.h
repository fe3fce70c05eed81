/* tests/check/example.h - what check says of a site in a folder of its own. */
#pragma once

#include "base/file.h"
#include "check/check.h"
#include "check/rule.h"
#include "jekyll/load.h"
#include "jekyll/tags.h"
#include "markup/gfm.h"
#include "site/load.h"
#include "site/page.h"
#include "tests/support.h"

enum { EXAMPLE_NOW_UNIX_S = 1767225600 }; /* 2026-01-01 */

static inline bool write_example(Str folder, const Example *example, Arena *arena, Diags *diags)
{
    bool jekyll = false;
    for (size_t i = 0; i < example->len; i++) {
        Str path = path_join(arena, folder, example->files[i].path);
        assert_true(file_write(path, example->files[i].text, diags));
        jekyll = jekyll || str_eq(example->files[i].path, STR("_config.yml"));
    }
    return jekyll;
}

static inline void collect_example(Diags *found, const Site *site)
{
    diags_append(found, site->diags);
    for (size_t i = 0; i < site->all_count; i++)
        diags_append(found, &site->all[i]->diags);
    for (size_t i = 0; i < site->page_count; i++)
        diags_append(found, &site->pages[i]->diags);
    diags_sort(found);
}

static inline Site *load_example(Str folder, bool jekyll, Arena *arena, Diags *diags)
{
    LoadOptions options = {
        .root = folder, .now_unix_s = EXAMPLE_NOW_UNIX_S, .jobs = 1, .extend = jekyll_tags_register
    };
    gfm_init();
    return jekyll ? jekyll_load(&options, arena, diags) : site_load(&options, arena, diags);
}

/* What was found in the site, in an arena of the test. The hint of each is the text at fault. */
static inline void keep_findings(Diags *found, const Site *site, Arena *arena)
{
    Diags all = { .arena = arena };

    collect_example(&all, site);
    for (size_t i = 0; i < all.len; i++) {
        Diag copy = all.items[i];
        copy.message = arena_copy(found->arena, copy.message);
        copy.path = arena_copy(found->arena, diag_path(&all.items[i]));
        copy.hint = arena_copy(found->arena, source_text(copy.span));
        copy.span = (Span){ 0 };
        copy.fix = (Fix){ 0 };
        diags_append(found, &(Diags){ .arena = found->arena, .items = &copy, .len = 1 });
    }
}

/* What check says of an example (rule.h). */
static inline void check_example(Diags *found, Scratch *scratch, const char *text)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Str folder = temporary_folder(scratch);
    Example example = rule_example(text, &arena);
    bool jekyll = write_example(folder, &example, &arena, &diags);
    Site *site = load_example(folder, jekyll, &arena, &diags);

    check_site(site, 1, NULL);
    keep_findings(found, site, &arena);
    site_free(site);
    arena_free(&arena);
    remove_folder(scratch, folder);
}

/* A file that is not below before/ or after/ stands in both. */
static inline Example example_version(const Example *example, Str prefix, Str other, Arena *arena)
{
    ExampleFile *files = ARENA_ARRAY(arena, ExampleFile, example->len);
    size_t len = 0;

    for (size_t i = 0; i < example->len; i++) {
        ExampleFile file = example->files[i];
        if (str_starts_with(file.path, other))
            continue;
        if (str_starts_with(file.path, prefix))
            file.path = str_from_offset(file.path, prefix.len);
        files[len++] = file;
    }
    return (Example){ files, len };
}

/* What check says of an example of two versions, when it compares them. */
static inline void check_example_versions(Diags *found, Scratch *scratch, const char *text)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena }, old_diags = { .arena = &arena };
    Str old_folder = temporary_folder(scratch), folder = temporary_folder(scratch);
    Example both = rule_example(text, &arena);
    Example old = example_version(&both, STR("before/"), STR("after/"), &arena);
    Example new = example_version(&both, STR("after/"), STR("before/"), &arena);
    Changes changes = { .by_path = { .arena = &arena }, .by_old_path = { .arena = &arena } };
    Site *before = load_example(old_folder, write_example(old_folder, &old, &arena, &diags), &arena, &old_diags);
    Site *after = load_example(folder, write_example(folder, &new, &arena, &diags), &arena, &diags);

    check_site(before, 1, NULL);
    check_site_with(after, &(CheckBase){ before, &changes }, NULL, 1, NULL);
    keep_findings(found, after, &arena);
    site_free(before);
    site_free(after);
    arena_free(&arena);
    remove_folder(scratch, old_folder);
    remove_folder(scratch, folder);
}

/* The body stands below the front matter that every example has; `expected` is "RULE: TEXT AT FAULT", one a line. */
static inline void assert_check_says(Scratch *scratch, const char *text, const char *expected)
{
    Diags found = { .arena = &scratch->arena };
    Buf said = { .arena = &scratch->arena };

    check_example(&found, scratch, text);
    for (size_t i = 0; i < found.len; i++) {
        bool unasked = strcmp(found.items[i].rule, "no-final-newline") == 0 && strstr(expected, "no-final") == NULL;
        if (!unasked) /* most texts of tests end that way */
            buf_put_format(&said, "%s: " STR_FMT "\n", found.items[i].rule, STR_ARG(found.items[i].hint));
    }
    if (!str_eq(buf_str(&said), str_from(expected)))
        print_error("of: %s\n", text);
    assert_str(buf_str(&said), expected);
}
