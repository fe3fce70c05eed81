/* lib/check/rules/excerpts.c */
#include "check/rules/groups.h"

const RuleGroup rules_excerpts = {
    .prefix = "EX",
    .title = "Excerpt",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "EX702",
                .name = "excerpt-type",
                .severity = SEVERITY_ERROR,
                .summary = "the excerpt is not text",
                .advice = "The excerpt is a list or a mapping. Put it in quotes, or write it below `excerpt: "
                          ">`, indented by two spaces.",
            },
            { 0 },
        },
};
