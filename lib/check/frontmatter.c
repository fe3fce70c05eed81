#include <stdlib.h>

#include "check/subject.h"
#include "text/yaml.h"

/* No author has more: each is looked for in the whole block. */
enum { BLOCK_MAX = 1 << 16, ANCHORS_MAX = 100 };

/* A walk over the front matter in the order of the file: keys and texts, and what stands between them. */
typedef struct Walk {
    const Subject *subject;
    Str text;         /* of the whole file */
    size_t end;       /* behind the key or text seen last */
    size_t block_end; /* where the fence begins that closes the front matter */
    size_t anchors;   /* seen so far */
    bool keeps_lines; /* the text seen last keeps the empty lines behind it: `|+` */
} Walk;

static Span span_at(const Walk *walk, size_t start, size_t end)
{
    return (Span){ walk->subject->post->post.source, (uint32_t)start, (uint32_t)end };
}

static size_t skip_blanks(Str text, size_t at)
{
    while (str_at(text, at) == ' ' || str_at(text, at) == '\t')
        at++;
    return at;
}

static size_t end_of_line(Str text, size_t at)
{
    size_t line_feed = str_find_char(text, '\n', at);
    return line_feed == STR_NONE ? text.len : line_feed;
}

static bool is_own(const Walk *walk, Span span)
{
    return span.source == walk->subject->post->post.source && span.start < walk->block_end;
}

/* --- empty lines ------------------------------------------------------------------------------------------------- */

static void report_empty_lines(const Walk *walk, size_t start, size_t end)
{
    Span span = span_at(walk, start, end);
    diag_info(walk->subject->diags, "fm-blank-line", span, "an empty line stands in the front matter");
    diag_hint(walk->subject->diags, "delete it, so that all keys stand together");
    diag_fix(walk->subject->diags, span, (Str){ NULL, 0 }, true);
}

/* Between `walk->end`, somewhere on a line, and `to`. */
static void check_empty_lines(const Walk *walk, size_t to)
{
    size_t run = STR_NONE;
    size_t at =
        walk->end == 0 || walk->text.data[walk->end - 1] == '\n' ? walk->end : end_of_line(walk->text, walk->end) + 1;
    while (at < to) {
        size_t next = end_of_line(walk->text, at) + 1;
        bool empty = next <= to && str_trim(str_slice(walk->text, at, next)).len == 0;
        if (empty && run == STR_NONE)
            run = at;
        if (!empty && run != STR_NONE)
            report_empty_lines(walk, run, at);
        run = empty ? run : STR_NONE;
        at = next;
    }
    if (run != STR_NONE)
        report_empty_lines(walk, run, to);
}

/* Moves behind a key or a text; one that was seen already stands for an alias. */
static bool move_to(Walk *walk, Span span)
{
    if (!is_own(walk, span) || span.start < walk->end || span.end <= span.start)
        return false;
    if (!walk->keeps_lines)
        check_empty_lines(walk, span.start);
    walk->end = span.end;
    walk->keeps_lines = false;
    return true;
}

/* --- names of values --------------------------------------------------------------------------------------------- */

static bool is_name_part(int c)
{
    return char_is_alnum(c) || c == '_' || c == '-';
}

/* `*name` where a value may stand. */
static bool is_repeated(const Walk *walk, Str name)
{
    Str block = str_slice(walk->text, 0, walk->block_end);
    for (size_t at = str_find_char(block, '*', 0); at != STR_NONE; at = str_find_char(block, '*', at + 1)) {
        Str rest = str_from_offset(block, at + 1);
        if (str_starts_with(rest, name) && !is_name_part(str_at(rest, name.len)))
            return true;
    }
    return false;
}

/* What names a value, `&name`, stands before it. */
static void check_anchor(Walk *walk, Span value)
{
    size_t end = value.start;
    while (end > 0 && char_is_space(str_at(walk->text, end - 1)))
        end--;
    size_t start = end;
    while (start > 0 && is_name_part(str_at(walk->text, start - 1)))
        start--;
    if (start == end || start == 0 || walk->text.data[start - 1] != '&'
        || (end == value.start && value.start < value.end))
        return;
    Str name = str_slice(walk->text, start, end);
    if (walk->block_end > BLOCK_MAX || walk->anchors++ > ANCHORS_MAX || is_repeated(walk, name))
        return;
    diag_warning(walk->subject->diags, "anchor-unused", span_at(walk, start - 1, end),
                 "\"&" STR_FMT "\" names this value, and nothing repeats it: readers do not see these letters",
                 STR_ARG(name));
    diag_hint(walk->subject->diags, "delete it, or put the whole value in quotes where it is meant as text");
    diag_fix(walk->subject->diags, span_at(walk, start - 1, skip_blanks(walk->text, end)), (Str){ NULL, 0 }, false);
}

/* --- comments that are none -------------------------------------------------------------------------------------- */

static bool is_among(Str key, const Str *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(keys[i], key))
            return true;
    }
    return false;
}

/* Words for programs: nobody writes a "#" in one and means it. */
static bool is_technical(Str key)
{
    static const Str keys[] = { STR_INIT("layout"), STR_INIT("permalink"), STR_INIT("date"),     STR_INIT("published"),
                                STR_INIT("draft"),  STR_INIT("lang"),      STR_INIT("comments"), STR_INIT("language"),
                                STR_INIT("slug"),   STR_INIT("image"),     STR_INIT("id"),       STR_INIT("type") };
    return is_among(key, keys, sizeof(keys) / sizeof(keys[0]));
}

/* What readers get to read. */
static bool is_text_key(Str key)
{
    static const Str keys[] = { STR_INIT("title"), STR_INIT("subtitle"), STR_INIT("excerpt"), STR_INIT("description") };
    return is_among(key, keys, sizeof(keys) / sizeof(keys[0]));
}

/* `#1`, `#news`, and `# 1` in what readers read: no comment of an author, who begins it with a blank. */
static bool is_meant(Str comment, Str key)
{
    int first = str_at(comment, 1);
    if (is_technical(key) || first == STR_END || first == '#' || first == '!'
        || str_contains(comment, STR("herald-ignore")))
        return false;
    return first == ' ' ? is_text_key(key) && char_is_digit(str_at(comment, 2)) : !char_is_space(first);
}

/* `start` is where the value begins, `end` where YAML says it ends. */
static void check_comment(const Walk *walk, Str key, size_t start, size_t end)
{
    size_t mark = skip_blanks(walk->text, end);
    if (str_at(walk->text, mark) != '#' || (mark == end && start < end))
        return;
    Str comment = str_trim_right(str_slice(walk->text, mark, end_of_line(walk->text, mark)));
    if (!is_meant(comment, key))
        return;
    Span value = span_at(walk, start, mark + comment.len);
    Str quoted = yaml_quote(source_text(value), walk->subject->keep);
    diag_warning(walk->subject->diags, "comment-truncates-value", span_at(walk, mark, mark + comment.len),
                 "\" #\" begins a comment, so this part of the value is lost");
    diag_hint(walk->subject->diags, "put the whole value in quotes: " STR_FMT, STR_ARG(quoted));
    diag_fix(walk->subject->diags, value, quoted, false);
}

/* --- blanks around a colon --------------------------------------------------------------------------------------- */

typedef struct Blanks {
    size_t start, end; /* between a colon and what follows on its line */
} Blanks;

/* The blanks behind the colon of a key; none where nothing follows. */
static bool find_blanks(Blanks *out, const Walk *walk, Span key)
{
    size_t colon = skip_blanks(walk->text, key.end);
    if (str_at(walk->text, colon) != ':')
        return false;
    out->start = colon + 1;
    out->end = skip_blanks(walk->text, out->start);
    int c = str_at(walk->text, out->end);
    return c != STR_END && c != '\n' && c != '\r' && c != '#';
}

static bool is_wide(const Walk *walk, Blanks blanks)
{
    return blanks.end > blanks.start + 1 || str_at(walk->text, blanks.start) == '\t';
}

/* Values that are set one below the other, in a column of their own. */
static bool is_aligned(const Walk *walk, const Tree *map)
{
    size_t count = 0, column = 0, shortest = STR_NONE, longest = 0;
    for (size_t i = 0; i < map->entry_count; i++) {
        Blanks blanks;
        Span key = map->entries[i].key.span;
        if (!is_own(walk, key) || !find_blanks(&blanks, walk, key) || !is_wide(walk, blanks))
            continue;
        size_t here = blanks.end - key.start;
        if (count++ > 0 && here != column)
            return false;
        column = here;
        shortest = key.end - key.start < shortest ? key.end - key.start : shortest;
        longest = key.end - key.start > longest ? key.end - key.start : longest;
    }
    return count > 1 && shortest < longest;
}

static void check_colon(const Walk *walk, Span key, bool aligned)
{
    Diags *diags = walk->subject->diags;
    size_t colon = skip_blanks(walk->text, key.end);
    Blanks blanks;

    if (colon > key.end && str_at(walk->text, colon) == ':' && !aligned) {
        diag_info(diags, "fm-extra-space", span_at(walk, key.end, colon), "a blank stands before the colon");
        diag_hint(diags, "delete it");
        diag_fix(diags, span_at(walk, key.end, colon), (Str){ NULL, 0 }, true);
    }
    if (aligned || !find_blanks(&blanks, walk, key) || !is_wide(walk, blanks))
        return;
    bool tab = str_find_char(str_slice(walk->text, blanks.start, blanks.end), '\t', 0) != STR_NONE;
    if (tab) {
        diag_warning(diags, "fm-extra-space", span_at(walk, blanks.start, blanks.end),
                     "a tab stands behind the colon, which many programs refuse");
        diag_hint(diags, "write one blank instead");
        diag_fix(diags, span_at(walk, blanks.start, blanks.end), STR(" "), true);
        return;
    }
    diag_info(diags, "fm-extra-space", span_at(walk, blanks.start + 1, blanks.end),
              "more than one blank stands behind the colon");
    diag_hint(diags, "write one blank");
    diag_fix(diags, span_at(walk, blanks.start + 1, blanks.end), (Str){ NULL, 0 }, true);
}

/* `[announcements ]`: `[ announcements ]` is a way to write it, one blank alone a slip. */
static void check_flow(const Walk *walk, const Tree *list)
{
    Str source = source_text(list->span);
    size_t front = skip_blanks(source, 1), back = source.len - 1;
    if (source.len < 3 || str_at(source, 0) != '[' || str_at(source, back) != ']'
        || str_find_char(source, '\n', 0) != STR_NONE)
        return;
    while (back > front && (str_at(source, back - 1) == ' ' || str_at(source, back - 1) == '\t'))
        back--;
    bool opens = front > 1, closes = back + 1 < source.len;
    if (opens == closes || back == front)
        return;
    Span span = opens ? span_part(list->span, 1, front) : span_part(list->span, back, source.len - 1);
    diag_info(walk->subject->diags, "fm-extra-space", span, "a blank stands %s the bracket",
              opens ? "behind" : "before");
    diag_hint(walk->subject->diags, "delete it");
    diag_fix(walk->subject->diags, span, (Str){ NULL, 0 }, true);
}

/* --- the walk ---------------------------------------------------------------------------------------------------- */

static void see_value(Walk *walk, Str key, const Tree *value);

static void see_scalar(Walk *walk, Str key, const Tree *value)
{
    check_anchor(walk, value->span);
    Str source = source_text(value->span);
    if (!value->quoted && value->type == TREE_STRING && str_find_char(source, '\n', 0) == STR_NONE)
        check_comment(walk, key, value->span.start, value->span.end);
    int first = str_at(source, 0);
    size_t header = str_find_char(source, '\n', 0);
    walk->keeps_lines = (first == '|' || first == '>') && str_contains(str_slice(source, 0, header), STR("+"));
}

static void see_map(Walk *walk, const Tree *map)
{
    bool aligned = is_aligned(walk, map);
    for (size_t i = 0; i < map->entry_count; i++) {
        Located key = map->entries[i].key;
        if (!move_to(walk, key.span))
            continue;
        check_colon(walk, key.span, aligned);
        see_value(walk, key.str, map->entries[i].value);
    }
}

/* An empty value has no text; what it lacks may stand in a comment. */
static void see_nothing(Walk *walk, Str key)
{
    static const Str told[] = { STR_INIT("title"), STR_INIT("date") };
    size_t colon = skip_blanks(walk->text, walk->end);
    size_t start = skip_blanks(walk->text, colon + 1);
    if (str_at(walk->text, start) == '&' && str_at(walk->text, colon) == ':')
        check_anchor(walk, span_at(walk, end_of_line(walk->text, start), end_of_line(walk->text, start)));
    else if (str_at(walk->text, colon) == ':' && !is_among(key, told, sizeof(told) / sizeof(told[0])))
        check_comment(walk, key, start, start);
}

/* As deep as a Tree may be. */
static void see_value(Walk *walk, Str key, const Tree *value)
{
    if (value->kind == TREE_SCALAR && value->span.start == value->span.end)
        see_nothing(walk, key);
    if (!is_own(walk, value->span) || value->span.start < walk->end)
        return;
    if (value->kind != TREE_SCALAR)
        check_anchor(walk, value->span);
    if (value->kind == TREE_MAP)
        see_map(walk, value);
    if (value->kind == TREE_LIST)
        check_flow(walk, value);
    for (size_t i = 0; value->kind == TREE_LIST && i < value->item_count; i++)
        see_value(walk, key, value->items[i]);
    if (value->kind == TREE_SCALAR && move_to(walk, value->span))
        see_scalar(walk, key, value);
}

/* Where blanks at the end of a line belong to a text that keeps its lines, and where a value is missing, which is told,
 * they are no fault. */
static bool may_end_with_blank(Str line, bool literal)
{
    int last = str_at(line, line.len - 1);
    return line.len == 0 || last == ':' || last == '-' || (literal && str_at(line, 0) == ' ');
}

static void check_line_ends(const Walk *walk)
{
    bool literal = str_contains(str_slice(walk->text, 0, walk->block_end), STR(": |"));
    size_t start = end_of_line(walk->text, 0) + 1, next;
    for (; start < walk->block_end; start = next) {
        next = end_of_line(walk->text, start) + 1;
        Str line = str_slice(walk->text, start, next - 1);
        if (str_at(line, line.len - 1) == '\r')
            line.len--;
        size_t end = str_trim_right(line).len;
        if (end == line.len || may_end_with_blank(str_slice(line, 0, end), literal))
            continue;
        Span blanks = span_at(walk, start + end, start + line.len);
        diag_info(walk->subject->diags, "trailing-space", blanks, "the line ends with a blank");
        diag_hint(walk->subject->diags, "take %s out", line.len - end == 1 ? "it" : "them");
        diag_fix(walk->subject->diags, blanks, (Str){ NULL, 0 }, true);
    }
}

/* The closing fence is the last line before the body. */
static size_t find_block_end(const Post *post)
{
    Str before = str_slice(post->source->text, 0, post->body.start);
    if (str_ends_with(before, STR("\n")))
        before.len--;
    size_t line_feed = str_find_last_char(before, '\n');
    return line_feed == STR_NONE ? 0 : line_feed + 1;
}

static int compare_entries(const void *left, const void *right)
{
    const TreeEntry *a = left;
    const TreeEntry *b = right;
    return span_cmp(a->key.span, b->key.span);
}

/* The keys that stand in this file, in its order: those of defaults come among them. */
static Tree own_entries(const Walk *walk, const Tree *front_matter)
{
    TreeEntry *own = ARENA_ARRAY(walk->subject->scratch, TreeEntry, front_matter->entry_count);
    size_t count = 0;
    for (size_t i = 0; i < front_matter->entry_count; i++) {
        if (is_own(walk, front_matter->entries[i].key.span))
            own[count++] = front_matter->entries[i];
    }
    if (count > 1)
        qsort(own, count, sizeof(own[0]), compare_entries);
    return (Tree){ .kind = TREE_MAP, .entries = own, .entry_count = count };
}

void check_frontmatter(const Subject *subject)
{
    const Post *post = &subject->post->post;
    if (post->front_matter == NULL || post->body.start == 0)
        return;
    Walk walk = { .subject = subject, .text = post->source->text, .block_end = find_block_end(post) };
    walk.end = end_of_line(walk.text, 0) + 1;
    Tree own = own_entries(&walk, post->front_matter);
    see_map(&walk, &own);
    check_line_ends(&walk);
    if (!walk.keeps_lines && walk.end < walk.block_end)
        check_empty_lines(&walk, walk.block_end);
}
