/* lib/check/rules/tags.c */
#include "check/rules/groups.h"

const RuleGroup rules_tags = {
    .prefix = "TG",
    .title = "Tags",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "TG603",
                .name = "tag-type",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a tag is not text",
                .advice = "A tag is itself a list or a mapping. Write `tags: [news, events]`, and put a tag "
                          "with a colon in quotes. Numbers are fine.",
            },
            {
                .code = "TG604",
                .name = "tag-duplicate",
                .severity = SEVERITY_WARNING,
                .summary = "a tag stands twice",
                .advice = "A tag stands twice. It counts once; delete the other.",
            },
            { 0 },
        },
};
