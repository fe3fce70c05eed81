/* lib/check/catalogue.c */
#include "check/catalogue.h"

#include "check/report_parts.h"

enum { PAGE_COLUMNS = 120, CODE_COLUMNS = 8, NAME_COLUMNS = 28, SEVERITY_COLUMNS = 9 };

static const char page_intro[] =
    "# Diagnostics: what herald says, and what to do\n"
    "\n"
    "<!-- Made by `herald rules --format=markdown` (make golden): change lib/check/rules, not this page. -->\n"
    "\n"
    "Every message ends with a code and a name, as `[DT303 date-noncanonical]`. This page has one entry for each of "
    "them; `herald explain DT303` says the same on a terminal. Codes and names never change their meaning.\n"
    "\n"
    "There are four levels:\n"
    "\n"
    "- **stops**: no sound post is left. `herald build` writes nothing; with `--keep-going` it builds the rest without "
    "this post.\n"
    "- **error**: `herald check` fails; `herald build` builds the post as it is meant, and harmless.\n"
    "- **warning**: something is probably not as you want it. Nothing fails.\n"
    "- **info**: good to know.\n"
    "\n"
    "A message shows the file, the line, the column, and the line itself with a mark under the part it means. Fix the "
    "first message of a file first: the others are often its consequence.\n"
    "\n"
    "A site sets its own levels: see [FORMATS.md](FORMATS.md). What stops cannot be switched off.\n";

/* What stands behind the name: "stops", "error"; "warning; may stop". */
static void put_level(Buf *out, const Rule *rule)
{
    bool always = rule->stops && rule->severity == SEVERITY_ERROR;
    buf_put_cstr(out, always ? "stops" : report_severity(rule->severity));
    buf_put_cstr(out, rule->stops && !always ? "; may stop" : "");
}

void rule_put_anchor(Buf *out, const Rule *rule)
{
    size_t start = out->len;
    buf_put_format(out, "%s %s ", rule->code, rule->name);
    put_level(out, rule);
    Str heading = str_from_offset(buf_str(out), start);
    out->len = start;
    for (size_t i = 0; i < heading.len; i++) {
        int c = char_lower(str_at(heading, i));
        if (c == ' ' || c == '-' || char_is_alnum(c))
            buf_put_char(out, c == ' ' ? '-' : (char)c);
    }
}

static const char *repair_sentence(const Rule *rule)
{
    static const char *const sentences[] = {
        [REPAIR_NONE] = "",
        [REPAIR_SAFE] = "`herald fix` mends it.",
        [REPAIR_ASKED] = "`herald fix --unsafe` mends it: look at what it wrote.",
    };
    return sentences[rule->repair];
}

/* The summary as a sentence, unless the advice begins with it anyway. */
static void put_summary_sentence(Buf *out, const Rule *rule, size_t columns, bool terminal)
{
    Str summary = str_from(rule->summary);
    Buf sentence = { .arena = out->arena };
    if (str_eq_nocase(summary, str_slice(str_from(rule->advice), 0, summary.len)))
        return;
    buf_put(&sentence, summary);
    buf_put_char(&sentence, '.');
    sentence.data[0] = (char)char_upper((unsigned char)sentence.data[0]);
    prose_put(out, buf_str(&sentence), columns, terminal);
    buf_put_char(out, '\n');
}

static void put_example(Buf *out, const char *heading, const char *example)
{
    if (example == NULL)
        return;
    Str text = str_from(example);
    size_t fence = report_fence_width(text);
    buf_put_format(out, "\n%s\n\n", heading);
    buf_put_repeated(out, '`', fence);
    buf_put_cstr(out, str_starts_with(text, STR("==> ")) ? "text\n" : "markdown\n");
    buf_put(out, text);
    buf_put_cstr(out, str_ends_with(text, STR("\n")) ? "" : "\n");
    buf_put_repeated(out, '`', fence);
    buf_put_char(out, '\n');
}

static void put_examples(Buf *out, const Rule *rule)
{
    put_example(out, "Wrong:", rule->bad);
    put_example(out, "Right:", rule->good);
}

static void put_explanation(Buf *out, const Rule *rule, size_t columns, bool terminal)
{
    put_summary_sentence(out, rule, columns, terminal);
    prose_put(out, str_from(rule->advice), columns, terminal);
    if (rule->repair != REPAIR_NONE) {
        buf_put_char(out, '\n');
        prose_put(out, str_from(repair_sentence(rule)), columns, terminal);
    }
}

void rule_put_markdown(Buf *out, const Rule *rule)
{
    put_explanation(out, rule, 0, false);
    put_examples(out, rule);
}

static void put_indented(Buf *out, const char *heading, const char *example)
{
    Str rest = str_from(example), line;
    if (example == NULL)
        return;
    buf_put_format(out, "\n%s\n\n", heading);
    while (str_split(&line, &rest, '\n') && (line.len > 0 || rest.len > 0)) {
        buf_put_cstr(out, line.len > 0 ? "    " : "");
        buf_put(out, line);
        buf_put_char(out, '\n');
    }
}

void rule_put_text(Buf *out, const Rule *rule, size_t columns)
{
    buf_put_format(out, "%s %s (", rule->code, rule->name);
    put_level(out, rule);
    buf_put_cstr(out, ")\n\n");
    put_explanation(out, rule, columns, true);
    put_indented(out, "Wrong:", rule->bad);
    put_indented(out, "Right:", rule->good);
}

static void put_group(Buf *out, const RuleGroup *group)
{
    buf_put_format(out, "\n## %s\n", group->title);
    if (group->intro[0] != '\0') {
        buf_put_char(out, '\n');
        prose_put(out, str_from(group->intro), PAGE_COLUMNS, false);
    }
    for (const Rule *rule = group->rules; rule->code != NULL; rule++) {
        buf_put_format(out, "\n### %s %s (", rule->code, rule->name);
        put_level(out, rule);
        buf_put_cstr(out, ")\n\n");
        put_explanation(out, rule, PAGE_COLUMNS, false);
        put_examples(out, rule);
    }
}

void catalogue_put_markdown(Buf *out)
{
    prose_put(out, str_from(page_intro), PAGE_COLUMNS, false);
    for (size_t i = 0; rule_group_at(i) != NULL; i++) {
        if (rule_group_at(i)->rules->code != NULL)
            put_group(out, rule_group_at(i));
    }
}

static void put_padded(Buf *out, const char *text, size_t columns)
{
    size_t width = strlen(text);
    buf_put_cstr(out, text);
    buf_put_repeated(out, ' ', width < columns ? columns - width : 1);
}

/* The summary's words in a column of their own. */
static void put_summary(Buf *out, const char *summary, size_t columns)
{
    enum { INDENT = 2 + CODE_COLUMNS + NAME_COLUMNS + SEVERITY_COLUMNS };
    Buf lines = { .arena = out->arena };
    prose_put(&lines, str_from(summary), columns > INDENT + 20 ? columns - INDENT : 20, true);
    Str rest = buf_str(&lines), line;
    for (bool first = true; str_split(&line, &rest, '\n') && (line.len > 0 || rest.len > 0); first = false) {
        buf_put_repeated(out, ' ', first ? 0 : INDENT);
        buf_put(out, line);
        buf_put_char(out, '\n');
    }
}

void catalogue_put_text(Buf *out, size_t columns)
{
    const RuleGroup *group = NULL;

    for (size_t i = 0; rule_at(i) != NULL; i++) {
        const Rule *rule = rule_at(i);
        if (rule_group_of(rule) != group) {
            buf_put_cstr(out, group == NULL ? "" : "\n");
            group = rule_group_of(rule);
            buf_put_format(out, "%s\n", group->title);
        }
        buf_put_cstr(out, "  ");
        put_padded(out, rule->code, CODE_COLUMNS);
        put_padded(out, rule->name, NAME_COLUMNS);
        put_padded(out, report_severity(rule->severity), SEVERITY_COLUMNS);
        put_summary(out, rule->summary, columns);
    }
}

static void put_optional(JsonWriter *json, const char *key, const char *text)
{
    json_key(json, key);
    if (text == NULL)
        json_null(json);
    else
        json_string(json, str_from(text));
}

void catalogue_put_json(Buf *out)
{
    static const char *const fixes[] = { [REPAIR_NONE] = NULL, [REPAIR_SAFE] = "safe", [REPAIR_ASKED] = "unsafe" };
    JsonWriter json = { .out = out, .indented = true };

    json_open_array(&json);
    for (size_t i = 0; rule_at(i) != NULL; i++) {
        const Rule *rule = rule_at(i);
        json_open_object(&json);
        json_field(&json, "code", str_from(rule->code));
        json_field(&json, "name", str_from(rule->name));
        json_field(&json, "group", str_from(rule_group_of(rule)->title));
        json_field(&json, "severity", str_from(report_severity(rule->severity)));
        json_key(&json, "stops");
        json_bool(&json, rule->stops);
        put_optional(&json, "fix", fixes[rule->repair]);
        json_field(&json, "summary", str_from(rule->summary));
        json_field(&json, "advice", str_from(rule->advice));
        put_optional(&json, "bad", rule->bad);
        put_optional(&json, "good", rule->good);
        json_close_object(&json);
    }
    json_close_array(&json);
    buf_put_char(out, '\n');
}
