/* lib/jekyll/load.h - reads a Jekyll site, as it stands, into a Site. */
#pragma once

#include "site/load.h"

/* As site_load, for a folder with _config.yml, _posts, collections, _data, _layouts and _includes; Jekyll's keys have
 * Jekyll's meaning (https://jekyllrb.com/docs/configuration/). `options->configs` none: _config.yml where it is there.
 * Herald's own keys (feeds, vocabulary, mail) are read beside them; `channels:` may stand in the configuration itself,
 * a mapping from a channel's name to what feeds/NAME.yml would say. */
Site *jekyll_load(const LoadOptions *options, Arena *arena, Diags *diags);
