/* lib/post/dating.c */
#include "post/dating.h"

#include "base/buf.h"
#include "post/field.h"
#include "post/key.h"
#include "text/datetime.h"

typedef struct Reader {
    const FrontMatter *matter;
    const PostContext *context;
    Arena *arena;
    Diags *diags;
} Reader;

/* Psych would read the spelling that our fix proposes as UTC: with the zone it stays what it is. */
static void add_zone_to_fix(const Date *date, Diags *diags)
{
    Diag *diag = &diags->items[diags->len - 1];
    int32_t minutes = date->offset_s / 60;
    int32_t distance = minutes < 0 ? -minutes : minutes;

    if (diag->fix.span.source == NULL)
        return;
    diag->fix.replacement = arena_format(diags->arena, STR_FMT "%c%02d:%02d", STR_ARG(diag->fix.replacement),
                                         minutes < 0 ? '-' : '+', distance / 60, distance % 60);
    diag->hint = arena_join(diags->arena, STR("write "), diag->fix.replacement, (Str){ NULL, 0 });
}

/* A time without a zone is one of the site's zone. But Psych, Jekyll's YAML, takes those it knows for UTC: in a Jekyll
 * site so do we. */
static bool read_value(Date *out, const Tree *value, Reader *reader)
{
    const Zone *zone = reader->context->zone;
    size_t errors = reader->diags->errors;

    if (value->kind != TREE_SCALAR) {
        diag_stop(reader->diags, "date-impossible", value->span, "expected a date, not a %s",
                  value->kind == TREE_LIST ? "list" : "mapping");
        diag_hint(reader->diags, "write the day as YYYY-MM-DD, as in 2024-08-06");
        return false;
    }
    bool psych = reader->context->jekyll && value->type == TREE_TIME;
    if (!date_read(out, tree_located(value), psych ? zone_open(STR("UTC"), reader->arena) : zone,
                   reader->context->jekyll, reader->diags))
        return false;
    if (out->zone_written || out->precision == DATE_DAY)
        return true;
    out->offset_s = zone_offset_s(zone, out->unix_s);
    if (reader->context->jekyll && !psych && reader->diags->errors > errors)
        add_zone_to_fix(out, reader->diags);
    return true;
}

/* --- no `date` key ----------------------------------------------------------------------------------------------- */

static Str format_day(const Date *date, Arena *arena)
{
    Civil day = civil_from_seconds(date_day(date));
    return arena_format(arena, "%04d-%02d-%02d", (int)day.year, day.month, day.day);
}

/* `date:` with nothing behind it */
static void fix_empty(const Tree *value, Str day, Diags *diags)
{
    Span span = value->span;
    Str text = span.source->text;
    bool colon = span.start > 0 && str_at(text, span.start - 1) == ':';
    bool blank = span.start > 0 && char_is_space(str_at(text, span.start - 1));

    if (span.start == span.end && colon)
        day = arena_join(diags->arena, STR(" "), day, (Str){ NULL, 0 });
    if (str_find_char(source_text(span), '\n', 0) == STR_NONE && (colon || blank))
        diag_fix(diags, span, day, true);
}

/* A line of its own at the end of the block, indented as the first key is. */
static void fix_missing(const FrontMatter *matter, Str day, Diags *diags)
{
    const Source *source = matter->block.source;
    Span end = { source, matter->block.end, matter->block.end };
    Str indent = { NULL, 0 };
    bool crlf = matter->block.start >= 2 && str_at(source->text, matter->block.start - 2) == '\r';

    if (matter->tree->entry_count > 0 && matter->tree->entries[0].key.span.source == source) {
        Span key = matter->tree->entries[0].key.span;
        size_t line = source->line_starts[source_place(source, key.start).line - 1];
        indent = str_slice(source->text, line, key.start);
        if (line < matter->block.start || str_trim(indent).len > 0)
            return;
    } else if (str_trim(source_text(matter->block)).len > 0) {
        return;
    }
    Str line = arena_join(diags->arena, indent, STR("date: "), day);
    diag_fix(diags, end, arena_join(diags->arena, line, crlf ? STR("\r\n") : STR("\n"), (Str){ NULL, 0 }), true);
}

/* `Date: 2024-08-06`: the slip is what to mend; with a day in the file's name a warning of it will do. */
static bool report_slip(const Diag *slip, bool named, Diags *diags)
{
    const char *rule = named ? slip->rule : "date-missing";
    Str key = source_text(slip->span);
    if (named)
        diag_warning(diags, rule, slip->span, STR_FMT, STR_ARG(slip->message));
    else
        diag_stop(diags, rule, slip->span, "the post has no date, but a key \"" STR_FMT "\"", STR_ARG(key));
    diag_hint(diags, STR_FMT, STR_ARG(slip->hint));
    diag_fix(diags, slip->fix.span, slip->fix.replacement, false);
    return named;
}

static bool report_missing(const Post *post, const Tree *value, bool named, Reader *reader)
{
    Diags *diags = reader->diags;
    Span span = value == NULL ? reader->matter->fence : value->span;
    Diag slip;

    if (value == NULL && keys_take_slip(&slip, STR("date"), diags))
        return report_slip(&slip, named, diags);
    if (!named) {
        diag_stop(diags, "date-missing", span, "the post has no date");
        diag_hint(diags, "write date: and a day, as in date: 2024-08-06");
        return false;
    }
    if (reader->context->jekyll)
        return true;
    Str day = format_day(&post->date, reader->arena);
    diag_warning(diags, "date-missing", span, "the post has no date but the one in its file's name");
    diag_hint(diags, "write date: " STR_FMT, STR_ARG(day));
    if (value == NULL)
        fix_missing(reader->matter, day, diags);
    else
        fix_empty(value, day, diags);
    return true;
}

bool dating_read(Post *out, size_t *rest, Str stem, const FrontMatter *matter, const PostContext *context, Arena *arena,
                 Diags *diags)
{
    Reader reader = { matter, context, arena, diags };
    const Tree *value = tree_get(matter->tree, STR("date"));
    Date date = { 0 };

    bool named = date_from_file_name(&date, rest, stem, context->zone);
    if (named)
        out->date = date;
    if (tree_is_null(value) || (value->kind == TREE_SCALAR && str_trim(value->text).len == 0))
        return report_missing(out, value, named, &reader);
    return read_value(&out->date, value, &reader);
}

enum { FAR_S = 2 * 366 * 86400 }; /* nobody plans an announcement for so long */

/* --- status ------------------------------------------------------------------------------------------------------ */

static bool read_optional(Date *out, Str key, Reader *reader)
{
    const Tree *value = tree_get(reader->matter->tree, key);
    return !tree_is_null(value) && read_value(out, value, reader);
}

static void report_waiting(Span span, int64_t unix_s, int64_t now, Diags *diags, const char *what)
{
    Buf instant = { .arena = diags->arena };
    datetime_put_rfc3339(&instant, unix_s, 0);
    if (unix_s - now > FAR_S) {
        diag_warning(diags, "date-implausible", span,
                     "the %s lies far ahead: the post will not be built before " STR_FMT, what,
                     STR_ARG(buf_str(&instant)));
        diag_hint(diags, "mind the year");
        return;
    }
    diag_warning(diags, "date-future", span, "the %s is later than now: the post will not be built before " STR_FMT,
                 what, STR_ARG(buf_str(&instant)));
}

static Span span_of(Str key, const FrontMatter *matter)
{
    const Tree *value = tree_get(matter->tree, key);
    return tree_is_null(value) ? matter->fence : value->span;
}

void dating_read_status(Post *out, const FrontMatter *matter, const PostContext *context, Arena *arena, Diags *diags)
{
    Reader reader = { matter, context, arena, diags };
    int64_t now = context->now_unix_s;
    Date embargo;
    Date expires;

    out->has_updated = read_optional(&out->updated, STR("updated"), &reader)
                       || read_optional(&out->updated, STR("last_modified_at"), &reader);
    bool embargoed = read_optional(&embargo, STR("embargo"), &reader) && embargo.unix_s > now;
    bool expired = read_optional(&expires, STR("expires"), &reader) && expires.unix_s <= now;
    bool draft = field_switch(matter->tree, STR("draft"), false) || !field_switch(matter->tree, STR("published"), true);

    if (draft && !context->drafts) {
        out->status = POST_DRAFT;
    } else if (embargoed) {
        out->status = POST_EMBARGOED;
        report_waiting(span_of(STR("embargo"), matter), embargo.unix_s, now, diags, "embargo");
    } else if (out->date.unix_s > now && !context->future) {
        out->status = POST_SCHEDULED;
        report_waiting(span_of(STR("date"), matter), out->date.unix_s, now, diags, "date");
    } else if (expired) {
        out->status = POST_EXPIRED;
    }
}
