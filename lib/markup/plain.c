/* lib/markup/plain.c */
#include "markup/plain.h"

#include "base/utf8.h"
#include "markup/plain_writer.h"
#include "text/unicode.h"

enum { FEWEST_COLUMNS = 16 }; /* in a container that is too deep to cut code in */

static void put_blocks(PlainWriter *w, const Node *parent, bool tight);

static void put_contained(PlainWriter *w, const Node *node, Str first, Str rest, bool tight)
{
    size_t prefix = w->prefix.len;

    plain_push_prefix(w, first, rest);
    put_blocks(w, node, tight);
    plain_pop_prefix(w, prefix);
}

static int put_run(PlainWriter *w, const Node *first, const Node *end)
{
    Buf text = { .arena = &w->scratch };

    plain_put_inlines(w, &text, first, end);
    return plain_put_wrapped(w, buf_str(&text));
}

static void put_heading(PlainWriter *w, const Node *heading)
{
    Buf line = { .arena = &w->scratch };
    int width = put_run(w, heading->first, NULL);

    if (width == 0)
        return;
    buf_put_repeated(&line, heading->heading.level == 1 ? '=' : '-', (size_t)width);
    plain_put_line(w, buf_str(&line));
}

/* As much of a code line as fits with a backslash behind it, up to its last blank where that is not too far back; all
 * of it where it fits without. */
static size_t find_cut(Str line, int columns)
{
    size_t blank = 0;
    size_t fits = 0;
    int width = 0;

    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        utf8_next(line, &at);
        width += at - start == 1 ? 1 : unicode_width(str_slice(line, start, at));
        if (width > columns)
            return blank > fits / 2 ? blank : fits;
        if (width < columns)
            fits = at;
        if (width < columns && line.data[start] == ' ')
            blank = at;
    }
    return line.len;
}

static void put_code_line(PlainWriter *w, Str line)
{
    Buf clean = { .arena = &w->scratch };
    int columns = PLAIN_MOST_COLUMNS - unicode_width(buf_str(&w->prefix));

    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == '\t')
            buf_put(&clean, STR("    "));
        else if ((unsigned char)line.data[i] >= ' ' && line.data[i] != 0x7F)
            buf_put_char(&clean, line.data[i]);
    }
    Str rest = str_trim_right(buf_str(&clean));
    bool whole = w->options->width <= 0 || columns < FEWEST_COLUMNS;
    for (size_t cut; !whole && (cut = find_cut(rest, columns)) < rest.len; rest = str_from_offset(rest, cut))
        plain_put_line(w, arena_join(&w->scratch, str_slice(rest, 0, cut), STR("\\"), (Str){ 0 }));
    plain_put_line(w, rest);
}

static void put_code(PlainWriter *w, const Node *code)
{
    size_t prefix = w->prefix.len;
    Str rest = code->text;
    Str line;
    int blank = 0;

    plain_push_prefix(w, STR("    "), STR("    "));
    while (str_split(&line, &rest, '\n') && (line.len > 0 || rest.len > 0)) {
        blank = str_trim(line).len == 0 ? blank + 1 : 0;
        if (blank <= 2)
            put_code_line(w, line);
    }
    plain_pop_prefix(w, prefix);
}

static void put_item(PlainWriter *w, const Node *list, const Node *item, int number)
{
    Str marker = STR("- ");

    if (list->list.ordered)
        marker = arena_format(&w->scratch, "%d. ", number);
    Str indent = { "                ", marker.len < 16 ? marker.len : 16 };
    if (item->item.task)
        marker = arena_join(&w->scratch, marker, item->item.checked ? STR("[x] ") : STR("[ ] "), (Str){ 0 });
    put_contained(w, item, marker, indent, list->list.tight);
}

static void put_list(PlainWriter *w, const Node *list)
{
    int number = list->list.start;

    for (const Node *item = list->first; item != NULL; item = item->next) {
        if (!list->list.tight && item != list->first)
            plain_ask_gap(w);
        put_item(w, list, item, number++);
    }
}

static void put_footnote(PlainWriter *w, const Node *note)
{
    put_contained(w, note, arena_format(&w->scratch, "[^%d] ", note->footnote.number), STR("  "), false);
}

static void put_element(PlainWriter *w, const Node *element)
{
    if (str_eq(element->text, STR("dd")))
        put_contained(w, element, STR("    "), STR("    "), false);
    else
        put_blocks(w, element, str_eq(element->text, STR("dl")));
}

static void put_block(PlainWriter *w, const Node *node)
{
    switch (node->kind) {
    case NODE_PARAGRAPH:
        put_run(w, node->first, NULL);
        break;
    case NODE_HEADING:
        put_heading(w, node);
        break;
    case NODE_QUOTE:
        put_contained(w, node, STR("> "), STR("> "), false);
        break;
    case NODE_LIST:
        put_list(w, node);
        break;
    case NODE_CODE_BLOCK:
        put_code(w, node);
        break;
    case NODE_RULE:
        plain_put_line(w, STR("* * *"));
        break;
    case NODE_TABLE:
        plain_put_table(w, node);
        break;
    case NODE_FOOTNOTE:
        put_footnote(w, node);
        break;
    case NODE_ELEMENT_BLOCK:
        put_element(w, node);
        break;
    default:
        break; /* raw HTML: clean.h */
    }
}

/* Blocks, and runs of inlines between them, with an empty line between each two. */
static void put_blocks(PlainWriter *w, const Node *parent, bool tight)
{
    const Node *next = NULL;

    for (const Node *node = parent->first; node != NULL; node = next) {
        if (!tight && node != parent->first)
            plain_ask_gap(w);
        next = node->next;
        if (node_is_block(node)) {
            put_block(w, node);
            continue;
        }
        while (next != NULL && !node_is_block(next))
            next = next->next;
        put_run(w, node, next);
    }
}

static void put_notes(PlainWriter *w)
{
    plain_ask_gap(w);
    for (size_t i = 0; i < w->notes.len; i++) {
        Str url = w->notes.entries[i].key;
        const int *number = w->notes.entries[i].value;
        plain_put_line(w, arena_format(&w->scratch, "[%d] " STR_FMT, *number, STR_ARG(url)));
    }
}

int render_plain(Buf *out, const Document *document, const PlainOptions *options)
{
    PlainWriter writer = { .out = out, .start = out->len, .options = options };

    writer.next_note = options->first_note;
    writer.prefix.arena = writer.first_prefix.arena = writer.gap_prefix.arena = &writer.scratch;
    writer.notes.arena = &writer.scratch;
    put_blocks(&writer, document->root, false);
    put_notes(&writer);
    arena_free(&writer.scratch);
    return writer.next_note;
}
