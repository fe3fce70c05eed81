/* lib/check/rules/markdown.c */
#include "check/rules/groups.h"

const RuleGroup rules_markdown = {
    .prefix = "MD",
    .title = "Markdown",
    .intro = "What an author typed and Markdown read otherwise: signs without a partner, lines that "
             "became part of something else.",
    .rules =
        (const Rule[]){
            {
                .code = "MD1001",
                .name = "heading-h1",
                .severity = SEVERITY_WARNING,
                .summary = "a heading in the text has the level of the title",
                .advice = "A page has one heading of the first level: the title, which the site puts above the "
                          "post. Screen readers and search engines take a second one for another page's title. "
                          "Write `##` for the sections of a post and `###` for their parts.",
                .bad = "# How to join\n"
                       "\n"
                       "Write to the harbour master.\n",
                .good = "## How to join\n"
                        "\n"
                        "Write to the harbour master.\n",
            },
            {
                .code = "MD1002",
                .name = "heading-jump",
                .severity = SEVERITY_WARNING,
                .summary = "a heading skips a level",
                .advice = "Headings are the table of contents that screen readers read out: after `##` comes "
                          "`###`, not `####`. A missing level sounds like a missing section. Choose levels by "
                          "order, not by size.",
                .bad = "## How to join\n"
                       "\n"
                       "Write to us.\n"
                       "\n"
                       "#### By mail\n"
                       "\n"
                       "Our address is old.\n",
                .good = "## How to join\n"
                        "\n"
                        "Write to us.\n"
                        "\n"
                        "### By mail\n"
                        "\n"
                        "Our address is old.\n",
            },
            {
                .code = "MD1003",
                .name = "heading-malformed",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a line was meant to be a heading and is none, or the other way round",
                .advice = "Behind the signs `##` must stand a space; without it the line is shown with its signs. "
                          "A heading without text is announced as an empty one. And a line of dashes directly "
                          "below a paragraph turns the whole paragraph into a heading: leave a blank line between "
                          "them.",
                .bad = "##How to join\n"
                       "\n"
                       "Write to the harbour master.\n",
                .good = "## How to join\n"
                        "\n"
                        "Write to the harbour master.\n",
            },
            {
                .code = "MD1004",
                .name = "emphasis-unclosed",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "signs of bold or italic text have no partner",
                .advice = "Readers then see the stars. Write the sign on both sides, directly at the words: "
                          "`**very glad**`, not `** very glad **`. To show a star, write `\\*`.",
                .bad = "Port Ellery is **very glad to join.\n",
                .good = "Port Ellery is **very glad** to join.\n",
            },
            {
                .code = "MD1005",
                .name = "code-fence-unclosed",
                .severity = SEVERITY_ERROR,
                .summary = "a block of code has no end",
                .advice = "All that follows is shown as code, or the code as text. Write the same three signs on a "
                          "line of their own where the code ends.",
                .bad = "Write this:\n"
                       "\n"
                       "```\n"
                       "harbour --join\n"
                       "\n"
                       "Then wait.\n",
                .good = "Write this:\n"
                        "\n"
                        "```\n"
                        "harbour --join\n"
                        "```\n"
                        "\n"
                        "Then wait.\n",
            },
            {
                .code = "MD1006",
                .name = "code-span-unclosed",
                .severity = SEVERITY_WARNING,
                .summary = "a backtick has no partner",
                .advice = "Code within a line stands between two backticks; a single one is shown as it stands. "
                          "Write the second one, or a backslash before it for a backtick itself.",
                .bad = "Write `harbour --join to join.\n",
                .good = "Write `harbour --join` to join.\n",
            },
            {
                .code = "MD1007",
                .name = "table-ragged",
                .severity = SEVERITY_WARNING,
                .summary = "a row of a table has more or fewer cells than the first",
                .advice = "What is too much is lost, or stands outside the table; what is missing leaves a hole, "
                          "and all that follows stands in the wrong column. Write a bar for each cell, also for an "
                          "empty one, and `\\|` for a bar that is text.",
                .bad = "| port | quays |\n"
                       "| --- | --- |\n"
                       "| Ellery | 2 | new |\n",
                .good = "| port | quays |\n"
                        "| --- | --- |\n"
                        "| Ellery | 2 |\n",
            },
            {
                .code = "MD1008",
                .name = "footnote-undefined",
                .severity = SEVERITY_ERROR,
                .summary = "a mark leads to a footnote that is not there",
                .advice = "Readers see `[^1]` instead of a note. Write its text on a line of its own, as `[^1]: "
                          "The text.`, or take the mark out.",
                .bad = "Port Ellery has two quays.[^1]\n",
                .good = "Port Ellery has two quays.[^1]\n"
                        "\n"
                        "[^1]: And a lighthouse.\n",
            },
            {
                .code = "MD1009",
                .name = "kramdown-only",
                .severity = SEVERITY_WARNING,
                .summary = "the text uses what only kramdown knows, and the site's Markdown is GFM",
                .advice = "Attribute lists, definition lists, abbreviations and formulas are kramdown's own: on "
                          "GitHub, and on a site with `markdown: gfm`, readers see their signs. Write it in HTML "
                          "or leave it out. A site that was written for Jekyll can keep kramdown's Markdown with "
                          "`markdown: kramdown`.",
                .bad = "Port Ellery joins.\n"
                       "{: .lead}\n",
                .good = "Port Ellery joins.\n",
            },
            {
                .code = "MD1010",
                .name = "list-item-broken",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a line was meant to be a list item and is none",
                .advice = "It becomes part of the line above it. Behind the sign of an item (`-`, `*`, `1.`) must "
                          "stand a space, other signs such as `•` begin no item, and a list that begins with "
                          "another number than 1 needs a blank line above it.",
                .bad = "- a lighthouse\n"
                       "-two quays\n"
                       "- a school\n",
                .good = "- a lighthouse\n"
                        "- two quays\n"
                        "- a school\n",
            },
            {
                .code = "MD1011",
                .name = "lost-line-break",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "lines that were meant to stay apart run together",
                .advice = "In Markdown the end of a line is a space. To keep lines apart, as in an address, end "
                          "each with two spaces, or write a list.",
                .bad = "**When:** 6 August\n"
                       "**Where:** Port Ellery\n",
                .good = "**When:** 6 August  \n"
                        "**Where:** Port Ellery\n",
            },
            {
                .code = "MD1012",
                .name = "body-empty",
                .severity = SEVERITY_WARNING,
                .summary = "the post has no text",
                .advice = "Readers of the page, the feed and the mail see a title and nothing else. Often the text "
                          "was lost in copying, or stands within the front matter, above the second `---`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "---\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "MD1013",
                .name = "heading-repeats-title",
                .severity = SEVERITY_INFO,
                .summary = "the first heading repeats the title",
                .advice = "The site shows the title above the post already, so readers see it twice. Delete the "
                          "heading.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "---\n"
                       "## Port Ellery joins\n"
                       "\n"
                       "Everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "---\n"
                        "Everybody is glad.\n",
            },
            {
                .code = "MD1014",
                .name = "heading-punctuation",
                .severity = SEVERITY_INFO,
                .summary = "a heading ends with a full stop, a comma, a semicolon or a colon",
                .advice = "A heading is a name for what follows. In a table of contents the sign stands in the air.",
                .bad = "## How to join:\n"
                       "\n"
                       "Write to the harbour master.\n",
                .good = "## How to join\n"
                        "\n"
                        "Write to the harbour master.\n",
            },
            {
                .code = "MD1015",
                .name = "list-item-empty",
                .severity = SEVERITY_WARNING,
                .summary = "a list item has no text",
                .advice = "Readers see a point with nothing behind it. Write its text, or delete the line.",
                .bad = "- a lighthouse\n"
                       "-\n"
                       "- a school\n",
                .good = "- a lighthouse\n"
                        "- two quays\n"
                        "- a school\n",
            },
            {
                .code = "MD1016",
                .name = "list-item-accidental",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a line became a list by accident",
                .advice = "A number with a full stop, or a dash, at the start of a line begins a list, also in the "
                          "middle of a sentence that was broken there. Break the line elsewhere, or write a "
                          "backslash before the sign: `2019\\.`.",
                .bad = "It was built in the year\n"
                       "\n"
                       "1986. The harbour came later.\n",
                .good = "It was built in the year 1986.\n"
                        "\n"
                        "The harbour came later.\n",
            },
            { 0 },
        },
};
