/* lib/mail/digest_text.c */
#include "mail/digest_text.h"

#include "mail/lines.h"
#include "markup/plain.h"

enum { TEXT_WIDTH = 72 };

/* The text so far, and the number of the next link note: they count through the whole mail. */
typedef struct Letter {
    Buf out;
    int next_note;
} Letter;

static void put_document(Letter *letter, const Document *document)
{
    PlainOptions options = { .width = TEXT_WIDTH, .first_note = letter->next_note };
    Buf text = { .arena = letter->out.arena };

    letter->next_note = render_plain(&text, document, &options);
    Str trimmed = str_trim_right(buf_str(&text));
    if (trimmed.len == 0)
        return;
    buf_put(&letter->out, trimmed);
    buf_put(&letter->out, STR("\n\n"));
}

/* Our own words take the same way as the author's: a tree of one block. */
static void put_block(Letter *letter, NodeKind kind, int level, Str words)
{
    Arena *arena = letter->out.arena;
    Document document = { .arena = arena, .root = node_new(arena, NODE_DOCUMENT) };
    Node *block = node_new(arena, kind);
    Node *text = node_new(arena, NODE_TEXT);

    if (words.len == 0)
        return;
    if (kind == NODE_HEADING)
        block->heading.level = level;
    text->text = words;
    node_append(block, text);
    node_append(document.root, block);
    put_document(letter, &document);
}

static void put_paragraph(Letter *letter, Str words)
{
    put_block(letter, NODE_PARAGRAPH, 0, words);
}

/* What it leads to, then the address, whole, on a line of its own. */
static void put_address(Letter *letter, const char *before, Str part, const char *after, Str url)
{
    Arena *arena = letter->out.arena;

    put_paragraph(letter, arena_join(arena, str_from(before), part, str_from(after)));
    if (url.len == 0)
        return;
    letter->out.len--; /* close to its words */
    buf_put(&letter->out, url);
    buf_put(&letter->out, STR("\n\n"));
}

static void put_item(Letter *letter, const DigestItem *item)
{
    const Document *document = item->depth == DIGEST_FULL ? &item->full : &item->excerpt;

    put_block(letter, NODE_HEADING, 1, item->title);
    put_paragraph(letter, item->subtitle);
    put_paragraph(letter, item->byline);
    if (item->depth != DIGEST_TITLE && document->root != NULL)
        put_document(letter, document);
    put_address(letter, "Read \xe2\x80\x9c", item->title, "\xe2\x80\x9d on the web:", item->url);
}

static void put_footer(Letter *letter, const Digest *digest)
{
    Arena *arena = letter->out.arena;
    size_t left = digest->post_count - digest->shown_count;

    if (left > 0)
        put_paragraph(letter, arena_format(arena, "And %zu more on the web.", left));
    buf_put_repeated(&letter->out, '-', TEXT_WIDTH);
    buf_put(&letter->out, STR("\n\n"));
    put_paragraph(letter,
                  arena_join(arena, STR("You get this mail because you subscribed to "), digest->title, STR(".")));
    put_address(letter, "All news of ", digest->site_title, ":", digest->site_url);
    if (digest->settings.unsubscribe.len > 0)
        put_address(letter, "Unsubscribe from ", digest->title, ":", digest->settings.unsubscribe);
    put_paragraph(letter, digest->settings.postal_address);
}

Str digest_text(const Digest *digest, Arena *arena)
{
    Letter letter = { .out = { .arena = arena }, .next_note = 1 };

    put_block(&letter, NODE_HEADING, 1, digest->title);
    put_paragraph(&letter, digest->summary);
    if (digest->intro.root != NULL)
        put_document(&letter, &digest->intro);
    for (size_t i = 0; i < digest->shown_count; i++)
        put_item(&letter, &digest->items[i]);
    put_footer(&letter, digest);
    return lines_fit(buf_str(&letter.out), arena);
}
