/* lib/site/filters_markup.c - markdownify, smartify. */
#include "markup/html.h"
#include "site/body.h"
#include "site/drops.h"
#include "site/filter_parts.h"
#include "site/smartify.h"

/* Nothing is an empty line, as kramdown has it. */
static LiquidValue markdownify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    Document document;
    Buf buf = { .arena = liquid_arena(render) };
    HtmlOptions html = { 0 };
    (void)args;
    (void)count;
    site_parse_markdown(&document, drops_host_site(render), liquid_to_s(input, render), &(Places){ 0 }, buf.arena);
    render_html(&buf, &document, &html);
    if (buf.len == 0)
        buf_put_char(&buf, '\n');
    return liquid_string(buf_str(&buf));
}

static LiquidValue smartify(LiquidRender *render, LiquidValue input, const LiquidValue *args, size_t count)
{
    (void)args;
    (void)count;
    return liquid_string(smartify_text(liquid_to_s(input, render), liquid_arena(render)));
}

const SiteFilter site_filters_markup[] = {
    { "markdownify", markdownify, 0, 0 },
    { "smartify", smartify, 0, 0 },
    { NULL, NULL, 0, 0 },
};
