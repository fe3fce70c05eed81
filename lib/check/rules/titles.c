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
                .advice = "Without a title a post has no heading, no line in a list, no entry in a feed. Add a "
                          "line `title: ...` to the front matter.",
                .bad = "---\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI202",
                .name = "title-empty",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the title is empty",
                .advice = "There is a `title:`, but nothing behind it. When the title begins with `#`, put it "
                          "in quotes: YAML takes the rest for a comment.",
                .bad = "---\n"
                       "title:\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI203",
                .name = "title-type",
                .severity = SEVERITY_WARNING,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "the title is not text",
                .advice = "`title: [Draft]` is a list for YAML, and no title can be made of it: that stops the "
                          "post. `title: 2024`, `title: yes` and `title: 1.10` are a number, a switch and a "
                          "number: herald shows them as written, but other programs show \"true\" and \"1.1\". "
                          "Put the title in quotes.",
                .bad = "---\n"
                       "title: yes\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: \"yes\"\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI204",
                .name = "title-duplicate",
                .severity = SEVERITY_WARNING,
                .summary = "two posts have one title",
                .advice = "In a list, a feed or a mail nobody can tell the two apart. Say in each what is new: "
                          "the year, the place, the name. Posts in different languages may have one title.",
                .bad = "==> posts/2023-12-01-election-results.md <==\n"
                       "---\n"
                       "title: Election results\n"
                       "author: staff\n"
                       "date: 2023-12-01\n"
                       "tags: [announcements]\n"
                       "excerpt: The harbour league has a new board.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-12-02-election-results.md <==\n"
                       "---\n"
                       "title: Election results\n"
                       "author: staff\n"
                       "date: 2024-12-02\n"
                       "tags: [announcements]\n"
                       "excerpt: The harbour league has a new board.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> posts/2023-12-01-election-results.md <==\n"
                        "---\n"
                        "title: Election results 2023\n"
                        "author: staff\n"
                        "date: 2023-12-01\n"
                        "tags: [announcements]\n"
                        "excerpt: The harbour league has a new board.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-12-02-election-results.md <==\n"
                        "---\n"
                        "title: Election results 2024\n"
                        "author: staff\n"
                        "date: 2024-12-02\n"
                        "tags: [announcements]\n"
                        "excerpt: The harbour league has a new board.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI205",
                .name = "title-markup",
                .severity = SEVERITY_WARNING,
                .summary = "the title holds markup",
                .advice = "A title is plain text: feeds, mails, search engines and the tab of a browser show "
                          "`**`, `<em>` and `&amp;` as they stand. Write it without markup, and an ampersand as "
                          "`&`.",
                .bad = "---\n"
                       "title: Port Ellery <em>joins</em>\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI206",
                .name = "title-outer-space",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a blank stands at the end of the title",
                .advice = "Between quotes, blanks at the beginning and the end are part of the title, and some "
                          "programs show or sort by them. Take them out.",
                .bad = "---\n"
                       "title: \"Port Ellery joins \"\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: \"Port Ellery joins\"\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI207",
                .name = "title-too-long",
                .severity = SEVERITY_WARNING,
                .summary = "the title is too long",
                .advice = "Lists, mails and search engines cut a title of more than 110 characters. Say the "
                          "main thing in the title and the rest in the excerpt.",
                .bad = "---\n"
                       "title: Port Ellery joins the harbour league and brings with it a lighthouse, two quays, a "
                       "school for pilots and all the charts of the coast\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins the harbour league\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TI208",
                .name = "slug-title-mismatch",
                .severity = SEVERITY_WARNING,
                .summary = "the file's name has nothing of the title",
                .advice = "The address of a post is made of its file's name. This one has no word of the title: "
                          "perhaps the file was copied from another post and not renamed. Name it after its "
                          "title. A published post keeps its old address with `redirect_from`.",
                .bad = "==> posts/2024-08-06-new-charts-for-pilots.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            { 0 },
        },
};
