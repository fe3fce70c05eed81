/* cmd/herald/digest.c - writes a channel's mail as files; sends nothing and remembers nothing. */
#include "mail/digest.h"

#include "base/file.h"
#include "command.h"
#include "load.h"
#include "progress.h"
#include "site/load.h"

typedef struct DigestArgs {
    Str period;
    StrList to;
    Str output;
} DigestArgs;

static const Option options[] = {
    { 'p', "period", OPTION_STRING, offsetof(DigestArgs, period), "PERIOD",
      "2024, 2024-08, 2024-W32 or 2024-08-06; without it, the last one that is over by the channel's schedule", NULL },
    { 't', "to", OPTION_LIST, offsetof(DigestArgs, to), "ADDRESS",
      "write a message to this address; may be given more than once", NULL },
    { 'o', "output", OPTION_STRING, offsetof(DigestArgs, output), "FOLDER", "write the messages there", NULL },
    OPTION_END,
};

/* A run of the command. */
typedef struct DigestRun {
    const Env *env;
    const DigestArgs *args;
    const Site *site;
    const Channel *channel;
    Period period;
    Arena *arena;
    Diags *diags;
} DigestRun;

static int check_addresses(const Env *env, StrList addresses)
{
    for (size_t i = 0; i < addresses.len; i++) {
        const char *fault = address_fault(addresses.items[i]);
        if (fault != NULL)
            return usage_error(env, "digest", "--to: \"" STR_FMT "\" %s", STR_ARG(addresses.items[i]), fault);
    }
    return EXIT_CLEAN;
}

static int check_call(const Env *env, const DigestArgs *args, StrList operands)
{
    if (operands.len != 1)
        return usage_error(env, "digest", "takes the name of one channel, a file of the folder feeds without its .yml");
    if (args->output.len == 0)
        return usage_error(env, "digest", "-o FOLDER is missing: say where to write the messages");
    return check_addresses(env, args->to);
}

static int unknown_channel(const DigestRun *run, Str name)
{
    Buf names = { .arena = run->arena };

    for (size_t i = 0; i < run->site->channel_count; i++) {
        buf_put(&names, i > 0 ? STR(", ") : STR(": there are "));
        buf_put(&names, run->site->channels[i].name);
    }
    return usage_error(run->env, "digest", "there is no channel \"" STR_FMT "\"" STR_FMT, STR_ARG(name),
                       STR_ARG(buf_str(&names)));
}

static int find_period(DigestRun *run)
{
    PeriodKind kind = PERIOD_MONTH;
    Str text = run->args->period;

    if (text.len == 0) {
        period_kind(&kind, run->channel->digest_schedule); /* the configuration's reader has refused other words */
        run->period = period_last(kind, run->site->now_unix_s, run->site->zone, run->arena);
        return EXIT_CLEAN;
    }
    if (period_read(&run->period, text, run->site->zone, run->arena))
        return EXIT_CLEAN;
    return usage_error(run->env, "digest",
                       "--period: \"" STR_FMT "\" is none: write 2024, 2024-08, 2024-W32 or 2024-08-06", STR_ARG(text));
}

/* What stops a build stops a mail too, which nobody can take back. */
static bool is_stopped(const DigestRun *run)
{
    Diags all = { .arena = run->arena };

    load_collect(&all, run->site);
    for (size_t i = 0; i < all.len; i++) {
        if (all.items[i].kind != DIAG_CONTENT)
            diags_append(run->diags, &(Diags){ .items = &all.items[i], .len = 1 });
    }
    return run->diags->stops + run->diags->world > 0;
}

static bool is_repeated(StrList addresses, size_t i)
{
    for (size_t j = 0; j < i; j++) {
        if (str_eq_nocase(addresses.items[j], addresses.items[i]))
            return true;
    }
    return false;
}

static bool write_messages(const DigestRun *run, const Digest *digest, StrList recipients)
{
    size_t number = 0;
    Arena arena = { 0 };
    bool good = true;

    for (size_t i = 0; i < recipients.len && good; i++) {
        if (is_repeated(recipients, i))
            continue;
        Buf message = { .arena = &arena };
        Str name = arena_format(&arena, STR_FMT "-" STR_FMT "-%zu.eml", STR_ARG(run->channel->name),
                                STR_ARG(run->period.key), ++number);
        Str path = path_join(&arena, run->args->output, name);
        digest_put_message(&message, digest, recipients.items[i]);
        good = file_write(path, buf_str(&message), run->diags);
        if (good)
            fprintf(run->env->out, STR_FMT "\n", STR_ARG(path));
        arena_reset(&arena);
    }
    arena_free(&arena);
    return good;
}

static void say(const Env *env, Str text)
{
    progress_hide(env->progress_line);
    if (!env->quiet)
        fprintf(env->err, "herald: " STR_FMT "\n", STR_ARG(text));
}

static void make_and_write(const DigestRun *run)
{
    Digest digest;
    StrList recipients = run->args->to;

    if (!digest_make(&digest, run->site, run->channel, &run->period, run->arena, run->diags))
        return;
    if (digest.post_count == 0) {
        say(run->env, arena_format(run->arena, STR_FMT " has no posts in " STR_FMT ": no message is written",
                                   STR_ARG(run->channel->name), STR_ARG(run->period.name)));
        return;
    }
    if (recipients.len == 0)
        recipients = (StrList){ &digest.settings.from.address, 1 };
    if (write_messages(run, &digest, recipients) && run->args->to.len == 0)
        say(run->env, arena_format(run->arena, "no --to: this is a specimen, addressed to the sender, " STR_FMT,
                                   STR_ARG(digest.settings.from.address)));
}

static int run_on_site(DigestRun *run, Str channel)
{
    run->channel = site_channel(run->site, channel);
    if (run->channel == NULL)
        return unknown_channel(run, channel);
    int status = find_period(run);
    if (status != EXIT_CLEAN)
        return status;
    if (!is_stopped(run))
        make_and_write(run);
    print_diags(run->env, run->env->err, run->diags);
    return diags_status(run->diags);
}

static int run(const Env *env, const void *args, StrList operands)
{
    Arena arena = { 0 };
    Diags loading = { .arena = &arena };
    Diags diags = { .arena = &arena };
    DigestRun digest = { .env = env, .args = args, .arena = &arena, .diags = &diags };
    Site *site;

    int status = check_call(env, args, operands);
    if (status != EXIT_CLEAN)
        return status;
    if (load_site(&site, env, &arena, &loading)) {
        digest.site = site;
        status = run_on_site(&digest, operands.items[0]);
        site_free(site);
    } else {
        print_diags(env, env->err, &loading);
        status = EXIT_USAGE;
    }
    arena_free(&arena);
    return status;
}

const Command cmd_digest = {
    "digest",
    "CHANNEL",
    "write a channel's mail for a period",
    "Writes what the channel published in the period as mail: one file, CHANNEL-PERIOD-NUMBER.eml, for each address, "
    "ready "
    "to be opened in a mail program or handed to a mail server. Sends nothing and changes no state: two runs give the "
    "same "
    "bytes. Without --to, one specimen is addressed to the sender.\n\n"
    "The sender stands in the configuration: mail: { from: \"Example News <news@example.org>\" }. Without posts in the "
    "period no message is written.\n\n"
    "  herald digest news --period 2024-08 --to reader@example.org -o outbox",
    options,
    sizeof(DigestArgs),
    run,
};
