#include "check/rules/groups.h"

static const char good_post[] = "---\n"
                                "title: Port Ellery joins\n"
                                "author: staff\n"
                                "date: 2024-08-06\n"
                                "tags: [announcements]\n"
                                "excerpt: Port Ellery joins the harbour league.\n"
                                "---\n"
                                "Port Ellery joins, and everybody is glad.\n";

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
                .advice = "The first line is not `---`. Without front matter nobody knows the title, the date "
                          "or the author, so there is nothing to publish. Begin the post with it:\n"
                          "\n"
                          "```yaml\n"
                          "---\n"
                          "title: Port Ellery joins\n"
                          "author: staff\n"
                          "date: 2024-08-06\n"
                          "tags: [announcements]\n"
                          "---\n"
                          "```",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM102",
                .name = "front-matter-not-first",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "something stands before the front matter",
                .advice = "There is a front matter, but something stands before it: often an empty line or a "
                          "comment. Other programs would then show the front matter to readers as text. Delete "
                          "it or move it below, so that `---` is the first line.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM103",
                .name = "front-matter-unclosed",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "the front matter is not closed",
                .advice = "The second line `---` is missing, so nobody can tell where the keys end and the text"
                          " begins. Put it between the last key and the text.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM104",
                .name = "fence-malformed",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "a fence of the front matter is not exactly ---",
                .advice = "A line that should be `---` has more or fewer hyphens, or other dashes. Some "
                          "programs turn `---` into `—` while you type. Other programs would not find the front"
                          " matter, or take the text for a part of it. Write exactly three hyphens at the start"
                          " of the line.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "--\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM105",
                .name = "not-a-mapping",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter is not a list of \"key: value\" lines",
                .advice = "The front matter is not made of lines `key: value`. It is a list (`- title: ...`: "
                          "take the hyphens away), or some other text.",
                .bad = "---\n"
                       "- title: Port Ellery joins\n"
                       "- author: staff\n"
                       "- date: 2024-08-06\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM106",
                .name = "yaml-syntax",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "the front matter cannot be read as YAML",
                .advice =
                    "The front matter is written in YAML, in which some signs have a meaning, and this "
                    "line cannot be read. Other programs publish such a post without a title and with the"
                    " wrong date. The hint says which of these it is:\n"
                    "\n"
                    "| What is wrong                              | Write                                        |\n"
                    "|--------------------------------------------|----------------------------------------------|\n"
                    "| `title: Sheet API: version 1.1`            | `title: \"Sheet API: version 1.1\"`            |\n"
                    "| `title: \"Welcome`                          | `title: \"Welcome\"`                           |\n"
                    "| `title: 'Port Ellery's charts'`            | `title: \"Port Ellery's charts\"`              |\n"
                    "| `title: \"A\" and B`                         | `title: '\"A\" and B'`                         "
                    "|\n"
                    "| `title: @home` (also `` ` ``, `%`, `*`)    | `title: \"@home\"`                             |\n"
                    "| `title: [Draft] Minutes`                   | `title: \"[Draft] Minutes\"`                   |\n"
                    "| `title:Welcome`                            | `title: Welcome`                             |\n"
                    "| `tags: [news, events`                      | `tags: [news, events]`                       |\n"
                    "| a tab at the start of a line               | spaces                                       |\n"
                    "| a line that is indented by mistake         | the line at the left edge                    |\n"
                    "| the lines below `excerpt: >` not indented  | each of them indented by two spaces          |\n"
                    "\n"
                    "In doubt, put the whole value in double quotes, and write `\\\"` for a quote inside.",
                .bad = "---\n"
                       "title: Port Ellery: a new member\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: \"Port Ellery: a new member\"\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "FM107",
                .name = "duplicate-key",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a key stands twice",
                .advice = "A key stands twice, and herald does not guess which one counts: other programs "
                          "silently take the last. Delete one. In a file of data the last one counts, and the "
                          "build goes on.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "author: Meg Ellery\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM108",
                .name = "yaml-limit",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter passes a limit on depth, aliases or length",
                .advice = "The front matter is nested too deeply, repeats itself too often by aliases "
                          "(`*name`), or has an endless key. No real post needs that, and it can make programs "
                          "run for hours. Write the values out.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: &tags [announcements, *tags]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM109",
                .name = "yaml-tag-refused",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter asks for a type that is not data",
                .advice = "A value asks for a type of a programming language, as `!ruby/object` or "
                          "`!!python/name`. Front matter is data; some programs would run such a value. Delete "
                          "the part with the exclamation mark, or put the whole value in quotes when it is "
                          "text.",
                .bad = "---\n"
                       "title: !ruby/symbol Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM110",
                .name = "fm-unknown-key",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a key looks like a slip of a known one",
                .advice = "A key looks like a slip of one that herald knows, or that all other posts of the "
                          "site have: `authro`, `Date`, `exceprt`. What stands behind it is read by nobody: the"
                          " post has no author, or no excerpt. Write the known key. Keys that look like no "
                          "other are kept for templates, and nothing is said.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "exceprt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM111",
                .name = "comment-truncates-value",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a # cuts off the rest of a value",
                .advice = "In YAML a `#` behind a blank begins a comment, so `title: Sheet #4 is here` has the "
                          "title \"Sheet\". Readers never see the rest. Put the whole value in quotes: `title: "
                          "\"Sheet #4 is here\"`.\n"
                          "\n"
                          "A remark of your own is no fault: write it with a blank behind the `#`.",
                .bad = "---\n"
                       "title: Port Ellery joins as member #40\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: \"Port Ellery joins as member #40\"\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "FM112",
                .name = "fm-fence-trailing-space",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a fence has blanks behind it",
                .advice = "There are blanks behind `---`. Nobody sees them, but other programs do not find the "
                          "fence then, and show the front matter as text. Delete them.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "--- \n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM113",
                .name = "fm-blank-line",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_SAFE,
                .summary = "an empty line stands in the front matter",
                .advice = "An empty line between keys means nothing to YAML, but people take it for the end of "
                          "the front matter, and so do some tools. Delete it. Empty lines inside a text (below "
                          "`excerpt: |`) are part of it, and right.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM114",
                .name = "fm-extra-space",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_SAFE,
                .summary = "blanks around a colon, or in a bracket, that nothing needs",
                .advice = "More than one blank, or a tab, stands behind the colon of a key, or a blank before "
                          "it. It is read all the same, but a search for `author: staff` does not find the "
                          "line, and some programs refuse the tab. Write the colon right behind the key, and "
                          "one blank behind it. In `[announcements ]` the blank before the bracket is a slip.\n"
                          "\n"
                          "Nothing is said where values are set one below the other in a column of their own.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author:  staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements ]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM115",
                .name = "anchor-unused",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a value has a name that nothing repeats",
                .advice = "In YAML `&name` before a value gives it a name, by which `*name` repeats it "
                          "elsewhere. Nothing repeats this one, so it is mostly a text that begins with `&`: "
                          "`excerpt: &more news` is read as \"news\". Delete the name, or put the whole value in "
                          "quotes.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: &more Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM116",
                .name = "toml-front-matter",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the front matter is TOML",
                .advice = "The front matter stands between lines `+++`, so it is TOML, as Hugo and Zola have "
                          "it. herald reads YAML. Write `---` for `+++`, and `title: X` for `title = \"X\"`.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "+++\n"
                       "title = \"Port Ellery joins\"\n"
                       "date = 2024-08-06\n"
                       "+++\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "FM117",
                .name = "language-invalid",
                .severity = SEVERITY_ERROR,
                .summary = "the language is not a language tag",
                .advice = "`language` (or `lang`) is not a language tag. Browsers, feeds and screen readers "
                          "choose voices, fonts and hyphens by it. Write `en`, `fr`, `pt-BR`; until then the "
                          "language of the site is used.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "lang: English!\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "lang: en\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
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
