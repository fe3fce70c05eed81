/* lib/check/settings.h - what a site sets for its checks: the key `check` of its configuration. */
#pragma once

#include "base/map.h"
#include "check/external.h"
#include "check/rule.h"
#include "site/site.h"

/* A set of rules, by their names. */
typedef Map RuleSet;

/* Adds what `word` means: a rule by its name or code, or a group by the prefix of its codes. False: neither. */
bool rule_set_add(RuleSet *set, Str word);

/* Rules that are silent in some files. */
typedef struct PathIgnore {
    StrList globs; /* of paths from the site's folder; `*` is any text, `?` any character */
    RuleSet rules;
    bool all_rules;
} PathIgnore;

enum { LEVEL_OFF = -1 };

typedef struct CheckSettings {
    bool has_required;
    StrList required; /* keys of front matter */
    int fail_on;      /* the least Severity that fails; SEVERITY_ERROR + 1: none does */
    Map levels;       /* from names of rules to what settings_level gives */
    const PathIgnore *ignores;
    size_t ignore_count;
    ExternalSettings external;
} CheckSettings;

extern const char *const settings_fail_on[]; /* "info", "warning", "error", "never": by the value of `fail_on` */

/* Reads `check:` of the configuration, or `herald: {check: ...}`. What cannot be taken is told in the site's
 * diagnostics. */
const CheckSettings *settings_read(const Site *site);

/* LEVEL_OFF, a Severity, or `otherwise` where the site says nothing of the rule. */
int settings_level(const CheckSettings *settings, const char *rule, int otherwise);

/* Whether the rule is silent in the file at `path`. */
bool settings_ignore(const CheckSettings *settings, const char *rule, Str path);

/* Whether it stops every build, so that no setting can silence it. */
bool rule_is_firm(const Rule *rule);

bool glob_matches(Str glob, Str path);
