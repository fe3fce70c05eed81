/* lib/check/rules/filenames.c */
#include "check/rules/groups.h"

const RuleGroup rules_filenames = {
    .prefix = "FN",
    .title = "File name",
    .intro = "The address of a post is made of its file's name, unless it has a `permalink`. A "
             "published post that is renamed keeps its old address with `redirect_from: "
             "/old/address/`.",
    .rules =
        (const Rule[]){
            {
                .code = "FN401",
                .name = "filename-no-date",
                .severity = SEVERITY_WARNING,
                .summary = "the file's name has no date",
                .advice = "Other posts of the site begin with their day. One that does not stands elsewhere in "
                          "every list of files, and Jekyll leaves it out of `_posts`. Rename it, as "
                          "`2024-08-06-title.md`.",
                .bad = "==> posts/2024-08-04-varde-joins.md <==\n"
                       "---\n"
                       "title: Varde joins\n"
                       "author: staff\n"
                       "date: 2024-08-04\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-05-anholt-joins.md <==\n"
                       "---\n"
                       "title: Anholt joins\n"
                       "author: staff\n"
                       "date: 2024-08-05\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> posts/2024-08-04-varde-joins.md <==\n"
                        "---\n"
                        "title: Varde joins\n"
                        "author: staff\n"
                        "date: 2024-08-04\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-05-anholt-joins.md <==\n"
                        "---\n"
                        "title: Anholt joins\n"
                        "author: staff\n"
                        "date: 2024-08-05\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "FN402",
                .name = "filename-date-invalid",
                .severity = SEVERITY_ERROR,
                .summary = "the date in the file's name does not exist",
                .advice = "The name begins with a day that no calendar has. Jekyll refuses such a file. Rename "
                          "it to begin with year, month and day.",
                .bad = "==> posts/2024-13-06-port-ellery-joins.md <==\n"
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
            {
                .code = "FN403",
                .name = "filename-date-noncanonical",
                .severity = SEVERITY_WARNING,
                .summary = "the date in the file's name is not in canonical form",
                .advice = "`2024-8-6` sorts behind `2024-10-01`. Write months and days with two figures: "
                          "`2024-08-06-title.md`.",
                .bad = "==> posts/2024-8-6-port-ellery-joins.md <==\n"
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
            {
                .code = "FN404",
                .name = "filename-space",
                .severity = SEVERITY_WARNING,
                .summary = "there is a blank in the file's name",
                .advice = "In an address a blank is written `%20`, and whoever copies the link by hand loses "
                          "half of it. Write hyphens.",
                .bad = "==> posts/2024-08-06-port-ellery joins.md <==\n"
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
            {
                .code = "FN405",
                .name = "filename-bad-character",
                .severity = SEVERITY_WARNING,
                .summary = "there is a character in the file's name that has a meaning in addresses",
                .advice = "Characters such as `#`, `?`, `%`, `&` and quotes have a meaning in addresses or in "
                          "the programs that copy files. Use letters, digits and hyphens.",
                .bad = "==> posts/2024-08-06-port-ellery-joins!.md <==\n"
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
            {
                .code = "FN406",
                .name = "filename-uppercase",
                .severity = SEVERITY_INFO,
                .summary = "there are capitals in the file's name",
                .advice = "Some servers tell capitals from small letters and some do not, so a link typed from "
                          "memory may fail. Small letters always work.",
                .bad = "==> posts/2024-08-06-Port-Ellery-joins.md <==\n"
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
            {
                .code = "FN407",
                .name = "filename-underscore",
                .severity = SEVERITY_INFO,
                .summary = "there are underscores in the file's name",
                .advice = "Search engines take a hyphen for a blank and an underscore for a letter, and under a "
                          "link it cannot be seen. Write hyphens.",
                .bad = "==> posts/2024-08-06-port_ellery_joins.md <==\n"
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
            {
                .code = "FN408",
                .name = "filename-dot",
                .severity = SEVERITY_INFO,
                .summary = "there is a full stop in the file's name",
                .advice = "What stands behind a full stop looks like a file type, and some servers serve it as "
                          "one. Often an extension stands twice. Numbers such as 1.2 are fine.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md.md <==\n"
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
