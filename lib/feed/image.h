/* lib/feed/image.h - a post's image as the one enclosure of its entry. */
#pragma once

#include "feed/model.h"

/* The enclosure of the image at `url`. Readers want its true type and length: where it is no file that this site
 * publishes, or its name tells no type of image, there is none (its `url` is empty). */
FeedEnclosure feed_enclosure(const Site *site, Str url, Arena *arena);
