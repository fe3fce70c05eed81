/* lib/site/drops.h - what templates see: site, page, posts, tags, channels, paginator. */
#pragma once

#include "site/page.h"
#include "site/site.h"

LiquidValue drops_site(const Site *site);
LiquidValue drops_post(const SitePost *post);
LiquidValue drops_page(const SitePage *page);
LiquidValue drops_paginator(const Paginator *paginator); /* nil for NULL */

/* The site as liquid's `host`, and back. */
void *drops_host(const Site *site);
const Site *drops_host_site(const LiquidRender *render);
