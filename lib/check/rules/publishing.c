/* lib/check/rules/publishing.c */
#include "check/rules/groups.h"

const RuleGroup rules_publishing = {
    .prefix = "PB",
    .title = "What is published",
    .intro = "These rules compare two versions of a site, as `herald check --diff` does: "
             "what was published has readers, links and subscribers that a change must not "
             "lose.",
    .rules =
        (const Rule[]){
            {
                .code = "PB1401",
                .name = "permalink-changed",
                .severity = SEVERITY_WARNING,
                .on_request = true,
                .summary = "the address of a published post changes, and nothing leads on from the old one",
                .advice = "Links in mails, feeds, search engines and other people's pages lead to the "
                          "old address, and whoever follows them finds nothing. The address of a post is "
                          "made of its file's name, its date, its slug or its `permalink`. Leave these "
                          "as they were, or write the old address into the front matter: `redirect_from: "
                          "/old/address/`. Where the configuration changes the addresses of many posts, "
                          "that is told once.",
                .bad = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> after/posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "permalink: /news/port-ellery/\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> after/posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "permalink: /news/port-ellery/\n"
                        "redirect_from: /news/2024/08/06/port-ellery-joins/\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "PB1402",
                .name = "feed-id-changed",
                .severity = SEVERITY_WARNING,
                .on_request = true,
                .summary = "the feed id of a published post changes",
                .advice = "Feed readers know an entry by its id. With another one they show the post "
                          "once more, as new, to everybody who has read it. herald makes the id from the "
                          "date and the name of the file, so that it changes when these do. Write the "
                          "old one into the front matter, as `id: "
                          "tag:example.org,2024-08-06:port-ellery-joins`, or leave it as it was.",
                .bad = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> after/posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "id: https://news.example.org/ids/7\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> after/posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "id: tag:news.example.org,2024-08-06:2024-08-06-port-ellery-joins\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "PB1403",
                .name = "post-removed-without-redirect",
                .severity = SEVERITY_WARNING,
                .on_request = true,
                .summary = "a published post goes, and nothing leads on from its address",
                .advice = "A post that was published has readers, links and search engines that come "
                          "back to it. When it goes, or becomes a draft again, they find nothing. Write "
                          "its address into the post or page that says the same now: `redirect_from: "
                          "/old/address/`. What is only out of date may well stay.",
                .bad = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> before/posts/2024-08-05-anholt-joins.md <==\n"
                       "---\n"
                       "title: Anholt joins\n"
                       "author: staff\n"
                       "date: 2024-08-05\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> after/posts/2024-08-05-anholt-joins.md <==\n"
                       "---\n"
                       "title: Anholt joins\n"
                       "author: staff\n"
                       "date: 2024-08-05\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> before/posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> before/posts/2024-08-05-anholt-joins.md <==\n"
                        "---\n"
                        "title: Anholt joins\n"
                        "author: staff\n"
                        "date: 2024-08-05\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> after/posts/2024-08-05-anholt-joins.md <==\n"
                        "---\n"
                        "title: Anholt joins\n"
                        "author: staff\n"
                        "date: 2024-08-05\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "redirect_from: /news/2024/08/06/port-ellery-joins/\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "PB1404",
                .name = "date-edited-after-publishing",
                .severity = SEVERITY_WARNING,
                .on_request = true,
                .summary = "the date of a published post is edited",
                .advice = "The date says when a post was published: feeds, lists and digests are sorted "
                          "by it. A post with a later date comes up once more as if it were new, one "
                          "with an earlier date may be in no digest at all. Leave the date as it was. "
                          "Where the text is new, say so with `updated: 2024-08-09`, which leaves the "
                          "post in its place.",
                .bad = "==> before/posts/port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "permalink: /news/port-ellery/\n"
                       "id: tag:news.example.org,2024-08-06:port-ellery-joins\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n"
                       "==> after/posts/port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "permalink: /news/port-ellery/\n"
                       "id: tag:news.example.org,2024-08-06:port-ellery-joins\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = "==> before/posts/port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n"
                        "==> after/posts/port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "updated: 2024-08-07\n"
                        "---\n"
                        "Port Ellery joins, and everybody is glad.\n",
            },
            { 0 },
        },
};
