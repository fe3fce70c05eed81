/* lib/site/output.c */
#include "site/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/parallel.h"

typedef struct Staged {
    Str path;   /* below the folder */
    Str staged; /* the file that waits, or "" when it is in place already */
} Staged;

typedef struct Share { /* one worker's */
    Arena arena;
    VEC(Staged) files;
    size_t written;
    uint64_t bytes;
    char padding[64]; /* workers do not share a cache line */
} Share;

struct Outputs {
    Str folder, stage;
    Arena *arena;
    atomic_bool failed; /* one failure of the disk is enough: it is told once */
    Share shares[OUTPUT_MAX_JOBS];
};

static const Str none = { NULL, 0 };
static const Str manifest_name = STR_INIT(".herald-manifest");

/* What a build that was killed has left. */
static void clear_stage(Str stage, Arena *arena)
{
    Diags ignored = { .arena = arena };
    StrList files;
    if (!file_list(&files, stage, arena, &ignored))
        return;
    for (size_t i = 0; i < files.len; i++)
        unlink(arena_cstr(arena, path_join(arena, stage, files.items[i])));
}

Outputs *outputs_open(Str folder, Arena *arena, Diags *diags)
{
    Outputs *outputs = ARENA_NEW(arena, Outputs);
    outputs->folder = folder;
    outputs->arena = arena;
    outputs->stage = path_join(arena, folder, STR(".herald-stage"));
    if (!file_make_folders(outputs->stage, diags))
        return NULL;
    clear_stage(outputs->stage, arena);
    return outputs;
}

/* What fails is the file that people know, not the one that waits. */
static bool stage(Outputs *outputs, const Staged *file, Str bytes, Str target, Arena *arena, Diags *diags)
{
    Diags trial = { .arena = arena };
    if (atomic_load(&outputs->failed))
        return false;
    if (file_write_new(file->staged, bytes, &trial))
        return true;
    if (atomic_exchange(&outputs->failed, true))
        return false;
    return diag_world(diags, target, 0, STR_FMT, STR_ARG(trial.items[0].message));
}

bool outputs_put(Outputs *outputs, Str path, Str bytes, int worker, Diags *diags)
{
    Share *share = &outputs->shares[worker];
    Staged file = { .path = arena_copy(&share->arena, path) };
    Str target = path_join(&share->arena, outputs->folder, path);

    share->bytes += bytes.len;
    if (!file_has_bytes(target, bytes)) {
        file.staged = arena_format(&share->arena, STR_FMT "/%d-%zu", STR_ARG(outputs->stage), worker, share->written++);
        if (!stage(outputs, &file, bytes, target, &share->arena, diags))
            return false;
    }
    vec_push(&share->arena, &share->files, file);
    return true;
}

typedef struct MoveWork {
    const Outputs *outputs;
    const Staged *files;
    Arena scratch[OUTPUT_MAX_JOBS];
    Diags diags[OUTPUT_MAX_JOBS];
} MoveWork;

static void move_one(void *context, size_t i, int worker)
{
    MoveWork *work = context;
    const Staged *file = &work->files[i];
    if (file->staged.len == 0 || work->diags[worker].world > 0)
        return;
    Arena *scratch = &work->scratch[worker];
    work->diags[worker].arena = scratch;
    file_move(file->staged, path_join(scratch, work->outputs->folder, file->path), &work->diags[worker]);
}

static bool move_all(Outputs *outputs, const Staged *files, size_t count, int jobs, Diags *diags)
{
    MoveWork *work = ARENA_NEW(outputs->arena, MoveWork);
    bool ok = true;

    work->outputs = outputs;
    work->files = files;
    parallel_for(count, jobs, move_one, work, NULL);
    for (int i = 0; i < OUTPUT_MAX_JOBS; i++) {
        for (size_t d = 0; d < work->diags[i].len; d++)
            ok = diag_world(diags, work->diags[i].items[d].path, 0, STR_FMT, STR_ARG(work->diags[i].items[d].message));
        arena_free(&work->scratch[i]);
    }
    return ok;
}

static int by_path(const void *left, const void *right)
{
    return str_cmp(((const Staged *)left)->path, ((const Staged *)right)->path);
}

typedef VEC(Staged) AllFiles;

/* All outputs by path. */
static AllFiles collect(Outputs *outputs, OutputCounts *counts)
{
    AllFiles all = { 0 };

    for (size_t s = 0; s < OUTPUT_MAX_JOBS; s++) {
        const Share *share = &outputs->shares[s];
        counts->bytes += share->bytes;
        counts->written += share->written;
        counts->unchanged += share->files.len - share->written;
        for (size_t i = 0; i < share->files.len; i++)
            vec_push(outputs->arena, &all, share->files.items[i]);
    }
    if (all.len > 1)
        qsort(all.items, all.len, sizeof(Staged), by_path);
    return all;
}

/* Two posts or pages at one address are told with their places; what is left are feeds, assets and the like. */
static bool has_twins(const AllFiles *all, Diags *diags)
{
    bool found = false;
    for (size_t i = 1; i < all->len; i++) {
        if (!str_eq(all->items[i - 1].path, all->items[i].path))
            continue;
        diag_stop(diags, "url-collision", (Span){ 0 }, "two outputs have the path " STR_FMT,
                  STR_ARG(all->items[i].path));
        diag_hint(diags, "rename the file, or give the page or feed another path");
        found = true;
    }
    return found;
}

/* "feeds/n.atom" as a file and as the folder of another output cannot both be. */
static bool has_file_as_folder(const AllFiles *all, const Map *names, Diags *diags)
{
    bool found = false;
    for (size_t i = 0; i < all->len; i++) {
        for (Str folder = path_folder(all->items[i].path); folder.len > 0; folder = path_folder(folder)) {
            if (!map_has(names, folder))
                continue;
            diag_stop(diags, "url-collision", (Span){ 0 }, "the output " STR_FMT " stands in the way of " STR_FMT,
                      STR_ARG(folder), STR_ARG(all->items[i].path));
            diag_hint(diags, "give the page or post another permalink");
            found = true;
        }
    }
    return found;
}

/* The names of all outputs, one a line. */
static Str manifest_of(Outputs *outputs, const AllFiles *all, Map *names)
{
    Buf text = { .arena = outputs->arena };
    for (size_t i = 0; i < all->len; i++) {
        map_put(names, all->items[i].path, outputs);
        buf_put(&text, all->items[i].path);
        buf_put_char(&text, '\n');
    }
    return buf_str(&text);
}

static void remove_empty_folders(Outputs *outputs, Str path)
{
    for (Str folder = path_folder(path); folder.len > 0; folder = path_folder(folder)) {
        if (rmdir(arena_cstr(outputs->arena, path_join(outputs->arena, outputs->folder, folder))) != 0)
            return;
    }
}

/* Only what an earlier build says it wrote is ever taken away. */
static void remove_stale(Outputs *outputs, Str old_manifest, const Map *names, OutputCounts *counts)
{
    Str rest = old_manifest;
    Str clean;

    for (Str path; str_split(&path, &rest, '\n');) {
        if (path.len == 0 || map_has(names, path) || !path_clean(&clean, path, outputs->arena))
            continue;
        if (unlink(arena_cstr(outputs->arena, path_join(outputs->arena, outputs->folder, clean))) == 0)
            counts->removed++;
        remove_empty_folders(outputs, clean);
    }
}

static Str read_manifest(Outputs *outputs, Str path)
{
    Diags ignored = { .arena = outputs->arena };
    Str text = none;
    if (file_type(path) == FILE_REGULAR)
        file_read(&text, path, outputs->arena, &ignored);
    return text;
}

bool outputs_commit(Outputs *outputs, OutputCounts *counts, int jobs, Diags *diags)
{
    Map names = { .arena = outputs->arena };
    Str manifest_path = path_join(outputs->arena, outputs->folder, manifest_name);
    Str old = read_manifest(outputs, manifest_path);

    *counts = (OutputCounts){ 0 };
    AllFiles all = collect(outputs, counts);
    Str manifest = manifest_of(outputs, &all, &names);
    bool ok = !has_twins(&all, diags) && !has_file_as_folder(&all, &names, diags)
              && move_all(outputs, all.items, all.len, jobs, diags);
    if (ok)
        remove_stale(outputs, old, &names, counts);
    if (ok && !str_eq(old, manifest))
        ok = file_write(manifest_path, manifest, diags);
    outputs_abandon(outputs);
    return ok;
}

void outputs_abandon(Outputs *outputs)
{
    const char *stage = arena_cstr(outputs->arena, outputs->stage);
    bool empty = rmdir(stage) == 0;

    for (size_t s = 0; s < OUTPUT_MAX_JOBS; s++) {
        Share *share = &outputs->shares[s];
        for (size_t i = 0; !empty && i < share->written; i++)
            unlink(arena_cstr(&share->arena, arena_format(&share->arena, "%s/%zu-%zu", stage, s, i)));
        arena_free(&share->arena);
    }
    if (!empty)
        rmdir(stage);
}
