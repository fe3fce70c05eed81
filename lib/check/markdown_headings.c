/* lib/check/markdown_headings.c - headings: their levels, their ends, and lines that were meant to be some. */
#include "check/markdown.h"
#include "text/unicode.h"

static void put_words(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        int c = char_lower((unsigned char)text.data[i]);
        if (char_is_alnum(c) || c >= 0x80)
            buf_put_char(out, (char)c);
    }
}

static Str shown_text(const Node *heading, Arena *arena)
{
    Buf out = { .arena = arena };
    for (const Node *node = node_next(heading, heading); node != NULL; node = node_next(heading, node)) {
        if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
            buf_put(&out, node->text);
        else if (node->kind == NODE_SOFT_BREAK)
            buf_put_char(&out, ' ');
    }
    return str_trim(buf_str(&out));
}

/* The signs that make it a heading, or the whole line of one that is underlined. */
static Part marker_of(const MarkdownCheck *check, const Node *heading)
{
    size_t start = heading->start;
    while (str_at(check->text, start) == ' ')
        start++;
    size_t end = start;
    while (str_at(check->text, end) == '#')
        end++;
    if (end == start)
        end = markdown_line_end(check, start);
    return (Part){ (uint32_t)start, (uint32_t)end };
}

static bool repeats_title(const MarkdownCheck *check, Str text)
{
    Buf title = { .arena = check->subject->scratch }, words = { .arena = check->subject->scratch };
    put_words(&title, check->subject->post->post.title.str);
    put_words(&words, text);
    return words.len > 0 && str_eq(buf_str(&title), buf_str(&words));
}

/* --- how it ends ------------------------------------------------------------------------------------------------- */

static bool is_abbreviation(Str text)
{
    static const Str words[] = { STR_INIT("inc"), STR_INIT("ltd"), STR_INIT("etc"),  STR_INIT("co"), STR_INIT("corp"),
                                 STR_INIT("jr"),  STR_INIT("sr"),  STR_INIT("al"),   STR_INIT("st"), STR_INIT("no"),
                                 STR_INIT("vs"),  STR_INIT("vol"), STR_INIT("dept"), STR_INIT("v") };
    size_t start = text.len - 1;
    while (start > 0 && text.data[start - 1] != ' ')
        start--;
    Str word = str_slice(text, start, text.len - 1);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (str_eq_nocase(word, words[i]))
            return true;
    }
    return word.len < 2 || str_find_char(word, '.', 0) != STR_NONE;
}

static void check_end(const MarkdownCheck *check, const Node *heading, Str text)
{
    int last = str_at(text, text.len - 1);
    size_t at = heading->end < check->text.len ? heading->end : check->text.len;

    if ((last != '.' && last != ',' && last != ';' && last != ':') || (last == '.' && is_abbreviation(text)))
        return;
    while (at > heading->start && ground_at(&check->ground, at - 1) != GROUND_TEXT)
        at--;
    while (at > heading->start && char_is_space(check->text.data[at - 1]))
        at--;
    if (at == heading->start || check->text.data[at - 1] != last)
        return;
    if (markdown_say(check, "heading-punctuation", at - 1, at, "the heading ends with \"%c\"", last))
        diag_hint(check->subject->diags, "a heading is a name, not a sentence: leave it out");
}

/* --- levels ------------------------------------------------------------------------------------------------------ */

/* The "=======" of a merge underlines what stands above it: the conflict itself is told of. */
static bool is_of_conflict(const MarkdownCheck *check, const Node *heading)
{
    enum { NEAR = 4000 };
    size_t start = heading->start > NEAR ? heading->start - NEAR : 0;
    Str before = str_slice(check->text, start, heading->end),
        after = str_slice(check->text, heading->end, heading->end + NEAR);
    return str_contains(before, STR("<<<<<<< ")) && str_contains(before, STR("\n======="))
           && str_contains(after, STR(">>>>>>> "));
}

static void check_level(const MarkdownCheck *check, const Node *heading, int *before)
{
    Part marker = marker_of(check, heading);
    int level = heading->heading.level;

    if (level == 1 && str_at(check->text, marker.start) != '#' && is_of_conflict(check, heading))
        return;
    if (level == 1
        && markdown_say(check, "heading-h1", marker.start, marker.end,
                        "this heading is of the first level, as the title of the post is"))
        diag_hint(check->subject->diags, "write ## for the sections of a post, ### for their parts");
    else if (*before > 0 && level > *before + 1
             && markdown_say(check, "heading-jump", marker.start, marker.end,
                             "the heading jumps from level %d to level %d", *before, level))
        diag_hint(check->subject->diags, "write %.*s: levels go down one at a time", *before + 1, "######");
    *before = level < 2 ? 2 : level; /* the sections of a post that has its own title once more */
}

/* --- what is no heading, or should be none ----------------------------------------------------------------------- */

static void report_underlined(const MarkdownCheck *check, const Node *heading)
{
    size_t line = STR_NONE;
    for (size_t at = heading->start; at != STR_NONE; at = markdown_next_line(check, heading, at))
        line = at;
    size_t end = line == STR_NONE ? 0 : markdown_line_end(check, line);
    if (end == 0 || str_at(check->text, end - 1) != '-')
        return;
    while (line < end && (check->text.data[line] == ' ' || check->text.data[line] == '>'))
        line++;
    if (markdown_say(check, "heading-malformed", line, end, "this line turns the text above it into a heading"))
        diag_hint(check->subject->diags, "leave a blank line above it to get a rule");
}

/* A sentence, or several lines, above `---`. */
static bool is_prose(const Node *heading, Str text)
{
    enum { LONG = 60 };
    for (const Node *node = heading->first; node != NULL; node = node->next) {
        if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
            return true;
    }
    return text.len > LONG && str_ends_with(text, STR("."));
}

static bool is_lone_line(const MarkdownCheck *check, const Node *leaf)
{
    Str line = str_slice(check->text, leaf->start, leaf->end);
    int last = str_at(str_trim_right(line), str_trim_right(line).len - 1);
    return str_find_char(str_trim(line), '\n', 0) == STR_NONE && str_find_char(line, '#', 1) == STR_NONE
           && str_find_char(line, ' ', 0) != STR_NONE && last != '.' && last != '!' && last != ':' && last != ','
           && str_at(line, 1) >= 'A' && str_at(line, 1) <= 'Z';
}

static bool begins_words(int c)
{
    return char_is_alpha(c) || c >= 0x80 || c == '[' || c == '*' || c == '"' || c == '`';
}

/* One sign may also be that of `#tags`. */
static bool is_meant(const MarkdownCheck *check, const Node *leaf, size_t at, size_t level)
{
    enum { MAX_LEVEL = 6 };
    int next = str_at(check->text, at + level);
    if (level == 1)
        return at == leaf->start
               && (str_starts_with(str_from_offset(check->text, at + 1), STR("\xC2\xA0")) || is_lone_line(check, leaf));
    return level <= MAX_LEVEL && (begins_words(next) || char_is_digit(next));
}

/* `##` alone, which is no heading in kramdown. */
static bool is_empty_line(const MarkdownCheck *check, const Node *leaf, size_t at, size_t level)
{
    enum { MAX_LEVEL = 6 };
    Str rest = str_slice(check->text, at + level, markdown_line_end(check, at));
    return at == leaf->start && level >= 2 && level <= MAX_LEVEL && str_trim(rest).len == 0;
}

static void check_line(const MarkdownCheck *check, const Node *leaf, size_t at, int *before)
{
    size_t end = at;
    while (str_at(check->text, end) == '#')
        end++;
    size_t level = end - at;
    bool blank = str_starts_with(str_from_offset(check->text, end), STR("\xC2\xA0"));

    if (is_empty_line(check, leaf, at, level)) {
        if (markdown_say(check, "heading-malformed", at, end, "this heading has no text"))
            diag_hint(check->subject->diags, "write its text behind the sign, or delete the line");
        return;
    }
    if (!is_meant(check, leaf, at, level))
        return;
    if (!markdown_say(check, "heading-malformed", at, end,
                      blank ? "behind \"%.*s\" stands a no-break space, so this is no heading"
                            : "\"%.*s\" lacks a space behind it, so this is no heading",
                      (int)level, "######"))
        return;
    diag_hint(check->subject->diags, "write %.*s and a space", (int)level, "######");
    markdown_offer(check, end, end + (blank ? 2 : 0), STR(" "), true);
    *before = (int)level;
}

static void check_lines(const MarkdownCheck *check, const Node *leaf, int *before)
{
    size_t at;
    for (size_t line = leaf->start; line != STR_NONE; line = markdown_next_line(check, leaf, line)) {
        if (markdown_line_text(&at, check, leaf, line) && str_at(check->text, at) == '#')
            check_line(check, leaf, at, before);
    }
}

/* `=======` between `<<<<<<<` and `>>>>>>>`. */
static bool is_conflict(const MarkdownCheck *check, const Node *heading)
{
    return str_ends_with(str_trim_right(str_slice(check->text, 0, heading->end)), STR("\n======="))
           && (str_starts_with(check->text, STR("<<<<<<<")) || str_contains(check->text, STR("\n<<<<<<<")));
}

static void check_heading(const MarkdownCheck *check, const Node *heading, int *before, bool *first)
{
    Str text = shown_text(heading, check->subject->scratch);
    Part marker = marker_of(check, heading);
    bool underlined = str_at(check->text, marker.start) != '#';

    if (underlined && is_conflict(check, heading))
        return;
    if (underlined && is_prose(heading, text)) {
        report_underlined(check, heading);
        return;
    }
    bool empty = heading->first == NULL;
    if (empty && !underlined) {
        if (markdown_say(check, "heading-malformed", marker.start, marker.end, "this heading has no text"))
            diag_hint(check->subject->diags, "write its text behind it, or delete the line");
        return;
    }
    check_level(check, heading, before);
    if (*first && heading->heading.level > 1 && repeats_title(check, text)) {
        if (markdown_say(check, "heading-repeats-title", marker.start, markdown_line_end(check, marker.start),
                         "this heading repeats the title, which stands above the post anyway"))
            diag_hint(check->subject->diags, "delete it");
    } else if (text.len > 1) {
        check_end(check, heading, text);
    }
    *first = false;
}

void check_headings(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;
    bool first = true;
    int level = 0;

    for (const Node *leaf = document->root; leaf != NULL; leaf = node_next(document->root, leaf)) {
        if (leaf->kind == NODE_HEADING)
            check_heading(check, leaf, &level, &first);
        else if (leaf->kind == NODE_PARAGRAPH)
            check_lines(check, leaf, &level);
    }
}
