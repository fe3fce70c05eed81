/* lib/check/rules/html.c */
#include "check/rules/groups.h"

const RuleGroup rules_html = {
    .prefix = "HT",
    .title = "HTML",
    .intro = "HTML in posts is read as its author typed it, also through Liquid and includes: an "
             "element that one include opens and another closes is right.",
    .rules =
        (const Rule[]){
            {
                .code = "HT1101",
                .name = "html-unclosed",
                .severity = SEVERITY_ERROR,
                .summary = "an HTML element has no end tag",
                .advice = "Whatever follows it belongs to it too: the rest of the post may turn bold, become one "
                          "link, or stand in a box. In a kramdown site the Markdown below it may be shown as it "
                          "was typed. Write the end tag where the element ends. Where a tag was to be shown, as in "
                          "a sentence about HTML, put it between backticks.",
                .bad = "Port Ellery is <b>very glad to join.\n",
                .good = "Port Ellery is <b>very</b> glad to join.\n",
            },
            {
                .code = "HT1102",
                .name = "html-stray-close",
                .severity = SEVERITY_ERROR,
                .summary = "an end tag ends nothing",
                .advice = "Either the start tag was lost or misspelt, or the end tag was left over. Browsers "
                          "ignore it or show it; a feed reader or a mail may lose its layout over it. Delete it, "
                          "or write the start tag.",
                .bad = "Port Ellery is very glad</b> to join.\n",
                .good = "Port Ellery is <b>very glad</b> to join.\n",
            },
            {
                .code = "HT1103",
                .name = "html-misnested",
                .severity = SEVERITY_ERROR,
                .summary = "HTML elements end in the wrong order",
                .advice = "What begins last must end first, like brackets. Each program repairs this in its own "
                          "way, so bold or italic text may go on where it should not. Change the order of the end "
                          "tags.",
                .bad = "Port Ellery is <b>very <i>glad</b></i> to join.\n",
                .good = "Port Ellery is <b>very <i>glad</i></b> to join.\n",
            },
            {
                .code = "HT1104",
                .name = "html-unknown-element",
                .severity = SEVERITY_WARNING,
                .summary = "HTML has no element of this name",
                .advice = "It was either misspelt, or was no HTML at all: a word between angles, such as "
                          "`<version>`, vanishes from the page because browsers take it for a tag. Put such words "
                          "between backticks, or write `&lt;` for `<`.",
                .bad = "Port Ellery is <stong>very</stong> glad to join.\n",
                .good = "Port Ellery is <strong>very</strong> glad to join.\n",
            },
            {
                .code = "HT1105",
                .name = "html-unsafe",
                .severity = SEVERITY_ERROR,
                .summary = "the post brings a program of its own",
                .advice = "Scripts and attributes such as `onclick` run in the reader's browser. Feed readers and "
                          "mail programs take them out or refuse the whole text, and a site with strict security "
                          "does not run them. Leave programs to the site's template, or write a link to what they "
                          "would show.",
                .bad = "<p>Port Ellery joins.</p>\n"
                       "\n"
                       "<script src=\"counter.js\"></script>\n",
                .good = "<p>Port Ellery joins.</p>\n",
            },
            {
                .code = "HT1106",
                .name = "html-comment-unclosed",
                .severity = SEVERITY_ERROR,
                .summary = "a comment has no end",
                .advice = "All that stands between `<!--` and the next `-->` is hidden: without an end, that is "
                          "the rest of the post. Write `-->` where the comment ends.",
                .bad = "Port Ellery joins.\n"
                       "\n"
                       "<!-- ask for a picture\n"
                       "\n"
                       "It brings a lighthouse.\n",
                .good = "Port Ellery joins.\n"
                        "\n"
                        "<!-- ask for a picture -->\n"
                        "\n"
                        "It brings a lighthouse.\n",
            },
            {
                .code = "HT1107",
                .name = "html-entity",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a character reference is misspelt or has no semicolon",
                .advice = "`&nbsp;` or `&#8211;` stand for a character only when they are spelt rightly and end "
                          "with a semicolon; else readers see the signs as they were typed. Write the character "
                          "itself where you can: all of Unicode may stand in a post.",
                .bad = "Port Ellery &ndsh; a harbour &copy the league.\n",
                .good = "Port Ellery – a harbour &copy; the league.\n",
            },
            {
                .code = "HT1108",
                .name = "html-duplicate-id",
                .severity = SEVERITY_WARNING,
                .summary = "two elements have the same id",
                .advice = "A link to `#name` leads to the first element of that name only, so the second can never "
                          "be reached. Give each an id of its own.",
                .bad = "<p id=\"quay\">One quay.</p>\n"
                       "\n"
                       "<p id=\"quay\">Another quay.</p>\n",
                .good = "<p id=\"quay-1\">One quay.</p>\n"
                        "\n"
                        "<p id=\"quay-2\">Another quay.</p>\n",
            },
            { 0 },
        },
};
