/* tests/support.c */
#include "tests/support.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

static Arena kept; /* sources that live until the program ends; freed by the operating system */

Located located(const char *text)
{
    Str str = arena_copy(&kept, str_from(text));
    const Source *source = source_new(STR("test.md"), str, &kept);
    return (Located){ str, span_whole(source) };
}

void assert_str_at(Str actual, const char *expected, const char *file, int line)
{
    if (str_eq(actual, str_from(expected)))
        return;
    print_error("expected: \"%s\"\n  actual: \"" STR_FMT "\"\n", expected, STR_ARG(actual));
    _fail(file, line);
}

static void show(const Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        print_error("  has: [%s] on \"" STR_FMT "\": " STR_FMT "\n", diag->rule, STR_ARG(source_text(diag->span)),
                    STR_ARG(diag->message));
    }
}

void assert_no_diags_at(const Diags *diags, const char *file, int line)
{
    if (diags->len == 0)
        return;
    show(diags);
    _fail(file, line);
}

const Diag *assert_rule_at(const Diags *diags, const char *rule, const char *file, int line)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (strcmp(diags->items[i].rule, rule) == 0)
            return &diags->items[i];
    }
    print_error("no diagnostic of rule %s\n", rule);
    show(diags);
    _fail(file, line);
    return NULL;
}

static bool is_expected(const Diag *diag, const char *rule, const char *text, const char *part, const char *message)
{
    const char *at = strstr(text, part);
    bool placed =
        at != NULL && diag->span.start == (size_t)(at - text) && str_eq(source_text(diag->span), str_from(part));
    return strcmp(diag->rule, rule) == 0 && placed && (message == NULL || str_eq(diag->message, str_from(message)));
}

void assert_diag_at(const Diags *diags, const char *rule, const char *text, const char *part, const char *message,
                    const char *file, int line)
{
    if (diags->len == 1 && is_expected(&diags->items[0], rule, text, part, message))
        return;
    print_error("expected: [%s] on \"%s\": %s\n", rule, part, message == NULL ? "(any message)" : message);
    show(diags);
    _fail(file, line);
}

Str temporary_folder(Scratch *scratch)
{
    const char *base = getenv("TMPDIR");
    Str name = arena_format(&scratch->arena, "%s/herald-test-XXXXXX", base == NULL || base[0] == '\0' ? "/tmp" : base);
    char *folder = arena_alloc(&scratch->arena, name.len + 1);

    memcpy(folder, name.data, name.len);
    assert_non_null(mkdtemp(folder));
    return str_from(folder);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

void remove_folder(Scratch *scratch, Str folder)
{
    enum { OPEN_FOLDERS = 8 };
    assert_int_equal(nftw(arena_cstr(&scratch->arena, folder), remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS), 0);
}

const char *shared_folder(void)
{
    const char *folder = getenv("HERALD_SHARED");
    if (folder == NULL)
        folder = "../shared";
    return access(folder, R_OK) == 0 ? folder : NULL;
}
