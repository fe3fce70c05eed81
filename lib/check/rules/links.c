/* lib/check/rules/links.c */
#include "check/rules/groups.h"

const RuleGroup rules_links = {
    .prefix = "LK",
    .title = "Links",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "LK801",
                .name = "ref-undefined",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_ASKED,
                .summary = "a link names a label that no line defines",
                .advice = "`[text][label]` takes its address from a line `[label]: https://...` "
                          "elsewhere in the post. Without that line readers see the brackets as they "
                          "are. Add the line, or correct the label: both must be spelled alike, only "
                          "the case may differ.",
                .bad = "Read [the report][report] of the league.\n"
                       "\n"
                       "Also read [its charter][chatrer].\n"
                       "\n"
                       "[charter]: https://league.example.net/charter/\n"
                       "[report]: https://league.example.net/report/\n",
                .good = "Read [the report][report] of the league.\n"
                        "\n"
                        "Also read [its charter][charter].\n"
                        "\n"
                        "[charter]: https://league.example.net/charter/\n"
                        "[report]: https://league.example.net/report/\n",
            },
            {
                .code = "LK802",
                .name = "ref-unused",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "no link uses the definition",
                .advice = "A line `[label]: https://...` shows nothing by itself. Often it is left "
                          "from the post that this one was copied from. Take it away; if its link "
                          "was lost, write `[text][label]` where it belongs.",
                .bad = "Port Ellery joins the league.\n"
                       "\n"
                       "[charter]: https://league.example.net/charter/\n",
                .good = "Port Ellery joins [the league][charter].\n"
                        "\n"
                        "[charter]: https://league.example.net/charter/\n",
            },
            {
                .code = "LK803",
                .name = "ref-duplicate",
                .severity = SEVERITY_WARNING,
                .summary = "a label is defined twice",
                .advice = "Two lines define the same label, so one of the two addresses is never "
                          "used. Case does not matter: `[Charter]` and `[charter]` are one label. "
                          "Keep the line that is right, or give one of them another label.",
                .bad = "Port Ellery joins [the league][charter].\n"
                       "\n"
                       "[charter]: https://league.example.net/charter/\n"
                       "[charter]: https://league.example.net/charter-2023/\n",
                .good = "Port Ellery joins [the league][charter].\n"
                        "\n"
                        "[charter]: https://league.example.net/charter/\n",
            },
            {
                .code = "LK804",
                .name = "ref-space",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_SAFE,
                .summary = "a space stands between a link's text and its label",
                .advice = "`[text] [label]` is a link for some programs and two words in brackets "
                          "for others, this site's among them. Write `[text][label]`.",
                .bad = "Port Ellery joins [the league] [charter].\n"
                       "\n"
                       "[charter]: https://league.example.net/charter/\n",
                .good = "Port Ellery joins [the league][charter].\n"
                        "\n"
                        "[charter]: https://league.example.net/charter/\n",
            },
            {
                .code = "LK805",
                .name = "ref-definition-malformed",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_ASKED,
                .summary = "a line was meant to define a label, but does not",
                .advice = "A definition is a line `[label]: https://...`: the colon directly behind "
                          "the bracket, then the address, and an empty line between it and the text "
                          "above. Otherwise the line is shown to readers, and the links that need it "
                          "are dead.",
                .bad = "Port Ellery joins [the league][charter].\n"
                       "\n"
                       "[charter] https://league.example.net/charter/\n",
                .good = "Port Ellery joins [the league][charter].\n"
                        "\n"
                        "[charter]: https://league.example.net/charter/\n",
            },
            {
                .code = "LK806",
                .name = "link-empty",
                .severity = SEVERITY_ERROR,
                .summary = "a link has no text",
                .advice = "Nobody can see or follow a link without text, and a screen reader reads "
                          "its address aloud, letter by letter. Write between the brackets what it "
                          "leads to, or take it away.",
                .bad = "Port Ellery joins the league [](https://league.example.net/).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK807",
                .name = "link-target-empty",
                .severity = SEVERITY_ERROR,
                .summary = "a link or image has no address",
                .advice = "A link with nothing or `#` for an address leads back to the page it "
                          "stands on. Often the address was to be filled in later.",
                .bad = "Port Ellery joins [the league]().\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK808",
                .name = "link-scheme",
                .severity = SEVERITY_ERROR,
                .summary = "the beginning of an address is misspelled or missing",
                .advice = "The address of another site begins with `https://` or `http://`, that of "
                          "a mail with `mailto:`. Without it browsers look for a page of this site "
                          "with that name, and in mails and feeds the link leads nowhere.\n"
                          "\n"
                          "| Written             | Write                       |\n"
                          "|---------------------|-----------------------------|\n"
                          "| `htps://a.example`  | `https://a.example`         |\n"
                          "| `https:/a.example`  | `https://a.example`         |\n"
                          "| `www.example.org/x` | `https://www.example.org/x` |\n"
                          "| `info@example.org`  | `mailto:info@example.org`   |",
                .bad = "Port Ellery joins [the league](htps://league.example.net/).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK809",
                .name = "link-malformed",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_ASKED,
                .summary = "brackets and parentheses do not make a link",
                .advice = "A link is `[text](https://...)`: text in brackets, directly behind it the "
                          "address in parentheses, without spaces in it. Otherwise readers see "
                          "brackets and address as they were typed.",
                .bad = "Port Ellery joins (the league)[https://league.example.net/].\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK810",
                .name = "link-unsafe",
                .severity = SEVERITY_ERROR,
                .summary = "an address has a scheme that is not safe",
                .advice = "The address begins with `javascript:`, `data:` or the like: it can run a "
                          "program in the reader's browser. Feeds and mails leave it out. The same "
                          "holds for the `image` of a post. Write a path of the site "
                          "(`/assets/x.png`) or an address that begins with `https://`.",
                .bad = "Port Ellery joins [the league](javascript:open_league).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK811",
                .name = "link-text-mismatch",
                .severity = SEVERITY_ERROR,
                .summary = "the text of a link is an address, but it leads to another one",
                .advice = "Readers who see an address believe that they go there. Often one of the "
                          "two was changed and the other forgotten. Where the host is the same and "
                          "only the page is another, it is a warning.",
                .bad = "Port Ellery joins [https://league.example.net](https://guild.example.com/).\n",
                .good = "Port Ellery joins "
                        "[https://league.example.net](https://league.example.net/).\n",
            },
            {
                .code = "LK812",
                .name = "link-fragment-missing",
                .severity = SEVERITY_WARNING,
                .summary = "a link jumps to a place in a page that is not there",
                .advice = "The part of an address behind `#` names a heading or another place of the "
                          "page. Nothing there has that name, so readers arrive at the top. The name "
                          "of a heading is its words in lower case, with hyphens between them.",
                .bad = "See [the harbour](#harbor) below.\n"
                       "\n"
                       "## Harbour\n"
                       "\n"
                       "Port Ellery has one.\n",
                .good = "See [the harbour](#harbour) below.\n"
                        "\n"
                        "## Harbour\n"
                        "\n"
                        "Port Ellery has one.\n",
            },
            {
                .code = "LK813",
                .name = "link-internal-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a link leads to a page that this site does not have",
                .advice = "The page was renamed or taken away, or its address is misspelled. herald "
                          "knows every post, page, file, feed and redirect that it would publish. It "
                          "says nothing of addresses below folders that the site does not have, "
                          "since another program may serve those, and nothing of a site without "
                          "pages of its own, except where an address is nearly that of a post.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Last month [the league met](/news/2024/07/01/anual-meeting/).\n"
                       "==> posts/2024-07-01-annual-meeting.md <==\n"
                       "---\n"
                       "title: The annual meeting\n"
                       "author: staff\n"
                       "date: 2024-07-01\n"
                       "tags: [announcements]\n"
                       "excerpt: The harbour league meets in Port Ellery.\n"
                       "---\n"
                       "The league meets.\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Last month [the league met](/news/2024/07/01/annual-meeting/).\n"
                        "==> posts/2024-07-01-annual-meeting.md <==\n"
                        "---\n"
                        "title: The annual meeting\n"
                        "author: staff\n"
                        "date: 2024-07-01\n"
                        "tags: [announcements]\n"
                        "excerpt: The harbour league meets in Port Ellery.\n"
                        "---\n"
                        "The league meets.\n",
            },
            {
                .code = "LK814",
                .name = "link-bare-url",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "an address in the text is no link",
                .advice = "Not every program makes a link of an address that stands in the text: "
                          "this site's does not, nor do most feed readers. Write it in angle "
                          "brackets, `<https://example.org/>`, or better give it a text: `[the "
                          "league](https://example.org/)`.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "markdown: kramdown\n"
                       "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins: see https://league.example.net/ for more.\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "markdown: kramdown\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery joins: see <https://league.example.net/> for more.\n",
            },
            {
                .code = "LK814",
                .name = "link-bare-email",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a mail address in the text is no link",
                .advice = "Not every program makes a link of a mail address that stands in the text: "
                          "this site's does not. Write it in angle brackets, `<news@example.org>`.",
                .bad = "==> herald.yml <==\n"
                       "title: Example news\n"
                       "url: https://news.example.org\n"
                       "markdown: kramdown\n"
                       "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Write to harbour@league.example.net for more.\n",
                .good = "==> herald.yml <==\n"
                        "title: Example news\n"
                        "url: https://news.example.org\n"
                        "markdown: kramdown\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Write to <harbour@league.example.net> for more.\n",
            },
            {
                .code = "LK815",
                .name = "link-http-own",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a link to this site begins with http",
                .advice = "This site is served over https. A link that begins with `http://` sends "
                          "its readers the long way round, and over an unsafe one.",
                .bad = "See [our news](http://news.example.org/).\n",
                .good = "See [our news](https://news.example.org/).\n",
            },
            {
                .code = "LK816",
                .name = "link-http",
                .severity = SEVERITY_INFO,
                .summary = "a link begins with http",
                .advice = "Anybody on the way can read and change what is sent over http. Nearly "
                          "every site can be reached with `https://` today: try it, and write that.",
                .bad = "Port Ellery joins [the league](http://league.example.net/).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK817",
                .name = "link-text-space",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a space stands inside the brackets of a link",
                .advice = "The space is underlined with the link, and where another stands beside it "
                          "there are two. Write `[text](address)`.",
                .bad = "Port Ellery joins [the league ](https://league.example.net/).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK818",
                .name = "link-trailing-dot",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a link or its address ends in the full stop or comma of the sentence",
                .advice = "The end of the sentence slipped into the link. In the address most servers then do "
                          "not know it; in the text it is underlined as part of the name. Put it behind the link.",
                .bad = "Port Ellery joins [the league](https://league.example.net/charter.)\n\n"
                       "With [Port Ellery,](https://ellery.example/) four ports belong to it.\n",
                .good = "Port Ellery joins [the league](https://league.example.net/charter).\n\n"
                        "With [Port Ellery](https://ellery.example/), four ports belong to it.\n",
            },
            {
                .code = "LK819",
                .name = "link-text-generic",
                .severity = SEVERITY_INFO,
                .summary = "the text of a link does not say where it leads",
                .advice = "People who use a screen reader go from link to link, and hear \"here, "
                          "here, more\". Search engines, too, know a page by the words of the links "
                          "to it. Let the link be the words that name its target.",
                .bad = "For the league's charter click [here](https://league.example.net/charter/).\n",
                .good = "Read [the league's charter](https://league.example.net/charter/).\n",
            },
            {
                .code = "LK820",
                .name = "link-local-host",
                .severity = SEVERITY_WARNING,
                .summary = "a link leads to your own computer",
                .advice = "`localhost`, `127.0.0.1` and `file:` are the computer of whoever reads "
                          "the post: nothing is there. Most often it was copied from a preview. "
                          "Write the public address.",
                .bad = "Port Ellery joins [the league](http://localhost:4000/league/).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK821",
                .name = "url-convention",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_ASKED,
                .summary = "an address works, but should be written otherwise",
                .advice = "It has `index.html` at its end, or no slash where the page has one, so "
                          "that readers are sent there the long way round; or it has parameters such "
                          "as `utm_source=`, which tell its site where each reader came from.",
                .bad = "Port Ellery joins [the "
                       "league](https://league.example.net/?utm_source=mail).\n",
                .good = "Port Ellery joins [the league](https://league.example.net/).\n",
            },
            {
                .code = "LK822",
                .name = "link-duplicate-target",
                .severity = SEVERITY_WARNING,
                .summary = "two different names lead to one address",
                .advice = "Of two links beside each other, as of two members in a list, one was "
                          "copied and its address not changed.",
                .bad = "- [Port Ellery](https://towns.example.net/port-ellery/)\n"
                       "- [Saint Odile](https://towns.example.net/port-ellery/)\n",
                .good = "- [Port Ellery](https://towns.example.net/port-ellery/)\n"
                        "- [Saint Odile](https://towns.example.net/saint-odile/)\n",
            },
            {
                .code = "LK823",
                .name = "link-promised-missing",
                .severity = SEVERITY_WARNING,
                .summary = "the text promises a link that is not there",
                .advice = "\"Click here\" without a link: it was forgotten, or lost when the text "
                          "was pasted.",
                .bad = "To read the charter of the league, click here.\n",
                .good = "Read [the charter of the league](https://league.example.net/charter/).\n",
            },
            {
                .code = "LK824",
                .name = "ref-wrong",
                .severity = SEVERITY_WARNING,
                .summary = "a label names something else than its address",
                .advice = "The label of a definition has another year than its address, or two "
                          "definitions have each other's addresses. One of the two was changed and "
                          "the other forgotten.",
                .bad = "Read of [the meeting][meeting-2024].\n"
                       "\n"
                       "[meeting-2024]: https://league.example.net/meetings/2023/\n",
                .good = "Read of [the meeting][meeting-2024].\n"
                        "\n"
                        "[meeting-2024]: https://league.example.net/meetings/2024/\n",
            },
            {
                .code = "LK825",
                .name = "link-dead-external",
                .severity = SEVERITY_ERROR,
                .on_request = true,
                .summary = "a link to another site leads nowhere",
                .advice = "With `herald check --external`, herald asks the other site: it says that there "
                          "is nothing at this address (404), that it was taken away (410), or there is no "
                          "such site at all. Readers who click see only that. Look for the new address of "
                          "the page, link to a copy in an archive, or take the link away.",
            },
            {
                .code = "LK826",
                .name = "link-moved",
                .severity = SEVERITY_INFO,
                .on_request = true,
                .summary = "the page of a link has another address now",
                .advice = "With `herald check --external`, herald asks the other site: it sends visitors "
                          "on, and says that this is for good. The old address works as long as that site "
                          "keeps it. Write the new one, which the finding offers. Where the old address "
                          "leads to the first page of the site, the page itself is most probably gone.",
            },
            {
                .code = "LK827",
                .name = "link-unreachable",
                .severity = SEVERITY_WARNING,
                .on_request = true,
                .summary = "a link to another site cannot be opened now",
                .advice = "With `herald check --external`, herald asks the other site, and gets no sound "
                          "answer: it is too slow, it has a fault of its own, its certificate is not "
                          "valid. Often this passes. The message says when the link was good for the last "
                          "time, where that is known. Open it in a browser; what fails for weeks is gone.",
            },
            { 0 },
        },
};
