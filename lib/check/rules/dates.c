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
                .summary = "the post has no date",
                .advice = "Add a line `date: 2024-08-06`. Where the file is called `2024-08-06-title.md`, its "
                          "date is taken.",
            },
            {
                .code = "DT302",
                .name = "date-impossible",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the date cannot be read or does not exist",
                .advice = "There is no such day or time: 30 February, month 13, 25 o'clock. Or it is not a date "
                          "at all. Write year, month and day:\n"
                          "\n"
                          "```yaml\n"
                          "date: 2024-08-06\n"
                          "date: 2024-08-06 14:30:00\n"
                          "date: 2024-08-06T14:30:00+02:00\n"
                          "```",
            },
            {
                .code = "DT303",
                .name = "date-noncanonical",
                .severity = SEVERITY_ERROR,
                .summary = "the date is clear but not in canonical form",
                .advice = "It is clear what is meant, but other programs may not read it. herald takes it as "
                          "meant, and says what to write.\n"
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
                       "Port Ellery joins.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins.\n",
            },
            {
                .code = "DT304",
                .name = "date-ambiguous",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the date can be read in more than one way",
                .advice = "The date can be read in more than one way: `03/05/2024` is in March or in May. Write "
                          "`2024-03-05` or `2024-05-03`.",
            },
            {
                .code = "DT305",
                .name = "date-zone",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the time zone of the date does not exist",
                .advice = "The time zone does not exist. Write an offset such as `+02:00`, or `Z` for UTC. "
                          "Without one, the site's time zone holds.",
            },
            {
                .code = "DT306",
                .name = "date-future",
                .severity = SEVERITY_WARNING,
                .summary = "the post is dated later than now",
                .advice = "The post is dated later than now. It waits, and the first build after that time "
                          "publishes it. If it should be out today, mind the year.",
            },
            { 0 },
        },
};
