/* tests/fuzz/replay.c - feeds the files of a folder to a fuzz target, so that every compiler and sanitizer sees them.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An exact copy on the heap: a sanitizer then sees every byte read past its end. */
static void feed(Str input)
{
    uint8_t *copy = malloc(input.len > 0 ? input.len : 1);
    if (copy == NULL)
        abort();
    if (input.len > 0)
        memcpy(copy, input.data, input.len);
    LLVMFuzzerTestOneInput(copy, input.len);
    free(copy);
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    StrList files = { NULL, 0 };
    Str folder = str_from(argc > 1 ? argv[1] : "");

    if (argc != 2 || !file_list(&files, folder, &arena, &diags) || files.len == 0) {
        printf("not ok 1 - there are no inputs in \"" STR_FMT "\"\n", STR_ARG(folder));
        return 1;
    }
    feed(STR(""));
    for (size_t i = 0; i < files.len; i++) {
        Str input;
        if (!file_read(&input, path_join(&arena, folder, files.items[i]), &arena, &diags))
            return 1;
        fprintf(stderr, "# " STR_FMT "\n", STR_ARG(files.items[i])); /* the last one is at fault when this crashes */
        feed(input);
    }
    printf("ok 1 - replays %zu inputs\n", files.len);
    arena_free(&arena);
    return 0;
}
