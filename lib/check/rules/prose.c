/* lib/check/rules/prose.c */
#include "check/rules/groups.h"

const RuleGroup rules_prose = {
    .prefix = "TX",
    .title = "Text",
    .intro =
        "What an editor would mark in the words themselves. Code, addresses and quoted commands are let alone, and "
        "so are languages where a rule of English says nothing.",
    .rules =
        (const Rule[]){
            {
                .code = "TX1301",
                .name = "word-repeat",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a word stands twice",
                .advice = "Eyes slide over a word that stands twice, above all where a line ends between the "
                          "two: so it stays until a reader finds it. Take one of the two out. Words that English "
                          "says twice (`had had`, `that that`, `bye bye`) are let alone.",
                .bad = "The league joins the the harbours of the bay.\n",
                .good = "The league joins the harbours of the bay.\n",
            },
            {
                .code = "TX1302",
                .name = "space-after-punctuation",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "no blank behind a full stop or a comma",
                .advice = "Two sentences run together, mostly because a text was pasted behind another. Some "
                          "mail programs even make a link of `bay.In`. Write a blank. Addresses, file names, "
                          "numbers and code are let alone.",
                .bad = "The league joins the harbours of the bay.In summer, it meets.\n",
                .good = "The league joins the harbours of the bay. In summer, it meets.\n",
            },
            {
                .code = "TX1303",
                .name = "space-before-link",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a link touches the word before it",
                .advice = "The word and the link read as one word. Write a blank before the bracket.",
                .bad = "Please see[the charts](https://charts.example/bay) of the bay.\n",
                .good = "Please see [the charts](https://charts.example/bay) of the bay.\n",
            },
            {
                .code = "TX1304",
                .name = "space-before-punctuation",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_ASKED,
                .summary = "a blank stands before a comma or a full stop",
                .advice = "The mark may land at the start of the next line. Take the blank out. French, which "
                          "sets a blank before `:`, `;`, `!` and `?`, is let alone.",
                .bad = "The league joins the harbours , and meets in summer.\n",
                .good = "The league joins the harbours, and meets in summer.\n",
            },
            {
                .code = "TX1305",
                .name = "unbalanced-quote",
                .severity = SEVERITY_WARNING,
                .summary = "a quotation mark has no partner",
                .advice = "Readers cannot see where the quotation begins or ends: who said what is then a guess. "
                          "Write the mark that is missing. A quotation may go on for several paragraphs: each "
                          "then begins with a mark, and the last ends with one.",
                .bad = "\"The bay is glad, said the harbour master.\n",
                .good = "\"The bay is glad,\" said the harbour master.\n",
            },
            {
                .code = "TX1306",
                .name = "unbalanced-bracket",
                .severity = SEVERITY_WARNING,
                .summary = "a bracket has no partner",
                .advice = "A bracket was opened and not closed, or the other way round. Write its partner, or "
                          "take it out.",
                .bad = "The league (founded in 1907 meets in summer.\n",
                .good = "The league (founded in 1907) meets in summer.\n",
            },
            {
                .code = "TX1307",
                .name = "caps-typo",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a second capital by mistake",
                .advice = "The shift key was held too long: `THe`, `MInistry`. What the other posts write "
                          "otherwise is told of; names such as `KMail`, `APIs` or `openSUSE` are let alone.",
                .bad = "THe league meets in summer.\n",
                .good = "The league meets in summer.\n",
            },
            {
                .code = "TX1308",
                .name = "double-space",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_SAFE,
                .summary = "two blanks stand between two words",
                .advice = "Browsers show one blank, mail as plain text shows both. Leave one. Two blanks between "
                          "sentences are let alone where a post has them throughout.",
                .bad = "The league  meets in summer.\n",
                .good = "The league meets in summer.\n",
            },
            {
                .code = "TX1309",
                .name = "trailing-space",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_SAFE,
                .summary = "a line ends with a blank",
                .advice = "Nobody sees it, and it turns up in every comparison of two versions. Two blanks "
                          "before another line of the same paragraph are a line break in Markdown: those are let "
                          "alone.",
                .bad = "The league meets in summer. \n\nAll are welcome.\n",
                .good = "The league meets in summer.  \nAll are welcome.\n",
            },
            {
                .code = "TX1310",
                .name = "tab",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_ASKED,
                .summary = "a tab stands in the text",
                .advice = "Programs disagree how wide a tab is, and in Markdown the width decides what belongs "
                          "to a list. Write blanks. Code is let alone.",
                .bad = "The league\tmeets in summer.\n",
                .good = "The league meets in summer.\n",
            },
            {
                .code = "TX1311",
                .name = "merge-conflict",
                .severity = SEVERITY_ERROR,
                .summary = "the marks of a merge conflict stand in the text",
                .advice = "Two versions of the text met, and nobody chose between them: both would be published, "
                          "marks and all. Keep one of the two, and take out the lines that begin with `<<<<<<<`, "
                          "`=======` and `>>>>>>>`.",
                .bad = "All are welcome.\n\n<<<<<<< HEAD\nThe league meets in summer.\n=======\nThe league meets in "
                       "autumn.\n>>>>>>> autumn\n",
                .good = "All are welcome.\n\nThe league meets in summer.\n",
            },
            {
                .code = "TX1312",
                .name = "placeholder",
                .severity = SEVERITY_WARNING,
                .summary = "a placeholder was left in the text",
                .advice = "It was to be replaced before publishing: `TBD`, `[link]`, "
                          "`[insert date]`, \"Lorem ipsum\". Write what is meant to stand there, or take it out.",
                .bad = "The league meets at [insert place].\n",
                .good = "The league meets at the lighthouse.\n",
            },
            {
                .code = "TX1313",
                .name = "stray-full-stop",
                .severity = SEVERITY_WARNING,
                .summary = "a full stop too many",
                .advice = "Two full stops are neither a full stop nor an ellipsis (`...`): leave one, or write "
                          "three. One within a sentence ends it too early, as in \"in 2024. has begun\".",
                .bad = "The league meets in summer.. All are welcome.\n\nThe meeting of 2024. has begun.\n",
                .good = "The league meets in summer. All are welcome.\n\nThe meeting of 2024 has begun.\n",
            },
            {
                .code = "TX1314",
                .name = "quote-style-mix",
                .severity = SEVERITY_INFO,
                .summary = "straight and curly quotation marks in one post",
                .advice = "Part of the text was pasted from elsewhere. Write one kind throughout; straight ones "
                          "are made curly when a site is built, unless `smart: false` says otherwise.",
                .bad = "She said \"yes\", and he said “no”, and both said “perhaps”.\n",
                .good = "She said “yes”, and he said “no”, and both said “perhaps”.\n",
            },
            {
                .code = "TX1315",
                .name = "punctuation-run",
                .severity = SEVERITY_WARNING,
                .summary = "punctuation that stands twice",
                .advice = "Marks such as `,,` or `,.` are left where words were taken out. Leave the one that "
                          "belongs there.",
                .bad = "The league meets in summer,, and all are welcome.\n",
                .good = "The league meets in summer, and all are welcome.\n",
            },
            { 0 },
        },
};
