#include "check/rules/groups.h"

static const char good_post[] = "---\n"
                                "title: Port Ellery joins\n"
                                "author: staff\n"
                                "date: 2024-08-06\n"
                                "tags: [announcements]\n"
                                "excerpt: Port Ellery joins the harbour league.\n"
                                "---\n"
                                "Port Ellery joins, and everybody is glad.\n";

const RuleGroup rules_encoding = {
    .prefix = "ENC",
    .title = "Encoding",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "ENC001",
                .name = "not-utf8",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the file is not UTF-8 text",
                .advice = "The file is not UTF-8 text, and every web page, feed and mail is. It was probably "
                          "saved by an old program as \"Latin-1\", \"Windows-1252\" or \"ANSI\": then each letter "
                          "with an accent would turn into a question mark, or the whole feed be refused. Open "
                          "the file, check that the accents are right, and save it as UTF-8.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Caf<0xE9> Ellery joins.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Café Ellery joins.\n",
            },
            {
                .code = "ENC002",
                .name = "nul-byte",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the file holds a NUL byte",
                .advice = "The file holds a NUL byte, so it is not a text. It may have been saved as \"UTF-16\" "
                          "or \"Unicode\": save it as UTF-8. It may also be damaged: take it from the history of "
                          "the repository.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery<U+0000> joins.\n",
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
                .code = "ENC003",
                .name = "control-char",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .repair = REPAIR_ASKED,
                .summary = "the file holds a control character",
                .advice = "There is an invisible control character that no web page and no feed may hold: "
                          "programs that read the feed refuse all of it. Such characters come along when text "
                          "is copied from a PDF or a terminal. Delete what stands at the mark, and type it "
                          "again.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery<U+0007> joins.\n",
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
                .code = "ENC004",
                .name = "bom",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "the file begins with a byte order mark",
                .advice = "The file begins with a byte order mark, three bytes that nobody sees. herald reads "
                          "over them; other programs then do not find the front matter, and show it as text. "
                          "Save the file as \"UTF-8\", not as \"UTF-8 with BOM\".",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "<U+FEFF>---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "ENC005",
                .name = "crlf",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "lines end in CR LF",
                .advice = "The lines end as on Windows. herald reads them, but Git shows every line as changed "
                          "when an editor converts them, and nobody can see in a pull request what was changed."
                          " Let your editor save with \"LF\", or add the line `* text=auto` to the file "
                          "`.gitattributes`.\n"
                          "\n"
                          "In a file whose lines end one way and some the other, the first that is different is"
                          " told of.",
                .bad = "---<U+000D>\n"
                       "title: Port Ellery joins<U+000D>\n"
                       "author: staff<U+000D>\n"
                       "date: 2024-08-06<U+000D>\n"
                       "tags: [announcements]<U+000D>\n"
                       "excerpt: Port Ellery joins the harbour league.<U+000D>\n"
                       "---<U+000D>\n"
                       "Port Ellery joins, and everybody is glad.<U+000D>\n",
                .good = good_post,
            },
            {
                .code = "ENC006",
                .name = "unicode-invisible",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_SAFE,
                .summary = "a character that nobody can see stands in the text",
                .advice = "There is a character without any width: a zero-width space, a soft hyphen, a byte "
                          "order mark, a joiner. Such characters come along when text is copied from a web page"
                          " or a chat. Nobody sees them, but a search does not find the word any more, a link "
                          "with one leads nowhere, and a tag with one is another tag. Delete it.\n"
                          "\n"
                          "Nothing is said where a script needs them: between the letters of Thai, Persian or "
                          "Hindi, or inside an emoji.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port El<U+200B>lery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "ENC007",
                .name = "bidi-control",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "an invisible sign changes the direction of the text",
                .advice = "There is an invisible sign that makes a text run from right to left, or ends that. "
                          "In an English text it came along by copying, and what readers see may differ from "
                          "what is written: people have hidden harmful code and addresses that way. Delete it.\n"
                          "\n"
                          "Nothing is said in a line with Arabic or Hebrew letters in which every such sign is "
                          "ended.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port <U+202E>Ellery joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "ENC008",
                .name = "mojibake",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "text was read in the wrong encoding",
                .advice = "Readers would see `â€™` for an apostrophe, or `Ã©` for `é`. A program took the bytes"
                          " of UTF-8 for those of an older encoding, and saved what it saw. The hint says what "
                          "the text was; search the rest of the text for the same, as it mostly happens to all "
                          "of it. A `�` stands where a program could not read a character at all: look up what "
                          "stood there.\n"
                          "\n"
                          "Nothing is said of such text in quotes or as code, where somebody writes about it.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Elleryâ€™s charts are here.\n",
                .good = "---\n"
                        "title: Port Ellery joins\n"
                        "author: staff\n"
                        "date: 2024-08-06\n"
                        "tags: [announcements]\n"
                        "excerpt: Port Ellery joins the harbour league.\n"
                        "---\n"
                        "Port Ellery’s charts are here.\n",
            },
            {
                .code = "ENC009",
                .name = "line-separator",
                .severity = SEVERITY_WARNING,
                .repair = REPAIR_ASKED,
                .summary = "a line separator that pages do not show",
                .advice = "There is an invisible character that ends a line or a paragraph in some programs "
                          "(U+2028, U+2029, U+0085). Browsers show nothing at its place, so that two words "
                          "stick together, and in front matter it ends the line. Press Enter where you want a "
                          "new line, or write a blank.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery<U+2028>joins, and everybody is glad.\n",
                .good = good_post,
            },
            {
                .code = "ENC010",
                .name = "no-final-newline",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_SAFE,
                .summary = "the last line does not end",
                .advice = "The file ends in the middle of its last line. Nothing goes wrong in the page, but "
                          "Git marks it, and when a line is added one day, this one shows up as changed too. "
                          "Press Enter at the end of the file; most editors can do that by themselves.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and everybody is glad.",
                .good = good_post,
            },
            {
                .code = "ENC011",
                .name = "unicode-nbsp",
                .severity = SEVERITY_INFO,
                .repair = REPAIR_ASKED,
                .summary = "a no-break space stands where a blank is meant",
                .advice = "There is a blank at which the line cannot be broken. It looks like any other, but "
                          "came along by copying from a word processor or a web page. Lines then break in odd "
                          "places, and a search for the words finds nothing. Write an ordinary blank.\n"
                          "\n"
                          "Nothing is said where typography wants one: before `:`, `!`, `?` and `»` as in "
                          "French, between a number and its unit, beside a dash, behind an abbreviation or a "
                          "word of one letter.",
                .bad = "---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
                       "tags: [announcements]\n"
                       "excerpt: Port Ellery joins the harbour league.\n"
                       "---\n"
                       "Port Ellery joins, and<U+00A0>everybody is glad.\n",
                .good = good_post,
            },
            { 0 },
        },
};
