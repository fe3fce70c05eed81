/* lib/base/file.c */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"

enum { PATH_BYTES = 4096 };

/* The system wants a C string: copies the path there, or says that it is too long. */
static bool to_cstr(char out[PATH_BYTES], Str path)
{
    if (path.len >= PATH_BYTES || str_find_char(path, '\0', 0) != STR_NONE) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (path.len > 0)
        memcpy(out, path.data, path.len);
    out[path.len] = '\0';
    return true;
}

static int open_path(Str path, int flags, mode_t mode)
{
    char name[PATH_BYTES];
    return to_cstr(name, path) ? open(name, flags | O_CLOEXEC, mode) : -1;
}

static bool read_all(int fd, char *bytes, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t n = read(fd, bytes + *got, size - *got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        *got += (size_t)n;
    }
    return true;
}

bool file_read(Str *out, Str path, Arena *arena, Diags *diags)
{
    struct stat info;
    size_t got = 0;
    int fd = open_path(path, O_RDONLY, 0);

    if (fd < 0)
        return diag_world(diags, path, errno, "cannot open the file");
    if (fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
        int error = S_ISDIR(info.st_mode) ? EISDIR : errno;
        close(fd);
        return diag_world(diags, path, error, "cannot read the file");
    }
    size_t size = (size_t)info.st_size;
    char *bytes = arena_grow(arena, NULL, 0, size + 1);
    bool ok = read_all(fd, bytes, size, &got);
    int error = errno;
    close(fd);
    if (!ok)
        return diag_world(diags, path, error, "cannot read the file");
    bytes[got] = '\0';
    *out = (Str){ bytes, got };
    return true;
}

size_t file_peek(char *out, size_t room, Str path)
{
    size_t got = 0;
    int fd = open_path(path, O_RDONLY, 0);
    if (fd < 0)
        return 0;
    bool ok = read_all(fd, out, room, &got);
    close(fd);
    return ok ? got : 0;
}

static bool is_control(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/* YAML, XML and HTML have no place for them. */
static void report_controls(const Source *source, Diags *diags)
{
    Str text = source->text;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != 0x7F) /* nearly all bytes of nearly all files */
            continue;
        if (!is_control(c))
            continue;
        Span span = { source, (uint32_t)i, (uint32_t)i + 1 };
        diag_stop(diags, "control-char", span, "control character U+%04X in the text", (unsigned char)text.data[i]);
        diag_hint(diags, "delete it: it cannot be shown, and no feed may hold it");
        diag_fix(diags, span, (Str){ NULL, 0 }, false);
    }
}

static bool prove_text(const Source *source, Diags *diags)
{
    size_t bad = utf8_find_invalid(source->text);
    if (bad != STR_NONE) {
        Span span = { source, (uint32_t)bad, (uint32_t)bad + 1 };
        unsigned char byte = (unsigned char)source->text.data[bad];
        diag_stop(diags, "not-utf8", span, "byte 0x%02X is not UTF-8", byte);
        if (bad == 0
            && (str_starts_with(source->text, STR("\xFF\xFE")) || str_starts_with(source->text, STR("\xFE\xFF"))))
            diag_hint(diags, "the file is UTF-16 (\"Unicode\"): save it in the encoding UTF-8");
        else if (byte >= 0xA0)
            diag_hint(diags, "save the file in the encoding UTF-8; in Latin-1 it is %c%c", 0xC0 | (byte >> 6),
                      0x80 | (byte & 0x3F));
        else
            diag_hint(diags, "save the file in the encoding UTF-8; it was probably saved as Windows-1252");
        return false;
    }
    size_t nul = str_find_char(source->text, '\0', 0);
    if (nul != STR_NONE) {
        diag_stop(diags, "nul-byte", (Span){ source, (uint32_t)nul, (uint32_t)nul + 1 }, "NUL byte in the text");
        diag_hint(diags, "save the file as plain UTF-8 text (UTF-16 has such bytes)");
        return false;
    }
    report_controls(source, diags);
    return true;
}

bool source_take(const Source **out, Str text, Str shown_path, Arena *arena, Diags *diags)
{
    if (text.len > SOURCE_MAX_BYTES)
        return diag_world(diags, shown_path, EFBIG, "the file has more than %d MiB", SOURCE_MAX_BYTES >> 20);
    *out = source_new(arena_copy(arena, shown_path), text, arena);
    return prove_text(*out, diags);
}

bool source_read(const Source **out, Str path, Str shown_path, Arena *arena, Diags *diags)
{
    Str text;
    return file_read(&text, path, arena, diags) && source_take(out, text, shown_path, arena, diags);
}

FileType file_type(Str path)
{
    char name[PATH_BYTES];
    struct stat info;

    if (!to_cstr(name, path) || stat(name, &info) != 0)
        return FILE_NONE;
    return S_ISREG(info.st_mode) ? FILE_REGULAR : S_ISDIR(info.st_mode) ? FILE_FOLDER : FILE_OTHER;
}

bool file_size(uint64_t *out, Str path)
{
    char name[PATH_BYTES];
    struct stat info;

    if (!to_cstr(name, path) || stat(name, &info) != 0 || !S_ISREG(info.st_mode))
        return false;
    *out = (uint64_t)info.st_size;
    return true;
}

typedef VEC(Str) Paths;

typedef struct Listing {
    Str root;
    Paths files, folders;                             /* relative to the root; folders still to be read */
    bool (*is_wanted)(const void *context, Str name); /* of hidden names; NULL: none is */
    const void *context;
    Arena *arena;
    Diags *diags;
} Listing;

/* Posts come from strangers: a link may lead anywhere. */
static bool stays_inside(const Listing *listing, const char *name)
{
    char root_name[PATH_BYTES];
    char *root =
        to_cstr(root_name, listing->root.len == 0 ? STR(".") : listing->root) ? realpath(root_name, NULL) : NULL;
    char *target = realpath(name, NULL);
    bool inside = root != NULL && target != NULL && str_starts_with(str_from(target), str_from(root))
                  && target[strlen(root)] == '/';
    free(root);
    free(target);
    return inside;
}

/* Never the folder itself or the one above. */
static bool wants_hidden(const Listing *listing, const char *name)
{
    return listing->is_wanted != NULL && strcmp(name, ".") != 0 && strcmp(name, "..") != 0
           && listing->is_wanted(listing->context, str_from(name));
}

static void add_entry(Listing *listing, Str folder, const char *name)
{
    struct stat info;
    char cname[PATH_BYTES];
    Str relative = path_join(listing->arena, folder, str_from(name));

    if (name[0] == '.' && !wants_hidden(listing, name))
        return;
    if (!to_cstr(cname, path_join(listing->arena, listing->root, relative)))
        return;
    if (lstat(cname, &info) != 0)
        return;
    if (S_ISLNK(info.st_mode) && !stays_inside(listing, cname)) {
        diag_error(listing->diags, "path-outside", (Span){ 0 },
                   "the link " STR_FMT " leads out of its folder and is left out",
                   STR_ARG(path_join(listing->arena, listing->root, relative)));
        diag_hint(listing->diags, "put a copy of the file in its place");
        return;
    }
    if (S_ISDIR(info.st_mode))
        vec_push(listing->arena, &listing->folders, arena_copy(listing->arena, relative));
    else if (S_ISREG(info.st_mode) || (S_ISLNK(info.st_mode) && stat(cname, &info) == 0 && S_ISREG(info.st_mode)))
        vec_push(listing->arena, &listing->files, arena_copy(listing->arena, relative));
}

static bool list_folder(Listing *listing, Str folder)
{
    char name[PATH_BYTES];
    Str path = path_join(listing->arena, listing->root, folder);
    DIR *dir = to_cstr(name, path.len == 0 ? STR(".") : path) ? opendir(name) : NULL;

    if (dir == NULL) {
        if (errno == ENOENT && folder.len == 0)
            return true;
        return diag_world(listing->diags, path, errno, "cannot read the folder");
    }
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;)
        add_entry(listing, folder, entry->d_name);
    closedir(dir);
    return true;
}

static int compare_paths(const void *left, const void *right)
{
    const Str *a = left;
    const Str *b = right;
    return str_cmp(*a, *b);
}

bool file_list_with(StrList *out, Str folder, bool (*is_wanted)(const void *context, Str name), const void *context,
                    Arena *arena, Diags *diags)
{
    Listing listing = { .root = folder, .is_wanted = is_wanted, .context = context, .arena = arena, .diags = diags };
    bool ok = list_folder(&listing, (Str){ NULL, 0 });

    for (size_t i = 0; ok && i < listing.folders.len; i++)
        ok = list_folder(&listing, listing.folders.items[i]);
    if (listing.files.len > 1)
        qsort(listing.files.items, listing.files.len, sizeof(Str), compare_paths);
    *out = (StrList){ listing.files.items, listing.files.len };
    return ok;
}

bool file_list(StrList *out, Str folder, Arena *arena, Diags *diags)
{
    return file_list_with(out, folder, NULL, NULL, arena, diags);
}

bool file_make_folders(Str folder, Diags *diags)
{
    char name[PATH_BYTES];
    if (folder.len == 0)
        return true;
    if (!to_cstr(name, folder))
        return diag_world(diags, folder, errno, "cannot make the folder");
    if (mkdir(name, 0777) == 0 || errno == EEXIST)
        return true;
    if (errno != ENOENT)
        return diag_world(diags, folder, errno, "cannot make the folder");
    if (!file_make_folders(path_folder(folder), diags))
        return false;
    if (mkdir(name, 0777) == 0 || errno == EEXIST)
        return true;
    return diag_world(diags, folder, errno, "cannot make the folder");
}

static bool write_all(int fd, Str bytes)
{
    size_t at = 0;
    while (at < bytes.len) {
        ssize_t n = write(fd, bytes.data + at, bytes.len - at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += (size_t)n;
    }
    return true;
}

static bool write_file(const char *name, Str bytes)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, bytes);
    int error = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (!ok)
        unlink(name);
    errno = error;
    return ok;
}

bool file_write(Str path, Str bytes, Diags *diags)
{
    char name[PATH_BYTES];
    char temporary[PATH_BYTES + 16];
    struct stat old;

    if (!file_make_folders(path_folder(path), diags))
        return false;
    if (!to_cstr(name, path))
        return diag_world(diags, path, errno, "cannot write the file");
    snprintf(temporary, sizeof(temporary), "%s.herald-new", name);
    if (!write_file(temporary, bytes))
        return diag_world(diags, path, errno, "cannot write the file");
    bool kept = stat(name, &old) != 0 || chmod(temporary, old.st_mode & 07777) == 0;
    if (kept && rename(temporary, name) == 0)
        return true;
    int error = errno;
    unlink(temporary);
    return diag_world(diags, path, error, "cannot write the file");
}

bool file_write_new(Str path, Str bytes, Diags *diags)
{
    char name[PATH_BYTES];
    if (to_cstr(name, path) && write_file(name, bytes))
        return true;
    return diag_world(diags, path, errno, "cannot write the file");
}

bool file_move(Str from, Str to, Diags *diags)
{
    char old_name[PATH_BYTES];
    char new_name[PATH_BYTES];

    if (!to_cstr(old_name, from) || !to_cstr(new_name, to))
        return diag_world(diags, to, errno, "cannot write the file");
    if (rename(old_name, new_name) == 0)
        return true;
    if (errno != ENOENT)
        return diag_world(diags, to, errno, "cannot write the file");
    if (!file_make_folders(path_folder(to), diags))
        return false;
    return rename(old_name, new_name) == 0 || diag_world(diags, to, errno, "cannot write the file");
}

bool file_has_bytes(Str path, Str bytes)
{
    struct stat info;
    char chunk[1 << 16];
    size_t at = 0;
    int fd = open_path(path, O_RDONLY, 0);

    if (fd < 0)
        return false;
    bool same = fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && (size_t)info.st_size == bytes.len;
    while (same && at < bytes.len) {
        size_t got = 0;
        size_t want = bytes.len - at < sizeof(chunk) ? bytes.len - at : sizeof(chunk);
        same = read_all(fd, chunk, want, &got) && got == want && memcmp(chunk, bytes.data + at, want) == 0;
        at += want;
    }
    close(fd);
    return same;
}

Str path_join(Arena *arena, Str folder, Str name)
{
    if (folder.len == 0 || str_eq(folder, STR(".")) || str_at(name, 0) == '/')
        return name;
    if (name.len == 0 || str_eq(name, STR(".")))
        return folder;
    return arena_join(arena, folder, str_at(folder, folder.len - 1) == '/' ? (Str){ NULL, 0 } : STR("/"), name);
}

Str path_folder(Str path)
{
    size_t slash = str_find_last_char(path, '/');
    if (slash == STR_NONE)
        return (Str){ NULL, 0 };
    return str_slice(path, 0, slash == 0 && path.len > 1 ? 1 : slash);
}

Str path_name(Str path)
{
    size_t slash = str_find_last_char(path, '/');
    return slash == STR_NONE ? path : str_from_offset(path, slash + 1);
}

Str path_extension(Str path)
{
    Str name = path_name(path);
    size_t dot = str_find_last_char(name, '.');
    if (dot == STR_NONE || dot == 0 || dot + 1 == name.len)
        return (Str){ NULL, 0 };
    return str_from_offset(name, dot);
}

Str path_stem(Str path)
{
    Str name = path_name(path);
    return str_slice(name, 0, name.len - path_extension(path).len);
}

static Str real_copy(Str path, Arena *arena)
{
    char *real = realpath(path.len == 0 ? "." : arena_cstr(arena, path), NULL);
    Str copy = real == NULL ? (Str){ NULL, 0 } : arena_copy(arena, str_from(real));
    free(real);
    return copy;
}

Str path_real(Str path, Arena *arena)
{
    Str real = real_copy(path, arena);
    if (real.len > 0)
        return real;
    Str folder = real_copy(path_folder(path), arena);
    return folder.len == 0 ? folder : path_join(arena, folder, path_name(path));
}

static bool drop_segment(Buf *buf)
{
    if (buf->len == 0)
        return false;
    size_t slash = str_find_last_char(buf_str(buf), '/');
    buf->len = slash == STR_NONE ? 0 : slash;
    return true;
}

bool path_clean(Str *out, Str path, Arena *arena)
{
    Buf buf = { .arena = arena };
    Str rest = path;

    if (str_at(path, 0) == '/')
        return false;
    for (Str segment; str_split(&segment, &rest, '/');) {
        if (segment.len == 0 || str_eq(segment, STR(".")))
            continue;
        if (str_eq(segment, STR(".."))) {
            if (!drop_segment(&buf))
                return false;
            continue;
        }
        if (buf.len > 0)
            buf_put_char(&buf, '/');
        buf_put(&buf, segment);
    }
    *out = buf_str(&buf);
    return true;
}
