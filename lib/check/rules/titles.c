/* lib/check/rules/titles.c */
#include "check/rules/groups.h"

const RuleGroup rules_titles = {
    .prefix = "TI",
    .title = "Title",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "TI201",
                .name = "title-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the post has no title",
                .advice = "Add a line `title: ...` to the front matter.",
            },
            {
                .code = "TI202",
                .name = "title-empty",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the title is empty",
                .advice = "There is a `title:`, but nothing behind it. When the title begins with `#`, put it "
                          "in quotes: YAML takes the rest for a comment.",
            },
            {
                .code = "TI203",
                .name = "title-type",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the title is not text",
                .advice = "The title is a list or a mapping. `title: [Draft]` is a list for YAML: write `title: "
                          "\"[Draft]\"`. Numbers and words such as `2024`, `no` or `1.10` are fine: they stay "
                          "as you wrote them.",
            },
            { 0 },
        },
};
