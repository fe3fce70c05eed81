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

/* What check says of an example (rule.h), in an arena of the test. The hint of each is the text at fault. */
static inline void check_example(Diags *found, Scratch *scratch, const char *text)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Str folder = temporary_folder(scratch);
    Example example = rule_example(text, &arena);
    gfm_init();
    bool jekyll = write_example(folder, &example, &arena, &diags);
    LoadOptions options = {
        .root = folder, .now_unix_s = EXAMPLE_NOW_UNIX_S, .jobs = 1, .extend = jekyll_tags_register
    };
    Site *site = jekyll ? jekyll_load(&options, &arena, &diags) : site_load(&options, &arena, &diags);
    Diags all = { .arena = &arena };

    check_site(site, 1, NULL);
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
    site_free(site);
    arena_free(&arena);
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
