/* lib/feed/rules.c - rules on the feed as a whole, and on its entries together. */
#include "feed/rules.h"

#include "feed/instant.h"
#include "feed/rules_parts.h"
#include "feed/value.h"

enum { LARGE_BYTES = 500000 };

Span judge_place(const Judge *judge, Span within, Str words, Span otherwise)
{
    size_t at = words.len == 0 ? STR_NONE : str_find(source_text(within), words, 0);
    (void)judge;
    return at == STR_NONE ? otherwise : span_part(within, at, at + words.len);
}

/* --- the feed itself --------------------------------------------------------------------------------------------- */

static void judge_languages(const Judge *judge)
{
    const FeedReading *feed = judge->feed;
    const char *fault = feed_has(feed->language) ? language_fault(feed->language.str) : NULL;

    if (fault != NULL)
        diag_error(judge->diags, "feed-value", feed->language.span, "the language \"" STR_FMT "\" %s",
                   STR_ARG(feed->language.str), fault);
    else if (feed->language.str.len == 0)
        diag_warning(judge->diags, "feed-language", feed->tag, "the feed does not say its language");
}

static void judge_addresses(const Judge *judge)
{
    const FeedReading *feed = judge->feed;

    if (!feed_has(feed->self))
        diag_warning(judge->diags, "feed-self", feed->tag, "the feed does not say its own address");
    if (feed->home.str.len == 0)
        diag_warning(judge->diags, "feed-page", feed->tag, "the feed links to no page");
    if (!feed->has_icon)
        diag_info(judge->diags, "feed-icon", feed->tag, "the feed has no icon");
}

static void judge_feed_id(const Judge *judge)
{
    const FeedReading *feed = judge->feed;

    if (feed->format != READ_ATOM)
        return;
    if (feed->id.str.len == 0)
        diag_error(judge->diags, "feed-id-missing", feed_has(feed->id) ? feed->id.span : feed->tag,
                   "the feed has no id");
    else if (address_value_fault(feed->id.str) != NULL)
        diag_error(judge->diags, "feed-value", feed->id.span, "the feed's id %s", address_value_fault(feed->id.str));
}

static void judge_size(const Judge *judge)
{
    size_t bytes = judge->feed->source->text.len;

    if (bytes > LARGE_BYTES)
        diag_warning(judge->diags, "feed-size", judge->feed->tag, "the feed has %zu kB, and some readers stop at 500",
                     bytes / 1000);
}

static void judge_feed(const Judge *judge)
{
    const FeedReading *feed = judge->feed;

    if (feed->title.str.len == 0)
        diag_error(judge->diags, "feed-title-missing", feed_has(feed->title) ? feed->title.span : feed->tag,
                   "the feed has no title");
    judge_feed_id(judge);
    judge_values(judge, &feed->values);
    judge_characters(judge, "the feed's title", feed->title);
    judge_languages(judge);
    judge_addresses(judge);
    judge_size(judge);
}

/* --- entries together -------------------------------------------------------------------------------------------- */

static bool read_instant(int64_t *unix_s, const FeedReading *feed, FeedText date, bool is_updated)
{
    bool rfc822 = feed->format == READ_RSS && !is_updated;

    if (!feed_has(date))
        return false;
    return (rfc822 ? instant_read_rfc822(unix_s, date.str) : instant_read_rfc3339(unix_s, date.str)) == NULL;
}

/* When it was published, or else changed. */
static bool published_at(int64_t *unix_s, const FeedReading *feed, const ReadEntry *entry)
{
    return read_instant(unix_s, feed, entry->published, false) || read_instant(unix_s, feed, entry->updated, true);
}

static void judge_instant(Judge *judge, const ReadEntry *entry, int64_t unix_s)
{
    FeedText date = feed_has(entry->published) ? entry->published : entry->updated;
    Str key = arena_format(judge->arena, "%lld", (long long)unix_s);
    void **first = map_at(&judge->instants, key);

    if (*first != NULL)
        diag_warning(judge->diags, "feed-same-instant", date.span,
                     "another entry was published at this very instant: readers lose their order");
    *first = (void *)(uintptr_t)entry;
}

static void judge_order(Judge *judge)
{
    const FeedReading *feed = judge->feed;
    int64_t above = 0, unix_s;
    bool has_above = false, told = false;

    for (size_t i = 0; i < feed->entries.len && !judge_is_full(judge); i++) {
        const ReadEntry *entry = &feed->entries.items[i];
        if (!published_at(&unix_s, feed, entry))
            continue;
        judge_instant(judge, entry, unix_s);
        if (has_above && unix_s > above && !told) {
            diag_warning(judge->diags, "feed-entry-order", entry->tag, "this entry is newer than the one above it");
            told = true;
        }
        above = unix_s;
        has_above = true;
    }
}

/* A feed changes when one of its entries does: readers that compare bytes would else fetch it all again. */
static void judge_churn(const Judge *judge)
{
    const FeedReading *feed = judge->feed;
    int64_t updated, newest = INT64_MIN, unix_s;

    if (!read_instant(&updated, feed, feed->updated, false))
        return;
    for (size_t i = 0; i < feed->entries.len; i++) {
        const ReadEntry *entry = &feed->entries.items[i];
        if (read_instant(&unix_s, feed, entry->published, false) && unix_s > newest)
            newest = unix_s;
        if (read_instant(&unix_s, feed, entry->updated, true) && unix_s > newest)
            newest = unix_s;
    }
    if (newest != INT64_MIN && updated != newest)
        diag_warning(judge->diags, "feed-churn", feed->updated.span,
                     updated < newest
                         ? "the feed says that it is older than its newest entry"
                         : "the feed says that it is newer than its newest entry: is this when it was made?");
}

static void judge_feed_date(const Judge *judge)
{
    const FeedReading *feed = judge->feed;
    int64_t unix_s;

    if (feed->format == READ_JSON)
        return;
    if (!feed_has(feed->updated)) {
        if (feed->format == READ_ATOM)
            diag_error(judge->diags, "feed-date-missing", feed->tag, "the feed does not say when it was updated");
        return;
    }
    const char *fault = feed->format == READ_ATOM ? instant_read_rfc3339(&unix_s, feed->updated.str)
                                                  : instant_read_rfc822(&unix_s, feed->updated.str);
    if (fault != NULL)
        diag_error(judge->diags, "feed-date", feed->updated.span, "the feed's date %s", fault);
}

static bool is_lone_entry(const FeedReading *feed)
{
    return feed->entries.len == 1 && feed->entries.items[0].tag.start == feed->tag.start;
}

/* Of a feed that is about to be published what is not an error does not matter: `check` has said so elsewhere. */
static void drop_remarks(Diags *diags, size_t from)
{
    size_t kept = from;

    for (size_t i = from; i < diags->len; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            diags->items[kept++] = diags->items[i];
    }
    diags->len = kept;
}

void feed_judge(const FeedReading *feed, const FeedRules *rules, Arena *arena, Diags *diags)
{
    Judge judge = { .feed = feed,
                    .rules = *rules,
                    .ids = { .arena = arena },
                    .html_ids = { .arena = arena },
                    .instants = { .arena = arena },
                    .arena = arena,
                    .diags = diags };
    size_t before = diags->len;

    if (!is_lone_entry(feed)) {
        judge_feed(&judge);
        judge_feed_date(&judge);
    }
    for (size_t i = 0; i < feed->entries.len && !judge_is_full(&judge); i++) {
        judge_entry(&judge, &feed->entries.items[i]);
        if (rules->published)
            drop_remarks(diags, before);
    }
    judge_order(&judge);
    judge_churn(&judge);
    if (rules->published)
        drop_remarks(diags, before);
}
