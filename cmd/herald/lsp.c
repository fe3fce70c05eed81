/* cmd/herald/lsp.c - `herald lsp`: what an editor asks of a site, while somebody writes in it. */
#include "lsp/lsp.h"

#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "load.h"
#include "lsp/uri.h"

typedef struct LspArgs {
    Str docs;
    bool stdio;
} LspArgs;

static const Option options[] = {
    { 0, "docs", OPTION_STRING, offsetof(LspArgs, docs), "URL",
      "where the page of all rules can be read; without it, beside the program", NULL },
    { 0, "stdio", OPTION_FLAG, offsetof(LspArgs, stdio), NULL,
      "speak over standard input and output, as it does anyway: some editors say so", NULL },
    OPTION_END,
};

/* The site as of now, on the clock that --now may have set: an editor stays open for days. */
typedef struct Loader {
    Env env;
    time_t started;
} Loader;

static bool load(void *context, Site **out, Str from, StrList extra, Arena *arena, Diags *diags)
{
    const Loader *loader = context;
    Env env = loader->env;
    env.site = from;
    env.now_unix_s += time(NULL) - loader->started;
    env.progress = NULL;
    bool found = load_site_for(out, &env, extra, arena, diags);
    if (found)
        (*out)->scope = NULL; /* the files are not all that is looked at */
    return found;
}

/* Where `make install` puts it, or in a checkout where the program was built. */
static Str find_docs(Arena *arena)
{
    static const char *const places[] = { "../share/doc/herald/DIAGNOSTICS.md", "../docs/DIAGNOSTICS.md" };
    Str folder = path_folder(path_real(STR("/proc/self/exe"), arena));

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]) && folder.len > 0; i++) {
        Str path = path_real(path_join(arena, folder, str_from(places[i])), arena);
        if (file_type(path) == FILE_REGULAR)
            return uri_of_path(path, arena);
    }
    return (Str){ NULL, 0 };
}

static int lsp_command_run(const Env *env, const void *args, StrList operands)
{
    static const int statuses[] = {
        [LSP_ENDED] = EXIT_CLEAN, [LSP_ABANDONED] = EXIT_CONTENT, [LSP_BROKEN] = EXIT_WORLD
    };
    const LspArgs *lsp = args;
    Arena arena = { 0 };
    Loader loader = { *env, time(NULL) };

    if (operands.len > 0)
        return usage_error(env, "lsp", "there is nothing to name: the editor says what it opens");
    LspOptions settings = {
        .in = STDIN_FILENO,
        .out = STDOUT_FILENO,
        .load = load,
        .load_context = &loader,
        .jobs = env->jobs,
        .from = env->site.len > 0 ? path_real(env->site, &arena) : env->site,
        .docs = lsp->docs.len > 0 ? lsp->docs : find_docs(&arena),
    };
    LspEnd end = lsp_run(&settings);
    arena_free(&arena);
    return statuses[end];
}

const Command cmd_lsp = {
    .name = "lsp",
    .operands = "",
    .summary = "help in an editor, while you write",
    .description =
        "Editors start this themselves. It speaks the Language Server Protocol 3.17 over standard input and output: it "
        "shows what \"herald check\" would say while the announcement is written, mends it on request, completes keys, "
        "tags, authors, layouts, includes, Liquid and labels of links, explains the rule or the word under the cursor, "
        "and goes from an include, a layout or an address to its file.\n\n"
        "The site is that of -C, else of the folder that the editor works in, else of the first file that it opens. "
        "Texts that were not saved yet count as they stand in the editor. When a file is saved, the site is read anew "
        "in the background.\n\n"
        "The exit status is 0 when the editor ended it as the protocol wants, 1 when it did not, and 3 when one of the "
        "two streams failed. EDITORS.md has the settings of common editors.",
    .options = options,
    .args_size = sizeof(LspArgs),
    .run = lsp_command_run,
};
