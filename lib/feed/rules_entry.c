/* lib/feed/rules_entry.c - rules on one entry. */
#include "base/utf8.h"
#include "feed/instant.h"
#include "feed/rules_parts.h"
#include "feed/value.h"

enum { DAY_S = 86400, YEAR_1990_S = 631152000 };

static Span place_of(FeedText text, const ReadEntry *entry)
{
    return feed_has(text) ? text.span : entry->tag;
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static const char *fault_of(const FeedValue *value)
{
    static const char *(*const faults[])(Str) = { [VALUE_ADDRESS] = address_value_fault,
                                                  [VALUE_MEDIA_TYPE] = media_type_fault,
                                                  [VALUE_EMAIL] = email_fault,
                                                  [VALUE_LANGUAGE] = language_fault,
                                                  [VALUE_NUMBER] = number_fault };
    return faults[value->kind](value->text.str);
}

void judge_values(const Judge *judge, const FeedValues *values)
{
    for (size_t i = 0; i < values->len && !judge_is_full(judge); i++) {
        const FeedValue *value = &values->items[i];
        const char *fault = fault_of(value);
        if (fault == NULL)
            continue;
        Span span = judge_place(judge, value->text.span, value->text.str, value->text.span);
        bool relative = value->kind == VALUE_ADDRESS && value->text.str.len > 0 && address_is_relative(value->text.str);
        if (relative)
            diag_error(judge->diags, "feed-url-relative", span, "%s %s", value->name, fault);
        else
            diag_error(judge->diags, "feed-value", span, "%s %s", value->name, fault);
    }
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static bool is_bad(uint32_t c)
{
    return c == 0xFFFD || (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE
           || (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
}

void judge_characters(const Judge *judge, const char *name, FeedText text)
{
    for (size_t at = 0; at < text.str.len;) {
        size_t start = at;
        if (text.str.data[at] >= ' ' && text.str.data[at] < 0x7F) { /* nearly all of them */
            at++;
            continue;
        }
        uint32_t c = (uint32_t)utf8_next(text.str, &at);
        if (!is_bad(c))
            continue;
        Span span = judge_place(judge, text.span, str_slice(text.str, start, at), text.span);
        diag_error(judge->diags, "feed-character", span, "%s has the character U+%04X, which no reader can show", name,
                   c);
        return;
    }
}

static bool is_name_char(int c)
{
    return char_is_alnum(c) || c == '#';
}

/* Behind the reference (`&amp;`) or tag (`<b>`) that stands at `at`; 0 when none does. */
static size_t markup_end(Str text, size_t at)
{
    size_t end = at + 1;

    if (text.data[at] == '&') {
        while (is_name_char(str_at(text, end)))
            end++;
        return end - at > 2 && str_at(text, end) == ';' ? end + 1 : 0;
    }
    if (text.data[at] != '<')
        return 0;
    end += str_at(text, end) == '/';
    if (!char_is_alpha(str_at(text, end)))
        return 0;
    size_t close = str_find_char(str_slice(text, 0, end + 200), '>', end);
    return close == STR_NONE ? 0 : close + 1;
}

/* What a reader would see as `<b>` or `&amp;`: it was escaped twice, or is HTML where plain text should be. */
static bool find_markup(Str *found, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t end = markup_end(text, i);
        if (end > 0) {
            *found = str_slice(text, i, end);
            return true;
        }
    }
    return false;
}

static void judge_title(const Judge *judge, const ReadEntry *entry)
{
    bool optional = judge->feed->format != READ_ATOM;
    Str markup;

    if (entry->title.str.len == 0) {
        if (!optional)
            diag_error(judge->diags, "feed-title-missing", place_of(entry->title, entry), "the entry has no title");
        else if (!feed_has(entry->content))
            diag_error(judge->diags, "feed-title-missing", entry->tag, "the entry has neither a title nor content");
        else
            diag_warning(judge->diags, "feed-title-missing", place_of(entry->title, entry), "the entry has no title");
        return;
    }
    if (!entry->title_is_plain && find_markup(&markup, entry->title.str))
        diag_warning(judge->diags, "feed-title-markup", entry->title.span,
                     "the title has \"" STR_FMT "\" in it, which some readers show as it stands", STR_ARG(markup));
    judge_characters(judge, "the title", entry->title);
}

static void judge_content(Judge *judge, const ReadEntry *entry)
{
    bool has_content = entry->content.str.len > 0 || entry->content_elsewhere;

    if (!has_content && judge->feed->format == READ_JSON && !feed_has(entry->content))
        diag_error(judge->diags, "feed-content", entry->tag,
                   "the item has neither \"content_html\" nor \"content_text\"");
    else if (!has_content)
        diag_warning(judge->diags, "feed-content", place_of(entry->content, entry), "the entry has no content");
    else if (entry->summary.str.len == 0)
        diag_info(judge->diags, "feed-summary", place_of(entry->summary, entry),
                  "the entry has no summary beside its content");
    judge_characters(judge, "the content", entry->content);
    judge_characters(judge, "the summary", entry->summary);
    if (entry->content_is_html && !entry->content_elsewhere)
        judge_html(judge, entry, entry->content);
    if (entry->summary_is_html && feed_has(entry->summary))
        judge_html(judge, entry, entry->summary);
}

static void judge_tags(const Judge *judge, const ReadEntry *entry)
{
    Map seen = { .arena = judge->arena };

    for (size_t i = 0; i < entry->tags.len; i++) {
        FeedText tag = entry->tags.items[i];
        if (str_trim(tag.str).len == 0)
            diag_warning(judge->diags, "feed-tags", tag.span, "a tag of the entry is empty");
        else if (map_has(&seen, tag.str))
            diag_warning(judge->diags, "feed-tags", tag.span, "the entry has the tag \"" STR_FMT "\" twice",
                         STR_ARG(tag.str));
        map_put(&seen, tag.str, judge->arena);
    }
}

static void judge_authors(const Judge *judge, const ReadEntry *entry)
{
    bool atom = judge->feed->format == READ_ATOM;

    for (size_t i = 0; i < entry->authors.len; i++) {
        if (entry->authors.items[i].str.len == 0)
            diag_error(judge->diags, "feed-author", entry->authors.items[i].span, "an author has no name");
    }
    if (entry->authors.len > 0 || judge->feed->authors.len > 0)
        return;
    if (atom)
        diag_error(judge->diags, "feed-author", entry->tag, "neither the entry nor the feed has an author");
    else
        diag_warning(judge->diags, "feed-author", entry->tag, "neither the entry nor the feed has an author");
}

static void judge_enclosures(const Judge *judge, const ReadEntry *entry)
{
    for (size_t i = 0; i < entry->enclosures.len; i++) {
        const ReadEnclosure *enclosure = &entry->enclosures.items[i];
        if (enclosure->type.len == 0)
            diag_warning(judge->diags, "feed-enclosure", enclosure->span, "the enclosure does not say its type");
        else if (enclosure->length.len == 0 || str_eq(enclosure->length, STR("0")))
            diag_warning(judge->diags, "feed-enclosure", enclosure->span,
                         "the enclosure does not say its length in bytes");
        else if (i == 1 && judge->feed->format == READ_RSS)
            diag_warning(judge->diags, "feed-enclosure", enclosure->span, "the item has more than one enclosure");
    }
}

/* --- id and dates ------------------------------------------------------------------------------------------------ */

static void judge_id(Judge *judge, const ReadEntry *entry)
{
    bool atom = judge->feed->format == READ_ATOM;

    if (entry->id.str.len == 0) {
        diag_error(judge->diags, "feed-id-missing", place_of(entry->id, entry), "the entry has no id");
        return;
    }
    const ReadEntry *first = map_get(&judge->ids, entry->id.str);
    if (first != NULL) {
        Place place = source_place(entry->tag.source, first->tag.start);
        diag_error(judge->diags, "feed-id-duplicate", entry->id.span, "the entry of line %u has this id too",
                   place.line);
        return;
    }
    map_put(&judge->ids, entry->id.str, (void *)(uintptr_t)entry);
    const char *fault = address_value_fault(entry->id.str);
    if (fault != NULL && atom)
        diag_error(judge->diags, "feed-value", entry->id.span, "the entry's id %s", fault);
    else if (fault != NULL && address_is_relative(entry->id.str))
        diag_info(judge->diags, "feed-id-local", entry->id.span,
                  "the id \"" STR_FMT "\" is no IRI: another feed may have it too", STR_ARG(entry->id.str));
}

/* True when the entry has this date, and it is an instant. */
static bool judge_date(const Judge *judge, int64_t *unix_s, FeedText date, bool rfc822, const char *name)
{
    if (!feed_has(date))
        return false;
    const char *fault = rfc822 ? instant_read_rfc822(unix_s, date.str) : instant_read_rfc3339(unix_s, date.str);
    if (fault != NULL)
        return diag_error(judge->diags, "feed-date", date.span, "the date of %s %s", name, fault);
    if (judge->rules.now_unix_s > 0 && *unix_s > judge->rules.now_unix_s + DAY_S)
        return diag_error(judge->diags, "feed-date-future", date.span, "the date of %s lies in the future", name);
    if (*unix_s < YEAR_1990_S)
        diag_warning(judge->diags, "feed-date-old", date.span, "the date of %s lies before 1990", name);
    return true;
}

static void judge_dates(const Judge *judge, const ReadEntry *entry)
{
    bool atom = judge->feed->format == READ_ATOM, rfc822 = judge->feed->format == READ_RSS;
    int64_t published = 0, updated = 0;
    bool has_published = judge_date(judge, &published, entry->published, rfc822, "publication");
    bool repeats = str_eq(entry->published.str, entry->updated.str); /* then all is said */
    bool has_updated = !repeats && judge_date(judge, &updated, entry->updated, false, "the last change");

    if (has_published && has_updated && updated < published)
        diag_error(judge->diags, "feed-date-order", entry->updated.span,
                   "the entry was changed before it was published");
    if (atom && !feed_has(entry->updated))
        diag_error(judge->diags, "feed-date-missing", entry->tag, "the entry has no <updated>");
    else if (!feed_has(entry->published) && !feed_has(entry->updated))
        diag_warning(judge->diags, "feed-date-missing", entry->tag, "the entry has no date");
}

static void judge_page(const Judge *judge, const ReadEntry *entry)
{
    bool permalink = judge->feed->format == READ_RSS && feed_has(entry->id);

    if (feed_has(entry->url) || permalink)
        return;
    if (judge->feed->format == READ_ATOM && !feed_has(entry->content))
        diag_error(judge->diags, "feed-page", entry->tag, "the entry has neither a link to its page nor content");
    else
        diag_warning(judge->diags, "feed-page", entry->tag, "the entry links to no page");
}

void judge_entry(Judge *judge, const ReadEntry *entry)
{
    judge_id(judge, entry);
    judge_title(judge, entry);
    judge_dates(judge, entry);
    judge_page(judge, entry);
    judge_values(judge, &entry->values);
    judge_authors(judge, entry);
    judge_tags(judge, entry);
    judge_enclosures(judge, entry);
    judge_content(judge, entry);
}
