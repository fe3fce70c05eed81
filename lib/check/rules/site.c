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
            },
            {
                .code = "SI1502",
                .name = "config-syntax",
                .severity = SEVERITY_ERROR,
                .summary = "the configuration cannot be read",
                .advice = "`herald.yml`, `_config.yml` or another file of the configuration cannot be read as "
                          "YAML. See [FM106](#fm106-yaml-syntax-stops).",
            },
            {
                .code = "SI1503",
                .name = "config-unknown-key",
                .severity = SEVERITY_WARNING,
                .summary = "the configuration has a key that herald does not know",
                .advice = "herald does not know the key. The hint names the nearest one. What only templates "
                          "need belongs under `vars:`.",
            },
            {
                .code = "SI1504",
                .name = "config-value",
                .severity = SEVERITY_ERROR,
                .summary = "a value of the configuration is not what the key takes",
                .advice = "The value is not what the key takes: a word where a number should be, an unknown "
                          "time zone, an unknown feed format. The message says what it takes.",
            },
            {
                .code = "SI1505",
                .name = "path-outside",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a path leads outside the site",
                .advice = "A path or address leads out of the site, as `../../etc`. herald reads and writes "
                          "only below the folder of the site.",
            },
            {
                .code = "SI1506",
                .name = "layout-missing",
                .severity = SEVERITY_ERROR,
                .summary = "a layout does not exist",
                .advice = "There is no layout of that name in the site's `_layouts` or in the theme. A post or "
                          "page gets the usual one. The default theme has `post`, `page`, `index`, `tag`, `404` "
                          "and `redirect`.",
            },
            {
                .code = "SI1508",
                .name = "feed-invalid",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a feed would not be well-formed",
                .advice = "A feed would not be well-formed XML, and is not written. herald leaves out whatever "
                          "XML has no character for, so this is a fault of herald itself: please report it with "
                          "the post that causes it.",
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
            },
            { 0 },
        },
};
