/* bench/floor.c - the floor: on one core, reads each post of SOURCES, parses and renders it with cmark-gfm, and writes
 * again, below TARGET, every file that herald wrote into MADE (read beforehand, outside the time). Prints the seconds.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct File {
    char *path;
    char *bytes;
    size_t len;
} File;

typedef struct Files {
    File *items;
    size_t len, cap;
} Files;

static Files files;

static char *read_file(const char *path, size_t *len)
{
    struct stat info;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &info) != 0)
        exit(3);
    char *bytes = malloc((size_t)info.st_size + 1);
    *len = (size_t)read(fd, bytes, (size_t)info.st_size);
    bytes[*len] = '\0';
    close(fd);
    return bytes;
}

static int add(const char *path, const struct stat *info, int type, struct FTW *place)
{
    (void)info;
    (void)place;
    if (type != FTW_F)
        return 0;
    if (files.len == files.cap) {
        files.cap = files.cap == 0 ? 1024 : files.cap * 2;
        files.items = realloc(files.items, files.cap * sizeof(File));
    }
    files.items[files.len++] = (File){ .path = strdup(path) };
    return 0;
}

static Files list(const char *folder)
{
    files = (Files){ 0 };
    nftw(folder, add, 64, FTW_PHYS);
    return files;
}

static void render(const char *path)
{
    size_t len;
    char *text = read_file(path, &len);
    const char *body = strstr(text + 3, "\n---");
    body = body == NULL ? text : body + 4;
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, body, len - (size_t)(body - text));
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(text);
}

static void make_folders(char *path)
{
    for (char *at = strchr(path + 1, '/'); at != NULL; at = strchr(at + 1, '/')) {
        *at = '\0';
        mkdir(path, 0777);
        *at = '/';
    }
}

static void write_file(const File *file, const char *made, const char *target)
{
    char path[8192];
    snprintf(path, sizeof(path), "%s%s", target, file->path + strlen(made));
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0) {
        make_folders(path);
        fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    }
    if (fd < 0 || write(fd, file->bytes, file->len) != (ssize_t)file->len || close(fd) != 0)
        exit(3);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: floor SOURCES MADE TARGET\n", stderr);
        return 2;
    }
    cmark_gfm_core_extensions_ensure_registered();
    Files sources = list(argv[1]);
    Files made = list(argv[2]);
    for (size_t i = 0; i < made.len; i++)
        made.items[i].bytes = read_file(made.items[i].path, &made.items[i].len);
    double start = now();
    for (size_t i = 0; i < sources.len; i++)
        render(sources.items[i].path);
    for (size_t i = 0; i < made.len; i++)
        write_file(&made.items[i], argv[2], argv[3]);
    printf("%.3f\n", now() - start);
    return 0;
}
