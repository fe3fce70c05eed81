/* lib/check/rules/liquid.c */
#include "check/rules/groups.h"

const RuleGroup rules_liquid = {
    .prefix = "LQ",
    .title = "Liquid",
    .intro = "Liquid is the template language in `{{ ... }}` and `{% ... %}`. To show such a text to readers, "
             "put it between `{% raw %}` and `{% endraw %}`.",
    .rules =
        (const Rule[]){
            {
                .code = "LQ1201",
                .name = "liquid-unclosed",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid block or tag is not closed",
                .advice = "Whatever opens must close: `{{` by `}}`, `{%` by `%}`, `{% if %}` by `{% endif %}`, `{% "
                          "for %}` by `{% endfor %}`. Without that nobody can say what belongs to the block, and no "
                          "page is made of the post. The mark is at what was opened, not at the end of the file. "
                          "Write the closing tag where the block ends; to show braces to readers, put them between "
                          "`{% raw %}` and `{% endraw %}`.",
                .bad = "Port Ellery joins{% if page.tags.size > 0 %}, and everybody is glad.\n",
                .good = "Port Ellery joins{% if page.tags.size > 0 %}, and everybody is glad{% endif %}.\n",
            },
            {
                .code = "LQ1202",
                .name = "liquid-unknown-filter",
                .severity = SEVERITY_ERROR,
                .repair = REPAIR_ASKED,
                .summary = "a Liquid filter does not exist",
                .advice = "There is no filter of that name. The value is shown as if the filter were not there, "
                          "which is not what was meant. The hint names the nearest filter there is; "
                          "[FORMATS.md](FORMATS.md#liquid) lists them all. A filter from a plugin does not work: "
                          "herald runs no plugins.",
                .bad = "{{ page.title | upcas }} is glad.\n",
                .good = "{{ page.title | upcase }} is glad.\n",
            },
            {
                .code = "LQ1203",
                .name = "liquid-unknown-tag",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "a Liquid tag does not exist",
                .advice = "There is no tag of that name, so no page is made of the post. Mostly it is a slip, and "
                          "the hint names the nearest tag. A tag from a plugin does not work either: take it out. "
                          "To show `{% ... %}` to readers, put it between `{% raw %}` and `{% endraw %}`.",
                .bad = "{% asign port = \"Ellery\" %}Port Ellery joins, and everybody is glad.\n",
                .good = "{% assign port = \"Ellery\" %}Port {{ port }} joins, and everybody is glad.\n",
            },
            {
                .code = "LQ1204",
                .name = "liquid-unknown-variable",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a Liquid variable does not exist",
                .advice = "Nothing is shown where a variable does not exist: a sentence has a hole, a link leads "
                          "nowhere, and no other program says a word. `page.` has what the front matter of the post "
                          "says, `site.` what the configuration says, and other names are those that `assign`, "
                          "`capture` and `for` make. Correct the name, or write what it should stand for. A name "
                          "that is tested first (`{% if page.place %}`) or has a stand-in (`{{ page.place | "
                          "default: \"online\" }}`) may be missing.",
                .bad = "The league says: {{ page.titel }}!\n",
                .good = "The league says: {{ page.title }}!\n",
            },
            {
                .code = "LQ1205",
                .name = "liquid-include-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "an included file does not exist",
                .advice = "`{% include name.html %}` names a file that is neither in the folder `_includes` of the "
                          "site nor in its theme, so no page is made of the post. Mind upper and lower case, "
                          "folders, and the ending `.html`. Where the tag stands in an include or layout, the mark "
                          "is there, and the hint says which post uses it.",
                .bad = "{% include figur.html %}\n",
                .good = "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "LQ1206",
                .name = "liquid-include-outside",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "an included file lies outside the folder of includes",
                .advice = "The name leads out of the folder `_includes`, with `..` or a part that begins with a "
                          "dot. A post must not be able to show files that nobody meant to publish. Move the file "
                          "into `_includes`, and name it from there.",
                .bad = "{% include ../secret.html %}\n",
                .good = "Port Ellery joins, and everybody is glad.\n",
            },
            {
                .code = "LQ1207",
                .name = "liquid-block-mismatch",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid block is closed by the wrong tag",
                .advice = "Blocks close in the reverse order of their opening, each by its own tag: `{% if %}` by "
                          "`{% endif %}`, `{% for %}` by `{% endfor %}`. The mark is at the tag that opened the "
                          "block; the message says in which line it is closed. An end without a beginning is marked "
                          "itself.",
                .bad = "{% if page.tags.size > 0 %}Port Ellery joins, and everybody is glad.{% endfor %}\n",
                .good = "{% if page.tags.size > 0 %}Port Ellery joins, and everybody is glad.{% endif %}\n",
            },
            {
                .code = "LQ1208",
                .name = "liquid-syntax",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid tag cannot be read",
                .advice = "The tag is not written as its kind must be, so nobody can say what it means, and no page "
                          "is made of the post. The message says what was expected and what stands there instead. "
                          "`{% assign name = value %}`, `{% for item in list %}` and `{% include file.html "
                          "name=\"text\" %}` are right.",
                .bad = "{% for tag of page.tags %}Port {{ tag }} joins.{% endfor %}\n",
                .good = "{% for tag in page.tags %}Port {{ tag }} joins.{% endfor %}\n",
            },
            {
                .code = "LQ1209",
                .name = "liquid-lax",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a Liquid tag is only read by ignoring a part of it",
                .advice = "Liquid reads the tag, as Jekyll does, by leaving out what it does not understand. Mostly "
                          "the part left out was meant: a filter without its colon gets no argument, a condition "
                          "with a filter in it is tested without. Correct what is marked, or take it out.",
                .bad = "{{ page.title ! }} is glad.\n",
                .good = "{{ page.title }} is glad.\n",
            },
            {
                .code = "LQ1210",
                .name = "liquid-limit",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a template passes a limit on depth, steps or output",
                .advice = "A template may not run for ever: there is a limit on the steps it takes, the text it "
                          "makes, and how deep blocks and includes lie in one another. Look for an include that "
                          "includes itself, or for loops in loops over long lists.",
                .bad = "{% for a in (1..5000) %}{% for b in (1..5000) %}{% assign c = b %}{% endfor %}{% endfor "
                       "%}Port Ellery joins.\n",
                .good = "{% for a in (1..5) %}{% assign c = a %}{% endfor %}Port Ellery joins, and {{ c }} others.\n",
            },
            {
                .code = "LQ1211",
                .name = "liquid-post-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a post or file that is linked to does not exist",
                .advice = "`{% post_url %}` and `{% link %}` name a post or file of the site, so that the link "
                          "stays right when addresses change. Here there is none of that name, and no page is made "
                          "of the post. Write the name of the post's file without its ending (`{% post_url "
                          "2024-03-05-x %}`), or the path of the file from the folder of the site (`{% link "
                          "posts/2024-03-05-x.md %}`). To a draft, or a post that is at fault itself, nothing can "
                          "link.",
                .bad = "See [what was](<{% post_url 2024-01-01-nobody %}>) decided.\n",
                .good = "==> posts/2024-08-05-decided.md <==\n"
                        "---\n"
                        "title: What was decided\n"
                        "author: staff\n"
                        "date: 2024-08-05\n"
                        "tags: [announcements]\n"
                        "excerpt: The league decided about its harbours.\n"
                        "---\n"
                        "The league decided.\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "See [what was decided](<{% post_url 2024-08-05-decided %}>).\n",
            },
            {
                .code = "LQ1212",
                .name = "liquid-include-argument",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a parameter of an include is not what the include reads",
                .advice = "An include gets its texts by name: `{% include figure.html src=\"/assets/pier.png\" %}`. "
                          "A name that the include never reads does nothing at all, mostly because of a slip; "
                          "without one that it needs, a picture or a link has no address; and a text without quotes "
                          "is looked for as a variable. Nothing of that shows but in the page. Correct the name, "
                          "give what is missing, write the quotes.",
                .bad = "==> _includes/note.html <==\n"
                       "<p>{{ include.text }}</p>\n"
                       "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "{% include note.html txt=\"Port Ellery joins, and everybody is glad.\" %}\n",
                .good = "==> _includes/note.html <==\n"
                        "<p>{{ include.text }}</p>\n"
                        "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                        "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "{% include note.html text=\"Port Ellery joins, and everybody is glad.\" %}\n",
            },
            {
                .code = "LQ1213",
                .name = "liquid-error",
                .severity = SEVERITY_ERROR,
                .summary = "a Liquid expression fails when it is rendered",
                .advice = "The expression could be read, but not worked out: a division by zero, a comparison of a "
                          "number with a text, a filter that got too few arguments. The page then shows \"Liquid "
                          "error\" at this place, for all to see. Correct the expression.",
                .bad = "Port Ellery joins {{ page.tags.size | divided_by: 0 }} harbours.\n",
                .good = "Port Ellery joins {{ page.tags.size | divided_by: 1 }} harbours.\n",
            },
            { 0 },
        },
};
