/* lib/check/rules/images.c */
#include "check/rules/groups.h"

const RuleGroup rules_images = {
    .prefix = "IM",
    .title = "Images",
    .intro = "",
    .rules =
        (const Rule[]){
            {
                .code = "IM901",
                .name = "image-alt",
                .severity = SEVERITY_WARNING,
                .summary = "an image has no text for those who do not see it",
                .advice = "Blind readers hear the text of an image, and mail programs show it until "
                          "images are allowed. Say what the image shows, as you would on the "
                          "telephone. For an image that only decorates write HTML with an empty "
                          "text: `<img src=\"...\" alt=\"\">`.",
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
                       "![](/assets/port.png)\n"
                       "==> assets/port.png <==\n"
                       "x\n",
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
                        "![The harbour of Port Ellery at dawn](/assets/port.png)\n"
                        "==> assets/port.png <==\n"
                        "x\n",
            },
            {
                .code = "IM902",
                .name = "image-alt-is-file-name",
                .severity = SEVERITY_WARNING,
                .summary = "the text of an image does not say what it shows",
                .advice = "A file name or the word \"image\" is no help for those who do not see it. "
                          "Say what the image shows, as you would on the telephone.",
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
                       "![port.png](/assets/port.png)\n"
                       "==> assets/port.png <==\n"
                       "x\n",
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
                        "![The harbour of Port Ellery at dawn](/assets/port.png)\n"
                        "==> assets/port.png <==\n"
                        "x\n",
            },
            {
                .code = "IM903",
                .name = "image-missing-file",
                .severity = SEVERITY_ERROR,
                .summary = "there is no such image in this site",
                .advice = "The file was not added, was renamed, or its name is misspelled. On most "
                          "servers capital and small letters differ: `Port.PNG` is not `port.png`.",
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
                       "![The harbour of Port Ellery at dawn](/assets/prot.png)\n"
                       "==> assets/port.png <==\n"
                       "x\n",
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
                        "![The harbour of Port Ellery at dawn](/assets/port.png)\n"
                        "==> assets/port.png <==\n"
                        "x\n",
            },
            {
                .code = "IM904",
                .name = "image-hotlink",
                .severity = SEVERITY_WARNING,
                .summary = "an image lies on another site",
                .advice = "When that site is changed or closed the image is gone, or something else "
                          "stands in its place; and that site learns who reads this one. Copy the "
                          "image into this site, if you may, and write its path.",
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
                       "![The harbour of Port Ellery at "
                       "dawn](https://pictures.example.com/port.png)\n"
                       "==> assets/port.png <==\n"
                       "x\n",
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
                        "![The harbour of Port Ellery at dawn](/assets/port.png)\n"
                        "==> assets/port.png <==\n"
                        "x\n",
            },
            {
                .code = "IM905",
                .name = "iframe-title",
                .severity = SEVERITY_WARNING,
                .summary = "an embedded page has no title",
                .advice = "A screen reader reads the title of an `<iframe>` aloud, for its readers "
                          "to know whether they want to enter it. Without one it reads the address.",
                .bad = "[The film of the harbour](https://films.example.com/h4rb0ur)\n"
                       "\n"
                       "<iframe src=\"https://films.example.com/h4rb0ur\"></iframe>\n",
                .good = "[The film of the harbour](https://films.example.com/h4rb0ur)\n"
                        "\n"
                        "<iframe src=\"https://films.example.com/h4rb0ur\" title=\"Film of the "
                        "harbour\"></iframe>\n",
            },
            {
                .code = "IM906",
                .name = "feed-embed",
                .severity = SEVERITY_INFO,
                .summary = "what is embedded is not in feeds and mails",
                .advice = "Feed readers and mail programs show no `<iframe>`, `<video>` or the like: "
                          "subscribers see only a link with the address. Add a link of your own, in "
                          "words.",
                .bad = "<iframe src=\"https://films.example.com/h4rb0ur\" title=\"Film of the "
                       "harbour\"></iframe>\n",
                .good = "[The film of the harbour](https://films.example.com/h4rb0ur)\n"
                        "\n"
                        "<iframe src=\"https://films.example.com/h4rb0ur\" title=\"Film of the "
                        "harbour\"></iframe>\n",
            },
            {
                .code = "IM907",
                .name = "image-format",
                .severity = SEVERITY_INFO,
                .summary = "not every program shows images of this kind",
                .advice = "Browsers and mail programs show PNG, JPEG, GIF and SVG. They do not show "
                          "TIFF, BMP, HEIC or the files of drawing programs. Save the image as PNG "
                          "or JPEG.",
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
                       "![The harbour of Port Ellery at dawn](/assets/port.bmp)\n"
                       "==> assets/port.bmp <==\n"
                       "x\n",
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
                        "![The harbour of Port Ellery at dawn](/assets/port.png)\n"
                        "==> assets/port.png <==\n"
                        "x\n",
            },
            { 0 },
        },
};
