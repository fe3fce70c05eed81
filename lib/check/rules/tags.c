/* lib/check/rules/tags.c */
#include "check/rules/groups.h"

const RuleGroup rules_tags = {
    .prefix = "TG",
    .title = "Tags",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "TG601",
                .name = "tags-missing",
                .severity = SEVERITY_WARNING,
                .summary = "the post has no tags",
                .advice = "Feeds and lists by tag leave the post out. Write `tags:` and a list. Where most "
                          "posts of a site have no tags, nothing is said; `check: required` in the "
                          "configuration decides otherwise.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
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
                .code = "TG602",
                .name = "tags-scalar",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "the tags stand in one text, not in a list",
                .advice = "`tags: news, events` is two tags for herald, and for Jekyll the two words "
                          "\"news,\" and \"events\". A list means the same to all: `tags: [news, events]`. "
                          "In a Jekyll site that writes its tags as words throughout, nothing is said.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: news, events\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [news, events]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TG603",
                .name = "tag-type",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a tag is not text",
                .advice = "A tag is itself a list or a mapping. Write `tags: [news, events]`, and put a tag "
                          "with a colon in quotes. Numbers are fine.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [news, [events]]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [news, events]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TG604",
                .name = "tag-duplicate",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a tag stands twice",
                .advice = "A tag stands twice. It counts once; delete the other.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [news, events, News]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [news, events]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "TG605",
                .name = "tag-typo",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a tag is nearly, but not quite, a known one",
                .advice = "A letter is missing, doubled or wrong: three other posts at least have a tag "
                          "that is nearly the same. The post would be missing in that tag's page and feed. "
                          "Correct it, or list all tags in `tags.yml`.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                       "---\n"
                       "title: Harbour day announced\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Harbour day announced, said the harbour league.\n"
                       "---\n"
                       "Harbour day announced, and everybody is glad.\n"
                       "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                       "---\n"
                       "title: New charts are out\n"
                       "author: staff\n"
                       "date: 2024-08-08\n"
                       "tags: [announcements]\n"
                       "excerpt: New charts are out, said the harbour league.\n"
                       "---\n"
                       "New charts are out, and everybody is glad.\n"
                       "==> posts/2024-08-09-members-met-in-varde.md <==\n"
                       "---\n"
                       "title: Members met in Varde\n"
                       "author: staff\n"
                       "date: 2024-08-09\n"
                       "tags: [anouncements]\n"
                       "excerpt: Members met in Varde, said the harbour league.\n"
                       "---\n"
                       "Members met in Varde, and everybody is glad.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                        "---\n"
                        "title: Harbour day announced\n"
                        "author: staff\n"
                        "date: 2024-08-07\n"
                        "tags: [announcements]\n"
                        "excerpt: Harbour day announced, said the harbour league.\n"
                        "---\n"
                        "Harbour day announced, and everybody is glad.\n"
                        "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                        "---\n"
                        "title: New charts are out\n"
                        "author: staff\n"
                        "date: 2024-08-08\n"
                        "tags: [announcements]\n"
                        "excerpt: New charts are out, said the harbour league.\n"
                        "---\n"
                        "New charts are out, and everybody is glad.\n"
                        "==> posts/2024-08-09-members-met-in-varde.md <==\n"
                        "---\n"
                        "title: Members met in Varde\n"
                        "author: staff\n"
                        "date: 2024-08-09\n"
                        "tags: [announcements]\n"
                        "excerpt: Members met in Varde, said the harbour league.\n"
                        "---\n"
                        "Members met in Varde, and everybody is glad.\n",
            },
            {
                .code = "TG606",
                .name = "tag-variant",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a tag is written in another way elsewhere",
                .advice = "Upper and lower case, blanks and hyphens, one and many: \"Newsletter\", "
                          "\"news-letter\" and \"newsletters\" are three tags with three pages. Choose one. "
                          "A `tags.yml` with `aliases` makes herald take all of them for one.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [newsletters]\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                       "---\n"
                       "title: Harbour day announced\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [newsletters]\n"
                       "excerpt: Harbour day announced, said the harbour league.\n"
                       "---\n"
                       "Harbour day announced, and everybody is glad.\n"
                       "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                       "---\n"
                       "title: New charts are out\n"
                       "author: staff\n"
                       "date: 2024-08-08\n"
                       "tags: [Newsletters]\n"
                       "excerpt: New charts are out, said the harbour league.\n"
                       "---\n"
                       "New charts are out, and everybody is glad.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [newsletters]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> posts/2024-08-07-harbour-day-announced.md <==\n"
                        "---\n"
                        "title: Harbour day announced\n"
                        "author: staff\n"
                        "date: 2024-08-07\n"
                        "tags: [newsletters]\n"
                        "excerpt: Harbour day announced, said the harbour league.\n"
                        "---\n"
                        "Harbour day announced, and everybody is glad.\n"
                        "==> posts/2024-08-08-new-charts-are-out.md <==\n"
                        "---\n"
                        "title: New charts are out\n"
                        "author: staff\n"
                        "date: 2024-08-08\n"
                        "tags: [newsletters]\n"
                        "excerpt: New charts are out, said the harbour league.\n"
                        "---\n"
                        "New charts are out, and everybody is glad.\n",
            },
            {
                .code = "TG607",
                .name = "category-key",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a key for categories where the site has tags",
                .advice = "herald sorts posts by `tags`; `category` and `categories` only reach templates. "
                          "In a Jekyll site this is said where nearly all posts have tags and hardly any "
                          "has categories. Write `tags:` and a list.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "category: news\n"
                       "excerpt: Port Ellery joins, said the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements, news]\n"
                        "excerpt: Port Ellery joins, said the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            { 0 },
        },
};
