/* cmd/herald/check.c - `herald check`: says what is wrong with a site's sources. */
#include "base/file.h"
#include "check/baseline.h"
#include "check/check.h"
#include "check/report.h"
#include "external.h"
#include "load.h"
#include "progress.h"
#include "publications.h"
#include "site/load.h"
#include "site/page.h"
#include "versions.h"

typedef struct CheckArgs {
    int format;
    Str output;
    StrList also;
    int fail_on; /* 1 more than the Severity; 0 when not given */
    Str baseline, write_baseline;
    bool from_stdin;
    Str stdin_filename;
    Str diff;
    bool external, external_private;
    Str link_cache;
} CheckArgs;

/* The version that the site is compared with, and what is wrong there. */
typedef struct CheckBefore {
    const Versions *versions;
    Site *site; /* NULL: it was none */
    Diags found;
} CheckBefore;

static const char *const fail_on_choices[] = { "as-configured", "info", "warning", "error", "never", NULL };

static const Option options[] = {
    { 'f', "format", OPTION_CHOICE, offsetof(CheckArgs, format), "FORMAT",
      "write findings as text (without this option), jsonl, lines, github, sarif, rdjsonl, gitlab, junit, checkstyle, "
      "markdown, suggestions or gitlab-suggestions",
      report_format_names },
    { 'o', "output", OPTION_STRING, offsetof(CheckArgs, output), "FILE", "write them to a file", NULL },
    { 0, "also", OPTION_LIST, offsetof(CheckArgs, also), "FORMAT=FILE",
      "write them to a file in another format too; may be given more than once", NULL },
    { 0, "fail-on", OPTION_CHOICE, offsetof(CheckArgs, fail_on), "SEVERITY",
      "exit with 1 from info, warning or error on, or never; without it, as the site sets it, else error",
      fail_on_choices },
    { 0, "baseline", OPTION_STRING, offsetof(CheckArgs, baseline), "FILE",
      "leave alone the findings that this file knows", NULL },
    { 0, "write-baseline", OPTION_STRING, offsetof(CheckArgs, write_baseline), "FILE",
      "write a file that knows all findings of now but those that stop a build", NULL },
    { 0, "stdin", OPTION_FLAG, offsetof(CheckArgs, from_stdin), NULL,
      "check the text of standard input, as that of the file of --stdin-filename", NULL },
    { 0, "stdin-filename", OPTION_STRING, offsetof(CheckArgs, stdin_filename), "PATH",
      "where the post of --stdin stands, or will", NULL },
    { 0, "diff", OPTION_STRING, offsetof(CheckArgs, diff), "A...B",
      "name only what the changes from where A and B parted up to B brought; A alone: up to the files as they are",
      NULL },
    { 0, "external", OPTION_FLAG, offsetof(CheckArgs, external), NULL,
      "ask other sites whether they have what posts link to", NULL },
    { 0, "external-private", OPTION_FLAG, offsetof(CheckArgs, external_private), NULL,
      "let --external ask within private networks too", NULL },
    { 0, "link-cache", OPTION_STRING, offsetof(CheckArgs, link_cache), "FILE",
      "where --external keeps what it learned; without it, .herald/links.json in the site's folder", NULL },
    OPTION_END,
};

static bool is_looked_at(const Site *site, const CheckBefore *before, Str path, Arena *scratch)
{
    if (before != NULL && changes_of(&before->versions->changes, site_shown_path(site, path, scratch)) == NULL)
        return false;
    return site_in_scope(site, path);
}

static size_t count_files(const Site *site, const CheckBefore *before)
{
    Arena scratch = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < site->all_count; i++)
        count += is_looked_at(site, before, site->all[i]->post.path, &scratch);
    for (size_t i = 0; i < site->own_page_count; i++)
        count += is_looked_at(site, before, site->pages[i]->path, &scratch);
    arena_free(&scratch);
    return count;
}

/* A further format and its file, as --also names them. */
typedef struct Also {
    ReportPut *put;
    Str path;
} Also;

static bool read_also(Also *out, Str word)
{
    size_t equals = str_find_char(word, '=', 0);
    Str name = str_slice(word, 0, equals);

    *out = (Also){ .path = str_from_offset(word, equals == STR_NONE ? word.len : equals + 1) };
    for (size_t i = 0; report_format_names[i] != NULL; i++) {
        if (str_eq(str_from(report_format_names[i]), name))
            out->put = report_formats[i];
    }
    return out->put != NULL && out->path.len > 0;
}

static void write_report(Str path, ReportPut *put, const Report *report, Diags *failed)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    put(&out, report);
    file_write(path, buf_str(&out), failed);
    arena_free(&arena);
}

/* Every file that was asked for; what cannot be written is told on standard error, and calls for EXIT_WORLD. */
static int write_files(const Env *env, const CheckArgs *args, Report report)
{
    Arena arena = { 0 };
    Diags failed = { .arena = &arena };
    int status;

    report.style = (ReportStyle){ .columns = 80 };
    if (args->output.len > 0)
        write_report(args->output, report_formats[args->format], &report, &failed);
    for (size_t i = 0; i < args->also.len; i++) {
        Also also;
        if (read_also(&also, args->also.items[i]))
            write_report(also.path, also.put, &report, &failed);
    }
    status = diags_status(&failed);
    if (failed.len > 0)
        print_diags(env, env->err, &failed);
    arena_free(&arena);
    return status;
}

static void print_report(const Env *env, ReportPut *put, const Report *report)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    put(&out, report);
    progress_hide(env->progress_line);
    print_text(env->out, buf_str(&out));
    arena_free(&arena);
}

static void print_summary(const Env *env, const Report *report)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    report_put_summary(&out, report);
    fflush(env->out); /* where both go to one terminal, it stands last */
    print_text(env->err, buf_str(&out));
    arena_free(&arena);
}

static int status_of(const Report *report)
{
    if (report->diags->world > 0)
        return EXIT_WORLD;
    for (size_t i = 0; i < report->diags->len; i++) {
        if (report_fails(report, &report->diags->items[i]))
            return EXIT_CONTENT;
    }
    return EXIT_CLEAN;
}

/* Writes a new baseline over the old one, which must be one, and says what became of that. */
static bool renew_baseline(const Env *env, Str path, const Diags *found, Diags *failed)
{
    Buf out = { .arena = failed->arena };
    Baseline old = { .arena = failed->arena }, new;

    if (file_type(path) != FILE_NONE && !baseline_read(&old, path, failed->arena, failed))
        return false;
    baseline_put(&out, found);
    if (!file_write(path, buf_str(&out), failed) || !baseline_read(&new, path, failed->arena, failed))
        return false;
    size_t gone = baseline_count_gone(&old, found);
    Str shown = report_safe(path, failed->arena);
    progress_hide(env->progress_line);
    if (!env->quiet)
        fprintf(env->err, STR_FMT ": %zu findings written, %zu of those it had are gone\n", STR_ARG(shown), new.len,
                gone);
    return true;
}

/* Takes away what is known. False: a file could not be read or written; it is said, and `*status` is what it calls for.
 */
static bool apply_baseline(const Env *env, const CheckArgs *args, Report *report, Diags *found, int *status)
{
    Arena arena = { 0 };
    Diags failed = { .arena = &arena };
    Baseline baseline;
    Str path = args->write_baseline.len > 0 ? args->write_baseline : args->baseline;
    bool ok = args->write_baseline.len == 0 || renew_baseline(env, path, found, &failed);

    if (ok && path.len > 0 && (ok = baseline_read(&baseline, path, &arena, &failed)))
        report->known = baseline_apply(found, &baseline);
    if (!ok) {
        print_diags(env, env->err, &failed);
        *status = failed.world > 0 ? EXIT_WORLD : EXIT_USAGE;
    }
    arena_free(&arena);
    return ok;
}

/* Writes and prints what was asked for: the exit status. */
static int tell(const Env *env, const CheckArgs *args, Report *report, Diags *found)
{
    int status;

    if (!apply_baseline(env, args, report, found, &status))
        return status;
    if (args->output.len == 0)
        print_report(env, report_formats[args->format], report);
    status = write_files(env, args, *report);
    if ((args->format == REPORT_TEXT || args->output.len > 0) && !env->quiet)
        print_summary(env, report);
    int content = status_of(report);
    return status > content ? status : content;
}

/* Where it is to be written is the configuration's doing, so that of a change that leaves that alone nothing is said.
 */
static void check_output(Diags *found, const Site *site, const CheckBefore *before, Arena *arena)
{
    const Changes *changes = before == NULL ? NULL : &before->versions->changes;
    if (changes == NULL || changes_of(changes, STR("herald.yml")) != NULL
        || changes_of(changes, STR("_config.yml")) != NULL)
        load_check_output(site, path_join(arena, site->home, site->config.output), found);
}

/* `before` is NULL where nothing is compared. */
static int report_site(const Env *env, const CheckArgs *args, Site *site, const CheckBefore *before)
{
    Arena arena = { 0 };
    Diags found = { .arena = &arena };
    Site *old = before == NULL ? NULL : before->site;
    const CheckBase base = { old, before == NULL ? NULL : &before->versions->changes };
    ReportChange change = { 0 };

    External external = { env, site, base.changes, args->external_private, args->link_cache };
    CheckFurther further = { external_look, &external };
    const CheckSettings *settings =
        check_site_with(site, old == NULL ? NULL : &base, args->external ? &further : NULL, env->jobs, env->progress);
    check_output(&found, site, before, &arena);
    load_collect(&found, site);
    load_drop_consequences(&found);
    if (before != NULL) {
        change.elsewhere = changes_filter(&found, &before->found, base.changes);
        change.publications = publications_find(site, old, base.changes, &arena);
    }
    Report report = {
        .diags = &found,
        .files = count_files(site, before),
        .change = before == NULL ? NULL : &change,
        .fail_on = args->fail_on > 0 ? args->fail_on - 1 : settings->fail_on,
        .prefix = before == NULL ? load_prefix(site, &arena) : before->versions->prefix,
        .now_unix_s = env->now_unix_s,
        .style = { .columns = env->columns, .color = env->color },
    };
    int status = tell(env, args, &report, &found);
    arena_free(&arena);
    return status;
}

static int check_versions(const CheckArgs *args, const Versions *versions, Arena *arena)
{
    Diags diags = { .arena = arena }, old_diags = { .arena = arena };
    CheckBefore before = { .versions = versions, .found = { .arena = arena } };
    const Env *env = &versions->head_env;
    Site *old = NULL, *site;
    int status = EXIT_USAGE;

    if (versions->has_base && load_site(&old, &versions->base_env, arena, &old_diags)) {
        check_site(old, env->jobs, env->progress);
        load_collect(&before.found, old);
        before.site = old;
    }
    if (load_site_for(&site, env, versions->paths, arena, &diags)) {
        status = report_site(env, args, site, &before);
        site_free(site);
    } else {
        print_diags(env, env->err, &diags);
    }
    if (old != NULL)
        site_free(old);
    return status;
}

static int check_diff(const Env *env, const CheckArgs *args, StrList paths, Arena *arena)
{
    Versions versions;
    int status = versions_open(&versions, env, args->diff, paths, arena);
    if (status == EXIT_CLEAN)
        status = check_versions(args, &versions, arena);
    versions_close(&versions);
    return status;
}

/* What the options do not take together, or at all; NULL when all is well. */
static const char *find_misuse(const CheckArgs *args, StrList paths)
{
    bool writes = args->write_baseline.len > 0;
    const struct Misuse {
        bool found;
        const char *advice;
    } misuses[] = {
        { args->from_stdin != (args->stdin_filename.len > 0), "--stdin and --stdin-filename go together" },
        { args->from_stdin && paths.len > 0, "--stdin takes no PATH beside that of --stdin-filename" },
        { writes && (args->from_stdin || paths.len > 0),
          "--write-baseline looks at the whole site, and takes no PATH" },
        { args->diff.len > 0 && (args->from_stdin || writes),
          "--diff looks at whole versions of a site, without --stdin and --write-baseline" },
        { writes && args->baseline.len > 0, "--write-baseline and --baseline do not go together" },
        { !args->external && (args->external_private || args->link_cache.len > 0),
          "--external-private and --link-cache go with --external" },
    };

    for (size_t i = 0; i < args->also.len; i++) {
        Also also;
        if (!read_also(&also, args->also.items[i]))
            return "--also takes FORMAT=FILE, as sarif=herald.sarif";
    }
    for (size_t i = 0; i < sizeof(misuses) / sizeof(misuses[0]); i++) {
        if (misuses[i].found)
            return misuses[i].advice;
    }
    return NULL;
}

static int check_now(const Env *env, const CheckArgs *args, StrList paths, Arena *arena)
{
    Diags diags = { .arena = arena };
    Site *site;
    bool loaded;

    if (args->from_stdin) {
        paths = (StrList){ &args->stdin_filename, 1 };
        loaded = load_site_text(&site, env, args->stdin_filename, read_stdin(arena), arena, &diags);
    } else {
        loaded = load_site_for(&site, env, paths, arena, &diags);
    }
    if (!loaded) {
        print_diags(env, env->err, &diags);
        return EXIT_USAGE;
    }
    int status = report_site(env, args, site, NULL);
    site_free(site);
    return status;
}

static int check_run(const Env *env, const void *args, StrList paths)
{
    Arena arena = { 0 };
    CheckArgs check = *(const CheckArgs *)args;
    const char *misuse = find_misuse(&check, paths);

    if (misuse != NULL)
        return usage_error(env, "check", "%s", misuse);
    if (check.external && check.link_cache.len == 0) /* of the site itself, not of a version of it elsewhere */
        check.link_cache = path_join(&arena, load_home(env, paths, &arena), STR(".herald/links.json"));
    int status = check.diff.len > 0 ? check_diff(env, &check, paths, &arena) : check_now(env, &check, paths, &arena);
    arena_free(&arena);
    return status;
}

const Command cmd_check = {
    .name = "check",
    .operands = "[PATH...]",
    .summary = "say what is wrong with a site's sources",
    .description =
        "Reads the configuration and every announcement, and names each fault with its file, line and column, its "
        "rule, and what to write instead. With PATHs, files or folders, only what is wrong there and in the "
        "configuration is "
        "named. Findings go to standard output, the number of them to standard error.\n\n"
        "Formats are text for people; lines, one for each finding, for editors and problem matchers; github, "
        "annotations of GitHub Actions; sarif, SARIF 2.1.0 for code scanning; "
        "rdjsonl for reviewdog; gitlab, Code Quality; junit and checkstyle in XML; markdown, a summary; suggestions "
        "and "
        "gitlab-suggestions, the fixes as review comments in JSON; and jsonl, JSON Lines.\n\n"
        "With --diff only what a change brought is named: what is wrong on the lines that it touched and in files that "
        "it "
        "added or gave another name; what it broke elsewhere, as a link to a page that it took away; and what it does "
        "to "
        "what is published already: another address, feed id or date, a post that goes. All else is only counted. "
        "A...B "
        "are the changes from where A and B parted up to B, A..B those from A to B, and A alone those up to the files "
        "as "
        "they lie there. The formats text and markdown end with what is published: address, feeds and digests of each "
        "post. git must be installed.\n\n"
        "What is wrong from which severity on makes it fail, which rules are silent or milder, and which keys every "
        "post must have, is set under check: in the configuration; a comment <!-- herald-ignore RULE --> in a post "
        "silences a rule there.\n\n"
        "An old site begins with --write-baseline: with --baseline and that file, later runs name only what is new. A "
        "finding stays known when lines move, as long as its own line stays the same.\n\n"
        "The network is left alone, but with --external: then other sites are asked whether they have what the posts "
        "link to: those of the PATHs, with --diff those on changed lines, else all. Each address is asked for once, of "
        "each site two at a time, and what was "
        "good is not asked for again for a week: .herald/links.json remembers it, and when each link was good for the "
        "last time. What fails only now is a warning. Addresses within private networks are never asked for, unless "
        "--external-private says so.\n\n"
        "In JSON Lines each finding is an object with file, line, column, end_line, end_column, severity (error, "
        "warning "
        "or info), rule, code and message, and where there are such, hint and fix. Lines and columns count from 1, "
        "columns in Unicode characters; an end is exclusive.\n\n"
        "  herald check\n"
        "  herald check --format=jsonl posts/2024-08-06-example-joins.md\n"
        "  herald check --diff origin/main...HEAD\n"
        "  herald check --format=github --also markdown=summary.md\n"
        "  herald check --external posts/2024-08-06-example-joins.md\n"
        "  herald check --stdin --stdin-filename=posts/new.md <draft.md",
    .options = options,
    .args_size = sizeof(CheckArgs),
    .run = check_run,
};
