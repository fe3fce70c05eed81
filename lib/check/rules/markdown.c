/* lib/check/rules/markdown.c */
#include "check/rules/groups.h"

const RuleGroup rules_markdown = {
    .prefix = "MD",
    .title = "Markdown",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
