/* lib/site/permalink.c */
#include "site/permalink.h"

#include "base/file.h"
#include "text/datetime.h"
#include "text/unicode.h"

typedef void (*PutPart)(Buf *out, const PermalinkParts *parts, const Civil *date);

static void put_year(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%04lld", (long long)date->year);
}

static void put_short_year(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02lld", (long long)(date->year % 100));
}

static void put_month(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02d", date->month);
}

static void put_i_month(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%d", date->month);
}

static void put_short_month(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put(out, str_slice(datetime_months[date->month - 1], 0, 3));
}

static void put_long_month(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put(out, datetime_months[date->month - 1]);
}

static void put_day(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02d", date->day);
}

static void put_i_day(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%d", date->day);
}

static void put_y_day(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%03d", date->year_day);
}

static void put_week(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    datetime_put_format(out, STR("%V"), parts->civil_s, 0, 0);
}

static void put_short_day(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put(out, str_slice(datetime_days[date->weekday], 0, 3));
}

static void put_hour(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02d", date->hour);
}

static void put_minute(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02d", date->minute);
}

static void put_second(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    buf_put_format(out, "%02d", date->second);
}

static void put_slug(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    buf_put(out, parts->slug);
}

static void put_name(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    buf_put(out, parts->name);
}

static void put_collection(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    buf_put(out, parts->collection);
}

static void put_path(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    buf_put(out, parts->path);
}

static void put_categories(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)date;
    buf_put(out, parts->categories);
}

static void put_output_ext(Buf *out, const PermalinkParts *parts, const Civil *date)
{
    (void)parts;
    (void)date;
    buf_put(out, STR(".html"));
}

static const struct Placeholder {
    const char *name;
    PutPart put;
} placeholders[] = {
    { "year", put_year },
    { "short_year", put_short_year },
    { "month", put_month },
    { "i_month", put_i_month },
    { "short_month", put_short_month },
    { "long_month", put_long_month },
    { "day", put_day },
    { "i_day", put_i_day },
    { "y_day", put_y_day },
    { "week", put_week },
    { "short_day", put_short_day },
    { "hour", put_hour },
    { "minute", put_minute },
    { "second", put_second },
    { "title", put_slug },
    { "slug", put_slug },
    { "name", put_name },
    { "collection", put_collection },
    { "path", put_path },
    { "categories", put_categories },
    { "output_ext", put_output_ext },
};

static const struct Named {
    const char *name, *pattern;
} named[] = {
    { "date", "/:categories/:year/:month/:day/:title:output_ext" },
    { "pretty", "/:categories/:year/:month/:day/:title/" },
    { "ordinal", "/:categories/:year/:y_day/:title:output_ext" },
    { "weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext" },
    { "none", "/:categories/:title:output_ext" },
};

static Str pattern_of(Str name)
{
    for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
        if (str_eq(name, str_from(named[i].name)))
            return str_from(named[i].pattern);
    }
    return name;
}

static const struct Placeholder *find_placeholder(Str name)
{
    for (size_t i = 0; i < sizeof(placeholders) / sizeof(placeholders[0]); i++) {
        if (str_eq(name, str_from(placeholders[i].name)))
            return &placeholders[i];
    }
    return NULL;
}

static bool is_name_char(int c)
{
    return char_is_alpha(c) || c == '_';
}

/* Jekyll's placeholders end where no placeholder goes on: ":year_" is :year and an underscore. */
static const struct Placeholder *longest_placeholder(Str text, size_t *len)
{
    size_t end = 0;
    while (is_name_char(str_at(text, end)))
        end++;
    for (; end > 0; end--) {
        const struct Placeholder *found = find_placeholder(str_slice(text, 0, end));
        if (found != NULL) {
            *len = end;
            return found;
        }
    }
    return NULL;
}

static Str fill(Str pattern, const PermalinkParts *parts, Span place, Arena *arena, Diags *diags)
{
    Buf buf = { .arena = arena };
    Civil date = civil_from_seconds(parts->civil_s);

    for (size_t i = 0; i < pattern.len; i++) {
        size_t len = 0;
        if (pattern.data[i] != ':' || !is_name_char(str_at(pattern, i + 1))) {
            buf_put_char(&buf, pattern.data[i]);
            continue;
        }
        const struct Placeholder *found = longest_placeholder(str_from_offset(pattern, i + 1), &len);
        if (found == NULL) {
            diag_error(diags, "config-value", place,
                       "the permalink \"" STR_FMT "\" has a placeholder that does not exist", STR_ARG(pattern));
            diag_hint(diags, "there are :year :month :day :slug :title :categories :collection :path and more");
            buf_put_char(&buf, ':');
            continue;
        }
        found->put(&buf, parts, &date);
        i += len;
    }
    return buf_str(&buf);
}

static Str squeeze_slashes(Str url, Arena *arena)
{
    Buf buf = { .arena = arena };
    buf_put_char(&buf, '/');
    for (size_t i = 0; i < url.len; i++) {
        if (url.data[i] != '/' || buf.data[buf.len - 1] != '/')
            buf_put_char(&buf, url.data[i]);
    }
    return buf_str(&buf);
}

Str permalink_expand(Str pattern, const PermalinkParts *parts, Span place, Arena *arena, Diags *diags)
{
    Str url = fill(pattern_of(pattern), parts, place, arena, diags);
    return permalink_encode(squeeze_slashes(url, arena), arena);
}

static int hex_value(int c)
{
    if (char_is_digit(c))
        return c - '0';
    c = char_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decode(Str *out, Str url, Arena *arena)
{
    Buf buf = { .arena = arena };
    for (size_t i = 0; i < url.len; i++) {
        int high = url.data[i] == '%' ? hex_value(str_at(url, i + 1)) : -1;
        int low = high < 0 ? -1 : hex_value(str_at(url, i + 2));
        if (low < 0) {
            buf_put_char(&buf, url.data[i]);
            continue;
        }
        if (high * 16 + low == 0)
            return false;
        buf_put_char(&buf, (char)(high * 16 + low));
        i += 2;
    }
    *out = buf_str(&buf);
    return true;
}

/* No file system takes a longer name. */
static bool has_long_segment(Str path)
{
    enum { MAX_NAME = 255 - sizeof(".html") };
    Str rest = path;
    for (Str segment; str_split(&segment, &rest, '/');) {
        if (segment.len > MAX_NAME)
            return true;
    }
    return false;
}

bool permalink_output(Str *out, Str url, Arena *arena)
{
    Str path;
    Str clean;
    Str none = { NULL, 0 };

    if (str_at(url, 0) != '/' || !decode(&path, url, arena) || !path_clean(&clean, str_from_offset(path, 1), arena))
        return false;
    if (has_long_segment(clean))
        return false;
    if (clean.len == 0)
        *out = STR("index.html");
    else if (str_at(path, path.len - 1) == '/')
        *out = arena_join(arena, clean, STR("/index.html"), none);
    else if (path_extension(clean).len == 0)
        *out = arena_join(arena, clean, STR(".html"), none);
    else
        *out = clean;
    return true;
}

Str permalink_encode(Str path, Arena *arena)
{
    static const char allowed[] = "-._~!$&'()*+,;=:@/%";
    Buf buf = { .arena = arena };

    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];
        bool lone_percent = c == '%' && (hex_value(str_at(path, i + 1)) < 0 || hex_value(str_at(path, i + 2)) < 0);
        if ((char_is_alnum(c) || (c != 0 && strchr(allowed, c) != NULL)) && !lone_percent)
            buf_put_char(&buf, (char)c);
        else
            buf_put_format(&buf, "%%%02X", c);
    }
    return buf_str(&buf);
}
