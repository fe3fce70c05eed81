/* cmd/herald/main.c - finds the command, gives it the world, and turns what it says into an exit status. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/version.h"
#include "markup/gfm.h"
#include "option.h"
#include "post/date.h"
#include "program.h"
#include "progress.h"
#include "text/xml.h"

const char program_summary[] = "publish announcements from a Git repository";
const char program_description[] =
    "An announcement is one Markdown file with YAML front matter. herald checks it, and makes pages, feeds (Atom, RSS, "
    "JSON) and email digests of it.\n\n"
    "A site is a folder with the file herald.yml, or a Jekyll site. It is looked for in the folder of -C and above it, "
    "else in the working directory and above it.\n\n"
    "  herald check\n"
    "  herald build -o public\n"
    "  herald digest announcements --period 2024-08 -o mail";

const Option common_options[] = {
    { 'C', "site", OPTION_STRING, offsetof(CommonArgs, site), "FOLDER", "where the site is", NULL },
    { 0, "config", OPTION_LIST, offsetof(CommonArgs, configs), "A,B",
      "read these configuration files; what a later one says wins", NULL },
    { 0, "now", OPTION_STRING, offsetof(CommonArgs, now), "DATE",
      "work as if it were this time (RFC 3339), or the end of this day (YYYY-MM-DD, UTC)", NULL },
    { 0, "jobs", OPTION_NUMBER, offsetof(CommonArgs, jobs), "N", "use N threads; without it, one for each core", NULL },
    { 'q', "quiet", OPTION_FLAG, offsetof(CommonArgs, quiet), NULL, "say only what is wrong", NULL },
    { 'h', "help", OPTION_FLAG, offsetof(CommonArgs, help), NULL, "say how the command is used", NULL },
    { 0, "version", OPTION_FLAG, offsetof(CommonArgs, version), NULL, "say which herald this is", NULL },
    OPTION_END,
};

const Command *const commands[] = { &cmd_build,   &cmd_check, &cmd_digest, &cmd_explain, &cmd_feed,
                                    &cmd_fix,     &cmd_help,  &cmd_liquid, &cmd_lsp,     &cmd_markdown,
                                    &cmd_preview, &cmd_rules, &cmd_show,   NULL };

const Command *command_find(Str name)
{
    for (const Command *const *command = commands; *command != NULL; command++) {
        if (str_eq(str_from((*command)->name), name))
            return *command;
    }
    return NULL;
}

StrList command_names(Arena *arena)
{
    StrList names = { NULL, 0 };
    for (const Command *const *command = commands; *command != NULL; command++)
        list_push(&names, str_from((*command)->name), arena);
    return names;
}

/* The standard streams are open, so that no file of ours becomes standard output; writing to one that was closed fails.
 */
static bool hold_streams(void)
{
    for (int fd = 0; fd <= 2; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
            return false;
    }
    return true;
}

static int terminal_columns(int fd)
{
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

static bool wants_color(void)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return (no_color == NULL || no_color[0] == '\0') && term != NULL && strcmp(term, "dumb") != 0;
}

static Env env_new(void)
{
    Env env = { .out = stdout, .err = stderr, .now_unix_s = time(NULL), .jobs = parallel_cores() };
    env.out_is_terminal = isatty(STDOUT_FILENO) != 0;
    env.err_is_terminal = isatty(STDERR_FILENO) != 0;
    env.color = env.out_is_terminal && wants_color();
    env.err_color = env.err_is_terminal && wants_color();
    env.columns = terminal_columns(env.out_is_terminal ? STDOUT_FILENO : STDERR_FILENO);
    return env;
}

static void read_configs(Env *env, StrList lists, Arena *arena)
{
    for (size_t i = 0; i < lists.len; i++) {
        Str rest = lists.items[i];
        Str name;
        while (str_split(&name, &rest, ',')) {
            if (name.len > 0)
                list_push(&env->configs, name, arena);
        }
    }
}

static bool read_now(Env *env, Str text, Arena *arena)
{
    enum { DAY_S = 86400 };
    Diags diags = { .arena = arena };
    const Source *source = source_new(STR("--now"), text, arena);
    Located now = { source->text, span_whole(source) };
    Date date;

    if (!date_read(&date, now, zone_open(STR("UTC"), arena), false, &diags) || diags.len > 0)
        return false;
    env->now_unix_s = date.unix_s + (date.precision == DATE_DAY ? DAY_S - 1 : 0);
    return true;
}

static int run_command(Env *env, const Command *command, const void *args, StrList operands)
{
    Progress progress = { .stage = NULL };

    gfm_init();
    xml_init();
    env->progress = &progress;
    if (env->err_is_terminal && !env->quiet)
        env->progress_line = progress_start(&progress, env->err);
    int status = command->run(env, args, operands);
    progress_stop(env->progress_line);
    return status;
}

static int show_help(const Env *env, const Command *command, Arena *arena)
{
    Buf help = { .arena = arena };
    help_put(&help, command);
    print_text(env->out, buf_str(&help));
    return EXIT_CLEAN;
}

static int no_command(const Env *env, Str name, Arena *arena)
{
    Str meant = nearest_word(name, command_names(arena));

    if (name.len == 0)
        return usage_error(env, NULL, "no command was given");
    if (meant.len == 0)
        return usage_error(env, NULL, "there is no command \"" STR_FMT "\"", STR_ARG(name));
    return usage_error(env, NULL, "there is no command \"" STR_FMT "\"; did you mean \"" STR_FMT "\"?", STR_ARG(name),
                       STR_ARG(meant));
}

static int apply_common(Env *env, const CommonArgs *common, const char *command, Arena *arena)
{
    env->site = common->site;
    env->quiet = common->quiet;
    if (common->jobs > 0)
        env->jobs = common->jobs;
    read_configs(env, common->configs, arena);
    if (common->now.len > 0 && !read_now(env, common->now, arena))
        return usage_error(env, command,
                           "--now takes YYYY-MM-DD or a time as 2024-08-06T12:00:00Z, not \"" STR_FMT "\"",
                           STR_ARG(common->now));
    return EXIT_CLEAN;
}

static int run_words(Env *env, StrList words, Arena *arena)
{
    CommonArgs common = { 0 };
    OptionSet sets[2] = { { common_options, &common } };
    StrList operands;
    Str fault;

    if (!options_read(&operands, &fault, sets, 1, OPTIONS_BEFORE_OPERANDS, words, arena))
        return usage_error(env, NULL, STR_FMT, STR_ARG(fault));
    Str name = operands.len == 0 ? STR("") : operands.items[0];
    const Command *command = command_find(name);
    if (command != NULL) {
        void *args = arena_alloc(arena, command->args_size);
        sets[1] = (OptionSet){ command->options, args };
        words = (StrList){ operands.items + 1, operands.len - 1 };
        if (!options_read(&operands, &fault, sets, 2, OPTIONS_ANYWHERE, words, arena))
            return usage_error(env, command->name, STR_FMT, STR_ARG(fault));
    }
    if (common.version) {
        fputs("herald " HERALD_VERSION "\n", env->out);
        return EXIT_CLEAN;
    }
    if (common.help)
        return show_help(env, command, arena);
    if (command == NULL)
        return no_command(env, name, arena);
    int status = apply_common(env, &common, command->name, arena);
    return status != EXIT_CLEAN ? status : run_command(env, command, sets[1].args, operands);
}

/* Output that is lost is a failure, whatever the command says. */
static int close_output(const Env *env, int status)
{
    char reason[128] = "";
    bool lost = ferror(env->out) != 0; /* already: only then its reason is not known any more */
    errno = 0;
    bool flushed = fflush(env->out) == 0;

    if (flushed && !lost)
        return status;
    bool told = !flushed && errno != 0 && strerror_r(errno, reason, sizeof(reason)) == 0;
    fprintf(env->err, "herald: cannot write to standard output%s%s\n", told ? ": " : "", told ? reason : "");
    return EXIT_WORLD;
}

int main(int argc, char **argv)
{
    Arena arena = { 0 };
    StrList words = { NULL, 0 };

    if (!hold_streams())
        return EXIT_WORLD;
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of fflush, not the end of a half-made build */
    Env env = env_new();
    for (int i = 1; i < argc; i++)
        list_push(&words, str_from(argv[i]), &arena);
    int status = close_output(&env, run_words(&env, words, &arena));
    arena_free(&arena);
    return status;
}
