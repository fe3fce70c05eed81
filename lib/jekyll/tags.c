/* lib/jekyll/tags.c */
#include "jekyll/tags.h"

void jekyll_tags_register(LiquidEngine *engine)
{
    liquid_engine_add_tag(engine, &jekyll_tag_link);
    liquid_engine_add_tag(engine, &jekyll_tag_post_url);
    liquid_engine_add_block(engine, &jekyll_block_highlight);
    liquid_engine_add_tag(engine, &jekyll_tag_seo);
    liquid_engine_add_tag(engine, &jekyll_tag_feed_meta);
    liquid_engine_add_tag(engine, &jekyll_tag_gist);
}
