/* lib/check/report.h - diagnostics as people and programs read them. */
#pragma once

#include "check/publication.h"
#include "text/json.h"

typedef struct ReportStyle {
    int columns; /* of the terminal: longer source lines are cut round the fault */
    bool color;  /* by escape sequences of ECMA-48 */
} ReportStyle;

/* What there is to say when two versions of a site were compared. */
typedef struct ReportChange {
    size_t
        elsewhere; /* findings that are left out: they were there before, and on lines that the change leaves alone */
    Publications publications;
} ReportChange;

/* What a run of check has to say. */
typedef struct Report {
    const Diags *diags;         /* sorted */
    size_t files;               /* that were looked at */
    size_t known;               /* findings that are left out, because a baseline knows them */
    const ReportChange *change; /* NULL: it was about the site as it is */
    int fail_on;                /* the least Severity that fails; one above SEVERITY_ERROR: none does */
    Str prefix; /* what formats for a forge put before paths: "" or "FOLDER/", from its root to the site's */
    int64_t now_unix_s;
    ReportStyle style;
} Report;

/* A format. What it writes ends with a line end. */
typedef void ReportPut(Buf *out, const Report *report);

/* `report_formats[i]` writes the format called `report_format_names[i]`; the names end in NULL. */
extern const char *const report_format_names[];
extern ReportPut *const report_formats[];
enum { REPORT_TEXT = 0 }; /* the index of the format for people */

/* In order: one line for each finding, as report_put_text begins, with the hint; annotations of GitHub Actions, which
 * shows ten of each severity; SARIF 2.1.0; Reviewdog Diagnostic Format, one object a line; GitLab Code Quality; JUnit's
 * XML; checkstyle's; a summary in Markdown of at most 1 MiB; the fixes as review comments with suggestions, for GitHub
 * and for GitLab. */
ReportPut report_lines, report_github, report_sarif, report_rdjsonl, report_gitlab, report_junit, report_checkstyle,
    report_markdown, report_suggestions, report_gitlab_suggestions;

/* Whether the finding fails the check. What the world did always does. */
bool report_fails(const Report *report, const Diag *diag);

/* For each diagnostic, in the order given: `PATH:LINE:COLUMN: SEVERITY: MESSAGE [CODE RULE]`, the line of the source,
 * carets under the part at fault (of one that spans lines: in the first), and the hint. What is said of the same line
 * elsewhere follows as `also in PATH:LINE:COLUMN`. One without a source has only its path before the message, one of
 * the whole run not even that. */
void report_put_text(Buf *out, const Diags *diags, const ReportStyle *style);

/* "63 files, 2 errors, 1 warning", and ", 3 in the baseline" where there are some; with a line end. */
void report_put_summary(Buf *out, const Report *report);

/* One JSON object a line, DESIGN section 5: `file, line, column, end_line, end_column, severity, rule, code, message`,
 * then `hint` and `fix` (`line, column, end_line, end_column, replacement, safe`) where there are such. Lines and
 * columns count from 1, columns in code points, ends are exclusive. Every field is always there: without a source the
 * place is 1:1 to 1:1, and a fault of the whole run has the file "". */
void report_put_jsonl(Buf *out, const Diags *diags);

/* One such object. `cursor` begins as `{ 0 }` and serves for all of a list. */
void report_put_json(JsonWriter *json, const Diag *diag, PlaceCursor *cursor);

const char *report_severity(Severity severity); /* "error", "warning" or "info" */
const char *report_code(const Diag *diag);      /* as "DT303" */

/* Text that may come from strangers, safe to show: what would move the cursor, hide or turn text around (controls, line
 * ends, bidirectional controls) is shown as <U+001B>. */
void report_put_safe(Buf *out, Str text);
Str report_safe(Str text, Arena *arena);
