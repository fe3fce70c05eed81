/* lib/check/rules/dates.c */
#include "check/rules/groups.h"

const RuleGroup rules_dates = {
    .prefix = "DT",
    .title = "Date",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "DT301",
                .name = "date-missing",
                .severity = SEVERITY_WARNING,
                .stops = true,
                .repair = REPAIR_SAFE,
                .summary = "the post has no date",
                .advice = "Lists and feeds are sorted by date. Add a line `date: 2024-08-06`. Where the file is "
                          "called `2024-08-06-title.md`, its date is taken; without either, nothing can be "
                          "published.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
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
                .code = "DT302",
                .name = "date-impossible",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the date cannot be read or does not exist",
                .advice = "There is no such day or time: 30 February, month 13, 25 o'clock. Or it is not a date "
                          "at all. Write year, month and day, and if it matters the time: `2024-08-06`, "
                          "`2024-08-06 14:30:00`, `2024-08-06T14:30:00+02:00`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-02-30\n"
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
                .code = "DT303",
                .name = "date-noncanonical",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_SAFE,
                .summary = "the date is clear but not in canonical form",
                .advice = "It is clear what is meant, but other programs may refuse it or sort the post "
                          "wrongly. herald takes it as meant, and says what to write:\n"
                          "\n"
                          "| Written                  | Write                       |\n"
                          "|--------------------------|-----------------------------|\n"
                          "| `2024-08-6`              | `2024-08-06`                |\n"
                          "| `2024-08-06 9:05`        | `2024-08-06 09:05:00`       |\n"
                          "| `2024-08-06 09:05 +0200` | `2024-08-06 09:05:00+02:00` |\n"
                          "\n"
                          "In a Jekyll site `2024-08-06 09:05:00 +0200` is fine too, as Jekyll's documentation has it.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-6\n"
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
                .code = "DT304",
                .name = "date-ambiguous",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the date can be read in more than one way",
                .advice = "`03/05/2024` is in March for some readers and in May for others, and `06-08-24` can "
                          "be three days. Write the year first: `2024-03-05` or `2024-05-03`.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 06/08/2024\n"
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
                .code = "DT305",
                .name = "date-zone",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the time zone of the date does not exist",
                .advice = "Zones reach from -12:00 to +14:00. Perhaps the time of day stands where the zone "
                          "should be. Write an offset such as `+02:00`, or `Z` for UTC. Without one, the site's "
                          "time zone holds.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06 18:00:00+18:00\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06 18:00:00+02:00\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "DT306",
                .name = "date-future",
                .severity = SEVERITY_WARNING,
                .summary = "the post is dated later than now",
                .advice = "The post waits, and the first build after that time publishes it. If it should be "
                          "out today, mind the year.",
                .bad = "==> posts/2026-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2026-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> posts/2025-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2025-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "DT307",
                .name = "date-implausible",
                .severity = SEVERITY_WARNING,
                .summary = "the date is long ago or far ahead",
                .advice = "The year is before 1991 or more than two years ahead: most often two figures are "
                          "swapped. A post that far ahead would not be seen for years.",
                .bad = "==> posts/2204-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2204-08-06\n"
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
                .code = "DT308",
                .name = "date-filename-mismatch",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "the date is not that of the file's name",
                .advice = "Two days for one post: the front matter's is published and makes the address, the "
                          "file's name is what the next author looks for. Write one day in both.",
                .bad = "==> posts/2024-08-08-port-ellery-joins.md <==\n"
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
                .code = "DT309",
                .name = "weekday-wrong",
                .severity = SEVERITY_WARNING,
                .summary = "a weekday in the text does not belong to its date",
                .advice = "Readers come on the wrong day. Look the date up and correct the weekday or the day.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "The meeting is on Monday, August 12, 2024, and the dinner on Friday, August 13, 2024.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "The meeting is on Monday, August 12, 2024, and the dinner on Tuesday, August 13, 2024.\n",
            },
            {
                .code = "DT310",
                .name = "date-in-text-impossible",
                .severity = SEVERITY_WARNING,
                .summary = "a date in the text does not exist",
                .advice = "No month has that many days. Correct the day or the month.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Papers are due by September 31, 2024.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Papers are due by September 30, 2024.\n",
            },
            { 0 },
        },
};
