/* lib/feed/reading.h - a feed that was written, by herald or by others, in whatever format, as its rules look at it. */
#pragma once

#include "base/diag.h"
#include "text/xml_read.h"

typedef enum ReadFormat { READ_ATOM, READ_RSS, READ_JSON } ReadFormat;

/* A text of the feed; its span has no source where the feed does not have it. */
typedef Located FeedText;

/* A value that is more than words, and what it must be. */
typedef enum FeedValueKind { VALUE_ADDRESS, VALUE_MEDIA_TYPE, VALUE_EMAIL, VALUE_LANGUAGE, VALUE_NUMBER } FeedValueKind;
typedef struct FeedValue {
    FeedValueKind kind;
    const char *name; /* what it is, in words: "the address of the icon" */
    FeedText text;
} FeedValue;

typedef struct FeedValues {
    FeedValue *items;
    size_t len, cap;
} FeedValues;

typedef struct FeedTexts {
    FeedText *items;
    size_t len, cap;
} FeedTexts;

typedef struct ReadEnclosure {
    Span span;
    Str type, length;
} ReadEnclosure;

typedef struct ReadEnclosures {
    ReadEnclosure *items;
    size_t len, cap;
} ReadEnclosures;

typedef struct ReadEntry {
    const XmlNode *node; /* NULL in JSON */
    Span span;           /* all of it */
    Span tag;            /* where it begins, for what it lacks */
    FeedText id;
    FeedText url;   /* of its page */
    FeedText title; /* as it is read: of HTML still the HTML */
    FeedText summary;
    FeedText content;
    bool content_elsewhere; /* at an address, or of a type that is no text */
    bool title_is_plain;    /* it says so itself: what looks like a tag is meant to be seen */
    bool content_is_html, summary_is_html;
    FeedText published, updated;
    FeedTexts authors, tags;
    ReadEnclosures enclosures;
    FeedValues values;
} ReadEntry;

typedef struct ReadEntries {
    ReadEntry *items;
    size_t len, cap;
} ReadEntries;

typedef struct FeedReading {
    ReadFormat format;
    const Source *source;
    Span tag; /* where it begins */
    FeedText id, title, language, updated;
    FeedText home, self;
    bool has_icon;
    bool id_is_address; /* the RSS way: an id says that it is one, unless it says otherwise */
    FeedTexts authors;
    FeedValues values;
    ReadEntries entries;
} FeedReading;

/* Reads Atom 1.0, RSS 2.0 (and those before it) or JSON Feed. False: it is none of them, or cannot be read; one
 * diagnostic feed-unreadable says why. Values of a kind that the format does not have are feed-value. */
bool feed_read(FeedReading *out, const Source *source, Arena *arena, Diags *diags);

/* The three, for feed_read. */
bool feed_read_atom(FeedReading *out, const XmlNode *root, Arena *arena, Diags *diags);
bool feed_read_rss(FeedReading *out, const XmlNode *root, Arena *arena, Diags *diags);
bool feed_read_json(FeedReading *out, Arena *arena, Diags *diags);

static inline bool feed_has(FeedText text)
{
    return text.span.source != NULL;
}

/* For those who read XML: an element's text, trimmed or as it stands; an attribute's value. */
FeedText feed_text_of(const XmlNode *node);
FeedText feed_text_untrimmed(const XmlNode *node);
FeedText feed_text_at(const XmlNode *node, const char *space, const char *attribute);
void feed_value_push(FeedValues *values, FeedValueKind kind, const char *name, FeedText text, Arena *arena);

#define FEED_NS_ATOM "http://www.w3.org/2005/Atom"
#define FEED_NS_CONTENT "http://purl.org/rss/1.0/modules/content/"
#define FEED_NS_DC "http://purl.org/dc/elements/1.1/"
#define FEED_NS_XML "http://www.w3.org/XML/1998/namespace"
