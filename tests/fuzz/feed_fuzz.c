/* tests/fuzz/feed_fuzz.c - whatever somebody calls a feed: it is read and judged, each finding stands in it, and it
 * does not differ from itself. */
#include <stdlib.h>

#include "feed/diff.h"
#include "feed/inspect.h"
#include "text/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = { 0 };
    Diags diags = { .arena = &arena };
    const FeedRules rules = { .now_unix_s = 1722945600 };
    FeedReading feed;
    FeedDiff diff;

    xml_init();
    Str text = arena_copy(&arena, (Str){ (const char *)data, size });
    if (feed_inspect_bytes(&feed, text, STR("feed"), &rules, &arena, &diags)) {
        feed_diff(&diff, &feed, &feed, &arena);
        expect(diff.count[FEED_ITSELF] == 0 && diff.count[FEED_REDELIVERED] == 0);
        expect(diff.len + diff.unchanged >= feed.entries.len);
    }
    for (size_t i = 0; i < diags.len; i++) {
        Span span = diags.items[i].span;
        expect(span.source != NULL && span.start <= span.end && span.end <= span.source->text.len);
    }
    arena_free(&arena);
    return 0;
}
