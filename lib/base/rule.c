/* lib/base/rule.c */
#include "base/rule.h"

static const Rule rules[] = {
    { "ENC001", "not-utf8", "the file is not UTF-8 text" },
    { "ENC002", "nul-byte", "the file holds a NUL byte" },
    { "ENC003", "control-char", "the file holds a control character" },
    { "ENC004", "bom", "the file begins with a byte order mark" },
    { "ENC005", "crlf", "lines end in CR LF" },
    { "FM101", "front-matter-missing", "the file has no front matter" },
    { "FM102", "front-matter-not-first", "something stands before the front matter" },
    { "FM103", "front-matter-unclosed", "the front matter is not closed" },
    { "FM104", "fence-malformed", "a fence of the front matter is not exactly ---" },
    { "FM105", "not-a-mapping", "the front matter is not a list of \"key: value\" lines" },
    { "FM106", "yaml-syntax", "the front matter cannot be read as YAML" },
    { "FM107", "duplicate-key", "a key stands twice" },
    { "FM108", "yaml-limit", "the front matter passes a limit on depth, aliases or length" },
    { "FM109", "yaml-tag-refused", "the front matter asks for a type that is not data" },
    { "FM110", "fm-unknown-key", "a key looks like a slip of a known one" },
    { "FM112", "fm-fence-trailing-space", "a fence has blanks behind it" },
    { "FM116", "toml-front-matter", "the front matter is TOML" },
    { "FM117", "language-invalid", "the language is not a language tag" },
    { "TI201", "title-missing", "the post has no title" },
    { "TI202", "title-empty", "the title is empty" },
    { "TI203", "title-type", "the title is not text" },
    { "DT301", "date-missing", "the post has no date" },
    { "DT302", "date-impossible", "the date cannot be read or does not exist" },
    { "DT303", "date-noncanonical", "the date is clear but not in canonical form" },
    { "DT304", "date-ambiguous", "the date can be read in more than one way" },
    { "DT305", "date-zone", "the time zone of the date does not exist" },
    { "DT306", "date-future", "the post is dated later than now" },
    { "AU502", "author-type", "the author is not text, a list or a mapping" },
    { "AU503", "author-typo", "the author is not in the authors file, but nearly" },
    { "TG603", "tag-type", "a tag is not text" },
    { "TG604", "tag-duplicate", "a tag stands twice" },
    { "EX702", "excerpt-type", "the excerpt is not text" },
    { "LK810", "link-unsafe", "an address has a scheme that is not safe" },
    { "LQ1201", "liquid-unclosed", "a Liquid block or tag is not closed" },
    { "LQ1202", "liquid-unknown-filter", "a Liquid filter does not exist" },
    { "LQ1203", "liquid-unknown-tag", "a Liquid tag does not exist" },
    { "LQ1205", "liquid-include-missing", "an included file does not exist" },
    { "LQ1206", "liquid-include-outside", "an included file lies outside the folder of includes" },
    { "LQ1207", "liquid-block-mismatch", "a Liquid block is closed by the wrong tag" },
    { "LQ1208", "liquid-syntax", "a Liquid tag cannot be read" },
    { "LQ1209", "liquid-lax", "a Liquid tag is only read by ignoring a part of it" },
    { "LQ1210", "liquid-limit", "a template passes a limit on depth, steps or output" },
    { "LQ1211", "liquid-post-missing", "a post or file that is linked to does not exist" },
    { "LQ1213", "liquid-error", "a Liquid expression fails when it is rendered" },
    { "SI1501", "url-collision", "two outputs have one address" },
    { "SI1502", "config-syntax", "the configuration cannot be read" },
    { "SI1503", "config-unknown-key", "the configuration has a key that herald does not know" },
    { "SI1504", "config-value", "a value of the configuration is not what the key takes" },
    { "SI1505", "path-outside", "a path leads outside the site" },
    { "SI1506", "layout-missing", "a layout does not exist" },
    { "SI1508", "feed-invalid", "a feed would not be well-formed" },
    { "SI1509", "site-missing", "there is no site here" },
    { "SI1510", "id-duplicate", "two posts have one id" },
    { "SY1601", "world-failed", "the disk, the network or the system failed" },
};

enum { RULE_COUNT = sizeof(rules) / sizeof(rules[0]) };

const Rule *rule_find(Str name_or_code)
{
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (str_eq(str_from(rules[i].name), name_or_code) || str_eq_nocase(str_from(rules[i].code), name_or_code))
            return &rules[i];
    }
    return NULL;
}

const Rule *rule_at(size_t i)
{
    return i < RULE_COUNT ? &rules[i] : NULL;
}
