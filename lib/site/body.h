/* lib/site/body.h - the bodies of all posts: Liquid, Markdown, HTML, excerpt. */
#pragma once

#include "site/site.h"

/* Renders the body of every sound post into its content_html, excerpt_html and excerpt_text, in parallel. What is wrong
 * goes to the post's own diagnostics; a stopping fault takes it out of `site->posts` and all lists. */
void site_render_bodies(Site *site, int jobs, Progress *progress);

/* Markdown in the site's dialect. */
void site_parse_markdown(Document *out, const Site *site, Str text, const Places *places, Arena *arena);
