/* lib/check/rules/encoding.c */
#include "check/rules/groups.h"

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
                .advice = "The file is not UTF-8 text. It was probably saved by an old program as \"Latin-1\", "
                          "\"Windows-1252\" or \"ANSI\". Open it, check that the accents are right, and save it "
                          "as UTF-8.",
            },
            {
                .code = "ENC002",
                .name = "nul-byte",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the file holds a NUL byte",
                .advice = "The file holds a NUL byte, so it is not a text. It may have been saved as \"UTF-16\" "
                          "or \"Unicode\": save it as UTF-8. It may also be damaged: take it from the history "
                          "of the repository.",
            },
            {
                .code = "ENC003",
                .name = "control-char",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "the file holds a control character",
                .advice = "There is an invisible control character that no web page and no feed may hold. They "
                          "come along when text is copied from a PDF or a terminal. Delete what stands at the "
                          "mark, and type it again.",
            },
            {
                .code = "ENC004",
                .name = "bom",
                .severity = SEVERITY_WARNING,
                .summary = "the file begins with a byte order mark",
                .advice = "The file begins with a byte order mark. Save it as \"UTF-8\", not as \"UTF-8 with "
                          "BOM\".",
                .bad = "==> posts/2024-08-06-port-ellery-joins.md <==\n"
                       "<U+FEFF>---\n"
                       "title: Port Ellery joins\n"
                       "author: staff\n"
                       "date: 2024-08-06\n"
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
                .code = "ENC005",
                .name = "crlf",
                .severity = SEVERITY_WARNING,
                .summary = "lines end in CR LF",
                .advice = "The lines end as on Windows. herald reads them, but Git shows every line as changed "
                          "when an editor converts them. Let your editor save with \"LF\", or add the line `* "
                          "text=auto` to the file `.gitattributes`.",
            },
            { 0 },
        },
};
