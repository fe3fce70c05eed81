/* lib/site/body.h - the bodies of all posts: Liquid, Markdown, HTML, excerpt. */
#pragma once

#include "site/site.h"

/* Looks at the body of each post of `site->all` (the `i`-th), also of those that are not sound, after it was rendered
 * and before its tree goes; `document` is NULL where none could be made. Called from several threads, for one post
 * once. `scratch` is for this call alone. */
typedef struct BodyObserver {
    void (*see)(void *context, size_t i, const Document *document, Arena *scratch);
    /* Gives who looks at what the Liquid of a post or page does; what is told goes to `diags`. May be NULL. */
    const LiquidWatch *(*watch)(void *context, Diags *diags, Arena *scratch);
    void *context;
} BodyObserver;

/* Renders the body of every sound post into its content_html, excerpt_html and excerpt_text, in parallel. What is wrong
 * goes to the post's own diagnostics; a stopping fault takes it out of `site->posts` and all lists. `observer` may be
 * NULL. */
void site_render_bodies(Site *site, int jobs, Progress *progress, const BodyObserver *observer);

/* The body of a post as HTML, also of one out of the site's scope. */
Str site_post_html(const Site *site, const SitePost *post, Arena *arena);

/* The same for one post alone, as for one that was replaced (site_replace_post): all others stay as they are. */
void site_render_body(Site *site, size_t i, const BodyObserver *observer);

/* Markdown in the site's dialect. */
void site_parse_markdown(Document *out, const Site *site, Str text, const Places *places, Arena *arena);
