/* lib/check/rules/images.c */
#include "check/rules/groups.h"

const RuleGroup rules_images = {
    .prefix = "IM",
    .title = "Images",
    .intro = "",
    .rules =
        (const Rule[]){
            { 0 },
        },
};
