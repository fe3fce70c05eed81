/* lib/check/rules/authors.c */
#include "check/rules/groups.h"

const RuleGroup rules_authors = {
    .prefix = "AU",
    .title = "Authors",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "AU501",
                .name = "author-missing",
                .severity = SEVERITY_ERROR,
                .summary = "the post has no author",
                .advice = "Readers, feeds and search engines show who speaks. Write `author:` and a name: a "
                          "person's, or that of the office that stands behind the announcement. Where most "
                          "posts of a site name no author, nothing is said; `check: required` in the "
                          "configuration decides otherwise.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "AU502",
                .name = "author-type",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the author is not text, a list or a mapping",
                .advice = "The author is neither text, nor a list, nor a mapping with a `name`. Write "
                          "`author: Mina Isobar`, or `authors: [mina, theo]`, or a list of mappings: `- { "
                          "name: Ines Parallel, affiliation: Election officer }`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: { affiliation: Election officer }\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: { name: Ines Parallel, affiliation: Election officer }\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "AU503",
                .name = "author-typo",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "the author is nearly, but not quite, a known one",
                .advice = "A letter is missing, doubled or wrong in the name: the authors file, or two "
                          "other posts at least, have one that is nearly the same. The post would get lost "
                          "among that author's posts. Correct it, or add the new author to `authors.yml`, "
                          "where there is one.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: Mina Isobar\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                       "---\n"
                       "title: Harbour day announced\n"
                       "author: Mina Isobar\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Harbour day announced, said the harbour league.\n"
                       "---\n"
                       "Harbour day announced, and everybody is glad.\n"
                       "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                       "---\n"
                       "title: New charts are out\n"
                       "author: Mina Isobr\n"
                       "date: 2024-08-08\n"
                       "tags: [announcements]\n"
                       "excerpt: New charts are out, said the harbour league.\n"
                       "---\n"
                       "New charts are out, and everybody is glad.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: Mina Isobar\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                        "---\n"
                        "title: Harbour day announced\n"
                        "author: Mina Isobar\n"
                        "date: 2024-08-07\n"
                        "tags: [announcements]\n"
                        "excerpt: Harbour day announced, said the harbour league.\n"
                        "---\n"
                        "Harbour day announced, and everybody is glad.\n"
                        "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                        "---\n"
                        "title: New charts are out\n"
                        "author: Mina Isobar\n"
                        "date: 2024-08-08\n"
                        "tags: [announcements]\n"
                        "excerpt: New charts are out, said the harbour league.\n"
                        "---\n"
                        "New charts are out, and everybody is glad.\n",
            },
            {
                .code = "AU504",
                .name = "author-variant",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "the author is written in another way elsewhere",
                .advice = "Two spellings of one name are two authors for lists, feeds and search: \"IIIF-C "
                          "Staff\" and \"IIIFC Staff\", a straight and a curly apostrophe, a first name and "
                          "its short form. Choose one. An `authors.yml` with `aliases` makes herald take "
                          "all of them for one.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: Press Office\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                       "---\n"
                       "title: Harbour day announced\n"
                       "author: Press Office\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Harbour day announced, said the harbour league.\n"
                       "---\n"
                       "Harbour day announced, and everybody is glad.\n"
                       "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                       "---\n"
                       "title: New charts are out\n"
                       "author: Press-office\n"
                       "date: 2024-08-08\n"
                       "tags: [announcements]\n"
                       "excerpt: New charts are out, said the harbour league.\n"
                       "---\n"
                       "New charts are out, and everybody is glad.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: Press Office\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                        "---\n"
                        "title: Harbour day announced\n"
                        "author: Press Office\n"
                        "date: 2024-08-07\n"
                        "tags: [announcements]\n"
                        "excerpt: Harbour day announced, said the harbour league.\n"
                        "---\n"
                        "Harbour day announced, and everybody is glad.\n"
                        "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                        "---\n"
                        "title: New charts are out\n"
                        "author: Press Office\n"
                        "date: 2024-08-08\n"
                        "tags: [announcements]\n"
                        "excerpt: New charts are out, said the harbour league.\n"
                        "---\n"
                        "New charts are out, and everybody is glad.\n",
            },
            {
                .code = "AU505",
                .name = "author-list-scalar",
                .severity = SEVERITY_INFO,
                .summary = "several authors stand in one text",
                .advice = "herald takes `A, B and C` apart, but other programs show it as one name. Write a "
                          "list: `authors: [Mina Isobar, Ines Parallel]`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: Mina Isobar and Ines Parallel\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "authors: [Mina Isobar, Ines Parallel]\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "AU506",
                .name = "author-affiliation",
                .severity = SEVERITY_INFO,
                .summary = "the author's affiliation stands in the name",
                .advice = "A role or organisation behind the name becomes part of the name in other "
                          "programs. Write it apart, as `author: { name: Ines Parallel, affiliation: "
                          "Election officer }`, or once for all posts in `authors.yml`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: Ines Parallel, Election officer\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: { name: Ines Parallel, affiliation: Election officer }\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "AU507",
                .name = "author-not-a-name",
                .severity = SEVERITY_WARNING,
                .summary = "the author is not a name",
                .advice = "The author is an email address, a number, a sentence, or a word that a template "
                          "left behind, as \"Unknown Author\". Readers see it as it is. Write a name, and "
                          "an address under `email` or `url`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: press@example.org\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: { name: Press Office, email: press@example.org }\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            { 0 },
        },
};
