/* lib/feed/schema.c - the Makefile turns lib/feed/schema into schema_data.h: one EMBED(id, path, bytes) a file. */
#include "feed/schema.h"

#define EMBED(id, path, ...) static const unsigned char id[] = { __VA_ARGS__ 0 };
#include "schema_data.h"
#undef EMBED

bool feed_schema_open(XmlSchema **out, ReadFormat format)
{
    *out = NULL;
    if (format == READ_ATOM)
        *out = xml_schema_open((Str){ (const char *)lib_feed_schema_atom_rng, sizeof(lib_feed_schema_atom_rng) - 1 });
    else if (format == READ_RSS)
        *out = xml_schema_open((Str){ (const char *)lib_feed_schema_rss_rng, sizeof(lib_feed_schema_rss_rng) - 1 });
    return *out != NULL;
}

const char *feed_schema_part(ReadFormat format)
{
    return format == READ_ATOM ? "entry" : "item";
}
