/* lib/feed/inspect.c */
#include "feed/inspect.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "feed/schema.h"

/* Whether an error was found between the two places: then the schema would only say it again. */
static bool has_error(const Diags *diags, size_t from, Span span)
{
    for (size_t i = from; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        if (diag->severity == SEVERITY_ERROR && diag->span.start >= span.start && diag->span.start < span.end)
            return true;
    }
    return false;
}

static bool has_error_outside(const Diags *diags, size_t from, const FeedReading *feed)
{
    for (size_t i = from; i < diags->len; i++) {
        const Diag *diag = &diags->items[i];
        bool inside = false;
        for (size_t k = 0; k < feed->entries.len && !inside; k++)
            inside = diag->span.start >= feed->entries.items[k].span.start
                     && diag->span.start < feed->entries.items[k].span.end;
        if (diag->severity == SEVERITY_ERROR && !inside)
            return true;
    }
    return false;
}

/* The line without its indentation. */
static Span line_span(const Source *source, uint32_t line)
{
    size_t start = line <= source->line_count ? source->line_starts[line - 1] : 0;
    Str text = source_line(source, line);
    size_t indent = text.len - str_trim_left(text).len;
    return (Span){ source, (uint32_t)(start + indent), (uint32_t)(start + text.len) };
}

/* Its line, where that lies in the entry; NULL is the feed without its entries. */
static Span place_of(const FeedReading *feed, const ReadEntry *entry, uint32_t line)
{
    if (line > 0) {
        Span span = line_span(feed->source, line);
        if (entry == NULL || (span.start >= entry->span.start && span.start < entry->span.end))
            return span;
    }
    return entry == NULL ? feed->tag : entry->tag;
}

/* What of a document is put to the schema. */
typedef struct Sample {
    Str document;
    const size_t *entries; /* which of the feed's are in it */
    size_t entry_count;
    bool whole;
} Sample;

/* Elements and attributes are what the schema judges; of values the rules have judged all but these. */
static void put_shape(Buf *out, const XmlNode *node, int depth)
{
    enum { DEEP = 100 };

    buf_put_format(out, "<%zu:", node->space.len);
    buf_put(out, node->space);
    buf_put(out, node->name);
    for (size_t i = 0; i < node->attribute_count; i++) {
        const XmlAttribute *attribute = &node->attributes[i];
        buf_put_char(out, ' ');
        buf_put(out, attribute->space);
        buf_put(out, attribute->name);
        if (str_eq(attribute->name, STR("type")) || str_eq(attribute->name, STR("isPermaLink")))
            buf_put(out, attribute->value);
    }
    buf_put_cstr(out, node->first == NULL && str_trim(node->text).len == 0 ? "!" : "");
    for (const XmlNode *child = node->first; child != NULL && depth < DEEP; child = child->next)
        put_shape(out, child, depth + 1);
    buf_put_char(out, '>');
}

/* The feed with one entry of each shape: herald writes thousands of entries alike, and the schema is slow. */
static Sample sample_of(const FeedReading *feed, Arena *arena)
{
    Arena growing = { 0 };
    Buf document = { .arena = &growing };
    Map seen = { .arena = arena };
    size_t *entries = ARENA_ARRAY(arena, size_t, feed->entries.len);
    size_t count = 0, copied = 0;

    for (size_t i = 0; i < feed->entries.len; i++) {
        const ReadEntry *entry = &feed->entries.items[i];
        Buf shape = { .arena = arena };
        put_shape(&shape, entry->node, 0);
        void **known = map_at(&seen, buf_str(&shape));
        if (*known == NULL) {
            *known = entries;
            entries[count++] = i;
            continue;
        }
        buf_put(&document, str_slice(feed->source->text, copied, entry->span.start));
        copied = entry->span.end;
    }
    buf_put(&document, str_from_offset(feed->source->text, copied));
    Sample sample = { arena_copy(arena, buf_str(&document)), entries, count, copied == 0 };
    arena_free(&growing);
    return sample;
}

static Sample all_of(const FeedReading *feed, Arena *arena)
{
    size_t *entries = ARENA_ARRAY(arena, size_t, feed->entries.len);

    for (size_t i = 0; i < feed->entries.len; i++)
        entries[i] = i;
    return (Sample){ feed->source->text, entries, feed->entries.len, true };
}

static void judge_schema(const FeedReading *feed, const FeedRules *rules, size_t before, Arena *arena, Diags *diags)
{
    XmlFaults faults = { 0 };
    XmlSchema *schema;
    const Diags own = *diags;

    if (!feed_schema_open(&schema, feed->format))
        return;
    Sample sample = rules->published ? sample_of(feed, arena) : all_of(feed, arena);
    xml_schema_check(&faults, schema, sample.document, feed_schema_part(feed->format), arena);
    xml_schema_close(schema);
    for (size_t i = 0; i < faults.len && diags->len < FEED_MAX_FINDINGS; i++) {
        const XmlFault *fault = &faults.items[i];
        const ReadEntry *entry =
            fault->part < sample.entry_count ? &feed->entries.items[sample.entries[fault->part]] : NULL;
        bool known = entry != NULL ? has_error(&own, before, entry->span) : has_error_outside(&own, before, feed);
        if (!known)
            diag_error(diags, "feed-schema", place_of(feed, entry, sample.whole ? fault->line : 0),
                       "this does not fit the schema of %s: " STR_FMT, feed->format == READ_ATOM ? "Atom" : "RSS",
                       STR_ARG(fault->words));
    }
}

/* What to write instead, where it is the same each time. */
static void add_hints(Diags *diags, size_t from)
{
    static const struct {
        const char *rule, *hint;
    } hints[] = {
        { "feed-id-missing", "write an id that never changes, as tag:example.org,2024-08-06:name" },
        { "feed-id-duplicate", "give each entry an id of its own, and never use one again" },
        { "feed-id-local", "an id as tag:example.org,2024-08-06:name belongs to nobody else" },
        { "feed-date-order", "write an <updated> that is not before <published>" },
        { "feed-date-future", "leave the entry out until that day" },
        { "feed-same-instant", "let them differ by a second" },
        { "feed-entry-order", "put the newest entry first" },
        { "feed-churn", "write the newest date of its entries" },
        { "feed-url-relative", "write the whole address, with https:// and all that follows" },
        { "feed-self", "write it: <link rel=\"self\">, in RSS <atom:link rel=\"self\">, in JSON Feed \"feed_url\"" },
        { "feed-title-markup", "write the title as plain text, escaped once" },
        { "feed-content", "put the whole of the post into the feed" },
        { "feed-summary", "add a summary in plain text" },
        { "feed-author", "name the author" },
        { "feed-tags", "leave it out" },
        { "feed-language", "write it: xml:lang=\"en\" on <feed>, in RSS <language>, in JSON Feed \"language\"" },
        { "feed-html-unsafe", "leave it out" },
        { "feed-html-embed", "put a link to what it shows" },
        { "feed-html-id", "put the name of the entry before its ids" },
        { "feed-character", "write the character that was meant" },
        { "feed-enclosure", "write its media type and its length in bytes, and only one in RSS" },
        { "feed-size", "keep the newest 20 to 50 entries" },
    };

    for (size_t i = from; i < diags->len; i++) {
        for (size_t k = 0; diags->items[i].hint.len == 0 && k < sizeof(hints) / sizeof(hints[0]); k++) {
            if (strcmp(diags->items[i].rule, hints[k].rule) == 0)
                diags->items[i].hint = str_from(hints[k].hint);
        }
    }
}

bool feed_inspect(FeedReading *out, const Source *source, const FeedRules *rules, Arena *arena, Diags *diags)
{
    size_t before = diags->len;

    if (!feed_read(out, source, arena, diags))
        return false;
    feed_judge(out, rules, arena, diags);
    judge_schema(out, rules, before, arena, diags);
    add_hints(diags, before);
    return true;
}

bool feed_source_take(const Source **out, Str bytes, Str shown_path, Arena *arena, Diags *diags)
{
    if (bytes.len > FEED_MAX_BYTES) {
        const Source *source = source_new(shown_path, (Str){ NULL, 0 }, arena);
        return diag_error(diags, "feed-unreadable", (Span){ source, 0, 0 },
                          "this has more than 16 MB: readers give up before");
    }
    return source_take(out, bytes, shown_path, arena, diags);
}

bool feed_inspect_bytes(FeedReading *out, Str bytes, Str shown_path, const FeedRules *rules, Arena *arena, Diags *diags)
{
    const Source *source;

    *out = (FeedReading){ 0 };
    return feed_source_take(&source, bytes, shown_path, arena, diags) && feed_inspect(out, source, rules, arena, diags);
}
