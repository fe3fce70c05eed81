/* cmd/herald/show.c - `herald show`: every post as herald understands it. */
#include "check/report.h"
#include "load.h"
#include "progress.h"
#include "site/body.h"
#include "site/load.h"
#include "text/datetime.h"
#include "text/unicode.h"

typedef enum ShowFormat { SHOW_TEXT, SHOW_JSONL } ShowFormat;
static const char *const formats[] = { "text", "jsonl", NULL };

typedef struct ShowArgs {
    int format;
} ShowArgs;

static const Option options[] = {
    { 'f', "format", OPTION_CHOICE, offsetof(ShowArgs, format), NULL,
      "a table for people, or one JSON object a line for programs", formats },
    OPTION_END,
};

enum { MAX_URL_COLUMNS = 56 };

static const char *status_name(const SitePost *post)
{
    static const char *const names[] = {
        [POST_PUBLISHED] = "published", [POST_DRAFT] = "draft",     [POST_SCHEDULED] = "scheduled",
        [POST_EMBARGOED] = "embargoed", [POST_EXPIRED] = "expired",
    };
    return post->sound ? names[post->post.status] : "faulty";
}

/* A faulty post may have a date that could not be read. */
static bool has_date(const SitePost *post)
{
    return post->sound || post->post.date.unix_s != 0;
}

static void put_optional(JsonWriter *json, const char *key, Str text)
{
    if (text.len > 0)
        json_field(json, key, text);
}

static void put_authors(JsonWriter *json, const Post *post)
{
    json_key(json, "authors");
    json_open_array(json);
    for (size_t i = 0; i < post->author_count; i++) {
        const Author *author = &post->authors[i];
        json_open_object(json);
        json_field(json, "name", author->name);
        put_optional(json, "id", author->id);
        put_optional(json, "url", author->url);
        put_optional(json, "email", author->email);
        put_optional(json, "affiliation", author->affiliation);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_date(JsonWriter *json, const SitePost *post, Arena *arena)
{
    const Date *date = &post->post.date;
    Buf text = { .arena = arena };

    json_key(json, "date");
    if (!has_date(post)) {
        json_null(json);
        return;
    }
    datetime_put_rfc3339(&text, date->unix_s, date->offset_s);
    json_string(json, buf_str(&text));
    json_field(json, "date_precision", date->precision == DATE_DAY ? STR("day") : STR("second"));
}

static void put_tags(JsonWriter *json, const Post *post)
{
    json_key(json, "tags");
    json_open_array(json);
    for (size_t i = 0; i < post->tag_count; i++)
        json_string(json, post->tags[i].label);
    json_close_array(json);
}

static void put_diagnostics(JsonWriter *json, const Diags *diags, Arena *arena)
{
    Diags sorted = { .arena = arena };
    PlaceCursor cursor = { 0 };

    diags_append(&sorted, diags);
    diags_sort(&sorted);
    json_key(json, "diagnostics");
    json_open_array(json);
    for (size_t i = 0; i < sorted.len; i++)
        report_put_json(json, &sorted.items[i], &cursor);
    json_close_array(json);
}

static void put_json(Buf *out, const Site *site, const SitePost *post, Arena *arena)
{
    JsonWriter json = { .out = out };

    json_open_object(&json);
    json_field(&json, "path", site_shown_path(site, post->post.path, arena));
    json_field(&json, "url", post->url);
    json_field(&json, "id", post->post.id);
    json_field(&json, "title", post->post.title.str);
    put_date(&json, post, arena);
    put_authors(&json, &post->post);
    put_tags(&json, &post->post);
    json_field(&json, "layout", post->post.layout);
    json_field(&json, "language", post->post.language);
    json_field(&json, "excerpt_text", post->excerpt_text);
    json_field(&json, "excerpt_html", post->excerpt_html);
    json_field(&json, "content_html", post->content_html);
    json_field(&json, "status", str_from(status_name(post)));
    put_diagnostics(&json, &post->diags, arena);
    json_close_object(&json);
    buf_put_char(out, '\n');
}

/* Where it stands; a faulty post may have no address yet. */
static Str address(const SitePost *post)
{
    return post->url.len > 0 ? post->url : post->post.path;
}

static void put_row(Buf *out, const SitePost *post, int url_columns)
{
    const Date *date = &post->post.date;

    if (has_date(post))
        datetime_put_format(out, STR("%Y-%m-%d"), date->unix_s, 0, date->offset_s);
    else
        buf_put_repeated(out, ' ', sizeof("YYYY-MM-DD") - 1);
    buf_put_format(out, "  %-9s  ", status_name(post));
    report_put_safe(out, address(post));
    int missing = url_columns - unicode_width(address(post));
    buf_put_repeated(out, ' ', missing > 0 ? (size_t)missing : 0);
    buf_put_cstr(out, "  ");
    report_put_safe(out, post->post.title.str);
    buf_put_char(out, '\n');
}

/* How wide the column of addresses is: as the longest that is not overlong. */
static int measure_urls(const SitePost *const *posts, size_t count)
{
    int widest = 0;

    for (size_t i = 0; i < count; i++) {
        int width = unicode_width(address(posts[i]));
        if (width > widest && width <= MAX_URL_COLUMNS)
            widest = width;
    }
    return widest;
}

static void print_posts(const Env *env, ShowFormat format, const Site *site, const SitePost *const *posts, size_t count)
{
    Arena text = { 0 };
    Arena scratch = { 0 };
    int url_columns = measure_urls(posts, count);

    progress_hide(env->progress_line);
    for (size_t i = 0; i < count; i++) {
        Buf out = { .arena = &text };
        if (format == SHOW_JSONL)
            put_json(&out, site, posts[i], &scratch);
        else
            put_row(&out, posts[i], url_columns);
        print_text(env->out, buf_str(&out));
        arena_reset(&text);
        arena_reset(&scratch);
    }
    arena_free(&text);
    arena_free(&scratch);
}

/* Stopping faults and the world's are show's; what else is wrong with a post stands beside it. */
static int show_site(const Env *env, ShowFormat format, Site *site)
{
    Arena arena = { 0 };
    Diags sites = { .arena = &arena };
    VEC(const SitePost *) chosen = { 0 };
    int status;

    site_render_bodies(site, env->jobs, env->progress, NULL);
    diags_append(&sites, site->diags);
    status = diags_status(&sites);
    for (size_t i = 0; i < site->all_count; i++) {
        const SitePost *post = site->all[i];
        if (!site_in_scope(site, post->post.path))
            continue;
        vec_push(&arena, &chosen, post);
        if (post->diags.world > 0)
            status = EXIT_WORLD;
        else if (post->diags.stops > 0 && status == EXIT_CLEAN)
            status = EXIT_CONTENT;
    }
    print_posts(env, format, site, chosen.items, chosen.len);
    fflush(env->out);
    print_diags(env, env->err, &sites);
    arena_free(&arena);
    return status;
}

static int show_run(const Env *env, const void *args, StrList paths)
{
    const ShowArgs *show = args;
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    Site *site;
    int status = EXIT_USAGE;

    if (load_site_for(&site, env, paths, &arena, &diags)) {
        status = show_site(env, (ShowFormat)show->format, site);
        site_free(site);
    } else {
        print_diags(env, env->err, &diags);
    }
    arena_free(&arena);
    return status;
}

const Command cmd_show = {
    .name = "show",
    .operands = "[PATH...]",
    .summary = "show every post as herald understands it",
    .description =
        "Prints a line for each post: its day, its status (published, draft, scheduled, embargoed, expired, or faulty "
        "for "
        "one that cannot be published as it is), its address and its title. With PATHs, files or folders, only the "
        "posts "
        "there. What is wrong with the configuration goes to standard error.\n\n"
        "In JSON Lines each post is an object with path, url, id, title, date (RFC 3339), date_precision (day or "
        "second), "
        "authors (each with name, and id, url, email, affiliation where known), tags, layout, language, excerpt_text, "
        "excerpt_html, content_html, status, and diagnostics as \"herald check\" has them.\n\n"
        "  herald show\n"
        "  herald show --format=jsonl | jq -r .title",
    .options = options,
    .args_size = sizeof(ShowArgs),
    .run = show_run,
};
