/* lib/check/rules/links.c */
#include "check/rules/groups.h"

const RuleGroup rules_links = {
    .prefix = "LK",
    .title = "Links",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "LK810",
                .name = "link-unsafe",
                .severity = SEVERITY_ERROR,
                .summary = "an address has a scheme that is not safe",
                .advice = "The `image` has an address such as `javascript:` or `data:`. Write a path of the "
                          "site (`/assets/x.png`) or an address that begins with `https://`; until then the "
                          "post has no image.",
            },
            { 0 },
        },
};
