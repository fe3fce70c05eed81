/* lib/check/rules/world.c */
#include "check/rules/groups.h"

const RuleGroup rules_world = {
    .prefix = "SY",
    .title = "The world",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "SY1601",
                .name = "world-failed",
                .severity = SEVERITY_ERROR,
                .summary = "the disk, the network or the system failed",
                .advice = "The disk is full, a folder may not be written, or the system refused something else. "
                          "The message holds the system's own words. What was published before is untouched. "
                          "herald ends with status 3.",
            },
            { 0 },
        },
};
