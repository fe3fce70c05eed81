/* lib/check/rules/frontmatter.c */
#include "check/rules/groups.h"

const RuleGroup rules_frontmatter = {
    .prefix = "FM",
    .title = "Front matter",
    .intro = "The front matter is the block between two lines `---` at the top of a post.",
    .rules =
        (const Rule[]){
            {
                .code = "FM101",
                .name = "front-matter-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the file has no front matter",
                .advice = "The first line is not `---`. Begin the post with its front matter:\n"
                          "\n"
                          "```yaml\n"
                          "---\n"
                          "title: Port Ellery joins\n"
                          "author: staff\n"
                          "date: 2024-08-06\n"
                          "tags: [announcements]\n"
                          "---\n"
                          "```",
            },
            {
                .code = "FM102",
                .name = "front-matter-not-first",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "something stands before the front matter",
                .advice = "There is a front matter, but something stands before it: often an empty line or a "
                          "comment. Delete it, so that `---` is the first line.",
            },
            {
                .code = "FM103",
                .name = "front-matter-unclosed",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter is not closed",
                .advice = "The second line `---` is missing. Put it between the last key and the text.",
            },
            {
                .code = "FM104",
                .name = "fence-malformed",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a fence of the front matter is not exactly ---",
                .advice = "A line that should be `---` has more or fewer hyphens, or other dashes. Some "
                          "programs turn `---` into `—`. Write exactly three hyphens.",
            },
            {
                .code = "FM105",
                .name = "not-a-mapping",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter is not a list of \"key: value\" lines",
                .advice = "The front matter is not made of lines `key: value`. It is a list (`- title: ...`: "
                          "take the hyphens away), or some other text.",
            },
            {
                .code = "FM106",
                .name = "yaml-syntax",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter cannot be read as YAML",
                .advice =
                    "YAML cannot read the line. The hint says which of these it is:\n"
                    "\n"
                    "| What is wrong                              | Write "
                    "|\n"
                    "|--------------------------------------------|----------------------------------------------|\n"
                    "| `title: Sheet API: version 1.1`            | `title: \"Sheet API: version 1.1\"` "
                    "|\n"
                    "| `title: \"Welcome`                          | `title: \"Welcome\"` "
                    "|\n"
                    "| `title: 'Port Ellery's charts'`            | `title: \"Port Ellery's charts\"` "
                    "|\n"
                    "| `title: \"A\" and B`                         | `title: '\"A\" and B'` "
                    "|\n"
                    "| `title: @home` (also `` ` ``, `%`, `*`)    | `title: \"@home\"` "
                    "|\n"
                    "| `title: [Draft] Minutes`                   | `title: \"[Draft] Minutes\"` "
                    "|\n"
                    "| `title:Welcome`                            | `title: Welcome` "
                    "|\n"
                    "| `tags: [news, events`                      | `tags: [news, events]` "
                    "|\n"
                    "| a tab at the start of a line               | spaces "
                    "|\n"
                    "| a line that is indented by mistake         | the line at the left edge "
                    "|\n"
                    "| the lines below `excerpt: >` not indented  | each of them indented by two spaces "
                    "|\n"
                    "\n"
                    "In doubt, put the whole value in double quotes, and write `\\\"` for a quote inside.",
            },
            {
                .code = "FM107",
                .name = "duplicate-key",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a key stands twice",
                .advice = "A key stands twice, and herald does not guess which one counts. Delete one. In a file of "
                          "data the last "
                          "one counts, and the build goes on.",
            },
            {
                .code = "FM108",
                .name = "yaml-limit",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter passes a limit on depth, aliases or length",
                .advice = "The front matter is nested too deeply, repeats itself too often by aliases "
                          "(`*name`), or has an endless key. No real post needs that. Write the values out.",
            },
            {
                .code = "FM109",
                .name = "yaml-tag-refused",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter asks for a type that is not data",
                .advice = "A value asks for a type of a programming language, as `!ruby/object` or "
                          "`!!python/name`. Front matter is data. Delete the part with the exclamation mark, or "
                          "put the whole value in quotes when it is text.",
            },
            {
                .code = "FM110",
                .name = "fm-unknown-key",
                .severity = SEVERITY_WARNING,
                .summary = "a key looks like a slip of a known one",
                .advice = "A key looks like a slip of one that herald knows: `tilte`, `authro`, `Date`. Write "
                          "the known key. Keys that look like no other are kept for templates, and nothing is "
                          "said.",
            },
            {
                .code = "FM112",
                .name = "fm-fence-trailing-space",
                .severity = SEVERITY_WARNING,
                .summary = "a fence has blanks behind it",
                .advice = "There are blanks behind `---`. Delete them: other programs do not find the fence then.",
            },
            {
                .code = "FM116",
                .name = "toml-front-matter",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter is TOML",
                .advice = "The front matter stands between lines `+++`, so it is TOML. herald reads YAML. Write "
                          "`---` for `+++`, and `title: X` for `title = \"X\"`.",
            },
            {
                .code = "FM117",
                .name = "language-invalid",
                .severity = SEVERITY_ERROR,
                .summary = "the language is not a language tag",
                .advice = "`language` (or `lang`) is not a language tag. Write `en`, `fr`, `pt-BR`; until then "
                          "the language of the site is used.",
            },
            {
                .code = "FM118",
                .name = "key-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a key is missing that this site wants in every post",
                .advice = "The configuration names keys that every post must have, under `check: required`. "
                          "Templates of the site count on them. Add a line with the key and its value to the "
                          "front matter.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "check: { required: [title, author, tags, harbour] }\n"
                       "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins.\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "check: { required: [title, author, tags, harbour] }\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "harbour: Port Ellery\n"
                        "---\n"
                        "Port Ellery joins.\n",
            },
            { 0 },
        },
};
