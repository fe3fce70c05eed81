/* lib/check/link_read.c - brackets, as they stand in text. */
#include "check/link_scan.h"

enum { MAX_TAIL = 2048, MAX_TICKS = 16 };

typedef struct BracketReader {
    LinkScan *scan;
    Str text; /* up to the end of the part */
    Part part;
    bool markdown;
    VEC(size_t) open;                /* brackets that wait for their end */
    bool no_ticks_behind[MAX_TICKS]; /* by their count: no partner follows */
    uint32_t anchor_end;             /* behind the <a> that we are in */
    size_t work;                     /* left for looking for ends that may not be there */
} BracketReader;

static uint32_t skip_white(Str text, uint32_t at)
{
    int lines = 0;
    for (; char_is_space(str_at(text, at)); at++)
        lines += text.data[at] == '\n';
    return lines < 2 ? at : (uint32_t)text.len;
}

static uint32_t count_run(Str text, uint32_t at)
{
    uint32_t end = at;
    while (str_at(text, end) == text.data[at])
        end++;
    return end - at;
}

/* Behind the code that begins with these backticks, or behind them alone. */
static uint32_t skip_code(BracketReader *reader, uint32_t at)
{
    uint32_t count = count_run(reader->text, at);

    if (count >= MAX_TICKS || reader->no_ticks_behind[count])
        return at + count;
    for (size_t next = str_find_char(reader->text, '`', at + count); next != STR_NONE;) {
        uint32_t run = count_run(reader->text, (uint32_t)next);
        if (run == count)
            return (uint32_t)next + count;
        next = str_find_char(reader->text, '`', next + run);
    }
    reader->no_ticks_behind[count] = true;
    return at + count;
}

/* `{: ...}` and `{::...}` of kramdown hold no links. */
static uint32_t skip_attributes(const BracketReader *reader, uint32_t at)
{
    if (reader->scan->document->dialect != DIALECT_KRAMDOWN || str_at(reader->text, at + 1) != ':')
        return at + 1;
    size_t close = str_find_char(str_slice(reader->text, 0, at + MAX_TAIL), '}', at);
    return close == STR_NONE ? at + 1 : (uint32_t)close + 1;
}

static uint32_t skip_math(const BracketReader *reader, uint32_t at)
{
    if (reader->scan->document->dialect != DIALECT_KRAMDOWN || str_at(reader->text, at + 1) != '$')
        return at + 1;
    size_t close = str_find(str_slice(reader->text, 0, at + MAX_TAIL), STR("$$"), at + 2);
    return close == STR_NONE ? at + 2 : (uint32_t)close + 2;
}

static void open_bracket(BracketReader *reader, uint32_t at)
{
    LinkScan *scan = reader->scan;
    Bracket bracket = { .open = at, .close = at, .leaf = reader->part.end };

    bracket.end = at + 1;
    bracket.image =
        at > reader->part.start && reader->text.data[at - 1] == '!' && (at < 2 || reader->text.data[at - 2] != '\\');
    bracket.note = str_at(reader->text, at + 1) == '^';
    vec_push(scan->arena, &reader->open, scan->brackets.len);
    vec_push(scan->arena, &scan->brackets, bracket);
}

/* A title and the bracket that closes it all; 0 when there is none. */
static uint32_t read_title(Str text, uint32_t at)
{
    int quote = str_at(text, at);
    int end = quote == '(' ? ')' : quote;

    if (quote != '"' && quote != '\'' && quote != '(')
        return 0;
    for (size_t close = str_find_char(text, (char)end, at + 1); close != STR_NONE;
         close = str_find_char(text, (char)end, close + 1)) {
        uint32_t behind = skip_white(text, (uint32_t)close + 1);
        if (str_at(text, behind) == ')')
            return behind + 1;
    }
    return 0;
}

static bool begins_title(Str text, uint32_t at)
{
    return char_is_space(text.data[at]) && (str_at(text, at + 1) == '"' || str_at(text, at + 1) == '\'');
}

static Part trim_part(Str text, uint32_t start, uint32_t end)
{
    while (end > start && char_is_space(text.data[end - 1]))
        end--;
    return (Part){ start, end };
}

/* `<...>` with what may follow it; false when it is none. */
static bool read_angled(Bracket *bracket, Str text, uint32_t start)
{
    size_t close = str_at(text, start) == '<' ? str_find_char(text, '>', start) : STR_NONE;
    if (close == STR_NONE)
        return false;
    uint32_t behind = skip_white(text, (uint32_t)close + 1);
    uint32_t titled = read_title(text, behind);
    if (titled == 0 && str_at(text, behind) != ')')
        return false;
    bracket->target = (Part){ start + 1, (uint32_t)close };
    bracket->end = titled > 0 ? titled : behind + 1;
    bracket->closed = true;
    return true;
}

/* Up to the parenthesis that closes it, or to its title; false when there is neither. */
static bool read_plain(Bracket *bracket, Str text, uint32_t start)
{
    bool title = true; /* there may be one */
    int depth = 1;

    for (uint32_t end = start; end < text.len; end++) {
        bool begins = title && begins_title(text, end);
        uint32_t titled = begins ? read_title(text, end + 1) : 0;
        title = title && (!begins || titled > 0);
        if (text.data[end] == ']' && str_at(text, end + 1) == '(')
            return false; /* another link's */
        if (text.data[end] == '(' || text.data[end] == ')')
            depth += text.data[end] == '(' ? 1 : -1;
        if (depth > 0 && titled == 0)
            continue;
        bracket->target = trim_part(text, start, end);
        bracket->end = titled > 0 ? titled : end + 1;
        bracket->closed = true;
        return true;
    }
    return false;
}

/* From "(" on: an address, perhaps a title, ")". Where nothing closes it, the address ends at white space. */
static void read_address(const BracketReader *reader, Bracket *bracket, uint32_t at)
{
    Str text = str_slice(reader->text, 0, at + MAX_TAIL);
    uint32_t start = skip_white(text, at + 1), end = start;

    bracket->tail = TAIL_ADDRESS;
    if (read_angled(bracket, text, start) || read_plain(bracket, text, start))
        return;
    while (end < text.len && !char_is_space(text.data[end]))
        end++;
    bracket->target = (Part){ start, end };
    bracket->end = end;
}

static void read_label(const BracketReader *reader, Bracket *bracket, uint32_t at)
{
    Str text = str_slice(reader->text, 0, at + MAX_TAIL);
    size_t close = str_find_char(text, ']', at);

    if (close == STR_NONE || str_find_char(str_slice(text, 0, close), '[', at + 1) != STR_NONE)
        return;
    bracket->tail = TAIL_LABEL;
    bracket->closed = true;
    bracket->target = (Part){ at + 1, (uint32_t)close };
    bracket->end = (uint32_t)close + 1;
}

/* Else what seems to be its tail is read as well: it may be a link of its own. In kramdown `[text] [label]` is one. */
static bool is_whole(const LinkScan *scan, const Bracket *bracket)
{
    bool apart = bracket->gap && (bracket->tail == TAIL_ADDRESS || scan->document->dialect == DIALECT_GFM);

    if (!bracket->closed || apart || bracket->tail == TAIL_ADDRESS)
        return bracket->closed && !apart;
    return bracket->target.end == bracket->target.start
           || map_has(&scan->by_label, link_key(link_text(scan, bracket->target), scan->arena));
}

/* What follows the bracket that closes at `at`: where reading goes on. */
static uint32_t close_bracket(BracketReader *reader, uint32_t at)
{
    LinkScan *scan = reader->scan;

    if (reader->open.len == 0) {
        if (str_at(reader->text, at + 1) == '(')
            vec_push(scan->arena, &scan->brackets,
                     ((Bracket){ .open = at, .close = at, .end = at + 1, .leaf = reader->part.end, .lone = true }));
        return at + 1;
    }
    Bracket *bracket = &scan->brackets.items[reader->open.items[--reader->open.len]];
    bracket->close = at;
    bracket->end = at + 1;
    if (bracket->note || reader->work < MAX_TAIL)
        return at + 1;
    uint32_t tail = skip_white(reader->text, at + 1);
    bracket->gap = tail > at + 1;
    int c = str_at(reader->text, tail);
    if (c == '(')
        read_address(reader, bracket, tail);
    else if (c == '[' && str_at(reader->text, tail + 1) != '^')
        read_label(reader, bracket, tail);
    if (bracket->tail != TAIL_NONE && (!bracket->closed || bracket->gap))
        reader->work -= MAX_TAIL;
    return is_whole(scan, bracket) ? bracket->end : at + 1;
}

static uint32_t read_angle(BracketReader *reader, uint32_t at)
{
    LinkScan *scan = reader->scan;
    size_t tags = scan->tags.len;
    uint32_t end = link_read_angle(scan, at, reader->part.end, reader->markdown);

    if (scan->tags.len > tags && scan->tags.items[tags].content.end > 0)
        reader->anchor_end = scan->tags.items[tags].content.end;
    return end > at ? end : at + 1;
}

static uint32_t read_bare(BracketReader *reader, uint32_t at)
{
    LinkScan *scan = reader->scan;
    if (at < reader->anchor_end)
        return at + 1;
    uint32_t end = link_read_bare(scan, at, reader->part);
    return end > at ? end : at + 1;
}

static uint32_t read_sign(BracketReader *reader, uint32_t at)
{
    switch (reader->text.data[at]) {
    case '\\':
        return at + 2;
    case '`':
        return skip_code(reader, at);
    case '{':
        return skip_attributes(reader, at);
    case '$':
        return skip_math(reader, at);
    case '[':
        open_bracket(reader, at);
        return at + 1;
    case ']':
        return close_bracket(reader, at);
    case ':':
    case '.':
    case '@':
        return read_bare(reader, at);
    default:
        return at + 1;
    }
}

/* From `at` on, the first byte that may mean something. */
static uint32_t next_sign(const BracketReader *reader, uint32_t at)
{
    static const bool signs[256] = { ['\\'] = true, ['`'] = true, ['{'] = true, ['$'] = true, ['['] = true,
                                     [']'] = true,  [':'] = true, ['.'] = true, ['@'] = true, ['<'] = true };

    if (!reader->markdown) {
        size_t angle = str_find_char(reader->text, '<', at);
        return angle == STR_NONE ? reader->part.end : (uint32_t)angle;
    }
    while (at < reader->part.end && !signs[(unsigned char)reader->text.data[at]])
        at++;
    return at;
}

void link_read_part(LinkScan *scan, Part part, bool markdown)
{
    BracketReader reader = { .scan = scan, .text = str_slice(scan->document->text, 0, part.end), .part = part };

    reader.markdown = markdown;
    reader.work = 16 * (size_t)(part.end - part.start) + 64 * (size_t)MAX_TAIL;
    scan->open_to_the_end = false;
    for (uint32_t at = next_sign(&reader, part.start); at < part.end; at = next_sign(&reader, at))
        at = reader.text.data[at] == '<' ? read_angle(&reader, at) : read_sign(&reader, at);
}
