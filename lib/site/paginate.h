/* lib/site/paginate.h - the index of posts, parted into pages. */
#pragma once

#include "site/page.h"

/* Page `number`, from 1, of the posts; `first_url` is the address of page 1, `pattern` that of the others with `:num`
 * for the number. */
const Paginator *paginator_new(const Site *site, PostList posts, size_t number, Str first_url, Str pattern);

/* At least 1. */
size_t paginator_total(const Site *site, PostList posts);

/* As jekyll-paginate does where `paginate` is set: the site's index.html that is nearest to `paginate_path` gets the
 * first paginator, and comes once more for each further page. Gives these. */
typedef struct PageList {
    SitePage **items;
    size_t len;
} PageList;
PageList paginate_as_jekyll(Site *site);
