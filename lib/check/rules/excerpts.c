/* lib/check/rules/excerpts.c */
#include "check/rules/groups.h"

const RuleGroup rules_excerpts = {
    .prefix = "EX",
    .title = "Excerpt",
    .intro = "The excerpt stands in lists, feeds, mails and search results. Without one the first "
             "paragraph is taken.",
    .rules =
        (const Rule[]){
            {
                .code = "EX701",
                .name = "excerpt-empty",
                .severity = SEVERITY_WARNING,
                .summary = "the excerpt is empty",
                .advice = "There is an `excerpt:`, but nothing behind it. Write one or two sentences, or delete "
                          "the line: then the first paragraph is taken.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt:\n"
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
                .code = "EX702",
                .name = "excerpt-type",
                .severity = SEVERITY_ERROR,
                .summary = "the excerpt is not text",
                .advice = "The excerpt is a list or a mapping. Put it in quotes, or write it below `excerpt: "
                          ">`, indented by two spaces.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: [Port Ellery joins]\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: \"[Port Ellery joins]\"\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "EX703",
                .name = "excerpt-markup",
                .severity = SEVERITY_WARNING,
                .summary = "the excerpt holds markup",
                .advice = "herald takes markup out of an excerpt, but search engines and most other programs "
                          "show `**`, `<em>` and links as they stand. Write plain text.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery **joins** the harbour league.\n"
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
                .code = "EX704",
                .name = "excerpt-too-long",
                .severity = SEVERITY_WARNING,
                .summary = "the excerpt is too long",
                .advice = "Lists and mails show about 300 characters. More than 500 is no excerpt any more: "
                          "write one or two sentences.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league. It brings a lighthouse, two quays and a school "
                       "for pilots, and its members are glad of it. It brings a lighthouse, two quays and a school for "
                       "pilots, and its members are glad of it. It brings a lighthouse, two quays and a school for "
                       "pilots, and its members are glad of it. It brings a lighthouse, two quays and a school for "
                       "pilots, and its members are glad of it. It brings a lighthouse, two quays and a school for "
                       "pilots, and its members are glad of it. It brings a lighthouse, two quays and a school for "
                       "pilots, and its members are glad of it.\n"
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
                .code = "EX705",
                .name = "excerpt-truncated",
                .severity = SEVERITY_WARNING,
                .summary = "the excerpt breaks off",
                .advice = "It ends in the middle of a word or a sentence, or with dots: it was probably cut "
                          "from the text. End it with a whole sentence.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league and\n"
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
                .code = "EX706",
                .name = "excerpt-missing",
                .severity = SEVERITY_INFO,
                .summary = "the post has no excerpt, as nearly all others have",
                .advice = "Nine of ten posts of this site have an excerpt, and this one has not: the first "
                          "paragraph is taken, which may be a greeting or a picture. Write one or two "
                          "sentences.",
                .bad = "==> posts/2024-08-01-port-aran-joins.md <==\n"
                       "---\n"
                       "title: Port Aran joins\n"
                       "author: staff\n"
                       "date: 2024-08-01\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Aran joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-02-port-bodo-joins.md <==\n"
                       "---\n"
                       "title: Port Bodo joins\n"
                       "author: staff\n"
                       "date: 2024-08-02\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Bodo joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-03-port-cork-joins.md <==\n"
                       "---\n"
                       "title: Port Cork joins\n"
                       "author: staff\n"
                       "date: 2024-08-03\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Cork joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-04-port-deal-joins.md <==\n"
                       "---\n"
                       "title: Port Deal joins\n"
                       "author: staff\n"
                       "date: 2024-08-04\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Deal joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-05-port-elba-joins.md <==\n"
                       "---\n"
                       "title: Port Elba joins\n"
                       "author: staff\n"
                       "date: 2024-08-05\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Elba joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-06-port-faro-joins.md <==\n"
                       "---\n"
                       "title: Port Faro joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Faro joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-07-port-graz-joins.md <==\n"
                       "---\n"
                       "title: Port Graz joins\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Graz joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-08-port-hull-joins.md <==\n"
                       "---\n"
                       "title: Port Hull joins\n"
                       "author: staff\n"
                       "date: 2024-08-08\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Hull joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-09-port-ayr-joins.md <==\n"
                       "---\n"
                       "title: Port Ayr joins\n"
                       "author: staff\n"
                       "date: 2024-08-09\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ayr joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-10-port-jura-joins.md <==\n"
                       "---\n"
                       "title: Port Jura joins\n"
                       "author: staff\n"
                       "date: 2024-08-10\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Jura joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-11-port-kiel-joins.md <==\n"
                       "---\n"
                       "title: Port Kiel joins\n"
                       "author: staff\n"
                       "date: 2024-08-11\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Kiel joins the league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-12-port-lund-joins.md <==\n"
                       "---\n"
                       "title: Port Lund joins\n"
                       "author: staff\n"
                       "date: 2024-08-12\n"
                       "tags: [announcements]\n"
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
            { 0 },
        },
};
