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
                .advice = "A `{{`, `{%` or block is not closed. Every `{% if %}` needs its `{% endif %}`, every "
                          "`{% for %}` its `{% endfor %}`.",
            },
            {
                .code = "LQ1202",
                .name = "liquid-unknown-filter",
                .severity = SEVERITY_ERROR,
                .summary = "a Liquid filter does not exist",
                .advice = "There is no filter of that name, so the value stays as it is. The hint names the "
                          "nearest one. [FORMATS.md](FORMATS.md#liquid) lists them.",
            },
            {
                .code = "LQ1203",
                .name = "liquid-unknown-tag",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid tag does not exist",
                .advice = "There is no tag of that name. Correct it, or delete it.",
            },
            {
                .code = "LQ1205",
                .name = "liquid-include-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "an included file does not exist",
                .advice = "`{% include name.html %}` names a file that is neither in the site's `_includes` nor "
                          "in the theme. Mind upper and lower case.",
            },
            {
                .code = "LQ1206",
                .name = "liquid-include-outside",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "an included file lies outside the folder of includes",
                .advice = "An include leads out of the folder `_includes`. Move the file into it.",
            },
            {
                .code = "LQ1207",
                .name = "liquid-block-mismatch",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid block is closed by the wrong tag",
                .advice = "A block is closed by the end of another one, as `{% if %} ... {% endfor %}`. The "
                          "mark is at the tag that opened it.",
            },
            {
                .code = "LQ1208",
                .name = "liquid-syntax",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a Liquid tag cannot be read",
                .advice = "The tag or expression cannot be read. Compare it with the example in the hint.",
            },
            {
                .code = "LQ1209",
                .name = "liquid-lax",
                .severity = SEVERITY_WARNING,
                .summary = "a Liquid tag is only read by ignoring a part of it",
                .advice = "Liquid reads the tag only by ignoring a part of it. It does what it did in Jekyll. "
                          "Delete the part at the mark, or write what was meant.",
            },
            {
                .code = "LQ1210",
                .name = "liquid-limit",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a template passes a limit on depth, steps or output",
                .advice = "The text would grow or loop without end, or includes call each other. Look for an "
                          "include that includes itself.",
            },
            {
                .code = "LQ1211",
                .name = "liquid-post-missing",
                .severity = SEVERITY_ERROR,
                .stops = true,
                .summary = "a post or file that is linked to does not exist",
                .advice = "`{% link %}` or `{% post_url %}` names a file that the site does not have. Write the "
                          "path of the file from the site's root (`{% link _posts/2024-03-05-x.md %}`), or the "
                          "name of the post without its extension (`{% post_url 2024-03-05-x %}`).",
            },
            {
                .code = "LQ1213",
                .name = "liquid-error",
                .severity = SEVERITY_ERROR,
                .summary = "a Liquid expression fails when it is rendered",
                .advice = "An expression failed when it was rendered: a division by zero, or a filter that got "
                          "the wrong kind of value. The page then shows \"Liquid error\" at this place.",
            },
            { 0 },
        },
};
