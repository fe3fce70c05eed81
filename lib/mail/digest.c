/* lib/mail/digest.c */
#include "mail/digest.h"

#include "base/utf8.h"
#include "mail/adapt.h"
#include "mail/digest_html.h"
#include "mail/digest_text.h"
#include "mail/header.h"
#include "markup/clean.h"
#include "markup/excerpt.h"
#include "markup/gfm.h"
#include "site/config.h"
#include "site/template.h"
#include "text/datetime.h"
#include "text/slug.h"
#include "text/unicode.h"

enum {
    PREHEADER_MIN_CHARS = 20,
    PREHEADER_MAX_CHARS = 140,
    SUBJECT_MAX_CHARS = 88, /* mail programs show 60 to 80 */
    INTRO_TOP_LEVEL = 2,
    POST_TOP_LEVEL = 3,
};

static const Str separator = STR_INIT(" \xc2\xb7 "); /* a middle dot */

/* At most `max_chars`, cut at a blank where there is one in the last half, with an ellipsis. */
static Str shorten(Str text, size_t max_chars, Arena *arena)
{
    size_t end = utf8_offset(text, max_chars - 1);

    if (utf8_length(text) <= max_chars)
        return text;
    size_t blank = str_find_last_char(str_slice(text, 0, end + 1), ' ');
    if (blank != STR_NONE && blank > end / 2)
        end = blank;
    return arena_join(arena, str_trim_right(str_slice(text, 0, end)), STR("\xe2\x80\xa6"), STR(""));
}

/* White space of any kind as single blanks: a title never breaks a line. */
static Str fold(Str text, Arena *arena)
{
    Buf folded = { .arena = arena };
    Str word;

    text = adapt_text(text, arena);
    for (size_t at = 0; at < text.len;) {
        while (char_is_space(str_at(text, at)))
            at++;
        size_t start = at;
        while (at < text.len && !char_is_space(str_at(text, at)))
            at++;
        word = str_slice(text, start, at);
        buf_put(&folded, folded.len > 0 && word.len > 0 ? STR(" ") : STR(""));
        buf_put(&folded, word);
    }
    return buf_str(&folded);
}

/* --- documents --- */

static AdaptBase base_of(const Digest *digest, Str page_url, Arena *arena)
{
    bool https = str_starts_with(digest->site->config.url, STR("https://"));

    return (AdaptBase){ page_url, https ? url_host(digest->site->config.url, arena) : STR("") };
}

static Document clean_and_adapt(const Document *document, const AdaptBase *base, int top_level, Arena *arena)
{
    Document clean = { 0 };

    document_clean(&clean, document, arena);
    adapt_document(&clean, base, top_level);
    return clean;
}

static Document read_markdown(const Digest *digest, Str text, Arena *arena)
{
    Document document;
    GfmOptions options = { .smart = digest->site->config.smart, .bare_links = true };

    gfm_parse(&document, text, &(Places){ 0 }, &options, arena);
    return document;
}

/* The excerpt the author gave, else the beginning of the body; without a root where there are no words. */
static Document read_excerpt(const Digest *digest, const SitePost *post, const Document *body, const AdaptBase *base,
                             Arena *arena)
{
    Document excerpt;
    Document given = read_markdown(digest, post->post.excerpt, arena);

    if (!excerpt_document(&excerpt, &given, arena) && !excerpt_document(&excerpt, body, arena))
        return (Document){ 0 };
    return clean_and_adapt(&excerpt, base, POST_TOP_LEVEL, arena);
}

/* --- a post --- */

/* The day is that of the page and its address: in the zone of the site, not of the author. */
static Str make_byline(const Post *post, const Zone *zone, Arena *arena)
{
    Civil day = civil_from_seconds(post->date.unix_s + zone_offset_s(zone, post->date.unix_s));
    Buf line = { .arena = arena };

    buf_put_format(&line, "%d " STR_FMT " %d", day.day, STR_ARG(datetime_months[day.month - 1]), (int)day.year);
    for (size_t i = 0; i < post->author_count; i++) {
        buf_put(&line, i == 0 ? separator : STR(", "));
        buf_put(&line, fold(post->authors[i].name, arena));
    }
    return buf_str(&line);
}

static bool make_item(DigestItem *item, const Digest *digest, const SitePost *post, Arena *arena, Diags *diags)
{
    Document body;
    Str url = site_absolute_url(digest->site, post->url, arena);
    AdaptBase base = base_of(digest, url, arena);

    if (!site_document(&body, digest->site, post, arena, diags))
        return false;
    *item = (DigestItem){
        .post = post,
        .title = fold(post->post.title.str, arena),
        .subtitle = fold(post->post.subtitle, arena),
        .byline = make_byline(&post->post, digest->site->zone, arena),
        .url = adapt_url(url, &base, arena),
        .language = post->post.language.len > 0 ? post->post.language : digest->language,
        .excerpt = read_excerpt(digest, post, &body, &base, arena),
        .depth = DIGEST_EXCERPT,
    };
    item->direction = unicode_direction(item->language);
    if (digest->channel->digest_full) {
        item->full = clean_and_adapt(&body, &base, POST_TOP_LEVEL, arena);
        item->depth = DIGEST_FULL;
    }
    return true;
}

static bool gather(Digest *digest, Arena *arena, Diags *diags)
{
    PostList posts = channel_posts(digest->site, digest->channel, arena);

    digest->items = ARENA_ARRAY(arena, DigestItem, DIGEST_MAX_ITEMS);
    for (size_t i = 0; i < posts.len; i++) {
        if (!period_has(&digest->period, posts.items[i]->post.published_unix_s))
            continue;
        digest->post_count++;
        if (digest->item_count == DIGEST_MAX_ITEMS)
            continue;
        if (!make_item(&digest->items[digest->item_count], digest, posts.items[i], arena, diags))
            return false;
        digest->item_count++;
    }
    return true;
}

/* --- what stands above the posts --- */

static Str make_summary(const Digest *digest, Arena *arena)
{
    return arena_format(arena, STR_FMT STR_FMT "%zu post%s", STR_ARG(digest->period.name), STR_ARG(separator),
                        digest->post_count, digest->post_count == 1 ? "" : "s");
}

/* The titles, as many as there is room for; where they are short, the beginning of the first post. */
static Str make_preheader(const Digest *digest, Arena *arena)
{
    Buf text = { .arena = arena };

    for (size_t i = 0; i < digest->item_count && text.len < (size_t)PREHEADER_MAX_CHARS * 4; i++) {
        buf_put(&text, i > 0 ? separator : STR(""));
        buf_put(&text, digest->items[i].title);
    }
    if (utf8_length(buf_str(&text)) < PREHEADER_MIN_CHARS && digest->items[0].excerpt.root != NULL) {
        buf_put(&text, text.len > 0 ? STR(": ") : STR(""));
        buf_put(&text, excerpt_words(&digest->items[0].excerpt, PREHEADER_MAX_CHARS, arena));
    }
    if (utf8_length(buf_str(&text)) < PREHEADER_MIN_CHARS) {
        buf_put(&text, separator);
        buf_put(&text, digest->title);
        buf_put(&text, STR(", "));
        buf_put(&text, digest->summary);
    }
    return shorten(buf_str(&text), PREHEADER_MAX_CHARS, arena);
}

/* The template where it stands in the channel's file; where YAML changed its letters, as a text of its own. */
static Span subject_span(const Channel *channel, Arena *arena)
{
    Str subject = channel->digest_subject;
    size_t at = channel->source != NULL ? str_find(channel->source->text, subject, 0) : STR_NONE;

    if (at != STR_NONE)
        return (Span){ channel->source, (uint32_t)at, (uint32_t)(at + subject.len) };
    return span_whole(source_new(channel->source != NULL ? channel->source->path : channel->name, subject, arena));
}

static LiquidValue two_texts(const char *first, Str first_value, const char *second, Str second_value, Arena *arena)
{
    LiquidHashEntry *entries = ARENA_ARRAY(arena, LiquidHashEntry, 2);

    entries[0] = (LiquidHashEntry){ str_from(first), liquid_string(first_value) };
    entries[1] = (LiquidHashEntry){ str_from(second), liquid_string(second_value) };
    return liquid_hash(entries, 2, arena);
}

static bool render_subject(Str *subject, const Digest *digest, Arena *arena, Diags *diags)
{
    const Channel *channel = digest->channel;
    Buf out = { .arena = arena };
    size_t errors = diags->errors;
    LiquidHashEntry globals[] = {
        { STR("period"), liquid_string(digest->period.name) },
        { STR("count"), liquid_int((int64_t)digest->post_count) },
        { STR("channel"), two_texts("title", digest->title, "name", channel->name, arena) },
        { STR("site"), two_texts("title", digest->site_title, "url", digest->site_url, arena) },
    };
    const LiquidTemplate *template =
        liquid_parse(digest->site->engine, subject_span(channel, arena), LIQUID_STRICT, arena, diags);
    if (template == NULL)
        return false;
    LiquidInput input = template_input(digest->site);
    input.globals = globals;
    input.global_count = sizeof(globals) / sizeof(globals[0]);
    bool good = liquid_render(&out, template, &input, arena, diags);
    *subject = fold(buf_str(&out), arena);
    return good && diags->errors == errors;
}

static bool make_subject(Digest *digest, Arena *arena, Diags *diags)
{
    Str subject = STR("");

    if (digest->channel->digest_subject.len > 0 && !render_subject(&subject, digest, arena, diags))
        return false;
    if (subject.len == 0)
        subject = arena_join(arena, digest->title, STR(", "), digest->period.name);
    digest->subject = shorten(subject, SUBJECT_MAX_CHARS, arena);
    return true;
}

static void make_intro(Digest *digest, Arena *arena)
{
    AdaptBase base = base_of(digest, digest->site_url, arena);
    Document intro;

    if (str_trim(digest->channel->digest_intro).len == 0)
        return;
    intro = read_markdown(digest, digest->channel->digest_intro, arena);
    digest->intro = clean_and_adapt(&intro, &base, INTRO_TOP_LEVEL, arena);
}

/* --- the whole --- */

/* RFC 2919: a label of ours in a domain of ours. */
static Str make_list_id(const Digest *digest, Arena *arena)
{
    Str label = slug_from_title(digest->channel->name, arena);
    Str host = url_host(digest->site->config.url, arena);

    if (!domain_is_full(host))
        host = address_domain(digest->settings.from.address);
    return arena_join(arena, label.len > 0 ? label : STR("news"), STR("."), host);
}

static void name_things(Digest *digest, Arena *arena)
{
    const SiteConfig *config = &digest->site->config;
    const Channel *channel = digest->channel;

    digest->language = channel->language.len > 0 ? channel->language : config->language;
    digest->direction = unicode_direction(digest->language);
    digest->site_title = fold(config->title, arena);
    digest->title = channel->title.len > 0 ? fold(channel->title, arena) : digest->site_title;
    digest->site_url = site_absolute_url(digest->site, STR("/"), arena);
    digest->list_id = make_list_id(digest, arena);
}

static bool make_base(Digest *digest, Arena *arena, Diags *diags)
{
    if (!mail_settings_read(&digest->settings, digest->site, arena, diags))
        return false;
    if (digest->site->config.url.len == 0) {
        const Tree *tree = digest->site->config.tree;
        diag_error(diags, "config-value", tree == NULL ? (Span){ 0 } : span_part(tree->span, 0, 0),
                   "the site has no \"url\": a mail cannot link to its posts");
        diag_hint(diags, "write in the configuration: url: https://news.example.org");
        return false;
    }
    name_things(digest, arena);
    return true;
}

bool digest_make(Digest *out, const Site *site, const Channel *channel, const Period *period, Arena *arena,
                 Diags *diags)
{
    *out = (Digest){ .site = site, .channel = channel, .period = *period };
    if (!make_base(out, arena, diags) || !gather(out, arena, diags))
        return false;
    if (out->post_count == 0)
        return true;
    out->summary = make_summary(out, arena);
    out->preheader = make_preheader(out, arena);
    if (!make_subject(out, arena, diags))
        return false;
    make_intro(out, arena);
    bool over = period->end_unix_s <= site->now_unix_s;
    out->date_unix_s = over ? period->end_unix_s : out->items[0].post->post.published_unix_s;
    Str html = digest_html(out, arena);
    out->body = mail_body(digest_text(out, arena), html, arena);
    return true;
}

void digest_put_message(Buf *out, const Digest *digest, Str recipient)
{
    Arena *arena = out->arena;
    Str parts[] = { digest->channel->name, digest->period.key, recipient };
    StrList identity = { parts, sizeof(parts) / sizeof(parts[0]) };
    MailHead head = {
        .from = digest->settings.from,
        .to = { .address = recipient },
        .reply_to = digest->settings.reply_to,
        .subject = digest->subject,
        .date_unix_s = digest->date_unix_s,
        .date_offset_s = zone_offset_s(digest->site->zone, digest->date_unix_s),
        .message_id = header_message_id(identity, address_domain(digest->settings.from.address), arena),
        .language = digest->language,
        .list_title = digest->title,
        .list_id = digest->list_id,
        .unsubscribe = digest->settings.unsubscribe,
    };

    mail_compose(out, &head, &digest->body);
}
