/* cmd/herald/build.c - writes everything that is published. */
#include "base/file.h"
#include "check/report.h"
#include "command.h"
#include "feed/feed.h"
#include "load.h"
#include "progress.h"
#include "site/body.h"
#include "site/build.h"
#include "site/load.h"

typedef struct BuildArgs {
    Str output;
    bool keep_going;
} BuildArgs;

static const Option options[] = {
    { 'o', "output", OPTION_STRING, offsetof(BuildArgs, output), "FOLDER",
      "write there; without it, where the configuration says", NULL },
    { 'k', "keep-going", OPTION_FLAG, offsetof(BuildArgs, keep_going), NULL,
      "leave out posts with stopping faults and build the rest", NULL },
    OPTION_END,
};

/* Of what does not stop it, a build tells only what its output shows. */
static bool is_told(const Diag *diag, bool quiet)
{
    const char *rule = diag->rule;
    static const char *const rules[] = { "liquid-error", "config-value", "path-outside", "layout-missing" };
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (strcmp(rule, rules[i]) == 0)
            return true;
    }
    if (strcmp(rule, "liquid-lax") == 0) /* then what is left of the tag fails */
        return diag->severity == SEVERITY_ERROR;
    return !quiet && (strcmp(rule, "date-future") == 0 || strcmp(rule, "date-implausible") == 0);
}

/* What a build tells: what stops it, what is left out because its day has not come, and what failed. */
static void report(const Env *env, const Diags *all)
{
    Diags told = { .arena = all->arena };
    Buf text = { .arena = all->arena };
    ReportStyle style = { env->columns, env->err_color };

    for (size_t i = 0; i < all->len; i++) {
        const Diag *diag = &all->items[i];
        if (diag->kind != DIAG_CONTENT || is_told(diag, env->quiet))
            diags_append(&told, &(Diags){ .items = &all->items[i], .len = 1 });
    }
    report_put_text(&text, &told, &style);
    print_text(env->err, buf_str(&text));
}

/* One document of one channel, and what writing it found. */
typedef struct FeedTask {
    const Channel *channel;
    const FeedDocument *document;
    Diags diags;
    bool written;
} FeedTask;

typedef struct FeedWork {
    const Site *site;
    Outputs *outputs;
    FeedTask *tasks;
    Arena findings[OUTPUT_MAX_JOBS]; /* of each worker: what its diagnostics are made of */
    Arena scratch[OUTPUT_MAX_JOBS];
} FeedWork;

static void write_feed(void *context, size_t i, int worker)
{
    FeedWork *work = context;
    FeedTask *task = &work->tasks[i];
    FeedFiles files;

    task->diags = (Diags){ .arena = &work->findings[worker] };
    task->written = true;
    feed_write_document(&files, work->site, task->channel, task->document, &work->scratch[worker], &task->diags);
    for (size_t f = 0; f < files.len; f++)
        task->written = outputs_put(work->outputs, str_from_offset(files.items[f].path, 1), files.items[f].bytes,
                                    worker, &task->diags)
                        && task->written;
    arena_reset(&work->scratch[worker]);
}

/* The findings live as long as `arena`. */
static bool write_feeds(const Site *site, Outputs *outputs, int jobs, Arena *arena, Diags *diags)
{
    VEC(FeedTask) tasks = { 0 };
    FeedWork *work = ARENA_NEW(arena, FeedWork);
    bool ok = true;

    for (size_t i = 0; i < site->channel_count; i++) {
        FeedPlan plan;
        feed_plan(&plan, site, &site->channels[i], arena);
        for (size_t d = 0; d < plan.document_count; d++)
            vec_push(arena, &tasks, (FeedTask){ .channel = &site->channels[i], .document = &plan.documents[d] });
    }
    *work = (FeedWork){ .site = site, .outputs = outputs, .tasks = tasks.items };
    parallel_for(tasks.len, jobs, write_feed, work, NULL);
    for (size_t i = 0; i < tasks.len; i++) {
        diags_append(diags, &tasks.items[i].diags);
        ok = ok && tasks.items[i].written;
    }
    for (size_t i = 0; i < OUTPUT_MAX_JOBS; i++)
        arena_free(&work->scratch[i]);
    return ok;
}

static void say_what_was_made(const Env *env, const Site *site, Str folder, const OutputCounts *counts)
{
    if (env->quiet)
        return;
    fprintf(env->out, "%zu post%s and %zu page%s in " STR_FMT ": %zu new or changed, %zu unchanged, %zu removed\n",
            site->post_count, site->post_count == 1 ? "" : "s", site->page_count, site->page_count == 1 ? "" : "s",
            STR_ARG(folder), counts->written, counts->unchanged, counts->removed);
}

/* The status of a build whose diagnostics are all in `diags`. */
static int status_of(const Diags *diags, bool written)
{
    if (diags->world > 0)
        return EXIT_WORLD;
    return diags->stops > 0 || !written ? EXIT_CONTENT : EXIT_CLEAN;
}

/* Rendering pages may find what stops them. */
static bool has_stops(const Site *site, Arena *arena)
{
    Diags all = { .arena = arena };
    load_collect(&all, site);
    return all.stops > 0;
}

static bool write_output(const Env *env, const BuildArgs *args, Site *site, Str folder, Arena *arena, Diags *diags)
{
    OutputCounts counts;
    if (!load_check_output(site, folder, diags))
        return false;
    Outputs *outputs = outputs_open(folder, arena, diags);

    if (outputs == NULL)
        return false;
    if (!site_build(site, outputs, env->jobs, env->progress, diags) || (!args->keep_going && has_stops(site, arena))
        || !write_feeds(site, outputs, env->jobs, arena, diags)) {
        outputs_abandon(outputs);
        return false;
    }
    if (!outputs_commit(outputs, &counts, env->jobs, diags))
        return false;
    progress_hide(env->progress_line);
    say_what_was_made(env, site, folder, &counts);
    return true;
}

/* A template at fault takes the posts that need it with it; a configuration at fault takes all. */
static bool has_config_stop(const Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].kind == DIAG_STOP && !str_starts_with(str_from(diags->items[i].rule), STR("liquid-")))
            return true;
    }
    return false;
}

static int build_site(const Env *env, const BuildArgs *args, Site *site, Arena *arena)
{
    Diags all = { .arena = arena };
    Diags writing = { .arena = arena };
    bool written = false;

    site_render_bodies(site, env->jobs, env->progress, NULL);
    load_collect(&all, site);
    bool config_stops = has_config_stop(site->diags);
    if (all.world == 0 && !config_stops && (all.stops == 0 || args->keep_going)) {
        Str folder = args->output.len > 0 ? args->output : path_join(arena, site->home, site->config.output);
        written = write_output(env, args, site, folder, arena, &writing);
        all = (Diags){ .arena = arena };
        load_collect(&all, site);
        diags_append(&all, &writing);
    } else if (all.world == 0) { /* all faults in one go: also those of layouts */
        site_try_pages(site, env->jobs, env->progress);
        all = (Diags){ .arena = arena };
        load_collect(&all, site);
    }
    progress_hide(env->progress_line);
    if (!args->keep_going)
        load_drop_consequences(&all);
    report(env, &all);
    if (!written && all.world > 0)
        fprintf(env->err, "herald: the build was not finished; run it again when this is mended\n");
    else if (!written && all.stops > 0)
        fprintf(env->err, "herald: nothing was written; mend this%s\n",
                config_stops || args->keep_going ? "" : ", or leave these posts out with --keep-going");
    return status_of(&all, written);
}

static int run(const Env *env, const void *args, StrList operands)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Site *site;

    if (operands.len > 0)
        return usage_error(env, "build", "takes no \"" STR_FMT "\": name the site with -C", STR_ARG(operands.items[0]));
    int status = EXIT_USAGE;
    if (load_site(&site, env, &arena, &diags)) {
        status = build_site(env, args, site, &arena);
        site_free(site);
    } else {
        report(env, &diags);
    }
    arena_free(&arena);
    return status;
}

const Command cmd_build = {
    "build",
    "",
    "write the whole site",
    "Checks the site, and writes its pages, feeds, sitemap and assets. A file whose content would not change is left "
    "alone; what an earlier build wrote and this one does not is removed.\n\n"
    "A stopping fault (a post without title, front matter that cannot be read, two posts at one address, ...) leaves "
    "the output as it was, and the exit status is 1.",
    options,
    sizeof(BuildArgs),
    run,
};
