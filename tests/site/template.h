/* tests/site/template.h - templates rendered against a site made by hand: no file is read. */
#pragma once

#include "site/config.h"
#include "site/drops.h"
#include "site/load.h"
#include "site/template.h"
#include "tests/support.h"
#include "text/yaml.h"

/* A Jekyll site of this configuration, its keys seen as site.KEY. */
static inline Site *template_site(Scratch *scratch, const char *config)
{
    LoadOptions options = { .root = STR("."), .now_unix_s = 1710000000 };
    const Tree *tree;
    Site *site = site_new(&options, &scratch->arena, &scratch->diags);
    Located text = located(config);

    assert_true(yaml_read(&tree, text.span, &scratch->arena, &scratch->diags));
    site->jekyll = true;
    config_read_common(&site->config, tree, &scratch->arena, &scratch->diags);
    site->config.tree = tree;
    site->config.dialect = DIALECT_KRAMDOWN;
    site->zone = config_zone(&site->config, &scratch->arena, &scratch->diags);
    assert_no_diags(&scratch->diags);
    return site;
}

static inline Str template_text(Scratch *scratch, const Site *site, const char *text)
{
    const LiquidTemplate *template =
        liquid_parse(site->engine, located(text).span, LIQUID_LAX, &scratch->arena, &scratch->diags);
    PageInput page = { .page = liquid_nil() };
    TemplateGlobals globals;
    Buf buf = { .arena = &scratch->arena };

    assert_non_null(template);
    LiquidInput input = template_page_input(site, &page, NULL, &globals, &scratch->arena);
    liquid_render(&buf, template, &input, &scratch->arena, &scratch->diags);
    return buf_str(&buf);
}

/* What each template of the table gives; errors stand in the output as Liquid writes them. */
typedef struct TemplateCase {
    const char *template, *expected;
} TemplateCase;

static inline void expect_templates(Scratch *scratch, const char *config, const TemplateCase *cases, size_t count)
{
    const Site *site = template_site(scratch, config);
    for (size_t i = 0; i < count; i++) {
        Str text = template_text(scratch, site, cases[i].template);
        if (!str_eq(text, str_from(cases[i].expected)))
            print_error("%s\n", cases[i].template);
        assert_str(text, cases[i].expected);
    }
}

#define EXPECT(state, config, cases) expect_templates(state, config, cases, sizeof(cases) / sizeof((cases)[0]))
