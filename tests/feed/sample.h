/* tests/feed/sample.h - a feed for every writer, with the texts that break feeds; and its expected bytes. */
#pragma once

#include "base/file.h"
#include "feed/model.h"
#include "tests/support.h"

static const FeedAuthor sample_pair[] = {
    { STR_INIT("Ann <Lee> & Søn"), STR_INIT("https://news.example.org/people/ann/?a=1&b=2") },
    { STR_INIT("Bo \"]]>\" Ek"), STR_INIT("") },
};
static const FeedAuthor sample_single[] = { { STR_INIT("נועה"), STR_INIT("") } };
static const Str sample_tags[] = { STR_INIT("R&D"), STR_INIT("<b>"), STR_INIT("\"quoted\" ]]>"), STR_INIT("日本語 🎉") };

static const FeedEntry sample_entries[] = {
    {
        .id = STR_INIT("tag:news.example.org,2024-05-01:q-and-a"),
        .url = STR_INIT("https://news.example.org/2024/05/01/q-and-a/?x=1&y=2"),
        .title = STR_INIT("Q&A: if a < b, then <b> & &amp; are text ]]> 🎉"),
        .summary = STR_INIT("What &amp; and <script> mean, \"quoted\", and it's ]]> plain."),
        .content_html = STR_INIT("<p>See <a href=\"https://news.example.org/plan/?a=1&amp;b=2\">the plan</a>: a &lt; b "
                                 "]]&gt; ]]> 🎉.</p>\n<pre><code>if (a &amp;&amp; b)\n\treturn;\n</code></pre>\n"),
        .published_unix_s = 1714568400,
        .updated_unix_s = 1714723200,
        .authors = sample_pair,
        .author_count = 2,
        .tags = sample_tags,
        .tag_count = 4,
        .image_url = STR_INIT("https://news.example.org/assets/qa.jpg"),
        .enclosure = { STR_INIT("https://news.example.org/assets/qa.jpg"), "image/jpeg", 34567 },
    },
    {
        .id = STR_INIT("urn:uuid:0d9a5f0e-1c61-4f0c-9c4e-5c2b1f1f3a11"),
        .url = STR_INIT("https://news.example.org/2024/04/30/shalom/"),
        .title = STR_INIT("\xE2\x80\x8Fשלום \"עולם\"!\xE2\x80\x8E"),
        .summary = STR_INIT("הודעה"),
        .content_html = STR_INIT("<p dir=\"rtl\">הודעה</p>\n"),
        .language = STR_INIT("he"),
        .published_unix_s = 1714478400,
        .updated_unix_s = 1714478400,
        .authors = sample_single,
        .author_count = 1,
        .image_url = STR_INIT("https://elsewhere.example.net/picture.png"),
    },
    {
        .id = STR_INIT("tag:news.example.org,2024-04-29:first"),
        .url = STR_INIT("https://news.example.org/2024/04/29/first/"),
        .title = STR_INIT("First"),
        .summary = STR_INIT("It begins."),
        .published_unix_s = 1714392000,
        .updated_unix_s = 1714392000,
    },
};

static const FeedModel sample_feed = {
    .id = STR_INIT("urn:uuid:6a0a4f5e-8b6c-8d3e-9f10-203040506070"),
    .title = STR_INIT("News & <announcements>"),
    .description = STR_INIT("All that is new at R&D"),
    .language = STR_INIT("en"),
    .home_url = STR_INIT("https://news.example.org/"),
    .icon_url = STR_INIT("https://news.example.org/assets/icon.png"),
    .logo_url = STR_INIT("https://news.example.org/assets/logo.png"),
    .tags_url = STR_INIT("https://news.example.org/tags/"),
    .author = STR_INIT("Example & Co"),
    .updated_unix_s = 1714723200,
    .entries = sample_entries,
    .entry_count = 3,
};

static const Str sample_hubs[] = { STR_INIT("https://hub.example.net/?a=1&b=2"), STR_INIT("https://hub.example.com/") };

/* An archive document, with all that has its place in one. */
static inline FeedModel sample_archive(void)
{
    FeedModel archive = sample_feed;
    archive.part = FEED_ARCHIVE;
    archive.stylesheet = STR("/assets/feed.css");
    archive.hubs = (StrList){ sample_hubs, 2 };
    archive.entry_count = 1;
    return archive;
}

static inline FeedLinks sample_links(const char *extension, Arena *arena)
{
    return (
        FeedLinks){ .self_url = arena_format(arena, "https://news.example.org/feeds/news/2023.%s", extension),
                    .current_url = arena_format(arena, "https://news.example.org/feeds/news.%s", extension),
                    .prev_archive_url = arena_format(arena, "https://news.example.org/feeds/news/2022.%s", extension),
                    .next_archive_url = arena_format(arena, "https://news.example.org/feeds/news/2024.%s", extension) };
}

/* What every writer must manage with: nothing but what is never empty. */
static const FeedModel sample_empty = {
    .id = STR_INIT("urn:uuid:6a0a4f5e-8b6c-8d3e-9f10-203040506070"),
    .title = STR_INIT("News"),
    .language = STR_INIT("en"),
    .home_url = STR_INIT("https://news.example.org/"),
    .tags_url = STR_INIT("https://news.example.org/tags/"),
    .author = STR_INIT("Example"),
};

/* `actual` is what the file of this name holds. With HERALD_GOLDEN set in the environment the file is renewed instead,
 * for review with git diff. */
static inline void assert_golden(Str actual, const char *path, Scratch *scratch)
{
    Str expected = { 0 };

    if (getenv("HERALD_GOLDEN") != NULL)
        assert_true(file_write(str_from(path), actual, &scratch->diags));
    assert_true(file_read(&expected, str_from(path), &scratch->arena, &scratch->diags));
    assert_str(actual, expected.data);
}
