/* lib/check/rules/feeds.c */
#include "check/rules/groups.h"

const RuleGroup rules_feeds = {
    .prefix = "FD",
    .title = "Feeds",
    .intro = "What `herald feed check` says of a feed that is written, herald's own or not. Before herald publishes a "
             "feed of "
             "its own it looks for the errors among these, and stops with "
             "[SI1508](#si1508-feed-invalid-stops) where it finds one.\n",
    .rules =
        (const Rule[]){
            {
                .code = "FD1701",
                .name = "feed-unreadable",
                .severity = SEVERITY_ERROR,
                .summary = "this is no feed that can be read",
                .advice = "The file is not well-formed XML or JSON, or neither Atom 1.0, RSS 2.0 nor JSON Feed "
                          "1.1. Most readers show nothing at all of such a feed. The message holds the parser's "
                          "own words, and the place where it gave up. herald expands no entities and reads no "
                          "DTD: write the characters themselves.",
            },
            {
                .code = "FD1702",
                .name = "feed-declaration",
                .severity = SEVERITY_WARNING,
                .summary = "the feed is declared as what readers do not expect",
                .advice = "Write `<?xml version=\"1.0\" encoding=\"utf-8\"?>` and no `DOCTYPE`, and of RSS the "
                          "version 2.0. Readers guess at the rest, each in its own way.",
            },
            {
                .code = "FD1703",
                .name = "feed-schema",
                .severity = SEVERITY_ERROR,
                .summary = "the feed does not fit the schema of its format",
                .advice = "herald has a schema for Atom (after RFC 4287) and one for RSS 2.0 (after the "
                          "specification and the profile of the RSS Advisory Board). The feed has an element or "
                          "attribute that does not belong there, has one twice, or lacks one. The message holds "
                          "the words of the schema's judge, and the line.",
            },
            {
                .code = "FD1704",
                .name = "feed-value",
                .severity = SEVERITY_ERROR,
                .summary = "a value is not what its place wants",
                .advice = "An address, an id, a media type, an e-mail address, a language or a number is not "
                          "written as the format's specification wants it. The message says which and why.",
            },
            {
                .code = "FD1705",
                .name = "feed-id-missing",
                .severity = SEVERITY_ERROR,
                .summary = "an entry has no id",
                .advice = "Readers know an entry by its id (in RSS: `guid`). Without one they show it again "
                          "whenever it is edited, or never. Give each entry an id that never changes, as "
                          "`tag:example.org,2024-08-06:name`.",
            },
            {
                .code = "FD1706",
                .name = "feed-id-duplicate",
                .severity = SEVERITY_ERROR,
                .summary = "two entries have one id",
                .advice = "Readers take two entries of one id for versions of the same, and hide one of them. "
                          "Ids are never used again.",
            },
            {
                .code = "FD1707",
                .name = "feed-id-local",
                .severity = SEVERITY_INFO,
                .summary = "an id may be another feed's too",
                .advice = "The id is a name that only this feed gives a meaning. Readers that put feeds together"
                          " may take it for another's. An id such as `tag:example.org,2024-08-06:name` belongs "
                          "to nobody else.",
            },
            {
                .code = "FD1708",
                .name = "feed-date-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a date is missing",
                .advice = "Atom wants `updated` on the feed and on each entry. In the other formats an entry "
                          "without a date is shown as if it came out when the reader first saw it; there this is"
                          " a warning.",
            },
            {
                .code = "FD1709",
                .name = "feed-date",
                .severity = SEVERITY_ERROR,
                .summary = "a date is not one that programs can read",
                .advice = "Atom and JSON Feed want RFC 3339: `2024-08-06T12:00:00Z`. RSS wants RFC 822 with four"
                          " digits for the year: `Tue, 06 Aug 2024 12:00:00 GMT`. Both with a time zone: without"
                          " one, readers show another day to half of the world.",
            },
            {
                .code = "FD1710",
                .name = "feed-date-order",
                .severity = SEVERITY_ERROR,
                .summary = "an entry was changed before it was published",
                .advice = "`updated` is never earlier than `published`.",
            },
            {
                .code = "FD1711",
                .name = "feed-date-future",
                .severity = SEVERITY_ERROR,
                .summary = "an entry is dated in the future",
                .advice = "The date lies more than a day ahead. Some readers hide the entry, others keep it on "
                          "top until then.",
            },
            {
                .code = "FD1712",
                .name = "feed-date-old",
                .severity = SEVERITY_WARNING,
                .summary = "an entry is dated before 1990",
                .advice = "There were no feeds then: this is most often a date that was not understood. Readers "
                          "bury the entry.",
            },
            {
                .code = "FD1713",
                .name = "feed-same-instant",
                .severity = SEVERITY_WARNING,
                .summary = "two entries were published at one instant",
                .advice = "Readers sort by date. Entries of one instant stand in an order that each reader makes"
                          " up.",
            },
            {
                .code = "FD1714",
                .name = "feed-entry-order",
                .severity = SEVERITY_WARNING,
                .summary = "entries do not come newest first",
                .advice = "Some readers show entries in the order of the feed, and some look at the first few "
                          "only. Only the first entry out of order is named.",
            },
            {
                .code = "FD1715",
                .name = "feed-churn",
                .severity = SEVERITY_WARNING,
                .summary = "the feed's own date is not its newest entry's",
                .advice = "A feed that says when it was made changes with every build. Readers that compare "
                          "bytes then read all of it again, and caches keep nothing. Write the newest date of "
                          "its entries.",
            },
            {
                .code = "FD1716",
                .name = "feed-url-relative",
                .severity = SEVERITY_ERROR,
                .summary = "an address is not absolute",
                .advice = "Many readers resolve relative addresses wrongly or not at all, also where `xml:base` "
                          "stands: links and images break. That goes for `href`, `src`, `srcset`, `poster` and "
                          "for `#fragments`, too. Write `https://` and all that follows.",
            },
            {
                .code = "FD1717",
                .name = "feed-self",
                .severity = SEVERITY_WARNING,
                .summary = "the feed does not say its own address",
                .advice = "`<link rel=\"self\">` (in RSS: `atom:link`; in JSON Feed: `feed_url`) lets readers find"
                          " the feed again when it was saved or copied, and WebSub needs it.",
            },
            {
                .code = "FD1718",
                .name = "feed-page",
                .severity = SEVERITY_WARNING,
                .summary = "the feed or an entry links to no page",
                .advice = "People want to go from an entry to its page. In Atom: `<link rel=\"alternate\" "
                          "href=\"...\"/>`; there an entry without content must have one.",
            },
            {
                .code = "FD1719",
                .name = "feed-title-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a title is missing",
                .advice = "Lists of entries are lists of titles. In RSS and JSON Feed an entry may do without "
                          "one, where it has content: there this is a warning.",
            },
            {
                .code = "FD1720",
                .name = "feed-title-markup",
                .severity = SEVERITY_WARNING,
                .summary = "a title has tags or entities in it",
                .advice = "The title holds what looks like HTML. It was escaped twice, or is HTML where many "
                          "readers expect plain text: they show `&amp;` and `<b>` as they stand. Write plain "
                          "text, escaped once; in Atom with `type=\"text\"`.",
            },
            {
                .code = "FD1721",
                .name = "feed-content",
                .severity = SEVERITY_WARNING,
                .summary = "an entry has no content",
                .advice = "Many read in their reader, and follow no link. Put the whole of the post into the "
                          "feed. In JSON Feed an item must have `content_html` or `content_text`.",
            },
            {
                .code = "FD1722",
                .name = "feed-summary",
                .severity = SEVERITY_INFO,
                .summary = "an entry has no summary",
                .advice = "A reader that shows lists takes the beginning of the content then, also where that is"
                          " an image or a table.",
            },
            {
                .code = "FD1723",
                .name = "feed-author",
                .severity = SEVERITY_WARNING,
                .summary = "an entry has no author",
                .advice = "Atom wants an author on each entry or on the feed: there this is an error. An author "
                          "has a name.",
            },
            {
                .code = "FD1724",
                .name = "feed-tags",
                .severity = SEVERITY_WARNING,
                .summary = "a tag is empty or stands twice",
                .advice = "Each tag of an entry stands once, and is not empty.",
            },
            {
                .code = "FD1725",
                .name = "feed-language",
                .severity = SEVERITY_WARNING,
                .summary = "the feed does not say its language",
                .advice = "Readers choose fonts, hyphenation and voices by it. In Atom: `xml:lang`; else "
                          "`language`.",
            },
            {
                .code = "FD1726",
                .name = "feed-icon",
                .severity = SEVERITY_INFO,
                .summary = "the feed has no icon",
                .advice = "Readers show it beside the feed's name. In Atom `icon`, in RSS `image`, in JSON Feed "
                          "`icon` and `favicon`.",
            },
            {
                .code = "FD1727",
                .name = "feed-html-unsafe",
                .severity = SEVERITY_ERROR,
                .summary = "the content has HTML that acts",
                .advice = "Scripts, styles, forms, event handlers and `javascript:` or `data:` addresses are "
                          "taken out by readers, and those that do not are in danger. Leave them out.",
            },
            {
                .code = "FD1728",
                .name = "feed-html-embed",
                .severity = SEVERITY_WARNING,
                .summary = "the content embeds another page",
                .advice = "Most readers leave out `iframe`, `object` and `embed`, and nothing is left in its "
                          "place. Put a link to what it shows.",
            },
            {
                .code = "FD1729",
                .name = "feed-html-id",
                .severity = SEVERITY_WARNING,
                .summary = "an HTML id stands twice in the feed",
                .advice = "Readers show many entries on one page. A link to a footnote then leads into another "
                          "entry. Put the name of the entry before its ids.",
            },
            {
                .code = "FD1730",
                .name = "feed-character",
                .severity = SEVERITY_ERROR,
                .summary = "a text has a character that nothing can show",
                .advice = "Control characters, and U+FFFD which stands where a character was lost. Find out "
                          "which one was meant.",
            },
            {
                .code = "FD1731",
                .name = "feed-enclosure",
                .severity = SEVERITY_WARNING,
                .summary = "an enclosure says too little",
                .advice = "Readers want its type and its true length in bytes before they fetch it, and RSS has "
                          "one enclosure an item.",
            },
            {
                .code = "FD1732",
                .name = "feed-size",
                .severity = SEVERITY_WARNING,
                .summary = "the feed is large",
                .advice = "Some readers stop at 500 kB or 1 MB, and all of it is fetched again each time. Keep "
                          "the newest 20 to 50 entries.",
            },
            { 0 },
        },
};
