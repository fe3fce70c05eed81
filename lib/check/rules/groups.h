/* lib/check/rules/groups.h - the groups of rules, one file each. For rule.c. */
#pragma once

#include "check/rule.h"

extern const RuleGroup rules_encoding;    /* ENC */
extern const RuleGroup rules_frontmatter; /* FM */
extern const RuleGroup rules_titles;      /* TI */
extern const RuleGroup rules_dates;       /* DT */
extern const RuleGroup rules_filenames;   /* FN */
extern const RuleGroup rules_authors;     /* AU */
extern const RuleGroup rules_tags;        /* TG */
extern const RuleGroup rules_excerpts;    /* EX */
extern const RuleGroup rules_links;       /* LK */
extern const RuleGroup rules_images;      /* IM */
extern const RuleGroup rules_markdown;    /* MD */
extern const RuleGroup rules_html;        /* HT */
extern const RuleGroup rules_liquid;      /* LQ */
extern const RuleGroup rules_prose;       /* TX */
extern const RuleGroup rules_publishing;  /* PB */
extern const RuleGroup rules_site;        /* SI */
extern const RuleGroup rules_world;       /* SY */
extern const RuleGroup rules_feeds;       /* FD */
