/* cmd/herald/check.c - `herald check`: says what is wrong with a site's sources. */
#include "check/check.h"
#include "check/report.h"
#include "load.h"
#include "progress.h"
#include "site/load.h"
#include "site/page.h"

typedef enum CheckFormat { CHECK_TEXT, CHECK_JSONL } CheckFormat;
static const char *const formats[] = { "text", "jsonl", NULL };

typedef struct CheckArgs {
    int format;
} CheckArgs;

static const Option options[] = {
    { 'f', "format", OPTION_CHOICE, offsetof(CheckArgs, format), NULL,
      "for people, or one JSON object a line for programs", formats },
    OPTION_END,
};

static size_t count_files(const Site *site, StrList paths)
{
    Arena scratch = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < site->all_count; i++)
        count += load_selects(site, paths, site->all[i]->post.path, &scratch);
    for (size_t i = 0; i < site->own_page_count; i++)
        count += load_selects(site, paths, site->pages[i]->path, &scratch);
    arena_free(&scratch);
    return count;
}

static void print_jsonl(const Env *env, const Diags *diags)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    report_put_jsonl(&out, diags);
    progress_hide(env->progress_line);
    print_text(env->out, buf_str(&out));
    arena_free(&arena);
}

static void print_summary(const Env *env, const Diags *diags, size_t files)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    report_put_summary(&out, diags, files);
    fflush(env->out); /* where both go to one terminal, it stands last */
    print_text(env->err, buf_str(&out));
    arena_free(&arena);
}

static int report_site(const Env *env, const CheckArgs *args, Site *site, StrList paths)
{
    Arena arena = { 0 };
    Diags found = { .arena = &arena };

    check_site(site, env->jobs, env->progress);
    load_collect(&found, site, paths);
    if (args->format == CHECK_JSONL)
        print_jsonl(env, &found);
    else
        print_diags(env, env->out, &found);
    if (args->format == CHECK_TEXT && !env->quiet)
        print_summary(env, &found, count_files(site, paths));
    int status = diags_status(&found);
    arena_free(&arena);
    return status;
}

static int check_run(const Env *env, const void *args, StrList paths)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Site *site;
    int status = EXIT_USAGE;

    if (load_site_for(&site, env, paths, &arena, &diags)) {
        status = report_site(env, args, site, paths);
        site_free(site);
    } else {
        print_diags(env, env->err, &diags);
    }
    arena_free(&arena);
    return status;
}

const Command cmd_check = {
    .name = "check",
    .operands = "[PATH...]",
    .summary = "say what is wrong with a site's sources",
    .description =
        "Reads the configuration and every announcement, and names each fault with its file, line and column, its "
        "rule, "
        "and what to write instead. With PATHs, files or folders, only what is wrong there and in the configuration is "
        "named. Findings go to standard output, the number of them to standard error.\n\n"
        "In JSON Lines each finding is an object with file, line, column, end_line, end_column, severity (error, "
        "warning "
        "or info), rule, code and message, and where there are such, hint and fix. Lines and columns count from 1, "
        "columns in Unicode characters; an end is exclusive.\n\n"
        "  herald check\n"
        "  herald check --format=jsonl posts/2024-08-06-example-joins.md",
    .options = options,
    .args_size = sizeof(CheckArgs),
    .run = check_run,
};
