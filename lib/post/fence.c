/* lib/post/fence.c */
#include "post/fence.h"

#define BOM "\xef\xbb\xbf"

/* One line of a source and what it looks like. */
typedef struct Line {
    size_t start; /* of the source */
    size_t next;  /* the start of the next line, or the end of the source */
    Str text;     /* without its line end */
    Str shown;    /* and without blanks at its end */
} Line;

static bool next_line(Line *line, const Source *source, size_t at)
{
    Str text = source->text;
    if (at >= text.len)
        return false;
    size_t end = str_find_char(text, '\n', at);
    line->start = at;
    line->next = end == STR_NONE ? text.len : end + 1;
    line->text = str_slice(text, at, end == STR_NONE ? text.len : end);
    if (str_ends_with(line->text, STR("\r")))
        line->text.len--;
    line->shown = str_trim_right(line->text);
    return true;
}

static Span span_of(const Source *source, const Line *line)
{
    return span_part(span_whole(source), line->start, line->start + line->shown.len);
}

bool fence_is_key_line(Str line)
{
    size_t colon = str_find_char(line, ':', 0);
    if (colon == STR_NONE || colon == 0 || colon > 40 || !char_is_alpha(str_at(line, 0)))
        return false;
    for (size_t i = 0; i < colon; i++) {
        int c = str_at(line, i);
        if (!char_is_alnum(c) && c != '_' && c != '-')
            return false;
    }
    return colon + 1 == line.len || char_is_space(str_at(line, colon + 1));
}

static bool is_fence(Str shown, bool closing)
{
    return str_eq(shown, STR("---")) || (closing && str_eq(shown, STR("...")));
}

static bool skip_dash(Str *rest)
{
    static const Str dashes[] = {
        STR_INIT("-"), STR_INIT("‐"), STR_INIT("‑"), STR_INIT("–"),  STR_INIT("—"),
        STR_INIT("―"), STR_INIT("−"), STR_INIT("─"), STR_INIT("－"),
    };
    for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
        if (str_starts_with(*rest, dashes[i])) {
            *rest = str_from_offset(*rest, dashes[i].len);
            return true;
        }
    }
    return false;
}

/* What people write who mean a fence: `--`, `----`, a dash of a word processor, blanks before it or inside. */
static bool is_near_fence(Str shown)
{
    Str rest = str_trim_left(shown);
    size_t bytes = rest.len;
    while (skip_dash(&rest))
        rest = str_trim_left(rest);
    return rest.len == 0 && bytes >= 2;
}

/* And what else stands on a line of its own right behind the last key or before the first. */
static bool is_other_rule(Str shown)
{
    static const char signs[] = "*=_~`+";
    if (shown.len < 3 || strchr(signs, shown.data[0]) == NULL)
        return false;
    for (size_t i = 0; i < shown.len; i++) {
        if (shown.data[i] != shown.data[0])
            return false;
    }
    return true;
}

/* A fence with text behind it, `---Foo`; where the text begins. */
static size_t find_text_behind(Str shown)
{
    size_t at = 0;
    while (str_at(shown, at) == '-')
        at++;
    return at >= 3 && at < shown.len ? at : STR_NONE;
}

static void check_blanks(const Source *source, const Line *line, Diags *diags)
{
    size_t end = line->start + line->text.len;
    if (line->shown.len == line->text.len)
        return;
    Span blanks = span_part(span_whole(source), line->start + line->shown.len, end);
    diag_warning(diags, "fm-fence-trailing-space", blanks, "blanks stand behind the fence");
    diag_hint(diags, "end the line behind " STR_FMT, STR_ARG(line->shown));
    diag_fix(diags, blanks, (Str){ NULL, 0 }, true);
}

/* As a line of the file would be. */
static Str fence_line(const Source *source)
{
    size_t line_feed = str_find_char(source->text, '\n', 0);
    bool crlf = line_feed != STR_NONE && line_feed > 0 && source->text.data[line_feed - 1] == '\r';
    return crlf ? STR("---\r\n") : STR("---\n");
}

static bool refuse_fence(const Source *source, const Line *line, Diags *diags)
{
    Span span = span_of(source, line);
    size_t behind = find_text_behind(line->shown);
    if (behind == STR_NONE) {
        diag_stop(diags, "fence-malformed", span, "expected a line of exactly three hyphens");
        diag_hint(diags, "write --- at the start of the line, and nothing else on it");
        diag_fix(diags, span, STR("---"), false);
        return false;
    }
    diag_stop(diags, "fence-malformed", span, "text stands on the line of the fence");
    diag_hint(diags, "begin a new line behind ---");
    Span blanks = span_part(span, behind, line->shown.len - str_trim_left(str_from_offset(line->shown, behind)).len);
    diag_fix(diags, blanks, STR("\n"), false);
    return false;
}

static bool refuse_toml(const Source *source, const Line *line, Diags *diags)
{
    diag_stop(diags, "toml-front-matter", span_of(source, line), "the front matter is TOML, expected YAML");
    diag_hint(diags, "write --- for both +++, and \"key: value\" for \"key = value\"");
    return false;
}

/* A line that front matter can hold at its outermost level. */
static bool is_yaml_line(Str text)
{
    int c = str_at(text, 0);
    return c == STR_END || char_is_space(c) || strchr("#-]}'\"", c) != NULL || fence_is_key_line(text);
}

/* --- no fence on the first line ---------------------------------------------------------------------------------- */

/* The line of a `---` that has keys behind it: front matter that something pushed down. */
static bool find_pushed_down(Line *fence, const Source *source, size_t at)
{
    enum { MAX_LINES = 50 };
    Line line;
    Line after;
    for (int i = 0; i < MAX_LINES && next_line(&line, source, at); i++, at = line.next) {
        if (is_fence(line.shown, false) && next_line(&after, source, line.next) && fence_is_key_line(after.text)) {
            *fence = line;
            return true;
        }
    }
    return false;
}

/* The front matter first, then what stood before it. */
static void fix_not_first(const Source *source, size_t start, const Line *fence, Diags *diags)
{
    Line line;
    for (size_t at = fence->next; next_line(&line, source, at); at = line.next) {
        if (!is_fence(line.shown, false) || line.next == source->text.len)
            continue;
        Str before = str_slice(source->text, start, fence->start);
        Str matter = str_slice(source->text, fence->start, line.next);
        diag_fix(diags, span_part(span_whole(source), start, line.next),
                 arena_join(diags->arena, matter, before, (Str){ NULL, 0 }), false);
        return;
    }
}

static bool refuse_not_first(const Source *source, size_t start, const Line *first, const Line *fence, Diags *diags)
{
    bool blank = first->start >= fence->start;
    Span before = span_part(span_whole(source), start, fence->start);
    Place place = source_place(source, (uint32_t)fence->start);

    diag_stop(diags, "front-matter-not-first", blank ? before : span_of(source, first),
              "%s before the front matter, which begins on line %u", blank ? "blank lines stand" : "text stands",
              place.line);
    if (!blank) {
        diag_hint(diags, "move it behind the front matter: the file must begin with ---");
        fix_not_first(source, start, fence, diags);
        return false;
    }
    diag_hint(diags, "delete the blank lines: the file must begin with ---");
    diag_fix(diags, before, (Str){ NULL, 0 }, false);
    return false;
}

/* Nothing but keys up to a fence. */
static bool has_closing_fence(const Source *source, const Line *first)
{
    Line line;
    for (size_t at = first->next; next_line(&line, source, at) && is_yaml_line(line.text); at = line.next) {
        if (is_fence(line.shown, false))
            return true;
    }
    return false;
}

static bool refuse_missing(const Source *source, const Line *first, Diags *diags)
{
    diag_stop(diags, "front-matter-missing", span_of(source, first), "the file does not begin with front matter");
    if (fence_is_key_line(first->text)) {
        diag_hint(diags, "write a line of --- before this one, and one behind the last key");
        if (has_closing_fence(source, first))
            diag_fix(diags, span_part(span_whole(source), first->start, first->start), fence_line(source), false);
    } else if (str_starts_with(first->text, STR("```")) || str_starts_with(first->text, STR("~~~")))
        diag_hint(diags, "write --- for this line and for the line that closes it");
    else
        diag_hint(diags, "begin the file with ---, then title: and date: on lines of their own, then --- again");
    return false;
}

static bool refuse_start(const Source *source, size_t start, Diags *diags)
{
    Line first = { .start = start, .next = start };
    Line fence;
    size_t at = start;

    while (next_line(&first, source, at) && first.shown.len == 0)
        at = first.next;
    if (find_pushed_down(&fence, source, start))
        return refuse_not_first(source, start, &first, &fence, diags);
    if (str_starts_with(first.shown, STR("+++")))
        return refuse_toml(source, &first, diags);
    Line after;
    bool near = first.shown.len > 0 && is_near_fence(first.shown);
    bool other = is_other_rule(first.shown) && str_at(first.shown, 0) != '`' && str_at(first.shown, 0) != '~'
                 && next_line(&after, source, first.next) && fence_is_key_line(after.text);
    if (near || other || str_starts_with(first.text, STR("---")))
        return refuse_fence(source, &first, diags);
    return refuse_missing(source, &first, diags);
}

/* --- no closing fence -------------------------------------------------------------------------------------------- */

static bool refuse_unclosed(const Source *source, const Line *open, Diags *diags)
{
    Line line = *open;
    Line last = *open;
    for (size_t at = open->next; next_line(&line, source, at); at = line.next) {
        bool text = find_text_behind(line.shown) != STR_NONE;
        if (is_near_fence(line.shown) || is_other_rule(line.shown) || text)
            return refuse_fence(source, &line, diags);
        if (!is_yaml_line(line.text))
            break;
        if (fence_is_key_line(line.text) || (char_is_space(str_at(line.text, 0)) && line.shown.len > 0))
            last = line;
    }
    Place place = source_place(source, (uint32_t)last.start);
    diag_stop(diags, "front-matter-unclosed", span_of(source, open), "the front matter is not closed");
    diag_hint(diags, "write a line of --- behind its last key, which seems to be on line %u", place.line);
    if (last.next > last.start + last.text.len)
        diag_fix(diags, span_part(span_whole(source), last.next, last.next), fence_line(source), false);
    return false;
}

static bool refuse_prose(const Fences *fences, const Line *line, Diags *diags)
{
    const Source *source = fences->open.source;
    Place place = source_place(source, (uint32_t)line->start);
    diag_stop(diags, "front-matter-unclosed", fences->open, "the front matter is not closed before the text begins");
    diag_hint(diags, "write a line of --- before line %u", place.line);
    diag_fix(diags, span_part(span_whole(source), line->start, line->start), fence_line(source), false);
    return false;
}

bool fences_explain(const Fences *fences, size_t at, Diags *diags)
{
    const Source *source = fences->block.source;
    Line line;
    bool blank = false;
    for (size_t start = fences->block.start; start < fences->block.end; start = line.next) {
        if (!next_line(&line, source, start))
            return false;
        if (is_near_fence(line.shown) && !char_is_space(str_at(line.text, 0)))
            return !refuse_fence(source, &line, diags);
        if (blank && line.start <= at && !is_yaml_line(line.text))
            return !refuse_prose(fences, &line, diags);
        blank = line.shown.len == 0;
    }
    return false;
}

/* --- both ends --------------------------------------------------------------------------------------------------- */

static size_t skip_bom(const Source *source, Diags *diags)
{
    if (!str_starts_with(source->text, STR(BOM)))
        return 0;
    Span mark = span_part(span_whole(source), 0, sizeof(BOM) - 1);
    diag_warning(diags, "bom", mark, "the file begins with a byte order mark");
    diag_hint(diags, "save the file as UTF-8 without a byte order mark");
    diag_fix(diags, mark, (Str){ NULL, 0 }, true);
    return sizeof(BOM) - 1;
}

bool fences_find(Fences *out, const Source *source, Diags *diags)
{
    size_t start = skip_bom(source, diags);
    Line open = { .start = start, .next = start };
    Line line;

    if (!next_line(&open, source, start) || !is_fence(open.shown, false))
        return refuse_start(source, start, diags);
    check_blanks(source, &open, diags);
    for (size_t at = open.next; next_line(&line, source, at); at = line.next) {
        if (!is_fence(line.shown, true))
            continue;
        check_blanks(source, &line, diags);
        out->open = span_of(source, &open);
        out->block = span_part(span_whole(source), open.next, line.start);
        out->body = span_part(span_whole(source), line.next, source->text.len);
        return true;
    }
    return refuse_unclosed(source, &open, diags);
}
