/* lib/check/changes.c */
#include "check/changes.h"

#include "base/buf.h"

static const Str none = { NULL, 0 };

static void add(Changes *changes, ChangedFile file, Arena *arena)
{
    ChangedFile *kept = ARENA_NEW(arena, ChangedFile);

    *kept = file;
    vec_push(arena, &changes->files, kept);
    if (file.kind != CHANGE_REMOVED)
        map_put(&changes->by_path, file.path, kept);
    if (file.old_path.len > 0)
        map_put(&changes->by_old_path, file.old_path, kept);
}

void changes_add_new(Changes *changes, Str path, Arena *arena)
{
    add(changes, (ChangedFile){ .kind = CHANGE_ADDED, .path = path }, arena);
}

const ChangedFile *changes_of(const Changes *changes, Str path)
{
    return map_get(&changes->by_path, path);
}

Str changes_new_path(const Changes *changes, Str old_path)
{
    const ChangedFile *file = map_get(&changes->by_old_path, old_path);
    if (file == NULL)
        return old_path;
    return file->kind == CHANGE_REMOVED ? none : file->path;
}

/* --- what git writes ---------------------------------------------------------------------------------------------- */

static bool read_number(uint32_t *out, Str *rest)
{
    size_t i = 0;
    uint64_t value = 0;

    for (; char_is_digit(str_at(*rest, i)) && value <= UINT32_MAX; i++)
        value = value * 10 + (uint64_t)(str_at(*rest, i) - '0');
    *rest = str_from_offset(*rest, i);
    *out = (uint32_t)value;
    return i > 0 && value <= UINT32_MAX;
}

static bool read_path(Str *out, Str *rest)
{
    return str_split(out, rest, '\0') && out->len > 0;
}

static ChangeKind kind_of(int letter)
{
    switch (letter) {
    case 'A':
    case 'C':
        return CHANGE_ADDED;
    case 'R':
        return CHANGE_RENAMED;
    case 'D':
        return CHANGE_REMOVED;
    default:
        return CHANGE_MODIFIED;
    }
}

/* `:100644 100644 OLD NEW R087` and its one or two paths, each with a NUL behind it. `*patches` is how many patches
 * tell of it: one, but two of a file that became a link or the other way round. */
static bool read_entry(ChangedFile *out, size_t *patches, Str *rest)
{
    Str words;
    Str word = none;

    *out = (ChangedFile){ .kind = CHANGE_MODIFIED };
    if (!str_split(&words, rest, '\0'))
        return false;
    for (int i = 0; i < 5; i++) {
        if (!str_split(&word, &words, ' '))
            return false;
    }
    int letter = str_at(word, 0);
    bool two = letter == 'R' || letter == 'C';
    if (!read_path(&out->old_path, rest) || (two && !read_path(&out->path, rest)))
        return false;
    if (!two)
        out->path = out->old_path;
    out->kind = kind_of(letter);
    if (out->kind == CHANGE_ADDED)
        out->old_path = none;
    word = str_from_offset(word, 1);
    if (out->kind == CHANGE_RENAMED)
        read_number(&out->similarity, &word);
    *patches = letter == 'T' ? 2 : letter == 'U' ? 0 : 1;
    return letter != STR_END;
}

/* `@@ -5,2 +6,3 @@`: the lines of the new version, none where lines only went. */
static void read_hunk(ChangedFile *file, Str line, Arena *arena)
{
    size_t plus = str_find_char(line, '+', 0);
    uint32_t first, count = 1;

    if (plus == STR_NONE)
        return;
    Str rest = str_from_offset(line, plus + 1);
    if (!read_number(&first, &rest))
        return;
    if (str_at(rest, 0) == ',') {
        rest = str_from_offset(rest, 1);
        if (!read_number(&count, &rest))
            return;
    }
    if (count > 0 && first <= UINT32_MAX - count)
        vec_push(arena, &file->touched, (TouchedLines){ first, first + count - 1 });
}

/* Each patch has its head lines, and the text of files only behind a sign: so its own lines can be told. */
static size_t read_patches(ChangedFile *const *by_patch, size_t count, Str text, Arena *arena)
{
    static const Str head = STR_INIT("diff --git "), hunk = STR_INIT("@@ -");
    size_t patch = 0;
    Str line;

    while (str_split(&line, &text, '\n')) {
        if (str_starts_with(line, head))
            patch++;
        else if (str_starts_with(line, hunk) && patch > 0 && patch <= count)
            read_hunk(by_patch[patch - 1], line, arena);
    }
    return patch;
}

/* Where the patches are not those that were announced, nobody knows which line is whose: then all are the author's. */
static void touch_all(Changes *changes, Arena *arena)
{
    for (size_t i = 0; i < changes->files.len; i++) {
        changes->files.items[i]->touched.len = 0;
        vec_push(arena, &changes->files.items[i]->touched, (TouchedLines){ 1, UINT32_MAX });
    }
}

bool changes_read(Changes *out, Str diff, Arena *arena)
{
    VEC(ChangedFile *) by_patch = { 0 };
    size_t patches = 0;

    *out = (Changes){ .by_path = { .arena = arena }, .by_old_path = { .arena = arena } };
    while (str_at(diff, 0) == ':') {
        ChangedFile file;
        if (!read_entry(&file, &patches, &diff))
            return false;
        add(out, file, arena);
        for (size_t i = 0; i < patches; i++)
            vec_push(arena, &by_patch, out->files.items[out->files.len - 1]);
    }
    if (diff.len > 0 && str_at(diff, 0) != '\0')
        return false;
    if (read_patches(by_patch.items, by_patch.len, str_from_offset(diff, 1), arena) != by_patch.len)
        touch_all(out, arena);
    return true;
}

/* --- findings ----------------------------------------------------------------------------------------------------- */

static bool overlaps(const ChangedFile *file, uint32_t first, uint32_t last)
{
    size_t low = 0, high = file->touched.len;

    while (low < high) { /* the first stretch that does not end before */
        size_t middle = low + (high - low) / 2;
        if (file->touched.items[middle].last < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < file->touched.len && file->touched.items[low].first <= last;
}

/* What is said of a file as a whole, as of its name, stands at its very beginning. */
static bool is_of_whole_file(const Diag *diag)
{
    return diag->span.source == NULL || (diag->span.start == 0 && diag->span.end == 0);
}

bool changes_touch(const Changes *changes, const Diag *diag)
{
    const ChangedFile *file = changes_of(changes, diag_path(diag));

    if (file == NULL)
        return false;
    if (file->kind == CHANGE_ADDED)
        return true;
    if (is_of_whole_file(diag))
        return file->kind == CHANGE_RENAMED;
    uint32_t end = diag->span.end > diag->span.start ? diag->span.end - 1 : diag->span.start;
    return overlaps(file, source_place(diag->span.source, diag->span.start).line,
                    source_place(diag->span.source, end).line);
}

/* What a finding is known by in both versions: its rule, its path in the new one, and the line it stands on. */
static Str known_by(const Diag *diag, Str path, Arena *arena)
{
    Buf key = { .arena = arena };

    buf_put_format(&key, "%s\n", diag->rule);
    buf_put(&key, path);
    buf_put_char(&key, '\n');
    if (diag->span.source == NULL || is_of_whole_file(diag))
        buf_put(&key, diag->message);
    else
        buf_put(&key, str_trim(source_line(diag->span.source, source_place(diag->span.source, diag->span.start).line)));
    return buf_str(&key);
}

static Map count_known(const Diags *before, const Changes *changes, Arena *arena)
{
    Map counts = { .arena = arena }; /* to numbers */

    for (size_t i = 0; i < before->len; i++) {
        Str path = changes_new_path(changes, diag_path(&before->items[i]));
        void **count = map_at(&counts, known_by(&before->items[i], path, arena));
        *count = (void *)((uintptr_t)*count + 1);
    }
    return counts;
}

static bool take_known(Map *counts, const Diag *diag, Arena *arena)
{
    Str key = known_by(diag, diag_path(diag), arena);
    uintptr_t count = (uintptr_t)map_get(counts, key);

    if (count > 0)
        map_put(counts, key, (void *)(count - 1));
    return count > 0;
}

size_t changes_filter(Diags *found, const Diags *before, const Changes *changes)
{
    Arena scratch = { 0 };
    Map known = count_known(before, changes, &scratch);
    Diags kept = { .arena = found->arena };
    size_t elsewhere = 0;

    for (size_t i = 0; i < found->len; i++) {
        const Diag *diag = &found->items[i];
        if (diag->kind != DIAG_WORLD && !changes_touch(changes, diag) && take_known(&known, diag, &scratch))
            elsewhere++;
        else
            diags_append(&kept, &(Diags){ .items = &found->items[i], .len = 1 });
    }
    *found = kept;
    arena_free(&scratch);
    return elsewhere;
}
