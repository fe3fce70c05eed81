/* lib/check/rules/filenames.c */
#include "check/rules/groups.h"

const RuleGroup rules_filenames = {
    .prefix = "FN",
    .title = "File name",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
