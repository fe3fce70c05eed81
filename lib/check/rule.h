/* lib/check/rule.h - the catalogue of rules: the names and codes that diagnostics go by, and what people are told of
 * each. Codes and names are part of herald's interface and never change their meaning. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"

/* Whether `herald fix` can mend it: by itself, or only when asked to with --unsafe. */
typedef enum RuleRepair { REPAIR_NONE, REPAIR_SAFE, REPAIR_ASKED } RuleRepair;

typedef struct Rule {
    const char *code;  /* as "DT303" */
    const char *name;  /* as "date-noncanonical" */
    Severity severity; /* by default; where it varies, that of the example */
    bool stops;        /* it may leave no sound post: then `build` stops as well */
    bool on_request;   /* it speaks only where `check` is called with an option for it */
    RuleRepair repair;
    const char *summary; /* one line for people who never saw it */
    const char *advice;  /* Markdown: why it matters, and what to write instead */
    const char *bad;     /* an example with exactly this fault, and how it is right: see rule_example */
    const char *good;    /* both NULL where no files can show it */
} Rule;

typedef struct RuleGroup {
    const char *prefix; /* of its codes, as "DT" */
    const char *title;
    const char *intro; /* Markdown; may be "" */
    const Rule *rules; /* in order of codes; one without a code ends them */
} RuleGroup;

const Rule *rule_find(Str name_or_code);  /* NULL when there is none */
Str rule_nearest(Str word);               /* the name or code that the word may be a slip of; "" for none */
const Rule *rule_at(size_t i);            /* in order of groups and codes; NULL past the last */
const RuleGroup *rule_group_at(size_t i); /* NULL past the last */
const RuleGroup *rule_group_of(const Rule *rule);

/* An example is one of three things: the body of a post (it then stands below the front matter that every example
 * has); a whole post, beginning with `---`; or several files, each after a line `==> PATH <==`. In a rule that compares
 * two versions of a site, the paths begin with `before/` and `after/`. What cannot be seen is written `<U+FEFF>` for a
 * character and `<0xE9>` for a byte. */
typedef struct ExampleFile {
    Str path; /* relative to the site's root */
    Str text;
} ExampleFile;

typedef struct Example {
    const ExampleFile *files;
    size_t len;
} Example;

/* The files of an example, with the configuration that all have unless they bring one. */
Example rule_example(const char *text, Arena *arena);
