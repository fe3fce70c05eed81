/* lib/check/settle.c */
#include "check/settle.h"

#include "site/page.h"

void diags_filter(Diags *diags, bool (*keep)(void *context, Diag *diag), void *context)
{
    Diags all = *diags;

    *diags = (Diags){ .arena = all.arena, .items = all.items, .cap = all.cap };
    for (size_t i = 0; i < all.len; i++) {
        Diag diag = all.items[i];
        if (!keep(context, &diag))
            continue;
        diags->items[diags->len++] = diag;
        diags->errors += diag.severity == SEVERITY_ERROR;
        diags->stops += diag.kind == DIAG_STOP;
        diags->world += diag.kind == DIAG_WORLD;
    }
}

static bool obey(void *context, Diag *diag)
{
    const CheckSettings *settings = context;
    if (diag->kind != DIAG_CONTENT)
        return true;
    int level = settings_level(settings, diag->rule, (int)diag->severity);
    if (level == LEVEL_OFF || settings_ignore(settings, diag->rule, diag_path(diag)))
        return false;
    diag->severity = (Severity)level;
    return true;
}

static void settle(const CheckSettings *settings, const Source *source, Span body, Diags *diags)
{
    CheckSettings copy = *settings;
    if (source != NULL)
        ignores_apply(source, body, diags);
    if (diags->len > 0)
        diags_filter(diags, obey, &copy);
}

void settle_post(SitePost *post, const CheckSettings *settings)
{
    explained_drop(&post->diags);
    required_apply(post, settings);
    settle(settings, post->post.source, post->post.body, &post->diags);
}

void settle_site(Site *site, const CheckSettings *settings)
{
    settle(settings, NULL, (Span){ 0 }, site->diags);
    for (size_t i = 0; i < site->all_count; i++)
        settle_post(site->all[i], settings);
    for (size_t i = 0; i < site->page_count; i++)
        settle(settings, site->pages[i]->source, site->pages[i]->body, &site->pages[i]->diags);
}
