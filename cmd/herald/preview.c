/* cmd/herald/preview.c - writes what becomes of posts as files that open anywhere. */
#include "preview.h"

#include "base/buf.h"
#include "base/file.h"
#include "command.h"
#include "feed/text.h"
#include "load.h"
#include "progress.h"
#include "site/body.h"
#include "text/datetime.h"

typedef struct PreviewArgs {
    Str output;
} PreviewArgs;

static const Option options[] = {
    { 'o', "output", OPTION_STRING, offsetof(PreviewArgs, output), "FOLDER", "write the files there", NULL },
    OPTION_END,
};

/* A post, and what it was before the preview published it. */
typedef struct Chosen {
    SitePost *post;
    Str held;
} Chosen;

typedef VEC(Chosen) Choice;

static Str why_held(const SitePost *post, Arena *arena)
{
    static const char *const words[] = {
        [POST_PUBLISHED] = "",
        [POST_DRAFT] = "it is a draft",
        [POST_EMBARGOED] = "it is under an embargo",
        [POST_SCHEDULED] = "it is scheduled for ",
        [POST_EXPIRED] = "it has expired",
    };
    bool scheduled = post->post.status == POST_SCHEDULED;
    return arena_join(arena, str_from(words[post->post.status]),
                      scheduled ? feed_rfc3339(post->post.published_unix_s, arena) : (Str){ NULL, 0 },
                      (Str){ NULL, 0 });
}

/* The posts at or below one of the paths that the site's scope is made of; how many there are. */
static size_t choose_one(Choice *out, const Site *site, const Str *path, Arena *arena)
{
    const SiteScope scope = { .paths = { path, 1 } };
    Site narrow = *site;
    size_t before = out->len;

    narrow.scope = &scope;
    for (size_t i = 0; i < site->all_count; i++) {
        if (site_in_scope(&narrow, site->all[i]->post.path))
            vec_push(arena, out, (Chosen){ site->all[i], why_held(site->all[i], arena) });
    }
    return out->len - before;
}

/* The posts that were asked for; false after saying that one is none. */
static bool choose(Choice *out, const Env *env, const Site *site, StrList paths, Arena *arena)
{
    for (size_t p = 0; p < paths.len; p++) {
        if (choose_one(out, site, &site->scope->paths.items[p], arena) == 0) {
            usage_error(env, "preview", "there is no post " STR_FMT, STR_ARG(paths.items[p]));
            return false;
        }
    }
    return true;
}

/* They are shown as on their day, among the others. */
static void publish(Site *site, const Choice *choice)
{
    for (size_t i = 0; i < choice->len; i++)
        choice->items[i].post->post.status = POST_PUBLISHED;
    site_arrange(site);
}

/* A folder for each, where there are several: by the name of the file, with a number where two have one name. */
static Str folder_of(Str output, const Choice *choice, size_t i, Arena *arena)
{
    Str stem = path_stem(choice->items[i].post->post.path);
    size_t same = 1;

    if (choice->len == 1)
        return output;
    for (size_t k = 0; k < i; k++)
        same += str_eq(path_stem(choice->items[k].post->post.path), stem);
    return path_join(arena, output, same == 1 ? stem : arena_format(arena, STR_FMT "-%zu", STR_ARG(stem), same));
}

/* What keeps a post from being published. */
static void collect_stops(Diags *out, const Diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        if (diags->items[i].kind != DIAG_CONTENT)
            diags_append(out, &(Diags){ .items = &diags->items[i], .len = 1 });
    }
}

static void write_preview(const Env *env, const Site *site, const Chosen *chosen, Str folder, Diags *diags)
{
    Arena arena = { 0 };
    Preview preview;
    bool good = preview_make(&preview, site, chosen->post, chosen->held, &arena, diags);

    for (size_t i = 0; good && i < preview.len; i++)
        good = file_write(path_join(&arena, folder, str_from(preview.items[i].name)), preview.items[i].bytes, diags);
    if (good) {
        progress_hide(env->progress_line);
        fprintf(env->out, STR_FMT "\n", STR_ARG(path_join(&arena, folder, STR("index.html"))));
    }
    arena_free(&arena);
}

static int preview_posts(const Env *env, const PreviewArgs *args, Site *site, StrList paths, Arena *arena)
{
    Choice choice = { 0 };
    Diags diags = { .arena = arena };

    if (!choose(&choice, env, site, paths, arena))
        return EXIT_USAGE;
    publish(site, &choice);
    site_render_bodies(site, env->jobs, env->progress, NULL);
    collect_stops(&diags, site->diags);
    bool writable = load_check_output(site, args->output, &diags);
    for (size_t i = 0; writable && i < choice.len; i++) {
        const Chosen *chosen = &choice.items[i];
        collect_stops(&diags, &chosen->post->diags);
        if (chosen->post->sound)
            write_preview(env, site, chosen, folder_of(args->output, &choice, i, arena), &diags);
    }
    print_diags(env, env->err, &diags);
    return diags_status(&diags);
}

/* --- drafts without a date ---------------------------------------------------------------------------------------- */

typedef VEC(Overlay) Overlays;

/* Whether it lacks nothing but a date, in front matter of lines. */
static bool lacks_date(const SitePost *post)
{
    for (size_t i = 0; i < post->diags.len; i++) {
        const Diag *diag = &post->diags.items[i];
        if (diag->kind != DIAG_CONTENT && strcmp(diag->rule, "date-missing") != 0)
            return false;
    }
    return !post->sound && post->post.source != NULL && str_starts_with(post->post.source->text, STR("---"));
}

/* A draft gets its date when it is published: until then it is of today. */
static Overlays date_drafts(const Env *env, const Site *site, Arena *arena)
{
    Civil today = civil_from_seconds(env->now_unix_s);
    Str date = arena_format(arena, "date: %04d-%02d-%02d\n", (int)today.year, today.month, today.day);
    Overlays overlays = { 0 };

    for (size_t i = 0; i < site->all_count; i++) {
        const SitePost *post = site->all[i];
        if (!site_in_scope(site, post->post.path) || !lacks_date(post))
            continue;
        Str text = arena_copy(arena, post->post.source->text);
        size_t line = str_find_char(text, '\n', 0);
        line = line == STR_NONE ? text.len : line + 1;
        text = arena_join(arena, str_slice(text, 0, line), date, str_from_offset(text, line));
        vec_push(arena, &overlays, (Overlay){ arena_copy(arena, post->post.path), text });
    }
    return overlays;
}

static bool load(Site **out, const Env *env, StrList paths, Arena *arena, Diags *diags)
{
    if (!load_site_for(out, env, paths, arena, diags))
        return false;
    Overlays overlays = date_drafts(env, *out, arena);
    if (overlays.len == 0)
        return true;
    site_free(*out);
    *diags = (Diags){ .arena = arena };
    return load_site_with(out, env, paths, overlays.items, overlays.len, arena, diags);
}

static int run(const Env *env, const void *args, StrList paths)
{
    const PreviewArgs *preview = args;
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Site *site;
    int status = EXIT_USAGE;

    if (paths.len == 0)
        return usage_error(env, "preview", "takes the files of posts");
    if (preview->output.len == 0)
        return usage_error(env, "preview", "-o FOLDER is missing: say where to write the files");
    if (load(&site, env, paths, &arena, &diags)) {
        status = preview_posts(env, preview, site, paths, &arena);
        site_free(site);
    } else {
        print_diags(env, env->err, &diags);
    }
    arena_free(&arena);
    return status;
}

const Command cmd_preview = {
    "preview",
    "POST...",
    "write what becomes of posts as files that open anywhere",
    "Writes the page of each post, its entry in feeds, and the mail that tells of it, as they will be once it is "
    "published: drafts and scheduled posts too; one without a date as of today. The files need no others: style sheets "
    "and pictures of the site are in "
    "them, so that they open from an archive that a build attaches to a pull request.\n\n"
    "In FOLDER, or where there are several posts in a folder for each, stand page.html, feed.atom, feed.rss, "
    "feed.json, "
    "email.html, email.txt, email.eml, and index.html, which links them and is named on standard output. The feeds "
    "have "
    "only this entry, as they are published: with the addresses of the site.\n\n"
    "  herald preview posts/2024-08-06-example-joins.md -o preview",
    options,
    sizeof(PreviewArgs),
    run,
};
