/* lib/check/rules/prose.c */
#include "check/rules/groups.h"

const RuleGroup rules_prose = {
    .prefix = "TX",
    .title = "Text",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
