/* cmd/herald/fix.c - `herald fix`: makes the repairs that findings carry. */
#include "check/fix.h"

#include "base/file.h"
#include "check/check.h"
#include "check/linediff.h"
#include "check/report.h"
#include "load.h"
#include "progress.h"
#include "site/page.h"

enum { MAX_ROUNDS = 30 }; /* a repair may uncover another, as a fence in its place uncovers what is behind it */

typedef struct FixArgs {
    bool unsafe, diff;
    StrList rules;
} FixArgs;

static const Option options[] = {
    { 0, "unsafe", OPTION_FLAG, offsetof(FixArgs, unsafe), NULL,
      "make also repairs that may change what the author meant", NULL },
    { 0, "diff", OPTION_FLAG, offsetof(FixArgs, diff), NULL, "show what would change, and change nothing", NULL },
    { 0, "rule", OPTION_LIST, offsetof(FixArgs, rules), "RULE",
      "make repairs of this rule alone, by its name, code or group; may be given more than once", NULL },
    OPTION_END,
};

/* A post or page on its way. */
typedef struct FixedFile {
    Str path; /* as the site has it */
    Str shown;
    Str original, before, text;     /* of the disk, of the last round, of this one */
    size_t errors;                  /* before the last round */
    bool changed, frozen;           /* in the last round; a repair made it worse, so it is left alone */
    Buf told;                       /* its repairs, a line for each */
    size_t repairs;                 /* in it */
    size_t last_told, last_repairs; /* of these two, what was there before the last round */
} FixedFile;

typedef struct Fixer {
    const Env *env;
    const FixArgs *args;
    StrList paths;
    FixChoice choice;
    Map files; /* by path, to FixedFile */
    VEC(Overlay) overlays;
    size_t unread, left, unsafe_left; /* files that cannot be read; findings, and repairs not asked for, at the end */
    Arena *arena;
} Fixer;

static FixedFile *file_of(Fixer *fixer, const Site *site, Str path, const Source *source)
{
    void **slot = map_at(&fixer->files, arena_copy(fixer->arena, path));
    if (*slot == NULL) {
        FixedFile *file = ARENA_NEW(fixer->arena, FixedFile);
        file->path = arena_copy(fixer->arena, path);
        file->shown = arena_copy(fixer->arena, site_shown_path(site, path, fixer->arena));
        file->original = arena_copy(fixer->arena, source->text);
        file->text = file->before = file->original;
        file->told.arena = fixer->arena;
        *slot = file;
    }
    return *slot;
}

static void tell(FixedFile *file, const Source *source, const Diag *diag)
{
    Place place = source_place(source, diag->fix.span.start);
    buf_put_format(&file->told, STR_FMT ":%u:%u: fixed: ", STR_ARG(source->path), place.line, place.column);
    report_put_safe(&file->told, diag->message);
    buf_put_format(&file->told, " [%s %s]\n", report_code(diag), diag->rule);
}

/* Front matter that cannot be read is mended only by what makes it readable; all else there is guessing. */
static bool is_readable(const Diags *diags)
{
    static const char *const rules[] = { "not-utf8", "nul-byte", "control-char" };
    for (size_t i = 0; i < diags->len; i++) {
        for (size_t r = 0; r < sizeof(rules) / sizeof(rules[0]); r++) {
            if (strcmp(diags->items[i].rule, rules[r]) == 0)
                return false;
        }
    }
    return true;
}

static void count_left(Fixer *fixer, const Source *source, const Diags *diags)
{
    FixChoice unsafe = fixer->choice;
    unsafe.unsafe = true;
    fixer->left += diags->len;
    for (size_t i = 0; i < diags->len; i++)
        fixer->unsafe_left += fix_is_wanted(&diags->items[i], source, &unsafe);
}

/* Gives whether anything changed. */
static bool fix_one(Fixer *fixer, const Site *site, Str path, const Source *source, bool parsed, const Diags *diags)
{
    Arena scratch = { 0 };
    bool safe_only = !fixer->choice.unsafe;

    if (source == NULL || !site_in_scope(site, path)) {
        arena_free(&scratch);
        return false;
    }
    FixedFile *file = file_of(fixer, site, path, source);
    if (file->changed && diags->errors > file->errors) {
        file->text = file->before;
        file->told.len = file->last_told;
        file->repairs = file->last_repairs;
        file->changed = false;
        file->frozen = true;
        arena_free(&scratch);
        return true;
    }
    file->changed = false;
    bool *made = ARENA_ARRAY(&scratch, bool, diags->len);
    Buf out = { .arena = fixer->arena };
    file->last_told = file->told.len;
    file->last_repairs = file->repairs;
    bool can = is_readable(diags) && (parsed || !safe_only) && !file->frozen;
    size_t count = can ? fix_apply(&out, source, diags, &fixer->choice, made, &scratch) : 0;
    for (size_t i = 0; count > 0 && i < diags->len; i++) {
        if (made[i])
            tell(file, source, &diags->items[i]);
    }
    if (count > 0) {
        file->before = file->text;
        file->text = buf_str(&out);
        file->errors = diags->errors;
        file->changed = true;
        file->repairs += count;
    } else {
        fixer->unread += !is_readable(diags) || !parsed;
        count_left(fixer, source, diags);
    }
    arena_free(&scratch);
    return count > 0;
}

static bool fix_files(Fixer *fixer, const Site *site)
{
    bool changed = false;
    fixer->unread = fixer->left = fixer->unsafe_left = 0;
    for (size_t i = 0; i < site->all_count; i++) {
        const SitePost *post = site->all[i];
        bool parsed = post->post.front_matter != NULL;
        changed |= fix_one(fixer, site, post->post.path, post->post.source, parsed, &post->diags);
    }
    for (size_t i = 0; i < site->own_page_count; i++) {
        const SitePage *page = site->pages[i];
        changed |= fix_one(fixer, site, page->path, page->source, page->front_matter != NULL, &page->diags);
    }
    return changed;
}

static void lay_over(Fixer *fixer)
{
    fixer->overlays.len = 0;
    for (size_t i = 0; i < fixer->files.len; i++) {
        const FixedFile *file = fixer->files.entries[i].value;
        if (!str_eq(file->text, file->original))
            vec_push(fixer->arena, &fixer->overlays, (Overlay){ file->path, file->text });
    }
}

/* One round: false when nothing more is to be done, or there is no site. */
static bool fix_round(Fixer *fixer, Str *root, bool *found)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Site *site;
    bool changed = false;

    *found =
        load_site_with(&site, fixer->env, fixer->paths, fixer->overlays.items, fixer->overlays.len, &arena, &diags);
    if (*found) {
        check_site(site, fixer->env->jobs, fixer->env->progress);
        *root = arena_copy(fixer->arena, site->root);
        changed = fix_files(fixer, site);
        site_free(site);
    } else {
        print_diags(fixer->env, fixer->env->err, &diags);
    }
    arena_free(&arena);
    return changed;
}

static bool write_files(Fixer *fixer, Str root, size_t *repairs, size_t *files)
{
    Diags failed = { .arena = fixer->arena };
    Buf out = { .arena = fixer->arena };

    for (size_t i = 0; i < fixer->files.len; i++) {
        const FixedFile *file = fixer->files.entries[i].value;
        if (str_eq(file->text, file->original))
            continue;
        *repairs += file->repairs;
        (*files)++;
        if (fixer->args->diff)
            linediff_put(&out, file->shown, file->original, file->text, fixer->arena);
        else if (file_write(path_join(fixer->arena, root, file->path), file->text, &failed))
            buf_put(&out, buf_str(&file->told));
    }
    print_text(fixer->env->out, buf_str(&out));
    if (failed.len > 0)
        print_diags(fixer->env, fixer->env->err, &failed);
    return failed.len == 0;
}

static void print_summary(const Fixer *fixer, size_t repairs, size_t files)
{
    Buf line = { .arena = fixer->arena };

    buf_put_format(&line, "%zu %s in %zu %s", repairs, repairs == 1 ? "repair" : "repairs", files,
                   files == 1 ? "file" : "files");
    buf_put_cstr(&line, fixer->args->diff ? " to be made" : "");
    if (!fixer->args->unsafe && fixer->unsafe_left > 0)
        buf_put_format(&line, ", %zu more with --unsafe", fixer->unsafe_left);
    if (fixer->left > 0)
        buf_put_format(&line, ", %zu %s left", fixer->left, fixer->left == 1 ? "finding" : "findings");
    if (fixer->unread > 0)
        buf_put_format(&line, "; %zu %s cannot be read and %s not touched", fixer->unread,
                       fixer->unread == 1 ? "file" : "files", fixer->unread == 1 ? "was" : "were");
    buf_put_char(&line, '\n');
    fflush(fixer->env->out); /* where both go to one terminal, it stands last */
    print_text(fixer->env->err, buf_str(&line));
}

static int run(Fixer *fixer)
{
    Str root = { NULL, 0 };
    size_t repairs = 0, files = 0;
    bool found = false;

    for (int round = 0; round < MAX_ROUNDS && fix_round(fixer, &root, &found); round++)
        lay_over(fixer);
    if (!found)
        return EXIT_USAGE;
    progress_hide(fixer->env->progress_line);
    if (!write_files(fixer, root, &repairs, &files))
        return EXIT_WORLD;
    if (!fixer->env->quiet)
        print_summary(fixer, repairs, files);
    return fixer->unread > 0 ? EXIT_CONTENT : EXIT_CLEAN;
}

static int fix_run(const Env *env, const void *args, StrList paths)
{
    Arena arena = { 0 };
    const FixArgs *fix = args;
    Fixer fixer = {
        .env = env,
        .args = fix,
        .paths = paths,
        .choice = { .unsafe = fix->unsafe, .rules = { .arena = &arena } },
        .files = { .arena = &arena },
        .arena = &arena,
    };
    int status = EXIT_USAGE;
    bool known = true;

    for (size_t i = 0; i < fix->rules.len && known; i++) {
        known = rule_set_add(&fixer.choice.rules, fix->rules.items[i]);
        if (!known)
            status = usage_error(env, "fix", "there is no rule \"" STR_FMT "\"; herald rules lists them",
                                 STR_ARG(fix->rules.items[i]));
    }
    if (known)
        status = run(&fixer);
    arena_free(&arena);
    return status;
}

const Command cmd_fix = {
    .name = "fix",
    .operands = "[PATH...]",
    .summary = "mend what check finds and can be mended by itself",
    .description =
        "Makes the repairs that herald check knows, in the files themselves: a date in canonical form, a line end at "
        "the "
        "end of the file, blanks that nobody sees. Every other byte stays as it is: comments, quotes, line ends. A "
        "second run changes nothing. With PATHs, files or folders, only those are mended.\n\n"
        "Without options only what cannot change the meaning is done. With --unsafe also what is most probably meant: "
        "a misspelt tag or author, a missing fence, a key with a slip. Look at it with --diff first, whose output "
        "patch "
        "and git apply take.\n\n"
        "A file whose front matter cannot be read is left alone, unless --unsafe can mend just that; one that cannot "
        "is "
        "said to be untouched, and the exit status is 1.\n\n"
        "  herald fix --diff\n"
        "  herald fix posts/2024-08-06-example-joins.md\n"
        "  herald fix --unsafe --rule tag-typo",
    .options = options,
    .args_size = sizeof(FixArgs),
    .run = fix_run,
};
