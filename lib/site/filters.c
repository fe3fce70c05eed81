/* lib/site/filters.c */
#include "site/filters.h"

#include "markup/gfm.h"
#include "markup/html.h"
#include "post/date.h"
#include "site/drops.h"
#include "site/slugify.h"
#include "text/datetime.h"
#include "text/html.h"
#include "text/json.h"

static const Str none = { NULL, 0 };

/* --- addresses --------------------------------------------------------------------------------------------------- */

static bool has_scheme(Str url)
{
    size_t i = 0;
    if (!char_is_alpha(str_at(url, 0)))
        return false;
    while (char_is_alnum(str_at(url, i)) || str_at(url, i) == '+' || str_at(url, i) == '-' || str_at(url, i) == '.')
        i++;
    return str_at(url, i) == ':';
}

/* Percent-encodes what may not stand in a URL and leaves what is encoded. */
static Str encode_url(Str url, Arena *arena)
{
    static const char allowed[] = "-._~!$&'()*+,;=:@/?#%";
    Buf buf = { .arena = arena };
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (char_is_alnum(c) || (c != 0 && strchr(allowed, c) != NULL))
            buf_put_char(&buf, (char)c);
        else
            buf_put_format(&buf, "%%%02X", c);
    }
    return buf_str(&buf);
}

Str site_relative_url(const Site *site, Str path, Arena *arena)
{
    if (has_scheme(path))
        return path;
    bool needs_slash = path.len > 0 && str_at(path, 0) != '/';
    return encode_url(arena_join(arena, site->config.baseurl, needs_slash ? STR("/") : none, path), arena);
}

Str site_absolute_url(const Site *site, Str path, Arena *arena)
{
    if (has_scheme(path))
        return path;
    Str relative = site_relative_url(site, path, arena);
    if (site->config.url.len > 0 && relative.len == 0)
        relative = STR("/");
    return arena_join(arena, site->config.url, relative, none);
}

static Str url_of(LiquidValue input, LiquidRender *render)
{
    if (input.type == LIQUID_DROP)
        input = liquid_get(input, STR("url"), render);
    return liquid_text(input, render);
}

static LiquidValue relative_url(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    return liquid_string(site_relative_url(drops_host_site(render), url_of(input, render), liquid_arena(render)));
}

static LiquidValue absolute_url(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    return liquid_string(site_absolute_url(drops_host_site(render), url_of(input, render), liquid_arena(render)));
}

static LiquidValue strip_index(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    Str url = liquid_text(input, render);
    Str index = STR("/index.html");
    return liquid_string(str_ends_with(url, index) ? str_slice(url, 0, url.len - index.len + 1) : url);
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool read_time(LiquidTime *out, LiquidValue input, LiquidRender *render)
{
    const Site *site = drops_host_site(render);
    Date date;

    if (input.type == LIQUID_TIME) {
        *out = *input.time;
    } else {
        Diags diags = { .arena = liquid_arena(render) };
        Located text = { liquid_text(input, render), { 0 } };
        if (!date_read(&date, text, site->zone, &diags))
            return false;
        *out = (LiquidTime){ .unix_s = date.unix_s, .nanoseconds = date.nanoseconds };
    }
    out->offset_s = zone_offset_s(site->zone, out->unix_s);
    return true;
}

static bool is_blank(LiquidValue value)
{
    return value.type == LIQUID_NIL || (value.type == LIQUID_STRING && str_trim(value.string).len == 0);
}

static LiquidValue invalid_date(LiquidRender *render, LiquidValue input)
{
    Str text = liquid_text(input, render);
    return liquid_fail(render, "Invalid Date: '" STR_FMT "' is not a valid datetime.", STR_ARG(text));
}

static LiquidValue date_to_xmlschema(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidTime time;
    Buf buf = { .arena = liquid_arena(render) };
    (void)args;
    (void)count;
    if (is_blank(input))
        return input;
    if (!read_time(&time, input, render))
        return invalid_date(render, input);
    datetime_put_format(&buf, STR("%Y-%m-%dT%H:%M:%S%:z"), time.unix_s, 0, time.offset_s);
    return liquid_string(buf_str(&buf));
}

static LiquidValue date_to_rfc822(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    LiquidTime time;
    Buf buf = { .arena = liquid_arena(render) };
    (void)args;
    (void)count;
    if (is_blank(input))
        return input;
    if (!read_time(&time, input, render))
        return invalid_date(render, input);
    datetime_put_rfc5322(&buf, time.unix_s, time.offset_s);
    return liquid_string(buf_str(&buf));
}

static const char *ordinal_suffix(int day)
{
    if (day >= 11 && day <= 13)
        return "th";
    static const char *const suffixes[] = { "th", "st", "nd", "rd" };
    return day % 10 < 4 ? suffixes[day % 10] : "th";
}

/* `month` is %b or %B; arguments "ordinal" and "US" as Jekyll has them. */
static LiquidValue date_to_words(LiquidRender *render, LiquidValue input, Str month, const LiquidValue *args,
                                 size_t count)
{
    LiquidTime time;
    Buf buf = { .arena = liquid_arena(render) };

    if (is_blank(input))
        return input;
    if (!read_time(&time, input, render))
        return invalid_date(render, input);
    Civil civil = civil_from_seconds(time.unix_s + time.offset_s);
    bool ordinal = count > 0 && str_eq(liquid_text(args[0], render), STR("ordinal"));
    bool american = count > 1 && str_eq(liquid_text(args[1], render), STR("US"));
    if (!ordinal) {
        buf_put_format(&buf, "%02d ", civil.day);
        datetime_put_format(&buf, month, time.unix_s, 0, time.offset_s);
        buf_put_format(&buf, " %lld", (long long)civil.year);
        return liquid_string(buf_str(&buf));
    }
    if (!american)
        buf_put_format(&buf, "%d%s ", civil.day, ordinal_suffix(civil.day));
    datetime_put_format(&buf, month, time.unix_s, 0, time.offset_s);
    if (american)
        buf_put_format(&buf, " %d%s,", civil.day, ordinal_suffix(civil.day));
    buf_put_format(&buf, " %lld", (long long)civil.year);
    return liquid_string(buf_str(&buf));
}

static LiquidValue date_to_string(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return date_to_words(render, input, STR("%b"), args, count);
}

static LiquidValue date_to_long_string(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    return date_to_words(render, input, STR("%B"), args, count);
}

/* --- text -------------------------------------------------------------------------------------------------------- */

static LiquidValue xml_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str text = liquid_text(input, render);
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '&':
            buf_put(&buf, STR("&amp;"));
            break;
        case '<':
            buf_put(&buf, STR("&lt;"));
            break;
        case '>':
            buf_put(&buf, STR("&gt;"));
            break;
        case '"':
            buf_put(&buf, STR("&quot;"));
            break;
        case '\'':
            buf_put(&buf, STR("&apos;"));
            break;
        default:
            buf_put_char(&buf, text.data[i]);
        }
    }
    return liquid_string(buf_str(&buf));
}

static LiquidValue cgi_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str text = liquid_text(input, render);
    (void)args;
    (void)count;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (char_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '*')
            buf_put_char(&buf, (char)c);
        else if (c == ' ')
            buf_put_char(&buf, '+');
        else
            buf_put_format(&buf, "%%%02X", c);
    }
    return liquid_string(buf_str(&buf));
}

static LiquidValue uri_escape(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    if (input.type == LIQUID_NIL)
        return input;
    return liquid_string(encode_url(liquid_text(input, render), liquid_arena(render)));
}

static LiquidValue slugify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    if (input.type == LIQUID_NIL)
        return input;
    Str mode = count > 0 ? liquid_text(args[0], render) : STR("default");
    return liquid_string(slugify_text(liquid_text(input, render), mode, liquid_arena(render)));
}

static LiquidValue markdownify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Document document;
    GfmOptions options = { .smart = drops_host_site(render)->config.smart, .heading_ids = true };
    HtmlOptions html = { 0 };
    Buf buf = { .arena = liquid_arena(render) };

    (void)args;
    (void)count;
    gfm_parse(&document, liquid_text(input, render), &(Places){ 0 }, &options, liquid_arena(render));
    render_html(&buf, &document, &html);
    return liquid_string(buf_str(&buf));
}

static LiquidValue normalize_whitespace(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str text = str_trim(liquid_text(input, render));
    (void)args;
    (void)count;
    for (size_t i = 0; i < text.len; i++) {
        if (!char_is_space(text.data[i]))
            buf_put_char(&buf, text.data[i]);
        else if (buf.data[buf.len - 1] != ' ')
            buf_put_char(&buf, ' ');
    }
    return liquid_string(buf_str(&buf));
}

static LiquidValue array_to_sentence(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    Str word = count > 0 ? liquid_text(args[0], render) : STR("and");

    if (input.type != LIQUID_ARRAY)
        return input;
    for (size_t i = 0; i < input.array->len; i++) {
        if (i > 0 && input.array->len > 2)
            buf_put_char(&buf, ',');
        if (i > 0)
            buf_put_char(&buf, ' ');
        if (i > 0 && i + 1 == input.array->len) {
            buf_put(&buf, word);
            buf_put_char(&buf, ' ');
        }
        liquid_put(&buf, input.array->items[i], render);
    }
    return liquid_string(buf_str(&buf));
}

static void put_json(JsonWriter *json, LiquidValue value, int depth, LiquidRender *render)
{
    enum { MAX_DEPTH = 32 };
    if (depth > MAX_DEPTH) {
        json_null(json);
        return;
    }
    if (value.type == LIQUID_NIL) {
        json_null(json);
    } else if (value.type == LIQUID_BOOL) {
        json_bool(json, value.boolean);
    } else if (value.type == LIQUID_INT) {
        json_int(json, value.integer);
    } else if (value.type == LIQUID_FLOAT) {
        json_raw(json, liquid_text(value, render));
    } else if (value.type == LIQUID_ARRAY) {
        json_open_array(json);
        for (size_t i = 0; i < value.array->len; i++)
            put_json(json, value.array->items[i], depth + 1, render);
        json_close_array(json);
    } else if (value.type == LIQUID_HASH) {
        json_open_object(json);
        for (size_t i = 0; i < value.hash->len; i++) {
            json_key_str(json, value.hash->entries[i].key);
            put_json(json, value.hash->entries[i].value, depth + 1, render);
        }
        json_close_object(json);
    } else {
        json_string(json, liquid_text(value, render));
    }
}

static LiquidValue jsonify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Buf buf = { .arena = liquid_arena(render) };
    JsonWriter json = { .out = &buf };
    (void)args;
    (void)count;
    put_json(&json, input, 0, render);
    return liquid_string(buf_str(&buf));
}

void filters_register(LiquidEngine *engine)
{
    static const struct {
        const char *name;
        LiquidFilter filter;
        int max_args;
    } filters[] = {
        { "absolute_url", absolute_url, 0 },
        { "relative_url", relative_url, 0 },
        { "strip_index", strip_index, 0 },
        { "date_to_xmlschema", date_to_xmlschema, 0 },
        { "date_to_rfc822", date_to_rfc822, 0 },
        { "date_to_string", date_to_string, 2 },
        { "date_to_long_string", date_to_long_string, 2 },
        { "xml_escape", xml_escape, 0 },
        { "cgi_escape", cgi_escape, 0 },
        { "uri_escape", uri_escape, 0 },
        { "slugify", slugify, 1 },
        { "markdownify", markdownify, 0 },
        { "normalize_whitespace", normalize_whitespace, 0 },
        { "array_to_sentence_string", array_to_sentence, 1 },
        { "jsonify", jsonify, 0 },
    };
    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
        liquid_engine_add_filter(engine, filters[i].name, filters[i].filter, 0, filters[i].max_args);
}
