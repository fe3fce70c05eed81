/* lib/jekyll/tags.h - the tags that Jekyll adds to Liquid: link, post_url, highlight; and those of two plugins that
 * most sites have: seo, feed_meta, gist. include and include_relative are in lib/liquid. */
#pragma once

#include "liquid/liquid.h"

/* They need the Site as host. */
void jekyll_tags_register(LiquidEngine *engine);

/* Of the files of this folder. */
extern const LiquidTagClass jekyll_tag_link;
extern const LiquidTagClass jekyll_tag_post_url;
extern const LiquidBlockClass jekyll_block_highlight;
extern const LiquidTagClass jekyll_tag_seo;
extern const LiquidTagClass jekyll_tag_feed_meta;
extern const LiquidTagClass jekyll_tag_gist;
