/* cmd/herald/git.c - only plumbing, and what would make it act otherwise than we read it is switched off. */
#include "git.h"

#include "git_parts.h"

static const Str none = { NULL, 0 };

bool git_try(ProcessResult *out, const GitCall *call, Arena *arena, int *error_number)
{
    /* no locks taken, no questions asked, messages that we know */
    static const char *const settings[] = { "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
                                            "GIT_LITERAL_PATHSPECS=1", NULL };
    VEC(const char *) words = { 0 };

    vec_push(arena, &words, "git");
    vec_push(arena, &words, "-C");
    vec_push(arena, &words, arena_cstr(arena, call->folder.len == 0 ? STR(".") : call->folder));
    for (size_t i = 0; call->words[i] != NULL; i++)
        vec_push(arena, &words, call->words[i]);
    vec_push(arena, &words, NULL);
    Process process = { .words = words.items, .settings = settings, .input = call->input };
    return process_run(out, &process, arena, error_number);
}

int git_failed(const Env *env, const ProcessResult *result, int error_number)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Str rest = str_trim(result->err), line = none;

    if (error_number != 0) {
        diag_world(&diags, none, error_number, "git cannot be run");
        diag_hint(&diags, "--diff asks it what was changed: install git, so that it is found along PATH");
    } else {
        str_split(&line, &rest, '\n');
        diag_world(&diags, none, 0, "git failed: " STR_FMT, STR_ARG(line));
    }
    print_diags(env, env->err, &diags);
    arena_free(&arena);
    return EXIT_WORLD;
}

int git_ask(Str *out, const Env *env, const GitCall *call, Arena *arena)
{
    ProcessResult result;
    int error_number;
    bool run = git_try(&result, call, arena, &error_number);

    *out = result.out;
    return run && result.status == 0 ? EXIT_CLEAN : git_failed(env, &result, error_number);
}

/* --- the range ---------------------------------------------------------------------------------------------------- */

static int find_repository(GitRange *range, const Env *env, Arena *arena)
{
    static const char *const words[] = { "rev-parse", "--show-prefix", "--is-shallow-repository", NULL };
    GitCall call = { .folder = range->folder, .words = words };
    ProcessResult result;
    int error_number;

    if (!git_try(&result, &call, arena, &error_number))
        return git_failed(env, &result, error_number);
    if (result.status != 0 && str_contains(result.err, STR("not a git repository")))
        return usage_error(env, "check", "--diff: the site is in no repository of git");
    if (result.status != 0)
        return git_failed(env, &result, 0);
    Str lines = str_trim_right(result.out);
    size_t last = str_find_last_char(lines, '\n');
    range->prefix = last == STR_NONE ? none : str_slice(lines, 0, last);
    range->shallow = str_ends_with(lines, STR("true"));
    return EXIT_CLEAN;
}

/* What helps where history was cut off. */
static const char *advice(const GitRange *range)
{
    return range->shallow ? "; this clone has only a part of its history: run \"git fetch --unshallow\", or set "
                            "\"fetch-depth: 0\" for actions/checkout (for GitLab: \"GIT_DEPTH: 0\")"
                          : "; run \"git fetch\" where it is new elsewhere";
}

/* The commit that a name stands for. */
static int resolve(Str *commit, const Env *env, const GitRange *range, Str name, Arena *arena)
{
    Str object = arena_join(arena, name.len == 0 ? STR("HEAD") : name, STR("^{commit}"), none);
    const char *words[] = { "rev-parse", "--verify", "--quiet", arena_cstr(arena, object), NULL };
    GitCall call = { .folder = range->folder, .words = words };
    ProcessResult result = { 0 };
    int error_number = 0;
    bool sane = str_at(name, 0) != '-' && str_find_char(name, '\0', 0) == STR_NONE;

    if (sane && !git_try(&result, &call, arena, &error_number))
        return git_failed(env, &result, error_number);
    *commit = str_trim(result.out);
    if (result.status == 0 && commit->len > 0)
        return EXIT_CLEAN;
    return usage_error(env, "check", "--diff: git knows no revision \"" STR_FMT "\"%s", STR_ARG(name), advice(range));
}

static int find_merge_base(Str *out, const Env *env, const GitRange *range, Str a, Str b, Arena *arena)
{
    const char *words[] = { "merge-base", arena_cstr(arena, a), arena_cstr(arena, b), NULL };
    GitCall call = { .folder = range->folder, .words = words };
    ProcessResult result;
    int error_number;

    if (!git_try(&result, &call, arena, &error_number) || result.status > 1)
        return git_failed(env, &result, error_number);
    *out = str_trim(result.out);
    if (out->len > 0)
        return EXIT_CLEAN;
    usage_error(env, "check", "--diff: git finds no commit where the two parted%s",
                range->shallow ? advice(range) : "; write A..B to compare them as they are");
    return range->shallow ? EXIT_WORLD : EXIT_USAGE;
}

/* Whether the files of the site lie there as the new version has them, and no others. */
static int find_place(GitRange *range, const Env *env, Str name, Arena *arena)
{
    static const char *const words[] = { "status", "--porcelain", "-z", "--untracked-files=normal", "--", ".", NULL };
    GitCall call = { .folder = range->folder, .words = words };
    bool is_head = name.len == 0 || str_eq(name, STR("HEAD"));
    Str head = range->head, changed;

    int status = is_head ? EXIT_CLEAN : resolve(&head, env, range, STR("HEAD"), arena);
    if (status != EXIT_CLEAN || !str_eq(head, range->head))
        return status;
    status = git_ask(&changed, env, &call, arena);
    range->in_place = status == EXIT_CLEAN && changed.len == 0;
    return status;
}

/* The words of the range: "A...B" is `parted`, and A alone has no B. */
typedef struct RangeWords {
    Str a, b;
    bool parted, has_b;
} RangeWords;

static RangeWords split_range(Str range)
{
    size_t dots = str_find(range, STR("..."), 0);
    if (dots != STR_NONE)
        return (RangeWords){ str_slice(range, 0, dots), str_from_offset(range, dots + 3), true, true };
    dots = str_find(range, STR(".."), 0);
    if (dots != STR_NONE)
        return (RangeWords){ str_slice(range, 0, dots), str_from_offset(range, dots + 2), false, true };
    return (RangeWords){ .a = range, .parted = true };
}

int git_range_read(GitRange *out, const Env *env, Str folder, Str range, Arena *arena)
{
    RangeWords words = split_range(range);
    Str b = none;

    *out = (GitRange){ .folder = folder, .in_place = !words.has_b };
    int status = find_repository(out, env, arena);
    if (status == EXIT_CLEAN)
        status = resolve(&out->base, env, out, words.a, arena);
    if (status == EXIT_CLEAN)
        status = resolve(&b, env, out, words.b, arena);
    if (status == EXIT_CLEAN && words.parted)
        status = find_merge_base(&out->base, env, out, out->base, b, arena);
    if (status != EXIT_CLEAN || !words.has_b)
        return status;
    out->head = b;
    return find_place(out, env, words.b, arena);
}
