/* cmd/herald/feed.c - `herald feed`: looks at feeds that are written, herald's own or not. */
#include "check/report.h"
#include "command.h"
#include "feed/diff.h"
#include "feed/inspect.h"
#include "feed_source.h"
#include "progress.h"

typedef struct FeedArgs {
    int format;
} FeedArgs;

static const Option options[] = {
    { 'f', "format", OPTION_CHOICE, offsetof(FeedArgs, format), "FORMAT",
      "write findings as one of the formats of check, by default text; of diff: text or jsonl", report_format_names },
    OPTION_END,
};

enum { FORMAT_TEXT = REPORT_TEXT, FORMAT_JSONL = 1 };

/* --- check ------------------------------------------------------------------------------------------------------- */

static int tell(const Env *env, const FeedArgs *args, Diags *found, size_t files)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena }, summary = { .arena = &arena };

    diags_sort(found);
    Report report = { .diags = found,
                      .files = files,
                      .fail_on = SEVERITY_ERROR,
                      .now_unix_s = env->now_unix_s,
                      .style = { .columns = env->columns, .color = env->color } };
    report_formats[args->format](&out, &report);
    progress_hide(env->progress_line);
    print_text(env->out, buf_str(&out));
    fflush(env->out); /* where both go to one terminal, the summary stands last */
    if (!env->quiet) {
        report_put_summary(&summary, &report);
        print_text(env->err, buf_str(&summary));
    }
    arena_free(&arena);
    return diags_status(found);
}

static int check_feeds(const Env *env, const FeedArgs *args, StrList names)
{
    Arena arena = { 0 };
    Diags found = { .arena = &arena };
    const FeedRules rules = { .now_unix_s = env->now_unix_s };

    if (names.len == 0)
        return usage_error(env, "feed", "check takes one or more feeds: files, addresses, or - for standard input");
    for (size_t i = 0; i < names.len; i++) {
        Diags diags = { .arena = &arena };
        FeedReading feed;
        Str bytes;
        if (feed_source_get(&bytes, names.items[i], &arena, &diags))
            feed_inspect_bytes(&feed, bytes, feed_source_name(names.items[i]), &rules, &arena, &diags);
        diags_append(&found, &diags);
    }
    int status = tell(env, args, &found, names.len);
    arena_free(&arena);
    return status;
}

/* --- diff -------------------------------------------------------------------------------------------------------- */

static const char *const change_names[] = { "feed", "added", "changed", "removed", "re-delivered" };

static void put_fields(Buf *out, unsigned fields)
{
    const char *between = "";

    for (size_t i = 0; i < FEED_FIELDS; i++) {
        if ((fields & 1U << i) != 0) {
            buf_put_format(out, "%s%s", between, feed_field_names[i]);
            between = ", ";
        }
    }
}

static void put_text(Buf *out, const FeedChange *change)
{
    const ReadEntry *entry = change->after != NULL ? change->after : change->before;

    buf_put_cstr(out, change_names[change->kind]);
    if (entry != NULL) {
        buf_put_char(out, ' ');
        report_put_safe(out, entry->id.str);
        buf_put_cstr(out, " \"");
        report_put_safe(out, entry->title.str);
        buf_put_char(out, '"');
    }
    if (change->fields != 0) {
        buf_put_cstr(out, ": ");
        put_fields(out, change->fields);
    }
    if (change->kind == FEED_REDELIVERED) {
        buf_put_cstr(out, "; it was ");
        report_put_safe(out, change->before->id.str);
    }
    buf_put_cstr(out, change->is_older ? ": older than all that are left\n" : "\n");
}

static void put_json(Buf *out, const FeedChange *change)
{
    const ReadEntry *entry = change->after != NULL ? change->after : change->before;
    JsonWriter json = { .out = out };

    json_open_object(&json);
    json_field(&json, "change", str_from(change_names[change->kind]));
    if (entry != NULL) {
        json_field(&json, "id", entry->id.str);
        json_field(&json, "url", entry->url.str);
        json_field(&json, "title", entry->title.str);
    }
    if (change->kind == FEED_REDELIVERED)
        json_field(&json, "old_id", change->before->id.str);
    if (change->kind == FEED_REMOVED) {
        json_key(&json, "older_than_all");
        json_bool(&json, change->is_older);
    }
    json_key(&json, "fields");
    json_open_array(&json);
    for (size_t i = 0; i < FEED_FIELDS; i++) {
        if ((change->fields & 1U << i) != 0)
            json_string(&json, str_from(feed_field_names[i]));
    }
    json_close_array(&json);
    json_close_object(&json);
    buf_put_char(out, '\n');
}

static void put_summary(Buf *out, const FeedDiff *diff)
{
    buf_put_format(out, "%zu added, %zu changed, %zu removed, %zu re-delivered, %zu unchanged\n",
                   diff->count[FEED_ADDED], diff->count[FEED_CHANGED], diff->count[FEED_REMOVED],
                   diff->count[FEED_REDELIVERED], diff->unchanged);
}

static int tell_diff(const Env *env, const FeedArgs *args, const FeedDiff *diff, Arena *arena)
{
    Buf out = { .arena = arena }, summary = { .arena = arena };

    for (size_t i = 0; i < diff->len; i++) {
        if (args->format == FORMAT_TEXT)
            put_text(&out, &diff->items[i]);
        else
            put_json(&out, &diff->items[i]);
    }
    print_text(env->out, buf_str(&out));
    fflush(env->out);
    put_summary(&summary, diff);
    if (!env->quiet)
        print_text(env->err, buf_str(&summary));
    return diff->len > 0 ? EXIT_CONTENT : EXIT_CLEAN;
}

static bool read_side(FeedReading *out, Str name, Arena *arena, Diags *diags)
{
    const Source *source;
    Str bytes;

    return feed_source_get(&bytes, name, arena, diags)
           && feed_source_take(&source, bytes, feed_source_name(name), arena, diags)
           && feed_read(out, source, arena, diags);
}

static int diff_feeds(const Env *env, const FeedArgs *args, StrList names)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    FeedReading before, after;
    FeedDiff diff;
    int status = EXIT_USAGE;

    if (names.len != 2)
        return usage_error(env, "feed", "diff takes two feeds, the old and the new: files, addresses, or -");
    if (args->format != FORMAT_TEXT && args->format != FORMAT_JSONL)
        return usage_error(env, "feed", "diff writes text or jsonl");
    if (read_side(&before, names.items[0], &arena, &diags) && read_side(&after, names.items[1], &arena, &diags)) {
        feed_diff(&diff, &before, &after, &arena);
        status = tell_diff(env, args, &diff, &arena);
    } else {
        print_diags(env, env->err, &diags);
        status = diags.world > 0 ? EXIT_WORLD : EXIT_USAGE;
    }
    arena_free(&arena);
    return status;
}

static int run(const Env *env, const void *args, StrList operands)
{
    StrList names = { operands.items + 1, operands.len > 0 ? operands.len - 1 : 0 };
    Str what = operands.len > 0 ? operands.items[0] : (Str){ NULL, 0 };

    if (str_eq(what, STR("check")))
        return check_feeds(env, args, names);
    if (str_eq(what, STR("diff")))
        return diff_feeds(env, args, names);
    return usage_error(env, "feed", "say what to do: check FEED..., or diff OLD NEW");
}

const Command cmd_feed = {
    .name = "feed",
    .operands = "check FEED... | diff OLD NEW",
    .summary = "look at feeds that are written, herald's own or not",
    .description =
        "A FEED is a file, an address that begins with http:// or https://, or - for standard input; in Atom 1.0, RSS "
        "2.0 or JSON Feed. Nothing is fetched but the addresses that were given, and a feed may have 16 MB.\n\n"
        "check says what is wrong with each feed, with its line, the rule and what to write instead: what is no feed "
        "at all, what its format does not allow, and what readers are known to get wrong. \"herald explain FD1705\" "
        "says "
        "more of a rule. Findings go to standard output in the formats of \"herald check\", the number of them to "
        "standard error. The exit status is 1 when there are errors.\n\n"
        "diff says what subscribers of OLD will see in NEW: entries that were added, changed or removed, by id, and "
        "what "
        "of them; and those that are re-delivered, because the same post has another id: readers show it as new again. "
        "In JSON Lines each is an object with change (feed, added, changed, removed, re-delivered), id, url, title, "
        "fields "
        "(what differs), and where there are such, old_id and older_than_all: the entry left since a feed holds the "
        "newest "
        "only. The exit status is 0 when subscribers see nothing, 1 when they see something, and 2 when one of the two "
        "is "
        "no feed.\n\n"
        "  herald feed check public/feeds/news.atom\n"
        "  herald feed check --format=jsonl https://news.example.org/feeds/news.atom\n"
        "  herald feed diff published.atom public/feeds/news.atom",
    .options = options,
    .args_size = sizeof(FeedArgs),
    .run = run,
};
