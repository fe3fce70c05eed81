/* lib/site/theme.c - the Makefile turns themes/default into theme_data.h: one EMBED(id, path, bytes) for each file. */
#include "site/theme.h"

#define EMBED(id, path, ...) static const unsigned char id[] = { __VA_ARGS__ 0 };
#include "theme_data.h"
#undef EMBED

static const struct Embedded {
    const char *path;
    const unsigned char *bytes;
    size_t len;
} files[] = {
#define EMBED(id, path, ...) { path, id, sizeof(id) - 1 },
#include "theme_data.h"
#undef EMBED
};

const size_t theme_file_count = sizeof(files) / sizeof(files[0]);

ThemeFile theme_file(size_t i)
{
    Str path = str_from(files[i].path);
    size_t prefix = sizeof("themes/default/") - 1;
    return (ThemeFile){ str_from_offset(path, prefix), { (const char *)files[i].bytes, files[i].len } };
}
