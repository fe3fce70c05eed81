/* lib/feed/inspect.h - all that herald knows to say of a feed that is written, its own or not. */
#pragma once

#include "feed/rules.h"

enum { FEED_MAX_BYTES = 16 << 20 }; /* what others wrote: beyond that some readers stop too */

/* Reads the feed and judges it by the rules, and by the schema where they have nothing to say. `out` is the feed as it
 * was read. False: it could not be read. */
bool feed_inspect(FeedReading *out, const Source *source, const FeedRules *rules, Arena *arena, Diags *diags);

/* Bytes that may be anything as a source. False: they are no text, or more than FEED_MAX_BYTES. */
bool feed_source_take(const Source **out, Str bytes, Str shown_path, Arena *arena, Diags *diags);

/* Both. */
bool feed_inspect_bytes(FeedReading *out, Str bytes, Str shown_path, const FeedRules *rules, Arena *arena,
                        Diags *diags);
