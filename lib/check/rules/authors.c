/* lib/check/rules/authors.c */
#include "check/rules/groups.h"

const RuleGroup rules_authors = {
    .prefix = "AU",
    .title = "Authors",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "AU502",
                .name = "author-type",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the author is not text, a list or a mapping",
                .advice = "The author is neither text, nor a list, nor a mapping with a `name`. Write one of "
                          "these:\n"
                          "\n"
                          "```yaml\n"
                          "author: Mina Isobar\n"
                          "authors: [mina, theo]\n"
                          "authors:\n"
                          "  - { name: Ines Parallel, affiliation: Election officer }\n"
                          "```",
            },
            {
                .code = "AU503",
                .name = "author-typo",
                .severity = SEVERITY_WARNING,
                .summary = "the author is not in the authors file, but nearly",
                .advice = "The name is not in `authors.yml`, but a similar one is. Correct it, or add the new "
                          "author to the file.",
            },
            { 0 },
        },
};
