/* lib/check/report_sarif.c - SARIF 2.1.0 (OASIS), for code scanning. */
#include "base/file.h"
#include "base/version.h"
#include "check/catalogue.h"
#include "check/fingerprint.h"
#include "check/report_parts.h"

static const char *const levels[] = { "note", "warning", "error" };

typedef struct Sarif {
    const Report *report;
    JsonWriter json;
    Arena arena;
    PlaceCursor cursor;
    VEC(const Rule *) rules; /* that are broken, in order of the findings */
} Sarif;

static void put_text_object(Sarif *sarif, const char *key, Str text)
{
    json_key(&sarif->json, key);
    json_open_object(&sarif->json);
    json_field(&sarif->json, "text", text);
    json_close_object(&sarif->json);
}

/* A path as a reference of RFC 3986. */
static Str as_uri(Str path, Arena *arena)
{
    Buf uri = { .arena = arena };
    for (size_t i = 0; i < path.len; i++) {
        int c = str_at(path, i);
        if (char_is_alnum(c) || strchr("/-._~", c) != NULL)
            buf_put_char(&uri, (char)c);
        else
            buf_put_format(&uri, "%%%02X", (unsigned)c);
    }
    return buf_str(&uri);
}

static void put_artifact(Sarif *sarif, Str path)
{
    json_key(&sarif->json, "artifactLocation");
    json_open_object(&sarif->json);
    json_field(&sarif->json, "uri", as_uri(path, &sarif->arena));
    if (str_at(path, 0) != '/')
        json_field(&sarif->json, "uriBaseId", STR("%SRCROOT%"));
    json_close_object(&sarif->json);
}

static void put_region(Sarif *sarif, const char *key, Span span, PlaceCursor *cursor)
{
    Range range = report_range(span, cursor);
    json_key(&sarif->json, key);
    json_open_object(&sarif->json);
    json_key(&sarif->json, "startLine");
    json_int(&sarif->json, range.start.line);
    json_key(&sarif->json, "startColumn");
    json_int(&sarif->json, range.start.column);
    json_key(&sarif->json, "endLine");
    json_int(&sarif->json, range.end.line);
    json_key(&sarif->json, "endColumn");
    json_int(&sarif->json, range.end.column);
    json_close_object(&sarif->json);
}

static void put_locations(Sarif *sarif, const Diag *diag, Str path)
{
    json_key(&sarif->json, "locations");
    json_open_array(&sarif->json);
    if (path.len > 0) {
        json_open_object(&sarif->json);
        json_key(&sarif->json, "physicalLocation");
        json_open_object(&sarif->json);
        put_artifact(sarif, path);
        if (diag->span.source != NULL)
            put_region(sarif, "region", diag->span, &sarif->cursor);
        json_close_object(&sarif->json);
        json_close_object(&sarif->json);
    }
    json_close_array(&sarif->json);
}

static void put_fix(Sarif *sarif, const Diag *diag)
{
    Str path = path_join(&sarif->arena, sarif->report->prefix, diag->fix.span.source->path);
    PlaceCursor cursor = sarif->cursor;
    json_key(&sarif->json, "fixes");
    json_open_array(&sarif->json);
    json_open_object(&sarif->json);
    put_text_object(sarif, "description",
                    diag->hint.len > 0 ? report_safe(diag->hint, &sarif->arena) : STR("as herald would write it"));
    json_key(&sarif->json, "artifactChanges");
    json_open_array(&sarif->json);
    json_open_object(&sarif->json);
    put_artifact(sarif, path);
    json_key(&sarif->json, "replacements");
    json_open_array(&sarif->json);
    json_open_object(&sarif->json);
    put_region(sarif, "deletedRegion", diag->fix.span, &cursor);
    put_text_object(sarif, "insertedContent", diag->fix.replacement);
    json_close_object(&sarif->json);
    json_close_array(&sarif->json);
    json_close_object(&sarif->json);
    json_close_array(&sarif->json);
    json_close_object(&sarif->json);
    json_close_array(&sarif->json);
}

static size_t rule_index(Sarif *sarif, const Rule *rule)
{
    for (size_t i = 0; i < sarif->rules.len; i++) {
        if (sarif->rules.items[i] == rule)
            return i;
    }
    vec_push(&sarif->arena, &sarif->rules, rule);
    return sarif->rules.len - 1;
}

static void put_result(Sarif *sarif, const Diag *diag, Str fingerprint)
{
    Str path = report_path(sarif->report, diag, &sarif->arena);
    const Rule *rule = rule_find(str_from(diag->rule));
    json_open_object(&sarif->json);
    json_field(&sarif->json, "ruleId", str_from(report_code(diag)));
    if (rule != NULL) {
        json_key(&sarif->json, "ruleIndex");
        json_int(&sarif->json, (int64_t)rule_index(sarif, rule));
    }
    json_field(&sarif->json, "level", str_from(levels[diag->severity]));
    put_text_object(sarif, "message", report_sentence(diag, &sarif->arena));
    put_locations(sarif, diag, path);
    json_key(&sarif->json, "partialFingerprints");
    json_open_object(&sarif->json);
    json_field(&sarif->json, "herald/v1", fingerprint);
    json_close_object(&sarif->json);
    if (diag->fix.span.source != NULL)
        put_fix(sarif, diag);
    json_close_object(&sarif->json);
}

static void put_rule(Sarif *sarif, const Rule *rule)
{
    Buf help = { .arena = &sarif->arena };
    Buf text = { .arena = &sarif->arena };
    rule_put_markdown(&help, rule);
    prose_put(&text, str_from(rule->advice), 0, true);
    json_open_object(&sarif->json);
    json_field(&sarif->json, "id", str_from(rule->code));
    json_field(&sarif->json, "name", str_from(rule->name));
    put_text_object(sarif, "shortDescription", str_from(rule->summary));
    put_text_object(sarif, "fullDescription", str_trim(buf_str(&text)));
    json_key(&sarif->json, "help");
    json_open_object(&sarif->json);
    json_field(&sarif->json, "text", str_trim(buf_str(&text)));
    json_field(&sarif->json, "markdown", buf_str(&help));
    json_close_object(&sarif->json);
    json_key(&sarif->json, "defaultConfiguration");
    json_open_object(&sarif->json);
    json_field(&sarif->json, "level", str_from(levels[rule->severity]));
    json_close_object(&sarif->json);
    json_close_object(&sarif->json);
}

/* The rules stand behind the results that tell which they are: the order of keys means nothing. */
static void put_tool(Sarif *sarif)
{
    json_key(&sarif->json, "tool");
    json_open_object(&sarif->json);
    json_key(&sarif->json, "driver");
    json_open_object(&sarif->json);
    json_field(&sarif->json, "name", STR("herald"));
    json_field(&sarif->json, "semanticVersion", STR(HERALD_VERSION));
    json_key(&sarif->json, "rules");
    json_open_array(&sarif->json);
    for (size_t i = 0; i < sarif->rules.len; i++)
        put_rule(sarif, sarif->rules.items[i]);
    json_close_array(&sarif->json);
    json_close_object(&sarif->json);
    json_close_object(&sarif->json);
}

void report_sarif(Buf *out, const Report *report)
{
    Sarif sarif = { .report = report, .json = { .out = out, .indented = true } };
    const Str *fingerprints = fingerprints_make(report->diags, &sarif.arena);

    json_open_object(&sarif.json);
    json_field(&sarif.json, "$schema", STR("https://json.schemastore.org/sarif-2.1.0.json"));
    json_field(&sarif.json, "version", STR("2.1.0"));
    json_key(&sarif.json, "runs");
    json_open_array(&sarif.json);
    json_open_object(&sarif.json);
    json_field(&sarif.json, "columnKind", STR("unicodeCodePoints"));
    json_key(&sarif.json, "results");
    json_open_array(&sarif.json);
    for (size_t i = 0; i < report->diags->len; i++)
        put_result(&sarif, &report->diags->items[i], fingerprints[i]);
    json_close_array(&sarif.json);
    put_tool(&sarif);
    json_close_object(&sarif.json);
    json_close_array(&sarif.json);
    json_close_object(&sarif.json);
    buf_put_char(out, '\n');
    arena_free(&sarif.arena);
}
