/* lib/check/rules/site.c */
#include "check/rules/groups.h"

const RuleGroup rules_site = {
    .prefix = "SI",
    .title = "Site and configuration",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "SI1501",
                .name = "url-collision",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "two outputs have one address",
                .advice = "Two posts or pages would be written to one address. Rename one of the files, or give "
                          "one of them its own `permalink`.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "permalink: /news/port-ellery/\n"
                       "---\n"
                       "Port Ellery joins.\n"
                       "==> posts/2024-08-07-port-ellery-sails.md <==\n"
                       "---\n"
                       "title: Port Ellery sails\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "permalink: /news/port-ellery/\n"
                       "---\n"
                       "Port Ellery joins.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "permalink: /news/port-ellery/\n"
                        "---\n"
                        "Port Ellery joins.\n"
                        "==> posts/2024-08-07-port-ellery-sails.md <==\n"
                        "---\n"
                        "title: Port Ellery sails\n"
                        "author: staff\n"
                        "date: 2024-08-07\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "permalink: /news/port-ellery-sails/\n"
                        "---\n"
                        "Port Ellery joins.\n",
            },
            {
                .code = "SI1502",
                .name = "config-syntax",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the configuration cannot be read",
                .advice = "`herald.yml`, `_config.yml`, a channel or a file of data is not made of what it should be: "
                          "a configuration has lines `key: value`. Where it is no YAML at all, herald says so with "
                          "[FM106](#fm106-yaml-syntax-stops).",
                .bad = "==> herald.yml <==\n"
                       "- title: Example news\n"
                       "- url: https://news.example.org\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n",
            },
            {
                .code = "SI1503",
                .name = "config-unknown-key",
                .severity = SEVERITY_WARNING,
                .summary = "the configuration has a key that herald does not know",
                .advice = "herald does not know the key. The hint names the nearest one. What only templates "
                          "need belongs under `vars:`.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "langauge: en\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "language: en\n",
            },
            {
                .code = "SI1504",
                .name = "config-value",
                .severity = SEVERITY_ERROR,
                .summary = "a value of the configuration is not what the key takes",
                .advice = "The value is not what the key takes: a word where a number should be, an unknown "
                          "time zone, an unknown feed format. The message says what it takes.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "timezone: Europe/Pariss\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "timezone: Europe/Paris\n",
            },
            {
                .code = "SI1505",
                .name = "path-outside",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a path leads outside the site",
                .advice = "A path or address leads out of the site, as `../../etc`. herald reads and writes "
                          "only below the folder of the site.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "output: ../public\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "output: public\n",
            },
            {
                .code = "SI1506",
                .name = "layout-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a layout does not exist",
                .advice = "There is no layout of that name in the site's `_layouts` or in the theme. A post or "
                          "page gets the usual one. The default theme has `post`, `page`, `index`, `tag`, `404` "
                          "and `redirect`.",
                .bad = "==> _layouts/post.html <==\n"
                       "---\n"
                       "layout: pages\n"
                       "---\n"
                       "<article>{{ content }}</article>\n",
                .good = "==> _layouts/post.html <==\n"
                        "---\n"
                        "layout: page\n"
                        "---\n"
                        "<article>{{ content }}</article>\n",
            },
            {
                .code = "SI1508",
                .name = "feed-invalid",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a feed would be invalid",
                .advice = "herald reads each feed back before it is written, as a subscriber would, and judges it by "
                          "the rules of [feeds](#feeds) and by the schema of its format. This one has an error, so no "
                          "feed is written. The message names the post, and the rule behind it.",
            },
            {
                .code = "SI1509",
                .name = "site-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "there is no site here",
                .advice = "There is neither a `herald.yml` nor a `_config.yml` in the folder or above it. Go to "
                          "the folder of your site, or name it: `herald check -C FOLDER`.",
            },
            {
                .code = "SI1510",
                .name = "id-duplicate",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "two posts have one id",
                .advice = "Two posts have the same `id`, often because one was copied from the other. Feed "
                          "readers would show only one of them. Give the new post another id, or delete its "
                          "`id:` line. Posts without that line have an id from date and file name: of two files "
                          "of one name in two folders, one needs an `id:`.",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "id: tag:news.example.org,2024:ellery\n"
                       "---\n"
                       "Port Ellery joins.\n"
                       "==> posts/2024-08-07-port-ellery-sails.md <==\n"
                       "---\n"
                       "title: Port Ellery sails\n"
                       "author: staff\n"
                       "date: 2024-08-07\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "id: tag:news.example.org,2024:ellery\n"
                       "---\n"
                       "Port Ellery joins.\n",
                .good = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "id: tag:news.example.org,2024:ellery\n"
                        "---\n"
                        "Port Ellery joins.\n"
                        "==> posts/2024-08-07-port-ellery-sails.md <==\n"
                        "---\n"
                        "title: Port Ellery sails\n"
                        "author: staff\n"
                        "date: 2024-08-07\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "id: tag:news.example.org,2024:ellery-sails\n"
                        "---\n"
                        "Port Ellery joins.\n",
            },
            {
                .code = "SI1511",
                .name = "ignore-unused",
                .severity = SEVERITY_INFO,
                .summary = "a comment ignores a rule in vain",
                .advice = "`<!-- herald-ignore LK815 -->` in a post silences a rule for that post. Here there is "
                          "nothing to silence any more, the rule does not exist, or it stops every build and "
                          "cannot be silenced. Delete the name from the comment: else it hides the next fault.",
                .bad = "<!-- herald-ignore LK815 -->\n"
                       "\n"
                       "Port Ellery joins.\n",
                .good = "Port Ellery joins.\n",
            },
            { 0 },
        },
};
