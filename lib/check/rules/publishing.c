/* lib/check/rules/publishing.c */
#include "check/rules/groups.h"

const RuleGroup rules_publishing = {
    .prefix = "PB",
    .title = "What is published",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
