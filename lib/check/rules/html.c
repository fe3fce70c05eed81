/* lib/check/rules/html.c */
#include "check/rules/groups.h"

const RuleGroup rules_html = {
    .prefix = "HT",
    .title = "HTML",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
