/* cmd/herald/versions.c */
#include "versions.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "load.h"

/* A folder below the temporary one, or "" after saying what is wrong. */
static Str make_temporary(Versions *versions, const Env *env)
{
    const char *folder = getenv("TMPDIR");
    Str parent = str_from(folder == NULL || folder[0] == '\0' ? "/tmp" : folder);
    Str pattern = path_join(versions->arena, parent, STR("herald-XXXXXX"));
    Diags diags = { .arena = versions->arena };
    char *path = arena_alloc(versions->arena, pattern.len + 1);

    memcpy(path, pattern.data, pattern.len);
    if (mkdtemp(path) == NULL) {
        diag_world(&diags, parent, errno, "no folder can be made in it");
        print_diags(env, env->err, &diags);
        return (Str){ NULL, 0 };
    }
    vec_push(versions->arena, &versions->made, (Str){ path, pattern.len });
    return (Str){ path, pattern.len };
}

/* The same path in another folder, where there is such a file; else as it was. */
static StrList move_paths(StrList paths, Str home, Str folder, Arena *arena)
{
    Str *moved = ARENA_ARRAY(arena, Str, paths.len);

    for (size_t i = 0; i < paths.len; i++) {
        Str below;
        moved[i] = paths.items[i];
        if (load_path_below(&below, home, paths.items[i], arena))
            moved[i] = path_join(arena, folder, below);
    }
    return (StrList){ moved, paths.len };
}

static bool is_site(const Env *env)
{
    Arena scratch = { 0 };
    bool is = load_is_root(env->site, &scratch) || env->configs.len > 0;
    arena_free(&scratch);
    return is;
}

/* Writes a version of the site, and gives what is to be asked for it. */
static int write_version(Versions *versions, Env *out, const Env *env, const GitRange *range, Str commit)
{
    Str folder = make_temporary(versions, env);

    *out = *env;
    out->site = folder;
    out->configs = move_paths(env->configs, range->folder, folder, versions->arena);
    return folder.len == 0 ? EXIT_WORLD : git_write_tree(&versions->made, env, range, commit, folder, versions->arena);
}

int versions_open(Versions *out, const Env *env, Str range, StrList paths, Arena *arena)
{
    GitRange git;
    Str home = load_home(env, paths, arena);

    *out = (Versions){ .head_env = *env, .paths = paths, .arena = arena };
    int status = git_range_read(&git, env, home, range, arena);
    if (status == EXIT_CLEAN)
        status = git_changes(&out->changes, env, &git, arena);
    if (status == EXIT_CLEAN)
        status = write_version(out, &out->base_env, env, &git, git.base);
    if (status == EXIT_CLEAN && !git.in_place) {
        status = write_version(out, &out->head_env, env, &git, git.head);
        out->paths = move_paths(paths, home, out->head_env.site, arena);
    }
    out->prefix = str_slice(git.prefix, 0, git.prefix.len > 0 ? git.prefix.len - 1 : 0);
    out->has_base = status == EXIT_CLEAN && is_site(&out->base_env);
    return status;
}

void versions_close(Versions *versions)
{
    for (size_t i = versions->made.len; i > 0; i--)
        remove(arena_cstr(versions->arena, versions->made.items[i - 1]));
}
