/* lib/base/file.h - files and folders; what is written appears whole, by rename. */
#pragma once

#include "base/diag.h"

/* Reads a whole file into `arena`. Bytes only: nothing is proven of them. False: one DIAG_WORLD in `diags`. */
bool file_read(Str *out, Str path, Arena *arena, Diags *diags);

/* The first bytes of a file, as many as `room` or it have; 0 when it cannot be read. */
size_t file_peek(char *out, size_t room, Str path);

/* Reads a file as a Source: refuses what is larger than SOURCE_MAX_BYTES, is not UTF-8 (not-utf8) or holds a NUL
 * (nul-byte), and reports control characters (control-char). A byte order mark is kept, and skipped by the readers.
 * `shown_path` is what diagnostics call it. False: it is not readable (DIAG_WORLD) or not text (DIAG_STOP). */
bool source_read(const Source **out, Str path, Str shown_path, Arena *arena, Diags *diags);

/* The same of bytes that are there already; `text` must live as long as `arena`. */
bool source_take(const Source **out, Str text, Str shown_path, Arena *arena, Diags *diags);

typedef enum FileType { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_OTHER } FileType;
FileType file_type(Str path);            /* follows symbolic links */
bool file_size(uint64_t *out, Str path); /* in bytes; false when there is no regular file */

/* Every regular file below `folder`, as paths relative to it, sorted by bytes. Names that begin with `.` are left out,
 * links to folders are not followed, and links that lead out of `folder` are left out with one path-outside. A folder
 * that is not there has no files. */
bool file_list(StrList *out, Str folder, Arena *arena, Diags *diags);
/* The same, with the names that begin with `.` for which `is_wanted` holds. */
bool file_list_with(StrList *out, Str folder, bool (*is_wanted)(const void *context, Str name), const void *context,
                    Arena *arena, Diags *diags);

/* Makes the folder and those above it. */
bool file_make_folders(Str folder, Diags *diags);

/* Writes a file by way of a temporary one beside it and a rename; makes its folders. A file that was there keeps its
 * permissions. */
bool file_write(Str path, Str bytes, Diags *diags);

/* Writes a file where none is that matters, in a folder that is there: no temporary, no rename. */
bool file_write_new(Str path, Str bytes, Diags *diags);

/* Renames, and makes the folders of `to`. */
bool file_move(Str from, Str to, Diags *diags);

/* True when the file is there and holds exactly these bytes. */
bool file_has_bytes(Str path, Str bytes);

/* Paths as text. */
Str path_join(Arena *arena, Str folder, Str name); /* an absolute `name` stands alone; "" and "." add nothing */
Str path_folder(Str path);                         /* without its last segment; "" when it has only one */
Str path_name(Str path);                           /* its last segment */
Str path_extension(Str path);                      /* with the dot, "" for none; ".b" and "a." have none */
Str path_stem(Str path);                           /* the name without its extension */

/* The path without links and dots, as the disk has it; of a file that is not there yet, by its folder. "" when that is
 * not there either. */
Str path_real(Str path, Arena *arena);

/* `path` with "." and ".." worked out as text; false when it would leave its root or is absolute. */
bool path_clean(Str *out, Str path, Arena *arena);
