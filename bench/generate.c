/* bench/generate.c - writes COUNT announcements of about 6.5 kB each into FOLDER, the same on every machine. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
    "archive",  "the",   "consortium", "of",   "maps",     "and",   "members", "a",       "release", "in",
    "library",  "with",  "scanning",   "for",  "meeting",  "to",    "sheet",   "is",      "digital", "from",
    "atlas",    "new",   "community",  "on",   "standard", "as",    "group",   "that",    "images",  "by",
    "research", "open",  "access",     "at",   "viewer",   "has",   "report",  "will",    "annual",  "been",
    "survey",   "are",   "collection", "this", "working",  "which", "tools",   "their",   "museum",  "more",
    "history",  "coast", "partners",   "its",  "support",  "we",    "project", "further", "data",    "first",
};
static const char *const tags[] = { "announcements", "members", "releases",   "meetings", "newsletter",
                                    "community",     "tools",   "conference", "data",     "elections" };
static const char *const authors[] = { "Contour staff", "Ada Example", "Bo Sample", "Cy Specimen" };

enum { WORD_COUNT = sizeof(words) / sizeof(words[0]), TAG_COUNT = 10, AUTHOR_COUNT = 4, PARAGRAPHS = 12 };

static uint64_t state = 1;

static unsigned pick(unsigned below)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)((state >> 33) % below);
}

static const char *word(void)
{
    return words[pick(WORD_COUNT)];
}

static void put_sentence(FILE *out)
{
    unsigned count = 8 + pick(10);
    for (unsigned i = 0; i < count; i++) {
        unsigned kind = pick(40);
        const char *w = word();
        if (i > 0)
            fputc(' ', out);
        if (kind == 0)
            fprintf(out, "*%s %s*", w, word());
        else if (kind == 1)
            fprintf(out, "**%s**", w);
        else if (kind == 2)
            fprintf(out, "[%s %s](https://contour.example.org/%s/%u/)", w, word(), w, pick(1000));
        else if (kind == 3)
            fprintf(out, "`%s_%u`", w, pick(100));
        else if (kind == 4)
            fprintf(out, "\"%s %s\"", w, word());
        else
            fputs(w, out);
    }
    fputs(". ", out);
}

static void put_paragraph(FILE *out)
{
    unsigned count = 4 + pick(3);
    for (unsigned i = 0; i < count; i++)
        put_sentence(out);
    fputs("\n\n", out);
}

static void put_extras(FILE *out, unsigned paragraph)
{
    if (paragraph % 4 == 1)
        fprintf(out, "## The %s %s %s\n\n", word(), word(), word());
    if (paragraph == 3)
        fprintf(out, "- %s %s\n- %s *%s*\n- [%s](https://contour.example.org/%s)\n\n", word(), word(), word(), word(),
                word(), word());
    if (paragraph == 5)
        fprintf(out, "> %s %s %s %s, said the %s.\n\n", word(), word(), word(), word(), word());
    if (paragraph == 7)
        fprintf(out, "| %s | %s |\n|---|--:|\n| %s | %u |\n| %s | %u |\n\n", word(), word(), word(), pick(100), word(),
                pick(100));
    if (paragraph == 9)
        fprintf(out, "```sh\n%s --%s=%u | %s\n```\n\n", word(), word(), pick(100), word());
}

static void put_post(FILE *out, unsigned number)
{
    unsigned day = number * 7 / 20;
    fprintf(out, "---\ntitle: \"The %s %s %s, number %u\"\n", word(), word(), word(), number);
    fprintf(out, "author: %s\n", authors[pick(AUTHOR_COUNT)]);
    fprintf(out, "date: %04u-%02u-%02uT%02u:%02u:00Z\n", 2014 + day / 336, 1 + day / 28 % 12, 1 + day % 28, number % 20,
            number % 60);
    fprintf(out, "tags: [%s, %s]\n", tags[number % TAG_COUNT], tags[(number + 1 + number / TAG_COUNT % 9) % TAG_COUNT]);
    fprintf(out, "excerpt: The %s %s of the %s %s.\n---\n\n", word(), word(), word(), word());
    for (unsigned i = 0; i < PARAGRAPHS; i++) {
        put_extras(out, i);
        put_paragraph(out);
    }
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: generate COUNT FOLDER\n", stderr);
        return 2;
    }
    unsigned count = (unsigned)strtoul(argv[1], NULL, 10);
    for (unsigned i = 0; i < count; i++) {
        char path[4096];
        unsigned day = i * 7 / 20;
        snprintf(path, sizeof(path), "%s/%04u-%02u-%02u-post-%05u.md", argv[2], 2014 + day / 336, 1 + day / 28 % 12,
                 1 + day % 28, i);
        FILE *out = fopen(path, "w");
        if (out == NULL) {
            perror(path);
            return 3;
        }
        put_post(out, i);
        if (fclose(out) != 0)
            return 3;
    }
    return 0;
}
