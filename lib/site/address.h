/* lib/site/address.h - who has which file of the output: no two may have one, and none may be another's folder. */
#pragma once

#include "site/site.h"

typedef struct Addresses {
    Map files;   /* path below the output folder to Holder */
    Map folders; /* every folder of those paths, to the Holder of the first in it */
} Addresses;

/* Takes the addresses of all that is published in order: feeds, files, assets, posts, pages. A post or page whose
 * address is taken is told so, and is not sound any more. */
void addresses_take(Addresses *addresses, Site *site);

/* Takes one for a page that herald makes. False: somebody else has it, or, which is told, it cannot be a file as
 * another lies in the way. */
bool addresses_take_made(Addresses *addresses, Site *site, Str output);

/* Tells a post that another has its address. */
void address_tell_twin(SitePost *post, const SitePost *other);
