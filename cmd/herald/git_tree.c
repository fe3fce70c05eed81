/* cmd/herald/git_tree.c - what was changed, and the files of a commit. */
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "git_parts.h"

int git_changes(Changes *out, const Env *env, const GitRange *range, Arena *arena)
{
    const char *base = arena_cstr(arena, range->base);
    const char *head = range->head.len > 0 ? arena_cstr(arena, range->head) : "--";
    const char *diff[] = { "diff",
                           "--raw",
                           "-z",
                           "-p",
                           "-U0",
                           "-M",
                           "--relative",
                           "--inter-hunk-context=0",
                           "--no-color",
                           "--no-ext-diff",
                           "--no-textconv",
                           "--submodule=short",
                           base,
                           head,
                           range->head.len > 0 ? "--" : NULL,
                           NULL };
    static const char *const others[] = { "ls-files", "--others", "--exclude-standard", "-z", "--", ".", NULL };
    Str text, path;

    int status = git_ask(&text, env, &(GitCall){ .folder = range->folder, .words = diff }, arena);
    if (status != EXIT_CLEAN)
        return status;
    if (!changes_read(out, text, arena))
        return git_failed(env, &(ProcessResult){ .err = STR("what it says of the changes cannot be read") }, 0);
    if (range->head.len > 0)
        return EXIT_CLEAN;
    status = git_ask(&text, env, &(GitCall){ .folder = range->folder, .words = others }, arena);
    while (str_split(&path, &text, '\0')) {
        if (path.len > 0)
            changes_add_new(out, path, arena);
    }
    return status;
}

/* --- the files of a commit ---------------------------------------------------------------------------------------- */

typedef struct TreeFile {
    Str path;
    Str object;
    bool is_link;
    bool is_opaque;
} TreeFile;

typedef VEC(TreeFile) TreeFiles;

typedef struct Writer {
    GitFiles *made;
    Str target;
    Str folder; /* the one made last, from the target */
    Arena *arena;
    Diags *diags;
} Writer;

/* Of most of a repository's bytes no rule reads more than the name of their file. */
static bool is_opaque(Str path)
{
    static const char *const opaque[] = { ".avif", ".bmp",  ".docx",  ".eot",  ".gif", ".gz",   ".ico", ".jpeg",
                                          ".jpg",  ".map",  ".mov",   ".mp3",  ".mp4", ".odt",  ".ogg", ".otf",
                                          ".pdf",  ".png",  ".pptx",  ".svgz", ".tif", ".tiff", ".ttf", ".webm",
                                          ".webp", ".woff", ".woff2", ".xlsx", ".zip" };
    Str extension = path_extension(path);
    char lower[8];

    if (extension.len > sizeof(lower))
        return false;
    for (size_t i = 0; i < extension.len; i++)
        lower[i] = (char)char_lower(str_at(extension, i));
    return str_is_among((Str){ lower, extension.len }, opaque, sizeof(opaque) / sizeof(opaque[0]));
}

/* `100644 blob OBJECT<TAB>PATH`; what is no file or link, and what would lie outside, is left out. */
static void read_tree_file(TreeFiles *files, Str entry, Arena *arena)
{
    size_t tab = str_find_char(entry, '\t', 0);
    Str words = str_slice(entry, 0, tab), mode, type, path;

    if (tab == STR_NONE || !str_split(&mode, &words, ' ') || !str_split(&type, &words, ' '))
        return;
    path = str_from_offset(entry, tab + 1);
    Str clean;
    if (!str_eq(type, STR("blob")) || !path_clean(&clean, path, arena) || !str_eq(clean, path))
        return;
    bool link = str_eq(mode, STR("120000"));
    vec_push(arena, files, (TreeFile){ path, words, link, !link && is_opaque(path) });
}

static bool make_folder(Writer *writer, Str folder)
{
    if (folder.len == 0 || str_eq(folder, writer->folder))
        return true;
    if (!make_folder(writer, path_folder(folder)))
        return false;
    Str path = path_join(writer->arena, writer->target, folder);
    writer->folder = folder;
    if (mkdir(arena_cstr(writer->arena, path), 0700) == 0)
        vec_push(writer->arena, writer->made, path);
    else if (errno != EEXIST)
        return diag_world(writer->diags, path, errno, "the folder cannot be made");
    return true;
}

static bool write_one(Writer *writer, const TreeFile *file, Str bytes)
{
    Str path = path_join(writer->arena, writer->target, file->path);

    if (!make_folder(writer, path_folder(file->path)))
        return false;
    if (!file->is_link && !file_write_new(path, bytes, writer->diags))
        return false;
    if (file->is_link && symlink(arena_cstr(writer->arena, bytes), arena_cstr(writer->arena, path)) != 0)
        return true; /* a link that leads nowhere is none */
    vec_push(writer->arena, writer->made, path);
    return true;
}

/* `OBJECT blob SIZE`, a line end, that many bytes, a line end; or `OBJECT missing`. */
static bool next_blob(Str *bytes, Str *rest)
{
    Str line, word, size = { NULL, 0 };
    size_t len = 0;

    if (!str_split(&line, rest, '\n'))
        return false;
    while (str_split(&word, &line, ' '))
        size = word;
    for (size_t i = 0; char_is_digit(str_at(size, i)) && len <= rest->len; i++)
        len = len * 10 + (size_t)(str_at(size, i) - '0');
    if (size.len == 0 || !char_is_digit(str_at(size, 0)) || len > rest->len)
        return false;
    *bytes = str_slice(*rest, 0, len);
    *rest = str_from_offset(*rest, len + 1);
    return true;
}

static int ask_for_blobs(Str *out, const Env *env, const GitRange *range, const TreeFiles *files, Arena *arena)
{
    static const char *const words[] = { "cat-file", "--batch", "--buffer", NULL };
    Buf wanted = { .arena = arena };

    for (size_t i = 0; i < files->len; i++) {
        if (files->items[i].is_opaque)
            continue;
        buf_put(&wanted, files->items[i].object);
        buf_put_char(&wanted, '\n');
    }
    return git_ask(out, env, &(GitCall){ range->folder, words, buf_str(&wanted) }, arena);
}

/* Links last: so nothing is ever written through one. */
static int write_files(Writer *writer, const Env *env, const TreeFiles *files, Str blobs)
{
    TreeFiles links = { 0 };
    VEC(Str) targets = { 0 };
    bool ok = true;

    for (size_t i = 0; i < files->len && ok; i++) {
        const TreeFile *file = &files->items[i];
        Str bytes = { NULL, 0 };
        if (!file->is_opaque && !next_blob(&bytes, &blobs))
            return git_failed(env, &(ProcessResult){ .err = STR("it does not have all files of the commit") }, 0);
        if (file->is_link) {
            vec_push(writer->arena, &links, *file);
            vec_push(writer->arena, &targets, bytes);
        } else {
            ok = write_one(writer, file, bytes);
        }
    }
    for (size_t i = 0; i < links.len && ok; i++)
        ok = write_one(writer, &links.items[i], targets.items[i]);
    if (!ok)
        print_diags(env, env->err, writer->diags);
    return ok ? EXIT_CLEAN : EXIT_WORLD;
}

int git_write_tree(GitFiles *made, const Env *env, const GitRange *range, Str commit, Str target, Arena *arena)
{
    const char *words[] = { "ls-tree", "-r", "-z", arena_cstr(arena, commit), NULL };
    Arena scratch = { 0 };
    TreeFiles files = { 0 };
    Diags diags = { .arena = &scratch };
    Writer writer = { .made = made, .target = target, .arena = arena, .diags = &diags };
    Str list, entry, blobs = { NULL, 0 };

    int status = git_ask(&list, env, &(GitCall){ .folder = range->folder, .words = words }, &scratch);
    while (status == EXIT_CLEAN && str_split(&entry, &list, '\0'))
        read_tree_file(&files, entry, &scratch);
    if (status == EXIT_CLEAN)
        status = ask_for_blobs(&blobs, env, range, &files, &scratch);
    if (status == EXIT_CLEAN)
        status = write_files(&writer, env, &files, blobs);
    arena_free(&scratch);
    return status;
}
